import Table from "cli-table3";
import { changeLine } from "../../src/archive/changes.ts";
import type { Difference } from "../../src/archive/compare.ts";
import type { ChangeSums } from "../../src/archive/summary.ts";
import { highest } from "../../src/model/extremes.ts";
import { type DumpReport, type Ledger, type LineRole, lineRoles } from "../../src/model/ledger.ts";
import { type Notice, noticeLine } from "../../src/model/notice.ts";
import { countedWords } from "../../src/site/model/wording.ts";
import type { ImportReport } from "../storage/import-report.ts";
import type { saidChannels } from "../storage/said-channels.ts";
import { disarmed } from "./say.ts";

/**
 * What an import did, in lines: the ledger as a table as wide as the terminal, the posts that it changed, and two lines of sums. `called`: a channel
 * as the site calls it.
 */
export function reportLines(report: ImportReport, called: CalledChannel, columns?: number): readonly string[] {
  // A web archive has a row of its own; its captures may be thousands.
  const captures = report.dumps.filter(({ record }) => record !== undefined);
  const dumps = report.dumps.filter(({ record }) => record === undefined || captures.length <= listedCaptures);
  return [
    ...(dumps.length > 0
      ? ledgerTable(
          dumps.map((dump) => inOneLine(dump, called)),
          columns,
        )
      : []),
    ...report.renamed.map(({ from, to }) => `${to}: renamed from "${from}"; its posts cite the new name`),
    ...differenceLines(report),
    ...changeLines(report),
  ];
}

/** A report whose names take one line of a table each. */
function inOneLine(dump: DumpReport, called: CalledChannel): DumpReport {
  const channel = called(dump.channel, dump.file);
  return { ...dump, file: disarmed(dump.file), channel: { ...channel, name: disarmed(channel.name) } };
}

type CalledChannel = ReturnType<typeof saidChannels>;

/** So many captures of web archives have rows of their own. */
const listedCaptures = 20;

/**
 * What a person should look at, in lines: notices by dump, those about the whole dump first, and dumps and posts that could not be read. Notices of an
 * earlier import are summed up in one line. `all`: every single place of a dump, not the first ones alone.
 */
export function attentionLines(
  { notices, familiar, failures, broken }: ImportReport,
  earlier: Ledger,
  all = false,
): readonly string[] {
  const known = new Set([...earlier.dumps.flatMap((dump) => dump.notices), ...familiar].map(noticeLine));
  const fresh = notices.filter((notice) => !known.has(noticeLine(notice)));
  const before = notices.length - fresh.length;
  const sum = before === 0 ? [] : [`${countedWords(before, "notice")} as before (--all lists them)`];
  return [...grouped(fresh).flatMap((group) => firstOf(group, all)), ...sum, ...failures, ...broken];
}

/** So many notices of a rule about single places of a dump are listed one by one, and about anything else. */
const [listedPlaces, listedNotices] = [3, 20];

/** The rule of notices that the review has questions for. */
const doubtful = "boundary/doubtful";

/** Notices of one file and rule together: by file as told, and of a file those about the whole of it first. */
function grouped(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const files = new Map<string, Map<string, Notice[]>>();
  for (const notice of notices) {
    const rules = files.get(notice.file) ?? new Map<string, Notice[]>();
    const key = `${isPlace(notice) ? "place" : "whole"} ${notice.rule}`;
    const group = rules.get(key) ?? [];
    group.push(notice);
    files.set(notice.file, rules.set(key, group));
  }
  return [...files.values()].flatMap((rules) => {
    const groups = [...rules.values()];
    const places = groups.filter(([first]) => first !== undefined && isPlace(first));
    return [...groups.filter((group) => !places.includes(group)), ...places];
  });
}

function isPlace({ line }: Notice): boolean {
  return line !== undefined;
}

/** The first notices of a group, and how many more there are and where they stand, in one line. */
function firstOf(group: readonly Notice[], all: boolean): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const { file, rule } = first;
  const most = isPlace(first) ? listedPlaces : listedNotices;
  if (all || group.length <= most + 1) return group.map(noticeLine);
  const where = rule === doubtful ? "check them with scrollback review, or list them with --all" : "--all lists them";
  const reason = `and ${group.length - most} more like that (${where})`;
  return [...group.slice(0, most).map(noticeLine), noticeLine({ file, rule, reason })];
}

/** The same for programs: the ledger, notices, failures and sums as one object. */
export function reportForPrograms({ changes, familiar: _, ...report }: ImportReport): object {
  return { ...report, changes: { ...changes, parts: Object.fromEntries(changes.parts) } };
}

/** What an import changed, post by post, and how many are as before. A first import is told by its sums alone. */
export function changeLines({ changes, dumps, posts, inSeveral }: ImportReport): readonly string[] {
  const before = posts - changes.new - changes.changed;
  const listed = changes.new === posts ? [] : changes.told;
  const more = listed.length === 0 ? 0 : changes.new + changes.changed + changes.gone - listed.length;
  return [
    ...listed.map(changeLine),
    ...(more > 0 ? [`… and ${countedWords(more, "post")} more`] : []),
    `${countedWords(posts, "post")} from ${countedWords(dumps.length, "dump")}${inSeveral > 0 ? `, ${inSeveral} in several of them` : ""}`,
    `${changes.new} new, ${changes.changed} changed${partsOf(changes)}, ${changes.gone} gone; ${before} as before`,
  ];
}

