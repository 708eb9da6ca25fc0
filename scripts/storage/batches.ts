import { channelsJoined } from "../../src/archive/channels.ts";
import { consolidate } from "../../src/archive/consolidate.ts";
import { contestedPlaces, Signs } from "../../src/archive/contested.ts";
import { DaysByNumber, isWithoutDay, type Numbered } from "../../src/archive/days-by-number.ts";
import { allPublished, grownIn, openIds } from "../../src/archive/open-ids.ts";
import { type BrokenFile, planImport } from "../../src/archive/plan.ts";
import type { Batch } from "../../src/archive/summary.ts";
import { type ReadDump, reportsOf } from "../../src/import/assemble.ts";
import { ownKeys, type PrepareOptions, prepare, readAll, remainsIn } from "../../src/import/prepare.ts";
import { channelsOf } from "../../src/import/settle-together.ts";
import type { WholeDump } from "../../src/import/whole-dump.ts";
import { type LazySequence, lazySequence } from "../../src/model/lazy-sequence.ts";
import type { DumpReport } from "../../src/model/ledger.ts";
import { type Channel, type Post, sourcesOf, type Unnamed } from "../../src/model/post.ts";
import type { FoundDump, LongDump } from "./dumps.ts";
import type { KnownPosts } from "./known-posts.ts";
import { readPostFiles, refuseUnread } from "./post-files.ts";
import { type Concern, inOrder, StoredIndex, type Untouched } from "./stored-index.ts";

/** An import in batches. */
export interface Batches {
  readonly reports: readonly DumpReport[];
  readonly failures: readonly string[];
  /** Each is made when it is asked for, once. */
  readonly batches: Iterable<Batch>;
  /** The posts that no batch had to do with; to be asked for behind the last one. */
  readonly untouched: () => Iterable<Untouched>;
  /** The posts that several captures may show. */
  readonly compared: readonly Post[];
  /** The files of the archive that cannot be read. */
  readonly broken: readonly BrokenFile[];
  /** The channels to which captures come. */
  readonly grown: ReadonlySet<string>;
}

/** How batches are planned, and what is known of the archive's post files. */
export interface BatchOptions extends PrepareOptions {
  readonly known?: KnownPosts | undefined;
}

/**
 * What an import of these dumps would do to the posts of a folder: in one batch, or, where exports are long, in many. Touches nothing. `given`
 * has to know the ids of every batch before it is asked for the next. Throws as `refuseUnread` says.
 */
export function batchesOf(found: readonly FoundDump[], folder: string, options: BatchOptions): Batches {
  const long = found.filter((dump) => dump.kind === "long");
  if (long.length > 0) return longBatches(long, found, folder, options);
  const whole = found.filter((dump) => dump.kind !== "long");
  const { files, broken } = readPostFiles(folder, options.known);
  refuseUnread(broken);
  const prepared = prepare(whole, files, { ...options, broken });
  return { ...prepared, batches: [prepared], untouched: () => [], compared: prepared.plan.posts, broken };
}

/** Posts of a long export that are looked at together. */
const together = 1000;

/**
 * The first batch has all posts that several captures may show, and all dumps that are not long. What is left of the long exports stands in their
 * capture alone, and follows piece by piece; last come posts of the archive that these captures showed once.
 */
function longBatches(
  long: readonly LongDump[],
  found: readonly FoundDump[],
  folder: string,
  options: BatchOptions,
): Batches {
  const { read } = readAll(
    found.filter((dump) => dump.kind !== "long"),
    [],
    options,
  );
  const { index, lasting, captures, dated } = indexOf(folder, found, read, options.known);
  const told = [...read.flatMap(channelsOf), ...long.flatMap(({ dump }) => dump.channels)];
  const joined = channelsJoined([...lasting, ...told]);
  const short = read.flatMap(({ posts }) => posts.map((post) => ({ ...post, channel: joined(post.channel) })));
  const rows = long.map(({ dump }) => inChannels(dump.posts, joined));
  const isOpen = short.some(isWithoutDay) || long.some(({ dump }) => dump.hasPostsWithoutDay);
  const days = isOpen
    ? daysIn(
        [short, ...rows],
        dated.map(({ channel, ...post }) => ({ ...post, channel: joined(channel) })),
      )
    : new DaysByNumber([]);
  const contested = rows.map((posts) => contestedPlaces(posts, signsOf(short, rows, posts)));
  const places = new Map(long.map((dump, at) => [dump, contested[at] ?? []]));

  const { broken } = index;
  refuseUnread(broken);
  const inArchive = (id: string): boolean => index.ids.has(id);
  const policy = options.policy ?? allPublished;
  const grown = grownIn(captures, allIn([short, ...rows]), policy);
  const concerned = [...index.takeAll("much"), ...index.takeFor(short)];
  for (const [at, posts] of rows.entries()) concerned.push(...index.takeFor(only(posts, contested[at] ?? [])));
  const stored = inOrder(concerned);
  const first = found.map((dump): WholeDump => {
    if (dump.kind !== "long") return dump;
    return { kind: "export", dump: { ...dump.dump, posts: only(dump.dump.posts, places.get(dump) ?? []) } };
  });
  const prepared = prepare(first, stored, { ...options, stored: inArchive, joined, broken, grown, days });
  const files = new Set(prepared.reports.map(({ file }) => file));

  function* batches(): Generator<Batch> {
    yield prepared;
    for (const [at, posts] of rows.entries()) {
      const keyOf = ownKeys([long[at]?.dump ?? { posts: [] }], joined);
      for (const piece of inPieces(without(posts, new Set(contested[at])))) yield batchOf(piece, keyOf);
    }
    for (const piece of inPieces(index.takeAll("some"))) {
      yield { consolidated: consolidate([], []), stored: piece, plan: planImport([], piece, files, options.force) };
    }
  }

  function batchOf(piece: readonly Unnamed[], keyOf: (post: Unnamed) => string): Batch {
    const own = index.takeFor(piece);
    const consolidated = consolidate(
      [piece.map((post) => days.dated(post))],
      own.map(({ post }) => ({ ...post, channel: joined(post.channel) })),
      {
        open: openIds(own, grown, files, policy, joined),
        ...(options.given === undefined ? {} : { given: options.given }),
        stored: inArchive,
        remains: remainsIn(broken),
        keyOf,
      },
    );
    const plan = planImport(consolidated.posts, own, files, options.force, broken, consolidated.formerly);
    return { consolidated, stored: own, plan };
  }

  return {
    grown,
    reports: prepared.reports,
    failures: prepared.failures,
    batches: batches(),
    untouched: () => index.untouched(),
    compared: prepared.plan.posts,
    broken,
  };
}

