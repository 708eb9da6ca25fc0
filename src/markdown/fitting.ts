import { z } from "zod";
import { type FieldName, fieldNames, rowOfField } from "../model/fields.ts";
import type { Notice } from "../model/notice.ts";
import type { Unnamed } from "../model/post.ts";
import { tidy } from "../text/formatted.ts";
import { linksOf } from "../text/links.ts";
import { mentionsOf } from "../text/mentions.ts";
import { spellings } from "./spellings.ts";

/** A post that its file can hold, and what had to be left out or mended for that. */
export interface Fitted<Kind> {
  readonly post: Kind;
  readonly notices: readonly Notice[];
}

/** The rule of such notices. */
export const unfit = "posts/unfit";

/**
 * Checks every value of a post by the schema that reads its file: a post that was fitted, written and read is the same post. The least part that does
 * not fit is left out: a reaction, the voters of a poll; of words, signs that no file can hold are replaced. A notice keeps what stood there.
 * Throws a RangeError where a thing does not fit that every post has and that no capture tells.
 */
export function fitting<Kind extends Unnamed>(post: Kind): Fitted<Kind> {
  const notices: Notice[] = [];
  const values: Record<string, unknown> = { ...post };
  for (const name of fieldNames) {
    const told = values[name];
    if (told === undefined) continue;
    const { value, misfits } = fit(name, told, post.text);
    if (misfits.length === 0) continue;
    if (value === undefined && rowOfField(name).presence === "always") throw unkept(post, name, misfits);
    if (value !== undefined) values[name] = value;
    else if (rowOfField(name).presence === "list") values[name] = [];
    else delete values[name];
    notices.push(...misfits.map((misfit) => noticeOf(post, name, misfit)));
  }
  const fitted = values as unknown as Kind;
  const named = notices.length === 0 || fitted.text === post.text ? fitted : withWordsOf(fitted, post);
  const whole = withOwnEntities(named, notices);
  return { post: notices.length === 0 ? post : whole, notices };
}

/** A part of a value that does not fit, what it was, and why. */
interface Misfit {
  readonly kind: "left out" | "mended";
  readonly path: readonly PropertyKey[];
  readonly was: unknown;
  readonly why: string;
}

interface Fit {
  /** `undefined` where nothing of it is left. */
  readonly value: unknown;
  readonly misfits: readonly Misfit[];
}

/** Fields that are derived from the text: what is to be checked in them is checked there. */
const derived: ReadonlySet<FieldName> = new Set<FieldName>([
  "text",
  "entities",
  "mentions",
  "links",
  "correctedByHand",
]);
const files = new Map(
  Object.entries(spellings).map(([name, { shape }]) => [name as FieldName, z.strictObject(shape)] as const),
);

/** A value of a field by the schema of its row, and as its file would give it back. */
function fit(name: FieldName, told: unknown, text: string): Fit {
  const inMemory = fitTo(rowOfField(name).schema, told);
  const [spelling, file] = [spellings[name], files.get(name)];
  if (spelling === undefined || file === undefined || derived.has(name) || inMemory.value === undefined)
    return inMemory;
  const data = spelling.write(inMemory.value, { text });
  const inFile = fitTo(file, data);
  const misfits = [...inMemory.misfits, ...inFile.misfits];
  if (inFile.value === undefined) return { value: undefined, misfits };
  const value = spelling.read(file.parse(inFile.value), text);
  if (sameValue(value, inMemory.value)) return { value, misfits };
  // What the file says otherwise may again be more than fits, such as a count that is read from its print.
  const again: Fit = value === undefined ? { value, misfits: [] } : fit(name, value, text);
  const otherwise: Misfit = { kind: "mended", path: [], was: inMemory.value, why: "its file says it otherwise" };
  const own = misfits.length > 0 ? misfits : [otherwise];
  return { value: again.value, misfits: [...own, ...again.misfits] };
}

function fitTo(schema: z.ZodType, told: unknown): Fit {
  const misfits: Misfit[] = [];
  let value = told;
  for (let issue = issueOf(schema, value); issue !== undefined; issue = issueOf(schema, value)) {
    const path = pathOf(issue);
    const was = at(value, path);
    const mended = typeof was === "string" ? writable(was) : was;
    if (!Object.is(mended, was)) {
      misfits.push({ kind: "mended", path, was, why: issue.message });
      value = changed(value, path, mended);
      continue;
    }
    const [least, rest] = withoutLeast(schema, value, path);
    misfits.push({ kind: "left out", path: least, was: at(value, least), why: issue.message });
    if (rest === undefined) return { value: undefined, misfits };
    value = rest;
  }
  return { value, misfits };
}

