import { existsSync, lstatSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Damage } from "../../src/archive/verify.ts";
import { isMediaType } from "../../src/read/media-type.ts";
import { refused } from "./disk-errors.ts";
import { digestOf } from "./file-bytes.ts";
import { leadsOut } from "./files-below.ts";
import { writeWhole } from "./write-whole.ts";

/** A file that a dump names and the archive keeps. */
export interface StoredMedia {
  /** The dump that names it, and its path or address there. */
  readonly dump: string;
  readonly path: string;
  readonly sha256: string;
  readonly type: string;
  readonly bytes: number;
}

/** The files that the archive keeps, by the dump and path that name them: one line of `content/media/index.jsonl` each. */
export class MediaIndex {
  private readonly byPlace = new Map<string, StoredMedia>();
  private isChanged = false;

  /** `folder` is `content/media`. */
  constructor(readonly folder: string) {
    for (const stored of readIndex(folder).stored) this.byPlace.set(placeOf(stored), stored);
  }

  get(dump: string, path: string): StoredMedia | undefined {
    return this.byPlace.get(placeOf({ dump, path }));
  }

  /** Every file that a dump names. */
  get all(): readonly StoredMedia[] {
    return [...this.byPlace.values()];
  }

  add(stored: StoredMedia): void {
    this.byPlace.set(placeOf(stored), stored);
    this.isChanged = true;
  }

  /** Takes up that dumps have other names now, old to new. */
  rename(names: ReadonlyMap<string, string>): void {
    for (const stored of this.all) {
      const dump = names.get(stored.dump);
      if (dump === undefined) continue;
      this.byPlace.delete(placeOf(stored));
      this.add({ ...stored, dump });
    }
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

/** What the index of a media folder tells, and the numbers of lines that tell nothing. One that is a link tells nothing. */
function readIndex(folder: string): { readonly stored: readonly StoredMedia[]; readonly broken: readonly number[] } {
  const file = indexIn(folder);
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return { stored: [], broken: [] };
  if (!isPlainFile(file, folder)) return { stored: [], broken: [1] };
  const lines = readFileSync(file, "utf8").split("\n");
  const read = lines.map((line) => storedIn(line));
  const broken = lines.flatMap((line, at) => (line !== "" && read[at] === undefined ? [at + 1] : []));
  return { stored: read.flatMap((stored) => stored ?? []), broken };
}

function storedIn(line: string): StoredMedia | undefined {
  try {
    const { dump, path, sha256, type, bytes } = JSON.parse(line) as Partial<StoredMedia>;
    const isWhole = typeof dump === "string" && typeof path === "string" && typeof bytes === "number";
    if (!isWhole || typeof sha256 !== "string" || !/^[0-9a-f]{64}$/u.test(sha256)) return undefined;
    // The type becomes the ending of a file that is published.
    return typeof type === "string" && isMediaType(type) ? { dump, path, sha256, type, bytes } : undefined;
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
 * The SHA-256 of what stands in the place of a stored file of a media folder; `undefined` for what cannot be read, and for a link or what lies behind
 * one, which may lead to any file of the machine.
 */
export function storedDigest(folder: string, file: Pick<StoredMedia, "sha256" | "type">): string | undefined {
  try {
    const path = join(folder, mediaPath(file));
    return isPlainFile(path, folder) ? digestOf(path) : undefined;
  } catch {
    // Missing, no file, or on a failing disk: none of them holds what was stored.
    return undefined;
  }
}

/** Whether a stored file of a media folder stands there as it should: with its bytes, or, as one that was withdrawn, not at all. */
export function isAsStored(
  folder: string,
  file: Pick<StoredMedia, "sha256" | "type">,
  withdrawn: ReadonlyMap<string, string>,
): boolean {
  return withdrawn.has(file.sha256) || storedDigest(folder, file) === file.sha256;
}

/** Whether a file of a media folder is one itself, in a folder that belongs to the archive. */
export function isPlainFile(path: string, folder: string): boolean {
  const content = join(folder, "..");
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true && !leadsOut(path, content);
  } catch (error) {
    throw refused("read", path, error);
  }
}

/** The files of `content/media` that are not as they were stored, by their paths in the content folder; `reason` ends with the remedy. */
export function damagedMedia(
  content: string,
  {
    withdrawn = new Map(),
    linked,
  }: {
    readonly withdrawn?: ReadonlyMap<string, string>;
    /** Whether a build published a file elsewhere, by its SHA-256; only where files are published so. */
    readonly linked?: ((sha256: string) => boolean) | undefined;
  } = {},
): readonly Damage[] {
  const folder = join(content, "media");
  if (!existsSync(folder)) return [];
  const { stored, broken } = readIndex(folder);
  const once = new Map(stored.map((each) => [mediaPath(each), each]));
  return [
    ...broken.map((line): Damage => {
      const reason = "it does not name a stored file; restore the line from a copy";
      return { kind: "damage", file: "media/index.jsonl", line, reason };
    }),
    ...[...once].sort().flatMap(([path, { sha256, type }]): readonly Damage[] => {
      const found = storedDigest(folder, { sha256, type });
      if (withdrawn.has(sha256)) {
        const reason = "it was withdrawn, and its file is still there; delete the file";
        return found === undefined ? [] : [{ kind: "damage", file: `media/${path}`, reason }];
      }
      if (found === sha256) return [];
      if (linked !== undefined && !existsSync(join(folder, path))) {
        // Files that are published elsewhere may be kept there alone.
        if (linked(sha256)) return [];
        const reason = `the file is not here, and no build has published it (media/linked.jsonl); if it is kept nowhere else, import its export again, or restore the file with SHA-256 ${sha256} from a copy`;
        return [{ kind: "remark", file: `media/${path}`, reason }];
      }
      const what = found === undefined ? "the file cannot be read, or is a link" : `its SHA-256 is ${found}`;
      const reason = `${what}; import its export again, or restore the file with SHA-256 ${sha256} from a copy`;
      return [{ kind: "damage", file: `media/${path}`, reason }];
    }),
  ];
}
