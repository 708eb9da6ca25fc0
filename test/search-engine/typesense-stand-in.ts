import type { EngineDocument } from "../../src/site/search/engines/document.ts";
import { expressionIn, type Grammar, titleScore, wordsIn } from "./expressions.ts";
import {
  type Answered,
  type Asked,
  byDay,
  countsBy,
  fieldsOf,
  type Held,
  NotKnown,
  oneOfEach,
  onlyKeys,
  valuesOf,
} from "./held.ts";

type Json = Readonly<Record<string, unknown>>;

interface Field {
  readonly name: string;
  readonly type: "string" | "string[]" | "int32";
  readonly facet?: boolean;
  readonly index?: boolean;
}

/** Typesense: collections, import, export, deletion by query and multi-search, as its API reference has them. */
export function typesenseStandIn(asked: Asked, held: Held): Answered {
  const { method, path } = asked;
  if (method === "POST" && path === "/multi_search") {
    const body = JSON.parse(asked.body) as Json;
    onlyKeys(body, ["searches"], unknown);
    return { status: 200, body: { results: (body.searches as readonly Json[]).map((each) => searched(each, held)) } };
  }
  if (method === "POST" && path === "/collections") {
    const definition = schema(JSON.parse(asked.body) as Json);
    if (held.index !== undefined) throw new NotKnown(409, { message: "A collection with that name already exists." });
    held.index = { name: String(definition.name), definition };
    return { status: 201, body: { ...definition, num_documents: 0 } };
  }
  const { name, action = "" } = /^\/collections\/(?<name>[\w-]+)(?<action>\/.*)?$/u.exec(path)?.groups ?? {};
  if (name === undefined || held.index?.name !== name)
    return { status: 404, body: { message: `Could not find a collection with name \`${name}\`` } };
  switch (`${method} ${action}`) {
    case "GET ":
      return { status: 200, body: { ...held.index.definition, num_documents: held.documents.size } };
    case "DELETE ":
      held.index = undefined;
      held.documents.clear();
      return { status: 200, body: { name } };
    case "POST /documents/import":
      onlyParameters(asked, ["action"]);
      if (asked.query.get("action") !== "upsert") throw unknown("action");
      return {
        status: 200,
        body: asked.body
          .split("\n")
          .map((line) => imported(line, held))
          .join("\n"),
      };
    case "GET /documents/export": {
      onlyParameters(asked, ["include_fields"]);
      const fields = (asked.query.get("include_fields") ?? "").split(",");
      return {
        status: 200,
        body: [...held.documents.values()].map((each) => JSON.stringify(fieldsOf(each, fields))).join("\n"),
      };
    }
    case "DELETE /documents": {
      onlyParameters(asked, ["filter_by"]);
      const ids = /^id:\[(?<ids>[a-z0-9,]+)\]$/u.exec(asked.query.get("filter_by") ?? "")?.groups?.ids?.split(",");
      if (ids === undefined) throw unknown("filter_by");
      return { status: 200, body: { num_deleted: ids.filter((id) => held.documents.delete(id)).length } };
    }
    default:
      throw new NotKnown(404, { message: "Not Found" });
  }
}

function unknown(key: string): NotKnown {
  return new NotKnown(400, { message: `Unknown \`${key}\`` });
}

function onlyParameters({ query }: Asked, known: readonly string[]): void {
  for (const key of query.keys()) if (!known.includes(key)) throw unknown(key);
}

function schema(body: Json): Json {
  onlyKeys(body, ["name", "fields", "default_sorting_field", "symbols_to_index", "metadata"], unknown);
  for (const field of body.fields as readonly Json[]) {
    onlyKeys(field, ["name", "type", "facet", "index", "optional"], unknown);
    if (field.index === false && field.optional !== true)
      throw new NotKnown(400, { message: `Field \`${field.name}\` must be optional when it is not indexed.` });
  }
  return body;
}

function fieldNamed(held: Held, name: string): Field {
  const found = (held.index?.definition.fields as readonly Field[]).find((field) => field.name === name);
  if (found === undefined || found.index === false)
    throw new NotKnown(404, { message: `Could not find a field named \`${name}\` in the schema.` });
  return found;
}

/** The answer to one line of an import. */
function imported(line: string, held: Held): string {
  const document = JSON.parse(line) as EngineDocument;
  const isRight = ({ name, type }: Field): boolean => {
    const value = (document as unknown as Json)[name];
    if (type === "int32") return Number.isInteger(value);
    return type === "string"
      ? typeof value === "string"
      : Array.isArray(value) && value.every((each) => typeof each === "string");
  };
  const wrong = (held.index?.definition.fields as readonly Field[]).find((field) => !isRight(field));
  const error =
    wrong !== undefined
      ? `Field \`${wrong.name}\` has an incorrect type.`
      : held.refuses.has(document.id)
        ? "made to fail"
        : undefined;
  if (error === undefined) held.documents.set(document.id, document);
  return JSON.stringify(error === undefined ? { success: true } : { success: false, error, code: 400, document: line });
}

