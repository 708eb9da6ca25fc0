import { type DateExpression, dayOfAnyMonth, daysOf, type FoundExpression } from "../date-expression.ts";
import { shortWeekdays } from "../languages/short-weekdays.ts";
import { matchesIn, oneOf } from "./words.ts";

/**
 * Joins weekdays with days in figures beside them, which alone could be a time, a price or a score: `quarta-feira (26)`, `Selasa (12/2)`, `thứ Năm 10/7`,
 * `giovedì 9`, `13일(토)`. Short weekdays (`Di, 18.3.`) are read in the text's own language (BCP 47), and only before a day and a month.
 */
export function withFigures(
  text: string,
  found: readonly FoundExpression[],
  language: string,
): readonly FoundExpression[] {
  if (!/\d/u.test(text)) return found;
  const code = language.split("-")[0] ?? "";
  const joined = found.map((one, at): FoundExpression => {
    if (one.expression.kind !== "weekday") return one;
    const [from, to] = [found[at - 1]?.end ?? 0, found[at + 1]?.start ?? text.length];
    const { weekday } = one.expression;
    return behind(text, one.start, { from: one.end, to }, weekday, code) ?? ahead(text, one, from, weekday) ?? one;
  });
  const taken = new Uint8Array(text.length);
  for (const { start, end } of joined) taken.fill(1, start, end);
  const short = behindShort(text, code).filter(({ start, end }) => !taken.subarray(start, end).includes(1));
  return short.length === 0 ? joined : [...joined, ...short].sort((one, other) => one.start - other.start);
}

const day = "(?<day>3[01]|[12]\\d|0?[1-9])";
const month = "(?<month>1[0-2]|0?[1-9])";
const year = "(?<year>20[0-4]\\d|[1-4]\\d)";
/** An article or a word for a day between a weekday and its day, as the source of a pattern. */
export const wordsBeforeDay = "(?:(?:den|dem|der|the|el|día|dia|el día|ngày|tanggal|tgl|le|il|dne|d\\.)\\s)?";
/** What a number of a day may end with. */
const endings = "(?:st|nd|rd|th|º|er|\\.|-?(?:го|е|му|га|те|та|ші|нчы))?";
const han = "\\s?[일日号號]";
const ahead1 = "\\s?[.,]?\\s?";
const figures = {
  /** In brackets: `(26)`, `(12/2)`, `(12/2/2025)`, `(13일)`. */
  brackets: new RegExp(
    `${ahead1}[(（]\\s?${day}(?:[./-]${month}(?:[./-]${year})?\\.?|${han}|${endings})\\s?[)）]`,
    "uy",
  ),
  /** Day and month with a dot behind each, or a slash between them; no time and no amount. */
  dayMonth: new RegExp(
    `[.,]?\\s{1,2}${wordsBeforeDay}(?:${day}\\.\\s?${month}\\.(?:${year}(?!\\d))?|${day.replace("day", "dayB")}/${month.replace("month", "monthB")}(?:/${year.replace("year", "yearB")})?)(?![\\p{L}\\d/%]|[.,:]\\d)`,
    "uy",
  ),
  /** Day and month before a time of the day: `Сб 14.06 в 19:00`. */
  timed: new RegExp(
    `[.,]?\\s{1,2}${wordsBeforeDay}${day}\\.(?<month>0[1-9]|1[0-2])(?=,?\\s(?:\\p{L}{1,5}\\.?\\s)?(?:[01]?\\d|2[0-3])[:.]\\d\\d(?!\\d))`,
    "uy",
  ),
  /** A number that a clause ends with, or that says that it is one of a day. */
  alone: new RegExp(
    `[.,]?\\s{1,2}${wordsBeforeDay}${day}(?:${endings}(?=\\s{0,2}(?:[)\\]»”"!?;…\\n]|[,.](?!\\d|\\s?\\d{1,2}(?![:.\\d]))|$|\\s[–—]\\s(?!\\d)))|${han})`,
    "uy",
  ),
} as const;

/** A day right behind a weekday; `start`: of the weekday. */
function behind(
  text: string,
  start: number,
  { from, to }: { readonly from: number; readonly to: number },
  weekday: number,
  code: string,
): FoundExpression | undefined {
  for (const pattern of Object.values(figures)) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = from + match[0].length;
    const expression = end > to ? undefined : expressionOf(match.groups ?? {}, weekday, code);
    if (expression !== undefined) return { expression, start, end, extractor: "weekday-figures" };
  }
  return undefined;
}

const before = new RegExp(`(?<![\\p{N}月월년年]\\s?|[.,:/-])${day}${han}\\s?[,(（]?\\s?$`, "u");
const longestBefore = 8;

/** `13일(토요일)`: in Korean, Japanese and Chinese the day stands before its weekday. */
function ahead(text: string, one: FoundExpression, from: number, weekday: number): FoundExpression | undefined {
  const start = Math.max(from, one.start - longestBefore);
  const match = before.exec(text.slice(start, one.start));
  if (match === null) return undefined;
  const expression = expressionOf(match.groups ?? {}, weekday, "");
  return expression && { expression, start: start + match.index, end: one.end, extractor: "weekday-figures" };
}

function expressionOf(
  groups: Readonly<Record<string, string | undefined>>,
  weekday: number,
  code: string,
): DateExpression | undefined {
  const number = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value));
  const [first, second] = [number(groups.day ?? groups.dayB) ?? 0, number(groups.month ?? groups.monthB)];
  const own = number(groups.year ?? groups.yearB);
  const full = own === undefined || own > 99 ? own : 2000 + own;
  const named =
    second === undefined ? dayOfAnyMonth(first) : inOrder(first, second, full, groups.monthB !== undefined, code);
  return named?.kind === "days" ? { ...named, weekday } : undefined;
}

/** In English a slash may part day and month either way, unless one of them is no month. */
function inOrder(first: number, second: number, own: number | undefined, slashed: boolean, code: string) {
  if (slashed && code === "en" && first <= 12) return undefined;
  return daysOf(second, first, first, own);
}

const shortReaders = new Map<string, { readonly pattern: RegExp; readonly weekdayOf: ReadonlyMap<string, number> }>();

function shortReader(code: string) {
  const known = shortReaders.get(code);
  if (known !== undefined) return known;
  const names = (shortWeekdays[code] ?? "").split(";").map((own) => own.split(",").filter(Boolean));
  const weekdayOf = new Map(names.flatMap((own, at) => own.map((name) => [name, at + 1] as const)));
  const words = oneOf([...weekdayOf.keys()]);
  const reader = {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{M}\\p{N}#@_-])${words}(?=[.,]{0,2}\\s{1,2}${wordsBeforeDay}\\d|\\s?[(（]\\d)`,
      "giu",
    ),
    weekdayOf,
  };
  shortReaders.set(code, reader);
  return reader;
}

/** `Di, 18.3.`: two letters are a weekday where a day and a month stand behind them. */
function behindShort(text: string, code: string): readonly FoundExpression[] {
  if (shortWeekdays[code] === undefined) return [];
  const { pattern, weekdayOf } = shortReader(code);
  return matchesIn(text, pattern).flatMap((match): readonly FoundExpression[] => {
    const weekday = weekdayOf.get(match[0].toLowerCase());
    if (weekday === undefined) return [];
    const from = match.index + match[0].length;
    const one = behind(text, match.index, { from, to: text.length }, weekday, code);
    const hasMonth = one?.expression.kind === "days" && one.expression.anyMonth === undefined;
    return one !== undefined && hasMonth ? [one] : [];
  });
}
