import { expect, test } from "vitest";
import { Archive } from "../../src/site/model/archive.ts";
import { bandsOf, uncertainPages, widthOf } from "../../src/site/model/uncertain.ts";
import { render } from "../../templates/uncertain.11ty.tsx";
import { archiveOf, inferred, ledger, postWith, settings, stated } from "./fixture.ts";

const wide = Array.from({ length: 120 }, (_, index) =>
  postWith({ id: `wide${`${index}`.padStart(6, "0")}`, dating: inferred("2025-02-04", 4 + index) }),
);

test("posts of uncertain date are all those whose day is inferred, the widest interval on the front page", () => {
  const { posts } = archiveOf([
    ...wide,
    postWith({ id: "sure000001", dating: stated("2025-02-04") }),
    postWith({ id: "near000001", dating: inferred("2025-02-04", 1) }),
  ]);
  const pages = uncertainPages(posts);
  const front = pages.at(-1);
  expect(front?.path).toBe("/timeline/uncertain/");
  expect(front?.posts[0]?.post.id).toBe("wide000119");
  const listed = pages.toReversed().flatMap((page) => page.posts);
  expect(listed).toHaveLength(121);
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

test("a reader chooses how wide an interval must be, and is led to where such begin", () => {
  const near = [1, 1, 2].map((days, index) =>
    postWith({ id: `near00000${index}`, dating: inferred("2025-02-04", days) }),
  );
  const pages = uncertainPages(archiveOf([...wide, ...near]).posts);
  const thresholds = pages[0]?.topic.thresholds ?? [];
  // Of the wide ones, four days and more on either side, the first twelve span 9 to 31 days.
  expect(thresholds.map(({ from, count }) => [from, count])).toEqual([
    [32, 108],
    [8, 120],
    [4, 121],
    [2, 123],
  ]);
  for (const { path, from } of thresholds) {
    const page = pages.find((each) => path.startsWith(`${each.path}#`));
    expect(path).toBe(`${page?.path}#days-${from}`);
    expect(bandsOf(page?.posts ?? []).map((band) => band.from)).toContain(from);
  }
  const [longest] = bandsOf(pages.at(-1)?.posts ?? []);
  expect(longest?.posts.every((page) => widthOf(page) >= 31)).toBe(true);
});

test("the length of intervals is written in the figures of the archive's language", () => {
  const archive = new Archive({ ...settings, language: "fa" }, wide, ledger);
  const [item] = archive.uncertainPages;
  if (item === undefined) throw new RangeError("no page");
  expect(render({ archive, item })).toMatch(/<h2 id="days-32">۳۲–۳۶۵ /u);
});
