import type { SourceText } from "../read/source-text.ts";
import { rangesOf } from "./boundaries.ts";
import type { Dialect, Hints, Parsed } from "./dialect.ts";
import { singleCopyDraft } from "./single-copy.ts";
import { type Unit, unitsOf } from "./units.ts";

/** Any other text: posts are parted by the strongest separator that the text itself shows. */
export const plain: Dialect = {
  name: "plain",
  recognise: () => ({ lines: 1, evidence: "no page that Scrollback knows prints such lines" }),
  parse,
};

/** A way in which a text can part its posts. */
interface Separator {
  readonly name: string;
  /** Whether a post starts at a unit. */
  starts(unit: Unit, previous: Unit | undefined): boolean;
}

/** `-----`, `* * *`, `=====`, `———`: a line of one sign and nothing else. */
const ruler = /^(?<sign>[-–—=*_#~•·])(?:\s*\k<sign>){2,}$/u;

/** From the strongest to the weakest. */
const separators: readonly Separator[] = [
  { name: "lines of dashes or stars", starts: (unit, previous) => isRuler(previous) && !isRuler(unit) },
  { name: "two or more blank lines", starts: (unit) => unit.gap >= 2 },
  { name: "blank lines", starts: (unit) => unit.gap >= 1 },
  { name: "line ends", starts: () => true },
];

/** How surely a post of an unknown page starts where its separator says: a coin's toss and a little. */
const separatorTrust = 0.6;

/** A separator counts where it parts the text into this many posts at the least. */
const fewestPosts = 3;

function parse(source: SourceText, hints: Hints): Parsed {
  const units = unitsOf(source);
  const separator = separators.find(({ starts }) => partsOf(units, starts) >= fewestPosts) ?? separators[2];
  const isStart = (index: number): boolean => {
    const unit = units[index];
    if (unit === undefined || hints.join.has(unit.first)) return false;
    return hints.start.has(unit.first) || (separator?.starts(unit, units[index - 1]) ?? false);
  };
  const starts = units.flatMap((_, index) => (index === 0 || isStart(index) ? [index] : []));
  const ranges = rangesOf(units, starts).filter(({ start, end }) =>
    units.slice(start, end).some((unit) => !isRuler(unit)),
  );
  const drafts = ranges.map((range) => withoutRulers(source, units, range.start, range.end));
  const reason = `not a page of a known kind: its posts were parted at ${separator?.name ?? "blank lines"}; a sidecar's "boundaries" can correct that`;
  return { drafts, findings: [{ rule: "plain/separator", reason }] };
}

/** Rulers at the end of a post part it from the next; they are the page's, not the post's. */
function withoutRulers(source: SourceText, units: readonly Unit[], start: number, end: number) {
  let last = end;
  while (last > start && isRuler(units[last - 1])) last -= 1;
  let first = start;
  while (first < last && isRuler(units[first])) first += 1;
  // Nothing but the separator speaks for the limits of these posts.
  return singleCopyDraft(source, units, { start: first, end: last }, { kind: "inferred", probability: separatorTrust });
}

function partsOf(units: readonly Unit[], starts: Separator["starts"]): number {
  return units.filter((unit, index) => index === 0 || starts(unit, units[index - 1])).length;
}

function isRuler(unit: Unit | undefined): boolean {
  return unit !== undefined && ruler.test(unit.text.trim());
}
