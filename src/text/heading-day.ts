import { addDays, type Day, dayNumber, dayOfMonthOf, monthOf, yearOf } from "../model/day.ts";
import type { Order } from "../model/ledger.ts";
import { type DayLine, dayIn, dayLine, monthIn, type NumberOrder, numberInDigits } from "./day-line.ts";
import { monthBeginning } from "./month-names.ts";
import { type PageDay, pageDay } from "./page-day.ts";
import { undirected } from "./printed-count.ts";
import { withoutWeekday } from "./weekday-names.ts";

/** What stands over the posts of a day; a day of the calendar with the weekday beside it (Monday is 0), where it has one that is sure. */
export type HeadingDay = Exclude<PageDay, { readonly kind: "day" }> | HeadingDate;

/** A day of the calendar over the posts of that day. */
export interface HeadingDate extends DayLine {
  readonly kind: "day";
  readonly weekday?: number;
  /** Whether its month is one of the Persian calendar, without a year. */
  readonly persian?: true;
}

/**
 * Reads a line that is a day and nothing else as people and apps write it over posts, with its weekday on either side or without, in full or short:
 * `4 Şubat 2025 Salı`, `wt. 4.02`, `2月4日(火)`; nothing where it is none. One such line in a text tells nothing: days are headings where they recur.
 */
export function headingDay(line: string): HeadingDay | undefined {
  if (line.length > longest) return undefined;
  const shown = undirected(line).normalize("NFC").replace(ornament, "");
  if (!/\p{Nd}/u.test(shown)) return dated(pageDay(shown));
  const found = withoutWeekday(shown);
  if (found !== undefined) {
    const day = wordedDay(found.rest) ?? signedDay(found.rest) ?? dayLine(found.rest) ?? shortDay(found.rest);
    if (day !== undefined && isOfSomeOrder(day))
      return { kind: "day", ...day, ...(found.weekday === undefined ? {} : { weekday: found.weekday }) };
  }
  const bare = wordedDay(shown) ?? signedDay(shown) ?? dayLine(shown);
  return bare !== undefined && isOfSomeOrder(bare) ? { kind: "day", ...bare } : undefined;
}

function isOfSomeOrder(day: BareDay): boolean {
  return orders.some((order) => dayOf(day, order) !== undefined);
}

const longest = 60;

