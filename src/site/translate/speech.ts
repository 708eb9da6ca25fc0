import { type Day, dayOf } from "../../model/day.ts";
import {
  dayAndMonth,
  dayRange,
  instantOf,
  longDay,
  monthInWords,
  monthName,
  monthTitle,
  shortDay,
  shortRange,
  weekdays,
} from "../model/dates.ts";
import { languageName, numeral, percentage } from "../model/wording.ts";
import { figures } from "../texts/counted.ts";
import type { Texts } from "../texts/texts.ts";
import { figuresReader } from "./figures.ts";

/** A month begins with a capital where it stands alone, and in a text as its language has it. */
export type Speech = (text: string, place?: "inText") => string | undefined;

/**
 * Makes what writes anew, in another language, what Intl wrote for a page: days, spans of days, months, days of the week, names
 * of languages, numbers and shares. Undefined for anything else.
 */
export function speechOf(from: Texts, to: Texts): Speech {
  const words = namesOf(from, to);
  const count = figuresReader(from.locale);
  const days = new Map<string, string>();
  const monthsInText = new Map<string, string>();
  const daysInFull = new Map<string, Day>();
  const learnt = new Set<number>();

  /** Days are known by writing those of the years that a text names. */
  function learn(year: number): void {
    if (learnt.has(year)) return;
    learnt.add(year);
    for (const day of daysOf(year)) {
      daysInFull.set(longDay(day, from), day);
      daysInFull.set(shortDay(day, from), day);
      for (const write of [longDay, shortDay]) add(days, write(day, from), write(day, to));
      monthsInText.set(monthInWords(day, from), monthInWords(day, to));
      for (const write of [monthTitle, monthInWords]) add(days, write(day, from), write(day, to));
    }
  }

  function dayIn(text: string): string | undefined {
    const years = (text.match(/\p{Nd}{4}/gu) ?? [])
      .map((year) => count.read(year))
      .filter((year) => year !== undefined);
    if (years.length === 0 || text.length > longestRange) return undefined;
    for (const year of years) learn(year);
    return days.get(text) ?? rangeIn(text, years[0] ?? 0);
  }

  /** `3.4 MB`. */
  function sizeIn(text: string): string | undefined {
    const match = /^(\p{Nd}+)(?:[.,٫](\p{Nd}{1,2}))?\p{Zs}(\p{L}+)$/u.exec(text);
    const unit = units.find((each) => unitName(each, from) === match?.[3]);
    const [whole, part] = [count.read(match?.[1] ?? ""), count.read(match?.[2] ?? "")];
    if (unit === undefined || whole === undefined) return undefined;
    const size = whole + (part ?? 0) / 10 ** (match?.[2]?.length ?? 0);
    return new Intl.NumberFormat(to.locale, { style: "unit", unit, unitDisplay: "short" }).format(size);
  }

  /** A span of days says once what both of its ends share. */
  function rangeIn(text: string, year: number): string | undefined {
    const last = daysInFull.get(text.split("–").at(-1)?.trim() ?? "");
    if (last === undefined) return undefined;
    for (const write of [dayRange, shortRange]) {
      const first = daysOf(year).find((day) => day <= last && write(day, last, from) === text);
      if (first !== undefined) return write(first, last, to);
    }
    return undefined;
  }

  return (text, place) => {
    const word = words.get(text);
    if (word !== undefined) return word;
    const number = count.read(text);
    if (number !== undefined) {
      return text === figures(from.locale, number) ? figures(to.locale, number) : numeral(number, to);
    }
    const fraction = /^(\p{Nd}+)[.,٫](\p{Nd}{1,2})$/u.exec(text);
    if (fraction !== null) {
      const [whole, part] = [count.read(fraction[1] ?? ""), count.read(`${fraction[2]}`.replace(/^0(?=.)/u, ""))];
      const digits = fraction[2]?.length ?? 0;
      if (whole !== undefined && part !== undefined) return decimal(whole + part / 10 ** digits, digits, to);
    }
    const share = /^\p{Cf}*(\p{Nd}+)\p{Zs}*\p{Cf}*[%٪]\p{Cf}*$/u.exec(text)?.[1];
    if (share !== undefined) return percentage((count.read(share) ?? 0) / 100, to);
    const size = sizeIn(text);
    if (size !== undefined) return size;
    const day = dayIn(text);
    return place === "inText" ? (monthsInText.get(text) ?? day) : day;
  };
}

const units = ["kilobyte", "megabyte", "gigabyte"] as const;

function unitName(unit: (typeof units)[number], { locale }: Texts): string | undefined {
  const parts = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).formatToParts(2);
  return parts.find(({ type }) => type === "unit")?.value;
}

function decimal(number: number, digits: number, { locale }: Texts): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: digits }).format(number);
}

const longestRange = 80;

function daysOf(year: number): readonly Day[] {
  return Array.from({ length: 12 * 31 }, (_, index) =>
    dayOf(year, Math.floor(index / 31) + 1, (index % 31) + 1),
  ).filter((day) => day !== undefined);
}

function add(names: Map<string, string>, name: string, other: string): void {
  if (!names.has(name)) names.set(name, other);
}

/** Names of months, days of the week and languages. Those of one letter are too short to be known by. */
function namesOf(from: Texts, to: Texts): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const styles = [{ month: "short" }, { month: "short", day: "numeric" }] as const;
  const short = styles.map((style) =>
    [from, to].map(({ locale }) => new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" })),
  );
  for (const day of daysOf(2024)) {
    add(names, monthName(day, from), monthName(day, to));
    add(names, dayAndMonth(day, from), dayAndMonth(day, to));
    for (const [here, there] of short)
      add(names, here?.format(instantOf(day)) ?? "", there?.format(instantOf(day)) ?? "");
  }
  const there = weekdays(to);
  for (const [index, each] of weekdays(from).entries()) {
    add(names, each.long, there[index]?.long ?? each.long);
    if (each.short.length > 1) add(names, each.short, there[index]?.short ?? each.short);
  }
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (const first of letters) {
    for (const second of letters) {
      const language = first + second;
      const [name, other] = [languageName(language, from), languageName(language, to)];
      if (name !== undefined && other !== undefined && name !== language) add(names, name, other);
    }
  }
  return names;
}
