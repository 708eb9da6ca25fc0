import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashtagsOf, isHashtagLine, tagKey } from "../../src/text/hashtags.ts";

const labels = (text: string): readonly string[] => hashtagsOf(text).map((tag) => tag.label);

describe("hashtagsOf()", () => {
  test("finds tags of any script, the non-joiner of Persian words included", () => {
    expect(labels("#HarbourNews #гавань #港口 #بندر_شمالی #قایق\u200Cها #tide2025")).toEqual([
      "HarbourNews",
      "гавань",
      "港口",
      "بندر_شمالی",
      "قایق\u200Cها",
      "tide2025",
    ]);
  });

  test("finds tags between other signs, in order, each once by its first spelling", () => {
    expect(labels("(#Fog) “#Sun”, #FOG. New: #Rain-coat! 🌊#Tide")).toEqual(["Fog", "Sun", "Rain", "Tide"]);
  });

  test("finds a tag right after an emoji of several signs, and none after a letter with a mark", () => {
    expect(labels("📍♦\uFE0F#pier 5\uFE0F\u20E3#tide ✊🏽#quay ❤\uFE0F\u200D🔥#lamp")).toEqual([
      "pier",
      "tide",
      "quay",
      "lamp",
    ]);
    expect(labels("й#pier и\u0306#tide की#quay")).toEqual([]);
  });

  test("spellings of one tag have one key", () => {
    for (const [one, other] of [
      ["Гавань", "ГАВАНЬ"],
      ["Straße", "STRASSE"],
      ["ΟΔΟΣ", "οδος"],
      ["ＡＢＣ", "abc"],
      ["قایق\u200Cها", "قایقها"],
      ["caf\u00E9", "cafe\u0301"],
    ] as const) {
      expect(tagKey(one)).toBe(tagKey(other));
      expect(hashtagsOf(`#${one} #${other}`)).toEqual([{ key: tagKey(one), label: one }]);
    }
  });

  test("digits alone, a glued sign and a part of an address are no tags", () => {
    for (const none of [
      "#1",
      "#2024_25",
      "a#b",
      "##b",
      "&#39;",
      "#",
      "# fog",
      "https://a.example/#part",
      "HTTP://a.example/x#y",
    ]) {
      expect(labels(none)).toEqual([]);
    }
  });

  test("a key keys to itself", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (label) => tagKey(tagKey(label)) === tagKey(label)));
  });
});

test("isHashtagLine() takes tags, blanks and emoji, and no word besides", () => {
  expect(["#Fog", " #Fog #Sun ", "📌 #Fog · #Sun", "#港口"].every(isHashtagLine)).toBe(true);
  expect(["#Fog over the pier", "Fog #Fog", "", "📌", "#", "1 #Fog"].some(isHashtagLine)).toBe(false);
});

test("isHashtagLine() answers at once on a line that is almost nothing but tags", () => {
  const start = performance.now();
  expect(isHashtagLine(`${"#fog ".repeat(20_000)}fog`)).toBe(false);
  expect(isHashtagLine(`${"#".repeat(100_000)}`)).toBe(false);
  expect(performance.now() - start).toBeLessThan(2_000);
});
