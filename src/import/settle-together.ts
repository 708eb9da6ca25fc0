import { channelsJoined } from "../archive/channels.ts";
import { identityText } from "../archive/identity.ts";
import type { Constraint } from "../dating/solver/constraint.ts";
import { constraintsBetween, type Placed } from "../dating/solver/links-between-dumps.ts";
import { type KnownPost, settledBy } from "../dialects/boundaries/known-posts.ts";
import { tokensOf } from "../dialects/lines/tokens.ts";
import type { Channel, Unnamed } from "../model/post.ts";
import { compare } from "../text/compare.ts";
import { type Agreement, type AmongCaptures, agreed, answersElsewhere } from "./agreement.ts";
import type { ReadDump } from "./assemble.ts";
import { type CapturedLine, capturedLines, capturedPosts, partedPosts } from "./captured-lines.ts";
import { type Companions, companionsOf, datedInCompany } from "./company.ts";
import type { Settled } from "./parse.ts";
import type { OpenDump } from "./read-dump.ts";

type Joined = (channel: Channel) => Channel;

/**
 * What all dumps together make of each: those with inferred boundaries are parsed again by what the others know for sure, and those that share
 * posts with another are dated again: captures of one channel together, as parts of one run of posts.
 */
export function settleTogether(dumps: readonly OpenDump[]): readonly ReadDump[] {
  const joined = channelsJoined(dumps.flatMap(({ dump }) => channelsOf(dump)));
  const parted = partedTogether(dumps, joined);
  const companies = companionsOf(parted, capturesByChannel(parted, joined), joined);
  const together = new Map(companies.flatMap((company) => [...datedInCompany(parted, company, [])]));
  const dated = parted.map(({ dump }, at) => together.get(at) ?? dump);
  const companyOf = new Map(companies.flatMap((company) => company.dumps.map((at) => [at, company] as const)));
  const between = constraintsBetween(
    dated.map(({ posts }) => posts.map((post) => placed(post, joined(post.channel)))),
    (dump) => companyOf.get(dump),
  );
  return datedBetween(parted, companies, between, dated);
}

/** Dumps dated again where others tell something of their days, those of a company all together. */
function datedBetween(
  dumps: readonly OpenDump[],
  companies: readonly Companions[],
  between: readonly ReadonlyMap<number, Constraint>[],
  dated: readonly ReadDump[],
): readonly ReadDump[] {
  const isTold = (at: number): boolean => (between[at]?.size ?? 0) > 0;
  const told = companies.filter((company) => company.dumps.some(isTold));
  const together = new Map(told.flatMap((company) => [...datedInCompany(dumps, company, between)]));
  const inCompany = new Set(companies.flatMap((company) => company.dumps));
  return dated.map((dump, at) => {
    const constraints = between[at];
    if (inCompany.has(at)) return together.get(at) ?? dump;
    return constraints !== undefined && isTold(at) ? (dumps[at]?.datedBy?.(constraints) ?? dump) : dump;
  });
}

/** The channels of a dump and of its posts: an export may be of several. */
export function channelsOf({ report, posts }: ReadDump): readonly Channel[] {
  return [report.channel, ...posts.map((post) => post.channel)];
}

/** A dump with its lines as they are parted by now, and what others settled of them. */
interface Parted {
  readonly open: OpenDump;
  readonly lines: readonly CapturedLine[];
  readonly settled: Settled;
}

/** So often captures that part a place otherwise are brought together: what is settled of one place may move another. */
const rounds = 4;

/**
 * Dumps parted by each other: by what editors say of the same lines, by posts that others show with their limits, and alike where they share lines.
 * They are dated when all is settled.
 */
function partedTogether(dumps: readonly OpenDump[], joined: Joined): readonly OpenDump[] {
  const groups = capturesByChannel(dumps, joined);
  const shared = new Set(groups.flat());
  const sure = dumps.map(({ dump }) => surelyLimited(dump));
  const alone = dumps.map((open, at): Parted => {
    const lines = shared.has(at) ? capturedLines(capturedPosts(open.dump), open.input?.sidecar) : [];
    return { open, lines, settled: new Map() };
  });
  let parted = settledAlike(alone, groups, answersElsewhere);
  parted = parted.map((own, at) => withSettled(own, settledOf(own.open, sure.toSpliced(at, 1).flat(), joined)));
  for (let round = 0, before = alone; round < rounds; round += 1) {
    const next = settledAlike(parted, groups, agreed);
    if (next.every(({ settled }, at) => settled === before[at]?.settled)) break;
    const last = before;
    parted = next.map((own, at) => (shared.has(at) && own.settled !== last[at]?.settled ? partedAnew(own) : own));
    before = [...parted];
  }
  return parted.map(({ open, settled }) => (settled.size === 0 ? open : (open.settledBy?.(settled) ?? open)));
}

