import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { foreignForward, isForwardAlone, isForwardLine, isSourceName } from "../../src/dialects/lines/forward-words.ts";
import { forwardedName, markOf, marks, reactionsMark, reactionsOf } from "../../src/dialects/lines/marks.ts";
import { readSource } from "../../src/read/source-text.ts";

describe("marks", () => {
  test.each([...marks, reactionsMark])("$example matches its own pattern and no other", (mark) => {
    const matching = [...marks, reactionsMark].filter((other) => other.pattern.test(mark.example));
    expect(matching).toEqual([mark]);
    expect(markOf(mark.example)).toBe(mark);
    expect(markOf(`  ${mark.example}\u00A0`)).toBe(mark);
  });

  test("every pattern is anchored at both ends and reads Unicode", () => {
    for (const { pattern } of [...marks, reactionsMark]) {
      expect(pattern.source.startsWith("^") && pattern.source.endsWith("$"), pattern.source).toBe(true);
      expect(pattern.flags).toBe("u");
    }
  });

  test("every mark a page stands in place of something says what", () => {
    for (const mark of marks) {
      expect(mark.media !== undefined, mark.example).toBe(
        ["before", "after", "whole", "poll", "size"].includes(mark.name),
      );
    }
  });

  test("people's words about a mark are no mark", () => {
    for (const line of [
      "He wrote: Forwarded from Harbour Gazette",
      "Forwarded from",
      "Service messages",
      "VIEW IN TELEGRAM now",
      "via @gif and others",
      "This media is not supported in your browser, sorry",
      "",
    ]) {
      expect(markOf(line)).toBeUndefined();
    }
  });
});

test.each([
  ["Forwarded from\u00A0Harbour Gazette", "Harbour Gazette"],
  ["Forwarded from Lighthouse\u00A0Letters (Ada Fenn)", "Lighthouse Letters (Ada Fenn)"],
  ["Репост из: Вестник гавани", "Вестник гавани"],
  ["Forward from: Marsh Radio", "Marsh Radio"],
  ["Reposted from: 海港晨报", "海港晨报"],
])("forwardedName() of %s is %s", (line, name) => {
  expect(forwardedName(line)).toBe(name);
});

test("forwardedName() of any other line is nothing", () => {
  expect(forwardedName("via @gif")).toBeUndefined();
  expect(forwardedName("Harbour Gazette")).toBeUndefined();
});

describe("a forward in the page's own language", () => {
  test.each([
    ["Encaminhada de Rádio do Cais", "Rádio do Cais"],
    ["Переслано из Вестник гавани", "Вестник гавани"],
    ["Vidarebefordrat från @hamnposten", "@hamnposten"],
    ["Chuyển tiếp từ Bến Cảng", "Bến Cảng"],
    ["轉寄自海港晨報", "海港晨報"],
    ["محولة من أخبار المرفأ", "أخبار المرفأ"],
    ["Továbbítva innen: Kikötői Hírek", "Kikötői Hírek"],
  ])("%s names %s", (line, name) => {
    expect(isForwardLine(line)).toBe(true);
    expect(forwardedName(line, [foreignForward])).toBe(name);
    expect(markOf(line)).toBeUndefined();
  });

  test("may have its name on the next line", () => {
    expect(["Encaminhada de", "Doorgestuurd van", "転送元："].filter(isForwardAlone)).toHaveLength(3);
    expect(isForwardAlone("Encaminhada de Rádio")).toBe(false);
    expect(["Rua do Cais, 15", "Rádio Cais"].filter(isSourceName)).toHaveLength(2);
    expect(isForwardLine("Encaminhado de Rua do Cais, 15")).toBe(false);
    expect(["a maré, de manhã", "Hoje, às nove.", "Fecha. Às nove abre", ""].filter(isSourceName)).toEqual([]);
  });

  test.each([
    "Encaminhado de volta ao cais",
    "Reenviado de Madrid a Barcelona el lunes, el paquete llegó tarde.",
    "Weitergeleitet von Ada. Der Steg ist zu.",
    "Przekazano od Ady dwa kajaki, trzy wiosła i stary namiot dla harcerzy",
    "Ontem foi encaminhado de Porto Cinza",
  ])("is no sentence: %s", (line) => expect(isForwardLine(line)).toBe(false));
});

