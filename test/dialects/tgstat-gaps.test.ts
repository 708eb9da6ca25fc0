import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { tgstat } from "../../src/dialects/kinds/tgstat.ts";
import type { Draft } from "../../src/model/draft.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

/** Posts of invented channels, the newest first; one has paragraphs. */
const channels: Readonly<Record<string, readonly string[]>> = {
  Hungarian: [
    "A komp ma nem jár.",
    "Megjött a só.\n\nKét zsák jut egy háznak, a többi a raktáré.",
    "Keresünk egy evezőt.",
    "Köd van a nádasban.",
    "Holnap vásár.",
  ],
  Bengali: [
    "আজ ফেরি চলবে না।",
    "লবণ এসেছে।\n\nপ্রতি ঘরে দুই বস্তা, বাকিটা গুদামের।",
    "একটা বৈঠা খুঁজছি।",
    "ঘাটে কুয়াশা।",
    "কাল হাট বসবে।",
  ],
  Georgian: [
    "ბორანი დღეს არ დადის.",
    "მარილი ჩამოვიდა.\n\nთითო სახლს ორი ტომარა ერგება.",
    "ნიჩაბს ვეძებთ.",
    "ნისლია ნავსადგურში.",
    "ხვალ ბაზრობაა.",
  ],
};

const headOf = (language: string): string =>
  [
    "Part",
    "",
    `Channel's geo and language: Sziget, ${language}`,
    "Category: Other",
    "",
    "Related channels  |  Similar channels",
    "",
    "Channel's geo and language",
    `Sziget, ${language}`,
    "Category",
    "Other",
    "Statistics",
    "Posts filter",
  ].join("\n");

/** A head in words of no language, as another interface prints it. */
const strangeHead = [
  "Part",
  "",
  "Gorbla zun tika: Mondu, Inglu",
  "Katigru: Vojadu",
  "",
  "Gorbla zun tika",
  "Mondu, Inglu",
  "Katigru",
  "Vojadu",
  "Statu",
  "Filtru postu",
].join("\n");

const sourceOf = (...blocks: readonly string[]): SourceText => readSource(Buffer.from(blocks.join("\n")), "page.txt");

const textsOf = (source: SourceText, drafts: readonly Draft[]): readonly string[] =>
  drafts.map(({ text }) => text.map((line) => source.lines[line - 1]).join("\n"));

const noHints = { start: new Set<number>(), join: new Set<number>() };

describe.each(Object.entries(channels))("posts of a page of TGStat, in %s", (language, posts) => {
  const page = (between: number, count = posts.length): SourceText => {
    const gap = "\n".repeat(between + 1);
    return sourceOf(headOf(language), "\n", `${posts.join(gap)}${gap}${count} last posts shown.`);
  };

  test.each([2, 3, 4, 6])("are parted by %i blank lines, if all of them are", (between) => {
    const source = page(between);
    expect(recognise(source).dialect).toBe(tgstat);
    const { drafts, findings } = tgstat.parse(source, noHints);
    expect(textsOf(source, drafts)).toEqual(posts);
    expect(findings).toEqual([]);
  });

  test("are parted by single blank lines, where there are no others, and it is said that this is unusual", () => {
    const source = page(1);
    const { drafts, findings } = tgstat.parse(source, noHints);
    // One text has two paragraphs: one place too many for the number that the page tells.
    expect(drafts).toHaveLength(posts.length);
    expect(findings.filter(({ rule }) => rule !== "boundary/doubtful")).toEqual([]);
    const more = tgstat.parse(page(1, 8), noHints);
    expect(more.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(["tgstat/footer-count", "boundary/separator"]),
    );
  });

  test("a page that tells of more posts than it has places is not said to mark them", () => {
    const source = sourceOf(headOf(language), "\n", `${posts[0]}\n\n\n7 last posts shown.`);
    const { drafts, findings } = tgstat.parse(source, noHints);
    expect(drafts.map(({ boundary }) => boundary)).toEqual([{ kind: "inferred", probability: 0.14 }]);
    expect(findings).toContainEqual({
      rule: "tgstat/footer-count",
      line: source.lines.findIndex((line) => line.startsWith("7 ")) + 1,
      reason:
        'the page footer says 7 posts, but 1 were found; set "separator" in the sidecar, or write the lines where posts start: boundaries: { start: [12] }',
    });
  });

  test("are parted by three blank lines below a head that a person copied without its last line", () => {
    const head = headOf(language).split("\n").slice(0, -1).join("\n");
    const source = sourceOf("Site\nSign in", head, "\n", `${posts.join("\n\n\n\n")}\n\n\n\n5 last posts shown.`);
    const { drafts, channel } = tgstat.parse(source, noHints);
    expect(textsOf(source, drafts)).toEqual(posts);
    expect(channel).toBeUndefined();
  });

  test.each([2, 3])("are parted by %i blank lines below a head in unknown words", (between) => {
    const gap = "\n".repeat(between + 1);
    const source = sourceOf(strangeHead, "\n", `${posts.join(gap)}${gap}${posts.length} postu lasta`);
    const { drafts } = tgstat.parse(source, noHints);
    expect(textsOf(source, drafts)).toEqual(posts);
  });
});

test("two blank lines part posts where a few gaps are wider, as dropped quotes leave them", () => {
  const posts = ["Meel on laos.", "Kott kadus.", "Tuli paat.\n\n\n\nSelles istus kass.", "Udu.", "Homme on laat."];
  const source = sourceOf(headOf("Estonian"), "\n", `${posts.join("\n\n\n")}\n\n\n5 last posts shown.`);
  expect(textsOf(source, tgstat.parse(source, noHints).drafts)).toEqual(posts);
});
