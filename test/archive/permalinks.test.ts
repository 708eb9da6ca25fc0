import { describe, expect, test } from "vitest";
import { livingSuccessors, type Present, readPermalinks, withPages, withPosts } from "../../src/archive/permalinks.ts";

const [fog, sun, rain] = ["fog0000000", "sun0000000", "rain000000"] as const;

const present = ({
  posts = [],
  ...words
}: Partial<Omit<Present, "posts">> & { posts?: readonly string[] } = {}): Present => ({
  posts: new Set(posts),
  withdrawn: new Map(),
  successors: new Map(),
  moved: new Map(),
  ...words,
});

/** The file after a row of imports. */
function after(...imports: readonly Present[]): string {
  return imports.reduce((text, now) => withPosts(text, "permalinks.jsonl", now), "");
}

/** The file after a site with these pages was built. */
function built(text: string, ...pages: readonly string[]): string {
  return withPages(text, "permalinks.jsonl", pages);
}

describe("content/permalinks.jsonl", () => {
  test("names every post once, and every page of the site that was built; neither an import nor a build of the same adds anything", () => {
    const now = present({ posts: [sun, fog] });
    expect(after(now)).toBe('{"id":"fog0000000"}\n{"id":"sun0000000"}\n');
    expect(after(now, now)).toBe(after(now));
    const published = built(after(now), "/tags/", "/", "/about/");
    expect(published).toBe(`${after(now)}{"page":"/"}\n{"page":"/about/"}\n{"page":"/tags/"}\n`);
    expect(built(published, "/tags/", "/", "/about/")).toBe(published);
    expect(withPosts(published, "permalinks.jsonl", now)).toBe(published);
  });

  test("only grows from build to build: what a site showed stays its beginning", () => {
    const first = built(after(present({ posts: [fog, sun] })), "/", "/tags/");
    const second = withPosts(first, "permalinks.jsonl", present({ posts: [sun, rain] }));
    expect(second.startsWith(first)).toBe(true);
    const third = built(second, "/", "/tags/");
    expect(third).toBe(`${second}{"page":"/"}\n`);
    expect(withPosts(third, "permalinks.jsonl", present({ posts: [fog, sun, rain] })).startsWith(third)).toBe(true);
  });

  test("imports that no build came between tell the same in every order", () => {
    const orders = [
      [fog, sun, rain],
      [rain, sun, fog],
      [sun, fog, rain],
    ].map((ids) => after(...ids.map((_, index) => present({ posts: ids.slice(0, index + 1) }))));
    expect(new Set(orders).size).toBe(1);
    const lost = after(present({ posts: [fog, sun] }), present({ posts: [fog] }), present({ posts: [fog, rain] }));
    expect(lost.split("\n")).toEqual([
      '{"id":"fog0000000"}',
      '{"id":"rain000000"}',
      '{"id":"sun0000000"}',
      '{"id":"sun0000000","became":"gone"}',
      "",
    ]);
  });

  test("a page whose channel has another name leads to that one's page, where a site showed it", () => {
    const moved = present({ posts: [fog], moved: new Map([["/channels/pier/", "/channels/quay/"]]) });
    expect(after(moved)).not.toContain("pier");
    const text = withPosts(built(after(moved), "/", "/channels/pier/"), "permalinks.jsonl", moved);
    expect(readPermalinks(text, "permalinks.jsonl").pages.get("/channels/pier/")).toBe("/channels/quay/");
    expect(readPermalinks(built(text, "/", "/channels/pier/"), "").pages.get("/channels/pier/")).toBeUndefined();
  });

  test("tells what became of a post: joined, parted, gone or withdrawn", () => {
    const before = present({ posts: [fog, sun, rain] });
    const now = (words: Parameters<typeof present>[0]) =>
      readPermalinks(after(before, present(words)), "permalinks.jsonl").posts.get(fog);
    expect(now({ posts: [sun, rain], successors: new Map([[fog, [sun]]]) })).toEqual({ kind: "joined", into: [sun] });
    expect(now({ posts: [sun, rain], successors: new Map([[fog, [sun, rain]]]) })).toEqual({
      kind: "parted",
      into: [sun, rain],
    });
    expect(now({ posts: [sun, rain] })).toEqual({ kind: "gone", into: [] });
    expect(now({ posts: [sun, rain], withdrawn: new Map([[fog, "asked for"]]) })).toEqual({
      kind: "withdrawn",
      into: [],
      reason: "asked for",
    });
  });

  test("a post that comes back has its own page again", () => {
    const text = after(present({ posts: [fog] }), present({}), present({ posts: [fog] }));
    expect(readPermalinks(text, "permalinks.jsonl").posts.get(fog)).toEqual({ kind: "post" });
  });

  test("an old id is followed through every change to the posts of today", () => {
    const text = after(
      present({ posts: [fog, sun] }),
      present({ posts: [sun], successors: new Map([[fog, [sun]]]) }),
      present({ posts: [rain], successors: new Map([[sun, [rain]]]) }),
    );
    expect(livingSuccessors(readPermalinks(text, "permalinks.jsonl"), fog)).toEqual([rain]);
  });

  test("ids that lead to each other in a circle lead nowhere, and end", () => {
    const text =
      '{"id":"fog0000000","became":"joined","into":["sun0000000"]}\n{"id":"sun0000000","became":"joined","into":["fog0000000"]}\n';
    expect(livingSuccessors(readPermalinks(text, "permalinks.jsonl"), fog)).toEqual([]);
  });

  test.each([
    "{",
    '{"id":"x"}',
    '{"id":"fog0000000","became":"eaten"}',
    "[]",
  ])("a line such as %s is told with its place and a remedy", (line) => {
    expect(() => readPermalinks(`{"page":"/"}\n${line}\n`, "content/permalinks.jsonl")).toThrow(
      /^Cannot read content\/permalinks\.jsonl:2: .*version control/u,
    );
  });
});
