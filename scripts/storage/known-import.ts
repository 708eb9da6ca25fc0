import { createHash, type Hash } from "node:crypto";
import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Batch } from "../../src/archive/summary.ts";
import { unfit } from "../../src/markdown/fitting.ts";
import type { Day } from "../../src/model/day.ts";
import type { DumpReport } from "../../src/model/ledger.ts";
import { sourcesOf } from "../../src/model/post.ts";
import type { ImportReport } from "./import-report.ts";
import { isCard, keptPlaceOf } from "./kept-archives.ts";
import { filesElsewhere, fromRoot, KnownFiles } from "./known-files.ts";
import { Store, storeFolder } from "./store.ts";
import { unfinishedEnding } from "./write-whole.ts";

/** What an import depends on besides the content folder and the program. */
export interface ImportTerms {
  readonly force: boolean;
  readonly longFrom: number;
  readonly today: Day;
}

/** What the next import of an archive would report if nothing is changed until then. */
interface KnownImport {
  readonly state: string;
  /** The day on which it would report so, if the day has a part in it. */
  readonly today?: Day;
  readonly report: Omit<ImportReport, "changes" | "added" | "written" | "removed" | "renamed">;
}

/** Finds out whether the day of the next import would have a part in it. */
export class DaysOfImports {
  /** Dumps, by SHA-256, that are dated by the day of their first import, and those whose posts in the archive tell that day. */
  private readonly dated = new Set<string>();
  private readonly told = new Set<string>();

  add({ consolidated, plan }: Batch): void {
    for (const posts of consolidated.byDump)
      for (const { source } of posts) if (source.imported !== undefined) this.dated.add(source.sha256);
    for (const post of plan.posts)
      for (const { imported, sha256 } of sourcesOf(post)) if (imported !== undefined) this.told.add(sha256);
  }

  /** A dump without posts does not tell what it was dated by. */
  usesToday(reports: readonly DumpReport[]): boolean {
    return reports.some(({ posts }) => posts === 0) || [...this.dated].some((sha256) => !this.told.has(sha256));
  }
}

/** The last import is known by this key. */
const last = "last";

/**
 * What an import of a content folder reports where it would change nothing, since all that it reads stands as the last import left it; `undefined`
 * where that is not known. An import that comes after another changes nothing, so the account of the second is known when the first has ended.
 */
export function knownImport(content: string, terms: ImportTerms, store: Store): ImportReport | undefined {
  const known = store.table<KnownImport>("imports").get(last);
  if (known === undefined || (known.today !== undefined && known.today !== terms.today)) return undefined;
  if (known.state !== stateOf(content, terms, store)) return undefined;
  const changes = { new: 0, changed: 0, gone: 0, parts: new Map<string, number>(), told: [] };
  return { ...known.report, added: 0, written: 0, removed: 0, changes, renamed: [] };
}

/**
 * Notes what the import after this one will report. `asRead`: the digest of its sources before it read them, as `digestOfSources` gives it; `usesToday`:
 * whether the day of that import has a part in it.
 */
export function keepImport(
  content: string,
  terms: ImportTerms,
  store: Store,
  { changes: _, added: __, written, removed: ___, renamed: ____, ...report }: ImportReport,
  { asRead, usesToday }: { readonly asRead: string | undefined; readonly usesToday: boolean },
): void {
  const table = store.table<KnownImport>("imports");
  // A dump that came or was changed while this import was at work is news to the next one.
  const isSettled = asRead !== undefined && asRead === digestOfSources(content, store);
  // What stands in a dump that no import has seen is told once.
  const isLasting = isSettled && report.notices.every(({ rule }) => rule !== "read/conflict-marker");
  const state = isLasting ? stateOf(content, terms, store) : undefined;
  if (state === undefined) table.remove(last);
  else {
    const today = usesToday ? { today: terms.today } : {};
    // No post is written by an import that finds nothing new, and no channel is without a name that had one.
    const familiar = report.notices.filter(({ rule }) => rule === unfit || rule === unnamedChannel);
    table.put(last, { state, ...today, report: { ...report, familiar, unchanged: report.unchanged + written } });
  }
}

/**
 * Does what changes nothing for the next import, though it writes to files that an import reads: telling which pages a site has makes ids final that
 * the last import gave. What is known of the next import stays known.
 */
