import { expect, test } from "vitest";
import { consolidate } from "../../src/archive/consolidate.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { lineRoles, lineRunsOf, rolesFromRuns } from "../../src/model/ledger.ts";
import { unsurePage } from "../../src/model/notice.ts";
import { readSource } from "../../src/read/source-text.ts";
import { Archive } from "../../src/site/model/archive.ts";
import type { DumpText } from "../../src/site/model/dump-pages.ts";
import { render } from "../../templates/dump.11ty.tsx";
import { settings } from "./fixture.ts";

/** A preview of a channel with so many posts, as a page prints them. */
function preview(posts: number): string {
  const head = ["Harbour News", "@harbour_news", "1.2K subscribers", "Download Telegram"];
  const body = Array.from({ length: posts }, (_, index) => [
    `🚢 Ship number ${index} has come in`,
    "",
    `It brought ${index} crates and <b>left</b> at noon.`,
    "#Ships",
    "👍3❤1",
  ]);
  return [...head, ...body.flat()].join("\n");
}

function archiveOf(dump: string, dumpTexts: (source: DumpText) => readonly DumpText[]): Archive {
  const source = readSource(new TextEncoder().encode(dump), "ships.txt");
  const { posts, report } = readDump({ source, sidecar: {}, today: "2025-03-01" as Day });
  return new Archive(settings, consolidate([posts], []).posts, { dumps: [report] }, { dumpTexts: dumpTexts(source) });
}

const dump = preview(240);
const lines = dump.split("\n");

test("every line of a dump stands on its pages once, in order, as it was captured and with its role", () => {
  const { dumpPages } = archiveOf(dump, (source) => [source]);
  const shown = dumpPages.flatMap((page) => page.groups.flatMap((group) => group.lines));
  expect(dumpPages.length).toBe(Math.ceil(lines.length / 500));
  expect(shown.map((line) => line.number)).toEqual(lines.map((_, index) => index + 1));
  expect(shown.map((line) => line.text)).toEqual(lines);
  expect(shown.slice(0, 9).map((line) => line.role)).toEqual([
    ...Array.from({ length: 4 }, () => "furniture"),
    "text",
    "blank",
    "text",
    "text",
    "reactions",
  ]);
  expect(shown.every((line) => line.role !== undefined)).toBe(true);
});

test("each line of a post leads to it, and each post to the page of its lines", () => {
  const archive = archiveOf(dump, (source) => [source]);
  const owners = new Map(
    archive.dumpPages.flatMap((page) =>
      page.groups.flatMap((group) =>
        group.lines.map((line) => [line.number, { page, post: group.post?.post.id }] as const),
      ),
    ),
  );
  expect(archive.posts.length).toBeGreaterThan(200);
  for (const { post } of archive.posts) {
    for (const [first, last] of post.source.lines) {
      for (let line = first; line <= last; line += 1) expect(owners.get(line)?.post).toBe(post.id);
      expect(archive.dumpOf(post.source)?.lineAt(first)).toBe(`${owners.get(first)?.page.path}#L${first}`);
    }
  }
  expect(owners.get(1)?.post).toBeUndefined();
});

test("pages of a dump lead to each other", () => {
  const { dumpPages } = archiveOf(dump, (source) => [source]);
  for (const [index, page] of dumpPages.entries()) {
    expect([page.earlier, page.later]).toEqual([dumpPages[index - 1]?.path, dumpPages[index + 1]?.path]);
  }
});

test.each([
  ["absent", () => []],
  ["changed", (source: DumpText) => [{ ...source, sha256: "0".repeat(64) }]],
] as const)("a dump that is %s shows no line, but names its posts", (state, dumpTexts) => {
  const archive = archiveOf(preview(3), dumpTexts);
  const [topic] = archive.dumps;
  expect([topic?.state, topic?.pages.length, topic?.posts.length]).toEqual([state, 1, archive.posts.length]);
  expect(topic?.pages[0]?.groups).toEqual([]);
  expect(topic?.lineAt(1)).toBeUndefined();
});

