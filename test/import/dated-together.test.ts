import { describe, expect, test } from "vitest";
import { prepare } from "../../src/import/prepare.ts";
import type { WholeDump } from "../../src/import/whole-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { sourcesOf, type Unnamed } from "../../src/model/post.ts";
import { readSource } from "../../src/read/source-text.ts";

const told = [
  "The reading room is closed for repairs to the roof.",
  "New on the shelf: twelve novels and a history of the harbour.",
  "The book club meets on Thursday evening in the small hall.",
  "Volunteers wanted for the spring sale, write to the front desk.",
  "The spring sale raised enough for two new lamps, thank you all.",
  "A blue umbrella was found and waits at the front desk for you.",
  "Three computers came as a gift, ask the desk for a login.",
  "The garden behind the house opens again, with new benches.",
  "A concert of the school choir will be held in the main hall.",
  "The catalogue can be searched from home from this week on.",
];

function capture(file: string, retrieved: string, posts: readonly string[], order = "oldest-first"): WholeDump {
  const shown = order === "oldest-first" ? posts : posts.toReversed();
  const source = readSource(new TextEncoder().encode(`${shown.join("\n-----\n")}\n`), file);
  return {
    kind: "read",
    source,
    sidecar: {
      channel: "Quay Library",
      separator: "ruler",
      order: order as "oldest-first" | "newest-first",
      retrieved: retrieved as Day,
    },
  };
}

function dated(...dumps: readonly WholeDump[]): readonly Unnamed[] {
  return prepare(dumps, [], { force: false, today: "2026-01-01" as Day }).plan.posts;
}

/** The day and interval of a post. */
function daysOf(
  posts: readonly Unnamed[],
  text: string | undefined,
): Pick<Unnamed["dating"], "best" | "earliest" | "latest"> {
  const found = posts.find((post) => post.text === text);
  if (found === undefined || text === undefined) throw new Error(`no post "${text}"`);
  const { best, earliest, latest } = found.dating;
  return { best, earliest, latest };
}

describe("captures of one channel that share posts", () => {
  const [march, may] = [
    capture("a.txt", "2025-03-01", told.slice(0, 7)),
    capture("b.txt", "2025-05-20", told.slice(3)),
  ];

  test("hold what the earlier one shows to its day, and what it does not show after it", () => {
    const posts = dated(march, capture("b.txt", "2025-03-12", told.slice(3)));
    for (const text of told.slice(0, 7)) expect(daysOf(posts, text).latest <= "2025-03-01").toBe(true);
    for (const text of told.slice(7)) expect(daysOf(posts, text).best >= "2025-03-01").toBe(true);
  });

  test("do not make each other's posts surer than they are: a slow channel was slow before as well", () => {
    // Three posts in eighty days; seven posts in the days before the first capture.
    const posts = dated(march, may);
    const alone = dated(march);
    const [together, own] = [daysOf(posts, told[0]), daysOf(alone, told[0])];
    expect(together.best < own.best).toBe(true);
    expect(together.earliest < own.earliest).toBe(true);
  });

  test("say the same of a post in both, and never run backwards", () => {
    const posts = dated(march, may);
    expect(posts.length).toBe(told.length);
    const inTime = told.map((text) => daysOf(posts, text));
    for (const key of ["best", "earliest", "latest"] as const) {
      const days = inTime.map((days) => days[key]);
      expect(days).toEqual(days.toSorted());
    }
    expect(posts.filter((post) => sourcesOf(post).length === 2).length).toBe(4);
  });

  test("come out the same in any order, and where one shows the newest post first", () => {
    const other = capture("b.txt", "2025-05-20", told.slice(3), "newest-first");
    const days = told.map((text) => daysOf(dated(march, may), text));
    expect(told.map((text) => daysOf(dated(may, march), text))).toEqual(days);
    expect(told.map((text) => daysOf(dated(march, other), text))).toEqual(days);
  });

  test("date a post that is only in the later one by a day that only the earlier one's posts name", () => {
    const first = [...told.slice(0, 6), "Today, 24 February 2025, three computers came as a gift to the house."];
    const posts = dated(
      capture("a.txt", "2025-02-25", first),
      capture("b.txt", "2025-02-27", [...first.slice(3), ...told.slice(7, 9)]),
    );
    expect(daysOf(posts, told[7]).earliest >= "2025-02-24").toBe(true);
  });

  test("are dated each by itself where they share nothing", () => {
    const [early, late] = [
      capture("a.txt", "2025-03-01", told.slice(0, 4)),
      capture("b.txt", "2025-05-20", told.slice(4)),
    ];
    const both = dated(early, late);
    for (const text of told.slice(0, 4)) expect(daysOf(both, text)).toEqual(daysOf(dated(early), text));
    for (const text of told.slice(4)) expect(daysOf(both, text)).toEqual(daysOf(dated(late), text));
  });
});
