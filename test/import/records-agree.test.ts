import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPostFiles } from "../../scripts/storage/post-files.ts";
import { htmlExport, previewText, resultJson, toldPosts } from "../exports/three-shapes.ts";
import { folderWith, importInto, page } from "./content-folder.ts";

const root = join(import.meta.dirname, "..", "..");

interface Told {
  readonly id: string;
  readonly text: string;
  readonly channel: { readonly key: string };
  readonly source: { readonly file: string };
  readonly alsoIn?: readonly { readonly file: string }[];
  readonly date: { readonly best: string; readonly earliest: string; readonly latest: string; readonly basis: string };
}

/** The records of all dumps of a content folder. */
function recordsOf(content: string, files: readonly string[]): readonly Told[] {
  const dumps = files.map((file) => join(content, "dumps", file));
  const args = ["--import", "tsx", join(root, "scripts", "scrollback.ts"), "records", ...dumps, "--content", content];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
  expect({ status, stderr: stderr.match(/^\s+at .*/mu) }).toEqual({ status: 0, stderr: null });
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Told);
}

/** Every record says what the post file of its id says, and every post has a record. */
function expectAgreement(content: string, files: readonly string[]): void {
  const posts = new Map(readPostFiles(join(content, "posts")).files.map(({ post }) => [post.id, post]));
  const records = recordsOf(content, files);
  expect(new Set(records.map(({ id }) => id))).toEqual(new Set(posts.keys()));
  for (const { id, text, date, channel } of records) {
    const post = posts.get(id);
    const { best, earliest, latest, basis } = post?.dating ?? {};
    expect({ id, text, channel: channel.key, date: [date.best, date.earliest, date.latest, date.basis] }).toEqual({
      id,
      text: post?.text,
      channel: post?.channel.key,
      date: [best, earliest, latest, basis],
    });
  }
}

const posts = toldPosts(24);
const marsh = page;
/** A capture of the same page whose head tells the channel's user name. */
const withHandle = page.replace(/^(?<name>.+)$/mu, "$<name>\n@marsh_radio");

test.each([
  [
    "an export, its pages and a preview of one channel",
    {
      "dumps/result.json": resultJson(posts),
      "dumps/messages.html": htmlExport(posts.slice(0, 12)),
      "dumps/page.txt": previewText(posts.slice(6)),
    },
  ],
  [
    "two captures of one channel, one of them without its user name",
    { "dumps/marsh.txt": marsh, "dumps/named.txt": withHandle },
  ],
  ["a page and plain text", { "dumps/marsh.txt": marsh, "dumps/quiet.txt": "fog\n\nsun\n\nrain on 4 March 2025\n" }],
])("records agree with the archive: %s", { timeout: 60_000 }, (_, files) => {
  const content = folderWith(files);
  importInto(content);
  expectAgreement(
    content,
    Object.keys(files).map((file) => file.replace("dumps/", "")),
  );
});

test("records agree with the archive where a day was corrected by hand", { timeout: 60_000 }, () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  importInto(content);
  const [first] = readPostFiles(join(content, "posts")).files.map(({ path }) => path);
  const file = join(content, "posts", first ?? "");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^date: .*$/mu, "date: 2025-02-02"));
  importInto(content);
  importInto(content);
  expectAgreement(content, ["marsh.txt"]);
});

test("copied messages read the same again", { timeout: 60_000 }, () => {
  const copied = [
    "Quay Office, [03.11.2025 09:05]\nThe crane at the east quay is out of use until the new rope has come.\n",
    "Quay Office, [14.11.2025 18:40]\nIt works again, and thanks to all who waited for it.\n",
  ].join("\n");
  const content = folderWith({ "dumps/quay.txt": copied });
  importInto(content);
  expectAgreement(content, ["quay.txt"]);
  expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
});

test("a post that two captures show names the other one each time", { timeout: 60_000 }, () => {
  const content = folderWith({ "dumps/marsh.txt": marsh, "dumps/named.txt": withHandle });
  const records = recordsOf(content, ["marsh.txt", "named.txt"]);
  expect(new Set(records.map(({ source }) => source.file))).toEqual(new Set(["marsh.txt", "named.txt"]));
  for (const { source, alsoIn = [] } of records)
    expect(alsoIn.map(({ file }) => file)).toEqual([source.file === "marsh.txt" ? "named.txt" : "marsh.txt"]);
});
