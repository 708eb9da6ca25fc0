import type { Piece } from "./gzip-members.ts";

/** A record of a web archive (WARC 1.0 and 1.1, ISO 28500): its headers, and its block as far as it is there. */
export interface WarcRecord {
  /** `response`, `conversion`, `revisit` … */
  readonly type: string;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Where it starts: of an archive that is packed record by record in the packed file, otherwise in the text of the archive. */
  readonly offset: number;
  /** Empty where it is larger than `largestBlock`. */
  readonly block: Uint8Array;
  /** What is wrong with it, each in a few words. */
  readonly problems: readonly string[];
}

/** What stands in a web archive, in its order: records, and places that belong to none. */
export type WarcItem =
  | { readonly kind: "record"; readonly record: WarcRecord }
  | { readonly kind: "damage"; readonly offset: number; readonly reason: string };

/** Blocks of more bytes are passed over: no page has so many. */
export const largestBlock = 64 << 20;

/**
 * Finds the records of a web archive, never holding more than one. Never throws on account of the archive: a block whose length is told wrongly ends
 * where the next record starts, one that is cut off is kept as far as it goes, and what belongs to no record is told.
 */
export async function* recordsIn(pieces: AsyncIterable<Piece>): AsyncGenerator<WarcItem> {
  const tape = new Tape(pieces);
  for (;;) {
    await tape.skipLineEnds();
    for (const { at, reason } of tape.takeDamage()) yield { kind: "damage", offset: at, reason };
    if (!(await tape.more())) return;
    const offset = tape.offset;
    if (!startsRecord(await tape.peek(10))) {
      const skipped = await tape.skipToRecord();
      yield { kind: "damage", offset, reason: `${skipped} bytes are not part of any record` };
      continue;
    }
    const { headers, whole } = await headersOf(tape);
    const length = Number(headers.get("content-length") ?? Number.NaN);
    const { block, problems } = await blockOf(tape, Number.isSafeInteger(length) && length >= 0 ? length : undefined);
    const type = headers.get("warc-type")?.toLowerCase() ?? "";
    // Where nothing is missing, a damage is that of what follows.
    const isCut = !whole || problems.length > 0;
    const cut = isCut ? tape.takeDamage().map(({ reason }) => reason) : [];
    const all = [...(whole ? [] : ["its headers are cut off"]), ...problems, ...cut];
    yield { kind: "record", record: { type, headers, offset, block, problems: all } };
  }
}

function startsRecord(bytes: Uint8Array): boolean {
  return /^WARC\/\d\.\d/u.test(latin1(bytes));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}

/** More headers than these are none. */
const mostHeaderBytes = 1 << 18;

async function headersOf(tape: Tape): Promise<{ headers: ReadonlyMap<string, string>; whole: boolean }> {
  const headers = new Map<string, string>();
  let last: string | undefined;
  let bytes = 0;
  await tape.line();
  for (;;) {
    const line = await tape.line();
    if (line === undefined || bytes > mostHeaderBytes) return { headers, whole: false };
    bytes += line.length;
    if (line === "") return { headers, whole: true };
    // A line that starts with white space goes on with the one before.
    const goesOn = /^[ \t]+(?<rest>.*)$/u.exec(line)?.groups?.rest;
    const [, name, value = ""] = /^(?<name>[^\s:]+):\s*(?<value>.*)$/u.exec(line) ?? [];
    if (goesOn !== undefined && last !== undefined) headers.set(last, `${headers.get(last) ?? ""} ${goesOn}`);
    else if (name !== undefined) {
      last = name.toLowerCase();
      if (!headers.has(last)) headers.set(last, value.trim());
    }
  }
}

/** The block of a record: as long as its headers say, unless no record follows there and one starts elsewhere. */
async function blockOf(tape: Tape, told: number | undefined): Promise<{ block: Uint8Array; problems: string[] }> {
  const body = await tape.take(told ?? 0);
  const block = Buffer.concat(body.parts);
  if (told !== undefined && body.length === told && (await tape.atEndOfRecord())) return { block, problems: [] };
  const at = block.indexOf(recordLine);
  if (at >= 0) {
    tape.giveBack(block.subarray(at));
    return { block: block.subarray(0, at), problems: [wrongLength(told, at)] };
  }
  if (told !== undefined && body.length < told)
    return { block, problems: [`it ends after ${body.length} bytes of ${told}`] };
  const rest = await tape.takeToRecord();
  const length = body.length + rest.length;
  return { block: Buffer.concat([block, ...rest.parts]), problems: [wrongLength(told, length)] };
}

function wrongLength(told: number | undefined, length: number): string {
  return told === undefined
    ? "its Content-Length is missing"
    : `its Content-Length is ${told}, its block has ${length} bytes`;
}

/** Bytes in parts; none where there are more than are kept. */
interface Taken {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
}

class Taking {
  parts: Uint8Array[] = [];
  length = 0;

  add(bytes: Uint8Array): void {
    this.length += bytes.length;
    if (this.length <= largestBlock) this.parts.push(bytes);
    else this.parts = [];
  }
}

/** The text of a web archive, read once from its start to its end. A damage is an end until it was taken. */
class Tape {
  private held: Buffer = Buffer.alloc(0);
  /** Bytes of the text before those that are held. */
  private passed = 0;
  /** Where gzip members start: in the text, and in the file. Those that are passed are dropped. */
  private members: { readonly start: number; readonly at: number }[] = [];
  private damage: { readonly at: number; readonly reason: string }[] = [];
  private readonly pieces: AsyncIterator<Piece>;

