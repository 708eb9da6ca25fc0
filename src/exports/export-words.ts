import type { FieldRole } from "../text/field-names.ts";

/** Messages of a file of which one thing is told: how many, and the lines of the first few. */
export interface ToldMessages {
  readonly count: number;
  readonly lines: readonly number[];
}

/** A longer value is cut where it is told, in UTF-16 units. */
const longestValue = 60;

/** How what was found in the messages of a file is told, in the words of that kind of file. */
export interface ExportWords {
  /** What a key or column tells is not read; `value` is what the first message has there, as JSON. */
  readonly unread: (key: string, value: string, messages: ToldMessages) => string;
  readonly repeated: (messages: ToldMessages) => string;
  readonly halfSigns: (number: number | undefined) => string;
  readonly empty: (number: number | undefined) => string;
  readonly undated: (number: number | undefined) => string;
}

/** So many lines of messages are named. */
export const namedLines = 5;

/** Of exports with messages and keys. */
export const wordsOfMessages: ExportWords = {
  unread: (key, _, { count }) => {
    const messages = count === 1 ? "a message" : `${count} messages`;
    return `"${key}" of ${messages} is unknown or not in Telegram's format; it is kept unchanged, and the rest is read`;
  },
  repeated: ({ count }) => `${count} of its messages have the number of another; of each number the latest is kept`,
  halfSigns: (number) => `incomplete characters in ${messageNamed(number)} are shown as \uFFFD`,
  empty: (number) => `${messageNamed(number)} contains nothing that can be shown; it was kept and marked`,
  undated: (number) => `${messageNamed(number)} was left out: no message has a date`,
};

function messageNamed(number: number | undefined): string {
  return number === undefined ? "a message without a number" : `message ${number}`;
}

/** A column of a table: its name, and what it tells by that, where no other column does. */
export interface NamedColumn {
  readonly name: string;
  readonly role: FieldRole | undefined;
}

/** Of a table: `columnOf` finds the column whose cells are kept under a key, `number` is the column of the posts' numbers. */
export function wordsOfTable(columnOf: (key: string) => NamedColumn, number: string | undefined): ExportWords {
  return {
    unread: (key, json, rows) => {
      const value = json.length > longestValue ? `${json.slice(0, longestValue)}…` : json;
      const { name, role } = columnOf(key);
      const column = `column ${JSON.stringify(name)}`;
      const expected = role === undefined ? undefined : notRead[role];
      if (expected === undefined)
        return `${column} is not used; its cells are kept unchanged with their posts (${linesTold(rows)})`;
      return rows.count === 1
        ? `${value} in ${column} is not ${expected}; it is kept unchanged, and the rest of the row is read`
        : `${rows.count} cells of ${column}, such as ${value}, are not ${expected}; they are kept unchanged, and the rest of their rows is read (${linesTold(rows)})`;
    },
    repeated: (rows) => {
      const [have, where] = [rows.count === 1 ? "1 row has" : `${rows.count} rows have`, linesTold(rows)];
      const column = number === undefined ? "" : ` in column ${JSON.stringify(number)}`;
      return `${have} the number of another row${column} (${where}); of each number the latest is kept`;
    },
    halfSigns: (post) => `incomplete characters in the row${ofPost(post)} are shown as \uFFFD`,
    empty: (post) => `the row${ofPost(post)} has no text, picture or file; it was kept and marked`,
    undated: (post) => `the row${ofPost(post)} was left out: no row has a date`,
  };
}

/** What is told of rows whose cell for the post's number is empty, while others have one. */
export function withoutNumber(column: string, rows: ToldMessages): string {
  const [have, are] = rows.count === 1 ? ["1 row has", "its post is"] : [`${rows.count} rows have`, "their posts are"];
  return `${have} no number in column ${JSON.stringify(column)} (${linesTold(rows)}); ${are} kept without one`;
}

/** What the cells of a column would have to be. */
const notRead: Readonly<Partial<Record<FieldRole, string>>> = {
  number: "the number of a post",
  date: "a date",
  time: "a time",
  link: "the address of a post",
  views: "a number of views",
  author: "a name",
  sender: "a name",
  forwarded: "a name",
  reply: "the number of a post",
  edited: "a date and time",
  media: "a known kind of media",
  reactions: "a list of reactions",
};

function ofPost(number: number | undefined): string {
  return number === undefined ? "" : ` of post ${number}`;
}

/** `line 4`, `lines 4 and 9`, `lines 1, 2, 3, 4, 5 and 12 more`. */
function linesTold({ count, lines }: ToldMessages): string {
  const more = count - lines.length;
  const named = more > 0 ? [...lines, `${more} more`] : lines;
  if (named.length === 1) return `line ${named[0]}`;
  return `lines ${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
}
