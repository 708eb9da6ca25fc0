import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recordPages } from "../../scripts/storage/permalinks.ts";
import { removeDumps } from "../../scripts/storage/remove-dumps.ts";
import { repairFolder } from "../../scripts/storage/repair-folder.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { livingSuccessors, readPermalinks } from "../../src/archive/permalinks.ts";
import { findingLine } from "../../src/archive/verify.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

const later = page.replace(
  "The fog has gone.",
  "The fog has gone, says the keeper on February 9, 2025.\n👍3\nRain is expected.",
);
const other =
  "A ferry was seen on May 2, 2025.\n\n-----\n\nThe fog has gone.\n\n-----\n\nAn eel was caught on May 4, 2025.\n";

/** An archive in a repository: `content/` with one dump, imported, built and committed. */
function repository(attributes: boolean): {
  readonly root: string;
  readonly content: string;
  git: (...args: string[]) => string;
} {
  const root = folderWith({
    "content/dumps/marsh.txt": page,
    ...(attributes
      ? { ".gitattributes": readFileSync(join(import.meta.dirname, "../../.gitattributes"), "utf8") }
      : {}),
  });
  const content = join(root, "content");
  const git = (...args: string[]): string =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@b.example", ...args], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  git("init", "-q", "-b", "main");
  importAndBuild(content);
  git("add", "-A");
  git("commit", "-qm", "first");
  return { root, content, git };
}

/** What an import and a build tell of addresses. */
function importAndBuild(content: string): void {
  expect(importInto(content).failures).toEqual([]);
  const channels = new Set(postsIn(content).map((path) => `/channels/${path.split("/")[1]}/`));
  recordPages(content, ["/", "/about/", ...channels]);
}

const addressesOf = (content: string): readonly string[] => {
  const { posts, pages } = readPermalinks(readFileSync(join(content, "permalinks.jsonl"), "utf8"), "permalinks.jsonl");
  return [...posts.keys(), ...pages.keys()];
};
const damageIn = async (content: string): Promise<readonly string[]> =>
  (await verifyArchive(content)).findings.filter(({ kind }) => kind === "damage").map(findingLine);

describe.each([
  ["with what init tells git", true],
  ["with a git that knows nothing", false],
])("two branches that both import, %s", { timeout: 120_000 }, (_, attributes) => {
  test.each([
    [
      "other dumps",
      { "ours.txt": other },
      { "theirs.txt": other.replaceAll("ferry", "tug").replaceAll("eel", "pike") },
    ],
    ["a later capture each of the same page", { "ours.txt": later }, { "theirs.txt": `${later}A seal came.\n👍1\n` }],
    ["the same dump", { "both.txt": other }, { "both.txt": other }],
    [
      "another sidecar of one dump",
      { "marsh.yml": "retrieved: 2025-03-12\n" },
      { "marsh.yml": "retrieved: 2025-04-12\ntimezone: Europe/Kyiv\n" },
    ],
  ] as const)("of %s keep every address when they are merged and repaired", async (_name, ours, theirs) => {
    const { content, git } = repository(attributes);
    const published = new Set<string>();
    for (const [branch, files] of [
      ["ours", ours],
      ["theirs", theirs],
    ] as const) {
      git("checkout", "-q", "-b", branch, "main");
      for (const [file, text] of Object.entries(files)) writeFileSync(join(content, "dumps", file), text);
      importAndBuild(content);
      for (const address of addressesOf(content)) published.add(address);
      git("add", "-A");
      git("commit", "-qm", branch);
    }
    let whole = true;
    try {
      git("merge", "-q", "--no-edit", "ours");
    } catch {
      // A merge that git leaves to a person.
      whole = false;
    }
    if (existsSync(join(content, "dumps/marsh.yml"))) git("checkout", "--ours", "content/dumps/marsh.yml");
    if (whole && attributes) expect(await damageIn(content)).not.toContainEqual(expect.stringContaining("conflict"));
    expect(repairFolder(content).filter(({ kind }) => kind === "left")).toEqual([]);
    expect(importInto(content).failures).toEqual([]);
    expect(await damageIn(content)).toEqual([]);
    const known = readPermalinks(readFileSync(join(content, "permalinks.jsonl"), "utf8"), "permalinks.jsonl");
    const posts = new Set(postsIn(content).map((path) => path.slice(-13, -3)));
    for (const address of published) {
      if (address.startsWith("/")) expect([...known.pages.keys()]).toContain(address);
      else expect(known.posts.has(address), address).toBe(true);
    }
    for (const [id, fate] of known.posts) if (fate.kind === "post") expect(posts).toContain(id);
    for (const id of known.posts.keys()) for (const next of livingSuccessors(known, id)) expect(posts).toContain(next);
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
  });
});

