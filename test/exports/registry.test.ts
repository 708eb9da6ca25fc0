import { describe, expect, test } from "vitest";
import { bestOf } from "../../src/archive/merge.ts";
import { dialects } from "../../src/dialects/kinds/registry.ts";
import { exportFormat, exportFormats, formatsFor } from "../../src/exports/registry.ts";
import { isExport, readExport } from "../../src/import/read-export.ts";
import { htmlExport, resultJson, toldPosts } from "./three-shapes.ts";

const told = toldPosts(3);

/** What is read of a file that comes in pieces of a size. */
function readIn(file: string, text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  const { write, end } = readExport({ file, sidecar: {} });
  for (let at = 0; at < bytes.length; at += size) write(bytes.subarray(at, at + size));
  const { posts, report } = end();
  return { posts: [...posts], report };
}

describe("the registry of export formats", () => {
  test("names no kind twice, beside the dialects too: posts and ledgers keep the names", () => {
    const names = [...dialects, ...exportFormats].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const format of exportFormats) expect(exportFormat(format.name)).toBe(format);
    for (const { name } of dialects) expect(exportFormat(name)).toBeUndefined();
  });

  test("finds formats by the ending of a file, in capitals too", () => {
    const names = (file: string) => formatsFor(file).map(({ name }) => name);
    expect(names("a/result.JSON")).toEqual(["telegram-json"]);
    expect(names("messages2.htm")).toEqual(["telegram-page", "telegram-post-page", "telegram-html"]);
    expect(["page.txt", "json", "result.json.gz", "harbour.jsonx"].map(isExport)).toEqual([false, false, false, false]);
  });

  test.each([
    ["result.json", resultJson(told), "telegram-json"],
    ["messages.html.gz", htmlExport(told), "telegram-html"],
  ])("%s is read by what it holds, in pieces of any size", (file, text, dialect) => {
    const whole = readIn(file, text, text.length * 4);
    expect(whole.report).toMatchObject({ dialect, posts: 3 });
    expect(readIn(file, text, 7)).toEqual(whole);
    // Longer than what a format is recognised by.
    const padded = text.replace(/^[^\n]*\n/u, (line) => `${line}${" ".repeat(100_000)}\n`);
    expect(readIn(file, padded, 1000).posts.map(({ text: words }) => words)).toEqual(
      whole.posts.map(({ text: words }) => words),
    );
  });

  test("a page of no format names those that it could be, and the remedy", () => {
    expect(() => readIn("harbour.html", "<p>Fog over the bar.</p>", 100)).toThrow(
      'Cannot read dump "harbour.html": it holds no posts and is not a page of t.me as a browser saves it or a page of t.me that leads to one post or a page of an export of Telegram Desktop; save the page\'s text as harbour.txt',
    );
  });

  test("an export's print of a text goes before a page's, and any kind's before one that is no longer read", () => {
    const [post] = readIn("result.json", resultJson(told), 1000).posts;
    if (post === undefined) throw new Error("no post");
    const printBy = (dialect: string, file: string) => ({ ...post, source: { ...post.source, dialect, file } });
    const byFidelity = [...exportFormats, ...dialects].toSorted((one, other) => other.fidelity - one.fidelity);
    const known = [
      "telegram-json",
      "telegram-html",
      "telegram-page",
      "messages",
      "tgstat",
      "fully-doubled",
      "doubled-preview",
      "preview",
      "plain",
    ];
    expect(byFidelity.map(({ name }) => name).filter((name) => known.includes(name))).toEqual(known);
    // Between two kinds that keep as much, names of files decide: one of each such group is enough here.
    const unlike = byFidelity.filter(({ fidelity }, index) => fidelity !== byFidelity[index - 1]?.fidelity);
    // What may have the beginning of a text alone goes behind all others.
    const whole = unlike.map(({ name }) => name).filter((name) => exportFormat(name)?.isPartial !== true);
    const prints = [...whole, "forgotten", "telegram-post-page"].map((name, index) =>
      printBy(name, `${99 - index}.txt`),
    );
    for (const [index, print] of prints.entries())
      expect(bestOf(prints.slice(index).toReversed()).source.dialect).toBe(print.source.dialect);
  });
});
