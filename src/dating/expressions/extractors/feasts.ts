import { foldArabic } from "../arabic-script.ts";
import type { DateExpression, FoundExpression } from "../date-expression.ts";
import { type FeastName, feastDays, feasts } from "../feasts.ts";
import { foldedUnits, foldUnits, wordUnits } from "../folded-letters.ts";
import { arabic } from "../languages/arabic.ts";
import { contextWords } from "../languages/context-words.ts";
import { feastWords } from "../languages/feasts/all.ts";
import type { FeastNames, FeastWords } from "../languages/feasts/feast-words.ts";
import type { LanguageTable } from "../languages/language.ts";
import { languages } from "../languages/languages.ts";
import { persian } from "../languages/persian.ts";
import { expressionOf } from "../observances.ts";
import type { Reader } from "./extractor.ts";
import { oneOf } from "./words.ts";

/**
 * Feasts in the languages of `feastWords`, moving ones and others, that a text greets on or says to be today: `Joyeuses Pâques`, `ईद मुबारक`,
 * `Сегодня Крещение`. The year is left open. A name without such words beside it is left alone. A text is searched once for all names of all languages.
 */
export const feastReader: Reader = {
  name: "feasts",
  example: "Joyeuses Pâques !",
  refuses: "Les magasins ferment avant Pâques",
  read: (text, language = "und") => {
    const found: FoundExpression[] = [];
    const { starts } = index();
    const fold = foldedUnits();
    const word = wordUnits();
    for (let at = 0, isInside = 0; at + 1 < text.length; at++) {
      const own = fold[text.charCodeAt(at)] ?? 0;
      const names = (starts[own] ?? 0) > isInside ? namesAt(text, at) : none;
      isInside = word[own] ?? 0;
      const one = names.length > 0 ? readAt(text, at, names, language) : undefined;
      if (one === undefined) continue;
      found.push(one);
      at = one.end - 1;
      isInside = word[fold[text.charCodeAt(at)] ?? 0] ?? 0;
    }
    return found;
  },
};

/** A name of a feast in one language, or a wish that is said on it alone. */
interface Name {
  readonly row: FeastWords;
  /** Its folded units, with those of `*` and of the space among them. */
  readonly units: Uint16Array;
  readonly days: DateExpression;
  readonly key: string;
  readonly isWish: boolean;
  /** It is a part of other names: where a greeting stands before it, its clause ends with it. */
  readonly closes: boolean;
}

interface Index {
  /** For each folded unit 0 where no name begins with it, 1 where one does that stands behind no letter, 2 where one does that may. */
  readonly starts: Uint8Array;
  /** Names by their first four folded units, and shorter ones by their first two, as `headOf` makes one number of them. */
  readonly heads: ReadonlyMap<number, readonly Name[]>;
  readonly shortHeads: ReadonlyMap<number, readonly Name[]>;
  /** 1 for the last bits of each of `heads`. */
  readonly mayBe: Uint8Array;
}

const headUnits = 4;
const lastBits = 0xffff;
const none: readonly Name[] = [];

/** One number of the first folded units of a word. */
function headOf(text: string, at: number, units: number): number {
  const fold = foldedUnits();
  let head = 0;
  for (let place = at; place < at + units; place++) head = (head * 31 + (fold[text.charCodeAt(place)] ?? 0)) | 0;
  return head;
}

/** Names that may stand at a place of a text. */
function namesAt(text: string, at: number): readonly Name[] {
  const { heads, shortHeads, mayBe } = index();
  const head = headOf(text, at, headUnits);
  const long = mayBe[head & lastBits] === 1 ? heads.get(head) : undefined;
  const short = shortHeads.get(headOf(text, at, 2));
  return long && short ? [...long, ...short] : (long ?? short ?? none);
}

let known: Index | undefined;

function index(): Index {
  if (known) return known;
  const starts = new Uint8Array(65_536);
  const heads = new Map<number, Name[]>();
  const shortHeads = new Map<number, Name[]>();
  const mayBe = new Uint8Array(lastBits + 1);
  const add = (row: FeastWords, names: FeastNames, isWish: boolean): void => {
    for (const [key, list] of Object.entries(names)) {
      const days = daysOfKey(key);
      for (const source of list?.split("|") ?? []) {
        const closes = source.endsWith(".");
        const name = foldSource(closes ? source.slice(0, -1) : source);
        const isLong = /^[^*\u093C]{4}/u.test(name);
        const head = headOf(name, 0, isLong ? headUnits : 2);
        const of = isLong ? heads : shortHeads;
        if (isLong) mayBe[head & lastBits] = 1;
        starts[name.charCodeAt(0)] = Math.max(starts[name.charCodeAt(0)] ?? 0, row.glued ? 2 : 1);
        const units = Uint16Array.from(name, (unit) => unit.charCodeAt(0));
        of.set(head, [...(of.get(head) ?? []), { row, units, days, key, isWish, closes }]);
      }
    }
  };
  for (const row of feastWords) {
    add(row, row.names, false);
    add(row, row.said ?? {}, true);
  }
  known = { starts, heads, shortHeads, mayBe };
  return known;
}

