import { type Match, matches } from "../archive/record-linkage.ts";
import type { DatingResult } from "../dating/date.ts";
import type { Constraint } from "../dating/solver/constraint.ts";
import { channelsBegan } from "../dating/solver/range.ts";
import { dayFromNumber } from "../model/day.ts";
import type { Channel, Unnamed } from "../model/post.ts";
import { compare } from "../text/compare.ts";
import type { ReadDump } from "./assemble.ts";
import { type CaptureToDate, dateTogether } from "./date-together.ts";
import type { OpenDump } from "./read-dump.ts";
import { type TimelinePost, timelineOf } from "./timeline.ts";

/** Captures of one channel that show some of the same posts, by their places among the dumps, and all their posts in the order of time. */
export interface Companions {
  readonly dumps: readonly number[];
  readonly timeline: readonly TimelinePost[];
}

/** What others tell of the days of posts, by dump and place in it. */
type ConstraintsByDump = readonly (ReadonlyMap<number, Constraint> | undefined)[];

/**
 * The captures that are to be dated together.
 * @param groups The captures of each channel.
 * @param joined Gives the channel that a channel is known by.
 */
export function companionsOf(
  dumps: readonly OpenDump[],
  groups: readonly (readonly number[])[],
  joined: (channel: Channel) => Channel,
): readonly Companions[] {
  return groups.flatMap((group) => {
    const ordered = group.toSorted((one, other) => byCapture(dumps[one]?.dump, dumps[other]?.dump));
    const posts = ordered.map((at) =>
      (dumps[at]?.dump.posts ?? []).map((post) => ({ ...withOpenDays(post), channel: joined(post.channel) })),
    );
    const shared = matches(posts)
      .filter((own) => own.length > 1)
      .map((own) => own.map(({ dump, place }): Match => ({ dump: ordered[dump] ?? 0, place })));
    return sharing(ordered, shared).map((own) => companions(dumps, own, shared));
  });
}

/**
 * A post on any day on which its capture can show it, unless it lies on one for sure: how often a channel posts is guessed of each capture alone, and
 * intervals that rest on that do not make two posts of one.
 */
function withOpenDays(post: Unnamed): Unnamed {
  const { dating, source } = post;
  if (dating.earliest === dating.latest) return post;
  const [began, retrieved = dating.latest] = [dayFromNumber(channelsBegan), source.retrieved];
  const earliest = began < dating.earliest ? began : dating.earliest;
  const latest = retrieved > dating.latest ? retrieved : dating.latest;
  return { ...post, dating: { ...dating, earliest, latest } };
}

/** Captures in the order of time, as far as it is told. */
function byCapture(one: ReadDump | undefined, other: ReadDump | undefined): number {
  const [mine, theirs] = [one?.report, other?.report];
  return (
    compare(mine?.retrieved ?? "9999", theirs?.retrieved ?? "9999") ||
    compare(mine?.file ?? "", theirs?.file ?? "") ||
    compare(mine?.sha256 ?? "", theirs?.sha256 ?? "")
  );
}

/** The captures parted into those that share posts, be it by way of others; those that share none are left out. */
function sharing(captures: readonly number[], shared: readonly (readonly Match[])[]): readonly (readonly number[])[] {
  const leads = new Map(captures.map((dump) => [dump, dump]));
  const leadOf = (dump: number): number => {
    let lead = dump;
    for (let next = leads.get(lead); next !== undefined && next !== lead; next = leads.get(lead)) lead = next;
    return lead;
  };
  for (const [first, ...others] of shared)
    for (const { dump } of others) if (first !== undefined) leads.set(leadOf(dump), leadOf(first.dump));
  const groups = new Map<number, number[]>();
  for (const dump of captures) groups.set(leadOf(dump), [...(groups.get(leadOf(dump)) ?? []), dump]);
  return [...groups.values()].filter((group) => group.length > 1);
}

function companions(
  dumps: readonly OpenDump[],
  own: readonly number[],
  shared: readonly (readonly Match[])[],
): Companions {
  const captures = own.flatMap((at) => {
    const dump = dumps[at]?.dump;
    if (dump === undefined) return [];
    const places = [...dump.posts.keys()];
    const { order, retrieved } = dump.report;
    return [[at, { retrieved, places: order === "oldest-first" ? places : places.toReversed() }] as const];
  });
  const timeline = timelineOf(new Map(captures), shared);
  const shown = new Set(timeline.flatMap(({ shownBy }) => shownBy.map(({ dump }) => dump)));
  return { dumps: own.filter((at) => shown.has(at)), timeline };
}

/** Dumps with those of one company dated together. What is dated once is kept for all of it. */
export function datedInCompany(
  dumps: readonly OpenDump[],
  { dumps: own, timeline }: Companions,
  constraints: ConstraintsByDump,
): ReadonlyMap<number, ReadDump> {
  let results: ReadonlyMap<number, DatingResult> | undefined;
  const told = (at: number): ReadonlyMap<number, Constraint> => constraints[at] ?? new Map();
  const dated = (at: number): DatingResult => {
    results ??= dateTogether(new Map(own.flatMap((each) => captureToDate(dumps, each, told(each)))), timeline);
    const result = results.get(at);
    if (result === undefined) throw new RangeError(`dump ${at} was not dated`);
    return result;
  };
  return new Map(
    own.flatMap((at) => {
      const { datedWith } = dumps[at] ?? {};
      const alongside = own.flatMap((other) => {
        const input = dumps[other]?.input;
        return other === at || input === undefined ? [] : { ...input, constraints: told(other) };
      });
      const dump = datedWith?.({ alongside, constraints: told(at), dated: () => dated(at) });
      return dump === undefined ? [] : [[at, dump] as const];
    }),
  );
}

function captureToDate(
  dumps: readonly OpenDump[],
  at: number,
  constraints: ReadonlyMap<number, Constraint>,
): readonly (readonly [number, CaptureToDate])[] {
  const { dump, requestBy } = dumps[at] ?? {};
  if (dump === undefined || requestBy === undefined) return [];
  return [[at, { request: requestBy(constraints), order: dump.report.order }]];
}
