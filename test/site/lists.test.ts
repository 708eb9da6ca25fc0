import { expect, test } from "vitest";
import type { Day } from "../../src/model/day.ts";
import { byDay, pagesOf } from "../../src/site/model/lists.ts";
import { archiveOf, inferred, manyPosts, postWith, stated } from "./fixture.ts";

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
  expect(groups.map((group) => [group.date.when, group.posts.length])).toEqual([
    ["2 March 2025 ±1 day", 3],
    ["1 March 2025 ±1 day", 6],
  ]);
  expect(groups.flatMap((group) => group.posts.map(({ page }) => page))).toEqual(posts);
});

test("byDay() puts no post of uncertain day under the heading of one day", () => {
  const posts = archiveOf([
    postWith({ id: "aaaaaaaaa1", dating: stated("2025-02-04") }),
    postWith({ id: "aaaaaaaaa2", dating: inferred("2025-02-04", 2) }),
    postWith({ id: "aaaaaaaaa3", dating: inferred("2025-02-04", 2) }),
    postWith({ id: "aaaaaaaaa4", dating: inferred("2025-02-05", 2) }),
  ]).posts;
  const groups = byDay(posts).map(({ date, posts: own }) => [date.when, own.map(({ startsDay }) => startsDay)]);
  expect(groups).toEqual([
    ["4 February 2025", [true]],
    ["4 February 2025 ±2 days", [false, false]],
    ["5 February 2025 ±2 days", [true]],
  ]);
});

test("byDay() keeps posts of one interval together where their most likely days differ, and each day's address", () => {
  const within = { ...inferred("2025-02-04", 0), earliest: "2025-02-04" as Day, latest: "2025-02-05" as Day };
  const { posts } = archiveOf([
    postWith({ id: "aaaaaaaaa1", dating: within }),
    postWith({ id: "aaaaaaaaa2", dating: { ...within, best: "2025-02-05" as Day } }),
  ]);
  expect(byDay(posts).map(({ posts: own }) => own.map(({ startsDay }) => startsDay))).toEqual([[true, true]]);
});
