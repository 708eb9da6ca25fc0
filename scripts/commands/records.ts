import { Command } from "commander";
import type { PostJson } from "../../src/import/records.ts";
import type { WholeDump } from "../../src/import/whole-dump.ts";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import { say } from "./say.ts";

/** `scrollback records [DUMP…]`: one JSON object a post on stdout, notices on stderr, nothing on disk. */
export function recordsCommand(): Command {
  return new Command("records")
    .description(
      "Print posts as JSON Lines: those of the whole archive, or of the dumps that are named. Writes nothing.",
    )
    .argument(
      "[dump...]",
      "dumps by path or by their name in the archive, or folders (default: all posts of the archive)",
    )
    .addHelpText(
      "after",
      `
The whole archive is printed as its files are, each post once, by channel and date.
Dumps are read; their posts keep the ids, dates and texts of the archive, and one that is in several dumps is printed once for each.
Notices go to stderr. Exit status: 0, or 1 if a dump or a post of the archive cannot be read.`,
    )
    .action((named: readonly string[], _: unknown, command: Command) => run(named, command.optsWithGlobals()));
}

async function run(named: readonly string[], folder: FolderOptions): Promise<void> {
  const { readKnownPosts } = await import("../storage/post-files.ts");
  const { recordsOfPosts } = await import("../../src/import/records.ts");
  const place = archiveFolder(folder);
  if (named.length === 0) requireArchive(place);
  const { files: stored, broken } = readKnownPosts(place.content, "standing");
  const told = broken.map(({ reason }) => reason);
  if (named.length === 0) return print(recordsOfPosts(stored.map(({ post }) => post)), told);
  const { wholeDump } = await import("../storage/dumps.ts");
  const { foundNamed } = await import("../storage/found-dumps.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { noticeLine } = await import("../../src/model/notice.ts");
  const { recordsOf } = await import("../../src/import/records.ts");
  const found: WholeDump[] = [];
  for (const each of named) found.push(...(await foundNamed(place.content, each)).map(wholeDump));
  const { records, reports, failures } = recordsOf(found, { stored, today: todayInUtc(), broken });
  for (const notice of reports.flatMap((report) => report.notices)) say(process.stderr, noticeLine(notice));
  print(records, [...told, ...failures]);
}

/** Prints records, and what could not be read. */
function print(records: Iterable<PostJson>, failures: readonly string[]): void {
  for (const failure of failures) say(process.stderr, failure);
  if (failures.length > 0) process.exitCode = 1;
  for (const record of records) process.stdout.write(`${JSON.stringify(record)}\n`);
}
