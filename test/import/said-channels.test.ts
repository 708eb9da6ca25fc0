import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reportLines } from "../../scripts/commands/print-import.ts";
import { ReviewSession } from "../../scripts/review/session.ts";
import { loadArchive } from "../../scripts/storage/load-archive.ts";
import { saidChannels } from "../../scripts/storage/said-channels.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import { folderWith, importInto, postsIn } from "./content-folder.ts";

const text = "Fog lay on the mole.\n\n\n\nThe ferry runs again.\n\n\n\nLamps were lit early.\n";
const site = "title: Quay\ndescription: Posts\nurl: https://quay.example/\nlanguage: en\n";

test("a channel without a name is called the same on the site, in the import's table and in the review", async () => {
  const content = folderWith({
    "dumps/in1/ledovaveda.txt": text,
    "dumps/in1/quiet.txt": text.replaceAll("l", "ll"),
    "site.yml": `${site}channels:\n  unidentified-in1-quiet:\n    name: Quiet Bay\n`,
  });
  const report = importInto(content);
  const archive = await loadArchive(content);
  const names = archive.channels.map(({ channel }) => channel.name).sort();
  expect(names).toEqual(["Quiet Bay", "Unnamed channel in1/ledovaveda"]);

  const files = report.dumps.map(({ file }) => file);
  const table = reportLines(report, saidChannels(content, files)).join("\n");
  const state = new ReviewSession(content, () => "2026-11-29" as Day).state(undefined, true);
  const listed = state.listed.filter(({ kind }) => kind === "channel");
  for (const name of names) expect(table).toContain(name);
  expect(state.dumps.map(({ channel }) => channel).sort()).toEqual(names);
  expect(listed.map(({ title }) => title)).toEqual(["Unnamed channel in1/ledovaveda"]);
  expect(table + JSON.stringify(state)).not.toContain("Unidentified");
});

test("what the review calls a channel is not written into its posts", () => {
  const content = folderWith({ "dumps/quay.txt": text, "dumps/quay.yml": "retrieved: 2025-02-11\n", "site.yml": site });
  importInto(content);
  const session = new ReviewSession(content, () => "2026-11-29" as Day);
  session.state(undefined, true);
  const posts = () => postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path));
  const [first] = posts();
  if (first === undefined) throw new Error("the dump has a post");
  session.date(first.id, { kind: "day", day: "2025-02-01" as Day }, { by: "Ada" });
  const state = session.state(undefined, false);
  expect(state.dumps[0]?.channel).toBe("Unnamed channel quay");
  expect(posts().map(({ channel }) => channel.name)).toEqual(posts().map(() => first.channel.name));
  expect(first.channel).toMatchObject({ key: "unidentified-quay", identified: false });
});
