import { closeSync, existsSync, lstatSync, openSync, readFileSync, readSync, realpathSync, rmSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { mediaAddress, pathsOf, placesOf } from "../../src/exports/media-files.ts";
import { lazySequence } from "../../src/model/lazy-sequence.ts";
import type { Notice } from "../../src/model/notice.ts";
import type { MediaFile, Unnamed } from "../../src/model/post.ts";
import { mediaTypeOf } from "../../src/read/media-type.ts";
import { reasonOf } from "./disk-errors.ts";
import type { FoundDump } from "./dumps.ts";
import { digestOf } from "./file-bytes.ts";
import { isAsStored, MediaIndex, mediaPath, type StoredMedia } from "./media-index.ts";
import { type MediaOptions, tooLarge } from "./media-keeper.ts";
import { refuseWayOut } from "./post-files.ts";
import { withdrawnIn } from "./withdrawn-media.ts";
import { copyWhole, writeWhole } from "./write-whole.ts";

/**
 * Stores the files that stand beside exports, each once by its SHA-256, and tells posts where theirs are kept. `given` are the paths that the import was
 * asked to take: files stand beside them, or beside the exports among the dumps. A file that cannot be taken costs one notice, and one that was lost or
 * damaged in `content/media` is stored again. Throws an Error where the archive cannot be written, or a link leads out of it.
 */
export function withStoredMedia(
  content: string,
  found: readonly FoundDump[],
  given: readonly string[],
  { media, largest }: MediaOptions,
): { readonly found: readonly FoundDump[]; readonly notices: readonly Notice[] } {
  const folder = join(content, "media");
  const index = new MediaIndex(folder);
  const withdrawn = withdrawnIn(folder);
  const notices: Notice[] = [];
  for (const dump of media === "none" ? [] : found) {
    if (!isExport(dump)) continue;
    const { file } = dump.dump.report;
    const beside = foldersBeside(content, file, given);
    if (beside.length === 0) continue;
    const refused = new Set<string>();
    const keep = (path: string, source: Unnamed["source"]): void => {
      const known = index.get(file, path);
      if (refused.has(path) || (known !== undefined && isAsStored(folder, known, withdrawn))) return;
      const stored = store(placesOf(path, file), beside, { media: folder, largest, lost: known, withdrawn });
      if (stored === undefined) return;
      if ("reason" in stored) {
        refused.add(path);
        const line = source.lines[0]?.[0];
        notices.push({
          rule: "media/left-out",
          file,
          ...(line === undefined ? {} : { line }),
          reason: `"${path}" ${stored.reason}`,
        });
      } else index.add({ dump: file, path, ...stored });
    };
    for (const post of dump.dump.posts)
      for (const each of post.mediaFiles ?? []) for (const path of pathsOf(each)) keep(path, post.source);
  }
  index.write();
  tellGit(folder, media === "link");
  return { found: found.map((dump) => toldFrom(index, dump)), notices };
}

/** What git is told of a media folder whose files are published elsewhere: the lists alone are the archive's. */
const leftOutOfGit = "*\n!.gitignore\n!*.jsonl\n";

/** Leaves the files of a media folder out of git, or takes them in again; a file that a person wrote stays as it is. */
function tellGit(folder: string, isLinked: boolean): void {
  const file = join(folder, ".gitignore");
  refuseWayOut(file, dirname(folder));
  if (isLinked && existsSync(folder) && !existsSync(file)) writeWhole(file, leftOutOfGit);
  if (!isLinked && existsSync(file) && readFileSync(file, "utf8") === leftOutOfGit) rmSync(file);
}

/** Tells posts where their files are kept, as an import does, and stores nothing. */
export function withKeptMedia(content: string, found: readonly FoundDump[]): readonly FoundDump[] {
  const index = new MediaIndex(join(content, "media"));
  return found.map((dump) => toldFrom(index, dump));
}

type FoundExport = Extract<FoundDump, { readonly kind: "export" | "long" }>;

function isExport(dump: FoundDump): dump is FoundExport {
  return dump.kind === "export" || dump.kind === "long";
}

function toldFrom(index: MediaIndex, dump: FoundDump): FoundDump {
  if (!isExport(dump)) return dump;
  const { file } = dump.dump.report;
  const storedAt = (path: string | undefined) => (path === undefined ? undefined : index.get(file, path));
  const kept = ({ poster, ...each }: MediaFile): MediaFile => {
    const [stored, picture] = [storedAt(each.path), storedAt(poster?.path)];
    return {
      ...each,
      ...(stored && { sha256: stored.sha256, type: stored.type, bytes: stored.bytes }),
      ...(picture && { poster: { path: picture.path, sha256: picture.sha256, type: picture.type } }),
    };
  };
  const withMedia = ({ mediaFiles, ...post }: Unnamed): Unnamed => {
    if (mediaFiles === undefined) return post;
    // An address that a page names is no file of the dump unless the dump holds it.
    const own = mediaFiles.map(kept).filter(({ sha256, path }) => sha256 !== undefined || !isAddress(path));
    return own.length === 0 ? post : { ...post, mediaFiles: own };
  };
  if (dump.kind === "export") return { ...dump, dump: { ...dump.dump, posts: dump.dump.posts.map(withMedia) } };
  const { posts } = dump.dump;
  const row = lazySequence(posts.length, (place) => {
    const post = posts.at(place);
    if (post === undefined) throw new RangeError(`no post at place ${place}`);
    return withMedia(post);
  });
  return { ...dump, dump: { ...dump.dump, posts: row } };
}

function isAddress(path: string | undefined): boolean {
  return path !== undefined && mediaAddress(path) !== undefined;
}

/** The folders in which the files of an export can stand. */
function foldersBeside(content: string, file: string, given: readonly string[]): readonly string[] {
  const own = dirname(join(content, "dumps", file));
  const sources = given.flatMap((path) => {
    const name = basename(resolve(path));
    if (file === name) return [dirname(resolve(path))];
    return file.startsWith(`${name}/`) ? [dirname(join(resolve(path), file.slice(name.length + 1)))] : [];
  });
  return [...sources, own].filter((folder) => existsSync(folder) && lstatSync(folder).isDirectory());
}

type Refusal = { readonly reason: string };

/** Where the first file of these paths stands; `undefined` where none of the folders has any. */
function placeIn(
  paths: readonly string[],
  folders: readonly string[],
  largest: number,
): { readonly file: string } | Refusal | undefined {
  const place = folders
    .flatMap((folder) => paths.map((path) => ({ folder, file: join(folder, path) })))
    .find(({ file }) => existsSync(file));
  if (place === undefined) return undefined;
  const file = realpathSync(place.file);
  // A name with ../ or a link may lead anywhere: what is stored is published.
  const parts = relative(realpathSync(place.folder), file).split(sep);
  if (isAbsolute(parts.join(sep)) || parts[0] === "..")
    return { reason: "was skipped: its path leads out of the export" };
  // An export may lie in a home folder, and no program that exports hides what it writes.
  if (parts.some((part) => /^\.(?!\.)/u.test(part))) return { reason: "was skipped: it is a hidden file" };
  const stats = lstatSync(file);
  if (!stats.isFile()) return { reason: "was skipped: it is not a file" };
  if (stats.size <= largest) return { file };
  return { reason: tooLarge(stats.size, largest) };
}

/**
 * Stores a file once; `lost` is what stood in the index and is no more what it was. A file that cannot be read is refused; where the archive cannot be
 * written, an Error is thrown.
 */
function store(
  paths: readonly string[],
  folders: readonly string[],
  {
    media,
    largest,
    lost,
    withdrawn,
  }: {
    readonly media: string;
    readonly largest: number;
    readonly lost: StoredMedia | undefined;
    readonly withdrawn: ReadonlyMap<string, string>;
  },
): Pick<StoredMedia, "sha256" | "type" | "bytes"> | Refusal | undefined {
  const read = readingSoftly(() => {
    const place = placeIn(paths, folders, largest);
    if (place === undefined || "reason" in place) return place;
    const { file } = place;
    const type = mediaTypeOf(headOf(file), basename(file));
    return { file, stored: { sha256: digestOf(file), type, bytes: lstatSync(file).size } };
  });
  if (read === undefined || "reason" in read) return read;
  const { file, stored } = read;
  // An export that is another one now does not bring back what was lost.
  if (lost !== undefined && lost.sha256 !== stored.sha256) return undefined;
  const target = join(media, mediaPath(stored));
  refuseWayOut(dirname(target), dirname(media));
  if (!isAsStored(media, stored, withdrawn)) copyWhole(file, target);
  return stored;
}

function readingSoftly<T>(read: () => T): T | Refusal {
  try {
    return read();
  } catch (error) {
    return { reason: `cannot be read: ${reasonOf(error)}` };
  }
}

/** The first bytes of a file, as many as `mediaTypeOf` looks at. */
export function headOf(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(64);
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}
