import { besideByNumber, isWithoutDay } from "../archive/days-by-number.ts";
import type { BrokenFile, PostFile } from "../archive/plan.ts";
import { auditsOf, inTime } from "../dating/audit.ts";
import type { Day } from "../model/day.ts";
import type { DumpReport } from "../model/ledger.ts";
import { recordOf } from "../model/record.ts";
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
      const shown = posts.map((own) => ({ ...(kept.get(own.id) ?? own), source: own.source }));
      const audits = new Map(auditsOf(inTime(shown)).map(({ id, ...audit }) => [id, audit]));
      for (const post of shown) {
        const { before, after } = isWithoutDay(post) ? besideOf(post) : {};
        const held = {
          ...(before === undefined ? {} : { before: before.id }),
          ...(after === undefined ? {} : { after: after.id }),
        };
        yield { ...recordOf(post), audit: { ...audits.get(post.id), ...held } };
      }
    }
  }
  return { records: { [Symbol.iterator]: records }, reports, failures };
}
