import { channelsJoined, keyForIds } from "../archive/channels.ts";
import { consolidate } from "../archive/consolidate.ts";
import { DaysByNumber } from "../archive/days-by-number.ts";
import { factsOf } from "../archive/facts.ts";
import { allPublished, grownIn, type IdPolicy, openIds } from "../archive/open-ids.ts";
import { type BrokenFile, type PostFile, planImport } from "../archive/plan.ts";
import type { Batch } from "../archive/summary.ts";
import type { Day } from "../model/day.ts";
import type { DumpReport } from "../model/ledger.ts";
import { type Channel, type Post, type Source, sourcesOf, type Unnamed } from "../model/post.ts";
import { BadSidecar } from "../read/sidecar.ts";
import { type ReadDump, reportsOf } from "./assemble.ts";
import { type OpenDump, openDump, type Remember } from "./read-dump.ts";
import { channelsOf, settleTogether } from "./settle-together.ts";
import type { WholeDump } from "./whole-dump.ts";

/** How dumps are read and posts are planned. */
export interface PrepareOptions {
  /** Overwrite posts edited by hand. */
  readonly force: boolean;
  readonly today: Day;
  /** Gives what was read of dumps before; see `Remember`. `posts` are those that the facts of the dumps' dating are taken from. */
  readonly readings?: { remembering(posts: readonly Unnamed[]): Remember } | undefined;
  /** Tells ids that the import gave to posts that are not among those given. */
  readonly given?: (id: string) => boolean;
  /** Tells ids of the archive, those of posts that are not among those given too. */
  readonly stored?: (id: string) => boolean;
  /** Which ids are final; all where absent. */
  readonly policy?: IdPolicy;
  /** Channels that a capture comes to; found out from the dumps where absent. */
  readonly grown?: ReadonlySet<string>;
  /** Files of the archive that cannot be read. */
  readonly broken?: readonly BrokenFile[];
  /** Gives the channel that a channel is known by; found out from the dumps where absent. */
  readonly joined?: (channel: Channel) => Channel;
  /** Dates posts that have no more than a number; found out from the dumps where absent. */
  readonly days?: DaysByNumber;
}

/** What an import of dumps would do, with the account of each dump, and one line for each that could not be read. */
export interface Prepared extends Batch {
  /** The channels to which captures come. */
  readonly grown: ReadonlySet<string>;
  readonly reports: readonly DumpReport[];
  readonly failures: readonly string[];
}

/** What an import of these dumps would do to an archive. Touches nothing. */
export function prepare(found: readonly WholeDump[], stored: readonly PostFile[], options: PrepareOptions): Prepared {
  const known = stored.map(({ post }) => post);
  const prepared = preparedBy(known, found, stored, options);
  // A day that a person gave dates the captures too that the post has just been found in: the next import would change them.
  const given = prepared.consolidated.posts.filter(isGiven);
  if (given.every(({ id, ...post }) => known.some((old) => old.id === id && hasSources(old, post)))) return prepared;
  return preparedBy([...known.filter((post) => !isGiven(post)), ...given], found, stored, options);
}

function isGiven({ dating }: Unnamed): boolean {
  return dating.basis === "given";
}

/** Whether a post was known to stand in all captures that another has. */
function hasSources(known: Post, post: Unnamed): boolean {
  const places = new Set(sourcesOf(known).map(captureKey));
  return sourcesOf(post).every((source) => places.has(captureKey(source)));
}

function captureKey({ sha256, lines }: Source): string {
  return `${sha256} ${lines.join(" ")}`;
}

/** What an import would do, with the days that some posts tell. */
function preparedBy(
  telling: readonly Post[],
  found: readonly WholeDump[],
  stored: readonly PostFile[],
  { force, given, stored: inArchive, joined, broken = [], policy = allPublished, ...options }: PrepareOptions,
): Prepared {
  const { read, failures } = readAll(found, stored, { ...options, telling });
  const channelOf = joined ?? channelsJoined([...lastingChannels(stored, read), ...read.flatMap(channelsOf)]);
  const known = stored.map(({ post }) => ({ ...post, channel: channelOf(post.channel) }));
  const unified = oneKeyEach(read, channelOf);
  const days = options.days ?? daysIn(unified, known.filter(tellsMore(found)));
  const dumps = days.isEmpty
    ? unified
    : unified.map((dump) => ({ ...dump, posts: dump.posts.map((post) => days.dated(post)) }));
  const reports = dumps.flatMap(reportsOf);
  const files = new Set(reports.map(({ file }) => file));
  const told = dumps.map(({ posts }) => posts);
  const grown = options.grown ?? grownIn(filesIn(stored), told.flat(), policy);
  const consolidated = consolidate(told, known, {
    open: openIds(stored, grown, files, policy, channelOf),
    remains: remainsIn(broken),
    keyOf: ownKeys(read, channelOf),
    languageSet: new Set([...dumps.keys()].filter((at) => dumps[at]?.languageSet === true)),
    ...(given === undefined ? {} : { given }),
    ...(inArchive === undefined ? {} : { stored: inArchive }),
  });
  const plan = planImport(consolidated.posts, stored, files, force, broken, consolidated.formerly);
  return { reports, failures, consolidated, plan, stored, grown };
}