const conflict = (ours: string, theirs: string): string => `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> other\n`;

describe("what a merge left", () => {
  test("in the ledger is read from both sides, and written whole by the next import", async () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const before = filesIn(content);
    writeFileSync(join(content, "ledger.json"), conflict(before["ledger.json"] ?? "", '{"dumps":[]}\n'));
    importInto(content);
    expect(filesIn(content)).toEqual(before);
    expect(await damageIn(content)).toEqual([]);
  });

  test("in the addresses is told by verify, and is one list after the next import", async () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const text = readFileSync(join(content, "permalinks.jsonl"), "utf8");
    const [first = "", ...rest] = text.split(/(?<=\n)/u);
    const lost = '{"id":"0123456789","became":"gone"}\n';
    writeFileSync(join(content, "permalinks.jsonl"), conflict(first, lost) + rest.join(""));
    expect(await damageIn(content)).toEqual([
      "damage permalinks.jsonl:1: merge conflict markers; run scrollback import, which keeps the lines of both sides",
    ]);
    importInto(content);
    expect(readFileSync(join(content, "permalinks.jsonl"), "utf8").split("\n").sort()).toEqual(
      `${text}${lost}`.split("\n").sort(),
    );
    expect(await damageIn(content)).toEqual([]);
  });

  test("in a post is told with its line; repair keeps the side that a person edited", async () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const path = join(content, postsIn(content)[0] ?? "");
    const text = readFileSync(path, "utf8");
    const edited = text.replace(/^title: .*$/mu, "title: By hand");
    expect(edited).not.toBe(text);
    writeFileSync(path, conflict(text, edited));
    expect((await damageIn(content)).join()).toMatch(
      /posts\/.+\.md": merge conflict markers in line 1; run scrollback repair/u,
    );
    expect(repairFolder(content)).toMatchObject([{ kind: "done", what: "kept the side that was edited by hand" }]);
    expect(readFileSync(path, "utf8")).toBe(edited);
    writeFileSync(path, conflict(text.replace(/^title: .*$/mu, "title: By another hand"), edited));
    expect(repairFolder(content)).toMatchObject([{ kind: "left" }]);
  });

  test("in a dump refuses the dump, and its posts stay", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const before = postsIn(content);
    writeFileSync(join(content, "dumps/marsh.txt"), conflict(page, later));
    expect(importInto(content).failures).toEqual([
      expect.stringMatching(
        /^Cannot read dump "marsh\.txt": merge conflict markers in line 1; restore the file with SHA-256 [0-9a-f]{64} from/u,
      ),
    ]);
    expect(postsIn(content)).toEqual(before);
  });

  test("is no matter of a page that shows such lines itself", () => {
    const content = folderWith({
      "dumps/code.txt": `How to read a merge, May 2, 2025:\n${conflict("one\n", "two\n")}`,
    });
    expect(importInto(content)).toMatchObject({
      failures: [],
      notices: expect.arrayContaining([expect.objectContaining({ rule: "read/conflict-marker", line: 2 })]),
    });
    expect(importInto(content).notices.map(({ rule }) => rule)).not.toContain("read/conflict-marker");
  });
});

