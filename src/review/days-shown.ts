import { addDays, type Day, dayNumber } from "../model/day.ts";
import type { DateQuestion } from "./dates.ts";

/** Days shown on each side of the interval, and the most that are shown at all. */
const margin = 3;
const mostDays = 62;

/** So far from the best day a neighbour is still shown. */
const near = 14;

/** The most days that are told beside the strip. */
const mostElsewhere = 8;

/**
 * The days of the strip: all that come into question, or of a wide interval those around its best day; around the chosen day where that lies
 * elsewhere, so that what a person chooses is always to be seen between the days beside it.
 */
export function daysShown(question: DateQuestion, chosen: Day): readonly Day[] {
  const { dating, named, before, after } = question;
  const asked = [dating.earliest, dating.latest, ...named.map(({ day }) => day)];
  const beside = [before?.best, after?.best].flatMap((day) =>
    day !== undefined && Math.abs(dayNumber(day) - dayNumber(dating.best)) <= near ? [day] : [],
  );
  const sorted = [...asked, ...beside].sort();
  const first = addDays(sorted[0] ?? dating.best, -margin);
  const last = addDays(sorted.at(-1) ?? dating.best, margin);
  if (dayNumber(last) - dayNumber(first) < mostDays && chosen >= first && chosen <= last) return run(first, last);
  const around = run(addDays(dating.best, -mostDays / 2), addDays(dating.best, mostDays / 2 - 1));
  if (around.includes(chosen)) return around;
  return run(addDays(chosen, -mostDays / 2), addDays(chosen, mostDays / 2 - 1));
}

/** Days that are not on the strip and that a person may want to go to: the best one, those that the text names, and of the others the likeliest, in the order of time. */
export function daysElsewhere(question: DateQuestion, shown: readonly Day[]): readonly Day[] {
  const { dating, named, candidates = [] } = question;
  const likeliest = candidates.filter(({ percent }) => percent >= 1).sort((one, other) => other.percent - one.percent);
  const days = [dating.best, ...named.map(({ day }) => day), ...likeliest.map(({ day }) => day)];
  return [...new Set(days)]
    .filter((day) => !shown.includes(day))
    .slice(0, mostElsewhere)
    .sort();
}

function run(first: Day, last: Day): readonly Day[] {
  return Array.from({ length: dayNumber(last) - dayNumber(first) + 1 }, (_, at) => addDays(first, at));
}
