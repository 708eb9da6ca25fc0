import { channelsJoined, plainKey } from "../archive/channels.ts";
import type { Facts } from "../archive/facts.ts";
import { identityText } from "../archive/identity.ts";
import { type Dateable, datePosts } from "../dating/date.ts";
import type { Constraint } from "../dating/solver/constraint.ts";
import { constraintsBetween, type Placed } from "../dating/solver/links-between-dumps.ts";
import { type KnownPost, type Settlement, settledBy } from "../dialects/boundaries/known-posts.ts";
import type { Hints, Parsed } from "../dialects/kinds/dialect.ts";
import { recognise } from "../dialects/kinds/registry.ts";
import { tokensOf } from "../dialects/lines/tokens.ts";
import { addDays, type Day, isTellable } from "../model/day.ts";
import type { Draft } from "../model/draft.ts";
import { editorOf } from "../model/given.ts";
import { type DumpReport, type LineRole, lineRoles, lineRunsOf, type WebRecord } from "../model/ledger.ts";
import type { Notice } from "../model/notice.ts";
import {
  attachmentsOf,
  type Boundary,
  type Channel,
  type LineRange,
  metadataOf,
  type Repair,
  type Unnamed,
} from "../model/post.ts";
import type { Decoded } from "../read/encoding.ts";
import { BadSidecar, type Sidecar } from "../read/sidecar.ts";
import { isBlank, lineAt, type SourceText } from "../read/source-text.ts";
import { hashtagsOf } from "../text/hashtags.ts";
import { languagesOf } from "../text/language.ts";
import { linksOf } from "../text/links.ts";
import { mentionsOf } from "../text/mentions.ts";
import { mend } from "../text/repairs.ts";
import { slugOf } from "../text/slug.ts";
import { titleOf } from "../text/title.ts";

/** A dump as the import takes it: its text, what a person says about it, and a last bound for its dates. */
export interface DumpInput {
  readonly source: SourceText;
  readonly sidecar: Sidecar;
  /** Day of the dump's first import, or today: the last bound where neither the sidecar nor the text gives one. */
  readonly today: Day;
  /** What posts of other dumps say of this one's lines; see `settledBy`. */
  readonly settled?: ReadonlyMap<number, Settlement>;
  /** Days given by hand or told by exports: facts for the dating of this dump. */
  readonly facts?: Facts;
  /** What other dumps say of the days of this one's posts, by place; see `constraintsBetween`. */
  readonly constraints?: ReadonlyMap<number, Constraint>;
  /** Of a capture in a web archive, its record there. */
  readonly record?: WebRecord;
}

/** A dump's posts in its own order, and the account of its lines. */
export interface ReadDump {
  readonly posts: readonly Unnamed[];
  readonly report: DumpReport;
  /** Of a web archive, the accounts of the captures that its posts were read from. */
  readonly captures?: readonly DumpReport[];
}

/** The accounts of a dump: its own, and those of the captures in it. */
export function reportsOf({ report, captures = [] }: Omit<ReadDump, "posts">): readonly DumpReport[] {
  return [report, ...captures];
}

/** `readDump`, or what gives the same. */
export type DumpReader = (input: DumpInput) => ReadDump;

/**
 * The left half of the house on one screen: recognise the page, part it, mend its damage, tell languages, date the posts, and
 * account for every line. Never fails on account of the text; throws `BadSidecar` where a sidecar's boundary names no line.
 */