function daysIn(rows: readonly LazySequence<Unnamed>[], stored: readonly Numbered[]): DaysByNumber {
  const days = new DaysByNumber(allIn(rows));
  if (days.isEmpty) return days;
  for (const post of allIn(rows)) days.tell(post);
  for (const post of stored) days.tell(post);
  return days;
}

/** What tells that other captures than a long export show its posts too. */
function signsOf(short: readonly Unnamed[], rows: readonly LazySequence<Unnamed>[], own: LazySequence<Unnamed>): Signs {
  const signs = new Signs();
  for (const posts of [short, ...rows]) if (posts !== own) for (const post of posts) signs.add(post);
  return signs;
}

/**
 * The posts of the archive, and the channels of those that no dump tells of any more. Posts of short dumps, and days that a person gave, are
 * looked at with all captures; those of long exports alone when their piece comes.
 */
function indexOf(folder: string, found: readonly FoundDump[], read: readonly ReadDump[], known?: KnownPosts) {
  const short = new Set(read.flatMap(reportsOf).map(({ sha256 }) => sha256));
  const files = new Set(
    [...read, ...found.flatMap((dump) => (dump.kind === "long" ? dump.dump : []))]
      .flatMap(reportsOf)
      .map(({ file }) => file),
  );
  const lasting = new Map<string, Channel>();
  const captures = new Set<string>();
  const dated: (Numbered & Pick<Post, "channel">)[] = [];
  const index = new StoredIndex(
    folder,
    (post): Concern => {
      const sources = sourcesOf(post);
      for (const { file } of sources) captures.add(file);
      const isThere = sources.some(({ file }) => files.has(file));
      if (!isThere) lasting.set(JSON.stringify(post.channel), post.channel);
      const tellsMore = post.dating.basis === "given" || sources.some(({ file }) => !files.has(file));
      if (post.number !== undefined && tellsMore)
        dated.push({ channel: post.channel, number: post.number, dating: post.dating });
      if (post.dating.basis === "given" || sources.some(({ sha256 }) => short.has(sha256))) return "much";
      return isThere ? "some" : "none";
    },
    known,
  );
  return { index, lasting: [...lasting.values()], captures, dated };
}

function* allIn(rows: readonly LazySequence<Unnamed>[]): Generator<Unnamed> {
  for (const posts of rows) yield* posts;
}

function inChannels(posts: LazySequence<Unnamed>, joined: (channel: Channel) => Channel): LazySequence<Unnamed> {
  return lazySequence(posts.length, (place) => {
    const post = posts.at(place);
    if (post === undefined) throw new RangeError(`no post at place ${place}`);
    return { ...post, channel: joined(post.channel) };
  });
}

function only(posts: LazySequence<Unnamed>, places: readonly number[]): readonly Unnamed[] {
  return places.flatMap((place) => posts.at(place) ?? []);
}

function* without(posts: LazySequence<Unnamed>, places: ReadonlySet<number>): Generator<Unnamed> {
  for (let place = 0; place < posts.length; place += 1) {
    const post = places.has(place) ? undefined : posts.at(place);
    if (post !== undefined) yield post;
  }
}

function* inPieces<Item>(items: Iterable<Item>): Generator<readonly Item[]> {
  let piece: Item[] = [];
  for (const item of items) {
    piece.push(item);
    if (piece.length < together) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
