import { describe, expect, test } from "vitest";
import { isShoutedWord, labelsAmong } from "../../src/site/analysis/subjects/label-words.ts";

const texts = (lines: readonly string[], channel = "quay") => lines.map((text) => ({ channel, text }));

const isLabel = (forms: readonly string[], own: ReturnType<typeof texts>): boolean =>
  labelsAmong([{ name: { forms }, texts: own }])(0);

describe("labelsAmong()", () => {
  test("a word between the same signs in nearly all texts of a channel", () => {
    const offers = texts([
      "Rope, ten metres\n💶 Tarif: 29 €",
      "Two lanterns\n💶 Tarif: 5 €",
      "A net\n💶 Tarif: 12 €",
      "Tar\n💶 Tarif: 3 €",
    ]);
    expect(isLabel(["Tarif"], offers)).toBe(true);
    expect(isLabel(["Tarif"], offers.slice(1))).toBe(false);
    // Another channel speaks of it.
    const told = texts(
      ["The Tarif of last year was lower.", "Nobody knows the new Tarif yet", "A Tarif for all?", "Of Tarif and tide"],
      "gazette",
    );
    expect(isLabel(["Tarif"], [...offers, ...told])).toBe(false);
  });

  test("no entries of a list, of which each stands between the same signs", () => {
    const towns = ["Torvik", "Helm", "Quist"];
    const counted = texts(Array.from({ length: 5 }, (_, at) => towns.map((town) => `🔸${town} - ${at}`).join("\n")));
    const names = towns.map((town) => ({ name: { forms: [town] }, texts: counted }));
    expect(names.map((_, at) => labelsAmong(names)(at))).toEqual([false, false, false]);
    expect(names.slice(1).map((_, at) => labelsAmong(names.slice(1))(at))).toEqual([true, true]);
  });

  test("no name of which each text tells something else", () => {
    const news = texts([
      "The bridge at Torvik opens.",
      "Torvik has a new mayor",
      "Fog in Torvik, no ferry",
      "From Torvik to Helm in an hour",
    ]);
    expect(isLabel(["Torvik"], news)).toBe(false);
    expect(isLabel(["Helm"], [])).toBe(false);
    // The same words around it are a turn of speech.
    expect(isLabel(["Torvik"], texts(Array.from({ length: 6 }, (_, at) => `${at} ships of Torvik came.`)))).toBe(false);
  });
});

describe("isShoutedWord()", () => {
  test("a word of capitals that stands among others", () => {
    const shouted = texts(["FREE DELIVERY today", "Rope, now FREE GIFT inside", "A free lantern: FREE"]);
    expect(isShoutedWord(["FREE"], shouted)).toBe(true);
  });

  test("no abbreviation among words of small letters, and no word that is also written small", () => {
    expect(isShoutedWord(["NATO"], texts(["What NATO said", "A ship of NATO in port"]))).toBe(false);
    expect(isShoutedWord(["Free", "FREE"], texts(["FREE DELIVERY", "FREE GIFT"]))).toBe(false);
  });
});
