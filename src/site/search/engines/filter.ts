import type { DayField, ValueField } from "./document.ts";

/**
 * What a post must be to be found, as every engine can be told it. `all` of nothing is every post, `any` of nothing is none.
 */
export type Filter =
  | { readonly kind: "all" | "any"; readonly of: readonly Filter[] }
  | { readonly kind: "not"; readonly of: Filter }
  /** Has one of the values. */
  | { readonly kind: "is"; readonly field: ValueField; readonly values: readonly string[] }
  /** A day as `numberOfDay` gives it lies between these, both included. */
  | { readonly kind: "within"; readonly field: DayField; readonly from?: number; readonly to?: number }
  /** Holds these folded words one after the other. */
  | { readonly kind: "phrase"; readonly words: readonly string[] };

/** Meets all of the filters. */
export function allOf(filters: readonly Filter[]): Filter {
  const parts = filters.flatMap((each) => (each.kind === "all" ? each.of : [each]));
  if (parts.some(findsNothing)) return nothing;
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : { kind: "all", of: parts };
}

/** Meets one of the filters. */
export function anyOf(filters: readonly Filter[]): Filter {
  const parts = filters.flatMap((each) => (each.kind === "any" ? each.of : [each]));
  if (parts.some(findsEverything)) return everything;
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : { kind: "any", of: parts };
}

/** Does not meet the filter. */
export function notOf(filter: Filter): Filter {
  if (findsNothing(filter)) return everything;
  if (findsEverything(filter)) return nothing;
  return filter.kind === "not" ? filter.of : { kind: "not", of: filter };
}

/** Has one of the values in a field; none where there are no values. */
export function isOneOf(field: ValueField, values: readonly string[]): Filter {
  return values.length === 0 ? nothing : { kind: "is", field, values: [...new Set(values)] };
}

/** Every post. */
export const everything: Filter = { kind: "all", of: [] };
/** No post. */
export const nothing: Filter = { kind: "any", of: [] };

/** Whether a filter finds no post whatever there is. */
export function findsNothing(filter: Filter): boolean {
  return filter.kind === "any" && filter.of.length === 0;
}

/** Whether a filter finds every post. */
export function findsEverything(filter: Filter): boolean {
  return filter.kind === "all" && filter.of.length === 0;
}

/** A filter in two parts, for engines that find phrases by their box of words alone and not by a filter. */
export interface PartedFilter {
  readonly filter: Filter;
  /** Phrases that a post must hold. */
  readonly held: readonly (readonly string[])[];
  /** Phrases that a post must not hold. */
  readonly barred: readonly (readonly string[])[];
}

/**
 * Takes phrases out of a filter. One that is an alternative to something else is left to its words, which stand beside it: posts that hold
 * these in another order are found, or left out, as well.
 */
export function withoutPhrases(filter: Filter): PartedFilter {
  const parts = filter.kind === "all" ? filter.of : [filter];
  return {
    filter: allOf(parts.filter((part) => barredPhrase(part) === undefined).map(wordsAlone)),
    held: parts.flatMap((part) => (part.kind === "phrase" ? [part.words] : [])),
    barred: parts.flatMap((part) => {
      const words = barredPhrase(part);
      return words === undefined ? [] : [words];
    }),
  };
}

/** The phrase of a clause such as `-"old bridge"`, whose words stand beside it and follow from it. */
function barredPhrase(filter: Filter): readonly string[] | undefined {
  if (filter.kind !== "not") return undefined;
  const parts = filter.of.kind === "all" ? filter.of.of : [filter.of];
  const phrases = parts.filter((part) => part.kind === "phrase");
  const [only] = phrases;
  const isAlone = phrases.length === 1 && parts.length <= (only?.words.length ?? 0) + 1 && parts.every(isWord);
  return isAlone ? only?.words : undefined;
}

function isWord(filter: Filter): boolean {
  return filter.kind === "phrase" || (filter.kind === "is" && filter.field === "forms");
}

function wordsAlone(filter: Filter): Filter {
  switch (filter.kind) {
    case "phrase":
      return everything;
    case "all":
      return allOf(filter.of.map(wordsAlone));
    case "any":
      return anyOf(filter.of.map(wordsAlone));
    case "not":
      return notOf(wordsAlone(filter.of));
    default:
      return filter;
  }
}
