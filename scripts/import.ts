import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { type Change, changeLine } from "../src/archive/changes.ts";
import { sameChannels } from "../src/archive/channels.ts";
import { type Difference, differences } from "../src/archive/compare.ts";
import { factsOf } from "../src/archive/facts.ts";
import { gather } from "../src/archive/gather.ts";
import { mergeLedger, type PostFile, planImport } from "../src/archive/plan.ts";
import { type Day, parseDay } from "../src/day.ts";
import { type DumpInput, type ReadDump, readDump, settleTogether } from "../src/import.ts";
import { type DumpReport, type Ledger, lineRoles } from "../src/ledger.ts";
import { type Notice, noticeLine } from "../src/notice.ts";
import { sourcesOf } from "../src/post.ts";
import { BadSidecar } from "../src/read/sidecar.ts";
import { counted } from "../src/site/wording.ts";
import { adoptAll, keepInput } from "./adopt.ts";
import { readArchive } from "./archives.ts";
import { dumpsIn, type FoundDump, isArchive, readDumpBelow } from "./dumps.ts";
import { leadsOut } from "./files-below.ts";
import { alone, aloneAwaiting } from "./lock.ts";
import { recordPosts } from "./permalinks.ts";
import { readPostFiles, removePlanned, writePlanned } from "./post-files.ts";
import { Readings, readingsFolder } from "./readings.ts";
import { removeUnfinished, writeLasting } from "./write-whole.ts";

/** What an import is asked to do. */
export interface ImportOptions {
  /** The content folder. */
  readonly content: string;
  /** Dumps, or folders of them, to copy into `content/dumps` first. All that lies there is read, since captures of one channel tell of each other. */
  readonly dumps: readonly string[];
  /** Overwrite posts edited by hand. */
  readonly force: boolean;
  readonly today: Day;
  /** Where readings are kept, so that the next import need not read all dumps anew; none are kept where it is absent. */
  readonly cache?: string;
}

/** What an import did. */
export interface ImportReport {
  readonly dumps: readonly DumpReport[];
  /** One line for each dump that could not be read. */
  readonly failures: readonly string[];
  readonly posts: number;
  /** Posts that more than one dump shows. */
  readonly inSeveral: number;
  /** Posts that the archive did not hold before. */
  readonly added: number;
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  /** What became of which post; those that are as before are not among them. */
  readonly changes: readonly Change[];
  readonly notices: readonly Notice[];
  /** What later captures show differently. */
  readonly differences: readonly Difference[];
}

/**
 * Imports as `runImport` does, after it read what lies packed in `content/dumps`. Throws as `runImport` does.
 */
export async function importAll(options: ImportOptions): Promise<ImportReport> {
  const { content, dumps } = options;
  if (!hasFolder(options)) return importFound(options, []);
  return aloneAwaiting(content, async () => {
    removeAllUnfinished(content);
    const refused = adoptAll(dumps, join(content, "dumps"));
    return importFound(options, [...refused, ...(await foundIn(content))]);
  });
}

/**
 * Reads dumps and brings `content/posts` and `content/ledger.json` up to them. A dump that cannot be read costs nothing: its
 * posts stay as they were. Throws an Error where a post file of the archive is broken.
 */
export function runImport(options: ImportOptions): ImportReport {
  const { content, dumps } = options;
  if (!hasFolder(options)) return importFound(options, []);
  return alone(content, () => {
    removeAllUnfinished(content);
    const folder = join(content, "dumps");
    const refused = adoptAll(dumps, folder);
    const found = dumpsIn(folder).map((path) =>
      isArchive(path) ? notUnpacked(nameBelow(folder, path)) : readDumpBelow(folder, path, nameBelow(folder, path)),
    );
    return importFound(options, [...refused, ...found]);
  });
}

function hasFolder({ content, dumps }: ImportOptions): boolean {
  if (dumps.length > 0) mkdirSync(content, { recursive: true });
  return existsSync(content);
}

function removeAllUnfinished(content: string): void {
  for (const place of [content, join(content, "dumps"), join(content, "posts")]) removeUnfinished(place);
}

