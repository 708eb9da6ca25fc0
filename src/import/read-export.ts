import { createHash } from "node:crypto";
import type { Exported, ExportFinding, ExportReader } from "../exports/exported.ts";
import type { ExportFormat, StreamFormat } from "../exports/format.ts";
import { formatsFor } from "../exports/registry.ts";
import { calendar, toPosts } from "../exports/to-posts.ts";
import type { Day } from "../model/day.ts";
import { joinedSequences, type LazySequence, type NewSequence } from "../model/lazy-sequence.ts";
import { type DumpReport, lineCounts } from "../model/ledger.ts";
import type { Channel, Unnamed } from "../model/post.ts";
import { decode, UnreadableDump } from "../read/encoding.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { encodingFindings } from "./encoding-findings.ts";
import { statedChannel } from "./stated-channel.ts";

/** An export as the import takes it; its bytes are given piece by piece. */
export interface ExportInput {
  /** What the archive calls it, as `Source.file` keeps it. */
  readonly file: string;
  readonly sidecar: Sidecar;
  /** The time zone whose days the archive's are, where the sidecar names none; UTC where absent. */
  readonly timezone?: string | undefined;
  /** What the posts are put on while they are read; in memory where absent. */
  readonly newSequence?: NewSequence | undefined;
}

/** An export that is being read. `end` throws `UnreadableDump` where it holds no post. */
export interface ReadingExport {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => ReadExport;
}

/** As `ReadDump`, with posts that are made when they are asked for: there may be more of them than can be held. */
export interface ReadExport {
  readonly posts: LazySequence<Unnamed>;
  /** The channels of the posts. */
  readonly channels: readonly Channel[];
  readonly report: DumpReport;
  /** Of a web archive, the accounts of the captures that the posts were read from. */
  readonly captures?: readonly DumpReport[];
  /** Whether it tells numbers of posts whose days it does not tell. */
  readonly hasPostsWithoutDay?: true;
  /** Whether a person told the language of its channel. */
  readonly languageSet?: true;
}

/** Whether a file is an export, by its name. */
export function isExport(file: string): boolean {
  return formatsFor(file).length > 0;
}

/** Reads an export: its posts with their numbers and moments, and the account of its lines. */
export function readExport({ file, sidecar, timezone, newSequence }: ExportInput): ReadingExport {
  const hash = createHash("sha256");
  let bytes = 0;
  const reader = readerOf(file, sidecar, newSequence);
  return {
    write: (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
      reader.write(chunk);
    },
    end: () => {
      const { format, exported } = reader.end();
      return dumpOf({ file, sidecar, timezone, sha256: hash.digest("hex"), bytes, format, exported });
    },
  };
}

interface Reader {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => { readonly format: ExportFormat; readonly exported: Exported };
}

/** A format that has any length is known by so many first bytes. */
const headSize = 64 * 1024;
/** Telegram Desktop writes a thousand messages a page: a page of more bytes is none. */
const largestText = 64 * 1024 * 1024;

/** Holds a file until its first bytes tell a format that is read piece by piece; a file of any other format is held as a whole. */
function readerOf(file: string, sidecar: Sidecar, newSequence?: NewSequence): Reader {
  const formats = formatsFor(unpackedName(file));
  const streams = formats.filter((format) => format.kind === "stream");
  let held: Uint8Array[] = [];
  let size = 0;
  let stream: { readonly format: StreamFormat; readonly reader: ExportReader } | undefined;
  const recognise = (): void => {
    const head = Buffer.concat(held).subarray(0, headSize);
    const format = streams.find(({ recognises }) => recognises(head));
    if (format === undefined) return;
    stream = { format, reader: format.read(newSequence) };
    for (const chunk of held) stream.reader.write(chunk);
    held = [];
  };
  return {
    write: (chunk) => {
      if (stream !== undefined) return stream.reader.write(chunk);
      const isHead = size < headSize;
      size += chunk.length;
      if (size > largestText && !isHead) throw tooLong(file);
      // Copied, since whoever gave the piece may fill it again.
      held.push(Uint8Array.prototype.slice.call(chunk));
      if (isHead && size >= headSize) recognise();
    },
    end: () => {
      if (size < headSize) recognise();
      if (stream !== undefined) return { format: stream.format, exported: stream.reader.end() };
      return readText(Buffer.concat(held), formats, file, sidecar);
    },
  };
}

function tooLong(file: string): UnreadableDump {
  return new UnreadableDump(
    `Cannot read dump "${file}": it is a page of more than ${largestText >> 20} MB; split it into several files`,
  );
}

/** Reads a whole file by the first format whose posts it holds. */
function readText(bytes: Uint8Array, formats: readonly ExportFormat[], file: string, sidecar: Sidecar) {
  const { text, ...encoding } = decode(bytes, file, sidecar.encoding);
  for (const format of formats) {
    if (format.kind !== "text" || !format.recognises(text)) continue;
    const { findings, ...exported } = format.read(text);
    return { format, exported: { ...exported, findings: [...encodingFindings(encoding), ...findings] } };
  }
  const titles = formats.map(({ title }) => title).join(" or ");
  throw new UnreadableDump(
    `Cannot read dump "${file}": it holds no posts and is not ${titles}; save the page's text as ${textName(file)}`,
  );
}

/** The name of a file before it was compressed. */
export function unpackedName(file: string): string {
  return file.replace(/\.gz$/iu, "");
}

function textName(file: string): string {
  return file.replace(/^.*\/|\.[^.]*$/gu, "").concat(".txt");
}

