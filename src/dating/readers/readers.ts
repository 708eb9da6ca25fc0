import { arabic } from "../languages/arabic.ts";
import { languages } from "../languages/languages.ts";
import { persian } from "../languages/persian.ts";
import { addressReader } from "./addresses.ts";
import { arabicDayReader } from "./arabic-days.ts";
import { arabicWeekdayReader } from "./arabic-weekdays.ts";
import { hanDayReader } from "./han-days.ts";
import { hanWeekdayReader } from "./han-weekdays.ts";
import { jalaliReaders } from "./jalali.ts";
import { monthNameReader } from "./month-names.ts";
import { monthReader, yearReader } from "./months.ts";
import { numberReader } from "./numbers.ts";
import type { Reader } from "./reader.ts";
import { weekdayReader } from "./weekdays.ts";

/** Languages whose words stand apart and whose figures and months are those of Europe; the others have readers of their own. */
const european = languages.filter(({ script }) => script === undefined);

/** All readers, the surest first: where two read the same words, the earlier one has them. */
export const readers: readonly Reader[] = [
  addressReader,
  ...european.map(monthNameReader),
  ...jalaliReaders(persian),
  arabicDayReader(persian),
  arabicDayReader(arabic),
  hanDayReader,
  numberReader,
  ...european.map(monthReader),
  ...european.map(yearReader),
  ...european.map(weekdayReader),
  arabicWeekdayReader(persian),
  arabicWeekdayReader(arabic),
  hanWeekdayReader,
];
