import Table from "cli-table3";
import { type Reliability, reliabilityOf } from "../../src/dialects/boundaries/reliability.ts";
import type { BoundaryAccuracy } from "../../src/model/boundary-accuracy.ts";
import { bareStyles, windowSizes } from "./boundary-pages.ts";
import type { BoundaryScore } from "./boundary-score.ts";

/** What a model that did not see a page's channel made of the page. */
export interface Outcome extends BoundaryScore {
  readonly name: string;
  /** Nothing of pages that were written for judging. */
  readonly channel: string;
  readonly made: boolean;
  /** How a made page was made, in a word. */
  readonly style: string;
  readonly posts: number;
  /** The least chance that was taken for a start. */
  readonly least: number;
  /** Of each candidate the chance that it was given, whether a post starts there, and the lines above and below. */
  readonly decisions: readonly {
    readonly chance: number;
    readonly start: boolean;
    readonly lines: readonly [string, string];
  }[];
}

/** Prints how pages were read by models that did not see their channels. */
export function printReport(outcomes: readonly Outcome[], short: readonly Outcome[]): void {
  const real = outcomes.filter(({ made }) => !made);
  const made = outcomes.filter((outcome) => outcome.made);
  printPages(real);
  printStyles(made);
  printCalibration("pages of channels", real);
  printCalibration("made pages", made);
  printShort(short);
  printCalibration("short pages", short);
}

/**
 * How short pages without any mark were read, by their form and size; the lowest is a channel's mean. `wrong` and `missing` are means of a page,
 * what the chances promise behind what is true.
 */
function printShort(outcomes: readonly Outcome[]): void {
  const table = new Table({
    head: ["short pages", "posts", "pages", "F1", "lowest channel", "lowest tenth", "expected F1", "wrong", "missing"],
    style: noBorder,
  });
  const row = (name: string, size: string, own: readonly Outcome[]): void => {
    if (own.length === 0) return;
    const sorted = own.map(({ f1 }) => f1).sort((one, other) => one - other);
    const channels = [...new Set(own.map(({ channel, name: page }) => channel || page))].map((channel) =>
      mean(own.filter((each) => (each.channel || each.name) === channel).map(({ f1 }) => f1)),
    );
    const pair = (expected: number, real: number): string => `${expected.toFixed(1)} / ${real.toFixed(1)}`;
    const promised = own.map(reliabilityOfPage);
    const real = own.map(errorsOf);
    table.push([
      name,
      size,
      own.length,
      mean(sorted).toFixed(3),
      Math.min(...channels).toFixed(3),
      (sorted[Math.floor(sorted.length / 10)] ?? 0).toFixed(3),
      mean(promised.map(({ f1 }) => f1)).toFixed(3),
      pair(mean(promised.map(({ wrong }) => wrong)), mean(real.map(({ wrong }) => wrong))),
      pair(mean(promised.map(({ missed }) => missed)), mean(real.map(({ missed }) => missed))),
    ]);
  };
  for (const style of bareStyles) {
    const own = outcomes.filter((outcome) => outcome.style === style);
    for (const size of windowSizes)
      row(
        style,
        String(size),
        own.filter(({ posts, channel }) => posts === size && channel !== ""),
      );
    row(
      style,
      "all",
      own.filter(({ channel }) => channel !== ""),
    );
    row(
      style,
      "written",
      own.filter(({ channel }) => channel === ""),
    );
  }
  process.stdout.write(`${table.toString()}\n`);
}

function errorsOf({ decisions, least }: Outcome): { readonly wrong: number; readonly missed: number } {
  return {
    wrong: decisions.filter(({ chance, start }) => chance >= least && !start).length,
    missed: decisions.filter(({ chance, start }) => chance < least && start).length,
  };
}

const noBorder = { head: [], border: [] };

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function printPages(outcomes: readonly Outcome[]): void {
  const table = new Table({ head: ["page, held out", "posts", "F1", "exact", "expected F1"], style: noBorder });
  for (const each of outcomes.toSorted((one, other) => one.f1 - other.f1))
    table.push([each.name, each.posts, each.f1.toFixed(3), each.exact.toFixed(3), expectedF1(each).toFixed(3)]);
  table.push([
    "mean",
    "",
    mean(outcomes.map(({ f1 }) => f1)).toFixed(3),
    mean(outcomes.map(({ exact }) => exact)).toFixed(3),
    mean(outcomes.map(expectedF1)).toFixed(3),
  ]);
  process.stdout.write(`${table.toString()}\n`);
}

/** The F1 that the chances themselves promise. */
function expectedF1(outcome: Outcome): number {
  return reliabilityOfPage(outcome).f1;
}

