import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { Command } from "commander";
import { noticeLine } from "../../src/model/notice.ts";
import { recordOf } from "../../src/model/record.ts";
import { archiveFolder, type FolderOptions, folderOptions } from "../folder.ts";
import { isArchive, readDumpFile, type WholeDump, wholeDump } from "../storage/dumps.ts";
import { todayInUtc } from "../storage/import-folder.ts";
import { readArchive } from "../storage/packed-files.ts";
import { readPostFiles } from "../storage/post-files.ts";
import { prepare } from "../storage/prepare.ts";

/** `scrollback records DUMP…`: one JSON object a post on stdout, notices on stderr, nothing on disk. */
export function recordsCommand(): Command {
  const command = new Command("records")
    .description("Print the posts of dumps as JSON Lines. Writes nothing; notices go to stderr.")
    .argument("<dump...>", "dumps, exports or packed files")
    .addHelpText(
      "after",
      `
Posts that the archive knows have its ids, dates and texts. A post that several dumps show is printed once for each of them.
Exit status: 0, or 1 if a dump cannot be read.`,
    );
  for (const option of folderOptions()) command.addOption(option);
  return command.action(run);
}

async function run(paths: readonly string[], folder: FolderOptions): Promise<void> {
  const found: WholeDump[] = [];
  for (const path of paths) {
    const own = isArchive(path) ? await readArchive(path, basename(path)) : [readDumpFile(path)];
    found.push(...own.map(wholeDump));
  }
  const posts = join(archiveFolder(folder).content, "posts");
  const stored = existsSync(posts) ? readPostFiles(posts) : [];
  const prepared = prepare(found, stored, { force: false, today: todayInUtc() });
  for (const failure of prepared.failures) process.stderr.write(`${failure}\n`);
  if (prepared.failures.length > 0) process.exitCode = 1;
  for (const notice of prepared.reports.flatMap((report) => report.notices))
    process.stderr.write(`${noticeLine(notice)}\n`);
  // What an import would keep of a post, told from the place where this dump shows it.
  const kept = new Map(prepared.plan.posts.map((post) => [post.id, post]));
  for (const own of prepared.gathered.byDump.flat()) {
    const record = recordOf({ ...(kept.get(own.id) ?? own), source: own.source });
    process.stdout.write(`${JSON.stringify(record)}\n`);
  }
}
