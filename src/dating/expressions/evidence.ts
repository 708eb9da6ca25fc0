import { contextOf } from "./context.ts";
import type { CalendarDay, DateExpression, FoundExpression } from "./date-expression.ts";
import { type EvidenceKind, evidenceKinds } from "./evidence-kinds.ts";
import { find } from "./find.ts";
import { jalaliDaysOf } from "./jalali.ts";
import { detectedIn } from "./languages/detected.ts";
import type { LanguageTable } from "./languages/language.ts";
import { plainText } from "./plain-text.ts";

/** A day that a post names, and how. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly expression: DateExpression;
  /** Place in the text as published. */
  readonly offset: number;
  /** The words, as they stand in the text, at most 120 characters. */
  readonly words: string;
}

const longestQuotation = 120;

/** Telegram's own limit is 4,096 characters; what is longer is no post, and reading all of it would cost its square. */
export const longestRead = 16_384;

/** Beyond this many, further days of a post add work and no knowledge: schedules and chronicles. */
const mostEvidence = 8;

/** The days a post names, the most telling first; its language (BCP 47) decides where words are ambiguous. */
export function evidenceOf(published: string, language = "und"): readonly Evidence[] {
  const own = plainText(published.slice(0, longestRead));
  const { text, at } = own;
  if (own.scripts.size === 0 && !mayNameADay.test(text)) return [];
  const found = withDaysBeforeNames(text, find(own, language));
  if (found.length === 0) return [];
  const detected = detectedIn(text);
  const firstDay = found.find((one) => isDay(one) && !isObservance(one));
  const judgments = ends(found).map((one) => judge(text, one, one === firstDay, detected, language));
  const alone = found.filter((one) => isDay(one) && standsAlone(text, one)).map(({ expression }) => keyOf(expression));
  const isList = new Set(alone).size >= daysOfList;
  const all = judgments.map((one) => {
    const judged = isList && one.kind === "dateline" ? { ...one, kind: "mention-body" as const } : one;
    const offset = at(judged.start);
    const words = published.slice(offset, at(judged.end)).trim().slice(0, longestQuotation).trimEnd();
    return { kind: judged.kind, expression: judged.expression, offset, words };
  });
  return distinct(all)
    .sort((a, b) => evidenceKinds[b.kind].rank - evidenceKinds[a.kind].rank || a.offset - b.offset)
    .slice(0, mostEvidence);
}

/** Beyond so many days at its head and at its foot, nobody can say how a day of a post is meant, and asking costs long lists their square. */
const mostAtHead = 60;
const mostAtFoot = 20;

function ends(found: readonly FoundExpression[]): readonly FoundExpression[] {
  return found.length <= mostAtHead + mostAtFoot ? found : [...found.slice(0, mostAtHead), ...found.slice(-mostAtFoot)];
}

/** A post with so many days that each stand alone is a list of entries, such as a log, and none of them is its own day. */
const daysOfList = 3;

/** Whether a line holds a day and no other word. */
function standsAlone(text: string, { start, end }: FoundExpression): boolean {
  const from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - longestAlone);
  const stop = text.indexOf("\n", end);
  const to = Math.min(stop === -1 ? text.length : stop, end + longestAlone);
  return !/[\p{L}\p{N}]/u.test(text.slice(from, start)) && !/[\p{L}\p{N}]/u.test(text.slice(end, to));
}

const longestAlone = 20;

/** Where a line names a day, that day stands for the observance it greets on: some are kept on several days. */
function withDaysBeforeNames(text: string, found: readonly FoundExpression[]): readonly FoundExpression[] {
  return found.filter(
    (one) =>
      !isObservance(one) ||
      !found.some(
        (other) =>
          isDay(other) &&
          !isObservance(other) &&
          !text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)).includes("\n"),
      ),
  );
}

function isDay({ expression }: FoundExpression): boolean {
  return expression.kind === "days" && expression.precision === "day";
}

function isObservance({ extractor }: FoundExpression): boolean {
  return extractor === "observances";
}

/**
 * No extractor finds anything in a text without a digit, other than a weekday or an observance, which have a word of at least three letters but where
 * letters are syllables or vowels are signs above and below them, and a day of the Hebrew calendar, in Hebrew letters.
 */
const mayNameADay = /\d|\p{L}{3}|[\u0590-\u05FF\u0900-\u0DFF\uAC00-\uD7A3]{2}/u;

