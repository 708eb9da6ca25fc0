import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attentionLines } from "../../scripts/commands/print-import.ts";
import { readLedger } from "../../scripts/storage/ledger-file.ts";
import { storeFolder } from "../../scripts/storage/store.ts";
import { unfinishedName } from "../../scripts/storage/unfinished.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { filesIn, folderWith, importInto } from "./content-folder.ts";

const pageOf = (posts: readonly string[]): string => `${posts.join("\n\n-----\n\n")}\n`;
const ferries = ["The ferry sailed on March 1, 2025.", "Ice came on March 9, 2025.", "The ferry lay still."];
const first = {
  "dumps/march.txt": pageOf(ferries),
  "dumps/march.yml": "channel: Reed Bank\nretrieved: 2025-03-12\n",
};
const second = {
  "dumps/later.txt": pageOf([...ferries.slice(1), "The thaw began on March 20, 2025."]),
  "dumps/later.yml": "channel: Reed Bank\nhandle: reed_bank\nretrieved: 2025-03-25\n",
};

/** An archive whose second capture came in an import that could not read the sidecar of the first. */
function withUnreadSidecar(): string {
  const content = folderWith(first);
  importInto(content);
  for (const [path, text] of Object.entries(second)) writeFileSync(join(content, path), text);
  const sidecar = join(content, "dumps/march.yml");
  rmSync(sidecar);
  mkdirSync(sidecar);
  expect(importInto(content).failures).toHaveLength(1);
  return content;
}

function putBack(content: string): void {
  rmSync(join(content, "dumps/march.yml"), { recursive: true });
  writeFileSync(join(content, "dumps/march.yml"), first["dumps/march.yml"]);
}

test("a dump that an import could not read leaves the import unfinished, and the next one makes the undisturbed bytes", async () => {
  const content = withUnreadSidecar();
  putBack(content);
  expect((await verifyArchive(content)).findings).toEqual([
    { kind: "damage", file: unfinishedName, reason: "the last import is unfinished; run scrollback import" },
  ]);
  importInto(content);
  expect((await verifyArchive(content)).findings).toEqual([]);
  const undisturbed = folderWith({ ...first, ...second });
  importInto(undisturbed);
  const { "permalinks.jsonl": addresses = "", ...files } = filesIn(content);
  const { "permalinks.jsonl": own = "", ...others } = filesIn(undisturbed);
  expect(files).toEqual(others);
  // Without the first capture, nobody knew that the second showed a post of it: the address that it got meanwhile leads to the one post.
  const lines = (text: string): readonly string[] => text.trim().split("\n");
  const meanwhile = lines(addresses).filter((line) => !lines(own).includes(line));
  expect(lines(addresses)).toEqual(expect.arrayContaining([...lines(own)]));
  const [known, joined] = meanwhile.map((line) => JSON.parse(line) as { id: string; into?: readonly string[] });
  expect(meanwhile).toHaveLength(2);
  expect(joined).toMatchObject({ id: known?.id, became: "joined" });
  expect(Object.keys(files).filter((name) => name.endsWith(`-${joined?.into?.[0]}.md`))).toHaveLength(1);
});

test("while a dump still cannot be read, verify names it", async () => {
  const content = withUnreadSidecar();
  importInto(content);
  const { findings } = await verifyArchive(content);
  expect(findings.filter(({ file }) => file === "dumps/march.txt")).toEqual([
    {
      kind: "damage",
      file: "dumps/march.txt",
      reason: expect.stringMatching(/^Cannot read "[^"]*march\.yml": it is a folder/u),
    },
  ]);
});

test("a dump that an import refused is no damage: verify says what the import said, and what can be done", async () => {
  const content = folderWith({ ...first, "dumps/empty.txt": "", "dumps/table.csv": "city,harbour\nEastport,2\n" });
  const { failures } = importInto(content);
  expect(failures).toHaveLength(2);
  const { findings } = await verifyArchive(content);
  expect(findings).toEqual(
    failures.map((failure) => ({
      kind: "remark",
      file: expect.stringMatching(/^dumps\/(?:empty\.txt|table\.csv)$/u),
      reason: `${failure}; no post comes from it, so it can also be deleted`,
    })),
  );
});

test("a dump that never was imported leaves nothing unfinished", () => {
  const content = folderWith({ ...first, "dumps/odd.yml/note": "", "dumps/odd.txt": "Fog.\n" });
  expect(importInto(content).failures).toHaveLength(1);
  expect(existsSync(join(content, unfinishedName))).toBe(false);
});

const message = { id: 1, type: "message", date_unixtime: "1738663200", text: "Fog on the pier." };
const exported = (count: number): string =>
  JSON.stringify({
    ...{ name: "Reed Bank", type: "public_channel", id: 7 },
    messages: [{ ...message, reactions: [{ type: "emoji", emoji: "👍", count }] }],
  });

test.each([
  "with",
  "without",
])("a value that no file can hold is told at the first import, and again when its post changes (%s a store)", (how) => {
  const content = folderWith({ "dumps/reed.json": exported(-3) });
  const store = how === "with" ? { store: storeFolder(content) } : {};
  const told = (earlier = readLedgerOf(content)): readonly string[] =>
    attentionLines(importInto(content, store), earlier);
  expect(told().filter((line) => line.includes("posts/unfit"))).toHaveLength(1);
  expect(told()).toEqual(["1 notice as before (--all lists them)"]);
  expect(told()).toEqual(["1 notice as before (--all lists them)"]);
  writeFileSync(join(content, "dumps/reed.json"), exported(-3).replace("Fog", "Rain"));
  expect(told().filter((line) => line.includes("posts/unfit"))).toHaveLength(1);
});

function readLedgerOf(content: string): ReturnType<typeof readLedger> {
  return existsSync(join(content, "ledger.json")) ? readLedger(content) : { dumps: [] };
}
