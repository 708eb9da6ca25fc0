import Table from "cli-table3";
import { datePosts } from "../../src/dating/date.ts";
import type { LagTable } from "../../src/dating/solver/lag-shape.ts";
import type { Tails } from "../../src/dating/solver/tails.ts";
import { type Day, dayNumber } from "../../src/model/day.ts";
import type { Dating } from "../../src/model/post.ts";
import { lineAt } from "../../src/read/source-text.ts";
import { type DateQuestion, dateQuestions } from "../../src/review/dates.ts";
import { type AnnotatedDump, annotatedDumps } from "./annotated-dumps.ts";
import { calibrate } from "./calibrate.ts";
import { countLags, fitLags } from "./fit.ts";
import { intervalCoverage } from "./interval-coverage.ts";
import { knownChannels } from "./known-channels.ts";

/** A page whose days are known, its posts oldest first. */
interface DatedPage {
  readonly posts: readonly {
    readonly id: string;
    readonly text: string;
    readonly language: string;
    readonly day: Day;
  }[];
  readonly retrieved?: Day;
  readonly learnt: Learnt;
}

/** What dates are found by, learnt without the channel of a page. */
interface Learnt {
  readonly lags: LagTable;
  readonly tails: Tails;
}

const looks = [0, 5, 10];

/** How the next question is chosen, and whether an answer moves other days than its own. */
interface Way {
  readonly name: string;
  readonly next: (questions: readonly DateQuestion[]) => DateQuestion | undefined;
  readonly teaches: boolean;
}

const byWorth: Way["next"] = (questions) => questions[0];
const widest: Way["next"] = (questions) => questions.toSorted((one, other) => widthOf(other) - widthOf(one))[0];
const ways: readonly Way[] = [
  { name: "review", next: byWorth, teaches: true },
  { name: "widest, taught", next: widest, teaches: true },
  { name: "widest, untaught", next: widest, teaches: false },
];

/**
 * `npm run bench -- review-dates FOLDER [KIND…]`: answers the review's questions about dates from pages whose days are known, and gives for each
 * kind the mean error in days and the share of days wrong after 0, 5 and 10 answers: in the order of what an answer is worth, and, beside it, the
 * widest interval first, each answer moving the days beside it, or its own alone. Each page is dated by lags and tails that were learnt without its
 * channel (`scripts/lab/dating-report.ts` writes what the tails of each channel are chosen by).
 */
export function reportDates([folder, ...kinds]: readonly string[]): void {
  if (folder === undefined) throw new Error("Cannot report: name the folder of the samples");
  const learntFor = withoutChannel(folder);
  for (const kind of kinds.length === 0 ? ["tme"] : kinds)
    process.stdout.write(
      datesOf(
        kind,
        annotatedDumps(folder, kind).map((dump) => datedPage(dump, learntFor(dump.channel))),
      ),
    );
}

/** Learns from all channels of a folder but one. Throws where the folder is not the one that the tails in use were chosen on. */
function withoutChannel(folder: string): (channel: string) => Learnt {
  const channels = knownChannels(folder);
  const names = [...new Set(channels.map(({ name }) => name))];
  if (names.length !== intervalCoverage.length)
    throw new Error(
      "Cannot report: the tails in use were chosen on other channels; run the dating report with --write",
    );
  const counts = channels.map(({ posts }) => countLags(posts));
  const learnt = new Map<string, Learnt>();
  return (channel) => {
    const own = learnt.get(channel) ?? {
      lags: fitLags(counts.filter((_, at) => channels[at]?.name !== channel)),
      tails: calibrate(intervalCoverage.filter((_, at) => names[at] !== channel)),
    };
    learnt.set(channel, own);
    return own;
  };
}

function datesOf(kind: string, pages: readonly DatedPage[]): string {
  const table = new Table({
    head: ["way", ...looks.flatMap((look) => [`error ${look}`, `wrong ${look}`])],
    style: { head: [], border: [] },
  });
  for (const way of ways) {
    const outcomes = pages.map((page) => outcomesOf(page, way));
    const told = (values: readonly number[], digits: number, worst: (...numbers: number[]) => number): string =>
      `${(values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(digits)} (${worst(...values).toFixed(digits)})`;
    table.push([
      way.name,
      ...looks.flatMap((_, at) => [
        told(
          outcomes.map((each) => each[at]?.error ?? 0),
          2,
          Math.max,
        ),
        told(
          outcomes.map((each) => each[at]?.wrong ?? 0),
          3,
          Math.max,
        ),
      ]),
    ]);
  }
  return `${kind}, dates: ${pages.length} pages, mean (worst)\n${table}\n`;
}

function outcomesOf(
  { posts, retrieved, learnt }: DatedPage,
  { next, teaches }: Way,
): readonly { readonly error: number; readonly wrong: number }[] {
  const answered = new Set<string>();
  const found: { error: number; wrong: number }[] = [];
  const given = (day: Day) => ({ best: day, earliest: day, latest: day, basis: "given" as const });
  const datedBy = (told: ReadonlySet<string>): readonly Dating[] =>
    datePosts(
      {
        posts: posts.map(({ id, text, language, day }) => {
          return { text, language, ...(told.has(id) ? { known: given(day) } : {}) };
        }),
        order: "oldest-first",
        ...(retrieved === undefined ? {} : { retrieved }),
      },
      learnt.lags,
      learnt.tails,
    ).datings;
  const plain = datedBy(answered);
  for (let answers = 0; answers <= Math.max(...looks); answers += 1) {
    const datings = teaches
      ? datedBy(answered)
      : plain.map((dating, at) => {
          const post = posts[at];
          return post !== undefined && answered.has(post.id) ? { ...dating, ...given(post.day) } : dating;
        });
    const errors = posts.map(({ day }, at) => Math.abs(dayNumber(datings[at]?.best ?? day) - dayNumber(day)));
    if (looks.includes(answers)) {
      found.push({
        error: errors.reduce((sum, error) => sum + error, 0) / errors.length,
        wrong: errors.filter((error) => error > 0).length / errors.length,
      });
    }
    const questions = dateQuestions(
      posts.flatMap(({ id, text, language }, at) => {
        const dating = datings[at];
        return dating === undefined ? [] : [{ id, title: id, text, language, dating }];
      }),
    );
    const asked = next(questions);
    if (asked !== undefined) answered.add(asked.id);
  }
  return found;
}

function widthOf({ dating }: DateQuestion): number {
  return dayNumber(dating.latest) - dayNumber(dating.earliest);
}

function datedPage({ source, posts, isOldestFirst, retrieved }: AnnotatedDump, learnt: Learnt): DatedPage {
  const dated = posts.map(({ textLines, language, day }, at) => {
    return { id: String(at), text: textLines.map((line) => lineAt(source, line)).join("\n"), language, day };
  });
  return {
    posts: isOldestFirst ? dated : dated.toReversed(),
    learnt,
    ...(retrieved === undefined ? {} : { retrieved }),
  };
}
