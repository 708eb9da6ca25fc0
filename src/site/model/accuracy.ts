import { type Accuracy, accuracy } from "../../dating/accuracy.ts";
import { type BoundaryAccuracy, boundaryAccuracy } from "../../model/boundary-accuracy.ts";
import { parseDay } from "../../model/day.ts";
import { monthInWords } from "./dates.ts";

/** A row of the table of accuracy: a way of dating, and in words how near it comes. */
export interface AccuracyRow {
  readonly method: Accuracy["method"];
  /** Shares of posts dated to the day and within three days of it, `27%`. */
  readonly exact: string;
  readonly within3: string;
  /** Mean distance in days, `1.8`. */
  readonly meanError: string;
  /** How often the interval holds the true day, `95%`; empty for ways that say no interval. */
  readonly covered: string;
}

/** The table of accuracy for one kind of stretch, with the number of channels and posts that it rests on. */
export function accuracyTable(
  stretch: Accuracy["stretch"],
  locale: string,
): { readonly channels: number; readonly posts: number; readonly rows: readonly AccuracyRow[] } {
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const days = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const own = accuracy.filter((row) => row.stretch === stretch);
  return {
    channels: own[0]?.channels ?? 0,
    posts: own[0]?.posts ?? 0,
    rows: own.map(({ method, exact, within3, meanError, covered }) => ({
      method,
      exact: percent.format(exact),
      within3: percent.format(within3),
      meanError: days.format(meanError),
      covered: covered === undefined ? "" : percent.format(covered),
    })),
  };
}

/** A row of the table of post boundaries: what was held out, and in words how well boundaries were found there. */
export type BoundaryRow = Pick<BoundaryAccuracy, "heldOut"> &
  Readonly<Record<"mean" | "lowest" | "exact" | "sure" | "sureOnWorst", string>>;

/** The table of how well post boundaries are found, the pages and channels that it rests on, and the month of the measurement in words. */
export function boundaryTable(locale: string): {
  readonly pages: number;
  readonly channels: number;
  readonly month: string;
  readonly rows: readonly BoundaryRow[];
} {
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const [first] = boundaryAccuracy;
  const measured = parseDay(`${first?.month}-01`);
  return {
    pages: first?.pages ?? 0,
    channels: first?.channels ?? 0,
    month: measured === undefined ? "" : monthInWords(measured, { locale }),
    rows: boundaryAccuracy.map(({ heldOut, mean, lowest, exact, sure, sureOnWorst }) => ({
      heldOut,
      mean: score.format(mean),
      lowest: score.format(lowest),
      exact: percent.format(exact),
      sure: percent.format(sure),
      sureOnWorst: percent.format(sureOnWorst),
    })),
  };
}
