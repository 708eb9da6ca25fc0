import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import { terminalPage } from "../../src/import/terminal-page.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "terminal-pages");
const pageIn = (name: string): SourceText => readSource(readFileSync(join(folder, `${name}.txt`)), `${name}.txt`);
const pageOf = (lines: readonly string[]): SourceText => readSource(Buffer.from(lines.join("\n")), "page.txt");
const read = (source: SourceText) =>
  readDump({ source, sidecar: { retrieved: "2026-02-11" as Day }, today: "2030-01-01" as Day });

const texts = [
  "Färjan till ytterskären ställs in under hela fredagen eftersom vinden väntas nå tjugotvå meter i sekunden vid inloppet, och nästa tur går tidigast på lördag morgon om sjöfartsverket ger klartecken.",
  "Biblioteket letar efter äldre fotografier från varvet. Alla format är välkomna, och den som vill får sina bilder tillbaka redan samma vecka. Läs mer på bibliotekets sida eller skriv till @varvsarkivet.",
  "Två roddbåtar har drivit iland vid udden under natten. Den ena är grön med vit reling, den andra saknar åror men har en röd presenning som ser alldeles ny ut, och ägarna kan höra av sig till hamnkontoret innan måndag.",
  "Nya öppettider [3] gäller från måndag. Måndag till torsdag öppnar kontoret klockan åtta, medan fredagar börjar en timme senare eftersom personalen då har möte med kommunens tekniska avdelning om vinterförvaringen.",
  "Fyren målas om i vår.",
];

describe("a page of t.me/s as a browser in a terminal prints it", () => {
  test.each([
    ["lynx-dump", true],
    ["lynx-without-list", false],
    ["lynx-picture-in-head", false],
    ["w3m-with-numbers", true],
    ["w3m-dump", false],
    ["links-with-numbers", true],
    ["links-dump", false],
  ])("%s: posts have their words, days, views and, by the list of links, numbers", (name, isNumbered) => {
    const { posts, report } = read(pageIn(name));
    expect(report.channel).toMatchObject({ name: "Hamnposten", handle: "hamnposten" });
    expect(posts.map(({ text }) => text.replace(/\s+/gu, " "))).toEqual(texts);
    expect(posts.map(({ number }) => number)).toEqual(
      isNumbered ? [411, 414, 417, 420, 423] : texts.map(() => undefined),
    );
    expect(posts.map(({ dating }) => dating.best.slice(5))).toEqual(["02-04", "02-04", "02-04", "02-07", "02-07"]);
    expect(posts.map(({ views }) => views?.printed)).toEqual(["1.1K", "1.2K", "1.3K", "1.4K", "1.5K"]);
  });

  test("tells views, clock time, author and edit mark where no blank parts them", () => {
    const { posts } = read(pageIn("lynx-picture-in-head"));
    const told = posts.map(({ clock, signature, editedMark }) => [clock, signature, editedMark]);
    expect(told[1]).toEqual(["10:20", undefined, true]);
    expect(told[3]).toEqual(["14:34", "Ilse Strand", true]);
  });

  test("is read without its head and with views in other languages", () => {
    const page = pageIn("w3m-dump");
    const from = page.lines.indexOf("February 4") + 1;
    const headless = page.lines.slice(from).filter((line) => line !== "February 7");
    for (const word of [" views", " visningar", " просмотров", "回表示", "次浏览", "회 조회", " lượt xem"]) {
      const lines = headless.map((line) =>
        line.replace(/(\d)\.(\d)K views/u, (_, one, two) => `${one}${two}00${word}`),
      );
      expect([word, ...read(pageOf(lines)).posts.map(({ text }) => text.replace(/\s+/gu, " "))]).toEqual([
        word,
        ...texts,
      ]);
    }
  });

  test("joins a single broken line that goes on in lower case", () => {
    const head = ["[x]", "Hamnen", "@hamnen_nu", "812 prenumeranter", "Download Telegram"];
    const long = ["Färjan till ytterskären ställs in under hela fredagen eftersom vinden vän-", "tas öka.", "Läs mer."];
    const said = [["Fyren målas."], long, ["Vi ses."], ["Ny brygga."]];
    const lines = [...head, ...said.flatMap((own, at) => ["[x]", "Hamnen", ...own, `81${at} views08:1${at}`])];
    expect(read(pageOf(lines)).posts[1]?.text).toBe(`${long[0]} ${long[1]}\n${long[2]}`);
  });

  test("keeps what looks like a marker and is none by the list", () => {
    const [, , , fourth] = read(pageIn("lynx-dump")).posts;
    expect(fourth?.text.split("\n")[0]).toBe("Nya öppettider [3] gäller från måndag.");
  });

  test("gives no number where clock times lead to posts of several channels", () => {
    const other = pageIn("lynx-dump");
    const lines = other.lines.map((line) =>
      line.replace("10. https://t.me/hamnposten/411", "10. https://t.me/varvet/411"),
    );
    expect(read({ ...other, lines }).posts.map(({ number }) => number)).toEqual(texts.map(() => undefined));
  });
});

describe("other pages stay as they are", () => {
  const notes = ["Ilmoitus [1] on laiturilla.", "Katso [2] ja [3].", "Vene [4] löytyi [5] rannalta."];
  const links = ["1", "2", "3", "4", "5"].map((number) => `${number}. https://example.org/${number}`);
  test.each([
    ["an author's notes under no heading", [...notes, ...links]],
    [
      "an author's notes, which stand behind words, with their sources",
      ["Silta aukeaa [1], lautta [2] ei.", "Vene [3].", "Majakka [4] ja satama [5]", "", "Lähteet:", ...links],
    ],
    ["a list that does not begin with 1", [...notes, "", "References", "", ...links.slice(1)]],
    ["a list whose numbers the text has in another order", [...notes.toReversed(), "", "Links:", ...links]],
    ["a list that ends no page", [...notes, "", "Links:", ...links, "Loppu."]],
    ["a picture's line that stands over several lines", ["[kuva]", "Yksi.", "[kuva]", "Kaksi.", "[kuva]", "Kolme."]],
    [
      "an author's word in brackets over what closes each post",
      [
        "Satama",
        "Sumua.",
        "[varoitus]",
        "Hyvää matkaa",
        "Tuulta.",
        "[varoitus]",
        "Hyvää matkaa",
        "[varoitus]",
        "Hyvää matkaa",
      ],
    ],
    ["lines of which one is not indented", ["   Sumua.", "   Tuulta.", "Jäätä."]],
  ])("%s", (_, lines) => {
    const source = pageOf(lines);
    expect(terminalPage(source).page).toBe(source);
  });

  test("an indentation that all lines share is none of a text's", () => {
    const { page } = terminalPage(pageOf(["    Sumua.", "", "      Tuulta.", "    Jäätä."]));
    expect(page.lines).toEqual(["Sumua.", "", "  Tuulta.", "Jäätä."]);
  });
});
