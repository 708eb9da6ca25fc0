import { expect, test } from "vitest";
import { nearestKey, unknownKeysTold } from "../../src/text/unknown-keys.ts";

const known = ["channel", "handle", "url", "language", "timezone", "mediaUrl", "by", "boundaries"];

test.each([
  ["chanel", "channel"],
  ["Channel", "channel"],
  ["hanlde", "handle"],
  ["time_zone", "timezone"],
  ["zone", "timezone"],
  ["media-url", "mediaUrl"],
  ["boundary", "boundaries"],
  ["channelName", "channel"],
  ["bye", "by"],
  ["colour", undefined],
  ["lan", undefined],
  ["канал", undefined],
  ["--", undefined],
  ["channel".repeat(1000), undefined],
])("nearestKey() takes %s for %s", (written, meant) => {
  expect(nearestKey(written, known)).toBe(meant);
});

test("several unknown keys are told one by one, each with its line", () => {
  expect(unknownKeysTold({ path: ["a"], keys: ["ulr", "x"] }, ["url"], "# Of a.\na:\n  ulr: 1\n  x: 2\n")).toBe(
    'line 3: unknown key "a.ulr": did you mean "url"? (known keys: url); line 4: unknown key "a.x": remove it (known keys: url)',
  );
});
