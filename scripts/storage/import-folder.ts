import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ComparedPost, differences, forComparison } from "../../src/archive/compare.ts";
import { isId } from "../../src/archive/identity.ts";
import { mergeLedger } from "../../src/archive/plan.ts";
import { type Batch, ImportSummary } from "../../src/archive/summary.ts";
import { postFilePath } from "../../src/markdown/post-file.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import { type Notice, noticeLine } from "../../src/model/notice.ts";
import type { Channel, Post } from "../../src/model/post.ts";
import { adoptAll } from "./adopt.ts";
import { batchesOf } from "./batches.ts";
import { refuseConflicts } from "./dump-conflicts.ts";
import type { FoundDump } from "./dumps.ts";
import { linkedFolderIn, linkedFolderReason } from "./files-below.ts";
import { type FindOptions, foundIn, foundUnpacked, loneSidecars, timezoneOf } from "./found-dumps.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { hasFolder, type ImportTools, knownTo, toolsFor } from "./import-tools.ts";
import { KnownExports } from "./known-exports.ts";
import { DaysOfImports, digestOfSources, keepImport } from "./known-import.ts";
import { KnownPosts } from "./known-posts.ts";
import { readLedger, writeLedger } from "./ledger-file.ts";
import { readSettingsOf } from "./load-archive.ts";
import { alone } from "./lock.ts";
import { MediaKeeper, type MediaOptions } from "./media-keeper.ts";
import { withStoredMedia } from "./media-store.ts";
import { staySmall } from "./memory.ts";
import { unreadFiles } from "./other-files.ts";
import { movedPages, publishedPostsOf, readPermalinksOf, recordPosts } from "./permalinks.ts";
import { type FileWork, fileWork, removeFiles, writeFiles } from "./post-files.ts";
import { Readings } from "./readings.ts";
import { takeUpRenames } from "./rename-dumps.ts";
import { begin, finish, grownBefore, unfinishedName } from "./unfinished.ts";
import { unnamedChannels } from "./unnamed-channels.ts";
import { removeUnfinished } from "./write-whole.ts";

/** Imports what an archive holds and what it is asked to take, packed files among it; nobody else is at work there. Throws as `runImport` does. */
export async function importHere(options: ImportOptions, tools: ImportTools): Promise<ImportReport> {
  const { content, dumps } = options;
  refuseDamaged(options);
  removeAllUnfinished(content);
  const refused = adoptAll(dumps, content);
  const asRead = sourcesNow(content, tools);
  const media = mediaOptionsOf(content);
  const keeper = media.media !== "none" ? new MediaKeeper(content, media) : undefined;
  const found = await foundIn(content, { ...findingWith(content, tools), keeper });
  const told = [...(keeper?.notices ?? []), ...loneSidecars(content), ...unreadFiles(content)];
  return importFound(options, [...refused, ...found], tools, { told, asRead });
}

/**
 * Reads dumps and brings `content/posts` and `content/ledger.json` up to them. A dump that cannot be read costs nothing: its
 * posts stay as they were; a post file that cannot be read is left alone.
 */
export function runImport(options: ImportOptions): ImportReport {
  const { content, dumps } = options;
  const tools = toolsFor(options);
  try {
    if (!hasFolder(options)) return importFound(options, [], tools);
    return alone(content, () => {
      const known = knownTo(tools, options);
      if (known !== undefined) return known;
      refuseDamaged(options);
      removeAllUnfinished(content);
      const refused = adoptAll(dumps, content);
      const asRead = sourcesNow(content, tools);
      const found = foundUnpacked(content, findingWith(content, tools));
      return importFound(options, [...refused, ...found], tools, {
        told: [...loneSidecars(content), ...unreadFiles(content)],
        asRead,
      });
    });
  } finally {
    tools.close();
  }
}

/**
 * Reads what an import needs of its content folder before it changes anything there. Throws an Error that names file and
 * remedy. Posts are not among it: one that cannot be read is left alone.
 */
function refuseDamaged({ content }: ImportOptions): void {
  const linked = linkedFolderIn(content);
  if (linked !== undefined) throw new Error(linkedFolderReason(linked));
  if (existsSync(join(content, "site.yml"))) readSettingsOf(content);
  readLedger(content);
  readPermalinksOf(content);
}

function removeAllUnfinished(content: string): void {
  for (const place of [content, join(content, "dumps"), join(content, "posts")])
    removeUnfinished(place, unfinishedName);
}

function findingWith(content: string, { disk, store }: ImportTools): FindOptions {
  return { sequences: disk, ...(store && { known: new KnownExports(content, store, disk, timezoneOf(content)) }) };
}

function sourcesNow(content: string, { store }: ImportTools): string | undefined {
  return store && digestOfSources(content, store);
}

/** What is known of dumps that were found. */
interface Finding {
  /** What is to be told of their files. */
  readonly told?: readonly Notice[] | undefined;
  /** The digest of the sources before they were read; without it the account of the import is not kept. */
  readonly asRead?: string | undefined;
}

