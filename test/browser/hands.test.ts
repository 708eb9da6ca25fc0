import { afterAll, beforeAll, expect, test } from "vitest";
import { postWith } from "../site/fixture.ts";
import { type OpenSite, openSite } from "./open-site.ts";

/** What pages offer a reader's hands beside the search. */
let site: OpenSite;

beforeAll(async () => {
  site = await openSite([
    postWith({ id: "aaaaaaaaa1", text: "First tide\n\nNobody came." }),
    postWith({ id: "aaaaaaaaa2", text: "Second tide\n\nEverybody came." }),
    ...Array.from({ length: 60 }, (_, place) =>
      postWith({
        id: `bbbbbbbb${10 + place}`,
        text: `Boat ${place}\n\nIt waits at pier number ${place} for the flood.`,
      }),
    ),
  ]);
});

afterAll(async () => {
  await site?.close();
});

test("? shows the keys on every page, Escape puts them away, and ? shows them again", async () => {
  const { page, url } = site;
  await page.goto(`${url}p/aaaaaaaaa1/`);
  for (const _ of [1, 2]) {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    expect(await page.getByRole("dialog").innerText()).toContain("Go to the search box");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
});

test("? in a search box is a letter", async () => {
  const { page, url } = site;
  await page.goto(`${url}timeline/`);
  await page.getByRole("searchbox").press("?");
  expect(await page.getByRole("searchbox").inputValue()).toBe("?");
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("the address of a post is copied whole", async () => {
  const { page, context, url } = site;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${url}p/aaaaaaaaa2/`);
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("button", { name: "Link copied" }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "https://archive.example/fixture/p/aaaaaaaaa2/",
  );
});

test("back leads to the place in a list that a reader left", async () => {
  const { page, url } = site;
  await page.setViewportSize({ width: 390, height: 300 });
  await page.goto(`${url}channels/harbour/`);
  await page.getByRole("link", { name: "First tide" }).last().scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(100);
  await page.getByRole("heading", { name: "First tide" }).getByRole("link").click();
  await page.waitForURL(/\/p\//u);
  await page.goBack();
  await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 5, before);
});

test("back leads to the place in search results that a reader left, further results included", async () => {
  const { page, url } = site;
  await page.setViewportSize({ width: 390, height: 500 });
  await page.goto(`${url}search/?q=pier`);
  const results = page.locator(".results > li");
  await results.first().waitFor();
  const first = await results.count();
  await page.getByRole("button", { name: "Show more" }).click();
  await page.waitForFunction((count) => document.querySelectorAll(".results > li").length > count, first);
  const all = await results.count();
  await results.last().scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await results.last().getByRole("link").first().click();
  await page.waitForURL(/\/p\//u);
  await page.goBack();
  await page.waitForFunction((count) => document.querySelectorAll(".results > li").length === count, all);
  await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 5, before);
});
