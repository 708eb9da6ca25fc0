import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { readDumpBelow, wholeDump } from "../../scripts/storage/dumps.ts";
import { importAll } from "../../scripts/storage/import-all.ts";
import { runImport } from "../../scripts/storage/import-folder.ts";
import type { ImportReport } from "../../scripts/storage/import-report.ts";
import { KnownExports } from "../../scripts/storage/known-exports.ts";
import type { KnownFile } from "../../scripts/storage/known-files.ts";
import { KnownFiles } from "../../scripts/storage/known-files.ts";
import { KnownPosts } from "../../scripts/storage/known-posts.ts";
import { recordPages } from "../../scripts/storage/permalinks.ts";
import { readKnownPosts } from "../../scripts/storage/post-files.ts";
import { SpillFiles } from "../../scripts/storage/spill-file.ts";
import { Store, storeFolder } from "../../scripts/storage/store.ts";
import { readWebArchiveFile } from "../../scripts/storage/web-archives.ts";
import type { Day } from "../../src/model/day.ts";
import { htmlExport, previewText, resultJson, toldPosts } from "../exports/three-shapes.ts";
import { madePosts, tmePage, warc } from "../webarchive/made-archives.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

afterEach(() => vi.restoreAllMocks());

/** Lets time pass for whoever asks for it; files keep the times of their changes. */
function clock(): { pass(milliseconds: number): void } {
  const real = Date.now.bind(Date);
  let passed = 0;
  vi.spyOn(Date, "now").mockImplementation(() => real() + passed);
  return { pass: (milliseconds) => (passed += milliseconds) };
}

const crawl = [3, 4].map((count) => ({
  url: "https://t.me/s/harbour_bell",
  date: `2024-03-1${count}T10:00:00Z`,
  body: tmePage(madePosts(count)),
}));
const told = toldPosts(12);
const dumps: Readonly<Record<string, readonly string[]>> = {
  "dumps/marsh.txt": [page, `${page}Bye.\n👍1\n`, page.replace("The fog has gone.", "The fog has come.")],
  "dumps/marsh.yml": ["retrieved: 2025-02-09\n", "boundaries: { join: [11] }\n", "channel: Moor\n"],
  "dumps/quiet.txt": ["fog\n\n-----\n\nsun\n", "no day\n"],
  "dumps/harbour.txt": [previewText(told.slice(3, 9)), previewText(told.slice(0, 5))],
  "dumps/messages.html": [htmlExport(told.slice(4, 10)), htmlExport(told.slice(0, 3))],
  "dumps/result.yml": ["channel: Quay\n", "timezone: Asia/Tokyo\n", "nonsense: 1\n"],
  "dumps/result.json": [resultJson(told), resultJson(told.slice(2, 11)), "{"],
  "site.yml": ["One", "Two\ntimezone: Asia/Tokyo"].map(
    (title) => `title: ${title}\ndescription: Fog\nlanguage: en\nurl: https://example.org/\n`,
  ),
};

/** What a person may do to a post's file; the file keeps its length where that can be, and its time. */
const edits: readonly ((text: string) => string | undefined)[] = [
  (text) => text.replace(/[a-z](?=\n$)/u, "~"),
  (text) => text.replace(/^title: .*$/mu, "title: Edited"),
  (text) => text.replace(/^date: .*$/mu, "date: 2020-02-02"),
  (text) => text.replace(/^id: /mu, "withdrawn: at a person's wish\nid: "),
  () => "---\nno post\n",
  () => undefined,
];

const pick = fc.nat(1000);
const file = fc.constantFrom(...Object.keys(dumps));
const chance = (of: number): fc.Arbitrary<boolean> => fc.nat(of - 1).map((drawn) => drawn === 0);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("dump" as const), file, pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("remove" as const), file }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("edit" as const), edit: fc.constantFrom(...edits), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("store" as const),
      fate: fc.constantFrom("cut", "drop", "copy", "bring back"),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("import" as const),
      force: chance(6),
      today: fc.constantFrom("2025-03-01", "2026-03-01"),
      alone: chance(5),
    }),
  },
);

function put(content: string, path: string, text: string | undefined): void {
  if (text === undefined) rmSync(join(content, path), { force: true });
  else writeFileSync(join(content, path), text);
}

