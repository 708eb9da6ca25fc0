import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexSearch } from "../../scripts/site/search-index.ts";
import { type Served, serve } from "../../scripts/site/server.ts";
import { loadArchive } from "../../scripts/storage/load-archive.ts";
import type { Post } from "../../src/model/post.ts";
import { archiveOf } from "../site/fixture.ts";
import { openChromium, type TestBrowser } from "./chromium.ts";
import { inflectedQuestions, inflectedTongues } from "./inflected-tongues.ts";
import { manyTongues } from "./many-tongues.ts";
import { openReader, type Reader } from "./reader.ts";

/*
 * 257 questions to the real index in a real browser, each with all posts that it must find; every other post of the archive it
 * must not. What the posts of the five dumps hold is told by patterns over their texts, which know nothing of the search.
 */
const dumps = loadArchive(join(import.meta.dirname, "..", "..", "content"));
const folder = mkdtempSync(join(tmpdir(), "scrollback-queries-"));
let served: Served;
let chromium: TestBrowser;
let reader: Reader;

beforeAll(async () => {
  await indexSearch(dumps, join(folder, "dumps"));
  await indexSearch(archiveOf([...manyTongues, ...inflectedTongues]), join(folder, "tongues"));
  await build({
    entryPoints: [join(import.meta.dirname, "asker.ts")],
    outfile: join(folder, "asker.js"),
    bundle: true,
    format: "esm",
    logLevel: "silent",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  writeFileSync(
    join(folder, "index.html"),
    '<!doctype html><html lang="en"><title>Asker</title><link rel="icon" href="data:,"><script type="module" src="asker.js"></script>',
  );
  served = await serve(folder, { port: 0 });
  chromium = await openChromium();
  reader = await openReader(
    chromium.browser,
    (address) => address.startsWith(served.url) || address.startsWith("data:"),
  );
  await reader.page.goto(served.url);
});

afterAll(async () => {
  expect(reader.complaints).toEqual([]);
  await chromium?.close();
  await served?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The ids of the posts that a question finds, sorted. */
async function found(archive: "dumps" | "tongues", asked: string): Promise<readonly string[]> {
  const address = asked.startsWith("?") ? asked : `?q=${encodeURIComponent(asked)}`;
  const paths = await reader.page.evaluate(
    ([root, question]) =>
      (globalThis as unknown as { ask(root: string, question: string): Promise<readonly string[]> }).ask(
        root,
        question,
      ),
    [`${served.url}${archive}/`, address] as const,
  );
  return paths.map((path) => path.replace(/^(\??)p\/([^/]+)\/$/u, "$1$2")).toSorted();
}

describe("thirty-three languages", () => {
  test.each<[asked: string, ids: string]>([
    // English: names of capitals, figures, signs, emoji, hyphens, forms.
    ["US", "enus enusdots"],
    ["U.S.", "enus enusdots"],
    ["us harbour", "enused"],
    ["used", "enused"],
    ["#Live", "enlive"],
    ["#LIVE", "enlive"],
    ["80 years ago", "enkeycap"],
    ['"80 years ago"', "enkeycap"],
    ["🇨🇭", "enkeycap"],
    ["🔥", "enfire"],
    ["3500", "enus"],
    ["3,500", "enus"],
    ["C++", "encode"],
    ["email", "dekonf enused enusdots"],
    ["e-mail", "dekonf enused enusdots"],
    ["co-operation", "enhyph"],
    ["cooperation", "enhyph"],
    ["wellknown", "enhyph"],
    ["talk", "enhyph enus"],
    ["talking -grain", "enhyph"],
    ["harbour -live -fire", "enfire enused"],
    ["warehouse OR envoy", "enfire enus"],
    ['"harbour master"', "enused"],
    ['"master harbour"', ""],
    ["harb*", "enfire enlive enused"],
    // Russian and Ukrainian: cases, changed stems, function words, letters that are left out.
    ["посол", "rupos rupos2"],
    ["послов", "rupos rupos2"],
    ["послами", "rupos rupos2"],
    ["после", "rupos2 ruposle"],
    ["елка", "ruposle"],
    ["ёлки", "ruposle"],
    ["Ямало-Ненецкий", "ruyamal"],
    ["ненецкий", "ruyamal"],
    ["12000", "ruyamal"],
    ["5000", "ruyamal"],
    ["город", "rugorod"],
    ["кіт", "uknich"],
    ["коти", "uknich"],
    ["рука", "uknich"],
    ["Київ", "ukkyiv"],
    ["київ", "ukkyiv"],
    ["об'єднання", "ukkyiv ukobed"],
    ["об’єднання", "ukkyiv ukobed"],
    ["п'ять", "ukobed"],
    ["порт", "rupos uknich"],
    ["#порт", "rupos"],
    ["Lavrov", ""],
    ["Лавров", "rupos"],
    // Arabic and Persian: articles, vowel signs, two shapes of one letter, joiners, digits.
    ["ميناء", "armina"],
    ["السفينة", "armina"],
    ["سفينة", "armina"],
    ["إن المحادثات", "arwazir"],
    ["محادثات", "arwazir"],
    ["کشتی", "fakesht fami fami2"],
    ["كشتي", "fakesht fami fami2"],
    ["کتاب", "faketab"],
    // A plain blank may stand between two figures too, so that each is found.
    ["12", "arwazir faketab ruyamal"],
    ["۱۲ روز", "faketab"],
    // Where the hamza sits, what is joined in Persian, and how the hundred is spelled.
    ["مسؤولية", "armasul fami"],
    ["مسئولية", "armasul fami"],
    ["المسئوليه", "armasul fami"],
    ["مئة", "armasul"],
    ["مائه", "armasul"],
    ["شئ", "armasul"],
    ["مسئول", "armasul fami"],
    ["مسؤول", "armasul fami"],
    ["مسوول", "armasul fami"],
    ["رییس", "fami"],
    ["می‌خواهد", "fami"],
    ["می خواهد", "fami"],
    ["ميخواهد", "fami"],
    ["نمی‌خواهد", "fami2"],
    ["نمی خواهد برود", "fami2"],
    ["نامه‌ها", "fami2"],
    ["نامه ها", "fami2"],
    ["کشتی ها", "fakesht fami fami2"],
    // Hebrew points and abbreviations, Japanese of half width, the dot below letters of Hindi.
    ["צהל", "hetsahal"],
    ['צה"ל', "hetsahal"],
    ["צה״ל", "hetsahal"],
    ["בית ספר", "hetsahal"],
    ["בית-ספר", "hetsahal"],
    ["ガス", "jagasu"],
    ["ｺｰﾋｰ", "jagasu"],
    ["जमीन", "hizamin"],
    ["ज़मीन", "hizamin"],
    ["सडक", "hizamin"],
    ["डाक्टर", ""],
    // Chinese and Korean: no blanks, and syllables in their parts.
    ["会谈", "zhgang"],
    ["港口", "zhchuan zhgang"],
    ["船", "jagasu zhchuan"],
    ["外交部发言人", "zhgang"],
    ["发言交部", ""],
    ["#港口", "zhchuan"],
    ["한국", "kohang"],
    ["한국".normalize("NFD"), "kohang"],
    ["회담", "kohang"],
    // German and Turkish: ß, umlauts, dotted and dotless i.
    ["Strasse", "destras"],
    ["straße", "destras"],
    ["Hafen", "destras"],
    ["Burgermeister", "destras"],
    ["Konferenz", "dekonf"],
    ["Fähre", "defaehr2 defaehre"],
    ["Faehre", "defaehr2 defaehre"],
    ["Fähren", "defaehr2 defaehre"],
    ["faehr*", "defaehr2 defaehre"],
    ["Oel", "defaehr2"],
    ["Loesungen", "defaehr2"],
    ["Mueller", "defaehr2"],
    ["Göthe", "defaehre"],
    ["Gaeste", "defaehre"],
    ["neue", "defaehre destras"],
    // Swedish, Norwegian, Azerbaijani.
    ["Aangbaaten", "svangbat"],
    ["Malmoe", "svangbat"],
    ["baat*", "nosjoe svangbat"],
    ["sjoen", "nosjoe"],
    ["Aalesund", "nosjoe"],
    ["sefir", "azelch"],
    ["istanbul", "tristan"],
    ["İSTANBUL", "tristan"],
    ["Igdir", "tristan"],
    ["ışık", "trisik"],
    ["isik", "trisik"],
    // Operators and days; a question mark stands before posts whose interval only reaches into the time asked for.
    ["lang:uk", "ukkyiv ukmya uknich ukobed"],
    ["lang:ru -порт", "rugorod rupos2 ruposle ruyamal"],
    ["channel:kran has:photo", "ruposle"],
    ["from:pit", "enfire"],
    ["is:forwarded lang:ru", "rugorod"],
    ["site:ferry.example", "encode"],
    ["?q=lang%3Aen&from=2025-02-09&to=2025-02-18", "enlive ?enkeycap ?enused"],
    ["?q=lang%3Aen&from=2025-02-09&to=2025-02-18&within=certainly", "enlive"],
    ["lang:en after:2025-02-23", "?enkeycap encode enfire enhyph"],
    ["lang:Armenian", "hykagh hykagh2"],
    ["?from=2025-02-12&to=2025-02-11", ""],
    ...inflectedQuestions.map(([asked, ids]): [string, string] => [asked, ids]),
  ])("%s", async (asked, ids) => {
    expect(await found("tongues", asked)).toEqual(
      ids
        .split(" ")
        .filter((id) => id !== "")
        .map((id) => (id.startsWith("?") ? `?${id.slice(1).padEnd(10, "0")}` : id.padEnd(10, "0")))
        .toSorted(),
    );
  });
});

/** A word of a text, whatever its case, with what may follow its beginning; names such as `HistoryOfDiplomacy` are several words. */
function word(pattern: string): (post: Post) => boolean {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?:['’]s)?(?![\\p{L}\\p{N}])`, "iu");
  return (post) => whole.test(textOf(post).replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, " "));
}

function exact(pattern: RegExp): (post: Post) => boolean {
  return (post) => pattern.test(textOf(post));
}

function textOf({ title, text }: Post): string {
  return `${title}\n${text}`.replace(/[\uFE0E\uFE0F\u20E3]/gu, "");
}

const tagged = (tag: string) => (post: Post) => post.tags.some(({ key }) => key === tag);
const reaches = (first: string, last: string) => (post: Post) =>
  post.dating.latest >= first && post.dating.earliest <= last;
const all =
  (...tests: readonly ((post: Post) => boolean)[]) =>
  (post: Post): boolean =>
    tests.every((holds) => holds(post));
const not =
  (holds: (post: Post) => boolean) =>
  (post: Post): boolean =>
    !holds(post);
const either =
  (one: (post: Post) => boolean, other: (post: Post) => boolean) =>
  (post: Post): boolean =>
    one(post) || other(post);

describe("the five dumps", () => {
  test.each<[asked: string, holds: (post: Post) => boolean]>([
    ["Lavrov", word("lavrov")],
    ["Yalta", word("yalta")],
    ["yalta potsdam", all(word("yalta"), word("potsdam"))],
    ["Yalta OR Potsdam", either(word("yalta"), word("potsdam"))],
    ["Yalta -charter", all(word("yalta"), not(word("charters?")))],
    ["OSCE", word("osce")],
    ["?q=OSCE&from=2026-02-11&to=2026-02-13", all(word("osce"), reaches("2026-02-11", "2026-02-13"))],
    ["?q=Yalta&from=2025-02-01&to=2025-02-20", all(word("yalta"), reaches("2025-02-01", "2025-02-20"))],
    ["#LIVE", tagged("live")],
    ["tag:live", tagged("live")],
    ["#live -lavrov", all(tagged("live"), not(word("lavrov")))],
    ["80 years ago", all(word("80"), word("years?"), word("ago"))],
    ['"years ago"', exact(/years ago/iu)],
    ["US", exact(/(?<![\p{L}\p{N}])(?:US|U\.S\.)(?![\p{L}\p{N}])/u)],
    ["NATO -expansion", all(word("nato"), not(word("expansions?")))],
    ["Zakharova", word("zakharova")],
    ["BRICS", word("brics")],
    ["Cassis", word("cassis")],
    ["Sinirlioglu", word("sinirlioglu")],
    ["Vietnam", word("vietnam")],
    ["telephone conversation", all(word("telephones?"), word("conversations?"))],
    ['"telephone conversation"', exact(/telephone conversation/iu)],
    ["diplomats", word("diplomat(?:s|ic|ically)?")],
    ["Sergey OR Sergei", word("serge[iy]")],
    ["fortress", word("fortress(?:es)?")],
    ["Kiev regime", all(word("kiev"), word("regimes?"))],
    ["🎙", exact(/🎙/u)],
    ["🇷🇺", exact(/🇷🇺/u)],
    ["has:video", ({ media }) => media.includes("video")],
    ["has:link", ({ links }) => links.length > 0],
    ["site:education-in-russia.com", ({ links }) => links.some((link) => link.includes("education-in-russia.com"))],
    ["is:forwarded", ({ forwardedFrom }) => forwardedFrom !== undefined],
    ["from:vienna", ({ forwardedFrom }) => /vienna/iu.test(forwardedFrom ?? "")],
    ["lang:ru", ({ language }) => language === "ru"],
    ["посол", word("пос[оел]л?[а-я]*")],
    ["Лондон", word("лондон(?:а|у|е|ом)?")],
    ["Британия", word("британи[а-я]+")],
    ["Келин", word("келин(?:а|у|е|ым)?")],
    ["before:2025", ({ dating }) => dating.earliest < "2025-01-01"],
    ["after:2026-02-01", ({ dating }) => dating.latest >= "2026-02-01"],
  ])("%s", async (asked, holds) => {
    const expected = dumps.posts.filter(({ post }) => holds(post)).map(({ post }) => post.id);
    expect(expected.length).toBeGreaterThan(0);
    expect((await found("dumps", asked)).map((id) => id.replace("?", "")).toSorted()).toEqual(expected.toSorted());
  });
});
