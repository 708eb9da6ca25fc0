import type { FoundExpression } from "./date-expression.ts";

/** The verbs of a language by which a sentence speaks of what is to come and of what has been, and the words that open a clause, and one below another; all of them global. */
export interface Verbs {
  readonly toCome: RegExp;
  readonly past: RegExp;
  readonly plans: RegExp | undefined;
  readonly clauses: RegExp | undefined;
  readonly below: RegExp | undefined;
  readonly verbLast: boolean;
}

/** Whether a sentence speaks of a day as past or as to come. */
export type Tense = "past" | "to-come";

interface Verb {
  readonly tense: Tense;
  readonly isPlan: boolean;
  readonly start: number;
  readonly end: number;
}

/** What parts the clauses of a sentence in any language. */
const clauseSigns = /[,;:()—–،؛，；：、«»“”„"]|\s-\s/gu;

/** Most words, or letters where no spaces part words, between a verb and the participle that goes with it. */
const mostWordsBetween = 3;

/**
 * The tense of the clause that a day stands in. A verb before the day in its clause counts first, the last one, then the first one behind it: `said the
 * ferry would sail on 20 March`, `was told on 20 March that it will sail`; where verbs stand last, those behind the day come first. A verb of the clause
 * above counts where only a comma is between, and behind `that` where it looks ahead: `we remind you that`, and not `said that`. A participle says
 * nothing by itself behind a verb of the future: `will be opened`, `wird am 20. März eröffnet`; a plan says nothing in a sentence about what has been.
 */
export function tenseBeside(
  text: string,
  { start, end }: Pick<FoundExpression, "start" | "end">,
  sentence: { readonly start: number; readonly end: number },
  spoken: readonly Verbs[],
): Tense | undefined {
  const before = text.slice(sentence.start, start);
  const left = verbsIn(before, spoken);
  const right = verbsIn(ownClause(text.slice(end, sentence.end), spoken), spoken);
  const verb = decisive(left.at(-1), right[0], before, spoken);
  const isOpen = verb?.isPlan === true && [...left, ...right].some(({ tense }) => tense === "past");
  return isOpen ? undefined : verb?.tense;
}

/** Words behind a day without the clauses below their own that a comma parts from it: `3 апреля он расскажет, как искали планету`. */
function ownClause(words: string, spoken: readonly Verbs[]): string {
  const openers = spoken.flatMap(({ below }) => (below === undefined ? [] : [...words.matchAll(below)]));
  const parted = openers.filter(({ index }) => /,\s*$/u.test(words.slice(0, index)));
  let own = words;
  for (const { 0: opener, index } of parted) {
    const from = index + opener.length;
    const length = words.slice(from).search(clauseSigns);
    const to = length < 0 ? words.length : from + length;
    own = own.slice(0, index) + " ".repeat(to - index) + own.slice(to);
  }
  return own;
}

/** Of the last verb before a day and the first one behind it, the one of its clause. */
function decisive(
  last: Verb | undefined,
  first: Verb | undefined,
  before: string,
  spoken: readonly Verbs[],
): Verb | undefined {
  const clause = Math.max(
    0,
    ...spoken.flatMap(({ clauses }) => (clauses === undefined ? [] : lastIn(before, clauses))),
  );
  if (last === undefined) return first;
  if (last.start < clause) return first ?? (last.tense === "to-come" ? last : undefined);
  const isOwn = last.start >= lastIn(before, clauseSigns) && !spoken.some(({ verbLast }) => verbLast);
  return isOwn ? last : (first ?? last);
}

/** Where the words behind the last of such signs begin. */
function lastIn(words: string, sign: RegExp): number {
  return [...words.matchAll(sign)].map(({ 0: own, index }) => index + own.length).at(-1) ?? 0;
}

/** The tense of the first verb of some words. */
export function firstTense(words: string, spoken: readonly Verbs[]): Tense | undefined {
  return verbsIn(words, spoken)[0]?.tense;
}

/** The verbs of a stretch of a sentence in their order, without participles that go with a verb of the future. */
function verbsIn(words: string, spoken: readonly Verbs[]): readonly Verb[] {
  const all = spoken.flatMap(({ toCome, past, plans }) => [
    ...found(words, toCome, "to-come", plans),
    ...found(words, past, "past"),
  ]);
  const inOrder = all.sort((one, other) => one.start - other.start || other.end - one.end);
  let future: Verb | undefined;
  return inOrder.filter((verb) => {
    if (verb.tense === "to-come") future = verb;
    return verb === future || future === undefined || !isNear(words.slice(future.end, verb.start));
  });
}

function found(words: string, verb: RegExp, tense: Tense, plans?: RegExp): readonly Verb[] {
  return [...words.matchAll(verb)].map(({ 0: own, index }) => ({
    tense,
    isPlan: plans !== undefined && own.search(plans) === 0,
    start: index,
    end: index + own.length,
  }));
}

function isNear(between: string): boolean {
  const inside = between.match(/\p{Script=Han}|[^\s\p{P}\p{Script=Han}]+/gu) ?? [];
  return inside.length <= mostWordsBetween && between.search(clauseSigns) < 0;
}
