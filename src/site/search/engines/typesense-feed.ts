import type { SearchServer } from "../../model/search-server.ts";
import { keyHeaders } from "./authorised.ts";
import { countedFields, dayFields, documentShape, shownFields, valueFields } from "./document.ts";
import type { EngineRequest } from "./engine.ts";
import type { EngineFeed, KnownDocument, RefusedDocument } from "./feed.ts";

/** Typesense: imports of lines, each answered by a line. */
export const typesenseFeed: EngineFeed = {
  // They are named in an address, which has an end.
  mostRemoved: 100,
  look: (server) => request("GET", collection(server), server),
  looked: ({ status, body }) => {
    if (status === 404) return "absent";
    return (body as Collection).metadata?.scrollback === documentShape ? "ready" : "other";
  },
  making: (server, isThere) =>
    isThere
      ? []
      : [request("POST", "/collections", server, JSON.stringify(schemaOf(server.index)), "application/json")],
  dropping: (server) => request("DELETE", collection(server), server),
  sending: (documents, server) =>
    request(
      "POST",
      `${collection(server)}/documents/import?action=upsert`,
      server,
      documents.map((document) => JSON.stringify(document)).join("\n"),
      "text/plain",
    ),
  removing: (ids, server) =>
    request(
      "DELETE",
      `${collection(server)}/documents?filter_by=${encodeURIComponent(`id:[${ids.join(",")}]`)}`,
      server,
    ),
  waiting: () => undefined,
  isUnderWay: () => false,
  outcome: ({ status, body }, ids) => {
    if (status !== 200) return { kind: "whole", reason: reasonIn(status, body) };
    return { kind: "each", refused: linesIn(body).flatMap((line, place) => refusedIn(line as Line, ids[place])) };
  },
  listing: (_, server) => request("GET", `${collection(server)}/documents/export?include_fields=id,digest`, server),
  listed: ({ body }) => {
    const rows = linesIn(body) as readonly { readonly id: string; readonly digest?: string }[];
    return { documents: rows.map(({ id, digest = "" }): KnownDocument => [id, digest]), isAll: true };
  },
};

interface Collection {
  readonly metadata?: { readonly scrollback?: string };
}

interface Line {
  readonly success?: boolean;
  readonly error?: string;
  readonly code?: number;
}

/** The lines of an answer; one line alone is read as JSON by whoever fetched it. */
function linesIn(body: unknown): readonly unknown[] {
  if (typeof body !== "string") return [body];
  return body.split("\n").flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as unknown]));
}

/** Lines are in the order of the documents; the answer to a deletion says nothing of success. */
function refusedIn({ success, error = "no reason", code }: Line, id = "?"): readonly RefusedDocument[] {
  return success === false ? [{ id, reason: error, isBusy: code === 429 || code === 503 }] : [];
}

function reasonIn(status: number, body: unknown): string {
  return (body as { readonly message?: string } | null)?.message ?? `status ${status}`;
}

function collection({ index }: SearchServer): string {
  return `/collections/${index}`;
}

function request(
  method: EngineRequest["method"],
  path: string,
  { engine, key }: SearchServer,
  body?: string,
  type?: string,
): EngineRequest {
  const headers = { ...keyHeaders(engine, key), ...(type !== undefined && { "Content-Type": type }) };
  return { method, path, headers, ...(body !== undefined && { body }) };
}

/** The collection. What is only shown is kept and not indexed. */
function schemaOf(name: string): object {
  const isCounted = (field: string): boolean => countedFields.some((each) => each === field);
  return {
    name,
    fields: [
      ...valueFields.map((field) => ({ name: field, type: "string[]", ...(isCounted(field) && { facet: true }) })),
      ...dayFields.map((field) => ({ name: field, type: "int32" })),
      { name: "group", type: "string", facet: true },
      { name: "titleForms", type: "string[]" },
      { name: "words", type: "string" },
      ...[...shownFields, "digest"].map((field) => ({ name: field, type: "string", index: false, optional: true })),
    ],
    default_sorting_field: "best",
    // Otherwise `C++` would be `c`.
    symbols_to_index: ["+", "#"],
    metadata: { scrollback: documentShape },
  };
}