/** What the chances themselves promise, the page's first start being sure. */
function reliabilityOfPage({ decisions, least }: Outcome): Reliability {
  return reliabilityOf([1, ...decisions.map(({ chance }) => chance)], least);
}

function printStyles(outcomes: readonly Outcome[]): void {
  const table = new Table({ head: ["made pages", "pages", "F1", "lowest tenth", "exact"], style: noBorder });
  const row = (name: string, own: readonly Outcome[]): void => {
    const sorted = own.map(({ f1 }) => f1).sort((one, other) => one - other);
    const lowest = sorted[Math.floor(sorted.length / 10)] ?? 0;
    table.push([
      name,
      own.length,
      mean(sorted).toFixed(3),
      lowest.toFixed(3),
      mean(own.map(({ exact }) => exact)).toFixed(3),
    ]);
  };
  for (const style of [...new Set(outcomes.map((outcome) => outcome.style))].sort())
    row(
      style,
      outcomes.filter((outcome) => outcome.style === style),
    );
  row("all", outcomes);
  process.stdout.write(`${table.toString()}\n`);
}

/** Of the candidates given a chance of so many tenths, the share at which posts start; and where wrong decisions stand in the list of doubts. */
function printCalibration(name: string, outcomes: readonly Outcome[]): void {
  const worst = worstThird(outcomes);
  const table = new Table({
    head: [`chance, ${name}`, "candidates", "starts", "candidates, worst third", "starts"],
    style: noBorder,
  });
  const cells = (own: readonly Outcome[], tenth: number): readonly (string | number)[] => {
    const at = own
      .flatMap(({ decisions }) => decisions)
      .filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === tenth);
    return [at.length, at.length === 0 ? "" : mean(at.map(({ start }) => Number(start))).toFixed(3)];
  };
  for (let tenth = 0; tenth < 10; tenth += 1)
    table.push([`0.${tenth}–`, ...cells(outcomes, tenth), ...cells(worst, tenth)]);
  process.stdout.write(`${table.toString()}\n`);
  const [all, low] = [doubtsOf(outcomes), doubtsOf(worst)];
  process.stdout.write(
    `wrong decisions ${all.wrong}, ${all.early} of them within the first quarter of doubts; worst third ${low.wrong}, ${low.early}\n`,
  );
}

/** Wrong decisions, and those of them that stand within the first quarter of a page's candidates, the likeliest wrong first. */
function doubtsOf(outcomes: readonly Outcome[]): { readonly wrong: number; readonly early: number } {
  let [wrong, early] = [0, 0];
  for (const { decisions, least } of outcomes) {
    const risk = (chance: number): number => (chance >= least ? 1 - chance : chance);
    const sorted = decisions.toSorted((one, other) => risk(other.chance) - risk(one.chance));
    for (const [place, { chance, start }] of sorted.entries()) {
      if (chance >= least === start) continue;
      wrong += 1;
      if (place < sorted.length / 4) early += 1;
    }
  }
  return { wrong, early };
}

/** The figures that readers are told of pages of channels. */
export function accuracyOf(
  outcomes: readonly Outcome[],
): Pick<BoundaryAccuracy, "pages" | "mean" | "lowest" | "exact" | "sure" | "sureOnWorst"> {
  const real = outcomes.filter(({ made }) => !made).toSorted((one, other) => one.f1 - other.f1);
  const sure = (own: readonly Outcome[]): number =>
    mean(
      own.flatMap(({ decisions }) => decisions.filter(({ chance }) => chance >= 0.9).map(({ start }) => Number(start))),
    );
  const told = (value: number): number => Number(value.toFixed(3));
  return {
    pages: real.length,
    mean: told(mean(real.map(({ f1 }) => f1))),
    lowest: told(real[0]?.f1 ?? 0),
    exact: told(mean(real.map(({ exact }) => exact))),
    sure: told(sure(real)),
    sureOnWorst: told(sure(worstThird(real))),
  };
}

function worstThird(outcomes: readonly Outcome[]): readonly Outcome[] {
  return outcomes.toSorted((one, other) => one.f1 - other.f1).slice(0, Math.ceil(outcomes.length / 3));
}

/** Prints the wrong decisions on a page. */
export function printWrong({ name, least, decisions }: Outcome): void {
  process.stdout.write(`${name}: a start from ${least.toFixed(2)} on\n`);
  for (const { chance, start, lines } of decisions.filter((each) => each.chance >= least !== each.start))
    process.stdout.write(
      `${start ? "missed" : "false "} ${chance.toFixed(2)} ${lines.map((line) => line.slice(0, 70)).join(" ⏎ ")}\n`,
    );
}
