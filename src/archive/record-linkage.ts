import { dayNumber } from "../model/day.ts";
import type { Unnamed } from "../model/post.ts";
import { compare } from "../text/compare.ts";
import { identityText, keyOfNumber, keyOfWords } from "./identity.ts";
import { likeness } from "./likeness.ts";

/** Where a post stands: which dump, and which of its posts, both counted from 0. */
export interface Match {
  readonly dump: number;
  readonly place: number;
}

/**
 * Which posts of several dumps are one and the same. Sure signs, in this order: one channel and one number in it; one channel and one text, on
 * days that can be the same; an edit, that is, unlike texts that say mostly the same between the same two neighbours. Two posts of one dump are
 * never the same.
 */
export function matches(dumps: readonly (readonly Unnamed[])[]): readonly (readonly Match[])[] {
  const readings = readingsOf(dumps);
  const groups = new Groups();
  const ordered = readings.toSorted((one, other) => compareDumps(one, other) || one.place - other.place);
  for (const reading of ordered) groups.byNumber(reading);
  for (const reading of ordered) groups.byText(reading);
  for (const reading of ordered) groups.byNeighbours(reading);
  return groups.all.map(({ readings: own }) => own.map(({ dump, place }) => ({ dump, place })));
}

interface LinkedReading extends Match {
  readonly post: Unnamed;
  /** Channel and text. */
  readonly key: string;
  readonly before: LinkedReading | undefined;
  readonly after: LinkedReading | undefined;
  group: Group | undefined;
}

interface Group {
  readonly readings: LinkedReading[];
}

function readingsOf(dumps: readonly (readonly Unnamed[])[]): readonly LinkedReading[] {
  return dumps.flatMap((posts, dump) => {
    const inTime = posts
      .map((post, place) => ({ post, place }))
      .toSorted((one, other) => one.post.source.sequence - other.post.source.sequence);
    const own = inTime.map(({ post, place }) => {
      const key = keyOfWords(post.channel, identityText(post));
      const made: { -readonly [Key in keyof LinkedReading]: LinkedReading[Key] } = {
        ...{ dump, place, post, key },
        before: undefined,
        after: undefined,
        group: undefined,
      };
      return made;
    });
    for (const [at, reading] of own.entries()) {
      reading.before = own[at - 1];
      reading.after = own[at + 1];
    }
    return own;
  });
}

/** The order of dumps that does not depend on the order they are given in. */
function compareDumps({ post: { source: one } }: LinkedReading, { post: { source: other } }: LinkedReading): number {
  return compare(one.file, other.file) || compare(one.sha256, other.sha256);
}

/** The groups in which a text stands, and those of them in which the dump has no reading that was asked about last. */
interface Worded {
  readonly groups: Set<Group>;
  open?: { readonly dump: number; readonly groups: Set<Group> } | undefined;
}

class Groups {
  readonly all: Group[] = [];
  private readonly numbered = new Map<string, Group>();
  private readonly worded = new Map<string, Worded>();

  /** Starts a group for a post with a number, or joins the one of that number. */
  byNumber(reading: LinkedReading): void {
    const { channel, number } = reading.post;
    if (number === undefined) return;
    const key = keyOfNumber(channel, number);
    const known = this.numbered.get(key);
    if (known !== undefined && !holds(known, reading.dump)) this.join(reading, known);
    else this.numbered.set(key, this.start(reading));
  }

  /** Joins the group whose text a post has, or starts one. */
  byText(reading: LinkedReading): void {
    if (reading.group !== undefined || reading.key === "") return;
    let best: { readonly group: Group; readonly apart: number } | undefined;
    for (const group of this.openFor(reading)) {
      if (!group.readings.every(fits(reading))) continue;
      const isSure = group.readings.some((other) => sharesNeighbour(reading, other));
      const apart = isSure ? 0 : Math.min(...group.readings.map((other) => apartFromShared(reading, other)));
      if (best === undefined || apart < best.apart) best = { group, apart };
      if (isSure) break;
    }
    if (best !== undefined) this.join(reading, best.group);
    else this.start(reading);
  }

  /** Joins the group that stands between the same two neighbours and says mostly the same. */
  byNeighbours(reading: LinkedReading): void {
    if (reading.group !== undefined && reading.group.readings.length > 1) return;
    const other = this.editOf(reading);
    if (reading.group === undefined) this.start(reading);
    if (other?.group === undefined || reading.group === undefined || reading.group === other.group) return;
    if (reading.group.readings.some((own) => holds(other.group as Group, own.dump))) return;
    const left = reading.group;
    this.all.splice(this.all.indexOf(left), 1);
    for (const own of left.readings) this.join(own, other.group);
  }

