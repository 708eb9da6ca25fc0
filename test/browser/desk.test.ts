import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Cite } from "@citation-js/core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Post } from "../../src/model/post.ts";
import { inferred, postWith, stated } from "../site/fixture.ts";
import { type OpenSite, openSite } from "./open-site.ts";

/*
 * The desk of a researcher: everything that an invented archive holds about the Yalta conference of 1945 and was posted
 * between 1 and 20 February 2025 is found, cited and taken away.
 */
const inTime: readonly Post[] = [
  ...Array.from({ length: 23 }, (_, index) =>
    postWith({
      id: `surely${`${index}`.padStart(4, "0")}`,
      text: `Note ${index} on Yalta\n\nThe palace of the conference was shown to guests.`,
      dating: stated(`2025-02-${`${(index % 20) + 1}`.padStart(2, "0")}`),
    }),
  ),
  postWith({
    id: "formula001",
    text: '=HYPERLINK("https://trap.example/","Yalta")\n\nA line that a spreadsheet would run.',
    dating: stated("2025-02-04"),
  }),
  postWith({ id: "possibly01", text: "Yalta in the papers", dating: inferred("2025-02-20", 3) }),
];
const outOfTime: readonly Post[] = [
  postWith({ id: "january001", text: "Yalta in snow", dating: stated("2025-01-31") }),
  postWith({ id: "march00001", text: "Yalta in spring", dating: inferred("2025-03-04", 5) }),
  postWith({ id: "elsewhere1", text: "Potsdam opens its palace", dating: stated("2025-02-09") }),
];

let site: OpenSite;
let page: Page;

beforeAll(async () => {
  site = await openSite([...inTime, ...outOfTime]);
  await site.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  page = site.page;
});

afterAll(() => site?.close());

const focused = (): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.getAttribute("name") ?? element?.textContent ?? "";
  });

/** Presses Tab until the focus is on what is called so; fails where that takes more than a patient reader gives it. */
async function tabTo(name: string): Promise<void> {
  const passed: string[] = [];
  while (passed.length < 60) {
    await page.keyboard.press("Tab");
    const here = await focused();
    if (here === name) return;
    passed.push(here);
  }
  throw new Error(`Tab does not lead to "${name}": ${passed.join(" | ")}`);
}

