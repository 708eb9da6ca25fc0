import { highest } from "../model/extremes.ts";
import type { Entity, EntityKind } from "../model/post.ts";
import { type Formatted, inLines, tidy } from "../text/formatted.ts";

/**
 * A text with links, bold words and quotes as Markdown, readable in any editor. `readFormatted` reads exactly the same text from it: what would be
 * a mark in the words themselves has a backslash before it. Where Markdown's marks would be ambiguous, tags stand in their place.
 */
export function writeFormatted(formatted: Formatted): string {
  const markdown = written(formatted, false);
  return isSame(readFormatted(markdown), formatted) ? markdown : written(formatted, true);
}

/** Reads a body that `writeFormatted` wrote, or a person. Whatever is no mark, or has no end, stays text. */
export function readFormatted(body: string): Formatted {
  const parts: Formatted[] = [];
  const lines = body.split("\n");
  let run: string[] = [];
  const endRun = (): void => {
    if (run.length > 0) parts.push(readInline(run.join("\n")));
    run = [];
  };
  for (let at = 0; at < lines.length; ) {
    const block = fenceAt(lines, at) ?? quoteAt(lines, at);
    if (block === undefined) {
      run.push(lines[at] ?? "");
      at += 1;
      continue;
    }
    endRun();
    parts.push(block.formatted);
    at = block.next;
  }
  endRun();
  return tidy(inLines(parts));
}

interface Block {
  readonly formatted: Formatted;
  /** The line behind it. */
  readonly next: number;
}

function fenceAt(lines: readonly string[], at: number): Block | undefined {
  const [, fence, language = ""] = /^(`{3,})([\w+#.-]{0,40})$/u.exec(lines[at] ?? "") ?? [];
  if (fence === undefined) return undefined;
  const end = lines.indexOf(fence, at + 1);
  if (end < 0) return undefined;
  const text = lines.slice(at + 1, end).join("\n");
  const kind = language === "" ? { kind: "pre" as const } : { kind: "pre" as const, language };
  return {
    formatted: { text, entities: text === "" ? [] : [{ ...kind, offset: 0, length: text.length }] },
    next: end + 1,
  };
}

function quoteAt(lines: readonly string[], at: number): Block | undefined {
  let next = at;
  while (next < lines.length && /^>(?: |$)/u.test(lines[next] ?? "")) next += 1;
  if (next === at) return undefined;
  const inner = readInline(
    lines
      .slice(at, next)
      .map((line) => line.slice(2))
      .join("\n"),
  );
  const quote: Entity = { kind: "quote", offset: 0, length: Math.max(1, inner.text.length) };
  return { formatted: { ...inner, entities: inner.text === "" ? [] : [quote, ...inner.entities] }, next };
}

/** A mark that opens or closes something, or words. */
interface MarkToken {
  readonly raw: string;
  readonly mark?: string;
  readonly side?: "open" | "close" | "either";
  readonly part?: EntityPart;
}

type EntityPart = Omit<Entity, "offset" | "length">;

const delimiters: Readonly<Record<string, EntityKind>> = { "**": "bold", "~~": "strike", "||": "spoiler", _: "italic" };
const tagKinds: Readonly<Record<string, EntityKind>> = {
  b: "bold",
  i: "italic",
  u: "underline",
  s: "strike",
  code: "code",
  pre: "pre",
  "tg-spoiler": "spoiler",
  blockquote: "quote",
};
const kindTags = Object.fromEntries(Object.entries(tagKinds).map(([tag, kind]) => [kind, tag]));
const kindDelimiters = Object.fromEntries(Object.entries(delimiters).map(([sign, kind]) => [kind, sign]));

const markPattern =
  /\\(?<escaped>[!-/:-@[-`{-~])|(?<ticks>`+)|(?<delimiter>\*\*|~~|\|\||_)|<(?<slash>\/?)(?<tag>b|i|u|s|code|pre|tg-spoiler|blockquote)(?: lang="(?<lang>[\w+#.-]{1,40})"|(?<expandable> expandable))?>|(?<open>!?\[)|\]\((?:<(?<angled>[^<>\s]*)>|(?<href>[^\s()<>]*))\)/gu;

function readInline(source: string): Formatted {
  const tokens = tokensOf(source);
  const partners = partnersOf(tokens);
  let text = "";
  const entities: Entity[] = [];
  const starts = new Map<number, number>();
  for (const [index, token] of tokens.entries()) {
    const partner = partners.get(index);
    if (token.mark === undefined || partner === undefined) {
      if (token.part !== undefined && token.mark === undefined)
        entities.push({ ...token.part, offset: text.length, length: token.raw.length });
      text += token.raw;
    } else if (partner > index) starts.set(index, text.length);
    else {
      const offset = starts.get(partner) ?? text.length;
      const part = partOf(tokens[partner], token);
      if (part !== undefined && text.length > offset) entities.push({ ...part, offset, length: text.length - offset });
    }
  }
  return { text, entities };
}

function tokensOf(source: string): readonly MarkToken[] {
  const tokens: MarkToken[] = [];
  const closing = closingTicks(source);
  let end = 0;
  const pattern = new RegExp(markPattern);
  for (let match = pattern.exec(source); match !== null; match = pattern.exec(source)) {
    if (match.index > end) tokens.push({ raw: source.slice(end, match.index) });
    end = match.index + match[0].length;
    const { escaped, ticks, delimiter, slash, tag, lang, expandable, open, angled, href } = match.groups ?? {};
    if (escaped !== undefined) tokens.push({ raw: escaped });
    else if (ticks !== undefined) {
      const close = closing(match.index, ticks.length);
      if (close === undefined) tokens.push({ raw: ticks });
      else {
        const inside = source.slice(end, close).replace(/^ (?=[\s\S]*[^ ])([\s\S]*) $/u, "$1");
        tokens.push({ raw: inside, part: { kind: "code" } });
        end = close + ticks.length;
        pattern.lastIndex = end;
      }
    } else if (delimiter !== undefined) tokens.push(delimiterToken(source, match.index, delimiter));
    else if (tag !== undefined) {
      const kind = expandable === undefined ? (tagKinds[tag] ?? "bold") : "collapsed-quote";
      const part: EntityPart = lang === undefined ? { kind } : { kind, language: lang };
      tokens.push({
        raw: match[0],
        mark: `<${tag}>`,
        side: slash === "/" ? "close" : "open",
        ...(slash === "/" ? {} : { part }),
      });
    } else if (open !== undefined)
      tokens.push({ raw: open, mark: "[", side: "open", part: { kind: open === "[" ? "link" : "custom-emoji" } });
    else tokens.push({ raw: match[0], mark: "[", side: "close", part: { kind: "link", href: angled ?? href ?? "" } });
  }
  if (end < source.length) tokens.push({ raw: source.slice(end) });
  return tokens;
}

function delimiterToken(source: string, index: number, delimiter: string): MarkToken {
  const inWord = /^[\p{L}\p{N}_]$/u;
  const isPartOfWord =
    delimiter === "_" && inWord.test(source[index - 1] ?? "") && inWord.test(source[index + 1] ?? "");
  if (isPartOfWord) return { raw: delimiter };
  return { raw: delimiter, mark: delimiter, side: "either", part: { kind: delimiters[delimiter] ?? "bold" } };
}

/** Finds where code ends that so many ticks begin: at the next run of as many. */
function closingTicks(source: string): (index: number, length: number) => number | undefined {
  const runs = new Map<number, number[]>();
  for (const { index, 0: run } of source.matchAll(/`+/gu)) {
    const places = runs.get(run.length) ?? [];
    runs.set(run.length, places);
    places.push(index);
  }
  const next = new Map<number, number>();
  return (index, length) => {
    const places = runs.get(length) ?? [];
    let at = next.get(length) ?? 0;
    while (at < places.length && (places[at] ?? 0) <= index) at += 1;
    next.set(length, at);
    return places[at];
  };
}

