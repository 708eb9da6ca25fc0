import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import type { PostPage } from "../../src/site/model/post-page.ts";
import type { PublishedMedia } from "../../src/site/model/published-media.ts";
import { bundleParts } from "../../src/site/search/bundles.ts";
import { linkedIn } from "../storage/linked-media.ts";
import { loadArchive } from "../storage/load-archive.ts";
import { nameFiles } from "./file-names.ts";
import { KeptPages } from "./kept-pages.ts";
import { writeManifest } from "./manifest.ts";
import { makeMedia } from "./media.ts";
import { type Links, pageDigests } from "./page-digests.ts";
import { renderPages } from "./render-pages.ts";
import { makeBundles } from "./search-index.ts";
import { notesIn, refuseOther, type Share, shardsIn } from "./shards.ts";
import { discardSite, newSite, settleSite, swapSite } from "./site-place.ts";
import { Stages } from "./stages.ts";

/** What was built of a shard. */
export interface ShardReport {
  readonly posts: number;
  readonly keptPages: number;
  readonly searchBundles: number;
}

/** How a shard is built. */
export interface ShardOptions {
  readonly links: Links;
  /** Renders all pages anew. */
  readonly full?: boolean;
  readonly stages?: Stages;
}

/**
 * Builds the share of a site that takes longest, its pages of posts and bundles of the search, into `output`, with notes of what they show: whoever joins
 * the shards takes what shows the same in the site that they build. A shard that stands there is kept until the new one is whole.
 */
export async function buildShard(
  content: string,
  output: string,
  share: Share,
  { links, full = false, stages = new Stages(false) }: ShardOptions,
): Promise<ShardReport> {
  refuseOther(output);
  const media = new Map<string, PublishedMedia>();
  const archive = await stages.run("Reading posts", () => loadArchive(content, media));
  settleSite(output);
  const next = newSite(output);
  try {
    const before = full ? [] : shardsIn(output);
    const kept = new KeptPages(output, next, pageDigests(archive, links), { full: true, shards: before });
    const only = shareOf(archive.posts, share);
    const cache = join(dirname(resolve(output)), ".cache", "media");
    await stages.run("Reading media", () => readMedia(only, content, { cache, media }));
    const parts = archive.settings.search === undefined ? bundleParts(archive) : [];
    const bundles = parts.filter((_, index) => index % share.of === share.number - 1);
    const [pages] = await Promise.all([
      stages.run("Rendering posts", (tell) => renderPages(archive, [], next, { kept, tell, only }), only.length),
      stages.run("Indexing for the search", () => makeBundles(bundles, next, kept)),
    ]);
    if (links === "files") nameFiles(next, kept.files);
    writeManifest(next, kept.files);
    kept.note(notesIn(next));
    swapSite(next, output);
    return { posts: only.length, keptPages: pages.kept, searchBundles: bundles.length };
  } finally {
    discardSite(next);
  }
}

/** Posts that follow each other: as many a share as the others have, or one less. */
function shareOf<Item>(items: readonly Item[], { number, of }: Share): readonly Item[] {
  const end = (shares: number): number => Math.floor((items.length * shares) / of);
  return items.slice(end(number - 1), end(number));
}

/** Finds out what pages show of the media of posts; the files themselves are published where shards are joined. */
async function readMedia(
  posts: readonly PostPage[],
  content: string,
  { cache, media }: { readonly cache: string; readonly media: Map<string, PublishedMedia> },
): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "scrollback-shard-"));
  try {
    const known = linkedIn(content);
    await makeMedia(
      posts.map(({ post }) => post),
      { content, output: scratch, cache },
      media,
      known,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
