import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { BadSidecar, readSidecar, type Sidecar } from "../src/read/sidecar.ts";
import { readSource, type SourceText, UnreadableDump } from "../src/read/source-text.ts";
import { reasonOf } from "./disk-errors.ts";
import { leadsOut } from "./files-below.ts";

/** A dump read from disk with its sidecar, or the one line that says why it could not be. */
export type FoundDump =
  | { readonly kind: "read"; readonly source: SourceText; readonly sidecar: Sidecar }
  | { readonly kind: "failed"; readonly file: string; readonly message: string };

/** The dumps of a folder (`*.txt`), by name. */
export function dumpsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => join(folder, name));
}

/** Reads one dump and the sidecar `NAME.yml` beside it. Never throws on account of the file. */
export function readDumpFile(path: string): FoundDump {
  const file = basename(path);
  try {
    return { kind: "read", source: readSource(readBytes(path), file), sidecar: readSidecarOf(path) };
  } catch (error) {
    if (error instanceof UnreadableDump || error instanceof BadSidecar) {
      return { kind: "failed", file, message: error.message };
    }
    throw error;
  }
}

/** As `readDumpFile`, for a dump of an archive: one that is a link out of its folder is not read, since its text would be published. */
export function readDumpBelow(folder: string, path: string): FoundDump {
  const out = [path, sidecarPath(path)].find((file) => existsSync(file) && leadsOut(file, folder));
  if (out === undefined) return readDumpFile(path);
  const message = `Cannot read "${out}": it is a link that leads out of "${folder}"; put a copy of the file there`;
  return { kind: "failed", file: basename(path), message };
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
