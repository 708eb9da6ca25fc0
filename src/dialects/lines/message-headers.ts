import {
  type DayLine,
  dayLine,
  directionMark,
  monthIn,
  numberInDigits,
  numericDay,
  yearPlaces,
} from "../../text/day-line.ts";
import { hourBeside } from "../../text/hour-of-day.ts";
import { addressBeside, type PostAddress } from "./post-addresses.ts";

/** A line in which a program or a person copied out a message's head: `Harbour News, [11.02.2026 10:15]`, `[2/11/26 10:15 AM] Harbour: text`. */
export interface MessageHeader {
  /** Who wrote the message, where the line says it. */
  readonly author?: string;
  /** The three numbers of the day as they stand, first to last, and the clock time as `HH:MM`, where it is told. */
  readonly numbers: readonly [number, number, number];
  readonly clock?: string;
  /** What is printed of day and time. */
  readonly printed: string;
  /** The message's number and that of the message it answers, where the line says them. */
  readonly number?: number;
  readonly answers?: number;
  /** The message's own address, where it stands with its head. */
  readonly address?: PostAddress;
  /** The text that stands in the same line behind the header; absent where the header is a line of its own. */
  readonly text?: string;
  /** Whether the month is told by its name: the numbers are then day, month and year. */
  readonly named: boolean;
  /** Where the moment stands and how it is written: lines of one program have one shape. */
  readonly shape: string;
  readonly halved: boolean;
}

/** Words for the halves of the day beside figures: `AM`, `p. m.`, `上午`, `오후`, `π.μ.`, `ص`, `SA`. Short, and none that holds a figure. */
const half = String.raw`(?:AM|PM|[ap]\. ?m\.?|\u4E0A\u5348|\u4E0B\u5348|\u51CC\u6668|\u4E2D\u5348|\u665A\u4E0A|\u65E9\u4E0A|\u5348\u524D|\u5348\u5F8C|\uC624\uC804|\uC624\uD6C4|[\u0635\u0645]|\u03C0\.\u03BC\.|\u03BC\.\u03BC\.|\u00F6\u00F6|\u00F6s|SA|CH)`;
const time = String.raw`(?<half1>${half})?\s?(?<hour>\p{Nd}{1,2})[:.](?<minute>\p{Nd}{2})(?:[:.](?<second>\p{Nd}{2})(?:[.,]\p{Nd}{1,9})?)?(?:[\s\u202F]?(?<half2>${half}))?(?:\s?(?:UTC|GMT)?[+-]\p{Nd}{2}:?\p{Nd}{2}|Z)?`;
/** A word or two that join day and time in some language (`om`, `la`, `a les`, `στις`, `เวลา`), and none for a half of the day. */
const joining = String.raw`(?:(?!${half}[\s\u202F]?\p{Nd})[\p{L}\p{M}][\p{L}\p{M}'’]{0,9}\.? ){1,2}`;
const between = String.raw`(?<between>[,\u060C]? ?(?:at |um |\u00E0 |\u0432 |\u043E |a las |kl\.? |\u2022 |\| |${joining})?|T)`;
/** `февр.`, `Jan`, `มี.ค.`, and `tháng 3` of a language that counts its months. */
const monthName = String.raw`(?<name>[\p{L}\p{M}]{3,15}\.?|[\p{L}\p{M}]{1,4}\.[\p{L}\p{M}]{1,4}\.|[\p{L}\p{M}]{2,8}\.? \p{Nd}{1,2})`;
/** `11 февр. 2026 г.`, `20 de gener del 2026`, `Jan 16, 2019`, `2026. február 16.`: the month by its name. */
const namedDays = [
  String.raw`(?<one>\p{Nd}{1,2})(?:\.? |-)(?:de )?${monthName},? (?:del? )?(?<three>\p{Nd}{4})(?: \u0433\.| \u0440\.)?`,
  String.raw`(?<name>[\p{L}\p{M}]{3,15}\.?) (?<one>\p{Nd}{1,2})(?:st|nd|rd|th)?,? (?<three>\p{Nd}{4})`,
  String.raw`(?<three>\p{Nd}{4})\.? (?<name>[\p{L}\p{M}]{3,15}\.?) (?<one>\p{Nd}{1,2})\.?`,
];
const timeBefore = String.raw`(?<hour>\p{Nd}{1,2}):(?<minute>\p{Nd}{2})(?::(?<second>\p{Nd}{2}))?(?:[\s\u202F](?<half2>${half}))?`;
const timesFirst = [`${timeBefore}(?<between>,? )${numericDay}`, `${timeBefore}(?<between>,? )${namedDays[0]}`];
/** A moment as programs and people write it, as sources of patterns; see `headerOf`. */
export const momentPatterns: readonly string[] = [
  `${numericDay}${between}${time}`,
  ...timesFirst,
  ...namedDays.map((named) => `${named}${between}${time}`),
];

