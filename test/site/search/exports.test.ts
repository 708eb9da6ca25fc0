import { expect, test } from "vitest";
import { exportedText } from "../../../src/site/client/answer-file.ts";
import { exportName } from "../../../src/site/client/export-name.ts";
import { questionIn } from "../../../src/site/client/question.ts";
import { csvHead, csvRow } from "../../../src/site/formats/downloads/csv.ts";
import { downloadPaths, downloadRecord } from "../../../src/site/formats/downloads/fields.ts";
import { searchBundles } from "../../../src/site/search/bundles.ts";
import { postsAnExportFile } from "../../../src/site/search/manifest.ts";
import { archiveOf, manyPosts, oddPosts, settings } from "../fixture.ts";

const archive = archiveOf([...oddPosts, ...manyPosts(110)]);
const rows = searchBundles(archive).flatMap((bundle) => [...bundle.exports()].flatMap(([, some]) => some));

test.each([
  ["?q=Yalta&from=2025-02-01&to=2025-02-20", "yalta_from-2025-02-01_to-2025-02-20.csv"],
  ["?q=%D0%AF%D0%BB%D1%82%D0%B0&channel=harbour&year=2025&within=certainly", "ялта_2025_harbour_certainly.csv"],
  ["?q=%22old+bridge%22+OR+ferry&to=2025-03-01", "old-bridge-or-ferry_to-2025-03-01.csv"],
  ["?q=..%2F..%2Fetc%2Fpasswd", "etc-passwd.csv"],
  ["?q=con", "con-.csv"],
  ["?q=%F0%9F%94%A5", "search.csv"],
  [`?q=${"long+".repeat(60)}&tag=${"Tag".repeat(60)}&tag=${"Gat".repeat(60)}`, undefined],
])("the file of %s is named after it", (address, name) => {
  const made = exportName(questionIn(address), "csv");
  expect(made).toMatch(/^[\p{L}\p{M}\p{N}_-]{1,121}\.csv$/u);
  if (name !== undefined) expect(made).toBe(name);
});

test("every post can be exported, under its number and as the downloads have it", () => {
  expect(rows.map(([record]) => record)).toEqual(archive.posts.map((page) => downloadRecord(page, settings.url)));
  const [first] = searchBundles(archive).map((bundle) =>
    [...bundle.exports()].map(([name, some]) => [name, some.length]),
  );
  expect(first).toEqual([
    ["exports-0.deflate", postsAnExportFile],
    ["exports-1.deflate", archive.posts.length - postsAnExportFile],
  ]);
});

test("what the browser reads makes the same rows as the downloads", () => {
  const read = JSON.parse(JSON.stringify(rows)) as typeof rows;
  const own = archive.posts.map((page) => csvRow(downloadRecord(page, settings.url), downloadPaths)).join("");
  expect(exportedText("csv", read, downloadPaths, "2026-03-01")).toBe(`\uFEFF${csvHead(downloadPaths)}${own}`);
  expect(exportedText("jsonl", read, downloadPaths, "2026-03-01").split("\n")).toHaveLength(archive.posts.length + 1);
});

test("an empty answer is an empty file with its head", () => {
  expect(exportedText("csv", [], ["id", "date.best"], "2026-03-01")).toBe("\uFEFFid,date_best\r\n");
  expect(exportedText("ris", [], [], "2026-03-01")).toBe("");
});
