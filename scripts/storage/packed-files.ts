import { createReadStream, statSync } from "node:fs";
import { type Readable, Transform } from "node:stream";
import zlib, { createGunzip } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { UnreadableDump } from "../../src/read/encoding.ts";
import { BadSidecar, readSidecar, type Sidecar } from "../../src/read/sidecar.ts";
import {
  type FoundDump,
  failedBy,
  isBesideDump,
  isDump,
  type ReadOptions,
  readingDump,
  readSidecarOf,
  sidecarPath,
} from "./dumps.ts";
import { unreadable } from "./file-bytes.ts";

/** What an archive may ask of the machine. */
export interface ArchiveLimits {
  /** Files in a `.zip`, of whatever kind. */
  readonly files: number;
  /** Bytes of all its dumps, unpacked. */
  readonly bytes: number;
  /** How many bytes one packed byte may become: prose becomes 5, Telegram's pages 30. */
  readonly ratio: number;
}

const usualLimits: ArchiveLimits = { files: 100_000, bytes: 8 * 2 ** 30, ratio: 250 };

/**
 * Reads the dumps in a `.zip`, or the one in a `.gz`, piece by piece: nothing is written to disk, and an export is never held as a whole. `file` is
 * what the archive of posts calls it; a dump in a `.zip` is called by its path behind that name. Never throws on account of the file.
 */
export async function readArchive(
  path: string,
  file: string,
  { limits = usualLimits, ...options }: ReadOptions & { readonly limits?: ArchiveLimits } = {},
): Promise<readonly FoundDump[]> {
  try {
    const sidecar = readSidecarOf(path, file);
    return /\.zip$/iu.test(path)
      ? await readZip(path, file, sidecar, limits, options)
      : [await readGzip(path, file, sidecar, limits, options)];
  } catch (error) {
    return [failedBy(asRefusal(error, file), file)];
  }
}

async function readGzip(
  path: string,
  file: string,
  sidecar: Sidecar,
  limits: ArchiveLimits,
  options: ReadOptions,
): Promise<FoundDump> {
  const take = new Budget(file, limits).for(file, sizeOf(path));
  const stream = createReadStream(path);
  const unpacked = createGunzip();
  stream.on("error", (error) => unpacked.destroy(unreadable(path, error)));
  return readStream(stream.pipe(unpacked), file, sidecar, take, options);
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function readZip(
  path: string,
  file: string,
  sidecar: Sidecar,
  limits: ArchiveLimits,
  options: ReadOptions,
): Promise<readonly FoundDump[]> {
  const zip = await openZip(path, file);
  try {
    const entries = await entriesOf(zip, file, limits);
    const budget = new Budget(file, limits);
    const names = new Set(entries.map(({ fileName }) => fileName));
    const dumps = entries.filter(
      ({ fileName }) => isDump(fileName) && !isBesideDump(fileName, (path) => names.has(path)),
    );
    if (dumps.length === 0) throw refused(file, "it holds no dump; dumps are called NAME.txt, NAME.json or NAME.html");
    for (const entry of dumps) budget.declare(entry);
    const sidecars = await sidecarsOf(zip, file, entries, limits);
    const found: FoundDump[] = [];
    for (const entry of dumps) {
      const name = `${file}/${entry.fileName}`;
      try {
        const own = sidecars.get(sidecarPath(entry.fileName)) ?? sidecar;
        const take = budget.for(name, entry.compressedSize);
        found.push(await readStream(await streamOf(zip, entry), name, own, take, options));
      } catch (error) {
        found.push(failedBy(asRefusal(error, name), name));
      }
    }
    return found;
  } finally {
    zip.close();
  }
}

/** Opens a packed file. Throws `UnreadableDump`. */
export function openZip(path: string, file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(asRefusal(error, file));
      else resolve(zip);
    });
  });
}

/** All files of an archive. The library refuses paths that lead out of it. */
export function entriesOf(zip: ZipFile, file: string, limits = usualLimits): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      if (entries.length > limits.files)
        reject(refused(file, `it contains more than ${limits.files} files; split it into several`));
      else zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", (error: Error) => reject(asRefusal(error, file)));
    zip.readEntry();
  });
}

