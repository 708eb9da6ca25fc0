import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { readingPages } from "../../src/site/model/reading.ts";
import { render } from "../../templates/reading.11ty.tsx";
import { archiveOf, inferred, postWith, stated } from "./fixture.ts";

const long = "The ferry left late. ".repeat(150);
const posts = [
  postWith({ id: "aaaaaaaaa1", dating: stated("2025-01-30"), text: "First tide\nNobody came." }),
  ...Array.from({ length: 12 }, (_, place) =>
    postWith({ id: `bbbbbbbb${10 + place}`, dating: inferred("2025-02-10", 2), text: `Tide ${place}\n\n${long}` }),
  ),
];
const archive = archiveOf(posts);
const pages = archive.channels.flatMap(readingPages);

test("a channel is read from its first post to its last, each post once", () => {
  expect(pages.flatMap((page) => page.posts.map(({ post }) => post.id))).toEqual(
    archive.posts.map(({ post }) => post.id),
  );
  expect(pages.slice(0, 3).map(({ path }) => path)).toEqual([
    "/channels/harbour/read/2025-01/",
    "/channels/harbour/read/2025-02/",
    "/channels/harbour/read/2025-02/page-2/",
  ]);
  expect(pages.map(({ earlier }) => earlier)).toEqual([undefined, ...pages.slice(0, -1).map(({ path }) => path)]);
});

test("a page of it shows posts in full, with their dates, which lead to them", () => {
  const [, second] = pages;
  if (second === undefined) throw new Error("February has pages");
  const { document } = parseHTML(render({ archive, item: second }));
  const [article] = document.querySelectorAll(".reading > article");
  expect(article?.querySelector(".text")?.textContent.trim()).toBe(long.trim());
  expect(article?.querySelector("h2")?.textContent).toBe("Tide 0");
  const date = article?.querySelector(".dateline a");
  expect([date?.textContent, date?.getAttribute("href")]).toEqual(["10 Feb 2025 ±2 days", "../../../../p/bbbbbbbb10/"]);
  expect([...document.querySelectorAll("nav .tags a")].map((link) => link.textContent)).toEqual([
    "January 2025",
    "February 2025",
  ]);
});

test("a further part of a month leads to its first one, which leads to all months", () => {
  const [, second, third] = pages;
  if (second === undefined || third === undefined) throw new Error("February has parts");
  expect([second.months.length, third.months.length]).toEqual([2, 0]);
  const { document } = parseHTML(render({ archive, item: third }));
  expect(document.querySelector("nav .tags")).toBeNull();
  expect(
    [...document.querySelectorAll(".kicker a")].map((link) => [link.textContent, link.getAttribute("href")]),
  ).toEqual([
    ["Harbour News", "../../../../harbour/"],
    ["February 2025", "../../../../harbour/read/2025-02/"],
  ]);
});
