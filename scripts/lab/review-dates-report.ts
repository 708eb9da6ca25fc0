import Table from "cli-table3";
import { datePosts } from "../../src/dating/date.ts";
import { type Day, dayNumber } from "../../src/model/day.ts";
import { lineAt } from "../../src/read/source-text.ts";
import { type DateQuestion, dateQuestions } from "../../src/review/dates.ts";
import type { AnnotatedDump } from "./annotated-dumps.ts";

/** A page whose days are known, its posts oldest first. */
interface DatedPage {
  readonly posts: readonly {
    readonly id: string;
    readonly text: string;
    readonly language: string;
    readonly day: Day;
  }[];
  readonly retrieved?: Day;
}

const looks = [0, 5, 10];

/**
 * Answers the review's questions about dates from pages whose days are known, and gives for each kind the mean error in days and the share of days
 * wrong after 0, 5 and 10 answers: in the order of what an answer is worth, and, beside it, the widest interval first.
 */
export function reportDates(kind: string, dumps: readonly AnnotatedDump[]): string {
  const pages = dumps.map(datedPage);
  const table = new Table({
    head: ["order", ...looks.flatMap((look) => [`error ${look}`, `wrong ${look}`])],
    style: { head: [], border: [] },
  });
  const orders: readonly (readonly [string, (questions: readonly DateQuestion[]) => DateQuestion | undefined])[] = [
    ["worth", (questions) => questions[0]],
    ["widest", (questions) => questions.toSorted((one, other) => widthOf(other) - widthOf(one))[0]],
  ];
  for (const [name, next] of orders) {
    const outcomes = pages.map((page) => outcomesOf(page, next));
    const told = (values: readonly number[], digits: number, worst: (...numbers: number[]) => number): string =>
      `${(values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(digits)} (${worst(...values).toFixed(digits)})`;
    table.push([
      name,
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
  { posts, retrieved }: DatedPage,
  next: (questions: readonly DateQuestion[]) => DateQuestion | undefined,
): readonly { readonly error: number; readonly wrong: number }[] {
  const answered = new Set<string>();
  const found: { error: number; wrong: number }[] = [];
  for (let answers = 0; answers <= Math.max(...looks); answers += 1) {
    const { datings } = datePosts({
      posts: posts.map(({ id, text, language, day }) => ({
        text,
        language,
        ...(answered.has(id) ? { known: { best: day, earliest: day, latest: day, basis: "given" as const } } : {}),
      })),
      order: "oldest-first",
      ...(retrieved === undefined ? {} : { retrieved }),
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

function datedPage({ source, posts, isOldestFirst, retrieved }: AnnotatedDump): DatedPage {
  const dated = posts.map(({ textLines, language, day }, at) => {
    return { id: String(at), text: textLines.map((line) => lineAt(source, line)).join("\n"), language, day };
  });
  return { posts: isOldestFirst ? dated : dated.toReversed(), ...(retrieved === undefined ? {} : { retrieved }) };
}
