import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { buildShard } from "../../scripts/site/build-shard.ts";
import { buildSite } from "../../scripts/site/build-site.ts";
import { digestsIn } from "../../scripts/site/manifest.ts";
import { type Share, shardsIn, shareFrom } from "../../scripts/site/shards.ts";
import type { Post } from "../../src/model/post.ts";
import { contentWith, postWith, stated } from "./fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "scrollback-shards-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const words = ["Anchors", "Buoys", "Cranes", "Docks", "Eels", "Ferries", "Gulls"];
const posts: readonly Post[] = words.map((word, index) =>
  postWith({ id: `post00000${index}`, text: `${word} were counted #${word}`, dating: stated(`2025-02-0${index + 1}`) }),
);

const shares = (of: number): readonly Share[] => Array.from({ length: of }, (_, index) => ({ number: index + 1, of }));

async function shardsOf(content: string, links: "folders" | "files", of = 4): Promise<string> {
  const shards = mkdtempSync(join(folder, "shards-"));
  for (const share of shares(of)) {
    await buildShard(content, join(shards, `${share.number}-of-${of}`), share, { links });
  }
  return shards;
}

/** The site of a content folder, built in a folder of its own. */
async function built(content: string, links: "folders" | "files", shards: readonly string[] = []) {
  const site = join(mkdtempSync(join(folder, "site-")), "_site");
  const report = await buildSite(content, site, { links, shards });
  return { ...report, site, files: digestsIn(site) };
}

test.each([
  "folders",
  "files",
] as const)("a site joined from four shards has the bytes of one built in one run, with links of %s", async (links) => {
  const content = contentWith(posts, mkdtempSync(join(folder, "content-")));
  const shards = await shardsOf(content, links);
  const pages = readdirSync(shards, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  expect(pages.length).toBe(posts.length);
  const whole = await built(content, links);
  expect(whole.renderedPosts).toBe(posts.length);
  const joined = await built(content, links, [shards]);
  expect(joined).toMatchObject({ renderedPosts: 0, keptPages: posts.length });
  expect(joined.files).toEqual(whole.files);

  // As a host of builds hands them on: other times, and each by its own name.
  const carried = mkdtempSync(join(folder, "carried-"));
  for (const name of readdirSync(shards).filter((each) => !each.startsWith(".")))
    cpSync(join(shards, name), join(carried, `artifact-${name}`), { recursive: true });
  rmSync(shards, { recursive: true });
  const named = readdirSync(carried).map((name) => join(carried, name));
  const again = await built(content, links, named);
  expect(again).toMatchObject({ renderedPosts: 0 });
  expect(again.files).toEqual(whole.files);

  // What is written into a shard afterwards is not written into the site.
  const page =
    readdirSync(carried, { recursive: true, encoding: "utf8" }).find((name) => name.endsWith("index.html")) ?? "";
  writeFileSync(join(carried, page), "spoilt");
  expect(digestsIn(again.site)).toEqual(whole.files);

  // A page that was written into, a shard that is missing, and one of another state of the archive are no pages of the site.
  expect((await built(content, links, [carried])).files).toEqual(whole.files);
  rmSync(named[0] ?? "", { recursive: true });
  const changed = contentWith(posts.with(6, { ...(posts[6] as Post), text: "Gulls were lost #Gulls" }), content);
  const anew = await built(changed, links);
  const stale = await built(changed, links, [carried]);
  expect(stale.renderedPosts).toBeGreaterThan(0);
  expect(stale.renderedPosts).toBeLessThan(posts.length);
  expect(stale.files).toEqual(anew.files);
}, 120_000);

test("a file of the search that was lost is taken from no other site than the one that tells what it was made from", async () => {
  const content = contentWith(posts, mkdtempSync(join(folder, "content-")));
  const shards = await shardsOf(content, "folders", 1);
  contentWith(posts.with(6, { ...(posts[6] as Post), text: "Gulls were lost #Gulls" }), content);
  const standing = await built(content, "folders");
  const packed = [...standing.files.keys()].filter((file) => /^pagefind\/0\/.*\.deflate$/u.test(file));
  expect(packed.length).toBeGreaterThan(0);
  for (const file of packed) rmSync(join(standing.site, file));
  // Another text changes the bundle, so that its folder is not kept as a whole.
  contentWith(posts.with(5, { ...(posts[5] as Post), text: "Ferries were late" }), content);
  const whole = await built(content, "folders");
  await buildSite(content, standing.site, { links: "folders", shards: [shards] });
  expect(digestsIn(standing.site)).toEqual(whole.files);
}, 60_000);

test("pages with pictures are the same, and the shards themselves hold none", async () => {
  const content = mkdtempSync(join(folder, "content-"));
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: "teal" } })
    .jpeg()
    .toBuffer();
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  contentWith(
    posts.with(2, { ...(posts[2] as Post), media: ["photo"], mediaFiles: [{ kind: "photo", sha256, type: "jpg" }] }),
    content,
  );
  mkdirSync(join(content, "media", sha256.slice(0, 2)), { recursive: true });
  writeFileSync(join(content, "media", sha256.slice(0, 2), `${sha256}.jpg`), bytes);
  const shards = await shardsOf(content, "folders", 3);
  expect(
    readdirSync(shards, { recursive: true, encoding: "utf8" }).filter((name) => /^\d.*\.webp$/u.test(name)),
  ).toEqual([]);
  const whole = await built(content, "folders");
  expect([...whole.files.keys()].some((file) => file.endsWith(".webp"))).toBe(true);
  const joined = await built(content, "folders", [shards]);
  expect(joined.renderedPosts).toBe(0);
  expect(joined.files).toEqual(whole.files);
}, 60_000);

