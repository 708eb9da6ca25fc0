import { type Day, dayOf, isTellable } from "../../model/day.ts";
import { type DayLine, dayIn, dayInLine, type NumberOrder } from "../../text/day-line.ts";
import { handleAlone, isHandle, telegramAddressIn } from "../../text/telegram-address.ts";
import { captureNoteWords } from "./capture-note-words.ts";
import { labelled } from "./labelled.ts";
import { isRulerLine } from "./rulers.ts";

/** What a line says as part of a note. */
export interface NoteLine {
  readonly line: number;
  readonly text: string;
  /** `captured` and `address` make a note; `field` and `ruler` can be part of one; `other` is a title, a counter or the text. */
  readonly kind: "captured" | "address" | "field" | "ruler" | "other";
  /** The label of `LABEL: VALUE`, or the word by which it says that the text was kept. */
  readonly key?: string;
  readonly isLabelled?: boolean;
  readonly told: NoteFacts;
}

/** What a note tells of the text below it. */
export interface NoteFacts {
  readonly name?: string;
  readonly handle?: string;
  /** The address the text was taken from. */
  readonly url?: string;
  /** The day of the capture. */
  readonly retrieved?: Day;
  /** The day as it is printed, where day and month cannot be told apart. */
  readonly openDay?: string;
}

/** No line of a note is longer, in UTF-16 units. */
export const longestNoteLine = 300;
/** No title of a note is longer, in UTF-16 units. */
export const longestTitle = 80;

