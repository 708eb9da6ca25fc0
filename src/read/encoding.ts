import { analyse } from "chardet";
import iconv from "iconv-lite";

/** The text of a dump, and in which encoding it was read. */
export interface Decoded {
  readonly text: string;
  /** Name of the encoding, as a sidecar names it. */
  readonly encoding: string;
  /** Why this one, in words that go on after "read as NAME, since"; absent for UTF-8, which proves itself. */
  readonly reason?: string;
}

/** A dump that cannot be read at all. The message is one line: action, reason, remedy. */
export class UnreadableDump extends Error {}

/**
 * Decodes the bytes of a dump: as a person told, by the mark at its start, as UTF-8 where it is valid, and else by what its letters make of
 * words. Never guesses between two encodings that fit about as well: throws `UnreadableDump` there, and for binary files.
 */
export function decode(bytes: Uint8Array, file: string, told?: string): Decoded {
  const refuse = (reason: string): never => {
    throw new UnreadableDump(`Cannot read dump "${file}": ${reason}`);
  };
  if (told !== undefined)
    return (
      asTold(bytes, told) ?? refuse(`it is not ${told}, as its sidecar says; correct or remove the key "encoding"`)
    );
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked !== undefined) {
    const text = strictly(bytes, marked.encoding);
    return text === undefined
      ? refuse(`it is damaged ${marked.encoding}; save the page as UTF-8 text`)
      : { ...marked, text };
  }
  // A stray NUL is damage and is kept; more of them are no text.
  if (share(bytes, 0) > mostZeros) return refuse("it is a binary file, not text; save the page as UTF-8 text");
  const text = strictly(bytes, "utf-8");
  if (text !== undefined) return { text, encoding: "utf-8" };
  const place = `not valid at byte ${firstBadByte(bytes)}`;
  if (bytes.includes(0)) return refuse(`it is a binary file, not text (${place}); save the page as UTF-8 text`);
  if (isDamagedUtf8(bytes)) return refuse(`it is damaged UTF-8 text (${place}); save the page as UTF-8 text`);
  const fitting = byLetters(bytes) ?? byPairs(bytes) ?? [];
  const [best] = fitting;
  if (best !== undefined && fitting.length === 1) return best;
  const names = fitting.map(({ encoding }) => encoding).slice(0, 3);
  const doubt = names.length === 0 ? "it fits no known encoding" : `it could be ${names.join(" or ")}`;
  return refuse(
    `it is not UTF-8 text (${place}), and ${doubt}; save the page as UTF-8 text, or name its encoding in the sidecar, such as encoding: ${names[0] ?? "windows-1251"}`,
  );
}

/** Whether an encoding of this name is known. */
export function isEncoding(name: string): boolean {
  return iconv.encodingExists(name) && !/^(?:base64|hex|binary|internal)$/iu.test(name);
}

function asTold(bytes: Uint8Array, told: string): Decoded | undefined {
  const text = strictly(bytes, told);
  return text === undefined ? undefined : { text, encoding: told.toLowerCase(), reason: "its sidecar says so" };
}

/** The text without its mark; `undefined` where the bytes are not of this encoding. */
function strictly(bytes: Uint8Array, encoding: string): string | undefined {
  if (/^utf-?(?:8|16)/iu.test(encoding)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The answer is that it is not; the caller says so with its place.
      return undefined;
    }
  }
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return text.includes("\uFFFD") ? undefined : text;
}

type Named = Omit<Decoded, "text">;

function byMark(bytes: Uint8Array): Named | undefined {
  const [first, second, third, fourth] = bytes;
  const isWide = "its first four bytes say so";
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return { encoding: "utf-32le", reason: isWide };
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return { encoding: "utf-32be", reason: isWide };
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", reason: "its first two bytes say so" };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", reason: "its first two bytes say so" };
  return undefined;
}

/** Above this share of all bytes, NULs are no stray damage. */
const mostZeros = 0.1;

