import { daysOf, type FoundExpression } from "../date-expression.ts";
import { contextWords } from "../languages/context-words.ts";
import { languages } from "../languages/languages.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn, oneOf } from "./words.ts";

/** Days in digits. A slash or a hyphen between day and month is read only where one of the two cannot be a month. */
interface Shape {
  readonly name: string;
  readonly pattern: RegExp;
  readonly example: string;
  readonly refuses: string;
}

// Versions (`5.00.04.012`), addresses, phone numbers and times carry a digit, a dot or a letter on either side.
const open = `(?<![\\p{L}\\p{N}.,:/_+-])(?<!${oneOf(languages.flatMap(({ versionWords = [] }) => versionWords))}\\s)`;
const tables = [...languages, ...contextWords];
const leads = `(?<=\\p{L}\\s)(?<=(?<![\\p{L}\\p{N}])${oneOf(tables.flatMap(({ figureLeads = [] }) => figureLeads))}\\s)`;
const amount = `\\s?(?:[%€$£₽₴°×x]|${oneOf(tables.flatMap(({ units = [] }) => units))})`;
const close = "(?![\\p{L}\\d_/]|[.,:+-]\\d)";

/** The shapes of days in figures, each with an example and a look-alike that it refuses. */
export const numberShapes: readonly Shape[] = [
  {
    name: "dots",
    pattern: new RegExp(
      `${open}(?<day>0?[1-9]|[12]\\d|3[01])\\.(?<month>0?[1-9]|1[0-2])\\.(?<year>(?:19|20)\\d\\d)(?:\\s?${oneOf(languages.flatMap(({ yearEndings }) => yearEndings))})?${close}`,
      "gu",
    ),
    example: "published in Kompas (06.02.2025)",
    refuses: "firmware 15.03.06.44",
  },
  {
    name: "dots-short-year",
    pattern: new RegExp(
      `${open}(?<day>0[1-9]|[12]\\d|3[01])\\.(?<month>0[1-9]|1[0-2])\\.(?<year>1[5-9]|[23]\\d)${close}`,
      "gu",
    ),
    example: "приказ от 15.04.21",
    refuses: "before 11.8.60 or 11.11.60",
  },
  {
    name: "iso",
    pattern: new RegExp(
      `${open}(?<year>(?:19|20)\\d\\d)(?<mark>[-/.])(?<month>0[1-9]|1[0-2])\\k<mark>(?<day>0[1-9]|[12]\\d|3[01])(?=T\\d|${close})`,
      "gu",
    ),
    example: "updated 2025-02-04",
    refuses: "call 2025-02-044",
  },
  {
    name: "slashes",
    pattern: new RegExp(
      `${open}(?:(?<day>1[3-9]|2\\d|3[01])[/-](?<month>0?[1-9]|1[0-2])|(?<monthB>0?[1-9]|1[0-2])[/-](?<dayB>1[3-9]|2\\d|3[01]))(?:(?<=\\d/\\d{1,2})/|(?<=\\d-\\d{1,2})-)(?<year>(?:19|20)\\d\\d)${close}`,
      "gu",
    ),
    example: "on 02/26/2025",
    refuses: "24/7/365",
  },
  {
    // A line that a page prints itself, day and time run together, as TGlist does.
    name: "stamp",
    pattern:
      /(?<![^\n])(?<day>0[1-9]|[12]\d|3[01])\.(?<month>0[1-9]|1[0-2])\.(?<year>20\d\d)(?=(?:[01]\d|2[0-3]):[0-5]\d(?![^\n]))/gu,
    example: "06.02.202511:28",
    refuses: "call 06.02.202511:28",
  },
  {
    // After a preposition, where the two figures are no time of the day: `с 27.08 по 29.08`, `el 27/08`, `am 5.3.`.
    name: "without-year",
    pattern: new RegExp(
      `(?=[0-3]?\\d[./][01]?\\d)${leads}(?:(?<day>2[4-9]|3[01])[./](?<month>0[1-9]|1[0-2])(?![\\p{L}\\d_%/]|[.,:+-]\\d|${amount})|(?<dayB>[12]\\d|3[01]|0?[1-9])\\.(?<monthB>1[0-2]|0?[1-9])\\.(?=\\s\\p{Ll}|\\s?[-–—,)]))`,
      "giu",
    ),
    example: "закрыт с 27.08",
    refuses: "до 12.10",
  },
  {
    // After a calendar sign, or before a time of the day where a line or a clause begins: `🗓 27.08`, `27.08 в 19:00`; a rate may be of that hour too.
    name: "appointment",
    pattern:
      /(?=[0-3]\d[./][01]\d)(?:(?<=[📅📆🗓]\uFE0F?\s{0,2})(?<day>0[1-9]|[12]\d|3[01])[./](?<month>0[1-9]|1[0-2])(?![\p{L}\d_%/]|[.,:+-]\d)|(?<=(?:^|[\n,;(!—–•|])\s{0,2})(?<dayB>2[4-9]|3[01])[./](?<monthB>0[1-9]|1[0-2])(?=,?\s(?:\p{L}{1,5}\.?\s(?:\p{L}{1,5}\.?\s)?)?(?:[01]\d|2[0-3]):[0-5]\d(?!\d)))/gu,
    example: "Концерт, 27.08 в 19:00",
    refuses: "курс 27.08 в 19:00",
  },
  {
    // A document's number that ends with its day.
    name: "numbered",
    pattern:
      /(?<![\p{L}\p{N}])(?:№|No\.?|Nr\.?)\s?\d{1,6}-(?<day>0[1-9]|[12]\d|3[01])-(?<month>0[1-9]|1[0-2])-(?<year>(?:19|20)\d\d)(?![\p{L}\d-])/gu,
    example: "Press release No. 123-05-02-2026",
    refuses: "No. 123-05-02-20261",
  },
];

/** Reads days written in figures alone, such as `06.02.2025` and `2025-02-06`. */
export const numberReader: Reader = {
  name: "numbers",
  example: "06.02.2025",
  refuses: "31.02.2024",
  read: (text) => (/\d/u.test(text) ? numberShapes.flatMap((shape) => readShape(text, shape)) : []),
};

function readShape(text: string, shape: Shape): readonly FoundExpression[] {
  const found: FoundExpression[] = [];
  for (const match of matchesIn(text, shape.pattern)) {
    const groups = match.groups ?? {};
    const day = Number(groups.day ?? groups.dayB);
    const month = Number(groups.month ?? groups.monthB);
    const expression = daysOf(month, day, day, fullYear(groups.year));
    if (expression)
      found.push({
        expression,
        start: match.index,
        end: match.index + match[0].length,
        extractor: `numbers/${shape.name}`,
      });
  }
  return found;
}

function fullYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
