import { fold } from "../../search/forms/fold.ts";

/** A name as it is called, with its spellings and the texts that have it, by index. */
export interface CalledName {
  readonly label: string;
  readonly forms: readonly string[];
  readonly places: readonly number[];
}

/** A first name stands without its surname in no more texts than this share of those with both. */
const withoutShare = 0.15;

/** The full name stands in at least this share of the texts with the surname: people are introduced by it. */
const fullShare = 1 / 3;

/**
 * Names of one word that are the surname of a longer one, by their places in the list, and the place of that: `Lindgren` of `Torvald Lindgren`. The longer
 * one is a person, or its first word hardly stands without its last, as first names of people in the news do; and no other name ends so.
 * `textsWith` tells in how many texts a word stands.
 */
export function surnamesOf<Name extends CalledName>(
  names: readonly Name[],
  isPerson: (at: number) => boolean,
  textsWith: (word: string) => number,
): ReadonlyMap<number, number> {
  const ending = new Map<string, number[]>();
  for (const [at, { label }] of names.entries()) {
    const words = label.split(" ");
    if (words.length < 2) continue;
    const last = fold(words.at(-1) ?? "");
    ending.set(last, [...(ending.get(last) ?? []), at]);
  }
  const found = new Map<number, number>();
  for (const [at, { label }] of names.entries()) {
    if (label.includes(" ") || /^\p{Lu}{2,5}$/u.test(label)) continue;
    const longer = ending.get(fold(label)) ?? [];
    const [only = -1] = longer;
    const full = names[only];
    if (longer.length !== 1 || full === undefined) continue;
    const isAsCommon = full.places.length >= (names[at]?.places.length ?? 0) * fullShare;
    if (isPerson(only) || (isAsCommon && isBound(full, textsWith))) found.set(at, only);
  }
  return found;
}

/** Whether the first word of a name of two hardly stands without the second, in each of its spellings. */
function isBound({ forms, places }: CalledName, textsWith: (word: string) => number): boolean {
  const firsts = new Set(forms.flatMap((form) => (form.split(" ").length === 2 ? [form.split(" ")[0] ?? ""] : [])));
  return firsts.size > 0 && [...firsts].every((first) => textsWith(first) <= places.length * (1 + withoutShare));
}
