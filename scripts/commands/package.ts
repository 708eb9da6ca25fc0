import { Command } from "commander";
import type { Day } from "../../src/model/day.ts";
import { countedWords } from "../../src/site/model/wording.ts";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import type { WrittenBag } from "../storage/write-bag.ts";
import { say } from "./say.ts";

interface Options extends FolderOptions {
  readonly date?: string;
  readonly force?: boolean;
}

/** `scrollback package FOLDER`: writes the archive as one deposit. */
export function packageCommand(): Command {
  return new Command("package")
    .description("Write the archive as a deposit for a library: a BagIt bag with an RO-Crate description.")
    .argument("<folder>", "the folder to create; it must be empty or not exist yet")
    .option("--date <day>", "the date of the package, such as 2026-02-11 (default: today)")
    .option("--force", "package the archive even if verify finds damage")
    .addHelpText(
      "after",
      `
Web archives kept elsewhere are copied into the deposit. Check it with scrollback verify FOLDER or with sha256sum -c manifest-sha256.txt.
Put a timestamp proof beside the manifest, as manifest-sha256.txt.tsr (RFC 3161) or manifest-sha256.txt.ots (OpenTimestamps).
Exit status: 0, or 1 if the archive is damaged, a web archive or a media file is missing, or the deposit cannot be written.`,
    )
    .action((folder: string, _: Options, command: Command) => run(folder, command.optsWithGlobals<Options>()));
}

async function run(folder: string, { date, force = false, ...place }: Options): Promise<void> {
  const archive = archiveFolder(place);
  requireArchive(archive);
  const { parseDay } = await import("../../src/model/day.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { aloneAwaiting } = await import("../storage/lock.ts");
  const day = date === undefined ? todayInUtc() : parseDay(date);
  if (day === undefined) throw new Error(`Cannot use --date "${date}": write a day as YYYY-MM-DD`);
  // No import changes what is being checked and copied.
  const bag = await aloneAwaiting(archive.content, () => checkedBag(archive.content, folder, day, force));
  const media = bag.away.filter(({ kind }) => kind === "media file");
  if (media.length > 0)
    process.stderr.write(
      `The deposit does not contain ${countedWords(media.length, "media file")} of posts that content/media does not have (bag-info.txt lists them); copy them back there and package again, or keep them beside the deposit\n`,
    );
  for (const { name, sha256 } of bag.away.filter(({ kind }) => kind === "web archive"))
    process.stderr.write(
      `${name}: the web archive is missing, so the deposit does not contain it (bag-info.txt says so); restore the file with SHA-256 ${sha256} and package again, or keep it beside the deposit\n`,
    );
  if (bag.away.length > 0) process.exitCode = 1;
  say(
    process.stdout,
    `${countedWords(bag.files, "file")}, ${bag.bytes} bytes in "${folder}"; check it with scrollback verify "${folder}"`,
  );
}

/** Checks an archive, and writes it as a deposit. */
async function checkedBag(content: string, folder: string, day: Day, force: boolean): Promise<WrittenBag> {
  const { findingLine } = await import("../../src/archive/verify.ts");
  const { verifyArchive } = await import("../storage/verify-folder.ts");
  const { writeBag } = await import("../storage/write-bag.ts");
  const { findings } = await verifyArchive(content);
  const damaged = findings.filter(({ kind }) => kind === "damage");
  for (const finding of damaged) say(process.stderr, findingLine(finding));
  if (damaged.length > 0 && !force)
    throw new Error(
      `Cannot package the archive: ${countedWords(damaged.length, "damaged place")}; repair it, or use --force`,
    );
  return writeBag({ content, folder, day });
}