export function keepingAccount(content: string, work: () => void): void {
  const store = Store.open(storeFolder(content));
  try {
    const table = store.table<KnownImport>("imports");
    const known = table.get(last);
    const terms = known && (JSON.parse(known.state) as ImportTerms);
    const stands = known !== undefined && terms !== undefined && known.state === stateOf(content, terms, store);
    work();
    const state = stands ? stateOf(content, terms, store) : undefined;
    if (known !== undefined && state !== undefined) table.put(last, { ...known, state });
  } finally {
    store.close();
  }
}

/** The digest of what an import reads and never writes: dumps, what lies beside them, settings; `undefined` where it may depend on more. */
export function digestOfSources(content: string, store: Store): string | undefined {
  return digestOfAll(content, { files: ["site.yml"], folders: ["dumps"] }, store);
}

function stateOf(content: string, { force, longFrom }: ImportTerms, store: Store): string | undefined {
  const all = {
    files: ["site.yml", "ledger.json", "permalinks.jsonl", "media/index.jsonl"],
    folders: ["dumps", "posts", "media"],
  };
  const digest = digestOfAll(content, all, store);
  // Lines about files that cannot be read have the folder's name as it was given.
  return digest && JSON.stringify({ content, force, longFrom, digest });
}

interface Parts {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The digest of files and of all below folders; `undefined` where something there may stand for more, or cannot be read. */
function digestOfAll(content: string, parts: Parts, store: Store): string | undefined {
  try {
    return digestOf(content, parts, store);
  } catch {
    // What the disk refuses, the import itself tells of.
    return undefined;
  }
}

function digestOf(content: string, parts: Parts, store: Store): string | undefined {
  // What a process left that was killed, an import removes.
  if (readdirSync(content).some((name) => name.endsWith(unfinishedEnding))) return undefined;
  const hash = createHash("sha256");
  const files = new KnownFiles(content, store.table("files"));
  const elsewhere = filesElsewhere(store);
  for (const path of parts.files) {
    if (existsSync(join(content, path)) && !add(path, files.digest(path), hash)) return undefined;
  }
  const isWhole = parts.folders.every((folder) => !existsSync(join(content, folder)) || addBelow(folder));
  files.save();
  elsewhere.save();
  return isWhole ? hash.digest("hex") : undefined;

  /** Whether everything below a folder could be added: files, web archives that are kept elsewhere, and no link and no pipe. */
  function addBelow(folder: string): boolean {
    const entries = readdirSync(join(content, folder), { withFileTypes: true });
    const inOrder = entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    const isOdd = inOrder.some((entry) => !entry.isFile() && !entry.isDirectory());
    if (isOdd || inOrder.some(({ name }) => name.endsWith(unfinishedEnding))) return false;
    return (
      inOrder.every((entry) => entry.isDirectory() || addFile(`${folder}/${entry.name}`)) &&
      inOrder.every((entry) => !entry.isDirectory() || addBelow(`${folder}/${entry.name}`))
    );
  }

  function addFile(path: string): boolean {
    // A build notes there what it published; no import reads it.
    if (path === "media/linked.jsonl") return true;
    const place = isCard(path) ? keptPlaceOf(join(content, path), content) : undefined;
    // One that is away is known by its card alone.
    if (place !== undefined && !add(`${path} ${place}`, elsewhere.digest(fromRoot(place)), hash)) return false;
    return add(path, isRead(path) ? files.digest(path) : standingOf(join(content, path)), hash);
  }
}

function add(path: string, digest: string | undefined, hash: Hash): boolean {
  if (digest === undefined) return false;
  hash.update(`${path}\n${digest}\n`);
  return true;
}

/** Of files beside exports, which may be large, an import only sees whether they are there, or stored as they were. */
import { unnamedChannel } from "./unnamed-channels.ts";

function isRead(path: string): boolean {
  return (
    !path.startsWith("media/") &&
    !/\.(?:avif|gif|jpe?g|m4a|mkv|mov|mp3|mp4|oga|ogg|opus|pdf|png|svg|tgs|wav|webm|webp)$/iu.test(path)
  );
}

function standingOf(file: string): string {
  const { size, mtimeMs, ctimeMs, ino } = lstatSync(file);
  return [size, mtimeMs, ctimeMs, ino].join(" ");
}
