import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { SearchServer } from "../../src/site/model/search-server.ts";
import { contentWith, oddPosts } from "../site/fixture.ts";
import { standInFor } from "./stand-in.ts";

const root = join(import.meta.dirname, "..", "..");

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `scrollback index` on an archive that asks an engine. */
function indexing(folder: string, key: string | undefined, ...more: readonly string[]): Promise<Ended> {
  const { SCROLLBACK_INDEX_KEY: _, ...env } = process.env;
  const run = spawn(
    process.execPath,
    ["--import", "tsx", join(root, "scripts", "scrollback.ts"), "index", "--dir", folder, ...more],
    { cwd: root, env: { ...env, ...(key !== undefined && { SCROLLBACK_INDEX_KEY: key }) } },
  );
  let [stdout, stderr] = ["", ""];
  run.stdout.on("data", (chunk) => (stdout += String(chunk)));
  run.stderr.on("data", (chunk) => (stderr += String(chunk)));
  return new Promise((done) => run.on("close", (status) => done({ status, stdout, stderr })));
}

function archiveAsking(search: SearchServer | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-command-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  contentWith(oddPosts, join(folder, "content"), search === undefined ? {} : { search });
  return folder;
}

test("scrollback index sends the posts, tells what it did and names a post that is refused", async () => {
  const stand = await standInFor("typesense");
  onTestFinished(() => stand.close());
  const folder = archiveAsking(stand.server);
  const { host } = new URL(stand.server.url);
  stand.refuses.add("russian001");
  const first = await indexing(folder, stand.writing.key);
  expect(first).toEqual({
    status: 1,
    stdout: `Indexed ${oddPosts.length} posts at ${host}: ${oddPosts.length - 1} sent, 0 unchanged, 1 not taken\n`,
    stderr: `Post russian001: ${host} does not take it: made to fail\n`,
  });
  expect(existsSync(join(folder, ".cache", "search-engine"))).toBe(true);
  stand.refuses.clear();
  const second = await indexing(folder, stand.writing.key, "--json");
  expect(second).toMatchObject({ status: 0, stderr: "" });
  expect(JSON.parse(second.stdout)).toEqual({
    posts: oddPosts.length,
    sent: 1,
    unchanged: oddPosts.length - 1,
    removed: 0,
    refused: [],
  });
}, 60_000);

test.each([
  [
    "no key that may write",
    true,
    undefined,
    "set the environment variable SCROLLBACK_INDEX_KEY to a key that may write to the index",
  ],
  [
    "the key that is published",
    true,
    "public",
    "SCROLLBACK_INDEX_KEY is the key in content/site.yml, which is published; write a key there that can only search",
  ],
  ["no engine", false, "secret", 'names no search engine; write "search" with "engine", "url" and "key" there'],
])(
  "with %s it says what to do",
  async (_, isAsking, key, message) => {
    const search = { engine: "meilisearch", url: "http://127.0.0.1:9", key: "public", index: "harbour" } as const;
    const { status, stdout, stderr } = await indexing(archiveAsking(isAsking ? search : undefined), key);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(message);
  },
  60_000,
);
