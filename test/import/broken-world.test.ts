import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeLines } from "../../scripts/commands/print-import.ts";
import type { Reading } from "../../scripts/storage/readings.ts";
import { Store } from "../../scripts/storage/store.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

const secret = "The key of the lighthouse is under the third stone.\n";

describe("a link in the archive", () => {
  test.each([
    ["dump", "secret.txt", "dumps/link.txt"],
    ["sidecar", "secret.yml", "dumps/marsh.yml"],
  ])("that leads a %s out of content/dumps is not followed, and is told in one line", (_, file, link) => {
    const outside = folderWith({ "secret.txt": secret, "secret.yml": "channel: Secret\n" });
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/quiet.txt": "fog\n" });
    symlinkSync(join(outside, file), join(content, link));
    const { failures } = importInto(content);
    expect(failures).toEqual([
      expect.stringMatching(
        /^Cannot read "[^"]+": it is a link that leads out of "[^"]+"; replace it with a copy of the file$/u,
      ),
    ]);
    const written = Object.entries(filesIn(content)).filter(([path]) => !path.startsWith("dumps/"));
    expect(JSON.stringify(written)).not.toMatch(/lighthouse|Secret/u);
  });

  test("that stands for a post is replaced when the post is written, and what it leads to stays as it is", () => {
    const outside = folderWith();
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const [path = ""] = postsIn(content);
    const kept = readFileSync(join(content, path), "utf8");
    writeFileSync(join(outside, "post.md"), kept);
    rmSync(join(content, path));
    symlinkSync(join(outside, "post.md"), join(content, path));
    writeFileSync(join(content, "dumps/marsh.yml"), "channel: Marsh Radio\nretrieved: 2026-01-01\nlanguage: fr\n");
    expect(importInto(content).written).toBe(3);
    expect(readFileSync(join(outside, "post.md"), "utf8")).toBe(kept);
  });

  test.each([
    "..",
    "posts",
  ])("to a folder (%s) among the posts stops the import before anything is written", (target) => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    symlinkSync(join(content, target), join(content, "posts/elsewhere"));
    writeFileSync(join(content, "dumps/new.txt"), "fog\n");
    expect(() => importInto(content)).toThrow(
      /^Cannot read posts: "[^"]+elsewhere" is a link to a folder; replace it with the folder itself$/u,
    );
    expect(postsIn(content)).toHaveLength(3);
    expect(existsSync(join(content, ".import.lock"))).toBe(false);
  });

  test("under the name of an unfinished file is never written through", () => {
    const outside = folderWith({ "victim.txt": secret });
    const content = folderWith({ "dumps/marsh.txt": page });
    symlinkSync(join(outside, "victim.txt"), join(content, "ledger.json.scrollback-unfinished"));
    importInto(content);
    expect(readFileSync(join(outside, "victim.txt"), "utf8")).toBe(secret);
    expect(lstatSync(join(content, "ledger.json")).isFile()).toBe(true);
  });
});

describe("a post file", () => {
  test("that is a folder is told in one line, and left alone", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    mkdirSync(join(content, "posts/marsh-radio/fog.md"), { recursive: true });
    expect(importInto(content).broken).toEqual([
      expect.stringMatching(/^Cannot read post "[^"]+fog\.md": it is a folder; move it away, and import again$/u),
    ]);
    expect(lstatSync(join(content, "posts/marsh-radio/fog.md")).isDirectory()).toBe(true);
    expect(postsIn(content)).toHaveLength(3);
  });

  test("that is not UTF-8 is told in one line, and no byte of it is lost", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const [path = ""] = postsIn(content);
    const bytes = Buffer.concat([readFileSync(join(content, path)), Buffer.from([0xe9, 0x0a])]);
    writeFileSync(join(content, path), bytes);
    expect(importInto(content).broken).toEqual([
      expect.stringMatching(
        /^Cannot read post "[^"]+\.md": not UTF-8 text; correct it, .+ or delete it and import again$/u,
      ),
    ]);
    expect(readFileSync(join(content, path)).equals(bytes)).toBe(true);
  });
});

test("a file where a folder is needed is told in one line, and nothing is lost", () => {
  const content = folderWith({ "dumps/marsh.txt": page, posts: "not a folder\n" });
  expect(() => importInto(content)).toThrow(
    /^Cannot read "[^"\n]+posts": there is a file where a folder is needed; move it away$/u,
  );
  expect(filesIn(content)).toMatchObject({ posts: "not a folder\n", "dumps/marsh.txt": page });
});

test("a person's own file is never taken for an unfinished one", () => {
  const own = { "dumps/notes.tmp": "mine\n", "posts/draft.tmp": "mine\n", "plan.tmp": "mine\n" };
  const content = folderWith({ "dumps/marsh.txt": page, ...own });
  importInto(content);
  expect(filesIn(content)).toMatchObject(own);
});

