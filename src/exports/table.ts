import { inMemory } from "../model/lazy-sequence.ts";
import type { NumberOrder } from "../text/day-line.ts";
import { type FieldRole, fieldRolesOf, saysUtc, writesDayFirst } from "../text/field-names.ts";
import { printedCount } from "../text/printed-count.ts";
import { handleAlone, telegramAddressIn } from "../text/telegram-address.ts";
import { type Chat, channelOf, newChat, Telling, takeMessage } from "./chat.ts";
import { type NamedColumn, namedLines, withoutNumber, wordsOfTable } from "./export-words.ts";
import type { Exported, Told } from "./exported.ts";
import { Findings } from "./findings.ts";
import type { TextFormat } from "./format.ts";
import type { Fields } from "./json-fields.ts";
import { mediaIn } from "./media-words.ts";
import { type Row, rowsOf } from "./table-rows.ts";
import { timeWritten, type WrittenMoment, writtenClock, writtenMoment } from "./written-moment.ts";

/** A table of posts, as services that count channels, scripts and spreadsheets write one: a row a post, the first row names the columns. */
export const postTable: TextFormat = {
  kind: "text",
  name: "table",
  title: "a table of posts",
  extensions: ["csv", "tsv"],
  fidelity: 65,
  // What is no such table is told with the columns that it has.
  recognises: () => true,
  read: readTable,
};

/** Reads a table of posts, of one channel or several. What no known column tells is kept with its post, under the column's name. */
function readTable(text: string): Exported {
  const { header, rows, findings: odd } = rowsOf(text);
  const findings = new Findings();
  for (const finding of odd) findings.add(finding);
  const lines = (text.match(/\r\n|\n|\r/gu)?.length ?? 0) + (/[^\r\n]$/u.test(text) ? 1 : 0);
  const columns = columnsOf(header, rows, findings);
  const has = (...roles: readonly FieldRole[]): boolean => roles.some((role) => columns.by.has(role));
  if (!has("text", "media", "file") || !has("date", "number", "link")) {
    findings.add({
      rule: "export/no-messages",
      reason: rows.length === 0 && header.length > 0 ? noRows : unknownColumns(header),
    });
    return { channels: [], findings: findings.all(), lines };
  }
  const times = timesOf(columns, header, rows, findings);
  const told = rows.map((row, place) => new ToldRow(row, columns, header, times[place]));
  const chatOf = chatsOf(told.map(({ channel }) => channel));
  const chats = new Set<Chat>();
  const words = wordsOfTable((key) => columnOf(key, columns, header), nameOf("number", columns, header));
  const telling = new Telling(findings, words);
  for (const [place, { message, channel, time }] of told.entries()) {
    const chat = chatOf(channel);
    chats.add(chat);
    takeMessage(chat, message, rows[place]?.lines ?? [1, 1], telling, { time });
  }
  telling.end();
  tellUnnumbered(told, rows, nameOf("number", columns, header), findings);
  const channels = [...chats].map((chat) => channelOf(chat, inMemory, findings, words));
  return { channels, findings: findings.all(), lines };
}

/** The column whose cells are kept under a key of the message: its own name, with its place where that means something else. */
function columnOf(key: string, { by }: Columns, header: readonly string[]): NamedColumn {
  const at = header.findIndex((name, column) => [name, ...keysOf(name, column)].includes(key));
  // By its name it may be what its cells are not.
  const named = fieldRolesOf(header[at] ?? "").find(({ role }) => !by.has(role))?.role;
  return { name: header[at] || key, role: [...by].find(([, column]) => column === at)?.[0] ?? named };
}

function nameOf(role: FieldRole, { by }: Columns, header: readonly string[]): string | undefined {
  const column = by.get(role);
  return column === undefined ? undefined : header[column] || `column ${column + 1}`;
}

/** Tells of rows whose cell for the post's number is empty, and whose other cells tell none. */
function tellUnnumbered(
  told: readonly ToldRow[],
  rows: readonly Row[],
  column: string | undefined,
  findings: Findings,
): void {
  const lines = told.flatMap(({ message, hasNumber }, place) =>
    message.id === undefined && !hasNumber ? [rows[place]?.lines[0] ?? 1] : [],
  );
  const [line] = lines;
  if (column === undefined || line === undefined) return;
  const reason = withoutNumber(column, { count: lines.length, lines: lines.slice(0, namedLines) });
  findings.add({ rule: "export/no-number", line, reason });
}

