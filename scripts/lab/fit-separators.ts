import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import {
  chancesOf,
  type Separator,
  type SeparatorChances,
  type SeparatorFeatures,
  type SeparatorModel,
  separatorFeatures,
  separators,
} from "../../src/dialects/boundaries/separators.ts";
import { withFooters } from "../../src/dialects/lines/metadata.ts";
import { tokensOf } from "../../src/dialects/lines/tokens.ts";
import { readSource } from "../../src/read/source-text.ts";
import { programRoot } from "../program.ts";
import { type ChannelPosts, readKnown, shapedPosts, writtenChannels } from "./boundary-pages.ts";
import { pick, randomFrom } from "./made-dumps.ts";

/*
 * Fits the model that tells what parts the posts of a page, from pages made of channels' posts, and measures it on channels held out whole.
 *
 *     npx tsx scripts/lab/fit-separators.ts FOLDER [--per-channel 50] [--write]
 */

const groups = 5;

interface Page {
  readonly channel: string;
  readonly separator: Separator;
  readonly features: SeparatorFeatures;
}

function forEach<Value>(made: () => Value): Record<Separator, Value> {
  return Object.fromEntries(separators.map((name) => [name, made()])) as Record<Separator, Value>;
}

const zeros = (size: number): Record<Separator, number[]> => forEach(() => new Array<number>(size).fill(0));
const even: SeparatorChances = forEach(() => 1 / separators.length);

