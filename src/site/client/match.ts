import { holdsPhrase, type Phrase, type Term, termsIn } from "../search/terms.ts";
import type { Wanted } from "../search/wanted.ts";
import type { Bundle, NumberedForm } from "./bundle.ts";
import { type LookedUp, lookUp } from "./look-up.ts";

/** What words find in all bundles, whatever the answer is narrowed by. */
export interface Matches {
  /** For each bundle the numbers of its posts with what each is worth as an answer; `undefined` where there were no words: all posts. */
  readonly scores: readonly ReadonlyMap<number, number>[] | undefined;
  readonly terms: readonly TermFound[];
  /** The phrases that no post holds although posts hold all their words. */
  readonly brokenPhrases: readonly string[];
  readonly wanted: Wanted;
}

/** A term, and in how many posts it stands by itself; a beginning that many words have may stand in a post twice. */
export interface TermFound {
  readonly term: Term;
  readonly posts: number;
}

/** Finds the posts that hold every word and every phrase of a question. */
export async function match(bundles: readonly Bundle[], typed: string): Promise<Matches> {
  const { words, phrases } = termsIn(typed);
  const lookedUp = await Promise.all(words.map((term) => lookUp(bundles, term)));
  const terms = words.map((term, index) => ({ term, posts: postsIn(lookedUp[index]) }));
  const wanted = wantedBy(words, lookedUp);
  if (words.length === 0) {
    return { scores: typed.trim() === "" ? undefined : bundles.map(() => new Map()), terms, brokenPhrases: [], wanted };
  }
  const found = await Promise.all(
    bundles.map((bundle, index) =>
      inBundle(
        bundle,
        lookedUp.map((each) => each.forms[index] ?? []),
      ),
    ),
  );
  const scores = await Promise.all(found.map((each, index) => holding(bundles[index], each, phrases)));
  const broken = scores.every((each) => each.size === 0) && found.some((each) => each.size > 0);
  return { scores, terms, brokenPhrases: broken ? phrases.map((phrase) => phrase.typed) : [], wanted };
}

function postsIn(found: LookedUp | undefined): number {
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
    answers.push(united(each));
  }
  return common(answers);
}

/** The posts of any answer, each worth its best. */
function united(answers: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
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

/** The posts whose texts hold every phrase. */
async function holding(
  bundle: Bundle | undefined,
  found: ReadonlyMap<number, number>,
  phrases: readonly Phrase[],
): Promise<ReadonlyMap<number, number>> {
  if (phrases.length === 0 || bundle === undefined) return found;
  const kept = await Promise.all(
    [...found].map(async ([post, score]) => {
      const { text, title } = await bundle.text(post);
      return phrases.every((phrase) => holdsPhrase(text, phrase) || holdsPhrase(title, phrase))
        ? ([post, score] as const)
        : undefined;
    }),
  );
  return new Map(kept.filter((each) => each !== undefined));
}

function wantedBy(words: readonly Term[], lookedUp: readonly LookedUp[]): Wanted {
  const forms = lookedUp.filter((found) => found.as === "word").flatMap((found) => found.forms.flat());
  const beginnings = words.filter((_, index) => lookedUp[index]?.as === "beginning").map((term) => term.folded);
  return { forms: new Set(forms.map((form) => form.form)), beginnings };
}
