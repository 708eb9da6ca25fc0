import type { Token } from "../lines/tokens.ts";

/** What is known of a page before its lines that recur are compared. */
export interface KnownStarts {
  /** By place, the log-odds that a post starts there, of the places that are asked. */
  readonly odds: ReadonlyMap<number, number>;
  /** Whether the page's marks leave no doubt that a post starts at a place. */
  readonly sure: (place: number) => boolean;
}

/**
 * Log-odds that are added to those of the model, by place, where a line recurs on the page: such a line opens posts each time or never, and so does what
 * stands below one (of 524 lines that stand three times and more on pages whose posts are known, three open a post here and none there). Three
 * readings are weighed by what the model finds of all places of a line; only where it opens posts each time anything is added, since the model itself
 * knows lines that recur inside posts. 0 anywhere else.
 *
 *     Dear parents!                  the first line of the page, and six others as it is
 *     The autumn break begins on …
 */
export function lineAgreement(tokens: readonly Token[], known: KnownStarts): (place: number) => number {
  const keys = tokens.map(({ kind, text }) => (kind === "text" ? keyOf(text) : ""));
  const odds = new Map(known.odds);
  const opens = openersOf(tokens, known.sure);
  for (const { distance, least } of sides) {
    for (const places of recurring(keys, distance)) {
      const share = shareOf(places, odds, opens);
      if (share.all < least) continue;
      for (const place of places) {
        const own = odds.get(place);
        if (own !== undefined) odds.set(place, Math.max(own, agreed(share, own)));
      }
    }
  }
  return (place) => (odds.get(place) ?? 0) - (known.odds.get(place) ?? 0);
}

/** The line that would open a post, and the one above it, which would close one: how likely it must be that it does so each time. Set by held-out channels. */
const sides = [
  { distance: 0, least: 0.5 },
  { distance: 1, least: 0.8 },
] as const;

/** Lines that stand on a page less often are chance. */
const fewest = 3;

/** A line as it recurs: whatever its figures are. */
function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/\p{Nd}+/gu, "0")
    .replace(/\s+/gu, " ")
    .trim();
}

/** The places at which the same line stands, or, at a distance, below which it stands; of lines that stand there often enough. */
function recurring(keys: readonly string[], distance: number): readonly (readonly number[])[] {
  const places = new Map<string, number[]>();
  for (let place = distance; place < keys.length; place += 1) {
    const key = keys[place - distance] ?? "";
    if (key === "") continue;
    const own = places.get(key);
    if (own === undefined) places.set(key, [place]);
    else own.push(place);
  }
  return [...places.values()].filter((own) => own.length >= fewest);
}

/** How likely a line opens posts each time, never, or at some places and not at others; sums to 1. */
interface Readings {
  readonly all: number;
  readonly none: number;
  readonly some: number;
}

/** How likely it is, before a page is looked at, that a line that recurs does so at different places of its posts. */
const someShare = 0.03;

/** The most that one place says, in log-odds: one that is asked, one that marks settle, and the first line of a page, which may be cut out of a post. */
const mostSaid = { asked: 4, sure: 6, first: 5 } as const;

function shareOf(
  places: readonly number[],
  odds: ReadonlyMap<number, number>,
  opens: (place: number) => boolean,
): Readings {
  const says = places.map((place) => {
    const own = odds.get(place);
    if (own !== undefined) return Math.min(mostSaid.asked, own);
    if (place === 0) return mostSaid.first;
    return opens(place) ? mostSaid.sure : -mostSaid.sure;
  });
  // A line that surely opens no post at one place does not open one each time.
  if (says.some((said) => said <= -mostSaid.asked)) return { all: 0, none: 0, some: 1 };
  // Lines that are the same are no independent witnesses.
  const weight = 1 / Math.sqrt(places.length);
  const sum = (of: (said: number) => number): number => weight * says.reduce((total, each) => total + of(each), 0);
  const logs = [
    Math.log((1 - someShare) / 2) + sum((said) => said),
    Math.log((1 - someShare) / 2),
    Math.log(someShare) + sum((said) => Math.log((1 + Math.exp(said)) / 2)),
  ];
  const top = Math.max(...logs);
  const parts = logs.map((log) => Math.exp(log - top));
  const whole = parts.reduce((total, part) => total + part, 0);
  const [all = 0, none = 0, some = 0] = parts.map((part) => part / whole);
  return { all, none, some };
}

/** The log-odds of a start at a place whose line has these readings, if the model alone tells `own`. */
function agreed({ all, none, some }: Readings, own: number): number {
  const chance = 1 / (1 + Math.exp(-own));
  return Math.min(surest, Math.log((all + some * chance) / (none + some * (1 - chance))));
}

/** No more is ever told of a place by its line. */
const surest = 8;

/** Whether a post surely starts at a line, or at marks right above it. */
function openersOf(tokens: readonly Token[], sure: (place: number) => boolean): (place: number) => boolean {
  const found = new Uint8Array(tokens.length);
  for (const place of tokens.keys()) {
    const isBelowMark = place > 0 && tokens[place - 1]?.kind !== "text" && found[place - 1] === 1;
    found[place] = Number(place === 0 || sure(place) || isBelowMark);
  }
  return (place) => found[place] === 1;
}