const weekday = String.raw`(?:[\p{L}\p{M}]{2,14}\.?,? )?`;
/** A moment and nothing else, its weekday aside. */
export const lonePatterns = momentPatterns.map((own) => new RegExp(`^${weekday}${own}$`, "iu"));

interface HeaderPattern {
  readonly name: string;
  readonly pattern: RegExp;
}

const author = String.raw`(?<author>[^\[\]\n]{1,120}?)`;
const numbers = String.raw`(?:(?:ID|id|#)[=:]?(?<number>\p{Nd}{1,12}),? )?(?:(?:RE_ID|REPLY_TO|reply_to|re)[=:]?(?<answers>\p{Nd}{1,12}),? )?`;

const bareMoment = "moment";

/** The ways in which a head is written around its moment, from the most explicit one to the barest, each with an example. */
export const headerForms: readonly { readonly name: string; readonly example: string; of(moment: string): string }[] = [
  {
    name: "name, [moment]",
    example: "Harbour News, [11.02.2026 10:15]",
    of: (moment) => `${author},? ?[\\[(]${moment}[\\])]:?`,
  },
  {
    name: "[moment] name: text",
    example: "[2/11/26 10:15 AM] Harbour News: The pier opens at seven.",
    of: (moment) =>
      `[\\[(]${moment}[\\])] ?[-–]? ?${numbers}(?:${author}: (?<text>.+)|(?<alone>[^\\[\\]\\n]{1,80}?):?)`,
  },
  {
    name: "moment - name: text",
    example: "11/02/2026, 10:15 - Harbour News: The pier opens at seven.",
    of: (moment) => `${moment} ?[-–—|] ?${numbers}${author}: (?<text>.+)`,
  },
  {
    name: "moment, name : text",
    example: "2026년 2월 11일 오전 10:15, Harbour News : The pier opens at seven.",
    of: (moment) => `${moment}, ${author} ?: (?<text>.+)`,
  },
  {
    name: "moment <name> text",
    example: "2026-02-11 10:15:00 <harbour> The pier opens at seven.",
    of: (moment) => `[\\[(]?${moment}[\\])]? <(?<author>[^<>\\n]{1,60})> (?<text>.+)`,
  },
  {
    name: "[number] moment",
    example: "[812] 2026-02-11 10:15",
    of: (moment) => `#?[\\[(]#?(?<number>\\p{Nd}{1,12})[\\])]:? ${moment}:?`,
  },
  {
    name: "name moment",
    example: "Harbour News 2026/02/11 10:15:30",
    // After a colon, the moment is a value: `When: 2 March 2026 19:00`.
    of: (moment) => `(?!\\p{So}\\uFE0F? ?\\p{Nd})${author}(?<!:)(?:, | [-–—|•] |\\s{1,4})${moment}`,
  },
  {
    name: bareMoment,
    example: "2026-02-11 10:15",
    of: (moment) => `(?:(?:\\p{So}\\uFE0F?|[\\p{Pd}|•·]) ?)?[\\[(]?${moment}[\\])]?:?`,
  },
];

