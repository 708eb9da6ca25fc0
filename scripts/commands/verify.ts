import { Command } from "commander";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";

interface Options extends FolderOptions {
  readonly json?: boolean;
}

/** `scrollback verify`: checks an archive and writes nothing. */
export function verifyCommand(): Command {
  return new Command("verify")
    .description("Check dumps, posts and addresses against each other. Writes nothing.")
    .option("--json", "print the findings as JSON")
    .addHelpText("after", "\nExit status: 0 if nothing is damaged, 1 if damage is found.")
    .action((_: Options, command: Command) => run(command.optsWithGlobals<Options>()));
}

async function run({ json, ...folder }: Options): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  const { sumLine, verifyArchive } = await import("../storage/verify-folder.ts");
  const { findingLine } = await import("../../src/archive/verify.ts");
  const report = await verifyArchive(place.content);
  if (json) process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else for (const line of [...report.findings.map(findingLine), sumLine(report)]) process.stdout.write(`${line}\n`);
  if (report.findings.some(({ kind }) => kind === "damage")) process.exitCode = 1;
}
