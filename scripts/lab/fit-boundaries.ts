import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Table from "cli-table3";
import { Command } from "commander";
import { type CandidateRows, candidateRows } from "../../src/dialects/boundaries/candidate-rows.ts";
import { candidatesOf } from "../../src/dialects/boundaries/candidates.ts";
import { certain, marksScores } from "../../src/dialects/boundaries/judge.ts";
import { type BoundaryModel, judgePreview, oddsOf } from "../../src/dialects/boundaries/judge-preview.ts";
import { treesScore } from "../../src/dialects/boundaries/trees.ts";
import { withLinkPreviews } from "../../src/dialects/lines/link-previews.ts";
import { withFooters } from "../../src/dialects/lines/metadata.ts";
import { withReplies } from "../../src/dialects/lines/replies.ts";
import { type Token, tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";
import { programRoot } from "../program.ts";
import { type BoostOptions, boost, type Examples } from "./boost.ts";
import { type KnownPage, madePages, readKnown } from "./boundary-pages.ts";

/*
 * Fits the model that parts previews into posts, and measures it on channels that it did not see.
 *
 *     npx tsx scripts/lab/fit-boundaries.ts FOLDER [--groups 5] [--by-language] [--write]
 *
 * FOLDER holds previews with known posts, NAME.tme.txt and NAME.tme.gold.json, and runs of posts, dating/NAME.jsonl. Channels are held out whole, a
 * group at a time: their own pages, and all pages that were made of their posts, take no part in what they are judged by.
 */

const options: BoostOptions = { trees: 160, depth: 5, pace: 0.1, rows: 0.4, features: 0.35, ridge: 6, least: 3 };
const noHints = { start: new Set<number>(), join: new Set<number>() };

interface Page extends KnownPage {
  readonly tokens: readonly Token[];
  readonly rows: CandidateRows;
  readonly answers: readonly boolean[];
  readonly weight: number;
}

/** A page judged by a model that did not see its channel. */
interface Outcome {
  readonly page: Page;
  readonly f1: number;
  readonly exact: number;
  readonly odds: readonly number[];
}

function main(folder: string, { groups, byLanguage, perChannel, write }: Options): void {
  const { pages: real, channels } = readKnown(folder, "tme");
  const names = channels.map(({ channel }) => channel);
  const languages = [...new Set(names.map(languageOf))];
  const groupOf = (channel: string): number =>
    byLanguage ? languages.indexOf(languageOf(channel)) : names.indexOf(channel) % groups;
  const pages = [
    ...real,
    ...channels.flatMap((own, at) => {
      const others = channels.filter((other) => other !== own && groupOf(other.channel) === groupOf(own.channel));
      return madePages(own, others, own.posts.length > 100 ? perChannel : Math.round(perChannel / 2), 100 + at);
    }),
  ].map(pageOf);
  const outcomes: Outcome[] = [];
  for (let group = 0; group < (byLanguage ? languages.length : groups); group += 1) {
    const model = fit(pages.filter((page) => groupOf(page.channel) !== group));
    outcomes.push(
      ...pages.filter((page) => !page.made && groupOf(page.channel) === group).map((page) => outcomeOf(page, model)),
    );
    process.stderr.write(`group ${group + 1} judged\n`);
  }
  printOutcomes(outcomes);
  const calibration = calibrationOf(outcomes);
  printCalibration(outcomes, calibration);
  if (!write) return;
  const model = { ...fit(pages), calibration };
  writeFileSync(
    join(programRoot, "src", "dialects", "boundaries", "model-table.json"),
    `${JSON.stringify(rounded(model))}\n`,
  );
}

interface Options {
  readonly groups: number;
  readonly byLanguage: boolean;
  readonly perChannel: number;
  readonly write: boolean;
}

/** The language that a sample's name begins with, such as `de-`; those without are told by nothing and count as one. */
function languageOf(channel: string): string {
  return /^(?<code>[a-z]{2})-/u.exec(channel)?.groups?.code ?? "other";
}

function pageOf(page: KnownPage): Page {
  const source = readSource(new TextEncoder().encode(page.lines.join("\n")), page.name);
  const lines = withFooters(tokensOf(source, Math.min(...page.starts)));
  const tokens = withLinkPreviews(withReplies(lines, undefined), noHints);
  const marks = marksScores(tokens, noHints);
  const rows = candidateRows(tokens, candidatesOf(tokens), (place) => (marks[place] ?? 0) >= certain);
  const answers = rows.places.map((place) => page.starts.has(tokens[place]?.first ?? 0));
  const weight = Math.min(1, 40 / Math.max(1, answers.length)) * (page.made ? 1 : 3);
  return { ...page, tokens, rows, answers, weight };
}

/** The second model learns from what the first says of channels that it did not see, as it will be asked. */
const innerGroups = 3;

function fit(pages: readonly Page[]): BoundaryModel {
  const channels = [...new Set(pages.map(({ channel }) => channel))];
  const innerOf = ({ channel }: Page): number => channels.indexOf(channel) % innerGroups;
  const firstOf = (own: readonly Page[], seed: number) =>
    boost(
      examplesOf(own, (page) => page.rows.first),
      options,
      seed,
    );
  const inner = Array.from({ length: innerGroups }, (_, group) =>
    firstOf(
      pages.filter((page) => innerOf(page) !== group),
      11 + group,
    ),
  );
  const second = boost(
    examplesOf(pages, (page) => {
      const first = inner[innerOf(page)];
      if (first === undefined) throw new RangeError(`page "${page.name}" belongs to no group`);
      return page.rows.second(page.rows.first.map((row) => treesScore(first, row)));
    }),
    options,
    23,
  );
  return { first: firstOf(pages, 7), second, calibration: { slope: 1, shift: 0 } };
}

function examplesOf(pages: readonly Page[], rowsOf: (page: Page) => readonly Float64Array[]): Examples {
  const rows: Float64Array[] = [];
  for (const page of pages) rows.push(...rowsOf(page));
  return {
    rows,
    answers: pages.flatMap(({ answers }) => answers),
    weights: pages.flatMap(({ answers, weight }) => answers.map(() => weight)),
  };
}

function outcomeOf(page: Page, model: BoundaryModel): Outcome {
  const found = judgePreview(page.tokens, noHints, model).posts.map(
    ({ range }) => page.tokens[range.start]?.first ?? 0,
  );
  const right = found.filter((line) => page.starts.has(line)).length;
  const told = [...page.starts].sort((one, other) => one - other);
  const starts = new Set(found);
  const exact = told.filter((first, at) => {
    const next = told[at + 1] ?? Number.POSITIVE_INFINITY;
    return (
      starts.has(first) &&
      (next === Number.POSITIVE_INFINITY || starts.has(next)) &&
      !found.some((line) => line > first && line < next)
    );
  }).length;
  return {
    page,
    f1: (2 * right) / (found.length + told.length),
    exact: exact / told.length,
    odds: oddsOf(page.rows, model),
  };
}

function printOutcomes(outcomes: readonly Outcome[]): void {
  const table = new Table({ head: ["preview, held out", "posts", "F1", "exact"], style: { head: [], border: [] } });
  const sorted = outcomes.toSorted((one, other) => one.f1 - other.f1);
  for (const { page, f1, exact } of sorted) table.push([page.name, page.starts.size, f1.toFixed(3), exact.toFixed(3)]);
  const mean = (of: (outcome: Outcome) => number): string =>
    (outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length).toFixed(3);
  table.push(["mean", "", mean(({ f1 }) => f1), mean(({ exact }) => exact)]);
  process.stdout.write(`${table.toString()}\n`);
}

/** Slope and shift of the log-odds under which the answers of held-out pages are likeliest, each page with the same weight. */
function calibrationOf(outcomes: readonly Outcome[]): BoundaryModel["calibration"] {
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < 2000; step += 1) {
    let [bySlope, byShift] = [0, 0];
    for (const { odds, page } of outcomes) {
      for (const [at, value] of odds.entries()) {
        const error = (page.answers[at] ? 1 : 0) - 1 / (1 + Math.exp(-shift - slope * value));
        bySlope += (error * value) / odds.length;
        byShift += error / odds.length;
      }
    }
    slope += (0.05 * bySlope) / outcomes.length;
    shift += (0.2 * byShift) / outcomes.length;
  }
  return { slope: Number(slope.toFixed(3)), shift: Number(shift.toFixed(3)) };
}

