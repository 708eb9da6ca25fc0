import { Command } from "commander";
import { findingLine } from "../../src/archive/verify.ts";
import { archiveFolder, type FolderOptions, folderOptions, requireArchive } from "../folder.ts";
import { sumLine, verifyArchive } from "../storage/verify-folder.ts";

interface Options extends FolderOptions {
  readonly json: boolean;
}

/** `scrollback verify`: checks an archive and writes nothing. */
export function verifyCommand(): Command {
  const command = new Command("verify")
    .description("Check dumps, posts and addresses against each other. Writes nothing.")
    .option("--json", "print the findings as JSON", false)
    .addHelpText("after", "\nExit status: 0 if nothing is damaged, 1 if damage is found.");
  for (const option of folderOptions()) command.addOption(option);
  return command.action(async ({ json, ...folder }: Options): Promise<void> => {
    const place = archiveFolder(folder);
    requireArchive(place);
    const report = await verifyArchive(place.content);
    if (json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
    else for (const line of [...report.findings.map(findingLine), sumLine(report)]) process.stdout.write(`${line}\n`);
    if (report.findings.some(({ kind }) => kind === "damage")) process.exitCode = 1;
  });
}
