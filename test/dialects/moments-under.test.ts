import { describe, expect, test } from "vitest";
import { closingMoment } from "../../src/dialects/lines/closing-moments.ts";
import { messageHeader } from "../../src/dialects/lines/message-headers.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

function read(text: string, sidecar: Sidecar = {}) {
  return readDump({ source: readSource(Buffer.from(text), "quay.txt"), sidecar, today: "2026-11-01" as Day });
}

function told(text: string, sidecar?: Sidecar): readonly string[] {
  return read(text, sidecar).posts.map(({ dating, clock, text: own }) => `${dating.best} ${clock} ${own}`);
}

const posts: readonly (readonly [day: string, clock: string, text: string])[] = [
  ["2026-03-09", "06:30", "De kraan is stuk, al sinds gisteren."],
  ["2026-03-10", "12:10", "Vanmiddag komt iemand kijken.\n\nNeem tot dan de andere."],
  ["2026-03-10", "19:00", "Hij doet het weer. Met dank aan Bram."],
  ["2026-03-13", "07:00", "Laag water om zes uur: niet aanleggen voor acht."],
  ["2026-03-14", "09:05", "Nachtwerk aan de oostkade."],
  ["2026-03-21", "23:15", "Het is klaar, we gaan naar bed."],
];

const expected = posts.map(([day, clock, text]) => `${day} ${clock} ${text}`);

function dotted(day: string): string {
  return day.split("-").reverse().join(".");
}

function worded(day: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(Date.parse(day));
}

const numbered = (day: string, clock: string): number => Number(day.slice(8)) * 100 + Number(clock.slice(0, 2));

/** A moment under each text, as digests, scripts and people write it. */
const writers: Readonly<Record<string, (day: string, clock: string, text: string) => string>> = {
  "alone, a ruler right below": (day, clock, text) => `${text}\n\n${dotted(day)} ${clock}\n--------\n\n`,
  "alone, a short ruler below a blank line": (day, clock, text) => `${text}\n\n${day} ${clock}\n\n---\n\n`,
  "right under the text": (day, clock, text) => `${text}\n${day} ${clock}\n\n`,
  "blank lines on both sides": (day, clock, text) => `${text}\n\n${dotted(day)} ${clock}\n\n`,
  "behind a dash": (day, clock, text) => `${text}\n— ${dotted(day)} ${clock}\n\n`,
  "a label in an invented language before an address": (day, clock, text) =>
    `${text}\n\n${dotted(day)} ${clock} | Brulo ap Telegram: https://t.me/kadenieuws/${numbered(day, clock)}\n-----\n\n`,
  "a label and no sign before it": (day, clock, text) =>
    `${text}\n${dotted(day)} ${clock} Фрапка: https://t.me/kadenieuws/${numbered(day, clock)}\n\n`,
  "a label as a link of Markdown": (day, clock, text) =>
    `${text}\n${day} ${clock} · [Brulo](https://t.me/kadenieuws/${numbered(day, clock)})\n\n`,
  "the address first": (day, clock, text) =>
    `${text}\nBrulo: https://t.me/kadenieuws/${numbered(day, clock)} | ${day} ${clock}\n\n`,
  "a label whose address is lost": (day, clock, text) =>
    `${text}\n\n${dotted(day)} ${clock} | Brulo ap Telegram\n----\n\n`,
  "a Dutch word between": (day, clock, text) => `${text}\n${worded(day, "nl")} om ${clock}\n\n`,
  "a Catalan word between": (day, clock, text) => `${text}\n${worded(day, "ca")}, a les ${clock}\n\n`,
  "a Greek word between": (day, clock, text) => `${text}\n${worded(day, "el")} στις ${clock}\n\n`,
  "a Thai word between": (day, clock, text) => `${text}\n${worded(day, "th")} เวลา ${clock}\n\n`,
  "a word of no language between": (day, clock, text) => `${text}\n${dotted(day)} zbu ${clock}\n\n`,
  "a Hungarian day": (day, clock, text) => `${text}\n${worded(day, "hu")} ${clock}\n\n`,
  "a Vietnamese moment, the clock first": (day, clock, text) =>
    `${text}\nlúc ${clock} ${Number(day.slice(8))} tháng 3, 2026\n\n`,
};

