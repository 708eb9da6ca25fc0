import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysOverPosts, withoutDays } from "../../src/dialects/boundaries/days-over-posts.ts";
import { type JudgedPage, judgePage, separatorFindings } from "../../src/dialects/boundaries/judge-page.ts";
import { type PageOrigin, separatorChances, separators } from "../../src/dialects/boundaries/separators.ts";
import type { Hints } from "../../src/dialects/kinds/dialect.ts";
import { plain } from "../../src/dialects/kinds/plain.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { type Token, tokensOf } from "../../src/dialects/lines/tokens.ts";
import { parseDump } from "../../src/import/parse.ts";
import type { NamedSeparator } from "../../src/model/named-separator.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

const noHints = { start: new Set<number>(), join: new Set<number>() };
const tokensIn = (text: string): readonly Token[] => tokensOf(readSource(Buffer.from(text), "page.txt"));
const startsOf = (text: string, origin: PageOrigin, hints = noHints): readonly number[] => {
  const tokens = tokensIn(text);
  return judgePage(tokens, hints, origin).posts.map(({ range }) => tokens[range.start]?.first ?? 0);
};

/** Posts of an invented channel, some of several paragraphs, some with lists. */
const posts: readonly string[] = [
  "Kayıkhane yeniden açıldı\n\nGiriş ücretsiz, kapı sabah dokuzda açılıyor.",
  "Bugün sis var.",
  "Eksik kürekler bulundu\n\n• ikisi depoda\n• biri köprünün altında\n\nTeşekkürler.",
  "Yarın yarış yok.",
  "Yarış sonuçları\n\n1. Poyraz\n2. Lodos\n3. Keşişleme",
  "Deniz feneri boyanıyor, yol pazartesiye kadar kapalı.",
  "Kayıp kedi\n\nSarı, boynunda mavi tasma. Gören haber versin.",
];

/** The lines at which posts start that are joined with so many lines between them. */
function startsWith(between: number): readonly number[] {
  let line = 1;
  return posts.map((text) => {
    const start = line;
    line += text.split("\n").length + between;
    return start;
  });
}

