import { isBlank, type SourceText } from "../../read/source-text.ts";
import { isNoteWord, longestNoteLine, type NoteLine, noteLine } from "./capture-note-lines.ts";

/** No head has more lines. */
const mostLines = 80;

/** What an editor, a clipper or a maker of sites writes over a text in a form of its own, as the lines of it and what they say. */
export interface PropertyHead {
  /** The 1-based line of its last line. */
  readonly last: number;
  /** Each line of it that is not blank. */
  readonly lines: readonly NoteLine[];
}

/**
 * The properties at the very top of a text: YAML between `---`, TOML between `+++`, `#+title:` and drawers of Org, `key:: value` of outliners, or an
 * object of JSON. They are told from a text between rulers by their keys: each is one small word, and one is known.
 *
 *     ---
 *     title: Harbour News
 *     tags: [telegram, harbour]
 *     ---
 */
export function propertyHead({ lines }: SourceText): PropertyHead | undefined {
  const first = lines.findIndex((line) => !isBlank(line));
  if (first < 0) return undefined;
  const top = lines.slice(first, first + mostLines + 1).map((line) => line.trimEnd());
  const end = forms.map((form) => form(top)).find((found) => found !== undefined);
  const isOver = end !== undefined && lines.some((line, at) => at >= first + end.count && !isBlank(line));
  if (!isOver || !isProven(end.entries.map(([key]) => key))) return undefined;
  const told = new Map(end.entries.map(([key, value, at]) => [at, said(first + at + 1, key, value)]));
  const own = top.slice(0, end.count).flatMap((text, at): readonly NoteLine[] => {
    if (isBlank(text)) return [];
    return [told.get(at) ?? { line: first + at + 1, text, kind: "field", told: {} }];
  });
  return { last: first + end.count, lines: own };
}

/** A property, and the place of its line. */
type Entry = readonly [key: string, value: string, at: number];

interface Block {
  readonly count: number;
  readonly entries: readonly Entry[];
}

type Form = (top: readonly string[]) => Block | undefined;

/** A line inside a head, as its form reads it: an entry, nothing where it goes on with the one above, `undefined` where it is none of the form. */
type LineOf = (line: string) => readonly [key: string, value: string] | "more" | undefined;

const yamlLine: LineOf = (line) => {
  if (isBlank(line) || /^(?:#|\s+\S|- |-$)/u.test(line)) return "more";
  const { key, value = "" } = /^(?<key>[^\s:#\-"'][^:]{0,40}):(?:\s+(?<value>.*))?$/u.exec(line)?.groups ?? {};
  return key === undefined ? undefined : [key, value];
};

const tomlLine: LineOf = (line) => {
  if (isBlank(line) || /^\s*(?:#|\[{1,2}[\w."' -]+\]{1,2}$|[\])}]|["'][^=]*$)/u.test(line)) return "more";
  const { key, value = "" } = /^\s*(?<key>[\w."-]{1,40})\s*=\s*(?<value>\S.*)$/u.exec(line)?.groups ?? {};
  return key === undefined ? undefined : [key, value];
};

const orgLine: LineOf = (line) => {
  if (/^:(?:PROPERTIES|END):$/iu.test(line)) return "more";
  const { key, value = "" } = /^(?:#\+|:)(?<key>[\p{L}_-]{2,40}):(?:\s+(?<value>.*))?$/u.exec(line)?.groups ?? {};
  return key === undefined ? undefined : [key.toLowerCase(), value];
};

const outlineLine: LineOf = (line) => {
  const { key, value = "" } =
    /^(?:- )?(?<key>[\p{L}_][\p{L}\p{N}_ -]{0,40}):: ?(?<value>.*)$/u.exec(line)?.groups ?? {};
  return key === undefined ? undefined : [key, value];
};

const forms: readonly Form[] = [
  (top) => between(top, /^---$/u, /^(?:---|\.\.\.)$/u, yamlLine),
  (top) => between(top, /^\+\+\+$/u, /^\+\+\+$/u, tomlLine),
  (top) => downTo(top, orgLine),
  (top) => downTo(top, outlineLine),
  jsonHead,
];

/** A head between two lines of signs. */
function between(top: readonly string[], opening: RegExp, closing: RegExp, lineOf: LineOf): Block | undefined {
  const end = opening.test(top[0] ?? "") ? top.findIndex((line, at) => at > 0 && closing.test(line)) : -1;
  if (end < 0) return undefined;
  const entries: Entry[] = [];
  for (const [at, line] of top.slice(1, end).entries()) {
    const found = lineOf(line);
    if (found === undefined) return undefined;
    if (found !== "more") entries.push([...found, at + 1]);
  }
  return { count: end + 1, entries };
}

/** A head that ends where a line is none of its own; blank lines may stand in it. */
function downTo(top: readonly string[], lineOf: LineOf): Block | undefined {
  const entries: Entry[] = [];
  let count = 0;
  for (const [at, line] of top.entries()) {
    const found = lineOf(line);
    if (found === undefined && !isBlank(line)) break;
    if (found === undefined) continue;
    if (found !== "more") entries.push([...found, at]);
    count = at + 1;
  }
  // What stands right below may be the text's own, which it then goes on with.
  return count > 0 && isBlank(top[count] ?? "") ? { count, entries } : undefined;
}

function jsonHead(top: readonly string[]): Block | undefined {
  const end = /^\{$/u.test(top[0] ?? "") ? top.findIndex((line) => /^\}$/u.test(line)) : -1;
  if (end < 0) return undefined;
  const entries = top.slice(1, end).flatMap((line, at): readonly Entry[] => {
    const { key, value } = /^\s*"(?<key>[^"]{1,40})":\s*(?<value>.*?),?$/u.exec(line)?.groups ?? {};
    return key === undefined || value === undefined ? [] : [[key, value, at + 1]];
  });
  return isObject(top.slice(0, end + 1).join("\n")) ? { count: end + 1, entries } : undefined;
}

function isObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    // Not JSON: a text that begins with a bracket.
    return false;
  }
}

/** Keys that editors and makers of sites write, beside the words of notes. */
const properties = new Set(
  "alias aliases author categories category cssclass cssclasses draft filetags keywords layout modified options roam_refs slug startup status subtitle summary uid updated".split(
    " ",
  ),
);

/** Keys that make a head by themselves; other words of notes (`note`, `from`) also begin a sentence. */
const tellAlone = new Set("title tags source url created date".split(" "));

/** Whether keys are those of properties: names and days have capitals, sentences several words. */
function isProven(keys: readonly string[]): boolean {
  const known = keys.filter((key) => properties.has(key.toLowerCase()) || isNoteWord(key));
  const isAlone = keys.some((key) => properties.has(key) || tellAlone.has(key));
  const isPlain = (key: string): boolean => /^[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{M}\p{N}_.-]*$/u.test(key);
  return (isAlone || known.length > 1) && keys.every((key) => known.includes(key) || isPlain(key));
}

/** What a property says; one whose key is in no table may still be the address. */
function said(line: number, key: string, value: string): NoteLine {
  const bare = value.length > longestNoteLine ? value : value.trim().replace(/^["'[<]+|["'\]>]+$/gu, "");
  const own = noteLine(line, `${key}: ${bare}`);
  const address = own.kind === "other" ? noteLine(line, bare) : own;
  const told = address.kind === "other" ? own : address;
  return told.kind === "other" || told.kind === "ruler" ? { ...told, kind: "field", told: {} } : told;
}
