import type { Token } from "../lines/tokens.ts";
import { type BoundaryCandidate, features } from "./features.ts";
import { classGrains, type LineTraits, traitsOf } from "./line-traits.ts";

/** A page as the learned model sees it: one row of numbers for each candidate. */
export interface CandidateRows {
  /** The places of the candidates among the tokens, in order. */
  readonly places: readonly number[];
  /** What is known of each candidate before any candidate is judged. */
  readonly first: readonly Float64Array[];
  /** The same and what the page says of itself, once each candidate has log-odds of its own; asked with those, by candidate. */
  readonly second: (odds: readonly number[]) => readonly Float64Array[];
}

/** The rows of a page, for its candidates. `surelyStarts` tells of a token that is no candidate whether a post starts at it. */
export function candidateRows(
  tokens: readonly Token[],
  candidates: readonly (BoundaryCandidate | undefined)[],
  surelyStarts: (place: number) => boolean,
): CandidateRows {
  const traits = tokens.map((token) => (token.kind === "text" ? traitsOf(token) : undefined));
  const places = candidates.flatMap((candidate, place) => (candidate === undefined ? [] : [place]));
  const page = new PageCounts(tokens, traits, surelyStarts);
  const shape = pageShape(tokens, traits, places, page);
  const first = places.map((place) =>
    Float64Array.from([
      ...ownNumbers(tokens, traits, candidates[place], place, page, shape.medianLength),
      ...page.numbersAt(place),
      ...shape.numbers,
    ]),
  );
  return { places, first, second: (odds) => secondRows(tokens, traits, places, first, odds, page) };
}

const absent = -9;

function ownNumbers(
  tokens: readonly Token[],
  traits: readonly (LineTraits | undefined)[],
  candidate: BoundaryCandidate | undefined,
  place: number,
  page: PageCounts,
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
    pairedLetters(tokens[place - 1]?.text ?? "", tokens[place]?.text ?? ""),
    ...page.distancesAt(place),
  ];
}

/** How much two lines have in common in runs of three characters: words in any script, forms of a word included. 0 to 1. */
function pairedLetters(one: string, other: string): number {
  const [own, its] = [trigrams(one), trigrams(other)];
  if (own.size === 0 || its.size === 0) return 0;
  let shared = 0;
  for (const run of own) if (its.has(run)) shared += 1;
  return shared / Math.min(own.size, its.size);
}

function trigrams(text: string): ReadonlySet<string> {
  const letters = text
    .slice(0, 400)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, " ");
  const runs = new Set<string>();
  for (let at = 0; at + 3 <= letters.length; at += 1) {
    const run = letters.slice(at, at + 3);
    if (!run.includes(" ")) runs.add(run);
  }
  return runs;
}

/** How often lines of one class stand where their nature is plain, and where it is asked. */
interface ClassCount {
  all: number;
  /** Right behind a place where a post surely starts, or behind a blank line. */
  starts: number;
  inner: number;
  /** Right before a place where a post surely starts, or before a blank line. */
  ends: number;
  innerEnds: number;
  /** With a line of text right above, and right below. */
  tightAbove: number;
  tightBelow: number;
  mostBelow: number;
  readonly below: Map<string, number>;
}

