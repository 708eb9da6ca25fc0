import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { type CandidateRows, candidateRows } from "../../src/dialects/boundaries/candidate-rows.ts";
import { candidatesOf } from "../../src/dialects/boundaries/candidates.ts";
import { certain, marksScores } from "../../src/dialects/boundaries/judge.ts";
import {
  type BoundaryModel,
  boundaryModel,
  startChances,
  type Vote,
  votesOf,
} from "../../src/dialects/boundaries/judge-preview.ts";
import { type Trees, treesScore } from "../../src/dialects/boundaries/trees.ts";
import { withLinkPreviews } from "../../src/dialects/lines/link-previews.ts";
import { withFooters } from "../../src/dialects/lines/metadata.ts";
import { withReplies } from "../../src/dialects/lines/replies.ts";
import { type Token, tokensOf } from "../../src/dialects/lines/tokens.ts";
import { type BoundaryAccuracy, boundaryAccuracy } from "../../src/model/boundary-accuracy.ts";
import { readSource } from "../../src/read/source-text.ts";
import { languagesOf } from "../../src/text/language.ts";
import { programRoot } from "../program.ts";
import { type Binned, type BoostOptions, binned, boost, type Examples } from "./boost.ts";
import {
  bareWindows,
  type ChannelPosts,
  type KnownPage,
  madePages,
  readKnown,
  writtenChannels,
  writtenPages,
} from "./boundary-pages.ts";
import { accuracyOf, type Outcome, printReport, printWrong } from "./boundary-report.ts";
import { boundaryScore } from "./boundary-score.ts";
import type { HeldOutModel } from "./held-out-models.ts";
import { calibrationOf, noCalibration, type VotedPage } from "./vote-calibration.ts";

/*
 * Fits the model that parts previews into posts, and measures it on channels that it did not see.
 *
 *     npx tsx scripts/lab/fit-boundaries.ts FOLDER [--groups 5] [--by-language] [--keep FILE] [--write [--measure-only]]
 *
 * FOLDER holds previews with known posts, NAME.tme.txt and NAME.tme.gold.json, and runs of posts, dating/NAME.jsonl. Channels are held out whole, a
 * group at a time: their own pages, and all pages that were made of their posts, take no part in what they are judged by.
 */

const firstOptions: BoostOptions = { trees: 70, depth: 5, pace: 0.15, rows: 0.4, features: 0.4, ridge: 6, least: 3 };
const secondOptions: BoostOptions = { ...firstOptions, trees: 130, pace: 0.1 };
const noHints = { start: new Set<number>(), join: new Set<number>() };

interface Page extends KnownPage {
  readonly tokens: readonly Token[];
  readonly rows: CandidateRows;
  readonly answers: readonly boolean[];
  readonly weight: number;
}

function main(folder: string, { groups, byLanguage, perChannel, show, keep, write, measureOnly }: Options): void {
  const { pages: real, channels: known } = readKnown(folder, "tme");
  const channels = [...known, ...writtenChannels(join(import.meta.dirname, "written-posts"))];
  const names = channels.map(({ channel }) => channel);
  const byName = byLanguage ? languageGroups(channels) : names.map((_, at) => (groups === 0 ? 0 : at % groups));
  const groupOf = (channel: string): number => byName[names.indexOf(channel)] ?? 0;
  const pages = [
    ...real,
    ...channels.flatMap((own, at) => {
      const others = channels.filter((other) => other !== own && groupOf(other.channel) === groupOf(own.channel));
      return madePages(own, others, own.posts.length > 100 ? perChannel : Math.round(perChannel / 2), 100 + at);
    }),
  ].map(pageOf);
  progress(
    `${pages.length} pages, ${pages.reduce((sum, { answers }) => sum + answers.length, 0)} candidates, ${pages[0]?.rows.first[0]?.length} features`,
  );
  const table = { pages, table: binned(pages.flatMap(({ rows }) => rows.first)) };
  const windows = known.flatMap((own, at) => bareWindows(own, 900 + at)).map(pageOf);
  const written = writtenPages(join(programRoot, "test", "dialects", "short-pages")).map(pageOf);
  const heldOut: HeldOut[] = [];
  const short: HeldOut[] = [];
  for (let group = 0; group < (byLanguage ? Math.max(...byName) + 1 : groups); group += 1) {
    const model = fit(
      pages.filter((page) => groupOf(page.channel) !== group),
      table,
    );
    const own = pages.filter((page, at) => groupOf(page.channel) === group && (!page.made || at % madeJudged === 0));
    const judgedBy = (page: Page): HeldOut => ({ page, group, model, votes: votesOf(page.rows, model) });
    heldOut.push(...own.map(judgedBy));
    short.push(...windows.filter((page) => groupOf(page.channel) === group).map(judgedBy), ...written.map(judgedBy));
    progress(`group ${group + 1} judged`);
  }
  // Pages that were written for judging take no part in what they are judged by.
  const votes = [...heldOut, ...short.filter(({ page }) => page.channel !== "")].map(votesOfPage);
  const calibrations = new Map(
    [...new Set(votes.map(({ group }) => group))].map((own) => [
      own,
      calibrationOf(votes.filter(({ group }) => group !== own)),
    ]),
  );
  const judged = ({ page, group, model }: HeldOut): Outcome =>
    outcomeOf(page, { ...model, calibration: calibrations.get(group) ?? noCalibration });
  const outcomes = heldOut.map(judged);
  if (keep !== undefined)
    writeFileSync(
      keep,
      JSON.stringify(
        [...calibrations].map(([group, calibration]): HeldOutModel => {
          const model = heldOut.find((each) => each.group === group)?.model ?? boundaryModel;
          return {
            channels: names.filter((channel) => groupOf(channel) === group),
            model: rounded({ ...model, calibration }),
          };
        }),
      ),
    );
  if (outcomes.length > 0) printReport(outcomes, short.map(judged));
  for (const outcome of outcomes.filter(({ name }) => show !== undefined && name.startsWith(show))) printWrong(outcome);
  const calibration = votes.length === 0 ? boundaryModel.calibration : calibrationOf(votes);
  process.stdout.write(`${JSON.stringify(calibration)}\n`);
  if (!write) return;
  if (outcomes.length > 0)
    writeAccuracy({
      heldOut: byLanguage ? "languages" : "channels",
      month: new Date().toISOString().slice(0, 7),
      channels: new Set(real.map(({ channel }) => channel)).size,
      ...accuracyOf(outcomes),
    });
  if (measureOnly) return;
  const model = { ...fit(pages, table), calibration };
  writeFileSync(
    join(programRoot, "src", "dialects", "boundaries", "model-table.json"),
    `${JSON.stringify(rounded(model))}\n`,
  );
}

