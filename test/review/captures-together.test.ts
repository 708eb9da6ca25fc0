import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ReviewSession } from "../../scripts/review/session.ts";
import { readPost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import type { Post } from "../../src/model/post.ts";
import { folderWith, importInto, postsIn } from "../import/content-folder.ts";

const told = [
  "The reading room is closed for repairs to the roof.",
  "New on the shelf: twelve novels and a history of the harbour.",
  "The book club meets in the small hall, and there is tea.",
  "Volunteers wanted for the spring sale, write to the front desk.",
  "The spring sale raised enough for two new lamps, thank you all.",
  "A blue umbrella was found and waits at the front desk for you.",
  "Three computers came as a gift, ask the desk for a login.",
  "The garden behind the house opens again, with new benches.",
];

const sidecar = (day: string): string => `channel: Quay Library\nseparator: ruler\nretrieved: ${day}\n`;

/** Two captures that overlap: the older one bounds the days of what the newer one shows above its own posts. */
function twoCaptures(): string {
  const content = folderWith({
    "dumps/a.txt": `${told.slice(0, 5).join("\n-----\n")}\n`,
    "dumps/a.yml": sidecar("2025-03-10"),
    "dumps/b.txt": `${told.slice(2).join("\n-----\n")}\n`,
    "dumps/b.yml": sidecar("2025-06-20"),
  });
  importInto(content);
  return content;
}

function postsOf(content: string): readonly Post[] {
  return postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path));
}

const daysOf = ({ best, earliest, latest }: Post["dating"]): string => `${earliest} ${best} ${latest}`;

test.each(["a.txt", "b.txt"])("the review of a capture shows the days that the import has (%s)", (file) => {
  const content = twoCaptures();
  const { dump } = new ReviewSession(content, () => "2026-11-29" as Day).state(file, true);
  const kept = new Map(postsOf(content).map((post) => [post.id, post]));
  expect(dump?.dates.length).toBeGreaterThan(2);
  for (const { id, dating } of dump?.dates ?? []) {
    const post = kept.get(id);
    expect(post && daysOf(dating)).toBe(post && daysOf(post.dating));
  }
});

test("a day that is set moves the days of its capture at once, and they come back when it is taken back", () => {
  const content = twoCaptures();
  const session = new ReviewSession(content, () => "2026-11-29" as Day);
  const shown = () =>
    new Map(session.state("b.txt", false).dump?.dates.map(({ id, dating }) => [id, daysOf(dating)] as const));
  const before = shown();
  const first = postsOf(content).find(({ text }) => text === told[5]);
  const last = postsOf(content).find(({ text }) => text === told[7]);
  if (first === undefined || last === undefined) throw new Error("both captures have posts");
  session.date(first.id, { kind: "day", day: "2025-06-18" as Day }, { by: "Ada" });
  const after = shown();
  expect(after.has(first.id)).toBe(false);
  expect(after.get(last.id)).not.toBe(before.get(last.id));
  expect(after.get(last.id)?.startsWith("2025-06-1")).toBe(true);
  session.undo();
  expect(shown()).toEqual(before);
});
