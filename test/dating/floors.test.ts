import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datePosts } from "../../src/dating/date.ts";
import { addDays, type Day, dayOf } from "../../src/model/day.ts";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October"];

/** `March 4, 2024`. */
function written(day: Day): string {
  const [year = "", month = "", own = ""] = day.split("-");
  return `${months[Number(month) - 1]} ${Number(own)}, ${year}`;
}

const start = "2024-03-01" as Day;
const anyDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(start, days));
const anyPost = fc.oneof(
  anyDay.map((day) => ({ past: day, text: `On ${written(day)}, the mayor met the ferrymen.` })),
  anyDay.map((day) => ({ past: undefined, text: `The pier is mended (Marsh End, ${written(day)})` })),
  anyDay.map((day) => ({ past: undefined, text: `On ${written(day)}, the ferry will sail again.` })),
  fc.constantFrom("Fog.", "A sack of planks.").map((text) => ({ past: undefined, text })),
);

describe("datePosts() and the events that posts report", () => {
  test("no best day lies before a reported event, unless the order leaves no room for it; then it is no ground", () => {
    fc.assert(
      fc.property(fc.array(anyPost, { minLength: 1, maxLength: 12 }), fc.boolean(), (posts, isNewestFirst) => {
        const { datings } = datePosts({
          posts: posts.map(({ text }) => ({ text, language: "en" })),
          order: isNewestFirst ? "newest-first" : "oldest-first",
          retrieved: "2024-06-01" as Day,
        });
        for (const [place, { best, latest, basis }] of datings.entries()) {
          const past = posts[place]?.past;
          if (past === undefined || best >= past) continue;
          expect(latest < past).toBe(true);
          expect(basis).toBe("neighbours");
        }
      }),
      { numRuns: 60 },
    );
  });

  test("an interval does not begin before the event", () => {
    const { datings } = datePosts({
      posts: [
        "Planks (Marsh End, May 3, 2024)",
        "On May 4, the mayor met the ferrymen.",
        "Rope (Marsh End, May 5, 2024)",
      ].map((text) => ({ text, language: "en" })),
      order: "oldest-first",
    });
    expect(datings[1]?.earliest).toBe("2024-05-04");
  });

  test("an interval of years does not begin before an event of a stated year, long before its best day, nor do those after it", () => {
    const { datings } = datePosts({
      posts: [
        "Fog over the pier.",
        "On March 3, 2021, the old lamp was lit for the last time.",
        "Salt came in on the barge.",
        "The ferry sails at noon.",
        "On November 11, 2023, the new bell was hung in the tower.",
      ].map((text) => ({ text, language: "en" })),
      order: "oldest-first",
    });
    expect((datings[0]?.earliest ?? "") < "2021").toBe(true);
    expect(datings.slice(1, 4).map(({ earliest }) => earliest)).toEqual(Array(3).fill("2021-03-03"));
    for (const { earliest, best, latest } of datings) expect([earliest <= best, best <= latest]).toEqual([true, true]);
  });

  test("what a headline quotes last in brackets, with its year, had come as well", () => {
    const { datings } = datePosts({
      posts: [
        "The pier is mended (Marsh End, May 3, 2024)",
        "Read from the mayor's report on the ferry (sitting of the harbour board, May 6, 2024)\nIt sails.",
        "Fog.",
      ].map((text) => ({ text, language: "en" })),
      order: "oldest-first",
    });
    expect(datings.map(({ earliest }) => earliest)).toEqual(["2024-05-03", "2024-05-06", "2024-05-06"]);
    expect(datings[1]?.best).toBe("2024-05-06");
  });

  test("a day named ahead of the best day is not shown as its ground", () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 2, maxLength: 8 }), (days) => {
        const texts = days.map((day) => `Sitting of the harbour board: ${written(day)}`);
        const { datings } = datePosts({
          posts: texts.map((text) => ({ text, language: "en" })),
          order: "oldest-first",
        });
        for (const [place, { best, basis }] of datings.entries())
          if (basis === "mention" || basis === "dateline") expect(best >= (days[place] ?? best)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe("datePosts() and odd years", () => {
  test("any day of any year leaves the posts around it dated", () => {
    const anyYear = fc.oneof(fc.constantFrom(0, 1, 2, 1582, 1970, 9998, 9999), fc.integer({ min: 0, max: 9999 }));
    const shapes = [
      "(Marsh End, D)",
      "On D, the ferry sank.",
      "On D, the ferry will sail.",
      "D",
      "until D",
      "80 years ago, on D",
    ];
    fc.assert(
      fc.property(
        anyYear,
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 31 }),
        fc.constantFrom(...shapes),
        fc.option(fc.constantFrom("2016-01-01", "2024-05-09", "2040-01-01"), { nil: undefined }),
        (year, month, day, shape, retrieved) => {
          const named = `${months[month - 1]} ${day}, ${String(year).padStart(4, "0")}`;
          const numeric = `${day}.${month}.${String(year).padStart(4, "0")}`;
          const texts = [named, numeric].map((own) => shape.replace("D", own));
          const { datings } = datePosts({
            posts: ["Planks (Marsh End, May 3, 2024)", ...texts].map((text) => ({ text, language: "en" })),
            order: "oldest-first",
            ...(retrieved === undefined ? {} : { retrieved: retrieved as Day }),
          });
          for (const { earliest, best, latest } of datings) {
            expect(earliest <= best && best <= latest).toBe(true);
            expect(best >= (dayOf(2015, 1, 1) ?? best) && best <= (dayOf(2060, 1, 1) ?? best)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
