import Table from "cli-table3";
import { Bench } from "tinybench";
import { datePosts } from "../../src/dating/date.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";
import { madeDump, madeKinds, madeTexts } from "./made-dumps.ts";
import { reportDates } from "./review-dates-report.ts";
import { reportReview } from "./review-report.ts";
import { reportSites } from "./site-report.ts";
import { reportStore } from "./store-report.ts";

/** Lines of the dumps that are read; ten times the lines should take ten times as long. */
const sizes = [10_000, 100_000];
/** Posts that are dated: three in ten name a day, or none does. */
const datedPosts = 100_000;

/**
 * `npm run bench`: how long reading takes, for each kind of page and by size, and dating. Medians; nothing is written. `npm run bench -- review FOLDER`
 * and `-- review-dates FOLDER` tell what answers are worth (`review-report.ts`), `-- site` what building sites takes (`site-report.ts`), `-- store` importing again (`store-report.ts`).
 */
async function main(): Promise<void> {
  const bench = new Bench({ iterations: 3, time: 0, warmup: false });
  const jobs = [...madeKinds.flatMap((kind) => sizes.map((size) => parting(kind, size))), ...dating()];
  for (const job of jobs) bench.add(job.name, job.run);
  await bench.run();
  const table = new Table({ head: ["what", "size", "median", "for each thousand"], style: { head: [], border: [] } });
  for (const [index, job] of jobs.entries()) {
    const { result } = bench.tasks[index] ?? {};
    const p50 = result?.latency.p50;
    if (p50 === undefined)
      throw new Error(`Cannot measure "${job.name}": ${result?.error?.message ?? "it did not run"}`);
    table.push([job.what, job.size, `${p50.toFixed(0)} ms`, `${((p50 / job.count) * 1000).toFixed(1)} ms`]);
  }
  process.stdout.write(`${table}\n`);
}

interface Job {
  readonly name: string;
  readonly what: string;
  readonly size: string;
  /** Lines or posts. */
  readonly count: number;
  run(): void;
}

/** Recognising a page and parting it into posts. */
function parting(kind: (typeof madeKinds)[number], size: number): Job {
  const source = readSource(Buffer.from(madeDump(kind, size)), `${kind}.txt`);
  const count = source.lines.length;
  return { name: `${kind} ${size}`, what: kind, size: `${count} lines`, count, run: () => part(kind, source) };
}

function part(kind: string, source: SourceText): void {
  const { dialect } = recognise(source);
  if (dialect.name !== kind) throw new Error(`Cannot measure "${kind}": it was read as "${dialect.name}"`);
  dialect.parse(source, { start: new Set(), join: new Set() });
}

function dating(): readonly Job[] {
  const texts = madeTexts(datedPosts);
  const silent = texts.map((text) => text.replace(/^On [^,]*, /u, ""));
  return Object.entries({ dating: texts, "dating, no day named": silent }).map(([what, own]) => ({
    name: what,
    what,
    size: `${own.length} posts`,
    count: own.length,
    run: () => {
      const posts = own.map((text) => ({ text, language: "en" }));
      datePosts({ posts, order: "oldest-first", retrieved: "2060-01-01" as Day });
    },
  }));
}

const [what, ...rest] = process.argv.slice(2);
const reports: Readonly<Record<string, (args: readonly string[]) => unknown>> = {
  review: reportReview,
  "review-dates": reportDates,
  site: reportSites,
  store: reportStore,
};
const work = Promise.resolve(rest).then((what === undefined ? undefined : reports[what]) ?? main);

work.catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
});
