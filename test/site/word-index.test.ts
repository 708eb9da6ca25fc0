import { gunzipSync } from "node:zlib";
import * as pagefind from "pagefind";
import { afterAll, expect, test } from "vitest";
import { randomFrom } from "../../scripts/lab/made-dumps.ts";
import type { SearchRecord } from "../../src/site/search/bundles.ts";
import { tokenOf } from "../../src/site/search/manifest.ts";
import { indexMeta, indexPieces } from "../../src/site/search/word-index.ts";

afterAll(() => pagefind.close());

const tokenLength = 3;

/** Texts by their words: few common ones and many rare ones, some without words, some without a title. */
function madeRecords(count: number): readonly SearchRecord[] {
  const random = randomFrom(3);
  const words = (most: number): readonly number[] =>
    Array.from({ length: Math.floor(random() * most) }, () => Math.floor(1500 ** random()) - 1);
  return Array.from({ length: count }, (_, number) => {
    const title = number % 7 === 3 ? [] : words(9);
    return { title, content: number % 11 === 5 ? [] : [...title, ...words(number === 20 ? 70_000 : 60)] };
  });
}

/** The files that Pagefind's own indexer makes, unpacked. */
async function filesByPagefind(records: readonly SearchRecord[]): Promise<ReadonlyMap<string, Buffer>> {
  const { index } = await pagefind.createIndex({ forceLanguage: "unknown" });
  const told = (words: readonly number[]): string => words.map((word) => tokenOf(word, tokenLength)).join(" ");
  for (const [number, { title, content }] of records.entries()) {
    const meta = title.length === 0 ? {} : { meta: { title: told(title) } };
    await index?.addCustomRecord({ url: `${number}`, content: told(content), language: "unknown", ...meta });
  }
  const files = (await index?.getFiles())?.files ?? [];
  const packed = files.filter(({ path }) => /\.pf_(?:index|meta|fragment)$/u.test(path));
  return new Map(
    packed.map(({ path, content }) => [path, gunzipSync(content).subarray("pagefind_dcd".length)] as const),
  );
}

test("the pieces of an index are those that Pagefind's own indexer makes, byte for byte", async () => {
  const records = madeRecords(1200);
  const files = await filesByPagefind(records);
  const theirs = [...files].flatMap(([path, bytes]) => (path.endsWith(".pf_index") ? [bytes.toString("hex")] : []));
  const ours = [...indexPieces(records, tokenLength)].map(({ bytes }) => Buffer.from(bytes).toString("hex"));
  expect(ours.length).toBeGreaterThan(3);
  expect(ours.toSorted()).toEqual(theirs.toSorted());
});

test("its list of posts and pieces is Pagefind's, but for what files are called", async () => {
  const records = madeRecords(12);
  const files = await filesByPagefind(records);
  const nameOf = (path: string): string => path.replace(/^.*\/|\.pf_.*$/gu, "");
  const numbers = new Map<string, string>();
  let [piece, meta] = ["", ""];
  for (const [path, bytes] of files) {
    if (path.endsWith(".pf_fragment"))
      numbers.set(nameOf(path), (JSON.parse(bytes.toString("utf8")) as { url: string }).url.replace("/", ""));
    else if (path.endsWith(".pf_index")) piece = nameOf(path);
    else meta = bytes.toString("latin1");
  }
  const [{ first, last } = { first: "", last: "" }, ...more] = indexPieces(records, tokenLength);
  expect(more).toEqual([]);
  const ours = indexMeta({ version: "1.5.2", records, pieces: [[first, last, piece]] });
  // Names of posts are texts of one length there, and numbers here.
  let theirs = meta;
  for (const [name, number] of numbers)
    theirs = theirs.replace(
      String.fromCharCode(0x60 + name.length) + name,
      String.fromCharCode(0x60 + number.length) + number,
    );
  expect(Buffer.from(ours).toString("latin1")).toBe(theirs);
  expect(numbers.size).toBe(records.filter(({ content }) => content.length > 0).length);
});

test("an archive without words has an index without pieces", () => {
  const records: readonly SearchRecord[] = [{ title: [], content: [] }];
  expect([...indexPieces(records, tokenLength)]).toEqual([]);
  expect(Buffer.from(indexMeta({ version: "1", records, pieces: [] })).toString("hex")).toBe("866131808080" + "8080");
});
