import { counterIn } from "../../model/channel-head.ts";
import { type Day, dayOf, isTellable } from "../../model/day.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { type DayLine, dayIn, dayLine, type NumberOrder, numericDay } from "../../text/day-line.ts";
import { handleAlone, isHandle, telegramAddressIn } from "../../text/telegram-address.ts";
import { captureNoteWords } from "./capture-note-words.ts";
import { labelled } from "./labelled.ts";
import { isRulerLine } from "./rulers.ts";

/**
 * What a person or a tool wrote over a text, or under it, when they kept it: whose it is, where it was, and when it was taken.
 *
 *     # Harbour News
 *     Source: https://t.me/s/harbournews
 *     Retrieved: 2026-02-11
 *
 * Its lines belong to no post.
 */
export interface CaptureNote {
  /** The note's lines, in the dump's order. */
  readonly lines: readonly number[];
  readonly name?: string;
  readonly handle?: string;
  /** The address the text was taken from. */
  readonly url?: string;
  /** The day of the capture. */
  readonly retrieved?: Day;
  /** The day as it is printed, where day and month cannot be told apart. */
  readonly openDay?: string;
}

/** A note has no more lines, blank ones aside, and none below the text has more than the second. */
const mostLines = 24;
const mostLinesBelow = 4;

/** Longer lines are text; titles are shorter. In UTF-16 units. */
const longestLine = 300;
const longestTitle = 80;

/** So many lines of a note can be its title. */
const mostTitles = 2;

/** The note at the top of a dump, or below its text; `undefined` where there is none. */
export function captureNote(source: SourceText): CaptureNote | undefined {
  const above = noteAbove(source);
  return above ?? noteBelow(source);
}

/** What a line says as part of a note. */
interface NoteLine {
  readonly line: number;
  readonly text: string;
  /** `captured` and `address` make a note; `field` and `ruler` can be part of one; `other` is a title, a counter or the text. */
  readonly kind: "captured" | "address" | "field" | "ruler" | "other";
  /** The label of `LABEL: VALUE`, or the word by which it says that the text was kept. */
  readonly key?: string;
  readonly isLabelled?: boolean;
  readonly told: Told;
}

type Told = Omit<CaptureNote, "lines">;

function noteAbove(source: SourceText): CaptureNote | undefined {
  const lines = fenced(linesFrom(source, 1, 1, mostLines));
  const head = lines.slice(0, firstText(lines));
  const strong = head.findLastIndex(({ kind }) => kind === "captured" || kind === "address");
  if (strong < 0) return undefined;
  let end = strong + 1;
  while (end < head.length && (head[end]?.kind !== "other" || isOfHead(head[end]?.text ?? ""))) end += 1;
  const block = head.slice(0, end);
  if (!isNote(block, source) || recurs(block, source)) return undefined;
  // With counters, the lines around them are the head of the page itself.
  const isPages = block.some(({ text }) => counterIn(text) !== undefined);
  const own = block.filter(({ kind }) => !isPages || kind !== "other");
  const titles = isPages ? [] : own.filter(({ kind }) => kind === "other").map(({ text }) => nameIn(text));
  const note = noteOf(own, titles);
  const below = lines[end];
  const isNamed = below !== undefined && note.name !== undefined && nameIn(below.text).name === note.name;
  return isNamed ? { ...note, lines: [...note.lines, below.line] } : note;
}

/** Between two rulers at the top, as editors write properties over a text, every line is of the note. */
function fenced(lines: readonly NoteLine[]): readonly NoteLine[] {
  const end = lines[0]?.kind === "ruler" ? lines.findIndex(({ kind }, at) => at > 0 && kind === "ruler") : -1;
  const isInside = (at: number): boolean => at > 0 && at < end;
  const isProperty = ({ text, key }: NoteLine): boolean =>
    key !== undefined || /^[\p{L}_][\p{L}\p{N} _-]{0,40}:/u.test(text);
  if (end < 0 || !lines.slice(1, end).some(isProperty)) return lines;
  return lines.map((own, at) => (isInside(at) && own.kind === "other" ? { ...own, kind: "field" } : own));
}