test("a shard is built over itself with the pages that stand, and over nothing else", async () => {
  const content = contentWith(posts, mkdtempSync(join(folder, "content-")));
  const shards = await shardsOf(content, "folders", 2);
  const first = join(shards, "1-of-2");
  const before = digestsIn(first);
  const again = await buildShard(content, first, { number: 1, of: 2 }, { links: "folders" });
  expect(again).toEqual({ posts: 3, keptPages: 3, searchBundles: 1 });
  const pagesOf = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => !path.startsWith("shard/"));
  expect(pagesOf(digestsIn(first))).toEqual(pagesOf(before));
  expect((await buildShard(content, first, { number: 1, of: 2 }, { links: "folders", full: true })).keptPages).toBe(0);

  const other = join(folder, "other");
  mkdirSync(other);
  writeFileSync(join(other, "thesis.txt"), "years of work");
  await expect(buildShard(content, other, { number: 1, of: 2 }, { links: "folders" })).rejects.toThrow(
    /holds something else/u,
  );
  expect(readFileSync(join(other, "thesis.txt"), "utf8")).toBe("years of work");
  expect(existsSync(join(content, "media", "linked.jsonl"))).toBe(false);
  expect(shardsIn(other)).toEqual([]);
}, 60_000);

test("every post is in one share, however many there are, more than posts included", async () => {
  const content = contentWith(posts.slice(0, 2), mkdtempSync(join(folder, "content-")));
  const shards = await shardsOf(content, "folders", 3);
  const joined = await built(content, "folders", [shards]);
  expect(joined.renderedPosts).toBe(0);
  expect(joined.files).toEqual((await built(content, "folders")).files);
}, 60_000);

test("shares are written as which of how many", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999_999 }), (number, of) => {
      expect(shareFrom(`${number}/${of}`)).toEqual(number <= of ? { number, of } : undefined);
    }),
  );
  for (const text of ["", "3", "0/4", "1/0", "5/4", "1 of 4", "1/4/2", "-1/4", "1.5/4"])
    expect(shareFrom(text)).toBe(undefined);
});
