import { isBlank } from "../../read/source-text.ts";
import { postAddress } from "./post-addresses.ts";
import { isRulerLine } from "./rulers.ts";

/** Lines of a text from its first to its last, 1-based. */
export interface TextRange {
  readonly first: number;
  readonly last: number;
}

/** What stands over moments that close texts. */
export interface ClosedTexts {
  /** By moment, the text over it; absent where there is none. */
  readonly texts: readonly (TextRange | undefined)[];
  /** By moment, the line right beside it with the address of its post, where most have one. */
  readonly addresses: readonly (number | undefined)[];
  /** Texts that no moment closes, in their order: parted by rulers from what is closed, or below the last moment. */
  readonly unclosed: readonly TextRange[];
  /** Whether blank lines and rulers beside the moments show it, or nothing but the first text and the last. */
  readonly shownBy: "sides" | "ends";
  /** Whether rulers part each post from the next, below the moments. */
  readonly isRuled: boolean;
  /** The last line of what stands over the first text: the name of the channel, underlined; 0 where nothing does. */
  readonly head: number;
}

/** No head has more lines that say something. */
const longestHead = 12;

/** Where no ruler parts posts, a ruler near the top underlines a title; no longer one is. */
const longestTitle = 2;

/** The least share of moments that show on which side their text stands, and the largest that may show the other one. */
const least = { share: 0.8, other: 0.2 } as const;

/** The least share of moments that have a text, or an address beside them. */
const leastShare = 0.9;

/**
 * The texts that moments close, where the page shows that they stand under their texts and not over them: the first text has no moment over it, and
 * none of the texts would be left with the last moment, or blank lines and rulers stand below moments rather than above. Nothing where it does not.
 *
 *     The pier opens at seven.
 *
 *     09.03.2026 06:30
 *     ----------------
 *
 *     The ferry is late.
 *
 *     10.03.2026 12:10
 */
export function closedTexts(lines: readonly string[], moments: readonly number[]): ClosedTexts | undefined {
  const addresses = addressesBeside(lines, moments);
  const edges = new Set([...moments, ...addresses.flatMap((line) => line ?? [])]);
  const says = lines.map((text, at) => !isBlank(text) && !isRulerLine(text) && !edges.has(at + 1));
  const rangeIn = (first: number, last: number): TextRange | undefined => {
    let [from, to] = [first, last];
    while (from <= to && says[from - 1] !== true) from += 1;
    while (to >= from && says[to - 1] !== true) to -= 1;
    return from > to ? undefined : { first: from, last: to };
  };
  const end = moments.at(-1) ?? 0;
  const whole = moments.map((line, at) => rangeIn((moments[at - 1] ?? 0) + 1, line));
  const tail = rangeIn(end + 1, lines.length);
  const [first] = whole;
  if (first === undefined) return undefined;
  const gaps = moments.map((line, at) => {
    const below = at === moments.length - 1 ? tail : whole[at + 1];
    const above = whole[at];
    return {
      above: above === undefined ? undefined : gapIn(lines, above.last + 1, line - 1),
      below: below === undefined ? undefined : gapIn(lines, line + 1, below.first - 1),
    };
  });
  const parting = partingRulers(gaps);
  const head = headEnd(lines, moments[0] ?? 0, parting);
  const opened = rangeIn(Math.max(head, 0) + 1, moments[0] ?? 0);
  const shownBy = standUnder(gaps, tail !== undefined);
  if (opened === undefined || shownBy === undefined) return undefined;
  const parts = [opened, ...whole.slice(1)].map((range) =>
    range === undefined ? [] : partsOf(lines, range, parting, rangeIn),
  );
  const below = tail === undefined ? [] : partsOf(lines, tail, parting, rangeIn);
  return {
    texts: parts.map((own) => own.at(-1)),
    addresses,
    unclosed: [...parts.flatMap((own) => own.slice(0, -1)), ...below],
    shownBy,
    isRuled: parting.size > 0,
    head,
  };
}