/** What people set before a heading and behind it: dashes, stars, the signs of a heading in Markdown, a picture of a calendar. */
const ornament = /^(?:[\p{Pd}=*~_•·|📅📆\s]|🗓\uFE0F?|#{1,6}\s)+|(?:[\p{Pd}=*~_•·|📅📆#\s]|🗓\uFE0F?)+$/gu;

function dated(day: PageDay | undefined): HeadingDay | undefined {
  return day?.kind === "day" ? undefined : day;
}

type BareDay = DayLine & Pick<HeadingDate, "persian">;

/** Words that stand between the parts of a day. */
const between = new Set(
  "of de del di da the le la el der den dem d r р г y il at м m го ж թ gada оны พ.ศ ค.ศ ngày năm thg".split(" "),
);

/** `Mardi 4 février`, `4th of February`, `Feb 4, 2025`, `ngày 4 tháng 2 năm 2025`, `16-mart, 2026`, in any order, with words between them. */
function wordedDay(words: string): BareDay | undefined {
  const parts = words
    .replace(/(?<=\s|^)(?:tháng|thg) (?=\p{Nd})/iu, "tháng_")
    .split(/[\s,،、/]+|(?<=\p{Nd})[-‑](?=\p{L}{2})/u, mostParts + 1);
  if (parts.length > mostParts || parts.length < 2) return undefined;
  const [days, months, years]: [number[], Month[], number[]] = [[], [], []];
  for (const part of parts) {
    const word = part.replace(/^[(（]|[.:)）]+$/gu, "");
    const number = /^\p{Nd}{1,4}(?:st|nd|rd|th|er|ère|º|ª|го|[-‑]?(?:го|е|ж))?$/iu.test(word)
      ? numberInDigits(/^\p{Nd}+/u.exec(word)?.[0])
      : undefined;
    if (number !== undefined) (number > 31 ? years : days).push(number);
    else if (word !== "" && !between.has(word.toLowerCase())) {
      const month = monthNamed(word);
      if (month === undefined) return undefined;
      months.push(month);
    }
  }
  const [[day], [month], [year = 0]] = [days, months, years];
  if (day === undefined || month === undefined || days.length + months.length > 2 || years.length > 1) return undefined;
  // A month of the Persian calendar stands in a year of it, or in none.
  if (day === 0 || month.number === 0 || (year !== 0 && (year < 1000 || month.persian !== year < 1500)))
    return undefined;
  const isOpen = month.persian && year === 0;
  return { numbers: [day, month.number, year], named: true, shape: "worded", ...(isOpen ? { persian: true } : {}) };
}

const mostParts = 7;

interface Month {
  readonly number: number;
  readonly persian: boolean;
}

function monthNamed(word: string): Month | undefined {
  const counted = /^tháng_(?<number>\p{Nd}{1,2})$/iu.exec(word)?.groups?.number;
  if (counted !== undefined) return { number: numberInDigits(counted) ?? 0, persian: false };
  const persian = monthIn(word, 1400);
  if (persian !== undefined) return { number: persian, persian: true };
  const number = monthBeginning(word);
  return number === undefined ? undefined : { number, persian: false };
}

/** `2月4日`, `2월 4일` */
function signedDay(words: string): BareDay | undefined {
  const { month, day } = /^(?<month>\p{Nd}{1,2})[月월] ?(?<day>\p{Nd}{1,2})[日号일]$/u.exec(words)?.groups ?? {};
  const numbers = [numberInDigits(day) ?? 0, numberInDigits(month) ?? 0, 0] as const;
  return numbers[0] > 0 && numbers[1] > 0 ? { numbers, named: true, shape: "worded" } : undefined;
}

/** `4.02`, `4/2`, `4.2.`: without its weekday it could be anything. */
function shortDay(words: string): BareDay | undefined {
  const { one, two, sign } = /^(?<one>\p{Nd}{1,2})(?<sign>[./-])(?<two>\p{Nd}{1,2})\.?:?$/u.exec(words)?.groups ?? {};
  const numbers = [numberInDigits(one) ?? 0, numberInDigits(two) ?? 0, 0] as const;
  return numbers[0] > 0 && numbers[1] > 0 ? { numbers, named: false, shape: `short/${sign}` } : undefined;
}

/** Where no year is said, 29 February is a day. */
const leapYear = 2024;

const orders = ["day-month-year", "month-day-year", "year-month-day"] as const satisfies readonly NumberOrder[];

const weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const months = "January February March April May June July August September October November December".split(" ");

/** A day over posts as it dates them. */
export interface ToldDay {
  /** A day that the dating reads in texts of every language: `2025-02-04`, `Tuesday, 4 February`. */
  readonly words: string;
  /** The day of the calendar that the page prints; absent where it is told from the day of the page. */
  readonly date?: { readonly year?: number; readonly month: number; readonly day: number; readonly weekday?: number };
}

/**
 * The days that stand over posts as they date them, on a page taken on `captured`; undefined where that is not known. All of a page are read in one
 * order of their numbers, that in which they run one way.
 */
export function daysTold(
  lines: readonly (string | undefined)[],
  captured: Day | undefined,
): readonly (ToldDay | undefined)[] {
  const found = new Map([...new Set(lines)].map((line) => [line, line === undefined ? undefined : headingDay(line)]));
  const dates = [...found.values()].flatMap((day) => (day?.kind === "day" ? [day] : []));
  const order = orderOfDays(dates) ?? "day-month-year";
  return lines.map((line) => {
    const told = found.get(line);
    if (line === undefined || told === undefined) return line === undefined ? undefined : { words: line };
    if (told.kind === "day") return dateTold(told, order, line);
    const day = captured === undefined ? undefined : dayBefore(captured, told);
    return day === undefined ? undefined : { words: day };
  });
}

function dayBefore(captured: Day, told: Exclude<HeadingDay, HeadingDate>): Day {
  if (told.kind === "ago") return addDays(captured, -told.days);
  // Day 0, 1 January 1970, was a Thursday. Weekdays are those of the week before the page's day.
  const own = (((dayNumber(captured) + 3) % 7) + 7) % 7;
  return addDays(captured, -((own - told.weekday + 6) % 7) - 1);
}

function dateTold(date: HeadingDate, order: NumberOrder, line: string): ToldDay {
  const day = date.persian ? undefined : (dayOf(date, order) ?? dayOf(date, "month-day-year"));
  // A day of the Persian calendar without its year is another day of ours from year to year.
  if (day === undefined) return { words: line };
  const [month, own] = [monthOf(day), dayOfMonthOf(day)];
  if (date.numbers[2] !== 0) return { words: day, date: { year: yearOf(day), month, day: own } };
  const weekday = date.weekday === undefined ? "" : `${weekdays[date.weekday]}, `;
  return {
    words: `${weekday}${own} ${months[month - 1]}`,
    date: { month, day: own, ...(date.weekday === undefined ? {} : { weekday: date.weekday + 1 }) },
  };
}

/** The least share of neighbouring days that run the same way. */
const leastShare = 0.8;

/** How days over posts run: in which order their numbers stand, and whether the first or the last of them is the oldest; no way where all are one day. */
export interface RunOfDays {
  readonly order: NumberOrder;
  readonly way?: Order;
}

/** How days over posts run, where they run forwards or backwards in some order of their numbers; nothing where they do not in any. */
export function runOfDays(found: readonly HeadingDate[]): RunOfDays | undefined {
  return runIn(found, () => 0, leastShare);
}

/** How moments over posts run, as `runOfDays`: several of one day run by their times, `HH:MM`, and hardly one may stand out of their order. */
export function runOfMoments(
  found: readonly { readonly day: HeadingDate; readonly clock?: string }[],
): RunOfDays | undefined {
  const minutes = found.map(({ clock = "" }) => {
    const [hour = 0, minute = 0] = clock.split(":").map(Number);
    return hour * 60 + minute;
  });
  const days = found.map(({ day }) => day);
  return runIn(days, (at) => ((minutes[at + 1] ?? 0) - (minutes[at] ?? 0)) / minutesOfDay, leastSteady, true);
}

const minutesOfDay = 1440;

/** The least share of neighbouring moments that run the same way. */
const leastSteady = 0.9;

/** `stepOf`: what is added to the days from one to the next, by the place of the first; steps of nothing count unless they are left out. */
function runIn(
  found: readonly HeadingDate[],
  stepOf: (at: number) => number,
  least: number,
  leavesOut = false,
): RunOfDays | undefined {
  const possible = found.some(({ named }) => named) ? orders.slice(0, 1) : orders;
  for (const order of possible) {
    const days = found.map((date) => dayOf(date, order));
    const sure = days.flatMap((day) => (day === undefined ? [] : [dayNumber(day)]));
    if (sure.length < found.length) continue;
    const all = sure.slice(1).map((day, at) => stepTo(day - (sure[at] ?? 0), found[at], found[at + 1]) + stepOf(at));
    const steps = leavesOut ? all.filter((step) => step !== 0) : all;
    const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
    if (Math.max(up, down) < steps.length * least) continue;
    return up === down ? { order } : { order, way: up > down ? "oldest-first" : "newest-first" };
  }
  return undefined;
}

/** In which order the numbers of days over posts stand, so that they run forwards or backwards; nothing where they do not in any. */
export function orderOfDays(found: readonly HeadingDate[]): NumberOrder | undefined {
  return runOfDays(found)?.order;
}

/** By how many days a day comes after another; where a year is not said, a new one may have begun. */
function stepTo(days: number, one: HeadingDate | undefined, other: HeadingDate | undefined): number {
  const isOpen = one?.numbers[2] === 0 || other?.numbers[2] === 0;
  if (!isOpen) return days;
  const around = ((days % 365) + 365) % 365;
  return around > 182 ? around - 365 : around;
}

function dayOf({ numbers: [one, two, three], persian }: BareDay, order: NumberOrder): Day | undefined {
  return dayIn([one, two, three === 0 ? (persian ? 1403 : leapYear) : three], order);
}