/** The dumps of a content folder, those in archives among them. */
export async function foundIn(content: string): Promise<readonly FoundDump[]> {
  const folder = join(content, "dumps");
  const found: FoundDump[] = [];
  for (const path of dumpsIn(folder)) {
    const file = nameBelow(folder, path);
    const own =
      isArchive(path) && !leadsOut(path, folder) ? await readArchive(path, file) : [readDumpBelow(folder, path, file)];
    found.push(...own);
  }
  return found;
}

function importFound({ content, force, today, cache }: ImportOptions, found: readonly FoundDump[]): ImportReport {
  const readings = cache === undefined ? undefined : new Readings(cache);
  const posts = join(content, "posts");
  const stored = readPostFiles(posts);
  const { reports, failures, gathered, plan } = prepare(found, stored, { force, today }, readings);
  readings?.tidy();
  // Addresses are told before anything moves: an import that is stopped later finds them there, and nothing of what it still has to do is lost.
  const ledger = mergeLedger(readLedger(content), { dumps: reports });
  if (reports.length > 0 || stored.length > 0) {
    const before = stored.map((file) => file.post);
    recordPosts(content, plan, before, gathered.successors);
  }
  writePlanned(plan, stored, posts);
  removePlanned(plan, posts);
  if (reports.length > 0) writeLedger(content, ledger);
  return {
    dumps: reports,
    failures,
    posts: gathered.posts.length,
    inSeveral: gathered.posts.filter((post) => post.alsoIn !== undefined).length,
    added: plan.added.length,
    written: plan.write.size,
    removed: plan.gone.length,
    unchanged: plan.unchanged,
    changes: plan.changes,
    notices: [...reports.flatMap((report) => report.notices), ...plan.notices],
    differences: differences(plan.posts),
  };
}

/** What an import of these dumps would do to an archive. Touches nothing. */
export function prepare(
  found: readonly FoundDump[],
  stored: readonly PostFile[],
  { force, today }: Pick<ImportOptions, "force" | "today">,
  readings?: Readings,
) {
  const { read, failures } = readAll(found, stored, today, readings);
  const gathered = gather(
    oneKeyEach(read).map((dump) => dump.posts),
    stored.map((file) => file.post),
  );
  const reports = read.map((dump) => dump.report);
  const plan = planImport(gathered.posts, stored, new Set(reports.map((report) => report.file)), force);
  return { reports, failures, gathered, plan };
}

/** Dumps of one channel give it one key, whichever of them tells its user name. */
function oneKeyEach(read: readonly ReadDump[]): readonly ReadDump[] {
  const channels = sameChannels(read.map((dump) => dump.report.channel));
  return read.map(({ posts, report }, index) => {
    const channel = channels[index] ?? report.channel;
    return { posts: posts.map((post) => ({ ...post, channel })), report: { ...report, channel } };
  });
}

/** Prints what an import did: the ledger as a table, the notices under it, the posts that it changed, and two lines of sums. */
export function printImport(report: ImportReport, print: (line: string) => void): void {
  if (report.dumps.length > 0) print(ledgerTable(report.dumps));
  for (const notice of report.notices) print(noticeLine(notice));
  for (const difference of report.differences) print(differenceLine(difference));
  for (const failure of report.failures) print(failure);
  for (const line of changeLines(report)) print(line);
}

/** At most so many posts are told one by one. */
const toldChanges = 20;

/** What an import changed, post by post, and how many are as before. A first import is told by its sums alone. */
export function changeLines({ changes, dumps, posts, inSeveral }: ImportReport): readonly string[] {
  const count = (kind: Change["kind"]): number => changes.filter((change) => change.kind === kind).length;
  const before = posts - count("new") - count("changed");
  const listed = count("new") === posts ? [] : changes;
  const more = listed.length - toldChanges;
  return [
    ...listed.slice(0, toldChanges).map(changeLine),
    ...(more > 0 ? [`… and ${counted(more, "post")} more`] : []),
    `${counted(posts, "post")} from ${counted(dumps.length, "dump")}${inSeveral > 0 ? `, ${inSeveral} in several of them` : ""}`,
    `${count("new")} new, ${count("changed")} changed${partsOf(changes)}, ${count("gone")} gone; ${before} as before`,
  ];
}

