import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPost } from "../../src/markdown/post-file.ts";
import type { Notice } from "../../src/model/notice.ts";
import { sourcesOf } from "../../src/model/post.ts";
import { line } from "../dialects/real-looking-lines.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

describe("runImport()", () => {
  test("a second import on a later day writes nothing, and every byte stays as it is", () => {
    // The second dump names no day, so that it is dated by the day of its first import.
    const content = folderWith({
      "dumps/marsh.txt": page,
      "dumps/quiet.txt": "fog\n\n-----\n\nsun\n\n-----\n\nrain\n",
    });
    const first = importInto(content);
    expect(first).toMatchObject({ posts: 6, written: 6, removed: 0, unchanged: 0, failures: [] });
    const before = filesIn(content);
    const second = importInto(content, { today: "2027-11-11" });
    expect(second).toMatchObject({ posts: 6, written: 0, removed: 0, unchanged: 6 });
    expect(filesIn(content)).toEqual(before);
  });

  test("nor does it for a dump of any lines", { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const content = folderWith({ "dumps/pier.txt": ["The first word.", ...lines].join("\n") });
        expect(importInto(content).failures).toEqual([]);
        const before = filesIn(content);
        expect(importInto(content, { today: "2027-11-11" })).toMatchObject({ written: 0, removed: 0 });
        expect(filesIn(content)).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });

  test("every post file holds the post that was read", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const texts = postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path).text);
    expect(texts.sort()).toEqual([
      "Fog on the estuary (Marsh End, February 3, 2025)\n\nSmall boats should wait for the second bell. #Fog",
      "The bell was rung on February 5, 2025.",
      "The fog has gone.",
    ]);
  });

  test("says how to tell the capture day where nothing tells the year, and only there", () => {
    const open =
      "Pier News\n@pier_news\n802 subscribers\nDownload Telegram\nFog over the pier.\n👍2\nThe ferry is back.\n👍3\n";
    const notices = (text: string, sidecar = ""): readonly Notice[] => {
      const content = folderWith({ "dumps/pier.txt": text, ...(sidecar ? { "dumps/pier.yml": sidecar } : {}) });
      return importInto(content).notices;
    };
    const rules = (text: string, sidecar = ""): readonly string[] => notices(text, sidecar).map(({ rule }) => rule);
    expect(rules(open)).toContain("dating/no-capture-day");
    expect(rules(open, "retrieved: 2025-02-11\n")).not.toContain("dating/no-capture-day");
    const told = open.replace("The ferry is back.", "On 4 February 2025 the ferry came back.");
    expect(rules(told.replace("Fog over", "On 3 February 2025 fog lay over"))).not.toContain("dating/no-capture-day");
    const reason = (text: string): string | undefined =>
      notices(text).find(({ rule }) => rule === "dating/no-capture-day")?.reason;
    expect(reason(open)).toMatch(/^the dates of its posts may be years off/u);
    expect(reason("Pier News\n\nThe concert was moved to 4 February.\n")).toMatch(/^the dates of its post may/u);
  });

  test("the dumps are never touched", () => {
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/marsh.yml": "retrieved: 2025-02-09\n" });
    importInto(content, { force: true });
    const { "dumps/marsh.txt": dump, "dumps/marsh.yml": sidecar } = filesIn(content);
    expect([dump, sidecar]).toEqual([page, "retrieved: 2025-02-09\n"]);
  });

  test("a date given by hand is a fact: it is taken up, shown as given, and dates the posts around it", () => {
    const content = folderWith({
      "dumps/marsh.txt": page.replace("The bell was rung on February 5, 2025.", "The bell."),
    });
    importInto(content);
    const at = (words: string): string =>
      postsIn(content).find((name) => readFileSync(join(content, name), "utf8").includes(words)) ?? "";
    const file = join(content, at("The bell."));
    const edited = readFileSync(file, "utf8").replace(/^date: .*$/mu, "date: 2025-02-20");
    writeFileSync(file, edited);
    importInto(content);
    const takenUp = join(content, at("The bell."));
    expect(takenUp).toContain("2025-02-20-");
    expect(readPost(readFileSync(takenUp, "utf8"), takenUp).dating).toEqual({
      best: "2025-02-20",
      earliest: "2025-02-20",
      latest: "2025-02-20",
      basis: "given",
      edtf: "2025-02-20",
    });
    const after = readPost(readFileSync(join(content, at("The fog has gone.")), "utf8"), "after").dating;
    expect(after.earliest >= "2025-02-20").toBe(true);
  });

  test("a post edited by hand survives an import, and force brings the dump's words back", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const path = postsIn(content).find((name) =>
      readFileSync(join(content, name), "utf8").includes("The fog has gone."),
    );
    const file = join(content, path ?? "");
    const edited = readFileSync(file, "utf8").replace("The fog has gone.\n", "The fog has gone, says Ada.\n");
    writeFileSync(file, edited);
    const report = importInto(content);
    expect(report.notices.map((notice) => notice.rule)).toContain("posts/hand-edited");
    expect(readFileSync(file, "utf8")).toBe(edited);
    importInto(content, { force: true });
    expect(readFileSync(file, "utf8")).not.toContain("says Ada");
  });

  test("a post keeps its address when a sidecar moves its limits and its day", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    const ids = postsIn(content).map((path) => path.slice(-13));
    writeFileSync(
      join(content, "dumps/marsh.yml"),
      "channel: Marsh Radio\nretrieved: 2025-02-05\nboundaries:\n  start: [7]\n",
    );
    const report = importInto(content);
    expect(report.posts).toBe(4);
    const now = postsIn(content).map((path) => path.slice(-13));
    for (const id of ids) expect(now).toContain(id);
  });

  test("a dump of the archive named again changes nothing", () => {
    const content = folderWith({
      "dumps/marsh.txt": page,
      "dumps/quiet.txt": "fog\n\n-----\n\nsun\n\n-----\n\nrain\n",
    });
    importInto(content);
    const before = filesIn(content);
    const report = importInto(content, { dumps: [join(content, "dumps/quiet.txt")] });
    expect(report).toMatchObject({ posts: 6, added: 0, written: 0, removed: 0 });
    expect(filesIn(content)).toEqual(before);
  });

  test("a dump from outside is copied to content/dumps with its sidecar", () => {
    const outside = folderWith({ "marsh.txt": page, "marsh.yml": "retrieved: 2025-02-09\n" });
    const content = folderWith();
    const report = importInto(content, { dumps: [join(outside, "marsh.txt")] });
    expect(report.posts).toBe(3);
    expect(filesIn(content)).toMatchObject({ "dumps/marsh.txt": page, "dumps/marsh.yml": "retrieved: 2025-02-09\n" });
    expect(importInto(content).unchanged).toBe(3);
  });

  test.each([
    ["minutes.docx", "it is a document; save it as plain text in UTF-8, as NAME.txt"],
    ["minutes.XLSX", "it is a spreadsheet; save its table as NAME.csv, in UTF-8"],
    ["minutes.mhtml", "it is a page in one file; save the page as NAME.html, or its text as NAME.txt"],
    ["minutes.tar.gz", "it is packed; unpack it and import the folder, or pack it as NAME.zip"],
    ["minutes", "its name does not say what it is; call it NAME.txt, NAME.json, NAME.jsonl, NAME.csv, NAME.html,"],
  ])("%s is refused, and told how its text gets into a dump", (name, remedy) => {
    const outside = folderWith({ [name]: page });
    const content = folderWith();
    const { failures } = importInto(content, { dumps: [join(outside, name)] });
    expect(failures).toEqual([expect.stringContaining(`${name}": ${remedy}`)]);
    expect(filesIn(content)).not.toHaveProperty(`dumps/${name}`);
  });

  test("another dump of the same name is refused, and the one that was there stays", () => {
    const outside = folderWith({ "marsh.txt": "quite another page\n" });
    const content = folderWith({ "dumps/marsh.txt": page });
    const report = importInto(content, { dumps: [join(outside, "marsh.txt")] });
    expect(report.failures).toEqual([
      expect.stringMatching(/^Cannot import ".*marsh\.txt": another dump has the name "marsh\.txt"; rename/u),
    ]);
    expect(filesIn(content)).toMatchObject({ "dumps/marsh.txt": page });
  });

  test("a dump that cannot be read costs its posts nothing", () => {
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/other.txt": "fog\n" });
    importInto(content);
    const before = filesIn(content);
    writeFileSync(join(content, "dumps/marsh.txt"), "");
    const report = importInto(content);
    expect(report.failures).toEqual(['Cannot read dump "marsh.txt": it is empty; save the page\'s text again']);
    expect(filesIn(content)).toEqual({ ...before, "dumps/marsh.txt": "" });
  });

  test.each([
    ["an empty file", "", "it is empty; save the page's text again"],
    ["a binary file", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0xff]), "binary file"],
    [
      "an encoding that could be two",
      Buffer.from("caf\xe8 by the pier", "latin1"),
      "could be windows-1252 or windows-1250",
    ],
  ])("%s is told in one line with file, reason and remedy", (_, bytes, reason) => {
    const content = folderWith({ "dumps/pier.txt": bytes });
    const { failures, posts } = importInto(content);
    expect(posts).toBe(0);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(/^Cannot read dump "pier\.txt": [^\n]+; save [^\n]+$/u);
    expect(failures[0]).toContain(reason);
  });

  test("a folder that is called like a dump is told in one line", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    mkdirSync(join(content, "dumps/pier.txt"));
    const report = importInto(content);
    expect(report.posts).toBe(3);
    expect(report.failures).toEqual([
      expect.stringMatching(/^Cannot read ".*pier\.txt": it is a folder; name the files in it$/u),
    ]);
  });

  test("a dump that is not there is told in one line", () => {
    const { failures } = importInto(folderWith(), { dumps: ["/nowhere/pier.txt"] });
    expect(failures).toEqual(['Cannot read "/nowhere/pier.txt": there is no such file; check the path']);
  });

  test("a sidecar with a typo is told in one line, and the dump waits", () => {
    const content = folderWith({ "dumps/reeds/marsh.txt": page, "dumps/reeds/marsh.yml": "chanel: Marsh Radio\n" });
    const report = importInto(content);
    expect(report.posts).toBe(0);
    expect(report.failures).toEqual([
      expect.stringMatching(
        /^Cannot use sidecar "reeds\/marsh\.yml": line 1: unknown key "chanel": did you mean "channel"\? [^\n]+$/u,
      ),
    ]);
  });

  test.each([
    ["start: [2000]", "line 2000: the dump has 12 lines"],
    ["join: [6]", "line 6: that line is blank"],
  ])("a boundary on a line that is not there or blank is told in one line (%s)", (boundary, reason) => {
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/marsh.yml": `boundaries: { ${boundary} }\n` });
    expect(importInto(content).failures).toEqual([
      `Cannot use the sidecar of "marsh.txt": key "boundaries" names ${reason}`,
    ]);
  });

  test("a broken post file of the archive is named, and stops nothing", () => {
    const content = folderWith({
      "dumps/marsh.txt": page,
      "posts/marsh-radio/2025-02/fog.md": "---\ntitle: [fog\n---\n",
    });
    expect(importInto(content)).toMatchObject({
      broken: [expect.stringMatching(/^Cannot read post ".*fog\.md": /u)],
      added: 3,
    });
    expect(filesIn(content)["posts/marsh-radio/2025-02/fog.md"]).toBe("---\ntitle: [fog\n---\n");
  });

  test("posts of a dump are removed when its boundaries join them, and no empty folder stays", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    importInto(content);
    writeFileSync(join(content, "dumps/marsh.yml"), "boundaries: { join: [9, 11] }\nretrieved: 2030-01-01\n");
    expect(importInto(content).posts).toBe(1);
    const left = readdirSync(join(content, "posts"), { recursive: true });
    // The channel, its month and the post.
    expect(left).toHaveLength(3);
  });

  test("a dump taken out of content/dumps leaves its posts in the archive", () => {
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/other.txt": "fog\n" });
    importInto(content);
    const before = postsIn(content);
    rmSync(join(content, "dumps/marsh.txt"));
    importInto(content);
    expect(postsIn(content)).toEqual(before);
  });

  test("one page saved twice gives each post once, with both places as its sources", () => {
    const content = folderWith({ "dumps/marsh.txt": page, "dumps/marsh-again.txt": `${page}Bye.\n👍1\n` });
    expect(importInto(content)).toMatchObject({ posts: 4, inSeveral: 3 });
    const posts = postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path));
    const files = posts.map((post) => sourcesOf(post).map((source) => source.file));
    expect(files.filter((own) => own.length === 2)).toEqual(Array(3).fill(["marsh-again.txt", "marsh.txt"]));
    expect(files.filter((own) => own.length === 1)).toEqual([["marsh-again.txt"]]);
  });

  test("an archive without dumps is an import of nothing", () => {
    const content = folderWith();
    expect(importInto(content)).toMatchObject({ dumps: [], posts: 0, failures: [] });
    expect(existsSync(join(content, "ledger.json"))).toBe(false);
  });
});

test("the five committed dumps give 11, 15, 21, 20 and 17 posts, with every line accounted for", () => {
  const committed = join(import.meta.dirname, "..", "..", "content", "dumps");
  const names = [
    "000_790e34a2b76ad7b4",
    "001_499e0aa9a67e31b2",
    "002_324c6b84bf7a6647",
    "003_b2a25b8227908fcf",
    "004_1486dc7a033f25ee",
  ];
  const content = folderWith();
  const { dumps, failures } = importInto(content, { dumps: names.map((name) => join(committed, `${name}.txt`)) });
  expect(failures).toEqual([]);
  expect(dumps.map(({ file, posts }) => [basename(file, ".txt"), posts])).toEqual(
    names.map((name, index) => [name, [11, 15, 21, 20, 17][index]]),
  );
  for (const { roles, lines } of dumps) {
    expect(Object.values(roles).reduce((sum, count) => sum + count, 0)).toBe(lines);
  }
});