const anything = "*".charCodeAt(0);
const space = " ".charCodeAt(0);
/** The dot below letters of Devanagari is often left out. */
const nukta = 0x093c;
/** Units that `*` may stand for at most. */
const longestRest = 14;

/** Where a name ends that stands at a place of a text; `undefined` where it does not. A word ends with it, where words are parted. */
function endOf(text: string, at: number, { units, row }: Name): number | undefined {
  const fold = foldedUnits();
  const word = wordUnits();
  let end = at;
  for (const unit of units) {
    const own = text.charCodeAt(end);
    if (unit === anything) {
      const most = end + longestRest;
      while (end < most && (word[text.charCodeAt(end)] ?? 0) === 1) end++;
    } else if (unit === space) {
      if (own !== space && own !== 0xa0) return undefined;
      end++;
    } else if (fold[own] === unit) end++;
    else if (unit !== nukta) return undefined;
  }
  return row.glued || (word[text.charCodeAt(end)] ?? 0) === 0 ? end : undefined;
}

function daysOfKey(key: string): DateExpression {
  if (isFeast(key)) return feastDays(key);
  const [[month = 0, day = 0] = [], until] = key.split("/").map((one) => one.split("-").map(Number));
  return expressionOf({
    month,
    day,
    names: {},
    ...(until ? { until: { month: until[0] ?? 0, day: until[1] ?? 0 } } : {}),
  });
}

function isFeast(key: string): key is FeastName {
  return Object.hasOwn(feasts, key);
}

/** Folded as texts are; the escapes of regular expressions keep their letters. */
function foldSource(source: string): string {
  return (/[\u0600-\u06FF]/u.test(source) ? foldArabic(source) : source)
    .normalize("NFC")
    .replace(/\\[pP]\{\p{L}+\}|\\\p{L}|[^\\]/gu, (part) => (part.length === 1 ? foldUnits(part) : part));
}

/** Signs, spaces and figures; the rest are letters. Patterns with the `u` flag and `\p{L}` take a millisecond each to build, and these are hundreds. */
const noLetters =
  "\\s\\u0000-\\u0040\\u005B-\\u0060\\u007B-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB-\\u00BF\\u00D7\\u00F7\\u2010-\\u2BFF\\u3000-\\u303F\\uD800-\\uDFFF\\uFE00-\\uFE0F\\uFF00-\\uFF20";
const letter = `[^${noLetters}]`;
const noWordFollows = `(?!${letter}|\\d)`;

function patternOf(source: string): RegExp {
  return new RegExp(
    source.replaceAll("[\\p{L}\\p{M}]", letter).replaceAll("\\p{L}", letter).replaceAll("\\P{L}", `[${noLetters}]`),
  );
}

/** The longest name at a place that is greeted on there; none where two languages mean different days by it. */
function readAt(text: string, at: number, names: readonly Name[], language: string): FoundExpression | undefined {
  const isInside = (wordUnits()[text.charCodeAt(at - 1)] ?? 0) === 1;
  const kept: { name: Name; start: number; end: number }[] = [];
  for (const name of names) {
    const end = isInside && !name.row.glued ? undefined : endOf(text, at, name);
    if (end === undefined) continue;
    const start = name.isWish ? startOfWish(text, at, end, name.row) : startOfGreeting(text, at, end, name);
    if (start !== undefined) kept.push({ name, start, end });
  }
  if (kept.length === 0) return undefined;
  const furthest = Math.max(...kept.map(({ end }) => end));
  const longest = kept.filter(({ end }) => end === furthest);
  const own = longest.find(({ name }) => name.row.code === language.split("-")[0]);
  const [first] = own ? [own] : longest;
  if (first === undefined || (!own && longest.some(({ name }) => name.key !== first.name.key))) return undefined;
  return { expression: first.name.days, start: first.start, end: first.end, extractor: "observances" };
}

/** A wish is a sentence of its own, `that Christ is risen` is none; `Wesołych Świąt Wielkanocnych` names a feast behind it, and it alone would be another one's too. */
function startOfWish(text: string, at: number, end: number, row: FeastWords): number | undefined {
  if (!row.glued && /[\p{L}\p{M}\p{N}]\s*$/u.test(text.slice(Math.max(0, at - 3), at))) return undefined;
  const behind = text.charCodeAt(end) === space ? end + 1 : end;
  const names = namesAt(text, behind);
  const isNamed = names.some((name) => name.row === row && !name.isWish && endOf(text, behind, name) !== undefined);
  return isNamed ? undefined : at;
}