const noRows =
  "nothing stands below its first row, which names the columns; put the posts below it, and above them names such as id, date, text, views, link";

function unknownColumns(header: readonly string[]): string {
  const names = header.slice(0, 12).map((name) => JSON.stringify(name.slice(0, 40)));
  return `its first row names no columns for text and date (it has ${names.join(", ") || "none"}); name them there, such as id, date, text, views, link`;
}

/** The columns that tell something, by what they tell, and those that say the same as one of them. */
interface Columns {
  readonly by: ReadonlyMap<FieldRole, number>;
  readonly same: ReadonlySet<number>;
}

/** Which column tells what: of several with a name for it, the surest name whose cells fit. Others with other words are told and kept. */
function columnsOf(header: readonly string[], rows: readonly Row[], findings: Findings): Columns {
  const columns = new Map<FieldRole, number>();
  const taken = new Set<number>();
  const same = new Set<number>();
  for (const role of roleOrder) {
    const candidates = header
      .flatMap((name, column) => {
        const rank = fieldRolesOf(name).find((each) => each.role === role)?.rank;
        return rank === undefined || taken.has(column) || same.has(column) || !fits(role, column, rows)
          ? []
          : [{ name, column, rank }];
      })
      .sort((one, other) => one.rank - other.rank || one.column - other.column);
    const [chosen, ...others] = candidates;
    if (chosen === undefined) continue;
    columns.set(role, chosen.column);
    taken.add(chosen.column);
    for (const { name, column } of others) {
      if (mayBeOther(role, name)) continue;
      if (rows.every(({ cells }) => sameCell(role, cells[chosen.column], cells[column]))) same.add(column);
      else {
        const reason = `columns "${chosen.name}" and "${name}" could both be the ${role} of a post; "${chosen.name}" is read as it, and "${name}" is kept beside it`;
        findings.add({ rule: "export/ambiguous-column", line: 1, reason });
      }
    }
  }
  return { by: columns, same };
}

const roleOrder: readonly FieldRole[] = [
  ...([
    "number",
    "date",
    "time",
    "link",
    "views",
    "handle",
    "chat",
    "channel",
    "text",
    "author",
    "sender",
    "account",
  ] as const),
  ...(["forwarded", "reply", "edited", "media", "file", "reactions", "row"] as const),
];

/** Whether a name stands for something else as well, which a later role takes. */
function mayBeOther(role: FieldRole, name: string): boolean {
  const roles = fieldRolesOf(name).map((each) => each.role);
  return roles.some((each) => each !== role && roleOrder.indexOf(each) > roleOrder.indexOf(role));
}

function sameCell(role: FieldRole, one = "", other = ""): boolean {
  if (one === other) return true;
  if (role !== "date") return false;
  const [first, second] = [one, other].map((cell) => {
    const written = writtenMoment(cell);
    return written === undefined ? cell : JSON.stringify(timeWritten(written, "day-month-year", true));
  });
  return first === second;
}

const barePost = /^[A-Za-z]\w{3,31}\/\d{1,15}$/u;
const wholeNumber = /^(?<whole>[1-9]\d{0,14})(?:\.0)?$/u;

/** What most cells of a column must be for it to tell what its name says. */
const cellTests: Readonly<Partial<Record<FieldRole, (cell: string) => boolean>>> = {
  number: (cell) => wholeNumber.test(cell),
  date: (cell) => writtenMoment(cell) !== undefined,
  time: (cell) => writtenClock(cell) !== undefined,
  link: (cell) => postAt(cell) !== undefined,
  views: (cell) => printedCount(cell.replace(/\.0$/u, "")) !== undefined,
  chat: (cell) => /^-?\d{1,20}$/u.test(cell),
  row: (cell) => /^\d{1,9}$/u.test(cell),
};

