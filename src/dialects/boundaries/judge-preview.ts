import type { Hints } from "../kinds/dialect.ts";
import type { Token } from "../lines/tokens.ts";
import { type CandidateRows, candidateRows } from "./candidate-rows.ts";
import { candidatesOf } from "./candidates.ts";
import { frameScores } from "./framed-posts.ts";
import { goesOnScore } from "./goes-on.ts";
import { certain, doubtsOf, footlessScores, type Judged, knownOdds, marksScores, rangesOf, roundOff } from "./judge.ts";
import { lineAgreement } from "./line-agreement.ts";
import modelTable from "./model-table.json" with { type: "json" };
import { PageMemory, type PageWork } from "./page-memory.ts";
import { type Reliability, reliabilityOf } from "./reliability.ts";
import { taught } from "./teaching.ts";
import { packed, type Trees, treesScore } from "./trees.ts";

/** What was learnt from pages whose posts are known; `scripts/lab/fit-boundaries.ts` writes it. */
export interface BoundaryModel {
  /** Judge a candidate by the lines around it and by how often the page repeats them; each learnt without some of the channels. */
  readonly first: readonly Trees[];
  /** Judge it again, knowing what the first found all over the page. */
  readonly second: readonly Trees[];
  readonly calibration: Calibration;
}

/**
 * From log-odds as they were found to log-odds as they are told, fitted on channels that were held out: (`shift` + `slope`·x) / √(1 + `spread`·s²),
 * s being the standard deviation of what the second models say. Where they disagree, the page is unlike those that they learnt from. `flatShift` and
 * `flatSlope` are added to the others on a page without blank lines, where paragraphs look like posts.
 */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
  readonly flatSlope: number;
  readonly flatShift: number;
  readonly spread: number;
}

/** The model that is used. */
export const boundaryModel: BoundaryModel = {
  first: modelTable.first.map(packed),
  second: modelTable.second.map(packed),
  calibration: modelTable.calibration,
};

/** A judged preview, and how far its starts can be relied on. */
export interface JudgedPreview extends Judged {
  readonly reliability: Reliability;
}

/** A page as the model sees it: for each token the chance that a post starts at it, and the least chance that is taken for a start. */
export interface StartChances {
  readonly chances: Float64Array;
  readonly least: number;
  /** Whether the page's marks leave no doubt that a post starts at a place. */
  readonly sure: (place: number) => boolean;
}

/**
 * Parts the tokens of a preview into posts. The page's marks and a person's word settle what they can; every other place is judged by a model that
 * learnt from other channels what recurs and how, and knows no word of any language. Of all sets of starts the one is taken that is expected to be
 * most nearly right (the greatest expected F1): on a page that leaves much open, a start needs less than even odds.
 */
export function judgePreview(
  tokens: readonly Token[],
  hints: Hints,
  model: BoundaryModel = boundaryModel,
): JudgedPreview {
  return partedAt(tokens, startChances(tokens, hints, model));
}

/** Parts a page into posts at the places whose chance is at least the least one; the first token is always a start. */
export function partedAt(tokens: readonly Token[], { chances, least, sure }: StartChances): JudgedPreview {
  const probability = (place: number): number => chances[place] ?? 0;
  const starts = [...tokens.keys()].filter((place) => place === 0 || probability(place) >= least);
  return {
    posts: rangesOf(tokens, starts).map((range) => ({
      range,
      boundary:
        range.start === 0 || sure(range.start)
          ? { kind: "marked" }
          : { kind: "inferred", probability: roundOff(probability(range.start)) },
    })),
    doubts: doubtsOf(tokens, probability, new Set(starts)),
    chances,
    reliability: reliabilityOf(chances, least),
  };
}

/** Weighs the marks, a person's word, known posts and the model's odds for every token of a page. */
export function startChances(tokens: readonly Token[], hints: Hints, model: BoundaryModel): StartChances {
  const scores = marksScores(tokens, hints);
  const sure = (place: number): boolean => (scores[place] ?? 0) >= certain;
  const memory = hints.memory ?? new PageMemory();
  const odds = model === boundaryModel ? memory.of(oddsInUse, tokens) : oddsOfPage(tokens, model);
  const chances = new Float64Array(tokens.length);
  const known = (place: number): number => knownOdds(hints, tokens[place]);
  for (const place of tokens.keys()) {
    const score = scores[place] ?? -certain;
    chances[place] = chanceOf(Math.abs(score) >= certain ? score : score + known(place));
  }
  const footless = footlessScores(tokens);
  const framed = frameScores(tokens);
  const alone = [...odds].flatMap(([place, own]): readonly (readonly [number, number])[] =>
    scores[place] === undefined ? [[place, own + footless(place) + framed(place) + goesOnScore(tokens, place)]] : [],
  );
  const agreed = lineAgreement(tokens, { odds: new Map(alone), sure });
  // Frames settle what stands in them.
  const asked = alone.map(([place, own]) => ({ place, odds: own + (framed(place) === 0 ? agreed(place) : 0) }));
  const unclosed = unclosedScore(
    tokens,
    asked.map((each) => each.odds),
  );
  const learnt = taught(tokens, odds, { ...hints, memory });
  for (const { place, odds: own } of asked) chances[place] = chanceOf(own + unclosed + known(place) + learnt(place));
  return { chances, least: leastChance(chances), sure };
}

/**
 * By place, the log-odds of each candidate. A person's answers have no part in it: the model learnt from pages whose marks stand at every post or at
 * none, and a few starts that are sure would mislead it; answers teach by `taught`.
 */
export function oddsOfPage(tokens: readonly Token[], model: BoundaryModel): ReadonlyMap<number, number> {
  const marks = marksScores(tokens, { start: new Set(), join: new Set() });
  const rows = candidateRows(tokens, candidatesOf(tokens), (place) => (marks[place] ?? 0) >= certain);
  const found = oddsOf(rows, model);
  return new Map(rows.places.map((place, at) => [place, found[at] ?? 0]));
}

/** The log-odds of each candidate by the model in use. */
export const oddsInUse: PageWork<ReadonlyMap<number, number>> = (tokens) => oddsOfPage(tokens, boundaryModel);

/** The log-odds of each candidate, calibrated. */
function oddsOf(rows: CandidateRows, model: BoundaryModel): readonly number[] {
  return votesOf(rows, model).map((vote) => calibrated(vote, model.calibration));
}

/** What the second models say of a candidate: the mean of their log-odds, its standard deviation, and how flat the page is (`CandidateRows`). */
export interface Vote {
  readonly mean: number;
  readonly deviation: number;
  readonly flatness: number;
}

/** Asks all models of a page, the first ones once and the second ones with what the first found. */
export function votesOf(
  rows: CandidateRows,
  { first, second }: Pick<BoundaryModel, "first" | "second">,
): readonly Vote[] {
  const found = rows.first.map((row) => meanScore(first, row));
  return Array.from(rows.second(found), (row) => {
    const scores = second.map((trees) => treesScore(trees, row));
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
    return { mean, deviation: Math.sqrt(squares / scores.length), flatness: rows.flatness };
  });
}

function meanScore(models: readonly Trees[], row: Float64Array): number {
  return models.reduce((sum, trees) => sum + treesScore(trees, row), 0) / models.length;
}

/** The log-odds that are told for a vote. */
export function calibrated({ mean, deviation, flatness }: Vote, own: Calibration): number {
  const told = own.shift + flatness * own.flatShift + (own.slope + flatness * own.flatSlope) * mean;
  return told / Math.sqrt(1 + own.spread * deviation ** 2);
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
