import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Command, InvalidArgumentError, Option } from "commander";
import { countedWords } from "../../src/site/model/wording.ts";
import { archiveFolder, type FolderOptions, requireArchive } from "../folder.ts";
import type { ShardReport } from "../site/build-shard.ts";
import type { SiteReport } from "../site/build-site.ts";
import type { Links } from "../site/page-digests.ts";
import { type Share, shardsIn, shareFrom } from "../site/shards.ts";
import { settleSite } from "../site/site-place.ts";
import type { Stages } from "../site/stages.ts";
import type { ImportReport } from "../storage/import-report.ts";
import { say, sayJson } from "./say.ts";

interface Options extends FolderOptions {
  readonly files?: boolean;
  readonly full?: boolean;
  readonly join?: true | readonly string[];
  readonly json?: boolean;
  readonly output?: string;
  readonly shard?: Share;
}

/** `scrollback build`: imports, and builds the site. */
export function buildCommand(): Command {
  return new Command("build")
    .description("Import the dumps of an archive and build its site into _site/.")
    .option("--files", "link to file names, so that the site can be opened from a disk")
    .option("--full", "render every page, even if nothing on it changed")
    .addOption(
      new Option(
        "--shard <k/n>",
        "render only one of n shares of the post pages and search bundles, into _shards/k-of-n",
      )
        .argParser(share)
        .conflicts("join"),
    )
    .option(
      "--join [folders...]",
      "use the pages and search bundles of shards (default: those in _shards beside content/)",
    )
    .option("--json", "print a report with the time and memory of each stage as JSON, and nothing else on stdout")
    .option(
      "-o, --output <folder>",
      "where to put the site or the shard (default: _site, or _shards/k-of-n, beside content/)",
    )
    .addHelpText(
      "after",
      "\nExit status: 0, or 1 if the site could not be built (the previous site is kept),\nif a dump cannot be read,\nor if posts are missing because their files cannot be read.",
    )
    .action((_: Options, command: Command) => build(command.optsWithGlobals<Options>()));
}

/** Imports the dumps of an archive and builds its site. Results go to stdout, what needs attention to stderr. */
async function build({ json = false, shard, ...options }: Options): Promise<void> {
  const place = archiveFolder(options);
  requireArchive(place);
  const { content } = place;
  const { Stages } = await import("../site/stages.ts");
  const stages = new Stages();
  const tell = (line: string): unknown => json || say(process.stdout, line);
  const site = options.output ?? place.site;
  const shards = joined(options.join, place.shards);
  if (shard === undefined) settleSite(site);
  const imported = await importBefore(content, stages, tell);
  const building = performance.now();
  if (shard !== undefined) {
    const output = options.output ?? join(place.shards, `${shard.number}-of-${shard.of}`);
    const { buildShard } = await import("../site/build-shard.ts");
    const built = await buildShard(content, output, shard, { ...rendering(options), stages });
    tell(`${shardLine(built, shard, output)} (${seconds(building)})`);
    if (json) sayJson({ imported: importReport(imported), shard: built, stages: stages.reports });
  } else {
    const { buildSite } = await import("../site/build-site.ts");
    const built = await buildSite(content, site, { ...rendering(options), shards, stages });
    tell(`${siteLine(built, site)} (${seconds(building)})`);
    if (json) sayJson({ imported: importReport(imported), site: built, stages: stages.reports });
    if (shards.length > 0 && built.renderedPosts > 0) say(process.stderr, unjoinedLine(built));
    for (const line of built.unshown) say(process.stderr, `${content}/${line}`);
    if (built.url.startsWith("https://example.org/")) say(process.stderr, addressLine(content, built.url));
  }
  for (const line of shortcomings(imported)) {
    say(process.stderr, line);
    process.exitCode = 1;
  }
}

function rendering({ files = false, full = false }: Options): { readonly links: Links; readonly full: boolean } {
  return { links: files ? "files" : "folders", full };
}

/** Imports the dumps of an archive before it is built, and tells what came of it. */
async function importBefore(content: string, stages: Stages, tell: (line: string) => unknown): Promise<ImportReport> {
  const { importAll } = await import("../storage/import-all.ts");
  const { todayInUtc } = await import("../storage/import-tools.ts");
  const { storeFolder } = await import("../storage/store.ts");
  const importing = performance.now();
  const imported = await stages.run("Importing", () =>
    importAll({ content, dumps: [], force: false, today: todayInUtc(), store: storeFolder(content) }),
  );
  for (const failure of [...imported.failures, ...imported.broken]) say(process.stderr, failure);
  tell(`${importLine(imported)} (${seconds(importing)})`);
  return imported;
}

function share(text: string): Share {
  const found = shareFrom(text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError("write which shard of how many, such as 1/8 for the first of eight");
}

/** The folders of shards to be joined; none where none were asked for. Throws an Error where a folder has none. */
function joined(asked: Options["join"], usual: string): readonly string[] {
  if (asked === undefined) return [];
  const folders = asked === true ? [usual] : asked;
  const empty = folders.find((folder) => shardsIn(folder).length === 0);
  if (empty === undefined) return folders;
  throw new Error(
    `Cannot join shards: there is none in "${empty}"; for each of so many shards, run scrollback build --shard 1/2, 2/2 and so on`,
  );
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

/** What an import did, for programs. */
function importReport({ written, removed, dumps }: ImportReport): object {
  return { dumps: dumps.length, written, removed };
}

function shardLine({ posts, keptPages, searchBundles }: ShardReport, { number, of }: Share, output: string): string {
  const unchanged = keptPages === 0 ? "" : ` (${keptPages} unchanged)`;
  return `Built shard ${number} of ${of} in ${output}/: ${countedWords(posts, "post page")}${unchanged}, ${countedWords(searchBundles, "search bundle")}`;
}

function unjoinedLine({ renderedPosts }: SiteReport): string {
  return `${countedWords(renderedPosts, "post page")} rendered here, because no shard has what they show now; build all shards from the same content and settings, with the same version of Scrollback and Node`;
}

function addressLine(content: string, url: string): string {
  return `${content}/site.yml: url is still "${url}"; set it to the address of your site, which feeds, the sitemap and citations use`;
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

function siteLine({ pages, keptPages, posts, searchBundles, asks }: SiteReport, output: string): string {
  const unchanged = keptPages === 0 ? "" : ` (${keptPages} unchanged)`;
  const search =
    asks === undefined
      ? countedWords(searchBundles, "search bundle")
      : `search by ${asks} (run scrollback index to send it the posts)`;
  return `Built ${output}/: ${countedWords(posts, "post")} on ${countedWords(pages, "page")}${unchanged}, ${search}`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
