import { describe, expect, test } from "vitest";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

/** Sentences of one post each, far longer than a line of a terminal. */
const sentences = [
  "The ferry to the north pier is suspended until Friday, the harbour office says, because the ramp has to be repaired first and nobody knows how long that will take this time.",
  "Strong winds are expected tonight along the whole coast, and the owners of small boats are asked to look after their moorings before it gets dark, above all in the old basin.",
  "The council meets on Thursday to vote on the new quay; whoever wants to speak has to write a letter to the town hall before noon, or may come in person and wait for a turn.",
  "Yesterday the museum counted its thousandth visitor of the year, a boy from the islands who had come with his class and wanted to see nothing but the lamp of the lighthouse.",
];

const posts = ["South", "North", "West"].flatMap((pier) => sentences.map((sentence) => `${pier} pier. ${sentence}`));

/** Breaks a text into lines of at most a width, at blanks, as terminals do. */
function wrap(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

const dumpOf = (text: string) => readSource(Buffer.from(text), "page.txt");
const read = (text: string, sidecar = "") =>
  readDump({ source: dumpOf(text), sidecar: readSidecar(sidecar, "page.yml"), today: "2030-01-01" as Day });

describe.each([60, 72, 80])("a text whose lines were broken at %d signs", (width) => {
  const broken = posts.map((post) => wrap(post, width)).join("\n\n");

  test("has the posts of the one that was not, and their texts without the breaks", () => {
    expect(read(broken).posts.map(({ text }) => text)).toEqual(posts);
    expect(read(posts.join("\n\n")).posts.map(({ text }) => text)).toEqual(posts);
  });

  test("has each of its lines in one post", () => {
    const { posts: found, report } = read(broken);
    expect(found.map(({ source }) => source.lines.length)).toEqual(posts.map(() => 1));
    expect(report.roles).toMatchObject({ furniture: 0, placeholder: 0 });
    expect(report.roles.text + report.roles.blank).toBe(broken.split("\n").length);
  });

  test("starts a post at a broken line where a person says so", () => {
    const starts = read(broken, "boundaries: { start: [2] }\n").posts.map(({ source }) => source.lines[0]?.[0]);
    expect(starts).toContain(2);
  });
});

test("lines that nobody broke stay as they are, also where some reach the length of the longest", () => {
  const headlines = Array.from(
    { length: 60 },
    (_, at) => `${"Boats and piers and lamps and fog ".repeat(3).slice(0, 45 + ((at * 7) % 50))}end ${at}`,
  );
  expect(Math.max(...headlines.map((line) => line.length))).toBeGreaterThan(90);
  const source = dumpOf(headlines.join("\n"));
  const { drafts } = recognise(source).dialect.parse(source, { start: new Set(), join: new Set() });
  expect(drafts.every(({ says }) => says === undefined)).toBe(true);
});
