import type { Evidence } from "../expressions/evidence.ts";
import { evidenceKinds } from "../expressions/evidence-kinds.ts";

/** How many posts a chain stops at, of those that name a day and of those that do not. */
export interface Patience {
  readonly telling: number;
  readonly silent: number;
}

/**
 * The posts, in the order of time, that a chain stops at: the first, the last, those known from outside their texts, and of the others evenly as many as there is patience for, the
 * most telling of each stretch. Where a chain does not stop, the days of a run of posts follow from those of its ends.
 */
export function statesOf(
  evidence: readonly (readonly Evidence[])[],
  known: readonly unknown[],
  patience: Patience,
): readonly number[] {
  const posts = [...evidence.keys()];
  const telling = posts.filter((post) => namesADay(evidence[post]));
  const silent = posts.filter((post) => !namesADay(evidence[post]));
  const chosen = new Set([
    0,
    ...posts.filter((post) => known[post] !== undefined),
    evidence.length - 1,
    ...thin(telling, patience.telling, (post) => tellingOf(evidence[post])),
    ...thin(silent, patience.silent, () => 0),
  ]);
  return posts.filter((post) => chosen.has(post));
}

function namesADay(own: readonly Evidence[] | undefined): boolean {
  return own !== undefined && own.length > 0;
}

/** The surest kind of the post's days; a stated year tells more than any. */
function tellingOf(own: readonly Evidence[] = []): number {
  const year = own.some(
    ({ expression }) =>
      expression.kind === "days" && expression.precision === "day" && expression.first.year !== undefined,
  );
  return Math.max(0, ...own.map(({ kind }) => evidenceKinds[kind].rank)) + (year ? 5 : 0);
}

function thin(posts: readonly number[], most: number, worth: (post: number) => number): readonly number[] {
  const stretch = Math.ceil(posts.length / most);
  if (stretch <= 1) return posts;
  const kept: number[] = [];
  for (let start = 0; start < posts.length; start += stretch) {
    const candidates = posts.slice(start, start + stretch);
    kept.push(candidates.reduce((best, post) => (worth(post) > worth(best) ? post : best)));
  }
  return kept;
}
