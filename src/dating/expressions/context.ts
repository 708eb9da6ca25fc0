import type { FoundExpression } from "./date-expression.ts";
import { dayStandingOf } from "./day-standing.ts";
import { after, before, flagsOf, oneOf } from "./extractors/words.ts";
import { languagesByScript } from "./languages/by-script.ts";
import { asTable, type ContextWords, contextWords } from "./languages/context-words.ts";
import { detectedIn } from "./languages/detected.ts";
import type { LanguageTable } from "./languages/language.ts";
import { languages } from "./languages/languages.ts";
import { nearDays } from "./languages/near-days.ts";
import type { ScriptTable } from "./languages/script-table.ts";
import { scriptsIn } from "./plain-text.ts";
import { firstTense, type Tense, tenseBeside, type Verbs } from "./tense.ts";

/** How a named day stands in its text. */
export interface Marks {
  /** In the head of the post: its first two lines of words. */
  readonly lead: boolean;
  /** Beside a word for the day of writing or a neighbour of it. */
  readonly beside:
    | { readonly word: "today" | "yesterday" | "tomorrow"; readonly start: number; readonly end: number }
    | undefined;
  /** In brackets that close a line of the head. */
  readonly bracket: { readonly start: number; readonly end: number } | undefined;
  /** Last in brackets that close a line of the head and hold a sentence: `(meeting of the board, February 6, 2026)`. */
  readonly source: boolean;
  /** A line holds little else, and opens or ends the text. */
  readonly alone: boolean;
  /** It is a field of an announcement, `Date: 24 March` above `Time: 10:00`, or an appointment. */
  readonly field: boolean;
  /** Nothing but signs follows in the whole text, and no sentence runs into it. */
  readonly closes: boolean;
  readonly preposition: { readonly word: "until" | "since" | "other"; readonly start: number } | undefined;
  readonly observance: boolean;
  readonly yearsAgo: { readonly years: number; readonly start: number } | undefined;
  readonly tense: Tense | undefined;
  /** Whether a word right beside it points a weekday back or ahead: `last Friday`. */
  readonly pointed: "past" | "to-come" | undefined;
}

const reachOfHead = 500;
// The dot of `zum 80. Jahrestag` counts, it ends nothing.
const sentenceEnds = new RegExp(
  `[.!?…؟](?=\\s)(?<!\\d\\.(?=\\s${oneOf([...languages, ...contextWords].flatMap(({ ordinalNouns = [] }) => ordinalNouns))}))|[。！？；]|\\n`,
  "gu",
);

/**
 * What stands around a found day in its text and says how it is meant: brackets, prepositions, tense, years counted back. Words are taken
 * in the languages of the text and in the one that the day is written in; where that is in figures, in the one that the text is known to be in (BCP 47).
 */
export function contextOf(
  text: string,
  found: FoundExpression,
  detected: readonly LanguageTable[] = detectedIn(text),
  language = "und",
): Marks {
  const spoken = [...vocabulariesOf(found, detected, language), ...vocabulariesByScript(text, found)];
  const line = lineAround(text, found);
  const sentence = sentenceAround(text, found);
  const lead = found.start < reachOfHead && linesOfWordsBefore(text, line.start) < 2;
  const standsAlone = isAlone(text, found, line, spoken);
  const standing = standsAlone ? dayStandingOf(text, line) : undefined;
  const isAnnounced = standing === "field" || standing === "appointment";
  return {
    lead,
    field: isAnnounced,
    beside: besideWord(text, found, sentence, spoken),
    bracket: lead || linesOfWordsBefore(text, line.start) < 3 ? bracketAround(text, found, line, spoken) : undefined,
    source: lead && endsBrackets(text, found, line),
    alone:
      linesOfWordsBefore(text, line.start) < 3 &&
      ((standsAlone && (standing === "own" || publishedLabel.test(text.slice(line.start, found.start)))) ||
        (lead && opensWireStory(text, found, spoken))),
    closes: !isAnnounced && closes(text, found),
    preposition: prepositionBefore(text, found, spoken) ?? prepositionAfter(text, found, spoken),
    observance: spoken.some(({ observance }) => observance.test(text.slice(found.end, found.end + 60))),
    yearsAgo: yearsAgoIn(text, sentence, spoken),
    tense: tenseOf(text, found, spoken),
    pointed: found.expression.kind === "weekday" ? pointing(text, found, spoken) : undefined,
  };
}

