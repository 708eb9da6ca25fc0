import { describe, expect, test } from "vitest";
import { consolidate } from "../../src/archive/consolidate.ts";
import { readExport } from "../../src/import/read-export.ts";
import type { Post } from "../../src/model/post.ts";
import { readSource } from "../../src/read/source-text.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { htmlExport, resultJson, toldPosts } from "../exports/three-shapes.ts";
import { settings } from "./fixture.ts";

/** An export, its posts, and the archive of it, with its lines or without. */
function archiveOf(file: string, text: string, change: (posts: readonly Post[]) => readonly Post[] = (posts) => posts) {
  const bytes = new TextEncoder().encode(text);
  const { write, end } = readExport({ file, sidecar: {} });
  write(bytes);
  const { posts, report } = end();
  const kept = change(consolidate([[...posts]], []).posts);
  const ledger = { dumps: [report] };
  const source = readSource(bytes, file);
  const withLines = new Archive(settings, kept, ledger, { dumpTexts: [source] });
  return { kept, ledger, lines: source.lines, withLines, without: new Archive(settings, kept, ledger) };
}

const told = toldPosts(50);

describe.each([
  ["harbour.json", resultJson(told)],
  ["harbour.html", htmlExport(told)],
])("the pages of %s", (file, text) => {
  const { kept, lines, withLines, without } = archiveOf(file, text);

  test("show each of its posts once, in the order of its lines, with those lines and no others", () => {
    const entries = withLines.dumpPages.flatMap((page) => page.entries);
    expect(entries.map(({ post }) => post?.post.number)).toEqual(told.map(({ number }) => number));
    for (const { post, raw, lines: ranges } of entries) {
      const [[first, last] = [0, 0]] = ranges;
      const own = lines.slice(first - 1, last).map((line) => line.trim());
      expect(raw?.text.split("\n").map((line) => line.trim())).toEqual(own);
      expect(raw?.cut).toBe(0);
      expect(raw?.text).toContain(`${post?.post.number}`);
    }
    expect(withLines.dumps[0]?.state).toBe("export");
  });

  test("are where the lines of a post lead, with the file and without", () => {
    const [topic, bare] = [withLines.dumps[0], without.dumps[0]];
    expect(bare?.state).toBe("listed");
    for (const post of kept) {
      const line = post.source.lines[0]?.[0] ?? 0;
      const page = withLines.dumpPages.find(({ entries }) => entries.some((entry) => entry.post?.post.id === post.id));
      expect(topic?.lineAt(line)).toBe(`${page?.path}#L${line}`);
      expect(bare?.lineAt(line)).toBe(topic?.lineAt(line));
    }
    expect(without.dumpPages.flatMap(({ entries }) => entries).every(({ raw }) => raw === undefined)).toBe(true);
  });

  test("are the same whether the file is kept or not, and tell which posts they hold", () => {
    expect(without.dumpPages.map(({ path }) => path)).toEqual(withLines.dumpPages.map(({ path }) => path));
    expect(withLines.dumpPages.map(({ first, last }) => [first, last])).toEqual([
      [1, 20],
      [21, 40],
      [41, 50],
    ]);
  });

  test("show nothing of a withdrawn post but where it stood, and stay as they were", () => {
    const taken = (posts: readonly Post[]) =>
      posts.map((post) => (post.number === told[20]?.number ? { ...post, withdrawn: "asked for" } : post));
    const { withLines: now, kept: posts } = archiveOf(file, text, taken);
    const entries = now.dumpPages.flatMap((page) => page.entries);
    const [hidden, ...others] = entries.filter(({ post }) => post === undefined);
    expect(others).toEqual([]);
    expect(hidden).toMatchObject({ lines: posts.find((post) => post.withdrawn !== undefined)?.source.lines });
    expect(hidden?.raw).toBeUndefined();
    const places = (archive: Archive) => archive.dumpPages.map(({ first, last, path }) => [first, last, path]);
    expect(places(now)).toEqual(places(withLines));
  });
});

test("an export without line ends shows no lines: posts share them with each other and with the chat", () => {
  const json = JSON.stringify(JSON.parse(resultJson(told.slice(0, 3))));
  for (const text of [json, JSON.stringify(JSON.parse(resultJson(told.slice(0, 1))))]) {
    const { withLines } = archiveOf("harbour.json", text);
    const entries = withLines.dumpPages.flatMap((page) => page.entries);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ raw }) => raw)).toEqual(entries.map(() => undefined));
    // Of several posts that start in one line, the first bears its anchor.
    expect(entries.flatMap(({ anchors }) => [...anchors])).toEqual([1]);
  }
});

test("posts too long for a page are cut, and say by how much; a page stays below 200 kB", () => {
  const long = 'Fog & "rain" lay on the estuary, said the keeper of the light — Ада. '.repeat(400);
  const long20 = told.slice(0, 20).map((post, index) => ({ ...post, parts: [index === 3 ? "fog" : long] }));
  const { withLines, lines } = archiveOf("harbour.json", resultJson(long20));
  const [page] = withLines.dumpPages;
  const raws = page?.entries.map(({ raw }) => raw) ?? [];
  expect(raws.map((raw) => raw?.cut === 0)).toEqual(raws.map((_, index) => index === 3));
  for (const [index, raw] of raws.entries()) {
    const [[first, last] = [0, 0]] = page?.entries[index]?.lines ?? [];
    const indent = lines[first - 1]?.search(/\S/u) ?? 0;
    const own = lines
      .slice(first - 1, last)
      .map((line) => line.slice(indent))
      .join("\n");
    expect(own.startsWith(raw?.text ?? "?")).toBe(true);
    expect(own.length).toBe((raw?.text.length ?? 0) + (raw?.cut ?? 0));
  }
  const escaped = raws.map((raw) => (raw?.text ?? "").replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
  expect(new TextEncoder().encode(escaped.join("")).length).toBeLessThan(160_000);
});
