import { dayLine } from "../../text/day-line.ts";
import { type FieldRole, fieldRolesOf } from "../../text/field-names.ts";
import { printedCount } from "../../text/printed-count.ts";
import { headerOf, lonePatterns, type MessageHeader } from "./message-headers.ts";
import { type PostAddress, postAddress } from "./post-addresses.ts";
import { isRulerLine } from "./rulers.ts";

/** What labelled lines tell of a message beside its moment and author: over its text, or under it. */
export interface LabelledFacts {
  readonly channel?: string;
  readonly author?: string;
  readonly number?: number;
  readonly answers?: number;
  readonly address?: PostAddress;
  readonly views?: { readonly count: number; readonly printed?: string };
  readonly forwardedFrom?: string;
}

/**
 * A message's head that is a block of labelled lines, from its first to its last (1-based): a message of Signal as its exports write it (`From: …`,
 * `Sent: …`), or a post as a script writes it (`ID: 812`, `Date: …`, `Text: …`).
 */
export interface HeaderBlock extends MessageHeader, LabelledFacts {
  readonly line: number;
  readonly last: number;
  /** Whether an author could have written it over an event: it tells no seconds, no number and no text. */
  readonly isLoose: boolean;
}

interface LabelledLine {
  readonly label: string;
  /** What the label's name tells, of several readings all. */
  readonly roles: ReadonlySet<FieldRole>;
  /** Empty where it stands below. */
  readonly value: string;
}