/** Of the held-out pages that were made, one in so many is judged. */
const madeJudged = 3;

interface Options {
  readonly groups: number;
  readonly byLanguage: boolean;
  readonly perChannel: number;
  readonly show?: string;
  readonly keep?: string;
  readonly write: boolean;
  readonly measureOnly: boolean;
}

/** A page, and what a model that did not see its channel says of it. */
interface HeldOut {
  readonly page: Page;
  readonly group: number;
  readonly model: FittedTrees;
  readonly votes: readonly Vote[];
}

/** All pages, and the rows of all their candidates as bins. */
interface FirstTable {
  readonly pages: readonly Page[];
  readonly table: Binned;
}

type FittedTrees = Pick<BoundaryModel, "first" | "second">;

function votesOfPage({ page, group, votes }: HeldOut): VotedPage {
  return { group, votes, answers: page.answers, weight: page.made ? 1 / 3 : 1 };
}

function progress(words: string): void {
  process.stderr.write(`${Math.round(performance.now() / 1000)} s: ${words}\n`);
}

/** Languages of so few channels are held out together with others, which asks more of a model and takes less time. */
const fewChannels = 4;
const groupsOfFew = 3;

/** For each channel the group that it is held out with: all channels of its language, and of some others where these are few. */
function languageGroups(channels: readonly ChannelPosts[]): readonly number[] {
  const languages = channels.map(languageOf);
  const distinct = [...new Set(languages)];
  const isLarge = (language: string): boolean => languages.filter((other) => other === language).length >= fewChannels;
  const large = distinct.filter(isLarge);
  const few = distinct.filter((language) => !isLarge(language));
  process.stderr.write(`languages ${large.join(", ")}; together ${few.join(", ")}\n`);
  return languages.map((language) =>
    isLarge(language) ? large.indexOf(language) : large.length + (few.indexOf(language) % groupsOfFew),
  );
}

/** The language that most of a channel's posts are in. */
function languageOf({ posts }: ChannelPosts): string {
  const counts = new Map<string, number>();
  for (const language of languagesOf(posts.slice(0, 60))) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? "und";
}

function pageOf(page: KnownPage): Page {
  const source = readSource(new TextEncoder().encode(page.lines.join("\n")), page.name);
  const lines = withFooters(tokensOf(source, Math.min(...page.starts)));
  const tokens = withLinkPreviews(withReplies(lines, undefined), noHints);
  const marks = marksScores(tokens, noHints);
  const rows = candidateRows(tokens, candidatesOf(tokens), (place) => (marks[place] ?? 0) >= certain);
  const answers = rows.places.map((place) => page.starts.has(tokens[place]?.first ?? 0));
  const weight = Math.min(2, 40 / Math.max(1, answers.length)) * (page.made ? 1 : 3);
  return { ...page, tokens, rows, answers, weight };
}

