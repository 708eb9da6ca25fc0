import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type IndexOptions, type IndexReport, indexArchive } from "../../scripts/search-engine/index-archive.ts";
import type { Post } from "../../src/model/post.ts";
import { type EngineKind, engineKinds } from "../../src/site/model/search-server.ts";
import { archiveOf, inferred, manyPosts, oddPosts, postWith } from "../site/fixture.ts";
import { type StandIn, standInFor } from "./stand-in.ts";

const posts: readonly Post[] = [
  ...oddPosts,
  ...manyPosts(20),
  postWith({ id: "ship000001", text: "Ships\n\nA tall ship came in.", dating: inferred("2025-02-04", 3) }),
];

/** An engine, and runs of indexing at it. */
async function running(engine: EngineKind) {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-engine-"));
  const stand = await standInFor(engine);
  onTestFinished(async () => {
    await stand.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, "sent.jsonl");
  const waits: number[] = [];
  const wait = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
  };
  const run = (of: readonly Post[], more: Partial<IndexOptions> = {}): Promise<IndexReport> =>
    indexArchive(archiveOf(of), { server: stand.writing, file, wait, ...more });
  return { stand, file, waits, run };
}

const writes = ({ log }: StandIn): number =>
  log.filter((line) => /_bulk|\/documents(?:\/import|\/delete-batch)?$/u.test(line)).length;

describe.each(engineKinds)("indexing at %s", (engine) => {
  test("sends all posts once, then only what changed, and takes out what is gone", async () => {
    const { stand, run } = await running(engine);
    expect(await run(posts)).toMatchObject({ posts: posts.length, sent: posts.length, unchanged: 0, refused: [] });
    expect([...stand.documents.keys()].sort()).toEqual(posts.map(({ id }) => id).sort());
    expect(stand.documents.get("ship000001")).toMatchObject({
      path: "p/ship000001/",
      channel: ["harbour"],
      best: 20250204,
      earliest: 20250201,
      latest: 20250207,
      basis: ["neighbours"],
      month: ["2025-02"],
      forms: ["ship", "a", "tall", "ship", "came", "in"],
    });

    const before = writes(stand);
    expect(await run(posts)).toMatchObject({ sent: 0, unchanged: posts.length, removed: 0 });
    expect(writes(stand), "nothing is written where nothing changed").toBe(before);

    const [first, second, ...rest] = posts;
    const changed = [{ ...(second as Post), text: "Other words" }, ...rest];
    expect(await run(changed)).toMatchObject({ sent: 1, unchanged: posts.length - 2, removed: 1 });
    expect(stand.documents.has(first?.id ?? "")).toBe(false);
    expect(stand.documents.get(second?.id ?? "")?.text).toBe("Other words");
  });

  test("goes on where a run was stopped", async () => {
    const { stand, file, run } = await running(engine);
    await run(posts.slice(0, 5));
    // A run that is stopped while it notes what was taken leaves a line without its end.
    appendFileSync(file, '["manypost0');
    const { sent, unchanged } = await run(posts);
    expect({ sent, unchanged }).toEqual({ sent: posts.length - 5, unchanged: 5 });
    expect(stand.documents.size).toBe(posts.length);
  });

  test("stops with what was taken noted where the engine does not answer any more", async () => {
    const { stand, run, waits } = await running(engine);
    await run(posts.slice(0, 5));
    stand.faults.push(...Array.from({ length: 20 }, () => "hang up" as const));
    await expect(run(posts)).rejects.toThrow(
      /^Cannot index the archive: 127\.0\.0\.1:\d+ does not answer \(.+\); check search\.url/u,
    );
    expect(waits.slice(-6)).toEqual([500, 1000, 2000, 4000, 8000, 16000]);
    stand.faults.length = 0;
    expect(await run(posts)).toMatchObject({ unchanged: 5, sent: posts.length - 5 });
  });

  test("waits and tries again where the engine has too much to do", async () => {
    const { stand, run, waits } = await running(engine);
    stand.faults.push(503, 429, 429);
    expect(await run(posts)).toMatchObject({ sent: posts.length, refused: [] });
    expect(waits.slice(0, 3)).toEqual([500, 1000, 2000]);
  });

  test("names the one post that is refused, takes all others, and tries it again the next time", async () => {
    const { stand, run } = await running(engine);
    stand.refuses.add("ship000001");
    const { sent, refused } = await run(posts);
    expect(sent).toBe(posts.length - 1);
    expect(refused).toEqual([expect.objectContaining({ id: "ship000001", reason: expect.stringMatching(/\w/u) })]);
    stand.refuses.clear();
    expect(await run(posts)).toMatchObject({ sent: 1, unchanged: posts.length - 1, refused: [] });
  });

  test("asks the engine what it has where nothing is noted, so that a withdrawn post is taken out in any case", async () => {
    const { stand, file, run } = await running(engine);
    await run(posts);
    rmSync(file);
    expect(await run(posts.slice(1))).toMatchObject({ sent: 0, unchanged: posts.length - 1, removed: 1 });
    expect(stand.documents.has(posts[0]?.id ?? "")).toBe(false);
    expect(existsSync(file)).toBe(true);
  });

  test("makes the index anew when asked, or where it is gone", async () => {
    const { stand, run } = await running(engine);
    await run(posts);
    expect(await run(posts, { full: true })).toMatchObject({ sent: posts.length, unchanged: 0 });
    stand.index = undefined;
    stand.documents.clear();
    expect(await run(posts)).toMatchObject({ sent: posts.length, unchanged: 0 });
  });

  test("says that a key may not write, and notes no key anywhere", async () => {
    const { stand, file, run } = await running(engine);
    await expect(run(posts, { server: stand.server })).rejects.toThrow(
      'refuses the key; set SCROLLBACK_INDEX_KEY to a key that may write to "harbour"',
    );
    await run(posts);
    expect(readFileSync(file, "utf8")).not.toContain(stand.writing.key);
  });
});

test.each(["opensearch", "typesense"] as const)("an index of another program at %s is left alone", async (engine) => {
  const { stand, run } = await running(engine);
  stand.index = { name: "harbour", definition: { mappings: { properties: {} }, name: "harbour", fields: [] } };
  await expect(run(posts)).rejects.toThrow(/"harbour" was made by another program or version; .*--full/u);
  expect(writes(stand)).toBe(0);
});

test.each(engineKinds)("a server that is no %s is told from one", async (engine) => {
  const { stand, run } = await running(engine);
  stand.faults.push(200);
  await expect(run(posts)).rejects.toThrow(
    `answers 200, and not as ${engine} does; check search.engine and search.url`,
  );
  stand.faults.push(400);
  await expect(run(posts)).rejects.toThrow(`answers 400, and not as ${engine} does`);
});

test("damaged lines of what was sent are left out", async () => {
  const { file, run } = await running("opensearch");
  await run(posts.slice(0, 3));
  writeFileSync(file, `no json\n${readFileSync(file, "utf8")}`);
  expect(await run(posts.slice(0, 3))).toMatchObject({ sent: 0, unchanged: 3 });
});