/** UTF-16 without its mark: blanks, line ends and Latin letters have a NUL on one side, always the same. */
function byZeros(bytes: Uint8Array): Named | undefined {
  const even = bytes.reduce((count, byte, at) => count + (byte === 0 && at % 2 === 0 ? 1 : 0), 0);
  const odd = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0) - even;
  const zeros = even + odd;
  if (bytes.length % 2 === 1 || zeros < 4 || zeros / bytes.length < 0.02) return undefined;
  const reason = "every other byte of its blanks is zero";
  const encoding = odd / zeros > 0.95 ? "utf-16le" : even / zeros > 0.95 ? "utf-16be" : undefined;
  if (encoding === undefined) return undefined;
  const text = strictly(bytes, encoding);
  return text === undefined || /[\u0000-\u0008\u000E-\u001F]/u.test(text) ? undefined : { encoding, reason };
}

function share(bytes: Uint8Array, value: number): number {
  return bytes.reduce((count, byte) => count + (byte === value ? 1 : 0), 0) / bytes.length;
}

/** Whether most of what is not ASCII is UTF-8: some bytes were lost or put in. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const bad = text.match(/\uFFFD/gu)?.length ?? 0;
  const good = text.match(/[^\u0000-\u007F\uFFFD]/gu)?.length ?? 0;
  return good > 4 * bad;
}

/** Encodings of a byte a letter: those in use, those hardly ever seen, and the letters that their languages use most. */
const alphabets: readonly {
  readonly usual: readonly string[];
  readonly rare: readonly string[];
  readonly common: string;
}[] = [
  { usual: ["windows-1251", "koi8-r", "koi8-u", "cp866"], rare: ["iso-8859-5"], common: "оеаинтсрвлі" },
  {
    usual: ["windows-1252", "windows-1250", "windows-1254", "windows-1257"],
    rare: ["iso-8859-2", "cp850", "macroman"],
    common: "",
  },
  { usual: ["windows-1253"], rare: ["iso-8859-7"], common: "αοιετσνηυράόίέ" },
  { usual: ["windows-1255"], rare: ["iso-8859-8"], common: "יוהלארת" },
  { usual: ["windows-1256"], rare: ["iso-8859-6"], common: "ايلمنترو" },
];

/** From this score on a text is made of words. */
const leastScore = 0.6;
/** What an encoding that is hardly ever seen must do better than the others. */
const rarity = 0.2;

/** Fewer letters make no word, unless they stand among letters of ASCII. */
const fewestLetters = 24;

/** By how much the best encoding must lead: a few letters tell less than many. */
function leastLead(letters: number): number {
  return 0.1 + 6 / letters;
}

/**
 * The encodings in which the letters make words, none of them far behind the best; those that give the same text are one. A letter counts more
 * where it stands in a word of one script, with no capital behind a small letter, beside letters of ASCII, and where its languages use it often.
 */
function byLetters(bytes: Uint8Array): readonly Decoded[] | undefined {
  const sample = Buffer.from(bytes.subarray(0, longestSample));
  const letters = lettersOfWords(sample);
  const scored = alphabets
    .flatMap(({ usual, rare, common }) =>
      [...usual, ...rare].map((encoding, place) => ({
        encoding,
        isLatin: common === "",
        score: scoreOf(iconv.decode(sample, encoding), common) - (place < usual.length ? 0 : rarity),
      })),
    )
    .filter(({ score, isLatin }) => score >= leastScore && (isLatin || letters >= fewestLetters))
    .toSorted((one, other) => other.score - one.score);
  const best = scored[0]?.score ?? 0;
  const texts = new Map<string, Decoded>();
  for (const { encoding, score } of scored) {
    if (score < best - leastLead(letters)) break;
    const text = iconv.decode(Buffer.from(bytes), encoding);
    if (!texts.has(text)) texts.set(text, { text, encoding, reason: "its letters form words in no other encoding" });
  }
  return texts.size === 0 ? undefined : [...texts.values()];
}