test("lines of a post that the archive keeps from another dump are told from the page's own", () => {
  const full = archiveOf(preview(3), (source) => [source]);
  const [gone] = full.dumps[0]?.posts ?? [];
  const { ledger } = full;
  const source = readSource(new TextEncoder().encode(preview(3)), "ships.txt");
  const rest = full.posts.filter((page) => page !== gone).map((page) => page.post);
  const groups = new Archive(settings, rest, ledger, { dumpTexts: [source] }).dumpPages[0]?.groups ?? [];
  expect(groups.slice(0, 2).map((group) => [group.post, group.ofPost])).toEqual([
    [undefined, false],
    [undefined, true],
  ]);
});

test("blank lines between posts belong to no post, and are not told to be another dump's", () => {
  const page = ["3 May 2025, 08:15", "The pier is shut.", "", "4 May 2025, 09:40", "The pier is open.", ""].join("\n");
  const groups = archiveOf(page, (source) => [source]).dumpPages[0]?.groups ?? [];
  expect(groups.map(({ post, ofPost, lines }) => [post?.title, ofPost, lines.map(({ number }) => number)])).toEqual([
    ["The pier is shut.", true, [1, 2]],
    [undefined, false, [3]],
    ["The pier is open.", true, [4, 5]],
  ]);
});

test("lines that an editor set outside posts stand alone, and say what they are, who set them and when, and not why", () => {
  const outside = [
    { lines: [4, 5] as const },
    { lines: [8, 8] as const, by: "Ada", on: "2026-03-01" as Day, note: "The site's <menu>." },
  ];
  const source = readSource(new TextEncoder().encode(preview(3)), "ships.txt");
  const sidecar = { boundaries: { start: [], join: [], outside } };
  const { posts, report } = readDump({ source, sidecar, today: "2025-03-01" as Day });
  const archive = new Archive(settings, consolidate([posts], []).posts, { dumps: [report] }, { dumpTexts: [source] });
  const [item] = archive.dumpPages;
  const groups = item?.groups.filter(({ outside }) => outside !== undefined) ?? [];
  expect(groups.map(({ lines }) => lines.map(({ number, role }) => [number, role]))).toEqual([
    [
      [4, "furniture"],
      [5, "furniture"],
    ],
    [[8, "furniture"]],
  ]);
  const html = item === undefined ? "" : render({ archive, item });
  expect(html).toContain("Outside posts, set by an editor<");
  expect(html).toContain("Outside posts, set by an editor (Ada, 1 March 2026)<");
  expect(html).not.toContain("The site's");
  const roleOf = (line: number): string | undefined =>
    new RegExp(`<tr id="L${line}"><td>.*?</td><td>(.*?)</td>`, "u").exec(html)?.[1];
  expect([4, 5, 8].map(roleOf)).toEqual(["Outside posts", "Outside posts", "Outside posts"]);
  expect(roleOf(1)).toBe("Page header");
});

test("the roles of lines read back from their runs", () => {
  const roles = [...lineRoles, ...lineRoles.flatMap((role) => [role, role, role])];
  expect(rolesFromRuns(lineRunsOf(roles))).toEqual(roles);
  expect(lineRunsOf(["furniture", "furniture", "text"])).toBe("furniture 2, text 1");
  expect(lineRunsOf([])).toBe("");
  expect(rolesFromRuns("")).toEqual([]);
  for (const wrong of ["text", "text 0", "text -1", "song 3", "text 1,text 2"]) {
    expect(() => rolesFromRuns(wrong)).toThrow(RangeError);
  }
});

test("the pages of a dump whose post boundaries are unsure say so", () => {
  const source = readSource(new TextEncoder().encode(dump), "ships.txt");
  const { posts, report } = readDump({ source, sidecar: {}, today: "2025-03-01" as Day });
  const notice = { rule: unsurePage, file: "ships.txt", reason: "this page is unlike others" };
  const unsure = { ...report, notices: [...report.notices, notice] };
  const pageOf = (own: typeof report): string => {
    const archive = new Archive(settings, consolidate([posts], []).posts, { dumps: [own] }, { dumpTexts: [source] });
    const [item] = archive.dumpPages;
    return item === undefined ? "" : render({ archive, item });
  };
  expect(pageOf(unsure)).toContain("less certain than usual");
  expect(pageOf(report)).not.toContain("less certain than usual");
});
