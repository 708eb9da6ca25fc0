import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { attentionLines } from "../../scripts/commands/print-import.ts";
import { readLedger } from "../../scripts/storage/ledger-file.ts";
import { folderWith, importInto, page } from "./content-folder.ts";

const text = "Fog, February 3, 2025\n\nRain\n\nSun, February 7, 2025\n";

/** What an import tells of channels without a name. */
function told(content: string): readonly string[] {
  const earlier = readLedger(content);
  return attentionLines(importInto(content), earlier).filter((line) => line.includes("(channel/unnamed)"));
}

test("an import says how to name a channel that no page names: which sidecar, which key, and the user name in the file's name", () => {
  const content = folderWith({ "dumps/saved/harbour_news/page1.txt": text, "dumps/marsh.txt": page });
  expect(told(content)).toEqual([
    'saved/harbour_news/page1.txt: the page does not name its channel, so the channel is called after the file; write its name into the sidecar "saved/harbour_news/page1.yml", such as channel: Harbour News (and, if "harbour_news" is its user name, handle: harbour_news) (channel/unnamed)',
  ]);
  expect(told(content)).toEqual([]);
  writeFileSync(join(content, "dumps/saved/harbour_news/page1.yml"), "handle: harbour_news\n");
  const report = importInto(content);
  expect(report.notices.filter(({ rule }) => rule === "channel/unnamed")).toEqual([]);
  expect(report.dumps.find(({ file }) => file.startsWith("saved"))?.channel).toMatchObject({ name: "@harbour_news" });
});

test.each([
  ["@reedbank.txt", "reedbank"],
  ["reed_bank.html.txt", undefined],
  ["page_2.txt", undefined],
  ["2025-02-03.txt", undefined],
  ["saved.txt", undefined],
])("a file %s offers the user name %s", (file, handle) => {
  const content = folderWith({ [`dumps/${file}`]: text });
  const [notice = ""] = told(content);
  expect(/handle: (\w+)/u.exec(notice)?.[1]).toBe(handle);
});

test("of several such files in a folder one notice names all, and it comes again when one is added", () => {
  const content = folderWith({ "dumps/a.txt": text, "dumps/b.txt": text.replace("Rain", "Hail") });
  expect(told(content)).toEqual([
    'a.txt: the pages of "a.txt" and "b.txt" do not name their channels, so each channel is called after its file; write the name into the sidecar of each, such as channel: Harbour News in "a.yml" (channel/unnamed)',
  ]);
  writeFileSync(join(content, "dumps/c.txt"), text.replace("Rain", "Snow"));
  expect(told(content)).toEqual([expect.stringContaining('the pages of "a.txt", "b.txt" and "c.txt" do not name')]);
  for (const name of ["d", "e", "f", "g"])
    writeFileSync(join(content, `dumps/${name}.txt`), text.replace("Rain", `Wind ${name}`));
  expect(told(content)).toEqual([
    expect.stringContaining(
      '"a.txt", "b.txt", "c.txt", "d.txt", "e.txt" and 2 more dumps (the table of dumps that an import prints calls their channels "Unnamed channel") do not name',
    ),
  ]);
});
