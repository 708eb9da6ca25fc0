import { Command } from "commander";
import type { Damage } from "../../src/archive/verify.ts";
import { type ArchiveFolder, archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import { runnable, say, sayJson } from "./say.ts";

interface Options extends FolderOptions {
  readonly json?: boolean;
  readonly deep?: boolean;
  readonly files?: boolean;
}

/** `scrollback verify`: checks an archive and writes nothing. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("Check that dumps, posts and addresses agree, or check a deposit. Writes nothing.")
    .argument("[deposit]", "a folder made by scrollback package")
    .option("--json", "print the findings as JSON")
    .option(
      "--deep",
      "also import and build in a temporary folder and compare every byte with the archive and its site",
    )
    .option("--files", "with --deep, if the site was built with --files")
    .addHelpText("after", "\nExit status: 0, or 1 if damage is found.")
    .action((deposit: string | undefined, _: Options, command: Command) =>
      run(deposit, command.optsWithGlobals<Options>()),
    );
}

async function run(
  deposit: string | undefined,
  { json, deep = false, files = false, ...folder }: Options,
): Promise<void> {
  const place = archiveFolder(folder);
  const { sumLine, verifyArchive } = await import("../storage/verify-folder.ts");
  const { findingLine } = await import("../../src/archive/verify.ts");
  const { isBag, verifyBag } = await import("../storage/verify-bag.ts");
  const bag = deposit ?? (isBag(folder.dir) ? folder.dir : undefined);
  if (bag === undefined) requireArchive(place);
  else if (!isBag(bag))
    throw new Error(
      `Cannot verify "${bag}": it has no bagit.txt, so it is not a deposit; name a folder made by scrollback package`,
    );
  const shallow = bag === undefined ? await verifyArchive(place.content) : await verifyBag(bag);
  const isSound = !shallow.findings.some(({ kind }) => kind === "damage");
  // What is damaged as it stands need not be built to be found so.
  const report =
    deep && isSound && bag === undefined
      ? { ...shallow, findings: [...shallow.findings, ...(await anew(place, files))] }
      : shallow;
  if (json) sayJson({ ...report, findings: report.findings.map(inRunnableWords) });
  else for (const line of [...report.findings.map(findingLine), sumLine(report)]) say(process.stdout, line);
  if (report.findings.some(({ kind }) => kind === "damage")) process.exitCode = 1;
}

function inRunnableWords(finding: Damage): Damage {
  return { ...finding, reason: runnable(finding.reason) };
}

async function anew({ content, site }: ArchiveFolder, files: boolean): Promise<readonly Damage[]> {
  const { verifyDeep } = await import("../site/verify-deep.ts");
  return verifyDeep(content, site, files ? "files" : "folders");
}
