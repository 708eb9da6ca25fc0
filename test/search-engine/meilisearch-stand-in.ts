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

interface Task {
  readonly status: "succeeded" | "failed";
  readonly error: { readonly message: string; readonly code: string } | null;
  asked: number;
}

const tasks: Task[] = [];

/** Meilisearch: indexes, settings, documents, tasks and multi-search, as its API reference has them. */
export function meilisearchStandIn(asked: Asked, held: Held): Answered {
  const { method, path } = asked;
  if (asked.body !== "" && asked.headers["content-type"] !== "application/json")
    throw new NotKnown(415, error("invalid_content_type", "content type"));
  const body: unknown = asked.body === "" ? undefined : JSON.parse(asked.body);
  if (method === "POST" && path === "/multi-search") return multiSearch(body as Json, held);
  if (method === "POST" && path === "/indexes") {
    const { uid, primaryKey, ...rest } = body as { readonly uid: string; readonly primaryKey: string };
    onlyKeys(rest, [], (key) => unknown(key));
    return enqueued(() => {
      if (primaryKey !== "id") throw new Error("primary key");
      held.index = { name: uid, definition: {} };
    });
  }
  const task = /^\/tasks\/(?<uid>\d+)$/u.exec(path)?.groups?.uid;
  if (method === "GET" && task !== undefined) return told(Number(task));
  const { name, action = "" } = /^\/indexes\/(?<name>[\w-]+)(?<action>\/.*)?$/u.exec(path)?.groups ?? {};
  if (name === undefined || held.index?.name !== name)
    return { status: 404, body: error("index_not_found", `Index \`${name}\` not found.`) };
  switch (`${method} ${action}`) {
    case "GET ":
      return { status: 200, body: { uid: name, primaryKey: "id" } };
    case "DELETE ":
      return enqueued(() => {
        held.index = undefined;
        held.documents.clear();
      });
    case "PATCH /settings":
      onlyKeys(body as Json, settingKeys, unknown);
      return enqueued(() => {
        held.index = { name, definition: body as Json };
      });
    case "POST /documents":
      return enqueued(() => {
        const documents = body as readonly EngineDocument[];
        const wrong = documents.find(({ id }) => held.refuses.has(id) || !/^[\w-]{1,511}$/u.test(id));
        if (wrong !== undefined) throw new Error(`Document identifier \`${wrong.id}\` is invalid.`);
        for (const document of documents) held.documents.set(document.id, document);
      });
    case "POST /documents/delete-batch":
      return enqueued(() => {
        for (const id of body as readonly string[]) held.documents.delete(id);
      });
    case "POST /documents/fetch": {
      const { fields, offset, limit, ...rest } = body as { fields: string[]; offset: number; limit: number };
      onlyKeys(rest, [], unknown);
      const all = [...held.documents.values()];
      const results = all.slice(offset, offset + limit).map((document) => fieldsOf(document, fields));
      return { status: 200, body: { results, offset, limit, total: all.length } };
    }
    default:
      throw new NotKnown(405, error("method_not_allowed", `${method} ${path}`));
  }
}

const settingKeys = [
  "displayedAttributes",
  "searchableAttributes",
  "filterableAttributes",
  "sortableAttributes",
  "rankingRules",
  "stopWords",
  "typoTolerance",
  "faceting",
  "pagination",
  "prefixSearch",
  "facetSearch",
];

function error(code: string, message: string): object {
  return { message, code, type: "invalid_request", link: "https://docs.meilisearch.com/errors" };
}

function unknown(key: string): NotKnown {
  return new NotKnown(400, error("bad_request", `Unknown field \`${key}\``));
}

/** Does the work of a task, whose end is only told when it is asked for a second time. */
function enqueued(work: () => void): Answered {
  let failed: Task["error"] = null;
  try {
    work();
  } catch (problem) {
    failed = { message: (problem as Error).message, code: "invalid_document_id" };
  }
  tasks.push({ status: failed === null ? "succeeded" : "failed", error: failed, asked: 0 });
  return { status: 202, body: { taskUid: tasks.length - 1, indexUid: "harbour", status: "enqueued" } };
}

