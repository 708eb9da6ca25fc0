/**
 * Judges the dating on channels whose days are known, each by a table of lags that was fitted without it and by tails of intervals that were
 * chosen without it, beside four simpler rules.
 *
 *     npm run -s dating-report -- FOLDER [--write | --only CHANNEL…]
 *
 * Whole channels are judged once more by what was learnt without any channel of their language.
 *
 * FOLDER holds channels as `knownChannels()` of scripts/lab/known-channels.ts reads them. `--write` keeps the means in
 * src/dating/accuracy.ts, which the site's page about dates shows, the tails chosen on all channels in src/dating/solver/tails-in-use.ts, and what they
 * were chosen by in scripts/lab/interval-coverage.ts.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { datePosts } from "../../src/dating/date.ts";
import type { Score } from "../../src/dating/score.ts";
import type { LagTable } from "../../src/dating/solver/lag-shape.ts";
import type { Tails } from "../../src/dating/solver/tails.ts";
import { languagesOf } from "../../src/text/language.ts";
import { baselinesOf } from "./baselines.ts";
import { type ChannelCoverage, calibrate, coverageOf } from "./calibrate.ts";
import { objectionsTo } from "./defended.ts";
import { countLags, fitLags, type LagCounts } from "./fit.ts";
import { type DatedPost, type KnownChannel, knownChannels } from "./known-channels.ts";
import { type DatedPair, meanOf, medianOf, scoreOf } from "./score.ts";
import { datesOf, pageLength, windowsOfPages } from "./stretches.ts";

const methods = ["scrollback", "capture", "named", "isotonic", "line"] as const;
/** Those that the page about the archive shows. */
const shownMethods = ["scrollback", "capture", "named", "isotonic"] as const;
type Method = (typeof methods)[number];
type Scores = Readonly<Record<Method, Score>>;

/** Channels are parted into so many groups; what is chosen for those of one is chosen on the others. */
const groups = 4;

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { write: { type: "boolean", default: false }, only: { type: "string", multiple: true, default: [] } },
  });
  const [folder] = positionals;
  if (folder === undefined) throw new Error("Cannot report: name the folder of channels");
  if (values.write && values.only.length > 0)
    throw new Error("Cannot write what was measured on some channels alone: leave out --write or --only");
  const channels = knownChannels(folder);
  const counts = channels.map(({ posts }) => countLags(posts));
  const names = [...new Set(channels.map(({ name }) => name))];
  const coverage = new Map(
    names.map((name) => {
      const own = channels.filter((channel) => channel.name === name);
      return [name, coverageOf(own, fitWithout([name], channels, counts))];
    }),
  );
  const byGroup = Array.from({ length: groups }, (_, group) => {
    const others = names.filter((_name, place) => place % groups !== group);
    return tailsOn(others, coverage);
  });
  const inUse = tailsOn(names, coverage);
  const pages: Scores[] = [];
  const against: string[] = [];
  const lowBlocks = new LowBlocks();
  const wholes: Scores[] = [];
  const table = new Table({ head: heads, style: { head: [], border: [], compact: true }, colAligns: aligns });
  for (const [place, name] of names.entries()) {
    const tails = byGroup[place % groups] ?? inUse;
    if (values.only.length > 0 && !values.only.includes(name)) continue;
    const learnt = { lags: fitWithout([name], channels, counts), tails };
    const own = channels.filter((channel) => channel.name === name);
    const judgedPages = own.flatMap(windowsOfPages).map((page) => judge(page, learnt));
    against.push(...judgedPages.flatMap((page) => page.against.map((words) => `${name}, page: ${words}`)));
    const paged = scoresIn(judgedPages);
    pages.push(paged);
    addRows(table, `${name}, pages`, paged);
    const long = own.filter(({ posts }) => posts.length >= 2 * pageLength);
    if (long.length === 0) continue;
    const judged = long.map((stretch) => judge(stretch, learnt));
    against.push(...judged.flatMap((one) => one.against.map((words) => `${name}, whole: ${words}`)));
    const whole = scoresIn(judged);
    lowBlocks.add(judged.map(({ scrollback }) => scrollback));
    wholes.push(whole);
    addRows(table, `${name}, whole`, whole);
  }
  const means = {
    pages: middleScores(pages, meanOf),
    ...(wholes.length === 0 ? {} : { wholes: middleScores(wholes, meanOf) }),
  };
  addRows(table, `mean of ${pages.length}, pages`, means.pages);
  if (means.wholes) addRows(table, `mean of ${wholes.length}, whole`, means.wholes);
  addRows(table, `median of ${pages.length}, pages`, middleScores(pages, medianOf));
  if (means.wholes) addRows(table, `median of ${wholes.length}, whole`, middleScores(wholes, medianOf));
  process.stdout.write(`${table.toString()}\n`);
  if (values.only.length === 0) reportLanguages(channels, counts, coverage);
  for (const [title, scores] of [
    ["pages", pages],
    ["whole", wholes],
  ] as const) {
    const covered = scores.map(({ scrollback }) => scrollback.covered ?? 0);
    if (covered.length > 0) process.stdout.write(`lowest covered, ${title}: ${percent(Math.min(...covered))}\n`);
  }
  process.stdout.write(`blocks of ${blockLength} posts less than half covered, whole: ${percent(lowBlocks.mean())}\n`);
  process.stdout.write(`dates that the words of their own posts speak against: ${against.length}\n`);
  for (const words of against) process.stdout.write(`  ${words}\n`);
  for (const [group, tails] of byGroup.entries()) {
    const own = names.filter((_name, place) => place % groups === group);
    process.stdout.write(`chosen without ${own.join(", ")}: ${textOf(tails)}\n`);
  }
  process.stdout.write(`chosen on all, for use: ${textOf(inUse)}\n`);
  if (!values.write) return;
  writeTails(inUse, [...coverage.values()]);
  writeAccuracy(means, { pages: pages.length, wholes: wholes.length });
}

