import { type DatingResult, leavesYears } from "../dating/date.ts";
import type { Finding } from "../dialects/kinds/dialect.ts";
import { candidatesText } from "../model/dating-audit.ts";
import type { Day } from "../model/day.ts";
import type { Draft } from "../model/draft.ts";
import { editorOf } from "../model/given.ts";
import { type DumpReport, type LineRole, lineCounts, lineRunsOf, type WebRecord } from "../model/ledger.ts";
import type { Notice } from "../model/notice.ts";
import { attachmentsOf, type Boundary, type Dating, metadataOf, type Source, type Unnamed } from "../model/post.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { hashtagsOf } from "../text/hashtags.ts";
import { linksOf } from "../text/links.ts";
import { mentionsOf } from "../text/mentions.ts";
import { serviceLineOf } from "../text/service-lines.ts";
import { titleOf } from "../text/title.ts";
import type { ParsedDump, ParsedPost } from "./parse.ts";

/** A dump's posts in its own order, and the account of its lines. */
export interface ReadDump {
  readonly posts: readonly Unnamed[];
  readonly report: DumpReport;
  /** Of a text, by post, the lines of its text that are not blank; none of a post whose words are not simply lines. */
  readonly textLines?: readonly (readonly TextLine[])[];
  /** Of a web archive, the accounts of the captures that its posts were read from. */
  readonly captures?: readonly DumpReport[];
  /** Whether a person told the language of its channel. */
  readonly languageSet?: true;
}

/** A line of a post's text, in its dump. */
export interface TextLine {
  /** 1-based. */
  readonly line: number;
  /** The chance that a post starts at it, as the dump was read. */
  readonly chance: number;
}

/** The accounts of a dump: its own, and those of the captures in it. */
export function reportsOf({ report, captures = [] }: Omit<ReadDump, "posts">): readonly DumpReport[] {
  return [report, ...captures];
}

/** What the archive keeps of how a dump came to it. */
export interface Origin {
  /** Day of the dump's first import, or today. */
  readonly today: Day;
  /** Of a capture in a web archive, its record there. */
  readonly record?: WebRecord;
}

/** Makes posts and the account of a dump of what was parsed and dated. */
export function assembleDump(parsed: ParsedDump, dated: DatingResult, { today, record }: Origin): ReadDump {
  const { source, sidecar, dialect, evidence, channel, about } = parsed;
  const retrieved = sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved };
  const count = parsed.posts.length;
  const setBy = setBoundaries(sidecar);
  const outside = (sidecar.boundaries?.outside ?? []).toSorted((one, other) => one.lines[0] - other.lines[0]);
  const posts = parsed.posts.map((post, index): Unnamed => {
    const dating = dated.datings[index];
    if (dating === undefined) throw new RangeError(`post ${index} of ${source.file} was not dated`);
    const place: Source = {
      file: source.file,
      sha256: source.sha256,
      dialect,
      lines: post.lines,
      sequence: dated.order === "oldest-first" ? index + 1 : count - index,
      ...retrieved,
      ...(post.draft.saved === undefined ? {} : { retrieved: post.draft.saved }),
      ...(record?.moment === undefined ? {} : { captured: record.moment }),
      ...(dated.usedToday ? { imported: today } : {}),
    };
    const boundary = setBy(post.draft.lines[0]?.line) ?? post.draft.boundary;
    return { channel, ...postOf(post, dating), boundary, source: place };
  });
  return {
    posts,
    textLines: textLinesIn(parsed),
    ...(sidecar.language === undefined ? {} : { languageSet: true }),
    report: {
      file: source.file,
      sha256: source.sha256,
      bytes: source.bytes,
      lines: source.lines.length,
      dialect,
      evidence,
      channel,
      ...(about === undefined ? {} : { about }),
      ...(sidecar.url === undefined ? {} : { url: sidecar.url }),
      order: dated.order,
      ...retrieved,
      posts: count,
      roles: countsOf(parsed.roles),
      lineRuns: lineRunsOf(parsed.roles),
      ...(outside.length === 0 ? {} : { outside }),
      ...candidatesOf(dated),
      notices: noticesOf(parsed, dated),
      ...(record === undefined ? {} : { record }),
    },
  };
}

