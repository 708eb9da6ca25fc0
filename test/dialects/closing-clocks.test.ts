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
