/**
 * Judges how captures of one channel that share posts date each other, on channels whose days are known.
 *
 *     npx tsx scripts/lab/captures-report.ts FOLDER [SEED]
 *
 * FOLDER holds channels as `knownChannels()` reads them. Of each, runs of three pages of 20 posts that overlap are made, in four ways: captured as they
 * stood (`standing`), with some posts deleted from later ones (`deleted`), all on the day of the last (`paged`), and all captured long after, in another order than they were published
 * (`old`). Printed are the scores of all posts of each page read alone, and of the same pages imported together.
 */
import Table from "cli-table3";
import type { Score } from "../../src/dating/score.ts";
import { prepare } from "../../src/import/prepare.ts";
import type { WholeDump } from "../../src/import/whole-dump.ts";
import { addDays, type Day, dayNumber } from "../../src/model/day.ts";
import { sourcesOf } from "../../src/model/post.ts";
import { readSource } from "../../src/read/source-text.ts";
import { type DatedPost, type KnownChannel, knownChannels } from "./known-channels.ts";
import { type Random, randomFrom, upTo } from "./made-dumps.ts";
import { type DatedPair, meanOf, scoreOf } from "./score.ts";

const ways = ["standing", "deleted", "paged", "old"] as const;
type Way = (typeof ways)[number];

const pageLength = 20;
const pages = 3;
const runsPerChannel = 3;
const today = "2030-01-01" as Day;

/** A page of a channel, and the day of its capture. */
interface Page {
  readonly file: string;
  readonly posts: readonly DatedPost[];
  readonly retrieved: Day;
}

function main([folder = "", seed = "1"]: readonly string[]): void {
  const random = randomFrom(Number(seed));
  const table = new Table({
    head: ["way", "read", "posts", "exact", "within 3", "mean error", "covered", "lowest", "days wide"],
  });
  const channels = knownChannels(folder)
    .map((channel) => ({ ...channel, posts: channel.posts.filter(({ text }) => linesOf(text).length > 0) }))
    .filter(({ posts }) => posts.length >= 3 * pageLength);
  for (const way of ways) {
    const runs = channels.map((channel) => Array.from({ length: runsPerChannel }, () => runOf(channel, way, random)));
    for (const [read, judge] of [
      ["alone", judgedAlone],
      ["together", judged],
    ] as const) {
      const pairs = runs.map((own) => own.flatMap((run) => judge(run)));
      const scores = pairs.filter((own) => own.length > 0).map(scoreOf);
      table.push([way, read, ...rowOf(scores)]);
    }
  }
  process.stdout.write(`${table.toString()}\n`);
}

function rowOf(scores: readonly Score[]): readonly string[] {
  const { posts, exact, within3, meanError, covered = 0, meanWidth = 0 } = meanOf(scores);
  const lowest = Math.min(...scores.map((score) => score.covered ?? 0));
  return [`${posts}`, ...[exact, within3, meanError, covered, lowest, meanWidth].map((figure) => figure.toFixed(3))];
}

/** Pages of a channel, each some posts on from the one before. */
function runOf({ posts }: KnownChannel, way: Way, random: Random): readonly Page[] {
  const steps = Array.from({ length: pages - 1 }, () => 4 + upTo(12, random));
  const length = pageLength + steps.reduce((sum, step) => sum + step, 0);
  let from = upTo(Math.max(0, posts.length - length - 2), random);
  const told: Page[] = [];
  for (const [at, step] of [0, ...steps].entries()) {
    from += step;
    const end = Math.min(posts.length, from + pageLength);
    const [last, next] = [posts[end - 1]?.day ?? today, posts[end]?.day ?? posts[end - 1]?.day ?? today];
    const shown = posts.slice(from, end).filter(() => way !== "deleted" || at === 0 || random() > 0.1);
    const retrieved = addDays(last, upTo(Math.max(0, dayNumber(next) - dayNumber(last)), random));
    told.push({ file: `${at}.txt`, posts: shown, retrieved });
  }
  const end = told.at(-1)?.retrieved ?? today;
  if (way === "paged") return told.map((page) => ({ ...page, retrieved: end }));
  return way === "old" ? told.map((page) => ({ ...page, retrieved: addDays(end, upTo(90, random)) })) : told;
}

function judgedAlone(run: readonly Page[]): readonly DatedPair[] {
  return run.flatMap((page) => judged([page]));
}

/** The days that an import gives to the posts of pages. */
function judged(run: readonly Page[]): readonly DatedPair[] {
  const { consolidated, reports } = prepare(run.map(dumpOf), [], { force: false, today });
  // A text with a ruler of its own is read as two: then nobody knows which post is which.
  if (reports.some(({ file, posts }) => run.find((page) => page.file === file)?.posts.length !== posts)) return [];
  return consolidated.posts.flatMap((post) =>
    sourcesOf(post).flatMap(({ file, sequence }) => {
      const page = run.find((one) => one.file === file);
      const truth = page?.posts[sequence - 1]?.day;
      if (page === undefined || truth === undefined) return [];
      const { best, earliest, latest } = post.dating;
      return [{ truth, best, earliest, latest }];
    }),
  );
}

function dumpOf({ file, posts, retrieved }: Page): WholeDump {
  const lines = posts.flatMap(({ text }) => [...linesOf(text), "-----"]);
  const source = readSource(new TextEncoder().encode(`${lines.slice(0, -1).join("\n")}\n`), file);
  return {
    kind: "read",
    source,
    sidecar: { channel: "Reed Bank", order: "oldest-first", separator: "ruler", retrieved },
  };
}

/** The lines of a text, none of which can be taken for a ruler. */
function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => (/\p{L}/u.test(line) ? line : ""))
    .filter((line) => line !== "");
}

main(process.argv.slice(2));
