import { footerOf, isViews, type PostFooter } from "./marks.ts";
import type { Unit } from "./units.ts";

/**
 * Joins the lines that a page prints at the foot of each post (views, signature, `edited`, clock time) into units of kind `footer`. Most
 * extractors drop them, and a text may hold a line such as `10:30` of its own: they are believed only where the page bears them out as a habit.
 *
 *     Fog until noon.
 *     👍12❤3
 *     12.3K views
 *     Ada, edited 10:23
 *     ^^^^^^^^^^^^^^^^^ behind reactions, and behind views
 */
export function withFooters(units: readonly Unit[]): readonly Unit[] {
  const feet = feetIn(units);
  const habit = habitOf(units, feet);
  if (habit === undefined) return units;
  const byStart = new Map(
    feet.filter((foot) => isBelieved(foot, feet, habit, units)).map((foot) => [foot.start, foot]),
  );
  const joined: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at];
    if (unit === undefined) break;
    const foot = byStart.get(at);
    joined.push(
      foot === undefined
        ? unit
        : { ...unit, kind: "footer", last: units[foot.end]?.last ?? unit.last, footer: foot.footer },
    );
    at = foot?.end ?? at;
  }
  return joined;
}

/** Lines that could be a footer, as indices of the first unit and of the last, which holds the clock time. */
interface Foot {
  readonly start: number;
  readonly end: number;
  readonly footer: PostFooter;
}

function feetIn(units: readonly Unit[]): readonly Foot[] {
  return units.flatMap((unit, end): Foot[] => {
    const footer = isText(unit) ? footerOf(unit.text) : undefined;
    if (footer === undefined) return [];
    const above = units[end - 1];
    const behindViews = !footer.viewed && unit.tight && isText(above) && isViews(above.text);
    return [behindViews ? { start: end - 1, end, footer: { ...footer, viewed: true } } : { start: end, end, footer }];
  });
}

function isText(unit: Unit | undefined): unit is Unit {
  return unit?.kind === "text" && unit.mark === undefined;
}

/**
 * What a page shows of its footers: where posts surely end, whether views stand in all footers and round times in many, and whether a gap
 * follows them.
 */
interface Habit {
  readonly ends: ReadonlySet<number>;
  readonly viewed: boolean;
  readonly round: boolean;
  readonly parted: boolean;
  /** Times that may be those of a programme that an author wrote. */
  readonly programmes: ReadonlySet<Foot>;
}

/** Footers that make a habit, and the share of the sure ends of posts that have one. */
const fewest = 3;
const nearlyAll = 0.9;

function habitOf(units: readonly Unit[], feet: readonly Foot[]): Habit | undefined {
  if (feet.length < fewest) return undefined;
  const ends = endsOf(units, feet);
  const held = feet.filter(({ end }) => ends.has(end));
  const viewed = feet.filter(({ footer }) => footer.viewed);
  if (held.length < nearlyAll * ends.size || Math.max(held.length, viewed.length) < fewest) return undefined;
  const judged = held.length < fewest ? viewed : held;
  return {
    ends: new Set([...ends, units.length - 1]),
    viewed: judged.filter(({ footer }) => footer.viewed).length >= nearlyAll * judged.length,
    round: judged.filter(isRound).length * 2 > judged.length,
    parted: judged.filter(({ end }) => units[end + 1]?.tight !== true).length >= nearlyAll * judged.length,
    programmes: programmesIn(feet, ends),
  };
}

/** The last units of posts that end for certain: behind reactions, before a forwarded line and before a service line. */
function endsOf(units: readonly Unit[], feet: readonly Foot[]): ReadonlySet<number> {
  const byStart = new Map(feet.map((foot) => [foot.start, foot.end]));
  const ends = new Set<number>();
  for (const [at, unit] of units.entries()) {
    const next = units[at + 1];
    if (next === undefined) continue;
    if (unit.kind === "reactions") ends.add(byStart.get(at + 1) ?? at);
    else if (opens(next) && !opens(unit)) ends.add(at);
  }
  return ends;
}

function opens({ kind }: Unit): boolean {
  return kind === "forwarded" || kind === "via" || kind === "whole";
}

function isBelieved(foot: Foot, feet: readonly Foot[], habit: Habit, units: readonly Unit[]): boolean {
  const { footer, end } = foot;
  if (habit.viewed || footer.viewed) return footer.viewed;
  if (footer.edited || habit.ends.has(end)) return true;
  const { signature } = footer;
  if (signature !== undefined) return feet.filter((other) => other.footer.signature === signature).length > 1;
  // A time of day with its words right below it heads a line of a programme: `09:15` / `Opening`.
  if (habit.parted && units[end + 1]?.tight === true) return false;
  return !looksLikeTimetable(foot, feet, habit);
}

/** How near each other the lines of a timetable stand, in units. */
const near = 3;

/** So many times near each other that grow from one to the next are more than posts without reactions mostly make. */
const fewestOfProgramme = 3;

/**
 * Bare clock times right under each other, and full five minutes near each other on a page whose posts come at any minute, may be a
 * timetable that an author wrote, and so may a row of times that grow, near each other, at no sure end: in doubt they are text.
 */
function looksLikeTimetable(foot: Foot, feet: readonly Foot[], { ends, round, programmes }: Habit): boolean {
  if (feet.some(({ start }) => start === foot.end + 1)) return true;
  if (programmes.has(foot)) return true;
  if (round || !isRound(foot)) return false;
  return feet.some(
    (other) => other !== foot && !ends.has(other.end) && isRound(other) && Math.abs(other.end - foot.end) <= near,
  );
}

/** Times that stand near each other, grow from one to the next and close no post for certain, where there are enough in a row. */
function programmesIn(feet: readonly Foot[], ends: ReadonlySet<number>): ReadonlySet<Foot> {
  const found = new Set<Foot>();
  let row: Foot[] = [];
  for (const foot of feet) {
    const last = row.at(-1);
    const goesOn = last !== undefined && last.footer.clock < foot.footer.clock && foot.end - last.end <= near;
    if (ends.has(foot.end) || !isBare(foot.footer)) row = [];
    else row = goesOn ? [...row, foot] : [foot];
    if (row.length >= fewestOfProgramme) for (const own of row) found.add(own);
  }
  return found;
}

function isBare({ viewed, edited, signature }: PostFooter): boolean {
  return !viewed && !edited && signature === undefined;
}

function isRound({ footer }: Foot): boolean {
  return Number(footer.clock.slice(3)) % 5 === 0;
}