/** What the changed posts have in common or not: ` (interval 2, text 1)`, the most frequent first. */
function partsOf({ parts }: ChangeSums): string {
  const sorted = [...parts].sort(([, one], [, other]) => other - one).map(([part, times]) => `${part} ${times}`);
  return sorted.length === 0 ? "" : ` (${sorted.join(", ")})`;
}

/** At most so many comparisons are told one by one; those in which a post changed or vanished come first. */
const toldDifferences = 50;

function differenceLines({ differences, long }: ImportReport): readonly string[] {
  const lines = (some: readonly Difference[]): readonly string[] => some.map((each) => differenceLine(each, long));
  if (differences.length <= toldDifferences) return lines(differences);
  const [lost, grown] = [true, false].map((isLost) =>
    differences.filter(({ changed, gone }) => isLost === changed.length + gone.length > 0),
  );
  const told = [...(lost ?? []), ...(grown ?? [])].slice(0, toldDifferences);
  return [...lines(told), `… and ${countedWords(differences.length - told.length, "more comparison")} of captures`];
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
    `${countedWords(shared, "post")} in both`,
    ...(long.includes(later.file) ? [] : [`${added.length} added`]),
    `${changed.length} changed`,
    `${gone.length} no longer shown`,
  ];
  return `${later.file} beside ${earlier.file} (${channel}): ${counts.join(", ")}`;
}

/** Roles in the table's own columns; the others are rare and stand together in the last one, by name. */
const mainRoles: readonly LineRole[] = ["text", "copy", "furniture", "blank"];

/**
 * A dump a row; lines of rarer roles are listed by role below it. Names are cut where a terminal has no room for them, and nowhere else.
 */
function ledgerTable(dumps: readonly DumpReport[], columns = Number.POSITIVE_INFINITY): readonly string[] {
  const file = highest(
    0,
    dumps.map((dump) => widthOf(dump.file)),
  );
  const channel = highest(
    0,
    dumps.map((dump) => widthOf(dump.channel.name)),
  );
  const [head = ""] = rowsOf(dumps, [shortestName, shortestName]);
  const room = Math.max(columns - (head.length - 2 * shortestName), 2 * shortestName);
  const fileRoom = Math.min(file, Math.max(Math.floor(room / 2), room - channel));
  const rows = rowsOf(dumps, [fileRoom, Math.min(channel, room - fileRoom)]);
  return rows.flatMap((row, index) => {
    const { roles } = dumps[index - 1] ?? {};
    const others = lineRoles.filter((role) => !mainRoles.includes(role) && (roles?.[role] ?? 0) > 0);
    return [row.trimEnd(), ...wrapped(others.map((role) => `${roleName(role)} ${roles?.[role]}`).join(", "), columns)];
  });
}

/** What a role is called; the ledger has `reactions` for all that a page tells of a post outside its text, most of it none. */
function roleName(role: LineRole): string {
  return role === "reactions" ? "post metadata" : role;
}

/** Columns of names are never narrower, so that their heads fit. */
const shortestName = 10;

/** The head and a line for each dump, with so much room for the names of files and channels. */
function rowsOf(dumps: readonly DumpReport[], [file, channel]: readonly [number, number]): readonly string[] {
  const table = new Table({
    head: ["dump", "dialect", "channel", "posts", "lines", ...mainRoles],
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 1 },
    chars: bare,
    colWidths: [Math.max(file, shortestName) + 1, null, Math.max(channel, shortestName) + 1],
    colAligns: ["left", "left", "left", ...Array.from({ length: mainRoles.length + 2 }, () => "right" as const)],
  });
  for (const dump of dumps) {
    const roles = mainRoles.map((role) => dump.roles[role]);
    table.push([dump.file, dump.dialect, dump.channel.name, dump.posts, dump.lines, ...roles]);
  }
  return table.toString().split("\n");
}

/** An indented list in lines that fit; no line for an empty one. */
function wrapped(list: string, columns: number): readonly string[] {
  const lines: string[] = [];
  for (const entry of list === "" ? [] : list.split(", ")) {
    const last = lines.at(-1);
    const longer = `${last}, ${entry}`;
    if (last === undefined || longer.length > columns) lines.push(`  ${entry}`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** How many columns of a terminal a text takes: letters of East Asia and emoji take two each. */
function widthOf(text: string): number {
  const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}]/u;
  return [...text].reduce((width, letter) => width + (wide.test(letter) ? 2 : 1), 0);
}

/** No frame: what stands in columns needs none, and a narrow terminal has no room for one. */
const bare = Object.fromEntries(
  ["top", "bottom", "left", "right"]
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .concat(["mid", "mid-mid", "left-mid", "right-mid", "middle"])
    .map((name) => [name, ""]),
);
