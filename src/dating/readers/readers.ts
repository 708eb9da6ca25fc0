import { languages } from "../languages/languages.ts";
import { addressReader } from "./addresses.ts";
import { monthNameReader } from "./month-names.ts";
import { monthReader, yearReader } from "./months.ts";
import { numberReader } from "./numbers.ts";
import type { Reader } from "./reader.ts";
import { weekdayReader } from "./weekdays.ts";

/** All readers, the surest first: where two read the same words, the earlier one has them. */
export const readers: readonly Reader[] = [
  addressReader,
  ...languages.map(monthNameReader),
  numberReader,
  ...languages.map(monthReader),
  ...languages.map(yearReader),
  ...languages.map(weekdayReader),
];
