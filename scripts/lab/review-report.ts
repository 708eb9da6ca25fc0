import { parseArgs } from "node:util";
import Table from "cli-table3";
import { oddsInUse, oddsOfPage } from "../../src/dialects/boundaries/judge-preview.ts";
import { PageMemory } from "../../src/dialects/boundaries/page-memory.ts";
import type { Hints, Parsed } from "../../src/dialects/kinds/dialect.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import type { Draft } from "../../src/model/draft.ts";
import type { SourceText } from "../../src/read/source-text.ts";
import { askedNext, boundaryDoubts, doubtOf } from "../../src/review/boundaries.ts";
import { annotatedDumps } from "./annotated-dumps.ts";
import { boundaryScore } from "./boundary-score.ts";
import { type HeldOutModel, readHeldOutModels } from "./held-out-models.ts";

/** How the next question is chosen, whether several places are asked together where one settles little, and whether answers teach. */
interface Way {
  readonly name: string;
  readonly order: "worth" | "doubt";
  readonly together: boolean;
  readonly teaches: boolean;
}

const ways: readonly Way[] = [
  { name: "review", order: "worth", together: true, teaches: true },
  { name: "worth, one by one, taught", order: "worth", together: false, teaches: true },
  { name: "doubt, together, untaught", order: "doubt", together: true, teaches: false },
  { name: "doubt, one by one, taught", order: "doubt", together: false, teaches: true },
  { name: "doubt, one by one, untaught", order: "doubt", together: false, teaches: false },
];

/** After how many answers a page is looked at. */
const looks = [0, 5, 10, 20];
const lastLook = Math.max(...looks);

/** A page whose posts are known: the lines that posts start at. */
interface GoldPage {
  readonly source: SourceText;
  readonly starts: ReadonlySet<number>;
  /** Of the boundary model in use, or of one that did not see the page's channel. */
  readonly memory: () => PageMemory;
}

/** What became of a page: at each look, and how many answers it took until nothing was wrong. */
interface Outcome {
  readonly posts: number;
  readonly f1: readonly number[];
  readonly exact: readonly number[];
  readonly atShare: number;
  readonly toPerfect: number;
  /** Places looked at until then: one answer says that the page is right at several. */
  readonly places: number;
  /** Most milliseconds of the processor for an answer. */
  readonly slowest: number;
}

/**
 * `npm run bench -- review FOLDER [KIND…] [--models FILE]`: answers the questions of the review from pages whose posts are known (`NAME.KIND.txt` with
 * `NAME.KIND.gold.json`), and prints how near to right each kind is after so many answers: asked by worth, or in plain order of doubt, several
 * places together or one by one, and each answer teaching the page, or settling its place alone. An answer is what one key or tap says: that a place
 * is a start or none, or that the page is right at all places that are asked together. FILE is what `fit-boundaries.ts --keep FILE` wrote: each page is then judged by a boundary
 * model that did not see its channel. Features' weights, by which TGStat pages are judged, and separators are those in use.
 */
export function reportReview(args: readonly string[]): void {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { models: { type: "string" } },
  });
  const [folder, ...kinds] = positionals;
  if (folder === undefined) throw new Error("Cannot report: name the folder of the samples");
  const models = values.models === undefined ? undefined : readHeldOutModels(values.models);
  for (const kind of kinds.length === 0 ? kindsIn(folder) : kinds) {
    const pages = annotatedDumps(folder, kind).map(({ channel, source, posts }): GoldPage => {
      return { source, starts: new Set(posts.map(({ first }) => first)), memory: memoryFor(channel, models) };
    });
    const table = new Table({
      head: [
        "way",
        ...looks.flatMap((look) => [`F1 ${look}`, `exact ${look}`]),
        "F1 at 5 %",
        "perfect at 12 %",
        "answers to perfect",
        "of posts",
        "places",
        "slowest",
      ],
      style: { head: [], border: [] },
    });
    for (const way of ways) {
      const outcomes = pages.map((page) => outcomeOf(page, way));
      const mean = (of: (outcome: Outcome) => number): string =>
        (outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length).toFixed(3);
      const least = (of: (outcome: Outcome) => number): string => Math.min(...outcomes.map(of)).toFixed(2);
      const answers = outcomes.reduce((sum, { toPerfect }) => sum + toPerfect, 0);
      const posts = outcomes.reduce((sum, each) => sum + each.posts, 0);
      const perfect = outcomes.filter((each) => each.toPerfect <= Math.ceil(each.posts * 0.12)).length;
      table.push([
        way.name,
        ...looks.flatMap((_, at) => [
          `${mean(({ f1 }) => f1[at] ?? 0)} (${least(({ f1 }) => f1[at] ?? 0)})`,
          mean(({ exact }) => exact[at] ?? 0),
        ]),
        `${mean(({ atShare }) => atShare)} (${least(({ atShare }) => atShare)})`,
        `${perfect} of ${outcomes.length}`,
        `${answers} (most ${Math.max(...outcomes.map(({ toPerfect }) => toPerfect))})`,
        `${((100 * answers) / posts).toFixed(1)} %`,
        outcomes.reduce((sum, { places }) => sum + places, 0),
        `${Math.max(...outcomes.map(({ slowest }) => slowest)).toFixed(0)} ms`,
      ]);
    }
    process.stdout.write(`${kind}: ${pages.length} pages, mean (worst)\n${table}\n`);
  }
}

