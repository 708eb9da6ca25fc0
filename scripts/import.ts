import { existsSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { sameChannels } from "../src/archive/channels.ts";
import { factsOf } from "../src/archive/facts.ts";
import { gather } from "../src/archive/gather.ts";
import { mergeLedger, type PostFile, planImport } from "../src/archive/plan.ts";
import { type Day, parseDay } from "../src/day.ts";
import { type DumpInput, type ReadDump, readDump, settleTogether } from "../src/import.ts";
import { type DumpReport, type Ledger, lineRoles } from "../src/ledger.ts";
import { type Notice, noticeLine } from "../src/notice.ts";
import { BadSidecar } from "../src/read/sidecar.ts";
import { counted } from "../src/site/wording.ts";
import { adoptAll, keepInput } from "./adopt.ts";
import { readArchive } from "./archives.ts";
import { dumpsIn, type FoundDump, isArchive, readDumpFile } from "./dumps.ts";
import { recordPermalinks } from "./permalinks.ts";
import { readPostFiles, removeDrafts, removePlanned, writePlanned, writeWhole } from "./post-files.ts";

/** What an import is asked to do. */
export interface ImportOptions {
  /** The content folder. */
  readonly content: string;
  /** Dumps, or folders of them, to copy into `content/dumps` first. All that lies there is read, since captures of one channel tell of each other. */
  readonly dumps: readonly string[];
  /** Overwrite posts edited by hand. */
  readonly force: boolean;
  readonly today: Day;
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
  readonly notices: readonly Notice[];
}

/** What was done before an import: dumps that could not be adopted, and the dumps found in archives, by the archive's path. */
interface Prepared {
  readonly refused: readonly FoundDump[];
  readonly unpacked: ReadonlyMap<string, readonly FoundDump[]>;
}

/**
 * Imports as `runImport` does, after it read what lies packed in `content/dumps`. Throws as `runImport` does.
 */
export async function importAll(options: ImportOptions): Promise<ImportReport> {
  const folder = join(options.content, "dumps");
  const refused = adoptAll(options.dumps, folder);
  const unpacked = new Map<string, readonly FoundDump[]>();
  for (const path of dumpsIn(folder).filter(isArchive))
    unpacked.set(path, await readArchive(path, nameBelow(folder, path)));
  return runImport(options, { refused, unpacked });
}

/**
 * Reads dumps and brings `content/posts` and `content/ledger.json` up to them. A dump that cannot be read costs nothing: its
 * posts stay as they were. Throws an Error where a post file of the archive is broken.
 */
export function runImport(
  { content, dumps, force, today }: ImportOptions,
  prepared: Prepared = { refused: adoptAll(dumps, join(content, "dumps")), unpacked: new Map() },
): ImportReport {
  const folder = join(content, "dumps");
  const posts = join(content, "posts");
  removeDrafts(content);
  const stored = readPostFiles(posts);
  const found = dumpsIn(folder).flatMap((path) => {
    const file = nameBelow(folder, path);
    if (!isArchive(path)) return [readDumpFile(path, file)];
    return prepared.unpacked.get(path) ?? [notUnpacked(file)];
  });
  const { read, failures } = readAll([...prepared.refused, ...found], stored, today);
  const gathered = gather(
    oneKeyEach(read).map((dump) => dump.posts),
    stored.map((file) => file.post),
  );
  const reports = read.map((dump) => dump.report);
  const plan = planImport(gathered.posts, stored, new Set(reports.map((report) => report.file)), force);
  // What became of a post is told before its file goes: an import that is stopped in between loses nothing.
  writePlanned(plan, stored, posts);
  if (reports.length > 0 || stored.length > 0) {
    const before = stored.map((file) => file.post);
    recordPermalinks(content, plan, before, gathered.successors);
  }
  removePlanned(plan, posts);
  if (reports.length > 0) writeLedger(content, { dumps: reports });
  return {
    dumps: reports,
    failures,
    posts: gathered.posts.length,
    inSeveral: gathered.posts.filter((post) => post.alsoIn !== undefined).length,
    added: plan.added.length,
    written: plan.write.size,
    removed: plan.gone.length,
    unchanged: plan.unchanged,
    notices: [...reports.flatMap((report) => report.notices), ...plan.notices],
  };
}

/** Dumps of one channel give it one key, whichever of them tells its user name. */
function oneKeyEach(read: readonly ReadDump[]): readonly ReadDump[] {
  const channels = sameChannels(read.map((dump) => dump.report.channel));
  return read.map(({ posts, report }, index) => {
    const channel = channels[index] ?? report.channel;
    return { posts: posts.map((post) => ({ ...post, channel })), report: { ...report, channel } };
  });
}

/** Prints what an import did: the ledger as a table, the notices under it, and a line of sums. */
export function printImport(report: ImportReport, print: (line: string) => void): void {
  if (report.dumps.length > 0) print(ledgerTable(report.dumps));
  for (const notice of report.notices) print(noticeLine(notice));
  for (const failure of report.failures) print(failure);
  const { posts, inSeveral, added, written, removed, unchanged } = report;
  const sums = [
    `${counted(posts, "post")} from ${counted(report.dumps.length, "dump")}`,
    ...(inSeveral > 0 ? [`${inSeveral} in several of them`] : []),
    ...(added > 0 ? [`${added} new`] : []),
    `${written} written`,
    `${unchanged} unchanged`,
  ];
  print([...sums, ...(removed > 0 ? [`${removed} removed`] : [])].join(", "));
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

function readAll(found: readonly FoundDump[], stored: readonly PostFile[], today: Day) {
  const read: { input: DumpInput | undefined; dump: ReadDump }[] = [];
  const exported = found.flatMap((dump) => (dump.kind === "export" ? dump.dump.posts : []));
  const facts = factsOf([...exported, ...stored.map(({ post }) => post)]);
  const failures: string[] = [];
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
      const input = { ...dump, today: firstImportOf(dump.source.sha256, stored) ?? today, facts };
      read.push({ input, dump: readDump(input) });
    } catch (error) {
      if (!(error instanceof BadSidecar)) throw error;
      failures.push(error.message);
    }
  }
  return { read: settleTogether(read), failures };
}

/** What the archive calls a dump: its path below `content/dumps`, parted by `/`. */
function nameBelow(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

/** A dump dated by the day of its import keeps that day, so that a later import changes nothing. */
function firstImportOf(sha256: string, stored: readonly PostFile[]): Day | undefined {
  return stored.find(({ post }) => post.source.sha256 === sha256 && post.source.imported)?.post.source.imported;
}

function notUnpacked(file: string): FoundDump {
  return { kind: "failed", file, message: `Cannot read dump "${file}": it is packed; unpack it here` };
}

function writeLedger(content: string, now: Ledger): void {
  const file = join(content, "ledger.json");
  const old = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Ledger) : { dumps: [] };
  const text = `${JSON.stringify(mergeLedger(old, now), undefined, 2)}\n`;
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeWhole(file, text);
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
  const report = await importAll({ content, dumps, force, today: todayInUtc() });
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