interface WholeExport extends ExportInput {
  readonly sha256: string;
  readonly bytes: number;
  readonly format: ExportFormat;
  readonly exported: Exported;
}

function dumpOf({ file, sidecar, timezone, sha256, bytes, format, exported }: WholeExport): ReadExport {
  const retrieved = sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved };
  const source = { file, sha256, dialect: format.name, ...retrieved };
  const days = sidecar.timezone ?? timezone ?? "UTC";
  const setting = { source, timezone: sidecar.timezone, days, language: sidecar.language };
  const channels = exported.channels.filter(({ posts }) => posts.length > 0);
  const [first] = channels;
  if (first === undefined)
    throw new UnreadableDump(`Cannot read dump "${file}": ${exported.findings[0]?.reason ?? "it holds no posts"}`);
  if (sidecar.retrieved === undefined && channels.some(({ posts }) => posts.at(0)?.time.kind === "unknown"))
    throw new UnreadableDump(
      `Cannot read dump "${file}": it is ${format.title} and has no timestamp; write the day it was saved into the sidecar, such as retrieved: 2026-02-11`,
    );
  const stated = channels.map((channel) => ({ own: channel.posts, channel: statedChannel(file, sidecar, channel) }));
  const posts = joinedSequences(stated.map(({ own, channel }) => toPosts(own, { ...setting, channel })));
  const { roles, hasPostsWithoutDay, ...clocks } = accountOf(channels, exported.lines, calendar(days));
  const findings = [...exported.findings, ...(sidecar.timezone === undefined ? clockFindings(clocks, days) : [])];
  return {
    posts,
    channels: stated.map(({ channel }) => channel),
    ...(hasPostsWithoutDay ? { hasPostsWithoutDay } : {}),
    ...(sidecar.language === undefined ? {} : { languageSet: true }),
    report: {
      file,
      sha256,
      bytes,
      lines: exported.lines,
      dialect: format.name,
      evidence: `it is ${format.title}, which has post numbers and timestamps`,
      channel: statedChannel(file, sidecar, first),
      ...(first.about === undefined ? {} : { about: first.about }),
      ...(sidecar.url === undefined ? {} : { url: sidecar.url }),
      order: "oldest-first",
      ...retrieved,
      ...(sidecar.timezone === undefined ? {} : { timezone: sidecar.timezone }),
      posts: posts.length,
      roles,
      notices: findings.map((finding) => ({ ...finding, file })),
    },
  };
}

/** How many posts tell a time without its zone, and how many another day than theirs in the archive, on which clocks. */
interface Clocks {
  readonly local: number;
  readonly otherDay: number;
  /** Seconds ahead of UTC. */
  readonly ahead: ReadonlySet<number>;
}

/** Older exports tell the time on their writer's clock and not where it stood; newer ones stood in a zone of their own. */
function clockFindings({ local, otherDay, ahead }: Clocks, days: string): readonly ExportFinding[] {
  const remedy = "name the zone in the sidecar, such as timezone: Europe/Moscow";
  const clocks = [...ahead].sort((one, other) => one - other).map(offsetWords);
  return [
    ...(local === 0
      ? []
      : [
          {
            rule: "export/local-time",
            reason: `${local} of its posts have no time zone, so their dates may be a day off; ${remedy}`,
          },
        ]),
    ...(otherDay === 0
      ? []
      : [
          {
            rule: "export/other-zone",
            reason: `${otherDay} of its posts have another day by the export's own clock (${clocks.join(", ")}); the dates here are those of ${days}. To use its own clock, ${remedy}`,
          },
        ]),
  ];
}

/** `UTC+05:30`. */
function offsetWords(seconds: number): string {
  const minutes = Math.abs(seconds) / 60;
  const [hour, minute] = [minutes / 60, minutes % 60].map((part) => `${Math.floor(part)}`.padStart(2, "0"));
  return `UTC${seconds < 0 ? "-" : "+"}${hour}:${minute}`;
}

/**
 * Lines of posts and lines between them, and what the posts tell of clocks. Exports are written by programs, and no line of theirs is
 * looked at for being blank; their posts stand in the order of their lines.
 */
function accountOf(
  channels: Exported["channels"],
  lines: number,
  dayOf: (moment: string) => Day,
): Clocks & Pick<DumpReport, "roles"> & { readonly hasPostsWithoutDay: boolean } {
  let hasPostsWithoutDay = false;
  let text = 0;
  let end = 0;
  let local = 0;
  let otherDay = 0;
  const clocks = new Set<number>();
  for (const { posts } of channels) {
    for (const post of posts) {
      const { time } = post;
      hasPostsWithoutDay ||= post.number !== undefined && (time.kind === "unknown" || time.kind === "between");
      if (time.kind === "local") local += 1;
      if (time.kind === "moment" && time.ahead !== undefined && dayOf(time.utc) !== clockDay(time.utc, time.ahead)) {
        otherDay += 1;
        clocks.add(time.ahead);
      }
      for (const [first, last] of post.lines) {
        text += Math.max(0, last - Math.max(end, first - 1));
        end = Math.max(end, last);
      }
    }
  }
  return { roles: lineCounts({ text, furniture: lines - text }), hasPostsWithoutDay, local, otherDay, ahead: clocks };
}

/** The day that a clock shows which is so many seconds ahead of UTC. */
function clockDay(moment: string, ahead: number): string {
  return new Date(Date.parse(moment) + 1000 * ahead).toISOString().slice(0, 10);
}