function told(uid: number): Answered {
  const task = tasks[uid];
  if (task === undefined) return { status: 404, body: error("task_not_found", `Task \`${uid}\` not found.`) };
  task.asked += 1;
  if (task.asked === 1) return { status: 200, body: { uid, status: "processing", error: null } };
  return { status: 200, body: { uid, status: task.status, error: task.error } };
}

function multiSearch(body: Json, held: Held): Answered {
  onlyKeys(body, ["queries"], unknown);
  return { status: 200, body: { results: (body.queries as readonly Json[]).map((query) => search(query, held)) } };
}

const queryKeys = [
  "indexUid",
  "q",
  "matchingStrategy",
  "filter",
  "sort",
  "page",
  "hitsPerPage",
  "attributesToRetrieve",
  "facets",
  "distinct",
];

function search(query: Json, held: Held): object {
  onlyKeys(query, queryKeys, unknown);
  const {
    indexUid,
    q,
    filter,
    sort,
    page,
    hitsPerPage,
    attributesToRetrieve,
    facets = [],
    distinct,
  } = query as {
    readonly indexUid: string;
    readonly q: string;
    readonly filter?: string;
    readonly sort?: readonly string[];
    readonly page: number;
    readonly hitsPerPage: number;
    readonly attributesToRetrieve: readonly string[];
    readonly facets?: readonly string[];
    readonly distinct?: string;
  };
  const definition: Json = held.index?.definition ?? {};
  if (indexUid !== held.index?.name) throw new NotKnown(404, error("index_not_found", indexUid));
  const allows = (list: string, field: string): void => {
    if (!(definition[list] as readonly string[]).includes(field))
      throw new NotKnown(400, error("invalid_search_filter", `Attribute \`${field}\` is not in ${list}.`));
  };
  for (const field of facets) allows("filterableAttributes", field);
  for (const field of attributesToRetrieve.filter((each) => each !== "id")) allows("displayedAttributes", field);
  for (const each of sort ?? []) allows("sortableAttributes", each.split(":")[0] ?? "");
  if (distinct !== undefined) allows("filterableAttributes", distinct);
  const test =
    filter === undefined
      ? undefined
      : expressionIn(
          filter,
          grammar((field) => allows("filterableAttributes", field)),
        );
  const holds = wordsIn(q);
  const found = [...held.documents.values()].filter((document) => holds(document) && test?.(document) !== false);
  const day = byDay(found, sort?.[0]?.endsWith(":asc") ? "asc" : "desc");
  const ranked = sort === undefined ? [...day].sort((one, other) => titleScore(q, other) - titleScore(q, one)) : day;
  const shown = distinct === undefined ? ranked : oneOfEach(ranked);
  return {
    indexUid,
    hits: shown.slice((page - 1) * hitsPerPage, page * hitsPerPage).map((each) => fieldsOf(each, attributesToRetrieve)),
    totalHits: shown.length,
    facetDistribution: Object.fromEntries(facets.map((field) => [field, countsBy(shown, field)])),
  };
}

function grammar(allows: (field: string) => void): Grammar {
  return {
    and: "AND",
    or: "OR",
    not: "NOT",
    condition: (text) => {
      const list = /^(?<field>\w+) IN \[(?<values>(?:"(?:[^"\\]|\\.)*"(?:, )?)*)\]/u.exec(text);
      if (list?.groups !== undefined) {
        const { field = "", values = "" } = list.groups;
        allows(field);
        const wanted = JSON.parse(`[${values}]`) as readonly string[];
        return {
          length: list[0].length,
          test: (document) => valuesOf(document, field).some((each) => wanted.includes(each)),
        };
      }
      const bound = /^(?<field>\w+) (?<sign>[<>]=) (?<number>\d+)/u.exec(text);
      if (bound?.groups === undefined) throw new NotKnown(400, error("invalid_search_filter", text));
      const { field = "", sign, number } = bound.groups;
      allows(field);
      return {
        length: bound[0].length,
        test: (document) =>
          valuesOf(document, field).some((each) =>
            sign === ">=" ? Number(each) >= Number(number) : Number(each) <= Number(number),
          ),
      };
    },
  };
}
