import { type FacetCounts, type FacetName, facetNames } from "../search/facets.ts";
import type { Interval } from "../search/intervals.ts";
import type { Bundle } from "./bundle.ts";
import type { Matches } from "./match.ts";
import { asksNothing, type Copies, orderOf, type Question, runsBackwards, type SortOrder } from "./question.ts";

/** A post of a bundle. */
export interface Place {
  readonly bundle: number;
  readonly post: number;
  /** Whether the whole interval of its day lies in the time asked for; where no time is, always. */
  readonly isSure: boolean;
}

/** The posts that answer a question, in its order, and what each choice beside them would find. */
export interface Answer {
  readonly places: readonly Place[];
  /** How many posts are of the time asked for only possibly, shown or not. */
  readonly possible: number;
  /** How many posts stand behind others that say nearly the same. */
  readonly hidden: number;
  /** Whether posts among the answers say nearly the same. */
  readonly hasCopies: boolean;
  /** For each value: how many posts the list would show with it, the other choices of its own facet left out of account; of copies that the list folds, one counts. */
  readonly counts: FacetCounts;
}

/**
 * Narrows what words found by the facets and days of a question; a blank question finds nothing and counts everything. A
 * post is of a day, month or year that its interval reaches into; those that surely are come first.
 */
export function filtered(bundles: readonly Bundle[], matches: Matches, asked: Question): Answer {
  const question = withDaysOf(asked, matches.days);
  const tallies = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as Record<
    FacetName,
    Map<string, number>
  >;
  const found: Scored[] = [];
  const isFolded = folding(question.copies);
  const isStrict = question.within === "certainly";
  let possible = 0;
  for (const [number, bundle] of bundles.entries()) {
    const { posts } = bundle;
    const mayBear = facetNames.map((name) => testOf(bundle, name, question.chosen[name], "some"));
    const surelyBears = facetNames.map((name) =>
      testOf(bundle, name, question.chosen[name], isOfTime(name) ? "every" : "some"),
    );
    const numbers = facetNames.map(() => new Map<number, number>());
    const scores = matches.scores?.[number];
    for (const post of scores?.keys() ?? posts.days.keys()) {
      const interval = posts.intervals[post] ?? nowhere;
      if (!reachesInto(interval, question)) continue;
      const isOfDays = liesWithin(interval, question);
      const isSure = isOfDays && surelyBears.every((bears) => bears(post));
      if (!isSure && mayBear.every((bears) => bears(post))) possible += 1;
      if (isStrict && !isOfDays) continue;
      const failed = (isStrict ? surelyBears : mayBear).flatMap((bears, facet) => (bears(post) ? [] : [facet]));
      if (failed.length > 1) continue;
      for (const [facet, name] of facetNames.entries()) {
        if (failed.length > 0 && failed[0] !== facet) continue;
        const values = valuesOf(bundle, name, post);
        // A post of one year or another is surely of neither.
        if (isStrict && isOfTime(name) && values.length > 1) continue;
        for (const each of values) {
          if (isFolded(posts.groupOf(post), name, posts.columns[name].values[each] ?? "")) continue;
          numbers[facet]?.set(each, (numbers[facet]?.get(each) ?? 0) + 1);
        }
      }
      if (failed.length === 0) found.push({ bundle: number, post, isSure, score: scores?.get(post) ?? 0 });
    }
    for (const [facet, name] of facetNames.entries()) {
      for (const [value, count] of numbers[facet] ?? []) {
        const text = posts.columns[name].values[value];
        if (text !== undefined) tallies[name].set(text, (tallies[name].get(text) ?? 0) + count);
      }
    }
  }
  const order = orders[orderOf(question)];
  const places = asksNothing(question)
    ? []
    : found.sort((one, other) => Number(other.isSure) - Number(one.isSure) || order(one, other));
  const single = firstOfEach(places, bundles);
  const hasCopies = single.length < places.length;
  if (question.copies === "all") return { places, possible, hidden: 0, hasCopies, counts: tallies };
  return { places: single, possible, hidden: places.length - single.length, hasCopies, counts: tallies };
}

/** Tells whether a post of a group is counted for a value already, by another of its group; never where the list shows all copies. */
function folding(copies: Copies): (group: number | undefined, name: FacetName, value: string) => boolean {
  const counted = new Set<string>();
  return (group, name, value) => {
    if (copies === "all" || group === undefined) return false;
    const key = `${group} ${name} ${value}`;
    const isCounted = counted.has(key);
    counted.add(key);
    return isCounted;
  };
}

/** The places without those whose group stands before them already. */
function firstOfEach(places: readonly Scored[], bundles: readonly Bundle[]): readonly Scored[] {
  const seen = new Set<number>();
  return places.filter(({ bundle, post }) => {
    const group = bundles[bundle]?.posts.groupOf(post);
    if (group === undefined) return true;
    const isFirst = !seen.has(group);
    seen.add(group);
    return isFirst;
  });
}

interface Scored extends Place {
  readonly score: number;
}

/** Bundles follow each other in time, and so do the posts of each: their numbers are the order of the archive. */
const oldestFirst = (one: Scored, other: Scored): number => one.bundle - other.bundle || one.post - other.post;
const newestFirst = (one: Scored, other: Scored): number => oldestFirst(other, one);

const orders: Readonly<Record<SortOrder, (one: Scored, other: Scored) => number>> = {
  relevance: (one, other) => other.score - one.score || newestFirst(one, other),
  newest: newestFirst,
  oldest: oldestFirst,
};

/** Whether a post of uncertain day may have several values of a facet, of which one is right. */
function isOfTime(name: FacetName): boolean {
  return name === "year" || name === "month";
}

/** Whether a post bears a chosen value, or where asked, whether it bears no other. */
function testOf(
  bundle: Bundle,
  name: FacetName,
  chosen: readonly string[],
  how: "some" | "every",
): (post: number) => boolean {
  if (chosen.length === 0) return () => true;
  const { values } = bundle.posts.columns[name];
  const wanted = new Set(chosen.map((value) => values.indexOf(value)).filter((value) => value >= 0));
  return (post) => valuesOf(bundle, name, post)[how]((each) => wanted.has(each));
}

/** The numbers of a post's values of a facet. */
function valuesOf(bundle: Bundle, name: FacetName, post: number): readonly number[] {
  const value = bundle.posts.columns[name].posts[post] ?? -1;
  return typeof value === "number" ? [value] : value;
}

/** A question with the days that its words ask for by operators. */
function withDaysOf(question: Question, { from = "", to = "" }: Matches["days"]): Question {
  return {
    ...question,
    from: from > question.from ? from : question.from,
    to: to !== "" && (question.to === "" || to < question.to) ? to : question.to,
  };
}

const nowhere: Interval = { first: "", last: "" };

function reachesInto({ first, last }: Interval, question: Question): boolean {
  const { from, to } = question;
  if (runsBackwards(question)) return false;
  return (from === "" || last >= from) && (to === "" || first <= to);
}

/** Whether an interval lies as a whole in the days that are asked for. */
function liesWithin({ first, last }: Interval, { from, to }: Question): boolean {
  return (from === "" || first >= from) && (to === "" || last <= to);
}
