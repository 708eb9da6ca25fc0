import fc from "fast-check";
import { expect, test } from "vitest";
import { openDump } from "../../src/import/read-dump.ts";
import { settleTogether } from "../../src/import/settle-together.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

const things = ["heron", "ferry", "willow", "lantern", "barge", "otter", "mill", "sluice", "reed", "kettle"];
const doings = ["was moved to the far bank", "is closed until spring", "came home late", "was painted green again"];
const hours = ["before noon", "after the rain", "in the night of the storm", "when nobody looked", "as the bell rang"];

const sentence = fc
  .tuple(fc.constantFrom(...things), fc.constantFrom(...doings), fc.constantFrom(...hours), fc.nat(99))
  .map(([thing, doing, hour, number]) => `The ${thing} ${number} ${doing} ${hour}.`);

/** Ways in which channels write their posts. */
const styles: readonly ((sentences: readonly string[]) => string)[] = [
  (own) => own.join("\n\n"),
  (own) => own.join("\n"),
  (own) => `⚓️ ${own.join("\n\n")}\n\n@quaynews`,
  (own) => `${own[0]}\nhttps://quay.example/${own.length}`,
  ([head = "", ...more]) => `${head}\n${more.map((line) => `• ${line}`).join("\n")}`.trim(),
];

interface Channel {
  readonly name: string;
  readonly posts: readonly string[];
}

/** A few channels, each with a style of its own; some of their posts quote a line or a whole post of another channel. */
const channels: fc.Arbitrary<readonly Channel[]> = fc
  .array(fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 9 }), {
    minLength: 2,
    maxLength: 4,
  })
  .chain((all) =>
    fc.record({
      all: fc.constant(all),
      styles: fc.array(fc.nat(styles.length - 1), { minLength: all.length, maxLength: all.length }),
      quotes: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 4 }),
    }),
  )
  .map(({ all, styles: chosen, quotes }) => {
    const written = all.map((posts, at) => posts.map((own) => styles[chosen[at] ?? 0]?.(own) ?? ""));
    for (const [to, from, whole] of quotes) {
      const [own = [], other = []] = [written[to % written.length], written[(to + 1) % written.length]];
      const quoted = other[from % other.length] ?? "";
      const at = to % own.length;
      own[at] = `${own[at]}\n${whole ? quoted : quoted.split("\n")[0]}\nSo they write.`;
    }
    return written.map((posts, at) => ({ name: `Quay ${["North", "East", "South", "West"][at]}`, posts }));
  });

/** The dump of a channel's page, and the lines at which its posts start. */
function pageOf({ name, posts }: Channel) {
  const lines = [name, "802 subscribers", "Download Telegram"];
  const starts = posts.map((text) => {
    const start = lines.length + 1;
    lines.push(...text.split("\n"));
    return start;
  });
  const source = readSource(new TextEncoder().encode(lines.join("\n")), `${name}.txt`);
  return { input: { source, sidecar: {}, today: "2030-01-01" as Day }, starts: new Set(starts) };
}

function f1(found: readonly number[], starts: ReadonlySet<number>): number {
  return (2 * found.filter((line) => starts.has(line)).length) / (found.length + starts.size);
}

test("pages of other channels beside a page never make it read worse", () => {
  fc.assert(
    fc.property(channels, (all) => {
      const pages = all.map(pageOf);
      const read = pages.map(({ input }) => openDump(input));
      const together = settleTogether(read);
      for (const [at, { starts }] of pages.entries()) {
        const firstLines = (dump: (typeof together)[number] | undefined): readonly number[] =>
          dump?.posts.map(({ source }) => source.lines[0]?.[0] ?? 0) ?? [];
        const alone = f1(firstLines(read[at]?.dump), starts);
        expect(alone).toBeGreaterThan(0);
        expect(f1(firstLines(together[at]), starts)).toBeGreaterThanOrEqual(alone);
      }
    }),
    { numRuns: 30 },
  );
});