/** `last Friday`, `vendredi dernier`, `上周五`: words that point back or ahead, right beside a day. */
function pointing(text: string, found: FoundExpression, spoken: readonly Vocabulary[]): Marks["pointed"] {
  const left = text.slice(Math.max(0, found.start - 20), found.start);
  const own = text.slice(found.start, found.end);
  const right = text.slice(found.end, found.end + 16);
  for (const { last, next } of spoken) {
    if (last(left, own, right)) return "past";
    if (next(left, own, right)) return "to-come";
  }
  return undefined;
}

function tenseOf(text: string, found: FoundExpression, spoken: readonly Vocabulary[]): Marks["tense"] {
  return tenseBeside(text, found, sentenceAround(text, found), spoken);
}

interface Vocabulary extends Verbs {
  readonly today: RegExp;
  readonly yesterday: RegExp;
  readonly tomorrow: RegExp;
  readonly until: RegExp;
  readonly since: RegExp;
  readonly on: RegExp | undefined;
  readonly untilEnding: RegExp | undefined;
  readonly sinceEnding: RegExp | undefined;
  readonly observance: RegExp;
  readonly yearsAgo: readonly RegExp[];
  readonly last: Pointer;
  readonly next: Pointer;
}

/** Tells whether a word stands right before a day, at the front of its own words, or right behind it. */
type Pointer = (left: string, own: string, right: string) => boolean;

/** What a language known by its script says besides; the words of those without spaces stand anywhere. */
interface ScriptVocabulary extends Vocabulary {
  readonly datelineEnding: RegExp | undefined;
}

const vocabularyByScriptLanguage = new Map<ScriptTable, ScriptVocabulary>();

/** The words of the languages of a text's scripts, or of the one of them that an extractor has read the day in. */
function vocabulariesByScript(text: string, found: FoundExpression): readonly ScriptVocabulary[] {
  const detected = languagesByScript({ text, scripts: scriptsIn(text) });
  const own = detected.filter(({ code }) => code === found.extractor.split("/")[1]);
  return (own.length > 0 ? own : detected).map((language) => {
    const known = vocabularyByScriptLanguage.get(language) ?? scriptVocabularyOf(language);
    vocabularyByScriptLanguage.set(language, known);
    return known;
  });
}

const vocabularyByLanguage: ReadonlyMap<LanguageTable, Vocabulary> = new Map(
  languages.map((language) => [language, vocabularyOf(language)]),
);

const vocabularyByCode: ReadonlyMap<string, Vocabulary> = new Map(
  contextWords.map((words) => [words.code, vocabularyOf(asTable(words))]),
);

const nearVocabularies = new Map<string, Vocabulary | undefined>();

/** What the CLDR alone says around days in a language without a row of ours. Made when it is asked for: there are nearly two hundred. */
function nearVocabulary(code: string): Vocabulary | undefined {
  if (!nearVocabularies.has(code))
    nearVocabularies.set(code, code in nearDays ? vocabularyOf(asTable(nearDayWords(code))) : undefined);
  return nearVocabularies.get(code);
}

/** The words for near days of a language of `nearDays`. */
function nearDayWords(code: string): ContextWords {
  const [yesterday = [], today = [], tomorrow = []] = (nearDays[code] ?? "").split(";").map((word) => [word]);
  return { code, yesterday, today, tomorrow, untilWords: [], sinceWords: [], toCome: [], past: [] };
}

