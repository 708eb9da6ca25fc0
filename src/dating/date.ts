import { type Day, dayFromNumber } from "../day.ts";
import type { Order } from "../ledger.ts";
import type { Dating } from "../post.ts";
import { type Bound, boundOf } from "./bound.ts";
import { contradictions } from "./contradictions.ts";
import { withEchoes } from "./echoes.ts";
import { edtfOf } from "./edtf.ts";
import { evidenceOf } from "./evidence.ts";
import { groundOf } from "./ground.ts";
import type { LagTable } from "./lag-shape.ts";
import { lagTable } from "./lag-table.ts";
import { likelihoodOf } from "./lags.ts";
import type { DatingNotice } from "./notice.ts";
import { type Solved, solve } from "./solve.ts";

/** One post, by its best text. */
export interface Dateable {
  readonly text: string;
  readonly language: string;
}

/** The posts of one dump and what is known of their days from outside their texts. */
export interface DatingRequest {
  /** In the dump's order, top to bottom. */
  readonly posts: readonly Dateable[];
  /** From a sidecar or the dialect; inferred from the evidence where absent. */
  readonly order?: Order;
  /** The capture day: no post is later. */
  readonly retrieved?: Day;
  /** The last bound there is, used only where there is no capture day and no post states a year. */
  readonly today?: Day;
}

/** A day, an interval and a basis for every post, and what was settled on the way. */
export interface DatingResult {
  /** One for each post, in the dump's order. */
  readonly datings: readonly Dating[];
  readonly order: Order;
  readonly orderInferred: boolean;
  /** Whether the day of the import had a part in the result; callers keep that day, so that a later import comes out the same. */
  readonly usedToday: boolean;
  readonly notices: readonly DatingNotice[];
}

/**
 * Dates the posts of one dump: reads the days they name, then finds the days that fit all of them at once and never run backwards.
 * Pure: the same request gives the same result at any time and in any time zone.
 */
export function datePosts(request: DatingRequest, lags: LagTable = lagTable): DatingResult {
  const texts = request.posts.map(({ text }) => text);
  const evidence = withEchoes(texts, texts.map(evidenceOf));
  const bound = boundOf(evidence, request.retrieved, request.today);
  const likelihoods = likelihoodOf(lags);
  const someEvidence = evidence.some((own) => own.length > 0);
  const { days, order } = someEvidence
    ? solve(evidence, bound, request.order, { likelihoods, rates: lags.rates })
    : { days: request.posts.map(() => unknown(bound)), order: request.order ?? "oldest-first" };
  return {
    datings: days.map((day, index) => {
      const ground = groundOf(evidence[index] ?? [], day.best, likelihoods);
      const basis = ground?.basis ?? (someEvidence ? "neighbours" : bound.ground === "capture" ? "capture" : "order");
      const words = ground ? { evidence: ground.words } : {};
      return { ...day, basis, ...words, edtf: edtfOf({ ...day, basis, ...words }) };
    }),
    order,
    orderInferred: request.order === undefined,
    usedToday: bound.ground === "today",
    notices: contradictions(evidence, days, request.retrieved),
  };
}

/** Nothing tells the day: it lies anywhere from the first channels to the bound. */
function unknown(bound: Bound): Solved {
  const latest = dayFromNumber(bound.last);
  return { best: latest, earliest: dayFromNumber(bound.first), latest };
}
