import { dayNumber, dayOfMonthOf, monthOf, yearOf } from "../model/day.ts";
import type { Basis, Dating } from "../model/post.ts";
import { find } from "./expressions/find.ts";
import { plainText } from "./expressions/plain-text.ts";
import { everyYear, spansBetween } from "./solver/lags.ts";

const ownText: ReadonlySet<Basis> = new Set<Basis>([
  "dateline",
  "event-past",
  "event-to-come",
  "anniversary",
  "observance",
  "mention",
  "relative",
]);

/**
 * Whether the best day is a fact, given from outside or named by the post's own text: the evidence is read anew, so that a date of five days
 * after a named one is not taken for it.
 */
export function isStated(dating: Pick<Dating, "best" | "basis" | "evidence">): boolean {
  const { best, basis, evidence } = dating;
  if (basis === "timestamp" || basis === "given") return true;
  if (!ownText.has(basis) || evidence === undefined) return false;
  return find(plainText(evidence)).some(({ expression }) => {
    if (expression.kind !== "days" || expression.precision !== "day") return false;
    // The month of such a day is inferred.
    if (expression.anyMonth !== undefined) return false;
    if (expression.jalali || expression.lunar || expression.feast) {
      const day = dayNumber(best);
      const times = spansBetween(basis === "anniversary" ? everyYear(expression) : expression, day, day);
      return times.some((time) => time.first === day && time.last === day);
    }
    const { first, last } = expression;
    const sameYear = first.year === undefined || first.year === yearOf(best) || basis === "anniversary";
    const inside = first.day === dayOfMonthOf(best) && last.day === first.day;
    return sameYear && inside && first.month === monthOf(best);
  });
}
