import { closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Damage } from "../../src/archive/verify.ts";
import { rowOf } from "../../src/model/lazy-sequence.ts";
import type { Notice } from "../../src/model/notice.ts";
import type { MediaFile, Unnamed } from "../../src/model/post.ts";
import { mediaTypeOf } from "../../src/read/media-type.ts";
import { reasonOf } from "./disk-errors.ts";
import { digestOf, type FoundDump } from "./dumps.ts";
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
  private isChanged = false;

  constructor(private readonly folder: string) {
    for (const stored of readIndex(folder).stored) this.byPlace.set(placeOf(stored), stored);
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
    writeWhole(indexIn(this.folder), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  }
}

function indexIn(folder: string): string {
  return join(folder, "index.jsonl");
}

/** What the index of a media folder tells, and the numbers of lines that tell nothing. */
function readIndex(folder: string): { readonly stored: readonly StoredMedia[]; readonly broken: readonly number[] } {
  const file = indexIn(folder);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const read = lines.map((line) => storedIn(line));
  const broken = lines.flatMap((line, at) => (line !== "" && read[at] === undefined ? [at + 1] : []));
  return { stored: read.flatMap((stored) => stored ?? []), broken };
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
  for (const dump of media === "keep" ? found : []) {
    if (!isExport(dump)) continue;
    const { file } = dump.dump.report;
    const beside = foldersBeside(content, file, given);
    if (beside.length === 0) continue;
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
    for (const post of dump.dump.posts)
      for (const { path } of post.mediaFiles ?? []) if (path !== undefined) keep(path, post.source);
  }
  index.write();
  return { found: found.map((dump) => toldFrom(index, dump)), notices };
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
}

/** The files of `content/media` that are not as they were stored, by their paths in the content folder; `reason` ends with the remedy. */
export function damagedMedia(content: string): readonly Damage[] {
  const folder = join(content, "media");
  const { stored, broken } = readIndex(folder);
  const once = new Map(stored.map((each) => [mediaPath(each), each.sha256]));
  return [
    ...broken.map((line): Damage => {
      const reason = "it names no stored file; bring back the line from a copy";
      return { kind: "damage", file: "media/index.jsonl", line, reason };
    }),
    ...[...once].sort().flatMap(([path, sha256]): readonly Damage[] => {
      const found = digestAt(join(folder, path));
      if (found === sha256) return [];
      const what = found === undefined ? "the file cannot be read" : `its SHA-256 is ${found}`;
      const reason = `${what}; bring back the file with SHA-256 ${sha256} from a copy`;
      return [{ kind: "damage", file: `media/${path}`, reason }];
    }),
  ];
}

function digestAt(path: string): string | undefined {
  try {
    return digestOf(path);
  } catch {
    // Missing, no file, or on a failing disk: none of them holds what was stored.
    return undefined;
  }
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
    if (isAbsolute(inside) || inside.startsWith("..")) return { reason: "leads out of its export and was not taken" };
    // An export may lie in a home folder, and no program that exports hides what it writes.
    if (inside.split(sep).some((part) => part.startsWith(".")))
      return { reason: "leads to a hidden file and was not taken" };
    const { size } = lstatSync(realpathSync(place.file));
    if (!lstatSync(realpathSync(place.file)).isFile()) return { reason: "is no file and was not taken" };
    if (size > largest) {
      const [own, limit] = [size, largest].map((bytes) => `${Math.ceil(bytes / 1e6)} MB`);
      return { reason: `was left out: it has ${own}, more than ${limit} (mediaLimit in site.yml)` };
    }
    const stored = { sha256: digestOf(place.file), type: mediaTypeOf(headOf(place.file), basename(path)), bytes: size };
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