describe("kept readings", () => {
  const two = { "dumps/marsh.txt": page, "dumps/quiet.txt": "fog\n\n-----\n\nsun\n\n-----\n\nrain\n" };

  /** An import with a store, and what one without it would have made of the same folder. */
  function both(content: string, store: string, today: string) {
    const other = folderWith(filesIn(content));
    const kept = importInto(content, { store, today });
    expect(kept).toEqual(importInto(other, { today }));
    expect(filesIn(content)).toEqual(filesIn(other));
    return kept;
  }

  /** The dumps whose readings a store holds. */
  function readIn(folder: string): readonly string[] {
    const store = Store.open(folder, "read");
    const table = store.table<Reading>("readings");
    const files = [...table.keys()].map((key) => table.get(key)?.dump.report.file ?? "");
    store.close();
    return files.sort();
  }

  test("change nothing in what an import makes, whatever became of the dumps, the days and the store", () => {
    const content = folderWith(two);
    const store = folderWith();
    expect(both(content, store, "2025-03-01").added).toBe(6);
    expect(both(content, store, "2026-03-01").written).toBe(0);
    writeFileSync(join(content, "dumps/marsh.yml"), "retrieved: 2025-02-09\n");
    both(content, store, "2026-03-02");
    writeFileSync(join(content, "dumps/again.txt"), `${page}Bye.\n👍1\n`);
    expect(both(content, store, "2026-03-03").inSeveral).toBe(3);
    for (const name of Object.keys(filesIn(store))) writeFileSync(join(store, name), "{}");
    expect(both(content, store, "2026-03-04").written).toBe(0);
  });

  test("are there after the import, and are dropped with their dump", () => {
    const content = folderWith(two);
    const store = folderWith();
    importInto(content, { store });
    expect(readIn(store)).toEqual(["marsh.txt", "quiet.txt"]);
    writeFileSync(join(content, "dumps/isle.txt"), "The isle has a post office since May 2, 2025.\n");
    importInto(content, { store });
    expect(readIn(store)).toEqual(["isle.txt", "marsh.txt", "quiet.txt"]);
    rmSync(join(content, "dumps/isle.txt"));
    importInto(content, { store });
    expect(readIn(store)).toEqual(["marsh.txt", "quiet.txt"]);
  });

  test("that cannot be kept stop no import", () => {
    const content = folderWith(two);
    const place = folderWith({ file: "fog" });
    expect(importInto(content, { store: join(place, "file") })).toMatchObject({ posts: 6, failures: [] });
  });
});

test("an import tells the posts it changed and in what, twenty at most, and counts the rest", () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  expect(changeLines(importInto(content))).toEqual(["3 posts from 1 dump", "3 new, 0 changed, 0 gone; 0 as before"]);
  expect(changeLines(importInto(content)).at(-1)).toBe("0 new, 0 changed, 0 gone; 3 as before");
  writeFileSync(join(content, "dumps/quiet.txt"), "fog\n");
  expect(changeLines(importInto(content))).toEqual([
    expect.stringMatching(/^new [0-9a-z]{10} unidentified-quiet 20\d\d-\d\d-\d\d "fog"$/u),
    "4 posts from 2 dumps",
    "1 new, 0 changed, 0 gone; 3 as before",
  ]);
  writeFileSync(join(content, "dumps/marsh.yml"), "boundaries: { join: [11] }\n");
  const joined = changeLines(importInto(content));
  expect(joined).toContainEqual(
    expect.stringMatching(/^changed [0-9a-z]{10} marsh-radio .*: text, reactions, limits$/u),
  );
  expect(joined).toContainEqual(expect.stringMatching(/^gone [0-9a-z]{10} marsh-radio /u));
  expect(joined.at(-1)).toMatch(/^0 new, 1 changed \(.*limits 1.*\), 1 gone; 2 as before$/u);
  writeFileSync(
    join(content, "dumps/many.txt"),
    Array.from({ length: 30 }, (_, day) => `Fog ${day}`).join("\n\n-----\n\n"),
  );
  const many = changeLines(importInto(content));
  expect(many).toHaveLength(23);
  expect(many[20]).toBe("… and 10 posts more");
});

test("what is wrong with a post's file is said with its line, in words for who wrote it", () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  importInto(content);
  const [path = ""] = postsIn(content);
  const whole = readFileSync(join(content, path), "utf8");
  const told = (text: string): string => {
    writeFileSync(join(content, path), text);
    return importInto(content).broken[0] ?? "";
  };
  expect(told(whole.replace("---\n", "---\nwithdrawn: true\n"))).toMatch(
    /: line 2: withdrawn: write words; .*between quotes; correct it/u,
  );
  expect(told(whole.replace("---\n", "---\ncolour: grey\n"))).toMatch(
    /: line 2: front matter: unknown key "colour"; correct it/u,
  );
  expect(told(whole.replace("---\n", "---\n\tcolour: grey\n"))).toMatch(
    /: line 2: the line starts with a tab; indent with spaces/u,
  );
  expect(told(whole.replace("---\n", "---\nid: 7z2rk7v293\n"))).toMatch(/: line \d: the key is there twice/u);
  expect(told(whole.replace(/^id: .*\n/mu, ""))).toMatch(/: id: it is missing; correct it/u);
  expect(told("# Notes\n")).toMatch(/: it has no front matter, which a post has between two lines of ---; correct it/u);
  expect(told("---\ntitle: fog\n---\n")).toMatch(/; and \d+ more; correct it/u);
});

test("a sidecar with the merge conflict markers, or in UTF-16, is named as such", () => {
  const content = folderWith({
    "dumps/a.txt": page,
    "dumps/a.yml": "<<<<<<< HEAD\nlanguage: en\n=======\nlanguage: de\n>>>>>>> b\n",
    "dumps/b.txt": "fog",
    "dumps/b.yml": Buffer.from("\ufefflanguage: en\n", "utf16le"),
  });
  expect(importInto(content).failures).toEqual([
    'Cannot use sidecar "a.yml": line 1: merge conflict markers; keep one side and delete the markers',
    expect.stringMatching(/^Cannot use sidecar "b\.yml": it is not UTF-8 text; save it as UTF-8$/u),
  ]);
});
