import Table from "cli-table3";
import { changeLine } from "../src/archive/changes.ts";
import type { Difference } from "../src/archive/compare.ts";
import type { ChangeSums } from "../src/archive/summary.ts";
import { type DumpReport, lineRoles } from "../src/model/ledger.ts";
import { noticeLine } from "../src/model/notice.ts";
import { counted } from "../src/site/model/wording.ts";
import type { ImportReport } from "./storage/import-report.ts";

/** Prints what an import did: the ledger as a table, the notices under it, the posts that it changed, and two lines of sums. */
export function printImport(report: ImportReport, print: (line: string) => void): void {
  if (report.dumps.length > 0) print(ledgerTable(report.dumps));
  for (const notice of report.notices) print(noticeLine(notice));
  for (const difference of report.differences) print(differenceLine(difference, report.long));
  for (const failure of report.failures) print(failure);
  for (const line of changeLines(report)) print(line);
}

/** What an import changed, post by post, and how many are as before. A first import is told by its sums alone. */
export function changeLines({ changes, dumps, posts, inSeveral }: ImportReport): readonly string[] {
  const before = posts - changes.new - changes.changed;
  const listed = changes.new === posts ? [] : changes.told;
  const more = listed.length === 0 ? 0 : changes.new + changes.changed + changes.gone - listed.length;
  return [
    ...listed.map(changeLine),
    ...(more > 0 ? [`… and ${counted(more, "post")} more`] : []),
    `${counted(posts, "post")} from ${counted(dumps.length, "dump")}${inSeveral > 0 ? `, ${inSeveral} in several of them` : ""}`,
    `${changes.new} new, ${changes.changed} changed${partsOf(changes)}, ${changes.gone} gone; ${before} as before`,
  ];
}

/** What the changed posts have in common or not: ` (interval 2, text 1)`, the most frequent first. */
function partsOf({ parts }: ChangeSums): string {
  const sorted = [...parts].sort(([, one], [, other]) => other - one).map(([part, times]) => `${part} ${times}`);
  return sorted.length === 0 ? "" : ` (${sorted.join(", ")})`;
}

/**
 * `may.txt beside april.txt (harbour): 12 posts in both, 3 added, 1 changed, 1 no longer shown`. What a long export adds is not counted: all of
 * it is new but what others show.
 */
function differenceLine(
  { channel, earlier, later, shared, added, changed, gone }: Difference,
  long: readonly string[],
): string {
  const counts = [
    `${counted(shared, "post")} in both`,
    ...(long.includes(later.file) ? [] : [`${added.length} added`]),
    `${changed.length} changed`,
    `${gone.length} no longer shown`,
  ];
  return `${later.file} beside ${earlier.file} (${channel}): ${counts.join(", ")}`;
}

function ledgerTable(dumps: readonly DumpReport[]): string {
  const table = new Table({
    head: ["dump", "dialect", "channel", "posts", "lines", ...lineRoles],
    style: { head: [], border: [], compact: true },
    colAligns: ["left", "left", "left", ...Array.from({ length: lineRoles.length + 2 }, () => "right" as const)],
  });
  for (const dump of dumps) {
    const roles = lineRoles.map((role) => dump.roles[role]);
    table.push([dump.file, dump.dialect, dump.channel.name, dump.posts, dump.lines, ...roles]);
  }
  return table.toString();
}
