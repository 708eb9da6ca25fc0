import fc from "fast-check";
import jalaali from "jalaali-js";
import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import {
  clockForms,
  clockHeader,
  dayOfLog,
  headerForms,
  messageHeader,
} from "../../src/dialects/lines/message-headers.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

const today = "2026-11-01" as Day;

function read(text: string, sidecar: Sidecar = {}) {
  return readDump({ source: readSource(new TextEncoder().encode(text), "quay.txt"), sidecar, today });
}

/** What messages come to: `day clock text`, a post each. */
function told(text: string, sidecar?: Sidecar): readonly string[] {
  return read(text, sidecar).posts.map(({ dating, clock, text: own }) => `${dating.best} ${clock} ${own}`);
}

const four = [
  ["2026-03-14", "09:05", "The crane is out of use."],
  ["2026-03-14", "18:40", "It works again.\n\nThanks to all who waited."],
  ["2026-03-21", "07:00", "Low water at six: no landing before eight."],
  ["2026-04-02", "23:15", "Night work on the east quay."],
] as const;

const writers: Readonly<Record<string, (day: string, clock: string, text: string) => string>> = {
  "Telegram Desktop": (day, clock, text) => `Quay Office, [${dotted(day)} ${clock}]\n${text}\n`,
  "Telegram Desktop, with seconds and short years": (day, clock, text) =>
    `Quay Office, [${dotted(day).replace(".20", ".")} ${clock}:12]\n${text}\n`,
  "older Telegram Desktop in Russian": (day, clock, text) =>
    `Контора причала, [${Number(day.slice(8))} ${["мар.", "апр."][Number(day.slice(5, 7)) - 3]} ${day.slice(0, 4)} г., ${clock}:07]:\n${text}\n`,
  "older Telegram Desktop in English": (day, clock, text) =>
    `Quay Office, [${["Mar", "Apr"][Number(day.slice(5, 7)) - 3]} ${Number(day.slice(8))}, ${day.slice(0, 4)} at ${twelve(clock)}]:\n${text}\n`,
  "Telegram in Chinese": (day, clock, text) => {
    const [year, month, date] = day.split("-").map(Number);
    const hour = Number(clock.slice(0, 2));
    return `码头办公室, [${year}年${month}月${date}日 ${hour < 12 ? "上午" : "下午"}${hour % 12 || 12}:${clock.slice(3)}]\n${text}\n`;
  },
  "Telegram on a phone in Arabic": (day, clock, text) => {
    const [hour, minute] = twelve(clock).split(/[: ]/u);
    const moment = `${dotted(day).replaceAll(".", "\u200f/")}، ${hour}:${minute}:05 ${clock < "12" ? "ص" : "م"}`;
    return `Quay Office, [${inDigits(moment, "٠")}]:\n${text}\n`;
  },
  "Telegram on a phone in Persian": (day, clock, text) => {
    const dates: Readonly<Record<string, string>> = {
      "2026-03-14": "23 اسفند 1404",
      "2026-03-21": "1 فروردین 1405",
      "2026-04-02": "13 فروردین 1405",
    };
    return `Quay Office, [${inDigits(`${dates[day]}، ${clock}:09`, "۰")}]:\n${text}\n`;
  },
  "Telegram on a phone in Hebrew": (day, clock, text) =>
    `Quay Office, [${Number(day.slice(8))} ${day.slice(5, 7) === "03" ? "במרץ" : "באפריל"} ${day.slice(0, 4)}, ${clock}:33]:\n${text}\n`,
  "Telegram on a phone in Korean": (day, clock, text) => {
    const hour = Number(clock.slice(0, 2));
    const date = day.split("-").map(Number).join(". ");
    return `Quay Office, [${date}. ${hour < 12 ? "오전" : "오후"} ${hour % 12 || 12}:${clock.slice(3)}:10]:\n${text}\n`;
  },
  "Telegram on a phone in Uzbek": (day, clock, text) =>
    `Quay Office, [${Number(day.slice(8))}-${day.slice(5, 7) === "03" ? "mar" : "apr"}, ${day.slice(0, 4)}, ${clock}:33]:\n${text}\n`,
  "Telegram on a phone in Czech": (day, clock, text) =>
    `Quay Office, [${day.split("-").map(Number).toReversed().join(". ")} ${clock}:10]:\n${text}\n`,
  "Telegram Web": (day, clock, text) => `[${slashed(day)} ${twelve(clock)}] Quay Office: ${text}`,
  "WhatsApp on Android": (day, clock, text) => `${dotted(day).replaceAll(".", "/")}, ${clock} - Quay Office: ${text}`,
  "WhatsApp on iOS": (day, clock, text) => `\u200e[${dotted(day)}, ${clock}:30] Quay Office: ${text}`,
  "a chat log": (day, clock, text) => `${day} ${clock}:00 <quay> ${text}`,
  "Signal, by its export": (day, clock, text) => `[${day}, ${clock}] Quay Office: ${text}`,
  "Signal, as blocks of labelled lines": (day, clock, text) =>
    `From: Quay Office (+371 20000000)\nType: incoming\nSent: ${rfc(day)} ${clock}:09 +0200\nReceived: ${rfc(day)} ${clock}:10 +0200\n\n${text}\n`,
  "a tool with numbers": (day, clock, text) =>
    `[${day} ${clock}] ID=${day.slice(8)}${clock.slice(0, 2)} Quay Office: ${text.replaceAll("\n", "\\n")}`,
  "a person, a moment over each": (day, clock, text) => `${dotted(day)} ${clock}\n${text}\n`,
  "a person, the hour first": (day, clock, text) => `[${clock} ${slashed(day)}]\n${text}\n`,
  "a script, labelled lines": (day, clock, text) => `Date: ${day} ${clock}:00+00:00\nText: ${text}\n`,
  "a script, labelled lines in Russian with a ruler": (day, clock, text) =>
    `Дата: ${dotted(day)} ${clock}\nТекст: ${text}\n----------`,
  "a script, day and time apart, nothing between the posts": (day, clock, text) =>
    `Channel: Quay Office\nDate: ${day}\nTime: ${clock}\nMessage:\n${text}`,
  "a script in Markdown": (day, clock, text) => `**Date:** ${day}T${clock}:00.000Z\n**Views:** 120\n\n${text}\n\n---\n`,
  "a script, the text first": (day, clock, text) => `Text: ${text}\nDate: ${day} ${clock}:00\nViews: 12\n`,
  "a script, the text first and below its label": (day, clock, text) =>
    `Message:\n${text}\nDate: ${dotted(day)} ${clock}\n----------`,
  "a script, a number and a moment": (day, clock, text) =>
    `#${day.replaceAll("-", "")}${clock.slice(0, 2)} ${day} ${clock}:00+00:00\n${text}\n`,
  "a script, a counted message and a moment": (day, clock, text) =>
    `Message ${day.replaceAll("-", "")}${clock.slice(0, 2)} (${day} ${clock}:00+00:00):\n${text}\n`,
  "a script, a number in brackets": (day, clock, text) =>
    `[${day.slice(5, 7)}${day.slice(8)}${clock.slice(0, 2)}] ${dotted(day)} ${clock}\n${text}`,
  "a person, a sign and a moment over each": (day, clock, text) => `📅 ${dotted(day)} ${clock}\n${text}\n`,
  "Telegram Desktop in Persian": (day, clock, text) =>
    `دفتر اسکله, [${jalali(day)} ${inDigits(clock, "۰")}]\n${text}\n`,
  "Telegram Desktop in Thai": (day, clock, text) =>
    `สำนักงานท่าเรือ, [${dotted(day).replace("2026", "2569").replaceAll(".", "/")} ${clock}]\n${text}\n`,
  "a name and a moment": (day, clock, text) => `Quay Office ${day.replaceAll("-", "/")} ${clock}:30\n${text}\n`,
};

