import type { Hints } from "../kinds/dialect.ts";
import type { Token } from "../lines/tokens.ts";
import { candidateRows } from "./candidate-rows.ts";
import { candidatesOf } from "./candidates.ts";
import { certain, doubtsOf, footlessScores, type Judged, knownOdds, marksScores, rangesOf, roundOff } from "./judge.ts";
import modelTable from "./model-table.json" with { type: "json" };
import { type Trees, treesScore } from "./trees.ts";

/** What was learnt from pages whose posts are known; `scripts/lab/fit-boundaries.ts` writes it. */
export interface BoundaryModel {
  /** Judges a candidate by the lines around it and by how often the page repeats them. */
  readonly first: Trees;
  /** Judges it again, knowing what the first found all over the page. */
  readonly second: Trees;
  /** Log-odds as they are told, from log-odds as they were found: slope and shift, fitted on channels that were held out (Platt scaling). */
  readonly calibration: { readonly slope: number; readonly shift: number };
}

/** The model that is used. */
export const boundaryModel: BoundaryModel = modelTable;

/**
 * Parts the tokens of a preview into posts. The page's marks and a person's word settle what they can; every other place is judged by a model that
 * learnt from other channels what recurs and how, and knows no word of any language. Of all sets of starts the one is taken that is expected to be
 * most nearly right (the greatest expected F1): on a page that leaves much open, a start needs less than even odds.
 */
export function judgePreview(tokens: readonly Token[], hints: Hints, model: BoundaryModel = boundaryModel): Judged {
  const candidates = candidatesOf(tokens);
  const scores = marksScores(tokens, hints);
  const sure = (place: number): boolean => (scores[place] ?? 0) >= certain;
  const rows = candidateRows(tokens, candidates, sure);
  const odds = oddsOf(rows, model);
  const chances = new Float64Array(tokens.length);
  const known = (place: number): number => knownOdds(hints, tokens[place]);
  for (const place of tokens.keys()) {
    const score = scores[place] ?? -certain;
    chances[place] = chanceOf(Math.abs(score) >= certain ? score : score + known(place));
  }
  const footless = footlessScores(tokens);
  const asked = rows.places.flatMap((place, at) =>
    scores[place] === undefined ? [{ place, odds: (odds[at] ?? 0) + footless(place) + openEnd(tokens, place) }] : [],
  );
  const unclosed = unclosedScore(
    tokens,
    asked.map((each) => each.odds),
  );
  for (const each of asked) chances[each.place] = chanceOf(each.odds + unclosed + known(each.place));
  const least = leastChance(chances);
  const starts = [...tokens.keys()].filter((place) => place === 0 || (chances[place] ?? 0) >= least);
  const probability = (place: number): number => chances[place] ?? 0;
  return {
    posts: rangesOf(tokens, starts).map((range) => ({
      range,
      boundary:
        range.start === 0 || sure(range.start)
          ? { kind: "marked" }
          : { kind: "inferred", probability: roundOff(probability(range.start)) },
    })),
    doubts: doubtsOf(tokens, probability, new Set(starts)),
  };
}

/** The log-odds of each candidate, calibrated. */
export function oddsOf(
  rows: ReturnType<typeof candidateRows>,
  { first, second, calibration }: BoundaryModel,
): readonly number[] {
  const found = rows.first.map((row) => treesScore(first, row));
  return rows.second(found).map((row) => calibration.shift + calibration.slope * treesScore(second, row));
}

/**
 * What speaks against an end without reactions where reactions close the posts of a page: its last line closes a post, and few other places look
 * like starts. The share of closed posts and the starts between them are settled together, a few rounds long.
 */
function unclosedScore(tokens: readonly Token[], odds: readonly number[]): number {
  const closed = tokens.filter(({ kind }) => kind === "reactions").length;
  if (closed < fewestClosed || tokens.at(-1)?.kind !== "reactions") return 0;
  let score = 0;
  for (let round = 0; round < 6; round += 1) {
    const others = odds.reduce((sum, own) => sum + chanceOf(own + score), 0);
    const share = closed / (closed + others + 0.5);
    score = share < leastClosed ? 0 : Math.max(-6, Math.log(1 - share));
  }
  return score;
}

const fewestClosed = 3;
const leastClosed = 0.75;

/** A closing sign alone, and what stands behind a comma or an opening bracket, go on with what stands above, in every language. */
function openEnd(tokens: readonly Token[], place: number): number {
  if (/^[»”"’'）)\]]+$/u.test(tokens[place]?.text.trim() ?? "")) return -certain;
  return /[,，،、;；(«“„]$/u.test(tokens[place - 1]?.text.trim() ?? "") ? openEndScore : 0;
}

const openEndScore = -3;

function chanceOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/**
 * The least chance with which a place is taken for a start, so that the expected F1 of the starts is greatest; never more than one half. Among sets
 * of the k likeliest places, F1 is expected to be near 2·hits / (k + all), hits and all being sums of chances (Lipton, Elkan and Narayanaswamy 2014).
 */
export function leastChance(chances: Iterable<number>): number {
  const sorted = [...chances].sort((one, other) => other - one);
  const all = sorted.reduce((sum, chance) => sum + chance, 0);
  let hits = 0;
  let best = 0;
  let least = 0.5;
  for (const [place, chance] of sorted.entries()) {
    hits += chance;
    const expected = (2 * hits) / (place + 1 + all);
    if (expected <= best) continue;
    best = expected;
    least = chance;
  }
  return Math.min(0.5, least);
}
