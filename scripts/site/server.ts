import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, sep } from "node:path";

/** A site that is being served. */
export interface Served {
  readonly url: string;
  /** Tells open pages to load anew. */
  reload(): void;
  close(): Promise<void>;
}

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether another free port will do where this one is taken. */
  readonly orAnother?: boolean;
  /** Whether pages load anew when `reload` is called. */
  readonly live?: boolean;
}

/** Serves a folder as a static host would, on this machine only: folders by their `index.html`, misses by `404.html`. */
export async function serve(folder: string, options: ServeOptions): Promise<Served> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (options.live && request.url === reloadEvents) listen(response, listeners);
    else if (options.live && request.url === reloadScript) send(response, 200, ".js", Buffer.from(reloadProgram));
    else answer(folder, options.live === true, request, response);
  });
  const port = await bind(server, options);
  return {
    url: `http://localhost:${port}/`,
    reload: () => {
      for (const response of listeners) response.write("data: reload\n\n");
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
};

function answer(folder: string, live: boolean, request: IncomingMessage, response: ServerResponse): void {
  const path = pathOf(request.url ?? "/");
  const file = path === undefined ? undefined : fileFor(folder, path);
  if (file === "folder") {
    response.writeHead(301, { location: `${(request.url ?? "/").replace(/(\?|$)/u, "/$1")}` }).end();
    return;
  }
  const found = file ?? join(folder, "404.html");
  const status = file === undefined ? 404 : 200;
  if (!existsSync(found)) send(response, 404, ".txt", Buffer.from("Not found\n"));
  else if (live && extname(found) === ".html") send(response, status, ".html", withReload(readFileSync(found, "utf8")));
  else {
    response.writeHead(status, headers(extname(found)));
    createReadStream(found)
      .on("error", () => response.destroy())
      .pipe(response);
  }
}

/** The decoded path of a request; nothing where it is malformed or would lead out of the folder. */
function pathOf(url: string): string | undefined {
  try {
    const path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
    return path.includes("\0") || path.split(sep).includes("..") ? undefined : path;
  } catch {
    // A malformed percent sign is a request for nothing.
    return undefined;
  }
}

function fileFor(folder: string, path: string): string | "folder" | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return undefined;
  if (!statSync(file).isDirectory()) return path.endsWith("/") ? undefined : file;
  if (!path.endsWith("/")) return "folder";
  const index = join(file, "index.html");
  return existsSync(index) ? index : undefined;
}

function send(response: ServerResponse, status: number, extension: string, body: Buffer): void {
  response.writeHead(status, headers(extension)).end(body);
}

function headers(extension: string): Record<string, string> {
  return { "content-type": types[extension] ?? "application/octet-stream", "cache-control": "no-cache" };
}

function bind(server: Server, { port, orAnother }: ServeOptions): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") fail(error);
      else if (orAnother) bind(server, { port: 0 }).then(done, fail);
      else fail(new Error(`Cannot serve on port ${port}: already in use; choose another with --port`));
    });
    server.listen(port, "127.0.0.1", () => done((server.address() as AddressInfo).port));
  });
}

const reloadEvents = "/.scrollback/events";
const reloadScript = "/.scrollback/reload.js";

/** A file of its own, because the pages' security policy lets nothing inline run. */
const reloadProgram = `new EventSource("${reloadEvents}").onmessage = () => location.reload();\n`;

function withReload(page: string): Buffer {
  return Buffer.from(page.replace("</head>", `<script src="${reloadScript}" async></script></head>`));
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write("\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}
