import { describe, expect, test } from "vitest";
import { captureNote } from "../../src/dialects/lines/capture-note.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

const posts = [
  "The ferry leaves at nine.",
  "Bring a coat.",
  "",
  "Fog over the pier tonight, boats stay in the harbour",
  "",
  "Council votes on the new quay.",
  "Live from 18:00.",
  "#council #quay",
  "",
  "The museum counted its thousandth visitor.",
];
const sourceOf = (...lines: readonly string[]) => readSource(Buffer.from(lines.join("\n")), "page.txt");
const noteOver = (...note: readonly string[]) => captureNote(sourceOf(...note, "", ...posts));

describe("captureNote() reads what was written over a text when it was kept", () => {
  test.each([
    ["a name and a sentence", ["Reed Ferry", "saved on 11 February 2026"]],
    ["labels below a heading", ["# Reed Ferry", "Source: https://t.me/reedferry", "Retrieved: 2026-02-11"]],
    [
      "a heading apart from the labels",
      ["# Reed Ferry", "", "Source: https://t.me/reedferry", "Retrieved: 2026-02-11", "", "---"],
    ],
    ["a sentence that names the channel", ["Reed Ferry, Telegram channel, accessed 11 Feb 2026"]],
    [
      "properties between rulers",
      ["---", "title: Reed Ferry", "aliases: []", "url: https://t.me/reedferry", "date: 2026-02-11", "---"],
    ],
    [
      "properties, and the heading again",
      ["---", "title: Reed Ferry", "created: 2026-02-11", "source: t.me/s/reedferry", "---", "# Reed Ferry"],
    ],
    ["comment signs", ["// Reed Ferry (@reedferry)", "// captured 2026-02-11T10:15:00Z"]],
    [
      "bold labels",
      ["**Channel:** Reed Ferry", "**Link:** <https://t.me/reedferry>", "**Date saved:** February 11, 2026"],
    ],
    [
      "the address of a copy",
      ["Reed Ferry – Telegram", "https://web.archive.org/web/20260211101500/https://t.me/s/reedferry"],
    ],
    ["in German", ["Reed Ferry", "abgerufen am 11.2.2026"]],
    ["a sentence with a clock", ["Reed Ferry (t.me/reedferry) – gesichert am 11.02.2026, 10:15 Uhr"]],
    [
      "labels, one of which nobody knows",
      ["Telegram-Kanal Reed Ferry", "URL: t.me/s/reedferry", "Datum: 11.02.2026", "Bearbeiterin: Ada"],
    ],
    ["in Russian", ["Канал: Reed Ferry", "Источник: t.me/s/reedferry", "Сохранено: 11 февраля 2026 г."]],
    ["in Chinese", ["频道：Reed Ferry", "来源：https://t.me/s/reedferry", "保存时间：2026年2月11日 10:15"]],
    ["in Turkish, the word behind the day", ["Reed Ferry", "11 Şubat 2026 tarihinde kaydedildi"]],
    ["in Portuguese, day first", ["Reed Ferry", "Acessado em 11/02/2026"]],
    ["in Arabic", ["القناة: Reed Ferry", "تاريخ الحفظ: 11/02/2026"]],
  ])("%s", (_, note) => {
    const found = noteOver(...note);
    expect(found).toMatchObject({ name: "Reed Ferry", retrieved: "2026-02-11" });
    expect(found?.lines).toEqual(note.flatMap((line, at) => (line === "" ? [] : [at + 1])));
  });

  test("with the user name and the address", () => {
    expect(noteOver("https://t.me/s/reedferry", "Saved: 2026-02-11 10:15")).toEqual({
      lines: [1, 2],
      handle: "reedferry",
      url: "https://t.me/s/reedferry",
      retrieved: "2026-02-11",
    });
    expect(noteOver("Saved from https://t.me/s/reedferry on 11.02.2026")?.handle).toBe("reedferry");
    expect(noteOver("Reed Ferry (@reedferry)", "saved 11.02.2026")).toMatchObject({
      name: "Reed Ferry",
      handle: "reedferry",
    });
  });

  test("without a day, where several labels say what it is", () => {
    const note = [
      "Title: Reed Ferry – Telegram",
      "",
      "URL Source: https://t.me/s/reedferry",
      "",
      "Published Time: 2026-02-11T10:15:00Z",
      "",
      "Markdown Content:",
    ];
    expect(noteOver(...note)).toEqual({
      lines: [1, 3, 5, 7],
      name: "Reed Ferry",
      handle: "reedferry",
      url: "https://t.me/s/reedferry",
    });
    expect(noteOver("https://t.me/s/reedferry")?.handle).toBe("reedferry");
  });

  test("below the text", () => {
    expect(captureNote(sourceOf(...posts, "", "Saved 11.02.2026 from https://t.me/s/reedferry"))).toMatchObject({
      lines: [posts.length + 2],
      retrieved: "2026-02-11",
    });
    expect(captureNote(sourceOf(...posts, "---", "Reed Ferry, accessed 2026-02-11"))?.lines).toEqual([
      posts.length + 1,
      posts.length + 2,
    ]);
  });

  test.each([
    ["https://t.me/s/reedferry\n14/03/2025"],
    ["Źródło: https://t.me/s/reedferry (dostęp: 14.03.2025)"],
    ["Kaynak: https://t.me/s/reedferry\nKaydedildiği tarih: 14 Mart 2025 Cuma"],
    ["Source: https://t.me/s/reedferry, accessed 14 March 2025"],
    ["From https://t.me/s/reedferry, saved 14 March 2025 on the library laptop"],
    ["(copied by hand from https://t.me/s/reedferry, Friday 14 March 2025)"],
    ["Disponível em: https://t.me/s/reedferry. Acesso em: 14 mar. 2025."],
    ["Copiado de https://t.me/s/reedferry\nGuardado em 14 de março de 2025, às 21h, no portátil da biblioteca"],
    ["Kilde: https://t.me/s/reedferry\nHentet: 14.03.2025"],
    ['---\nsource: "https://t.me/s/reedferry"\ncreated: 2025-03-14\n---'],
  ])("of an address and a day: %j", (note) => {
    expect(noteOver(...note.split("\n"))).toMatchObject({ handle: "reedferry", retrieved: "2025-03-14" });
  });

  test("as browsers write it", () => {
    expect(noteOver("<!-- saved from url=(0024)https://t.me/s/reedferry -->")?.handle).toBe("reedferry");
  });

  test("and leaves the counters of the page to the page", () => {
    expect(noteOver("Telegram: Contact @reedferry", "Reed Ferry", "1 204 Abonnenten", "Stand: 11.02.2026")).toEqual({
      lines: [4],
      retrieved: "2026-02-11",
    });
    expect(noteOver("Reed Ferry", "@reedferry", "1 204 subscribers", "saved 11.02.2026")?.lines).toEqual([4]);
    expect(noteOver("Reed Ferry", "saved 11.02.2026", "1 204 subscribers")?.lines).toEqual([2]);
  });

  test("a day whose month may come first is told as it stands", () => {
    expect(noteOver("Reed Ferry", "saved 2/11/2026")).toEqual({
      lines: [1, 2],
      name: "Reed Ferry",
      openDay: "2/11/2026",
    });
    expect(noteOver("Reed Ferry", "saved 2/13/2026")?.retrieved).toBe("2026-02-13");
  });
});