const searchKeys = [
  "collection",
  "q",
  "query_by",
  "query_by_weights",
  "prefix",
  "num_typos",
  "typo_tokens_threshold",
  "drop_tokens_threshold",
  "split_join_tokens",
  "filter_by",
  "sort_by",
  "page",
  "per_page",
  "include_fields",
  "highlight_fields",
  "facet_by",
  "max_facet_values",
  "group_by",
  "group_limit",
];

/** A search that is refused has its error in the place of its answer. */
function searched(query: Json, held: Held): object {
  try {
    onlyKeys(query, searchKeys, unknown);
    return search(query as Readonly<Record<string, string>>, held);
  } catch (error) {
    if (error instanceof NotKnown)
      return { code: error.status, error: (error.body as { readonly message: string }).message };
    throw error;
  }
}

function search(query: Readonly<Record<string, string | number>>, held: Held): object {
  const text = (key: string): string => String(query[key] ?? "");
  if (text("collection") !== held.index?.name) throw new NotKnown(404, { message: "Not found." });
  for (const name of text("query_by").split(",")) fieldNamed(held, name);
  const facets = text("facet_by").split(",").filter(Boolean);
  for (const name of [...facets, ...(query.group_by === undefined ? [] : [text("group_by")])]) {
    if (fieldNamed(held, name).facet !== true)
      throw new NotKnown(400, { message: `Field \`${name}\` is not faceted.` });
  }
  const [perPage, page] = [Number(query.per_page), Number(query.page)];
  if (perPage > 250) throw new NotKnown(422, { message: "Only upto 250 hits can be fetched per page." });
  const test = query.filter_by === undefined ? undefined : expressionIn(text("filter_by"), grammar(held));
  const holds = wordsIn(text("q"));
  const found = [...held.documents.values()].filter((document) => holds(document) && test?.(document) !== false);
  const sort = /^(?<ranked>_text_match:desc,)?best:(?<order>asc|desc)$/u.exec(text("sort_by"))?.groups;
  if (sort === undefined) throw new NotKnown(400, { message: "Bad sort_by." });
  const day = byDay(found, sort.order as "asc" | "desc");
  const ranked =
    sort.ranked === undefined
      ? day
      : [...day].sort((one, other) => titleScore(text("q"), other) - titleScore(text("q"), one));
  const shown = query.group_by === undefined ? ranked : oneOfEach(ranked);
  const documents = shown
    .slice((page - 1) * perPage, page * perPage)
    .map((document) => ({ document: fieldsOf(document, text("include_fields").split(",")) }));
  return {
    found: shown.length,
    page,
    ...(query.group_by === undefined
      ? { hits: documents }
      : { grouped_hits: documents.map((hit) => ({ hits: [hit] })) }),
    facet_counts: facets.map((field) => ({
      field_name: field,
      counts: Object.entries(countsBy(found, field)).map(([value, count]) => ({ value, count })),
    })),
  };
}

function grammar(held: Held): Grammar {
  return {
    and: "&&",
    or: "||",
    condition: (text) => {
      const list = /^(?<field>\w+):(?<sign>!?=)\[(?<values>`[^`]*`(?:,`[^`]*`)*)\]/u.exec(text);
      if (list?.groups !== undefined) {
        const { field = "", sign, values = "" } = list.groups;
        if (!fieldNamed(held, field).type.startsWith("string")) throw new NotKnown(400, { message: field });
        const wanted = values.slice(1, -1).split("`,`");
        return {
          length: list[0].length,
          test: (document) => valuesOf(document, field).some((each) => wanted.includes(each)) === (sign === "="),
        };
      }
      const bound = /^(?<field>\w+):(?<sign>[<>]=?)(?<number>\d+)/u.exec(text);
      if (bound?.groups === undefined)
        throw new NotKnown(400, { message: `Could not parse the filter query: ${text}` });
      const { field = "", sign = "", number } = bound.groups;
      if (fieldNamed(held, field).type !== "int32") throw new NotKnown(400, { message: field });
      const holds = { "<": -1, "<=": 0, ">": 1, ">=": 0 } as const;
      return {
        length: bound[0].length,
        test: (document) => {
          const order = Math.sign(Number(valuesOf(document, field)[0]) - Number(number));
          return order === holds[sign as "<"] || order === (sign.startsWith("<") ? -1 : 1);
        },
      };
    },
  };
}
