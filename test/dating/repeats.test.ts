import { describe, expect, test } from "vitest";
import { datePosts } from "../../src/dating/date.ts";
import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { addDays, type Day, dayNumber } from "../../src/model/day.ts";

const start = "2024-01-01" as Day;

/** A channel of five posts a day, with a dateline on the first and on the last day alone. */
function made(days: number, text: (post: number) => string): readonly { readonly day: Day; readonly text: string }[] {
  return Array.from({ length: 5 * days }, (_, post) => {
    const day = addDays(start, Math.floor(post / 5));
    const dateline = post === 0 || post === 5 * days - 1 ? `The pier (Marsh End, ${written(day)})` : text(post);
    return { day, text: dateline };
  });
}

function written(day: Day): string {
  const words = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
  return words.format(new Date(`${day}T00:00:00Z`));
}

describe("datePosts() and an event that posts come back to", () => {
  test("is not drawn to its day, however many speak of it", () => {
    // Fares rise on the 40th day, and every tenth post says so, before and after.
    const posts = made(80, (post) => (post % 10 === 0 ? "Fares rise from February 9." : "Fog on the river."));
    const { datings } = datePosts({
      posts: posts.map(({ text }) => ({ text, language: "en" })),
      order: "oldest-first",
      retrieved: addDays(start, 80),
    });
    const errors = posts.map(({ day }, post) => Math.abs(dayNumber(datings[post]?.best ?? day) - dayNumber(day)));
    expect(Math.max(...errors)).toBeLessThanOrEqual(8);
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThanOrEqual(3);
  });
});

describe("evidenceOf()", () => {
  test("takes none of the days of a log for the day of the post", () => {
    const log = ["Mar 4, 2021", "Rope bought.", "Feb 27, 2021", "Planks bought.", "Feb 3, 2021", "Nails bought."].join(
      "\n",
    );
    expect(evidenceOf(log, "en").map(({ kind }) => kind)).not.toContain("dateline");
    expect(evidenceOf("Mar 4, 2021\nRope bought.", "en")[0]?.kind).toBe("dateline");
  });
});