  constructor(pieces: AsyncIterable<Piece>) {
    this.pieces = pieces[Symbol.asyncIterator]();
  }

  /** Where the next byte stands, as `WarcRecord.offset` says. */
  get offset(): number {
    const [first] = this.members;
    return first?.start === this.passed ? first.at : this.passed;
  }

  async more(): Promise<boolean> {
    return (await this.peek(1)).length > 0;
  }

  takeDamage(): readonly { readonly at: number; readonly reason: string }[] {
    return this.damage.splice(0);
  }

  /** The next bytes, fewer where the text ends or is damaged. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.held.length < count && (await this.load()));
    return this.held.subarray(0, count);
  }

  /** A line without its end. What has no end, and what is too long for a header, is passed over up to the next gzip member: whoever reads goes on. */
  async line(): Promise<string | undefined> {
    for (let from = 0; ; ) {
      const end = this.held.indexOf(0x0a, from);
      if (end >= 0) {
        const line = this.held.toString("utf8", 0, end).replace(/\r$/u, "");
        this.advance(end + 1);
        return line;
      }
      from = this.held.length;
      if (from > mostHeaderBytes || !(await this.load())) {
        const member = this.members.find(({ start }) => start > this.passed)?.start ?? Number.POSITIVE_INFINITY;
        this.advance(Math.min(this.held.length, member - this.passed));
        return undefined;
      }
    }
  }

  async skipLineEnds(): Promise<void> {
    while ((await this.more()) && (this.held[0] === 0x0d || this.held[0] === 0x0a)) this.advance(1);
  }

  /** So many bytes, or fewer where the text ends, is damaged, or a gzip member with a record of its own starts. */
  async take(count: number): Promise<Taken> {
    const taking = new Taking();
    while (taking.length < count && (this.held.length > 0 || (await this.load()))) {
      const end = await this.recordInMember();
      this.moveTo(taking, Math.min(end ?? this.held.length, count - taking.length));
      if (end !== undefined) break;
    }
    return taking;
  }

  /** Whether what ends a record follows, or nothing, or another record. */
  async atEndOfRecord(): Promise<boolean> {
    const next = latin1(await this.peek(16));
    return /^(?:\r\n\r\n|[\r\n]*(?:$|WARC\/\d\.))/u.test(next);
  }

  /** All up to the next record, without the line ends before it. */
  async takeToRecord(): Promise<Taken> {
    const taking = new Taking();
    for (;;) {
      const [line, member] = [this.held.indexOf(recordLine), await this.recordInMember()];
      if (line >= 0 || member !== undefined) {
        this.moveTo(taking, Math.min(line < 0 ? this.held.length : line, member ?? this.held.length));
        return taking;
      }
      // What may be the start of a record's start stays.
      this.moveTo(taking, this.held.length - recordLine.length);
      if (await this.load()) continue;
      this.moveTo(taking, this.held.length);
      return taking;
    }
  }

  /** Goes on to the next line that starts a record; how many bytes were passed. */
  async skipToRecord(): Promise<number> {
    const start = this.passed;
    for (;;) {
      const [line, member] = [this.held.indexOf("\nWARC/1."), await this.recordInMember()];
      if (line >= 0 || member !== undefined) {
        this.advance(Math.min(line < 0 ? this.held.length : line + 1, member ?? this.held.length));
        break;
      }
      this.advance(this.held.length - recordLine.length);
      if (await this.load()) continue;
      this.advance(this.held.length);
      break;
    }
    return this.passed - start;
  }

  /** Puts bytes before the next one: those that were taken last. */
  giveBack(bytes: Uint8Array): void {
    this.held = Buffer.concat([bytes, this.held]);
    this.passed -= bytes.length;
  }

  /** Where in what is held a gzip member starts that starts with a record. */
  private async recordInMember(): Promise<number | undefined> {
    for (let index = 0; index < this.members.length; index += 1) {
      const place = (this.members[index]?.start ?? 0) - this.passed;
      if (place < 0) continue;
      while (this.held.length < place + 10 && (await this.load()));
      if (startsRecord(this.held.subarray(place, place + 10))) return place;
    }
    return undefined;
  }

  private moveTo(taking: Taking, count: number): void {
    if (count <= 0) return;
    taking.add(this.held.subarray(0, count));
    this.advance(count);
  }

  private advance(count: number): void {
    if (count <= 0) return;
    this.held = this.held.subarray(count);
    this.passed += count;
    while ((this.members[0]?.start ?? this.passed) < this.passed) this.members.shift();
  }

  /** Reads one piece more; false at the end of the text and before a damage. */
  private async load(): Promise<boolean> {
    if (this.damage.length > 0) return false;
    const { value: piece, done } = await this.pieces.next();
    if (done) return false;
    if (piece.kind === "damage") {
      this.damage.push(piece);
      return false;
    }
    if (piece.starts) this.members.push({ start: this.passed + this.held.length, at: piece.at });
    this.held = Buffer.concat([this.held, piece.bytes]);
    return true;
  }
}

/** A record starts so behind another. */
const recordLine = "\r\n\r\nWARC/1.";