/** What a page shows about classes of lines by repeating them. */
class PageCounts {
  private readonly counts: readonly Map<string, ClassCount>[] = Array.from({ length: classGrains }, () => new Map());
  /** Places of tokens at which posts surely start, before and behind each token. */
  private readonly before: Int32Array;
  private readonly behind: Int32Array;
  private readonly characters: Float64Array;
  readonly sureStarts: number;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly traits: readonly (LineTraits | undefined)[],
    surelyStarts: (place: number) => boolean,
  ) {
    const sure = tokens.map((_, place) => place === 0 || surelyStarts(place));
    this.sureStarts = sure.filter(Boolean).length;
    this.before = new Int32Array(tokens.length + 1);
    this.behind = new Int32Array(tokens.length + 1).fill(tokens.length);
    this.characters = new Float64Array(tokens.length + 1);
    for (const [place, token] of tokens.entries()) {
      this.before[place] = sure[place] ? place : (this.before[place - 1] ?? 0);
      this.characters[place + 1] = (this.characters[place] ?? 0) + (token.kind === "text" ? token.text.length : 0);
    }
    for (let place = tokens.length - 1; place >= 0; place -= 1)
      this.behind[place] = sure[place + 1] ? place + 1 : (this.behind[place + 1] ?? tokens.length);
    let opened = false;
    for (const [place, token] of tokens.entries()) {
      opened ||= sure[place] === true;
      const own = traits[place];
      if (own === undefined) continue;
      const next = tokens[place + 1];
      const nextText = next?.kind === "text" ? traits[place + 1] : undefined;
      const closed = this.surelyCloses(place, sure);
      for (let grain = 0; grain < classGrains; grain += 1) {
        const count = this.countOf(grain, own.classes[grain] ?? "");
        count.all += 1;
        if (opened) count.starts += 1;
        else if (token.gap > 0) count.inner += 1;
        else if (tokens[place - 1]?.kind === "text") count.tightAbove += 1;
        if (closed) count.ends += 1;
        else if (next !== undefined && next.gap > 0) count.innerEnds += 1;
        else if (nextText !== undefined && sure[place + 1] !== true) {
          count.tightBelow += 1;
          const name = nextText.classes[grain] ?? "";
          const times = (count.below.get(name) ?? 0) + 1;
          count.below.set(name, times);
          count.mostBelow = Math.max(count.mostBelow, times);
        }
      }
      opened = false;
    }
  }

  private surelyCloses(place: number, sure: readonly boolean[]): boolean {
    for (let at = place + 1; at <= this.tokens.length; at += 1) {
      if (at === this.tokens.length || sure[at] === true) return true;
      if (this.tokens[at]?.kind === "text") return false;
    }
    return true;
  }

  private countOf(grain: number, name: string): ClassCount {
    const counts = this.counts[grain] ?? new Map<string, ClassCount>();
    const known = counts.get(name);
    if (known !== undefined) return known;
    const made: ClassCount = {
      all: 0,
      starts: 0,
      inner: 0,
      ends: 0,
      innerEnds: 0,
      tightAbove: 0,
      tightBelow: 0,
      mostBelow: 0,
      below: new Map(),
    };
    counts.set(name, made);
    return made;
  }

  numbersAt(place: number): readonly number[] {
    const numbers: number[] = [];
    for (let grain = 0; grain < classGrains; grain += 1) {
      const nextClass = this.traits[place]?.classes[grain] ?? "";
      const above = this.countOf(grain, this.traits[place - 1]?.classes[grain] ?? "");
      const next = this.countOf(grain, nextClass);
      const pairs = above.below.get(nextClass) ?? 0;
      const lines = this.tokens.length;
      numbers.push(
        Math.log2(1 + above.all),
        Math.log2(1 + next.all),
        above.all / lines,
        next.all / lines,
        (next.starts + 0.3) / (next.starts + next.inner + 1),
        (above.ends + 0.3) / (above.ends + above.innerEnds + 1),
        next.starts / Math.max(1, this.sureStarts),
        above.ends / Math.max(1, this.sureStarts),
        next.tightAbove / next.all,
        above.tightBelow / above.all,
        (pairs - 1) / Math.max(1, above.tightBelow - 1),
        (pairs - 1) / Math.max(1, next.tightAbove - 1),
        Math.log2(1 + pairs),
        (above.mostBelow - 1) / Math.max(1, above.tightBelow - 1),
      );
    }
    return numbers;
  }

  /** Lines and characters to the places around a candidate where posts surely start. */
  distancesAt(place: number): readonly number[] {
    const from = this.before[place - 1] ?? 0;
    const to = this.behind[place] ?? this.tokens.length;
    return [
      Math.log2(1 + place - from),
      Math.log2(1 + to - place),
      Math.log2(1 + this.charactersBetween(from, place)),
      Math.log2(1 + this.charactersBetween(place, to)),
    ];
  }

  /** Whether a post surely starts at a token. */
  startsAt(place: number): boolean {
    return this.before[place] === place;
  }

  charactersBetween(from: number, to: number): number {
    return (this.characters[to] ?? 0) - (this.characters[from] ?? 0);
  }
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

/** Sums of chances over the candidates of one class. */
class Shares {
  private readonly sums = new Map<string, { sum: number; count: number }>();

