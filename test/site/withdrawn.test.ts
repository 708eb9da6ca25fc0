import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { runImport } from "../../scripts/storage/import-folder.ts";
import type { Day } from "../../src/model/day.ts";
import { isPacked } from "../../src/site/search/manifest.ts";

const folder = mkdtempSync(join(tmpdir(), "scrollback-withdrawn-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const content = join(folder, "content");
const site = join(folder, "site");
const kept = "The ferry sails on March 9, 2025. #Ferry";
const taken = "The ferryman's daughter Ottoline was seen on March 10, 2025. #Quillwort";
const dump = `${kept}\n\n-----\n\n${taken}\n\n-----\n\nThe ferry is full since March 11, 2025. #Ferry\n`;

/** Every file of a site, with its bytes, unpacked. */
function files(output = site): readonly (readonly [name: string, bytes: Buffer])[] {
  return readdirSync(output, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(output, name)).isFile())
    .map((name) => [name, readFileSync(join(output, name))] as const)
    .map(([name, bytes]) => [name, isPacked(name) ? inflateSync(bytes) : bytes]);
}

function filesWith(words: string, output = site): readonly string[] {
  return files(output).flatMap(([name, bytes]) =>
    bytes.toString("utf8").toLowerCase().includes(words.toLowerCase()) ? [name] : [],
  );
}

/** Writes a content folder with these dumps, imports them and withdraws the posts whose text holds `words`; their ids. */
async function withdraw(words: string, folder: string, language: string, dumps: Readonly<Record<string, string>>) {
  mkdirSync(join(folder, "dumps"), { recursive: true });
  writeFileSync(
    join(folder, "site.yml"),
    `title: Pier\ndescription: Pier\nurl: https://example.org/\nlanguage: ${language}\n`,
  );
  for (const [name, text] of Object.entries(dumps)) {
    writeFileSync(join(folder, "dumps", `${name}.txt`), text);
    writeFileSync(join(folder, "dumps", `${name}.yml`), "channel: Harbour\nretrieved: 2025-03-20\n");
  }
  runImport({ content: folder, dumps: [], force: false, today: "2025-06-01" as Day });
  // What was never published has no address to keep.
  await buildSite(folder, join(folder, "published"));
  const posts = join(folder, "posts");
  const names = readdirSync(posts, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith(".md"));
  return names.flatMap((name) => {
    const text = readFileSync(join(posts, name), "utf8");
    if (!text.includes(words)) return [];
    // The site is built without another import: a person's word counts at once.
    writeFileSync(join(posts, name), text.replace("language:", "withdrawn: asked for by her\nlanguage:"));
    return [name.slice(-13, -3)];
  });
}

let id = "";

beforeAll(async () => {
  const dumps = { first: dump, second: `${dump}\n-----\n\nIt sails again.\n` };
  [id = ""] = await withdraw("Ottoline", content, "en", dumps);
  await buildSite(content, site);
}, 120_000);

test("nothing that a withdrawn post says stands in any file of the site, its subjects and tags neither", () => {
  expect(filesWith("ferry").length).toBeGreaterThan(5);
  expect(filesWith("ferry").filter(isPacked)).toEqual(["pagefind/0/exports-0.deflate", "pagefind/0/texts-0.deflate"]);
  expect(filesWith("Ottoline")).toEqual([]);
  // The address of its tag's list was published: it stays, and says that the list is empty.
  // The manifest names it too.
  expect(filesWith("Quillwort").filter((file) => file !== "manifest-sha256.txt")).toEqual([
    "tags/quillwort/index.html",
  ]);
});

test("its address tells why, and where its captures held it, with their hashes", () => {
  const page = readFileSync(join(site, "p", id, "index.html"), "utf8");
  expect(page).toContain("Post withdrawn");
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
    expect(bytes.toString("utf8")).toContain("Part of a withdrawn post");
    expect(bytes.toString("utf8")).toMatch(/id="L5".{0,200}Withdrawn/su);
  }
});

test("no list, feed or sitemap leads to it", () => {
  expect(
    filesWith(id)
      .filter((file) => file !== "manifest-sha256.txt")
      .toSorted(),
  ).toEqual([`p/${id}/index.html`, `p/${id}/post.json`]);
});

/** A page whose third and fourth posts quote its second, and its first. */
const quoting = [
  ...["Harbour", "@harbour", "1.2K subscribers", "Download Telegram"],
  ...["🚢 The lighthouse burns all night since March 9, 2025, as it did.", "👍3"],
  ...["🚢 Wilhelmine Quist sold her cutter on March 10, 2025, for a song.", "👍4"],
  ...["Harbour", "🚢 Wilhelmine Quist sold her cutter on March 10…", "🚢 The buyer has brought it back.", "👍5"],
  ...["Harbour", "🚢 The lighthouse burns all night since March 9…", "🚢 Now it is dark.", "👍6"],
].join("\n");

test.each([
  ["en", "The quoted post was withdrawn.", "Withdrawn"],
  ["ru", "Цитируемая публикация изъята.", "Изъято"],
])("what a reply quotes of a withdrawn post stands nowhere on a site in %s, what it quotes of others does", async (language, told, lineTold) => {
  const [own, output] = [join(folder, `quoting-${language}`), join(folder, `quoting-site-${language}`)];
  const ids = await withdraw("for a song", own, language, { quoting });
  expect(ids).toHaveLength(1);
  await buildSite(own, output);
  expect(filesWith("Wilhelmine", output)).toEqual([]);
  expect(filesWith("cutter", output)).toEqual([]);
  // The page on which the channel is read in full shows all replies.
  const ofPosts = (name: string): boolean => name.startsWith("p/");
  const replies = filesWith(told, output).filter(ofPosts);
  expect(replies).toHaveLength(1);
  const reply = files(output)
    .find(([name]) => name === replies[0])?.[1]
    .toString("utf8");
  expect(reply).toContain("The buyer has brought it back.");
  expect(reply).not.toContain("<blockquote");
  expect(filesWith("<blockquote", output).filter(ofPosts)).toHaveLength(1);
  const [, lines] = files(output).find(([name]) => name.startsWith("dumps/")) ?? [];
  expect(lines?.toString("utf8")).toMatch(new RegExp(`id="L10".{0,200}${lineTold}`, "su"));
  expect(lines?.toString("utf8")).toMatch(/id="L14".{0,200}The lighthouse burns all night since March 9…/su);
});