/** Prints how whole channels come out by lags and tails that were learnt without their language; languages of one channel too. */
function reportLanguages(
  channels: readonly KnownChannel[],
  counts: readonly LagCounts[],
  coverage: ReadonlyMap<string, ChannelCoverage>,
): void {
  const languages = new Map(channels.map(({ name, posts }) => [name, mainLanguage(posts)]));
  const table = new Table({
    head: ["language held out", "channels", ...heads.slice(2), "lowest"],
    style: { head: [], border: [] },
  });
  for (const language of new Set(languages.values())) {
    const held = [...languages.keys()].filter((name) => languages.get(name) === language);
    const others = [...languages.keys()].filter((name) => !held.includes(name));
    const long = channels.filter(({ name, posts }) => held.includes(name) && posts.length >= 2 * pageLength);
    if (long.length === 0 || others.length === 0) continue;
    const learnt = { lags: fitWithout(held, channels, counts), tails: tailsOn(others, coverage) };
    const scores = long.map((channel) => {
      return scoreOf(withTruth(channel.posts, datePosts(datesOf(channel), learnt.lags, learnt.tails).datings));
    });
    const { posts, exact, within1, within3, within7, meanError, covered, meanWidth } = meanOf(scores);
    const shares = [exact, within1, within3, within7].map(percent);
    const interval = [percent(covered ?? 0), meanWidth?.toFixed(2) ?? ""];
    const lowest = percent(Math.min(...scores.map((score) => score.covered ?? 0)));
    table.push([language, long.length, posts, ...shares, meanError.toFixed(2), ...interval, lowest]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

/** The language of most posts, by a sample of them. */
function mainLanguage(posts: readonly DatedPost[]): string {
  const sample = posts.filter((_, place) => place % Math.ceil(posts.length / 100) === 0).map(({ text }) => text);
  const counted = new Map<string, number>();
  for (const language of languagesOf(sample)) counted.set(language, (counted.get(language) ?? 0) + 1);
  return [...counted].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? "und";
}

/** Posts that err together. */
const blockLength = 100;

/** Counts blocks of posts whose intervals hold fewer than half of the true days, as a mean over channels. */
class LowBlocks {
  private readonly shares: number[] = [];

  add(stretches: readonly (readonly DatedPair[])[]): void {
    const blocks = stretches.flatMap((posts) =>
      Array.from({ length: Math.ceil(posts.length / blockLength) }, (_, block) =>
        posts.slice(block * blockLength, (block + 1) * blockLength),
      ),
    );
    const low = blocks.filter((posts) => (scoreOf(posts).covered ?? 0) < 0.5);
    this.shares.push(low.length / blocks.length);
  }

  mean(): number {
    return this.shares.reduce((sum, share) => sum + share, 0) / Math.max(1, this.shares.length);
  }
}

interface Learnt {
  readonly lags: LagTable;
  readonly tails: Tails;
}

/** A channel is never judged by what was learnt from it. */
function fitWithout(
  names: readonly string[],
  channels: readonly KnownChannel[],
  counts: readonly LagCounts[],
): LagTable {
  return fitLags(counts.filter((_, place) => !names.includes(channels[place]?.name ?? "")));
}

/** The tails chosen on some channels alone. */
function tailsOn(names: readonly string[], coverage: ReadonlyMap<string, ChannelCoverage>): Tails {
  return calibrate(names.flatMap((name) => coverage.get(name) ?? []));
}

interface Judged extends Readonly<Record<Method, readonly DatedPair[]>> {
  /** Dates that the words of their own posts speak against. */
  readonly against: readonly string[];
}

function scoresIn(judged: readonly Judged[]): Scores {
  return Object.fromEntries(methods.map((method) => [method, scoreOf(judged.flatMap((one) => one[method]))])) as Scores;
}

function judge(stretch: KnownChannel, { lags, tails }: Learnt): Judged {
  const { posts, captured } = stretch;
  const request = datesOf(stretch);
  const { datings } = datePosts(request, lags, tails);
  const against = datings.flatMap((dating, place) => objectionsTo(request.posts[place]?.evidence ?? [], dating));
  const { capture, named, isotonic, line } = baselinesOf(
    posts.map(({ text }) => text),
    captured,
  );
  const [byCapture, byName, byFit, byLine] = [capture, named, isotonic, line].map((days) =>
    days.map((best) => ({ best })),
  );
  return {
    against,
    scrollback: withTruth(posts, datings),
    capture: withTruth(posts, byCapture ?? []),
    named: withTruth(posts, byName ?? []),
    isotonic: withTruth(posts, byFit ?? []),
    line: withTruth(posts, byLine ?? []),
  };
}

function withTruth(posts: readonly DatedPost[], said: readonly Omit<DatedPair, "truth">[]): readonly DatedPair[] {
  return posts.flatMap(({ day }, place) => {
    const one = said[place];
    return one === undefined ? [] : [{ truth: day, ...one }];
  });
}

function middleScores(all: readonly Scores[], middle: (scores: readonly Score[]) => Score): Scores {
  return Object.fromEntries(methods.map((method) => [method, middle(all.map((one) => one[method]))])) as Scores;
}

const heads = ["channel", "method", "posts", "exact", "≤ 1", "≤ 3", "≤ 7", "mean error", "covered", "mean width"];
const aligns = heads.map((_, place) => (place < 2 ? ("left" as const) : ("right" as const)));

const titles: Readonly<Record<Method, string>> = {
  scrollback: "this program",
  capture: "capture day",
  named: "named day",
  isotonic: "isotonic fit",
  line: "straight line",
};

function addRows(table: InstanceType<typeof Table>, name: string, scores: Scores): void {
  for (const method of methods) {
    const { posts, exact, within1, within3, within7, meanError, covered, meanWidth } = scores[method];
    const shares = [exact, within1, within3, within7].map(percent);
    const interval = [covered === undefined ? "" : percent(covered), meanWidth?.toFixed(2) ?? ""];
    table.push([name, titles[method], posts, ...shares, meanError.toFixed(2), ...interval]);
  }
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

const written = "// Written by scripts/lab/dating-report.ts from channels with known days; do not edit by hand.";
const tailsFile = join(import.meta.dirname, "../../src/dating/solver/tails-in-use.ts");
const coverageFile = join(import.meta.dirname, "interval-coverage.ts");

function textOf({ narrow, wide }: Tails): string {
  return `{ narrow: ${narrow}, wide: ${wide} }`;
}

function writeTails(tails: Tails, coverage: readonly ChannelCoverage[]): void {
  const text = [
    written,
    'import type { Tails } from "./tails.ts";',
    "",
    "/** The tails by which intervals keep their promise on channels with known days. */",
    `export const tailsInUse: Tails = ${textOf(tails)};`,
    "",
  ].join("\n");
  writeFileSync(tailsFile, text);
  const tallyText = ({ weight, covered }: ChannelCoverage["wide"]): string =>
    rowText({ weight: fixed(weight), covered: covered.map(fixed) });
  const measured = [
    written,
    'import type { ChannelCoverage } from "./calibrate.ts";',
    "",
    "/** What intervals by each tail hold of channels with known days, a row a channel: the tails in use were chosen by it. */",
    "// biome-ignore format: one row a channel reads as a table",
    "export const intervalCoverage: readonly ChannelCoverage[] = [",
    ...coverage.map(({ narrow, wide }) => `  { narrow: ${tallyText(narrow)}, wide: ${tallyText(wide)} },`),
    "];",
    "",
  ].join("\n");
  writeFileSync(coverageFile, measured);
}

function fixed(share: number): number {
  return Number(share.toFixed(4));
}

const accuracyFile = join(import.meta.dirname, "../../src/dating/accuracy.ts");

function writeAccuracy(
  means: { readonly pages: Scores; readonly wholes?: Scores },
  channels: { readonly pages: number; readonly wholes: number },
): void {
  const rows = [
    { stretch: "pages", channels: channels.pages, scores: means.pages },
    ...(means.wholes ? [{ stretch: "wholes", channels: channels.wholes, scores: means.wholes }] : []),
  ].flatMap(({ stretch, channels: count, scores }) =>
    shownMethods.map((method) => `  ${rowText({ stretch, channels: count, method, ...rounded(scores[method]) })},`),
  );
  const text = [
    written,
    'import type { Score } from "./score.ts";',
    "",
    "/** How near dates came, as a mean over channels that each were dated by what was learnt from the others alone. */",
    "export interface Accuracy extends Score {",
    `  /** Pages of ${pageLength} posts, or channels of more than a thousand posts each as a whole. */`,
    '  readonly stretch: "pages" | "wholes";',
    "  readonly channels: number;",
    "  /** The program, or a simpler rule: the capture day for all, the named day as it stands, an isotonic fit of the named days. */",
    `  readonly method: ${shownMethods.map((method) => JSON.stringify(method)).join(" | ")};`,
    "}",
    "",
    "/** The means by stretch and method, a row each. */",
    "// biome-ignore format: one row a method reads as a table",
    "export const accuracy: readonly Accuracy[] = [",
    ...rows,
    "];",
    "",
  ].join("\n");
  writeFileSync(accuracyFile, text);
}

function rowText(row: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(row).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `{ ${entries.join(", ")} }`;
}

function rounded(score: Score): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(score).map(([key, value]) => [key, fixed(value)]));
}

try {
  main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