/** Letters before and behind a name in which a greeting may stand. */
const reach = 90;

/** Where the greeting begins that stands before a name or, in front of the name itself, behind it; `undefined` where none does. */
function startOfGreeting(text: string, at: number, end: number, name: Name): number | undefined {
  const { before, beforeAsWritten, today, wishes, ends } = vocabularyOf(name.row);
  // The line is looked for in what is near alone: to go back to its begin each time would cost a long line its square.
  const near = Math.max(0, at - reach);
  const from = near + text.slice(near, at).lastIndexOf("\n") + 1;
  const [right = ""] = foldUnits(text.slice(end, end + reach)).split("\n", 1);
  if (wishes?.test(right)) return at;
  if (from === at || (name.closes && !ends.test(right))) return undefined;
  const left = foldUnits(text.slice(from, at));
  const greeted = before?.exec(left) ?? beforeAsWritten?.exec(text.slice(from, at));
  if (greeted) return from + greeted.index;
  const said = ends.test(right) ? today?.exec(left) : undefined;
  return said ? from + said.index : undefined;
}

interface Vocabulary {
  /** End right before the name: greetings of the row, those of the language's own table (as written), words for today. */
  readonly before: RegExp | undefined;
  readonly beforeAsWritten: RegExp | undefined;
  readonly today: RegExp | undefined;
  /** Begins right behind the name. */
  readonly wishes: RegExp | undefined;
  /** What stands behind the name that is said to be today: the end of a clause. */
  readonly ends: RegExp;
}

const vocabularies = new Map<FeastWords, Vocabulary>();

function vocabularyOf(row: FeastWords): Vocabulary {
  const made = vocabularies.get(row) ?? makeVocabulary(row);
  vocabularies.set(row, made);
  return made;
}

function makeVocabulary(row: FeastWords): Vocabulary {
  const table = languages.find(({ code }) => code === row.code);
  const script = [arabic, persian].find(({ code }) => code === row.code);
  const context = contextWords.find(({ code }) => code === row.code);
  const todayWords = [...(row.today ?? []), ...((table ?? script ?? context)?.today ?? [])];
  const elsewhere = `(?!${oneOf([...otherDays, ...boundsOf(table ?? context)].map(foldSource))}${noWordFollows})`;
  // `Today, on the first day of spring, Easter`: a comma may stand behind today, and no greeting reaches over one.
  const between = (signs: string, mostWords: number): string =>
    row.glued
      ? `${letter}{0,2}[\\s${signs}「]*`
      : `[\\s${signs}«"“„¡!'-]*(?:${elsewhere}(?:${letter}|['.-]){1,15}[\\s${signs}«"“„-]+|(?<=')){0,${mostWords}}?`;
  const [open, close] = row.glued ? ["", ""] : [`(?<!${letter}|\\d)`, noWordFollows];
  const leading = (words: readonly string[] | undefined, gap: string): RegExp | undefined =>
    words && words.length > 0 ? patternOf(`${open}${oneOf(words)}${close}${gap}$`) : undefined;
  return {
    before: leading(row.greetings?.map(foldSource), between(":–—", 2)),
    beforeAsWritten: leading(table?.greetings, between(":–—", 2)),
    today: leading(todayWords.map(foldSource), between(",:–—", 3)),
    wishes: row.wishes && patternOf(`^[\\s,:!–—-]{0,3}${oneOf(row.wishes.map(foldSource))}${close}`),
    ends: patternOf(`^\\s*(?:${oneOf((row.is ?? []).map(foldSource))}\\s*)?(?:$|(?!['’\\s\\d-])[${noLetters}])`),
  };
}

/** The words for until, before, since and after of a language point from its feast to another day. */
function boundsOf(words: Pick<LanguageTable, "untilWords" | "sinceWords"> | undefined): readonly string[] {
  return words ? [...words.untilWords, ...words.sinceWords] : [];
}

/** Words, of all languages, that make what stands behind them another day than the feast's own, or the name a part of something else. */
const otherDays: readonly string[] = [
  ..."eve before after until next last not to that about with for our from ahead".split(" "),
  ..."vor nach bis nicht vorabend für über voor na tot niet over för efter inför före til før etter ikke".split(" "),
  ..."veille avant après pas víspera antes después no véspera depois não vigilia prima dopo non înainte după".split(
    " ",
  ),
  ..."накануне перед после до не к ко о об на напередодні після про przed po do nie o na před předvečer pred posle pre nakon uoči преди след навечерието".split(
    " ",
  ),
  ..."πριν μετά ennen jälkeen enne pärast pirms pēc prieš po előtt után para për pas".split(" "),
  ..."sebelum setelah sesudah menjelang jelang datang pagi siang sore malam trước sau bago pagkatapos kabla baada".split(
    " ",
  ),
];