function partedAnew({ open, settled }: Parted): Parted {
  const parsed = open.partedBy?.(settled);
  return { open, settled, lines: parsed === undefined ? [] : capturedLines(partedPosts(parsed), open.input?.sidecar) };
}

/** The places of dumps that tell of their lines, where there are several of a channel, in an order that does not depend on that of the dumps. */
function capturesByChannel(dumps: readonly OpenDump[], joined: Joined): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const [at, { dump, settledBy: partAgain }] of dumps.entries()) {
    if (partAgain === undefined || dump.textLines === undefined) continue;
    const { key } = joined(dump.report.channel);
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  const reportOf = (at: number): Pick<ReadDump["report"], "file" | "sha256"> =>
    dumps[at]?.dump.report ?? { file: "", sha256: "" };
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) =>
      group.sort((one, other) => {
        const [mine, theirs] = [reportOf(one), reportOf(other)];
        return compare(mine.file, theirs.file) || compare(mine.sha256, theirs.sha256);
      }),
    );
}

/** Dumps with what captures of one channel settle of each other's lines. */
function settledAlike(
  dumps: readonly Parted[],
  groups: readonly (readonly number[])[],
  settle: (captures: readonly AmongCaptures[]) => Agreement,
): readonly Parted[] {
  const next = [...dumps];
  for (const group of groups) {
    const own = group.flatMap((at) => dumps[at] ?? []);
    const captures = own.map(({ open: { dump }, lines, settled }) => ({
      ...{ file: dump.report.file, lines },
      retrieved: dump.report.retrieved,
      isOldestFirst: dump.report.order === "oldest-first",
      decided: settled,
    }));
    for (const [place, told] of settle(captures).entries()) {
      const [at, before] = [group[place], own[place]];
      if (at !== undefined && before !== undefined) next[at] = withSettled(before, told);
    }
  }
  return next;
}

/** What was decided of a line goes before what is said of it. */
function withSettled({ settled, ...own }: Parted, told: Settled): Parted {
  const isDecided = (line: number): boolean => settled.get(line)?.decided !== undefined;
  const fresh = [...told].filter(([line]) => !isDecided(line));
  return { ...own, settled: fresh.length === 0 ? settled : new Map([...settled, ...fresh]) };
}

/** What posts of other dumps say of a dump's lines. */
function settledOf({ dump, input }: OpenDump, sure: readonly Unnamed[], joined: Joined): Settled {
  const canBeParted = sure.length > 0 && dump.posts.some(({ boundary }) => boundary.kind === "inferred");
  if (input === undefined || !canBeParted) return new Map();
  const own = dump.report.channel;
  const isOwn = ({ channel, forwardedFrom }: Unnamed): boolean =>
    joined(channel).key === joined(own).key || forwardedFrom === own.name;
  const known = sure.map((post): KnownPost => ({ text: post.text, file: post.source.file, sameChannel: isOwn(post) }));
  const starts = new Set(dump.posts.map((post) => post.source.lines[0]?.[0] ?? 0));
  return settledBy(known, tokensOf(input.source), starts);
}

function placed(post: Unnamed, channel: Channel): Placed {
  const { dating, forwardedFrom } = post;
  return { channel, dating, words: identityText(post), ...(forwardedFrom === undefined ? {} : { forwardedFrom }) };
}

/** A dump's posts whose start and end are both beyond doubt: another dump can be parted by them. */
function surelyLimited({ posts }: ReadDump): readonly Unnamed[] {
  return posts.filter((post, index) => isSure(post) && isSure(posts[index + 1]));
}

/** From this probability on a boundary is good enough to settle others; the end of a dump always is. */
const sureFrom = 0.98;

function isSure(post: Unnamed | undefined): boolean {
  return post === undefined || post.boundary.kind !== "inferred" || post.boundary.probability >= sureFrom;
}
