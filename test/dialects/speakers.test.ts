import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { speakers } from "../../src/dialects/kinds/speakers.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

function sourceOf(text: string): SourceText {
  return readSource(new TextEncoder().encode(text), "pier.txt");
}

function kindOf(text: string): string {
  return recognise(sourceOf(text)).dialect.name;
}

/** Who says what when, a line each, as the dialect reads it: `Ada 09:12: Fog. / Again.` */
function talkIn(text: string): readonly string[] {
  const source = sourceOf(text);
  return speakers.parse(source, { start: new Set(), join: new Set() }).drafts.map((draft) => {
    const said = draft.text.map((line) => source.lines[line - 1]?.trim()).filter((line) => line !== "");
    return `${draft.signature} ${draft.clock}: ${said.join(" / ")}`;
  });
}

const texts = ["The ferry is late.", "It left at noon.", "Fog again.", "Clear skies."];
const clocks = ["09:12", "11:40", "18:03", "21:17"];

describe("names over messages", () => {
  test.each([
    "Harbour News CLOCK",
    "Harbour News, CLOCK:",
    "[CLOCK] Harbour News:",
    "CLOCK - Harbour News",
    "Harbour News\nCLOCK",
  ])("are read as people write them: %s", (form) => {
    const messages = texts.map((text, at) => `${form.replace("CLOCK", clocks[at] ?? "")}\n${text}\n`);
    expect(kindOf(messages.join("\n"))).toBe("speakers");
    expect(kindOf(messages.join(""))).toBe("speakers");
  });

  test("are no timetables, headings, or signatures under texts", () => {
    const hours = ["09:10", "10:00", "11:30", "12:15"];
    const others = [
      hours.map((hour) => `Ferry ${hour}\nFrom the northern pier.\n`).join("\n"),
      ["19:00", "10:00", "20:00", "16:30", "18:15"]
        .map((hour, at) => `Yoga ${hour}\nIn the old mill, room ${at + 1}, with Marta\n`)
        .join("\n"),
      ["06:30", "09:00", "12:15", "15:45", "20:00"]
        .map((hour, at) => `20${at} March\n\nBulletin ${hour}\nNews ${at + 1} and the weather.\n`)
        .join("\n"),
      texts.map((text) => `Weather:\n${text}\n`).join("\n"),
      texts.map((text, at) => `${text}\nAda Fenn, ${clocks[at]}`).join("\n"),
      texts.map((text, at) => `Part ${at + 1}, ${clocks[at]}\n${text}\n`).join("\n"),
      `Opening remarks:\n${texts.join("\n")}`,
      clocks.map((clock) => `Harbour News ${clock}`).join("\n"),
    ];
    expect(others.map(kindOf).filter((kind) => kind === "speakers")).toEqual([]);
  });
});

/** All lines that stand in a text. */
function linesOfTexts(text: string): readonly string[] {
  const source = sourceOf(text);
  const { drafts } = speakers.parse(source, { start: new Set(), join: new Set() });
  return drafts.flatMap((draft) => draft.text.map((line) => source.lines[line - 1] ?? "")).filter(Boolean);
}

/** Talks whose messages end in times of day, right below their heads, later, at the end, and over another line. */
const talks: Readonly<Record<string, readonly (readonly [string, string, readonly string[]])[]>> = {
  english: [
    ["Mira Holt", "08:02", ["The ferry is late. Next one at 09:15"]],
    ["Sam O", "08:11", ["Which pier?"]],
    ["Mira Holt", "08:12", ["The northern one.", "Gates open at 08:55", "Bring your card"]],
    ["Kit", "08:31", ["Me too"]],
    ["Sam O", "17:41", ["Back at 18:20"]],
    ["Mira Holt", "17:58", ["Fine. See you at 18:20"]],
  ],
  german: [
    ["Jonas Brandt", "09:03", ["Der Kahn liegt fest! Weiter geht es um 11:30"]],
    ["Hafenmeisterin Voss", "09:17", ["Nein.", "Treffen Nordkai 10:00", "Bitte alle kommen"]],
    ["Jonas Brandt", "09:18", ["Gut"]],
    ["Hafenmeisterin Voss", "12:44", ["Abfahrt 13:10"]],
  ],
  czech: [
    ["Věra Malá", "07:06", ["Přívoz nejede. Znovu v 08:30"]],
    ["Otakar P", "07:09", ["A zítra?"]],
    ["Věra Malá", "07:11", ["Zítra v 06:45", "Vezměte si deky"]],
    ["Otakar P", "21:37", ["Díky"]],
  ],
  greek: [
    ["Νίκη Βάρδα", "10:04", ["Το πλοίο άργησε. Φεύγει στις 11:20"]],
    ["Άρης", "10:09", ["Από πού;"]],
    ["Νίκη Βάρδα", "10:13", ["Από τον μόλο", "Ραντεβού στις 10:50"]],
    ["Άρης", "10:16", ["Έρχομαι"]],
  ],
  chinese: [
    ["林小舟", "19:02", ["渡船晚点了。下一班 20:30"]],
    ["阿灯", "19:07", ["哪个码头？"]],
    ["林小舟", "19:08", ["北边的", "开门 19:45", "带上票"]],
    ["阿灯", "19:21", ["好的"]],
  ],
  arabic: [
    ["سلمى حداد", "16:03", ["تأخرت العبارة. التالية الساعة 17:30"]],
    ["رامي", "16:08", ["من أي رصيف؟"]],
    ["سلمى حداد", "16:09", ["من الشمالي", "اللقاء الساعة 17:00"]],
    ["رامي", "16:14", ["حسنا"]],
  ],
};

