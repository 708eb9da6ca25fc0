import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, rmSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { enlarged } from "../../src/model/enlarged.ts";
import type { GrowingSequence, NewSequence } from "../../src/model/lazy-sequence.ts";
import { refused } from "./disk-errors.ts";
import { lives } from "./lock.ts";

/** Sequences of which the long ones stand on disk; all are gone when they are closed, and those of a process that was killed are with them. */
export class SpillFiles {
  private readonly folder: string;
  private readonly open: number[] = [];

  /** `parent` is the folder that the long sequences' own folder is made in; a sequence of `longFrom` things and more is long. */
  constructor(
    private readonly parent: string,
    readonly longFrom: number,
  ) {
    this.folder = join(parent, `${namePart}${process.pid}`);
  }

  readonly newSequence: NewSequence = <Item>(): GrowingSequence<Item> => this.sequenceHolding<Item>(this.longFrom - 1);

  /** A sequence that keeps no more things in memory than these: for large things. */
  sequenceHolding<Item>(most: number): GrowingSequence<Item> {
    return new SpillingSequence<Item>(most, () => this.newFile());
  }

  close(): void {
    const own = this.open.length > 0 ? [this.folder] : [];
    for (const file of this.open.splice(0)) closeSync(file);
    try {
      for (const path of [...own, ...abandoned(this.parent)]) rmSync(path, { recursive: true, force: true });
    } catch {
      // What is left costs room, nothing else; the next import tries again.
    }
  }

  private newFile(): number {
    try {
      mkdirSync(this.folder, { recursive: true });
      const file = openSync(join(this.folder, `${this.open.length}.jsonl`), "w+");
      this.open.push(file);
      return file;
    } catch (error) {
      throw refused("write", this.folder, error);
    }
  }
}

/** Folders of sequences are called so, with the number of their process behind. */
const namePart = `sequences-${hostname()}-`;

/** Folders of sequences whose process is no more. */
function abandoned(parent: string): readonly string[] {
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => name.startsWith(namePart) && !lives(Number(name.slice(namePart.length))))
    .map((name) => join(parent, name));
}

/** Holds its things in memory until they are many, and then keeps them as JSON in a file. */
class SpillingSequence<Item> implements GrowingSequence<Item> {
  private held: Item[] | undefined = [];
  private file: JsonFile<Item> | undefined;

  constructor(
    private readonly heldMost: number,
    private readonly newFile: () => number,
  ) {}

  get length(): number {
    return this.held?.length ?? this.file?.length ?? 0;
  }

  push(item: Item): void {
    if (this.held !== undefined && this.held.length < this.heldMost) {
      this.held.push(item);
      return;
    }
    this.file ??= new JsonFile(this.newFile());
    for (const earlier of this.held ?? []) this.file.push(earlier);
    this.held = undefined;
    this.file.push(item);
  }

  at(place: number): Item | undefined {
    return this.held === undefined ? this.file?.at(place) : this.held[place];
  }

  *[Symbol.iterator](): Iterator<Item> {
    for (let place = 0; place < this.length; place += 1) yield this.at(place) as Item;
  }
}

/** Bytes that wait to be written, and bytes that are read at a time. */
const blockSize = 1 << 18;

/** Things as JSON, one after the other in a file, with the place of each. Its buffers are used again and again: new ones would cost more memory than all else. */
class JsonFile<Item> {
  length = 0;
  /** Where each thing starts; behind the last one, where the next will. */
  private starts = new Float64Array(1 << 12);
  private waiting = Buffer.allocUnsafeSlow(blockSize);
  private waitingBytes = 0;
  private written = 0;
  /** The part of the file that was read last. */
  private block = Buffer.allocUnsafeSlow(blockSize);
  private blockStart = 0;
  private blockBytes = 0;

  constructor(private readonly file: number) {}

  push(item: Item): void {
    const json = JSON.stringify(item);
    const bytes = Buffer.byteLength(json);
    if (this.waitingBytes + bytes > this.waiting.length) this.flush();
    if (bytes > this.waiting.length) this.waiting = Buffer.allocUnsafeSlow(bytes * 2);
    this.waitingBytes += this.waiting.write(json, this.waitingBytes);
    this.length += 1;
    this.starts = enlarged(this.starts, this.length + 1);
    this.starts[this.length] = this.written + this.waitingBytes;
  }

  at(place: number): Item | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const [start, end] = [this.starts[place] ?? 0, this.starts[place + 1] ?? 0];
    if (end > this.written) this.flush();
    if (start < this.blockStart || end > this.blockStart + this.blockBytes) this.read(start, end - start);
    return JSON.parse(this.block.toString("utf8", start - this.blockStart, end - this.blockStart)) as Item;
  }

  private read(start: number, bytes: number): void {
    if (bytes > this.block.length) this.block = Buffer.allocUnsafeSlow(bytes * 2);
    this.blockStart = start;
    this.blockBytes = readSync(this.file, this.block, 0, this.block.length, start);
    if (this.blockBytes < bytes) throw new Error("Cannot read a temporary file: it was truncated");
  }

  private flush(): void {
    try {
      for (let from = 0; from < this.waitingBytes; )
        from += writeSync(this.file, this.waiting, from, this.waitingBytes - from, this.written + from);
    } catch (error) {
      throw refused("write", "a temporary file", error);
    }
    this.written += this.waitingBytes;
    this.waitingBytes = 0;
  }
}
