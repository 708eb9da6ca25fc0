import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runImport } from "../../scripts/import.ts";
import { buildSite } from "../../scripts/site.ts";
import type { Day } from "../../src/day.ts";

const folder = mkdtempSync(join(tmpdir(), "scrollback-withdrawn-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = join(folder, "content");
const site = join(folder, "site");
const kept = "The ferry sails on March 9, 2025. #Ferry";
const taken = "The ferryman's daughter Ottoline was seen on March 10, 2025. #Quillwort";
const dump = `${kept}\n\n-----\n\n${taken}\n\n-----\n\nThe ferry is full since March 11, 2025. #Ferry\n`;

/** Every file of the site, with its bytes. */
function files(): readonly (readonly [name: string, bytes: Buffer])[] {
  return readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(site, name)).isFile())
    .map((name) => [name, readFileSync(join(site, name))]);
}

function filesWith(words: string): readonly string[] {
  return files().flatMap(([name, bytes]) =>
    bytes.toString("utf8").toLowerCase().includes(words.toLowerCase()) ? [name] : [],
  );
}

let id = "";

beforeAll(async () => {
  mkdirSync(join(content, "dumps"), { recursive: true });
  const settings = "title: Pier\ndescription: Pier\nurl: https://example.org/\nlanguage: en\n";
  writeFileSync(join(content, "site.yml"), settings);
  for (const name of ["first", "second"]) {
    writeFileSync(
      join(content, "dumps", `${name}.txt`),
      name === "first" ? dump : `${dump}\n-----\n\nIt sails again.\n`,
    );
    writeFileSync(join(content, "dumps", `${name}.yml`), "channel: Harbour\nretrieved: 2025-03-20\n");
  }
  runImport({ content, dumps: [], force: false, today: "2025-06-01" as Day });
  await buildSite(content, site);
  const posts = join(content, "posts");
  for (const name of readdirSync(posts, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith(".md"))) {
    const text = readFileSync(join(posts, name), "utf8");
    if (!text.includes("Ottoline")) continue;
    id = name.slice(-13, -3);
    // Built without another import: a person's word counts at once.
    writeFileSync(join(posts, name), text.replace("language:", "withdrawn: asked for by her\nlanguage:"));
  }
  await buildSite(content, site);
}, 120_000);

test("nothing that a withdrawn post says stands in any file of the site, its subjects and tags neither", () => {
  expect(filesWith("ferry").length).toBeGreaterThan(5);
  expect(filesWith("Ottoline")).toEqual([]);
  // The address of its tag's list was published: it stays, and says that the list is empty.
  expect(filesWith("Quillwort")).toEqual(["tags/quillwort/index.html"]);
});

test("its address tells why, and where its captures held it, with their hashes", () => {
  const page = readFileSync(join(site, "p", id, "index.html"), "utf8");
  expect(page).toContain("This post was withdrawn");
  expect(page).toContain("asked for by her");
  expect(page).toContain(createHash("sha256").update(dump).digest("hex"));
  expect(page).toContain("second.txt");
  expect(JSON.parse(readFileSync(join(site, "p", id, "post.json"), "utf8"))).toEqual({
    id,
    became: "withdrawn",
    reason: "asked for by her",
  });
});

test("its lines keep their numbers on the pages of both dumps, without what they say", () => {
  const pages = files().filter(([name]) => name.startsWith("dumps/"));
  expect(pages).toHaveLength(2);
  for (const [, bytes] of pages) {
    expect(bytes.toString("utf8")).toContain("Of a post that was withdrawn");
    expect(bytes.toString("utf8")).toMatch(/id="L5".{0,200}Withdrawn/su);
  }
});

test("no list, feed or sitemap leads to it", () => {
  expect([...filesWith(id)].sort()).toEqual([`p/${id}/index.html`, `p/${id}/post.json`]);
});
