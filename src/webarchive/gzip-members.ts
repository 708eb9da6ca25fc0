import * as zlib from "node:zlib";

/** A stretch of an unpacked file, or a place where it cannot be unpacked; what follows a damage does not go on where the text before it ended. */
export type Piece =
  | {
      readonly kind: "bytes";
      readonly bytes: Uint8Array;
      /** Where the gzip member that it comes from starts in the file; of a file that is not packed, where the bytes themselves do. */
      readonly at: number;
      /** Whether it is the first of its member. */
      readonly starts: boolean;
    }
  | { readonly kind: "damage"; readonly at: number; readonly reason: string };

/**
 * Unpacks a file of gzip members (RFC 1952), as `.warc.gz` is one: a member a record, or all in one. A file that is not packed comes as it is. A
 * damaged member is told, and unpacking goes on with the next one.
 */
export async function* unpacked(file: AsyncIterable<Uint8Array>): AsyncGenerator<Piece> {
  const input = new Input(file);
  if (!isMagic(await input.peek(3))) {
    for (let at = 0, bytes = await input.next(); bytes !== undefined; bytes = await input.next()) {
      yield { kind: "bytes", bytes, at, starts: false };
      at += bytes.length;
    }
    return;
  }
  while (await input.more()) {
    const at = input.place;
    const problem = yield* unpackedMember(input, at);
    if (problem === undefined) continue;
    yield { kind: "damage", at, reason: problem };
    await input.skipTo(isMagic);
  }
}

/** A gzip member starts so, and no flags but the five of the format are set. */
function isMagic(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8 && (bytes[3] ?? 0) < 0x20;
}

/** Unpacks one member; gives what is wrong with it. */
async function* unpackedMember(input: Input, at: number): AsyncGenerator<Piece, string | undefined> {
  if (!(await skipHeader(input))) return "no gzip member starts here, or its head is cut off";
  const inflating = new Inflating();
  let starts = true;
  let checksum = 0;
  let size = 0;
  while (!inflating.ended) {
    const packed = await input.next(packedAtOnce);
    const whole = packed !== undefined && (await inflating.write(packed));
    for (const bytes of inflating.takeOutput()) {
      checksum = zlib.crc32?.(bytes, checksum) ?? 0;
      size += bytes.length;
      yield { kind: "bytes", bytes, at, starts };
      starts = false;
    }
    if (packed === undefined) return "the file ends inside of a gzip member";
    if (!whole) {
      // The next member may start in these bytes.
      input.unread(packed);
      return `its gzip data are damaged (${inflating.problem})`;
    }
    input.unread(packed.subarray(packed.length - inflating.unused));
  }
  const trailer = await input.take(8);
  if (trailer.length < 8) return "the file ends inside of a gzip member";
  const told = new DataView(trailer.buffer, trailer.byteOffset, 8);
  const fits = told.getUint32(4, true) === size % 2 ** 32 && (!zlib.crc32 || told.getUint32(0, true) === checksum);
  return fits ? undefined : "its gzip checksum does not match its content";
}

/** A packed byte becomes 1032 at most, so that one step makes 16 MB at most. */
const packedAtOnce = 1 << 14;

async function skipHeader(input: Input): Promise<boolean> {
  if (!isMagic(await input.peek(4))) return false;
  const [, , , flags = 0] = await input.take(10);
  if (flags & 4) {
    const [low = 0, high = 0] = await input.take(2);
    await input.take(low + high * 256);
  }
  for (const flag of [8, 16]) if (flags & flag) await input.skipString();
  if (flags & 2) await input.take(2);
  return input.more();
}

/** Raw deflate data of one member, inflated in steps. */
class Inflating {
  ended = false;
  problem: string | undefined;
  /** Bytes of the last step that belong to what follows the member. */
  unused = 0;
  private given = 0;
  private output: Uint8Array[] = [];
  private readonly stream = zlib.createInflateRaw({ chunkSize: 1 << 16 });

  constructor() {
    this.stream.on("data", (bytes: Uint8Array) => this.output.push(bytes));
    this.stream.on("error", ({ message }) => {
      this.problem = message;
    });
  }

  /** Whether the data were sound so far. */
  write(packed: Uint8Array): Promise<boolean> {
    this.given += packed.length;
    return new Promise((resolve) => {
      const done = (): void => {
        for (const event of ["end", "error"]) this.stream.off(event, done);
        this.ended ||= this.stream.readableEnded;
        this.unused = this.ended ? this.given - this.stream.bytesWritten : 0;
        if (this.ended || this.problem !== undefined) this.stream.destroy();
        resolve(this.problem === undefined);
      };
      // Data that end inside of a step end the stream, and the step is never told to be done.
      this.stream.on("end", done).on("error", done);
      this.stream.write(packed, () => done());
    });
  }

  takeOutput(): readonly Uint8Array[] {
    return this.output.splice(0);
  }
}

/** A file read in order, with a place that can go back by what was read last. */
class Input {
  /** Offset in the file of the next byte. */
  place = 0;
  private held: Uint8Array = new Uint8Array();
  private readonly chunks: AsyncIterator<Uint8Array>;

  constructor(file: AsyncIterable<Uint8Array>) {
    this.chunks = file[Symbol.asyncIterator]();
  }

  async more(): Promise<boolean> {
    return (await this.peek(1)).length > 0;
  }

  /** The next bytes, fewer at the end of the file, without going on. */
  async peek(count: number): Promise<Uint8Array> {
    while (this.held.length < count) {
      const { value, done } = await this.chunks.next();
      if (done) break;
      // The piece may be filled again by whoever gave it.
      this.held = this.held.length === 0 ? Uint8Array.from(value) : Buffer.concat([this.held, value]);
    }
    return this.held.subarray(0, count);
  }

  async take(count: number): Promise<Uint8Array> {
    const bytes = await this.peek(count);
    this.advance(bytes.length);
    return bytes;
  }

  /** What is at hand, of so many bytes at most; nothing at the end of the file. */
  async next(most = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> {
    if (!(await this.more())) return undefined;
    return this.take(Math.min(this.held.length, most));
  }

  /** Gives back bytes that were taken last. */
  unread(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.held = new Uint8Array(this.held.buffer, this.held.byteOffset - bytes.length, this.held.length + bytes.length);
    this.place -= bytes.length;
  }

  async skipString(): Promise<void> {
    while (((await this.take(1))[0] ?? 0) !== 0);
  }

  /** Goes on to the next place where something starts. */
  async skipTo(isStart: (bytes: Uint8Array) => boolean): Promise<void> {
    while ((await this.more()) && !isStart(await this.peek(4))) this.advance(1);
  }

  private advance(count: number): void {
    this.held = this.held.subarray(count);
    this.place += count;
  }
}