describe("what parts the posts of a page", () => {
  test.each([
    ["two blank lines", "\n\n\n", 2],
    ["three blank lines", "\n\n\n\n", 3],
    ["a ruler", "\n-----\n", 1],
    ["a ruler between blank lines", "\n\n* * *\n\n", 3],
  ] as const)("%s, in a preview and in a text of unknown origin", (_, sign, between) => {
    for (const origin of ["preview", "unknown"] as const)
      expect(startsOf(posts.join(sign), origin)).toEqual(startsWith(between));
  });

  test.each([
    ["in figures", (day: number) => `0${day}.02.2026`],
    ["newest first", (day: number) => `2026-02-${19 - day}`],
    ["with its weekday, without its year", (day: number) => `Pazartesi, ${day} Şubat`],
    ["in Chinese", (day: number) => `2026年2月${day}日(水)`],
    ["in Thai, of the Buddhist era", (day: number) => `${day} กุมภาพันธ์ 2569`],
    ["in Swahili", (day: number) => `${day} Februari 2026`],
  ])("a day over each post, %s: blank lines below it part paragraphs", (_, write) => {
    const text = posts.map((post, at) => `${write(at + 1)}\n${post}`).join("\n\n");
    const days = tokensIn(text).flatMap(({ text: own, first }) =>
      posts.some((__, at) => own === write(at + 1)) ? [first] : [],
    );
    expect(startsOf(text, "unknown")).toEqual(days);
  });

  test("days in a list, or in a timetable below its title, are no heads", () => {
    for (const text of [
      "Yarışlar\n01.02.2026\n02.02.2026\n03.02.2026\nhepsi ücretsiz",
      "01.02.2026\n\n02.02.2026\n\n03.02.2026\n\nhepsi ücretsiz",
    ])
      expect(daysOverPosts(tokensIn(text)).size).toBe(0);
  });

  test.each([
    ["in figures", (day: number) => `0${day}.02.2026`],
    ["newest first, below a title", (day: number) => `2026-02-${19 - day}`],
    ["with its weekday, between rulers", (day: number) => `--- Pazartesi, ${day} Şubat ---`],
  ])("a day over the posts of each day, %s, is the day of these posts and in none of them", (form, write) => {
    const notes = posts.map((post) => post.replace(/\n\n/gu, "\n"));
    const days = [0, 1, 2].map((day) => [write(day + 1), ...notes.slice(2 * day, 2 * day + 2)]);
    const title = form.includes("title") ? ["Kürek kulübü, elle kopyalandı"] : [];
    const text = [...title, ...days.flat()].join("\n\n");
    const source = readSource(Buffer.from(text), "page.txt");
    const drafts = plain
      .parse(source, noHints)
      .drafts.map(({ dayOver = "", text: lines }) => [dayOver, lines.map((line) => source.lines[line - 1]).join("\n")]);
    const bare = (day: string): string => day.replaceAll("---", "").trim();
    expect(drafts).toEqual(days.flatMap(([day = "", ...own]) => own.map((post) => [bare(day), post])));
    const [opening] = days[1]?.[1]?.split("\n") ?? [];
    const line = source.lines.indexOf(opening ?? "") + 1;
    expect(plain.parse(source, { ...noHints, join: new Set([line]) }).drafts).toHaveLength(drafts.length - 1);
  });

  test("days with nothing between them, and few days, stay text", () => {
    for (const text of [
      "01.02.2026\n\n02.02.2026\n\n03.02.2026\n\nhepsi ücretsiz",
      "01.02.2026\n\nBugün sis var.\n\n02.02.2026\n\nYarın yarış yok.",
      posts.join("\n\n01.02.2026\n\n"),
    ])
      expect(withoutDays(tokensIn(text), noHints)).toEqual({
        tokens: tokensIn(text),
        days: new Map(),
        over: new Map(),
      });
  });

  test("each blank line, where no post holds one", () => {
    const flat = posts.map((text) => text.replace(/\n\n/gu, "\n"));
    const [first = "", ...rest] = flat;
    const text = [first, ...rest].join("\n\n");
    const starts = tokensIn(text).flatMap((token, at) => (at === 0 || token.gap > 0 ? [token.first] : []));
    expect(startsOf(text, "unknown")).toEqual(starts);
  });

  test("a notice says whether all blank lines part posts, or some", () => {
    const told = (text: string): string =>
      plain
        .parse(readSource(Buffer.from(text), "page.txt"), noHints)
        .findings.find(({ rule }) => rule === "plain/separator")?.reason ?? "";
    const days = posts.map((post, at) => `0${at + 1}.02.2026\n${post}`);
    expect(told(days.join("\n\n"))).toContain("its posts were split at some of its blank lines;");
    const flat = posts.map((text) => text.replace(/\n\n/gu, "\n"));
    expect(told(flat.join("\n\n"))).toContain("its posts were split at blank lines;");
    const tokens = tokensIn(posts.join("\n\n"));
    const page = { ...judgePage(tokens, noHints, "preview"), separator: "blank lines" as const };
    const whole = [{ range: { start: 0, end: tokens.length }, boundary: { kind: "marked" as const } }];
    const reasonOf = (own: JudgedPage["posts"]): string =>
      separatorFindings({ ...page, posts: own }, tokens)[0]?.reason ?? "";
    expect(reasonOf(whole)).toMatch(/split at some of its blank lines .*write separator: blank line in the sidecar$/u);
    const each = tokens.flatMap((token, at) => (at === 0 || token.gap > 0 ? [at] : []));
    const parted = each.map((start, at) => ({
      range: { start, end: each[at + 1] ?? tokens.length },
      boundary: { kind: "marked" as const },
    }));
    expect(reasonOf(parted)).toMatch(/split at blank lines .*set "separator" in the sidecar$/u);
  });

  test("not blank lines, where a mark of the page shows that posts stand right under each other", () => {
    const closed = posts.map((text, at) => `${text}\n👍${at + 3}❤1`).join("\n");
    expect(startsOf(closed, "preview")).toEqual(startsWith(1));
    const person = { start: new Set([4]), join: new Set<number>() };
    expect(separatorChances(tokensIn(posts.join("\n")), person, "unknown")["line ends"]).toBe(1);
  });

  test("what other dumps say counts once, where blank lines part posts too", () => {
    const tokens = tokensIn(posts.join("\n\n"));
    const logit = (chance = 0): number => Math.log(chance / (1 - chance));
    const alone = judgePage(tokens, noHints, "unknown");
    const odds = -1.5;
    const known = new Map(tokens.map(({ first }) => [first, odds]));
    const told = judgePage(tokens, { ...noHints, known }, "unknown");
    expect(alone.separator).toBe("blank lines");
    const open = [...tokens.keys()].filter((place) => [0, 1].every((end) => alone.chances[place] !== end));
    expect(open.length).toBeGreaterThan(3);
    for (const place of open) expect(logit(told.chances[place])).toBeCloseTo(logit(alone.chances[place]) + odds, 6);
  });

  /** Short posts of an invented channel, three of them with a second paragraph. */
  const notes: readonly string[] = [
    "Goedemorgen! De pont vaart vandaag een kwartier later.",
    "De steiger is weer open. Het water is zeventien graden.",
    "Op de kade is verse haring te koop.",
    "Donderdag om negen uur maken we de steigers schoon.\n\nHaal uw boot de avond ervoor weg.",
    "Dank aan iedereen die kwam helpen!",
    "Er is een sleutelbos gevonden, vraag bij de kiosk.",
    "Vanavond waait het hard. Leg alles goed vast.\n\nDe waarschuwing geldt tot morgenochtend.",
    "De brug blijft dicht tot vrijdag.\n\nFietsers kunnen om via de sluis.",
    "Welterusten, haven.",
  ];
  const flat = notes.map((text) => text.replace(/\n\n/gu, "\n"));
  const head = "Havenbrief\n@havenbrief\n1 204 volgers";

  test.each([
    ["a blank line, none inside posts", flat, "\n\n"],
    ["two blank lines, none inside posts", flat, "\n\n\n"],
    ["two blank lines, one inside posts", notes, "\n\n\n"],
    ["a line end, blank lines inside posts", notes, "\n"],
  ] as const)("%s: short posts of a preview, with its head and cut out of it", (_, own, sign) => {
    for (const text of [`${head}${sign}${own.join(sign)}`, own.join(sign)]) {
      const source = readSource(Buffer.from(text), "page.txt");
      const { drafts } = recognise(source).dialect.parse(source, noHints);
      expect(drafts.map(({ text: [line = 0] }) => source.lines[line - 1])).toEqual(
        own.map((each) => each.split("\n")[0]),
      );
    }
  });

  test("a blank line under the head speaks for blank lines, none for line ends, and gaps that are all wide for gaps", () => {
    const chanceOf = (text: string, underHead?: number): number =>
      separatorChances(tokensIn(text), noHints, "preview", underHead)["line ends"];
    const text = posts.join("\n\n");
    expect(chanceOf(text, 1)).toBeLessThan(chanceOf(text));
    expect(chanceOf(text, 0)).toBeGreaterThan(chanceOf(text));
    const wide = flat.slice(0, 3).join("\n\n\n");
    expect(chanceOf(wide)).toBeLessThan(chanceOf(wide.replaceAll("\n\n\n", "\n\n")));
  });

  test("chances are told of every text, and sum to 1", () => {
    const lines = fc.array(fc.constantFrom("fog", "---", "", "", "1. a", "👍3", "Sun.", "  "));
    fc.assert(
      fc.property(lines, fc.constantFrom<PageOrigin>("preview", "unknown"), (own, origin) => {
        const chances = separatorChances(tokensIn(`fog\n${own.join("\n")}`), noHints, origin);
        expect(separators.reduce((sum, name) => sum + chances[name], 0)).toBeCloseTo(1);
      }),
    );
  });
});

