import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import { candidatesOf } from "../../src/dialects/boundaries/candidates.ts";
import { features } from "../../src/dialects/boundaries/features.ts";
import { judge } from "../../src/dialects/boundaries/judge.ts";
import { featureWeights } from "../../src/dialects/boundaries/weights.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { type Token, tokensOf } from "../../src/dialects/lines/tokens.ts";
import { type AnnotatedDump, annotatedDumps } from "./annotated-dumps.ts";
import { type BoundaryScore, boundaryScore } from "./boundary-score.ts";
import { featureParameters } from "./feature-parameters.ts";

/*
 * Fits the weights of the features and measures the judge of boundaries.
 *
 *     npx tsx scripts/lab/fit-feature-weights.ts FOLDER [--write]
 *
 * FOLDER holds dumps with known limits: NAME.KIND.txt and NAME.KIND.gold.json, KIND one of tme, tgstat-*, mirror*. Channels
 * (NAME without the letter of a stretch) are held out whole: each is judged with weights that were fitted without it.
 */

type Weights = Readonly<Record<string, number>>;
const noHints = { start: new Set<number>(), join: new Set<number>() };

interface Sample extends Omit<AnnotatedDump, "posts"> {
  /** The lines of each post, by its first line. */
  readonly posts: ReadonlyMap<number, ReadonlySet<number>>;
}

/** A preview's candidates as numbers: one row of features each, and whether a post starts there. */
interface Rows {
  readonly features: readonly (readonly number[])[];
  readonly starts: readonly boolean[];
}

function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { write: { type: "boolean", default: false } },
  });
  const [folder] = positionals;
  if (folder === undefined)
    throw new Error("Cannot fit boundaries: no folder named; use scripts/lab/fit-feature-weights.ts FOLDER");
  const samples = annotatedDumps(folder).map((dump): Sample => {
    return { ...dump, posts: new Map(dump.posts.map(({ first, lines }) => [first, lines])) };
  });
  const previews = samples.filter((sample) => sample.kind === "tme");
  const rows = new Map(previews.map((sample) => [sample, rowsOf(sample)]));
  const channels = [...new Set(previews.map((sample) => sample.channel))];
  const heldOut = new Map(
    channels.map((channel) => [
      channel,
      fit(previews.filter((sample) => sample.channel !== channel).map((sample) => rows.get(sample) as Rows)),
    ]),
  );
  printPreviews(previews, heldOut);
  printOthers(samples.filter((sample) => sample.kind !== "tme"));
  printCalibration(previews, heldOut);
  if (values.write) writeWeights(fit(previews.map((sample) => rows.get(sample) as Rows)), channels.length);
}

function tokensOfPreview(sample: Sample): readonly Token[] {
  return tokensOf(sample.source, Math.min(...sample.posts.keys()));
}

function rowsOf(sample: Sample): Rows {
  const candidates = candidatesOf(tokensOfPreview(sample)).filter((candidate) => candidate !== undefined);
  return {
    features: candidates.map((candidate) => features.map((feature) => feature.at(candidate))),
    starts: candidates.map((candidate) => sample.posts.has(candidate.next.first)),
  };
}

/** How strongly the weights are held to their priors, and the pace and length of the descent. */
const ridge = 3;
const pace = 0.05;
const steps = 400;

/**
 * Logistic regression by gradient descent (Adam), each dump weighing the same. Weights start at the features' priors, are drawn
 * back to them, and never change their sign: few channels would otherwise teach the signs of those channels.
 */