function fits(role: FieldRole, column: number, rows: readonly Row[]): boolean {
  const cells = rows.flatMap(({ cells: own }) => filledCell(own[column]) ?? []);
  const test = cellTests[role];
  if (role === "row") return cells.length === rows.length && isCount(cells);
  return cells.length > 0 && (test === undefined || cells.filter(test).length * 2 > cells.length);
}

/** Whether cells count their rows, from 0 or 1 on. */
function isCount(cells: readonly string[]): boolean {
  const start = Number(cells[0]);
  return (start === 0 || start === 1) && cells.every((cell, place) => cell === `${start + place}`);
}

/** A cell that says something; programs write words for nothing. */
function filledCell(cell = ""): string | undefined {
  const words = cell.trim();
  return /^(?:|null|none|nan|nat|n\/a|undefined|false|\\N)$/iu.test(words) ? undefined : words;
}

/** When the posts of the rows were published; nothing where a row does not tell it. */
function timesOf(
  columns: Columns,
  header: readonly string[],
  rows: readonly Row[],
  findings: Findings,
): readonly (Told | undefined)[] {
  const [date, clock] = [columns.by.get("date"), columns.by.get("time")];
  if (date === undefined) return rows.map(() => ({ kind: "unknown" }));
  const isUtc = [date, clock].some((column) => column !== undefined && saysUtc(header[column] ?? ""));
  const written = rows.map(({ cells }): WrittenMoment | undefined => {
    const moment = writtenMoment(cells[date] ?? "");
    const time = clock === undefined ? undefined : writtenClock(cells[clock] ?? "");
    return moment?.kind === "day" && moment.clock === undefined && time !== undefined
      ? { ...moment, clock: time }
      : moment;
  });
  const number = columns.by.get("number");
  const isDayFirst = [...columns.by.values(), ...columns.same].some((column) => writesDayFirst(header[column] ?? ""));
  const order = ordersOf(number === undefined ? written : inOrderOf(written, rows, number), isDayFirst);
  const [first, other] = order;
  const read = (each: WrittenMoment | undefined, by: NumberOrder): Told | undefined =>
    each === undefined ? undefined : timeWritten(each, by, isUtc);
  if (other === undefined) return written.map((each) => read(each, first));
  const example = rows[written.findIndex((each) => each?.kind === "day" && !each.named)]?.cells[date] ?? "";
  const reason = `"${example}" could have the day or the month first, and no other row settles it; the range of each post holds both days`;
  findings.add({ rule: "export/day-or-month", line: rows[0]?.lines[0] ?? 1, reason });
  return written.map((each) => {
    const [one, two] = [read(each, first), read(each, other)];
    if (one === undefined || two === undefined || JSON.stringify(one) === JSON.stringify(two)) return one ?? two;
    return { kind: "between", times: dayKey(one) < dayKey(two) ? [one, two] : [two, one] };
  });
}

function inOrderOf(
  written: readonly (WrittenMoment | undefined)[],
  rows: readonly Row[],
  number: number,
): readonly (WrittenMoment | undefined)[] {
  const places = rows.map(({ cells }, place) => ({ place, number: Number(cells[number]) || 0 }));
  return places.sort((one, next) => one.number - next.number).map(({ place }) => written[place]);
}

/**
 * The orders in which the numbers of the days may stand: one, or two that nothing tells apart. A day that there is in one order alone settles all, then
 * what the names of the columns tell, then in which order the days run one way.
 */
function ordersOf(
  written: readonly (WrittenMoment | undefined)[],
  isDayFirst: boolean,
): readonly [NumberOrder, NumberOrder?] {
  const days = written.flatMap((each) => (each?.kind === "day" && !each.named ? [each] : []));
  if (days.some(({ numbers: [one] }) => one > 31)) return ["year-month-day"];
  const [one, other] = (["day-month-year", "month-day-year"] as const).map((order) => {
    const told = days.flatMap((day) => timeWritten(day, order, true) ?? []).map(dayKey);
    const ups = told.filter((day, place) => place > 0 && day > (told[place - 1] ?? "")).length;
    const downs = told.filter((day, place) => place > 0 && day < (told[place - 1] ?? "")).length;
    return { order, missing: days.length - told.length, turns: Math.min(ups, downs), told: told.join(" ") };
  }) as [OrderTrial, OrderTrial];
  if (one.told === other.told || (days.every(({ dotted }) => dotted) && one.missing === 0)) return [one.order];
  if (isDayFirst && one.missing === other.missing) return [one.order];
  const by = one.missing - other.missing || one.turns - other.turns;
  if (by !== 0) return [by < 0 ? one.order : other.order];
  return [one.order, other.order];
}

