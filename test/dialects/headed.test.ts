import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { siteHeads } from "../../src/dialects/lines/site-heads.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

/** Posts of invented channels, with what sites print around them in their languages. */
const channels = [
  {
    language: "English",
    name: "Harbour News",
    moments: ["12 Feb, 14:05", "12 Feb, 18:41", "13 Feb, 09:12", "15 Feb, 10:27"],
    buttons: "Open in Telegram  Share  Report",
    views: "1.2K views",
    texts: ["The pier opens at seven.", "Fog.\n\nThe ferry waits.", "A seal at the lighthouse.", "The choir sings."],
  },
  {
    language: "Spanish",
    name: "Voz del Puerto",
    moments: ["12/02/2026 14:05", "12/02/2026 18:41", "13/02/2026 09:12", "15/02/2026 10:27"],
    buttons: "Abrir en Telegram | Compartir | Denunciar",
    views: "873 vistas",
    texts: ["El muelle abre.", "Niebla.\n\nEl ferry espera.", "Una foca junto al faro.", "Canta el coro."],
  },
  {
    language: "German",
    name: "Hafenblatt",
    moments: ["12.02.2026, 14:05", "12.02.2026, 18:41", "13.02.2026, 09:12", "15.02.2026, 10:27"],
    buttons: "In Telegram öffnen · Teilen · Melden",
    views: "👁 1.2k",
    texts: ["Der Steg öffnet.", "Nebel.\n\nDie Fähre wartet.", "Eine Robbe am Turm.", "Der Chor singt."],
  },
  {
    language: "Arabic",
    name: "أخبار الميناء",
    moments: [
      "الخميس 12 فبراير 2026 - 14:05",
      "الخميس 12 فبراير 2026 - 18:41",
      "الجمعة 13 فبراير 2026 - 09:12",
      "الأحد 15 فبراير 2026 - 10:27",
    ],
    buttons: "فتح في تيليجرام | مشاركة | إبلاغ",
    views: "👁 873",
    texts: ["يفتح الرصيف.", "ضباب.\n\nالعبارة تنتظر.", "فقمة قرب المنارة.", "تغني الجوقة."],
  },
] as const;

const days = ["2026-02-12", "2026-02-12", "2026-02-13", "2026-02-15"];

const read = (text: string) =>
  readDump({
    source: readSource(Buffer.from(text), "page.txt"),
    sidecar: { retrieved: "2026-04-01" as Day },
    today: "2026-11-01" as Day,
  });

type Channel = (typeof channels)[number];
const layouts: Readonly<Record<string, (own: Channel, at: number) => readonly string[]>> = {
  "name, moment, buttons": ({ name, moments, buttons, texts }, at) => [name, `${moments[at]}`, buttons, `${texts[at]}`],
  "moment, name, views under": ({ name, moments, views, texts }, at) => [`${moments[at]}`, name, `${texts[at]}`, views],
  "buttons, name, moment": ({ name, moments, buttons, texts }, at) => [buttons, name, `${moments[at]}`, `${texts[at]}`],
  "name, address, moment": ({ name, moments, texts }, at) => [
    name,
    `t.me/pier_post/${81 + at}`,
    `${moments[at]}`,
    `${texts[at]}`,
  ],
  "moment alone": ({ moments, texts }, at) => [`${moments[at]}`, `${texts[at]}`],
  "name, moment, buttons under": ({ name, moments, buttons, views, texts }, at) => [
    name,
    `${moments[at]}`,
    `${texts[at]}`,
    views,
    buttons,
  ],
};

describe.each(channels)("lines over posts, in $language", (own) => {
  test.each(Object.entries(layouts))("%s: are in no text and date it", (_, write) => {
    for (const gap of ["\n\n", "\n\n\n"]) {
      const { posts } = read(own.texts.map((__, at) => write(own, at).join("\n")).join(gap));
      expect(posts.map(({ text }) => text)).toEqual(own.texts);
      expect(posts.map(({ dating }) => dating.best)).toEqual(days);
    }
  });
});