describe("a separator that a person names", () => {
  const named = (separator: NamedSeparator): Hints => ({ ...noHints, separator });
  const parsed = (text: string, hints: Hints): ReturnType<typeof plain.parse> =>
    plain.parse(readSource(Buffer.from(text), "page.txt"), hints);

  test.each([
    ["line", "\n"],
    ["blank line", "\n\n"],
    ["two blank lines", "\n\n\n"],
    ["two blank lines", "\n\n\n\n\n"],
    ["ruler", "\n* * *\n"],
    ["ruler", "\n\n-----\n\n"],
  ] as const)("%s parts the posts, whatever they look like", (separator, sign) => {
    const inside = { line: "", "blank line": "\n", "two blank lines": "\n\n", ruler: "\n\n\n" }[separator];
    const texts = posts.map((text) => (inside === "" ? text.replace(/\n+/gu, " ") : text.replace(/\n+/gu, inside)));
    const { drafts, findings } = parsed(texts.join(sign), named(separator));
    expect(drafts.map((draft) => draft.text.length)).toEqual(texts.map((text) => text.split("\n").length));
    expect(drafts.map(({ boundary }) => boundary.kind)).toEqual(posts.map(() => "set"));
    expect(findings.filter(({ rule }) => rule === "boundary/doubtful")).toEqual([]);
  });

  test("a person's word on a line goes before it", () => {
    const hints = { ...named("blank line"), join: new Set([3]), start: new Set([6]) };
    const { drafts } = parsed("Poyraz\n\nLodos\n\nKeşişleme\nKarayel", hints);
    expect(drafts.map(({ lines }) => lines[0]?.line)).toEqual([1, 5, 6]);
  });

  test("nothing: blank lines stand inside posts, and line ends are judged", () => {
    const page = tokensIn(posts.join("\n"));
    const found = judgePage(page, named("nothing"), "unknown").posts.map(({ range }) => page[range.start]?.gap);
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((gap) => gap === 0)).toBe(true);
  });

  test("a page that shows its posts itself has no use for one, and says so", () => {
    const text =
      "Anna, [11.02.2026 10:15]\nPoyraz\n\nMert, [11.02.2026 10:17]\nLodos\n\nMert, [11.02.2026 10:18]\nKarayel\n";
    const told = (sidecar: Sidecar): readonly string[] =>
      parseDump(readSource(Buffer.from(text), "page.txt"), sidecar).findings.flatMap(({ rule, reason }) =>
        rule === "sidecar/separator" ? [reason] : [],
      );
    expect(told({ separator: "line" })).toEqual([
      '"separator: line" in the sidecar was not used: the line with the time of each message shows where it starts or ends; delete it, and where a post starts at a wrong line, write boundaries: { start: [12], join: [47] } with the lines of this dump',
    ]);
    expect(told({})).toEqual([]);
  });

  describe("on a page of TGStat, whose posts are told apart by judgement", () => {
    const head = "Iskele Radyo\n\n\nChannel's geo and language: World, English\nCategory: News\n\n\nPosts filter\n\n\n";
    const page = (sign: string): string =>
      `${head}${["Poyraz bugün sert.", "Lodos akşama doğru.", "Keşişleme yarın.", "Karayel pazara."].join(sign)}\n\n\n4 last posts shown.`;
    const read = (text: string, sidecar: Sidecar) => parseDump(readSource(Buffer.from(text), "page.txt"), sidecar);

    test.each([
      ["line", "\n"],
      ["blank line", "\n\n"],
      ["two blank lines", "\n\n\n"],
      ["ruler", "\n-----\n"],
    ] as const)("%s parts them", (separator, sign) => {
      const { posts: found, findings, dialect } = read(page(sign), { separator });
      expect(dialect).toBe("tgstat");
      expect(found.map(({ text }) => text)).toEqual([
        ...["Poyraz bugün sert.", "Lodos akşama doğru.", "Keşişleme yarın.", "Karayel pazara."],
      ]);
      expect(found.slice(1).map(({ draft }) => draft.boundary.kind)).toEqual(["set", "set", "set"]);
      expect(findings.map(({ rule }) => rule)).not.toContain("sidecar/separator");
      expect(findings.map(({ rule }) => rule)).not.toContain("tgstat/footer-count");
    });

    test("the page's own count of posts is still compared", () => {
      const { posts: found, findings } = read(page("\n\n"), { separator: "two blank lines" });
      expect(found.length).toBe(1);
      expect(findings.map(({ rule }) => rule)).toContain("tgstat/footer-count");
    });
  });
});

test("the first post of a text without marks is not called marked", () => {
  const source = (text: string) => readSource(Buffer.from(text), "page.txt");
  const first = (text: string) => recognise(source(text)).dialect.parse(source(text), noHints).drafts[0]?.boundary;
  expect(first(posts.join("\n\n\n"))).toEqual({ kind: "inferred", probability: 1 });
  expect(first(`Kayıkhane\n1.2K subscribers\nDownload Telegram\n${posts.join("\n")}`)).toEqual({ kind: "marked" });
  expect(first(`Forwarded from Kayıkhane\n${posts.join("\n")}`)).toEqual({ kind: "marked" });
});
