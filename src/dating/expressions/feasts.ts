import { orthodoxEaster, easter as westernEaster } from "date-easter";
import { type Day, dayNumber, dayOf, parseDay } from "../../model/day.ts";
import { type DateExpression, type Span, someDay } from "./date-expression.ts";
import { hebrewSpans } from "./hebrew-calendar.ts";
import { hijriSpans } from "./hijri.ts";

/** How the days of a feast follow from a year. Places of days count from 0 at the day named, both ends belong to the feast. */
type Rule =
  /** Days from Easter Sunday, of the western or the eastern churches. */
  | { readonly by: "western" | "eastern"; readonly from: number; readonly to?: number }
  /** A day of a month of the Islamic calendar of Umm al-Qura, and the day after it: in many countries the moon is seen a day later. */
  | { readonly by: "hijri"; readonly month: number; readonly day: number }
  /** Days of a month of the Hebrew calendar. The first is the day before the one named: the day begins on its evening. */
  | { readonly by: "hebrew"; readonly month: string; readonly day: number; readonly to?: number }
  /** Days of a month of the Chinese calendar, leap months left out. `eve`: the day before belongs to the feast. */
  | { readonly by: "chinese"; readonly month: number; readonly day: number; readonly eve?: true }
  /** Days of the moon, 1 at the new moon over China, in whichever month of it the first of them falls on this day of ours or up to 29 days later. */
  | { readonly by: "moon"; readonly since: MonthDay; readonly day: number; readonly to?: number }
  /** The `nth` such weekday (1 is Monday) of a month, the last one where that is −1; `after`: so many days after it. */
  | {
      readonly by: "weekday";
      readonly month: number;
      readonly nth: number;
      readonly weekday: number;
      readonly after?: number;
    }
  | { readonly by: "fixed"; readonly first: MonthDay; readonly last?: MonthDay };

/** Month and day of a month. */
type MonthDay = readonly [month: number, day: number];

const onWeekday = (month: number, nth: number, weekday: number, after = 0): Rule => ({
  by: "weekday",
  month,
  nth,
  weekday,
  after,
});
const western = (from: number, to = from): Rule => ({ by: "western", from, to });
const eastern = (from: number, to = from): Rule => ({ by: "eastern", from, to });
const hijri = (month: number, day: number): Rule => ({ by: "hijri", month, day });
const hebrew = (month: string, day: number, to = day): Rule => ({ by: "hebrew", month, day, to });
const moon = (since: MonthDay, day: number, to = day): Rule => ({ by: "moon", since, day, to });
const fixed = (first: MonthDay, last = first): Rule => ({ by: "fixed", first, last });

/**
 * Feasts that move, by the name that tables of languages call them by. A feast with several rules is one whose name is used for each of these days: churches
 * keep it apart, countries of one language do, or a wish such as `Eid Mubarak` is said on two feasts.
 */
