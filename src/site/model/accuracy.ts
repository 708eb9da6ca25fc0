import { type Accuracy, accuracy } from "../../dating/accuracy.ts";

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
