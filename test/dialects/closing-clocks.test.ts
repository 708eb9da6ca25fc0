import { describe, expect, test } from "vitest";
import { closingClock, withClosingClocks } from "../../src/dialects/lines/closing-clocks.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";

const closed = (lines: readonly string[]): readonly string[] =>
  withClosingClocks(tokensOf(readSource(Buffer.from(lines.join("\n")), "page.txt"))).flatMap(({ kind, footer }) =>
    kind === "footer" ? [footer?.clock ?? ""] : [],
  );

const texts = [
  "Die Fähre um neun fällt wegen Nebel aus.",
  "Ein roter Kater ist zugelaufen und wartet.",
  "Die Bücherei schließt heute schon um drei.",
  "Wir suchen Helfer für den Strand.",
  "In der Oberstraße gibt es kein Wasser.",
];
const clocks = ["09:12", "10:41", "18:05", "07:53", "21:47"];
const under = (write: (clock: string, at: number) => string): readonly string[] =>
  texts.flatMap((text, at) => [text, write(clocks[at] ?? "", at)]);

describe("clock times under posts", () => {
  test.each([
    ["9:12 AM", { clock: "09:12" }],
    ["09h12", { clock: "09:12" }],
    ["9 h 12", { clock: "09:12" }],
    ["21.47", { clock: "21:47" }],
    ["21:47 Uhr", { clock: "21:47" }],
    ["下午9:47", { clock: "21:47" }],
    ["오후 9:47", { clock: "21:47" }],
    ["9:47 p. m.", { clock: "21:47" }],
    ["۲۱:۴۷", { clock: "21:47" }],
    ["Marta, 9:47 PM", { clock: "21:47", signature: "Marta" }],
    ["— Ada Berg 21:47", { clock: "21:47", signature: "Ada Berg" }],
    ["987 21:47", { clock: "21:47", views: { count: 987 } }],
  ])("%s", (line, metadata) => expect(closingClock(line)?.metadata).toEqual(metadata));

  test("are no end of a sentence, no score, no address and no length", () => {
    const others = [
      "The ferry leaves at 21:47, or later: 22:10",
      "25:10",
      "9:61",
      "1:09:12",
      "12.30.45",
      "#late 21:47",
    ];
    expect(others.filter((line) => closingClock(line) !== undefined)).toEqual([]);
  });

  test("close the posts of a page that has them under each", () => {
    expect(closed(under((clock) => clock))).toEqual(clocks);
    expect(closed(under((clock, at) => `${at % 2 === 0 ? "Ada" : "Bo"}, ${clock}`))).toEqual(clocks);
    expect(closed(under((clock) => `${clock}\n`))).toEqual(clocks);
  });

  const planned = ["09:00", "12:30", "18:15", "08:45", "20:00"];

  test.each([
    ["one above the other", ""],
    ["with blank lines between them", "\n"],
  ])("close posts that somebody planned for full five minutes, %s", (_, gap) => {
    expect(closed(texts.flatMap((text, at) => [text, `${planned[at]}${gap}`]))).toEqual(planned);
    const backwards = planned.toReversed();
    expect(closed(texts.flatMap((text, at) => [text, `${backwards[at]}${gap}`]))).toEqual(backwards);
    const dotted = texts.flatMap((text, at) => [text, `${planned[at]?.replace(":", ".")}${gap}`]);
    expect(closed(dotted)).toEqual(planned);
  });

  test.each([
    [
      "Hindi",
      [
        "आज पुल की मरम्मत पूरी हो गई।",
        "पुस्तकालय आज बंद रहेगा।",
        "चर्च के पास काली बिल्ली खोई है।",
        "पार्क में नई बेंचें लगी हैं।",
        "दान के लिए सबका धन्यवाद।",
      ],
    ],
    [
      "Japanese",
      [
        "今日で水車通りの工事が終わります。",
        "図書館は棚卸しのため休館です。",
        "黒い猫を探しています。見かけた方は連絡を。",
        "公園に新しいベンチができました。",
        "ご寄付ありがとうございました。",
      ],
    ],
    [
      "Arabic",
      [
        "تنتهي أعمال الطريق اليوم.",
        "المكتبة مغلقة اليوم للجرد.",
        "هل رأى أحد قطة سوداء قرب الميناء؟",
        "مقاعد جديدة في الحديقة!",
        "شكرا لكم جميعا على التبرعات.",
      ],
    ],
  ])("close planned posts in %s", (_, own) =>
    expect(closed(own.flatMap((text, at) => [text, `${planned[at]}\n`]))).toEqual(planned));

  test.each([
    [
      "an agenda said in sentences",
      [
        "Wir treffen uns am Steg und gehen los.",
        "Mittagessen im Gasthof am Deich.",
        "Der Bus fährt zurück zum Hafen.",
        "Abendessen für alle im Saal.",
        "Wer mag, bleibt zum Tanz.",
      ],
      ["09:00", "12:30", "15:45", "18:00", "20:30"],
    ],
    [
      "days of a programme below headings",
      [
        "Erster Tag\n\nWir treffen uns am Steg und gehen los.",
        "Mittagessen im Gasthof am Deich.",
        "Zweiter Tag\n\nDer Bus fährt zur Insel.",
        "Abendessen für alle im Saal.",
        "Dritter Tag\n\nFrühstück und Abschied am Hafen.",
      ],
      ["09:00", "12:30", "08:15", "18:00", "07:30"],
    ],
    [
      "prayers",
      [
        "Morgengebet in der neuen Moschee am Park",
        "Mittagsgebet in der neuen Moschee am Park",
        "Nachmittagsgebet in der Moschee am Park",
        "Abendgebet in der neuen Moschee am Park",
        "Nachtgebet in der neuen Moschee am Park",
      ],
      ["05:12", "12:31", "15:48", "18:03", "19:37"],
    ],
    [
      "trains at any minute",
      [
        "Zug nach Oberdorf, Gleis 2",
        "Zug nach Unterdorf, Gleis 1",
        "Zug nach Norden, Gleis 4",
        "Zug nach Esens über Hage",
        "Zug nach Wyk, nur sonntags.",
      ],
      ["06:11", "07:42", "09:03", "10:29", "12:51"],
    ],
    [
      "a weekly programme of films",
      [
        "Die Lootsin, im Saal am Hafen",
        "Fünf Tage Nebel, mit Vorfilm",
        "Der rote Kutter, Originalton",
        "Inseln im Eis, Dokumentarfilm",
        "Das letzte Leuchtfeuer, Premiere",
      ],
      ["20:15", "18:00", "20:15", "16:30", "21:00"],
    ],
    [
      "a menu",
      [
        "Suppe von frischen Fischen aus der Bucht.",
        "Nudeln mit Kräutern vom Deich.",
        "Scholle, gebraten, mit Speck.",
        "Rote Grütze mit Sahne.",
        "Käse vom Hof, mit Brot.",
      ],
      ["12.50", "9.50", "18.00", "6.30", "11.00"],
    ],
  ])("%s stays text", (_, own, times) => {
    for (const gap of ["", "\n"]) expect(closed(own.flatMap((text, at) => [text, `${times[at]}${gap}`]))).toEqual([]);
  });

  test.each([
    [
      "a timetable at full five minutes",
      ["Chor", "10:00", "Andacht", "11:30", "Basar", "14:15", "Lesung", "16:00", "Tanz", "20:05"],
    ],
    [
      "departures below the names of places",
      ["Oos", "07:12", "Wyk", "07:41", "Hage", "08:03", "Norden", "08:29", "Esens", "09:01"],
    ],
    [
      "prices",
      [
        "Ein Laib Brot aus dem Ofen",
        "12.30",
        "Ein Rad Käse vom Hof am Deich",
        "98.75",
        ...under((clock) => clock.replace(":", ".")),
      ],
    ],
    ["days in figures", texts.flatMap((text, at) => [text, `0${at + 1}.12`])],
    ["clock times of some posts", [...under((clock) => clock), "Der Leuchtturm brennt wieder."]],
    ["times over their texts", clocks.flatMap((clock, at) => [clock, texts[at] ?? ""])],
    ["times parted from what stands over them", under((clock) => `\n${clock}`)],
    ["names that never come again", under((clock, at) => `${"ABCDE"[at]}nna, ${clock}`)],
  ])("%s stay text", (_, lines) => expect(closed(lines)).toEqual([]));
});
