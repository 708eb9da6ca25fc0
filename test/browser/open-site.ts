import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { serve } from "../../scripts/site/server.ts";
import type { Post } from "../../src/model/post.ts";
import { contentWith } from "../site/fixture.ts";
import { openChromium } from "./chromium.ts";
import { openReader, type Reader } from "./reader.ts";

/** A site that a reader has open. */
export interface OpenSite extends Reader {
  readonly browser: Browser;
  /** Where it is served, with a slash at the end. */
  readonly url: string;
  /** The folder of its files. */
  readonly files: string;
  /** Ends browser and server and clears up; fails where the reader had anything to complain of. */
  close(): Promise<void>;
}

/** Builds and serves a site of posts, for a reader with an empty page. `settings`: what its `site.yml` says beside what it must. */
export async function openSite(
  posts: readonly Post[],
  settings: Parameters<typeof contentWith>[2] = {},
): Promise<OpenSite> {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-open-"));
  const files = join(folder, "_site");
  await buildSite(contentWith(posts, join(folder, "content"), settings), files);
  const served = await serve(files, { port: 0 });
  const chromium = await openChromium();
  // What a page made itself, such as a file to save, has an address that begins with `blob:`.
  const isOwn = (address: string): boolean => address.startsWith(served.url) || address.startsWith("blob:");
  const reader = await openReader(chromium.browser, isOwn);
  const close = async (): Promise<void> => {
    await chromium.close();
    await served.close();
    rmSync(folder, { recursive: true, force: true });
    expect(reader.complaints).toEqual([]);
  };
  return { ...reader, browser: chromium.browser, url: served.url, files, close };
}
