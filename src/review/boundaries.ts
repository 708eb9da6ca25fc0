import { PageMemory } from "../dialects/boundaries/page-memory.ts";
import { assumedVariance, correlation, type PlaceSigns, signsOf } from "../dialects/boundaries/teaching.ts";
import type { Hints, Parsed } from "../dialects/kinds/dialect.ts";
import type { Token } from "../dialects/lines/tokens.ts";

/** A place of a page that a person can settle: does a post start at this line? */
export interface BoundaryQuestion {
  /** 1-based; the line that a post may start at. */
  readonly line: number;
  /** The last line of text before it. */
  readonly above: number;
  /** How likely a post starts there, from 0 to 1, and what the page was taken for. */
  readonly chance: number;
  readonly isStart: boolean;
  /** How many wrong boundaries fewer an answer is expected to leave on the whole page. */
  readonly worth: number;
  /** Lines of open places that look the same and are read the same way: where the reading is right, it is likely right there too. */
  readonly alike: readonly number[];
}

/** A page's open questions, the most worth first, and how many of its boundaries are expected to be wrong. */
export interface BoundaryDoubts {
  readonly questions: readonly BoundaryQuestion[];
  readonly expectedWrong: number;
}

/** What is as good as certain is not asked. */
const leastDoubt = 0.004;

/** Places that are looked at for what their answer would teach, and places that it would be taught to: the most doubtful ones. */
const mostAsked = 80;
const mostTaught = 600;

/** Two places that share this much of what they could share are alike. */
const alikeFrom = 0.62;

/** What an answer teaches counts by this share beside what it settles, since other answers would teach the same places. */
const taughtShare = 0.6;

/**
 * The questions of a page, in the order of what their answers are worth: how many wrong boundaries fewer there are expected to be on the whole page
 * once the answer is known. That is the doubt of the place itself, and what a yes or a no would teach about every other place, each weighed by its
 * chance (Roy and McCallum 2001, one step ahead).
 */
export function boundaryDoubts(
  parsed: { readonly drafts: Parsed["drafts"]; readonly judged?: Parsed["judged"] | undefined },
  { start, join, memory = new PageMemory() }: Pick<Hints, "start" | "join" | "memory">,
): BoundaryDoubts {
  if (parsed.judged === undefined) return { questions: [], expectedWrong: 0 };
  const { tokens, chances } = parsed.judged;
  const starts = new Set(parsed.drafts.map((draft) => draft.lines[0]?.line ?? 0));
  const open = tokens
    .flatMap((token, place): OpenPlace[] => {
      if (place === 0 || start.has(token.first) || join.has(token.first)) return [];
      const chance = chances[place] ?? 0;
      const isStart = starts.has(token.first);
      const wrong = isStart ? 1 - chance : chance;
      return wrong < leastDoubt ? [] : [{ place, token, chance, isStart, wrong }];
    })
    .sort((one, other) => other.wrong - one.wrong);
  const near = open.slice(0, mostTaught);
  const signs = memory.of(signsOf, tokens);
  const questions = open.slice(0, mostAsked).map((own) => questionOf(own, near, signs, tokens));
  return {
    questions: questions.sort((one, other) => other.worth - one.worth),
    expectedWrong: open.reduce((sum, { wrong }) => sum + wrong, 0),
  };
}

/** Places that are looked at together, as many as a screen shows with their lines around. */
const mostTogether = 4;

/**
 * What is asked next, of questions with the most worth first: the first one, and the most doubtful ones beside it as long as the page is more likely
 * right at all of them than not, in the order of the page. A person who finds it right says so in one answer; what she finds wrong there she settles,
 * an answer each.
 */
export function askedNext(questions: readonly BoundaryQuestion[]): readonly BoundaryQuestion[] {
  const [first, ...others] = questions;
  if (first === undefined) return [];
  const doubtful = others.toSorted((one, other) => doubtOf(other) - doubtOf(one)).slice(0, mostTogether - 1);
  const allRight = (asked: readonly BoundaryQuestion[]): number =>
    asked.reduce((chance, own) => chance * (1 - doubtOf(own)), 1);
  while (doubtful.length > 0 && allRight([first, ...doubtful]) < 0.5) doubtful.shift();
  return [first, ...doubtful].sort((one, other) => one.line - other.line);
}

/** The chance that a place was read wrongly. */
export function doubtOf({ chance, isStart }: Pick<BoundaryQuestion, "chance" | "isStart">): number {
  return isStart ? 1 - chance : chance;
}

interface OpenPlace {
  readonly place: number;
  readonly token: Token;
  readonly chance: number;
  readonly isStart: boolean;
  /** The chance that the page was read wrongly here. */
  readonly wrong: number;
}

function questionOf(
  own: OpenPlace,
  near: readonly OpenPlace[],
  signs: ReadonlyMap<number, PlaceSigns>,
  tokens: readonly Token[],
): BoundaryQuestion {
  const mine = signs.get(own.place) ?? none;
  const odds = Math.log((own.chance + tiny) / (1 - own.chance + tiny));
  const [yes, no] = [shiftOf(odds, 1), shiftOf(odds, 0)];
  const alike: number[] = [];
  let worth = own.wrong;
  for (const other of near) {
    if (other === own) continue;
    const share = correlation(mine, signs.get(other.place) ?? none);
    if (share >= alikeFrom && other.isStart === own.isStart) alike.push(other.token.first);
    const after = own.chance * wrongAfter(other, share * yes) + (1 - own.chance) * wrongAfter(other, share * no);
    worth += taughtShare * (other.wrong - after);
  }
  return {
    line: own.token.first,
    above: tokens[own.place - 1]?.last ?? own.token.first,
    chance: own.chance,
    isStart: own.isStart,
    worth,
    alike: alike.sort((one, other) => one - other),
  };
}

const none: PlaceSigns = new Int32Array(0);
const tiny = 1e-6;

/** How far an answer moves the log-odds of its own place: the mode of one observation under a normal prior of this variance. */
function shiftOf(odds: number, answer: 0 | 1): number {
  let [low, high] = answer === 1 ? [0, assumedVariance] : [-assumedVariance, 0];
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    const slope = answer - 1 / (1 + Math.exp(-odds - middle)) - middle / assumedVariance;
    if (slope > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chance that a place is wrong once its log-odds have moved, the page being parted anew. */
function wrongAfter({ chance, wrong, isStart }: OpenPlace, shift: number): number {
  if (Math.abs(shift) < 0.05) return wrong;
  const odds = Math.log((chance + tiny) / (1 - chance + tiny)) + shift;
  const moved = 1 / (1 + Math.exp(-odds));
  // A place that stays on its side is judged as now; one that crosses over is judged by the likelier reading.
  const stays = isStart ? 1 - moved : moved;
  return Math.min(stays, moved, 1 - moved);
}
