import { Command } from "commander";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import { say } from "./say.ts";

/** `scrollback repair`: mends the files that an import writes, then imports and verifies. */
export function repairCommand(): Command {
  return new Command("repair")
    .description("Repair an archive's own files after a merge or disk damage, then import and verify.")
    .addHelpText(
      "after",
      "\nFiles that cannot be kept are moved to .cache/set-aside.\nExit status: 0 if everything is repaired, 1 if something is left to do.",
    )
    .action((_: unknown, command: Command) => run(command.optsWithGlobals<FolderOptions>()));
}

async function run(folder: FolderOptions): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  const { repairFolder } = await import("../storage/repair-folder.ts");
  const { importAll } = await import("../storage/import-all.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { sumLine, verifyArchive } = await import("../storage/verify-folder.ts");
  const { findingLine } = await import("../../src/archive/verify.ts");
  const { content } = place;
  const repaired = repairFolder(content);
  for (const { file, what } of repaired) say(process.stdout, `${file}: ${what}`);
  const left = repaired.filter(({ kind }) => kind === "left");
  if (left.length === 0) {
    const { failures } = await importAll({ content, dumps: [], force: false, today: todayInUtc() });
    for (const failure of failures) say(process.stderr, failure);
  }
  const report = await verifyArchive(content);
  for (const line of [...report.findings.map(findingLine), sumLine(report)]) say(process.stdout, line);
  if (left.length > 0 || report.findings.some(({ kind }) => kind === "damage")) process.exitCode = 1;
}