/** Letters beyond ASCII, each word counted once: a word that is said again tells nothing more. */
function lettersOfWords(sample: Buffer): number {
  const words = new Set(sample.toString("latin1").match(/[\u0080-\u00FF]+/gu) ?? []);
  let count = 0;
  for (const each of words) count += each.length;
  return count;
}

/** Bytes that are looked at. */
const longestSample = 1 << 18;

function scoreOf(text: string, common: string): number {
  let [score, count] = [0, 0];
  for (const [run] of text.matchAll(/[\p{L}\p{M}]+|[^\p{L}\p{M}\u0000-\u007F]/gu)) {
    const foreign = run.match(/[^\u0000-\u007F]/gu) ?? [];
    count += foreign.length;
    if (/\p{L}/u.test(run)) {
      const each = isWord(run) ? worthOf(run) : -1;
      for (const letter of foreign) score += each + (common.includes(letter.toLowerCase()) ? 1 : 0);
    } else score += signs.test(run) ? 0.5 : -2;
  }
  return count === 0 ? 0 : score / count;
}

/** How much a word tells: one with letters of ASCII among others tells the most, one of capitals the least. */
function worthOf(run: string): number {
  if (/[a-z]/iu.test(run)) return 1;
  if (/\p{Ll}/u.test(run)) return 0.5;
  return /\p{Lu}{2}/u.test(run) ? 0.1 : 0.4;
}

/** Signs that people and their programs write. */
const signs = /[\u00A0«»„“”‚‘’–—…•·№©®™§°€£±×¿¡]/u;

const word = /^(?:\p{Lu}?\p{M}*[\p{Ll}\p{M}]+|[\p{Lu}\p{M}]+|[\p{Lo}\p{M}]+)$/u;
const scripts = [
  /^[\p{sc=Latn}\p{M}]+$/u,
  /^[\p{sc=Cyrl}\p{M}]+$/u,
  /^[\p{sc=Grek}\p{M}]+$/u,
  /^[\p{sc=Hebr}\p{M}]+$/u,
  /^[\p{sc=Arab}\p{M}]+$/u,
];

/** One script, no capital behind a small letter; Latin words are not of accented letters alone. */
function isWord(run: string): boolean {
  return (
    word.test(run) && scripts.some((script) => script.test(run)) && !/^(?=\p{sc=Latn})[^\u0000-\u007F]{3,}$/u.test(run)
  );
}

/** Encodings of two bytes a sign, which a library tells by what signs are frequent. */
const pairs: Readonly<Record<string, string>> = {
  Shift_JIS: "shift_jis",
  "EUC-JP": "euc-jp",
  GB18030: "gb18030",
  Big5: "big5",
  "EUC-KR": "euc-kr",
};
/** Of 100. */
const leastConfidence = 90;

function byPairs(bytes: Uint8Array): readonly Decoded[] | undefined {
  const sample = Buffer.from(bytes.subarray(0, longestSample));
  if (lettersOfWords(sample) < fewestLetters) return undefined;
  const found = analyse(sample);
  const fitting = found.flatMap(({ name: encoding, confidence }): Decoded[] => {
    const name = confidence < leastConfidence ? undefined : pairs[encoding];
    const text = name === undefined ? undefined : strictly(bytes, name);
    return name === undefined || text === undefined
      ? []
      : [{ text, encoding: name, reason: "its bytes decode to common characters" }];
  });
  return fitting.length === 0 ? undefined : fitting;
}

/** Offset of the first byte that is no part of a valid UTF-8 sequence, found by halving. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return startOfUnfinished(bytes, good);
}

/** Where the sequence begins that byte `end` should have gone on with; `end` itself where none is open. */
function startOfUnfinished(bytes: Uint8Array, end: number): number {
  for (let at = end - 1; at >= Math.max(0, end - 3); at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) return end;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return at + length > end ? at : end;
  }
  return end;
}

/** Whether the bytes decode, an unfinished sequence at the end excepted. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