function fit(dumps: readonly Rows[]): Weights {
  const weights = features.map((feature) => feature.prior);
  const mean = weights.map(() => 0);
  const square = weights.map(() => 0);
  for (let step = 1; step <= steps; step += 1) {
    const gradient = weights.map((weight, at) => ridge * (weight - (features[at]?.prior ?? 0)) * (at === 0 ? 0.1 : 1));
    for (const dump of dumps) {
      const share = 50 / dump.starts.length;
      for (const [row, values] of dump.features.entries()) {
        const odds = values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
        const error = (1 / (1 + Math.exp(-odds)) - (dump.starts[row] ? 1 : 0)) * share;
        for (const [at, value] of values.entries()) gradient[at] = (gradient[at] ?? 0) + error * value;
      }
    }
    for (const [at, slope] of gradient.entries()) {
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      square[at] = 0.999 * (square[at] ?? 0) + 0.001 * slope ** 2;
      const move = (mean[at] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((square[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
      const prior = features[at]?.prior ?? 0;
      const next = (weights[at] ?? 0) - pace * move;
      weights[at] = prior > 0 ? Math.max(0, next) : prior < 0 ? Math.min(0, next) : next;
    }
  }
  return Object.fromEntries(features.map((feature, at) => [feature.name, Math.round((weights[at] ?? 0) * 100) / 100]));
}

interface Found {
  readonly first: number;
  readonly probability: number;
}

function judged(sample: Sample, weights: Weights, featuresAlone: boolean): readonly Found[] {
  const tokens = tokensOfPreview(sample);
  const parameters = { ...featureParameters, weights, ...(featuresAlone ? { likeness: 0, length: 0 } : {}) };
  return judge(tokens, noHints, parameters).posts.map(({ range, boundary }) => ({
    first: tokens[range.start]?.first ?? 0,
    probability: boundary.kind === "inferred" ? boundary.probability : 1,
  }));
}

function everyNewline(sample: Sample): readonly Found[] {
  const tokens = tokensOfPreview(sample);
  const joined = new Set(["after", "reactions", "footer"]);
  return tokens
    .filter((token, at) => at === 0 || (token.gap === 0 && !joined.has(token.kind) && !opensPost(tokens[at - 1])))
    .map((token) => ({ first: token.first, probability: 1 }));
}

function opensPost(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === "before" || token.kind === "forwarded" || token.kind === "via");
}

function score(sample: Sample, found: readonly Found[]): BoundaryScore {
  return boundaryScore(
    found.map(({ first }) => first),
    sample.posts.keys(),
  );
}

function printPreviews(previews: readonly Sample[], heldOut: ReadonlyMap<string, Weights>): void {
  const table = new Table({
    head: ["preview", "posts", "every newline", "hand weights", "fitted, held out", "exact"],
    style: { head: [], border: [] },
  });
  const sums = [0, 0, 0, 0];
  for (const sample of previews) {
    const best = score(sample, judged(sample, heldOut.get(sample.channel) ?? {}, false));
    const scores = [
      score(sample, everyNewline(sample)).f1,
      score(sample, judged(sample, {}, true)).f1,
      best.f1,
      best.exact,
    ];
    for (const [at, value] of scores.entries()) sums[at] = (sums[at] ?? 0) + value / previews.length;
    table.push([sample.name, sample.posts.size, ...scores.map((value) => value.toFixed(3))]);
  }
  table.push(["mean", "", ...sums.map((value) => value.toFixed(3))]);
  process.stdout.write(`${table.toString()}\n`);
}

function printOthers(samples: readonly Sample[]): void {
  const table = new Table({ head: ["kind", "dumps", "F1", "lowest F1", "exact"], style: { head: [], border: [] } });
  for (const kind of [...new Set(samples.map((sample) => sample.kind))].sort()) {
    const results = samples.filter((sample) => sample.kind === kind).map(parsed);
    const f1 = results.map((result) => result.f1);
    table.push([
      kind,
      results.length,
      average(f1),
      Math.min(...f1).toFixed(3),
      average(results.map((result) => result.exact)),
    ]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

function average(values: readonly number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(4);
}

function parsed(sample: Sample): { readonly f1: number; readonly exact: number } {
  const drafts = recognise(sample.source).dialect.parse(sample.source, noHints).drafts;
  const own = drafts.map((draft) => new Set(draft.lines.map((owned) => owned.line)));
  const found = own.map((lines) => ({ first: Math.min(...lines), probability: 1 }));
  const exact = own.filter((lines) => {
    const gold = sample.posts.get(Math.min(...lines));
    const shown = gold && [...gold].filter((line) => (sample.source.lines[line - 1] ?? "").trim() !== "");
    return shown !== undefined && shown.length === lines.size && shown.every((line) => lines.has(line));
  });
  return { f1: score(sample, found).f1, exact: exact.length / sample.posts.size };
}

/** Of the boundaries given a probability of so many tenths, the share that are right, on channels held out. */
function printCalibration(previews: readonly Sample[], heldOut: ReadonlyMap<string, Weights>): void {
  const tenths = Array.from({ length: 10 }, () => ({ found: 0, right: 0, sum: 0 }));
  for (const sample of previews) {
    for (const { first, probability } of judged(sample, heldOut.get(sample.channel) ?? {}, false)) {
      const tenth = tenths[Math.min(9, Math.floor(probability * 10))];
      if (tenth === undefined || probability === 1) continue;
      tenth.found += 1;
      tenth.sum += probability;
      if (sample.posts.has(first)) tenth.right += 1;
    }
  }
  const table = new Table({ head: ["probability", "boundaries", "mean", "right"], style: { head: [], border: [] } });
  for (const [at, { found, right, sum }] of tenths.entries()) {
    if (found > 0) table.push([`0.${at}–`, found, (sum / found).toFixed(2), (right / found).toFixed(2)]);
  }
  process.stdout.write(`${table.toString()}\n`);
}

function writeWeights(weights: Weights, channels: number): void {
  const width = Math.max(...features.map((feature) => feature.name.length));
  const lines = features.map(
    (feature) =>
      `  "${feature.name}": ${(weights[feature.name] ?? 0).toFixed(2)}, // ${" ".repeat(width - feature.name.length)}${feature.meaning}`,
  );
  const text = [
    "/**",
    ` * Weights of the features, as log-odds for a boundary: fitted by scripts/lab/fit-feature-weights.ts on previews of ${channels} channels.`,
    " * The name of a feature is the key to `features.ts`; a feature without a weight counts with its prior.",
    " */",
    "export const featureWeights: Readonly<Record<string, number>> = {",
    ...lines,
    "};",
    "",
  ];
  writeFileSync(new URL("../../src/dialects/boundaries/weights.ts", import.meta.url), text.join("\n"));
  process.stdout.write(
    `wrote ${Object.keys(weights).length} weights (there were ${Object.keys(featureWeights).length})\n`,
  );
}

try {
  main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