/** Each model learns without one of so many parts of the channels; what it says of those is what the next one learns from, as it will be asked. */
const parts = 4;

function fit(pages: readonly Page[], { table, pages: all }: FirstTable): FittedTrees {
  const channels = [...new Set(pages.map(({ channel }) => channel))];
  const partOf = ({ channel }: Page): number => channels.indexOf(channel) % parts;
  // Parts of the second models are cut otherwise, so that no two models learn from the same channels.
  const otherPartOf = ({ channel }: Page): number =>
    (channels.indexOf(channel) * 7 + (channels.indexOf(channel) >> 2)) % parts;
  const own = new Set(pages);
  const first = Array.from({ length: parts }, (_, part) =>
    boost(
      table,
      examplesOf(all, (page) => own.has(page) && partOf(page) !== part),
      firstOptions,
      11 + part,
    ),
  );
  const rows: Float64Array[] = [];
  for (const page of pages) {
    const unseen = first[partOf(page)];
    if (unseen === undefined) throw new RangeError(`page "${page.name}" belongs to no part`);
    rows.push(...page.rows.second(page.rows.first.map((row) => treesScore(unseen, row))));
  }
  const secondTable = binned(rows);
  const second = Array.from({ length: parts }, (_, part) =>
    boost(
      secondTable,
      examplesOf(pages, (page) => otherPartOf(page) !== part),
      secondOptions,
      29 + part,
    ),
  );
  return { first, second };
}

function examplesOf(pages: readonly Page[], takesPart: (page: Page) => boolean): Examples {
  return {
    answers: pages.flatMap(({ answers }) => answers),
    weights: pages.flatMap((page) => {
      const weight = takesPart(page) ? page.weight : 0;
      return page.answers.map(() => weight);
    }),
  };
}

function outcomeOf(page: Page, model: BoundaryModel): Outcome {
  const { chances, least } = startChances(page.tokens, noHints, model);
  const { tokens, starts: truth, answers, rows } = page;
  const found = [...tokens.keys()].filter((place) => place === 0 || (chances[place] ?? 0) >= least);
  const lines = found.map((place) => tokens[place]?.first ?? 0);
  return {
    name: page.name,
    channel: page.channel,
    made: page.made,
    style: page.style,
    posts: truth.size,
    ...boundaryScore(lines, truth),
    least,
    decisions: rows.places.map((place, at) => ({
      chance: chances[place] ?? 0,
      start: answers[at] === true,
      lines: [tokens[place - 1]?.text ?? "", tokens[place]?.text ?? ""],
    })),
  };
}

/** Puts a measurement in the place of the former one of its kind, or below the others. */
function writeAccuracy(own: BoundaryAccuracy): void {
  const file = join(programRoot, "src", "model", "boundary-accuracy.ts");
  const others = boundaryAccuracy.filter(({ heldOut }) => heldOut !== own.heldOut);
  const rows = [...others, own].toSorted((one, other) => one.heldOut.localeCompare(other.heldOut));
  const lines = rows.map((row) => {
    const fields = Object.entries(row);
    return `  { ${fields.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(", ")} },`;
  });
  const [head = ""] = readFileSync(file, "utf8").split("export const boundaryAccuracy");
  writeFileSync(
    file,
    `${head}export const boundaryAccuracy: readonly BoundaryAccuracy[] = [\n${lines.join("\n")}\n];\n`,
  );
}

/** Six significant digits are enough for a threshold, and three for a leaf; the table is read by every user. */
function rounded(model: BoundaryModel): BoundaryModel {
  const trees = ({ base, roots, feature, value, high }: Trees): Trees => ({
    base: Number(base.toPrecision(6)),
    roots,
    feature,
    value: Array.from(value, (each, at) => Number(each.toPrecision((feature[at] ?? -1) < 0 ? 3 : 6))),
    high: Array.from(high, (each, at) => ((feature[at] ?? -1) < 0 ? 0 : each)),
  });
  return { ...model, first: model.first.map(trees), second: model.second.map(trees) };
}

await new Command()
  .argument("<folder>")
  .option(
    "--groups <number>",
    "groups of channels that are held out in turn; with 0 nothing is measured, and the calibration is kept",
    Number,
    5,
  )
  .option("--by-language", "hold out languages, not groups of channels", false)
  .option("--per-channel <number>", "pages to make of each channel's posts", Number, 24)
  .option("--show <name>", "show what was decided wrongly on held-out pages whose names begin so")
  .option(
    "--keep <file>",
    "write the models of the groups to a file, for reports that may not ask a model that saw a page",
  )
  .option("--write", "write the model that is fitted on all channels, and what was measured", false)
  .option("--measure-only", "with --write, write what was measured and leave the model", false)
  .action(main)
  .parseAsync();
