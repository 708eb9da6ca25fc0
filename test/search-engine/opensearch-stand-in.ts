import type { EngineDocument } from "../../src/site/search/engines/document.ts";
import {
  type Answered,
  type Asked,
  byDay,
  countsBy,
  fieldsOf,
  type Held,
  holdsWords,
  NotKnown,
  oneOfEach,
  onlyKeys,
  valuesOf,
} from "./held.ts";

/** OpenSearch: create, get and delete an index, bulk, search and multi-search, as its API reference has them. */
export function opensearchStandIn(asked: Asked, held: Held): Answered {
  const { name, action = "" } = /^\/(?<name>[a-z0-9_-]+)(?<action>\/.*)?$/u.exec(asked.path)?.groups ?? {};
  const index = held.index?.name === name ? held.index : undefined;
  const route = `${asked.method} ${action}`;
  if (route === "PUT " && name !== undefined) {
    if (index !== undefined) throw refusal("resource_already_exists_exception", name);
    held.index = { name, definition: defined(JSON.parse(asked.body)) };
    return { status: 200, body: { acknowledged: true, index: name } };
  }
  if (index === undefined)
    return { status: 404, body: { error: { type: "index_not_found_exception", reason: `no such index [${name}]` } } };
  switch (route) {
    case "GET ":
      return { status: 200, body: { [index.name]: index.definition } };
    case "DELETE ":
      held.index = undefined;
      held.documents.clear();
      return { status: 200, body: { acknowledged: true } };
    case "POST /_bulk":
      return bulk(linesOf(asked), held);
    case "POST /_search":
      return { status: 200, body: search(JSON.parse(asked.body), held) };
    case "POST /_msearch":
      return { status: 200, body: { responses: searchesIn(linesOf(asked)).map((each) => search(each, held)) } };
    default:
      throw refusal("illegal_argument_exception", `no handler found for ${route}`);
  }
}

type Json = Readonly<Record<string, unknown>>;

function refusal(type: string, reason: string): NotKnown {
  return new NotKnown(400, { error: { type, reason } });
}

/** A definition of an index, of known settings and types of fields. */
function defined(body: Json): Json {
  onlyKeys(body, ["settings", "mappings"], (key) => refusal("parsing_exception", key));
  const { mappings, settings } = body as { readonly mappings: Json; readonly settings: { readonly index: Json } };
  onlyKeys(settings, ["index"], (key) => refusal("settings_exception", key));
  onlyKeys(settings.index, ["max_result_window"], (key) => refusal("settings_exception", key));
  onlyKeys(mappings, ["dynamic", "_meta", "properties"], (key) => refusal("mapper_parsing_exception", key));
  for (const [field, { type, ...rest }] of Object.entries(mappings.properties as Readonly<Record<string, Json>>)) {
    const known = { keyword: ["index", "doc_values"], integer: [], text: ["analyzer"] }[type as "keyword"];
    if (known === undefined) throw refusal("mapper_parsing_exception", `no type ${type} of ${field}`);
    onlyKeys(rest, known, (key) => refusal("mapper_parsing_exception", `${field}: ${key}`));
    if (rest.analyzer !== undefined && rest.analyzer !== "whitespace") throw refusal("mapper_parsing_exception", field);
  }
  return body;
}

function linesOf({ headers, body }: Asked): readonly Json[] {
  if (headers["content-type"] !== "application/x-ndjson") throw new NotKnown(406, { error: "content type" });
  if (!body.endsWith("\n")) throw refusal("illegal_argument_exception", "must be terminated by a newline [\\n]");
  return body
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line) as Json);
}

function searchesIn(lines: readonly Json[]): readonly Json[] {
  return lines.filter((line, index) => {
    if (index % 2 === 0) onlyKeys(line, ["index"], (key) => refusal("illegal_argument_exception", key));
    return index % 2 === 1;
  });
}

function propertyOf(held: Held, field: string): Json | undefined {
  const { properties } = held.index?.definition.mappings as { readonly properties: Readonly<Record<string, Json>> };
  return properties[field];
}

/** A field that can be asked about. */
function indexedType(held: Held, field: string): string {
  const { type, index } = propertyOf(held, field) ?? {};
  if (type === undefined || index === false)
    throw refusal("query_shard_exception", `cannot search on field [${field}]`);
  return String(type);
}

function bulk(lines: readonly Json[], held: Held): Answered {
  const items: object[] = [];
  for (let place = 0; place < lines.length; place += 1) {
    const [[action, meta] = ["", {}]] = Object.entries(lines[place] ?? {}) as [string, Json][];
    onlyKeys(meta, ["_id"], (key) => refusal("illegal_argument_exception", key));
    const id = String(meta._id);
    if (action === "delete") {
      items.push({ delete: { _id: id, status: held.documents.delete(id) ? 200 : 404 } });
      continue;
    }
    if (action !== "index") throw refusal("illegal_argument_exception", `Malformed action/metadata line [${action}]`);
    place += 1;
    const document = lines[place] as unknown as EngineDocument;
    const stranger = Object.keys(document).find((field) => propertyOf(held, field) === undefined);
    const error =
      stranger !== undefined
        ? { type: "strict_dynamic_mapping_exception", reason: `dynamic introduction of [${stranger}] is not allowed` }
        : held.refuses.has(id)
          ? { type: "mapper_parsing_exception", reason: "failed to parse", caused_by: { reason: "made to fail" } }
          : undefined;
    if (error === undefined) held.documents.set(id, document);
    items.push({ index: { _id: id, status: error === undefined ? 201 : 400, ...(error && { error }) } });
  }
  return { status: 200, body: { took: 1, errors: items.some((item) => "error" in item), items } };
}

