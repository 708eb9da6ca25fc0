import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import type { MediaFile, Post } from "../../src/model/post.ts";
import { filmTypes, mediaTypeOf, pictureTypes, soundTypes } from "../../src/read/media-type.ts";
import type { PictureSize, PublishedMedia } from "../../src/site/model/published-media.ts";
import { mediaFilePath } from "../../src/site/model/urls.ts";
import { mediaPath, storedDigest } from "../storage/media-index.ts";
import { headOf } from "../storage/media-store.ts";

/** Where media are taken from, made, and published. */
export interface MediaPlaces {
  /** The content folder. */
  readonly content: string;
  /** The site that grows. */
  readonly output: string;
  /** Where made pictures are kept for the next build. */
  readonly cache: string;
}

/** Widths of published pictures: in lists, on the post's page, and alone. */
const widths = [240, 800, 1600] as const;

/** More pixels than this are a bomb, or nothing for a browser. */
const mostPixels = 100_000_000;

/**
 * Publishes the files of posts, each once, and tells what was made of them in `published`. Pictures are made anew in several sizes: what a camera wrote
 * into them, such as the place, is not among it. What a file is, its bytes say: nothing that a browser could run is published under its own type. A file
 * that cannot be shown, or is not what was stored, is told on its page.
 */
export async function publishMedia(
  posts: Iterable<Pick<Post, "mediaFiles">>,
  places: MediaPlaces,
  published: Map<string, PublishedMedia>,
): Promise<void> {
  mkdirSync(places.cache, { recursive: true });
  for (const { mediaFiles = [] } of posts) {
    for (const file of mediaFiles) {
      const { sha256, type } = file;
      if (sha256 === undefined || type === undefined || published.has(sha256)) continue;
      published.set(sha256, await publish({ ...file, sha256, type }, places));
    }
  }
}

type KeptFile = MediaFile & { readonly sha256: string; readonly type: string };

async function publish(file: KeptFile, { content, output, cache }: MediaPlaces): Promise<PublishedMedia> {
  const folder = join(content, "media");
  if (storedDigest(folder, file) !== file.sha256) return { kind: "unshown" };
  const source = join(folder, mediaPath(file));
  const type = mediaTypeOf(headOf(source), `.${file.type}`);
  if (pictureTypes.has(type)) return publishPicture(file, source, output, cache);
  const kind = filmTypes.has(type) ? "film" : soundTypes.has(type) ? "sound" : "file";
  const path = mediaFilePath(file.sha256, `.${type}`);
  copyTo(source, join(output, path));
  return { kind, path };
}

async function publishPicture(file: KeptFile, source: string, output: string, cache: string): Promise<PublishedMedia> {
  const sizes: PictureSize[] = [];
  try {
    for (const width of widths) {
      const name = `${file.sha256}-${width}.webp`;
      const kept = join(cache, name);
      if (!existsSync(kept)) {
        const draft = `${kept}.${process.pid}`;
        const image = sharp(source, { limitInputPixels: mostPixels, animated: false }).rotate();
        const quality = width === widths[0] ? 60 : 78;
        await image
          .resize({ width, height: width * 2, fit: "inside", withoutEnlargement: true })
          .webp({ quality })
          .toFile(draft);
        renameSync(draft, kept);
      }
      const { width: own = width, height = width } = await sharp(kept).metadata();
      // What is no larger than the size before it is that one again.
      if (sizes.at(-1)?.width === own) continue;
      copyTo(kept, join(output, mediaFilePath(file.sha256, `-${width}.webp`)));
      sizes.push({ path: mediaFilePath(file.sha256, `-${width}.webp`), width: own, height });
    }
  } catch {
    // No picture, whatever its first bytes say, or too many pixels: its page tells it.
    return { kind: "unshown" };
  }
  const [first, ...others] = sizes;
  return first === undefined ? { kind: "unshown" } : { kind: "picture", sizes: [first, ...others] };
}

function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