/** Figures in the digits of a script, told by its zero. */
function inDigits(text: string, zero: string): string {
  return text.replace(/\d/gu, (digit) => String.fromCodePoint((zero.codePointAt(0) ?? 0) + Number(digit)));
}

function dotted(day: string): string {
  return day.split("-").reverse().join(".");
}

function jalali(day: string): string {
  const { jy, jm, jd } = jalaali.toJalaali(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
  return inDigits([jy, jm, jd].map((part) => String(part).padStart(2, "0")).join("/"), "۰");
}

function rfc(day: string): string {
  return `Tue, ${day.slice(8)} ${["Mar", "Apr"][Number(day.slice(5, 7)) - 3]} ${day.slice(0, 4)}`;
}

function slashed(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${month}/${date}/${(year ?? 0) % 100}`;
}

function twelve(clock: string): string {
  const hour = Number(clock.slice(0, 2));
  return `${hour % 12 || 12}:${clock.slice(3)} ${hour < 12 ? "AM" : "PM"}`;
}

describe("messages with headers", () => {
  test.each(Object.entries(writers))("as they are written by %s", (_, write) => {
    const dump = four.map(([day, clock, text]) => write(day, clock, text)).join("\n");
    expect(recognise(readSource(new TextEncoder().encode(dump), "quay.txt")).dialect.name).toBe("messages");
    expect(told(dump)).toEqual(four.map(([day, clock, text]) => `${day} ${clock} ${text}`));
    expect(told(dump, { timezone: "Europe/Riga" })).toEqual(told(dump));
    const zoned = read(dump, { timezone: "Europe/Riga" }).posts.map(({ dating }) => dating);
    expect(zoned.every(({ earliest, latest, best }) => earliest === best && latest === best)).toBe(true);
  });

  test("the newest first are told in the order of time", () => {
    const dump = four
      .toReversed()
      .map(([day, clock, text]) => `Quay Office, [${dotted(day)} ${clock}]\n${text}\n`)
      .join("\n");
    const { posts, report } = read(dump);
    expect(report.order).toBe("newest-first");
    expect(posts.map(({ source }) => source.sequence)).toEqual([4, 3, 2, 1]);
  });

  test("labels that an author writes over an event head no message", () => {
    const event = (day: number, words: string): string =>
      `Date: ${day} March 2026, 19:00\nPlace: Old Hall\n\n${words}\n`;
    const dumps = [
      [event(5, "The choir sings."), event(9, "Film night."), event(12, "A dance.")].join("\n"),
      ["The programme of the hall", event(5, "").trim(), "Film night", event(9, "").trim()].join("\n\n"),
      `Film night\n\nDate: 9 March 2026, 20:00\n\nDance\n\nDate: 12 March 2026, 20:00\n`,
    ];
    for (const dump of dumps)
      expect(recognise(readSource(new TextEncoder().encode(dump), "hall.txt")).dialect.name).not.toBe("messages");
  });

  test("a channel whose name ends in a number is an author, and its messages have no numbers of it", () => {
    const { posts, report } = read("Quay 5, [01.02.2026 10:00]\nOpen.\n\nQuay 5, [14.02.2026 10:00]\nClosed.\n");
    expect(report.channel.name).toBe("Quay 5");
    expect(posts.map(({ number }) => number)).toEqual([undefined, undefined]);
  });

  test("one author is the channel; several sign their messages", () => {
    const one = read("Quay Office, [01.02.2026 10:00]\nOpen.\n\nQuay Office, [14.02.2026 10:00]\nClosed.\n");
    expect(one.report.channel).toMatchObject({ name: "Quay Office", identified: true });
    expect(one.posts.map(({ signature }) => signature)).toEqual([undefined, undefined]);
    const group = read(
      "Ada, [01.02.2026 10:00]\nOpen?\n\nBo, [14.02.2026 10:00]\nYes.\n\nAda, [14.02.2026 10:05]\nThanks.\n",
    );
    expect(group.report.channel.identified).toBe(false);
    expect(group.posts.map(({ signature }) => signature)).toEqual(["Ada", "Bo", "Ada"]);
  });

  test("what apps print in brackets under a header is no text", () => {
    const [first, second, third] = read(
      "Quay Office, [01.02.2026 10:00]\n[ Photo ]\nThe crane.\n\nQuay Office, [14.02.2026 10:00]\n[Forwarded from Port News]\nClosed. [sic]\n\nQuay Office, [15.02.2026 10:00]\n[In reply to Quay Office]\n[see above]\n",
    ).posts;
    expect(first).toMatchObject({ text: "The crane.", media: ["photo"] });
    expect(second).toMatchObject({ text: "Closed. [sic]", forwardedFrom: "Port News" });
    expect(third).toMatchObject({ text: "[see above]", replyTo: { author: "Quay Office" } });
  });

  test("logs with a line over each day are read, and that line belongs to no message", () => {
    const logs: Readonly<Record<string, { day(day: string): string; message(clock: string, text: string): string }>> = {
      "KakaoTalk on a computer": {
        day: (day) =>
          `--------------- ${Number(day.slice(0, 4))}년 ${Number(day.slice(5, 7))}월 ${Number(day.slice(8))}일 토요일 ---------------`,
        message: (clock, text) =>
          `[Quay Office] [${clock < "12" ? "오전" : "오후"} ${Number(clock.slice(0, 2)) % 12 || 12}:${clock.slice(3)}] ${text}`,
      },
      LINE: {
        day: (day) => `${slashed(day)}(土)`,
        message: (clock, text) => `${clock}\tQuay Office\t${text}`,
      },
      "a chat log": {
        day: (day) => `--- ${dotted(day)} ---`,
        message: (clock, text) => `[${clock}] <quay> ${text}`,
      },
    };
    for (const { day: over, message } of Object.values(logs)) {
      const days = [...new Set(four.map(([day]) => day))];
      const lines = days.flatMap((day) => [
        over(day),
        ...four.filter(([own]) => own === day).map(([, clock, text]) => message(clock, text)),
      ]);
      expect(told(`Log of the quay\n\n${lines.join("\n")}\n`)).toEqual(
        four.map(([day, clock, text]) => `${day} ${clock} ${text}`),
      );
    }
    expect(
      told(
        four
          .map(([day, clock, text]) => {
            const hour = Number(clock.slice(0, 2));
            const moment = `${hour < 12 ? "오전" : "오후"} ${hour % 12 || 12}:${clock.slice(3)}`;
            return `${Number(day.slice(0, 4))}년 ${Number(day.slice(5, 7))}월 ${Number(day.slice(8))}일 ${moment}, Quay Office : ${text}`;
          })
          .join("\n"),
      ),
    ).toEqual(four.map(([day, clock, text]) => `${day} ${clock} ${text}`));
  });

  test("what an app writes in place of media is no text, in any language where it recurs", () => {
    const { posts } = read(
      "11/02/2026, 10:15 - Quay: <Media omitted>\n12/02/2026, 10:15 - Quay: <sigh>\n13/02/2026, 10:15 - Quay: <Kaupaps izlaists>\n14/02/2026, 10:15 - Quay: <Kaupaps izlaists>\n15/02/2026, 10:15 - Quay: \u200Eimage omitted\n16/02/2026, 10:15 - Quay: <Media omitted>\n",
    );
    expect(posts.map(({ text, media }) => [text, media])).toEqual([
      ["", ["hidden"]],
      ["<sigh>", []],
      ["", ["hidden"]],
      ["", ["hidden"]],
      ["", ["photo"]],
      ["", ["hidden"]],
    ]);
  });

  test("day or month first is settled by the whole dump, or told as open", () => {
    const open = read("[2/3/26 10:15 AM] Quay: One.\n[2/3/26 11:15 AM] Quay: Two.\n");
    expect(open.posts.map(({ dating }) => dating.best)).toEqual(["2026-02-03", "2026-02-03"]);
    expect(open.report.notices.map(({ rule }) => rule)).toContain("messages/day-or-month");
    expect(open.posts.every(({ dating }) => dating.earliest <= "2026-02-03" && dating.latest >= "2026-03-02")).toBe(
      true,
    );
    const settled = read("[2/3/26 10:15 AM] Quay: One.\n[2/13/26 11:15 AM] Quay: Two.\n");
    expect(settled.posts.map(({ dating }) => dating.best)).toEqual(["2026-02-03", "2026-02-13"]);
    expect(settled.report.notices).toEqual([]);
    // With the month first these run forwards, with the day first back and forth.
    const running = read(
      "[1/9/26 10:15] Quay: One.\n[1/11/26 10:15] Quay: Two.\n[2/4/26 10:15] Quay: Three.\n[3/2/26 10:15] Quay: Four.\n",
    );
    expect(running.posts.map(({ dating }) => dating.best)).toEqual([
      "2026-01-09",
      "2026-01-11",
      "2026-02-04",
      "2026-03-02",
    ]);
  });

  test("one message alone is read where its head is explicit and stands on top", () => {
    expect(told("Quay Office, [14.03.2026 09:05]\nThe crane is out of use.\n\nUse the other.")).toEqual([
      "2026-03-14 09:05 The crane is out of use.\n\nUse the other.",
    ]);
    expect(told("[3/14/26 9:05 AM] Quay Office: The crane is out of use.")).toEqual([
      "2026-03-14 09:05 The crane is out of use.",
    ]);
    for (const text of [
      "The crane (14.03.2026 09:05)\nIt is out of use.",
      "News\nQuay Office, [14.03.2026 09:05]\nIt is.",
    ])
      expect(read(text).report.dialect).not.toBe("messages");
  });

  test("posts that name days and times are no messages", () => {
    for (const dump of [
      "The crane works.\n11.02.2026 10:15\n\nNo landing.\n14.02.2026 18:30\n\nThe pier is shut.\n15.02.2026 09:00\n",
      "Boats to the island:\n11.02.2026 10:15\n12.02.2026 10:15\n13.02.2026 10:15\nBook at the office.\n",
      "Market on 11.02.2026 10:15\nCome all.\n\nConcert on 14.02.2026 18:30\nDoors at six.\n\nFair on 01.01.2026 09:00\nBring a coat.\n",
      "10:15 The boat leaves.\n11:40 It is back.\n",
      "The meeting [see 11.02.2026 10:15] was long.\nThe next [see 12.02.2026 10:15] was short.\n",
    ]) {
      expect(recognise(readSource(new TextEncoder().encode(dump), "quay.txt")).dialect.name).toBe("plain");
    }
  });

  test("each form reads its example, and no text makes the reader fail", () => {
    for (const { name, example } of headerForms)
      expect(messageHeader(example)?.shape).toMatch(new RegExp(`^${name.replace(/[[\]]/gu, "\\$&")}/`, "u"));
    const day = dayOfLog("---- Wednesday, 11 February 2026 ----");
    expect(day).toMatchObject({ numbers: [11, 2, 2026], printed: "Wednesday, 11 February 2026" });
    for (const { example } of clockForms)
      expect(day && clockHeader(example, day)).toMatchObject({ clock: "10:15", text: "The pier opens at seven." });
    const signs = fc.constantFrom(
      "[",
      "]",
      ", ",
      "11",
      ".",
      "02",
      "2026",
      " ",
      "10",
      ":",
      "15",
      "AM",
      "-",
      "<",
      ">",
      "Ada",
      "ID=3 ",
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 40 }), (parts) => {
        const found = messageHeader(parts.join(""));
        if (found === undefined) return;
        expect(found.clock).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
        expect(parts.join("")).toContain(found.printed);
      }),
    );
  });
});

test("labelled lines that announce an event are no heads of messages", () => {
  const posts = ["2 March 2026 19:00", "9 March 2026 19:00", "16 March 2026 19:00"].map(
    (moment, at) => `Where: Boat house\nWhen: ${moment}\n\nLecture ${at + 1} on knots.`,
  );
  expect(recognise(readSource(Buffer.from(posts.join("\n\n")), "quay.txt")).dialect.name).toBe("plain");
});

describe("lines at which a person says that a post starts", () => {
  const dump = [
    "Quay Office",
    "A note of ours, kept by hand.",
    "",
    "Quay Office, [14.03.2026 09:05]",
    "The crane is out of use.",
    "Use the other one.",
    "",
    "Low water at six.",
    "Quay Office, [21.03.2026 07:00]",
    "Night work on the east quay.",
    "",
  ].join("\n");
  const starting = (...start: readonly number[]): Sidecar => ({ boundaries: { start, join: [] } });

  test("part a message: the first part keeps its head, the others lie between it and the next", () => {
    const { posts, report } = read(dump, starting(6, 8));
    expect(posts.map(({ text, clock, boundary, source }) => [text, clock, boundary.kind, source.lines])).toEqual([
      ["The crane is out of use.", "09:05", "marked", [[4, 5]]],
      ["Use the other one.", undefined, "set", [[6, 6]]],
      ["Low water at six.", undefined, "set", [[8, 8]]],
      ["Night work on the east quay.", "07:00", "marked", [[9, 10]]],
    ]);
    for (const { dating } of posts.slice(1, 3)) {
      expect(dating.earliest >= "2026-03-14").toBe(true);
      expect(dating.latest <= "2026-03-21").toBe(true);
    }
    expect(report.notices.map(({ rule }) => rule)).not.toContain("sidecar/start");
  });

  test("open a post above the first message", () => {
    expect(read(dump, starting(2)).posts.map(({ text }) => text)).toEqual([
      "A note of ours, kept by hand.",
      "The crane is out of use.\nUse the other one.\n\nLow water at six.",
      "Night work on the east quay.",
    ]);
  });

  test("change nothing where a message starts", () => {
    const { posts, report } = read(dump, starting(4, 5, 9));
    expect(posts.map(({ text }) => text)).toEqual(read(dump).posts.map(({ text }) => text));
    expect(report.notices).toEqual(read(dump).report.notices);
  });

  test("are told where they stand in a head, with what to do", () => {
    const labelled = [3, 4, 5]
      .map((day) => `Date: 2026-03-0${day} 09:05\nViews: 12\n\nThe crane is out on ${day}.\nUse the other one.\n`)
      .join("\n---\n");
    expect(read(labelled).report.dialect).toBe("messages");
    const { posts, report } = read(labelled, starting(2, 5));
    expect(posts.map(({ text }) => text).slice(0, 2)).toEqual(["The crane is out on 3.", "Use the other one."]);
    expect(report.notices.filter(({ rule }) => rule === "sidecar/start")).toMatchObject([
      {
        line: 2,
        reason: expect.stringContaining("boundaries: { start: [2] } in the sidecar was not used; name a line"),
      },
    ]);
  });
});
