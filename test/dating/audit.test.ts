import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auditsOf, type KindAudit } from "../../src/dating/audit.ts";
import { datePosts } from "../../src/dating/date.ts";
import { addDays, type Day } from "../../src/model/day.ts";
import type { Dating } from "../../src/model/post.ts";

function audited(texts: readonly string[]): readonly (KindAudit & { readonly dating: Dating })[] {
  const { datings } = datePosts({
    posts: texts.map((text) => ({ text, language: "en" })),
    order: "oldest-first",
    retrieved: "2024-06-01" as Day,
  });
  const posts = datings.map((dating, place) => ({ id: `p${place}`, text: texts[place] ?? "", language: "en", dating }));
  return auditsOf(posts).map((audit, place) => ({ ...audit, dating: posts[place]?.dating as Dating }));
}

function written(day: Day): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

describe("auditsOf()", () => {
  test("tells what was made of each named day, and which posts bind a date", () => {
    const audits = audited([
      "The pier is mended (Marsh End, May 3, 2024)",
      "Fog. The regatta is on May 20.",
      "Planks for the regatta of May 20.",
      "Rope arrives (Marsh End, May 6, 2024)",
      "A pinned word (Marsh End, January 4, 2023)",
      "The ferry sails (Marsh End, May 8, 2024)",
    ]);
    expect(audits[0]?.days).toMatchObject([{ outcome: "basis", first: "2024-05-03", last: "2024-05-03" }]);
    expect(audits[1]?.days.map(({ outcome }) => outcome)).not.toContain("repeat");
    expect(audits[2]?.days.map(({ outcome }) => outcome)).toEqual(["repeat"]);
    expect(audits[4]?.days).toMatchObject([{ outcome: "overruled", first: "2023-01-04" }]);
    expect(audits[4]).toMatchObject({ before: "p3", after: "p5", between: 1 });
    expect(audits[0]).not.toHaveProperty("before");
  });

  test("shows no ground and no agreement that contradicts the date", () => {
    const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays("2024-03-01" as Day, days));
    const anyText = fc.oneof(
      anyDay.map((day) => `On ${written(day)}, the mayor met the ferrymen.`),
      anyDay.map((day) => `The pier is mended (Marsh End, ${written(day)})`),
      anyDay.map((day) => `On ${written(day)}, the ferry will sail again.`),
      fc.constantFrom("Fog.", "A sack of planks."),
    );
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 10 }), (texts) => {
        for (const { dating, days } of audited(texts))
          for (const { kind, outcome, first = "2024-03-01" } of days) {
            const { best } = dating;
            const isBefore = best < first;
            if (kind === "past-lead") expect(outcome === "overruled").toBe(isBefore);
            const isLongPast = best > addDays(first as Day, 20);
            if (kind === "dateline") expect(outcome === "overruled").toBe(isBefore || isLongPast);
            if (kind === "to-come-lead" && outcome === "basis") expect(first >= best).toBe(true);
          }
      }),
      { numRuns: 25 },
    );
  });
});
