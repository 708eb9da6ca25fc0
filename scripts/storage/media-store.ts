import { createHash } from "node:crypto";
import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { rowOf } from "../../src/model/lazy-sequence.ts";
import type { Notice } from "../../src/model/notice.ts";
import type { MediaFile, Unnamed } from "../../src/model/post.ts";
import { mediaTypeOf } from "../../src/read/media-type.ts";
import { reasonOf } from "./disk-errors.ts";
import { chunksOf, type FoundDump } from "./dumps.ts";
import { copyWhole, writeWhole } from "./write-whole.ts";

/** What is kept of the files beside exports. */
export interface MediaOptions {
  /** `keep`: stored under `content/media`; `none`: nothing is. */
  readonly media: "keep" | "none";
  /** Larger files are left out and told, in bytes. */
  readonly largest: number;
}

/** A file of an export that the archive keeps, or a line that says why not. */
interface StoredMedia {
  /** The export that names it, and its path there. */
  readonly dump: string;
  readonly path: string;
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
}

/** The files that the archive keeps, by the export and path that name them: one line of `content/media/index.jsonl` each. */
class MediaIndex {
  private readonly byPlace = new Map<string, StoredMedia>();
  private readonly file: string;
  private isChanged = false;

  constructor(private readonly folder: string) {
    this.file = join(folder, "index.jsonl");
    const lines = existsSync(this.file) ? readFileSync(this.file, "utf8").split("\n") : [];
    for (const line of lines) {
      const stored = storedIn(line);
      if (stored !== undefined) this.byPlace.set(placeOf(stored), stored);
    }
  }

  get(dump: string, path: string): StoredMedia | undefined {
    return this.byPlace.get(placeOf({ dump, path }));
  }

  add(stored: StoredMedia): void {
    this.byPlace.set(placeOf(stored), stored);
    this.isChanged = true;
  }

  write(): void {
    if (!this.isChanged) return;
    const lines = [...this.byPlace.values()].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
    mkdirSync(this.folder, { recursive: true });
    writeWhole(this.file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
}

function storedIn(line: string): StoredMedia | undefined {
  try {
    const { dump, path, sha256, type, bytes } = JSON.parse(line) as Partial<StoredMedia>;
    const isWhole = typeof dump === "string" && typeof path === "string" && typeof type === "string";
    if (!isWhole || !/^[0-9a-f]{64}$/u.test(sha256 ?? "") || typeof bytes !== "number") return undefined;
    return { dump, path, sha256: sha256 ?? "", type, bytes };
  } catch {
    // A line that is none is told by nothing that it names: its file is stored anew.
    return undefined;
  }
}

function placeOf({ dump, path }: Pick<StoredMedia, "dump" | "path">): string {
  return `${dump}\n${path}`;
}

/** Where a stored file stands below `content/media`: two digits of its SHA-256, then all of it. */
export function mediaPath({ sha256, type }: Pick<StoredMedia, "sha256" | "type">): string {
  return `${sha256.slice(0, 2)}/${sha256}.${type}`;
}

/**
 * Stores the files that stand beside exports, each once by its SHA-256, and tells posts where theirs are kept. `given` are the paths that the import was
 * asked to take: files stand beside them, or beside the exports among the dumps. A file that cannot be kept costs one notice.
 */
export function withStoredMedia(
  content: string,
  found: readonly FoundDump[],
  given: readonly string[],
  { media, largest }: MediaOptions,
): { readonly found: readonly FoundDump[]; readonly notices: readonly Notice[] } {
  const folder = join(content, "media");
  const index = new MediaIndex(folder);
  const notices: Notice[] = [];
  const told = found.map((dump): FoundDump => {
    if (dump.kind !== "export" && dump.kind !== "long") return dump;
    const { file } = dump.dump.report;
    const beside = media === "keep" ? foldersBeside(content, file, given) : [];
    const refused = new Set<string>();
    const keep = (path: string, source: Unnamed["source"]): void => {
      if (index.get(file, path) !== undefined || refused.has(path)) return;
      const stored = store(path, beside, folder, largest);
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
    if (beside.length > 0)
      for (const post of dump.dump.posts)
        for (const { path } of post.mediaFiles ?? []) if (path !== undefined) keep(path, post.source);
    const kept = (each: MediaFile): MediaFile => {
      const stored = each.path === undefined ? undefined : index.get(file, each.path);
      return stored === undefined ? each : { ...each, sha256: stored.sha256, type: stored.type, bytes: stored.bytes };
    };
    const withMedia = (post: Unnamed): Unnamed =>
      post.mediaFiles === undefined ? post : { ...post, mediaFiles: post.mediaFiles.map(kept) };
    if (dump.kind === "export") return { ...dump, dump: { ...dump.dump, posts: dump.dump.posts.map(withMedia) } };
    const { posts } = dump.dump;
    const row = rowOf(posts.length, (place) => {
      const post = posts.at(place);
      if (post === undefined) throw new RangeError(`no post at place ${place}`);
      return withMedia(post);
    });
    return { ...dump, dump: { ...dump.dump, posts: row } };
  });
  index.write();
  return { found: told, notices };
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

/** Stores a file once; `undefined` where none of the folders has it. */
function store(
  path: string,
  folders: readonly string[],
  media: string,
  largest: number,
): Pick<StoredMedia, "sha256" | "type" | "bytes"> | Refusal | undefined {
  const place = folders.map((folder) => ({ folder, file: join(folder, path) })).find(({ file }) => existsSync(file));
  if (place === undefined) return undefined;
  try {
    // A name with ../ or a link may lead anywhere: what is stored is published.
    const inside = relative(realpathSync(place.folder), realpathSync(place.file));
    if (inside.startsWith("..") || inside.startsWith(sep))
      return { reason: "leads out of its export and was not taken" };
    const { size } = lstatSync(realpathSync(place.file));
    if (!lstatSync(realpathSync(place.file)).isFile()) return { reason: "is no file and was not taken" };
    if (size > largest) {
      const [own, limit] = [size, largest].map((bytes) => `${Math.ceil(bytes / 1e6)} MB`);
      return { reason: `was left out: it has ${own}, more than ${limit} (mediaLimit in site.yml)` };
    }
    const hash = createHash("sha256");
    for (const chunk of chunksOf(place.file)) hash.update(chunk);
    const stored = { sha256: hash.digest("hex"), type: mediaTypeOf(headOf(place.file), basename(path)), bytes: size };
    const target = join(media, mediaPath(stored));
    if (!existsSync(target)) copyWhole(place.file, target);
    return stored;
  } catch (error) {
    return { reason: `cannot be read: ${reasonOf(error)}` };
  }
}

function headOf(path: string): Uint8Array {
  const file = openSync(path, "r");
  try {
    const head = Buffer.alloc(64);
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } finally {
    closeSync(file);
  }
}