function main(folder: string, { perChannel, write }: { readonly perChannel: number; readonly write: boolean }): void {
  const channels = [
    ...readKnown(folder, "tme").channels,
    ...writtenChannels(join(import.meta.dirname, "written-posts")),
  ];
  const pages = channels.flatMap((channel, at) => pagesOf(channel, channels, perChannel, 500 + at));
  const groupOf = (page: Page): number => channels.findIndex(({ channel }) => channel === page.channel) % groups;
  const told = Array.from({ length: groups }, (_, group) => {
    const model = fit(pages.filter((page) => groupOf(page) !== group));
    return pages
      .filter((page) => groupOf(page) === group)
      .map((page) => ({ page, chances: chancesOf(page.features, model, even) }));
  }).flat();
  for (const separator of separators) {
    const own = told.filter(({ page }) => page.separator === separator);
    const row = separators.map((name) => {
      const sum = own.reduce((total, { chances }) => total + chances[name], 0);
      return (sum / own.length).toFixed(3);
    });
    const right = own.filter(({ chances }) => separators.every((name) => chances[name] <= chances[separator])).length;
    process.stdout.write(
      `${separator.padEnd(18)} ${own.length} pages, found ${(right / own.length).toFixed(3)}; mean chances ${row.join(" ")}\n`,
    );
  }
  if (!write) return;
  const file = join(programRoot, "src/dialects/boundaries/separator-model.json");
  const model = Object.entries(fit(pages)).map(([name, weights]) => [
    name,
    weights.map((own) => Number(own.toFixed(4))),
  ]);
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(model), null, 2)}\n`);
}

/** Windows of a channel's posts, joined in each of the ways. */
function pagesOf(
  { channel, posts }: ChannelPosts,
  all: readonly ChannelPosts[],
  count: number,
  seed: number,
): readonly Page[] {
  const random = randomFrom(seed);
  const others = all.filter((other) => other.channel !== channel);
  return Array.from({ length: count }, (_, at): readonly Page[] => {
    const size = Math.floor(2 * 2 ** (random() * 4.5));
    const from = Math.floor(random() * Math.max(1, posts.length - size));
    const own = posts.slice(from, from + size).filter((text) => text.trim() !== "");
    const made = shapedPosts(random, own, others);
    // Rulers under each post part posts already, whatever else does.
    const shaped = random() < 0.5 || made.style === "rulers" ? own : made.posts;
    if (shaped.length < 2) return [];
    const separator = separators[at % separators.length] ?? "line ends";
    const text = joined(
      random,
      shaped.map((each) => each.trim()),
      separator,
    );
    const features = separatorFeatures(withFooters(tokensOf(readSource(Buffer.from(text), "page.txt"))));
    return !features.possible.has(separator) ? [] : [{ channel, separator, features }];
  }).flat();
}

/** Posts as one text, as people and programs join them. */
function joined(random: () => number, posts: readonly string[], separator: Separator): string {
  const noBlanks = (text: string): string => text.replace(/\n\s*\n/gu, "\n");
  const singleBlanks = (text: string): string => text.replace(/\n(?:\s*\n)+/gu, "\n\n");
  switch (separator) {
    case "line ends": {
      const bare = random() < 0.3;
      return posts.map((text) => (bare ? noBlanks(text) : text)).join("\n");
    }
    case "some blank lines":
      return posts.map(singleBlanks).join("\n\n");
    case "blank lines":
      return posts.map(noBlanks).join(pick(["\n\n", "\n\n", "\n\n\n"], random));
    case "wide gaps":
      return posts.map(singleBlanks).join("\n".repeat(3 + Math.floor(random() * 3)));
    case "rulers": {
      const line = pick(["-", "-", "*", "=", "—", "_", "* * *", "- - -", "~", "#"], random);
      const written = line.length > 1 ? line : line.repeat(3 + Math.floor(random() * 30));
      const gap = pick(["\n", "\n\n", "\n\n"], random);
      return posts.map(random() < 0.3 ? noBlanks : (text) => text).join(`${gap}${written}${gap}`);
    }
  }
}

const rounds = 2500;
const pace = 0.3;
const ridge = 0.003;

/** Multinomial logistic regression over the separators that each page has, by gradient descent on standardised numbers. */
function fit(pages: readonly Page[]): SeparatorModel {
  const size = pages[0]?.features.numbers.length ?? 0;
  const column = (at: number): readonly number[] => pages.map(({ features }) => features.numbers[at] ?? 0);
  const means = Array.from({ length: size }, (_, at) => column(at).reduce((sum, each) => sum + each, 0) / pages.length);
  const spreads = means.map((mean, at) =>
    Math.max(0.05, Math.sqrt(column(at).reduce((sum, each) => sum + (each - mean) ** 2, 0) / pages.length)),
  );
  const rows = pages.map(({ features, separator }) => ({
    separator,
    features: {
      ...features,
      numbers: features.numbers.map((each, at) => (each - (means[at] ?? 0)) / (spreads[at] ?? 1)),
    },
  }));
  const weights = zeros(size + 1);
  for (let round = 0; round < rounds; round += 1) {
    const slopes = zeros(size + 1);
    for (const name of separators)
      for (let at = 1; at <= size; at += 1) slopes[name][at] = -ridge * (weights[name][at] ?? 0);
    for (const { features, separator } of rows) {
      const chances = chancesOf(features, weights, even);
      for (const name of separators) {
        const error = (((name === separator ? 1 : 0) - chances[name]) * features.weight) / rows.length;
        const own = slopes[name];
        own[0] = (own[0] ?? 0) + error;
        for (let at = 0; at < size; at += 1) own[at + 1] = (own[at + 1] ?? 0) + error * (features.numbers[at] ?? 0);
      }
    }
    for (const name of separators)
      for (const [at, slope] of slopes[name].entries()) weights[name][at] = (weights[name][at] ?? 0) + pace * slope;
  }
  for (const name of separators) {
    const own = weights[name];
    for (let at = 1; at <= size; at += 1) {
      const weight = (own[at] ?? 0) / (spreads[at - 1] ?? 1);
      own[at] = weight;
      own[0] = (own[0] ?? 0) - weight * (means[at - 1] ?? 0);
    }
  }
  return weights;
}

const program = new Command("fit-separators")
  .argument("<folder>")
  .option("--per-channel <count>", "pages to make of each channel", Number, 50)
  .option("--write", "write the model", false)
  .action(main);
program.parse();
