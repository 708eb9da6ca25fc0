import { join } from "node:path";
import { Command } from "commander";
import { archiveFolder, type FolderOptions, folderOptions } from "../folder.ts";
import { keepInput } from "../storage/adopt.ts";
import { importAll, todayInUtc } from "../storage/import-folder.ts";
import { readingsFolder } from "../storage/readings.ts";
import { reportJson, reportLines } from "./print-import.ts";

interface Options extends FolderOptions {
  readonly force: boolean;
  readonly name?: string;
  readonly json: boolean;
}

/** `scrollback import [DUMP…]`: reads dumps, writes the posts, tells what became of every line. */
export function importCommand(): Command {
  const command = new Command("import")
    .description("Read dumps, write the posts, and report what became of every line.")
    .argument("[dump...]", "files or folders to copy into content/dumps first; - reads standard input")
    .option("--force", "overwrite posts that were edited by hand", false)
    .option("--name <file>", "what to call the dump that is read from standard input, such as harbour.json")
    .option("--json", "print the report as JSON", false)
    .addHelpText("after", "\nExit status: 0 if any dump was read, 1 if none was, or if a dump that you named was not.");
  for (const option of folderOptions()) command.addOption(option);
  return command.action(run);
}

async function run(named: readonly string[], { force, name, json, ...folder }: Options): Promise<void> {
  const { content } = archiveFolder(folder);
  const dumps = named.map((path) => (path === "-" ? keepInput(join(content, "dumps"), name) : path));
  const report = await importAll({ content, dumps, force, today: todayInUtc(), cache: readingsFolder(content) });
  const lines = json ? [reportJson(report)] : reportLines(report, process.stdout.columns);
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (report.dumps.length === 0 || (named.length > 0 && report.failures.length > 0)) process.exitCode = 1;
}
