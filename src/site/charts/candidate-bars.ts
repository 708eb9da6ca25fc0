import type { Day } from "../../model/day.ts";
import type { Candidate } from "../model/dating-audits.ts";

/** How wide and high the picture is, in pixels of its own. */
export interface CandidateBars {
  readonly width: number;
  readonly height: number;
  /** Outline (`d` of an SVG path) of the columns of all days but the best. */
  readonly others: string;
  /** Outline of the column of the best day. */
  readonly best: string;
}

const [pitch, bar, height] = [12, 10, 48] as const;

/** The columns of days that came into question, from left to right. Two paths, since every post's page draws them. */
export function candidateBars(candidates: readonly Candidate[], best: Day): CandidateBars {
  const most = Math.max(...candidates.map(({ probability }) => probability));
  const columns = candidates.map(({ day, probability }, place) => {
    const tall = Math.max(1, Math.round((height * probability) / most));
    return { day, path: `M${place * pitch} ${height}v-${tall}h${bar}v${tall}z` };
  });
  const pathOf = (isBest: boolean): string =>
    columns.flatMap(({ day, path }) => ((day === best) === isBest ? [path] : [])).join("");
  return { width: candidates.length * pitch - (pitch - bar), height, others: pathOf(false), best: pathOf(true) };
}
