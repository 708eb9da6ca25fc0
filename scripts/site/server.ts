import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import mime from "mime";
import { leadsOut } from "../storage/files-below.ts";
import { type Range, rangeOf, sitePathOf } from "./requests.ts";

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
  /** Where the archive is reviewed; every live page then ends with a link there. The built site has none. */
  readonly review?: string;
}

/**
 * Serves a folder as a static host would, on this machine only: folders by their `index.html`, misses by `404.html`. What was not asked of this
 * machine by its own name is refused, so that no page of another site can read an archive through a name that it owns.
 */
export async function serve(folder: string, options: ServeOptions): Promise<Served> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const refusal = refusalOf(request);
    if (refusal !== undefined) refuse(response, refusal);
    else if (options.live && request.url === reloadEvents) listen(response, listeners);
    else if (options.live && request.url === reloadScript) send(response, 200, ".js", Buffer.from(reloadProgram));
    else answer(folder, options, request, response);
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

interface Refusal {
  readonly status: number;
  readonly reason: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function refusalOf({ method, headers }: IncomingMessage): Refusal | undefined {
  if (method !== "GET" && method !== "HEAD")
    return { status: 405, reason: "Only GET and HEAD are supported", headers: { allow: "GET, HEAD" } };
  const host = headers.host?.replace(/:\d+$/u, "").toLowerCase();
  if (host !== undefined && ownNames.has(host)) return undefined;
  return { status: 421, reason: "This server only answers for localhost" };
}

const ownNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

function refuse(response: ServerResponse, { status, reason, headers = {} }: Refusal): void {
  response.writeHead(status, { ...headersOf(".txt"), ...headers }).end(`${reason}\n`);
}

function answer(
  folder: string,
  { live, review }: ServeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const asked = sitePathOf(request.url ?? "/");
  const file = asked === undefined ? undefined : fileFor(folder, asked.path);
  if (file === "folder" && asked !== undefined) {
    response.writeHead(301, { location: `${encodeURI(asked.path)}/${asked.query}` }).end();
    return;
  }
  const isFound = file !== undefined && file !== "folder";
  const found = isFound ? file : join(folder, "404.html");
  const status = isFound ? 200 : 404;
  if (!isServed(found, folder)) send(response, 404, ".txt", Buffer.from("Not found\n"));
  else if (live && extname(found) === ".html")
    send(response, status, ".html", livePage(readFileSync(found, "utf8"), review));
  else stream(found, status, request, response);
}

/** A file, or the part of it that was asked for. */
function stream(file: string, status: number, request: IncomingMessage, response: ServerResponse): void {
  const { size } = statSync(file);
  const range = status === 200 ? rangeOf(request.headers.range, size) : "whole";
  const headers = { ...headersOf(extname(file)), "accept-ranges": "bytes" };
  if (range === "beyond") {
    response.writeHead(416, { ...headers, "content-range": `bytes */${size}` }).end();
    return;
  }
  const part: Range = range === "whole" ? { start: 0, end: size - 1 } : range;
  response.writeHead(range === "whole" ? status : 206, {
    ...headers,
    "content-length": `${part.end - part.start + 1}`,
    ...(range === "whole" ? {} : { "content-range": `bytes ${part.start}-${part.end}/${size}` }),
  });
  if (request.method === "HEAD" || size === 0) response.end();
  else
    createReadStream(file, part)
      .on("error", () => response.destroy())
      .pipe(response);
}

function fileFor(folder: string, path: string): string | "folder" | undefined {
  const file = join(folder, path);
  if (!existsSync(file) || leadsOut(file, folder)) return undefined;
  if (!statSync(file).isDirectory()) return path.endsWith("/") ? undefined : file;
  if (!path.endsWith("/")) return "folder";
  return join(file, "index.html");
}

/** Whether there is a file of the site: no link out of it, no pipe, no device. */
function isServed(file: string, folder: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true && !leadsOut(file, folder);
}

function send(response: ServerResponse, status: number, extension: string, body: Buffer): void {
  response.writeHead(status, { ...headersOf(extension), "content-length": `${body.length}` }).end(body);
}

function headersOf(extension: string): Record<string, string> {
  return {
    "content-type": contentType(extension),
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  };
}

/** By the ending of a file's name; texts are UTF-8. */
function contentType(extension: string): string {
  const type = mime.getType(extension) ?? "application/octet-stream";
  return /^text\/|[/+](?:json|javascript|xml)$/u.test(type) && type !== "image/svg+xml"
    ? `${type}; charset=utf-8`
    : type;
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

/** A page that loads anew when the site does, with a link to the review. */
function livePage(page: string, review: string | undefined): Buffer {
  const reloading = page.replace("</head>", () => `<script src="${reloadScript}" async></script></head>`);
  const link = review === undefined ? "" : `<a class="review-link" href="${review}">Review</a>`;
  return Buffer.from(reloading.replace("</footer>", () => `${link}</footer>`));
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write("\n");
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}
