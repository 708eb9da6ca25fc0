import { keyHeaders } from "./authorised.ts";
import type { CountedField, EngineDocument } from "./document.ts";
import type { EngineAnswer, EngineSearch, SearchEngine } from "./engine.ts";
import type { Filter } from "./filter.ts";

/** OpenSearch, by its multi-search: a line that names the index before each search. */
export const opensearch: SearchEngine = {
  requestOf: (searches, { engine, key, index }) => ({
    method: "POST",
    path: `/${index}/_msearch`,
    headers: { "Content-Type": "application/x-ndjson", ...keyHeaders(engine, key) },
    body: searches.map((search) => `{}\n${JSON.stringify(bodyOf(search))}\n`).join(""),
  }),
  answersIn: (body) => (body as Answers).responses.map(answerIn),
};

interface Answers {
  readonly responses: readonly Response[];
}

interface Response {
  readonly error?: { readonly reason?: string; readonly type?: string };
  readonly hits?: {
    readonly total: { readonly value: number };
    readonly hits: readonly { readonly _source: Partial<EngineDocument> }[];
  };
  readonly aggregations?: Readonly<
    Record<string, { readonly buckets?: readonly Bucket[]; readonly value?: number } | undefined>
  >;
}

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
  readonly groups?: { readonly value: number };
}

/** Values of a facet that are counted at most. */
const mostValues = 1000;

function bodyOf({ filter, ranked, order, start, size, fields, counted, isFolded }: EngineSearch): object {
  const groups = { groups: { cardinality: { field: "group", precision_threshold: 40_000 } } };
  const counts = counted.map((field) => [
    field,
    { terms: { field, size: mostValues }, ...(isFolded && { aggs: groups }) },
  ]);
  const aggs = { ...Object.fromEntries(counts), ...(isFolded && groups) };
  return {
    query: { bool: { filter: [queryOf(filter)], ...(order === "relevance" && { should: ranked.map(ranking) }) } },
    ...(size > 0 && { from: start, sort: sorts[order], _source: fields }),
    size,
    track_total_hits: true,
    ...(Object.keys(aggs).length > 0 && { aggs }),
    ...(isFolded && size > 0 && { collapse: { field: "group" } }),
  };
}

/** The last key makes an order of posts that are alike, without which pages of results would overlap. */
const sorts = {
  relevance: ["_score", { best: "desc" }, { id: "desc" }],
  newest: [{ best: "desc" }, { id: "desc" }],
  oldest: [{ best: "asc" }, { id: "asc" }],
} as const;

/** Words in a title count more than words in passing. */
function ranking(form: string): object {
  return {
    dis_max: { queries: [{ term: { titleForms: { value: form, boost: 5 } } }, { term: { forms: { value: form } } }] },
  };
}

function queryOf(filter: Filter): object {
  switch (filter.kind) {
    case "all":
      return filter.of.length === 0 ? { match_all: {} } : { bool: { filter: filter.of.map(queryOf) } };
    case "any":
      return filter.of.length === 0
        ? { match_none: {} }
        : { bool: { should: filter.of.map(queryOf), minimum_should_match: 1 } };
    case "not":
      return { bool: { must_not: [queryOf(filter.of)] } };
    case "is":
      return { terms: { [filter.field]: filter.values } };
    case "within":
      return {
        range: {
          [filter.field]: {
            ...(filter.from !== undefined && { gte: filter.from }),
            ...(filter.to !== undefined && { lte: filter.to }),
          },
        },
      };
    case "phrase":
      return { match_phrase: { words: filter.words.join(" ") } };
  }
}

function answerIn({ error, hits, aggregations = {} }: Response): EngineAnswer {
  if (error !== undefined || hits === undefined) throw new Error(error?.reason ?? error?.type ?? "no hits");
  const counts = Object.entries(aggregations).flatMap(([field, { buckets } = {}]) =>
    buckets === undefined
      ? []
      : [[field, Object.fromEntries(buckets.map((each) => [each.key, each.groups?.value ?? each.doc_count]))] as const],
  );
  return {
    total: aggregations.groups?.value ?? hits.total.value,
    found: hits.hits.map(({ _source }) => _source),
    counts: Object.fromEntries(counts) as Partial<Record<CountedField, Readonly<Record<string, number>>>>,
  };
}