/** What the changed posts have in common or not: ` (interval 2, text 1)`, the most frequent first. */
function partsOf(changes: readonly Change[]): string {
  const counts = new Map<string, number>();
  for (const part of changes.flatMap(({ what }) => what)) counts.set(part, (counts.get(part) ?? 0) + 1);
  const sorted = [...counts].sort(([, one], [, other]) => other - one).map(([part, times]) => `${part} ${times}`);
  return sorted.length === 0 ? "" : ` (${sorted.join(", ")})`;
}

/** `may.txt beside april.txt (harbour): 12 posts in both, 3 added, 1 changed, 1 no longer shown`. */
function differenceLine({ channel, earlier, later, shared, added, changed, gone }: Difference): string {
  const counts = [`${counted(shared, "post")} in both`, `${added.length} added`, `${changed.length} changed`];
  return `${later.file} beside ${earlier.file} (${channel}): ${[...counts, `${gone.length} no longer shown`].join(", ")}`;
}

function ledgerTable(dumps: readonly DumpReport[]): string {
  const table = new Table({
    head: ["dump", "dialect", "channel", "posts", "lines", ...lineRoles],
    style: { head: [], border: [], compact: true },
    colAligns: ["left", "left", "left", ...Array.from({ length: lineRoles.length + 2 }, () => "right" as const)],
  });
  for (const dump of dumps) {
    const roles = lineRoles.map((role) => dump.roles[role]);
    table.push([dump.file, dump.dialect, dump.channel.name, dump.posts, dump.lines, ...roles]);
  }
  return table.toString();
}

/** Today's calendar day in UTC; the only clock of the import. */
export function todayInUtc(): Day {
  const day = parseDay(new Date().toISOString().slice(0, 10));
  if (day === undefined) throw new RangeError("the clock shows no day");
  return day;
}

function readAll(found: readonly FoundDump[], stored: readonly PostFile[], today: Day, readings?: Readings) {
  const read: { input: DumpInput | undefined; dump: ReadDump }[] = [];
  const exported = found.flatMap((dump) => (dump.kind === "export" ? dump.dump.posts : []));
  const sure = [...exported, ...stored.map(({ post }) => post)];
  const facts = factsOf(sure);
  const readOne = readings?.reader(sure) ?? readDump;
  const failures: string[] = [];
  const imported = firstImports(stored);
  for (const dump of found) {
    if (dump.kind === "failed") {
      failures.push(dump.message);
      continue;
    }
    if (dump.kind === "export") {
      read.push({ input: undefined, dump: dump.dump });
      continue;
    }
    try {
      const input = { ...dump, today: imported.get(dump.source.sha256) ?? today, facts };
      read.push({ input, dump: readOne(input) });
    } catch (error) {
      if (!(error instanceof BadSidecar)) throw error;
      failures.push(error.message);
    }
  }
  return { read: settleTogether(read, readOne), failures };
}

/** A dump dated by the day of its import keeps that day, so that a later import changes nothing. By SHA-256. */
function firstImports(stored: readonly PostFile[]): ReadonlyMap<string, Day> {
  const sources = stored.flatMap(({ post }) => sourcesOf(post));
  return new Map(sources.flatMap(({ sha256, imported }) => (imported === undefined ? [] : [[sha256, imported]])));
}

/** What the archive calls a dump: its path below `content/dumps`, parted by `/`. */
function nameBelow(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

function notUnpacked(file: string): FoundDump {
  return { kind: "failed", file, message: `Cannot read dump "${file}": it is packed; unpack it here` };
}

function ledgerFile(content: string): string {
  return join(content, "ledger.json");
}

function readLedger(content: string): Ledger {
  const file = ledgerFile(content);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Ledger) : { dumps: [] };
}

function writeLedger(content: string, ledger: Ledger): void {
  const file = ledgerFile(content);
  const text = `${JSON.stringify(ledger, undefined, 2)}\n`;
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeLasting(file, text);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      content: { type: "string", default: "content" },
      force: { type: "boolean", default: false },
      name: { type: "string" },
    },
  });
  const { content, force, name } = values;
  const dumps = positionals.map((path) => (path === "-" ? keepInput(join(content, "dumps"), name) : path));
  const report = await importAll({ content, dumps, force, today: todayInUtc(), cache: readingsFolder(content) });
  printImport(report, (line) => process.stdout.write(`${line}\n`));
  if (report.dumps.length === 0 || (positionals.length > 0 && report.failures.length > 0)) process.exitCode = 1;
}

if (import.meta.filename === process.argv[1]) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