/** The words of the languages detected in a text, and of the one an extractor has read a day in. */
function vocabulariesOf(
  found: FoundExpression,
  detected: readonly LanguageTable[],
  language: string,
): readonly Vocabulary[] {
  const own = found.extractor.split("/")[1];
  const isTables = languages.some(({ code }) => code === own);
  const ofCldr = isTables ? undefined : (vocabularyByCode.get(own ?? "") ?? vocabularyByCode.get(language));
  // The words of a neighbour are not asked where the language of a day is known by its month.
  if (ofCldr) return [ofCldr];
  const near = isTables ? undefined : (nearVocabulary(own ?? "") ?? nearVocabulary(language));
  const others = languages
    .filter((language) => language.code === own || detected.includes(language))
    .flatMap((language) => vocabularyByLanguage.get(language) ?? []);
  return near === undefined ? others : [near, ...others];
}

function vocabularyOf(language: LanguageTable): Vocabulary {
  const flags = flagsOf(language).replace("g", "");
  const word = (words: readonly string[]): RegExp => new RegExp(`${before}${oneOf(words)}${after}`, flags);
  // `until 1 June`, `until the 1 June`, `fino all’8 giugno`.
  const trailing = (words: readonly string[]): RegExp =>
    new RegExp(`${before}${oneOf(words)}(?:\\s+(?:${oneOf(language.articles ?? [])}\\s+)?|(?<=['’]))$`, flags);
  // In the day's own words such an ending stands last, behind them it stands first.
  const ending = (words: readonly string[] | undefined): RegExp | undefined =>
    words && new RegExp(`(?:^\\s?|\\p{L})${oneOf(words)}${after}`, flags);
  return {
    today: word(language.today),
    yesterday: word(language.yesterday),
    tomorrow: word(language.tomorrow),
    until: trailing(language.untilWords),
    since: trailing(language.sinceWords),
    on: language.onWords && trailing(language.onWords),
    untilEnding: ending(language.untilEndings),
    sinceEnding: ending(language.sinceEndings),
    ...verbsOf(language, word),
    observance: new RegExp(`^\\s*,?\\s*${oneOf(language.observances)}`, `${flags.replace("i", "")}i`),
    yearsAgo: language.yearsAgo.map((source) => new RegExp(`${before}${source}`, flags)),
    last: pointer(language.lastWords, flags),
    next: pointer(language.nextWords, flags),
  };
}

/** The verbs of a language, and what opens its clauses, wherever they stand. */
function verbsOf(
  { toCome, past, plans, clauseWords = [], besideWords = [], verbLast }: LanguageTable,
  word: (words: readonly string[]) => RegExp,
): Verbs {
  const anywhere = (words: readonly string[]): RegExp => {
    const { source, flags } = word(words);
    return new RegExp(source, `${flags}g`);
  };
  const some = (words: readonly string[]): RegExp | undefined => (words.length === 0 ? undefined : anywhere(words));
  return {
    toCome: anywhere(toCome),
    past: anywhere(past),
    plans: plans && word(plans),
    clauses: some([...clauseWords, ...besideWords]),
    below: some(clauseWords),
    verbLast: verbLast === true,
  };
}

function pointer(words: readonly string[], flags: string): Pointer {
  const [leads, follows] = [
    new RegExp(`${before}${oneOf(words)}\\s+$`, flags),
    new RegExp(`^\\s+${oneOf(words)}${after}`, flags),
  ];
  return (left, _own, right) => leads.test(left) || follows.test(right);
}

/** Where words stand without spaces, such a word is read as the first letters of the day's name. */
function pointerWithin(words: readonly string[]): Pointer {
  const leads = new RegExp(`^${oneOf(words)}`, "u");
  return (_left, own) => leads.test(own);
}

