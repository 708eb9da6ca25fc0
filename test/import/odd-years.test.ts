import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPost } from "../../src/markdown/post-file.ts";
import { folderWith, importInto, postsIn } from "./content-folder.ts";

const exportWith = (...times: readonly object[]): string =>
  JSON.stringify(
    {
      name: "Tidewatch",
      type: "public_channel",
      messages: times.map((time, at) => ({ id: at + 1, type: "message", text: `Tide ${at + 1} is in.`, ...time })),
    },
    undefined,
    1,
  );
const wellDated = { date_unixtime: "1738663200" };

describe("a day that Telegram cannot tell", () => {
  test.each([
    ["long before it", { date_unixtime: "-50000000000" }],
    ["at the beginning of the calendar", { date_unixtime: "-62135596800" }],
    ["on the last day of the calendar", { date_unixtime: "253402300799" }],
    ["by a clock on the last day of the calendar", { date: "9999-12-31T23:00:00" }],
  ])("%s counts as none: the message is dated by its neighbours, and told", (_, time) => {
    const content = folderWith({
      "dumps/a.json": exportWith(wellDated, time),
      "dumps/a.yml": "timezone: Asia/Tokyo\n",
    });
    const { failures, posts, notices } = importInto(content);
    expect([failures, posts]).toEqual([[], 2]);
    expect(notices.map(({ rule }) => rule)).toContain("export/unread");
    const days = postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path).dating);
    expect(days.map(({ best, basis }) => `${best} ${basis}`).sort()).toEqual([
      "2025-02-04 neighbours",
      "2025-02-04 timestamp",
    ]);
  });

  test.each([
    "0001-01-01",
    "1969-12-31",
    "2060-01-01",
    "9999-12-31",
  ])("%s in a sidecar refuses its dump alone, with line and remedy", (day) => {
    const content = folderWith({
      "dumps/a.txt": "Fog over the pier.\n\n-----\n\nSun on March 3.\n",
      "dumps/a.yml": `# The pier.\nretrieved: "${day}"\n`,
      "dumps/b.txt": "Fog over the quay.\n",
    });
    const { failures, posts } = importInto(content);
    expect(posts).toBe(1);
    expect(failures).toEqual([
      `Cannot use sidecar "a.yml": line 2: key "retrieved": "${day}" is not a possible capture date; write the day the page was saved, from 1970-01-01 to 2059-12-31`,
    ]);
  });

  test.each(["31.12.9999", "01.01.0001"])("%s at the head of copied messages dates none of them", (day) => {
    const messages = ["Fog", "Sun", "Rain"].map((text) => `Mira Quay, [${day} 12:00:00]\n${text} over the pier\n`);
    const content = folderWith({ "dumps/a.txt": messages.join("\n") });
    expect(importInto(content).failures).toEqual([]);
    expect(postsIn(content).length).toBeGreaterThan(0);
  });
});