/** `lúc 06:45 3 tháng 3, 2026`: a moment behind the word for a clock time. */
const ledMoments: readonly HeaderPattern[] = timesFirst.map((own) => ({
  name: bareMoment,
  pattern: new RegExp(`${directionMark}(?<lead>[\\p{L}\\p{M}]{1,9}) ${own}$`, "iu"),
}));

const headerPatterns: readonly HeaderPattern[] = [
  ...ledMoments,
  ...headerForms.flatMap(({ name, of }) =>
    momentPatterns.map((own) => ({ name, pattern: new RegExp(`${directionMark}${of(own)}$`, "iu") })),
  ),
];

/** A word of signs alone, such as a dash before a moment, is no name. */
const signs = /^[\p{P}\s]+$/u;

/** Whether a header is a moment and nothing else, such as people write over what they copy, and others under it. */
export function isBareMoment({ shape }: MessageHeader): boolean {
  return shape.startsWith(`${bareMoment}/`);
}

/** Longer lines are no headers and hold no short text worth the search; Telegram's longest post has 4,096 characters. */
const longest = 5000;

/** Reads a line as a message's head; nothing where it is none. */
export function messageHeader(line: string): MessageHeader | undefined {
  if (line.length > longest || !/\p{Nd}[:.]\p{Nd}{2}/u.test(line.slice(0, 400))) return undefined;
  const beside = addressBeside(line);
  const moment = beside === undefined ? undefined : printedHeader(beside.rest);
  if (beside !== undefined && moment !== undefined && isBareMoment(moment))
    return { ...moment, address: beside.address, shape: `${moment.shape} address` };
  return printedHeader(line);
}

