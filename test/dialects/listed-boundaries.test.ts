import { join } from "node:path";
import { expect, test } from "vitest";
import { writtenPages } from "../../scripts/lab/boundary-pages.ts";
import { PageMemory } from "../../src/dialects/boundaries/page-memory.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { readSource } from "../../src/read/source-text.ts";

const head = ["Quay", "12 photos", "Download Telegram"];

/** Pages that nothing was fitted to; each is read wrongly at some places. */
const pages = writtenPages(join(import.meta.dirname, "short-pages")).map(({ lines, starts }) => {
  const source = readSource(new TextEncoder().encode([...head, ...lines].join("\n")), "page.txt");
  const known = new Set([...starts].map((line) => line + head.length));
  const memory = new PageMemory();
  const read = (start: readonly number[], join: readonly number[]): ReadonlySet<number> => {
    const hints = { start: new Set(start), join: new Set(join), memory };
    return new Set(
      recognise(source)
        .dialect.parse(source, hints)
        .drafts.map((draft) => draft.lines[0]?.line ?? 0),
    );
  };
  const places = source.lines.flatMap((text, at) => (at > head.length && text.trim() !== "" ? [at + 1] : []));
  return { known, places, read, plain: read([], []) };
});

type Page = (typeof pages)[number];
const wrong = ({ known, plain }: Page, line: number): boolean => known.has(line) !== plain.has(line);
const halfOf = <Item>(items: readonly Item[]): readonly Item[] => items.filter((_, at) => at % 2 === 0);

/** Which lines a person lists in a sidecar, all of them rightly. */
test.each<[string, (page: Page) => readonly number[]]>([
  ["the first ten starts", ({ known, places }) => places.filter((line) => known.has(line)).slice(0, 10)],
  ["every other start", ({ known, places }) => halfOf(places.filter((line) => known.has(line)))],
  ["ten lines that start no post", ({ known, places }) => places.filter((line) => !known.has(line)).slice(0, 10)],
  ["half of what was read wrongly", (page) => halfOf(page.places.filter((line) => wrong(page, line)))],
  ["all that was read wrongly", (page) => page.places.filter((line) => wrong(page, line))],
])("what a person lists unasked leaves the rest of a page as right as it was: %s", (_, listed) => {
  let [before, after, others] = [0, 0, 0];
  for (const page of pages) {
    const lines = listed(page);
    const now = page.read(
      lines.filter((line) => page.known.has(line)),
      lines.filter((line) => !page.known.has(line)),
    );
    for (const line of lines) expect(now.has(line)).toBe(page.known.has(line));
    for (const line of page.places.filter((each) => !lines.includes(each))) {
      others += 1;
      before += Number(wrong(page, line));
      after += Number(page.known.has(line) !== now.has(line));
    }
  }
  // Taken for samples of the whole page, they turned 9, 4, 23, 7 and 15 places in a hundred to the worse.
  expect(after - before).toBeLessThan(0.03 * others);
});
