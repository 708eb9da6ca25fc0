import { performance } from "node:perf_hooks";
import { Command } from "commander";
import { counted } from "../../src/site/model/wording.ts";
import { type ArchiveFolder, archiveFolder, type FolderOptions, folderOptions, requireArchive } from "../folder.ts";
import { buildSite, type SiteOptions, type SiteReport } from "../site/build-site.ts";
import { importAll, todayInUtc } from "../storage/import-folder.ts";
import type { ImportReport } from "../storage/import-report.ts";
import { readingsFolder } from "../storage/readings.ts";

interface Options extends FolderOptions {
  readonly files: boolean;
  readonly output?: string;
}

/** `scrollback build`: imports, and builds the site. */
export function buildCommand(): Command {
  const command = new Command("build")
    .description("Import the dumps of an archive and build its site into _site/.")
    .option("--files", "let links name their files, so that the site can be read from a disk", false)
    .option("-o, --output <folder>", "where the site is put (default: _site beside content/)")
    .addHelpText(
      "after",
      "\nExit status: 0, or 1 if the site could not be built; the site of before then stays as it was.",
    );
  for (const option of folderOptions()) command.addOption(option);
  return command.action(async ({ files, output, ...folder }: Options): Promise<void> => {
    const place = archiveFolder(folder);
    requireArchive(place);
    const print = (line: string): boolean => process.stdout.write(`${line}\n`);
    await build({ ...place, site: output ?? place.site }, print, { links: files ? "files" : "folders" });
  });
}

/** Imports the dumps of an archive and builds its site, telling each step in a line. */
export async function build(
  { content, site: output }: ArchiveFolder,
  print: (line: string) => void,
  options: SiteOptions = {},
): Promise<void> {
  const importing = performance.now();
  const imported = await importAll({
    content,
    dumps: [],
    force: false,
    today: todayInUtc(),
    cache: readingsFolder(content),
  });
  for (const failure of imported.failures) print(failure);
  print(`${importLine(imported)} (${seconds(importing)})`);
  const building = performance.now();
  const site = await buildSite(content, output, options);
  print(`${siteLine(site, output)} (${seconds(building)})`);
  if (site.url.startsWith("https://example.org/")) {
    print(`${content}/site.yml: url is still "${site.url}", which the feed, the sitemap and the citations point to`);
  }
}

function importLine(report: ImportReport): string {
  const { posts, dumps, written, removed, notices } = report;
  const changes = [`${written} written`, ...(removed > 0 ? [`${removed} removed`] : [])].join(", ");
  const doubts =
    notices.length === 0 ? "" : `, ${counted(notices.length, "notice")} (run scrollback import to list them)`;
  return `Imported ${counted(posts, "post")} from ${counted(dumps.length, "dump")}: ${changes}${doubts}`;
}

function siteLine({ pages, posts, searchBundles }: SiteReport, output: string): string {
  return `Built ${output}/: ${counted(posts, "post")} on ${counted(pages, "page")}, ${counted(searchBundles, "search bundle")}`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
