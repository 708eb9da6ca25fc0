import { isHashtagLine } from "../../text/hashtags.ts";
import type { Token } from "../lines/tokens.ts";

/** What a line looks like, in numbers that know no language: every script has lengths, signs, figures, addresses and names. */
export interface LineTraits {
  /**
   * By place: 0 length and 1 words (log₂), 2 kind of start and 3 kind of end (places in the tables below), 4 share of figures, 5 of capitals, 6 emoji,
   * 7 addresses, 8 an address alone, 9 hashtags, 10 hashtags alone, 11 handles, 12 a handle alone, 13 no word, 14 a bracket or quotation left open,
   * 15 indented, 16 sentences.
   */
  readonly numbers: readonly number[];
  /** What kind of line it is, from the finest grain to the coarsest; a page's habits are counted over each of them. */
  readonly classes: readonly string[];
}

/** Stands for the traits of a line that there is not. */
export const absent = -9;

/** How many grains of classes a line has. */
export const classGrains = 5;

const starts: readonly (readonly [string, RegExp])[] = [
  ["address", /^(?:https?:\/\/|www\.|t\.me\/)/u],
  ["lower", /^\p{Ll}/u],
  ["close", /^[)\]}»”,.;:!?]/u],
  ["bullet", /^[•▪◾◼▫●○·*–—\-−►▸▶→➤✓✔➖]/u],
  ["numbered", /^\p{Nd}{1,3}(?:[.)]\s|\uFE0F?\u20E3)/u],
  ["hashtag", /^#[\p{L}\p{N}_]/u],
  ["handle", /^@\w/u],
  ["figure", /^\p{N}/u],
  ["quote", /^[«“„"'‘]/u],
  ["emoji", /^[^\p{L}\p{N}]{0,2}(?:\p{Extended_Pictographic}|\p{Regional_Indicator})/u],
  ["caseless", /^\p{Lo}/u],
  ["upper", /^[\p{Lu}\p{Lt}]/u],
];

const ends: readonly (readonly [string, RegExp])[] = [
  ["open", /[,;–—\-(«“„،、]$/u],
  ["colon", /[:：]$/u],
  ["arrow", /[⤵⬇👇🔽↓👉➡→⏬]\uFE0F?$/u],
  ["letter", /[\p{L}\p{M}]$/u],
  ["figure", /\p{N}$/u],
  ["stop", /[.。।።؟?？!！…]$/u],
  ["quote", /[»”"'’)\]）」]$/u],
  ["emoji", /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1F3FB}-\u{1F3FF}])\uFE0F?$/u],
];

const endsInAddress = /(?:https?:\/\/|www\.|t\.me\/)\S+$/u;
const endsInHashtag = /#[\p{L}\p{N}_]+$/u;
const endsInHandle = /@\w{3,}$/u;
const handleAlone = /^[^\p{L}\p{N}@]*@\w{3,}[^\p{L}\p{N}]*$/u;
const addressAlone = /^[^\p{L}\p{N}]*(?:https?:\/\/|www\.|t\.me\/)\S+$/u;

/** Reads the traits of one line. */
export function traitsOf({ text: raw, emoji }: Pick<Token, "text" | "emoji">): LineTraits {
  const text = raw
    .replaceAll(/[\uFE0F\u200D]/gu, "")
    .trim()
    .slice(0, longestLooked);
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const { letters, capitals, figures, pictures, wide } = signsOf(text);
  const length = text.length + wide;
  const start = starts.findIndex(([, pattern]) => pattern.test(text));
  const end = endOf(text);
  const addresses = count(/https?:\/\/|www\.|t\.me\//gu);
  const alone = addressAlone.test(text);
  const tagged = isHashtagLine(text);
  const handle = handleAlone.test(text);
  const noWord = letters === 0 && figures === 0;
  const open = count(/[«“„(]/gu) > count(/[»”)]/gu) || count(/"/gu) % 2 === 1;
  const numbers = [
    Math.log2(1 + length),
    Math.log2(1 + count(/\S+/gu)),
    start,
    end,
    text === "" ? 0 : figures / text.length,
    letters === 0 ? 0 : capitals / letters,
    pictures,
    addresses,
    Number(alone),
    count(/(?:^|[^\p{L}\p{N}&])#[\p{L}\p{N}_]/gu),
    Number(tagged),
    count(/(?:^|[^\p{L}\p{N}])@\w{3}/gu),
    Number(handle),
    Number(noWord),
    Number(open),
    Number(/^\s/u.test(raw)),
    count(/[.!?…。！？؟።।](?=\s|$)/gu),
  ];
  const kind = alone ? "address" : tagged ? "tags" : handle ? "handle" : noWord ? "signs" : "words";
  // A sign that opens a line (`#`, `$`, `>`, `•`) tells its kind best: pages keep to their own.
  const startName =
    start === -1 || starts[start]?.[0] === "bullet" ? `sign ${[...text][0] ?? ""}` : (starts[start]?.[0] ?? "");
  const coarse = `${kind}/${kind === "words" ? startName : ""}`;
  const size = length < 12 ? 0 : length < 30 ? 1 : length < 60 ? 2 : length < 120 ? 3 : length < 300 ? 4 : 5;
  const classes = [
    text.slice(0, 200),
    masked(text),
    `${coarse}/${emoji ?? ""}/${firstWord(text)}`,
    `${coarse}/${emoji ?? ""}/${end}/${size}`,
    `${coarse}/${Math.min(2, size >> 1)}`,
  ];
  return { numbers, classes };
}

/** How many signs of a text are letters, capitals, figures, pictures, and wide ones, which stand for more than a letter. */
interface Signs {
  readonly letters: number;
  readonly capitals: number;
  readonly figures: number;
  readonly pictures: number;
  readonly wide: number;
}

/** Properties of a sign, a bit each, from the lowest on. */
const signKinds = [
  /\p{L}/u,
  /\p{Lu}/u,
  /\p{N}/u,
  /\p{Extended_Pictographic}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
] as const;

/** The bit of signs whose properties were looked up. */
const lookedUp = 1 << signKinds.length;

/** Properties by code point, looked up once: five patterns for each sign of a long page take long. */
const kindsOfSigns = new Uint8Array(0x110000);

function signsOf(text: string): Signs {
  let [letters, capitals, figures, pictures, wide] = [0, 0, 0, 0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const point = text.codePointAt(at) as number;
    if (point > 0xffff) at += 1;
    const kinds = kindsOfSigns[point] || kindsOf(point);
    letters += kinds & 1;
    capitals += (kinds >> 1) & 1;
    figures += (kinds >> 2) & 1;
    pictures += (kinds >> 3) & 1;
    wide += (kinds >> 4) & 1;
  }
  return { letters, capitals, figures, pictures, wide };
}

function kindsOf(point: number): number {
  const sign = String.fromCodePoint(point);
  const kinds = signKinds.reduce((sum, pattern, at) => sum + (Number(pattern.test(sign)) << at), lookedUp);
  kindsOfSigns[point] = kinds;
  return kinds;
}

/** A line is known by its first characters; Telegram's longest post has 4,096. */
const longestLooked = 4096;

function endOf(text: string): number {
  const tail = text.slice(-200);
  if (endsInAddress.test(tail)) return ends.length;
  if (endsInHashtag.test(tail)) return ends.length + 1;
  if (endsInHandle.test(tail)) return ends.length + 2;
  return ends.findIndex(([, pattern]) => pattern.test(tail.slice(-4)));
}

function firstWord(text: string): string {
  return /^[^\p{L}]*(?<word>[\p{L}\p{M}]+)/u.exec(text.slice(0, 60))?.groups?.word?.toLowerCase() ?? "";
}

/** The line with addresses and figures masked: lines that a page prints again and again differ in these alone. */
function masked(text: string): string {
  return text
    .slice(0, 160)
    .replace(/(?:https?:\/\/|www\.|t\.me\/)\S+/gu, "U")
    .replace(/\p{N}+/gu, "0");
}
