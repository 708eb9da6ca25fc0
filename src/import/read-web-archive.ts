import { createHash } from "node:crypto";
import { identityText } from "../archive/identity.ts";
import { bestOf } from "../archive/merge.ts";
import type { Day } from "../model/day.ts";
import {
  type GrowingSequence,
  inMemory,
  type LazySequence,
  lazySequence,
  type NewSequence,
} from "../model/lazy-sequence.ts";
import { type DumpReport, lineCounts, type WebRecord, webArchiveDialect } from "../model/ledger.ts";
import type { Notice } from "../model/notice.ts";
import type { Unnamed } from "../model/post.ts";
import { decode, isEncoding, UnreadableDump } from "../read/encoding.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { readSource, type SourceText } from "../read/source-text.ts";
import { slugOf } from "../text/slug.ts";
import { captureDay, type PageAddress, stampOf } from "../webarchive/addresses.ts";
import { pageText } from "../webarchive/page-text.ts";
import { type Revisit, revisitIn, type WebPage, webPageIn } from "../webarchive/pages.ts";
import type { WarcItem } from "../webarchive/records.ts";
import { type ExportInput, type ReadExport, readExport } from "./read-export.ts";
import { statedChannel } from "./stated-channel.ts";

/** A web archive as the import takes it; what is found in it is given one after the other. */
export interface WebArchiveInput {
  /** What the archive of posts calls it, as `Source.file` keeps it. */
  readonly file: string;
  readonly sidecar: Sidecar;
  /** The time zone whose days the days of the captures are; UTC where absent. */
  readonly timezone?: string | undefined;
  /** What the posts are put on while they are read; in memory where absent. */
  readonly newSequence?: NewSequence | undefined;
}

/** A page that is kept as text, for the dialects to read. */
export interface TextCapture {
  readonly source: SourceText;
  readonly sidecar: Sidecar;
  readonly record: WebRecord;
}

/** What a web archive holds. */
export interface ReadWebArchive {
  /** The posts of all pages that tell numbers and moments, each once, united from its captures; with the account of the archive itself. */
  readonly pages: ReadExport;
  readonly texts: readonly TextCapture[];
}

/** A web archive that is being read. `end` throws `UnreadableDump` where it holds no page of a channel. */
export interface ReadingWebArchive {
  /** `inside` is the path of a file in the archive, where that is packed of several. */
  readonly take: (found: WarcItem, inside?: string) => void;
  readonly notice: (reason: string) => void;
  readonly end: (file: { readonly sha256: string; readonly bytes: number }) => ReadWebArchive;
}

interface Capture {
  /** Without what tells it from others of the same page and moment. */
  readonly name: string;
  readonly ending: "html" | "txt";
  /** The page that it is a capture of. */
  readonly page: string;
  readonly record: WebRecord;
  readonly sha256: string;
  /** What tells whether another capture of the page shows something else. */
  readonly shows: string;
  readonly read:
    | { readonly kind: "posts"; readonly report: DumpReport }
    | ({ readonly kind: "text" } & Omit<TextCapture, "record">);
  /** The capture whose page this one saw again, by its place; absent where the record holds the page. */
  readonly original?: number;
  file: string;
}

/** A post as one capture shows it. */
interface Reading {
  readonly capture: number;
  readonly post: Unnamed;
}

/**
 * Reads a web archive: each page of a channel is a capture of its own. Of captures of one page that show the same one after the other, the first and
 * the last are kept, so that it is known between which two a change came. The order of the records changes nothing.
 */
