import type { FacetLabels } from "../search/facets.ts";
import { fold } from "../search/forms/fold.ts";
import type { NumberedForm } from "../search/manifest.ts";
import { type Alternative, clausesIn, daysAsked, type Wording } from "../search/query.ts";
import { holdsName, holdsPhrase, type Phrase, type Term } from "../search/terms.ts";
import type { Wanted, WantedForms } from "../search/wanted.ts";
import type { Bundle } from "./bundle.ts";
import { meeting } from "./conditions.ts";
import { inflectionsIn, type LookedUp, lookUp } from "./look-up.ts";

/** What words find in all bundles, whatever the answer is narrowed by. */
export interface Matches {
  /** For each bundle the numbers of its posts with what each is worth as an answer; `undefined` where there were no words: all posts. */
  readonly scores: readonly ReadonlyMap<number, number>[] | undefined;
  readonly terms: readonly TermFound[];
  /** The phrases that no post holds although posts hold all their words. */
  readonly brokenPhrases: readonly string[];
  readonly wanted: WantedForms;
  /** The first and last day that its operators ask for, `YYYY-MM-DD`. */
  readonly days: ReturnType<typeof daysAsked>;
}

/** A term, and in how many posts it stands by itself; a beginning that many words have may stand in a post twice. */
export interface TermFound {
  readonly term: Term;
  readonly posts: number;
}

/** Finds the posts that answer every clause of a question. `labels` name the values of facets, for operators. */
export async function match(bundles: readonly Bundle[], typed: string, labels: FacetLabels = {}): Promise<Matches> {
  const clauses = clausesIn(typed);
  const inflections = inflectionsIn(bundles);
  if (clauses.length === 0) {
    const scores = typed.trim() === "" ? undefined : bundles.map(() => new Map<number, number>());
    return {
      scores,
      terms: [],
      brokenPhrases: [],
      wanted: { forms: new Set(), beginnings: [], inflections },
      days: {},
    };
  }
  const found = await Promise.all(
    clauses.map(async ({ isExcluded, anyOf }) => ({
      isExcluded,
      anyOf: await Promise.all(anyOf.map((each) => alternative(bundles, each, labels))),
    })),
  );
  const scores = bundles.map((bundle, index) => {
    const answers = found.map(({ isExcluded, anyOf }) => ({ isExcluded, posts: unionOf(postsOf(anyOf, index)) }));
    const held = answers.filter((each) => !each.isExcluded).map((each) => each.posts);
    const out = answers.filter((each) => each.isExcluded).map((each) => each.posts);
    const start = held.length > 0 ? common(held) : new Map([...bundle.posts.days.keys()].map((post) => [post, 0]));
    return new Map([...start].filter(([post]) => !out.some((posts) => posts.has(post))));
  });
  const worded = found
    .flatMap(({ isExcluded, anyOf }) => (isExcluded ? [] : anyOf))
    .flatMap((each) => each.worded ?? []);
  const nothing = scores.every((each) => each.size === 0);
  return {
    scores,
    terms: uniqueFound(worded.flatMap((each) => each.terms)),
    brokenPhrases: nothing ? worded.flatMap((each) => each.broken) : [],
    wanted: {
      forms: new Set(worded.flatMap((each) => [...each.wanted.forms])),
      beginnings: worded.flatMap((each) => each.wanted.beginnings),
      names: worded.flatMap((each) => each.names),
      inflections,
    },
    days: daysAsked(clauses),
  };
}

/** What one alternative of a clause finds: for each bundle its posts with what each is worth. */
interface Found {
  readonly scores: readonly ReadonlyMap<number, number>[];
  readonly worded?: Worded;
}

/** What is known of the words of an alternative. */
interface Worded {
  readonly terms: readonly TermFound[];
  /** Its phrases, where posts hold all words and none holds the phrases. */
  readonly broken: readonly string[];
  readonly wanted: Wanted;
  readonly names: readonly string[];
}

function postsOf(anyOf: readonly Found[], bundle: number): readonly ReadonlyMap<number, number>[] {
  return anyOf.map(({ scores }) => scores[bundle] ?? new Map());
}

async function alternative(bundles: readonly Bundle[], asked: Alternative, labels: FacetLabels): Promise<Found> {
  if (asked.kind === "words") return wordsFound(bundles, asked);
  const scores = await Promise.all(
    bundles.map(
      async (bundle) => new Map([...(await meeting(bundle, asked, labels))].map((post) => [post, 0] as const)),
    ),
  );
  return { scores };
}