describe("reactionsOf()", () => {
  test.each([
    ["👍3❤1🕊1", ["👍 3", "❤ 1", "🕊 1"]],
    ["👍212", ["👍 212"]],
    ["❤\uFE0F5", ["❤\uFE0F 5"]],
    ["👍2.49K🔥1.2M", ["👍 2490", "🔥 1200000"]],
    ["👍🏽4", ["👍🏽 4"]],
    ["🤷\u200D♂4", ["🤷\u200D♂ 4"]],
    ["❤\u200D🔥31", ["❤\u200D🔥 31"]],
    ["❤🔥2", ["❤\u200D🔥 2"]],
    ["👨💻1", ["👨\u200D💻 1"]],
    ["12👍3", ["⭐ 12", "👍 3"]],
    ["⭐5👍2", ["⭐ 5", "👍 2"]],
    ["2.49K23.4K7.76K", ["custom 2490", "custom 23400", "custom 7760"]],
    ["👍3🔥1.5K2.4K", ["👍 3", "🔥 1500", "custom 2400"]],
  ])("reads %s", (line, expected) => {
    expect(markOf(line)).toBe(reactionsMark);
    expect(reactionsOf(line).map(({ emoji, count }) => `${emoji || "custom"} ${count}`)).toEqual(expected);
  });

  test("keeps a rounded count as it was printed, and only that", () => {
    expect(reactionsOf("👍2.49K❤7")).toEqual([
      { emoji: "👍", count: 2490, printed: "2.49K" },
      { emoji: "❤", count: 7 },
    ]);
  });

  test("reactions typed with blanks are read where the page shows that they are some", () => {
    const read = (text: string) => {
      const source = readSource(Buffer.from(text), "page.txt");
      const { drafts } = recognise(source).dialect.parse(source, { start: new Set(), join: new Set() });
      return drafts.map(({ reactions }) => reactions.map(({ emoji, count }) => `${emoji} ${count}`).join(" "));
    };
    expect(
      read(
        "The crane works again after two weeks.\n👍 12 ❤️ 3\n\nNo landing before eight on Sunday.\n👍 4\n\nThe night boat is full.\n👍 1.2K, ❤️ 9\n",
      ),
    ).toEqual(["👍 12 ❤️ 3", "👍 4", "👍 1200 ❤️ 9"]);
    expect(read("Scores of the day\n⚽ 3\n🏀 71\n🏐 2\n\nThe gym is shut on Monday.\n").join("")).toBe("");
    expect(read("Forecast for the pier\n☀️ 21\n\nWater\n🌊 14\n").join("")).toBe("");
  });

  test("a bare number, words, flags and keycaps are no reactions", () => {
    for (const line of ["7", "2025", "5K", "👍", "👍3 and more", "👍 3", "🇺🇦5", "1️⃣5", "Fog5", "👍3❤", ""]) {
      expect(markOf(line)).toBeUndefined();
    }
  });

  test("many reactions that nearly are some are refused at once", () => {
    const start = performance.now();
    for (const one of ["👍99K", "👍9.9", "❤9K9K", "👍🔥1M2K"]) expect(markOf(`${one.repeat(60)}!9`)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test("a long line that is almost reactions is refused at once", () => {
    const start = performance.now();
    for (const almost of [`${"👍3".repeat(50_000)}x5`, `${"👍".repeat(50_000)}5`, `${"1K".repeat(50_000)}.5`]) {
      markOf(almost);
    }
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  // Today every further digit doubles the time: 40 digits take an hour, and a dump can hold a million.
  test("a line of many digits is refused at once", () => {
    const start = performance.now();
    expect(markOf("1".repeat(27))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(50);
  });
});
