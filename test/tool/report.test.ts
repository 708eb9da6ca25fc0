import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { attentionLines, reportLines } from "../../scripts/commands/print-import.ts";
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
  const lines = attentionLines(first, { dumps: [] });
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

test("many notices of one rule are listed up to a number, and all of them where a person asks for it", () => {
  const made = Array.from({ length: 30 }, (_, index) => ({
    rule: "made/up",
    file: "a.txt",
    line: index + 1,
    reason: "odd",
  }));
  const full = { ...report(), notices: [...made, { rule: "made/other", file: "a.txt", reason: "odd too" }] };
  const lines = attentionLines(full, { dumps: [] });
  expect(lines).toHaveLength(22);
  expect(lines[19]).toBe("a.txt:20: odd (made/up)");
  expect(lines.slice(20)).toEqual([
    "a.txt: odd too (made/other)",
    "a.txt: and 10 more like that (--all lists them) (made/up)",
  ]);
  expect(attentionLines(full, { dumps: [] }, Number.POSITIVE_INFINITY)).toHaveLength(31);
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
