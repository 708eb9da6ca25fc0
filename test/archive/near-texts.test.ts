import fc from "fast-check";
import { expect, test } from "vitest";
import { alikeFrom, fewestWords, nearTexts } from "../../src/archive/near-texts.ts";

/** The same by the definition: every pair compared, groups by walking. */
function byDefinition(texts: readonly string[]): readonly (readonly number[])[] {
  const sets = texts.map((text) => {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length < fewestWords) return new Set<string>();
    return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(" ")));
  });
  const alike = (one: number, other: number): boolean => {
    const [a = new Set(), b = new Set()] = [sets[one], sets[other]];
    const shared = [...a].filter((shingle) => b.has(shingle)).length;
    return shared > 0 && shared / (a.size + b.size - shared) >= alikeFrom;
  };
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of texts.keys()) {
    if (seen.has(start)) continue;
    const group = new Set([start]);
    for (const one of group) for (const other of texts.keys()) if (alike(one, other)) group.add(other);
    for (const each of group) seen.add(each);
    if (group.size > 1) groups.push([...group].sort((one, other) => one - other));
  }
  return groups;
}

const notice = "The ferry to the island leaves an hour later today because of ice in the eastern channel of the bay";

test("a text with a few words more, fewer or other is nearly the same, another text of the same matter is not", () => {
  const texts = [
    notice,
    "Herring was cheap on the market today, and cod was dearer than it has been for all of the past two years",
    `❗️ ${notice.toUpperCase()}! Subscribe to us`,
    notice.replace("today", "tomorrow"),
    "Because of ice the ferry is late: it leaves for the island an hour after its time, says the harbour master",
  ];
  expect(nearTexts(texts)).toEqual([[0, 2, 3]]);
});

test("a short text is like no other, be it the same", () => {
  expect(nearTexts(["Good morning, dear readers!", "Good morning, dear readers!"])).toEqual([]);
});

test("scripts without blanks between words are compared by their letters", () => {
  const said = "因为东部海峡结冰今天前往岛上的渡轮将推迟一小时出发";
  expect(nearTexts([said, "今天市场上鲱鱼便宜鳕鱼比过去两年都贵很多", `${said}请关注我们`])).toEqual([[0, 2]]);
});

test("no pair of any texts is missed, none is made up", () => {
  // Few words, so that many texts have shingles in common; and copies with words changed, so that many pairs are near the limit.
  const word = fc.constantFrom("tide", "pier", "bell", "fog", "gull", "rope");
  const words = fc.array(word, { minLength: 8, maxLength: 24 });
  const changed = fc
    .tuple(words, fc.array(fc.tuple(fc.nat({ max: 23 }), word), { maxLength: 4 }))
    .map(([own, changes]) => [
      own,
      own.map((each, at) => changes.find(([place]) => place === at)?.[1] ?? each),
      [...own, ...changes.map(([, each]) => each)],
    ]);
  const texts = fc.array(changed, { maxLength: 6 }).map((all) => all.flat().map((each) => each.join(" ")));
  fc.assert(
    fc.property(texts, (all) => {
      expect(nearTexts(all)).toEqual(byDefinition(all));
    }),
    { numRuns: 300 },
  );
});

test("thousands of texts of one form are grouped in time that grows with their number", () => {
  const texts = Array.from(
    { length: 4000 },
    (_, day) => `Day ${day}: the water stands at its usual mark by the old bridge, says the keeper of the sluice`,
  );
  expect(nearTexts(texts)).toEqual([[...texts.keys()]]);
});
