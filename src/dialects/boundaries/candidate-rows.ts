import type { Token } from "../lines/tokens.ts";
import { type BoundaryCandidate, features } from "./features.ts";
import { runsInCommon } from "./letter-runs.ts";
import { lineClasses } from "./line-classes.ts";
import { absent, type LineTraits, traitsOf } from "./line-traits.ts";
import { PageCounts } from "./page-counts.ts";
import { pageRhythm } from "./page-rhythm.ts";
import { recurringTails } from "./recurring-tails.ts";
import { secondRows } from "./second-rows.ts";

/** A page as the learned model sees it: one row of numbers for each candidate. */
export interface CandidateRows {
  /** The places of the candidates among the tokens, in order. */
  readonly places: readonly number[];
  /** From 0 to 1, how far the page lacks blank lines: where it has none, paragraphs are parted as posts are. */
  readonly flatness: number;
  /** What is known of each candidate before any candidate is judged. */
  readonly first: readonly Float64Array[];
  /** The same and what the page says of itself, once each candidate has log-odds of its own; asked with those, one candidate after the other. */
  readonly second: (odds: readonly number[]) => Iterable<Float64Array>;
}

/** The rows of a page, for its candidates. `surelyStarts` tells of a token that is no candidate whether a post starts at it. */
export function candidateRows(
  tokens: readonly Token[],
  candidates: readonly (BoundaryCandidate | undefined)[],
  surelyStarts: (place: number) => boolean,
): CandidateRows {
  const traits = tokens.map((token) => (token.kind === "text" ? traitsOf(token) : undefined));
  const places = candidates.flatMap((candidate, place) => (candidate === undefined ? [] : [place]));
  const classes = lineClasses(tokens, traits);
  const page = new PageCounts(tokens, classes, surelyStarts);
  const shape = pageShape(tokens, traits, places, page);
  const rhythm = pageRhythm(tokens, classes);
  const inCommon = runsInCommon(tokens);
  const tails = recurringTails(tokens);
  const first = places.map((place) =>
    row([
      ownNumbers(tokens, traits, candidates[place], place, shape.medianLength),
      inCommon(place),
      tails(place),
      page.distancesAt(place),
      page.numbersAt(place),
      rhythm.at(place),
      shape.numbers,
      rhythm.page,
    ]),
  );
  const gaps = tokens.filter(({ gap }) => gap > 0).length / Math.max(1, tokens.length);
  const flatness = Math.max(0, 1 - gaps / fewGaps);
  return { places, flatness, first, second: (odds) => secondRows({ tokens, classes, places, first, odds, page }) };
}

/** From this share of lines with a blank line before them on, a page has its share of them. */
const fewGaps = 0.05;

/** Numbers in a row; a hundred thousand of them are made of a long page. */
function row(parts: readonly (readonly number[])[]): Float64Array {
  const numbers = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    numbers.set(part, at);
    at += part.length;
  }
  return numbers;
}

function ownNumbers(
  tokens: readonly Token[],
  traits: readonly (LineTraits | undefined)[],
  candidate: BoundaryCandidate | undefined,
  place: number,
  medianLength: number,
): readonly number[] {
  if (candidate === undefined) return [];
  const previous = traits[place - 1]?.numbers ?? [];
  const next = traits[place]?.numbers ?? [];
  const around = (at: number): readonly number[] => {
    const token = tokens[at];
    const own = traits[at]?.numbers;
    const kind = token === undefined ? -2 : token.kind === "text" ? Math.min(1, token.gap) : -1;
    return [kind, ...[0, 2, 3, 8, 10, 12].map((trait) => own?.[trait] ?? absent)];
  };
  return [
    ...features.slice(1).map((feature) => feature.at(candidate)),
    ...previous,
    ...next,
    ...around(place - 2),
    ...around(place + 1),
    ...around(place + 2),
    Math.min(1, tokens[place - 1]?.gap ?? 0),
    (previous[0] ?? 0) - medianLength,
    (next[0] ?? 0) - medianLength,
    (next[0] ?? 0) - (previous[0] ?? 0),
    Number(traits[place - 1]?.classes[3] === traits[place]?.classes[3]),
    Math.min(candidate.place, 30),
    Math.min(candidate.block - candidate.place, 30),
    candidate.cohesionBefore,
    candidate.cohesionBehind,
    candidate.alike,
  ];
}

function pageShape(
  tokens: readonly Token[],
  traits: readonly (LineTraits | undefined)[],
  places: readonly number[],
  page: PageCounts,
): { readonly numbers: readonly number[]; readonly medianLength: number } {
  const own = traits.filter((trait) => trait !== undefined);
  const lines = Math.max(1, own.length);
  const lengths = own.map(({ numbers }) => numbers[0] ?? 0).sort((one, other) => one - other);
  const medianLength = lengths[lengths.length >> 1] ?? 0;
  const share = (kind: Token["kind"]): number => tokens.filter((token) => token.kind === kind).length / lines;
  const ofLines = (holds: (numbers: readonly number[]) => boolean): number =>
    own.filter(({ numbers }) => holds(numbers)).length / lines;
  const asked = Math.max(1, places.length);
  const ofPlaces = (holds: (place: number) => boolean): number => places.filter(holds).length / asked;
  const distinct = (grain: number): number => new Set(own.map(({ classes }) => classes[grain])).size / lines;
  return {
    medianLength,
    numbers: [
      Math.log2(1 + places.length),
      places.length / lines,
      places.length / Math.max(1, page.sureStarts),
      tokens.filter((token) => token.gap > 0).length / Math.max(1, tokens.length),
      page.sureStarts / lines,
      share("reactions"),
      share("footer"),
      share("forwarded"),
      share("before"),
      share("after"),
      share("preview"),
      // Where reactions or footers close all posts, the last one too, no post ends without.
      Number(["reactions", "footer"].includes(tokens.at(-1)?.kind ?? "text")),
      tokens.filter(({ kind }) => kind === "reactions" || kind === "footer").length / Math.max(1, page.sureStarts),
      medianLength,
      lengths[lengths.length >> 3] ?? 0,
      lengths[(lengths.length * 7) >> 3] ?? 0,
      ofLines((numbers) => numbers[8] === 1),
      ofLines((numbers) => numbers[10] === 1),
      ofLines((numbers) => (numbers[6] ?? 0) > 0),
      ofLines((numbers) => (numbers[7] ?? 0) > 0),
      ofPlaces((place) => traits[place - 1]?.numbers[3] === 5),
      ofPlaces((place) => (traits[place - 1]?.numbers[0] ?? 0) < 5.3 && (traits[place]?.numbers[0] ?? 0) < 5.3),
      ofPlaces((place) => (tokens[place - 1]?.gap ?? 0) > 0),
      ofPlaces((place) => (tokens[place + 1]?.gap ?? 1) > 0),
      distinct(1),
      distinct(2),
      distinct(3),
    ],
  };
}
