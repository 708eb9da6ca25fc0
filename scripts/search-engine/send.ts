import type { SearchServer } from "../../src/site/model/search-server.ts";
import type { EngineRequest } from "../../src/site/search/engines/engine.ts";
import type { EngineResponse } from "../../src/site/search/engines/feed.ts";

/** Sends a request to a search engine and reads its answer. */
export type Send = (request: EngineRequest) => Promise<EngineResponse>;

/** Waits so many milliseconds. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Waits by the clock. */
export const waitByClock: Wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** How often a request is sent that the engine is too busy for, or that does not reach it. */
export const mostTries = 7;

/** How long to wait before a request is sent again: half a second, then twice as long each time. In milliseconds. */
export function pauseBefore(tries: number): number {
  return Math.min(500 * 2 ** tries, 30_000);
}

/** An answer that does not come in this time does not come. In milliseconds. */
const patience = 120_000;

/** What an engine answers with that has too much to do, or whose gateway does not reach it. */
const busy: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/**
 * A sender to an engine, which tries again where this may help. It throws an Error with the remedy where the engine does not answer in the end, or
 * refuses the key.
 */
export function senderTo({ url, index }: SearchServer, wait: Wait): Send {
  const { host } = new URL(url);
  return async ({ method, path, headers, body }) => {
    for (let tries = 0; ; tries += 1) {
      const isLast = tries + 1 >= mostTries;
      try {
        const response = await fetch(`${url}${path}`, {
          method,
          headers,
          signal: AbortSignal.timeout(patience),
          ...(body !== undefined && { body }),
        });
        const text = await response.text();
        if (response.status === 401 || response.status === 403)
          throw new Refused(
            `Cannot index the archive: ${host} refuses the key; set SCROLLBACK_INDEX_KEY to a key that may write to "${index}"`,
          );
        if (!busy.has(response.status)) return { status: response.status, body: parsed(text) };
        if (isLast)
          throw new Refused(
            `Cannot index the archive: ${host} is too busy (${response.status}); run scrollback index again later, which goes on from here`,
          );
        await wait(pauseAsked(response.headers.get("retry-after")) ?? pauseBefore(tries));
      } catch (error) {
        if (error instanceof Refused) throw new Error(error.message);
        if (isLast)
          throw new Error(
            `Cannot index the archive: ${host} does not answer (${reasonOf(error)}); check search.url, and run scrollback index again, which goes on from here`,
          );
        await wait(pauseBefore(tries));
      }
    }
  };
}

/** What trying again does not help against. */
class Refused extends Error {}

/** Milliseconds that an engine asks to wait, of a `Retry-After` in seconds. */
function pauseAsked(header: string | null): number | undefined {
  return header !== null && /^\d{1,3}$/u.test(header) ? Number(header) * 1000 : undefined;
}

/** The value of an answer in JSON; of one in lines, or in words, its text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Lines of JSON and messages of gateways are no JSON.
    return text;
  }
}

/** `fetch` wraps what went wrong. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error && cause.message !== "" ? cause.message : message;
}
