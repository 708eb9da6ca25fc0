import type { SearchServer } from "../../model/search-server.ts";
import { keyHeaders } from "./authorised.ts";
import { dayFields, shownFields, valueFields, wordFields } from "./document.ts";
import type { EngineRequest } from "./engine.ts";
import type { EngineFeed, EngineResponse, KnownDocument } from "./feed.ts";

/** Meilisearch: every change is a task, which is waited for. */
export const meilisearchFeed: EngineFeed = {
  mostRemoved: 1000,
  look: (server) => request("GET", indexPath(server), server),
  looked: ({ status }) => (status === 404 ? "absent" : "ready"),
  making: (server, isThere) => [
    ...(isThere ? [] : [request("POST", "/indexes", server, { uid: server.index, primaryKey: "id" })]),
    request("PATCH", `${indexPath(server)}/settings`, server, settings),
  ],
  dropping: (server) => request("DELETE", indexPath(server), server),
  sending: (documents, server) => request("POST", `${indexPath(server)}/documents`, server, documents),
  removing: (ids, server) => request("POST", `${indexPath(server)}/documents/delete-batch`, server, ids),
  waiting: ({ status, body }, server) => {
    const { taskUid } = body as { readonly taskUid?: number };
    return status >= 300 || taskUid === undefined ? undefined : request("GET", `/tasks/${taskUid}`, server);
  },
  isUnderWay: (answer) => ["enqueued", "processing"].includes((answer.body as Task).status ?? ""),
  outcome: (answer) => {
    const { status, error } = answer.body as Task;
    if (answer.status >= 300) return { kind: "whole", reason: reasonIn(answer) };
    return status === "succeeded"
      ? { kind: "each", refused: [] }
      : { kind: "whole", reason: error?.message ?? `the task is ${status}` };
  },
  listing: (known, server) =>
    request("POST", `${indexPath(server)}/documents/fetch`, server, {
      fields: ["id", "digest"],
      offset: known.length,
      limit: listedAtOnce,
    }),
  listed: ({ body }) => {
    const { results } = body as { readonly results: readonly { readonly id: string; readonly digest?: string }[] };
    const documents = results.map(({ id, digest = "" }): KnownDocument => [id, digest]);
    return { documents, isAll: documents.length < listedAtOnce };
  },
};

interface Task {
  readonly status?: string;
  readonly error?: { readonly message?: string } | null;
}

const listedAtOnce = 1000;

function indexPath({ index }: SearchServer): string {
  return `/indexes/${index}`;
}

function request(
  method: EngineRequest["method"],
  path: string,
  { engine, key }: SearchServer,
  body?: unknown,
): EngineRequest {
  const headers = { ...keyHeaders(engine, key), ...(body !== undefined && { "Content-Type": "application/json" }) };
  return { method, path, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
}

function reasonIn({ status, body }: EngineResponse): string {
  return (body as { readonly message?: string } | null)?.message ?? `status ${status}`;
}

/** Words are found by their forms alone: nothing is begun or mistyped. */
const settings = {
  searchableAttributes: wordFields,
  filterableAttributes: [...valueFields, ...dayFields, "id", "group"],
  sortableAttributes: ["best"],
  displayedAttributes: ["id", ...shownFields, "channel", "language", "group", "digest"],
  // An order that is asked for goes before all else; where none is, the newest of equals comes first.
  rankingRules: ["sort", "words", "attribute", "exactness", "best:desc"],
  stopWords: [],
  typoTolerance: { enabled: false },
  prefixSearch: "disabled",
  facetSearch: false,
  faceting: { maxValuesPerFacet: 1000 },
  pagination: { maxTotalHits: 100_000 },
};
