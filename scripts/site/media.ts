import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import sharp, { type Sharp } from "sharp";
import type { MediaFile, Post } from "../../src/model/post.ts";
import { filmTypes, mediaTypeOf, pictureTypes, soundTypes } from "../../src/read/media-type.ts";
import type { PictureSize, PublishedMedia } from "../../src/site/model/published-media.ts";
import { mediaFilePath, type SitePath } from "../../src/site/model/urls.ts";
import { linkedIn } from "../storage/linked-media.ts";
import { mediaPath, storedDigest } from "../storage/media-index.ts";
import { headOf } from "../storage/media-store.ts";
import { refuseWayOut } from "../storage/post-files.ts";
import { withdrawnIn } from "../storage/withdrawn-media.ts";
import { writeWhole } from "../storage/write-whole.ts";

type WithMedia = Pick<Post, "mediaFiles">;

/** Where media are taken from and made. */
interface MadePlaces {
  /** The content folder. */
  readonly content: string;
  /** The site that grows. */
  readonly output: string;
  /** Where made pictures are kept for the next build. */
  readonly cache: string;
  /** The folder of files that are published elsewhere, where they are: they stand there by name, and not in the site. */
  readonly linked?: string | undefined;
}

/** Where media are taken from, made, and published. */
export interface MediaPlaces extends MadePlaces {
  /** Withdrawn posts: what they alone show is taken away where it is published elsewhere. */
  readonly withdrawnPosts?: readonly WithMedia[];
}

/** The folder beside a site that holds the files of `media: link`; its files are to be published under `mediaUrl`. */
export const linkedFolder = "_media";

/** A thumbnail in a list has no more bytes. */
const mostThumbnailBytes = 12_000;

/** Widths of published pictures: in lists, on the post's page, and alone. */
const widths = [240, 800, 1600] as const;

/** More pixels than this are a bomb, or nothing for a browser. */
const mostPixels = 100_000_000;

/**
 * Publishes the files of posts, each once, and tells what was made of them in `published`. Pictures are made anew in several sizes: what a camera wrote
 * into them, such as the place, is not among it. What a file is, its bytes say: nothing that a browser could run is published under its own type. A file
 * that cannot be shown, or is not what was stored, is told on its page. Returns a line for each photo that is none.
 */
export async function publishMedia(
  posts: readonly WithMedia[],
  places: MediaPlaces,
  published: Map<string, PublishedMedia>,
): Promise<readonly string[]> {
  const known = places.linked === undefined ? undefined : linkedIn(places.content);
  const told = await makeMedia(posts, places, published, known);
  if (known === undefined) return told;
  const along = [...posts, ...(places.withdrawnPosts ?? [])]
    .flatMap(({ mediaFiles = [] }) => mediaFiles)
    .flatMap(({ sha256, poster }) => [sha256, poster?.sha256])
    .filter((sha256) => sha256 !== undefined && !published.has(sha256));
  const withdrawn = withdrawnIn(join(places.content, "media")).keys();
  noteLinked(places, new Map([...known, ...published]), new Set([...withdrawn, ...along]));
  return told;
}

/**
 * Makes the files of posts as `publishMedia` does, and notes nothing of them in the content folder. `known`: what is told of files that were published
 * elsewhere and need not be here.
 */
export async function makeMedia(
  posts: readonly WithMedia[],
  places: MadePlaces,
  published: Map<string, PublishedMedia>,
  known?: ReadonlyMap<string, PublishedMedia>,
): Promise<readonly string[]> {
  mkdirSync(places.cache, { recursive: true });
  const withdrawn = withdrawnIn(join(places.content, "media"));
  const told: string[] = [];
  for (const { mediaFiles = [] } of posts) {
    for (const { kind, sha256, type } of mediaFiles.flatMap((file) => [file, ...postersOf(file, withdrawn)])) {
      if (sha256 === undefined || type === undefined || published.has(sha256)) continue;
      const reason = withdrawn.get(sha256);
      const made = reason === undefined ? await publish({ sha256, type }, places, known?.get(sha256)) : undefined;
      published.set(sha256, made ?? { kind: "withdrawn", reason: reason ?? "" });
      if (kind === "photo" && made !== undefined && made.kind !== "picture")
        told.push(
          `media/${mediaPath({ sha256, type })}: it cannot be shown as a picture, or is not the file that was stored; the page of its post says so`,
        );
    }
  }
  return told;
}

