import Table from "cli-table3";
import { judge } from "../../src/dialects/boundaries/judge.ts";
import type { Hints, Parsed } from "../../src/dialects/kinds/dialect.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import type { Draft } from "../../src/model/draft.ts";
import type { SourceText } from "../../src/read/source-text.ts";
import { boundaryDoubts } from "../../src/review/boundaries.ts";
import { annotatedDumps } from "./annotated-dumps.ts";
import { boundaryScore } from "./boundary-score.ts";
import { featureParameters } from "./feature-parameters.ts";
import { reportDates } from "./review-dates-report.ts";

/** How the next question is chosen, and whether answers teach. */
type Way = "review" | "untaught" | "doubt";
const ways: readonly Way[] = ["review", "untaught", "doubt"];

/** After how many answers a page is looked at. */
const looks = [0, 5, 10, 20];

/** A page whose posts are known: the lines that posts start at. */
interface GoldPage {
  readonly name: string;
  readonly source: SourceText;
  readonly starts: ReadonlySet<number>;
}

/** What became of a page: at each look, and how many answers it took until nothing was wrong. */
interface Outcome {
  readonly name: string;
  readonly posts: number;
  readonly f1: readonly number[];
  readonly exact: readonly number[];
  readonly atShare: number;
  readonly toPerfect: number;
  readonly slowest: number;
}

/**
 * `npm run bench -- review FOLDER [KIND…]`: answers the questions of the review from pages whose posts are known (`NAME.KIND.txt` with
 * `NAME.KIND.gold.json`), and prints how near to right each kind is after so many answers, in three ways: as the review asks and learns; as it
 * asks, each answer settling its place alone; and in plain order of doubt, each answer settling its place alone. `--weak` does so without the
 * learned model.
 */
export function reportReview(args: readonly string[]): void {
  const weak = args.includes("--weak");
  const [folder, ...kinds] = args.filter((arg) => arg !== "--weak");
  if (folder === undefined) throw new Error("Cannot report: name the folder of the samples");
  for (const kind of kinds.length === 0 ? ["tme"] : kinds) {
    const dumps = annotatedDumps(folder, kind);
    const pages = dumps.map(({ name, source, posts }): GoldPage => {
      return { name, source, starts: new Set(posts.map(({ first }) => first)) };
    });
    const table = new Table({
      head: [
        "way",
        ...looks.flatMap((look) => [`F1 ${look}`, `exact ${look}`]),
        "F1 at 5 %",
        "answers to perfect",
        "of posts",
        "slowest",
      ],
      style: { head: [], border: [] },
    });
    for (const way of ways) {
      const outcomes = pages.map((page) => outcomeOf(page, way, weak));
      const mean = (of: (outcome: Outcome) => number): string =>
        (outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length).toFixed(3);
      const least = (of: (outcome: Outcome) => number): string => Math.min(...outcomes.map(of)).toFixed(2);
      const answers = outcomes.reduce((sum, { toPerfect }) => sum + toPerfect, 0);
      const posts = outcomes.reduce((sum, each) => sum + each.posts, 0);
      table.push([
        way,
        ...looks.flatMap((_, at) => [
          `${mean(({ f1 }) => f1[at] ?? 0)} (${least(({ f1 }) => f1[at] ?? 0)})`,
          mean(({ exact }) => exact[at] ?? 0),
        ]),
        `${mean(({ atShare }) => atShare)} (${least(({ atShare }) => atShare)})`,
        `${answers} (most ${Math.max(...outcomes.map(({ toPerfect }) => toPerfect))})`,
        `${((100 * answers) / posts).toFixed(1)} %`,
        `${Math.max(...outcomes.map(({ slowest }) => slowest)).toFixed(0)} ms`,
      ]);
    }
    process.stdout.write(`${kind}: ${pages.length} pages, mean (worst)\n${table}\n`);
    process.stdout.write(reportDates(kind, dumps));
  }
}

/** A page that is not right by then is given up, and counts as so many answers. */
const patience = 0.6;

