import * as zlib from "node:zlib";

/** A response of a web server, as a record keeps it. */
export interface HttpResponse {
  readonly status: number;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Its body as it was sent. */
  readonly sent: Uint8Array;
  /** Its body without chunks. */
  readonly joined: Uint8Array;
  /** Its body as a browser shows it; as it was sent where it cannot be unpacked. */
  readonly body: Uint8Array;
  readonly problems: readonly string[];
}

/** Reads a response; `undefined` where the block of the record is none. Never throws on account of it. */
export function readResponse(block: Uint8Array): HttpResponse | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.length);
  const head = /^(?<head>HTTP\/[\d.]+ +(?<status>\d{3})[^\n]*\n(?:[^\r\n][^\n]*\n)*)(?:\r?\n|$)/u.exec(
    bytes.toString("latin1", 0, longestHead),
  );
  if (head?.groups?.head === undefined) return undefined;
  const headers = new Map<string, string>();
  for (const line of head.groups.head.split("\n").slice(1)) {
    const [, name, value = ""] = /^(?<name>[^\s:]+):\s*(?<value>.*)$/u.exec(line.trimEnd()) ?? [];
    if (name !== undefined) headers.set(name.toLowerCase(), value);
  }
  const sent = bytes.subarray(head[0].length);
  const isChunked = /\bchunked\b/iu.test(headers.get("transfer-encoding") ?? "");
  const chunks = isChunked ? withoutChunks(sent) : { bytes: sent, whole: true };
  const { bytes: body, problem } = decoded(chunks.bytes, headers.get("content-encoding") ?? "");
  const problems = [...(chunks.whole ? [] : ["its chunks are cut off"]), ...(problem === undefined ? [] : [problem])];
  return { status: Number(head.groups.status), headers, sent, joined: chunks.bytes, body, problems };
}

/** No head of a response is longer. */
const longestHead = 1 << 18;

/** Joins the chunks of a body (RFC 9112, 7.1). Many crawlers keep it joined already, under the header of the chunks. */
function withoutChunks(sent: Buffer): { readonly bytes: Uint8Array; readonly whole: boolean } {
  const parts: Buffer[] = [];
  for (let at = 0; at < sent.length; ) {
    const size = /^(?<size>[0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/iu.exec(sent.toString("latin1", at, at + 1024));
    if (size?.groups?.size === undefined)
      return at === 0
        ? { bytes: sent, whole: true }
        : { bytes: Buffer.concat([...parts, sent.subarray(at)]), whole: false };
    const [start, length] = [at + size[0].length, Number.parseInt(size.groups.size, 16)];
    if (length === 0) return { bytes: Buffer.concat(parts), whole: true };
    parts.push(sent.subarray(start, start + length));
    at = start + length;
    if (sent[at] === 0x0d) at += 1;
    if (sent[at] === 0x0a) at += 1;
  }
  return { bytes: Buffer.concat(parts), whole: sent.length === 0 };
}

/** A page that unpacks to more bytes is none. */
const largestBody = 64 << 20;

const gzip = (bytes: Uint8Array, isWhole: boolean): Uint8Array =>
  zlib.unzipSync(bytes, {
    maxOutputLength: largestBody,
    ...(isWhole ? {} : { finishFlush: zlib.constants.Z_SYNC_FLUSH }),
  });

/** How to unpack each content encoding (RFC 9110, 8.4.1), whole or as far as it goes. */
const decoders: Readonly<Record<string, (bytes: Uint8Array, isWhole: boolean) => Uint8Array>> = {
  gzip,
  "x-gzip": gzip,
  // Some servers leave out the head that the standard asks for.
  deflate: (bytes, isWhole) =>
    ((bytes[0] ?? 0) & 15) === 8 ? gzip(bytes, isWhole) : zlib.inflateRawSync(bytes, { maxOutputLength: largestBody }),
  br: (bytes, isWhole) =>
    zlib.brotliDecompressSync(bytes, {
      maxOutputLength: largestBody,
      ...(isWhole ? {} : { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH }),
    }),
};

function decoded(bytes: Uint8Array, encodings: string): { readonly bytes: Uint8Array; readonly problem?: string } {
  const names = encodings
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((name) => name !== "" && name !== "identity");
  // Browsers and many crawlers keep a body unpacked under the header of its encoding.
  if (names.length === 0 || bytes.length === 0 || looksLikeText(bytes)) return { bytes };
  let body = bytes;
  for (const name of names.reverse()) {
    const decoder = decoders[name];
    if (decoder === undefined) return { bytes, problem: `its content encoding "${name}" is not known` };
    try {
      body = decoder(body, true);
    } catch (error) {
      const part = partOf(body, decoder);
      const reason = (error as Error).message;
      return { bytes: part, problem: `its content encoding "${name}" cannot be undone to the end (${reason})` };
    }
  }
  return { bytes: body };
}

/** What a body that is cut off or damaged still tells; nothing where it tells nothing. */
function partOf(bytes: Uint8Array, decoder: (bytes: Uint8Array, isWhole: boolean) => Uint8Array): Uint8Array {
  try {
    return decoder(bytes, false);
  } catch {
    // What can be read of it is nothing: the caller tells so.
    return new Uint8Array();
  }
}

/** Whether bytes start as a page or a text does. */
function looksLikeText(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64)).toString("utf8");
  return /^\uFEFF?\s*</u.test(start);
}
