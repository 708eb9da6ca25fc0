import { expect, test } from "vitest";
import { forwardsOf } from "../../src/site/analysis/forwards.ts";
import { archiveOf, postWith } from "./fixture.ts";

const port = { key: "port", name: "Port Authority", identified: true };
const dump = { key: "quay", name: "Quay", identified: false };
const forwarded = [
  ["Mayor ⚓", "port"],
  ["MAYOR", "port"],
  ["Mayor ⚓", "harbour"],
  ["Port Authority 🛳", "harbour"],
  ["Quay", "harbour"],
  ["🔥", "harbour"],
  ["⭐", "harbour"],
] as const;
const archive = archiveOf([
  postWith({ id: "own0000001", channel: port }),
  postWith({ id: "own0000002", channel: dump }),
  ...forwarded.map(([forwardedFrom, key], index) =>
    postWith({ id: `fwd000000${index}`, forwardedFrom, ...(key === "port" ? { channel: port } : {}) }),
  ),
]);

test("spellings of a source that differ in case and emoji are one source, called by the commonest", () => {
  const mayor = archive.sources[0];
  expect([mayor?.name, mayor?.otherNames, mayor?.posts.length]).toEqual(["Mayor ⚓", ["MAYOR"], 3]);
  expect(archive.sourceNamed("mayor")).toBe(mayor);
});

test("a source that bears the name of a channel of the archive leads to it", () => {
  expect(archive.sourceNamed("Port Authority")?.channelPath).toBe("/channels/port/");
  expect(archive.sourceNamed("Mayor")?.channelPath).toBeUndefined();
});

test("a channel that is named after its dump is nobody's source", () => {
  expect(archive.sourceNamed("Quay")?.channelPath).toBeUndefined();
});

test("names without letters are sources of their own, each with its address", () => {
  const [fire, star] = [archive.sourceNamed("🔥"), archive.sourceNamed("⭐")];
  expect([fire?.name, star?.name]).toEqual(["🔥", "⭐"]);
  expect(fire?.path).not.toBe(star?.path);
});

test("every forwarded post is counted once among those who forward", () => {
  const forwards = forwardsOf(archive.sources);
  expect(forwards.reduce((sum, { count }) => sum + count, 0)).toBe(forwarded.length);
  expect(forwards.slice(0, 2).map(({ source, channel, count }) => [source.name, channel, count])).toEqual([
    ["Mayor ⚓", "port", 2],
    ["Mayor ⚓", "harbour", 1],
  ]);
});