/** The lines of each post's text; see `ReadDump`. */
export function textLinesIn({ posts, judged }: Pick<ParsedDump, "posts" | "judged">): readonly (readonly TextLine[])[] {
  const chances = new Map(judged?.tokens.map(({ first }, at) => [first, judged.chances[at] ?? 0]));
  return posts.map(({ draft, text }) => {
    const lines = text.split("\n");
    if (lines.length !== draft.text.length) return [];
    const own = draft.text.flatMap((line, at) => (lines[at]?.trim() ? [line] : []));
    return own.map((line, at) => ({
      line,
      chance: Math.round(1e4 * (at > 0 ? (chances.get(line) ?? 0) : startChance(draft, chances))) / 1e4,
    }));
  });
}

function startChance({ lines, boundary }: Draft, chances: ReadonlyMap<number, number>): number {
  if (boundary.kind !== "inferred") return 1;
  return chances.get(lines[0]?.line ?? 0) ?? boundary.probability;
}

/** What came into question for the days of posts, in the order of time. */
function candidatesOf({ candidates, datings, order }: DatingResult): Pick<DumpReport, "candidates"> {
  const words = candidates.map((each, index) => (knownBases.has(datings[index]?.basis) ? "" : candidatesText(each)));
  if (words.every((each) => each === "")) return {};
  return { candidates: order === "oldest-first" ? words : words.toReversed() };
}

/** Days that come from outside: no other came into question. */
const knownBases: ReadonlySet<string | undefined> = new Set(["given", "timestamp"]);

/** A post, without its channel, its boundary and its place. */
function postOf(post: ParsedPost, dating: Dating): Omit<Unnamed, "channel" | "boundary" | "source"> {
  const { draft, text, language, repairs } = post;
  // What Telegram itself prints is in no language of the channel.
  const isService = draft.media.includes("service") && (text.trim() === "" || serviceLineOf(text) !== undefined);
  return {
    dating,
    title: titleOf(text),
    text,
    language: isService ? "und" : language,
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
  };
}

/** By line: the boundary that an editor set there. */
function setBoundaries({ boundaries }: Sidecar): (line: number | undefined) => Boundary | undefined {
  const starts = new Set(boundaries?.start);
  const settled = new Map(boundaries?.settled?.map(({ line, ...editor }) => [line, editor]));
  return (line = 0) => (starts.has(line) ? { kind: "set", ...editorOf(settled.get(line) ?? {}) } : undefined);
}

/** What is told where nothing says when a dump was saved, and its posts' own words leave their years open. */
function openYears({ usedToday, datings }: DatingResult): readonly Finding[] {
  const open = datings.filter(leavesYears).length;
  if (!usedToday || open === 0) return [];
  const which =
    open === datings.length ? (open === 1 ? "its post" : "its posts") : `${open} of its ${datings.length} posts`;
  const reason = `the dates of ${which} may be years off: the text leaves the year open, and nothing tells when it was saved; if you know that day, write it into the sidecar, such as retrieved: 2026-02-11`;
  return [{ rule: "dating/no-capture-day", reason }];
}

function noticesOf({ source: { file }, posts, findings }: ParsedDump, dated: DatingResult): readonly Notice[] {
  const ofDates = dated.notices.map(({ rule, index, reason }) => {
    const line = index === undefined ? undefined : posts[index]?.draft.lines[0]?.line;
    return { rule, reason, ...(line === undefined ? {} : { line }) };
  });
  return [...findings, ...ofDates, ...openYears(dated)].map((finding) => ({ ...finding, file }));
}

function countsOf(roles: readonly LineRole[]): Readonly<Record<LineRole, number>> {
  const counts = lineCounts();
  for (const role of roles) counts[role] += 1;
  return counts;
}