describe("messages that end in a time of day", () => {
  const forms = ["NAME CLOCK", "NAME, CLOCK", "NAME\nCLOCK", "[CLOCK] NAME:"];
  const settings = forms.flatMap((form) =>
    ["", "\n"].flatMap((gap) => [false, true].map((bare) => ({ form, gap, bare }))),
  );
  const hour = /(?<=^|\s)0(?=\d:\d\d$)/u;

  test.each(Object.entries(talks))("keep every word, with who wrote it: %s", (_, talk) => {
    for (const { form, gap, bare } of settings) {
      const printed = (line: string): string => (bare ? line.replace(hour, "") : line);
      const messages = talk.map(([name, clock, said]) => {
        const head = form.replace("NAME", name).replace("CLOCK", printed(clock));
        return { head, said: said.map(printed), own: `${name} ${clock}: ${said.map(printed).join(" / ")}` };
      });
      const dump = messages.map(({ head, said }) => `${[head, ...said].join("\n")}\n`).join(gap);
      expect([kindOf(dump), ...talkIn(dump)]).toEqual(["speakers", ...messages.map(({ own }) => own)]);
      const heads = messages.flatMap(({ head }) => head.split("\n"));
      expect([...heads, ...linesOfTexts(dump)].sort()).toEqual(dump.split("\n").filter(Boolean).sort());
    }
  });

  test("end a page, follow an empty message, or look like a name in all but their time", () => {
    const dump = [
      "Mira Holt 08:02",
      "Sam O 08:11",
      "Late again.",
      "Tide Table 22:31",
      "Mira Holt 08:12",
      "Second Pier 08:57",
      "Bring Ropes 11:03",
      "Sam O 08:20",
      "Yes",
      "Lena Marsh 08:24",
      "Me too",
      "Sam O 08:37",
      "Good",
      "Mira Holt 08:41",
      "Gates 08:55",
    ].join("\n");
    expect([kindOf(dump), ...talkIn(dump)]).toEqual([
      "speakers",
      "Mira Holt 08:02: ",
      "Sam O 08:11: Late again. / Tide Table 22:31",
      "Mira Holt 08:12: Second Pier 08:57 / Bring Ropes 11:03",
      "Sam O 08:20: Yes",
      "Lena Marsh 08:24: Me too",
      "Sam O 08:37: Good",
      "Mira Holt 08:41: Gates 08:55",
    ]);
  });
});

describe("a talk", () => {
  const heads = ["Mira Holt 8:02", "Sam O 8:11", "Mira Holt 12:20", "Sam O 9:05"];
  const read = ["Mira Holt 08:02", "Sam O 08:11", "Mira Holt 12:20", "Sam O 09:05"].map(
    (head, at) => `${head}: ${texts[at]}`,
  );

  test.each(["", "\n"])("is read below a title and days, with blank lines in messages (%j)", (gap) => {
    const [one, two, three, four] = heads.map((head, at) => `${head}\n${texts[at]}\n`);
    const dump = ["Allotment friends\n", "Monday 2 February\n", one, two, three, "Tuesday 3 February\n", four].join(
      gap,
    );
    expect([kindOf(dump), ...talkIn(dump)]).toEqual(["speakers", "undefined undefined: Allotment friends", ...read]);
    const withBlank = dump.replace(texts[0] ?? "", `${texts[0]}\n\nBring ropes.`);
    expect(kindOf(withBlank)).toBe("speakers");
    expect(talkIn(withBlank)[1]).toBe(`${read[0]} / Bring ropes.`);
  });

  test("is none where the times are lengths of videos", () => {
    expect(
      kindOf(["1:05", "2:41", "0:37", "3:12"].map((own, at) => `Trailer ${own}\n${texts[at]}\n`).join("\n")),
    ).not.toBe("speakers");
  });
});