export function readWebArchive({
  file,
  sidecar,
  timezone,
  newSequence = inMemory,
}: WebArchiveInput): ReadingWebArchive {
  const captures: Capture[] = [];
  const readings: GrowingSequence<Reading> = newSequence<Reading>();
  const notices: Notice[] = [];
  const passed = new Map<string, number>();
  const revisits: (Revisit & { readonly inside: string | undefined; readonly record: WebRecord })[] = [];
  let records = 0;
  let unfitNotices = 0;
  let hasPostsWithoutDay = false;

  const tell = (reason: string): void => {
    if (notices.length < mostNotices) notices.push({ rule: "web-archive/damaged", file, reason });
    else unfitNotices += 1;
  };
  const pass = (what: string): void => {
    passed.set(what, (passed.get(what) ?? 0) + 1);
  };

  const take = (found: WarcItem, inside?: string): void => {
    const within = inside === undefined ? "" : `"${inside}", `;
    if (found.kind === "damage") {
      tell(`${within}offset ${found.offset}: ${found.reason}`);
      return;
    }
    records += 1;
    const revisit = revisitIn(found.record);
    if (revisit !== undefined) {
      const { url, moment } = revisit;
      const record = { url, moment, id: idOf(found), offset: found.record.offset };
      revisits.push(copyOf({ ...revisit, inside, record }));
      return;
    }
    const { page, problems, passedOver } = webPageIn(found.record);
    const { offset } = found.record;
    if (problems.length > 0) tell(`${within}record ${idOf(found)} at offset ${offset}: ${problems.join("; ")}`);
    if (page === undefined) {
      pass(passedOver ?? "other records");
      return;
    }
    try {
      keep(page, copyOf(recordOf(page, idOf(found), offset)), inside);
    } catch (error) {
      if (!(error instanceof UnreadableDump)) throw error;
      pass(page.body.length === 0 ? "empty pages" : "pages without posts");
    }
  };

  const nameAt = (address: PageAddress, moment: string | undefined, inside: string | undefined): string =>
    [
      file,
      ...(inside === undefined ? [] : [inside]),
      moment === undefined ? "undated" : stampOf(moment),
      nameOf(address),
    ].join("/");
  const dayOf = (moment: string | undefined): Day | undefined =>
    moment === undefined ? undefined : captureDay(moment, timezone ?? sidecar.timezone);

  /** A page that was the same at another moment is a capture as well: it tells until when nothing had changed. */
  const keepRevisit = (
    { address, moment, refersTo, inside, record }: (typeof revisits)[number],
    originals: ReadonlyMap<string, number>,
  ): void => {
    const page = pageOf(address, inside);
    const { id, digest: sent, moment: when } = refersTo;
    const keys = keysOf(page, sent === undefined ? { id, moment: when } : { id, digest: sent });
    const original = Math.min(...keys.map((key) => originals.get(key) ?? captures.length));
    const found = captures[original];
    if (found === undefined) {
      pass("captures that say that a page is unchanged, which is not in this archive");
      return;
    }
    const day = dayOf(moment);
    const retrieved = day === undefined ? {} : { retrieved: day };
    const read: Capture["read"] =
      found.read.kind === "posts"
        ? { kind: "posts", report: { ...found.read.report, ...retrieved } }
        : { ...found.read, sidecar: { ...found.read.sidecar, ...retrieved } };
    const name = nameAt(address, moment, inside);
    const { digest } = found.record;
    captures.push({
      ...found,
      name,
      file: name,
      page,
      record: { ...record, ...(digest === undefined ? {} : { digest }) },
      read,
      original,
    });
  };

  const keep = (page: WebPage, record: WebRecord, inside: string | undefined): void => {
    const { address, isHtml } = page;
    const name = nameAt(address, record.moment, inside);
    const retrieved = dayOf(record.moment);
    const said: Sidecar = {
      ...(sidecar.timezone === undefined ? {} : { timezone: sidecar.timezone }),
      ...(sidecar.language === undefined ? {} : { language: sidecar.language }),
      ...(retrieved === undefined ? {} : { retrieved }),
      ...(page.charset !== undefined && !/^utf-?8$/u.test(page.charset) && isEncoding(page.charset)
        ? { encoding: page.charset }
        : {}),
    };
    const own = { name, page: pageOf(address, inside), record, file: name };
    const exported =
      isHtml && (page.hasPosts || (address.kind === "telegram" && address.isLanding))
        ? exportOf(page, { file: `${name}.html`, sidecar: said, timezone })
        : undefined;
    if (exported !== undefined) {
      const sha256 = digestOf(page.body);
      const capture = captures.length;
      hasPostsWithoutDay ||= exported.hasPostsWithoutDay ?? false;
      const shown: unknown[] = [exported.report.channel];
      for (const post of exported.posts) {
        const { number, media, poll, editedMark } = post;
        shown.push([number, identityText(post), media, poll?.question, editedMark]);
        readings.push(copyOf({ capture, post }));
      }
      const read = { kind: "posts", report: copyOf({ ...exported.report, sha256 }) } as const;
      captures.push({ ...own, ending: "html", sha256, shows: digestOf(JSON.stringify(shown)), read });
      return;
    }
    if (address.isLanding) throw new UnreadableDump("a page that leads to a post shows none");
    const bytes = isHtml ? Buffer.from(pageText(decode(page.body, name, said.encoding).text)) : page.body;
    const { encoding, ...rest } = said;
    const source = readSource(bytes, `${name}.txt`, isHtml ? undefined : encoding);
    const told: Sidecar = {
      ...rest,
      url: record.url,
      ...(address.handle === undefined ? {} : { handle: address.handle }),
    };
    const { sha256 } = source;
    captures.push({ ...own, ending: "txt", sha256, shows: sha256, read: { kind: "text", source, sidecar: told } });
  };

  const end = (whole: { readonly sha256: string; readonly bytes: number }): ReadWebArchive => {
    const originals = originalsIn(captures);
    for (const revisit of revisits) keepRevisit(revisit, originals);
    nameAll(captures);
    const kept = keptOf(captures);
    const unchanged = captures.length - kept.size;
    if (unfitNotices > 0)
      notices.push({ rule: "web-archive/damaged", file, reason: `${unfitNotices} more places are damaged` });
    if (unchanged > 0) passed.set("captures that show the same as those before and after", unchanged);
    const counts = [...passed]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([what, count]) => `${count} ${what}`);
    if (captures.length === 0)
      throw new UnreadableDump(
        `Cannot read web archive "${file}": none of its ${records} records is a page with posts of a channel${counts.length === 0 ? "" : ` (${counts.join(", ")})`}${notices[0] === undefined ? "" : `; ${notices[0].reason}`}`,
      );
    if (counts.length > 0)
      notices.push({ rule: "web-archive/passed-over", file, reason: `skipped: ${counts.join(", ")}` });
    const reports = [...kept].flatMap((index) => reportOf(captures[index])).sort(byFile);
    const posts = mergedPosts(readings, captures, kept);
    const [first] = reports;
    const report: DumpReport = {
      file,
      ...whole,
      lines: 0,
      dialect: webArchiveDialect,
      evidence: `it is a web archive of ${records} records, ${captures.length} of which are pages of channels`,
      channel: first?.channel ?? statedChannel(file, {}, undefined),
      order: "oldest-first",
      posts: posts.length,
      roles: lineCounts(),
      notices,
    };
    const texts = [...kept].flatMap((index): readonly TextCapture[] => {
      const { read, record, file: name } = captures[index] as Capture;
      return read.kind === "text" ? [{ source: { ...read.source, file: name }, sidecar: read.sidecar, record }] : [];
    });
    texts.sort((one, other) => (one.source.file < other.source.file ? -1 : 1));
    const channels = new Map(reports.map(({ channel }) => [JSON.stringify(channel), channel]));
    const open = {
      ...(hasPostsWithoutDay ? { hasPostsWithoutDay } : {}),
      ...(sidecar.language === undefined ? {} : { languageSet: true as const }),
    };
    return { pages: { posts, channels: [...channels.values()], report, captures: reports, ...open }, texts };
  };
  return { take, notice: tell, end };
}