describe("permalinks that no import wrote", () => {
  test.each([
    ["a line that was cut off", '{"id":"abc'],
    ["another host", '{"page":"//marsh.example/"}'],
    ["a NUL", '{"page":"/tags/\\u0000/"}'],
    ["a name longer than any file's", `{"page":"/tags/${"a".repeat(300)}/"}`],
    ["a way up", '{"page":"/../etc/"}'],
  ])("%s is named with a remedy, and repair keeps the rest", async (_, line) => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const text = readFileSync(join(content, "permalinks.jsonl"), "utf8");
    writeFileSync(join(content, "permalinks.jsonl"), `${text}${line}\n`);
    const remedy = "run scrollback repair, which keeps its other lines";
    const at = text.split("\n").length;
    expect(await damageIn(content)).toEqual([
      expect.stringContaining(`permalinks.jsonl:${at}: not a line of permalinks`),
    ]);
    expect((await damageIn(content)).join()).toContain(remedy);
    expect(() => importInto(content)).toThrow(new RegExp(`permalinks\\.jsonl:${at}: .*${remedy}`, "u"));
    expect(repairFolder(content)).toMatchObject([{ kind: "done", file: "permalinks.jsonl" }]);
    expect(readFileSync(join(content, "permalinks.jsonl"), "utf8")).toBe(text);
    expect(readFileSync(join(content, "../.cache/set-aside/permalinks.jsonl"), "utf8")).toContain(line);
    expect(await damageIn(content)).toEqual([]);
  });

  test("a ledger that cannot be read is made anew", async () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const before = filesIn(content);
    writeFileSync(join(content, "ledger.json"), '{"dumps":');
    expect(repairFolder(content)).toMatchObject([{ kind: "done", file: "ledger.json" }]);
    importInto(content);
    expect(filesIn(content)).toEqual(before);
  });
});

describe("a dump that was deleted on purpose", () => {
  const archive = (): string => {
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/other.txt": other });
    importInto(content);
    return content;
  };

  test("is missed until that is said; its posts are kept", async () => {
    const content = archive();
    const posts = postsIn(content);
    expect(() => removeDumps({ content, names: ["other.txt"], posts: false })).toThrow(
      /still exists; delete its file first/u,
    );
    rmSync(join(content, "dumps/other.txt"));
    expect(await damageIn(content)).toEqual([expect.stringContaining('or run scrollback remove "other.txt"')]);
    expect(removeDumps({ content, names: [], posts: false })).toEqual({ dumps: ["other.txt"], posts: 0, kept: [] });
    importInto(content);
    expect(await damageIn(content)).toEqual([]);
    expect(postsIn(content)).toEqual(posts);
  });

  test("takes the posts along that only it shows, where that is said", async () => {
    const content = archive();
    rmSync(join(content, "dumps/other.txt"));
    expect(removeDumps({ content, names: ["other.txt"], posts: true })).toMatchObject({ posts: 3 });
    importInto(content);
    expect(postsIn(content)).toHaveLength(3);
    expect(await damageIn(content)).toEqual([]);
    expect(readFileSync(join(content, "ledger.json"), "utf8")).not.toContain("other.txt");
    const { posts } = readPermalinks(readFileSync(join(content, "permalinks.jsonl"), "utf8"), "permalinks.jsonl");
    expect([...posts.values()].filter(({ kind }) => kind === "gone")).toHaveLength(3);
  });

  test("may have gone with all posts: what is added then is a sound archive", async () => {
    const content = archive();
    rmSync(join(content, "dumps"), { recursive: true });
    rmSync(join(content, "posts"), { recursive: true });
    const outside = folderWith({ "new.txt": "Snow fell on June 3, 2025.\n" });
    importInto(content, { dumps: [join(outside, "new.txt")] });
    removeDumps({ content, names: [], posts: false });
    importInto(content);
    expect(await damageIn(content)).toEqual([]);
  });

  test("is there again when its file is", async () => {
    const content = archive();
    const before = filesIn(content);
    const away = join(folderWith(), "other.txt");
    copyFileSync(join(content, "dumps/other.txt"), away);
    rmSync(join(content, "dumps/other.txt"));
    removeDumps({ content, names: [], posts: false });
    copyFileSync(away, join(content, "dumps/other.txt"));
    importInto(content);
    expect(filesIn(content)).toEqual(before);
  });
});

test("posts, ledger and dumps keep their bytes where git writes the line ends of Windows", async () => {
  const { content, git } = repository(true);
  const before = filesIn(content);
  rmSync(content, { recursive: true });
  git("-c", "core.autocrlf=true", "checkout", "--", ".");
  expect(filesIn(content)).toEqual(before);
  expect(await damageIn(content)).toEqual([]);
});
