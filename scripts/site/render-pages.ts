import { join, relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Download } from "../../src/site/formats/downloads/download.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { programFile, programRoot, templateNames, templatesFolder } from "../program.ts";

/** Renders all pages below `output`, those of a large archive in several runs of Eleventy, which holds all pages of a run in memory until its end; how many pages they are. */
export async function renderPages(
  archive: Archive,
  downloads: readonly Download[],
  output: string,
  postsARun = 2500,
): Promise<number> {
  const { posts } = archive;
  if (posts.length <= postsARun) return renderTemplates(templatesFolder, { archive, downloads, batch: posts }, output);
  let pages = 0;
  for (const name of templateNames()) {
    const path = join(templatesFolder, name);
    // What is no post's page needs no posts to loop over: it takes all from the archive.
    const batches = isPostTemplate(name) ? batchesOf(posts, postsARun) : [[]];
    for (const batch of batches) pages += await renderTemplates(path, { archive, downloads, batch }, output);
  }
  return pages;
}

/** The template that loops over `batch`, the posts of a run. */
const isPostTemplate = (name: string): boolean => name.startsWith("post.11ty.");

function batchesOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const starts = Array.from({ length: Math.ceil(items.length / size) }, (_, index) => index * size);
  return starts.map((start) => items.slice(start, start + size));
}

/** Renders templates from what they are given; how many pages they made. `path`: their folder, or one of them. */
async function renderTemplates(path: string, data: Readonly<Record<string, unknown>>, output: string): Promise<number> {
  // Eleventy takes all paths from the working directory: it works in the program's own folder, wherever it was called.
  const called = process.cwd();
  const target = relative(programRoot, resolve(output));
  if (called !== programRoot) process.chdir(programRoot);
  try {
    return await renderHere(relative(programRoot, path), data, target);
  } finally {
    if (called !== programRoot) process.chdir(called);
  }
}

async function renderHere(path: string, data: Readonly<Record<string, unknown>>, output: string): Promise<number> {
  const eleventy = new Eleventy(path, output, {
    source: "cli",
    configPath: relative(programRoot, programFile(".eleventy")),
    quietMode: true,
    config: (config: UserConfig) => {
      for (const [name, value] of Object.entries(data)) config.addGlobalData(name, () => value);
    },
  });
  // What goes wrong is thrown, and said once, by the script that asked for the build.
  eleventy.disableLogger();
  // Eleventy's own type for this pair is mistaken.
  const [, pages] = (await eleventy.write()) as unknown as readonly [unknown, readonly unknown[]];
  return pages.length;
}