  /** Of the posts beside the reading's own neighbours in other dumps, the one that says the most of the same. */
  private editOf(reading: LinkedReading): LinkedReading | undefined {
    const { before, after } = reading;
    const beside = [
      ...(before?.group?.readings ?? []).map((other) => ({
        other: other.after,
        closed: after === undefined || other.after?.after?.group === after.group,
      })),
      ...(after?.group?.readings ?? []).map((other) => ({
        other: other.before,
        closed: before === undefined || other.before?.before?.group === before.group,
      })),
    ];
    let best: { readonly other: LinkedReading; readonly common: number } | undefined;
    for (const { other, closed } of beside) {
      if (other === undefined || other.dump === reading.dump || other === reading) continue;
      if (!sameChannel(reading, other) || !canBeSame(reading, other)) continue;
      const common = likeness(identityText(reading.post), identityText(other.post));
      if (common >= (closed ? sameBetween : sameBeside) && common > (best?.common ?? 0)) best = { other, common };
    }
    return best?.other;
  }

  private start(reading: LinkedReading): Group {
    const group: Group = { readings: [] };
    this.all.push(group);
    this.join(reading, group);
    return group;
  }

  /** The groups of a text in which its dump has no reading. Asked for all texts of a dump in a row, so that the thousandth "Good morning" costs no more than the first. */
  private openFor({ key, dump }: LinkedReading): Iterable<Group> {
    const worded = this.worded.get(key);
    if (worded === undefined) return [];
    if (worded.open?.dump !== dump)
      worded.open = { dump, groups: new Set([...worded.groups].filter((group) => !holds(group, dump))) };
    return worded.open.groups;
  }

  private join(reading: LinkedReading, group: Group): void {
    group.readings.push(reading);
    reading.group = group;
    if (reading.key === "") return;
    const worded: Worded = this.worded.get(reading.key) ?? { groups: new Set() };
    this.worded.set(reading.key, worded);
    worded.groups.add(group);
    if (worded.open?.dump === reading.dump) worded.open.groups.delete(group);
    else worded.open = undefined;
  }
}

function holds(group: Group, dump: number): boolean {
  return group.readings.some((reading) => reading.dump === dump);
}

function sameChannel(one: LinkedReading, other: LinkedReading): boolean {
  return one.post.channel.key === other.post.channel.key;
}

function fits(reading: LinkedReading): (other: LinkedReading) => boolean {
  return (other) => canBeSame(reading, other) && (reading.key.length >= telling || !contradicted(reading, other));
}

function canBeSame({ post: one }: LinkedReading, { post: other }: LinkedReading): boolean {
  if (one.number !== undefined && other.number !== undefined && one.number !== other.number) return false;
  return one.dating.earliest <= other.dating.latest && other.dating.earliest <= one.dating.latest;
}

/** A text shorter than this is said again on other days: "Good morning". Key and channel together, in UTF-16 units. */
const telling = 60;

/**
 * Short texts on days that are not sure: they are two posts where their neighbours differ on every side that both have one, and no post that both dumps
 * show stands near. Where one does, a post between was edited or deleted, or two were read as one.
 */
function contradicted(one: LinkedReading, other: LinkedReading): boolean {
  if ((isOneDay(one) && isOneDay(other)) || apartFromShared(one, other) <= mostApart) return false;
  const sides = [
    [one.before, other.before],
    [one.after, other.after],
  ].filter(([own, others]) => own !== undefined && others !== undefined);
  return sides.length > 0 && sides.every(([own, others]) => own?.key !== others?.key);
}

function isOneDay({ post }: LinkedReading): boolean {
  return dayNumber(post.dating.earliest) === dayNumber(post.dating.latest);
}

function sharesNeighbour(one: LinkedReading, other: LinkedReading): boolean {
  const same = (own: LinkedReading | undefined, others: LinkedReading | undefined): boolean =>
    own !== undefined && others !== undefined && own.key !== "" && own.key === others.key;
  return same(one.before, other.before) || same(one.after, other.after);
}

/** How many posts above and below a post that both dumps show is looked for, and by how many places it may stand nearer in one than in the other. */
const near = 4;
const mostApart = 1;

/** By how many places two posts stand apart, counted from a long text near them that both dumps show; infinite where there is none. */
function apartFromShared(one: LinkedReading, other: LinkedReading): number {
  let apart = Number.POSITIVE_INFINITY;
  for (const side of ["before", "after"] as const) {
    const steps = new Map<string, number>();
    for (let [at, step] = [one[side], 1]; at !== undefined && step <= near; [at, step] = [at[side], step + 1])
      if (at.key.length >= telling && !steps.has(at.key)) steps.set(at.key, step);
    for (let [at, step] = [other[side], 1]; at !== undefined && step <= near; [at, step] = [at[side], step + 1]) {
      const own = steps.get(at.key);
      if (own !== undefined) apart = Math.min(apart, Math.abs(own - step));
    }
  }
  return apart;
}

/** From this share of words in common on, two texts are one that was edited: between the same two neighbours, or beside one at the end of a dump, and beside one in its midst. */
const sameBetween = 0.5;
const sameBeside = 0.8;
