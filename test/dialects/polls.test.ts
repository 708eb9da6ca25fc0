import { expect, test } from "vitest";
import { preview } from "../../src/dialects/kinds/preview.ts";
import { readSource } from "../../src/read/source-text.ts";

const head = ["Heron Reed", "1.2K subscribers", "Download Telegram"];
const poll = ["Wohin im Mai?", "Anonymous Poll", "61%", "An den See", "39%", "In den Wald", "112 voters"];

function startsOf(lines: readonly string[]): readonly number[] {
  const source = readSource(Buffer.from([...head, ...lines].join("\n")), "heron.txt");
  const { drafts } = preview.parse(source, { start: new Set(), join: new Set() });
  return drafts.map(({ lines: own }) => own[0]?.line ?? 0);
}

test("nothing stands under the voters of a poll: what follows is another post, in small letters or without a word", () => {
  for (const next of ["und noch etwas, das klein beginnt", "🐦🐦🐦", "https://heron.example/mai"]) {
    const lines = ["Guten Morgen vom Moor.", ...poll, next];
    expect(startsOf(lines)).toContain(head.length + lines.length);
  }
});

test("reactions of a poll stay with it", () => {
  const lines = ["Guten Morgen vom Moor.", ...poll, "👍12❤3", "Heute ist es neblig."];
  expect(startsOf(lines).slice(-1)).toEqual([head.length + lines.length]);
});

test("a count of voters that no answer stands over ends no post", () => {
  const lines = ["Wahl im Dorf", "", "Es kamen", "112 voters", "und das ist viel."];
  expect(startsOf(lines)).toEqual([head.length + 1]);
});

test("votes close a poll as voters do, however its kind is capitalised", () => {
  for (const [kind, voters] of [
    ["Anonymous poll", "112 votes"],
    ["Final results", "1.2K votes"],
    ["Public poll", "1 vote"],
  ] as const) {
    const own = poll.map((line) => (line === "Anonymous Poll" ? kind : line === "112 voters" ? voters : line));
    const lines = ["Guten Morgen vom Moor.", ...own, "und noch etwas, das klein beginnt"];
    expect(startsOf(lines)).toContain(head.length + lines.length);
  }
});