function editPost(content: string, nth: number, edit: (typeof edits)[number]): void {
  const posts = postsIn(content);
  const path = posts[nth % posts.length];
  if (path === undefined) return;
  const { atime, mtime } = lstatSync(join(content, path));
  put(content, path, edit(readFileSync(join(content, path), "utf8")));
  if (existsSync(join(content, path))) utimesSync(join(content, path), atime, mtime);
}

/** Something that may become of a store. */
function befall(store: string, fate: string): void {
  if (!existsSync(join(store, "data.mdb"))) return;
  if (fate === "cut") truncateSync(join(store, "data.mdb"), 4096);
  if (fate === "drop") rmSync(store, { recursive: true });
  if (fate === "copy") cpSync(store, `${store}-copy`, { recursive: true, preserveTimestamps: true });
  if (fate !== "bring back" || !existsSync(`${store}-copy`)) return;
  rmSync(store, { recursive: true });
  cpSync(`${store}-copy`, store, { recursive: true, preserveTimestamps: true });
}

/** A report with the names of folders taken out. */
function toldOf({ changes, ...report }: ImportReport, folder: string): unknown {
  const all = { ...report, changes: { ...changes, parts: [...changes.parts] } };
  return JSON.parse(JSON.stringify(all).replaceAll(folder, "content"));
}

