import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { dumpsIn, type FoundDump, isArchive, isDump, noFileOf, readDumpFile, sidecarPath } from "./dumps.ts";
import { digestOf } from "./file-bytes.ts";
import { isFolder } from "./files-below.ts";
import { cardOf, isWebArchive, keepCard, readCard } from "./kept-archives.ts";
import { unknownKind } from "./other-files.ts";
import { copyWhole } from "./write-whole.ts";

/** Copies dumps and folders of dumps into `content/dumps`, with their sidecars; web archives stay where they are. Tells those that cannot be. */
export function adoptAll(paths: readonly string[], content: string): readonly FoundDump[] {
  const folder = join(content, "dumps");
  return paths.flatMap((path) => {
    if (isInside(path, folder)) return existsSync(path) ? [] : [readDumpFile(path)];
    return isFolder(path) ? adoptFolder(path, folder, content) : adopt(path, join(folder, basename(path)), content);
  });
}

function isInside(path: string, folder: string): boolean {
  return resolve(path).startsWith(resolve(folder) + sep);
}

/** A folder is taken whole, under its own name: exports consist of several files. */
function adoptFolder(path: string, folder: string, content: string): readonly FoundDump[] {
  if (isInside(folder, path) || resolve(path) === resolve(folder))
    return [failed(path, "it holds the archive itself; name the files in it")];
  // A link may lead anywhere.
  const dumps = dumpsIn(path).filter((dump) => lstatSync(dump).isFile());
  if (dumps.length === 0) return [failed(path, "it holds no dump; dumps are called NAME.txt, NAME.json or NAME.html")];
  const place = join(folder, basename(resolve(path)));
  return dumps.flatMap((dump) => adopt(dump, join(place, relative(path, dump)), content));
}

function adopt(path: string, place: string, content: string): readonly FoundDump[] {
  if (!existsSync(path)) return [readDumpFile(path)];
  const odd = noFileOf(path, basename(path));
  if (odd !== undefined) return [odd];
  if (!isDump(path) && !isArchive(path)) return [failed(path, unknownKind(path))];
  if (existsSync(place) && digestOf(place) !== digestOf(path))
    return [failed(path, `another dump has the name "${basename(path)}"; rename one of the two`)];
  const sidecar = sidecarPath(path);
  // The sidecar first: no import ever reads the dump without it.
  if (existsSync(sidecar)) copyWhole(sidecar, sidecarPath(place));
  if (isWebArchive(path) && !existsSync(place)) return keep(path, place, content);
  if (!existsSync(place)) copyWhole(path, place);
  return [];
}

/** A web archive stays where it is: a crawl may be too large for version control. */
function keep(path: string, place: string, content: string): readonly FoundDump[] {
  const [sha256, bytes] = [digestOf(path), statSync(path).size];
  if (existsSync(cardOf(place)) && readCard(cardOf(place)).sha256 !== sha256)
    return [failed(path, `another web archive has the name "${basename(path)}"; rename one of the two`)];
  keepCard(path, place, content, { sha256, bytes });
  return [];
}

function failed(path: string, reason: string): FoundDump {
  return { kind: "failed", file: basename(path), message: `Cannot import "${path}": ${reason}` };
}

/** Bytes read at a time. */
const chunkSize = 1 << 20;

/** Hands on the bytes of an open file, piece by piece. */
function eachChunk(file: number, use: (chunk: Uint8Array) => void): void {
  const chunk = Buffer.allocUnsafe(chunkSize);
  for (let length = readSome(file, chunk); length > 0; length = readSome(file, chunk)) use(chunk.subarray(0, length));
}

/** A terminal or a pipe may have nothing yet; it is asked again. */
function readSome(file: number, chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(file, chunk, 0, chunk.length, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

/**
 * Keeps what comes on standard input as a dump and returns its path. Without a name it is called by its digest; an ending that tells the
 * format is put behind a name without one. Throws an Error where another dump has the name, or where the name leads elsewhere.
 */
export function keepInput(folder: string, name: string | undefined, input = 0): string {
  if (name !== undefined && (name !== basename(name) || name.startsWith(".") || /[\\/\0]/u.test(name)))
    throw new Error(`Cannot keep the input as "${name}": it is not a plain file name; choose one such as harbour.txt`);
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.input-${process.pid}`);
  try {
    const { digest, ending, bytes } = write(draft, input);
    if (bytes === 0) throw new Error("Cannot keep the input: it is empty; pipe a dump into the command");
    const wanted = name ?? `input-${digest.slice(0, 12)}`;
    const place = join(folder, isDump(wanted) || isArchive(wanted) ? wanted : `${wanted}${ending}`);
    if (existsSync(place) && digestOf(place) !== digest)
      throw new Error(
        `Cannot keep the input as "${basename(place)}": another dump has this name; choose another --name`,
      );
    renameSync(draft, place);
    return place;
  } finally {
    rmSync(draft, { force: true });
  }
}

function write(path: string, input: number) {
  const hash = createHash("sha256");
  let bytes = 0;
  let ending = ".txt";
  const file = openSync(path, "w");
  try {
    eachChunk(input, (chunk) => {
      if (bytes === 0) ending = endingOf(chunk);
      bytes += chunk.length;
      hash.update(chunk);
      for (let at = 0; at < chunk.length; ) at += writeSync(file, chunk, at);
    });
  } finally {
    closeSync(file);
  }
  return { digest: hash.digest("hex"), ending, bytes };
}

/** The ending that says what a file is, by how it starts. */
function endingOf(start: Uint8Array): string {
  const text = new TextDecoder("latin1").decode(start.subarray(0, 1024)).replace(/^ï»¿/u, "").trimStart();
  if (text.startsWith("PK\u0003\u0004")) return ".zip";
  if (/^WARC\/\d/u.test(text)) return ".warc";
  if (/^\{\s*"/u.test(text)) return ".json";
  return /^<(?:!doctype html|html|head|body|div)\b/iu.test(text) ? ".html" : ".txt";
}