interface Judged {
  readonly kind: EvidenceKind;
  readonly expression: DateExpression;
  readonly start: number;
  readonly end: number;
}

/** Says how a found day stands in its post. The first answer holds. Only the first day of a post can be what its head speaks of. */
function judge(
  text: string,
  found: FoundExpression,
  isFirst: boolean,
  detected: readonly LanguageTable[],
  language: string,
): Judged {
  const place = contextOf(text, found, detected, language);
  const head = place.lead && isFirst ? "lead" : "body";
  const { expression, start, end } = found;
  if (expression.kind === "weekday") return { kind: weekdayKind(place), expression, start, end };
  if (found.extractor === "addresses") return { kind: "address", expression, start, end };
  if (expression.precision !== "day") return { kind: expression.precision, expression, start, end };
  if (isObservance(found)) return { kind: place.lead ? "observance-lead" : "observance-body", expression, start, end };
  if (place.yearsAgo && expression.first.year !== undefined) {
    const counted = addYears(expression, place.yearsAgo.years);
    if (counted) {
      const kind = `anniversary-${head}` as const;
      const near = start - place.yearsAgo.start < longestQuotation - (end - start) && place.yearsAgo.start < start;
      return { kind, expression: counted, start: near ? place.yearsAgo.start : start, end };
    }
  }
  if (place.beside) return { kind: place.beside.word, expression, start: place.beside.start, end: place.beside.end };
  // A number that leaves month and year to the reader stands for no post's own day.
  const isWhole = expression.anyMonth === undefined;
  if (isWhole && place.bracket)
    return { kind: "dateline", expression, start: place.bracket.start, end: place.bracket.end };
  if (isWhole && place.alone) return { kind: "dateline", expression, start, end };
  if (place.closes && expression.first.year !== undefined) return { kind: "signature", expression, start, end };
  const quoted = { expression, start: place.preposition?.start ?? start, end };
  if (place.observance) return { kind: `observance-${head}`, ...quoted };
  if (place.preposition?.word === "until") return { kind: "until", ...quoted };
  if (place.preposition?.word === "since") return { kind: "since", ...quoted };
  // What a headline names last in brackets, with its year, is when that took place of which the post reports.
  const source = place.source && expression.first.year !== undefined ? "past" : "mention";
  const otherwise = place.field ? "to-come" : source;
  return { kind: `${place.tense ?? otherwise}-${head}`, ...quoted };
}

function weekdayKind(place: ReturnType<typeof contextOf>): EvidenceKind {
  if (place.beside?.word === "today") return "weekday-today";
  const tense = place.pointed ?? place.tense;
  return tense === "past" ? "weekday-past" : tense === "to-come" ? "weekday-to-come" : "weekday-mention";
}

/** `80 years ago, on February 4, 1945` names 4 February 2025; a sum outside the life of such channels is no count of years. */
function addYears(expression: DateExpression & { kind: "days" }, years: number): DateExpression | undefined {
  const year = (expression.first.year ?? 0) + years;
  if (year < 2013 || year > 2060) return undefined;
  const { jalali } = expression;
  // Years counted from a day of the Persian calendar end on that day of the same calendar.
  if (jalali?.year !== undefined) return jalaliDaysOf(jalali.month, jalali.day, jalali.lastDay, jalali.year + years);
  const shift = (day: CalendarDay): CalendarDay => ({ ...day, year });
  return { ...expression, first: shift(expression.first), last: shift(expression.last) };
}

/** A day that is named twice speaks once, by its surest expression. */
function distinct(all: readonly Evidence[]): Evidence[] {
  const best = new Map<string, Evidence>();
  for (const evidence of all) {
    const key = keyOf(evidence.expression);
    const other = best.get(key);
    if (!other || evidenceKinds[evidence.kind].rank > evidenceKinds[other.kind].rank) best.set(key, evidence);
  }
  return [...best.values()];
}

function keyOf(expression: DateExpression): string {
  if (expression.kind === "weekday") return `weekday ${expression.weekday}`;
  const { first, last, lunar, anyMonth, feast, weekday } = expression;
  if (anyMonth !== undefined) return `day ${anyMonth} ${weekday ?? ""}`;
  if (feast !== undefined) return `feast ${feast}`;
  if (lunar !== undefined) return `${lunar.calendar} ${lunar.month}-${lunar.day}/${lunar.lastDay}`;
  return `${first.month}-${first.day}/${last.month}-${last.day} ${expression.precision === "day" ? "" : first.year}`;
}
