import type { Hints } from "../kinds/dialect.ts";
import { isRulerLine } from "../lines/rulers.ts";
import type { Token } from "../lines/tokens.ts";
import { certain, marksScores } from "./judge.ts";
import { oddsInUse } from "./judge-preview.ts";
import { PageMemory } from "./page-memory.ts";
import modelTable from "./separator-model.json" with { type: "json" };

/** What stands between two posts of a page. Blank lines part posts either each time, or at some places and paragraphs at others. */
export const separators = ["line ends", "some blank lines", "blank lines", "wide gaps", "rulers"] as const;
/** The name of what stands between two posts. */
export type Separator = (typeof separators)[number];

/** How likely each separator is; they sum to 1. */
export type SeparatorChances = Readonly<Record<Separator, number>>;

/** For each separator a bias and a weight for each number of `separatorFeatures`; `scripts/lab/fit-separators.ts` writes it. */
export type SeparatorModel = Readonly<Record<Separator, readonly number[]>>;

/** The model that is used. On channels held out whole it finds the separator of 97, 86, 77, 99 and 100 of 100 pages, by the order of `separators`; the two readings of blank lines, which are one to the page, it takes for each other. */
export const separatorModel: SeparatorModel = modelTable;

/** Whether a page's text is known to come from t.me's preview, which puts nothing but a line end between two posts, or from anywhere. */
export type PageOrigin = "preview" | "unknown";

/**
 * What is expected before a page is looked at. These are no counts: nobody knows what people keep. A preview's own posts stand right under each
 * other, but who copies one from a browser may get blank lines between them; a text of unknown origin is more often parted by hand than cut out
 * of a page. The page's own lines are to decide.
 */
const expected: Readonly<Record<PageOrigin, SeparatorChances>> = {
  preview: { "line ends": 0.65, "some blank lines": 0.11, "blank lines": 0.13, "wide gaps": 0.07, rulers: 0.04 },
  unknown: { "line ends": 0.2, "some blank lines": 0.28, "blank lines": 0.31, "wide gaps": 0.14, rulers: 0.07 },
};

/**
 * How much a sign speaks for gaps, or for line ends: a page is put together in one way, so that a blank line between its head and its first post
 * speaks for gaps, and none there for line ends; and a page all of whose gaps are wide was parted by a program, since writers leave single blank lines.
 * Set by hand; of 28 real previews, all with line ends, none has a blank line under its head.
 */
const signSpeaks = 6;

/** What is expected of a page, by its origin and these signs. */
function expectedOf(tokens: readonly Token[], origin: PageOrigin, underHead: number | undefined): SeparatorChances {
  const gaps = tokens.slice(1, mostTokens).flatMap(({ gap }) => (gap > 0 ? [gap] : []));
  let forGaps = 1;
  if (underHead !== undefined) forGaps *= underHead > 0 ? signSpeaks : 1 / signSpeaks;
  if (gaps.length > 1 && gaps.every((gap) => gap > 1)) forGaps *= signSpeaks;
  const before = expected[origin];
  const odds = separators.map((name) => before[name] * (name === "line ends" ? 1 : forGaps));
  const sum = odds.reduce((one, other) => one + other, 0);
  return Object.fromEntries(separators.map((name, at) => [name, (odds[at] ?? 0) / sum])) as SeparatorChances;
}

/** Lines of a page that are looked at, at most: what parts its posts shows early, and a long page must not cost more than it does already. */
const mostTokens = 600;

/** Whether a token is a line of one sign and nothing else. */
export function isRuler(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "text" && isRulerLine(token.text);
}

/** Whether a post can start at a token where a separator parts posts: `previous` is the token before it. */
export function partsAt(separator: Separator, token: Token, previous: Token | undefined): boolean {
  switch (separator) {
    case "line ends":
      return token.gap === 0;
    case "rulers":
      return isRuler(previous) && !isRuler(token);
    case "wide gaps":
      return token.gap >= 2;
    default:
      return token.gap >= 1;
  }
}

/**
 * How likely each separator is on a page, by Bayes' rule: what is expected of pages of its origin, and what its blank lines, its rulers and the
 * boundary model say. A separator that the page does not have is impossible, and so is one that is missing where a mark or a person says that a post
 * starts. `underHead`: how many blank lines stand between the page's head and its first post; absent where it has no head.
 */