function issueOf(schema: z.ZodType, value: unknown): z.core.$ZodIssue | undefined {
  const checked = schema.safeParse(value);
  return checked.success ? undefined : checked.error.issues[0];
}

/** Where an issue lies; a key that is none of the schema's is told beside the path. */
function pathOf(issue: z.core.$ZodIssue): readonly PropertyKey[] {
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
}

/** The value without the least part around a path that can be done without; nothing is left where all of it cannot. */
function withoutLeast(
  schema: z.ZodType,
  value: unknown,
  path: readonly PropertyKey[],
): readonly [least: readonly PropertyKey[], rest: unknown] {
  for (let length = path.length; length > 0; length -= 1) {
    const least = path.slice(0, length);
    const rest = changed(value, least, undefined);
    if (Array.isArray(at(value, least.slice(0, -1)))) return [least, rest];
    const missing = schema.safeParse(rest).error?.issues.some((issue) => issue.path.join() === least.join());
    if (!missing) return [least, rest];
  }
  return [[], undefined];
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Readonly<Record<PropertyKey, unknown>>)[key], value);
}

/** A copy with another thing at a path, or without it where that is `undefined`. */
function changed(value: unknown, [key, ...deeper]: readonly PropertyKey[], to: unknown): unknown {
  if (key === undefined) return to;
  const inner = changed((value as Readonly<Record<PropertyKey, unknown>>)[key], deeper, to);
  if (Array.isArray(value))
    return value.flatMap((item, index) => (index !== key ? [item] : inner === undefined ? [] : [inner]));
  const { [key]: _, ...rest } = value as Record<PropertyKey, unknown>;
  return inner === undefined ? rest : { ...(value as object), [key]: inner };
}

/** Words without what no file can hold: halves of surrogate pairs, then carriage returns that a line break would swallow. */
export function writable(words: string): string {
  const whole = words.replace(/\p{Cs}/gu, "\uFFFD");
  return whole === words ? words.replace(/(?<!\r)\r+(?=\n|$)/gu, "") : whole;
}

/** Names and addresses are read from the text that is written; addresses behind words stay. */
function withWordsOf<Kind extends Unnamed>(fitted: Kind, post: Unnamed): Kind {
  const shown = new Set(linksOf(post.text));
  const hidden = fitted.links.filter((address) => !shown.has(address));
  const links = [...new Set([...linksOf(fitted.text), ...hidden])];
  return { ...fitted, mentions: mentionsOf(fitted.text), links };
}

/** A post whose parts of the text are told as its file tells them: those of other words are moved or left out. */
function withOwnEntities<Kind extends Unnamed>(fitted: Kind, notices: Notice[]): Kind {
  const { entities: told, ...others } = fitted;
  if (told === undefined) return fitted;
  const { entities } = tidy({ text: fitted.text, entities: told });
  if (sameValue(entities, told)) return fitted;
  notices.push(noticeOf(fitted, "entities", { kind: "mended", path: [], was: told, why: "they are of other words" }));
  return { ...others, ...(entities.length === 0 ? {} : { entities }) } as unknown as Kind;
}

function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => sameValue(at(one, [key]), at(other, [key])));
}

function noticeOf({ source }: Unnamed, name: FieldName, { kind, path, was, why }: Misfit): Notice {
  const line = source.lines[0]?.[0];
  const place = path[0] === name ? path : [name, ...path];
  const told =
    kind === "mended"
      ? "was changed, because a file cannot contain it"
      : "was left out, because a file cannot contain it";
  return {
    rule: unfit,
    file: source.file,
    ...(line === undefined ? {} : { line }),
    reason: `${place.join(".")} of a post ${told} (${why}): ${rawOf(was)}`,
  };
}

const longestRaw = 160;

/** A value as it was told; of a long text the surroundings of the first sign that does not fit. */
function rawOf(was: unknown): string {
  if (typeof was !== "string" || was.length <= longestRaw) return (JSON.stringify(was, exactly) ?? "").slice(0, 400);
  const start = Math.max(0, was.search(/\p{Cs}|\r(?:\n|$)/u) - longestRaw / 2);
  return `… ${JSON.stringify(was.slice(start, start + longestRaw))} …`;
}

/** JSON has no number that is none. */
function exactly(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? `${value}` : value;
}

function unkept({ source }: Unnamed, name: FieldName, misfits: readonly Misfit[]): RangeError {
  return new RangeError(`Cannot keep a post of "${source.file}": ${name}: ${misfits.map(({ why }) => why).join("; ")}`);
}
