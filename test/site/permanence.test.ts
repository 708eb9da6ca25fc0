import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { runImport } from "../../scripts/storage/import-folder.ts";
import type { Day } from "../../src/model/day.ts";

const folder = mkdtempSync(join(tmpdir(), "scrollback-permanence-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = join(folder, "content");
const dump = (name: string): string => join(content, "dumps", name);

const marsh = `Marsh Radio
@marsh_radio
802 subscribers
Download Telegram
Fog on the estuary (Marsh End, February 3, 2025)

Small boats should wait for the second bell. #Fog
👍4
The bell was rung on February 5, 2025. #Bell
The bell is a good one.
👍2
The fog has gone.
👍9
`;
const harbour =
  "The pier is mended since March 2, 2025. #Pier\n\n-----\n\nThe ferry sails on March 9, 2025.\n\n-----\n\nThe ferry sailed on March 10, 2025.\n";
const quay =
  "The crane was sold on April 2, 2025.\n\n-----\n\nThe quay is closed since April 3, 2025. #Quay\n\n-----\n\nThe quay is open since April 9, 2025.\n";

function importAll(): void {
  const { failures } = runImport({ content, dumps: [], force: false, today: "2025-06-01" as Day });
  expect(failures).toEqual([]);
}

async function build(): Promise<ReadonlySet<string>> {
  const site = join(folder, "site");
  await buildSite(content, site);
  const files = readdirSync(site, { recursive: true, encoding: "utf8" });
  return new Set(
    files.filter((file) => /\.(?:html|xml|json|txt|bib|ris)$/u.test(file) && !file.startsWith("pagefind/")),
  );
}

function postFiles(): readonly string[] {
  return readdirSync(join(content, "posts"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
}

function edit(words: string, change: (text: string) => string): void {
  const name = postFiles().find((file) => readFileSync(join(content, "posts", file), "utf8").includes(words));
  if (name === undefined) throw new Error(`no post says "${words}"`);
  const path = join(content, "posts", name);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

describe("an address that was ever published", () => {
  test("answers after the archive was parted, named, dated, lessened and enlarged anew", {
    timeout: 240_000,
  }, async () => {
    const { mkdirSync } = await import("node:fs");
    mkdirSync(join(content, "dumps"), { recursive: true });
    writeFileSync(
      join(content, "site.yml"),
      "title: Pier\ndescription: Pier\nurl: https://example.org/\nlanguage: en\n",
    );
    writeFileSync(dump("marsh.txt"), marsh);
    writeFileSync(dump("harbour.txt"), harbour);
    writeFileSync(dump("harbour.yml"), "channel: Harbour\nretrieved: 2025-03-12\n");
    writeFileSync(dump("quay.txt"), quay);
    writeFileSync(dump("quay.yml"), "channel: Quay\nretrieved: 2025-04-12\n");
    importAll();
    const first = await build();

    // Other boundaries; a channel renamed; another capture day; a dump removed; a dump added; a title, a day and a tag edited; a post withdrawn.
    writeFileSync(dump("marsh.yml"), "boundaries: { start: [10], join: [12] }\n");
    writeFileSync(dump("harbour.yml"), "channel: Harbour News\nhandle: harbour_news\nretrieved: 2026-03-12\n");
    rmSync(dump("quay.txt"));
    rmSync(dump("quay.yml"));
    writeFileSync(
      dump("isle.txt"),
      "The isle has a post office since May 2, 2025.\n\n-----\n\nThe isle has no fog.\n\n-----\n\nThe isle has sheep.\n",
    );
    edit("The crane was sold", (text) =>
      text
        .replace(/^date: .*$/mu, "date: 2024-01-02")
        .replaceAll(/(?<=earliest: |latest: ).*/gu, "2024-01-02")
        .replace(/^edtf: .*$/mu, "edtf: 2024-01-02"),
    );
    edit("The quay is closed", (text) => text.replace("- Quay", "- Closed"));
    edit("The quay is open", (text) => text.replace("language:", "withdrawn: sold with the crane\nlanguage:"));
    importAll();
    const second = await build();
    expect([...first].filter((address) => !second.has(address))).toEqual([]);
    expect(first.size).toBeGreaterThan(30);

    const withdrawn = [...second]
      .filter((file) => file.startsWith("p/") && file.endsWith(".html"))
      .map((file) => readFileSync(join(folder, "site", file), "utf8"))
      .filter((html) => html.includes("sold with the crane"));
    expect(withdrawn).toHaveLength(1);
    expect(withdrawn[0]).not.toContain("The quay is open");

    // Feeds and records answer in their own form, and tell where to go.
    const said = (file: string): string => readFileSync(join(folder, "site", file), "utf8");
    expect(said("channels/harbour/feed.xml")).toContain('href="https://example.org/channels/harbour-news/feed.xml"');
    expect(JSON.parse(said("channels/harbour/feed.json"))).toMatchObject({
      home_page_url: "https://example.org/channels/harbour-news/feed.json",
      items: [{ url: "https://example.org/channels/harbour-news/feed.json" }],
    });
    const records = [...second].filter((file) => file.endsWith("post.json")).map((file) => JSON.parse(said(file)));
    expect(records.filter(({ became }) => became === "withdrawn")).toMatchObject([{ reason: "sold with the crane" }]);
    expect(new Set(records.map(({ became }) => became))).toContain("joined");

    // And once more, back to what it was, one dump longer: nothing is ever lost on the way.
    rmSync(dump("marsh.yml"));
    writeFileSync(dump("marsh.txt"), `${marsh}And the fog is back.\n👍1\n`);
    importAll();
    const third = await build();
    expect([...new Set([...first, ...second])].filter((address) => !third.has(address))).toEqual([]);
  });

  test("of a post whose file somebody deleted tells that it is gone", { timeout: 120_000 }, async () => {
    renameSync(dump("isle.txt"), join(folder, "isle.txt"));
    const name = postFiles().find((file) =>
      readFileSync(join(content, "posts", file), "utf8").includes("The isle has sheep"),
    );
    rmSync(join(content, "posts", name ?? ""));
    importAll();
    const site = await build();
    const id = (name ?? "").slice(-13, -3);
    expect(site).toContain(`p/${id}/index.html`);
    expect(readFileSync(join(folder, "site", "p", id, "index.html"), "utf8")).toContain("Post removed");
  });
});
