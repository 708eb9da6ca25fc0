import { closeSync, mkdirSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { NewShelf, Shelf } from "../src/row.ts";
import { refused } from "./disk-errors.ts";

/** Shelves of which the long ones stand on disk; all are gone when they are closed. */
export class DiskShelves {
  private folder: string | undefined;
  private readonly open: number[] = [];

  /** `parent` is the folder that the long shelves' own folder is made in; a shelf of `longFrom` things and more is long. */
  constructor(
    private readonly parent: string,
    readonly longFrom: number,
  ) {}

  readonly newShelf: NewShelf = <Item>(): Shelf<Item> => this.shelfHolding<Item>(this.longFrom - 1);

  /** A shelf that keeps no more things in memory than these: for large things. */
  shelfHolding<Item>(most: number): Shelf<Item> {
    return new SpillingShelf<Item>(most, () => this.newFile());
  }

  close(): void {
    for (const file of this.open.splice(0)) closeSync(file);
    if (this.folder !== undefined) rmSync(this.folder, { recursive: true, force: true });
    this.folder = undefined;
  }

  private newFile(): number {
    try {
      mkdirSync(this.parent, { recursive: true });
      this.folder ??= mkdtempSync(join(this.parent, "shelves-"));
      const file = openSync(join(this.folder, `${this.open.length}.jsonl`), "wx+");
      this.open.push(file);
      return file;
    } catch (error) {
      throw refused("write", this.parent, error);
    }
  }
}

/** Holds its things in memory until they are many, and then keeps them as JSON in a file. */
class SpillingShelf<Item> implements Shelf<Item> {
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

/** Things as JSON, one after the other in a file, with the place of each. */
class JsonFile<Item> {
  length = 0;
  /** Where each thing starts; behind the last one, where the next will. */
  private starts = new Float64Array(1 << 12);
  private waiting: Buffer[] = [];
  private waitingBytes = 0;
  private written = 0;
  /** The part of the file that was read last. */
  private block = Buffer.alloc(0);
  private blockStart = 0;

  constructor(private readonly file: number) {}

  push(item: Item): void {
    const json = Buffer.from(JSON.stringify(item));
    this.waiting.push(json);
    this.waitingBytes += json.length;
    this.length += 1;
    if (this.length === this.starts.length) {
      const starts = new Float64Array(this.length * 2);
      starts.set(this.starts);
      this.starts = starts;
    }
    this.starts[this.length] = this.written + this.waitingBytes;
    if (this.waitingBytes >= blockSize) this.flush();
  }

  at(place: number): Item | undefined {
    if (place < 0 || place >= this.length) return undefined;
    const [start, end] = [this.starts[place] ?? 0, this.starts[place + 1] ?? 0];
    if (end > this.written) this.flush();
    if (start < this.blockStart || end > this.blockStart + this.block.length) this.read(start, end);
    return JSON.parse(this.block.toString("utf8", start - this.blockStart, end - this.blockStart)) as Item;
  }

  private read(start: number, end: number): void {
    const block = Buffer.allocUnsafe(Math.max(blockSize, end - start));
    const length = readSync(this.file, block, 0, block.length, start);
    if (length < end - start) throw new Error("Cannot read back what was put on disk: a temporary file was cut off");
    this.block = block.subarray(0, length);
    this.blockStart = start;
  }

  private flush(): void {
    const bytes = Buffer.concat(this.waiting);
    try {
      for (let from = 0; from < bytes.length; )
        from += writeSync(this.file, bytes, from, bytes.length - from, this.written + from);
    } catch (error) {
      throw refused("write", "a temporary file", error);
    }
    this.written += bytes.length;
    this.waiting = [];
    this.waitingBytes = 0;
  }
}
