import { expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { readSource } from "../../src/read/source-text.ts";

function read(text: string, sidecar: Sidecar = {}) {
  return readDump({ source: readSource(Buffer.from(text), "weir.txt"), sidecar, today: "2026-11-01" as Day });
}

const sentences = [
  "The otters are back below the weir",
  "Wer im Garten hilft, bekommt Kürbisse",
  "Scan (15 Jan 2024 09:25:18)",
  "Le moulin ferme à midi cette semaine",
  "Two herons, one very patient angler",
  "La passerelle est enfin repeinte en vert",
  "Heute Abend Probe im alten Bootshaus",
  "Somebody left a red umbrella at the lock",
  "Scan (4 Feb 2024 09:58:16)",
  "A kayak drifted past with nobody in it",
];

test("two lines of a text that end in a moment head no messages far below the top of a page", () => {
  const first = Array.from({ length: 9 }, (_, at) => `${sentences[(at + 3) % 5]} (${"abcdefghi"[at]})`);
  const { report, posts } = read([...first, ...sentences].join("\n\n"));
  expect(report.dialect).toBe("plain");
  expect(posts.map(({ text }) => text).join("\n")).toContain(first[0]);
});

test("messages with a program's heads stay messages below many lines", () => {
  const notes = Array.from({ length: 9 }, (_, at) => `${sentences[(at + 3) % 5]} (${"abcdefghi"[at]})`);
  const heads = ["Weir News, [11.02.2026 10:15]", "Weir News, [12.02.2026 08:40]"];
  const { report, posts } = read(
    [...notes, heads[0], "The gate opens at seven.", "", heads[1], "It is shut again."].join("\n"),
  );
  expect(report.dialect).toBe("messages");
  expect(posts.map(({ text }) => text)).toEqual(["The gate opens at seven.", "It is shut again."]);
  expect(report.notices).toContainEqual(expect.objectContaining({ rule: "messages/above", line: 1 }));
});

test("a text above the first message becomes a post where the notice says how", () => {
  const cut = `${"and so the path along the river stays closed until the bank has been made safe ".repeat(3)}.`;
  const page = `${cut}\n\nWeir News, [11.02.2026 10:15]\nThe gate opens at seven.\n\nWeir News, [12.02.2026 08:40]\nIt is shut again.`;
  const told = read(page).report.notices.filter(({ rule }) => rule === "messages/above");
  expect(told.map(({ reason }) => reason)).toEqual([
    "line 1 stands above the first message and belongs to no post; if a post starts there, write boundaries: { start: [1] } in the sidecar",
  ]);
  const opened = read(page, { boundaries: { start: [1], join: [] } });
  expect(opened.posts.map(({ text }) => text)).toEqual([cut.trim(), "The gate opens at seven.", "It is shut again."]);
  expect(opened.report.notices.filter(({ rule }) => rule === "messages/above")).toEqual([]);
});

test("a title above the messages is told of by no notice", () => {
  const page =
    "Weir News, spring 2026\n\nWeir News, [11.02.2026 10:15]\nThe gate opens at seven.\n\nWeir News, [12.02.2026 08:40]\nIt is shut again.";
  expect(read(page).report.notices.filter(({ rule }) => rule === "messages/above")).toEqual([]);
});
