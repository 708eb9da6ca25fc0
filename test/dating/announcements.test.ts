import { describe, expect, test } from "vitest";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { lagTable } from "../../src/dating/solver/lag-table.ts";
import { likelihoodOf } from "../../src/dating/solver/lags.ts";
import { weightsOf } from "../../src/dating/solver/weights.ts";
import { type Day, dayNumber } from "../../src/model/day.ts";

/** An announcement, and headlines with a dateline of their own day. */
const dumps = {
  en: ["On March 20, the ferry will sail again.", "The pier is mended (Marsh End, March 4, 2024)"],
  ru: ["20 марта паром отправится снова.", "Причал починен (Затон, 4 марта 2024 года)"],
  es: ["El 20 de marzo zarpará el ferry.", "El muelle está listo (Puerto Viejo, 4 de marzo de 2024)"],
  tr: ["20 Mart'ta vapur kalkacak.", "İskele onarıldı (Kıyı, 4 Mart 2024)"],
} as const;

describe.each(Object.entries(dumps))("an announcement in a dump in “%s”", (language, [announcement, headline]) => {
  /** How much likelier its own words make a post on the announced day than one half a year later. */
  function gain(post: number, texts: readonly string[]): number {
    const evidence = texts.map((text) => evidenceOf(text, language));
    const none = texts.map(() => undefined);
    const weights = weightsOf(evidence, none, 1, likelihoodOf(lagTable));
    const own = weights(post, dayNumber("2024-03-20" as Day), 200);
    return (own?.[0] ?? 0) / (own?.[190] ?? 1);
  }

  test("counts for less where no post around tells a day that had come", () => {
    const silent = Array.from({ length: 60 }, () => "⚓ ⚓");
    const dated = [...silent.slice(4), headline, headline, headline, headline];
    const [alone, corrected] = [gain(60, [...silent, announcement]), gain(60, [...dated, announcement])];
    expect(alone).toBeGreaterThan(2);
    expect(corrected).toBeGreaterThan(alone * 1.2);
  });

  test("counts as there where they stand far away", () => {
    const silent = Array.from({ length: 60 }, () => "⚓ ⚓");
    const far = [headline, headline, headline, headline, ...silent.slice(4), announcement];
    const ratio = gain(60, far) / gain(60, [...silent, announcement]);
    expect(ratio > 0.9 && ratio < 1.1).toBe(true);
  });
});
