import type { SearchServer } from "../../model/search-server.ts";
import type { EngineAnswer, EngineSearch } from "../../search/engines/engine.ts";
import { searchEngines } from "../../search/engines/search-engines.ts";
import { filled } from "../../search/wording.ts";
import { engineWords } from "../../texts/engine-words.ts";

/** Milliseconds to wait before an engine that has too much to do is asked again. */
const pauses = [300, 1200];

/** Asks an engine all searches at once. `locale`: the language in which it is said that it does not answer. */
export async function askEngine(
  searches: readonly EngineSearch[],
  server: SearchServer,
  locale: string,
): Promise<readonly EngineAnswer[]> {
  if (searches.length === 0) return [];
  const engine = searchEngines[server.engine];
  const { method, path, headers, body = "" } = engine.requestOf(searches, server);
  const { host } = new URL(server.url);
  const { silent, refused } = engineWords(locale);
  const send = async (tries: readonly number[]): Promise<Response> => {
    const response = await fetch(`${server.url}${path}`, { method, headers, body, credentials: "omit" });
    const [pause, ...rest] = tries;
    if (pause === undefined || (response.status !== 429 && response.status !== 503)) return response;
    await new Promise((done) => setTimeout(done, pause));
    return send(rest);
  };
  // What browsers say of it, "Failed to fetch", tells a reader no more.
  const response = await send(pauses).catch(() => {
    throw told(filled(silent, { host }));
  });
  const answer = await response.text();
  if (!response.ok) throw told(filled(refused, { host, reason: `${response.status} ${reasonIn(answer)}`.trim() }));
  try {
    return engine.answersIn(JSON.parse(answer));
  } catch (error) {
    throw told(filled(refused, { host, reason: (error as Error).message }));
  }
}

/** An error that is told in its own words alone. */
function told(message: string): Error {
  return Object.assign(new Error(message), { name: "" });
}

/** What an engine says of an error, as far as it is short. */
function reasonIn(answer: string): string {
  return answer.length > 300 ? "" : answer;
}