/** How many lines stand above the text: at most two of them are titles. */
function firstText(lines: readonly NoteLine[]): number {
  let titles = 0;
  for (const [at, { kind, text }] of lines.entries()) {
    if (kind !== "other" || isOfHead(text)) continue;
    titles += 1;
    const isTitle = text.length <= longestTitle && !/[.!?…:;。！？]$/u.test(text);
    if (!isTitle || titles > mostTitles || lines.slice(0, at).some((above) => above.key !== undefined)) return at;
  }
  return lines.length;
}

/** Whether a line is one that the head of a channel's page has: a counter, or a user name. */
function isOfHead(text: string): boolean {
  return counterIn(text) !== undefined || handleAlone(text) !== undefined;
}

function noteBelow(source: SourceText): CaptureNote | undefined {
  const last = source.lines.findLastIndex((line) => !isBlank(line)) + 1;
  const lines = linesFrom(source, last, -1, mostLinesBelow).reverse();
  const start = lines.findLastIndex(({ kind }) => kind === "other" || kind === "field") + 1;
  const block = lines.slice(start);
  const [first] = block;
  if (first === undefined || !block.some(({ kind }) => kind === "captured") || recurs(block, source)) return undefined;
  const isApart = first.kind === "ruler" || isBlank(lineAt(source, first.line - 1));
  return isApart && first.line > 1 ? noteOf(block, []) : undefined;
}

/** The lines from one on that are not blank, downwards or upwards. */
function linesFrom(source: SourceText, from: number, step: 1 | -1, most: number): NoteLine[] {
  const found: NoteLine[] = [];
  for (let line = from; line >= 1 && line <= source.lines.length && found.length < most; line += step)
    if (!isBlank(lineAt(source, line))) found.push(noteLine(line, lineAt(source, line)));
  return found;
}

/** Whether lines that may be a note are one: they say when the text was kept, or at least two things of which one is where it was. */
function isNote(block: readonly NoteLine[], source: SourceText): boolean {
  const [last] = block.slice(-1);
  const isApart = last?.kind === "ruler" || isBlank(lineAt(source, (last?.line ?? 0) + 1));
  // A sentence on top that has text right below it may be the first of that text.
  if (block.some(({ kind }) => kind === "captured"))
    return isApart || block.length > 1 || block[0]?.isLabelled === true;
  if (block.filter(({ key }) => key !== undefined).length > 1) return true;
  const [first, second] = block;
  const isPreview = first?.kind === "address" && /\/\/t\.me\/s\//u.test(first.told.url ?? "");
  return isPreview && (second !== undefined || isBlank(lineAt(source, first.line + 1)));
}

/** Whether the lines stand again further on: they are then what the page prints with each post. */
function recurs(block: readonly NoteLine[], source: SourceText): boolean {
  const isCaptured = block.some(({ kind }) => kind === "captured");
  const keys = new Set(
    block.flatMap(({ kind, key }) => (key === undefined || (isCaptured && kind !== "captured") ? [] : [key])),
  );
  const again = new Set<string>();
  const own = new Set(block.map(({ line }) => line));
  for (const [index, text] of source.lines.entries()) {
    if (own.has(index + 1) || text.length > longestLine) continue;
    const { key } = noteLine(index + 1, text);
    if (key !== undefined && keys.has(key)) again.add(key);
  }
  return keys.size > 0 && again.size === keys.size;
}

/** The note of lines, each thing as the first line tells it; a title names the channel where no label does. */
function noteOf(lines: readonly NoteLine[], titles: readonly Told[]): CaptureNote {
  const told = [...lines.map((own) => own.told), ...titles];
  const captured = lines.filter(({ kind }) => kind === "captured").map((own) => own.told);
  const first = <Key extends keyof Told>(key: Key, from: readonly Told[] = told): Pick<Told, Key> => {
    const found = from.find((each) => each[key] !== undefined);
    return (found === undefined ? {} : { [key]: found[key] }) as Pick<Told, Key>;
  };
  const day = { ...first("retrieved"), ...first("retrieved", captured) };
  return {
    lines: lines.map(({ line }) => line),
    ...first("name"),
    ...first("handle"),
    ...first("url"),
    ...day,
    ...(day.retrieved === undefined ? first("openDay") : {}),
  };
}