function outcomeOf({ name, source, starts }: GoldPage, way: Way, weak: boolean): Outcome {
  const parse = readerOf(source, weak);
  const start = new Set<number>();
  const join = new Set<number>();
  const f1: number[] = [];
  const exact: number[] = [];
  const atFive = Math.ceil(starts.size * 0.05);
  let atShare = 0;
  let toPerfect: number | undefined;
  let slowest = 0;
  let lastAsked: number | undefined;
  const most = Math.max(...looks, Math.ceil(starts.size * patience));
  const plain = parse({ start: new Set(), join: new Set() });
  for (let answers = 0; answers <= most; answers += 1) {
    const since = performance.now();
    const hints: Hints = { start, join };
    const parsed = way === "review" ? parse(hints) : settledAlone(plain, hints);
    const { questions } = boundaryDoubts(parsed, hints);
    slowest = Math.max(slowest, performance.now() - since);
    const found = startsOf(parsed);
    const score = boundaryScore(found, starts);
    if (looks.includes(answers)) {
      f1.push(score.f1);
      exact.push(score.exact);
    }
    if (answers === atFive) atShare = score.f1;
    if (score.f1 === 1) toPerfect ??= answers;
    const seen = wrongAround(lastAsked, found, starts);
    if (seen !== undefined) {
      (starts.has(seen) ? start : join).add(seen);
      continue;
    }
    const [next] = way === "doubt" ? questions.toSorted((one, other) => doubtOf(other) - doubtOf(one)) : questions;
    if (next === undefined) {
      // No more is asked: what is wrong yet is seen by who reads the page, and settled there.
      const wrong = [...new Set([...starts, ...found])].find((line) => starts.has(line) !== found.has(line));
      if (wrong !== undefined) (starts.has(wrong) ? start : join).add(wrong);
      continue;
    }
    (starts.has(next.line) ? start : join).add(next.line);
    lastAsked = next.line;
  }
  return { name, posts: starts.size, f1, exact, atShare, toPerfect: toPerfect ?? most, slowest };
}

/** Reads the page as imports do, or, to see what answers are worth where the model is out of its depth, without the learned model. */
function readerOf(source: SourceText, weak: boolean): (hints: Hints) => Parsed {
  const { dialect } = recognise(source);
  if (!weak) return (hints) => dialect.parse(source, hints);
  const parsed = dialect.parse(source, { start: new Set(), join: new Set() });
  const tokens = parsed.judged?.tokens ?? [];
  return (hints) => {
    const { posts, chances } = judge(tokens, hints, featureParameters);
    const drafts = posts.flatMap(({ range }) => {
      const line = tokens[range.start]?.first;
      return line === undefined ? [] : [draftAt(line)];
    });
    return { ...parsed, drafts, judged: { tokens, chances } };
  };
}

/** A post of which nothing counts but where it starts. */
function draftAt(line: number): Draft {
  return { lines: [{ line, role: "text" }], text: [], media: [], reactions: [], boundary: { kind: "marked" } };
}

/** Lines that a person sees above and below the place that is asked. */
const inSight = 8;

/** A wrong boundary that stands in sight of the last question: a person who reads there settles it too, as an answer of its own. */
function wrongAround(
  asked: number | undefined,
  found: ReadonlySet<number>,
  starts: ReadonlySet<number>,
): number | undefined {
  if (asked === undefined) return undefined;
  for (let line = asked - inSight; line <= asked + inSight; line += 1)
    if (starts.has(line) !== found.has(line)) return line;
  return undefined;
}

function doubtOf({ chance, isStart }: { readonly chance: number; readonly isStart: boolean }): number {
  return isStart ? 1 - chance : chance;
}

/** The page as it was judged first, with the answers at their own places alone. */
function settledAlone(parsed: Parsed, { start, join }: Hints): Parsed {
  const starts = [...startsOf(parsed)].filter((line) => !join.has(line));
  const lines = [...new Set([...starts, ...start])];
  return { ...parsed, drafts: lines.map(draftAt) };
}

function startsOf({ drafts }: Parsed): ReadonlySet<number> {
  return new Set(drafts.map((draft) => draft.lines[0]?.line ?? 0));
}
