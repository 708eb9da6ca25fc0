import { type DayLine, dayIn, dayLine, type NumberOrder } from "../text/day-line.ts";
import { hourBeside } from "../text/hour-of-day.ts";
import { inFigures, undirected } from "../text/printed-count.ts";
import { localTime, momentOf, type Told } from "./exported.ts";

/** A time as people and programs write it into a cell: a moment, or a day whose three numbers may stand in several orders. */
export type WrittenMoment =
  | { readonly kind: "moment"; readonly utc: string }
  | {
      readonly kind: "day";
      readonly numbers: DayLine["numbers"];
      /** Whether the month is told by its name, or dots stand between the numbers: then the day comes first. */
      readonly named: boolean;
      readonly dotted: boolean;
      /** `HH:mm:ss`; absent where no more than the day is told. */
      readonly clock?: string;
      /** `Z` or `+03:00`, where it is told. */
      readonly zone?: string;
    };

/** Words beside a clock: a part of the day, or what says that a clock follows. */
const beside = String.raw`[\p{L}\p{M}](?:[\p{L}\p{M}.\u200C ]{0,18}[\p{L}\p{M}.])?`;
/** `10:15`, `10.15.30`, `10h15`, `10時15分`, with a word before or behind it. */
const clock = String.raw`(?:(?<before>${beside}) ?)?(?<hour>\d{1,2})(?:[:.]| ?[h\u6642\u65F6\u9EDE\u70B9\uC2DC] ?)(?<minute>\d\d)[\u5206\uBD84]?(?:[:. ]?(?<second>\d\d)[\u79D2\uCD08]?(?:[.,]\d{1,9})?)?(?: ?(?<behind>${beside}))??`;
const zone = String.raw`\s?(?<zone>Z|UTC|GMT|(?:UTC|GMT)?[+-]\d\d:?(?:\d\d)?)?`;
const momentPattern = new RegExp(
  String.raw`^(?<day>.{6,40}?)(?:T|[,\u060C] ?|\s(?:[-–|]\s)?|(?<=[\u65E5\uC77C]))${clock}${zone}$`,
  "iu",
);
/** What some languages write behind the year. */
const yearWord = / (?:г|р|м)\.?$/iu;

/** Reads a cell as a moment: seconds or milliseconds since 1970, ISO 8601, or a day in figures or with its month's name, with a clock time or without. */
export function writtenMoment(cell: string): WrittenMoment | undefined {
  if (cell.length > longestCell) return undefined;
  const words = inFigures(undirected(cell)).replace(/\s+/gu, " ");
  if (/^\d{9,10}(?:\.\d+)?$/u.test(words)) return moment(Number(words));
  if (/^\d{12,13}$/u.test(words)) return moment(Number(words) / 1000);
  const found = momentPattern.exec(words)?.groups;
  const day = dayLine((found?.day ?? words).replace(yearWord, ""));
  if (day === undefined || day.numbers[2] === 0) return undefined;
  const { numbers, named } = day;
  const dotted = day.shape.split("/")[1] === ".";
  if (found === undefined) return { kind: "day", numbers, named, dotted };
  const time = clockOf(found);
  if (time === undefined) return undefined;
  const told = found.zone === undefined ? undefined : zoneOf(found.zone);
  return { kind: "day", numbers, named, dotted, clock: time, ...(told === undefined ? {} : { zone: told }) };
}

/** A longer cell is no moment. */
const longestCell = 80;

const clockPattern = new RegExp(`^${clock}$`, "iu");

/** A cell that is a clock time alone, `10:15` or `10:15:30 PM`, as `HH:mm:ss`. */
export function writtenClock(cell: string): string | undefined {
  if (cell.length > longestCell) return undefined;
  const found = clockPattern.exec(inFigures(undirected(cell)).replace(/\s+/gu, " "))?.groups;
  return found === undefined ? undefined : clockOf(found);
}

/** The time that a cell tells, its three numbers read in an order; `undefined` where there is no such day. */
export function timeWritten(written: WrittenMoment, order: NumberOrder, isUtc: boolean): Told | undefined {
  if (written.kind === "moment") return written;
  const day = dayIn(written.numbers, written.named ? "day-month-year" : order);
  if (day === undefined) return undefined;
  if (written.clock === undefined) {
    const isDay = localTime(`${day}T00:00:00`) !== undefined;
    return isDay ? { kind: "day", day } : undefined;
  }
  const shown = written.zone ?? (isUtc ? "Z" : undefined);
  if (shown === undefined) return localTime(`${day}T${written.clock}`);
  const utc = momentOf(Date.parse(`${day}T${written.clock}${shown}`) / 1000);
  return utc === undefined ? undefined : { kind: "moment", utc };
}

function moment(seconds: number): WrittenMoment | undefined {
  const utc = momentOf(Math.floor(seconds));
  return utc === undefined ? undefined : { kind: "moment", utc };
}

function clockOf({ hour, minute, second = "00", before, behind }: Readonly<Record<string, string | undefined>>) {
  const full = [before, behind].reduce<number | undefined>(
    (told, word) => (told === undefined || word === undefined ? told : hourBeside(told, word)),
    Number(hour),
  );
  if (full === undefined || full > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${`${full}`.padStart(2, "0")}:${minute}:${second}`;
}

function zoneOf(written: string): string | undefined {
  const { sign, hours, minutes } = /(?<sign>[+-])(?<hours>\d\d):?(?<minutes>\d\d)?$/u.exec(written)?.groups ?? {};
  return sign === undefined ? "Z" : `${sign}${hours}:${minutes ?? "00"}`;
}
