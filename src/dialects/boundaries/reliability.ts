import { unsurePage } from "../../model/notice.ts";
import type { Finding } from "../kinds/dialect.ts";

/** What the chances of a page's starts themselves promise of its reading. */
export interface Reliability {
  /** Expected F1 of the starts that were taken, 0 to 1. */
  readonly f1: number;
  /** Starts that were taken, and how many of them are expected to be none, and how many others to be missing. */
  readonly taken: number;
  readonly wrong: number;
  readonly missed: number;
}

/** The reliability of taking all places with at least a chance of `least` for starts. */
export function reliabilityOf(chances: Iterable<number>, least: number): Reliability {
  let [taken, right, missed] = [0, 0, 0];
  for (const chance of chances) {
    if (chance < least) missed += chance;
    else {
      taken += 1;
      right += chance;
    }
  }
  return { f1: taken === 0 ? 1 : (2 * right) / (taken + right + missed), taken, wrong: taken - right, missed };
}

/**
 * Below this expected F1 a page is out of the model's depth: a person does better to read it. Of 309 bare windows of held-out channels without blank
 * lines, 141 lie below it, with a true F1 of 0.73 on the mean; 93 of the 115 whose F1 is below 0.8 are among them, and 17 whose F1 is 0.9 and more.
 * Of 336 pages and windows with blank lines, 34 lie below it, 17 of the 27 below 0.8 among them.
 */
const leastReliable = 0.85;

/** Fewer wrong starts than this are told one by one, as doubtful places. */
const fewestWrong = 2;

/** Says of a page that it is out of the model's depth; nothing of any other. */
export function unsureFindings({ f1, taken, wrong, missed }: Reliability): readonly Finding[] {
  if (f1 >= leastReliable || wrong + missed < fewestWrong) return [];
  const reason = `this page differs from those the boundary model was trained on: of ${taken} post starts, about ${Math.round(wrong)} are expected to be wrong and about ${Math.round(missed)} more to be missing; check them and correct them with "boundaries" in the sidecar`;
  return [{ rule: unsurePage, reason }];
}
