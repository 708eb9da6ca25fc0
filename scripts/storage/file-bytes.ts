import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { UnreadableDump } from "../../src/read/encoding.ts";
import { reasonOf } from "./disk-errors.ts";

/** Bytes read at a time. */
const chunkSize = 1 << 20;

/** The bytes of a file in pieces, each in the memory of the one before. */
export function* chunksOf(path: string): Generator<Uint8Array> {
  const file = opened(path);
  const chunk = Buffer.allocUnsafeSlow(chunkSize);
  try {
    for (;;) {
      const length = readSome(file, chunk, path);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** The SHA-256 of a file of any length, in hexadecimal digits. Throws an Error that names the file where it cannot be read. */
export function digestOf(path: string): string {
  const hash = createHash("sha256");
  for (const chunk of chunksOf(path)) hash.update(chunk);
  return hash.digest("hex");
}

function opened(path: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    throw unreadable(path, error);
  }
}

function readSome(file: number, chunk: Buffer, path: string): number {
  try {
    return readSync(file, chunk, 0, chunkSize, null);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** An error of the disk in one line: path, reason, remedy. */
export function unreadable(path: string, error: unknown): UnreadableDump {
  return new UnreadableDump(`Cannot read "${path}": ${reasonOf(error)}`);
}
