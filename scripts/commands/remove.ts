import { Command } from "commander";
import { countedWords } from "../../src/site/model/wording.ts";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import { say } from "./say.ts";

interface Options extends FolderOptions {
  readonly posts?: boolean;
  readonly media?: string;
  readonly reason?: string;
}

/** `scrollback remove [DUMP…]`: notes that dumps were taken out on purpose; `--media` takes out one stored file. */
export function removeCommand(): Command {
  return new Command("remove")
    .description(
      "Record that dumps were deleted on purpose, so that verify no longer reports them, or withdraw one media file.",
    )
    .argument("[dump...]", "names of deleted dumps (default: all missing dumps)")
    .option("--posts", "also remove posts that no other dump contains; their addresses will say so")
    .option("--media <file>", "withdraw one file from content/media, by path or SHA-256; its hash is kept")
    .option("--reason <words>", "with --media: the reason shown on the site")
    .addHelpText("after", "\nExit status: 0, or 1 if a dump still exists or was never imported.")
    .action((names: readonly string[], _: Options, command: Command) => run(names, command.optsWithGlobals<Options>()));
}

async function run(names: readonly string[], { posts = false, media, reason = "", ...folder }: Options): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  if (media !== undefined) {
    const { withdrawMedia } = await import("../storage/withdrawn-media.ts");
    const { sha256, dumps } = withdrawMedia({ content: place.content, name: media, reason });
    process.stdout.write(`${sha256}: withdrawn; build the site to remove it from its pages\n`);
    process.stderr.write(
      `Its bytes may still be in the version history and in the imported files: ${dumps.join(", ")}\n`,
    );
    return;
  }
  const { removeDumps } = await import("../storage/remove-dumps.ts");
  const { importAll } = await import("../storage/import-all.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { content } = place;
  const removed = removeDumps({ content, names, posts });
  for (const dump of removed.dumps) say(process.stdout, `${dump}: recorded as removed`);
  for (const file of removed.kept) say(process.stderr, `${file}: kept, because it was edited by hand`);
  // The addresses of posts that went are told by an import.
  await importAll({ content, dumps: [], force: false, today: todayInUtc() });
  process.stdout.write(
    `${countedWords(removed.dumps.length, "dump")}, ${countedWords(removed.posts, "post")} removed\n`,
  );
}