/** Which token closes which, both ways; marks without a partner are words. */
function partnersOf(tokens: readonly MarkToken[]): ReadonlyMap<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  const counts = new Map<string, number>();
  const counted = (mark: string, change: number): void => void counts.set(mark, (counts.get(mark) ?? 0) + change);
  for (const [index, { mark, side }] of tokens.entries()) {
    if (mark === undefined) continue;
    if (side !== "open" && (counts.get(mark) ?? 0) > 0) {
      let opener = open.pop();
      while (opener !== undefined && tokens[opener]?.mark !== mark) {
        counted(tokens[opener]?.mark ?? "", -1);
        opener = open.pop();
      }
      counted(mark, -1);
      if (opener !== undefined && isPair(tokens[opener], tokens[index])) partners.set(opener, index).set(index, opener);
    } else if (side !== "close") {
      open.push(index);
      counted(mark, 1);
    }
  }
  return partners;
}

/** What two marks make of the words between them. */
function partOf(opener: MarkToken | undefined, closer: MarkToken): EntityPart | undefined {
  if (opener?.part?.kind !== "custom-emoji") return closer.part ?? opener?.part;
  const id = emojiAddress.exec(closer.part?.href ?? "")?.groups?.id;
  return id === undefined ? { kind: "custom-emoji" } : { kind: "custom-emoji", id };
}

const emojiAddress = /^tg:\/\/emoji(?:\?id=(?<id>[\w./-]{1,100}))?$/u;

/** A custom emoji leads to its number and nowhere else, a link to an address. */
function isPair(opener: MarkToken | undefined, closer: MarkToken | undefined): boolean {
  if (opener?.mark !== "[") return true;
  const href = closer?.part?.href ?? "";
  return opener.part?.kind === "custom-emoji"
    ? emojiAddress.test(href)
    : /^(?:https?|tg|ton|mailto|tel):[^\s<>]+$/iu.test(href);
}