export const feasts = {
  easter: [western(0)],
  "easter-monday": [western(1)],
  "maundy-thursday": [western(-3)],
  "good-friday": [western(-2)],
  "holy-saturday": [western(-1)],
  "palm-sunday": [western(-7)],
  "fat-thursday": [western(-52)],
  "rose-monday": [western(-48)],
  "shrove-tuesday": [western(-47)],
  "ash-wednesday": [western(-46)],
  ascension: [western(39)],
  pentecost: [western(49)],
  "pentecost-monday": [western(50)],
  "corpus-christi": [western(60)],
  "eastern-easter": [eastern(0)],
  "eastern-easter-monday": [eastern(1)],
  "eastern-maundy-thursday": [eastern(-3)],
  "eastern-good-friday": [eastern(-2)],
  "eastern-holy-saturday": [eastern(-1)],
  "eastern-palm-sunday": [eastern(-7)],
  "eastern-lazarus-saturday": [eastern(-8)],
  "clean-monday": [eastern(-48)],
  "forgiveness-sunday": [eastern(-49)],
  maslenitsa: [eastern(-55, -49)],
  radonitsa: [eastern(9)],
  "eastern-ascension": [eastern(39)],
  "eastern-pentecost": [eastern(49)],
  "eastern-pentecost-monday": [eastern(50)],
  "any-easter": [western(0), eastern(0)],
  "any-good-friday": [western(-2), eastern(-2)],
  "any-palm-sunday": [western(-7), eastern(-7)],
  "any-pentecost": [western(49), eastern(49)],
  "christmas-or-easter": [fixed([12, 24], [12, 26]), western(0)],
  "any-new-year": [fixed([12, 31], [1, 1]), { by: "chinese", month: 1, day: 1, eve: true }],
  "any-christmas": [fixed([12, 24], [12, 25]), fixed([1, 6], [1, 7])],
  "eid-al-fitr": [hijri(10, 1)],
  "eid-al-adha": [hijri(12, 10)],
  "any-eid": [hijri(10, 1), hijri(12, 10)],
  arafah: [hijri(12, 9)],
  "ramadan-begins": [hijri(9, 1)],
  "islamic-new-year": [hijri(1, 1)],
  ashura: [hijri(1, 10)],
  mawlid: [hijri(3, 12)],
  "mawlid-of-shia": [hijri(3, 17)],
  arbaeen: [hijri(2, 20)],
  miraj: [hijri(7, 26)],
  barat: [hijri(8, 14)],
  qadr: [hijri(9, 26)],
  "rosh-hashanah": [hebrew("Tishri", 1, 2)],
  "yom-kippur": [hebrew("Tishri", 10)],
  sukkot: [hebrew("Tishri", 15)],
  "simchat-torah": [hebrew("Tishri", 22)],
  hanukkah: [hebrew("Kislev", 25)],
  "tu-bishvat": [hebrew("Shevat", 15)],
  purim: [hebrew("Adar", 14)],
  passover: [hebrew("Nisan", 15)],
  "lag-baomer": [hebrew("Iyar", 18)],
  shavuot: [hebrew("Sivan", 6)],
  "tisha-bav": [hebrew("Av", 9)],
  "lunar-new-year": [{ by: "chinese", month: 1, day: 1, eve: true }],
  lantern: [{ by: "chinese", month: 1, day: 15 }],
  "hung-kings": [{ by: "chinese", month: 3, day: 10 }],
  "buddhas-birthday": [{ by: "chinese", month: 4, day: 8 }],
  "vesak-of-vietnam": [{ by: "chinese", month: 4, day: 15 }],
  "dragon-boat": [{ by: "chinese", month: 5, day: 5 }],
  qixi: [{ by: "chinese", month: 7, day: 7 }],
  "mid-autumn": [{ by: "chinese", month: 8, day: 15 }],
  "double-ninth": [{ by: "chinese", month: 9, day: 9 }],
  nyepi: [moon([3, 3], 1, 2)],
  holi: [moon([2, 28], 15, 17)],
  "buddha-purnima": [moon([4, 30], 15, 16)],
  "raksha-bandhan": [moon([8, 3], 14, 16)],
  "ganesh-chaturthi": [moon([8, 21], 4, 5)],
  dussehra: [moon([9, 27], 9, 11)],
  diwali: [moon([10, 18], 0)],
  "kartika-full-moon": [moon([11, 2], 15, 16)],
  "loy-krathong": [moon([10, 30], 15, 16)],
  thanksgiving: [onWeekday(11, 4, 4), onWeekday(10, 2, 1)],
  "black-friday": [onWeekday(11, 4, 4, 1)],
  "cyber-monday": [onWeekday(11, 4, 4, 4)],
  "us-labor-day": [onWeekday(9, 1, 1)],
  "us-memorial-day": [onWeekday(5, -1, 1)],
  "us-king-day": [onWeekday(1, 3, 1)],
  "us-presidents-day": [onWeekday(2, 3, 1)],
  "mothers-day-may-1st": [onWeekday(5, 1, 7)],
  "mothers-day-may-2nd": [onWeekday(5, 2, 7)],
  "mothers-day-may-last": [onWeekday(5, -1, 7)],
  "mothers-day-en": [onWeekday(5, 2, 7), western(-21)],
  "mothers-day-es": [onWeekday(5, 1, 7), onWeekday(5, 2, 7), fixed([5, 10]), onWeekday(10, 3, 7)],
  "mothers-day-pt": [onWeekday(5, 1, 7), onWeekday(5, 2, 7)],
  "mothers-day-ru": [onWeekday(11, -1, 7)],
  "mothers-day-no": [onWeekday(2, 2, 7)],
  "fathers-day-june-3rd": [onWeekday(6, 3, 7)],
  "fathers-day-en": [onWeekday(6, 3, 7), onWeekday(9, 1, 7)],
  "fathers-day-pt": [onWeekday(8, 2, 7), fixed([3, 19])],
  "fathers-day-ru": [onWeekday(10, 3, 7)],
  "fathers-day-nordic": [onWeekday(11, 2, 7)],
  "navy-day-ru": [onWeekday(7, -1, 7)],
  "medics-day-ru": [onWeekday(6, 3, 7)],
  "builders-day-ru": [onWeekday(8, 2, 7)],
  "railway-day-ru": [onWeekday(8, 1, 7)],
  "miners-day-ru": [onWeekday(8, -1, 7)],
  "programmers-day-ru": [fixed([9, 12], [9, 13])],
} as const satisfies Record<string, readonly Rule[]>;

/** A feast that moves, by its key in `feasts`. */
export type FeastName = keyof typeof feasts;

/** The days that a moving feast is kept on, in a year left open. */
export function feastDays(feast: FeastName): DateExpression {
  return { ...someDay, feast };
}

