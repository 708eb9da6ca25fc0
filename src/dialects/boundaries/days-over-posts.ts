import { type DayLine, dayIn, dayLine, type NumberOrder } from "../../text/day-line.ts";
import type { Token } from "../lines/tokens.ts";

/** Fewer days are chance. */
const fewest = 3;

/** The least share of days that stand right over a text, and of neighbouring days that run the same way. */
const leastShare = 0.8;

/**
 * The places of lines that are a day and nothing else, where a person wrote one over each post or over each day's posts: three and more of one shape,
 * the first of them on top, below blank lines and right over a text, running one way. Empty where a page has no such habit.
 */
export function daysOverPosts(tokens: readonly Token[]): ReadonlySet<number> {
  const byShape = new Map<string, { readonly place: number; readonly day: DayLine }[]>();
  for (const [place, token] of tokens.entries()) {
    const day = token.kind === "text" ? dayLine(token.text.trim()) : undefined;
    if (day === undefined) continue;
    const own = byShape.get(day.shape) ?? [];
    byShape.set(day.shape, own);
    own.push({ place, day });
  }
  for (const found of byShape.values()) {
    const over = found.filter(
      ({ place }) => (place === 0 || (tokens[place]?.gap ?? 0) > 0) && tokens[place + 1]?.gap === 0,
    );
    if (found.length < fewest || found[0]?.place !== 0 || over.length < found.length * leastShare) continue;
    if (runOneWay(found.map(({ day }) => day))) return new Set(over.map(({ place }) => place));
  }
  return new Set();
}

const orders = ["day-month-year", "month-day-year", "year-month-day"] as const satisfies readonly NumberOrder[];

/** Whether days run forwards or backwards, in any order of their numbers; without a year, within one year. */
function runOneWay(found: readonly DayLine[]): boolean {
  return (found.some(({ named }) => named) ? orders.slice(0, 1) : orders).some((order) => {
    const days = found.map(({ numbers: [one, two, three] }) => dayIn([one, two, three === 0 ? 2024 : three], order));
    const steps = days.slice(1).map((day, at) => (day ?? "").localeCompare(days[at] ?? ""));
    const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
    return days.every((day) => day !== undefined) && Math.max(up, down) >= steps.length * leastShare;
  });
}