describe("moments under posts", () => {
  test.each(Object.entries(writers))("%s", (_, write) => {
    const dump = posts.map((post) => write(...post)).join("");
    expect(told(dump)).toEqual(expected);
    expect(read(dump).posts.map(({ boundary }) => boundary.kind)).toEqual(posts.map(() => "marked"));
  });

  test.each(Object.entries(writers))("run backwards as well, below a title: %s", (_, write) => {
    const dump = `Kadenieuws (@kadenieuws)\n========\n\n${posts
      .map((post) => write(...post))
      .toReversed()
      .join("")}`;
    expect(told(dump)).toEqual(expected.toReversed());
  });

  test("a label before an address names no channel, the title does, and the addresses number the posts", () => {
    const write = writers["a label in an invented language before an address"];
    const body = posts.map((post) => write?.(...post) ?? "").join("");
    const { posts: found } = read(`Kadenieuws Oost (@kadenieuws)\n======\n\n${body}`);
    expect(found.map(({ number }) => number)).toEqual(posts.map(([day, clock]) => numbered(day, clock)));
    expect(new Set(found.map(({ channel }) => channel.name))).toEqual(new Set(["Kadenieuws Oost"]));
  });

  test("a label before an address names no channel over texts", () => {
    const dump = posts.map(
      ([day, clock, text]) =>
        `${dotted(day)} ${clock} | Brulo ap Telegram: https://t.me/kadenieuws/${numbered(day, clock)}\n${text}\n`,
    );
    const { posts: found } = read(dump.join("\n"));
    expect(found.map(({ text }) => text)).toEqual(posts.map(([, , text]) => text));
    expect(found.map(({ number }) => number)).toEqual(posts.map(([day, clock]) => numbered(day, clock)));
    expect(found[0]?.channel.name).toBe("kadenieuws");
  });

  test("names that recur beside moments sign the posts", () => {
    const dump = posts.map(
      ([day, clock, text], at) => `${text}\n${["Ilse", "Bram"][at % 2]}, ${dotted(day)} ${clock}\n`,
    );
    expect(read(dump.join("\n")).posts.map(({ signature }) => signature)).toEqual(
      posts.map((_, at) => ["Ilse", "Bram"][at % 2]),
    );
  });

  test("a text without a moment is a post of its own, and the import says so", () => {
    const write = writers["alone, a ruler right below"];
    const written = posts.map((post) => write?.(...post) ?? "");
    const dump = [
      ...written.slice(0, 2),
      "Zonder tijd, maar niet zonder zin.\n--------\n\n",
      ...written.slice(2),
      "Tot ziens.\n",
    ];
    const { posts: found, report } = read(dump.join(""));
    const texts = posts.map(([, , text]) => text);
    expect(found.map(({ text }) => text)).toEqual([
      ...texts.slice(0, 2),
      "Zonder tijd, maar niet zonder zin.",
      ...texts.slice(2),
      "Tot ziens.",
    ]);
    expect(report.notices.filter(({ rule }) => rule === "messages/no-moment").map(({ line }) => line)).toEqual([
      13, 36,
    ]);
  });

  test("a person joins what a moment closed", () => {
    const dump = posts.map((post) => writers["right under the text"]?.(...post) ?? "").join("");
    const joined = told(dump, { boundaries: { join: [4] } } as unknown as Sidecar);
    expect(joined).toHaveLength(posts.length - 1);
    expect(joined[0]).toContain("2026-03-10 12:10 De kraan is stuk");
  });

  test("a person parts what a moment closed: the last part keeps the moment", () => {
    const dump = posts.map((post) => writers["right under the text"]?.(...post) ?? "").join("");
    const line = dump.split("\n").indexOf("Neem tot dan de andere.") + 1;
    const parted = read(dump, { boundaries: { start: [line], join: [] } }).posts;
    expect(parted.map(({ text, clock }) => `${clock} ${text}`).slice(0, 4)).toEqual([
      "06:30 De kraan is stuk, al sinds gisteren.",
      "undefined Vanmiddag komt iemand kijken.",
      "12:10 Neem tot dan de andere.",
      "19:00 Hij doet het weer. Met dank aan Bram.",
    ]);
    expect(parted[2]).toMatchObject({ boundary: { kind: "set" }, dating: { best: "2026-03-10" } });
  });

  test("moments over texts stay heads, whatever rulers part the posts", () => {
    const over = [
      (day: string, clock: string, text: string) => `${dotted(day)} ${clock}\n${text}\n---\n`,
      (day: string, clock: string, text: string) => `${dotted(day)} ${clock}\n\n${text}\n\n---\n\n`,
      (day: string, clock: string, text: string) => `---\n${dotted(day)} ${clock}\n---\n${text}\n\n`,
      (day: string, clock: string, text: string) => `${dotted(day)} ${clock}\n---\n${text}\n\n`,
      (day: string, clock: string, text: string) => `${worded(day, "pt")} às ${clock}\n${text}\n\n`,
      (day: string, clock: string, text: string) => `Kade Nieuws ${dotted(day)} ${clock}\n\n${text}\n\n`,
    ];
    for (const write of over) expect(told(posts.map((post) => write(...post)).join(""))).toEqual(expected);
    const titled = over.slice(0, 1).map((write) => `Kade\n\n${posts.map((post) => write(...post)).join("")}`);
    for (const dump of titled) expect(told(dump)).toEqual(expected);
  });

  test("one moment under one text shifts nothing and stays in it, and the import says so", () => {
    const [day = "", clock, text] = posts[1] ?? [];
    const { posts: found, report } = read(`${text}\n\n${dotted(day)} ${clock}\n-----\n`);
    expect(report.notices.map(({ rule }) => rule)).toContain("plain/lone-moment");
    expect(found.map((post) => post.text).join("\n")).toContain(`${dotted(day)} ${clock}`);
    expect(found[0]?.text).toContain("Vanmiddag");
  });

  test("what says when a post was kept dates no post, and stands for no author", () => {
    const writes = [
      (moment: string, number: number, text: string) =>
        `https://t.me/kadenieuws/${number} Saved on ${moment}\n${text}\n`,
      (moment: string, number: number, text: string) =>
        `${text}\nhttps://t.me/kadenieuws/${number}\nSaved on ${moment}\n`,
    ];
    for (const write of writes) {
      const dump = posts.map(([day, clock, text], at) => write(`${dotted(day)} ${clock}`, 81 + at, text)).join("\n");
      expect(read(dump).report.dialect).toBe("addressed");
      expect(read(dump).posts.map(({ text }) => text)).toEqual(posts.map(([, , text]) => text));
    }
  });

  test("a name and a moment over texts below a title stay heads where the last message has no text", () => {
    const text = posts.map(([day, clock, own], at) => `Kade Nieuws, [${dotted(day)} ${clock}]\n${at < 5 ? own : ""}\n`);
    for (const between of ["", "\n"])
      expect(told(`Kade, export\n${between}${text.join(between)}`).slice(0, 5)).toEqual(expected.slice(0, 5));
  });

  test("short titles over the full hours of a programme are no posts", () => {
    const titles = ["Koor", "Dansles", "Bingo", "Filmavond", "Lezing", "Markt"];
    const dump = titles.map((title, at) => `${title}\n${at + 2}.03.2026 ${18 + (at % 3)}:00\n`).join("\n");
    expect(read(dump).report.dialect).toBe("plain");
  });
});

