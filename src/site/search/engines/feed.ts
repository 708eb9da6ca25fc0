import type { SearchServer } from "../../model/search-server.ts";
import type { EngineDocument } from "./document.ts";
import type { EngineRequest } from "./engine.ts";

/** What an engine answered to a request; `body`: parsed where it is JSON, else its text. */
export interface EngineResponse {
  readonly status: number;
  readonly body: unknown;
}

/** What came of a batch. `whole`: the engine refused it and does not say which document is wrong. */
export type BatchOutcome =
  | { readonly kind: "each"; readonly refused: readonly RefusedDocument[] }
  | { readonly kind: "whole"; readonly reason: string };

/** A document that an engine did not take. */
export interface RefusedDocument {
  readonly id: string;
  readonly reason: string;
  /** Whether the engine had too much to do, so that it may be sent again. */
  readonly isBusy: boolean;
}

/** What an engine has of a document. */
export type KnownDocument = readonly [id: string, digest: string];

/** How one kind of engine is given documents: pure, so that what it is sent can be read and tested. */
export interface EngineFeed {
  /** How many documents are taken out by one request at most. */
  readonly mostRemoved: number;
  /** Asks for the index. */
  look(server: SearchServer): EngineRequest;
  /** Whether it is there; `other`: it is not as these documents need it. */
  looked(answer: EngineResponse): "absent" | "ready" | "other";
  /** Makes the index where it is absent, or brings its settings up to date. */
  making(server: SearchServer, isThere: boolean): readonly EngineRequest[];
  /** Deletes the index with all that is in it. */
  dropping(server: SearchServer): EngineRequest;
  sending(documents: readonly EngineDocument[], server: SearchServer): EngineRequest;
  removing(ids: readonly string[], server: SearchServer): EngineRequest;
  /** Asks how far the work has come that an answer told of; nothing where it is done with the answer. */
  waiting(answer: EngineResponse, server: SearchServer): EngineRequest | undefined;
  /** Whether the work is still to be waited for. */
  isUnderWay(answer: EngineResponse): boolean;
  /** `ids`: those of the documents that were sent, in their order. */
  outcome(answer: EngineResponse, ids: readonly string[]): BatchOutcome;
  /** Asks for ids and digests of documents that the engine has, after those that are known. */
  listing(known: readonly KnownDocument[], server: SearchServer): EngineRequest;
  listed(answer: EngineResponse): { readonly documents: readonly KnownDocument[]; readonly isAll: boolean };
}
