import jalaali from "jalaali-js";
import { type Day, dayOf } from "../model/day.ts";
import { monthNumber } from "./month-names.ts";

/** `11.02.2026`, `2/11/26`, `2026-02-11`, `2026. 2. 11.`, `2026年2月11日`; Arabic phones write direction marks before the signs. */
export const numericDay = String.raw`(?<one>\p{Nd}{1,4})\u200F?(?<sign>\. |[.\/\-]|\u5E74|\uB144 ?)(?<two>\p{Nd}{1,2})\u200F?(?:\k<sign>|\u6708|\uC6D4 ?)(?<three>\p{Nd}{1,4})(?:\u65E5|\uC77C|\.)?`;

/** Direction marks stand before the lines that phones copy. */
export const directionMark = String.raw`^[\u200E\u200F\u202A\u202B\uFEFF]?`;

const weekday = String.raw`(?:[\p{L}\p{M}]{2,15}\.?,? )?`;
const bareDays = [
  new RegExp(
    String.raw`${directionMark}[\[(]?${weekday}${numericDay}(?: ?[(（][\p{L}\p{M}.]{1,12}[)）])?[\])]?:?$`,
    "iu",
  ),
  new RegExp(
    String.raw`${directionMark}${weekday}(?<one>\p{Nd}{1,2})\.? (?:de )?(?<name>[\p{L}\p{M}]{3,15}\.?)(?:,? (?:de )?(?<three>\p{Nd}{4})(?: \u0433\.| \u0440\.)?)?:?$`,
    "iu",
  ),
  new RegExp(
    String.raw`${directionMark}${weekday}(?<name>[\p{L}\p{M}]{3,15}\.?) (?<one>\p{Nd}{1,2})(?:st|nd|rd|th)?(?:,? (?<three>\p{Nd}{4}))?:?$`,
    "iu",
  ),
  // Hungarian, Lithuanian and others: `2026. február 3.`
  new RegExp(
    String.raw`${directionMark}(?<three>\p{Nd}{4})\.? (?:m\. )?(?<name>[\p{L}\p{M}]{3,15}\.?) (?<one>\p{Nd}{1,2})\.?(?: d\.)?:?$`,
    "iu",
  ),
];

/** A day of a calendar as a line tells it, and how it is written: `11.02.2026` in the order of its numbers; a year of 0 where none is said. */
export interface DayLine {
  readonly numbers: readonly [number, number, number];
  readonly named: boolean;
  readonly shape: string;
}

/** Reads a line that is a day and nothing else, its weekday aside: `11.02.2026`, `11 февраля`, `2026年2月11日(水)`; nothing where it is none. */
export function dayLine(line: string): DayLine | undefined {
  if (line.length > 60) return undefined;
  for (const [form, pattern] of bareDays.entries()) {
    const groups = pattern.exec(line.trimEnd())?.groups;
    if (groups === undefined) continue;
    const [one, three] = [groups.one, groups.three ?? "0"].map(numberInDigits);
    const two = groups.name === undefined ? numberInDigits(groups.two) : monthIn(groups.name, three ?? 0);
    if (one === undefined || two === undefined || three === undefined) continue;
    const named = groups.name !== undefined;
    return { numbers: [one, two, three], named, shape: [form, groups.sign ?? "", yearPlaces(groups)].join("/") };
  }
  return undefined;
}

const year = String.raw`\p{Nd}{4}`;
const month = String.raw`[\p{L}\p{M}]{3,15}\.?`;

/** Days with their year among other words. */
const innerDays = [
  String.raw`(?<!\p{N})\p{Nd}{1,4}(?:\. |[.\/\-]|\u5E74|\uB144 ?)\p{Nd}{1,2}(?:\. |[.\/\-]|\u6708|\uC6D4 ?)\p{Nd}{1,4}(?:\u65E5|\uC77C)?(?!\p{N})`,
  String.raw`(?<!\p{N})\p{Nd}{1,2}\.? (?:de )?${month},? (?:de )?${year}(?!\p{N})`,
  String.raw`(?<!\p{L})${month} \p{Nd}{1,2}(?:st|nd|rd|th)?,? ${year}(?!\p{N})`,
].map((form) => new RegExp(form, "iu"));

/** No longer line is searched for a day, in UTF-16 units. */
const longestSearched = 400;

/** The first day with its year among the words of a line, and where it stands; nothing where none is. */
export function dayInLine(
  line: string,
): { readonly day: DayLine; readonly from: number; readonly to: number } | undefined {
  if (line.length > longestSearched) return undefined;
  for (const form of innerDays) {
    const match = form.exec(line);
    const day = match === null ? undefined : dayLine(match[0]);
    if (match !== null && day !== undefined) return { day, from: match.index, to: match.index + match[0].length };
  }
  return undefined;
}

/** Which of the three numbers is long enough to be a year. */
export function yearPlaces({ one, two, three }: Readonly<Record<string, string | undefined>>): string {
  return [one, two, three].map((part) => ((part?.length ?? 0) > 2 ? "y" : "n")).join("");
}

/** A number in the digits of any script. */
export function numberInDigits(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  // Every script's ten digits stand in a row, the zero at a place that is told by the number itself.
  const digits = [...text].map((sign) => (/\d/u.test(sign) ? sign : String(digitOf(sign))));
  return Number(digits.join(""));
}

function digitOf(sign: string): number {
  let zero = sign.codePointAt(0) ?? 0;
  for (let step = 0; step < 10 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1)); step += 1) zero -= 1;
  return ((sign.codePointAt(0) ?? 0) - zero) % 10;
}

/** In which order three numbers are day, month and year. */
export type NumberOrder = "day-month-year" | "month-day-year" | "year-month-day";

/**
 * The calendar day of three numbers; years of two figures are those of this century, years of the Persian calendar (1392 to 1434) and of the Buddhist
 * one (2556 to 2600) are turned into ours. `undefined` where there is no such day.
 */
export function dayIn([one, two, three]: DayLine["numbers"], order: NumberOrder): Day | undefined {
  if (order === "year-month-day") return dayCounted(one, two, three);
  return order === "day-month-year" ? dayCounted(three, two, one) : dayCounted(three, one, two);
}

/** The number of a month by its name; in a year of the Persian calendar, by its name there. */
export function monthIn(name: string, year: number): number | undefined {
  return isPersian(year) ? persianMonths.get(name) : monthNumber(name);
}

const persianMonths: ReadonlyMap<string, number> = new Map(
  ["fa", "en"].flatMap((language) => {
    const month = new Intl.DateTimeFormat(`${language}-u-ca-persian`, { month: "long", timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, at) => [month.format(Date.UTC(2024, 3 + at, 5)), at + 1] as const);
  }),
);

function isPersian(year: number): boolean {
  return year >= 1392 && year <= 1434;
}

/** By how many years the Buddhist calendar of Thailand is ahead. */
const buddhist = 543;

function dayCounted(year: number, month: number, day: number): Day | undefined {
  if (year < 100) return dayOf(2000 + year, month, day);
  if (year >= 2556 && year <= 2600) return dayOf(year - buddhist, month, day);
  if (!isPersian(year)) return dayOf(year, month, day);
  if (!jalaali.isValidJalaaliDate(year, month, day)) return undefined;
  const { gy, gm, gd } = jalaali.toGregorian(year, month, day);
  return dayOf(gy, gm, gd);
}