/** The file that a key press on an export's button saves. */
async function saved(button: string): Promise<{ readonly name: string; readonly text: string }> {
  await tabTo(button);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

const ids = inTime.map((post) => post.id).toSorted();

test("everything about Yalta between two days is found, cited and exported with the keyboard alone", async () => {
  await page.goto(site.url);
  await page.keyboard.press("/");
  await page.keyboard.type("Yalta");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "27 posts for “Yalta”" }).waitFor();

  // The fields for days are typed as the browser's language writes them: month, day, year.
  await tabTo("from");
  await page.keyboard.type("02012025");
  await tabTo("to");
  await page.keyboard.type("02202025");
  await page.getByRole("status").filter({ hasText: "25 posts for “Yalta” · 1 of them possible" }).waitFor();
  const asked = "?q=Yalta&from=2025-02-01&to=2025-02-20";
  expect(new URL(page.url()).search).toBe(asked);
  expect(await page.title()).toMatch(/^Yalta – Search/u);

  const name = "yalta_from-2025-02-01_to-2025-02-20";
  const csv = await saved("CSV");
  expect(csv.name).toBe(`${name}.csv`);
  const rows = csv.text.split("\r\n").slice(1, -1);
  expect(csv.text.startsWith("\uFEFFid,")).toBe(true);
  expect(rows.length).toBeGreaterThanOrEqual(ids.length);
  expect(ids.filter((id) => !csv.text.includes(id))).toEqual([]);
  expect(csv.text).toContain(`"'=HYPERLINK(`);
  expect(csv.text).not.toMatch(/(?:^|,)"?=HYPERLINK/mu);

  const lines = await saved("JSON Lines");
  expect(lines.name).toBe(`${name}.jsonl`);
  const records = lines.text.trimEnd().split("\n");
  expect(records.map((line) => (JSON.parse(line) as { id: string }).id).toSorted()).toEqual(ids);
  const downloads = readFileSync(join(site.files, "downloads", "posts.jsonl"), "utf8");
  expect(records.filter((line) => !downloads.includes(`${line}\n`))).toEqual([]);

  for (const [button, ending] of [
    ["BibTeX", "bib"],
    ["RIS", "ris"],
  ] as const) {
    const references = await saved(button);
    expect(references.name).toBe(`${name}.${ending}`);
    const read = new Cite(references.text).data as readonly { readonly URL?: string }[];
    expect(read.map((item) => item.URL?.split("/").at(-2)).toSorted()).toEqual(ids);
  }
  await page.getByText(`Saved as ${name}.ris`).waitFor();

  await tabTo("Copy link");
  await page.keyboard.press("Enter");
  await page.getByText("Link copied").waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}search/${asked}`);

  // A post of them, and its reference as the file had it.
  await page.keyboard.press("/");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/p/**");
  await tabTo("Copy: In words");
  await page.keyboard.press("Enter");
  const words = await page.evaluate(() => navigator.clipboard.readText());
  expect(words).toContain("Yalta");
  expect(words).toContain(new URL(page.url()).pathname);
  await page.goBack();
  await page.getByRole("status").filter({ hasText: "25 posts for “Yalta”" }).waitFor();
});

test("a file holds the order of the answer, and a reference as the post's own page has it", async () => {
  await page.goto(`${site.url}search/?q=palace&sort=oldest`);
  await page.getByRole("status").filter({ hasText: "24 posts" }).waitFor();
  const lines = await saved("JSON Lines");
  const records = lines.text.trimEnd().split("\n");
  const days = records.map((line) => (JSON.parse(line) as { date: { best: string } }).date.best);
  expect(days).toEqual(days.toSorted());
  const references = await saved("BibTeX");
  await page.goto(`${site.url}p/elsewhere1/`);
  await page.getByText("BibTeX", { exact: true }).click();
  const own = await page.locator("#cite-bibtex").textContent();
  expect(own).toContain("Potsdam");
  expect(references.text.split("\n\n")).toContain(own);
});

test("another spelling is offered with the posts it would find, and is asked for by a link", async () => {
  for (const [address, posts] of [
    ["?q=%D0%AF%D0%BB%D1%82%D1%8B", 27],
    ["?q=%D0%AF%D0%BB%D1%82%D0%B0&from=2025-02-01&to=2025-02-20", 25],
  ] as const) {
    await page.goto(`${site.url}search/${address}`);
    const offer = page.getByRole("list", { name: "Also spelled:" }).getByRole("listitem");
    await offer.filter({ hasText: `Yalta ${posts} posts` }).waitFor();
    expect(await page.getByRole("status").textContent()).toContain("No posts for");
    await offer.getByRole("link", { name: "Yalta" }).click();
    await page
      .getByRole("status")
      .filter({ hasText: `${posts} posts for “Yalta”` })
      .waitFor();
    expect(await offer.count()).toBe(0);
  }
});

test("posts are kept in a list with notes that stay in the browser, exported and shared by address", async () => {
  await page.goto(`${site.url}p/${ids[0]}/`);
  await page.getByRole("button", { name: "Add to my list" }).click();
  await page.getByRole("button", { name: "Remove from my list" }).waitFor();
  await page.goto(`${site.url}list/`);
  await page.getByLabel("Note").fill("for chapter two");
  await page.reload();
  expect(await page.getByLabel("Note").inputValue()).toBe("for chapter two");
  await page.getByRole("button", { name: "Copy link" }).click();
  const shared = await page.evaluate(() => navigator.clipboard.readText());
  expect(shared).toBe(`${site.url}list/?posts=${ids[0]}`);
  const both = `${shared},${ids[1]}`;
  await page.goto("about:blank");
  await page.goto(both);
  await page.getByRole("button", { name: "Add all to my list" }).click();
  await page.getByRole("link", { name: "Show my list" }).click();
  expect(await page.getByLabel("Note").count()).toBe(2);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "RIS" }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.match(/^TY {2}- /gmu)).toHaveLength(2);
  expect(text).not.toContain("chapter two");
});
