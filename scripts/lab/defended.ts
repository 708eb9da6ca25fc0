import type { Evidence } from "../../src/dating/expressions/evidence.ts";
import { bearsOut } from "../../src/dating/rationale.ts";
import { leastSince } from "../../src/dating/solver/floors.ts";
import { spanNearest } from "../../src/dating/solver/lags.ts";
import { dayNumber } from "../../src/model/day.ts";
import type { Dating } from "../../src/model/post.ts";

/** Farther ahead than this, a day without its year is that of another one. */
const sameYear = 180;

/**
 * What a reader of a post would hold against its date: a ground that speaks of another day, and an event that the post tells of as past and that lies after its most
 * likely date though its interval leaves room for it.
 */
export function objectionsTo(
  named: readonly Evidence[],
  dating: Pick<Dating, "best" | "earliest" | "latest" | "evidence">,
): readonly string[] {
  const [best, latest] = [dayNumber(dating.best), dayNumber(dating.latest)];
  const grounds = named.filter(({ words }) => words === dating.evidence);
  const isBorneOut = grounds.length === 0 || grounds.some((one) => bearsOut(one, dating));
  const ahead = named.filter(({ kind, expression }) => {
    const least = leastSince[kind];
    if (least === undefined || expression.kind !== "days" || expression.precision !== "day") return false;
    const event = spanNearest(expression, best);
    if (event === undefined || event.last < best) return false;
    // Of several days that may be meant, the first has come at the least. Where the posts after it leave no room, the word of the post is overruled.
    const floor = event.first + least;
    const isMeant = expression.first.year !== undefined || event.first - best <= sameYear;
    return isMeant && floor > best && floor <= latest;
  });
  return [
    ...(isBorneOut ? [] : [`${dating.best} on the ground of “${dating.evidence}”`]),
    ...ahead.map(({ words }) => `${dating.best} before “${words}”`),
  ];
}
