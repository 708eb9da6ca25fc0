import type { SearchServer } from "../../model/search-server.ts";
import type { CountedField, EngineDocument } from "./document.ts";
import type { Filter } from "./filter.ts";

/** One search, in no engine's words. */
export interface EngineSearch {
  readonly filter: Filter;
  /** The forms that make a post a better answer; each stands in every post that is found. */
  readonly ranked: readonly string[];
  readonly order: "relevance" | "newest" | "oldest";
  /** How many results to skip, a multiple of `size`. */
  readonly start: number;
  /** How many results to give; none where only numbers are wanted. */
  readonly size: number;
  /** What to give of each result. */
  readonly fields: readonly (keyof EngineDocument)[];
  /** What to count the posts by. */
  readonly counted: readonly CountedField[];
  /** Whether of posts that say nearly the same one is given and counted. */
  readonly isFolded: boolean;
}

/** What an engine answers to a search. */
export interface EngineAnswer {
  readonly total: number;
  readonly found: readonly Partial<EngineDocument>[];
  readonly counts: Readonly<Partial<Record<CountedField, Readonly<Record<string, number>>>>>;
}

/** A request over HTTP. `path` begins with a slash. */
export interface EngineRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** How one kind of engine is asked: pure, so that what it is sent can be read and tested. */
export interface SearchEngine {
  /** The request that asks all searches at once. */
  requestOf(searches: readonly EngineSearch[], server: SearchServer): EngineRequest;
  /** Reads what the engine answered, one answer for each search. Throws an Error with what the engine says where it refused one. */
  answersIn(body: unknown): readonly EngineAnswer[];
}