/** A copy that holds no part of the page it was read from: words that were cut out of a text keep all of it in memory. */
function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** So many damaged places are told one by one. */
const mostNotices = 100;

function byFile(one: DumpReport, other: DumpReport): number {
  return one.file < other.file ? -1 : one.file > other.file ? 1 : 0;
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

function pageOf({ page }: PageAddress, inside: string | undefined): string {
  return `${inside ?? ""} ${page}`;
}

/** By what a later record may name them, the place of the first capture of each. */
function originalsIn(captures: readonly Capture[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [place, { page, record }] of captures.entries())
    for (const key of keysOf(page, record)) if (!places.has(key)) places.set(key, place);
  return places;
}

/** A record is named by its id, or by its page with the digest of what was sent or with its moment. */
function keysOf(
  page: string,
  { id, digest, moment }: { readonly [Told in "id" | "digest" | "moment"]?: string | undefined },
): readonly string[] {
  return [
    ...(id === undefined ? [] : [`id ${id}`]),
    ...(digest === undefined ? [] : [`digest ${digest} ${page}`]),
    ...(moment === undefined ? [] : [`moment ${moment} ${page}`]),
  ];
}

function idOf(found: Extract<WarcItem, { readonly kind: "record" }>): string {
  return found.record.headers.get("warc-record-id")?.replace(/^<|>$/gu, "") ?? "without id";
}

function recordOf({ url, moment, digest }: WebPage, id: string, offset: number): WebRecord {
  return { url, ...(moment === undefined ? {} : { moment }), id, offset, ...(digest === undefined ? {} : { digest }) };
}

/** A page's address as a path: `t.me/s/harbour_news`, `t.me/s/harbour_news_before=120`. */
function nameOf({ page }: PageAddress): string {
  const [path = "", query = ""] = page.split(/\?(?<query>.*)/u);
  const parts = path.split("/").map((part) => part.replace(/[^\p{L}\p{N}.@_=~-]/gu, "_").replace(/^\.+$/u, "_"));
  return parts
    .join("/")
    .concat(query === "" ? "" : `_${slugOf(query) || "query"}`)
    .slice(0, 200);
}

/** Reads a page that shows posts with numbers; links that an archive of the web rewrote lead where they led. */
function exportOf({ body }: WebPage, input: ExportInput): ReadExport | undefined {
  const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString("latin1");
  const { write, end } = readExport(input);
  write(Buffer.from(text.replace(rewritten, ""), "latin1"));
  return end();
}

/** `https://web.archive.org/web/20240112093001/` before an address. */
const rewritten = /(?:(?:https?:)?\/\/web\.archive\.org)?\/web\/\d{4,14}(?:[a-z]{2}_)?\/(?=https?:\/)/gu;

/** Gives each capture its name; of those of one page and one moment, in the order of their digests. */
function nameAll(captures: readonly Capture[]): void {
  const named = new Map<string, Capture[]>();
  for (const capture of captures) {
    const key = `${capture.name}.${capture.ending}`;
    named.set(key, [...(named.get(key) ?? []), capture]);
  }
  for (const same of named.values()) {
    same.sort((one, other) => (one.sha256 < other.sha256 ? -1 : 1));
    for (const [index, capture] of same.entries())
      capture.file = `${capture.name}${index === 0 ? "" : `~${index + 1}`}.${capture.ending}`;
  }
}

/** The captures that are kept: not those that show what the one before and the one after of the same page show. By index. */
function keptOf(captures: readonly Capture[]): ReadonlySet<number> {
  const series = new Map<string, { readonly index: number; readonly capture: Capture }[]>();
  for (const [index, capture] of captures.entries()) {
    const own = series.get(capture.page) ?? [];
    series.set(capture.page, own);
    own.push({ index, capture });
  }
  const kept = new Set<number>();
  for (const own of series.values()) {
    own.sort((one, other) => compareMoments(one.capture, other.capture));
    for (const [place, { index, capture }] of own.entries()) {
      const [before, after] = [own[place - 1]?.capture, own[place + 1]?.capture];
      if (before?.shows !== capture.shows || after?.shows !== capture.shows) kept.add(index);
    }
  }
  return kept;
}

function compareMoments(one: Capture, other: Capture): number {
  const [first, second] = [one, other].map(({ record: { moment = "" }, file }) => `${moment} ${file}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
}

function reportOf(capture: Capture | undefined): readonly DumpReport[] {
  if (capture?.read.kind !== "posts") return [];
  const { report } = capture.read;
  const { file, record } = capture;
  return [{ ...report, file, notices: report.notices.map((notice) => ({ ...notice, file })), record }];
}

/** Each post once, by channel and number, united from the captures that are kept. */
function mergedPosts(
  readings: LazySequence<Reading>,
  captures: readonly Capture[],
  kept: ReadonlySet<number>,
): LazySequence<Unnamed> {
  const places = new Map<string, { readonly key: string; readonly number: number; readonly at: [number, number][] }>();
  const again = new Map<number, number[]>();
  for (const [index, { original }] of captures.entries())
    if (original !== undefined) again.set(original, [...(again.get(original) ?? []), index]);
  let place = 0;
  for (const reading of readings) {
    const { post } = reading;
    for (const capture of [reading.capture, ...(again.get(reading.capture) ?? [])].filter((each) => kept.has(each))) {
      const { channel, number = 0, source } = post;
      const key = number === 0 ? `${channel.key} ${captures[capture]?.file} ${source.sequence}` : channel.key;
      const own = places.get(`${key} ${number}`) ?? { key, number, at: [] };
      places.set(`${key} ${number}`, own);
      own.at.push([place, capture]);
    }
    place += 1;
  }
  const posts = [...places.values()].sort((one, other) =>
    one.key < other.key ? -1 : one.key > other.key ? 1 : one.number - other.number,
  );
  return lazySequence(posts.length, (index) =>
    bestOf((posts[index]?.at ?? []).flatMap(([at, capture]) => placed(readings.at(at), captures[capture]))),
  );
}

/** A post with its place in its capture. */
function placed(reading: Reading | undefined, capture: Capture | undefined): readonly Unnamed[] {
  if (reading === undefined || capture === undefined) return [];
  const { post } = reading;
  const { moment } = capture.record;
  const { file, sha256 } = capture;
  const source = { ...post.source, file, sha256, ...(moment === undefined ? {} : { captured: moment }) };
  return [{ ...post, source }];
}