/** Signs around a line of a note: comments, headings, quoted lines, lists, brackets, bold. */
const opening = /^[\s#>/*;%=_<!\-–—•]+/u;
const closing = /[\s#>/*=_\-–—.]+$/u;
const bracketed = /^[([](?<inside>.+)[)\]]$/u;

/** What a line says, if it is one of a note. */
export function noteLine(line: number, printed: string): NoteLine {
  const text = printed.length > longestNoteLine ? printed : bareText(printed);
  const told = (kind: NoteLine["kind"], own: NoteFacts, key?: string): NoteLine => ({
    line,
    text,
    kind,
    told: own,
    ...(key === undefined ? {} : { key, isLabelled: key === label }),
  });
  const [label, value] = text.length > longestNoteLine ? ["", ""] : (labelOf(text) ?? ["", ""]);
  if (text === "" || isRulerLine(printed)) return told("ruler", {});
  if (text.length > longestNoteLine) return told("other", {});
  const address = addressIn(text);
  if (address !== undefined) return told(address.retrieved === undefined ? "address" : "captured", address);
  const kinds = kindsOf(label);
  if (kinds.has("captured")) {
    const day = dayTold(value, isEnglish(label));
    if (day !== undefined && isRemark(value.slice(day.to)))
      return told("captured", { ...day.told, ...beside(value) }, label);
  }
  if (kinds.has("source")) {
    const own = addressIn(value);
    if (own !== undefined) return told(own.retrieved === undefined ? "address" : "captured", own, label);
    const dated = addressAndDay(text);
    if (dated !== undefined) return told("captured", dated, label);
  }
  if (kinds.has("name")) return told("field", nameTold(value), label);
  if (kinds.has("date")) return told("field", dayTold(value, isEnglish(label))?.told ?? {}, label);
  if (kinds.size > 0) return told("field", handleIn(value), label);
  const said = capturedWords(text);
  if (said !== undefined) return told("captured", said.told, said.word);
  const from = addressAndDay(text);
  if (from !== undefined) return told("captured", from);
  const copied = copiedFrom(text);
  return copied === undefined ? told("other", {}) : told("address", copied);
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

/** Whether notes have a label of this name, in any of the languages. */
export function isNoteWord(word: string): boolean {
  return kindsOf(folded(word)).size > 0;
}

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

/**
 * The label of `LABEL: VALUE` as it stands in the table, with the value, which may be absent: `Markdown Content:`; none of the title `Telegram: Contact
 * @harbournews`.
 */
function labelOf(text: string): readonly [label: string, value: string] | undefined {
  if (/^Telegram: \p{L}+ @\w+$/u.test(text)) return undefined;
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

/** What browsers write into a page that they save. */
const savedByBrowser = /^saved from url=\(\d+\)(?<url>\S+)$/u;

/** What an address alone says: a channel's page, perhaps as an archive of the web has it; nothing for a post or any other words. */
function addressIn(words: string): NoteFacts | undefined {
  const bare = savedByBrowser.exec(words)?.groups?.url ?? words.replace(/^[<"']+|[>"']+$/gu, "");
  const { moment = "", page = bare } = webArchived.exec(bare)?.groups ?? {};
  const { handle, number } = telegramAddressIn(page) ?? {};
  const own =
    handle ?? /^https?:\/\/(?:\w+\.)?tgstat\.\w{2,3}\/(?:\w+\/)*channel\/@(?<name>\w+)/u.exec(page)?.groups?.name;
  if (own === undefined || !isHandle(own) || number !== undefined) return undefined;
  const url = /^https?:/u.test(bare) ? bare : `https://${bare}`;
  return { handle: own, url, ...dayOfMoment(moment) };
}

function dayOfMoment(moment: string): NoteFacts {
  const [, year = "", month = "", day = ""] = /^(\d{4})(\d\d)(\d\d)$/u.exec(moment) ?? [];
  const told = dayOf(Number(year), Number(month), Number(day));
  return moment !== "" && told !== undefined && isTellable(told) ? { retrieved: told } : {};
}

interface FoundDay {
  readonly told: NoteFacts;
  readonly from: number;
  readonly to: number;
}

/** The first day of a line, its year included; as printed where its numbers can be read in two ways, as in English. */
function dayTold(text: string, inEnglish: boolean): FoundDay | undefined {
  const found = dayInLine(text);
  if (found === undefined || !found.day.shape.includes("y")) return undefined;
  const { day: read, from, to } = found;
  const words = text.slice(from, to);
  const possible = new Set(ordersOf(read, words, inEnglish).map((order) => dayIn(read.numbers, order)));
  possible.delete(undefined);
  const [day] = possible;
  if (day === undefined || !isTellable(day)) return undefined;
  return { from, to, told: possible.size > 1 ? { openDay: words } : { retrieved: day } };
}

/** In which orders the numbers of a day can stand: in English, those with slashes or hyphens may begin with the month. */
function ordersOf({ shape, named }: DayLine, words: string, inEnglish: boolean): readonly NumberOrder[] {
  if (shape.endsWith("ynn")) return ["year-month-day"];
  return named || !inEnglish || !/[/-]/u.test(words) ? ["day-month-year"] : ["day-month-year", "month-day-year"];
}

/** Most words between the word that says that the text was kept and the day: short ones, the page's kind and its address. */
const mostBetween = 6;
const betweenWord =
  /^(?:\p{L}{1,3}|from|with|using|date|desde|depuis|dalla|datum|dnia|dana|telegram\p{L}{0,2}|телеграма?|тг|web|tarihinde|\P{L}*)$/iu;

/** Most words before a day behind which it stands that the text was kept. */
const mostBefore = 2;

/** A sentence that says when the text was kept: `Copied from Telegram, 11 Feb 2026`, `2026年2月11日保存`; what stands before it may name the channel. */
function capturedWords(text: string): { readonly told: NoteFacts; readonly word: string } | undefined {
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
  if (word === undefined || (word !== opens && wordsIn(before) > mostBefore)) return undefined;
  const name =
    word === opens ? parts.slice(0, at).find((part) => part !== "" && addressIn(part) === undefined) : undefined;
  const day = dayTold(text, isEnglish(word))?.told ?? {};
  return { word, told: { ...day, ...beside(text), ...(name === undefined ? {} : nameTold(name)) } };
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
  const match =
    /^[\s,T]{0,2}(?:(?:at|um|в|о|à|a las|kl\.?) )?(?:\p{Nd}{1,2}[:.]\p{Nd}{2}(?:[:.]\p{Nd}{2}(?:[.,]\d{1,9})?)?)?\s?(?:Z|[AP]M|UTC|GMT|MSK|CET|CEST|[+-]\d{2}:?\d{2}|г\.?|р\.?|r\.?|года|року|日|일|Uhr|h|ч\.?)?(?:[\s,]+(?:from|by|von|par|por|di|da|de|из|от|з)\s(?<who>\S.{0,80}))?$/iu.exec(
      after,
    );
  const who = match?.groups?.who ?? "";
  return (
    match !== null && (who === "" || beside(who).handle !== undefined || /^\p{Lu}\S*(?:\s\p{Lu}\S*){0,2}$/u.test(who))
  );
}

/** Whether behind the day of a label nothing stands but a moment, or a few words that a comma or a bracket parts from it. */
function isRemark(after: string): boolean {
  return isClock(after) || (/^\s?[,;(]/u.test(after) && wordsIn(after) <= mostRemark);
}

/** Most words of a remark behind a day, and most words of a line that has an address and a day. */
const mostRemark = 4;
const mostAround = 9;

/** A line with a channel's address and a day, in which a word says that it is about keeping, or hardly another word stands: `Source: t.me/s/harbour, 11 Feb 2026`. */
function addressAndDay(text: string): NoteFacts | undefined {
  if (text.length > 2 * longestTitle) return undefined;
  const address = beside(text);
  const day = dayTold(text, true);
  if (address.url === undefined || day === undefined) return undefined;
  const around = `${text.slice(0, day.from)} ${text.slice(day.to)}`.split(/[\s,;:()<>[\]|]+/u);
  const words = around.filter((word) => /\p{L}/u.test(word) && !/\//u.test(word)).map(folded);
  const isNote = words.some(
    (word) => word.length > 2 && (kindsOf(word).has("captured") || kindsOf(word).has("source")),
  );
  if (words.length > mostAround || !(isNote || words.length < 2)) return undefined;
  return { ...dayTold(text, words.some(isEnglish) || words.length === 0)?.told, ...address };
}

/** `Copied from https://t.me/s/harbour` */
function copiedFrom(text: string): NoteFacts | undefined {
  if (text.length > 2 * longestTitle) return undefined;
  const words = text.split(/\s+/u);
  const address = addressIn(words.at(-1) ?? "");
  const opens =
    words.length > 1 && words.length < mostRemark + 1 ? openingWord(words.slice(0, -1).join(" ")) : undefined;
  return address === undefined || opens === undefined ? undefined : address;
}

/** What a line of few words with a day says right below an address: `14.03.2025`, `Hentet: 14.03.2025`. */
export function dayBelowAddress(text: string): NoteFacts | undefined {
  const day = text.length > longestTitle ? undefined : dayTold(text, true);
  if (day === undefined || wordsIn(text.slice(0, day.from)) > mostRemark - 1) return undefined;
  const after = text.slice(day.to);
  const isShort = wordsIn(after) < 2 || (/^\s?[,;(]/u.test(after) && wordsIn(after) <= mostAround);
  return isClock(after) || isShort ? day.told : undefined;
}

/** The address or the user name that stands among other words. */
function beside(words: string): NoteFacts {
  for (const word of words.split(/[\s,;()<>|]+/u)) {
    const address = addressIn(word.replace(/[.,]+$/u, ""));
    if (address !== undefined) return address;
  }
  return handleIn(words);
}

function handleIn(words: string): NoteFacts {
  const handle = words
    .split(/[\s,;()<>|]+/u)
    .map(handleAlone)
    .find((own) => own !== undefined);
  return handle === undefined ? {} : { handle };
}

/** The name that a label or a title gives, without what names the site, and the user name that stands with it. */
export function nameTold(words: string): NoteFacts {
  if (words.length > longestNoteLine) return {};
  const name = words
    .replace(/\s*[([](?:@\w+|(?:https?:\/\/)?t\.me\/\S*)[)\]]/iu, "")
    .replace(/\s*[–—|:·-]+\s*Telegram(?: (?:channel|web|messenger))?$/iu, "")
    .replace(/^Telegram: (?:Contact|View|Join) /u, "")
    .replace(
      /^(?:(?:telegram|телеграм)[- ]?)(?:kan\p{L}*|can\p{L}*|channel|канал\p{L}*|kênh|csatorna)[: ]\s*(?=\S)/iu,
      "",
    )
    .replace(/^["'«“„]+|["'»”]+$/gu, "")
    .trim();
  const handle = handleIn(words);
  const isName = /[\p{L}\p{N}]/u.test(name) && handleAlone(name) === undefined && name.length <= longestTitle;
  return isName ? { name, ...handle } : handle;
}
