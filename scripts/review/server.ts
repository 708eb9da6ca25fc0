import { randomBytes, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import type { Day } from "../../src/model/day.ts";
import { givenText } from "../../src/model/given.ts";
import type { Editor } from "../../src/model/post.ts";
import { day, words } from "../../src/model/values.ts";
import { type DateWord, Refusal, type ReviewSession } from "./session.ts";

/** A review that is being served. */
export interface ServedReview {
  /** With the token behind `#`, which browsers send to nobody. */
  readonly url: string;
  close(): Promise<void>;
}

/** What the server needs of the world. */
export interface ReviewServerOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** The page and what it loads, by path. */
  readonly files: ReadonlyMap<string, { readonly type: string; readonly body: string }>;
  readonly today: () => Day;
}

/**
 * Serves a review on this machine alone. Whoever asks for more than the page itself has to know the token; a change has to come from the page's own
 * origin too, and nothing is answered under another host's name, so that no page of the web can ask through the browser.
 */
export async function serveReview(
  session: ReviewSession,
  { port, files, today }: ReviewServerOptions,
): Promise<ServedReview> {
  const token = randomBytes(24).toString("hex");
  let hosts: ReadonlySet<string> = new Set();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => fail(response, error));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!hosts.has(request.headers.host ?? "")) return refuse(response, 403, "unknown host");
    if (!URL.canParse(request.url ?? "/", "http://localhost")) return refuse(response, 400, "not an address");
    const url = new URL(request.url ?? "/", "http://localhost");
    const file = files.get(url.pathname);
    if (file !== undefined && request.method === "GET") {
      response.writeHead(200, { ...headers, "content-type": file.type }).end(file.body);
      return;
    }
    if (!url.pathname.startsWith("/api/")) return refuse(response, 404, "not found");
    if (!isToken(request.headers["x-scrollback-token"], token)) return refuse(response, 403, "wrong token");
    if (request.method === "GET" && url.pathname === "/api/state") {
      return send(response, session.state(url.searchParams.get("dump") ?? undefined, url.searchParams.has("lines")));
    }
    if (request.method === "GET" && url.pathname === "/api/picture") {
      const { type, bytes } = session.picture(url.searchParams.get("sha256") ?? "");
      response.writeHead(200, { ...headers, "content-type": type }).end(bytes);
      return;
    }
    const ask = request.method === "POST" ? asks[url.pathname] : undefined;
    if (ask === undefined) return refuse(response, 404, "not found");
    const { origin, "content-type": type } = request.headers;
    if (origin === undefined || !hosts.has(origin.replace(/^http:\/\//u, "")) || !origin.startsWith("http://"))
      return refuse(response, 403, "wrong origin");
    if (type?.split(";")[0] !== "application/json") return refuse(response, 415, "not JSON");
    const body = parsedBody(await bodyOf(request));
    const { dump, undone } = ask(session, body, today());
    send(response, { ...session.state(dump, false), ...(undone === undefined ? {} : { undone }) });
  }

  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  const { port: taken } = server.address() as AddressInfo;
  hosts = new Set([`localhost:${taken}`, `127.0.0.1:${taken}`]);
  return {
    url: `http://localhost:${taken}/#${token}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const headers = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/** Words as a person types them: what a file cannot keep is refused. */
const typed = words.trim().refine((text) => !/[^\P{Cc}\n\t]/u.test(text), "a control character");
const who = { by: typed.max(100).optional(), note: typed.max(2000).optional() };
const line = z.int().positive();
const word = z.enum(["start", "join", "open"]);
const boundary = z.strictObject({
  dump: z.string(),
  changes: z
    .array(z.strictObject({ line, was: word, to: word }))
    .min(1)
    .max(2000),
  ...who,
});
const date = z.strictObject({
  dump: z.string(),
  id: z.string(),
  word: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("day"), day }),
    z.strictObject({ kind: z.literal("range"), earliest: day.optional(), latest: day.optional() }),
    z.strictObject({ kind: z.literal("open") }),
  ]),
  ...who,
});
const channel = z.strictObject({ dump: z.string(), name: typed.max(200), shown: z.string().optional(), ...who });
const shown = { dump: z.string().optional() };
const undone = z.strictObject(shown);
const description = z.strictObject({ ...shown, id: z.string(), sha256: z.string(), alt: typed.max(2000), ...who });
const seen = z.array(z.string().max(1000)).max(10_000);
const check = z.strictObject({
  ...shown,
  id: z.string(),
  what: z.enum(["versions", "duplicates", "date", "media"]),
  /** Absent where it is opened again. */
  seen: seen.optional(),
  ...who,
});
const kept = z.strictObject({ ...shown, of: z.string(), line, seen: seen.min(1), ...who });

/** The dump to show, and what was taken back. */
interface Asked {
  readonly dump?: string | undefined;
  readonly undone?: string;
}

/** What can be asked for, by path. */
const asks: Readonly<Record<string, (session: ReviewSession, body: unknown, today: Day) => Asked>> = {
  "/api/boundary": (session, body, today) => {
    const { dump, changes, ...editor } = read(boundary, body);
    session.settle(dump, changes, editorFrom(editor, today));
    return { dump };
  },
  "/api/date": (session, body, today) => {
    const { dump, id, word: said, ...editor } = read(date, body);
    session.date(id, wordFrom(said), editorFrom(editor, today));
    return { dump };
  },
  "/api/channel": (session, body, today) => {
    const { dump, name, shown, ...editor } = read(channel, body);
    session.name(dump, name === "" ? undefined : { name, ...editorFrom(editor, today) });
    return { dump: shown ?? dump };
  },
  "/api/describe": (session, body, today) => {
    const { id, sha256, alt, dump, ...editor } = read(description, body);
    session.describe(id, sha256, alt, editorFrom(editor, today));
    return { dump };
  },
  "/api/check": (session, body, today) => {
    const { id, what, seen, dump, ...editor } = read(check, body);
    session.check(id, what, seen, editorFrom(editor, today));
    return { dump };
  },
  "/api/keep": (session, body, today) => {
    const { of, line, seen, dump, ...editor } = read(kept, body);
    session.keep(of, line, seen, editorFrom(editor, today));
    return { dump };
  },
  "/api/undo": (session, body) => {
    const { dump } = read(undone, body);
    const last = session.undo();
    return { dump: last?.file ?? dump, ...(last === undefined ? {} : { undone: last.what }) };
  },
};

function wordFrom(said: z.infer<typeof date>["word"]): DateWord {
  if (said.kind !== "range") return said;
  const { earliest, latest } = said;
  if (givenText({ ...(earliest && { earliest }), ...(latest && { latest }) }) === "../..")
    throw new Refusal("Cannot set the date: give a day", 422);
  return {
    kind: "range",
    ...(earliest === undefined ? {} : { earliest }),
    ...(latest === undefined ? {} : { latest }),
  };
}

function editorFrom(
  { by, note }: { readonly by?: string | undefined; readonly note?: string | undefined },
  on: Day,
): Editor {
  return { ...(by ? { by } : {}), on, ...(note ? { note } : {}) };
}

function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  throw new Refusal(`Cannot take the answer: ${checked.error.issues[0]?.message ?? "not what was asked"}`, 422);
}

function isToken(given: string | readonly string[] | undefined, token: string): boolean {
  const [own, other] = [Buffer.from(token), Buffer.from(String(given ?? ""))];
  return own.length === other.length && timingSafeEqual(own, other);
}

const largestBody = 256 << 10;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > largestBody) throw new Refusal("The answer is too long", 422);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsedBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("The answer is not JSON", 422);
  }
}

function send(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...headers, "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(value));
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response
    .writeHead(status, { ...headers, "content-type": "application/json; charset=utf-8", connection: "close" })
    .end(JSON.stringify({ reason }));
}

function fail(response: ServerResponse, error: unknown): void {
  if (response.headersSent) response.destroy();
  else refuse(response, error instanceof Refusal ? error.status : 500, (error as Error).message);
}
