import { describe, expect, test } from "vitest";
import { mergeLedger, type PostFile, planImport } from "../../src/archive/plan.ts";
import { postFilePath, readStoredPost, writePost } from "../../src/markdown/post-file.ts";
import type { DumpReport } from "../../src/model/ledger.ts";
import type { Post } from "../../src/model/post.ts";
import { postOf, stated } from "./post-arbitrary.ts";

const dumps = new Set(["pier.txt"]);

/** A post as it stands on disk, edited by hand where a test says how. */
function stored(post: Post, edit: (text: string) => string = (text) => text): PostFile {
  const text = edit(writePost(post));
  return { path: postFilePath(post), text, ...readStoredPost(text, "fog.md") };
}

const byHand = (text: string): string => text.replace("Fog over the pier\n", "Fog over the north pier\n");

describe("planImport()", () => {
  const post = postOf({ title: "Fog" });

  test("a new post is written to its place", () => {
    const plan = planImport([post], [], dumps, false);
    expect([...plan.write]).toEqual([[postFilePath(post), writePost(post)]]);
    expect(plan).toMatchObject({ added: [post], posts: [post], remove: [], unchanged: 0, gone: [], notices: [] });
  });

  test("a post that is as it was is left alone", () => {
    expect(planImport([post], [stored(post)], dumps, false)).toEqual({
      write: new Map(),
      remove: [],
      added: [],
      unchanged: 1,
      gone: [],
      changes: [],
      posts: [post],
      notices: [],
      familiar: [],
    });
  });

  test("a post that changed is written anew in the same place", () => {
    const plan = planImport([{ ...post, title: "Sun" }], [stored(post)], dumps, false);
    expect([...plan.write.keys()]).toEqual([postFilePath(post)]);
    expect(plan.remove).toEqual([]);
  });

  test("a post whose day changed moves: written in the new place, removed from the old", () => {
    const moved = { ...post, dating: stated("2025-03-01") };
    const plan = planImport([moved], [stored(post)], dumps, false);
    expect([...plan.write.keys()]).toEqual(["harbour/2025-03/2025-03-01-k3v9x0q2mt.md"]);
    expect(plan.remove).toEqual(["harbour/2025-02/2025-02-04-k3v9x0q2mt.md"]);
  });

  test("a post edited by hand is kept where and as it is, and the import says which part was edited", () => {
    const edited = stored(post, byHand);
    expect(edited.edited).toBe(true);
    const plan = planImport([post], [edited], dumps, false);
    expect(plan).toMatchObject({ write: new Map(), remove: [], posts: [edited.post] });
    expect(plan.notices).toEqual([
      {
        rule: "posts/hand-edited",
        file: edited.path,
        reason: expect.stringMatching(/^edited by hand \(text\),.*--force/u),
      },
    ]);
  });

  test("a hand edit that the dumps contradict since is kept too, and told as such", () => {
    const edited = stored(post, byHand);
    const plan = planImport([{ ...post, dating: stated("2025-03-01") }], [edited], dumps, false);
    expect(plan).toMatchObject({ write: new Map(), remove: [] });
    expect(plan.notices).toEqual([
      { rule: "posts/hand-edit-contradicted", file: edited.path, reason: expect.stringContaining("(date, text)") },
    ]);
  });

  test("a post that a person withdrew stays withdrawn, even where an import is forced", () => {
    const withdrawn = stored(post, (text) =>
      text.replace("language: en\n", "language: en\nwithdrawn: asked for by the pier\n"),
    );
    expect(withdrawn.post.withdrawn).toBe("asked for by the pier");
    const [text] = planImport([post], [withdrawn], dumps, true).write.values();
    expect(text).toContain("withdrawn: asked for by the pier\n");
  });

  test("what a capture that is gone told of a post stays: its line, its text and its exact day", () => {
    const export1 = { ...post.source, file: "export.json", sha256: "c".repeat(64), dialect: "telegram-json" };
    const told = {
      ...postOf({ text: "Fog on the pier", title: "Fog on the pier" }),
      dating: { ...stated("2025-02-04"), basis: "timestamp" as const },
      source: export1,
      alsoIn: [post.source],
    };
    const vague = { ...post, dating: { ...stated("2025-02-05"), basis: "neighbours" as const } };
    const [text = ""] = planImport([vague], [stored(told)], dumps, false).write.values();
    const kept = readStoredPost(text, "fog.md").post;
    expect(kept.dating.best).toBe("2025-02-04");
    expect([kept.source.file, ...(kept.alsoIn ?? []).map(({ file }) => file)].sort()).toEqual([
      "export.json",
      "pier.txt",
    ]);
    expect([kept.text, ...(kept.versions ?? []).map((version) => version.text)].sort()).toEqual([
      "Fog on the pier",
      "Fog over the pier",
    ]);
    const again = stored(kept);
    expect(planImport([vague], [again], dumps, false)).toMatchObject({ write: new Map(), unchanged: 1 });
  });

  test("force overwrites a hand edit, and moves the post too", () => {
    const edited = stored(post, byHand);
    expect([...planImport([post], [edited], dumps, true).write]).toEqual([[edited.path, writePost(post)]]);
    const moved = planImport([{ ...post, dating: stated("2025-03-01") }], [edited], dumps, true);
    expect(moved.remove).toEqual([edited.path]);
  });

  test("a post that its dump no longer holds is removed", () => {
    const plan = planImport([], [stored(post)], dumps, false);
    expect(plan.remove).toEqual([postFilePath(post)]);
  });

  test("such a post is kept where somebody edited it, with a notice, unless forced", () => {
    const edited = stored(post, byHand);
    const plan = planImport([], [edited], dumps, false);
    expect(plan.remove).toEqual([]);
    expect(plan.notices.map((notice) => notice.rule)).toEqual(["posts/hand-edited-orphan"]);
    expect(planImport([], [edited], dumps, true).remove).toEqual([edited.path]);
  });

  test("posts of dumps that were not imported are left alone", () => {
    expect(planImport([], [stored(post)], new Set(["quay.txt"]), true)).toEqual({
      write: new Map(),
      remove: [],
      added: [],
      unchanged: 0,
      gone: [],
      changes: [],
      posts: [post],
      notices: [],
      familiar: [],
    });
  });
});

test("mergeLedger() puts new reports in place of old ones and keeps the rest, by file name", () => {
  const report = (file: string, posts: number): DumpReport => ({
    file,
    sha256: "a".repeat(64),
    bytes: 1,
    lines: 1,
    dialect: "plain",
    evidence: "x",
    channel: { key: "x", name: "x", identified: false },
    order: "oldest-first",
    posts,
    roles: {
      text: 1,
      copy: 0,
      forwarded: 0,
      reply: 0,
      preview: 0,
      placeholder: 0,
      reactions: 0,
      furniture: 0,
      blank: 0,
    },
    notices: [],
  });
  const merged = mergeLedger(
    { dumps: [report("quay.txt", 1), report("pier.txt", 1)] },
    { dumps: [report("quay.txt", 2), report("bay.txt", 3)] },
  );
  expect(merged.dumps.map(({ file, posts }) => [file, posts])).toEqual([
    ["bay.txt", 3],
    ["pier.txt", 1],
    ["quay.txt", 2],
  ]);
});