/** Of the candidates given a chance of so many tenths, the share at which posts start; and where the wrong decisions stand in the list of doubts. */
function printCalibration(outcomes: readonly Outcome[], { slope, shift }: BoundaryModel["calibration"]): void {
  const judged = outcomes.flatMap(({ odds, page }) =>
    odds.map((value, at) => ({
      page,
      chance: 1 / (1 + Math.exp(-shift - slope * value)),
      start: page.answers[at] === true,
    })),
  );
  const worst = new Set(
    outcomes
      .toSorted((one, other) => one.f1 - other.f1)
      .slice(0, Math.ceil(outcomes.length / 3))
      .map(({ page }) => page),
  );
  const table = new Table({
    head: ["chance", "candidates", "starts", "starts, worst third"],
    style: { head: [], border: [] },
  });
  const share = (own: typeof judged): string =>
    own.length === 0 ? "" : (own.filter(({ start }) => start).length / own.length).toFixed(2);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const own = judged.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth);
    table.push([`0.${tenth}–`, own.length, share(own), share(own.filter(({ page }) => worst.has(page)))]);
  }
  process.stdout.write(`slope ${slope}, shift ${shift}\n${table.toString()}\n`);
  const listed = outcomes.map(({ page }) => {
    const own = judged
      .filter((each) => each.page === page)
      .toSorted((one, other) => Math.abs(one.chance - 0.5) - Math.abs(other.chance - 0.5));
    const wrong = own.flatMap(({ chance, start }, at) => (chance >= 0.5 === start ? [] : [at / own.length]));
    return { wrong: wrong.length, early: wrong.filter((place) => place < 0.25).length };
  });
  const sum = (of: (each: (typeof listed)[number]) => number): number =>
    listed.reduce((total, each) => total + of(each), 0);
  process.stdout.write(
    `wrong decisions ${sum(({ wrong }) => wrong)}, of them within the first quarter of doubts ${sum(({ early }) => early)}\n`,
  );
}

/** Six significant digits are enough for a threshold, and three for a leaf; the table is read by every user. */
function rounded(model: BoundaryModel): BoundaryModel {
  const trees = ({ base, roots, feature, value, high }: BoundaryModel["first"]): BoundaryModel["first"] => ({
    base: Number(base.toPrecision(6)),
    roots,
    feature,
    value: value.map((each, at) => Number(each.toPrecision((feature[at] ?? -1) < 0 ? 3 : 6))),
    high: high.map((each, at) => ((feature[at] ?? -1) < 0 ? 0 : each)),
  });
  return { ...model, first: trees(model.first), second: trees(model.second) };
}

await new Command()
  .argument("<folder>")
  .option("--groups <number>", "groups of channels that are held out in turn", Number, 5)
  .option("--by-language", "hold out languages, not groups of channels", false)
  .option("--per-channel <number>", "pages to make of each channel's posts", Number, 24)
  .option("--write", "write the model that is fitted on all channels", false)
  .action(main)
  .parseAsync();
