import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { verifyArchive } from "../../scripts/storage/verify-folder.ts";
import { withdrawMedia } from "../../scripts/storage/withdrawn-media.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import { filesIn, folderWith, importInto, postsIn } from "./content-folder.ts";

/** An archive of three posts with a picture each, and the folder that it was imported from. */
async function threePictures() {
  const folder = join(folderWith(), "ChatExport");
  mkdirSync(join(folder, "photos"), { recursive: true });
  const messages = ["teal", "plum", "sand"].map((colour, at) => ({
    id: at + 1,
    type: "message",
    date_unixtime: `${1_733_000_000 + at * 90_000}`,
    text: `Tide ${at + 1} is in.`,
    photo: `photos/${colour}.png`,
  }));
  for (const [at, background] of ["teal", "plum", "khaki"].entries()) {
    const picture = sharp({ create: { width: 12, height: 8, channels: 3, background } });
    writeFileSync(join(folder, messages[at]?.photo ?? ""), await picture.png().toBuffer());
  }
  writeFileSync(join(folder, "result.json"), JSON.stringify({ name: "Tidewatch", type: "public_channel", messages }));
  const settings = "title: Tides\ndescription: Of tides\nurl: https://tides.example/\nlanguage: en\n";
  const content = folderWith({ "site.yml": settings });
  importInto(content, { dumps: [folder] });
  const posts = postsIn(content)
    .map((path) => ({ path, post: readPost(readFileSync(join(content, path), "utf8"), path) }))
    .toSorted((one, other) => (one.post.number ?? 0) - (other.post.number ?? 0));
  return { content, folder, posts, hashes: posts.map(({ post }) => post.mediaFiles?.[0]?.sha256 ?? "") };
}

test("one picture can be taken out alone: its hash stays, its bytes go from archive and site and never come back", async () => {
  const { content, folder, posts, hashes } = await threePictures();
  const [first = "", second = "", third = ""] = hashes;
  const path = `content/media/${first.slice(0, 2)}/${first}.png`;
  expect(withdrawMedia({ content, name: path, reason: "a face" })).toEqual({
    sha256: first,
    dumps: ["ChatExport/result.json"],
  });
  expect(() => withdrawMedia({ content, name: "0".repeat(64), reason: "" })).toThrow(/no stored file has this path/u);
  const stored = (): readonly string[] => Object.keys(filesIn(content)).filter((each) => each.endsWith(".png"));
  expect(stored().some((each) => each.includes(first))).toBe(false);
  expect(stored()).toHaveLength(2);
  const before = filesIn(content);
  expect(importInto(content, { dumps: [folder] })).toMatchObject({ written: 0, removed: 0 });
  expect(filesIn(content)).toEqual(before);
  expect((await verifyArchive(content)).findings).toEqual([]);
  expect(readFileSync(join(content, posts[0]?.path ?? ""), "utf8")).toContain(first);

  // A post that is withdrawn takes its picture along.
  const taken = join(content, posts[1]?.path ?? "");
  writeFileSync(taken, readFileSync(taken, "utf8").replace(/^id: /mu, "withdrawn: at the wish of its author\nid: "));
  importInto(content);
  const site = join(folderWith(), "_site");
  await buildSite(content, site);
  const published = readdirSync(join(site, "media")).filter((name) => name.endsWith(".webp"));
  expect(published.length).toBeGreaterThan(0);
  expect(published.every((name) => name.startsWith(third))).toBe(true);
  expect(existsSync(join(site, "p", posts[0]?.post.id ?? "", "index.html"))).toBe(true);
  const page = readFileSync(join(site, "p", posts[0]?.post.id ?? "", "index.html"), "utf8");
  expect(page).toContain("Withdrawn by the editors: a face");
  const all = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  for (const name of all) expect(readFileSync(join(site, name), "utf8"), name).not.toContain(second);
}, 60_000);

test("a list of withdrawn files that cannot be read stops an import: nothing comes back in silence", async () => {
  const { content, folder } = await threePictures();
  writeFileSync(join(content, "media", "withdrawn.jsonl"), "{\n");
  expect(() => importInto(content, { dumps: [folder] })).toThrow(/withdrawn\.jsonl": line 1: it has no sha256/u);
});
