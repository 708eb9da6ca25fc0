import Table from "cli-table3";
import { changeLine } from "../../src/archive/changes.ts";
import type { Difference } from "../../src/archive/compare.ts";
import type { ChangeSums } from "../../src/archive/summary.ts";
import { type DumpReport, type LineRole, lineRoles } from "../../src/model/ledger.ts";
import { noticeLine } from "../../src/model/notice.ts";
import { counted } from "../../src/site/model/wording.ts";
import type { ImportReport } from "../storage/import-report.ts";

/** What an import did, in lines: the ledger as a table as wide as the terminal, the notices, the posts that it changed, and two lines of sums. */
export function reportLines(report: ImportReport, columns?: number): readonly string[] {
  return [
    ...(report.dumps.length > 0 ? [ledgerTable(report.dumps, columns)] : []),
    ...report.notices.map(noticeLine),
    ...report.differences.map((difference) => differenceLine(difference, report.long)),
    ...report.failures,
    ...changeLines(report),
  ];
}

/** The same for programs: the ledger, notices, failures and sums as one JSON object. */
export function reportJson({ changes, ...report }: ImportReport): string {
  return JSON.stringify({ ...report, changes: { ...changes, parts: Object.fromEntries(changes.parts) } }, undefined, 2);
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

/** Roles in the table's own columns; the others are rare and stand together in the last one, by name. */
const mainRoles: readonly LineRole[] = ["text", "copy", "furniture", "blank"];

/** Columns that stand beside the two of names: numbers, and the frame. */
const numberColumns = 48;

const narrowest = 80;

/** A dump a row. Names are cut where the terminal has no room for them; lines of rarer roles are listed by role. */
function ledgerTable(dumps: readonly DumpReport[], columns = 100): string {
  const room = Math.max(narrowest, columns) - numberColumns;
  const names = Math.max(12, Math.floor(room * 0.3));
  const table = new Table({
    head: ["dump", "dialect", "channel", "posts", "lines", ...mainRoles],
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 1 },
    chars: bare,
    colAligns: ["left", "left", "left", ...Array.from({ length: mainRoles.length + 2 }, () => "right" as const)],
  });
  for (const dump of dumps) {
    const roles = mainRoles.map((role) => dump.roles[role]);
    table.push([
      cutTo(dump.file, names),
      dump.dialect,
      cutTo(dump.channel.name, names),
      dump.posts,
      dump.lines,
      ...roles,
    ]);
    const others = lineRoles.filter((role) => !mainRoles.includes(role) && dump.roles[role] > 0);
    if (others.length > 0)
      table.push([{ colSpan: 9, content: `  ${others.map((role) => `${role} ${dump.roles[role]}`).join(", ")}` }]);
  }
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** No frame: what stands in columns needs none, and a narrow terminal has no room for one. */
const bare = Object.fromEntries(
  ["top", "bottom", "left", "right"]
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .concat(["mid", "mid-mid", "left-mid", "right-mid", "middle"])
    .map((name) => [name, ""]),
);

function cutTo(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}