export function readDump({ source, sidecar, today, settled, facts, constraints, record }: DumpInput): ReadDump {
  const { dialect, evidence } = recognise(source);
  const told = hintsOf(source, sidecar);
  const parsed = dialect.parse(source, dialect.printsOnce ? withSettled(told, settled) : told);
  const channel = statedChannel(source.file, sidecar, parsed.channel);
  const texts = parsed.drafts.map((draft) => textOf(source, draft));
  const languages = languagesOf(
    texts.map(({ text }) => text),
    sidecar.language,
  );
  const order = sidecar.order ?? parsed.order;
  const factsHere = facts?.(channel);
  const wordsHere = parsed.drafts.map((draft, index) =>
    identityText({ ...attachmentsOf(draft), text: texts[index]?.text ?? "" }),
  );
  const once = placesOfUnique(wordsHere);
  const dated = datePosts({
    posts: texts.map(({ text }, index): Dateable => {
      const draft = parsed.drafts[index];
      const lines = draft === undefined ? [] : rangesOf(source, draft);
      const words = once.has(index) ? (wordsHere[index] ?? "") : "";
      const fact = factsHere?.({ sha256: source.sha256, lines, words });
      // A person's word goes before the page's, and the page's own before what other captures tell: a second import says the same.
      const all = [
        fact?.basis === "given" ? fact : undefined,
        statedDay(draft, sidecar),
        fact,
        constraints?.get(index),
      ];
      const outside = all.find((one) => one !== undefined && canDate(one));
      return {
        text,
        language: languages[index] ?? "und",
        ...(outside === undefined ? {} : { known: outside }),
        ...(draft?.clock === undefined ? {} : { clock: draft.clock }),
      };
    }),
    ...(order === undefined ? {} : { order }),
    ...(sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved }),
    today,
  });
  const setBy = setBoundaries(sidecar);
  const posts = parsed.drafts.map((draft, index): Unnamed => {
    const { text, repairs } = texts[index] ?? { text: "", repairs: [] };
    const dating = dated.datings[index];
    if (dating === undefined) throw new RangeError(`post ${index} of ${source.file} was not dated`);
    return {
      channel,
      dating,
      title: titleOf(text),
      text,
      language: languages[index] ?? "und",
      tags: hashtagsOf(text),
      mentions: mentionsOf(text),
      links: linksOf(text),
      ...(draft.forwardedFrom === undefined ? {} : { forwardedFrom: draft.forwardedFrom }),
      ...(draft.replyTo === undefined ? {} : { replyTo: draft.replyTo }),
      media: draft.media,
      ...attachmentsOf(draft),
      reactions: draft.reactions,
      ...metadataOf(draft),
      ...(draft.number === undefined ? {} : { number: draft.number }),
      repairs,
      boundary: setBy(draft.lines[0]?.line) ?? draft.boundary,
      source: {
        file: source.file,
        sha256: source.sha256,
        dialect: dialect.name,
        lines: rangesOf(source, draft),
        sequence: dated.order === "oldest-first" ? index + 1 : parsed.drafts.length - index,
        ...(sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved }),
        ...(record?.moment === undefined ? {} : { captured: record.moment }),
        ...(dated.usedToday ? { imported: today } : {}),
      },
    };
  });
  const dateFindings = dated.notices.map(({ rule, index, reason }) => {
    const line = index === undefined ? undefined : parsed.drafts[index]?.lines[0]?.line;
    return { rule, reason, ...(line === undefined ? {} : { line }) };
  });
  const notices = [
    ...encodingFindings(source.decoded),
    ...parsed.findings,
    ...(dialect.printsOnce ? settledFindings(parsed.drafts, settled) : []),
    ...dateFindings,
  ].map((finding): Notice => ({ ...finding, file: source.file }));
  const roles = rolesOf(source, parsed);
  const report: DumpReport = {
    file: source.file,
    sha256: source.sha256,
    bytes: source.bytes,
    lines: source.lines.length,
    dialect: dialect.name,
    evidence,
    channel,
    order: dated.order,
    ...(sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved }),
    posts: posts.length,
    roles: countsOf(roles),
    lineRuns: lineRunsOf(roles),
    notices,
    ...(record === undefined ? {} : { record }),
  };
  return { posts, report };
}

/**
 * The day that a page states for a post. A clock whose time zone nobody told is 14 hours ahead of UTC at most, and 12 behind it: the archive's day can
 * then be a neighbour of the stated one.
 */
