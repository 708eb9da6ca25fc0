import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { KeptPages } from "../../scripts/site/kept-pages.ts";
import { digestsIn, writeManifest } from "../../scripts/site/manifest.ts";
import { pageDigests } from "../../scripts/site/page-digests.ts";
import { indexSearch } from "../../scripts/site/search-index.ts";
import type { Post } from "../../src/model/post.ts";
import { archiveOf, contentWith, postWith, stated } from "./fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "scrollback-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const posts = ["Anchors", "Buoys", "Cranes", "Docks", "Eels"].map((word, index) =>
  postWith({ id: `post00000${index}`, text: `${word} were counted`, dating: stated(`2025-02-0${index + 1}`) }),
);
const [content, site] = [join(folder, "content"), join(folder, "_site")];
const pageOf = (index: number): string => join(site, "p", `post00000${index}`, "index.html");

/** What a build from nothing gives: a folder of its own has no site to keep pages of. */
async function builtAnew(links: "folders" | "files"): Promise<ReadonlyMap<string, string>> {
  const other = mkdtempSync(join(folder, "anew-"));
  await buildSite(content, join(other, "_site"), { links });
  return digestsIn(join(other, "_site"));
}

test.each([
  "folders",
  "files",
] as const)("a build keeps pages that show the same, and has the bytes of a full one, when links of %s are written into pages afterwards too", async (links) => {
  rmSync(content, { recursive: true, force: true });
  contentWith(posts, content);
  let spares = 0;
  const spare = join(folder, ".cache", "_site-spare");
  const build = async () => {
    const before = existsSync(site) ? digestsIn(join(site, "p")) : undefined;
    const report = await buildSite(content, site, { links });
    // Nothing was written into a file of the site that stood, though the next one has taken most of them.
    if (before !== undefined && existsSync(spare)) {
      expect(digestsIn(spare)).toEqual(before);
      spares += 1;
    }
    return report;
  };
  await build();
  const [first, fourth] = [statSync(pageOf(0)).ino, statSync(pageOf(3)).ino];
  const programs = ["reader.js", "style.css"].map((name) => join(site, "assets", name));
  const inodes = () => programs.map((file) => statSync(file).ino);
  const standing = inodes();

  // An edit in a post: its own page and those of its neighbours.
  const written = readdirSync(join(content, "posts"), { recursive: true, encoding: "utf8" }).find((name) =>
    name.includes("post000004"),
  );
  const file = join(content, "posts", written ?? "");
  writeFileSync(file, readFileSync(file, "utf8").replace("Eels were counted", "Whales were counted"));
  expect((await build()).keptPages).toBe(3);
  expect(statSync(pageOf(0)).ino).toBe(first);
  expect(statSync(pageOf(3)).ino).not.toBe(fourth);
  expect(inodes()).toEqual(standing);
  expect(readFileSync(pageOf(4), "utf8")).toContain("Whales were counted");
  expect(digestsIn(site)).toEqual(await builtAnew(links));

  // A page that somebody wrote into is no page of the last build; one that is not there is made anew.
  rmSync(pageOf(0));
  writeFileSync(pageOf(1), "spoilt");
  writeFileSync(programs[0] ?? "", "spoilt");
  // Three posts, and all lists but those that are always rendered.
  expect((await build()).keptPages).toBe(3 + 8);
  expect(readFileSync(programs[0] ?? "", "utf8")).not.toBe("spoilt");
  expect(digestsIn(site)).toEqual(await builtAnew(links));

  // What lies in the folders of the site before the last one is no part of the next one.
  writeFileSync(join(spare, "post000001", "stray.txt"), "");
  // It is one file with that of the site, until it is another.
  rmSync(join(spare, "post000002", "index.html"));
  writeFileSync(join(spare, "post000002", "index.html"), "spoilt");
  rmSync(join(spare, "post000003", "index.html"));
  mkdirSync(join(spare, "post000003", "index.html"));
  writeFileSync(file, readFileSync(file, "utf8").replace("Whales were counted", "Seals were counted"));
  expect((await build()).keptPages).toBe(3);
  expect(digestsIn(site)).toEqual(await builtAnew(links));
  expect(spares).toBe(3);

  // What every page shows, and a post that is no more.
  contentWith(posts, content, { title: "Another title" });
  rmSync(file);
  expect((await build()).keptPages).toBe(0);
  expect(digestsIn(site)).toEqual(await builtAnew(links));
  expect((await buildSite(content, site, { links, full: true })).keptPages).toBe(0);
}, 120_000);

