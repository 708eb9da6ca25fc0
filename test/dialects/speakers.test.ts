import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { readSource } from "../../src/read/source-text.ts";

function kindOf(text: string): string {
  return recognise(readSource(new TextEncoder().encode(text), "pier.txt")).dialect.name;
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
      texts.map((text) => `Weather:\n${text}\n`).join("\n"),
      texts.map((text, at) => `${text}\nAda Fenn, ${clocks[at]}`).join("\n"),
      texts.map((text, at) => `Part ${at + 1}, ${clocks[at]}\n${text}\n`).join("\n"),
      `Opening remarks:\n${texts.join("\n")}`,
      clocks.map((clock) => `Harbour News ${clock}`).join("\n"),
    ];
    expect(others.map(kindOf).filter((kind) => kind === "speakers")).toEqual([]);
  });
});