function daysIn(dumps: readonly ReadDump[], stored: readonly Post[]): DaysByNumber {
  const posts = dumps.flatMap((dump) => dump.posts);
  const days = new DaysByNumber(posts);
  for (const post of days.isEmpty ? [] : [...posts, ...stored]) days.tell(post);
  return days;
}

/** Tells the key of a post's channel as its capture alone tells it: ids do not depend on what other captures know of the channel. */
export function ownKeys(
  read: readonly { readonly posts: Iterable<Unnamed> }[],
  channelOf: (channel: Channel) => Channel,
): (post: Unnamed) => string {
  const keys = new Map<string, string>();
  const placeOf = ({ file, sha256 }: Unnamed["source"], key: string): string => `${file}\n${sha256}\n${key}`;
  for (const { posts } of read) {
    for (const { source, channel } of posts) {
      const place = placeOf(source, channelOf(channel).key);
      const key = keyForIds(channel);
      const known = keys.get(place);
      if (known === undefined || key < known) keys.set(place, key);
    }
  }
  return ({ source, channel }) => keys.get(placeOf(source, channel.key)) ?? keyForIds(channel);
}

function filesIn(stored: readonly PostFile[]): ReadonlySet<string> {
  return new Set(stored.flatMap(({ post }) => sourcesOf(post).map(({ file }) => file)));
}

/** What can be told of posts whose files cannot be read. */
export function remainsIn(broken: readonly BrokenFile[]): readonly Post[] {
  return broken.flatMap(({ remains }) => remains ?? []);
}

/** Dumps of one channel give it one key, whichever of them tells its user name. */
function oneKeyEach(read: readonly ReadDump[], joined: (channel: Channel) => Channel): readonly ReadDump[] {
  const named = (report: DumpReport): DumpReport => ({ ...report, channel: joined(report.channel) });
  return read.map(({ posts, report, captures, languageSet }) => ({
    posts: posts.map((post) => ({ ...post, channel: joined(post.channel) })),
    report: named(report),
    ...(captures === undefined ? {} : { captures: captures.map(named) }),
    ...(languageSet === undefined ? {} : { languageSet }),
  }));
}

/** The channels of posts that no dump tells of any more: their keys are taken. */
function lastingChannels(stored: readonly PostFile[], read: readonly ReadDump[]): readonly Channel[] {
  const there = new Set(read.map(({ report }) => report.file));
  return stored.flatMap(({ post }) => (sourcesOf(post).some(({ file }) => there.has(file)) ? [] : post.channel));
}

/** Reads dumps, each with what the others and the stored posts know for sure. */
export function readAll(
  found: readonly WholeDump[],
  stored: readonly PostFile[],
  {
    today,
    readings,
    telling = stored.map(({ post }) => post),
  }: Pick<PrepareOptions, "today" | "readings"> & { readonly telling?: readonly Post[] },
): { readonly read: readonly ReadDump[]; readonly failures: readonly string[] } {
  const read: OpenDump[] = [];
  const exported = found.flatMap((dump) => (dump.kind === "export" ? dump.dump.posts : []));
  const sure = [...exported, ...telling.filter(tellsMore(found))];
  const facts = factsOf(sure);
  const remember = readings?.remembering(sure);
  const failures: string[] = [];
  const imported = firstImports(stored);
  for (const dump of found) {
    if (dump.kind === "failed") {
      failures.push(dump.message);
      continue;
    }
    if (dump.kind === "export") {
      read.push({ dump: dump.dump });
      continue;
    }
    try {
      read.push(openDump({ ...dump, today: imported.get(dump.source.sha256) ?? today, facts }, remember));
    } catch (error) {
      if (!(error instanceof BadSidecar)) throw error;
      failures.push(error.message);
    }
  }
  return { read: settleTogether(read), failures };
}

/**
 * Which posts of the archive tell days that no dump tells that is read now: what was merged of these is no news to them, and would make days depend
 * on the order of imports.
 */
function tellsMore(found: readonly WholeDump[]): (post: Post) => boolean {
  const there = new Set(
    found.flatMap((dump) => {
      if (dump.kind === "failed") return [];
      return dump.kind === "read" ? [dump.source.file] : reportsOf(dump.dump).map(({ file }) => file);
    }),
  );
  return (post) => post.dating.basis === "given" || sourcesOf(post).some(({ file }) => !there.has(file));
}

/** A dump dated by the day of its import keeps that day, so that a later import changes nothing. By SHA-256. */
function firstImports(stored: readonly PostFile[]): ReadonlyMap<string, Day> {
  const sources = stored.flatMap(({ post }) => sourcesOf(post));
  return new Map(sources.flatMap(({ sha256, imported }) => (imported === undefined ? [] : [[sha256, imported]])));
}
