import { keyHeaders } from "./authorised.ts";
import type { CountedField, EngineDocument } from "./document.ts";
import type { EngineAnswer, EngineSearch, SearchEngine } from "./engine.ts";
import { everything, type Filter, findsEverything, withoutPhrases } from "./filter.ts";

/** Meilisearch, by its multi-search. What a post must be is told by filters; its box of words puts results in order and finds phrases. */
export const meilisearch: SearchEngine = {
  requestOf: (searches, { engine, key, index }) => ({
    method: "POST",
    path: "/multi-search",
    headers: { "Content-Type": "application/json", ...keyHeaders(engine, key) },
    body: JSON.stringify({ queries: searches.map((search) => queryOf(search, index)) }),
  }),
  answersIn: (body) => (body as Answers).results.map(answerIn),
};

interface Answers {
  readonly results: readonly Result[];
}

interface Result {
  readonly hits: readonly Partial<EngineDocument>[];
  readonly totalHits: number;
  readonly facetDistribution?: Partial<Record<CountedField, Readonly<Record<string, number>>>>;
}

function queryOf(
  { filter, ranked, order, start, size, fields, counted, isFolded }: EngineSearch,
  index: string,
): object {
  const { filter: rest, held, barred } = withoutPhrases(filter);
  const words = [
    ...(order === "relevance" ? ranked : []),
    ...held.map((phrase) => quoted(phrase.join(" "))),
    ...barred.map((phrase) => `-${quoted(phrase.join(" "))}`),
  ];
  return {
    indexUid: index,
    q: words.join(" "),
    matchingStrategy: "all",
    ...(!findsEverything(rest) && { filter: expressionOf(rest) }),
    ...(order !== "relevance" && { sort: [`best:${order === "newest" ? "desc" : "asc"}`] }),
    // An exact number of results is only told with pages, of one result at least.
    page: size === 0 ? 1 : start / size + 1,
    hitsPerPage: Math.max(size, 1),
    attributesToRetrieve: size === 0 ? ["id"] : fields,
    ...(counted.length > 0 && { facets: counted }),
    ...(isFolded && { distinct: "group" }),
  };
}

function expressionOf(filter: Filter): string {
  switch (filter.kind) {
    case "all":
      return filter.of.map(expressionOf).map(inBrackets).join(" AND ");
    case "any":
      return filter.of.length === 0 ? "id IN []" : filter.of.map(expressionOf).map(inBrackets).join(" OR ");
    case "not":
      return `NOT ${inBrackets(expressionOf(filter.of))}`;
    case "is":
      return `${filter.field} IN [${filter.values.map(quoted).join(", ")}]`;
    case "within":
      return [
        ...(filter.from === undefined ? [] : [`${filter.field} >= ${filter.from}`]),
        ...(filter.to === undefined ? [] : [`${filter.field} <= ${filter.to}`]),
      ].join(" AND ");
    case "phrase":
      return expressionOf(everything);
  }
}

function inBrackets(expression: string): string {
  return `(${expression})`;
}

function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

function answerIn({ hits, totalHits, facetDistribution = {} }: Result): EngineAnswer {
  return { total: totalHits, found: hits, counts: facetDistribution };
}