/** Notes what was published elsewhere, and takes away there what was withdrawn, by its SHA-256. */
function noteLinked(
  { content, linked = "" }: MediaPlaces,
  all: ReadonlyMap<string, PublishedMedia>,
  withdrawn: ReadonlySet<string | undefined>,
): void {
  const lines = [...all]
    .filter(([sha256, { kind }]) => !withdrawn.has(sha256) && kind !== "unshown" && kind !== "withdrawn")
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([sha256, published]) => `${JSON.stringify({ sha256, ...published })}\n`);
  const file = join(content, "media", "linked.jsonl");
  const text = lines.join("");
  refuseWayOut(file, content);
  if (text !== (existsSync(file) ? readFileSync(file, "utf8") : "")) writeWhole(file, text);
  for (const name of existsSync(linked) ? readdirSync(linked) : [])
    if (withdrawn.has(name.slice(0, 64))) rmSync(join(linked, name));
}

/** What stands for a film until it plays; a withdrawn film takes it along. */
function postersOf({ sha256 = "", poster }: MediaFile, withdrawn: ReadonlyMap<string, string>) {
  return poster === undefined || withdrawn.has(sha256) ? [] : [{ kind: "photo" as const, ...poster }];
}

interface KeptFile {
  readonly sha256: string;
  readonly type: string;
}

async function publish(file: KeptFile, places: MadePlaces, known: PublishedMedia | undefined): Promise<PublishedMedia> {
  const folder = join(places.content, "media");
  const source = join(folder, mediaPath(file));
  if (known !== undefined && !existsSync(source)) return known;
  if (storedDigest(folder, file) !== file.sha256) return { kind: "unshown" };
  const type = mediaTypeOf(headOf(source), `.${file.type}`);
  if (pictureTypes.has(type)) return publishPicture(file, source, places);
  const kind = filmTypes.has(type) ? "film" : soundTypes.has(type) ? "sound" : "file";
  const path = mediaFilePath(file.sha256, `.${type}`);
  copyTo(source, placeOf(path, places));
  return { kind, path };
}

async function publishPicture(file: KeptFile, source: string, places: MadePlaces): Promise<PublishedMedia> {
  const sizes: PictureSize[] = [];
  try {
    for (const width of widths) {
      // Thumbnails of earlier versions had any number of bytes.
      const name = `${file.sha256}-${width}${width === widths[0] ? "-small" : ""}.webp`;
      const kept = join(places.cache, name);
      if (!existsSync(kept)) {
        const draft = `${kept}.${process.pid}`;
        if (width === widths[0]) writeFileSync(draft, await thumbnailOf(source));
        else await resized(source, width).webp({ quality: 78 }).toFile(draft);
        renameSync(draft, kept);
      }
      const { width: own = width, height = width } = await sharp(kept).metadata();
      // What is no larger than the size before it is that one again.
      if (sizes.at(-1)?.width === own) continue;
      const path = mediaFilePath(file.sha256, `-${width}.webp`);
      copyTo(kept, placeOf(path, places));
      sizes.push({ path, width: own, height });
    }
  } catch {
    // No picture, whatever its first bytes say, or too many pixels: its page tells it.
    return { kind: "unshown" };
  }
  const [first, ...others] = sizes;
  if (first === undefined) return { kind: "unshown" };
  const ground = await groundOf(placeOf(first.path, places));
  return { kind: "picture", sizes: [first, ...others], ground };
}

function resized(source: string, width: number): Sharp {
  return sharp(source, { limitInputPixels: mostPixels, animated: false })
    .rotate()
    .resize({ width, height: width * 2, fit: "inside", withoutEnlargement: true });
}

/** A picture for lists, in the best quality that a list can bear. */
async function thumbnailOf(source: string): Promise<Uint8Array> {
  for (const width of [widths[0], widths[0] / 2]) {
    for (const quality of [60, 40, 20]) {
      const made = await resized(source, width).webp({ quality }).toBuffer();
      if (made.length <= mostThumbnailBytes) return made;
    }
  }
  return resized(source, widths[0] / 4)
    .webp({ quality: 20 })
    .toBuffer();
}

/** Three colours a row, three rows; of what is transparent, white. */
async function groundOf(picture: string): Promise<readonly string[]> {
  const pixels = await sharp(picture).flatten({ background: "white" }).resize(3, 3, { fit: "fill" }).raw().toBuffer();
  const channels = pixels.length / 9;
  return Array.from({ length: 9 }, (_, place) => {
    const at = place * channels;
    const colour = [0, 1, 2].map((band) => pixels[at + (channels < 3 ? 0 : band)] ?? 0);
    return `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
  });
}

/** Where a published file is put: into the site, or into the folder of those that are published elsewhere. */
function placeOf(path: SitePath, { output, linked }: MadePlaces): string {
  return linked === undefined ? join(output, path) : join(linked, basename(path));
}

function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
