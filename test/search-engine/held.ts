import type { IncomingMessage } from "node:http";
import type { EngineDocument } from "../../src/site/search/engines/document.ts";

/* What all stand-ins hold and do alike. */

/** A request as a stand-in sees it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What it answers. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

/** What a stand-in holds: its one index, and what it is told to do wrong. */
export interface Held {
  index: { readonly name: string; readonly definition: Readonly<Record<string, unknown>> } | undefined;
  readonly documents: Map<string, EngineDocument>;
  /** Ids of documents that are refused. */
  readonly refuses: Set<string>;
}

/** Answers a request; throws what it does not know. */
export type Handler = (asked: Asked, held: Held) => Answered;

/** What a stand-in refuses. */
export class NotKnown extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(JSON.stringify(body));
  }
}

/** Refuses an object with other keys than these. */
export function onlyKeys(value: object, known: readonly string[], refused: (key: string) => NotKnown): void {
  for (const key of Object.keys(value)) if (!known.includes(key)) throw refused(key);
}

/** The values of a field of a document, as text. */
export function valuesOf(document: EngineDocument, field: string): readonly string[] {
  const value = (document as unknown as Readonly<Record<string, unknown>>)[field];
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** Whether a document holds words one after the other. */
export function holdsWords(document: EngineDocument, phrase: string): boolean {
  return ` ${document.words} `.includes(` ${phrase} `);
}

/** The documents without those whose group stands before them. */
export function oneOfEach(documents: readonly EngineDocument[]): readonly EngineDocument[] {
  const seen = new Set<string>();
  return documents.filter(({ group }) => !seen.has(group) && seen.add(group));
}

/** How many documents have each value of a field. */
export function countsBy(documents: readonly EngineDocument[], field: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const document of documents) {
    for (const value of new Set(valuesOf(document, field))) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

/** The newest first, or the oldest; of one day by id. */
export function byDay(documents: readonly EngineDocument[], order: "asc" | "desc"): readonly EngineDocument[] {
  const sorted = [...documents].sort((one, other) => one.best - other.best || (one.id < other.id ? -1 : 1));
  return order === "asc" ? sorted : sorted.reverse();
}

/** A document with these fields alone. */
export function fieldsOf(document: EngineDocument, fields: readonly string[]): object {
  return Object.fromEntries(Object.entries(document).filter(([field]) => fields.includes(field)));
}