export function separatorChances(
  tokens: readonly Token[],
  hints: Hints,
  origin: PageOrigin,
  underHead?: number,
): SeparatorChances {
  const starts = marksScores(tokens, hints).flatMap((score = 0, place) =>
    place > 0 && score >= certain ? [place] : [],
  );
  const parts = (separator: Separator, place: number): boolean => {
    const token = tokens[place];
    return token === undefined || partsAt(separator, token, tokens[place - 1]);
  };
  const partsAll = (separator: Separator): boolean => starts.every((place) => parts(separator, place));
  const possible = new Set([...separatorsIn(tokens)].filter((name) => name === "line ends" || partsAll(name)));
  // Most pages of programs show at once what parts them; the model need not be asked.
  const { numbers, weight } =
    possible.size === 1 ? { numbers: [], weight: 0 } : (hints.memory ?? new PageMemory()).of(separatorFeatures, tokens);
  const before = expectedOf(tokens, origin, underHead);
  const isOpened = (place: number): boolean => !closing.has(tokens[place - 1]?.kind ?? "text");
  const gapped = Math.min(mostGapped, starts.filter((place) => isOpened(place) && !parts("line ends", place)).length);
  const withStarts = { ...before, "line ends": before["line ends"] * gappedStart ** gapped };
  return chancesOf({ numbers, possible, weight }, separatorModel, withStarts);
}

/**
 * How likely a start that a mark or a person tells has a gap over it where line ends part posts, as against where gaps do: of 350 such starts in 27 real
 * previews, whose posts stand right under each other, none has one.
 */
const gappedStart = 1 / 30;

/** No more such starts count: they are no independent witnesses, and all other lines speak as well. */
const mostGapped = 3;

/** What closes the post above says nothing of what parts posts: a start below it is told by that. */
const closing: ReadonlySet<Token["kind"]> = new Set(["footer", "reactions"]);

/** The separators that a page has at all. */
function separatorsIn(page: readonly Token[]): ReadonlySet<Separator> {
  const tokens = page.slice(0, mostTokens);
  const count = (separator: Separator): number =>
    tokens.filter((token, at) => at > 0 && partsAt(separator, token, tokens[at - 1])).length;
  const [blank, wide] = [count("blank lines"), count("wide gaps")];
  const found = new Set<Separator>(["line ends"]);
  if (blank >= 2) found.add("blank lines").add("some blank lines");
  // Where all gaps are wide, they are the page's blank lines.
  if (wide >= 1 && wide < blank) found.add("wide gaps");
  if (count("rulers") >= 1) found.add("rulers");
  return found;
}

/** The chances of all separators, by a model and what was expected. */
export function chancesOf(
  { numbers, possible, weight }: SeparatorFeatures,
  model: SeparatorModel,
  before: SeparatorChances,
): SeparatorChances {
  const scores = separators.map((name) =>
    possible.has(name) ? Math.log(before[name]) + weight * scoreOf(numbers, model[name]) : Number.NEGATIVE_INFINITY,
  );
  const top = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - top));
  const sum = shares.reduce((one, other) => one + other, 0);
  return Object.fromEntries(separators.map((name, at) => [name, (shares[at] ?? 0) / sum])) as SeparatorChances;
}

function scoreOf(numbers: readonly number[], weights: readonly number[]): number {
  return numbers.reduce((sum, number, at) => sum + number * (weights[at + 1] ?? 0), weights[0] ?? 0);
}

/** A page with its blank lines as line ends and its line ends as blank lines. */
export function turnedOver(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token) => ({ ...token, gap: token.gap === 0 ? 1 : 0, tight: token.gap > 0 }));
}

/** What a page shows of its separators. */
export interface SeparatorFeatures {
  readonly numbers: readonly number[];
  /** Separators that the page has at all. */
  readonly possible: ReadonlySet<Separator>;
  /** From 0 to 1, how much the numbers count: a page of few lines shows little. */
  readonly weight: number;
}

/** Places at which a page's own numbers count half as much as those of a long one. Set by hand: on a page of five lines, little can be told for sure. */
const fewPlaces = 4;

/**
 * What a page shows of its separators, without a word of any language: how many places of each kind it has, how long the pieces between them are,
 * and what the boundary model says of the places of each kind when it cannot see the blank lines.
 */
