import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { basename, join } from "node:path";
import type { ReadDump } from "../src/import.ts";
import { isExport, readExport } from "../src/import-export.ts";
import { UnreadableDump } from "../src/read/encoding.ts";
import { BadSidecar, readSidecar, type Sidecar } from "../src/read/sidecar.ts";
import { readSource, type SourceText } from "../src/read/source-text.ts";

/** A dump read from disk with its sidecar, or the one line that says why it could not be. */
export type FoundDump =
  | { readonly kind: "read"; readonly source: SourceText; readonly sidecar: Sidecar }
  | { readonly kind: "export"; readonly dump: ReadDump }
  | { readonly kind: "failed"; readonly file: string; readonly message: string };

/** The dumps below a folder, by path. */
export function dumpsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.txt$/iu.test(name) || isExport(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads one dump and the sidecar `NAME.yml` beside it; `file` is what the archive calls it. Never throws on account of the file. */
export function readDumpFile(path: string, file = basename(path)): FoundDump {
  try {
    const sidecar = readSidecarOf(path);
    if (!isExport(path)) return { kind: "read", source: readSource(readBytes(path), file, sidecar.encoding), sidecar };
    const reading = readExport({ file, sidecar });
    for (const chunk of chunksOf(path)) reading.write(chunk);
    return { kind: "export", dump: reading.end() };
  } catch (error) {
    if (error instanceof UnreadableDump || error instanceof BadSidecar) {
      return { kind: "failed", file, message: error.message };
    }
    throw error;
  }
}

/** Bytes read at a time. */
const chunkSize = 1 << 20;

function* chunksOf(path: string): Generator<Uint8Array> {
  const file = opened(path);
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(chunkSize);
      const length = readSync(file, chunk, 0, chunkSize, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

function opened(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw new UnreadableDump(`Cannot read "${path}": ${reasonOf(error)}`);
  }
}

/** Where a dump's sidecar stands. */
export function sidecarPath(path: string): string {
  return `${path.replace(/\.[^./\\]*$/u, "")}.yml`;
}

function readSidecarOf(path: string): Sidecar {
  const sidecar = sidecarPath(path);
  if (!existsSync(sidecar)) return {};
  return readSidecar(new TextDecoder().decode(readBytes(sidecar)), basename(sidecar));
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new UnreadableDump(`Cannot read "${path}": ${reasonOf(error)}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file; check the path",
  EACCES: "permission denied; make it readable",
  EISDIR: "it is a folder; name the files in it",
};

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (error as Error).message;
}