function statedDay(draft: Draft | undefined, { timezone }: Sidecar): Constraint | undefined {
  if (draft?.stated === undefined) return undefined;
  const { day, printed, or = day } = draft.stated;
  if (!isTellable(day) || !isTellable(or)) return undefined;
  const hour = Number(draft.clock?.slice(0, 2) ?? 12);
  const open = timezone === undefined;
  return {
    best: day,
    earliest: addDays(day < or ? day : or, open && hour < 14 ? -1 : 0),
    latest: addDays(day > or ? day : or, open && hour >= 12 ? 1 : 0),
    basis: "timestamp",
    evidence: printed,
  };
}

/** Whether neighbours can be dated by a day: a person may well give one that no page can have. */
function canDate({ best, earliest, latest }: Constraint): boolean {
  return [best, earliest, latest].every((day) => day === undefined || isTellable(day));
}

/** The places of what stands in a list once. */
function placesOfUnique(list: readonly string[]): ReadonlySet<number> {
  const places = new Map<string, number>();
  for (const [index, item] of list.entries()) places.set(item, places.has(item) ? -1 : index);
  return new Set(places.values());
}

/** An encoding that was found is always told: a person sees at a glance whether it is right. */
export function encodingFindings(decoded: Omit<Decoded, "text">): readonly Omit<Notice, "file">[] {
  if (decoded.reason === undefined) return [];
  const reason = `read as ${decoded.encoding}, since ${decoded.reason}; if its words look wrong, name its encoding in the sidecar, such as encoding: koi8-r`;
  return [{ rule: "read/encoding", reason }];
}

/** By line: the boundary that an editor set there. */
function setBoundaries({ boundaries }: Sidecar): (line: number | undefined) => Boundary | undefined {
  const starts = new Set(boundaries?.start);
  const settled = new Map(boundaries?.settled?.map(({ line, ...editor }) => [line, editor]));
  return (line = 0) => (starts.has(line) ? { kind: "set", ...editorOf(settled.get(line) ?? {}) } : undefined);
}

function hintsOf(source: SourceText, sidecar: Sidecar): Hints {
  const { start = [], join = [] } = sidecar.boundaries ?? {};
  for (const line of [...start, ...join]) {
    const problem = line > source.lines.length ? `the dump has ${source.lines.length} lines` : "that line is blank";
    if (!isBlank(lineAt(source, line))) continue;
    throw new BadSidecar(`Cannot use the sidecar of "${source.file}": key "boundaries" names line ${line}: ${problem}`);
  }
  return { start: new Set(start), join: new Set(join) };
}

/** A person's word, and what posts of other dumps say beside it. */
function withSettled(told: Hints, settled: ReadonlyMap<number, Settlement> = new Map()): Hints {
  if (settled.size === 0) return told;
  return { ...told, known: new Map([...settled].map(([line, { odds }]) => [line, odds])) };
}

/** One finding for each other dump by which posts of this one were told apart. */
function settledFindings(
  drafts: readonly Draft[],
  settled: ReadonlyMap<number, Settlement> = new Map(),
): readonly Omit<Notice, "file">[] {
  const places = new Map<string, { readonly line: number; readonly probability: number }[]>();
  for (const { lines, boundary } of drafts) {
    const line = lines[0]?.line ?? 0;
    const said = settled.get(line);
    if (said === undefined || said.odds < 0 || boundary.kind !== "inferred") continue;
    places.set(said.file, [...(places.get(said.file) ?? []), { line, probability: boundary.probability }]);
  }
  return [...places].map(([file, own]) => {
    const where = own.map(({ line, probability }) => `line ${line} (probability ${probability})`).join(", ");
    return {
      rule: "boundary/settled",
      line: own[0]?.line ?? 1,
      reason: `a post starts at ${where}, since "${file}" holds the same post`,
    };
  });
}

/**
 * Reads again, with what the other dumps know for sure, every dump that has inferred boundaries of its own, and dates again every dump that
 * shares posts with another. An export has no `input`: it is sure of all that it tells.
 */