describe("a store", { timeout: 600_000 }, () => {
  test("changes nothing in what any history of imports, edits and withdrawals makes and tells, whatever became of it", () => {
    const { pass } = clock();
    let known = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), fc.constantFrom(5, 1000), (steps, longFrom) => {
        const files = { "dumps/marsh.txt": page, "dumps/result.json": resultJson(told.slice(0, 8)) };
        const [own, other] = [folderWith(files), folderWith(files)];
        const store = join(folderWith(), "store");
        const both = (work: (content: string) => void): void => [own, other].forEach(work);
        const importBoth = (force: boolean, today: string, alone: boolean): void => {
          const report = importInto(own, { force, today, longFrom, ...(alone ? {} : { store }) });
          expect(toldOf(report, own)).toEqual(toldOf(importInto(other, { force, today, longFrom }), other));
          expect(filesIn(own)).toEqual(filesIn(other));
          if (!alone && report.written + report.removed === 0) known += 1;
        };
        importBoth(false, "2025-03-01", false);
        for (const each of steps) {
          if (each.kind === "dump") {
            const texts = dumps[each.file] ?? [];
            both((content) => put(content, each.file, texts[each.pick % texts.length]));
          } else if (each.kind === "remove") both((content) => put(content, each.file, undefined));
          else if (each.kind === "edit") both((content) => editPost(content, each.pick, each.edit));
          else if (each.kind === "wait") pass(5000);
          else if (each.kind === "store") befall(store, each.fate);
          else importBoth(each.force, each.today, each.alone);
        }
        importBoth(false, "2026-03-01", false);
        importBoth(false, "2026-03-01", false);
      }),
      { numRuns: Number(process.env.HISTORIES ?? 4) },
    );
    expect(known).toBeGreaterThan(3);
  });

  test("knows from the first import on which post each file was written from", () => {
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/quiet.txt": "fog\n" });
    const store = join(folderWith(), "store");
    importInto(content, { store });
    const open = Store.open(store, "read");
    const written = open.table<string>("written");
    const posts = Object.entries(filesIn(content)).filter(([name]) => name.startsWith("posts/"));
    expect(posts.length).toBeGreaterThan(1);
    for (const [name, text] of posts) {
      const [file, post] = written.get(name.slice("posts/".length))?.split(" ") ?? [];
      expect(file).toBe(createHash("sha256").update(text).digest("hex"));
      expect(post).toMatch(/^[0-9a-f]{64}$/u);
    }
    open.close();
  });

  test("keeps no value from being told that no file can hold, each time another post was edited", () => {
    const message = { type: "message", date_unixtime: "1712131200", text: "The ferry waits." };
    const messages = [1, 2].map((id) => ({
      ...message,
      id,
      reactions: [{ type: "emoji", emoji: "👍", count: id === 1 ? 1.5 : 2 }],
    }));
    const dump = JSON.stringify({ name: "Quay", type: "public_channel", id: 77, messages });
    const [plain, kept] = [folderWith({ "dumps/result.json": dump }), folderWith({ "dumps/result.json": dump })];
    const store = join(folderWith(), "store");
    for (const round of [1, 2, 3]) {
      const told = [importInto(plain), importInto(kept, { store })].map(({ notices }) => notices);
      expect(told[1]).toEqual(told[0]);
      expect(told[1]?.filter(({ rule }) => rule === "posts/unfit")).toHaveLength(1);
      for (const content of [plain, kept]) editPost(content, 1, (text) => `${text.trimEnd()} Round ${round}.\n`);
    }
    expect(filesIn(kept)).toEqual(filesIn(plain));
  });

  test("spares an import that finds nothing new the reading of dumps and posts", () => {
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/quiet.txt": "fog\n" });
    const store = join(folderWith(), "store");
    const first = importInto(content, { store });
    const table = (work: (report: { readonly report: { posts: number } }) => unknown): void => {
      const open = Store.open(store);
      const imports = open.table<{ report: { posts: number } }>("imports");
      imports.put("last", work(imports.get("last") as never) as never);
      open.close();
    };
    // What is told can only come from the store.
    table((known) => ({ ...known, report: { ...known.report, posts: 77 } }));
    const again = importInto(content, { store });
    expect(again).toMatchObject({ posts: 77, written: 0, unchanged: first.posts, added: 0 });
    const [path = ""] = postsIn(content);
    writeFileSync(join(content, path), `${readFileSync(join(content, path), "utf8")}\n`);
    expect(importInto(content, { store })).toMatchObject({ posts: first.posts });
  });

  test("spares it the reading of a web archive that is kept elsewhere, until that is another one or away", async () => {
    const home = folderWith({ "crawl.warc.gz": await warc(crawl, "each") });
    const crawled = join(home, "crawl.warc.gz");
    const content = folderWith();
    const store = join(folderWith(), "store");
    const importing = (dumps: readonly string[] = []) =>
      importAll({ content, dumps, force: false, today: "2025-03-01" as Day, store });
    const first = await importing([crawled]);
    expect(first).toMatchObject({ posts: 4, failures: [] });
    const mark = (): void => {
      const open = Store.open(store);
      const imports = open.table<{ report: { posts: number } }>("imports");
      const known = imports.get("last");
      if (known !== undefined) imports.put("last", { ...known, report: { ...known.report, posts: 77 } });
      open.close();
    };
    await importing();
    mark();
    // What is told can only come from the store.
    expect(await importing()).toMatchObject({ posts: 77, written: 0 });
    renameSync(crawled, join(home, "gone"));
    const away = await importing();
    expect(away.notices).toMatchObject([{ rule: "web-archive/away" }]);
    writeFileSync(crawled, Buffer.alloc(statSync(join(home, "gone")).size, "fog"));
    expect((await importing()).failures).toEqual([expect.stringContaining('Cannot read web archive "crawl.warc.gz"')]);
  });

  test("gives what a web archive held as its reading gave it, in one piece or in many, and reads another one", async () => {
    const records = [
      ...crawl,
      {
        url: "https://tgstat.com/channel/@marsh",
        date: "2024-03-05T10:00:00Z",
        body: page,
        type: "conversion" as const,
      },
    ];
    const home = folderWith({ "crawl.warc.gz": await warc(records, "each") });
    const path = join(home, "crawl.warc.gz");
    for (const longFrom of [1, 1000]) {
      const store = Store.open(join(folderWith(), "store"));
      const sequences = new SpillFiles(join(home, `spill-${longFrom}`), longFrom);
      const told = async () => {
        const known = new KnownExports(home, store, sequences, undefined);
        const found = await readWebArchiveFile(path, "crawl.warc.gz", { sequences, known });
        known.save();
        return JSON.parse(JSON.stringify(found.map(wholeDump))) as readonly { readonly kind: string }[];
      };
      const whole = await told();
      expect(whole.map(({ kind }) => kind)).toEqual(["export", "read"]);
      const table = store.table<{ readonly texts: readonly unknown[] }>("web-archives");
      const [key = ""] = [...table.keys()];
      expect(await told()).toEqual(whole);
      const known = table.get(key);
      if (known === undefined) throw new Error("it was kept");
      table.put(key, { ...known, texts: [] });
      // What is told can only come from the store.
      expect((await told()).map(({ kind }) => kind)).toEqual(["export"]);
      writeFileSync(path, await warc(crawl.slice(0, 1), "each"));
      expect(JSON.stringify(await told())).not.toContain("Bell 4");
      writeFileSync(path, await warc(records, "each"));
      store.close();
      sequences.close();
    }
  });

  test("knows that an import has nothing to do when a build has told the pages of its site", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    const store = storeFolder(content);
    const first = importInto(content, { store });
    recordPages(content, ["/channels/marsh/"]);
    expect(readFileSync(join(content, "permalinks.jsonl"), "utf8")).toContain("/channels/marsh/");
    const postsRead = vi.spyOn(KnownPosts.prototype, "read");
    expect(importInto(content, { store })).toMatchObject({ posts: first.posts, written: 0 });
    expect(postsRead).not.toHaveBeenCalled();
    // What a build publishes elsewhere it notes beside the files, where an import looks for its own.
    mkdirSync(join(content, "media"));
    expect(importInto(content, { store })).toMatchObject({ posts: first.posts, written: 0 });
    writeFileSync(join(content, "media", "linked.jsonl"), "{}\n");
    postsRead.mockClear();
    expect(importInto(content, { store })).toMatchObject({ posts: first.posts, written: 0 });
    expect(postsRead).not.toHaveBeenCalled();
    // Somebody who writes there otherwise may have news.
    writeFileSync(join(content, "permalinks.jsonl"), "");
    expect(importInto(content, { store })).toMatchObject({ posts: first.posts, written: 0 });
    expect(postsRead).toHaveBeenCalled();
  });

  test("hides no dump that comes while an import is at work", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    const store = join(folderWith(), "store");
    let asked = 0;
    runImport({
      content,
      dumps: [],
      force: false,
      store,
      // It is asked for once the dumps were read, too.
      get today() {
        asked += 1;
        writeFileSync(join(content, `dumps/late-${asked}.txt`), `Low tide ${asked} (March ${asked}, 2025)\n`);
        return "2025-03-01" as Day;
      },
    });
    const { dumps } = importInto(content, { store });
    expect(dumps.map(({ file }) => file)).toContain(`late-${asked}.txt`);
    expect(dumps).toHaveLength(1 + asked);
  });

  test("does not give the posts of an export for those of another that took its place while it was read", () => {
    const content = folderWith({ "dumps/result.json": resultJson(told) });
    const path = join(content, "dumps/result.json");
    const storing = join(folderWith(), "store");
    const titles = (meanwhile: string): readonly (string | undefined)[] => {
      const store = Store.open(storing);
      const sequences = new SpillFiles(join(storing, "spill"), 1000);
      const known = new KnownExports(content, store, sequences, undefined);
      const found = known.read("result.json", path, () => {
        writeFileSync(path, meanwhile);
        return readDumpBelow(join(content, "dumps"), path, "result.json", { sequences });
      });
      known.save();
      store.close();
      sequences.close();
      return found.kind === "export" ? found.dump.posts.map(({ text }) => text) : [];
    };
    const other = titles(resultJson(told.slice(0, 3)));
    expect(other).toHaveLength(3);
    writeFileSync(path, resultJson(told));
    expect(titles(resultJson(told))).toHaveLength(told.length);
  });

  test("does not keep an import from removing what a killed process left", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    const store = join(folderWith(), "store");
    importInto(content, { store });
    const before = filesIn(content);
    for (const path of ["permalinks.jsonl", "posts/fog.md", "dumps/marsh.txt"]) {
      writeFileSync(join(content, `${path}.scrollback-unfinished`), "half");
      importInto(content, { store });
      expect(filesIn(content)).toEqual(before);
    }
  });
});

