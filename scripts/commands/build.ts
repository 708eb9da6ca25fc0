import { performance } from "node:perf_hooks";
import { Command } from "commander";
import { countedWords } from "../../src/site/model/wording.ts";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import type { SiteReport } from "../site/build-site.ts";
import type { Stages } from "../site/stages.ts";
import type { ImportReport } from "../storage/import-report.ts";
import { say, sayJson } from "./say.ts";

interface Options extends FolderOptions {
  readonly files?: boolean;
  readonly full?: boolean;
  readonly json?: boolean;
  readonly output?: string;
}

/** `scrollback build`: imports, and builds the site. */
export function buildCommand(): Command {
  return new Command("build")
    .description("Import the dumps of an archive and build its site into _site/.")
    .option("--files", "link to file names, so that the site can be opened from a disk")
    .option("--full", "render every page, even if nothing on it changed")
    .option("--json", "print a report with the time and memory of each stage as JSON, and nothing else on stdout")
    .option("-o, --output <folder>", "where to put the site (default: _site beside content/)")
    .addHelpText(
      "after",
      "\nExit status: 0, or 1 if the site could not be built (the previous site is kept),\nif a dump cannot be read,\nor if posts are missing because their files cannot be read.",
    )
    .action((_: Options, command: Command) => build(command.optsWithGlobals<Options>()));
}

/** Imports the dumps of an archive and builds its site. Results go to stdout, what needs attention to stderr. */
async function build({ files = false, full = false, json = false, output, ...folder }: Options): Promise<void> {
  const place = archiveFolder(folder);
  requireArchive(place);
  const site = output ?? place.site;
  const { importAll } = await import("../storage/import-all.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { storeFolder } = await import("../storage/store.ts");
  const { buildSite } = await import("../site/build-site.ts");
  const { settleSite } = await import("../site/site-place.ts");
  const { content } = place;
  settleSite(site);
  const { Stages } = await import("../site/stages.ts");
  const stages = new Stages();
  const tell = (line: string): unknown => json || say(process.stdout, line);
  const importing = performance.now();
  const imported = await stages.run("Importing", () =>
    importAll({ content, dumps: [], force: false, today: todayInUtc(), store: storeFolder(content) }),
  );
  for (const failure of [...imported.failures, ...imported.broken]) say(process.stderr, failure);
  tell(`${importLine(imported)} (${seconds(importing)})`);
  const building = performance.now();
  const built = await buildSite(content, site, { links: files ? "files" : "folders", full, stages });
  tell(`${siteLine(built, site)} (${seconds(building)})`);
  if (json) sayJson(buildReport(imported, built, stages));
  for (const line of built.unshown) say(process.stderr, `${content}/${line}`);
  for (const line of shortcomings(imported)) {
    say(process.stderr, line);
    process.exitCode = 1;
  }
  if (built.url.startsWith("https://example.org/")) {
    process.stderr.write(
      `${content}/site.yml: url is still "${built.url}"; set it to the address of your site, which feeds, the sitemap and citations use\n`,
    );
  }
}

/** What a site lacks because files could not be read, in lines; none where it is whole. */
export function shortcomings({ failures, broken }: Pick<ImportReport, "failures" | "broken">): readonly string[] {
  const dumps = countedWords(failures.length, "dump");
  const posts = countedWords(broken.length, "post");
  return [
    ...(failures.length === 0 ? [] : [`${dumps} could not be read; the site shows what was imported before`]),
    ...(broken.length === 0 ? [] : [`${posts} missing from the site, because the files cannot be read`]),
  ];
}

/** What a build did, for programs. */
function buildReport({ written, removed, dumps }: ImportReport, site: SiteReport, { reports }: Stages): object {
  return { imported: { dumps: dumps.length, written, removed }, site, stages: reports };
}

function importLine(report: ImportReport): string {
  const { posts, dumps, written, removed, notices } = report;
  const changes = [`${written} written`, ...(removed > 0 ? [`${removed} removed`] : [])].join(", ");
  const doubts =
    notices.length === 0
      ? ""
      : `, ${countedWords(notices.length, "notice")} (run scrollback import --all to list them)`;
  return `Imported ${countedWords(posts, "post")} from ${countedWords(dumps.length, "dump")}: ${changes}${doubts}`;
}

function siteLine({ pages, keptPages, posts, searchBundles }: SiteReport, output: string): string {
  const unchanged = keptPages === 0 ? "" : ` (${keptPages} unchanged)`;
  return `Built ${output}/: ${countedWords(posts, "post")} on ${countedWords(pages, "page")}${unchanged}, ${countedWords(searchBundles, "search bundle")}`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
