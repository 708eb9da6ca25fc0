import { expect, test } from "vitest";
import { byDay, pagesOf } from "../../src/site/model/lists.ts";
import { archiveOf, manyPosts } from "./fixture.ts";

const pagesOfLength = (count: number) => pagesOf("topic", "/list/", archiveOf(manyPosts(count)).posts, 50);
const titles = (list: ReturnType<typeof pagesOfLength>[number] | undefined) => list?.posts.map((page) => page.title);

test("pagesOf() keeps every post, newest first on each page", () => {
  const lists = pagesOfLength(130);
  expect(lists.map((list) => list.path)).toEqual(["/list/page-1/", "/list/"]);
  expect(lists.map((list) => list.posts.length)).toEqual([50, 80]);
  expect(titles(lists[1])?.[0]).toBe("Daily note 129");
  expect(titles(lists[0])?.at(-1)).toBe("Daily note 0");
});

test("pagesOf() changes no numbered page when newer posts arrive", () => {
  const before = pagesOfLength(149).filter((list) => list.number !== undefined);
  const after = pagesOfLength(260);
  for (const [index, list] of before.entries()) {
    expect(after[index]?.path).toBe(list.path);
    expect(titles(after[index])).toEqual(titles(list));
  }
});

test("pagesOf() links the pages into one chain", () => {
  const lists = pagesOfLength(260);
  for (const [index, list] of lists.entries()) {
    expect(list.older).toBe(lists[index - 1]?.path);
    expect(list.newer).toBe(lists[index + 1]?.path);
  }
});

test.each([0, 1, 50, 99])("pagesOf() keeps a list of %i on one page", (count) => {
  expect(pagesOfLength(count)).toHaveLength(1);
});

test("byDay() parts a list where the day changes and keeps the order", () => {
  const posts = archiveOf(manyPosts(9)).latest(9);
  const groups = byDay(posts);
  expect(groups.map((group) => [group.day, group.posts.length])).toEqual([
    ["2025-03-02", 3],
    ["2025-03-01", 6],
  ]);
  expect(groups.flatMap((group) => group.posts)).toEqual(posts);
});