export function settleTogether(
  read: readonly { readonly input: DumpInput | undefined; readonly dump: ReadDump }[],
  readAgain: DumpReader = readDump,
): readonly ReadDump[] {
  const joined = channelsJoined(read.flatMap(({ dump }) => channelsOf(dump)));
  const sure = read.map(({ dump }) => surelyLimited(dump));
  const parted = read.map(({ input, dump }, at) => {
    if (input === undefined || !dump.posts.some((post) => post.boundary.kind === "inferred")) return { input, dump };
    const own = dump.report.channel;
    const isOwn = ({ channel, forwardedFrom }: Unnamed): boolean =>
      joined(channel).key === joined(own).key || forwardedFrom === own.name;
    const known = sure.flatMap((posts, other) =>
      other === at
        ? []
        : posts.map((post): KnownPost => ({ text: post.text, file: post.source.file, sameChannel: isOwn(post) })),
    );
    const starts = new Set(dump.posts.map((post) => post.source.lines[0]?.[0] ?? 0));
    const settled = settledBy(known, tokensOf(input.source), starts);
    if (settled.size === 0) return { input, dump };
    return { input: { ...input, settled }, dump: readAgain({ ...input, settled }) };
  });
  const between = constraintsBetween(
    parted.map(({ dump }) => dump.posts.map((post) => placed(post, joined(post.channel)))),
  );
  return parted.map(({ input, dump }, at) => {
    const own = between[at];
    return own === undefined || own.size === 0 || input === undefined
      ? dump
      : readAgain({ ...input, constraints: own });
  });
}

/** The channels of a dump and of its posts: an export may be of several. */
export function channelsOf({ report, posts }: ReadDump): readonly Channel[] {
  return [report.channel, ...posts.map((post) => post.channel)];
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

/**
 * The channel, from the sidecar or from what the dump itself says. A dump that names none is never guessed at: it is named after itself.
 */
export function statedChannel(
  file: string,
  sidecar: Sidecar,
  told: { readonly name?: string; readonly handle?: string } | undefined,
): Channel {
  const name = sidecar.channel ?? told?.name;
  const handle = sidecar.handle ?? told?.handle;
  const stem = file.replace(/\.[^.]*$/u, "");
  if (name === undefined && handle === undefined) {
    const key = ["unidentified", slugOf(stem)].filter(Boolean).join("-");
    return { key, name: `Unidentified channel (${stem})`, identified: false };
  }
  const shown = name ?? `@${handle}`;
  const channel = { name: shown, identified: true, ...(handle === undefined ? {} : { handle }) };
  return { key: plainKey(channel) || `channel-${slugOf(stem)}`, ...channel };
}

/** The best text of a draft, its lines mended, with no blank lines at its ends. */
function textOf(source: SourceText, draft: Draft): { readonly text: string; readonly repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  const lines = draft.text.map((line) => {
    const mended = mend(draft.says?.get(line) ?? lineAt(source, line));
    for (const repair of mended.repairs) repairs.push({ line, ...repair });
    return mended.text;
  });
  return { text: lines.join("\n"), repairs };
}

/** All lines of a draft as ranges, in the dump's order; blank lines between two of its lines belong to it. */
function rangesOf(source: SourceText, draft: Draft): readonly LineRange[] {
  const ranges: [number, number][] = [];
  for (const line of draft.lines.map((owned) => owned.line).sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last !== undefined && onlyBlank(source, last[1] + 1, line - 1)) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

function onlyBlank(source: SourceText, from: number, to: number): boolean {
  for (let line = from; line <= to; line += 1) if (!isBlank(lineAt(source, line))) return false;
  return true;
}

/** The ledger of a dump: every line has one role. Throws where a dialect gave a line to two posts. */
function rolesOf(source: SourceText, parsed: Parsed): readonly LineRole[] {
  const roles = source.lines.map((line): LineRole => (isBlank(line) ? "blank" : "furniture"));
  for (const { line, role } of parsed.drafts.flatMap((draft) => draft.lines)) {
    if (roles[line - 1] !== "furniture") throw new RangeError(`line ${line} of ${source.file} was given away twice`);
    roles[line - 1] = role;
  }
  return roles;
}

function countsOf(roles: readonly LineRole[]): Readonly<Record<LineRole, number>> {
  const counts = Object.fromEntries(lineRoles.map((role) => [role, 0])) as Record<LineRole, number>;
  for (const role of roles) counts[role] += 1;
  return counts;
}
