import { createHash } from "node:crypto";
import type { Exported, ExportedPost, ExportFinding } from "../exports/exported.ts";
import { telegramJson } from "../exports/telegram-json.ts";
import { type PageKind, readPage } from "../exports/telegram-pages.ts";
import { toPosts } from "../exports/to-posts.ts";
import { isTellable, parseDay, tellableDays } from "../model/day.ts";
import { joinedRows, type NewSequence, type Row } from "../model/lazy-sequence.ts";
import { type DumpReport, type LineRole, lineRoles } from "../model/ledger.ts";
import type { Channel, Unnamed } from "../model/post.ts";
import { decode, UnreadableDump } from "../read/encoding.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { encodingFindings, statedChannel } from "./read-dump.ts";

/** An export as the import takes it; its bytes are given piece by piece. */
export interface ExportInput {
  /** What the archive calls it, as `Source.file` keeps it. */
  readonly file: string;
  readonly sidecar: Sidecar;
  /** What the posts are put on while they are read; in memory where absent. */
  readonly newSequence?: NewSequence;
}

/** An export that is being read. `end` throws `UnreadableDump` where it holds no post. */
export interface ReadingExport {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => ReadExport;
}

/** As `ReadDump`, with posts that are made when they are asked for: there may be more of them than can be held. */
export interface ReadExport {
  readonly posts: Row<Unnamed>;
  /** The channels of the posts. */
  readonly channels: readonly Channel[];
  readonly report: DumpReport;
}

/** Whether a file is an export, by its name: the formats that `readExport` takes. */
export function isExport(file: string): boolean {
  return /\.(?:json|html?)$/iu.test(file);
}

/** Reads an export: its posts with their numbers and moments, and the account of its lines. */
export function readExport({ file, sidecar, newSequence }: ExportInput): ReadingExport {
  const hash = createHash("sha256");
  let bytes = 0;
  const reader = /\.json(?:\.gz)?$/iu.test(file) ? jsonReader(newSequence) : pageReader(file, sidecar);
  return {
    write: (chunk) => {
      hash.update(chunk);
      bytes += chunk.length;
      reader.write(chunk);
    },
    end: () => {
      const { kind, exported } = reader.end();
      return dumpOf({ file, sidecar, sha256: hash.digest("hex"), bytes, kind, exported });
    },
  };
}

type Kind = "telegram-json" | PageKind;

const evidence: Readonly<Record<Kind, string>> = {
  "telegram-json": "it is an export of Telegram Desktop in JSON, which tells numbers and moments",
  "telegram-html": "it is a page of an export of Telegram Desktop, which tells numbers and moments",
  "telegram-page": "it is a page of t.me as a browser saves it, which tells numbers and moments",
};

interface Reader {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => { readonly kind: Kind; readonly exported: Exported };
}

function jsonReader(newSequence?: NewSequence): Reader {
  const { write, end } = telegramJson(newSequence);
  return { write, end: () => ({ kind: "telegram-json", exported: end() }) };
}

/** Telegram Desktop writes a thousand messages a page: a page of more bytes is none. */
const largestPage = 64 * 1024 * 1024;

function pageReader(file: string, sidecar: Sidecar): Reader {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  return {
    write: (chunk) => {
      bytes += chunk.length;
      if (bytes > largestPage)
        throw new UnreadableDump(
          `Cannot read dump "${file}": a page of more than ${largestPage / 1024 / 1024} MB; part it`,
        );
      // Copied, since whoever gave the piece may fill it again.
      chunks.push(Uint8Array.prototype.slice.call(chunk));
    },
    end: () => {
      const { text, ...encoding } = decode(Buffer.concat(chunks), file, sidecar.encoding);
      const read = readPage(text);
      if (read !== undefined) {
        const { kind, exported } = read;
        return { kind, exported: { ...exported, findings: [...encodingFindings(encoding), ...exported.findings] } };
      }
      throw new UnreadableDump(
        `Cannot read dump "${file}": it holds no posts, neither of Telegram Desktop's export nor of t.me; save the page's text as ${textName(file)}`,
      );
    },
  };
}

function textName(file: string): string {
  return file.replace(/^.*\/|\.[^.]*$/gu, "").concat(".txt");
}

interface WholeExport extends ExportInput {
  readonly sha256: string;
  readonly bytes: number;
  readonly kind: Kind;
  readonly exported: Exported;
}

function dumpOf({ file, sidecar, sha256, bytes, kind, exported }: WholeExport): ReadExport {
  const retrieved = sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved };
  const source = { file, sha256, dialect: kind, ...retrieved };
  const setting = { source, timezone: sidecar.timezone, language: sidecar.language };
  const channels = exported.channels.filter(({ posts }) => posts.length > 0);
  const [first] = channels;
  if (first === undefined)
    throw new UnreadableDump(`Cannot read dump "${file}": ${exported.findings[0]?.reason ?? "it holds no posts"}`);
  const stated = channels.map((channel) => ({ own: channel.posts, channel: statedChannel(file, sidecar, channel) }));
  const posts = joinedRows(stated.map(({ own, channel }) => toPosts(own, { ...setting, channel })));
  const { roles, local } = accountOf(channels, exported.lines, file);
  const findings = [...exported.findings, ...clockFindings(local, sidecar)];
  return {
    posts,
    channels: stated.map(({ channel }) => channel),
    report: {
      file,
      sha256,
      bytes,
      lines: exported.lines,
      dialect: kind,
      evidence: evidence[kind],
      channel: statedChannel(file, sidecar, first),
      order: "oldest-first",
      ...retrieved,
      posts: posts.length,
      roles,
      notices: findings.map((finding) => ({ ...finding, file })),
    },
  };
}

/** Older exports tell the time on their writer's clock and not where it stood. */
function clockFindings(local: number, { timezone }: Sidecar): readonly ExportFinding[] {
  if (local === 0 || timezone !== undefined) return [];
  const reason = `${local} of its posts tell no time zone, so their days are sure to a day only; name the zone in the sidecar, such as timezone: Europe/Moscow`;
  return [{ rule: "export/local-time", reason }];
}

/**
 * Lines of posts and lines between them, and how many posts tell a time without a zone. Exports are written by programs, and no line of theirs is
 * looked at for being blank; their posts stand in the order of their lines. Throws `UnreadableDump` where a time is none that Telegram tells.
 */
function accountOf(channels: Exported["channels"], lines: number, file: string) {
  let text = 0;
  let end = 0;
  let local = 0;
  for (const { posts } of channels) {
    for (const post of posts) {
      refuseUntellable(post, file);
      if (post.time.kind === "local") local += 1;
      for (const [first, last] of post.lines) {
        text += Math.max(0, last - Math.max(end, first - 1));
        end = Math.max(end, last);
      }
    }
  }
  const counts = Object.fromEntries(lineRoles.map((role) => [role, 0])) as Record<LineRole, number>;
  return { roles: { ...counts, text, furniture: lines - text }, local };
}

function refuseUntellable({ time, lines }: ExportedPost, file: string): void {
  const told = time.kind === "moment" ? time.utc : time.kind === "local" ? time.local : time.day;
  const day = parseDay(told.slice(0, 10));
  if (day !== undefined && isTellable(day)) return;
  const range = `from ${tellableDays.first} to ${tellableDays.last}`;
  throw new UnreadableDump(
    `Cannot read dump "${file}": line ${lines[0]?.[0] ?? 1}: a message is dated ${told}; export it again, or write a date ${range} there`,
  );
}
