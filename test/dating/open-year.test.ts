import { expect, test } from "vitest";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

/** The best days of a page without a capture day, one of whose posts names a day of no year. */
function bestDays(named: string, place: number, today: string): readonly string[] {
  const lines = [
    "The otters are back below the weir and one of them carries a fish.",
    "La passerelle est enfin repeinte en vert, merci à tous.",
    "Somebody left a red umbrella at the lock; ask at the mill.",
    "Heute Abend Probe im alten Bootshaus, bitte pünktlich.",
    "Two herons, one very patient angler, no fish at all.",
  ];
  lines.splice(place, 0, `On ${named} we mended the sluice, and the pond is full again.`);
  const text = `${lines.join("\n-----\n")}\n`;
  const { posts } = readDump({
    source: readSource(Buffer.from(text), "weir.txt"),
    sidecar: { separator: "ruler" },
    today: today as Day,
  });
  return posts.map(({ dating }) => dating.best);
}

const days = { "11 January": "01-11", "3 March": "03-03", "20 June": "06-20", "5 November": "11-05" };

test.each(
  Object.entries(days).flatMap(([named, day]) =>
    ["2026-11-01", "2027-04-20", "2029-08-09"].map((today) => [named, today, day] as const),
  ),
)("where the year is open, the post that names %s has it as its best day (read on %s)", (named, today, day) => {
  for (const place of [0, 2, 5]) {
    const best = bestDays(named, place, today);
    const since = (Date.parse(best[place] ?? "") - Date.parse(`${best[place]?.slice(0, 4)}-${day}`)) / 86_400_000;
    expect(since, `${best[place]}`).toBeGreaterThanOrEqual(0);
    expect(since, `${best[place]}`).toBeLessThanOrEqual(7);
    expect(best).toEqual([...best].sort());
  }
});
