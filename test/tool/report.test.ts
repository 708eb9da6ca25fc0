import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { attentionLines, reportForPrograms, reportLines } from "../../scripts/commands/print-import.ts";
import { say } from "../../scripts/commands/say.ts";
import type { Channel } from "../../src/model/post.ts";
import { folderWith, importInto, page } from "../import/content-folder.ts";

const long = "a-capture-with-a-very-long-name-that-no-terminal-has-room-for-beside-the-numbers.txt";

const asTold = (channel: Channel): Channel => channel;

/** The report of an import of a short page and of one with a long name and a wide one. */
function report() {
  return importInto(
    folderWith({
      "dumps/marsh.txt": page,
      [`dumps/${long}`]: page.replace(
        "Marsh Radio",
        "\u6cbc\u6cfd\u5730\u306e\u653e\u9001\u5c40\u306e\u53e4\u3044\u8a18\u9332",
      ),
      "dumps/quiet.txt": "fog\n\nsun\n\nrain\n",
      "dumps/quiet.yml": "channel: Quiet Bay\n",
    }),
  );
}

test("the table of an import fits the terminal, however long the names are", () => {
  for (const columns of [80, 100, 140]) {
    const table = reportLines(report(), asTold, columns).join("\n").split("\n").slice(0, -2);
    const widths = table.map((line) =>
      [...line].reduce((sum, letter) => sum + (/[\u3000-\u9fff]/u.test(letter) ? 2 : 1), 0),
    );
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    expect(table.join("\n")).toContain("marsh.txt");
  }
});

test("clock times, views and heads of messages are no reactions", () => {
  const posts = [
    "Fog lay on the mole until noon.",
    "The ferry runs again since this morning.",
    "Lamps were lit early.",
  ];
  const heads = posts.map((text, place) => `Harbour Bell, [${place + 3} Mar 2026 at 06:4${place}]:\n${text}`);
  const made = importInto(
    folderWith({ "dumps/heads.txt": `${heads.join("\n\n")}\n`, "dumps/heads.yml": "retrieved: 2026-03-09\n" }),
  );
  expect(made.dumps[0]?.roles.reactions).toBe(3);
  const table = reportLines(made, asTold).join("\n");
  expect(table).toContain("\n  post metadata 3");
  expect(table).not.toContain("reactions");
});

test("in a file or a pipe no name is cut", () => {
  const lines = reportLines(report(), asTold).join("\n");
  expect(lines).toContain(long);
  expect(lines).not.toContain("\u2026");
});

test("notices of an earlier import are summed up in one line, new ones are listed", () => {
  const first = report();
  const lines = attentionLines(first, { dumps: [] }, true);
  expect(lines).toHaveLength(first.notices.length);
  expect(lines.length).toBeGreaterThan(1);
  expect(attentionLines(first, { dumps: first.dumps })).toEqual([
    `${lines.length} notices as before (--all lists them)`,
  ]);
  const [dump] = first.dumps;
  if (dump === undefined) throw new Error("no dump");
  const more = { ...first, notices: [...first.notices, { rule: "made/up", file: dump.file, reason: "odd line" }] };
  expect(attentionLines(more, { dumps: first.dumps })[0]).toBe(`${dump.file}: odd line (made/up)`);
});

test("notices stand by dump: what holds for all of it first, then single places, the first ones of many", () => {
  const place = (file: string, line: number, rule = "boundary/doubtful") => ({ rule, file, line, reason: "odd" });
  const many = Array.from({ length: 30 }, (_, index) => place("a.txt", index + 1));
  const notices = [
    ...many,
    place("b.txt", 7),
    { rule: "dating/no-capture-day", file: "a.txt", reason: "no day" },
    ...Array.from({ length: 5 }, (_, index) => place("a.txt", index + 1, "dating/long-post")),
    { rule: "channel/unnamed", file: "b.txt", reason: "no name" },
    { rule: "channel/unnamed", file: "a.txt", reason: "no name" },
  ];
  const full = { ...report(), notices };
  expect(attentionLines(full, { dumps: [] })).toEqual([
    "a.txt: no day (dating/no-capture-day)",
    "a.txt: no name (channel/unnamed)",
    "a.txt:1: odd (boundary/doubtful)",
    "a.txt:2: odd (boundary/doubtful)",
    "a.txt:3: odd (boundary/doubtful)",
    "a.txt: and 27 more like that (check them with scrollback review, or list them with --all) (boundary/doubtful)",
    "a.txt:1: odd (dating/long-post)",
    "a.txt:2: odd (dating/long-post)",
    "a.txt:3: odd (dating/long-post)",
    "a.txt: and 2 more like that (--all lists them) (dating/long-post)",
    "b.txt: no name (channel/unnamed)",
    "b.txt:7: odd (boundary/doubtful)",
  ]);
  const all = attentionLines(full, { dumps: [] }, true);
  expect(all).toHaveLength(notices.length);
  expect(all.slice(0, 3)).toEqual([
    "a.txt: no day (dating/no-capture-day)",
    "a.txt: no name (channel/unnamed)",
    "a.txt:1: odd (boundary/doubtful)",
  ]);
  expect((reportForPrograms(full) as typeof full).notices).toEqual(notices);
});

test("of notices that name no line the first twenty of a rule are listed, and one more in place of the words about it", () => {
  const told = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ rule: "made/up", file: "a.txt", reason: `odd ${index}` }));
  expect(attentionLines({ ...report(), notices: told(21) }, { dumps: [] })).toHaveLength(21);
  expect(attentionLines({ ...report(), notices: told(22) }, { dumps: [] }).slice(19)).toEqual([
    "a.txt: odd 19 (made/up)",
    "a.txt: and 2 more like that (--all lists them) (made/up)",
  ]);
});

test("signs that a terminal obeys, and line breaks in names, are shown as what they are", () => {
  const dump = {
    ...(report().dumps[0] ?? raise()),
    channel: { key: "a", name: "Fog\nTY  - JOUR\u001b[31m\u202e", identified: true },
  };
  const lines = reportLines({ ...report(), dumps: [dump] }, asTold);
  expect(lines.filter((line) => line.includes("JOUR"))).toHaveLength(1);
  expect(lines.join("")).not.toMatch(/[\p{Cc}\u202e]/u);
  const written: string[] = [];
  const stream = new Writable({ write: (chunk, _, done) => done(void written.push(`${chunk}`)) });
  say(stream, "a\u001b]0;b\u0007.txt: odd\nline");
  expect(written.join("")).toBe("a\\u001b]0;b\\u0007.txt: odd\\u000aline\n");
});

function raise(): never {
  throw new Error("no dump");
}