test("a bundle of the search whose posts did not change keeps its files, and all bundles have the bytes of a full index", async () => {
  const months = ["Anchors", "Buoys", "Cranes"].map((word, index) =>
    postWith({
      id: `post00000${index}`,
      text: `${word} of Saint-Malo were counted`,
      dating: stated(`2025-0${index + 1}-02`),
    }),
  );
  const place = mkdtempSync(join(folder, "bundles-"));
  const sizes = { posts: 1, formsAFile: 2, textAFile: 500 };
  const index = async (some: readonly Post[], output: string, next: string): Promise<KeptPages> => {
    const archive = archiveOf(some);
    const kept = new KeptPages(output, next, pageDigests(archive, "folders"), { full: false });
    expect(await indexSearch(archive, next, { sizes, kept })).toBe(3);
    writeManifest(next, kept.files);
    return kept;
  };
  const [standing, next, anew] = ["_site", "next", "anew"].map((name) => join(place, name)) as [string, string, string];
  (await index(months, standing, standing)).note();
  const changed = months.with(2, { ...(months[2] as Post), text: "Cranes of Saint-Malo and whales were counted" });
  const kept = await index(changed, standing, next);
  const keptOf = (bundle: number): readonly string[] =>
    [...kept.files.keys()].flatMap((file) =>
      file.startsWith(`pagefind/${bundle}/`) ? [file.split("/")[2] ?? ""] : [],
    );
  expect([0, 1].map((bundle) => keptOf(bundle).includes("posts.json"))).toEqual([true, true]);
  // Its posts did change, Pagefind's programs did not.
  expect(keptOf(2).toSorted()).toEqual(["pagefind-worker.js", "pagefind.js"]);
  const inode = (site: string, bundle: number): number =>
    statSync(join(site, "pagefind", `${bundle}`, "posts.json")).ino;
  expect([0, 1, 2].map((bundle) => inode(next, bundle) === inode(standing, bundle))).toEqual([true, true, false]);
  await index(changed, anew, anew);
  expect(digestsIn(next)).toEqual(digestsIn(anew));

  // A file that somebody wrote into is made anew, with all others of its bundle.
  writeFileSync(join(standing, "pagefind", "0", "posts.json"), "[]");
  const again = join(place, "again");
  await index(changed, standing, again);
  expect(digestsIn(again)).toEqual(digestsIn(anew));
});

test("a bundle keeps what would be packed or indexed again, and has the bytes of a full index", async () => {
  const place = mkdtempSync(join(folder, "packed-"));
  const posts = Array.from({ length: 130 }, (_, number) =>
    postWith({
      id: `post${String(number).padStart(6, "0")}`,
      text: `Anchor ${number} was counted on the mole`,
      dating: stated(`2025-01-${String(1 + Math.floor(number / 10)).padStart(2, "0")}`),
    }),
  );
  const index = async (some: readonly Post[], output: string, next: string): Promise<readonly string[]> => {
    const archive = archiveOf(some);
    const kept = new KeptPages(join(place, output), join(place, next), pageDigests(archive, "folders"), {
      full: false,
    });
    expect(await indexSearch(archive, join(place, next), { kept })).toBe(1);
    writeManifest(join(place, next), kept.files);
    if (output === next) kept.note();
    return [...kept.files.keys()].map((file) => file.replace("pagefind/0/", ""));
  };
  const last = posts[129] as Post;
  await index(posts, "_site", "_site");

  // Another text: the records of the first hundred posts are packed already.
  const edited = posts.with(129, { ...last, text: "Anchor 129 was lost" });
  const afterEdit = await index(edited, "_site", "edited");
  expect(afterEdit).toContain("exports-0.deflate");
  expect(afterEdit).not.toContain("exports-1.deflate");
  expect(afterEdit.some((file) => file.endsWith(".pf_index"))).toBe(false);

  // Another day, on which its post comes before all others: the words are those that were indexed.
  const moved = posts.with(129, { ...last, dating: stated("2024-12-31") });
  const afterMove = await index(moved, "_site", "moved");
  expect(afterMove.filter((file) => /pf_(?:index|meta)$/u.test(file)).length).toBeGreaterThan(1);
  expect(afterMove).not.toContain("posts.json");

  for (const [some, name] of [
    [edited, "edited"],
    [moved, "moved"],
  ] as const) {
    await index(some, `anew-${name}`, `anew-${name}`);
    expect(digestsIn(join(place, name))).toEqual(digestsIn(join(place, `anew-${name}`)));
  }
});
