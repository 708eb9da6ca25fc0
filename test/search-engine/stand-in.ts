import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { EngineKind, SearchServer } from "../../src/site/model/search-server.ts";
import { type Answered, type Asked, type Handler, type Held, NotKnown } from "./held.ts";
import { meilisearchStandIn } from "./meilisearch-stand-in.ts";
import { opensearchStandIn } from "./opensearch-stand-in.ts";
import { typesenseStandIn } from "./typesense-stand-in.ts";

/*
 * Stand-ins for search engines, which no registry that the tests reach has: they answer the requests of Scrollback as the published contracts of the
 * engines say, keep documents and search them, and refuse whatever they do not know: a path, a parameter, a field, a query, a wrong key.
 */

/** A stand-in that is running. */
export interface StandIn extends Held {
  /** As settings have it: with the key that may search. */
  readonly server: SearchServer;
  /** The engine with the key that may write. */
  readonly writing: SearchServer;
  /** What was asked, as `METHOD /path`. */
  readonly log: string[];
  /** Answers for the next requests, in the place of its own. */
  readonly faults: (number | "hang up")[];
  close(): Promise<void>;
}

const handlers: Readonly<Record<EngineKind, Handler>> = {
  opensearch: opensearchStandIn,
  meilisearch: meilisearchStandIn,
  typesense: typesenseStandIn,
};

const keys = { search: "reader:search-only", write: "writer:may-write" } as const;

/** Starts a stand-in on this machine. */
export async function standInFor(engine: EngineKind): Promise<StandIn> {
  const held: Held = { index: undefined, documents: new Map(), refuses: new Set() };
  const log: string[] = [];
  const faults: (number | "hang up")[] = [];
  const web = createServer((request, response) => {
    void answer(request, response);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const cors = {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "authorization, content-type, x-typesense-api-key",
    };
    if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stand-in");
    log.push(`${request.method} ${pathname}`);
    const fault = faults.shift();
    if (fault === "hang up") return void request.socket.destroy();
    if (fault !== undefined) return void response.writeHead(fault, cors).end("busy");
    const asked: Asked = {
      method: request.method ?? "",
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString("utf8"),
    };
    const { status, body } = answered(asked, held, handlers[engine], engine);
    response.writeHead(status, { ...cors, "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };
  await new Promise<void>((done) => web.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const server: SearchServer = { engine, url, key: keys.search, index: "harbour" };
  return Object.assign(held, {
    server,
    writing: { ...server, key: keys.write },
    log,
    faults,
    close: () =>
      new Promise<void>((done) => {
        web.closeAllConnections();
        web.close(() => done());
      }),
  });
}

function answered(asked: Asked, held: Held, handler: Handler, engine: EngineKind): Answered {
  const key = keyIn(asked, engine);
  if (key === undefined) return { status: 401, body: { message: "no such key" } };
  if (key === "search" && !/\/(?:_msearch|multi-search|multi_search)$/u.test(asked.path))
    return { status: 403, body: { message: "this key may only search" } };
  try {
    return handler(asked, held);
  } catch (error) {
    if (error instanceof NotKnown) return { status: error.status, body: error.body };
    return { status: 500, body: { message: `${error}` } };
  }
}

function keyIn({ headers }: Asked, engine: EngineKind): keyof typeof keys | undefined {
  const shown =
    engine === "typesense"
      ? headers["x-typesense-api-key"]
      : engine === "meilisearch"
        ? /^Bearer (?<key>.+)$/u.exec(headers.authorization ?? "")?.groups?.key
        : Buffer.from(/^Basic (?<key>.+)$/u.exec(headers.authorization ?? "")?.groups?.key ?? "", "base64").toString();
  return (["search", "write"] as const).find((name) => keys[name] === shown);
}
