import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { objectionsTo } from "../../scripts/lab/defended.ts";
import { datePosts } from "../../src/dating/date.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { addDays, type Day } from "../../src/model/day.ts";

const months = ["January", "February", "March", "April", "May", "June"];

/** `March 4`, and `March 4, 2024`. */
function written(day: Day, withYear: boolean): string {
  const [year = "", month = "", own = ""] = day.split("-");
  return `${months[Number(month) - 1]} ${Number(own)}${withYear ? `, ${year}` : ""}`;
}

function objections(text: string, best: string, earliest: string, latest: string, evidence?: string) {
  const days = { best: best as Day, earliest: earliest as Day, latest: latest as Day };
  return objectionsTo(evidenceOf(text, "en"), { ...days, ...(evidence === undefined ? {} : { evidence }) });
}

describe("objectionsTo()", () => {
  test.each([
    "On May 4, the mayor met the ferrymen.",
    "On May 4, 2024, the mayor met the ferrymen.",
  ])("finds a best day before what “%s” tells as past, where the interval leaves room", (text) => {
    expect(objections(text, "2024-05-02", "2024-05-01", "2024-05-06")).toHaveLength(1);
    expect(objections(text, "2024-05-04", "2024-05-01", "2024-05-06")).toEqual([]);
    expect(objections(text, "2024-05-02", "2024-05-01", "2024-05-03")).toEqual([]);
  });

  test("finds a ground that speaks of another day", () => {
    const text = "The pier is mended (Marsh End, May 3, 2024)";
    const ground = "(Marsh End, May 3, 2024)";
    expect(objections(text, "2024-05-03", "2024-05-03", "2024-05-04", ground)).toEqual([]);
    expect(objections(text, "2024-05-20", "2024-05-19", "2024-05-21", ground)).toHaveLength(1);
  });

  test("has none to the dates of a dump, whatever its posts name", { timeout: 60_000 }, () => {
    const start = "2024-02-01" as Day;
    const anyText = fc
      .tuple(fc.integer({ min: 0, max: 80 }), fc.boolean(), fc.integer({ min: 0, max: 5 }))
      .map(([days, withYear, shape]) => {
        const day = written(addDays(start, days), withYear);
        return [
          `On ${day}, the mayor met the ferrymen.`,
          `The pier is mended (Marsh End, ${day})`,
          `On ${day}, the ferry will sail again.`,
          `Today, ${day}, the ferry was late.`,
          `Yesterday, ${day}, the ferry was late.`,
          "Fog.",
        ][shape];
      });
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 8 }), (texts) => {
        const posts = texts.map((text = "") => ({ text, language: "en" }));
        const { datings } = datePosts({ posts, order: "oldest-first", retrieved: "2024-06-01" as Day });
        for (const [place, dating] of datings.entries()) {
          const { text } = posts[place] ?? { text: "" };
          expect([text, objectionsTo(evidenceOf(text, "en"), dating)]).toEqual([text, []]);
        }
      }),
      { numRuns: 30 },
    );
  });
});