describe("captureNote() reads a name and an address alone as a head", () => {
  test.each([
    ["the page", "https://t.me/s/reedferry"],
    ["the channel", "t.me/reedferry"],
    ["an older host", "https://telegram.me/reedferry"],
    ["a user name", "@reedferry"],
  ])("%s", (_, address) => {
    for (const title of ["Reed Ferry", "# Reed Ferry"])
      expect(noteOver(title, address)).toMatchObject({ lines: [1, 2], name: "Reed Ferry", handle: "reedferry" });
  });

  test("over a ruler, and in other scripts", () => {
    const note = captureNote(sourceOf("لنگرگاه نی", "https://t.me/s/reedferry", "---", ...posts));
    expect(note).toMatchObject({ name: "لنگرگاه نی", handle: "reedferry", url: "https://t.me/s/reedferry" });
  });

  test.each([
    ["a sentence over an address", ["Come and join us!", "https://t.me/reedferry"]],
    ["a call with a colon", ["More news here:", "https://t.me/reedferry"]],
    ["the address of a post", ["Reed Ferry", "https://t.me/reedferry/812"]],
    ["an invitation to a private chat", ["Reed Ferry", "https://t.me/+AbCdEf123"]],
    ["another site", ["Reed Ferry", "https://reedferry.example"]],
    ["text right below", ["Reed Ferry", "https://t.me/reedferry", "Boats leave at nine."]],
    ["a day", ["11 February 2026", "https://t.me/reedferry"]],
    ["the first of several channels", ["Reed Ferry", "@reedferry", "", "Old Mill", "@oldmill"]],
    ["a signature that stands again", ["Reed Ferry", "@reedferry", "", "Fog again.", "@reedferry"]],
    ["a name that stands over each post", ["Reed Ferry", "@reedferry", "", "Reed Ferry", "Fog again."]],
    ["the page's own head", ["Reed Ferry", "@reedferry", "", "12 431 subscribers"]],
  ])("but not %s", (_, lines) => expect(noteOver(...lines)).toBeUndefined());

  test.each([
    "t.me/reedferry",
    "https://t.me/s/reedferry",
    "@reedferry",
  ])("right over a text that has no blank line at all: %s", (address) => {
    const below = ["Fiskerne er tilbage.", "Færgen sejler kl. ni.", "Tåge på fjorden i morgen."];
    const head = ["Siv Færge", address];
    const note = captureNote(sourceOf(...head, ...below));
    expect(note).toMatchObject({ lines: [1, 2], name: "Siv Færge", handle: "reedferry" });
    expect(captureNote(sourceOf("", ...head, ...below))).toBeUndefined();
    expect(captureNote(sourceOf(...head, "12 431 subscribers", ...below))).toBeUndefined();
    expect(captureNote(sourceOf(...head, ...below, address))).toBeUndefined();
    expect(captureNote(sourceOf(...head, ...below, "Gamle Mølle", "@oldmill"))).toBeUndefined();
    expect(captureNote(sourceOf("Kom med os!", address, ...below))).toBeUndefined();
  });

  test("but not where nothing or one line follows", () => {
    expect(captureNote(sourceOf("Reed Ferry", "@reedferry"))).toBeUndefined();
    expect(captureNote(sourceOf("Reed Ferry", "@reedferry", "", "Fog."))).toBeUndefined();
  });

  test("and says so, unless the sidecar names the channel or starts a post there", () => {
    const source = sourceOf("Reed Ferry", "https://t.me/s/reedferry", "", ...posts);
    const rulesFor = (sidecar: string) => {
      const { posts: read, report } = readDump({
        source,
        sidecar: readSidecar(sidecar, "page.yml"),
        today: "2030-01-01" as Day,
      });
      return [read.length, report.channel.name, report.notices.some(({ rule }) => rule === "capture/head")];
    };
    expect(rulesFor("retrieved: 2026-02-12\n")).toEqual([4, "Reed Ferry", true]);
    expect(rulesFor("channel: Reed Ferry\n")).toEqual([4, "Reed Ferry", false]);
    expect(rulesFor("boundaries: { start: [1] }\n")).toEqual([5, "Unidentified channel (page)", false]);
  });
});

