import { type CounterKind, counterKinds } from "../../model/channel-head.ts";
import type { Day } from "../../model/day.ts";
import type { DumpReport } from "../../model/ledger.ts";
import { compare } from "../../text/compare.ts";
import type { PostPage } from "./post-page.ts";

/** What a capture says of its channel's counters. */
export interface CountersAt {
  readonly file: string;
  readonly day: Day | undefined;
  readonly counters: Readonly<Partial<Record<CounterKind, string>>>;
}

/** What is known of a channel beside its posts' words. */
export interface ChannelProfile {
  /** The channel's own description, as its last capture has it. */
  readonly description: string | undefined;
  /** The counters that any capture tells, in the page's order. */
  readonly kinds: readonly CounterKind[];
  /** By capture, oldest first; captures without a day first. */
  readonly counters: readonly CountersAt[];
  /** The addresses that captures were taken from, each once. */
  readonly addresses: readonly string[];
}

/** Gathers what captures of a channel say of it. `dumps`: the accounts of all dumps. */
export function profileOf(posts: readonly PostPage[], dumps: readonly DumpReport[]): ChannelProfile {
  const key = posts[0]?.post.channel.key;
  const own = dumps
    .filter(({ channel }) => channel.key === key)
    .toSorted((one, other) => compare(one.retrieved ?? "", other.retrieved ?? "") || compare(one.file, other.file));
  const counters = own.flatMap(({ file, retrieved, about }) =>
    about?.counters === undefined ? [] : [{ file, day: retrieved, counters: about.counters }],
  );
  return {
    description: own.findLast(({ about }) => about?.description !== undefined)?.about?.description,
    kinds: counterKinds.filter((kind) => counters.some((at) => at.counters[kind] !== undefined)),
    counters: counters.filter((at, place) => !isSame(at, counters[place - 1])),
    addresses: [...new Set(own.flatMap(({ url, record }) => url ?? record?.url ?? []))].filter(isWebAddress),
  };
}

/** Whether a capture says of the counters what the one before it, of the same day, says. */
function isSame(one: CountersAt, other: CountersAt | undefined): boolean {
  return one.day === other?.day && JSON.stringify(one.counters) === JSON.stringify(other?.counters);
}

function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:/u.test(address);
}
