import { type Day, dayNumber } from "../../model/day.ts";
import type { Evidence } from "../expressions/evidence.ts";
import type { DatingNotice } from "../notice.ts";
import { lagOf } from "./lags.ts";
import type { Solved } from "./solve.ts";

/** A post whose dateline lies this many days off its date was not posted in its place: pinned, posted anew, or misread. */
export const tooFar = 20;

/** Findings about days that a dump's posts state and that its order or the day on which each was captured deny. */
export function contradictions(
  evidence: readonly (readonly Evidence[])[],
  days: readonly Solved[],
  captured: readonly (Day | undefined)[],
): readonly DatingNotice[] {
  return evidence.flatMap((own, index) => {
    const solved = days[index];
    const sure = own.find(({ kind }) => kind === "dateline" || kind === "signature");
    if (!solved || !sure || sure.expression.kind !== "days") return [];
    const retrieved = captured[index];
    const capture = retrieved === undefined ? undefined : dayNumber(retrieved);
    if (capture !== undefined && sure.expression.first.year !== undefined && lagOf(sure.expression, capture) < 0) {
      const outcome = solved.best > (retrieved ?? "") ? "the text is followed" : "the capture day is followed";
      const reason = `The post says “${sure.words}”, which is later than the capture day ${retrieved}: ${outcome}; correct \`retrieved\` in the sidecar if it is wrong`;
      return [{ rule: "dating/after-capture", index, reason }];
    }
    if (Math.abs(lagOf(sure.expression, dayNumber(solved.best))) <= tooFar) return [];
    const reason = `The post says “${sure.words}”, but its neighbours are from about ${solved.best}: the order of the posts was followed; the post may be pinned or repeated`;
    return [{ rule: "dating/out-of-order", index, reason }];
  });
}