describe("posts that are known", () => {
  /** The titles that a command reads, where the store says that each post has another title than its file. */
  function titlesBy(by: "standing" | "bytes", change: (file: string) => void = () => undefined): readonly string[] {
    const content = join(folderWith({ "content/dumps/marsh.txt": page }), "content");
    importInto(content, { store: storeFolder(content) });
    readKnownPosts(content, "standing", "write");
    const store = Store.open(storeFolder(content));
    const table = store.table<{ readonly digest: string; readonly post: object }>("posts");
    for (const path of [...table.keys()]) {
      const known = table.get(path);
      if (known !== undefined) table.put(path, { ...known, post: { ...known.post, title: "Known" } });
    }
    store.close();
    change(join(content, postsIn(content)[0] ?? ""));
    return readKnownPosts(content, by).files.map(({ post }) => post.title);
  }

  test("are taken from the store, and read anew where a file was changed", () => {
    clock().pass(5000);
    expect(titlesBy("standing")).toEqual(["Known", "Known", "Known"]);
    const [first, ...others] = titlesBy("standing", (file) => {
      const { atime, mtime } = lstatSync(file);
      writeFileSync(file, readFileSync(file, "utf8").replace(/^title: ./mu, "title: X"));
      utimesSync(file, atime, mtime);
    });
    expect(first).toMatch(/^X/u);
    expect(others).toEqual(["Known", "Known"]);
  });

  test("are known by their bytes where a disk may have damaged a file that stands as it stood", () => {
    expect(titlesBy("bytes")).toEqual(["Known", "Known", "Known"]);
    expect(titlesBy("bytes", (file) => writeFileSync(file, readFileSync(file)))).toEqual(["Known", "Known", "Known"]);
  });

  test("are forgotten with their file", () => {
    const content = join(folderWith({ "content/dumps/marsh.txt": page }), "content");
    importInto(content, { store: storeFolder(content) });
    const paths = (): readonly string[] => {
      readKnownPosts(content, "standing", "write");
      const store = Store.open(storeFolder(content), "read");
      const known = [...store.table("posts").keys()];
      store.close();
      return known.map((path) => `posts/${path}`);
    };
    expect(paths()).toEqual(postsIn(content));
    rmSync(join(content, postsIn(content)[1] ?? ""));
    expect(paths()).toEqual(postsIn(content));
  });

  test("are forgotten with their file by an import of a long export, too", () => {
    const content = folderWith({ "dumps/result.json": resultJson(told) });
    const store = join(folderWith(), "store");
    const known = (): readonly string[] => {
      const open = Store.open(store, "read");
      const paths = [...open.table("posts").keys()];
      open.close();
      return paths.map((path) => `posts/${path}`);
    };
    importInto(content, { store, longFrom: 1 });
    writeFileSync(join(content, "dumps/result.yml"), "timezone: Asia/Tokyo\n");
    importInto(content, { store, longFrom: 1 });
    const [lost = ""] = postsIn(content);
    expect(known()).toContain(lost);
    rmSync(join(content, lost));
    writeFileSync(join(content, "dumps/result.json"), resultJson(told.slice(1)));
    importInto(content, { store, longFrom: 1 });
    expect(postsIn(content)).not.toContain(lost);
    expect(known()).not.toContain(lost);
  });
});

