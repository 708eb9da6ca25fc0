import { describe, expect, test } from "vitest";
import { datePosts } from "../../src/dating/date.ts";
import { addDays, type Day, dayNumber, parseDay, yearOf } from "../../src/model/day.ts";

/** A dump of ten posts a day or two apart, none of which names a year. */
interface MadeDump {
  readonly days: readonly Day[];
  readonly capture: Day;
}

/** One dump for each year of channels, at another time of the year each, captured some days after its last post. */
const dumps: readonly MadeDump[] = Array.from({ length: 9 }, (_, index) => {
  const start = addDays(parseDay(`${2016 + index}-01-10`) as Day, 37 * index);
  const days = Array.from({ length: 10 }, (_, place) => addDays(start, Math.floor(1.5 * place)));
  return { days, capture: addDays(days.at(-1) as Day, 3 + index) };
});

/** Days by their month and number alone, with the weekday before them or without. */
function said(day: Day, weekday: "long" | undefined): string {
  const words = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", weekday, timeZone: "UTC" });
  return `The ferry sailed again (Marsh End, ${words.format(new Date(`${day}T00:00:00Z`))})`;
}

describe("datePosts() finds the year of a dump that names none", () => {
  test("from weekdays beside days, though the dump was captured years later", () => {
    for (const { days } of dumps) {
      const texts = days.map((day) => said(day, "long"));
      const { datings } = datePosts({
        posts: texts.map((text) => ({ text, language: "en" })),
        order: "oldest-first",
        retrieved: addDays(days.at(-1) as Day, 1000),
      });
      expect(datings.map(({ best }) => yearOf(best))).toEqual(days.map(yearOf));
    }
  });

  test("from the capture day, and nine of ten intervals hold the true day", () => {
    let held = 0;
    for (const { days, capture } of dumps) {
      const { datings } = datePosts({
        posts: days.map((day) => ({ text: said(day, undefined), language: "en" })),
        order: "oldest-first",
        retrieved: capture,
      });
      expect(datings.map(({ best }) => yearOf(best))).toEqual(days.map(yearOf));
      held += datings.filter(({ earliest, latest }, place) => {
        const day = days[place] as Day;
        return earliest <= day && day <= latest;
      }).length;
    }
    expect(held / (10 * dumps.length)).toBeGreaterThanOrEqual(0.88);
  });

  test("or says that it does not know it: with nothing but the day of the import, the interval is years wide", () => {
    const { days } = dumps[7] as MadeDump;
    const { datings, usedToday } = datePosts({
      posts: days.map((day) => ({ text: said(day, undefined), language: "en" })),
      order: "oldest-first",
      today: parseDay("2026-11-22") as Day,
    });
    expect(usedToday).toBe(true);
    for (const { earliest, latest } of datings) expect(yearOf(latest) - yearOf(earliest)).toBeGreaterThanOrEqual(2);
  });

  const today = parseDay("2026-11-22") as Day;
  const posts = [
    "Fresh bread is out of the oven.",
    "The museum opens on 6 March 2026 with a show of lamps.",
    "Thanks to all who came.",
  ].map((text) => ({ text, language: "en" }));

  test("near the one day that a dump names, with its year and no sign of tense, and not after the import", () => {
    const { datings, usedToday } = datePosts({ posts, today });
    expect(usedToday).toBe(true);
    for (const { best, latest } of datings) {
      expect(Math.abs(dayNumber(best) - dayNumber(parseDay("2026-03-06") as Day))).toBeLessThan(60);
      expect(latest <= today).toBe(true);
    }
  });

  test("and takes the day of the import only where the posts leave the year open", () => {
    const told = dumps[3] as MadeDump;
    const settled = told.days.map((day) => ({ text: `(Marsh End, ${yearly(day)})`, language: "en" }));
    const [early, late] = ["2026-11-22", "2031-05-01"].map((day) => datePosts({ posts: settled, today: day as Day }));
    expect(early).toEqual(late);
    expect(early?.usedToday).toBe(false);
  });
});

/** A day with its year. */
function yearly(day: Day): string {
  const words = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return words.format(new Date(`${day}T00:00:00Z`));
}