describe("captureNote() takes no post for a note", () => {
  test.each([
    ["a post", ["The harbour museum saved its archive on 11 February 2026"]],
    ["a rescue", ["Saved two cats on 11.02.2026"]],
    ["a find", ["Retrieved 14 March 2025 from the river: one bicycle"]],
    ["a label with a sentence behind its day", ["Saved: 14.03.2025, four cats from the old mill."]],
    ["a label whose day goes on", ["저장일: 2025년 3월 14일부터 쌀을 나눕니다."]],
    ["an invitation to a channel", ["Open day on 14 March 2025", "Details: https://t.me/reedferry"]],
    ["a concert", ["Concert 14 March 2025 https://t.me/reedferry"]],
    ["a sentence with its text right below", ["Archived 11.02.2026", "The old ferry is a museum now."]],
    ["a post that names its source", ["The ferry is late", "Source: https://t.me/reedferry"]],
    ["a source that stands alone", ["Source: https://t.me/reedferry"]],
    ["the address of a post", ["https://t.me/reedferry/812", "Saved by the crew"]],
    ["an appointment", ["Date: 11 February 2026", "Place: the pier"]],
    ["a day without its year", ["Reed Ferry", "saved on 11 February"]],
    ["a channel's address alone", ["https://t.me/reedferry"]],
    ["a day alone", ["11 February 2026"]],
    ["a day of figures", ["Stand: 11.02.2026", "1 204 Fälle"]],
  ])("%s", (_, lines) => {
    expect(noteOver(...lines)).toBeUndefined();
  });

  test("labels that stand over each post", () => {
    const each = (number: number) => [
      `Channel: Reed Ferry`,
      `Link: https://t.me/reedferry`,
      `Saved: 2026-02-1${number}`,
      "",
      `Post ${number}`,
      "",
    ];
    expect(captureNote(sourceOf(...each(1), ...each(2), ...each(3)))).toBeUndefined();
  });
});

describe("an import", () => {
  const today = "2030-01-01" as Day;
  const source = sourceOf("Reed Ferry", "saved on 11 February 2026", "", ...posts);

  test("keeps the note out of all posts, and dates and names by it", () => {
    const { posts: read, report } = readDump({ source, sidecar: {}, today });
    expect(read[0]?.text).toBe("The ferry leaves at nine.\nBring a coat.");
    expect(read).toHaveLength(4);
    expect(report).toMatchObject({ retrieved: "2026-02-11", channel: { name: "Reed Ferry" } });
    expect(report.roles.furniture).toBe(2);
    expect(read.every(({ dating }) => dating.latest <= "2026-02-11")).toBe(true);
    expect(report.notices.find(({ rule }) => rule === "capture/note")?.reason).toContain(
      "lines 1–2 say where and when",
    );
  });

  test("goes by the sidecar first", () => {
    const sidecar = readSidecar("channel: Reed\nretrieved: 2026-02-12\n", "page.yml");
    expect(readDump({ source, sidecar, today }).report).toMatchObject({
      retrieved: "2026-02-12",
      channel: { name: "Reed" },
    });
  });

  test("takes the note for a post where a person says so", () => {
    const { posts: read } = readDump({
      source,
      sidecar: readSidecar("boundaries: { start: [1] }\n", "page.yml"),
      today,
    });
    expect(read[0]?.text).toMatch(/^Reed Ferry\nsaved on 11 February 2026/u);
  });

  test("asks for the day where it can be read in two ways", () => {
    const { report } = readDump({
      source: sourceOf("Reed Ferry", "saved 2/11/2026", "", ...posts),
      sidecar: {},
      today,
    });
    expect(report.retrieved).toBeUndefined();
    expect(report.notices.map(({ rule }) => rule)).toContain("capture/open-day");
  });
});
