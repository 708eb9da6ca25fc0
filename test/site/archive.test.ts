import { expect, test } from "vitest";
import type { Day } from "../../src/model/day.ts";
import { citationOf } from "../../src/site/formats/record.ts";
import { calendarOf, monthCells } from "../../src/site/model/calendar.ts";
import { dayRange } from "../../src/site/model/dates.ts";
import { shownDate } from "../../src/site/model/dating.ts";
import { extentWords, spanWords } from "../../src/site/model/extent.ts";
import { lineRanges, mediaNotes, reactionWords } from "../../src/site/model/wording.ts";
import { english } from "../../src/site/texts/english.ts";
import { archiveOf, inferred, manyPosts, oddPosts, postWith, stated } from "./fixture.ts";

const archive = archiveOf([...oddPosts, ...manyPosts(130)]);

test("an archive is in order of time, and neighbours are next to each other", () => {
  const days = archive.posts.map((page) => page.day);
  expect(days).toEqual(days.toSorted());
  for (const page of archive.posts) {
    expect(archive.neighboursOf(page).newer?.place ?? archive.posts.length).toBe(page.place + 1);
    expect(archive.neighboursOf(page).olderInChannel?.post.channel.key ?? page.post.channel.key).toBe(
      page.post.channel.key,
    );
  }
});

test("posts of a day keep the order of their dump", () => {
  const later = postWith({ id: "bbbbbbbbbb", source: { ...postWith({ id: "x" }).source, sequence: 10 } });
  const earlier = postWith({ id: "cccccccccc", source: { ...later.source, sequence: 9 } });
  expect(archiveOf([later, earlier]).posts.map((page) => page.post.id)).toEqual(["cccccccccc", "bbbbbbbbbb"]);
});

test("a tag is called by its commonest spelling", () => {
  const posts = ["#news", "#News", "#News"].map((text, index) => postWith({ id: `tag000000${index}`, text }));
  expect(archiveOf(posts).tags.map((tag) => [tag.key, tag.label, tag.posts.length])).toEqual([["news", "News", 3]]);
});

test("each day leads to a page that lists it", () => {
  for (const [day, path] of archive.dayPaths) {
    const list = archive.monthPages.find((page) => path.startsWith(`${page.path}#`));
    expect(list?.posts.some((page) => page.day === day)).toBe(true);
  }
});

test("a calendar begins its weeks on Monday and holds every post of its year", () => {
  const year = archive.years[0];
  if (year === undefined) throw new Error("the fixture has a year");
  const months = calendarOf(year, archive);
  const february = months[1];
  expect(february?.weeks[0]?.map((cell) => cell?.day)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    "2025-02-01",
    "2025-02-02",
  ]);
  const counts = months.flatMap((month) => month.weeks.flat()).map((cell) => cell?.count ?? 0);
  expect(counts.reduce((sum, count) => sum + count)).toBe(archive.posts.length);
  expect(monthCells(year, archive).map((cell) => cell.level)).toEqual([0, 1, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test("an empty archive has words for what it holds", () => {
  expect(extentWords(archiveOf([]))).toBe("No posts yet");
  expect(extentWords(archive)).toBe("138 posts from 2 channels, 5 February – 22 March 2025");
});

test("a span whose first or last day is uncertain by a week says that these are estimates", () => {
  const near = postWith({ id: "bbbbbbbbbb", dating: inferred("2025-02-09", 2) });
  const far = postWith({ id: "cccccccccc", dating: inferred("2025-02-04", 12) });
  const spanOf = (...posts: Parameters<typeof archiveOf>[0]) => spanWords(archiveOf(posts).posts, english);
  expect(spanOf(near)).toBe("9 February 2025");
  expect(spanOf(near, far)).toBe("4–9 February 2025 (best estimates)");
});

test.each([
  ["stated", stated("2025-02-04"), "4 Feb 2025"],
  ["inferred", inferred("2025-02-04", 1), "4 Feb 2025 ±1 day"],
  ["wide", inferred("2025-02-04", 12), "23 Jan – 16 Feb 2025"],
  ["inferred", inferred("2025-02-04", 0), "4 Feb 2025 (inferred)"],
])("a date is shown as what it is: %s", (kind, dating, short) => {
  expect(shownDate(dating, english)).toMatchObject({ kind, short });
});

test("dayRange() says no part of a date twice", () => {
  expect(dayRange("2025-02-04" as Day, "2025-02-04" as Day, english)).toBe("4 February 2025");
  expect(dayRange("2025-02-04" as Day, "2025-02-06" as Day, english)).toBe("4–6 February 2025");
  expect(dayRange("2024-12-30" as Day, "2025-01-02" as Day, english)).toBe("30 December 2024 – 2 January 2025");
});

test("words for media, reactions and lines", () => {
  expect(mediaNotes(["video", "photo", "video"], english)).toEqual(["2 videos", "Photo"]);
  expect(reactionWords({ emoji: "", count: 12 }, english)).toEqual({ emoji: "◌", label: "custom emoji", count: "12" });
  expect(reactionWords({ emoji: "❤", count: 2490, printed: "2.49K" }, english)).toMatchObject({
    count: "about 2,490",
    printed: "2.49K",
  });
  expect(
    lineRanges([
      [16, 51],
      [60, 60],
    ]),
  ).toBe("16–51, 60");
});

test("a citation says how sure its date is and where the text stands", () => {
  const archive = archiveOf([postWith({ id: "k3v9x0q2mt", text: "Talks", dating: inferred("2025-02-04", 1) })]);
  const page = archive.posts[0];
  if (page === undefined) throw new Error("the archive has a post");
  expect(citationOf(page, archive)).toBe(
    "Harbour News (Telegram), “Talks”, date inferred: 4 February 2025 ±1 day. Fixture archive, post k3v9x0q2mt, https://archive.example/fixture/p/k3v9x0q2mt/ (harbour.txt, lines 1–3, SHA-256 aaaaaaaaaaaa…).",
  );
});
