import { basename } from "node:path";
import { Command } from "commander";
import type { WholeDump } from "../../src/import/whole-dump.ts";
import { archiveFolder, type FolderOptions } from "../folder.ts";
import { say } from "./say.ts";

/** `scrollback records DUMP…`: one JSON object a post on stdout, notices on stderr, nothing on disk. */
export function recordsCommand(): Command {
  return new Command("records")
    .description("Print the posts of dumps as JSON Lines. Writes nothing; notices go to stderr.")
    .argument("<dump...>", "dumps, exports or packed files")
    .addHelpText(
      "after",
      `
Posts already in the archive keep its ids, dates and texts. A post that is in several dumps is printed once for each.
Exit status: 0, or 1 if a dump or a post of the archive cannot be read.`,
    )
    .action((paths: readonly string[], _: unknown, command: Command) => run(paths, command.optsWithGlobals()));
}

async function run(paths: readonly string[], folder: FolderOptions): Promise<void> {
  const { isWebArchive } = await import("../storage/kept-archives.ts");
  const { isArchive, readDumpFile, wholeDump } = await import("../storage/dumps.ts");
  const { readArchive } = await import("../storage/packed-files.ts");
  const { readWebArchiveFile } = await import("../storage/web-archives.ts");
  const { readKnownPosts } = await import("../storage/post-files.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { noticeLine } = await import("../../src/model/notice.ts");
  const { recordsOf } = await import("../../src/import/records.ts");
  const found: WholeDump[] = [];
  for (const path of paths) {
    const file = basename(path);
    if (isWebArchive(path)) found.push(...(await readWebArchiveFile(path, file)).map(wholeDump));
    else if (isArchive(path)) found.push(...(await readArchive(path, file)).map(wholeDump));
    else found.push(wholeDump(readDumpFile(path)));
  }
  const { files: stored, broken } = readKnownPosts(archiveFolder(folder).content, "standing");
  const { records, reports, failures: unread } = recordsOf(found, { stored, today: todayInUtc(), broken });
  const failures = [...broken.map(({ reason }) => reason), ...unread];
  for (const failure of failures) say(process.stderr, failure);
  if (failures.length > 0) process.exitCode = 1;
  for (const notice of reports.flatMap((report) => report.notices)) say(process.stderr, noticeLine(notice));
  for (const record of records) process.stdout.write(`${JSON.stringify(record)}\n`);
}
