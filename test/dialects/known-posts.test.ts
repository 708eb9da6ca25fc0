import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KnownPost, settledBy } from "../../src/dialects/boundaries/known-posts.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { type DumpInput, openDump, readDump } from "../../src/import/read-dump.ts";
import { settleTogether } from "../../src/import/settle-together.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

const source = (text: string) => readSource(new TextEncoder().encode(text), "page.txt");
const today = "2030-01-01" as Day;

const first =
  "The reed cutters begin on Monday, with four boats and a dog\nTake your own boots, and a lunch\nThe dog is called Pim";
const second = "Four boats went out to cut the reeds, and the dog stayed home, which he did not like at all";

const third = "Nobody told the heron of it, who stood in the reeds and waited until the last of the boats was gone";
const fourth = "The reed is dry by now, and whoever wants a bundle of it may come on Friday with a cart";

const own = (text: string): KnownPost => ({ text, file: "own.txt", sameChannel: true });
const foreign = (text: string): KnownPost => ({ text, file: "foreign.txt", sameChannel: false });
const said = (known: readonly KnownPost[], text: string, starts: readonly number[] = []) =>
  Object.fromEntries(
    [...settledBy(known, tokensOf(source(text)), new Set(starts))].map(([line, { odds }]) => [line, Math.sign(odds)]),
  );

describe("settledBy()", () => {
  test("speaks of the lines of a text that stands on the page, and of the one behind it", () => {
    expect(said([own(first)], `Market day\n${first}\n${second}`)).toEqual({ 2: 1, 3: -1, 4: -1, 5: 1 });
  });

  test("does not mind where extractors broke the lines", () => {
    const broken = first.replace("with four", "with\nfour");
    expect(said([own(first)], `Market day\n${broken}\n${second}`)).toMatchObject({ 3: -1, 4: -1, 5: -1 });
  });

  test("says nothing of a text that ends inside a line, or is too short to be told apart", () => {
    expect(said([own(first), own("Market day")], `Market day\n${first} and he bites\n${second}`)).toEqual({});
  });

  test("names the dump, and believes one line less than several", () => {
    const page = tokensOf(source(`Market day\n${first}\nMarket day\n${third}\nMarket day`));
    const settled = settledBy([own(first), own(third)], page, new Set());
    expect(settled.get(2)?.file).toBe("own.txt");
    expect(settled.get(2)?.odds).toBeGreaterThan(settled.get(6)?.odds ?? Number.POSITIVE_INFINITY);
  });

  test("takes a text of another channel for a quotation", () => {
    expect(said([foreign(first), foreign(second)], `Market day\n${first}\n${second}\nSo they say`, [1])).toEqual({});
  });

  test("believes another channel's dump where the page's own reading shows that they share posts", () => {
    const text = `Market day\n${second}\n${third}\n${fourth}\nMarket day`;
    const known = [second, third, fourth].map(foreign);
    expect(said(known, text, [1, 2, 3, 4, 5])).toEqual({ 2: 1, 3: 1, 4: 1, 5: 1 });
    expect(said(known, text, [1, 2, 3])).toEqual({});
  });

  test("believes another channel's dump of a post that the page marks as forwarded", () => {
    expect(said([foreign(first)], `Market day\nForwarded from Heron Post\n${first}\n${second}`)).toMatchObject({
      4: -1,
      5: -1,
      6: 1,
    });
  });

  test("takes a post inside a longer one, and a single line that stands twice, for quotations", () => {
    const long = `${second}\n${third}\n${fourth}`;
    expect(said([own(third), own(long)], `Market day\n${long}`)).toEqual({ 2: 1, 3: -1, 4: -1 });
    expect(said([own(third)], `${second}\n${third}\n${fourth}\n${third}`)).toEqual({});
  });
});

/** A preview of one channel and marked posts of another or the same, as inputs of one import. */
function together(preview: string, marked: readonly string[], channel: string) {
  const page = `Marsh Radio\n802 subscribers\nDownload Telegram\n${preview}`;
  const other = `${channel}


Channel's geo and language: World, English
Category: News


Posts filter


${marked.join("\n\n\n")}

${marked.length} last posts shown.`;
  const named = (text: string, name: string): DumpInput => ({
    source: readSource(new TextEncoder().encode(text), name),
    sidecar: {},
    today,
  });
  const inputs = [named(page, "page.txt"), named(other, "other.txt")];
  const read = inputs.map((input) => openDump(input));
  return { alone: read[0]?.dump, settled: settleTogether(read)[0] };
}

const textsOf = (dump: ReturnType<typeof readDump> | undefined) => dump?.posts.map((post) => post.text) ?? [];

describe("settleTogether()", () => {
  test("parts a preview by a post that another dump of its channel shows with its limits, and says so", () => {
    const { settled } = together(`Market day\n${first}\n${second}`, [second, first], "Marsh Radio");
    expect(textsOf(settled)).toContain(first);
    expect(textsOf(settled)).toContain(second);
    const starts = settled?.posts.filter(({ text }) => text === first || text === second);
    expect(starts?.map(({ boundary }) => boundary.kind)).toEqual(["inferred", "inferred"]);
    const reasons = settled?.report.notices.filter(({ rule }) => rule === "boundary/settled");
    expect(reasons?.map(({ reason }) => reason)).toEqual([expect.stringContaining('"other.txt"')]);
  });

  test("leaves a post whole that quotes posts of another channel, whichever of its lines they are", () => {
    const lines = [
      first,
      `${fourth}\n${third}`,
      second,
      "Two boats",
      third,
      fourth,
      "The dog is called Pim",
      `${third} again`,
      `${fourth} indeed`,
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: 2 }),
        fc.subarray(lines, { minLength: 1 }),
        fc.constantFrom("\n", "\n\n"),
        (page, quoted, blank) => {
          const { alone, settled } = together(`Market day:${blank}${page.join(blank)}`, quoted, "Heron Post");
          const shared = quoted.filter((text) => textsOf(alone).includes(text)).length;
          fc.pre(shared < 2);
          expect(textsOf(settled)).toEqual(textsOf(alone));
        },
      ),
      { numRuns: 12 },
    );
  });

  test("takes a person's word before another dump's, and the page's blank lines too", () => {
    const page = source(`Marsh Radio\n802 subscribers\nDownload Telegram\nMarket day\n${first}\n\n${second}`);
    const settled = settledBy([own(first), own(second)], tokensOf(page), new Set());
    const sidecar = { boundaries: { start: [], join: [5] } };
    const { posts } = readDump({ source: page, sidecar, today, settled });
    expect(posts.map((post) => post.text)).toEqual([`Market day\n${first}\n\n${second}`]);
  });
});