export function separatorFeatures(page: readonly Token[], memory = new PageMemory()): SeparatorFeatures {
  const tokens = page.slice(0, mostTokens);
  const lines = tokens.filter((token) => !isRuler(token));
  const flat = lines.map((token) => ({ ...token, gap: 0, tight: true }));
  const odds = memory.of(oddsInUse, flat);
  const afterRuler = new Set(tokens.filter((token, at) => partsAt("rulers", token, tokens[at - 1])));
  const kindOf = (token: Token): "ruler" | "wide" | "single" | "tight" =>
    afterRuler.has(token) ? "ruler" : token.gap >= 2 ? "wide" : token.gap === 1 ? "single" : "tight";
  const places = lines.slice(1).map((token, at) => ({ kind: kindOf(token), odds: odds.get(at + 1) }));
  const kinds = (["tight", "single", "wide", "ruler"] as const).map((kind) => {
    const own = places.filter((place) => place.kind === kind);
    return {
      kind,
      count: own.length,
      odds: own.flatMap(({ odds: each }) => (each === undefined ? [] : [bounded(each)])),
    };
  });
  const all = Math.max(1, places.length);
  const numbers = kinds.flatMap(({ count, odds: own }) => [
    count / all,
    Math.log1p(count),
    count === 0 ? 0 : 1,
    ...spreadOf(own),
  ]);
  const asLineEnds = memory.of(oddsInUse, lines.length === page.length ? page : lines);
  const asBlankLines = memory.of(oddsInUse, turnedOver(lines));
  for (const read of [asLineEnds, asBlankLines]) {
    const own = [...read.values()].map(bounded);
    numbers.push(...spreadOf(own), mean(own.map(Math.abs)), Math.log1p(own.filter((each) => each > 0).length));
  }
  const count = (kind: string): number => kinds.find((own) => own.kind === kind)?.count ?? 0;
  const wide = count("wide");
  const blank = count("single") + wide;
  const sizes = [wide, blank, count("ruler")].map((pieces) => Math.log(lines.length / (pieces + 1)));
  return {
    numbers: [...numbers, ...sizes, ...readingLikelihoods(places)],
    possible: separatorsIn(page),
    weight: places.length / (places.length + fewPlaces),
  };
}

/** A place between two lines: whether it has a blank line, and the log-odds of a start that the boundary model tells without seeing it. */
interface Place {
  readonly kind: string;
  readonly odds: number | undefined;
}

/** Shares of paragraphs that a blank line parts: a page's own is not known, so that all are tried. */
const paragraphShares = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98];

/** A page says no more than this for or against a reading, however long it is: its lines are no independent witnesses. */
const mostSaid = 12;

/**
 * How likely the blank lines of a page are where they are, if line ends part its posts, if all blank lines do, and if some do: log-likelihoods below
 * that of the likeliest. A start has a blank line before it or has none, as the reading says; other lines have one as often as the page's paragraphs.
 */
function readingLikelihoods(places: readonly Place[]): readonly number[] {
  const known = places.flatMap(({ kind, odds }) =>
    kind === "ruler" ? [] : [{ blank: kind !== "tight", start: 1 / (1 + Math.exp(-bounded(odds ?? -5))) }],
  );
  const sumOf = (chance: (start: number, blank: boolean) => number): number =>
    known.reduce((sum, { start, blank }) => sum + Math.log(chance(start, blank)), 0);
  const lineEnds = paragraphShares.map((share) =>
    sumOf((start, blank) => (blank ? (1 - start) * share : start + (1 - start) * (1 - share))),
  );
  const someBlank = paragraphShares.map((share) =>
    sumOf((start, blank) => (blank ? start + (1 - start) * share : (1 - start) * (1 - share))),
  );
  const eachBlank = sumOf((start, blank) => (blank ? start : 1 - start));
  const found = [logMean(lineEnds), eachBlank, logMean(someBlank)];
  const best = Math.max(...found);
  return found.map((each) => Math.max(-mostSaid, each - best));
}

/** The logarithm of the mean of numbers that are given as logarithms. */
function logMean(logs: readonly number[]): number {
  const best = Math.max(...logs);
  return best + Math.log(mean(logs.map((each) => Math.exp(each - best))));
}

function bounded(odds: number): number {
  return Math.max(-5, Math.min(5, odds));
}

/** Mean, and the numbers that a fifth lie below and above. */
function spreadOf(odds: readonly number[]): readonly number[] {
  const sorted = odds.toSorted((one, other) => one - other);
  return [mean(sorted), sorted[Math.floor(sorted.length / 5)] ?? 0, sorted[Math.floor((sorted.length * 4) / 5)] ?? 0];
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
