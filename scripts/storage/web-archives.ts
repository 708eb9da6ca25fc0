import { createHash } from "node:crypto";
import type { Entry, ZipFile } from "yauzl";
import { type ReadingWebArchive, readWebArchive } from "../../src/import/read-web-archive.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { unpacked } from "../../src/webarchive/gzip-members.ts";
import { recordsIn, type WarcItem } from "../../src/webarchive/records.ts";
import { type FoundDump, failedBy, type LongDump, type ReadOptions, readSidecarOf, wholeDump } from "./dumps.ts";
import { chunksOf } from "./file-bytes.ts";
import type { FoundWebArchive, KnownExports } from "./known-exports.ts";
import type { MediaKeeper } from "./media-keeper.ts";
import { staySmall } from "./memory.ts";
import { asRefusal, entriesOf, openZip, streamOf } from "./packed-files.ts";
import { AddressesOfFiles, keepFromWebArchive } from "./packed-media.ts";

/** How web archives are read. */
export interface WebArchiveOptions extends ReadOptions {
  /** Takes the files of its posts out of it. */
  readonly keeper?: MediaKeeper | undefined;
  /** The web archives that were read before. */
  readonly known?: KnownExports | undefined;
  /** What a person says about it; read from beside the file where absent. */
  readonly sidecar?: Sidecar;
}

/**
 * Reads the captures in a web archive, record by record: of `.warc` and `.wet`, packed or not, and of all such files in a `.wacz`. `file` is what the
 * archive of posts calls it. Never throws on account of the file.
 */
export async function readWebArchiveFile(
  path: string,
  file: string,
  options: WebArchiveOptions = {},
): Promise<readonly FoundDump[]> {
  try {
    const sidecar = options.sidecar ?? readSidecarOf(path, file);
    const read = (): Promise<FoundWebArchive> => readNow(path, file, sidecar, options);
    const { found, files } = await (options.known?.webArchive(file, { path, sidecar }, read) ?? read());
    if (options.keeper !== undefined && found[0] !== undefined)
      await keepFromWebArchive(found[0], files, () => itemsIn(path, file), options.keeper);
    return found;
  } catch (error) {
    return [failedBy(asRefusal(error, file), file)];
  }
}

/** Reads all records of a web archive. Throws `UnreadableDump`. */
async function readNow(
  path: string,
  file: string,
  sidecar: Sidecar,
  options: WebArchiveOptions,
): Promise<FoundWebArchive> {
  const reading = started(file, sidecar, options);
  const addresses = new AddressesOfFiles();
  const hash = createHash("sha256");
  let bytes = 0;
  const count = (chunk: Uint8Array): void => {
    hash.update(chunk);
    bytes += chunk.length;
  };
  if (/\.wacz$/iu.test(path)) {
    for (const chunk of chunksOf(path)) count(chunk);
    await readPackage(path, file, reading, addresses);
  } else await readRecords(counted(chunksOf(path), count), reading, { addresses });
  const found = foundIn(reading, { sha256: hash.digest("hex"), bytes }, options);
  return { found, files: addresses };
}

function started(file: string, sidecar: Sidecar, { sequences, timezone }: WebArchiveOptions): ReadingWebArchive {
  return readWebArchive({ file, sidecar, timezone, newSequence: sequences?.newSequence });
}

async function* counted(chunks: Iterable<Uint8Array>, count: (chunk: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    count(chunk);
    yield chunk;
  }
}

async function readRecords(
  file: AsyncIterable<Uint8Array>,
  reading: ReadingWebArchive,
  { inside, addresses }: { readonly inside?: string; readonly addresses: AddressesOfFiles },
): Promise<void> {
  for await (const found of recordsIn(unpacked(file))) {
    reading.take(found, inside);
    addresses.note(found);
    staySmall();
  }
}