interface OrderTrial {
  readonly order: NumberOrder;
  readonly missing: number;
  readonly turns: number;
  readonly told: string;
}

function dayKey(time: Told): string {
  if (time.kind === "moment") return time.utc;
  return time.kind === "local" ? time.local : time.kind === "day" ? time.day : "";
}

/** Whom a row is of, as far as it says. */
interface RowChannel {
  readonly name?: string;
  readonly handle?: string;
  readonly id?: string;
}

/** A row in the keys of Telegram Desktop's export; what its columns tell beside that stands under their own names. */
class ToldRow {
  readonly channel: RowChannel;
  readonly message: Fields;
  readonly time: Told | undefined;
  /** Whether its cell for the post's number says something, be it no number. */
  readonly hasNumber: boolean;

  constructor(row: Row, columns: Columns, header: readonly string[], time: Told | undefined) {
    const used = new Set<number>([...columns.by.values(), ...columns.same]);
    const cellOf = (role: FieldRole): string | undefined => {
      const column = columns.by.get(role);
      return column === undefined ? undefined : filledCell(row.cells[column]);
    };
    const page = postAt(cellOf("link"));
    this.hasNumber = cellOf("number") !== undefined;
    this.channel = channelIn({ name: cellOf("channel"), handle: cellOf("handle"), chat: cellOf("chat"), page });
    this.time = time;
    const message: Record<string, unknown> = { type: "message" };
    /** Takes what a column tells under keys of Desktop; what these have no place for stays under the column's name. */
    const take = (role: FieldRole, toKeys: (cell: string) => Fields | undefined): void => {
      const [column, cell] = [columns.by.get(role), cellOf(role)];
      if (column === undefined || cell === undefined) return;
      const keys = toKeys(cell);
      if (keys === undefined) used.delete(column);
      else Object.assign(message, keys);
    };
    take("number", (cell) => keyed("id", wholeNumber.exec(cell)?.groups?.whole));
    if (message.id === undefined && page?.number !== undefined) message.id = page.number;
    take("link", () => (page === undefined ? undefined : {}));
    if (columns.by.has("date") && time === undefined) used.delete(columns.by.get("date") ?? -1);
    const text = columns.by.get("text");
    if (text !== undefined) message.text = row.cells[text] ?? "";
    take("views", (cell) => {
      const views = cell.replace(/\.0$/u, "");
      return printedCount(views) === undefined ? undefined : { views };
    });
    // Numbers of accounts are no names.
    for (const [role, key] of [
      ["author", "author"],
      ["sender", "from"],
      ["forwarded", "forwarded_from"],
    ] as const)
      take(role, (cell) => (/^-?\d+(?:\.0)?$/u.test(cell) ? undefined : { [key]: cell }));
    take("account", (cell) => ({ from_id: cell }));
    take("reply", (cell) => keyed("reply_to_message_id", wholeNumber.exec(cell)?.groups?.whole));
    take("edited", (cell) => editIn(cell));
    take("media", mediaIn);
    take("file", (cell) => ({ [message.photo === undefined ? "file" : "photo"]: cell }));
    take("reactions", (cell) => keyed("reactions", reactionsIn(cell)));
    for (const [column, cell] of row.cells.entries()) {
      const value = filledCell(cell);
      if (used.has(column) || value === undefined) continue;
      const [name, placed] = keysOf(header[column], column);
      message[name in message || name in ownKeys ? placed : name] = value;
    }
    this.message = message;
  }
}

/** The key that a cell is kept under, and the one where that key means something else. */
function keysOf(header: string | undefined, column: number): readonly [name: string, placed: string] {
  const name = header || `column ${column + 1}`;
  return [name, `${name} (column ${column + 1})`];
}

