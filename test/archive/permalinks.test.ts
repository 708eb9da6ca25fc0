import { describe, expect, test } from "vitest";
import { livingSuccessors, type Present, permalinkLines, readPermalinks } from "../../src/archive/permalinks.ts";

const [fog, sun, rain] = ["fog0000000", "sun0000000", "rain000000"] as const;

const present = (words: Partial<Present> = {}): Present => ({
  posts: [],
  withdrawn: new Map(),
  successors: new Map(),
  pages: [],
  moved: new Map(),
  ...words,
});

/** The file after a row of imports. */
function after(...imports: readonly Present[]): string {
  return imports.reduce((text, now) => text + permalinkLines(readPermalinks(text, "permalinks.jsonl"), now), "");
}

describe("content/permalinks.jsonl", () => {
  test("names every post and page once, and a second import adds nothing", () => {
    const now = present({ posts: [sun, fog], pages: ["/tags/", "/about/"] });
    expect(after(now)).toBe('{"id":"fog0000000"}\n{"id":"sun0000000"}\n{"page":"/about/"}\n{"page":"/tags/"}\n');
    expect(after(now, now)).toBe(after(now));
  });

  test("only grows: what it said once stays its beginning", () => {
    const first = after(present({ posts: [fog, sun] }));
    expect(after(present({ posts: [fog, sun] }), present({ posts: [sun] })).startsWith(first)).toBe(true);
  });

  test("tells what became of a post: joined, parted, gone or withdrawn", () => {
    const before = present({ posts: [fog, sun, rain] });
    const now = (words: Partial<Present>) =>
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
