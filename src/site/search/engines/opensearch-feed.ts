import type { SearchServer } from "../../model/search-server.ts";
import { keyHeaders } from "./authorised.ts";
import { dayFields, documentShape, shownFields, valueFields } from "./document.ts";
import type { EngineRequest } from "./engine.ts";
import type { EngineFeed, KnownDocument, RefusedDocument } from "./feed.ts";

/** OpenSearch: bulk requests of lines, each action before its document. */
export const opensearchFeed: EngineFeed = {
  mostRemoved: 1000,
  look: (server) => request("GET", "", server),
  looked: ({ status, body }) => {
    if (status === 404) return "absent";
    const [found] = Object.values(body as Readonly<Record<string, Index>>);
    return found?.mappings?._meta?.scrollback === documentShape ? "ready" : "other";
  },
  making: (server, isThere) =>
    isThere ? [] : [request("PUT", "", server, JSON.stringify({ settings, mappings }), "application/json")],
  dropping: (server) => request("DELETE", "", server),
  sending: (documents, server) => {
    const lines = documents.flatMap((document) => [{ index: { _id: document.id } }, document]);
    return bulk(lines, server);
  },
  removing: (ids, server) =>
    bulk(
      ids.map((id) => ({ delete: { _id: id } })),
      server,
    ),
  waiting: () => undefined,
  isUnderWay: () => false,
  outcome: ({ status, body }) => {
    if (status !== 200) return { kind: "whole", reason: reasonIn(body) };
    const { items } = body as { readonly items: readonly Item[] };
    return { kind: "each", refused: items.flatMap(refusedIn) };
  },
  listing: (known, server) => {
    const last = known.at(-1)?.[0];
    const asked = {
      size: listedAtOnce,
      query: { match_all: {} },
      sort: [{ id: "asc" }],
      _source: ["digest"],
      ...(last !== undefined && { search_after: [last] }),
    };
    return request("POST", "/_search", server, JSON.stringify(asked), "application/json");
  },
  listed: ({ body }) => {
    const { hits } = (body as { readonly hits: { readonly hits: readonly Hit[] } }).hits;
    const documents = hits.map(({ _id: id, _source: { digest = "" } }): KnownDocument => [id, digest]);
    return { documents, isAll: documents.length < listedAtOnce };
  },
};

interface Index {
  readonly mappings?: { readonly _meta?: { readonly scrollback?: string } };
}

interface Hit {
  readonly _id: string;
  readonly _source: { readonly digest?: string };
}

type Item = Readonly<Record<string, { readonly _id: string; readonly status: number; readonly error?: unknown }>>;

const listedAtOnce = 1000;

function request(
  method: EngineRequest["method"],
  path: string,
  { engine, key, index }: SearchServer,
  body?: string,
  type?: string,
): EngineRequest {
  const headers = { ...keyHeaders(engine, key), ...(type !== undefined && { "Content-Type": type }) };
  return { method, path: `/${index}${path}`, headers, ...(body !== undefined && { body }) };
}

function bulk(lines: readonly object[], server: SearchServer): EngineRequest {
  const body = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return request("POST", "/_bulk", server, body, "application/x-ndjson");
}

/** What is not there need not be deleted. */
function refusedIn(item: Item): readonly RefusedDocument[] {
  return Object.entries(item).flatMap(([action, { _id: id, status, error }]) =>
    status < 300 || (action === "delete" && status === 404)
      ? []
      : [{ id, reason: reasonIn({ error }), isBusy: status === 429 || status === 503 }],
  );
}

/** What OpenSearch says of an error: the innermost reason tells the most. */
function reasonIn(body: unknown): string {
  const { error } = body as { readonly error?: string | Reason };
  if (typeof error === "string") return error;
  if (error === undefined) return JSON.stringify(body);
  const inner = error.caused_by === undefined ? "" : `: ${reasonIn({ error: error.caused_by })}`;
  return `${error.reason ?? error.type ?? "no reason"}${inner}`;
}

interface Reason {
  readonly type?: string;
  readonly reason?: string;
  readonly caused_by?: Reason;
}

/** How deep a reader may look into the results; each page costs the engine all pages before it. */
const settings = { index: { max_result_window: 100_000 } };

const words = { type: "text", analyzer: "whitespace" };
const kept = { type: "keyword", index: false, doc_values: false };

/** Forms are cut and folded already, so that words need no analysis but their blanks. */
const mappings = {
  dynamic: "strict",
  _meta: { scrollback: documentShape },
  properties: {
    ...Object.fromEntries(valueFields.map((field) => [field, { type: "keyword" }])),
    ...Object.fromEntries(dayFields.map((field) => [field, { type: "integer" }])),
    ...Object.fromEntries([...shownFields, "digest"].map((field) => [field, kept])),
    id: { type: "keyword" },
    group: { type: "keyword" },
    titleForms: words,
    forms: words,
    words,
  },
};
