import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sumLine, verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { findingLine } from "../../src/archive/verify.ts";
import { readPost, writePost } from "../../src/markdown/post-file.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

/** An archive of two dumps, imported. */
function archive(): string {
  const content = folderWith({
    "dumps/marsh.txt": page,
    "dumps/marsh.yml": "retrieved: 2025-03-12\n",
    "dumps/quiet.txt": "fog\n\n-----\n\nsun\n\n-----\n\nrain\n",
  });
  importInto(content);
  return content;
}

async function findings(content: string): Promise<readonly string[]> {
  return (await verifyArchive(content)).findings.map(findingLine);
}

/** Changes a file of an archive. */
function change(content: string, path: string, by: (text: string) => string): void {
  const text = readFileSync(join(content, path), "utf8");
  expect(by(text)).not.toBe(text);
  writeFileSync(join(content, path), by(text));
}

/** The path and the id of the post that says this. */
function postSaying(content: string, words: string): { readonly path: string; readonly id: string } {
  const path = postsIn(content).find((name) => readFileSync(join(content, name), "utf8").includes(words)) ?? "";
  return { path, id: path.slice(-13, -3) };
}

describe("verifyArchive()", () => {
  test("finds nothing in an archive as an import leaves it, and touches nothing", async () => {
    const content = archive();
    const before = filesIn(content);
    expect(await findings(content)).toEqual([]);
    expect(sumLine(await verifyArchive(content))).toBe("6 posts from 2 dumps: nothing damaged");
    expect(filesIn(content)).toEqual(before);
  });

  test("finds a flipped byte in a dump, and blames no post for it", async () => {
    const content = archive();
    change(content, "dumps/marsh.txt", (text) => text.replace("boats", "goats"));
    expect(await findings(content)).toEqual([
      expect.stringMatching(
        /^damage dumps\/marsh\.txt: it is not the file that was imported \(SHA-256 is [0-9a-f]{64}, was [0-9a-f]{64}\); restore the file from a copy/u,
      ),
    ]);
  });

  test("finds a missing dump and tells its SHA-256", async () => {
    const content = archive();
    rmSync(join(content, "dumps/quiet.txt"));
    expect(await findings(content)).toEqual([
      expect.stringMatching(
        /^damage dumps\/quiet\.txt: the dump is missing; restore the file with SHA-256 [0-9a-f]{64}/u,
      ),
    ]);
  });

  test("remarks on a dump that was renamed, and what it says to do settles it", async () => {
    const content = archive();
    renameSync(join(content, "dumps/quiet.txt"), join(content, "dumps/still.txt"));
    expect(await findings(content)).toEqual([
      'remark dumps/quiet.txt: the dump is missing, but "still.txt" has the same bytes; if it was renamed, run scrollback import, which takes up the new name',
      "remark dumps/still.txt: it was never imported; run scrollback import",
    ]);
    importInto(content);
    expect(await findings(content)).toEqual([]);
  });

  test("remarks on a dump that was never imported", async () => {
    const content = archive();
    writeFileSync(join(content, "dumps/new.txt"), "fog\n");
    expect(await findings(content)).toEqual(["remark dumps/new.txt: it was never imported; run scrollback import"]);
  });

  test("remarks on a post edited by hand, which is no damage", async () => {
    const content = archive();
    const { path } = postSaying(content, "The fog has gone.");
    change(content, path, (text) => text.replace("The fog has gone.\n", "The fog has gone, says Ada.\n"));
    expect(await findings(content)).toEqual([
      expect.stringMatching(/^remark posts\/.+\.md: edited by hand, and kept so/u),
    ]);
    expect(sumLine(await verifyArchive(content))).toBe("6 posts from 2 dumps: nothing damaged, 1 remark");
  });

  test("finds a post that says what its lines do not, though its fingerprint is in order", async () => {
    const content = archive();
    const { path } = postSaying(content, "The fog has gone.");
    change(content, path, (text) => writePost({ ...readPost(text, path), text: "The fog is here." }));
    expect(await findings(content)).toEqual([
      expect.stringMatching(
        /^damage posts\/.+: it contains "The fog is here\.", but its lines \(marsh\.txt \d+-\d+\) do not; /u,
      ),
      expect.stringMatching(/^damage posts\/.+: a new reading of marsh\.txt gives a different result \(text\); /u),
    ]);
  });

  test("finds a day that was changed with its fingerprint", async () => {
    const content = archive();
    const { path } = postSaying(content, "The fog has gone.");
    change(content, path, (text) => writePost({ ...readPost(text, path), language: "fr" }));
    expect(await findings(content)).toEqual([
      expect.stringMatching(/^damage posts\/.+: a new reading of marsh\.txt gives a different result \(language\); /u),
    ]);
  });

  test("finds a missing post file by its address and by its lines", async () => {
    const content = archive();
    const { path, id } = postSaying(content, "The fog has gone.");
    rmSync(join(content, path));
    expect(await findings(content)).toEqual([
      expect.stringMatching(new RegExp(`^damage permalinks\\.jsonl: ${id} leads to no post; restore its file`, "u")),
      expect.stringMatching(
        new RegExp(`^damage dumps/marsh\\.txt:\\d+: it contains a post that is not in the archive \\(${id}, `, "u"),
      ),
    ]);
    importInto(content);
    expect(await findings(content)).toEqual([]);
  });

  test.each([
    ["a torn last line", (text: string) => text.slice(0, -9)],
    ["a line that is none", (text: string) => text.replace(/\n/u, '\n{"id":"?"}\n')],
  ])("finds %s in the addresses, with its number", async (_, by) => {
    const content = archive();
    change(content, "permalinks.jsonl", by);
    const [first] = await findings(content);
    expect(first).toMatch(/^damage permalinks\.jsonl:\d+: not a line of permalinks; restore the file/u);
  });

  test("finds a post whose address is not kept", async () => {
    const content = archive();
    const { id } = postSaying(content, "The fog has gone.");
    change(content, "permalinks.jsonl", (text) => text.replace(`{"id":"${id}"}\n`, ""));
    expect(await findings(content)).toEqual([
      expect.stringMatching(/^damage posts\/.+: its address is not kept in permalinks\.jsonl; /u),
    ]);
  });

  test("finds two files with one id, which share their lines too", async () => {
    const content = archive();
    const { path } = postSaying(content, "The fog has gone.");
    writeFileSync(join(content, "posts/copy.md"), readFileSync(join(content, path)));
    const all = await findings(content);
    expect(all).toContainEqual(expect.stringMatching(/: it has the id of posts\/.+; delete the one that is a copy$/u));
    expect(all).toContainEqual(expect.stringMatching(/: it shares line \d+ of marsh\.txt with posts\/.+; /u));
  });

  test("finds lines that the dump does not have", async () => {
    const content = archive();
    const { path } = postSaying(content, "The fog has gone.");
    change(content, path, (text) => {
      const post = readPost(text, path);
      return writePost({ ...post, source: { ...post.source, lines: [[11, 900]] } });
    });
    expect(await findings(content)).toContainEqual(
      expect.stringMatching(/^damage posts\/.+: it claims line 900 of marsh\.txt, which has 12; /u),
    );
  });

  test.each([
    ["no front matter", "fog\n"],
    ["bytes that are no UTF-8", Buffer.from("caf\xe9", "latin1")],
  ])("finds a post file with %s, and nothing else amiss on its account", async (_, bytes) => {
    const content = archive();
    const { path } = postSaying(content, "The fog has gone.");
    writeFileSync(join(content, path), bytes);
    const all = await findings(content);
    expect(all).toEqual([expect.stringMatching(/^damage posts\/.+\.md: Cannot read post ".+": \S/u)]);
  });

  test("finds a broken ledger", async () => {
    const content = archive();
    change(content, "ledger.json", (text) => text.slice(0, 40));
    expect((await findings(content))[0]).toMatch(
      /^damage ledger\.json: Cannot read the ledger ".+": .+; restore it from version control, or rebuild it from the dumps with scrollback repair/u,
    );
    renameSync(join(content, "ledger.json"), join(content, "ledger.old"));
    importInto(content);
    expect(await findings(content)).toEqual([]);
  });

  test.each([
    "lynx-dump",
    "lynx-without-list",
    "w3m-with-numbers",
    "links-with-numbers",
    "links-dump",
  ])("finds nothing in a page as a browser in a terminal printed it: %s", async (name) => {
    const text = readFileSync(join(import.meta.dirname, "..", "fixtures", "terminal-pages", `${name}.txt`), "utf8");
    const content = folderWith({ "dumps/a.txt": text });
    importInto(content);
    expect(await findings(content)).toEqual([]);
  });

  test.each([
    ["indented", "   "],
    ["with a note below", "   ", "\n\nSaved on 11 February 2026\n"],
  ])("finds nothing in a page whose lines were broken at one width, %s, and damage where there is some", async (_, indent, note = "") => {
    const content = folderWith({ "dumps/rand.txt": brokenPage(indent) + note });
    importInto(content);
    expect(readFileSync(join(content, postSaying(content, "Praam ei").path), "utf8")).toContain("sest tuul puhub");
    expect(await findings(content)).toEqual([]);
    const { path } = postSaying(content, "Praam ei");
    change(content, path, (text) => {
      const post = readPost(text, path);
      return writePost({ ...post, text: post.text.replace("sest tuul", "aga tuul") });
    });
    expect(await findings(content)).toContainEqual(expect.stringMatching(/^damage posts\/.+: it contains "Praam ei/u));
  });
});

/** A page of posts under the channel's name, its lines broken by a tool. */
function brokenPage(indent: string): string {
  const posts = [
    [
      "Praam ei välju täna saarelt enne õhtut, sest tuul puhub endiselt",
      "loodest ja lained on kai ääres üle kahe meetri kõrged, nagu sadamast",
      "öeldi.",
    ],
    [
      "Raamatukogu otsib vanu pilte sadamast ja paadikuuridest ning lubab need",
      "samal nädalal omanikule tagasi anda, kui keegi neid otsima tuleb.",
    ],
    [
      "Lambad on jälle majaka juures heinamaal ja keegi peab nad enne vihma",
      "koju tooma, muidu sööb Juhan kapsad ise ära.",
    ],
    ["Udu."],
  ];
  const head = ["Saare Rand", "@saarerand", "812 subscribers"];
  const blocks = posts.map((lines, at) => ["Saare Rand", ...lines, `1.${at}K views 1${at}:05`]);
  return [head, ...blocks].map((block) => block.map((line) => `${indent}${line}\n`).join("")).join("\n");
}