function printedHeader(line: string): MessageHeader | undefined {
  for (const { name, pattern } of headerPatterns) {
    const groups = pattern.exec(line.trimEnd())?.groups;
    if (groups === undefined || signs.test(groups.author ?? "")) continue;
    if (groups.lead !== undefined && hourBeside(numberInDigits(groups.hour) ?? 0, groups.lead) === undefined) continue;
    const found = headerOf(name, groups, line);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The ways in which heads are written that tell the time of day alone, below a line with the day, each with an example. */
export const clockForms: readonly { readonly example: string; readonly pattern: RegExp }[] = [
  {
    example: "[Harbour News] [오전 10:15] The pier opens at seven.",
    pattern: new RegExp(String.raw`${directionMark}\[(?<author>[^\[\]]{1,60})\] \[${time}\] (?<text>.+)$`, "iu"),
  },
  {
    example: "10:15\tHarbour News\tThe pier opens at seven.",
    pattern: new RegExp(String.raw`${directionMark}${time}\t(?<author>[^\t]{1,60})\t(?<text>.+)$`, "iu"),
  },
  {
    example: "[10:15] <harbour> The pier opens at seven.",
    pattern: new RegExp(String.raw`${directionMark}\[?${time}\]? <(?<author>[^<>]{1,60})> (?<text>.+)$`, "iu"),
  },
];

/** Reads a line as the head of a message that was written on a day told above it; nothing where it is none. */
export function clockHeader(line: string, day: LogDay): MessageHeader | undefined {
  if (line.length > longest || !/\p{Nd}[:.]\p{Nd}{2}/u.test(line.slice(0, 200))) return undefined;
  for (const [at, { pattern }] of clockForms.entries()) {
    const groups = pattern.exec(line.trimEnd())?.groups;
    const moment = groups === undefined ? undefined : clockIn(groups);
    if (groups === undefined || moment === undefined) continue;
    const { author = "", text = "" } = groups;
    return {
      author: author.trim(),
      numbers: day.numbers,
      clock: moment,
      printed: day.printed,
      text,
      shape: `clock ${at}/${day.shape}`,
      halved: (groups.half1 ?? groups.half2) !== undefined,
      named: day.named,
    };
  }
  return undefined;
}

/** A line that parts the days of a log, and what it prints of its day. */
export interface LogDay extends DayLine {
  readonly printed: string;
}

/** The day of a line that parts the days of a log, dashes around it and a weekday behind it aside: `------ 2026년 2월 11일 수요일 ------`. */
export function dayOfLog(line: string): LogDay | undefined {
  if (line.length > longestDayOfLog || !/\p{Nd}/u.test(line)) return undefined;
  const bare = line.trim().replace(/^[-–—=*~\s]+|[-–—=*~\s]+$/gu, "");
  const found = dayLine(bare) ?? dayLine(bare.replace(/ [\p{L}\p{M}]{1,15}$/u, ""));
  return found === undefined || found.numbers[2] === 0 ? undefined : { ...found, printed: bare };
}

const longestDayOfLog = 120;

/** The head that the groups of a pattern tell; `name` is the pattern's. Nothing where they tell no day and time. */
export function headerOf(
  name: string,
  groups: Readonly<Record<string, string | undefined>>,
  line: string,
): MessageHeader | undefined {
  const [one, three] = [groups.one, groups.three].map(numberInDigits);
  const two = groups.name === undefined ? numberInDigits(groups.two) : monthIn(groups.name, three ?? 0);
  const clock = clockIn(groups);
  if (one === undefined || two === undefined || three === undefined || clock === undefined) return undefined;
  const who = (groups.author ?? groups.alone)?.trim();
  const number = numberInDigits(groups.number);
  const answers = numberInDigits(groups.answers);
  return {
    ...(who === undefined || who === "" ? {} : { author: who }),
    numbers: [one, two, three],
    clock,
    printed: printedOf(line, groups),
    ...(number === undefined ? {} : { number }),
    ...(answers === undefined ? {} : { answers }),
    ...(groups.text === undefined ? {} : { text: groups.text }),
    shape: [
      name,
      yearPlaces(groups),
      groups.sign ?? (groups.name === undefined ? "" : "name"),
      isPartOfDay(groups) ? "half" : (groups.between ?? ""),
      groups.second === undefined ? "" : "s",
    ].join("/"),
    halved: (groups.half1 ?? groups.half2) !== undefined,
    named: groups.name !== undefined,
  };
}

/** The clock time of a head as `HH:MM`; nothing where there is no such time. */
function clockIn(groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const [hour, minute] = [numberInDigits(groups.hour), numberInDigits(groups.minute)];
  if (hour === undefined || minute === undefined) return undefined;
  const half = groups.half1 ?? groups.half2;
  if (isPartOfDay(groups)) return clockOf(hourBeside(hour, wordBetween(groups)) ?? hour, minute);
  const late =
    half !== undefined && /^(?:p|\u4E0B|\u665A|\u4E2D|\u5348\u5F8C|\uC624\uD6C4|\u0645|\u03BC|\u00F6s|CH)/iu.test(half);
  const shown = half === undefined ? hour : (hour % 12) + (late ? 12 : 0);
  return clockOf(shown, minute);
}

function clockOf(shown: number, minute: number): string | undefined {
  if (shown > 23 || minute > 59) return undefined;
  return `${String(shown).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

function wordBetween({ between: words = "" }: Readonly<Record<string, string | undefined>>): string {
  return words.replace(/^[,\u060C]/u, "").trim();
}

/** Whether the word between day and time names a part of the day, which no word for "at" does: with that, any hour may stand. One letter is too little to tell. */
function isPartOfDay(groups: Readonly<Record<string, string | undefined>>): boolean {
  const word = wordBetween(groups);
  const hour = numberInDigits(groups.hour) ?? 0;
  if (groups.half1 !== undefined || groups.half2 !== undefined || hour > 12 || !/^\p{L}[\p{L}\p{M}]/u.test(word))
    return false;
  return hourBeside(hour, word) !== undefined && hourBeside(13, word) === undefined;
}

function printedOf(
  line: string,
  { one, three, hour, minute, second, half1, half2 }: Readonly<Record<string, string | undefined>>,
): string {
  const parts = [one, three, hour, minute, second, half1, half2].filter((part) => part !== undefined);
  const from = Math.min(...[`${one}`, `${half1 ?? hour}`].map((part) => line.indexOf(part)).filter((at) => at >= 0));
  const to = Math.max(...parts.map((part) => line.indexOf(part, from) + part.length));
  return line.slice(from, Math.min(to, from + 40));
}
