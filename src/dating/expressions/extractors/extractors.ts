import { contextWords } from "../languages/context-words.ts";
import { languages } from "../languages/languages.ts";
import { addressReader } from "./addresses.ts";
import { cldrDayReader, cldrWeekdayReaders } from "./cldr-days.ts";
import type { Reader } from "./extractor.ts";
import { feastReader } from "./feasts.ts";
import { hangulDayReader, hangulWeekdayReader } from "./hangul-days.ts";
import { hashtagYearReader } from "./hashtag-years.ts";
import { hebrewDayReader } from "./hebrew-days.ts";
import { lunarDayReader } from "./lunar-days.ts";
import { monthNameReader, monthNamesReader } from "./month-names.ts";
import { monthReader, monthsReader, yearReader } from "./months.ts";
import { numberedDayReader } from "./numbered-days.ts";
import { numberReader } from "./numbers.ts";
import { observanceReader } from "./observances.ts";
import { vietnameseDayReader } from "./vietnamese-days.ts";
import { weekdayReader, weekdaysReader } from "./weekdays.ts";

/** All extractors, the surest first: where two read the same words, the earlier one has them. */
export const extractors: readonly Reader[] = [
  addressReader,
  monthNamesReader(languages),
  numberReader,
  observanceReader,
  feastReader,
  lunarDayReader,
  hebrewDayReader,
  cldrDayReader,
  hangulDayReader,
  hangulWeekdayReader,
  vietnameseDayReader,
  hashtagYearReader,
  monthsReader(languages),
  numberedDayReader,
  weekdaysReader(languages),
];

/** Those that read all languages at once, for each language alone. */
export const extractorsByLanguage: readonly Reader[] = [
  ...languages.map(monthNameReader),
  ...languages.map(monthReader),
  ...languages.map(yearReader),
  ...languages.map(weekdayReader),
  ...contextWords.flatMap(({ code }) => cldrWeekdayReaders(code)),
];