/** What stands between a moment and a text: how wide it is, and the rulers in it. */
interface Gap {
  readonly width: number;
  readonly rulers: readonly string[];
}

interface Gaps {
  readonly above: Gap | undefined;
  readonly below: Gap | undefined;
}

/** A ruler parts more than any number of blank lines. */
const rulerWidth = 1000;

function gapIn(lines: readonly string[], first: number, last: number): Gap {
  const own = lines.slice(first - 1, Math.max(first - 1, last));
  const rulers = own.filter(isRulerLine).map((line) => line.trim());
  return { width: own.filter(isBlank).length + rulers.length * rulerWidth, rulers };
}

/** What shows that moments stand under their texts; nothing where that stays open. */
function standUnder(gaps: readonly Gaps[], hasTail: boolean): ClosedTexts["shownBy"] | undefined {
  const sides = gaps.flatMap(({ above, below }) =>
    above === undefined || below === undefined ? [] : [Math.sign(below.width - above.width)],
  );
  const [under, over] = [1, -1].map((side) => sides.filter((own) => own === side).length) as [number, number];
  const texts = gaps.filter(({ above }) => above !== undefined).length;
  if (texts < gaps.length * leastShare) return undefined;
  if (sides.length > (hasTail ? 1 : 0) && under >= sides.length * least.share) return "sides";
  // With as much above as below, the ends of the page tell it alone, and each moment has to have its text.
  return !hasTail && texts === gaps.length && over <= sides.length * least.other ? "ends" : undefined;
}

/** The rulers right below moments, where most have one there and few have one above. */
function partingRulers(gaps: readonly Gaps[]): ReadonlySet<string> {
  const known = gaps.filter(({ below }) => below !== undefined);
  const below = known.filter((own) => (own.below?.rulers.length ?? 0) > 0);
  const above = gaps.filter((own) => (own.above?.rulers.length ?? 0) > 0);
  const isHabit =
    below.length > 0 && below.length >= known.length * least.share && above.length <= gaps.length * least.other;
  return new Set(isHabit ? below.flatMap((own) => own.below?.rulers ?? []) : []);
}

/** The last ruler over the first text that parts no posts, with not much above it. */
function headEnd(lines: readonly string[], end: number, parting: ReadonlySet<string>): number {
  let found = 0;
  let said = 0;
  for (const [at, line] of lines.slice(0, end - 1).entries()) {
    if (isBlank(line)) continue;
    if (!isRulerLine(line)) said += 1;
    else if (!parting.has(line.trim()) && said <= (parting.size > 0 ? longestHead : longestTitle)) found = at + 1;
  }
  return found;
}

/** The parts of a text between rulers that part posts elsewhere. */
function partsOf(
  lines: readonly string[],
  { first, last }: TextRange,
  parting: ReadonlySet<string>,
  rangeIn: (first: number, last: number) => TextRange | undefined,
): readonly TextRange[] {
  const parts: TextRange[] = [];
  let from = first;
  for (let line = first; line <= last + 1; line += 1) {
    if (line <= last && !parting.has((lines[line - 1] ?? "").trim())) continue;
    const part = rangeIn(from, line - 1);
    if (part !== undefined) parts.push(part);
    from = line + 1;
  }
  return parts;
}

/** The lines right below the moments, or right above them, that are addresses of posts of one channel. */
function addressesBeside(lines: readonly string[], moments: readonly number[]): readonly (number | undefined)[] {
  for (const step of [1, -1]) {
    const found = moments.map((line) => postAddress(lines[line - 1 + step] ?? ""));
    const told = found.flatMap((address) => address ?? []);
    const isOwn = new Set(told.map(({ channel }) => channel)).size === 1 && told.length >= moments.length * leastShare;
    if (isOwn) return moments.map((line, at) => (found[at] === undefined ? undefined : line + step));
  }
  return moments.map(() => undefined);
}