  add(name: string, chance: number): void {
    const known = this.sums.get(name) ?? { sum: 0, count: 0 };
    this.sums.set(name, { sum: known.sum + chance, count: known.count + 1 });
  }

  /** The mean over the others of its class, drawn to the page's mean, and how many they are. */
  without(name: string, chance: number, mean: number): readonly number[] {
    const { sum, count } = this.sums.get(name) ?? { sum: chance, count: 1 };
    return [(sum - chance + mean) / count, Math.log2(count)];
  }
}

function secondRows(
  tokens: readonly Token[],
  traits: readonly (LineTraits | undefined)[],
  places: readonly number[],
  first: readonly Float64Array[],
  odds: readonly number[],
  page: PageCounts,
): readonly Float64Array[] {
  const chances = odds.map((value) => 1 / (1 + Math.exp(-value)));
  const mean = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length);
  const ranks = new Float64Array(odds.length);
  for (const [rank, at] of odds
    .map((_, at) => at)
    .sort((one, other) => (odds[one] ?? 0) - (odds[other] ?? 0))
    .entries())
    ranks[at] = rank / odds.length;
  const expected = page.sureStarts + mean * chances.length;
  const meanCharacters = page.charactersBetween(0, tokens.length) / Math.max(1, expected);
  const meanLines = tokens.length / Math.max(1, expected);
  const name = (place: number, grain: number): string => traits[place]?.classes[grain] ?? "";
  const grains = Array.from({ length: classGrains }, (_, grain) => {
    const shares = { next: new Shares(), above: new Shares(), pair: new Shares() };
    for (const [at, place] of places.entries()) {
      const chance = chances[at] ?? 0;
      shares.next.add(name(place, grain), chance);
      shares.above.add(name(place - 1, grain), chance);
      shares.pair.add(`${name(place - 1, grain)}\n${name(place, grain)}`, chance);
    }
    return shares;
  });
  const startBefore = edges(tokens.length, places, chances, page, 1);
  const startBehind = edges(tokens.length, places, chances, page, -1);
  return places.map((place, at) => {
    const chance = chances[at] ?? 0;
    const from = startBefore[place - 1] ?? 0;
    const to = startBehind[place + 1] ?? tokens.length;
    const byClass = grains.flatMap((shares, grain) => [
      ...shares.next.without(name(place, grain), chance, mean),
      ...shares.above.without(name(place - 1, grain), chance, mean),
      ...shares.pair.without(`${name(place - 1, grain)}\n${name(place, grain)}`, chance, mean),
    ]);
    const neighbour = (step: number): readonly number[] => {
      const other = places[at + step];
      return other === undefined ? [absent, 30] : [odds[at + step] ?? 0, Math.min(30, Math.abs(other - place))];
    };
    return Float64Array.from([
      ...(first[at] ?? []),
      odds[at] ?? 0,
      ranks[at] ?? 0,
      mean,
      ...neighbour(-1),
      ...neighbour(1),
      ...neighbour(-2),
      ...neighbour(2),
      Math.log2((1 + page.charactersBetween(from, place)) / (1 + meanCharacters)),
      Math.log2((1 + page.charactersBetween(place, to)) / (1 + meanCharacters)),
      (place - from) / meanLines,
      (to - place) / meanLines,
      Math.log2(1 + meanCharacters),
      meanLines,
      ...byClass,
    ]);
  });
}

/** For each token the nearest place at or before it (`step` 1) or at or behind it (-1) at which a post starts, surely or by its chance. */
function edges(
  length: number,
  places: readonly number[],
  chances: readonly number[],
  page: PageCounts,
  step: 1 | -1,
): Int32Array {
  const starts = new Uint8Array(length + 1);
  for (const [at, place] of places.entries()) if ((chances[at] ?? 0) > 0.5) starts[place] = 1;
  const found = new Int32Array(length + 2);
  if (step === 1) {
    for (let place = 0; place < length; place += 1)
      found[place] = starts[place] === 1 || page.startsAt(place) ? place : (found[place - 1] ?? 0);
    return found;
  }
  found[length] = length;
  found[length + 1] = length;
  for (let place = length - 1; place >= 0; place -= 1)
    found[place] = starts[place] === 1 || page.startsAt(place) ? place : (found[place + 1] ?? length);
  return found;
}