describe("the digest of a file", () => {
  /** A table with one entry for a file: as the file stands now, but with another digest, and read so long after its last change. */
  function digestWith(later: number, change: (known: KnownFile) => KnownFile = (known) => known): string | undefined {
    const root = folderWith({ "posts/fog.md": "fog" });
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(join(root, "posts/fog.md"));
    const known: KnownFile = ["fog.md", size, mtimeMs, ctimeMs, ino, "kept", Math.max(mtimeMs, ctimeMs) + later];
    const store = Store.open(join(root, "store"));
    const table = store.table<readonly KnownFile[]>("files");
    table.put("posts", [change(known)]);
    const digest = new KnownFiles(root, table).digest("posts/fog.md");
    store.close();
    return digest;
  }

  test("is the kept one where the file stands as it stood, and had stood so for a while", () => {
    expect(digestWith(3000)).toBe("kept");
  });

  test.each([
    ["it was read just after it was changed: it may have been changed in the same tick again", 1500, undefined],
    ["its size is another", 3000, ([name, size, ...rest]: KnownFile): KnownFile => [name, size + 1, ...rest]],
    ["its state was changed, though its time was set back", 3000, withChange(3, -1)],
    ["another file stands in its place", 3000, withChange(4, 1)],
    ["its time is another", 3000, withChange(2, 1)],
  ])("is taken anew where %s", (_, later, change) => {
    expect(digestWith(later, change)).toBe(createHash("sha256").update("fog").digest("hex"));
  });
});

function withChange(at: 2 | 3 | 4, by: number): (known: KnownFile) => KnownFile {
  return (known) => known.with(at, (known[at] as number) + by) as unknown as KnownFile;
}