const [english] = channels;
const [first, second, third, fourth] = english.texts;
const people = ["Ada Fenn", "Ben Moor", "Ada Fenn", "Cy Dale"];

describe("no heads of a site", () => {
  const found = (lines: readonly string[]) =>
    siteHeads(tokensOf(readSource(Buffer.from(lines.join("\n")), "page.txt")));

  test("are lines over which names change", () => {
    const chat = english.texts.map((text, at) => `${people[at]}\n${english.moments[at]}\n${text}\n`);
    expect(found(chat)).toBeUndefined();
  });

  test("are moments under texts", () => {
    const under = english.texts.map((text, at) => `${text}\n${english.name}\n${english.moments[at]}\nShare\n`);
    expect(found(under)).toBeUndefined();
  });

  test("are the hours of a programme", () => {
    const programme = ["Choir", "Dance", "Film", "Talk"].map((title, at) => `1${at} Feb, 19:00\n${title}\n`);
    expect(found(programme)).toBeUndefined();
  });

  test("are moments that run no way", () => {
    const texts = ["3 Mar, 14:05", "9 Jan, 18:41", "20 May, 09:12", "2 Feb, 10:27"].map(
      (moment) => `${moment}\nText.\n`,
    );
    expect(found(texts)).toBeUndefined();
  });

  test("is what an author begins or ends each text with", () => {
    const texts = english.texts.map((text) => `⚡ Good morning, harbour!\n${text}\n@harbourquay`);
    const { posts } = read(texts.map((text, at) => `${english.moments[at]}\n${text}`).join("\n\n"));
    expect(posts.map(({ text }) => text)).toEqual(texts);
  });
});

test("a title and a day on top of an author's texts head none, whatever times stand below", () => {
  const rows = ["Monday, 3", "Tuesday, 4", "Wednesday, 5", "Thursday, 6"].map((weekday, at) =>
    ["Tide table", `${weekday} August 2026`, `High water 3:4${at}`, `Low water 9:5${at}`].join("\n"),
  );
  const aside = "The lower car park is flooded.";
  const texts = [...rows.slice(0, 2), aside, ...rows.slice(2)];
  for (const top of ["Quay Notes\nt.me/quaynotes\n\n", ""]) {
    const { posts, report } = read(`${top}${texts.join("\n\n")}`);
    expect(report.dialect).toBe("plain");
    expect(posts.map(({ text }) => text)).toEqual(texts);
  }
  // A name that the page's title says as well is the site's.
  const named = english.texts.map((text, at) => `Quay Notes\n1${at} August 2026\n${text} 9:0${at}`);
  expect(read(`Quay Notes\n\n${named.join("\n\n")}`).report.dialect).not.toBe("plain");
});

test("what a cut left of the post above the first head stays a post", () => {
  const page = english.texts.map((text, at) => [english.name, english.moments[at], english.buttons, text].join("\n"));
  const { posts, report } = read(`and the crane is repaired.\n\n${page.join("\n\n")}`);
  expect(report.dialect).toBe("headed");
  expect(posts.map(({ text }) => text)).toEqual(["and the crane is repaired.", first, second, third, fourth]);
});

test("days whose numbers can be read in two orders hold both, and the import says so", () => {
  const page = english.texts.map((text, at) => `${english.name}\n0${at + 2}/05/2025 14:1${at}\nShare\n${text}`);
  const { posts, report } = read(page.join("\n\n"));
  expect(report.notices.map(({ rule }) => rule)).toContain("headed/day-or-month");
  expect((posts[0]?.dating.earliest ?? "9") <= "2025-02-05").toBe(true);
  expect((posts[0]?.dating.latest ?? "") >= "2025-05-02").toBe(true);
});

test("a page without times is looked at no further", () => {
  expect(recognise(readSource(Buffer.from("12 Feb\nFog.\n\n13 Feb\nSun.\n"), "page.txt")).dialect.name).not.toBe(
    "headed",
  );
});
