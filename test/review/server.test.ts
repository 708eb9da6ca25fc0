import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ReviewServerOptions, serveReview } from "../../scripts/review/server.ts";
import { ReviewSession } from "../../scripts/review/session.ts";
import { lockName } from "../../scripts/storage/lock.ts";
import { readPost, writePost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import type { ReviewState } from "../../src/review/view.ts";
import { postOf } from "../archive/post-arbitrary.ts";
import { filesIn, folderWith, importInto, postsIn } from "../import/content-folder.ts";
import { harbourArchive, laterPage } from "./harbour-archive.ts";
import { page } from "./kestrel-bay.ts";

const today = () => "2026-11-29" as Day;
const files: ReviewServerOptions["files"] = new Map([["/", { type: "text/html", body: "page" }]]);

interface Running {
  readonly content: string;
  readonly port: string;
  readonly token: string;
  readonly sidecar: () => string;
}

async function running(sidecar = "retrieved: 2025-03-01\n"): Promise<Running> {
  const content = folderWith({ "dumps/kestrel.txt": page, "dumps/kestrel.yml": sidecar });
  const served = await serveReview(new ReviewSession(content, today), { port: 0, files, today });
  onTestFinished(() => served.close());
  const { port, hash } = new URL(served.url);
  return {
    content,
    port,
    token: hash.slice(1),
    sidecar: () => readFileSync(join(content, "dumps/kestrel.yml"), "utf8"),
  };
}

interface Asked {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request with any headers at all, as no browser would let a page make one. */
function ask(
  port: string,
  { method = "GET", path, headers = {}, body }: Asked,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((done, fail) => {
    // A connection that was kept may be closed while an import has this process to itself.
    const sent = request({ host: "127.0.0.1", port, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => done({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", fail);
    sent.end(body);
  });
}

const change = (line: number, was = "open", to = "start", dump = "kestrel.txt"): string =>
  JSON.stringify({ dump, changes: [{ line, was, to }], by: "Ada" });

/** The headers of the page's own requests. */
function own({ port, token }: Running): Record<string, string> {
  return {
    host: `localhost:${port}`,
    origin: `http://localhost:${port}`,
    "x-scrollback-token": token,
    "content-type": "application/json",
  };
}

describe("the review's server lets nothing in", () => {
  test.each([
    ["a wrong host", { host: "evil.example" }],
    ["no host of this machine's port", { host: "localhost:1" }],
    ["a wrong origin", { origin: "https://evil.example" }],
    ["an origin of another port", { origin: "http://localhost:1" }],
    ["the origin null", { origin: "null" }],
    ["a wrong token", { "x-scrollback-token": "0".repeat(48) }],
    ["an empty token", { "x-scrollback-token": "" }],
    ["a form's type", { "content-type": "text/plain" }],
  ])("with %s", async (_, wrong) => {
    const review = await running();
    const before = filesIn(review.content);
    const headers = { ...own(review), ...(wrong as Record<string, string>) };
    const { status } = await ask(review.port, { method: "POST", path: "/api/boundary", headers, body: change(7) });
    expect([403, 415]).toContain(status);
    expect(filesIn(review.content)).toEqual(before);
  });

  test("without an origin or a token at all, nor by GET", async () => {
    const review = await running();
    const { origin: _, ...noOrigin } = own(review);
    const { "x-scrollback-token": __, ...noToken } = own(review);
    for (const headers of [noOrigin, noToken])
      expect((await ask(review.port, { method: "POST", path: "/api/boundary", headers, body: change(7) })).status).toBe(
        403,
      );
    expect((await ask(review.port, { path: "/api/boundary", headers: own(review) })).status).toBe(404);
    expect((await ask(review.port, { path: "/api/state", headers: noToken })).status).toBe(403);
    expect((await ask(review.port, { path: "/", headers: { host: `rebound.example:${review.port}` } })).status).toBe(
      403,
    );
    expect(review.sidecar()).toBe("retrieved: 2025-03-01\n");
  });

  test("no file but the page's own, and no dump outside the archive", async () => {
    const review = await running();
    writeFileSync(join(review.content, "..", "secret.txt"), "fog\nsun\nrain\n");
    symlinkSync(join(review.content, "..", "secret.txt"), join(review.content, "dumps", "link.txt"));
    for (const path of ["/../secret.txt", "/dumps/kestrel.txt", "/%2e%2e/secret.txt"])
      expect((await ask(review.port, { path, headers: own(review) })).status).toBe(404);
    for (const dump of ["../../secret.txt", "link.txt", "/etc/passwd", "nothing.txt"]) {
      const { status } = await ask(review.port, {
        method: "POST",
        path: "/api/boundary",
        headers: own(review),
        body: change(2, "open", "start", dump),
      });
      expect([404, 422]).toContain(status);
      const state = await ask(review.port, {
        path: `/api/state?lines&dump=${encodeURIComponent(dump)}`,
        headers: own(review),
      });
      expect(state.text).not.toContain("rain");
    }
    expect(existsSync(join(review.content, "..", "secret.yml"))).toBe(false);
    const before = filesIn(review.content);
    for (const dump of ["../x", "link.txt", "nothing.txt", "../../secret.txt"]) {
      const body = JSON.stringify({ dump, name: "Pier" });
      const { status } = await ask(review.port, { method: "POST", path: "/api/channel", headers: own(review), body });
      expect([dump, [404, 422].includes(status)]).toEqual([dump, true]);
    }
    expect(filesIn(review.content)).toEqual(before);
    expect((await ask(review.port, { path: "//", headers: own(review) })).status).toBe(400);
  });

  test.each([
    ["not JSON", "{"],
    ["an unknown key", '{"dump":"kestrel.txt","changes":[{"line":7,"was":"open","to":"start"}],"path":"/"}'],
    ["a line that is not there", change(4000)],
    ["a line of nothing", change(0)],
    ["a word that is none", change(7, "open", "maybe")],
    ["a note of half a sign", change(7).replace(/\}$/u, ',"note":"\\ud83d"}')],
    ["a note with NUL", change(7).replace(/\}$/u, ',"note":"a\\u0000b"}')],
    ["a very long answer", JSON.stringify({ dump: "kestrel.txt", by: "a".repeat(400_000), changes: [] })],
  ])("with %s", async (_, body) => {
    const review = await running();
    const { status } = await ask(review.port, { method: "POST", path: "/api/boundary", headers: own(review), body });
    expect(status).toBe(422);
    expect(review.sidecar()).toBe("retrieved: 2025-03-01\n");
  });
});

test("a picture of a post is shown to the review's page alone, described in the post's file, and that is taken back", async () => {
  const review = await running();
  const sha256 = "a".repeat(64);
  const file = join("posts", "harbour", "boat.md");
  const before = writePost(postOf({ media: ["photo"], mediaFiles: [{ kind: "photo", sha256, type: "jpg" }] }));
  for (const [name, text] of [
    [file, before],
    [join("media", "aa", `${sha256}.jpg`), "picture"],
    [join("media", "bb", `${"b".repeat(64)}.jpg`), "of no post"],
  ] as const) {
    mkdirSync(dirname(join(review.content, name)), { recursive: true });
    writeFileSync(join(review.content, name), text);
  }
  const picture = (of: string) => `/api/picture?sha256=${of}`;
  const headers = own(review);
  expect(await ask(review.port, { path: picture(sha256), headers })).toEqual({ status: 200, text: "picture" });
  for (const other of ["b".repeat(64), "../../dumps/kestrel", ""])
    expect((await ask(review.port, { path: picture(other), headers })).status).toBe(404);
  const { "x-scrollback-token": _, ...noToken } = headers;
  expect((await ask(review.port, { path: picture(sha256), headers: noToken })).status).toBe(403);
  const described = (path: string, body: object) =>
    ask(review.port, { method: "POST", path, headers, body: JSON.stringify(body) });
  const { id } = postOf();
  expect((await described("/api/describe", { id, sha256: "b".repeat(64), alt: "A boat." })).status).toBe(404);
  expect((await described("/api/describe", { id, sha256, alt: "A boat." })).status).toBe(200);
  const text = readFileSync(join(review.content, file), "utf8");
  expect(readPost(text, file).mediaFiles?.[0]?.alt).toBe("A boat.");
  expect((await described("/api/undo", { dump: "kestrel.txt" })).status).toBe(200);
  expect(readFileSync(join(review.content, file), "utf8")).toBe(before);
});

describe("what is found right", { timeout: 180_000 }, () => {
  async function harbour(): Promise<Running & { readonly state: () => Promise<ReviewState> }> {
    const content = folderWith(harbourArchive);
    importInto(content);
    const served = await serveReview(new ReviewSession(content, today), { port: 0, files, today });
    onTestFinished(() => served.close());
    const { port, hash } = new URL(served.url);
    const review = { content, port, token: hash.slice(1), sidecar: () => "" };
    const state = async (): Promise<ReviewState> =>
      JSON.parse((await ask(port, { path: "/api/state?lines", headers: own(review) })).text) as ReviewState;
    return { ...review, state };
  }
  const sent = (review: Running, path: string, body: object) =>
    ask(review.port, { method: "POST", path, headers: own(review), body: JSON.stringify(body) });

  test("is what the person looked at, and is refused where something else is to be seen meanwhile", async () => {
    const review = await harbour();
    const before = filesIn(review.content);
    const doubt = (await review.state()).listed.find(({ kind }) => kind === "versions");
    const { posts: [id = ""] = [], seen = [] } = doubt ?? {};
    const check = { id, what: "versions", by: "Ada" };
    expect((await sent(review, "/api/check", { ...check, seen: seen.slice(1) })).status).toBe(409);
    expect((await sent(review, "/api/check", { ...check, id: "0000000000", seen })).status).toBe(404);
    expect((await sent(review, "/api/check", { ...check, what: "fingerprint", seen })).status).toBe(422);
    expect(filesIn(review.content)).toEqual(before);
    expect((await sent(review, "/api/check", { ...check, seen })).status).toBe(200);
    expect((await review.state()).listed.map(({ kind }) => kind)).not.toContain("versions");
    expect((await review.state()).checked).toMatchObject([{ id, what: "versions", by: "Ada", on: today() }]);
    expect((await sent(review, "/api/check", { id, what: "versions" })).status).toBe(200);
    expect(filesIn(review.content)).toEqual(before);
  });

  test("is told of a boundary that another capture contradicts, beside who set it; a later window's answer stays", async () => {
    const review = await harbour();
    const path = join(review.content, "dumps/marsh.yml");
    const text = readFileSync(path, "utf8");
    const page = readFileSync(join(review.content, "dumps/marsh.txt"), "utf8").split("\n");
    const line = page.findIndex((words) => words.startsWith("Small boats")) + 1;
    const answer = { dump: "marsh.txt", changes: [{ line, was: "open", to: "start" }], by: "Ada", note: "In print." };
    expect((await sent(review, "/api/boundary", answer)).status).toBe(200);
    const doubt = (await review.state()).listed.find((each) => each.line !== undefined);
    expect(doubt).toMatchObject({ kind: "contradicted", dump: "marsh.txt", line, seen: ["marsh-later.txt"] });
    const keep = { of: "marsh.txt", line, seen: ["marsh-later.txt"], by: "Bo" };
    for (const of of ["../../secret.txt", "nothing.txt"])
      expect((await sent(review, "/api/keep", { ...keep, of })).status).toBe(404);
    expect((await sent(review, "/api/keep", { ...keep, line: line + 1 })).status).toBe(409);
    expect((await sent(review, "/api/keep", keep)).status).toBe(200);
    expect(readSidecar(readFileSync(path, "utf8"), "marsh.yml").boundaries?.settled).toEqual([
      { line, by: "Ada", on: today(), note: "In print.", despite: ["marsh-later.txt"], asked: true },
    ]);
    expect((await review.state()).listed.filter((each) => each.line !== undefined)).toEqual([]);
    for (let time = 0; time < 2; time += 1) expect((await sent(review, "/api/undo", {})).status).toBe(200);
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("a channel's name that is taken back leaves what another window wrote meanwhile", async () => {
    const review = await harbour();
    const path = join(review.content, "dumps/quay.yml");
    expect((await sent(review, "/api/channel", { dump: "quay.txt", name: "Quay Radio", by: "Ada" })).status).toBe(200);
    writeFileSync(path, `${readFileSync(path, "utf8")}retrieved: 2025-03-01 # by hand\n`);
    expect((await sent(review, "/api/undo", {})).status).toBe(200);
    expect(readFileSync(path, "utf8")).toBe("retrieved: 2025-03-01 # by hand\n");
  });
});

describe("a review loses no answer", () => {
  test("two windows: both answers stand, and one that another settled meanwhile is told of", async () => {
    const review = await running();
    const post = (body: string) =>
      ask(review.port, { method: "POST", path: "/api/boundary", headers: own(review), body });
    const [one, other] = await Promise.all([post(change(7)), post(change(9, "open", "join"))]);
    expect([one.status, other.status]).toEqual([200, 200]);
    const late = await post(change(7, "open", "join"));
    expect(late.status).toBe(409);
    expect(late.text).toContain("settled elsewhere");
    expect(readSidecar(review.sidecar(), "kestrel.yml").boundaries).toMatchObject({ start: [7], join: [9] });
  });

  test("an editor's comment and an answer written between two answers stay", async () => {
    const review = await running("# Of the port.\nretrieved: 2025-03-01\n");
    const post = (body: string) =>
      ask(review.port, { method: "POST", path: "/api/boundary", headers: own(review), body });
    expect((await post(change(7))).status).toBe(200);
    writeFileSync(
      join(review.content, "dumps/kestrel.yml"),
      review.sidecar().replace("boundaries:", "# Seen in print:\nboundaries:"),
    );
    expect((await post(change(9, "open", "join"))).status).toBe(200);
    expect(review.sidecar()).toMatch(/^# Of the port\.\nretrieved: 2025-03-01\n# Seen in print:\nboundaries:\n/u);
    expect(
      (await ask(review.port, { method: "POST", path: "/api/undo", headers: own(review), body: "{}" })).status,
    ).toBe(200);
    expect(readSidecar(review.sidecar(), "kestrel.yml").boundaries).toMatchObject({ start: [7], join: [] });
  });

  test("lines that an editor set outside posts are not asked about, and stay outside", async () => {
    const outside = "boundaries:\n  # Not of the port.\n  outside:\n    - 12-13 # an ad\n";
    const review = await running(outside);
    const post = (body: string) =>
      ask(review.port, { method: "POST", path: "/api/boundary", headers: own(review), body });
    const { dump } = JSON.parse(
      (await ask(review.port, { path: "/api/state", headers: own(review) })).text,
    ) as ReviewState;
    const asked = dump?.questions.map(({ line }) => line) ?? [];
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((line) => line === 12 || line === 13)).toEqual([]);
    expect((await post(change(7))).status).toBe(200);
    expect(review.sidecar()).toContain(outside);
    const refused = await post(change(12));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("line 12 of the dump is in start as well");
    expect(readSidecar(review.sidecar(), "kestrel.yml").boundaries?.outside).toEqual([{ lines: [12, 13] }]);
  });

  test("a sidecar that an import cannot read is told of and left as it is", async () => {
    const text = "# Of the port.\nchanel: Kestrel Bay\n";
    const review = await running(text);
    const { status, text: said } = await ask(review.port, {
      method: "POST",
      path: "/api/boundary",
      headers: own(review),
      body: change(7),
    });
    expect(status).toBe(422);
    expect(said).toContain("chanel");
    expect(review.sidecar()).toBe(text);
    const state = JSON.parse(
      (await ask(review.port, { path: "/api/state", headers: own(review) })).text,
    ) as ReviewState;
    expect(state.dumps[0]?.failure).toContain("unknown key");
  });

  test("an import at work keeps an answer out, and says so", async () => {
    const review = await running();
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
    onTestFinished(() => void other.kill());
    const { hostname } = await import("node:os");
    writeFileSync(join(review.content, lockName), JSON.stringify({ pid: other.pid, host: hostname(), since: "now" }));
    const { status, text } = await ask(review.port, {
      method: "POST",
      path: "/api/boundary",
      headers: own(review),
      body: change(7),
    });
    expect(status).toBe(423);
    expect(text).toContain("An import is running");
    expect(review.sidecar()).toBe("retrieved: 2025-03-01\n");
  });

  test("an import between two answers keeps what was answered, and all of it can be taken back after it", () => {
    const [content, control] = [folderWith(harbourArchive), folderWith(harbourArchive)];
    const later = `${laterPage}The weir gate was oiled and is quiet again.\n👍2\n`;
    const importBoth = (files: Readonly<Record<string, string>> = {}): void => {
      for (const folder of [content, control]) {
        for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "dumps", name), text);
        importInto(folder);
      }
    };
    const datingOf = (opening: string) => {
      const posts = postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path));
      return posts.filter(({ text }) => text.startsWith(opening)).map(({ id, dating }) => ({ id, dating }));
    };
    importBoth();
    const session = new ReviewSession(content, today);
    session.state("marsh.txt", true);
    const [dredger] = datingOf("The dredger works");
    session.date(dredger?.id ?? "", { kind: "day", day: "2025-02-08" as Day }, { by: "Ada" });
    importBoth({ "marsh-third.txt": later, "marsh-third.yml": "retrieved: 2025-03-01\n" });
    const [salt] = datingOf("Salt for the roads");
    session.date(salt?.id ?? "", { kind: "range", latest: "2025-02-09" as Day }, { by: "Bo" });
    session.settle("marsh.txt", [{ line: 7, was: "open", to: "start" }], { by: "Bo" });
    importBoth();
    expect(datingOf("The dredger works")).toMatchObject([
      { id: dredger?.id, dating: { best: "2025-02-08", basis: "given", by: "Ada" } },
    ]);
    expect(datingOf("Salt for the roads")).toMatchObject([{ dating: { latest: "2025-02-09", by: "Bo" } }]);
    expect(filesIn(content)).not.toEqual(filesIn(control));
    for (const what of [/^line 7 of marsh.txt/u, /^the date of “Salt/u, /^the date of “The dredger/u])
      expect(session.undo()?.what).toMatch(what);
    importBoth();
    // An address that was there leads on for ever, whatever became of its post.
    const [own, other] = [content, control].map((folder) => {
      const { "permalinks.jsonl": permalinks = "", ...files } = filesIn(folder);
      return { files, permalinks: permalinks.split("\n") };
    });
    expect(own?.files).toEqual(other?.files);
    expect(own?.permalinks).toEqual(expect.arrayContaining([...(other?.permalinks ?? [])]));
  });

  test("the command, killed between two answers, loses none", { timeout: 180_000 }, async () => {
    const content = folderWith({ "dumps/kestrel.txt": page });
    const program = join(import.meta.dirname, "..", "..", "scripts", "scrollback.ts");
    for (const line of [7, 9]) {
      const child = spawn(
        process.execPath,
        [...process.execArgv, "--import", "tsx", program, "review", "--content", content, "--by", "Ada"],
        {
          cwd: join(import.meta.dirname, "..", ".."),
        },
      );
      const url = await new Promise<URL>((done) => {
        let said = "";
        child.stdout.on("data", (chunk: Buffer) => {
          said += chunk.toString();
          const found = /Review at (?<url>\S+)/u.exec(said)?.groups?.url;
          if (found !== undefined) done(new URL(found));
        });
      });
      const review = { content, port: url.port, token: url.hash.slice(1), sidecar: () => "" };
      expect(
        (await ask(url.port, { method: "POST", path: "/api/boundary", headers: own(review), body: change(line) }))
          .status,
      ).toBe(200);
      child.kill("SIGKILL");
      await new Promise((done) => child.once("exit", done));
    }
    const text = readFileSync(join(content, "dumps/kestrel.yml"), "utf8");
    expect(readSidecar(text, "kestrel.yml").boundaries?.start).toEqual([7, 9]);
  });
});