const searchKeys = ["query", "size", "from", "sort", "_source", "track_total_hits", "aggs", "collapse", "search_after"];

function search(body: Json, held: Held): object {
  onlyKeys(body, searchKeys, (key) => refusal("parsing_exception", `Unknown key for [${key}]`));
  const {
    query,
    size = 10,
    from = 0,
    sort = [],
    _source: fields = [],
    aggs = {},
    collapse,
    search_after: after,
  } = body as {
    readonly query: Json;
    readonly size?: number;
    readonly from?: number;
    readonly sort?: readonly (string | Json)[];
    readonly _source?: readonly string[];
    readonly aggs?: Readonly<Record<string, Json>>;
    readonly collapse?: { readonly field: string };
    readonly search_after?: readonly string[];
  };
  const found = [...held.documents.values()].filter((document) => matches(query, document, held));
  let sorted = sortedBy(found, sort, query, held);
  if (after !== undefined) sorted = sorted.filter(({ id }) => id > String(after[0]));
  const shown = collapse === undefined ? sorted : oneOfEach(sorted);
  return {
    hits: {
      total: { value: found.length, relation: "eq" },
      hits: shown
        .slice(from, from + size)
        .map((document) => ({ _id: document.id, _source: fieldsOf(document, fields) })),
    },
    aggregations: Object.fromEntries(Object.entries(aggs).map(([name, agg]) => [name, aggregated(agg, found, held)])),
  };
}

function sortedBy(
  found: readonly EngineDocument[],
  sort: readonly (string | Json)[],
  query: Json,
  held: Held,
): readonly EngineDocument[] {
  const text = JSON.stringify(sort);
  const day = byDay(found, text.includes('"asc"') ? "asc" : "desc");
  if (text === '[{"id":"asc"}]') return [...found].sort((one, other) => (one.id < other.id ? -1 : 1));
  if (sort[0] !== "_score") return day;
  const { should = [] } = (query.bool ?? {}) as { readonly should?: readonly Json[] };
  const score = (document: EngineDocument): number =>
    should.reduce((sum, each) => {
      const { queries } = each.dis_max as { readonly queries: readonly Json[] };
      const scores = queries.filter((one) => matches(one, document, held)).map((one) => boostOf(one));
      return sum + Math.max(0, ...scores);
    }, 0);
  return [...day].sort((one, other) => score(other) - score(one));
}

function boostOf({ term }: Json): number {
  const [{ boost = 1 } = {}] = Object.values(term as Readonly<Record<string, { readonly boost?: number }>>);
  return boost;
}

function aggregated(agg: Json, found: readonly EngineDocument[], held: Held): object {
  onlyKeys(agg, ["terms", "cardinality", "aggs"], (key) => refusal("parsing_exception", key));
  const { terms, cardinality } = agg as {
    readonly terms?: { readonly field: string; readonly size: number };
    readonly cardinality?: { readonly field: string };
  };
  if (cardinality !== undefined) return { value: Object.keys(countsBy(found, cardinality.field)).length };
  if (terms === undefined || indexedType(held, terms.field) !== "keyword") throw refusal("search_phase", "fielddata");
  const buckets = Object.entries(countsBy(found, terms.field)).map(([key, count]) => ({
    key,
    doc_count: count,
    ...(agg.aggs !== undefined && {
      groups: { value: oneOfEach(found.filter((document) => valuesOf(document, terms.field).includes(key))).length },
    }),
  }));
  return { buckets: buckets.slice(0, terms.size) };
}

/** Whether a document meets a query. */
function matches(query: Json, document: EngineDocument, held: Held): boolean {
  const [[kind, value] = ["", {}], ...others] = Object.entries(query) as [string, Json][];
  if (others.length > 0) throw refusal("parsing_exception", "[bool] malformed query, expected [END_OBJECT]");
  const all = (key: string): readonly Json[] => (value[key] ?? []) as readonly Json[];
  switch (kind) {
    case "match_all":
      return true;
    case "match_none":
      return false;
    case "bool": {
      onlyKeys(value, ["filter", "should", "must_not", "minimum_should_match"], (key) => refusal("parsing", key));
      const hits = all("should").filter((each) => matches(each, document, held)).length;
      return (
        all("filter").every((each) => matches(each, document, held)) &&
        !all("must_not").some((each) => matches(each, document, held)) &&
        hits >= Number(value.minimum_should_match ?? 0)
      );
    }
    case "terms": {
      const [[field, values] = ["", []]] = Object.entries(value) as [string, readonly string[]][];
      indexedType(held, field);
      return valuesOf(document, field).some((each) => values.includes(each));
    }
    case "term": {
      const [[field, asked] = ["", { value: "" }]] = Object.entries(value) as [string, { readonly value: string }][];
      indexedType(held, field);
      return valuesOf(document, field).includes(asked.value);
    }
    case "range": {
      const [[field, { gte = -Infinity, lte = Infinity, ...rest }] = ["", {}]] = Object.entries(value) as [
        string,
        { readonly gte?: number; readonly lte?: number },
      ][];
      if (indexedType(held, field) !== "integer" || Object.keys(rest).length > 0) throw refusal("parsing", field);
      return valuesOf(document, field).some((each) => Number(each) >= gte && Number(each) <= lte);
    }
    case "dis_max":
      return all("queries").some((each) => matches(each, document, held));
    case "match_phrase": {
      const [[field, phrase] = ["", ""]] = Object.entries(value) as unknown as [string, string][];
      if (indexedType(held, field) !== "text") throw refusal("parsing", field);
      return holdsWords(document, phrase);
    }
    default:
      throw refusal("parsing_exception", `unknown query [${kind}]`);
  }
}