function foundIn(
  reading: ReadingWebArchive,
  file: { readonly sha256: string; readonly bytes: number },
  { sequences }: WebArchiveOptions,
): readonly FoundDump[] {
  const { pages, texts } = reading.end(file);
  const long: LongDump = { kind: "long", dump: pages };
  const isLong = sequences !== undefined && pages.posts.length >= sequences.longFrom;
  return [isLong ? long : wholeDump(long), ...texts.map((text): FoundDump => ({ kind: "read", ...text }))];
}

/** A package of web archives (WACZ): its records, and whether its files are those that it lists. */
async function readPackage(
  path: string,
  file: string,
  reading: ReadingWebArchive,
  addresses: AddressesOfFiles,
): Promise<void> {
  const zip = await openZip(path, file);
  try {
    const entries = await entriesOf(zip, file);
    const listed = await listedHashes(zip, entries, reading);
    for (const entry of archivesAmong(entries)) {
      const hash = createHash("sha256");
      try {
        const stream = await streamOf(zip, entry);
        await readRecords(hashed(stream, hash), reading, { inside: entry.fileName, addresses });
      } catch (error) {
        reading.notice(asRefusal(error, `${file}/${entry.fileName}`).message);
        continue;
      }
      const told = listed.get(entry.fileName);
      if (told !== undefined && told !== hash.digest("hex"))
        reading.notice(`"${entry.fileName}" does not have the SHA-256 given in datapackage.json (${told})`);
    }
  } finally {
    zip.close();
  }
}

function archivesAmong(entries: readonly Entry[]): readonly Entry[] {
  return entries
    .filter(({ fileName }) => /\.(?:warc|wet)(?:\.gz)?$/iu.test(fileName))
    .toSorted((one, other) => (one.fileName < other.fileName ? -1 : 1));
}

/** All records of a web archive or a package of them, in the order in which they are read. */
async function* itemsIn(path: string, file: string): AsyncGenerator<WarcItem> {
  if (!/\.wacz$/iu.test(path)) {
    yield* recordsIn(unpacked(counted(chunksOf(path), () => undefined)));
    return;
  }
  const zip = await openZip(path, file);
  try {
    for (const entry of archivesAmong(await entriesOf(zip, file))) {
      try {
        yield* recordsIn(unpacked((await streamOf(zip, entry)) as AsyncIterable<Uint8Array>));
      } catch {
        // Told when its pages were read.
      }
    }
  } finally {
    zip.close();
  }
}

async function* hashed(
  stream: AsyncIterable<unknown>,
  hash: { update: (chunk: Uint8Array) => unknown },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    hash.update(chunk as Uint8Array);
    yield chunk as Uint8Array;
  }
}

/** The SHA-256 that a package's `datapackage.json` tells of its files, by path. */
async function listedHashes(
  zip: ZipFile,
  entries: readonly Entry[],
  reading: ReadingWebArchive,
): Promise<ReadonlyMap<string, string>> {
  const entry = entries.find(({ fileName }) => fileName === "datapackage.json");
  if (entry === undefined || entry.uncompressedSize > largestList) return new Map();
  const chunks: Uint8Array[] = [];
  for await (const chunk of await streamOf(zip, entry)) chunks.push(chunk as Uint8Array);
  try {
    const { resources } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { readonly resources?: unknown };
    if (!Array.isArray(resources)) return new Map();
    return new Map(
      resources.flatMap(
        (
          resource: { readonly path?: unknown; readonly hash?: unknown } | null,
        ): readonly (readonly [string, string])[] => {
          const [, sha256] = /^sha256:(?<hash>[0-9a-f]{64})$/iu.exec(String(resource?.hash)) ?? [];
          return sha256 === undefined ? [] : [[String(resource?.path), sha256.toLowerCase()]];
        },
      ),
    );
  } catch {
    reading.notice(`its datapackage.json is not valid JSON`);
    return new Map();
  }
}

const largestList = 16 << 20;
