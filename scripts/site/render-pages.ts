import { join, relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import type UserConfig from "@11ty/eleventy/UserConfig";
import type { Download } from "../../src/site/formats/downloads/download.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { type ListPages, ListsToRender } from "../../src/site/model/list-views.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { programFile, programRoot, templateNames, templatesFolder } from "../program.ts";
import { staySmall } from "../storage/memory.ts";
import type { KeptPages } from "./kept-pages.ts";
import type { Tell } from "./stages.ts";

/** What the template of posts is given of each. */
type ShownView = Pick<PostView, "path" | "page" | "archive">;

/** How pages are rendered. */
export interface RenderOptions {
  /** How many posts are rendered in one run of Eleventy, which holds all pages of a run in memory until its end. */
  readonly postsARun?: number | undefined;
  /** Pages that need not be rendered. */
  readonly kept?: Pick<KeptPages, "keep" | "keepList">;
  /** Told of each post whose page is rendered or kept. */
  readonly tell?: Tell;
  /** Renders the pages of these posts alone, and no other page. */
  readonly only?: readonly PostPage[] | undefined;
}

/** The pages of a site. */
export interface PageCount {
  readonly rendered: number;
  readonly kept: number;
}

/** Renders the pages of an archive below `output`, but for those that are kept; many pages in several runs. */
export async function renderPages(
  archive: Archive,
  downloads: readonly Download[],
  output: string,
  { postsARun = 2500, kept, tell, only }: RenderOptions = {},
): Promise<PageCount> {
  const count = { rendered: 0, kept: 0 };
  const [post = "", ...others] = templateNames().toSorted((one, other) => rank(one) - rank(other));
  let batch: ShownView[] = [];
  let lists: ListPages = archive;
  const render = async (path: string): Promise<void> => {
    count.rendered += await renderTemplates(path, { archive, lists, downloads, batch }, output);
    batch = [];
    // The pages of a run are garbage by now, which Node would let pile up from run to run.
    staySmall();
  };
  for (const page of only ?? archive.posts) {
    const view = new PostView(page, archive);
    if (kept?.keep(view)) {
      count.kept += 1;
      tell?.();
    } else batch.push(tell === undefined ? view : new ToldView(view, tell));
    if (batch.length === postsARun) await render(join(templatesFolder, post));
  }
  if (only !== undefined) {
    if (batch.length > 0) await render(join(templatesFolder, post));
    return count;
  }
  let size = archive.posts.length;
  if (kept !== undefined) {
    const toRender = new ListsToRender(archive, (list) => kept.keepList(list));
    count.kept += toRender.kept;
    size = count.rendered + batch.length + toRender.size;
    lists = toRender;
  }
  if (size <= postsARun) await render(templatesFolder);
  else {
    if (batch.length > 0) await render(join(templatesFolder, post));
    // What is no post's page needs no posts to loop over: it takes all from the archive.
    for (const name of others) await render(join(templatesFolder, name));
  }
  return count;
}

/** A view that tells when its page is rendered, for which its archive is taken once. */
class ToldView implements ShownView {
  constructor(
    private readonly view: PostView,
    private readonly tell: Tell,
  ) {}

  get path() {
    return this.view.path;
  }

  get page() {
    return this.view.page;
  }

  get archive() {
    this.tell();
    return this.view.archive;
  }
}

/** The template of posts, which loops over a batch of them, comes first. */
function rank(name: string): number {
  return name.startsWith("post.11ty.") ? 0 : 1;
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
