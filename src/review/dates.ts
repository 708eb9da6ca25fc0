import { evidenceOf } from "../dating/expressions/evidence.ts";
import { spansBetween } from "../dating/solver/lags.ts";
import type { CandidateDay } from "../model/dating-audit.ts";
import { addDays, type Day, dayFromNumber, dayNumber } from "../model/day.ts";
import type { Dating } from "../model/post.ts";

/** A post of a dump, dated: the posts of one dump come oldest first. */
export interface DatedInDump {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly language: string;
  readonly dating: Dating;
  /** The days that come into question with the chance of each in percent; absent where they are too many to tell apart. */
  readonly candidates?: readonly CandidateDay[];
}

/** A post whose day a person can settle. */
export interface DateQuestion extends DatedInDump {
  /** How many days fewer all intervals of the dump are expected to span once the day is known. */
  readonly worth: number;
  /** The posts right before and after it in time. */
  readonly before?: Neighbour;
  readonly after?: Neighbour;
  /** Days that its text names, near enough to be its own, with the words: the day they are taken for is among them. */
  readonly named: readonly { readonly day: Day; readonly words: string; readonly offset: number }[];
}

/** A neighbour on the strip of days. */
export interface Neighbour extends Pick<DatedInDump, "id" | "title"> {
  readonly best: Day;
  readonly earliest: Day;
  readonly latest: Day;
}

/** How far outside its interval a day is still offered. */
const margin = 10;

/** The most that can be asked at once; the others come when these are answered. */
const mostQuestions = 60;

/**
 * The posts of a dump whose days are open, the most worth first. Posts never run backwards in time, so that a day that is known bounds every interval
 * beside it: an answer is worth the days by which all intervals are expected to shrink.
 */
export function dateQuestions(posts: readonly DatedInDump[]): readonly DateQuestion[] {
  return posts
    .map((post, at) => ({ post, at, worth: worthOf(posts, at) }))
    .filter(({ worth }) => worth > 0)
    .sort((one, other) => other.worth - one.worth)
    .slice(0, mostQuestions)
    .map(({ post, at, worth }) => {
      const [before, after] = [posts[at - 1], posts[at + 1]];
      return {
        ...post,
        worth,
        ...(before === undefined ? {} : { before: neighbour(before) }),
        ...(after === undefined ? {} : { after: neighbour(after) }),
        named: namedDays(post),
      };
    });
}

function neighbour({ id, title, dating: { best, earliest, latest } }: DatedInDump): Neighbour {
  return { id, title, best, earliest, latest };
}

/** Days by which the intervals of all posts are expected to shrink once this one is known to lie on its best day. */
function worthOf(posts: readonly DatedInDump[], at: number): number {
  const own = posts[at]?.dating;
  if (own === undefined || own.basis === "given" || own.basis === "timestamp") return 0;
  const best = dayNumber(own.best);
  let sum = widthOf(own);
  for (let other = at - 1; other >= 0; other -= 1) {
    const latest = dayNumber(posts[other]?.dating.latest ?? own.best);
    if (latest <= best) break;
    sum += latest - Math.max(best, dayNumber(posts[other]?.dating.earliest ?? own.best));
  }
  for (let other = at + 1; other < posts.length; other += 1) {
    const earliest = dayNumber(posts[other]?.dating.earliest ?? own.best);
    if (earliest >= best) break;
    sum += Math.min(best, dayNumber(posts[other]?.dating.latest ?? own.best)) - earliest;
  }
  return sum;
}

function widthOf({ earliest, latest }: Dating): number {
  return dayNumber(latest) - dayNumber(earliest);
}

function namedDays({ text, language, dating }: DatedInDump): DateQuestion["named"] {
  const first = dayNumber(addDays(dating.earliest, -margin));
  const last = dayNumber(addDays(dating.latest, margin));
  const found = evidenceOf(text, language).flatMap(({ expression, words, offset }) =>
    expression.kind !== "days" || expression.precision !== "day"
      ? []
      : spansBetween(expression, first, last)
          .filter((span) => span.first === span.last && span.first >= first && span.first <= last)
          .map((span) => ({ day: dayFromNumber(span.first), words, offset })),
  );
  return found.sort((one, other) => (one.day < other.day ? -1 : 1));
}
