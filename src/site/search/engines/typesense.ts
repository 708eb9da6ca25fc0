import { keyHeaders } from "./authorised.ts";
import type { CountedField, EngineDocument } from "./document.ts";
import type { EngineAnswer, EngineSearch, SearchEngine } from "./engine.ts";
import { everything, type Filter, findsEverything, withoutPhrases } from "./filter.ts";

/** Typesense, by its multi-search. What a post must be is told by filters; its box of words puts results in order and finds phrases. */
export const typesense: SearchEngine = {
  requestOf: (searches, { engine, key, index }) => ({
    method: "POST",
    path: "/multi_search",
    headers: { "Content-Type": "application/json", ...keyHeaders(engine, key) },
    body: JSON.stringify({ searches: searches.map((search) => searchOf(search, index)) }),
  }),
  answersIn: (body) => (body as Answers).results.map(answerIn),
};

interface Answers {
  readonly results: readonly Result[];
}

interface Hit {
  readonly document: Partial<EngineDocument>;
}

interface Result {
  readonly error?: string;
  readonly found?: number;
  readonly hits?: readonly Hit[];
  readonly grouped_hits?: readonly { readonly hits: readonly Hit[] }[];
  readonly facet_counts?: readonly {
    readonly field_name: string;
    readonly counts: readonly { readonly value: string; readonly count: number }[];
  }[];
}

/** Values of a facet that are counted at most. */
const mostValues = 1000;

function searchOf(
  { filter, ranked, order, start, size, fields, counted, isFolded }: EngineSearch,
  index: string,
): object {
  const { filter: rest, held, barred } = withoutPhrases(filter);
  const words = [
    ...(order === "relevance" ? ranked.map(bare) : []),
    ...held.map((phrase) => `"${bare(phrase.join(" "))}"`),
    ...barred.map((phrase) => `-"${bare(phrase.join(" "))}"`),
  ];
  const isRanked = order === "relevance" && ranked.length > 0;
  return {
    collection: index,
    q: words.length === 0 ? "*" : words.join(" "),
    query_by: "titleForms,forms,words",
    query_by_weights: "5,1,1",
    // Forms are whole words that were cut before: nothing is begun, mistyped, left out or split.
    prefix: "false",
    num_typos: "0",
    typo_tokens_threshold: 0,
    drop_tokens_threshold: 0,
    split_join_tokens: "off",
    ...(!findsEverything(rest) && { filter_by: expressionOf(rest) }),
    sort_by: `${isRanked ? "_text_match:desc," : ""}best:${order === "oldest" ? "asc" : "desc"}`,
    page: size === 0 ? 1 : start / size + 1,
    per_page: size,
    include_fields: size === 0 ? "id" : fields.join(","),
    highlight_fields: "none",
    ...(counted.length > 0 && { facet_by: counted.join(","), max_facet_values: mostValues }),
    ...(isFolded && { group_by: "group", group_limit: 1 }),
  };
}

function expressionOf(filter: Filter): string {
  switch (filter.kind) {
    case "all":
      return filter.of.map(expressionOf).map(inBrackets).join(" && ");
    case "any":
      return filter.of.map(expressionOf).map(inBrackets).join(" || ");
    case "not":
      return without(filter.of);
    case "is":
      return `${filter.field}:=[${filter.values.map(ticked).join(",")}]`;
    case "within":
      return [
        ...(filter.from === undefined ? [] : [`${filter.field}:>=${filter.from}`]),
        ...(filter.to === undefined ? [] : [`${filter.field}:<=${filter.to}`]),
      ].join(" && ");
    case "phrase":
      return expressionOf(everything);
  }
}

/** Typesense denies single values and no expressions: a denial is taken down to them. */
function without(filter: Filter): string {
  switch (filter.kind) {
    case "all":
      return filter.of.map(without).map(inBrackets).join(" || ");
    case "any":
      return filter.of.map(without).map(inBrackets).join(" && ");
    case "not":
      return expressionOf(filter.of);
    case "is":
      return `${filter.field}:!=[${filter.values.map(ticked).join(",")}]`;
    case "within":
      return [
        ...(filter.from === undefined ? [] : [`${filter.field}:<${filter.from}`]),
        ...(filter.to === undefined ? [] : [`${filter.field}:>${filter.to}`]),
      ].join(" || ");
    case "phrase":
      return expressionOf(everything);
  }
}

function inBrackets(expression: string): string {
  return `(${expression})`;
}

/** A value between the signs that keep Typesense from reading it; there is no way to write these themselves. */
function ticked(value: string): string {
  return `\`${value.replaceAll("`", "")}\``;
}

/** A word that is read as no sign of Typesense's own. */
function bare(text: string): string {
  return text.replace(/["*]|(?<!\S)-/gu, "");
}

function answerIn({ error, found, hits, grouped_hits: groups, facet_counts: counted = [] }: Result): EngineAnswer {
  if (error !== undefined || found === undefined) throw new Error(error ?? "no answer");
  const all = groups === undefined ? (hits ?? []) : groups.flatMap((group) => group.hits.slice(0, 1));
  const counts = counted.map(({ field_name: field, counts: values }) => [
    field as CountedField,
    Object.fromEntries(values.map(({ value, count }) => [value, count])),
  ]);
  return { total: found, found: all.map(({ document }) => document), counts: Object.fromEntries(counts) };
}