/** All kinds of a folder's annotated dumps. */
function kindsIn(folder: string): readonly string[] {
  return [...new Set(annotatedDumps(folder).map(({ kind }) => kind))].sort();
}

/** Throws where models are given and all of them saw the channel. */
function memoryFor(channel: string, models: readonly HeldOutModel[] | undefined): () => PageMemory {
  if (models === undefined) return () => new PageMemory();
  const held = models.find(({ channels }) => channels.includes(channel));
  if (held === undefined) throw new Error(`Cannot report: no model is without the channel "${channel}"`);
  return () => new PageMemory(new Map([[oddsInUse, (tokens) => oddsOfPage(tokens, held.model)]]));
}

/** A page that is not right after so many answers a post is given up, and counts as so many answers. */
const patience = 3;

function outcomeOf({ source, starts, memory: newMemory }: GoldPage, { order, together, teaches }: Way): Outcome {
  const { dialect } = recognise(source);
  const memory = newMemory();
  const start = new Set<number>();
  const join = new Set<number>();
  const asked = new Set<number>();
  const settle = (line: number): void => {
    (starts.has(line) ? start : join).add(line);
    asked.add(line);
  };
  const f1: number[] = [];
  const exact: number[] = [];
  const atFive = Math.ceil(starts.size * 0.05);
  let atShare: number | undefined;
  let toPerfect: number | undefined;
  let slowest = 0;
  let places = 0;
  let lastAsked: number | undefined;
  const most = Math.max(lastLook, Math.ceil(starts.size * patience));
  const hints: Hints = { start, join, asked, memory };
  const plain = dialect.parse(source, { start: new Set(), join: new Set(), memory });
  for (let answers = 0; answers <= most; answers += 1) {
    const since = process.cpuUsage();
    const parsed = teaches ? dialect.parse(source, hints) : settledAlone(plain, hints);
    const { questions } = boundaryDoubts(parsed, hints);
    if (answers > 0) slowest = Math.max(slowest, process.cpuUsage(since).user / 1000);
    const found = startsOf(parsed);
    const score = boundaryScore(found, starts);
    if (looks.includes(answers)) {
      f1.push(score.f1);
      exact.push(score.exact);
    }
    if (answers === atFive) atShare = score.f1;
    if (score.f1 === 1) toPerfect ??= answers;
    if (toPerfect !== undefined && answers >= lastLook) break;
    const isWrong = (line: number): boolean => starts.has(line) !== found.has(line);
    const seen = lastAsked === undefined ? undefined : linesNear(lastAsked, inSight).find(isWrong);
    if (toPerfect === undefined) places += 1;
    if (seen !== undefined) {
      settle(seen);
      continue;
    }
    const ordered = order === "doubt" ? questions.toSorted((one, other) => doubtOf(other) - doubtOf(one)) : questions;
    const questioned = together ? askedNext(ordered) : ordered.slice(0, 1);
    const [next] = questioned;
    if (next === undefined) {
      // No more is asked: what is wrong yet is seen by who reads the page, and settled there.
      const wrong = [...new Set([...starts, ...found])].find(isWrong);
      if (wrong !== undefined) settle(wrong);
      continue;
    }
    lastAsked = questioned.length === 1 ? next.line : undefined;
    if (toPerfect === undefined) places += questioned.length - 1;
    const wrong =
      questioned.length === 1
        ? undefined
        : questioned.flatMap(({ line }) => linesNear(line, inSightOfCheck)).find(isWrong);
    if (wrong !== undefined) settle(wrong);
    else for (const { line } of questioned) settle(line);
  }
  return { posts: starts.size, f1, exact, atShare: atShare ?? 1, toPerfect: toPerfect ?? most, places, slowest };
}

/** Lines that a person sees above and below a place that is asked alone, and one that is asked with others: what is wrong there she settles too. */
const inSight = 8;
const inSightOfCheck = 3;

function linesNear(line: number, reach: number): readonly number[] {
  return Array.from({ length: 2 * reach + 1 }, (_, at) => line - reach + at);
}

/** The page as it was judged first, with the answers at their own places alone. */
function settledAlone(parsed: Parsed, { start, join }: Hints): Parsed {
  const starts = [...startsOf(parsed)].filter((line) => !join.has(line));
  const lines = [...new Set([...starts, ...start])];
  return { ...parsed, drafts: lines.map(draftAt) };
}

/** A post of which nothing counts but where it starts. */
function draftAt(line: number): Draft {
  return { lines: [{ line, role: "text" }], text: [], media: [], reactions: [], boundary: { kind: "marked" } };
}

function startsOf({ drafts }: Parsed): ReadonlySet<number> {
  return new Set(drafts.map((draft) => draft.lines[0]?.line ?? 0));
}