/** Signs around a line of a note: comments, headings, quoted lines, lists, brackets, bold. */
const opening = /^[\s#>/*;%=_<!\-–—•]+/u;
const closing = /[\s#>/*=_\-–—.]+$/u;
const bracketed = /^[([](?<inside>.+)[)\]]$/u;

function noteLine(line: number, printed: string): NoteLine {
  const text = printed.length > longestLine ? printed : bareText(printed);
  const told = (kind: NoteLine["kind"], own: Told, key?: string): NoteLine => ({
    line,
    text,
    kind,
    told: own,
    ...(key === undefined ? {} : { key, isLabelled: key === label }),
  });
  const [label, value] = text.length > longestLine ? ["", ""] : (labelOf(text) ?? ["", ""]);
  if (text === "" || isRulerLine(printed)) return told("ruler", {});
  if (text.length > longestLine) return told("other", {});
  const address = addressIn(text);
  if (address !== undefined) return told(address.retrieved === undefined ? "address" : "captured", address);
  const kinds = kindsOf(label);
  if (kinds.has("captured")) {
    const day = dayTold(value, isEnglish(label));
    if (day !== undefined) return told("captured", { ...day.told, ...beside(value) }, label);
  }
  if (kinds.has("source")) {
    const own = addressIn(value);
    if (own !== undefined) return told(own.retrieved === undefined ? "address" : "captured", own, label);
  }
  if (kinds.has("name")) return told("field", nameIn(value), label);
  if (kinds.has("date")) return told("field", dayTold(value, isEnglish(label))?.told ?? {}, label);
  if (kinds.size > 0) return told("field", handleIn(value), label);
  const said = capturedWords(text);
  return said === undefined ? told("other", {}) : told("captured", said.told, said.word);
}

function bareText(printed: string): string {
  const text = printed
    .replace(/\*\*|`/gu, "")
    .trim()
    .replace(opening, "")
    .replace(closing, "");
  return bracketed.exec(text)?.groups?.inside ?? text;
}

type Kind = "captured" | "source" | "name" | "date" | "others";

let kinds: ReadonlyMap<string, ReadonlySet<Kind>> | undefined;

/** What a word says in a note, in any of the languages. */
function kindsOf(word: string): ReadonlySet<Kind> {
  kinds ??= wordKinds();
  return kinds.get(word) ?? none;
}

const none: ReadonlySet<Kind> = new Set();

function isEnglish(word: string): boolean {
  const english = captureNoteWords.find(({ language }) => language === "English");
  return english?.captured.includes(word) === true || english?.date.includes(word) === true;
}

function wordKinds(): ReadonlyMap<string, ReadonlySet<Kind>> {
  const found = new Map<string, Set<Kind>>();
  for (const { language: _, ...row } of captureNoteWords)
    for (const kind of ["captured", "source", "name", "date", "others"] as const)
      for (const word of row[kind]) {
        const own = found.get(word) ?? new Set();
        found.set(word, own.add(kind));
      }
  return found;
}

/** The label of `LABEL: VALUE` as it stands in the table, with the value, which may be absent: `Markdown Content:` */
function labelOf(text: string): readonly [label: string, value: string] | undefined {
  const alone = /^(?<label>[^:：]{2,40})[:：]$/u.exec(text)?.groups?.label;
  const [label, value] = alone === undefined ? (labelled(text) ?? [""]) : [alone, ""];
  return label === "" ? undefined : [folded(label), value ?? ""];
}

function folded(words: string): string {
  return words
    .normalize("NFC")
    .toLowerCase()
    .replace(/[*_`"“”]/gu, "")
    .trim();
}

/** A copy of a page in an archive of the web: the moment, and the address of the page. */
const webArchived =
  /^https?:\/\/[\w.-]{4,60}\/(?:web\/)?(?<moment>\d{8})\d{0,6}[a-z_]{0,4}\/(?<page>https?:\/\/\S{4,200})$/u;

/** What an address alone says: a channel's page, perhaps as an archive of the web has it; nothing for a post or any other words. */
function addressIn(words: string): Told | undefined {
  const bare = words.replace(/^<|>$/gu, "");
  const { moment = "", page = bare } = webArchived.exec(bare)?.groups ?? {};
  const { handle, number } = telegramAddressIn(page) ?? {};
  const own =
    handle ?? /^https?:\/\/(?:\w+\.)?tgstat\.\w{2,3}\/(?:\w+\/)*channel\/@(?<name>\w+)/u.exec(page)?.groups?.name;
  if (own === undefined || !isHandle(own) || number !== undefined) return undefined;
  const url = /^https?:/u.test(bare) ? bare : `https://${bare}`;
  return { handle: own, url, ...dayOfMoment(moment) };
}

function dayOfMoment(moment: string): Told {
  const [, year = "", month = "", day = ""] = /^(\d{4})(\d\d)(\d\d)$/u.exec(moment) ?? [];
  const told = dayOf(Number(year), Number(month), Number(day));
  return moment !== "" && told !== undefined && isTellable(told) ? { retrieved: told } : {};
}

const year = String.raw`\p{Nd}{4}`;
const month = String.raw`[\p{L}\p{M}]{3,15}\.?`;

/** A day with its year inside a line. Each form is read by `dayLine`. */
const days = [
  String.raw`(?<!\p{N})${numericDay.replace(/\?<\w+>/gu, "").replaceAll(String.raw`\k<sign>`, String.raw`(?:\. |[.\/\-])`)}(?!\p{N})`,
  String.raw`(?<!\p{N})\p{Nd}{1,2}\.? (?:de )?${month},? (?:de )?${year}(?!\p{N})`,
  String.raw`(?<!\p{L})${month} \p{Nd}{1,2}(?:st|nd|rd|th)?,? ${year}(?!\p{N})`,
].map((form) => new RegExp(form, "iu"));

interface FoundDay {
  readonly told: Told;
  readonly from: number;
  readonly to: number;
}

/** The first day of a line, its year included; as printed where its numbers can be read in two ways, as in English. */
function dayTold(text: string, inEnglish: boolean): FoundDay | undefined {
  for (const form of days) {
    const match = form.exec(text);
    const words = match?.[0] ?? "";
    const read = match === null ? undefined : dayLine(words);
    if (match === null || read === undefined || !read.shape.includes("y")) continue;
    const place = { from: match.index, to: match.index + words.length };
    const possible = new Set(ordersOf(read, words, inEnglish).map((order) => dayIn(read.numbers, order)));
    possible.delete(undefined);
    const [day] = possible;
    if (day === undefined || !isTellable(day)) continue;
    return { ...place, told: possible.size > 1 ? { openDay: words } : { retrieved: day } };
  }
  return undefined;
}

/** In which orders the numbers of a day can stand: in English, those with slashes or hyphens may begin with the month. */
function ordersOf({ shape, named }: DayLine, words: string, inEnglish: boolean): readonly NumberOrder[] {
  if (shape.endsWith("ynn")) return ["year-month-day"];
  return named || !inEnglish || !/[/-]/u.test(words) ? ["day-month-year"] : ["day-month-year", "month-day-year"];
}

/** Most words between the word that says that the text was kept and the day: short ones, the page's kind and its address. */
const mostBetween = 6;
const betweenWord =
  /^(?:\p{L}{1,3}|from|with|using|date|desde|depuis|dalla|dal|depuis|datum|dnia|dana|telegram\p{L}{0,2}|телеграма?|тг|web|tarihinde|\P{L}*)$/iu;

/** A sentence that says when the text was kept: `Copied from Telegram, 11 Feb 2026`, `2026年2月11日保存`; what stands before it may name the channel. */
function capturedWords(text: string): { readonly told: Told; readonly word: string } | undefined {
  if (text.length > 2 * longestTitle) return undefined;
  const place = dayTold(text, true);
  if (place === undefined) return undefined;
  const [before, after] = [text.slice(0, place.from), text.slice(place.to)];
  const parts = before.split(/[,;|(—–]|: /u).map((part) => part.trim());
  const at = parts.findIndex((part) => openingWord(part) !== undefined);
  const opens = openingWord(parts[at] ?? "");
  const between = parts
    .slice(at)
    .join(" ")
    .slice(opens?.length ?? 0)
    .split(/\s+/u)
    .filter(Boolean);
  const isClose = between.length <= mostBetween && between.every(isBetween) && isClock(after);
  const word = opens === undefined || !isClose ? closingWord(after.trim()) : opens;
  if (word === undefined || (word !== opens && wordsIn(before) > mostTitles)) return undefined;
  const name =
    word === opens ? parts.slice(0, at).find((part) => part !== "" && addressIn(part) === undefined) : undefined;
  const day = dayTold(text, isEnglish(word))?.told ?? {};
  return { word, told: { ...day, ...beside(before), ...(name === undefined ? {} : nameIn(name)) } };
}

function isBetween(word: string): boolean {
  if (addressIn(word) !== undefined || handleAlone(word) !== undefined) return true;
  return !/\p{N}/u.test(word) && (betweenWord.test(word) || kindsOf(folded(word)).size > 0);
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** The word for keeping that a part of a sentence opens with, the longest first. */
function openingWord(part: string): string | undefined {
  const words = folded(part).split(/\s+/u);
  for (let length = Math.min(3, words.length); length > 0; length -= 1) {
    const own = words.slice(0, length).join(" ");
    if (kindsOf(own).has("captured")) return own;
  }
  return undefined;
}

/** The word for keeping that stands behind the day, with at most one word before it. */
function closingWord(after: string): string | undefined {
  const words = folded(after.replace(/^[\s,:：]+/u, "")).split(/\s+/u);
  const own = words.length > 2 ? "" : (words.at(-1) ?? "");
  return kindsOf(own).has("captured") ? own : undefined;
}

/** Whether nothing stands behind a day but a clock time, a time zone and perhaps who kept the text. */
function isClock(after: string): boolean {
  return /^[\s,T]{0,2}(?:(?:at|um|в|о|à|a las|kl\.?) )?(?:\p{Nd}{1,2}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2}(?:[.,]\d{1,9})?)?)?\s?(?:Z|[AP]M|UTC|GMT|MSK|CET|CEST|[+-]\d{2}:?\d{2}|г\.?|р\.?|года|року|日|일)?(?:[\s,]+(?:from|by|von|par|por|di|da|de|из|от|з)\s\S.{0,80})?$/iu.test(
    after,
  );
}

/** The address or the user name that stands among other words. */
function beside(words: string): Told {
  for (const word of words.split(/[\s,;()<>|]+/u)) {
    const address = addressIn(word);
    if (address !== undefined) return address;
  }
  return handleIn(words);
}

function handleIn(words: string): Told {
  const handle = words
    .split(/[\s,;()<>|]+/u)
    .map(handleAlone)
    .find((own) => own !== undefined);
  return handle === undefined ? {} : { handle };
}

/** The name that a label or a title gives, without what names the site, and the user name that stands with it. */
function nameIn(words: string): Told {
  const name = words
    .replace(/\s*[([](?:@\w+|(?:https?:\/\/)?t\.me\/\S*)[)\]]/iu, "")
    .replace(/\s*[–—|:·-]+\s*Telegram(?: (?:channel|web|messenger))?$/iu, "")
    .replace(/^Telegram: (?:Contact|View|Join) /u, "")
    .replace(/^["'«“„]+|["'»”]+$/gu, "")
    .trim();
  const handle = handleIn(words);
  const isName = /[\p{L}\p{N}]/u.test(name) && handleAlone(name) === undefined && name.length <= longestTitle;
  return isName ? { name, ...handle } : handle;
}
