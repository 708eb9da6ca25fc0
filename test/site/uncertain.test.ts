import { expect, test } from "vitest";
import { uncertainPages, widthOf } from "../../src/site/model/uncertain.ts";
import { archiveOf, inferred, postWith, stated } from "./fixture.ts";

const wide = Array.from({ length: 120 }, (_, index) =>
  postWith({ id: `wide${`${index}`.padStart(6, "0")}`, dating: inferred("2025-02-04", 4 + index) }),
);

test("posts of uncertain date are those whose interval reaches over a week, the widest on the front page", () => {
  const { posts } = archiveOf([...wide, postWith({ id: "sure000001", dating: stated("2025-02-04") })]);
  const pages = uncertainPages(posts);
  const front = pages.at(-1);
  expect(front?.path).toBe("/timeline/uncertain/");
  expect(front?.posts[0]?.post.id).toBe("wide000119");
  const listed = pages.toReversed().flatMap((page) => page.posts);
  expect(listed).toHaveLength(120);
  const widths = listed.map(widthOf);
  expect(widths).toEqual(widths.toSorted((one, other) => other - one));
});

test("pages are numbered from the least uncertain, which hold fifty posts each", () => {
  const pages = uncertainPages(archiveOf(wide).posts);
  expect(pages.map(({ path, posts }) => [path, posts.length])).toEqual([
    ["/timeline/uncertain/page-1/", 50],
    ["/timeline/uncertain/", 70],
  ]);
});

test("an archive where every day is known has the page all the same", () => {
  expect(uncertainPages([]).map(({ path, posts }) => [path, posts.length])).toEqual([["/timeline/uncertain/", 0]]);
});
