import { Command } from "commander";
import { countedWords } from "../../src/site/model/wording.ts";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";

interface Options extends FolderOptions {
  readonly posts?: boolean;
  readonly media?: string;
  readonly reason?: string;
}

/** `scrollback remove [DUMP…]`: notes that dumps were taken out on purpose; `--media` takes out one stored file. */
export function removeCommand(): Command {
  return new Command("remove")
    .description(
      "Note that dumps were deleted on purpose, so that verify no longer misses them, or withdraw one picture.",
    )
    .argument("[dump...]", "names of deleted dumps; all that are missing if none is named")
    .option("--posts", "also remove the posts that no other dump shows; their addresses will say so")
    .option("--media <file>", "withdraw one file of content/media, by its path or SHA-256; the hash stays")
    .option("--reason <words>", "with --media: why, as the site says it")
    .addHelpText("after", "\nExit status: 0, or 1 if a dump is still there or was never imported.")
    .action((names: readonly string[], _: Options, command: Command) => run(names, command.optsWithGlobals<Options>()));
}

async function run(names: readonly string[], { posts = false, media, reason = "", ...folder }: Options): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  if (media !== undefined) {
    const { withdrawMedia } = await import("../storage/withdrawn-media.ts");
    const { sha256, dumps } = withdrawMedia({ content: place.content, name: media, reason });
    process.stdout.write(`${sha256}: withdrawn; build the site to take it off its pages\n`);
    process.stderr.write(
      `Its bytes may still stand in the history of version control and in what was imported: ${dumps.join(", ")}\n`,
    );
    return;
  }
  const { removeDumps } = await import("../storage/remove-dumps.ts");
  const { importAll } = await import("../storage/import-all.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { content } = place;
  const removed = removeDumps({ content, names, posts });
  for (const dump of removed.dumps) process.stdout.write(`${dump}: noted as removed\n`);
  for (const file of removed.kept) process.stderr.write(`${file}: edited by hand, so it was kept\n`);
  // The addresses of posts that went are told by an import.
  await importAll({ content, dumps: [], force: false, today: todayInUtc() });
  process.stdout.write(
    `${countedWords(removed.dumps.length, "dump")}, ${countedWords(removed.posts, "post")} removed\n`,
  );
}
