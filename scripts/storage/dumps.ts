import { existsSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, join } from "node:path";
import { isExport, type ReadExport, readExport, unpackedName } from "../../src/import/read-export.ts";
import type { WholeDump } from "../../src/import/whole-dump.ts";
import type { NewSequence } from "../../src/model/lazy-sequence.ts";
import { UnreadableDump } from "../../src/read/encoding.ts";
import { BadSidecar, readSidecar, type Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";
import { chunksOf, unreadable } from "./file-bytes.ts";
import { filesBelow, leadsOut } from "./files-below.ts";
import { isWebArchive } from "./kept-archives.ts";
import { staySmall } from "./memory.ts";

/** An export whose posts should not be held all at once. */
export interface LongDump {
  readonly kind: "long";
  readonly dump: ReadExport;
}

/** A dump as an import finds it. */
export type FoundDump = WholeDump | LongDump;

/** A dump with all its posts in memory. */
export function wholeDump(found: FoundDump): WholeDump {
  return found.kind === "long" ? { kind: "export", dump: { ...found.dump, posts: [...found.dump.posts] } } : found;
}

/** The dumps below a folder, packed ones and web archives among them, by path; none that a dump keeps beside itself. */
export function dumpsIn(folder: string): readonly string[] {
  return filesBelow(folder, (name) => isDump(name) || isArchive(name))
    .filter((name) => !isBesideDump(name, (path) => existsSync(join(folder, path))))
    .map((name) => join(folder, name));
}

/** Folders in which Telegram Desktop keeps the files of an export. */
const sharedFolders: ReadonlySet<string> = new Set(
  "files photos video_files voice_messages round_video_messages stickers profile_pictures stories".split(" "),
);

/**
 * Whether a file belongs to a dump and is none itself: one that somebody shared in a chat, `ChatExport/files/notes.txt` beside
 * `ChatExport/result.json`, or a part of a saved page, `page_files/frame.html` beside `page.html`. `isThere` knows the paths around it.
 */
export function isBesideDump(path: string, isThere: (path: string) => boolean): boolean {
  const parts = path.split(/[\\/]/u);
  return parts.slice(0, -1).some((folder, depth) => {
    const home = parts.slice(0, depth);
    const hasOneOf = (names: readonly string[]): boolean => names.some((name) => isThere([...home, name].join("/")));
    if (sharedFolders.has(folder)) return hasOneOf(["result.json", "messages.html"]);
    const page = /^(?<page>.+)_files$/u.exec(folder)?.groups?.page;
    return page !== undefined && hasOneOf([`${page}.html`, `${page}.htm`]);
  });
}

/** Whether a file is a dump, by its name: a page's text, or an export. */
export function isDump(name: string): boolean {
  return /\.txt$/iu.test(name) || isExport(name);
}

/** Whether a file holds dumps, by its name: a `.zip` of them, one with `.gz` behind its name, or a web archive. */
export function isArchive(name: string): boolean {
  return /\.zip$/iu.test(name) || (/\.gz$/iu.test(name) && isDump(name.slice(0, -".gz".length))) || isWebArchive(name);
}

/** Reads one dump and the sidecar `NAME.yml` beside it; `file` is what the archive calls it. Never throws on account of the file. */
export function readDumpFile(path: string, file = basename(path), options: ReadOptions = {}): FoundDump {
  return failingSoftly(file, () => {
    const reading = readingDump(file, readSidecarOf(path, file), options);
    for (const chunk of chunksOf(path)) {
      reading.write(chunk);
      staySmall();
    }
    return reading.end();
  });
}

/** What exports are put on while they are read, and from how many posts on they are long. */
export interface Sequences {
  readonly newSequence: NewSequence;
  readonly longFrom: number;
}

/** How dumps are read; each part may be absent. */
export interface ReadOptions {
  readonly sequences?: Sequences | undefined;
  /** The time zone whose days the archive's are. */
  readonly timezone?: string | undefined;
}

/** A dump that is being read piece by piece. Throws `UnreadableDump` and `BadSidecar`. */
export interface ReadingDump {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => FoundDump;
}

/** Starts reading a dump: exports as they come, texts as a whole. No export is long where there are no sequences. */
export function readingDump(file: string, sidecar: Sidecar, { sequences, timezone }: ReadOptions = {}): ReadingDump {
  if (isExport(unpackedName(file))) {
    const { write, end } = readExport({ file, sidecar, timezone, newSequence: sequences?.newSequence });
    return {
      write,
      end: () => {
        const dump = end();
        const long: LongDump = { kind: "long", dump };
        return sequences !== undefined && dump.posts.length >= sequences.longFrom ? long : wholeDump(long);
      },
    };
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  return {
    write: (chunk) => {
      bytes += chunk.length;
      if (bytes > largestText)
        throw new UnreadableDump(
          `Cannot read dump "${file}": it is a text of more than ${largestText >> 20} MB; split it into several files`,
        );
      // Copied, since the next piece comes in the same memory.
      chunks.push(Uint8Array.prototype.slice.call(chunk));
    },
    end: () => ({ kind: "read", source: readSource(Buffer.concat(chunks), file, sidecar.encoding), sidecar }),
  };
}

/** No page has more text, and one of so much takes minutes and some gigabytes of memory. */
const largestText = 64 << 20;

/** What was found, or the one line that says why it could not be read. */
export function failingSoftly(file: string, read: () => FoundDump): FoundDump {
  try {
    return read();
  } catch (error) {
    return failedBy(error, file);
  }
}

/** A dump that would never end, or whose sidecar would: a pipe, a socket or a device; nothing for all others. */
export function noFileOf(path: string, file: string): WholeDump | undefined {
  const odd = [path, sidecarPath(path)].find((each) => {
    const kind = linkedKind(each);
    return kind !== undefined && !kind.isFile() && !kind.isDirectory();
  });
  if (odd === undefined) return undefined;
  return { kind: "failed", file, message: `Cannot read "${odd}": it is a pipe or a device; put a file there` };
}

/** What stands at a path; nothing where nothing does, and for a link that leads in a circle. */
function linkedKind(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // Told when it is read.
    return undefined;
  }
}

/** As `readDumpFile`, for a dump of an archive: one that is a link out of its folder is not read, since its text would be published. */
export function readDumpBelow(folder: string, path: string, file: string, options: ReadOptions = {}): FoundDump {
  const odd = noFileOf(path, file);
  if (odd !== undefined) return odd;
  const out = [path, sidecarPath(path)].find((link) => existsSync(link) && leadsOut(link, folder));
  if (out === undefined) return readDumpFile(path, file, options);
  const message = `Cannot read "${out}": it is a link that leads out of "${folder}"; replace it with a copy of the file`;
  return { kind: "failed", file, message };
}

/** The lines of an export below a folder, for people to look at; of one that is too large for that, nothing is read. */
export function readLinesBelow(folder: string, path: string, file: string): FoundDump {
  const isLarge = existsSync(path) && statSync(path).size > largestShown;
  const message = `Cannot show "${file}": it has more than ${largestShown >> 20} MB`;
  if (isLarge || leadsOut(path, folder)) return { kind: "failed", file, message };
  return failingSoftly(file, () => {
    const sidecar = readSidecarOf(path, file);
    return { kind: "read", source: readSource(readBytes(path), file, sidecar.encoding), sidecar };
  });
}

/** Bytes of the largest export whose lines the site shows. */
const largestShown = 8 << 20;

/** The one line of an error on account of a file; throws any other error again. */
export function failedBy(error: unknown, file: string): WholeDump {
  if (error instanceof UnreadableDump || error instanceof BadSidecar)
    return { kind: "failed", file, message: error.message };
  throw error;
}

/** Where a dump's sidecar stands: beside it, under its name without what says how it is kept. */
export function sidecarPath(path: string): string {
  return `${unpackedName(path).replace(/\.[^./\\]*$/u, "")}.yml`;
}

const largestSidecar = 1 << 20;

/** What a person says about a dump; `file` is what the archive calls the dump, for messages. Throws `BadSidecar`. */
export function readSidecarOf(path: string, file = basename(path)): Sidecar {
  const sidecar = sidecarPath(path);
  const name = sidecarPath(file);
  if (!existsSync(sidecar)) return {};
  if (statSync(sidecar).size > largestSidecar)
    throw new BadSidecar(
      `Cannot read sidecar "${name}": it has more than 1 MB; write only the keys of a sidecar into it`,
    );
  return readSidecar(new TextDecoder().decode(readBytes(sidecar)), name);
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}
