import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { hoursOf } from "../../src/site/analysis/statistics.ts";
import { render } from "../../templates/statistics.11ty.tsx";
import { archiveOf, postWith, stated } from "./fixture.ts";

const marsh = { key: "marsh", name: "Marsh Radio", identified: true };
const archive = archiveOf([
  postWith({ id: "aaaaaaaaa1", dating: stated("2024-03-01") }),
  postWith({ id: "aaaaaaaaa2", dating: stated("2025-03-01"), published: "2025-03-01T22:30:00Z" }),
  postWith({ id: "aaaaaaaaa3", dating: stated("2025-03-02"), channel: marsh }),
]);
const pages = archive.statisticsPages;

test("figures have a page for all posts, each channel, each year, and each year of a channel that has posts", () => {
  expect(pages.map(({ path, posts }) => [path, posts.length])).toEqual([
    ["/statistics/", 3],
    ["/statistics/2024/", 1],
    ["/statistics/2025/", 2],
    ["/statistics/channels/harbour/", 2],
    ["/statistics/channels/harbour/2024/", 1],
    ["/statistics/channels/harbour/2025/", 1],
    ["/statistics/channels/marsh/", 1],
    ["/statistics/channels/marsh/2025/", 1],
  ]);
});

test("readers choose by plain links, and what has no post is no link", () => {
  const item = pages.at(-1);
  if (item === undefined) throw new Error("found above");
  const { document } = parseHTML(render({ archive, item }));
  const choices = [...document.querySelectorAll(".choices a")];
  expect(
    choices.map((link) => [link.textContent, link.getAttribute("href"), link.getAttribute("aria-current")]),
  ).toEqual([
    ["All", "../../../2025/", null],
    ["Harbour News", "../../../channels/harbour/2025/", null],
    ["Marsh Radio", "../../../channels/marsh/2025/", "page"],
    ["All", "../../../channels/marsh/", null],
    ["2025", "../../../channels/marsh/2025/", "page"],
  ]);
  expect(document.querySelector("h1")?.textContent).toBe("Marsh Radio · 2025");
  expect(document.querySelector(".key-figures dd")?.textContent).toBe("1");
});

test("an archive of one channel and one year has one page of figures", () => {
  expect(archiveOf([postWith({ id: "aaaaaaaaa1" })]).statisticsPages.map(({ path }) => path)).toEqual(["/statistics/"]);
  expect(archiveOf([]).statisticsPages.map(({ path }) => path)).toEqual(["/statistics/"]);
});

test("hours are counted by the clocks of the archive, where moments are told", () => {
  const told = (zone: string) => hoursOf(archive.posts, zone).filter(({ count }) => count > 0);
  expect(told("UTC")).toEqual([{ key: 22, count: 1 }]);
  expect(told("Europe/Moscow")).toEqual([{ key: 1, count: 1 }]);
});
