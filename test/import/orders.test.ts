import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { madeCaptures } from "../../scripts/lab/made-captures.ts";
import { tryOrders } from "../../scripts/lab/orders.ts";
import { recordPages } from "../../scripts/storage/permalinks.ts";
import { livingSuccessors, readPermalinks } from "../../src/archive/permalinks.ts";
import { filesIn, folderWith, importInto, postsIn } from "./content-folder.ts";

// All 720 orders of six captures are tried by `scripts/lab/orders.ts`.
test("captures of one channel make one archive in any order, and every id that was ever given answers", {
  timeout: 120_000,
}, () => {
  const cases = fc.nat(9999).chain((seed) => {
    const captures = madeCaptures(seed, 1 + (seed % 6));
    const files = [...captures.keys()];
    return fc.record({
      captures: fc.constant(captures),
      order: fc.shuffledSubarray(files, { minLength: files.length }),
    });
  });
  fc.assert(
    fc.property(cases, ({ captures, order }) => {
      expect(tryOrders(captures, folderWith(), [order])).toMatchObject({ orders: 1, wrong: [] });
    }),
    { numRuns: 8 },
  );
});

describe("a post whose words a later import edits", () => {
  const of = (text: string): string =>
    JSON.stringify({
      ...{ name: "Reed Bank", type: "public_channel", id: 5 },
      messages: [{ id: 7, type: "message", date_unixtime: "1738743841", text }],
    });
  const idIn = (content: string): string => postsIn(content)[0]?.slice(-13, -3) ?? "";
  const leadsTo = (content: string, id: string): readonly string[] =>
    livingSuccessors(readPermalinks(filesIn(content)["permalinks.jsonl"] ?? "", "permalinks.jsonl"), id);

  test("has the id that its first capture gives it, and the one that another order gave it leads there", () => {
    const [one, other] = [{ "dumps/b.json": of("Fog, edited") }, { "dumps/a.json": of("Fog") }];
    const content = folderWith(one);
    importInto(content);
    const before = idIn(content);
    const whole = folderWith({ ...one, ...other });
    importInto(whole);
    const again = folderWith({ ...filesIn(content), ...other });
    expect(importInto(again)).toMatchObject({ added: 0, removed: 0, posts: 1 });
    expect(idIn(again)).toBe(idIn(whole));
    expect(idIn(again)).not.toBe(before);
    expect(leadsTo(again, before)).toEqual([idIn(again)]);
    expect(filesIn(again)["permalinks.jsonl"]).toBe(filesIn(whole)["permalinks.jsonl"]);
  });

  test("keeps its id for good once a site has shown it, or a person had a hand in it", () => {
    const content = folderWith({ "dumps/b.json": of("Fog, edited") });
    importInto(content);
    const before = idIn(content);
    const built = folderWith(filesIn(content));
    recordPages(built, ["/"]);
    const [path = ""] = postsIn(content);
    const withdrawn = folderWith({
      ...filesIn(content),
      [path]: (filesIn(content)[path] ?? "").replace("---\n", "---\nwithdrawn: privacy\n"),
    });
    for (const folder of [built, withdrawn]) {
      const now = folderWith({ ...filesIn(folder), "dumps/a.json": of("Fog") });
      importInto(now);
      expect(idIn(now)).toBe(before);
      expect(importInto(now)).toMatchObject({ written: 0, removed: 0 });
    }
  });
});
