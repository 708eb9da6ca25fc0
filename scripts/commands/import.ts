import { join } from "node:path";
import { Command } from "commander";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import { runnable, say, sayJson } from "./say.ts";

interface Options extends FolderOptions {
  readonly force?: boolean;
  readonly name?: string;
  readonly json?: boolean;
  readonly all?: boolean;
}

/** `scrollback import [DUMP…]`: reads dumps, writes the posts, tells what became of every line. */
export function importCommand(): Command {
  return new Command("import")
    .description("Read dumps, write posts, and report what happened to every line.")
    .argument("[dump...]", "files or folders to copy into content/dumps first; - reads standard input")
    .option("--force", "overwrite posts edited by hand")
    .option("--name <file>", "file name for a dump read from standard input, such as harbour.json")
    .option("--all", "list all notices, those of earlier imports too")
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      "\nNotices and dumps that cannot be read go to stderr.\nExit status: 0, or 1 if a dump or post file cannot be read (the others are still imported), or if there is no dump.",
    )
    .action((named: readonly string[], _: Options, command: Command) => run(named, command.optsWithGlobals<Options>()));
}

async function run(
  named: readonly string[],
  { force = false, all = false, name, json, ...folder }: Options,
): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  const { importAll } = await import("../storage/import-all.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { storeFolder } = await import("../storage/store.ts");
  const { attentionLines, reportForPrograms, reportLines } = await import("./print-import.ts");
  const { readLedger } = await import("../storage/ledger-file.ts");
  const { content } = place;
  const earlier = all ? { dumps: [] } : readLedger(content);
  const kept = named.includes("-")
    ? (await import("../storage/adopt.ts")).keepInput(join(content, "dumps"), name)
    : "-";
  const dumps = named.map((path) => (path === "-" ? kept : path));
  const report = await importAll({ content, dumps, force, today: todayInUtc(), store: storeFolder(content) });
  if (json)
    sayJson(
      reportForPrograms({ ...report, failures: report.failures.map(runnable), broken: report.broken.map(runnable) }),
    );
  else {
    const { saidChannels } = await import("../storage/said-channels.ts");
    const called = saidChannels(
      content,
      report.dumps.map(({ file }) => file),
    );
    for (const line of reportLines(report, called, process.stdout.columns)) say(process.stdout, line);
  }
  const told = all ? { ...report, familiar: [] } : report;
  if (!json) for (const line of attentionLines(told, earlier, all)) say(process.stderr, line);
  if (!json && named.length > 0) {
    const { keptLines } = await import("../storage/kept-archives.ts");
    for (const line of keptLines(content, report.dumps)) say(process.stdout, line);
  }
  if (report.dumps.length === 0 || report.broken.length > 0 || report.failures.length > 0) process.exitCode = 1;
}