/** `Date: …`, `**Date:** …`, `📅 Дата = …`. */
const labelled =
  /^[\u200E\u200F]?(?:[^\p{L}\p{N}\s"'“”«»()[\]]{1,3} ?)?(?<label>\p{L}[\p{L}\p{M} _-]{0,24}?) ?(?:\*\*|__)?[:：=](?:\*\*|__)?(?: *(?<value>(?!\/\/)\S.*))?$/u;

/** A label's value is a field or the first line of a text: no longer line is read. */
const longestLabelled = 5000;

function labelledLine(line: string): LabelledLine | undefined {
  if (line.length > longestLabelled) return undefined;
  const { label, value = "" } = labelled.exec(line.trimEnd())?.groups ?? {};
  if (label === undefined) return undefined;
  return { label, value, roles: new Set(fieldRolesOf(label).map(({ role }) => role)) };
}

/**
 * The blocks of labelled lines of a text that hold a moment, each after a blank line, a ruler or at the top, or where the label that opened the first
 * block stands again. A label that names the text ends its block; what stands behind it and below is the text. Where that label opens a record, the
 * moment stands under the text.
 */
export function headerBlocks(lines: readonly string[]): readonly HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  let opener: string | undefined;
  for (let at = 0; at < lines.length; at += 1) {
    const above = (lines[at - 1] ?? "").trim();
    const first = labelledLine(lines[at] ?? "");
    if (first === undefined || !(above === "" || isRulerLine(above) || first.label === opener)) continue;
    const parts = partsFrom(lines, at);
    const header = first.roles.has("text") ? textFirst(lines, at, first) : blockHeader(parts);
    if (header !== undefined) {
      blocks.push({ ...header, line: at + 1, last: at + parts.length });
      if (parts.at(-1)?.roles.has("text")) opener ??= first.label;
    }
    at += Math.max(0, parts.length - 1);
  }
  return blocks;
}

/** The facts of a record whose text stands first, `Text: …`, and its moment among the labelled lines under it. */
function textFirst(
  lines: readonly string[],
  at: number,
  first: LabelledLine,
): Omit<HeaderBlock, "line" | "last"> | undefined {
  let end = at + 1;
  // The records of one script are of one kind: the next begins where the label of the text stands again.
  while (end < lines.length && labelledLine(lines[end] ?? "")?.label !== first.label) end += 1;
  const { parts = [], facts = {} } = labelledTail(lines, at + 2, end) ?? {};
  const moment = momentIn(parts);
  if (moment === undefined) return undefined;
  return { ...moment.header, ...facts, ...(first.value === "" ? {} : { text: first.value }), isLoose: false };
}

function partsFrom(lines: readonly string[], first: number): readonly LabelledLine[] {
  const parts: LabelledLine[] = [];
  for (let at = first; at < lines.length; at += 1) {
    const part = labelledLine(lines[at] ?? "");
    if (part === undefined || (part.value === "" && !part.roles.has("text"))) break;
    parts.push(part);
    if (part.roles.has("text")) break;
  }
  return parts;
}

function blockHeader(parts: readonly LabelledLine[]): Omit<HeaderBlock, "line" | "last"> | undefined {
  const moment = momentIn(parts);
  if (moment === undefined) return undefined;
  const { part, header, hasSeconds } = moment;
  const text = parts.find(({ roles }) => roles.has("text"));
  const facts = factsIn(parts.filter((each) => each !== part && each !== text));
  const isLoose = !hasSeconds && text === undefined && facts.number === undefined && facts.address === undefined;
  // An event has a place and a price, too.
  if (isLoose && parts.some(({ roles }) => roles.size === 0)) return undefined;
  if (parts.length < 2 && !part.roles.has("date")) return undefined;
  const signed = part === parts[0] || parts[0]?.roles.size !== 0 ? undefined : parts[0]?.value;
  const author = facts.author ?? (signed === undefined ? undefined : withoutPhone(signed));
  return {
    ...header,
    ...facts,
    ...(author === undefined || author === "" ? {} : { author }),
    ...(text === undefined || text.value === "" ? {} : { text: text.value }),
    isLoose,
  };
}

/** The moment of a block: one with seconds under any label, since programs tell them and people do not; any other under a label that names it. */
function momentIn(
  parts: readonly LabelledLine[],
): { readonly part: LabelledLine; readonly header: MessageHeader; readonly hasSeconds: boolean } | undefined {
  const clock = parts.find(({ roles, value }) => roles.has("time") && /^\p{Nd}{1,2}[:.]\p{Nd}{2}/u.test(value))?.value;
  for (const part of parts) {
    const shape = `block ${part.label}`;
    const groups = lonePatterns.map((pattern) => pattern.exec(part.value)?.groups).find(Boolean);
    const hasSeconds = groups?.second !== undefined;
    if (groups !== undefined && (hasSeconds || part.roles.has("date"))) {
      const header = headerOf(shape, groups, part.value);
      if (header !== undefined) return { part, header, hasSeconds };
    }
    const day = part.roles.has("date") ? dayLine(part.value) : undefined;
    if (day === undefined || day.numbers[2] === 0) continue;
    const whole = clock === undefined ? undefined : `${part.value} ${clock}`;
    const both = whole && lonePatterns.map((pattern) => pattern.exec(whole)?.groups).find(Boolean);
    const header = both && headerOf(shape, both, whole);
    if (header) return { part, header, hasSeconds: both.second !== undefined };
    const { numbers, named } = day;
    const dayAlone = { numbers, named, printed: part.value, shape: `${shape}/${day.shape}`, halved: false };
    return { part, header: dayAlone, hasSeconds: false };
  }
  return undefined;
}

const phoneNumber = / \(\+?[\p{Nd} -]{5,}\)$/u;

function withoutPhone(name: string): string {
  return name.replace(phoneNumber, "").trim();
}

/** What labelled lines tell, by what their labels name. */
function factsIn(parts: readonly LabelledLine[]): LabelledFacts {
  const valueUnder = (...roles: readonly FieldRole[]): string | undefined =>
    parts.find((part) => part.value !== "" && roles.some((role) => part.roles.has(role)))?.value;
  const addresses = parts.flatMap(({ value }) => postAddress(value) ?? []);
  const views = printedCount(valueUnder("views") ?? "");
  const author = valueUnder("sender", "author");
  const [number, answers] = [numberOf(valueUnder("number")), numberOf(valueUnder("reply"))];
  const [channel, forwardedFrom] = [valueUnder("channel"), valueUnder("forwarded")];
  return {
    ...(channel === undefined ? {} : { channel }),
    ...(author === undefined ? {} : { author: withoutPhone(author) }),
    ...(number === undefined ? {} : { number }),
    ...(answers === undefined ? {} : { answers }),
    ...(addresses[0] === undefined ? {} : { address: addresses[0] }),
    ...(views === undefined ? {} : { views }),
    ...(forwardedFrom === undefined ? {} : { forwardedFrom }),
  };
}

function numberOf(value = ""): number | undefined {
  const digits = /^#?(?<digits>[1-9]\d{0,11})$/u.exec(value)?.groups?.digits;
  return digits === undefined ? undefined : Number(digits);
}

/** Labelled lines at the end of a message, and what they tell: `Views: 1.2K`, `Link: https://t.me/harbour/812`. */
export interface LabelledTail {
  readonly first: number;
  readonly parts: readonly LabelledLine[];
  readonly facts: LabelledFacts;
}

/** Names whose lines stand under a text; a word such as `Source:` is as often the author's. */
const tailRoles: readonly FieldRole[] = [
  ...(["views", "link", "reactions", "forwarded", "number", "reply", "edited", "media", "file"] as const),
  ...(["author", "sender", "account", "channel", "handle", "chat", "date", "time"] as const),
];

/** The labelled lines at the end of the lines from `first` to `last` (1-based), blank lines and rulers aside; of given labels alone, where they are given. */
export function labelledTail(
  lines: readonly string[],
  first: number,
  last: number,
  only?: ReadonlySet<string>,
): LabelledTail | undefined {
  const parts: LabelledLine[] = [];
  let from = last + 1;
  for (let line = last; line >= first; line -= 1) {
    const text = (lines[line - 1] ?? "").trim();
    if (text === "" || isRulerLine(text)) continue;
    const part = labelledLine(text);
    if (part === undefined || part.value === "" || !tailRoles.some((role) => part.roles.has(role))) break;
    if (only !== undefined && !only.has(part.label)) break;
    parts.unshift(part);
    from = line;
  }
  if (parts.length === 0) return undefined;
  return { first: from, parts, facts: factsIn(parts) };
}
