import type { Day } from "../../model/day.ts";
import type { Dating } from "../../model/post.ts";
import type { Constraint } from "./constraint.ts";

/** A dated post of a dump, by what tells it from others. */
export interface Placed {
  readonly channel: { readonly key: string; readonly name: string };
  /** Its words, evened out; the same post has the same ones in every dump. */
  readonly words: string;
  readonly forwardedFrom?: string;
  readonly dating: Dating;
}

/** Shorter texts are said again on other days: greetings, thanks. */
const shortest = 40;

/**
 * What the posts of several dumps say of each other's days, by dump and place in it. A channel's post that stands in two dumps was published
 * once: the surest of its claims holds for both, within the days that all leave open. A forward is no earlier than its original. Claims that
 * leave no day in common are of two posts, and tie nothing.
 * @param company A sign of the captures that a dump was dated together with: they have told each other what they know.
 */
export function constraintsBetween(
  dumps: readonly (readonly Placed[])[],
  company: (dump: number) => unknown = () => undefined,
): readonly ReadonlyMap<number, Constraint>[] {
  const constraints = dumps.map(() => new Map<number, Constraint>());
  const groups = new Map<string, Place[]>();
  for (const place of dumps.flatMap(placesOf)) {
    const group = groups.get(place.post.words);
    if (group) group.push(place);
    else groups.set(place.post.words, [place]);
  }
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    for (const [place, known] of [...forwardConstraints(group), ...repeatConstraints(group, company)])
      constraints[place.dump]?.set(place.index, known);
  }
  return constraints;
}

interface Place {
  readonly dump: number;
  readonly index: number;
  readonly post: Placed;
}

/** The posts of a dump whose words are long enough and stand in it once. */
function placesOf(posts: readonly Placed[], dump: number): readonly Place[] {
  const counts = new Map<string, number>();
  for (const { words } of posts) counts.set(words, (counts.get(words) ?? 0) + 1);
  return posts.flatMap((post, index) =>
    post.words.length >= shortest && counts.get(post.words) === 1 ? [{ dump, index, post }] : [],
  );
}

function repeatConstraints(
  group: readonly Place[],
  company: (dump: number) => unknown,
): readonly (readonly [Place, Constraint])[] {
  return group.flatMap((place) => {
    const same = group.filter(({ post }) => post.channel.key === place.post.channel.key);
    const own = company(place.dump);
    if (own !== undefined && same.every(({ dump }) => company(dump) === own)) return [];
    const surest = same.reduce((best, one) => (isSurer(one, best) ? one : best));
    const together = same.filter((one) => common([one, surest]) !== undefined);
    const days = common(together);
    if (together.length < 2 || days === undefined || !together.includes(place)) return [];
    const { best, basis, evidence } = surest.post.dating;
    const day = best < days.earliest ? days.earliest : best > days.latest ? days.latest : best;
    const known = { best: day, ...days, basis, ...(evidence === undefined ? {} : { evidence }) };
    return [[place, known] as const];
  });
}

/** A given day is a fact, and so is one that a capture tells; else the narrower interval is the surer one. */
function isSurer(one: Place, other: Place): boolean {
  const given = (place: Place): boolean => ["given", "timestamp"].includes(place.post.dating.basis);
  if (given(one) !== given(other)) return given(one);
  return lengthOf(one) < lengthOf(other);
}

function lengthOf({ post: { dating } }: Place): number {
  return Date.parse(dating.latest) - Date.parse(dating.earliest);
}

function common(places: readonly Place[]): { readonly earliest: Day; readonly latest: Day } | undefined {
  const [first] = places;
  if (!first) return undefined;
  let { earliest, latest } = first.post.dating;
  for (const { post } of places) {
    if (post.dating.earliest > earliest) earliest = post.dating.earliest;
    if (post.dating.latest < latest) latest = post.dating.latest;
  }
  return earliest <= latest ? { earliest, latest } : undefined;
}

function forwardConstraints(group: readonly Place[]): readonly (readonly [Place, Constraint])[] {
  return group.flatMap((forward) => {
    const original = group.find(
      ({ post }) => post.channel.name === forward.post.forwardedFrom && post.forwardedFrom === undefined,
    );
    if (!original) return [];
    const { earliest } = original.post.dating;
    const { latest } = forward.post.dating;
    return [
      ...(earliest > forward.post.dating.earliest && earliest <= latest ? [[forward, { earliest }] as const] : []),
      ...(latest < original.post.dating.latest && latest >= earliest ? [[original, { latest }] as const] : []),
    ];
  });
}