/** The times that a feast can mean, as day numbers, one or several a year; none outside the life of channels. */
export function feastSpans(feast: string, from: number, to: number): readonly Span[] {
  const all = known.get(feast) ?? (isFeast(feast) ? feasts[feast].flatMap((rule) => spansOf(rule)) : []);
  known.set(feast, all);
  return all.filter(({ first, last }) => last >= from && first <= to);
}

const known = new Map<string, readonly Span[]>();

function isFeast(name: string): name is FeastName {
  return Object.hasOwn(feasts, name);
}

const years = Array.from({ length: 50 }, (_, place) => 2010 + place);

function spansOf(rule: Rule): readonly Span[] {
  switch (rule.by) {
    case "western":
    case "eastern":
      return years.flatMap((year) => {
        const { month, day } = rule.by === "western" ? westernEaster(year) : orthodoxEaster(year);
        return moved(numberOf(year, [month, day]), rule.from, rule.to ?? rule.from);
      });
    case "hijri": {
      const named = { calendar: "hijri", month: rule.month, day: rule.day, lastDay: rule.day } as const;
      // The spans are of a day more on either side; nobody keeps a feast before Mecca.
      return hijriSpans(named, ...ends).flatMap(({ first }) => moved(first + 1, 0, 1));
    }
    case "hebrew": {
      const named = { calendar: "hebrew", month: rule.month, day: rule.day, lastDay: rule.to ?? rule.day } as const;
      return hebrewSpans(named, ...ends).flatMap(({ first, last }) => moved(first, -1, last - first));
    }
    case "chinese":
      return moonMonths()
        .filter(({ name }) => name === String(rule.month))
        .flatMap(({ first }) => moved(first + rule.day - 1, rule.eve ? -1 : 0, 0));
    case "moon":
      return years.flatMap((year) => {
        const since = numberOf(year, rule.since);
        const month = moonMonths().find(({ first }) => since !== undefined && first + rule.day - 1 >= since);
        return month === undefined ? [] : moved(month.first + rule.day - 1, 0, (rule.to ?? rule.day) - rule.day);
      });
    case "weekday":
      return years.flatMap((year) => moved(nthWeekday(year, rule), rule.after ?? 0, rule.after ?? 0));
    case "fixed":
      return years.flatMap((year) => {
        const { first: begin, last: end = begin } = rule;
        // A row of days may go over the turn of the year.
        const [first, last] = [numberOf(year, begin), numberOf(end[0] < begin[0] ? year + 1 : year, end)];
        return first === undefined || last === undefined ? [] : [{ first, last }];
      });
  }
}

/** Day numbers around the years that feasts are known for. */
const ends = [numberOf(2010, [1, 1]) ?? 0, numberOf(2059, [12, 31]) ?? 0] as const;

function moved(day: number | undefined, from: number, to: number): readonly Span[] {
  return day === undefined ? [] : [{ first: day + from, last: day + to }];
}

function nthWeekday(year: number, { month, nth, weekday }: Rule & { readonly by: "weekday" }): number | undefined {
  // The last one is found from the first of the next month; 1 January 1970 was a Thursday.
  const start = nth > 0 ? numberOf(year, [month, 1]) : numberOf(month === 12 ? year + 1 : year, [(month % 12) + 1, 1]);
  if (start === undefined) return undefined;
  const wait = (((weekday - 4 - start) % 7) + 7) % 7;
  return start + wait + 7 * (nth > 0 ? nth - 1 : nth);
}

function numberOf(year: number, [month, day]: MonthDay): number | undefined {
  const there: Day | undefined = dayOf(year, month, day);
  return there === undefined ? undefined : dayNumber(there);
}

interface MoonMonth {
  readonly first: number;
  /** As `Intl` numbers it: `6`, and the leap month after it `6bis`. */
  readonly name: string;
}

/** The first day of a Chinese month; channels began four years later. */
const origin = "2009-01-26";
const monthsRead = 640;
let months: readonly MoonMonth[] | undefined;

/** The months of the Chinese calendar, found by asking `Intl` after 29 days whether the month is over. */
function moonMonths(): readonly MoonMonth[] {
  if (months) return months;
  const format = new Intl.DateTimeFormat("en-u-ca-chinese-nu-latn", {
    day: "numeric",
    month: "numeric",
    timeZone: "UTC",
  });
  const partOn = (number: number, part: "day" | "month"): string =>
    format.formatToParts(new Date(number * 86_400_000)).find(({ type }) => type === part)?.value ?? "";
  const all: MoonMonth[] = [];
  const begin = parseDay(origin);
  let first = begin === undefined ? 0 : dayNumber(begin);
  for (let count = 0; count < monthsRead; count++) {
    all.push({ first, name: partOn(first, "month") });
    first += partOn(first + 29, "day") === "1" ? 29 : 30;
  }
  months = all;
  return all;
}