/** Keys of Desktop's messages that a cell under that name does not mean. */
const ownKeys: Fields = {
  id: 1,
  type: 1,
  date: 1,
  date_unixtime: 1,
  text: 1,
  edited: 1,
  edited_unixtime: 1,
  action: 1,
};

function keyed(key: string, value: unknown): Fields | undefined {
  return value === undefined ? undefined : { [key]: value };
}

function postAt(link = ""): { readonly handle?: string; readonly id?: string; readonly number: string } | undefined {
  const { handle, chat, number } = telegramAddressIn(barePost.test(link) ? `t.me/${link}` : link) ?? {};
  if (number === undefined) return undefined;
  return {
    number: `${number}`,
    ...(handle === undefined ? {} : { handle }),
    ...(chat === undefined ? {} : { id: chat }),
  };
}

/** `@harbour_news` and an address of t.me are a user name; other words are the channel's name. */
function channelIn({
  name,
  handle,
  chat,
  page,
}: Readonly<Record<"name" | "handle" | "chat", string | undefined>> & {
  readonly page: ReturnType<typeof postAt>;
}): RowChannel {
  const named = handleAlone(name ?? "");
  const told = page?.handle ?? named ?? handleAlone(handle?.replace(/^@?/u, "@") ?? "");
  const isName = name !== undefined && named === undefined && name.toLowerCase() !== told?.toLowerCase();
  const id = page?.id ?? chat;
  return {
    ...(isName ? { name } : {}),
    ...(told === undefined ? {} : { handle: told }),
    ...(id === undefined ? {} : { id }),
  };
}

function editIn(cell: string): Fields | undefined {
  const written = writtenMoment(cell);
  const time = written === undefined ? undefined : timeWritten(written, "day-month-year", true);
  return time?.kind === "moment" ? { edited_unixtime: `${Date.parse(time.utc) / 1000}` } : undefined;
}

const reaction =
  /(?<emoji>\p{Emoji_Presentation}(?:\p{M}|\u200D|\p{Emoji_Modifier}|\p{Extended_Pictographic})*|\p{Extended_Pictographic}\uFE0F?)["']?\s*[:=x×]?\s*(?<count>\d{1,12})/gu;

/** A cell of more characters holds no list of reactions. */
const longestReactions = 2000;

/** `👍 12, ❤ 3`, `{"👍": 12}`; nothing where a cell holds anything else. */
function reactionsIn(cell: string): readonly Fields[] | undefined {
  if (cell.length > longestReactions) return undefined;
  const rest = cell.replace(reaction, "").replace(/[\s,;|{}"'[\]()]/gu, "");
  if (rest !== "") return undefined;
  return [...cell.matchAll(reaction)].map(({ groups }) => ({
    type: "emoji",
    emoji: groups?.emoji ?? "",
    count: Number(groups?.count),
  }));
}

/**
 * The chat of each channel that rows name, by any of its names: rows with a name alone are of the user name that stands beside it elsewhere, and
 * those that name nobody are of the one channel that others name.
 */
function chatsOf(named: readonly RowChannel[]): (channel: RowChannel) => Chat {
  const handles = new Map<string, string>();
  for (const { name, handle } of named) if (name !== undefined && handle !== undefined) handles.set(name, handle);
  const handleOf = ({ name, handle }: RowChannel): string | undefined => handle ?? handles.get(name ?? "");
  const keyOf = (channel: RowChannel): string => handleOf(channel)?.toLowerCase() ?? channel.name ?? channel.id ?? "";
  const keys = new Set(named.map(keyOf).filter((key) => key !== ""));
  const [only] = keys.size === 1 ? keys : [];
  const chats = new Map<string, Chat>();
  for (const channel of named) {
    const key = keyOf(channel) || (only ?? "");
    const chat = chats.get(key) ?? newChat({}, inMemory);
    chats.set(key, chat);
    const handle = handleOf(channel);
    chat.told = { ...chat.told, ...channel, ...(handle === undefined ? {} : { handle }) };
  }
  return (channel) => chats.get(keyOf(channel) || (only ?? "")) ?? newChat({}, inMemory);
}
