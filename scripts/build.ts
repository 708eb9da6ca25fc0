import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { counted } from "../src/site/model/wording.ts";
import { importAll, todayInUtc } from "./import.ts";
import { buildSite, type SiteOptions, type SiteReport } from "./site.ts";
import type { ImportReport } from "./storage/import-report.ts";
import { readingsFolder } from "./storage/readings.ts";

/** Tells a step of a build, in a line. */
type Print = (line: string) => void;

/** Imports the dumps of a content folder and builds its site, telling each step in a line. */
export async function build(content: string, output: string, print: Print, options: SiteOptions = {}): Promise<void> {
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
    print(`${content}/site.yml: url is still "${site.url}", where the feed, the sitemap and the citations lead`);
  }
}

function importLine(report: ImportReport): string {
  const { posts, dumps, written, removed, notices } = report;
  const changes = [`${written} written`, ...(removed > 0 ? [`${removed} removed`] : [])].join(", ");
  const doubts = notices.length === 0 ? "" : `, ${counted(notices.length, "notice")} ("npm run import" tells them)`;
  return `Imported ${counted(posts, "post")} from ${counted(dumps.length, "dump")}: ${changes}${doubts}`;
}

function siteLine({ pages, posts, searchBundles }: SiteReport, output: string): string {
  return `Built ${output}/: ${counted(posts, "post")} on ${counted(pages, "page")}, ${counted(searchBundles, "search bundle")}`;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

if (import.meta.filename === process.argv[1]) {
  try {
    const { values } = parseArgs({ options: { files: { type: "boolean", default: false } } });
    const links = values.files ? "files" : "folders";
    await build("content", "_site", (line) => process.stdout.write(`${line}\n`), { links });
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