function scriptVocabularyOf(language: ScriptTable): ScriptVocabulary {
  const [open, close, gap] = language.spacing === "none" ? ["", "", "\\s*"] : [before, after, "\\s+"];
  const word = (words: readonly string[]): RegExp => new RegExp(`${open}${oneOf(words)}${close}`, "u");
  const trailing = (words: readonly string[]): RegExp => new RegExp(`${open}${oneOf(words)}${gap}$`, "u");
  const ending = (words: readonly string[] | undefined): RegExp | undefined =>
    words && new RegExp(`^\\s?${oneOf(words)}${close}`, "u");
  // Without spaces, a few letters are many words: a word for a near day belongs to the day beside it alone.
  const near = (words: readonly string[]): RegExp =>
    language.spacing === "none" ? new RegExp(`^\\(${oneOf(words)}|${oneOf(words)}.{0,3}$`, "u") : word(words);
  return {
    today: near(language.today),
    yesterday: near(language.yesterday),
    tomorrow: near(language.tomorrow),
    until: trailing(language.untilWords),
    since: trailing(language.sinceWords),
    on: trailing(language.onWords),
    untilEnding: ending(language.untilEndings),
    sinceEnding: ending(language.sinceEndings),
    datelineEnding: ending(language.datelineEndings),
    ...verbsOf(language, word),
    observance: new RegExp(`^\\s*,?\\s*${oneOf(language.observances)}`, "u"),
    yearsAgo: language.yearsAgo.map((source) => new RegExp(`${open}${source}`, "u")),
    last: language.spacing === "none" ? pointerWithin(language.lastWords) : pointer(language.lastWords, "u"),
    next: language.spacing === "none" ? pointerWithin(language.nextWords) : pointer(language.nextWords, "u"),
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function lineAround(text: string, found: FoundExpression): Stretch {
  const end = text.indexOf("\n", found.end);
  return { start: text.lastIndexOf("\n", found.start - 1) + 1, end: end === -1 ? text.length : end };
}

function sentenceAround(text: string, found: FoundExpression): Stretch {
  const from = Math.max(0, found.start - 300);
  let start = from;
  for (const match of text.slice(from, found.start).matchAll(sentenceEnds)) start = from + match.index + 1;
  const rest = text.slice(found.end, found.end + 300);
  const stop = rest.search(sentenceEnds);
  return { start, end: found.end + (stop === -1 ? rest.length : stop) };
}

/** Beyond this many lines of words no place is in the head, and counting on would cost long texts their square. */
const mostLinesOfHead = 3;

/** Lines with a word that is no hashtag, in front of a place in the text, up to `mostLinesOfHead`. */
function linesOfWordsBefore(text: string, place: number): number {
  let count = 0;
  for (let start = 0; start < place && count < mostLinesOfHead; ) {
    const stop = text.indexOf("\n", start);
    const end = stop === -1 ? place : Math.min(stop, place);
    if (/\p{L}{2}/u.test(text.slice(start, end).replace(/#[\p{L}\p{N}_]+/gu, ""))) count++;
    start = end + 1;
  }
  return count;
}

function besideWord(
  text: string,
  found: FoundExpression,
  sentence: Stretch,
  spoken: readonly Vocabulary[],
): Marks["beside"] {
  const reach = 14;
  const from = Math.max(sentence.start, found.start - reach - 12);
  const left = text.slice(from, found.start);
  const right = text.slice(found.end, Math.min(sentence.end, found.end + reach));
  for (const word of ["today", "yesterday", "tomorrow"] as const) {
    for (const vocabulary of spoken) {
      const leftMatch = vocabulary[word].exec(left);
      const between = leftMatch && left.slice(leftMatch.index + leftMatch[0].length);
      if (leftMatch && between !== null && between.length <= reach && !bounds(between, vocabulary)) {
        return { word, start: from + leftMatch.index, end: found.end };
      }
      const rightMatch = vocabulary[word].exec(right);
      if (rightMatch && !bounds(right.slice(0, rightMatch.index), vocabulary))
        return { word, start: found.start, end: found.end + rightMatch.index + rightMatch[0].length };
    }
  }
  return undefined;
}

/** `today until 5 June`, `from 5 June until today`: what stands between the two makes them the ends of a time, and no one day. */
function bounds(between: string, { until, since }: Vocabulary): boolean {
  return until.test(between) || since.test(between);
}

/**
 * A place is written with a capital; a word in small letters makes a sentence. Where letters have no case, many words do: in Chinese, many letters.
 */
const sentenceWord =
  /(?<!\p{L})\p{Ll}{3,}|(?:\p{Script=Arabic}+[^\p{L}\n]+){4}\p{Script=Arabic}|(?:\p{Script=Han}[^\p{Script=Han}\n]*){8}/u;

function bracketAround(
  text: string,
  found: FoundExpression,
  line: Stretch,
  spoken: readonly Vocabulary[],
): Marks["bracket"] {
  const open = text.lastIndexOf("(", found.start);
  const close = text.indexOf(")", found.end);
  if (open < line.start || close === -1 || close >= line.end || close - open > 100) return undefined;
  if (text.slice(open, found.start).includes(")")) return undefined;
  // A dateline's brackets hold a place and the day, no sentence: `(originally published on January 6, 2025)` is none.
  const inside = `${text.slice(open, found.start)} ${text.slice(found.end, close)}`;
  if (sentenceWord.test(inside)) return undefined;
  // What takes place on a day is no place: `(Einweisung am 9.4.)`.
  const preposition = prepositionBefore(text, found, spoken);
  if (preposition !== undefined && /\p{L}\s*$/u.test(text.slice(open + 1, preposition.start))) return undefined;
  // A weekday says when something is to be; whoever writes where and when a text was written has no need of it.
  const { expression } = found;
  const hasWeekday = expression.kind === "days" && expression.weekday !== undefined;
  if (hasWeekday && expression.first.year === undefined && !/\p{L}/u.test(inside)) return undefined;
  // Where no letter has a case, brackets without a place may as well belong to the sentence before them: `将于下周一上线（7月24日）`.
  const headline = text.slice(line.start, open);
  if (!/\p{L}/u.test(inside) && scriptsIn(headline).size > 0 && firstTense(headline, spoken) === "to-come")
    return undefined;
  return /^[\p{P}\s\p{S}\p{M}]*$/u.test(text.slice(close + 1, line.end)) ? { start: open, end: close + 1 } : undefined;
}

function endsBrackets(text: string, found: FoundExpression, line: Stretch): boolean {
  const before = text.slice(line.start, found.start);
  return (
    before.lastIndexOf("(") > before.lastIndexOf(")") &&
    /^\)[\p{P}\s\p{S}\p{M}]*$/u.test(text.slice(found.end, line.end))
  );
}

function isAlone(text: string, found: FoundExpression, line: Stretch, spoken: readonly Vocabulary[]): boolean {
  if (line.end - line.start >= 60) return false;
  const rest = `${text.slice(line.start, found.start)}${text.slice(found.end, line.end)}`;
  const words = rest.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length > 2 || sentenceWord.test(rest)) return false;
  const bound = prepositionBefore(text, found, spoken) ?? prepositionAfter(text, found, spoken);
  if (bound !== undefined && bound.word !== "other") return false;
  if (scriptsIn(rest).size === 0 && namesEvent(text.slice(line.start, found.start))) return false;
  return (
    (scriptsIn(rest).size === 0 && !/\p{Script=Hangul}/u.test(rest)) || !isCaselessSentence(text, found, rest, spoken)
  );
}

/** Labels, before a day with a colon, of the day on which a text was published, and of a day that may be that of an event as well. */
const publishedLabels =
  "dated|published|posted|veröffentlicht|дата публикации|опубликовано|дата публікації|опубліковано|publicado|publié le|pubblicato|yayın tarihi|opublikowano|datum objave|publicerad";
const dateLabels = "date|datum|дата|fecha|data|tarih|ημερομηνία|dátum|päiväys|dato|tanggal|ngày|kuupäev|sana|күні";
const labelOf = (words: string): RegExp => new RegExp(`^\\P{L}*(?:${words})\\s*[:：]\\s*$`, "iu");
const publishedLabel = labelOf(publishedLabels);
const dayLabel = labelOf(`${publishedLabels}|${dateLabels}`);

/** Whether the words before a day on its line say what is to be then, `Deadline: 14 March`, `Concert 14 March`: a place is parted from its day. */
function namesEvent(before: string): boolean {
  if (!/\p{L}/u.test(before) || dayLabel.test(before)) return false;
  return !/[,،、;|/()[\]{}–—•·.-]\s*$/u.test(before);
}

/** Where no letter has a case, a verb says that the words beside a day are a sentence; in Chinese, more than four letters. */
function isCaselessSentence(
  text: string,
  found: FoundExpression,
  rest: string,
  spoken: readonly Vocabulary[],
): boolean {
  return /(?:\p{Script=Han}\P{Script=Han}*){5}/u.test(rest) || tenseOf(text, found, spoken) !== undefined;
}

/** `新华社北京12月7日电`: the day a wire story is sent. */
function opensWireStory(text: string, found: FoundExpression, spoken: readonly Partial<ScriptVocabulary>[]): boolean {
  const right = text.slice(found.end, found.end + 8);
  return spoken.some(({ datelineEnding }) => datelineEnding?.test(right));
}

function closes(text: string, found: FoundExpression): boolean {
  const tail = text.slice(found.end);
  if (tail.length > 40 || /[\p{L}\p{N}]/u.test(tail)) return false;
  const before = text.slice(0, found.start);
  if (!/(?:^|[\n)|—–•·:])[\p{P}\p{S}\s]*$/u.test(before)) return false;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  // `Deadline: 14 March 2025` is no day on which somebody signed.
  return !/[:：]\s*$/u.test(line) || !namesEvent(line);
}

function prepositionBefore(text: string, found: FoundExpression, spoken: readonly Vocabulary[]): Marks["preposition"] {
  const left = text.slice(Math.max(0, found.start - 24), found.start);
  const offset = found.start - left.length;
  for (const { until, since } of spoken) {
    const untilMatch = until.exec(left);
    if (untilMatch) return { word: "until", start: offset + untilMatch.index };
    const sinceMatch = since.exec(left);
    if (sinceMatch) return { word: "since", start: offset + sinceMatch.index };
  }
  for (const { on } of spoken) {
    const match = on?.exec(left);
    if (match) return { word: "other", start: offset + match.index };
  }
  return undefined;
}

/** `12月7日起`, `12月7日前`, `6 Şubat'a kadar`, `6-fevralgacha`. */
function prepositionAfter(text: string, found: FoundExpression, spoken: readonly Vocabulary[]): Marks["preposition"] {
  const right = text.slice(found.end, found.end + 12);
  const own = text.slice(found.start, found.end);
  const stands = (ending: RegExp | undefined): boolean =>
    ending !== undefined && (ending.test(right) || ending.test(own));
  for (const { untilEnding, sinceEnding } of spoken) {
    if (stands(untilEnding)) return { word: "until", start: found.start };
    if (stands(sinceEnding)) return { word: "since", start: found.start };
  }
  return undefined;
}

function yearsAgoIn(text: string, sentence: Stretch, spoken: readonly Vocabulary[]): Marks["yearsAgo"] {
  const words = text.slice(sentence.start, sentence.end);
  for (const { yearsAgo } of spoken) {
    for (const pattern of yearsAgo) {
      const match = pattern.exec(words);
      if (match) return { years: Number(match.groups?.years), start: sentence.start + match.index };
    }
  }
  return undefined;
}