/** What people say about the dumps inside, by path. */
async function sidecarsOf(
  zip: ZipFile,
  file: string,
  entries: readonly Entry[],
  limits: ArchiveLimits,
): Promise<ReadonlyMap<string, Sidecar>> {
  const sidecars = new Map<string, Sidecar>();
  const wanted = new Set(
    entries.filter(({ fileName }) => isDump(fileName)).map(({ fileName }) => sidecarPath(fileName)),
  );
  for (const entry of entries.filter(({ fileName }) => wanted.has(fileName))) {
    if (entry.uncompressedSize > largestSidecar) throw refused(file, `its sidecar "${entry.fileName}" is too large`);
    const chunks: Uint8Array[] = [];
    const take = new Budget(file, limits).for(file, entry.compressedSize);
    for await (const chunk of await streamOf(zip, entry)) {
      take(chunk as Uint8Array);
      chunks.push(chunk as Uint8Array);
    }
    sidecars.set(
      entry.fileName,
      readSidecar(new TextDecoder().decode(Buffer.concat(chunks)), `${file}/${entry.fileName}`),
    );
  }
  return sidecars;
}

const largestSidecar = 1 << 20;

/** The unpacked bytes of a file in a packed one; it fails at its end where they do not have the checksum that the packed file tells. */
export function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error);
        return;
      }
      const checked = checking(entry);
      stream.on("error", (reason) => checked.destroy(reason));
      resolve(stream.pipe(checked));
    });
  });
}

/** The library compares sizes alone. Its stream of a file that is stored as it is cannot be iterated over; this one can. */
function checking({ crc32 }: Entry): Transform {
  let checksum = 0;
  return new Transform({
    transform: (chunk: Uint8Array, _, done) => {
      checksum = zlib.crc32?.(chunk, checksum) ?? 0;
      done(null, chunk);
    },
    // Node has the function from 20.15 on.
    flush: (done) =>
      done(!zlib.crc32 || checksum === crc32 ? null : new Error("its checksum does not match its content")),
  });
}

async function readStream(
  stream: Readable,
  name: string,
  sidecar: Sidecar,
  take: (chunk: Uint8Array) => void,
  options: ReadOptions,
): Promise<FoundDump> {
  const reading = readingDump(name, sidecar, options);
  try {
    for await (const chunk of stream) {
      take(chunk as Uint8Array);
      reading.write(chunk as Uint8Array);
    }
  } catch (error) {
    throw asRefusal(error, name);
  }
  return reading.end();
}

/** Counts what is unpacked, and refuses what would be too much before it is read. */
class Budget {
  private readonly file: string;
  private readonly limits: ArchiveLimits;
  private declared = 0;
  private unpacked = 0;

  constructor(file: string, limits: ArchiveLimits) {
    this.file = file;
    this.limits = limits;
  }

  /** An archive says how large its files are: one that says too much is not unpacked at all. */
  declare({ uncompressedSize }: Entry): void {
    this.declared += uncompressedSize;
    if (this.declared > this.limits.bytes) throw this.tooLarge();
  }

  /** Takes the pieces of one file, packed into so many bytes. */
  for(name: string, packed: number): (chunk: Uint8Array) => void {
    let own = 0;
    return ({ length }) => {
      own += length;
      this.unpacked += length;
      if (this.unpacked > this.limits.bytes) throw this.tooLarge();
      if (own > smallEnough && own > packed * this.limits.ratio)
        throw refused(
          name,
          `it unpacks to more than ${this.limits.ratio} times its size; unpack it yourself if you trust it`,
        );
    };
  }

  private tooLarge(): UnreadableDump {
    const size = (this.limits.bytes / 2 ** 30).toFixed(1);
    return refused(this.file, `it would unpack to more than ${size} GB; unpack it yourself if you trust it`);
  }
}

/** Below so many bytes nobody is hurt, whatever they were packed into. */
const smallEnough = 1 << 20;

function refused(file: string, reason: string): UnreadableDump {
  return new UnreadableDump(`Cannot read archive "${file}": ${reason}`);
}

/** The library's errors are about the archive; ours, and those of a broken program, stay as they are. */
export function asRefusal(error: unknown, file: string): Error {
  if ([UnreadableDump, BadSidecar, TypeError, RangeError].some((kind) => error instanceof kind)) return error as Error;
  const reason = (error as Error).message.split("\n")[0] ?? "";
  const outside = /^(?:invalid relative path|absolute path|invalid characters in fileName): (?<name>.*)$/u.exec(reason)
    ?.groups?.name;
  if (outside !== undefined)
    return refused(file, `its file "${outside}" leads out of it; pack it again without such paths`);
  return refused(file, `it is damaged or no archive (${reason}); pack it again`);
}