async function wordsFound(bundles: readonly Bundle[], { terms: words, phrases, names }: Wording): Promise<Found> {
  const lookedUp = await Promise.all(words.map((term) => lookUp(bundles, term)));
  const found = await Promise.all(
    bundles.map((bundle, index) =>
      inBundle(
        bundle,
        lookedUp.map((each) => each.forms[index] ?? []),
      ),
    ),
  );
  const scores = await Promise.all(found.map((each, index) => holding(bundles[index], each, phrases, names)));
  const isBroken = scores.every((each) => each.size === 0) && found.some((each) => each.size > 0);
  const isNamed = (term: Term): boolean => names.some((name) => fold(name) === term.folded);
  return {
    scores,
    worded: {
      terms: words.map((term, index) => ({ term, posts: postsOfTerm(lookedUp[index]) })),
      broken: isBroken ? phrases.map((phrase) => phrase.typed) : [],
      wanted: wantedBy(words, lookedUp, isNamed),
      names,
    },
  };
}

/** Each term once. */
export function uniqueFound(terms: readonly TermFound[]): readonly TermFound[] {
  const seen = new Map<string, TermFound>();
  for (const found of terms) if (!seen.has(found.term.folded)) seen.set(found.term.folded, found);
  return [...seen.values()];
}

/** How many posts hold a word that was looked up. */
export function postsOfTerm(found: LookedUp | undefined): number {
  return (found?.forms ?? []).flat().reduce((sum, form) => sum + form.posts, 0);
}

/** The posts of a bundle that hold each term in one of its forms. Terms of one form are asked for together. */
async function inBundle(
  bundle: Bundle,
  terms: readonly (readonly NumberedForm[])[],
): Promise<ReadonlyMap<number, number>> {
  if (terms.some((forms) => forms.length === 0)) return new Map();
  const single = terms.filter((forms) => forms.length === 1).flatMap((forms) => forms.map((form) => form.number));
  const several = terms.filter((forms) => forms.length > 1);
  const answers: ReadonlyMap<number, number>[] = [];
  if (single.length > 0) answers.push(await bundle.search([...new Set(single)]));
  for (const forms of several) {
    const each = await Promise.all(forms.map((form) => bundle.search([form.number])));
    answers.push(unionOf(each));
  }
  return common(answers);
}

/** The posts of any answer, each worth its best. */
function unionOf(answers: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const answer of answers) {
    for (const [post, score] of answer) best.set(post, Math.max(score, best.get(post) ?? 0));
  }
  return best;
}

/** The posts of all answers, each worth their sum. */
function common(answers: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  const [first = new Map<number, number>(), ...rest] = answers;
  const sums = new Map<number, number>();
  for (const [post, score] of first) {
    if (rest.every((answer) => answer.has(post))) {
      sums.set(
        post,
        rest.reduce((sum, answer) => sum + (answer.get(post) ?? 0), score),
      );
    }
  }
  return sums;
}

/** The posts whose texts hold every phrase and every name. */
async function holding(
  bundle: Bundle | undefined,
  found: ReadonlyMap<number, number>,
  phrases: readonly Phrase[],
  names: readonly string[],
): Promise<ReadonlyMap<number, number>> {
  if ((phrases.length === 0 && names.length === 0) || bundle === undefined) return found;
  const kept = await Promise.all(
    [...found].map(async ([post, score]) => {
      const { text, title } = await bundle.text(post);
      return phrases.every((phrase) => holdsPhrase(text, phrase) || holdsPhrase(title, phrase)) &&
        names.every((name) => holdsName(text, name) || holdsName(title, name))
        ? ([post, score] as const)
        : undefined;
    }),
  );
  return new Map(kept.filter((each) => each !== undefined));
}

/** What the words of a question ask to be marked. */
export function wantedBy(
  words: readonly Term[],
  lookedUp: readonly LookedUp[],
  isNamed: (term: Term) => boolean,
): Wanted {
  const forms = lookedUp
    .filter((found, index) => found.as === "word" && !(words[index] !== undefined && isNamed(words[index])))
    .flatMap((found) => found.forms.flat());
  const beginnings = words.filter((_, index) => lookedUp[index]?.as === "beginning").map((term) => term.folded);
  return { forms: new Set(forms.map((form) => form.form)), beginnings };
}
