import { describe, expect, test } from "vitest";
import { parseDump } from "../../src/import/parse.ts";
import { type DumpInput, openDump, type Remember, readDump } from "../../src/import/read-dump.ts";
import { settleTogether } from "../../src/import/settle-together.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

const today = "2025-06-01" as Day;
const ferry = "The ferry to the island does not run while the wind is above force eight.";
const market = "The market hall opens its doors to all who bring something to swap.";

/** A page of TGStat, whose posts are marked, so that another dump can tell no more than their days. */
function marked(posts: readonly string[]): string {
  const head = "Marsh Radio\n\n\nChannel's geo and language: World, English\nCategory: News\n\n\nPosts filter\n\n\n";
  return `${head}${posts.join("\n\n\n")}\n\n${posts.length} last posts shown.`;
}

const dumps: readonly (readonly [string, string])[] = [
  ["winter.txt", marked([market, ferry, "Snow on 4 February 2025 closed the road."])],
  ["spring.txt", marked(["On 2 March 2025 the road was opened.", ferry, "On 1 February 2025 the harbour froze."])],
];

function inputOf([name, text]: readonly [string, string]): DumpInput {
  return { source: readSource(new TextEncoder().encode(text), name), sidecar: {}, today };
}

/** Counts the dumps that are parsed. */
function counting() {
  const parsed: string[] = [];
  const parse: typeof parseDump = (source, sidecar, settled) => {
    parsed.push(source.file);
    return parseDump(source, sidecar, settled);
  };
  return { parsed, parse };
}

const free: Remember = (_, read) => read();

describe("the stages of an import", () => {
  test("a new day from another dump dates a dump again, and parses nothing again", () => {
    const { parsed, parse } = counting();
    const open = dumps.map((dump) => openDump(inputOf(dump), free, parse));
    const alone = open.map(({ dump }) => dump);
    const together = settleTogether(open);
    expect(parsed).toEqual(["winter.txt", "spring.txt"]);
    const daysOf = (dump: (typeof alone)[number] | undefined) => dump?.posts.map(({ dating }) => dating);
    expect(daysOf(together[0])).not.toEqual(daysOf(alone[0]));
    expect(together.map(({ posts }) => posts.map(({ text }) => text))).toEqual(
      alone.map(({ posts }) => posts.map(({ text }) => text)),
    );
  });

  test("gives what reading the whole dump with that day gives", () => {
    const input = inputOf(dumps[0] ?? ["", ""]);
    const constraints = new Map([[1, { earliest: "2025-02-20" as Day, latest: "2025-02-21" as Day }]]);
    const again = openDump(input).datedBy?.(constraints);
    expect(again).toEqual(readDump({ ...input, constraints }));
    expect(again).not.toEqual(readDump(input));
  });

  test("a boundary that another dump tells parses a dump once more, and the days after it do not", () => {
    const { parsed, parse } = counting();
    const page = `Marsh Radio\n802 subscribers\nDownload Telegram\nMarket day\n${ferry}\n${market} Bring a bag, too.`;
    const open = openDump(inputOf(["page.txt", page]), free, parse);
    const settled = open.settledBy?.(new Map([[5, { odds: 8, file: "winter.txt" }]]));
    settled?.datedBy?.(new Map([[0, { best: "2025-02-20" as Day }]]));
    settled?.datedBy?.(new Map([[0, { best: "2025-02-21" as Day }]]));
    expect(parsed).toEqual(["page.txt", "page.txt"]);
    expect(settled?.dump.posts.map(({ text }) => text)).toContain("Market day");
  });

  test("what is remembered of earlier imports is neither parsed nor dated", () => {
    const kept = new Map<string, ReturnType<typeof readDump>>();
    const remember: Remember = ({ source, constraints = new Map() }, read) => {
      const key = JSON.stringify([source.file, [...constraints]]);
      const dump = kept.get(key) ?? read();
      kept.set(key, dump);
      return dump;
    };
    const first = counting();
    const once = settleTogether(dumps.map((dump) => openDump(inputOf(dump), remember, first.parse)));
    const second = counting();
    const twice = settleTogether(dumps.map((dump) => openDump(inputOf(dump), remember, second.parse)));
    expect(twice).toEqual(once);
    expect(first.parsed).toHaveLength(2);
    expect(second.parsed).toEqual([]);
  });
});
