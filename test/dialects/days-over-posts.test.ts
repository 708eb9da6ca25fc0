import { describe, expect, test } from "vitest";
import { plain } from "../../src/dialects/kinds/plain.ts";
import { parseDump } from "../../src/import/parse.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import type { Post } from "../../src/model/post.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

/** Posts of invented channels, one a day, and the language that the days over them are written in. */
const channels: Readonly<Record<string, readonly string[]>> = {
  pt: [
    "Bom dia, cais! A balsa sai mais tarde hoje.",
    "Ouvido na fila:\n\n— Esse peixe é fresco?\n— Mais do que eu.\n\nLevou dois.",
    "Quem perdeu um guarda-chuva azul?",
    "Sobre o preço do gelo.\n\nMuita gente perguntou, com razão.",
  ],
  fi: [
    "Huomenta! Lautta on myöhässä.",
    "Kuultu laiturilla:\n\n– Onko kala tuoretta?\n– Tuoreempaa kuin minä.\n\nHän osti kaksi.",
    "Kuka hukkasi sinisen sateenvarjon?",
    "Jään hinnasta.\n\nMoni on kysynyt, ja syystä.",
  ],
  el: [
    "Καλημέρα! Το φέρι αργεί σήμερα.",
    "Ακούστηκε στην αποβάθρα:\n\n— Είναι φρέσκο το ψάρι;\n— Πιο φρέσκο από μένα.\n\nΠήρε δύο.",
    "Ποιος έχασε μια μπλε ομπρέλα;",
    "Για την τιμή του πάγου.\n\nΠολλοί ρώτησαν, και με το δίκιο τους.",
  ],
  ko: [
    "안녕하세요! 오늘 배가 늦습니다.",
    "부두에서 들은 말:\n\n— 이 생선 싱싱해요?\n— 저보다 싱싱해요.\n\n두 마리를 샀다.",
    "파란 우산 잃어버리신 분?",
    "얼음값 이야기.\n\n많은 분이 물어보셨습니다.",
  ],
};

/** The days over posts, from 1 March 2026 on, and the same days as the archive keeps them. */
function daysIn(locale: string, count: number): readonly { readonly printed: string; readonly day: string }[] {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });
  return Array.from({ length: count }, (_, at) => {
    const date = new Date(Date.UTC(2026, 2, at + 1));
    return { printed: format.format(date), day: date.toISOString().slice(0, 10) };
  });
}

function postsOf(text: string, sidecar: Sidecar = {}): readonly Post[] {
  const source = readSource(Buffer.from(text), "page.txt");
  return readDump({ source, sidecar, today: "2026-11-30" as Day }).posts as readonly Post[];
}

const told = (posts: readonly Post[]): readonly (readonly [string, string])[] =>
  posts.map(({ text, dating }) => [dating.best, text]);

describe.each(Object.entries(channels))("days right over posts, in %s", (locale, texts) => {
  const days = daysIn(locale, texts.length);
  const page = (between: string): string => texts.map((text, at) => `${days[at]?.printed}\n${text}`).join(between);

  test.each([
    ["one blank line", "\n\n"],
    ["two blank lines", "\n\n\n"],
  ])("each dates the post below it, with %s between the posts", (_, between) => {
    expect(told(postsOf(page(between)))).toEqual(texts.map((text, at) => [days[at]?.day, text]));
  });

  test.each([
    undefined,
    "line",
    "blank line",
    "two blank lines",
    "ruler",
    "nothing",
  ] as const)("no post is empty, none reaches over a day and none has another day, if the separator is %s", (separator) => {
    const posts = postsOf(page("\n\n"), separator === undefined ? {} : { separator });
    const all = texts.map((text, at) => [days[at]?.day, text.split("\n").filter((line) => line !== "")]);
    const found = new Map<string, string[]>(days.map(({ day }) => [day, []]));
    for (const { text, dating } of posts) {
      expect(text.trim()).not.toBe("");
      found.get(dating.best)?.push(...text.split("\n").filter((line) => line !== ""));
    }
    expect([...found]).toEqual(all);
  });

  test.each([
    ["two blank lines", "\n\n\n"],
    ["three blank lines", "\n\n\n\n"],
    ["a ruler", "\n\n* * *\n\n"],
  ])("the posts of one day are parted by %s, their paragraphs by one", (_, between) => {
    const own = [texts.slice(0, 2), texts.slice(2, 3), texts.slice(3), ["1 2 3", ...texts.slice(0, 1)]];
    const text = own.map((group, at) => `${days[at]?.printed}\n${group.join(between)}`).join(between);
    expect(told(postsOf(text))).toEqual(own.flatMap((group, at) => group.map((post) => [days[at]?.day, post])));
  });

  test("a page without blank lines has them too", () => {
    const flat = texts.map((text) => text.replace(/\n+/gu, " "));
    const text = flat.map((post, at) => `${days[at]?.printed}\n${post}`).join("\n");
    expect(told(postsOf(text))).toEqual(flat.map((post, at) => [days[at]?.day, post]));
  });
});

describe("a person's word on days right over posts", () => {
  const [texts = []] = Object.values(channels);
  const days = daysIn("pt", texts.length);
  const text = texts.map((post, at) => `${days[at]?.printed}\n${post}`).join("\n\n");
  const source = readSource(Buffer.from(text), "page.txt");
  const linesOf = (hints: Partial<Record<"start" | "join", ReadonlySet<number>>>): readonly string[] =>
    plain
      .parse(source, { start: new Set(), join: new Set(), ...hints })
      .drafts.map((draft) => draft.text.map((line) => source.lines[line - 1]).join("\n"));

  test("where a day goes on with the post above it, it is text", () => {
    const line = source.lines.indexOf(days[2]?.printed ?? "") + 1;
    expect(linesOf({ join: new Set([line]) })).toContainEqual(
      expect.stringContaining(`Levou dois.\n\n${days[2]?.printed}`),
    );
  });

  test("where a post starts with a day, days are text", () => {
    const found = linesOf({ start: new Set([1]) }).join("\n");
    for (const { printed } of days) expect(found).toContain(printed);
  });
});

describe("a title over days over posts", () => {
  const texts = ["The bell was rung.", "Two boats came in.\nBoth were empty.", "Fog.", "The mill turns again."];
  const body = texts.map((text, at) => `${at + 2} March 2026\n${text}`).join("\n\n");
  const read = (text: string) => parseDump(readSource(Buffer.from(text), "bell.txt"), {});

  test.each([
    "# Bell Harbour",
    "Notes on Bell Harbour",
    "Bell Harbour\nwhat I kept in March",
  ])("is in no post: %j", (title) => {
    const { posts } = read(`${title}\n\n${body}`);
    expect(posts.map(({ text }) => text)).toEqual(texts);
  });

  test("names the channel where it is a heading", () => {
    expect(read(`# Bell Harbour\n\n${body}`).channel.name).toBe("Bell Harbour");
    expect(read(`Notes on Bell Harbour\n\n${body}`).channel.identified).toBe(false);
  });

  test("a sentence over the first day is the text of a post", () => {
    const { posts } = read(`The lamp was out all night.\n\n${body}`);
    expect(posts[0]?.text).toContain("The lamp was out all night.");
  });
});
