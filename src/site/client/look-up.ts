import { lettersApart, mostApart } from "../../text/spelling.ts";
import { fold } from "../search/forms/fold.ts";
import { baseLanguage, formsOf } from "../search/forms/forms.ts";
import type { Inflections } from "../search/forms/inflection.ts";
import { withPlainVowels } from "../search/forms/latin.ts";
import { surest } from "../search/forms/standing.ts";
import type { NumberedForm } from "../search/manifest.ts";
import type { Term } from "../search/terms.ts";
import type { Bundle } from "./bundle.ts";

/** What of a bundle words are looked up in. */
export interface BundleWords {
  readonly manifest: Pick<Bundle["manifest"], "languages" | "inflections">;
  readonly forms: Bundle["forms"];
}

/** What a term is looked up under. */
export interface LookedUp {
  /** `beginning`: any word that begins so will do. */
  readonly as: "word" | "beginning";
  /** For each bundle its form, or all forms that begin so; none where it is not found. */
  readonly forms: readonly (readonly NumberedForm[])[];
}

/**
 * Looks a term up in every bundle. A last word that no bundle knows may still be being typed: then it stands for all
 * words that begin so, as words with `*` always do.
 */
export async function lookUp(bundles: readonly BundleWords[], term: Term): Promise<LookedUp> {
  if (term.kind !== "begun") {
    const forms = await Promise.all(bundles.map((bundle) => formIn(bundle, term.folded)));
    if (term.kind === "whole" || forms.some((found) => found.length > 0)) return { as: "word", forms };
  }
  return { as: "beginning", forms: await beginnings(bundles, term.folded) };
}

/** The form of a folded word in a bundle: the surest one, else the one that most posts hold. */
async function formIn(bundle: BundleWords, folded: string): Promise<readonly NumberedForm[]> {
  const { inflections } = bundle.manifest;
  const languages = bundle.manifest.languages.length > 0 ? bundle.manifest.languages : ["und"];
  const readings = await Promise.all(
    distinct(languages.map((language) => formsOf(folded, baseLanguage(language), inflections))).map(async (forms) => {
      const known = (await Promise.all(forms.map((form) => bundle.forms(form, form)))).flat();
      return surest(known, ({ standing }) => standing) ?? fullest(known);
    }),
  );
  const form = fullest(readings.filter((reading) => reading !== undefined));
  return form === undefined ? [] : [form];
}

/** A beginning that more forms than this have says too little; those that most posts hold then stand for all. */
const mostForms = 60;

async function beginnings(bundles: readonly BundleWords[], folded: string): Promise<LookedUp["forms"]> {
  const found = await Promise.all(
    bundles.map(async (bundle) => {
      const languages = bundle.manifest.languages.map(baseLanguage);
      const written = new Set([folded, ...languages.map((language) => withPlainVowels(folded, language))]);
      return (await Promise.all([...written].map((each) => bundle.forms(each, `${each}\uFFFF`)))).flat();
    }),
  );
  return found.map((forms) => forms.toSorted((one, other) => other.posts - one.posts).slice(0, mostForms));
}

/** The endings of all languages of an index that go by lists. */
export function inflectionsIn(bundles: readonly BundleWords[]): Inflections {
  return Object.assign({}, ...bundles.map(({ manifest }) => manifest.inflections));
}

/** Words of the index that are spelled nearly so, as posts mostly spell them: those nearest first and then those in most posts. */
export async function nearWords(bundles: readonly BundleWords[], folded: string): Promise<readonly string[]> {
  const most = mostApart(folded);
  const first = String.fromCodePoint(folded.codePointAt(0) ?? 0);
  const forms = (await Promise.all(bundles.map((bundle) => bundle.forms(first, `${first}\uFFFF`)))).flat();
  const own = formsOf(folded, "en", {}).at(-1) ?? folded;
  const near = new Map<string, { apart: number; posts: number }>();
  for (const { form, word, posts } of forms) {
    const apart = Math.min(lettersApart(folded, fold(word), most), lettersApart(own, form, most));
    if (apart > most) continue;
    const known = near.get(word);
    near.set(word, { apart: Math.min(apart, known?.apart ?? apart), posts: posts + (known?.posts ?? 0) });
  }
  return [...near]
    .sort(([, one], [, other]) => one.apart - other.apart || other.posts - one.posts)
    .slice(0, 4)
    .map(([word]) => word);
}

function fullest(forms: readonly NumberedForm[]): NumberedForm | undefined {
  return forms.reduce<NumberedForm | undefined>(
    (best, next) => (best === undefined || next.posts > best.posts ? next : best),
    undefined,
  );
}

function distinct(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [list.join(" "), list])).values()];
}