test.each([
  ["09.03.2026 06:30", "06:30", ""],
  ["— 9 March 2026 at 6:30 PM", "18:30", ""],
  ["09.03.2026 06:30, Quay Office", "06:30", "Quay Office"],
  ["Quay Office · 09.03.2026 06:30", "06:30", "Quay Office"],
  ["09.03.2026 06:30 | Brulo → https://t.me/harbour/201", "06:30", "Brulo"],
  ["monday, 9 March 2026, 06:30", "06:30", ""],
])("%s tells the moment of a text", (line, clock, words) =>
  expect(closingMoment(line)).toMatchObject({ header: { clock }, words }));

test.each([
  "When: 9 March 2026 06:30",
  "09.03.2026 06:30 and 10.03.2026 06:30",
  "06:30",
  "From 6:30 on 9 March",
])("%s tells none", (line) => expect(closingMoment(line)).toBeUndefined());

test("a part of the day between day and time counts", () => {
  expect(messageHeader("9 March 2026 शाम 6:30")?.clock).toBe("18:30");
  expect(messageHeader("9 March 2026 zbu 6:30")?.clock).toBe("06:30");
});

describe("buttons right under moments", () => {
  const bars = [
    ["in English", "Share\nFacebook WhatsApp Copy link"],
    ["in German", "Teilen\nLink kopieren"],
    ["in Romanian", "Distribuie  Copiază linkul"],
  ] as const;
  const page = (bar: string, between: string): string =>
    posts.map(([day, clock, text]) => `${text}\n\n${dotted(day)} ${clock}\n${bar}`).join(between);

  test.each(bars)("are the site's, and the moments their posts': %s", (_, bar) => {
    for (const between of ["\n\n", "\n\n\n"]) expect(told(page(bar, between))).toEqual(expected);
  });

  test("a page's head and the channel's description over the first text are in no post", () => {
    const head = "Kade Nieuws\n@kadenieuws\n1 204 subscribers\nNieuws van de kade.\n\n";
    const { posts: found } = read(head + page("Share", "\n\n"));
    expect(found.map(({ text }) => text)).toEqual(posts.map(([, , text]) => text));
    expect(found.map(({ channel }) => channel.name)).toEqual(found.map(() => "Kade Nieuws"));
  });

  test("words of their author's are text, also where the last of them could be a button", () => {
    const own = posts.map(([day, clock, text], at) => `${dotted(day)} ${clock}\n${text}\nTag ${at}: Share`);
    const texts = told(own.join("\n\n"));
    expect(texts.map((text) => text.endsWith("Share"))).toEqual(posts.map(() => true));
  });
});