function isSame(one: Formatted, other: Formatted): boolean {
  return (
    one.text === other.text &&
    JSON.stringify(one.entities.map(fieldsOf)) === JSON.stringify(other.entities.map(fieldsOf))
  );
}

function fieldsOf({ kind, offset, length, href, language, id }: Entity): readonly unknown[] {
  return [kind, offset, length, href ?? "", language ?? "", id ?? ""];
}

function written(formatted: Formatted, asTags: boolean): string {
  return writtenPart(formatted, {
    start: 0,
    end: formatted.text.length,
    from: 0,
    to: formatted.entities.length,
    isTop: true,
    asTags,
  });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Its entities: from one place of the list to another. */
  readonly from: number;
  readonly to: number;
  readonly isTop: boolean;
  readonly asTags: boolean;
}

function writtenPart(formatted: Formatted, { start, end, from, to, isTop, asTags }: Stretch): string {
  const { text, entities } = formatted;
  let out = "";
  let place = start;
  for (let at = from; at < to; ) {
    const entity = entities[at];
    if (entity === undefined) break;
    const entityEnd = entity.offset + entity.length;
    let behind = at + 1;
    while (behind < to && (entities[behind]?.offset ?? end) < entityEnd) behind += 1;
    out += escaped(text, place, entity.offset, asTags);
    const inner = (): string =>
      writtenPart(formatted, { start: entity.offset, end: entityEnd, from: at + 1, to: behind, isTop: false, asTags });
    out += writtenEntity(text, entity, inner, isTop, asTags);
    place = entityEnd;
    at = behind;
  }
  return out + escaped(text, place, end, asTags);
}

function writtenEntity(text: string, entity: Entity, inner: () => string, isTop: boolean, asTags: boolean): string {
  const { kind, offset, length, language, href, id } = entity;
  const end = offset + length;
  const words = text.slice(offset, end);
  if (kind === "link") return `[${inner()}](${/[()]/u.test(href ?? "") ? `<${href}>` : href})`;
  if (kind === "custom-emoji")
    return `![${escaped(text, offset, end, asTags)}](tg://emoji${id === undefined ? "" : `?id=${id}`})`;
  const tag = kind === "collapsed-quote" ? "blockquote" : (kindTags[kind] ?? "b");
  const opening =
    kind === "collapsed-quote"
      ? "<blockquote expandable>"
      : language === undefined
        ? `<${tag}>`
        : `<${tag} lang="${language}">`;
  const tagged = (): string => `${opening}${inner()}</${tag}>`;
  const isAligned = (offset === 0 || text[offset - 1] === "\n") && (end === text.length || text[end] === "\n");
  if (asTags) return tagged();
  if (kind === "pre") {
    const fence = fenceAround(words, 2);
    return isTop && isAligned ? `${fence}${language ?? ""}\n${words}\n${fence}` : tagged();
  }
  if (kind === "quote") {
    if (!isTop || !isAligned) return tagged();
    return inner()
      .split("\n")
      .map((line) => (line === "" ? ">" : `> ${line}`))
      .join("\n");
  }
  if (kind === "code") {
    if (words.includes("\n")) return tagged();
    const fence = fenceAround(words, 0);
    const pad = /^`|`$|^ .* $/u.test(words) && words.trim() !== "" ? " " : "";
    return `${fence}${pad}${words}${pad}${fence}`;
  }
  const delimiter = kindDelimiters[kind];
  const touches = /^[\p{L}\p{N}_]$/u;
  const isInWord = kind === "italic" && (touches.test(text[offset - 1] ?? "") || touches.test(text[end] ?? ""));
  return delimiter === undefined || isInWord ? tagged() : `${delimiter}${inner()}${delimiter}`;
}

/** Words in which nothing is a mark. */
/** One sign more than the longest run of them in the words, and more than `least`. */
function fenceAround(words: string, least: number): string {
  const runs = [...words.matchAll(/`+/gu)].map(([run]) => run.length);
  return "`".repeat(highest(least, runs) + 1);
}

function escaped(text: string, start: number, end: number, everything: boolean): string {
  return text.slice(start, end).replace(/[\\*`[\]<_~|>!]/gu, (sign, index: number) => {
    const at = start + index;
    const [before = "\n", after = ""] = [text[at - 1], text[at + 1]];
    const isEdge = at === start || at === end - 1;
    const isMark =
      everything ||
      /[\\*`[\]<]/u.test(sign) ||
      (sign === "_" && !(/^[\p{L}\p{N}_]$/u.test(before) && /^[\p{L}\p{N}_]$/u.test(after) && !isEdge)) ||
      (/[~|]/u.test(sign) && (before === sign || after === sign || isEdge)) ||
      (sign === ">" && before === "\n") ||
      (sign === "!" && isEdge);
    return isMark ? `\\${sign}` : sign;
  });
}
