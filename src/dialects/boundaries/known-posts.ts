import { withFooters } from "../lines/metadata.ts";
import { isBlock } from "../lines/replies.ts";
import type { Unit } from "../lines/tokens.ts";
import { keyOf } from "../lines/tokens.ts";

/** Lines that a post known from elsewhere settles: where one starts, and where none does. */
export interface Settled {
  readonly start: ReadonlySet<number>;
  readonly join: ReadonlySet<number>;
}

/** A text shorter than this could stand inside another post by chance. */
const shortest = 80;

/** How much of a text is looked up at once. */
const prefix = 24;

/**
 * Finds on a page the texts of posts whose limits are known from other dumps (a page that marks them, a forward), and settles
 * the seams inside and right behind each. Texts are compared without regard to line breaks, which extractors move.
 */
export function settledBy(known: readonly string[], page: readonly Unit[]): Settled {
  const units = withFooters(page);
  const start = new Set<number>();
  const join = new Set<number>();
  const places = placesByPrefix(units);
  for (const text of known) {
    const key = keyOf(text);
    if (key.length < shortest) continue;
    for (const place of places.get(key.slice(0, prefix)) ?? []) {
      const end = endOfMatch(units, place, key);
      if (end === undefined) continue;
      const [before, first, behind] = [units[place - 1], units[place], units[end]];
      // The lines of a reply stand above the post's own words and belong to it.
      if (first && before?.kind === "text" && !isBlock(units, place - 2)) start.add(first.first);
      if (behind?.kind === "text") start.add(behind.first);
      for (const inner of units.slice(place + 1, end)) join.add(inner.first);
    }
  }
  for (const line of start) join.delete(line);
  return { start, join };
}

/** Units by the beginning of the text that starts at them. */
function placesByPrefix(units: readonly Unit[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, unit] of units.entries()) {
    if (unit.kind !== "text") continue;
    let text = unit.key;
    for (let next = index + 1; text.length < prefix && units[next]?.kind === "text"; next += 1)
      text += ` ${units[next]?.key}`;
    const key = text.slice(0, prefix);
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  }
  return places;
}

/** The unit behind the match of a text that starts at unit `place`; nothing where it does not end with a unit. */
function endOfMatch(units: readonly Unit[], place: number, key: string): number | undefined {
  let at = 0;
  for (let index = place; units[index]?.kind === "text"; index += 1) {
    const own = units[index]?.key ?? "";
    if (!key.startsWith(own, at)) return undefined;
    at += own.length;
    if (at === key.length) return index + 1;
    at += 1;
  }
  return undefined;
}