/** Imports dumps that were found. */
export function importFound(
  { content, force, today, dumps }: ImportOptions,
  all: readonly FoundDump[],
  { disk, store }: ImportTools,
  { told = [], asRead }: Finding = {},
): ImportReport {
  const away = all.flatMap((dump) => (dump.kind === "failed" && dump.isAway ? [dump] : []));
  const here = all.filter((dump) => dump.kind !== "failed" || !dump.isAway);
  const renamed = takeUpRenames(content, all);
  const whole = refuseConflicts(here, readLedger(content));
  const stored = withStoredMedia(content, whole.found, dumps, mediaOptionsOf(content));
  const { found } = stored;
  const notices = [...whole.notices, ...told, ...stored.notices];
  const readings = store === undefined ? undefined : new Readings(store.table("readings"));
  const posts = join(content, "posts");
  const summary = new ImportSummary();
  const days = new DaysOfImports();
  const known = store === undefined ? undefined : new KnownPosts(posts, store);
  const published = publishedPostsOf(content);
  const policy = { isPublished: (id: string) => published.has(id), grownBefore: grownBefore(content) };
  const options = { force, today, readings, known, policy, given: (id: string) => summary.ids.has(id) };
  const { reports, failures, batches, untouched, compared, broken, grown } = batchesOf(found, posts, options);
  readings?.tidy();
  const work = disk.sequenceHolding<FileWork>(1);
  const removal = disk.sequenceHolding<FileWork["remove"]>(1);
  const shown: ComparedPost[] = [...compared];
  const slim = forComparison();
  let isFirst = true;
  for (const batch of batches) {
    summary.add(batch);
    days.add(batch);
    // The first batch has the posts that are compared as they are; of long web archives the others are, too.
    if (!isFirst) for (const post of batch.plan.posts.filter(isCaptured)) shown.push(slim(post));
    isFirst = false;
    const files = fileWork(batch.plan, batch.stored);
    if (known !== undefined) noteWritten(batch.plan, known);
    if (files.write.length > 0) work.push(files);
    if (files.remove.length > 0) removal.push(files.remove);
    staySmall();
  }
  for (const post of untouched()) summary.leave(post);
  // Whatever stands in a file that cannot be read, its address stays.
  for (const { id, path } of broken) if (isId(id)) summary.leave({ id, channel: channelAt(path) });
  staySmall();
  if (work.length + removal.length > 0) begin(content, grown);
  // Addresses are told before anything moves: an import that is stopped later finds them there, and nothing of what it still has to do is lost.
  if (reports.length > 0 || summary.before > 0) {
    const { ids, withdrawn, successors, aliases } = summary;
    recordPosts(content, { posts: ids, withdrawn, successors, moved: movedPages(summary.moved), aliases });
  }
  for (const each of work) {
    writeFiles(each, posts);
    staySmall();
  }
  for (const paths of removal) removeFiles(paths, posts);
  staySmall();
  const ledger = readLedger(content);
  const unnamed = unnamedChannels(reports);
  const toldBefore = new Set(unnamedChannels(ledger.dumps).map(noticeLine));
  if (reports.length > 0) writeLedger(content, mergeLedger(ledger, { dumps: reports }));
  finish(content, whole.found.some(isUnread(ledger)));
  staySmall();
  const report: ImportReport = {
    dumps: reports,
    failures,
    broken: broken.map(({ reason }) => reason),
    posts: summary.posts,
    inSeveral: summary.inSeveral,
    added: summary.added,
    written: summary.written,
    removed: summary.removed,
    unchanged: summary.unchanged,
    changes: summary.changes,
    notices: [
      ...away.map(({ file, message }) => ({ rule: "web-archive/away", file, reason: message })),
      ...notices,
      ...reports.flatMap((report) => report.notices),
      ...unnamed,
      ...summary.notices,
    ],
    familiar: [...unnamed.filter((notice) => toldBefore.has(noticeLine(notice))), ...summary.familiar],
    differences: differences(shown),
    renamed,
    long: found.flatMap((dump) => (dump.kind === "long" ? [dump.dump.report.file] : [])),
  };
  staySmall();
  // What could not be read may be readable the next time, and files beside the dumps that it was asked to take tell of themselves this once.
  const isLasting =
    failures.length === 0 && (dumps.length === 0 || !notices.some(({ rule }) => rule === "media/left-out"));
  if (store !== undefined && isLasting)
    keepImport(content, { force, longFrom: disk.longFrom, today }, store, report, {
      asRead,
      usesToday: days.usesToday(reports),
    });
  return report;
}

function noteWritten({ write, posts }: Batch["plan"], known: KnownPosts): void {
  if (write.size === 0) return;
  for (const post of posts) {
    const path = postFilePath(post);
    const text = write.get(path);
    if (text !== undefined) known.note(path, text, post);
  }
}

function mediaOptionsOf(content: string): MediaOptions {
  const { media = "keep", mediaLimit = 50 } = existsSync(join(content, "site.yml"))
    ? readSettingsOf(content).settings
    : {};
  return { media, largest: mediaLimit * 1e6 };
}

/** The channel in whose folder a post file stands, by its key. */
function channelAt(path: string): Channel {
  const key = path.split("/")[0] ?? "";
  return { key, name: key, identified: false };
}

/** Whether a dump was imported before and cannot be read now; one that is kept elsewhere may stay there. */
function isUnread({ dumps }: Ledger): (dump: FoundDump) => boolean {
  const known = new Set(dumps.map(({ file }) => file));
  return (dump) => dump.kind === "failed" && dump.isAway !== true && known.has(dump.file);
}

/** Whether a post was read from a web archive. */
function isCaptured({ source }: Post): boolean {
  return source.captured !== undefined;
}
