import dayjs, { type Dayjs } from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import utc from "dayjs/plugin/utc.js";

dayjs.extend(utc);
dayjs.extend(customParseFormat);

/**
 * Reads a date and a clock time in a format of dayjs (`DD.MM.YYYY HH:mm:ss`), as if the clock showed UTC; `undefined` for anything else and for
 * times that no clock shows, such as 31 February.
 */
export function readClockTime(text: string, format: string): Dayjs | undefined {
  const time = dayjs.utc(text, format, true);
  return time.isValid() ? time : undefined;
}

/** A clock time as exports are kept: `2022-04-09T12:17:30`. */
export const localFormat = "YYYY-MM-DDTHH:mm:ss";
