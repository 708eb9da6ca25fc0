import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import type { Draft } from "../../src/model/draft.ts";
import { readSource } from "../../src/read/source-text.ts";
import { cases } from "./case-folders.ts";

/** Words that pages print themselves, each with one of no language. Made up when the rules were done, and no rule knows them. */
const madeUp: readonly (readonly [RegExp, string])[] = [
  [/\bviews?\b/gu, "zorps"],
  [/(?<!\p{L})просмотр(?:ов|а)?/gu, "zorps"],
  [/بازدید/gu, "zorps"],
  [/\bedited\b|изменено|изм\.|ویرایش‌شده/gu, "vurbel"],
  [/Гео и язык канала|Channel's geo and language/gu, "Nalbo e lingro"],
  [/^(?:Категория|Category)(?=:|$)/gmu, "Kestor"],
  [/^(?:Статистика|Statistics)$/gmu, "Trebas"],
  [/^(?:Фильтр публикаций|Posts filter)$/gmu, "Vilto bas"],
  [/Связанные каналы {2}\| {2}Похожие каналы|Related channels {2}\| {2}Similar channels/gu, "Omra  |  Simra"],
  [/^Показано (\d+) последних публикаций\.$/gmu, "Dors $1 bas."],
  [/^(\d+) last posts shown\.$/gmu, "Bas dors: $1"],
];

function inMadeUpWords(dump: string): string {
  return madeUp.reduce((text, [known, unknown]) => text.replace(known, unknown), dump);
}

/** Every post's lines, and what its footer tells in figures. */
function read(dump: string) {
  const source = readSource(new TextEncoder().encode(dump), "dump.txt");
  const { dialect } = recognise(source);
  const { drafts } = dialect.parse(source, { start: new Set(), join: new Set() });
  const rangeOf = ({ lines }: Draft) => [lines[0]?.line, lines.at(-1)?.line];
  return {
    dialect: dialect.name,
    posts: drafts.map((draft) => ({ lines: rangeOf(draft), views: draft.views, clock: draft.clock })),
  };
}

const footed = ["clock-times", "views-without-times", "footers-in-russian", "footers-in-persian"];
// Of a footer that says another number than the page has posts, nothing but its words tells that it is one.
const told = cases.filter(
  ({ dialect, name }) => footed.includes(name) || (dialect === "tgstat" && name !== "footer-count-wrong"),
);

describe("a page whose own words are in no language", () => {
  test.each(told)("$dialect/$name is parted as it is in its own", ({ folder }) => {
    const dump = readFileSync(join(folder, "dump.txt"), "utf8");
    const translated = inMadeUpWords(dump);
    expect(translated === dump).toBe(folder.endsWith("unknown-language"));
    expect(read(translated)).toEqual(read(dump));
  });
});

const sentence = fc.constantFrom(
  "Fog on the estuary until noon.",
  "The lamp was cleaned on Tuesday.",
  "Сегодня снова открыли северный причал.",
  "The keeper answered in one sentence:",
  "Boats leave at 10:30",
);
const madePost = fc.record({
  text: fc.array(sentence, { minLength: 1, maxLength: 3 }),
  reactions: fc.constantFrom([], ["👍3❤1"]),
  views: fc.integer({ min: 100, max: 99_999 }),
  // No full five minutes, which a timetable keeps to.
  minute: fc.integer({ min: 0, max: 1_439 }).map((minute) => (minute % 5 === 0 ? minute + 1 : minute)),
});

test("posts that a page prints with footers, in whatever words, come back as those posts with their views and times", () => {
  fc.assert(
    fc.property(
      fc.array(madePost, { minLength: 6, maxLength: 12 }),
      fc.constantFrom("views", "переглядів", "zorps", "nalba vi"),
      (posts, word) => {
        fc.pre(new Set(posts.map(({ views }) => views)).size > 3);
        const two = (figure: number) => `${figure}`.padStart(2, "0");
        const clock = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
        const printed = posts.map(({ text, reactions, views, minute }) => [
          ...text,
          ...reactions,
          `${views} ${word}`,
          clock(minute),
        ]);
        const dump = ["Marsh Radio", "802 subscribers", "Download Telegram", ...printed.flat()].join("\n");
        const lengths = read(dump).posts.map(({ lines: [first = 0, last = 0], ...told }) => [last - first + 1, told]);
        expect(lengths).toEqual(
          posts.map(({ views, minute }, index) => [
            printed[index]?.length,
            { views: { count: views }, clock: clock(minute) },
          ]),
        );
      },
    ),
    { numRuns: 60 },
  );
});

describe("lines that count things stay text", () => {
  const texts = (dump: string) => {
    const source = readSource(new TextEncoder().encode(dump), "dump.txt");
    const { drafts } = recognise(source).dialect.parse(source, { start: new Set(), join: new Set() });
    return { lines: drafts.flatMap(({ text }) => text), views: drafts.flatMap(({ views }) => views ?? []) };
  };

  test("where a timetable prints them above its times", () => {
    const lines = ["Boats on Sunday", "3 boats", "10:30", "5 boats", "11:15", "8 boats", "12:45", "12 boats", "14:00"];
    expect(texts(lines.join("\n"))).toEqual({ lines: lines.map((_, index) => index + 1), views: [] });
  });

  test("where a list in a text counts views", () => {
    const lines = [
      "Most seen this week",
      "The bell",
      "12.4K views",
      "The eel",
      "980 views",
      "The cat",
      "812 views",
      "All told.",
    ];
    expect(texts(lines.join("\n"))).toEqual({ lines: lines.map((_, index) => index + 1), views: [] });
  });

  test("where each post is one, or begins with one", () => {
    const days = [7, 9, 12, 15];
    const ones = days.flatMap((count) => [`${count} ships`, "👍3❤1"]);
    expect(texts(ones.join("\n"))).toEqual({ lines: [1, 3, 5, 7], views: [] });
    const begun = days.flatMap((count) => [`${count} ships`, "came in before noon.", "👍3❤1"]);
    expect(texts(begun.join("\n"))).toEqual({ lines: [1, 2, 4, 5, 7, 8, 10, 11], views: [] });
  });
});

describe("footers over blank lines close posts where the page's own lines end it", () => {
  const figures = ["2,1", "5,8", "980", "3", "1,4", "12"];
  const page = (foot: (figure: string) => string) =>
    figures.flatMap((figure, at) => [
      `Kulübe ${at} açıldı.`,
      "",
      "Anahtar komşuda.",
      "Kapıyı kapatın.",
      foot(figure),
      "",
    ]);
  const viewsOf = (foot: (figure: string) => string) =>
    read([...page(foot).slice(0, -1), "Daha fazla", "14.220 zabon"].join("\n")).posts.flatMap(
      ({ views }) => views?.count ?? [],
    );
  const thousands = [2_100, 5_800, 980_000, 3_000, 1_400, 12_000];

  test.each([
    ["Turkish", (figure: string) => `👁 ${figure}B görüntülenme`],
    ["Turkish without an eye", (figure: string) => `${figure} bin görüntülenme`],
    ["an eye alone", (figure: string) => `👁 ${figure}B`],
    ["Russian", (figure: string) => `${figure} тыс. просмотров`],
    ["a word of no language", (figure: string) => `${figure}K zorbas`],
    ["an eye and a word of no language", (figure: string) => `👁 ${figure} tis. zorbas`],
    ["German", (figure: string) => `${figure} Tsd. Aufrufe`],
  ])("%s", (_name, foot) => {
    expect(viewsOf(foot)).toEqual(thousands);
  });

  test("but not in a list with one line over each", () => {
    const lines = figures.flatMap((figure, at) => [`Kulübe ${at}`, `${figure}K zorbas`, ""]);
    expect(read([...lines, "Hepsi bu."].join("\n")).posts.flatMap(({ views }) => views ?? [])).toEqual([]);
  });

  test("and a letter behind a figure alone is no count", () => {
    expect(viewsOf((figure) => `${figure}B`)).toEqual([]);
  });
});
