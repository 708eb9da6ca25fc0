import { expect, test } from "vitest";
import { companions } from "../../src/site/analysis/companions.ts";
import {
  closenessOf,
  languageCounts,
  longestPosts,
  mediaOf,
  reactionCounts,
  weekdaysOf,
} from "../../src/site/analysis/statistics.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { archiveOf, inferred, manyPosts, oddPosts, postWith, stated } from "./fixture.ts";

const { posts } = archiveOf([...oddPosts, ...manyPosts(20)]);

test("languages count every post once, the commonest first", () => {
  const counts = languageCounts(posts);
  expect(counts[0]).toEqual({ key: "en", count: 22 });
  expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(posts.length);
});

test("days of the week count posts alone that state their day, Monday first", () => {
  const pages = archiveOf([
    postWith({ id: "monday0001", dating: stated("2024-01-01") }),
    postWith({ id: "sunday0001", dating: stated("2024-02-04") }),
    postWith({ id: "sunday0002", dating: stated("1969-12-28") }),
    postWith({ id: "guess00001", dating: inferred("2024-01-02", 0) }),
    postWith({ id: "guess00002", dating: inferred("2024-01-02", 3) }),
  ]).posts;
  expect(weekdaysOf(pages).map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 2]);
});

test("media count posts, however many pictures one holds", () => {
  expect(mediaOf(posts)).toEqual([
    { key: "hidden", count: 1 },
    { key: "video", count: 1 },
    { key: "photo", count: 1 },
  ]);
});

test("reactions add up over posts, custom emoji as one", () => {
  const reactions = [
    { emoji: "👍", count: 3 },
    { emoji: "", count: 12 },
  ];
  const pages = archiveOf(["a", "b"].map((id) => postWith({ id: `react0000${id}`, reactions }))).posts;
  expect(reactionCounts(pages)).toEqual([
    { key: "", count: 24 },
    { key: "👍", count: 6 },
  ]);
});

test("closeness puts every post where its interval belongs", () => {
  const datings = [
    stated("2025-02-04"),
    inferred("2025-02-04", 0),
    { ...inferred("2025-02-04", 1), latest: stated("2025-02-04").best },
    inferred("2025-02-04", 3),
    inferred("2025-02-04", 15),
    inferred("2025-02-04", 16),
  ];
  const pages = archiveOf(datings.map((dating, index) => postWith({ id: `close0000${index}`, dating }))).posts;
  expect(closenessOf(pages).map(({ key, count }) => `${key} ${count}`)).toEqual([
    "stated 1",
    "set 0",
    "two-days 2",
    "week 1",
    "month 1",
    "wider 1",
  ]);
});

test("the longest posts are told with the characters that readers would count, not their bytes", () => {
  const pages = archiveOf([
    postWith({ id: "short00001", text: "Ships" }),
    postWith({ id: "emoji00001", text: "⚓🛳🛳🛳🛳" }),
  ]).posts;
  expect(longestPosts(pages, 1).map(({ page, characters }) => [page.post.id, characters])).toEqual([["emoji00001", 5]]);
});

test("the tags beside a tag are counted by post, each once, the tag itself left out", () => {
  const archive = archiveOf([
    postWith({ id: "tags000001", text: "#Ship #Crew #crew #Harbour" }),
    postWith({ id: "tags000002", text: "#Ship #Crew" }),
    postWith({ id: "tags000003", text: "#Harbour" }),
  ]);
  const ship = archive.tag("ship");
  if (ship === undefined) throw new Error("the posts bear the tag");
  const tagsOf = ({ post }: PostPage): readonly string[] => post.tags.map(({ key }) => key);
  expect(companions(ship, tagsOf, 5)).toEqual([
    { key: "crew", count: 2 },
    { key: "harbour", count: 1 },
  ]);
  expect(companions(ship, tagsOf, 1)).toHaveLength(1);
});

test("spellings of a tag are told beside the commonest", () => {
  const archive = archiveOf(
    ["#news", "#News", "#News", "#NEWS"].map((text, index) => postWith({ id: `tag00000${index}`, text })),
  );
  expect(archive.tags.map(({ label, otherLabels }) => [label, otherLabels])).toEqual([["News", ["news", "NEWS"]]]);
});
