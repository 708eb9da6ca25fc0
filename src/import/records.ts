import { besideByNumber, isWithoutDay } from "../archive/days-by-number.ts";
import { inOrderOfTime } from "../archive/order-in-time.ts";
import type { BrokenFile, PostFile } from "../archive/plan.ts";
import { auditsOf, inTime } from "../dating/audit.ts";
import type { Day } from "../model/day.ts";
import type { DumpReport } from "../model/ledger.ts";
import { type Post, type Source, sourcesOf } from "../model/post.ts";
import { recordOf } from "../model/record.ts";
import { compare } from "../text/compare.ts";
import { prepare } from "./prepare.ts";
import type { WholeDump } from "./whole-dump.ts";

/** A post as other programs get it: the keys of `recordFields`, and `audit`, which tells what its date rests on. */
export type PostJson = Readonly<Record<string, unknown>>;

/** What dumps tell, for programs. */
export interface DumpRecords {
  /** Dump by dump, in its order; a post that is in several dumps is told once for each. Made one by one, as they are asked for. */
  readonly records: Iterable<PostJson>;
  /** The account of each dump: its lines, its dates and what was noticed. */
  readonly reports: readonly DumpReport[];
  /** One line for each dump that could not be read. */
  readonly failures: readonly string[];
}

/** What is known besides the dumps. */
export interface RecordOptions {
  /** Dates no post later than this day. */
  readonly today: Day;
  /** Posts of an archive: they keep their ids, dates and texts. */
  readonly stored?: readonly PostFile[];
  /** Files of that archive that cannot be read. */
  readonly broken?: readonly BrokenFile[];
}

/** The records of dumps, with the ids that an import would give. Touches nothing, and never fails on account of the text. */
export function recordsOf(
  dumps: readonly WholeDump[],
  { today, stored = [], broken = [] }: RecordOptions,
): DumpRecords {
  const { plan, consolidated, reports, failures } = prepare(dumps, stored, { force: false, today, broken });
  // What an import would keep of a post, told from the place where this dump shows it.
  const kept = new Map(plan.posts.map((post) => [post.id, post]));
  const besideOf = besideByNumber(plan.posts, (post) => post);
  function* records(): Generator<PostJson> {
    for (const posts of consolidated.byDump) {
      const shown = posts.map((own) => shownBy(own, kept.get(own.id) ?? own));
      yield* withAudits(shown, besideOf);
    }
  }
  return { records: { [Symbol.iterator]: records }, reports, failures };
}

/** A post as it is kept, told from the place where a dump shows it; the others that show it are those beside that one. */
function shownBy({ source }: Post, post: Post): Post {
  const isOwn = (other: Source): boolean => other.file === source.file && other.sequence === source.sequence;
  const others = sourcesOf(post).filter((each) => !isOwn(each));
  const { alsoIn: _, ...kept } = post;
  return { ...kept, source, ...(others.length === 0 ? {} : { alsoIn: others }) };
}

/** The records of an archive's posts as they are kept, each once, by channel and in the order of time. Made one by one, as they are asked for. */
export function recordsOfPosts(posts: readonly Post[]): Iterable<PostJson> {
  const besideOf = besideByNumber(posts, (post) => post);
  const sorted = inOrderOfTime(posts);
  const channels = [...new Set(posts.map(({ channel }) => channel.key))].sort(compare);
  function* records(): Generator<PostJson> {
    for (const key of channels)
      yield* withAudits(
        sorted.filter(({ channel }) => channel.key === key),
        besideOf,
      );
  }
  return { [Symbol.iterator]: records };
}

/** The records of posts of one channel, each with the audit of its date. */
function* withAudits(
  posts: readonly Post[],
  besideOf: (post: Post) => { readonly before?: Post; readonly after?: Post },
): Generator<PostJson> {
  const audits = new Map(auditsOf(inTime(posts)).map(({ id, ...audit }) => [id, audit]));
  for (const post of posts) {
    const { before, after } = isWithoutDay(post) ? besideOf(post) : {};
    const held = {
      ...(before === undefined ? {} : { before: before.id }),
      ...(after === undefined ? {} : { after: after.id }),
    };
    yield { ...recordOf(post), audit: { ...audits.get(post.id), ...held } };
  }
}
