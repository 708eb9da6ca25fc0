import type { Entity, EntityKind } from "../model/post.ts";
import { compare } from "./compare.ts";

/** A text and what parts of it are: bold, a link, a quote. Offsets and lengths count UTF-16 units, as Telegram's do. */
export interface Formatted {
  readonly text: string;
  readonly entities: readonly Entity[];
}

/** A text of which nothing is told but its words. */
export function unformatted(text: string): Formatted {
  return { text, entities: [] };
}

/** Texts in a row with words between them; empty ones are passed over. */
export function joined(parts: readonly Formatted[], between = ""): Formatted {
  let text = "";
  const entities: Entity[] = [];
  for (const part of parts) {
    if (part.text === "") continue;
    if (text !== "") text += between;
    for (const entity of part.entities) entities.push({ ...entity, offset: entity.offset + text.length });
    text += part.text;
  }
  return { text, entities };
}

/** Texts each on lines of its own, empty ones too. */
export function inLines(parts: readonly Formatted[]): Formatted {
  const [first, ...others] = parts;
  if (first === undefined) return unformatted("");
  return others.reduce((whole, part) => {
    const offset = whole.text.length + 1;
    const moved = part.entities.map((entity) => ({ ...entity, offset: entity.offset + offset }));
    return { text: `${whole.text}\n${part.text}`, entities: [...whole.entities, ...moved] };
  }, first);
}

/** A text all of which is one thing more. */
export function marked({ text, entities }: Formatted, entity: Omit<Entity, "offset" | "length">): Formatted {
  return text === ""
    ? { text, entities }
    : { text, entities: [{ ...entity, offset: 0, length: text.length }, ...entities] };
}

/** The part of a text from one place to another, with what its parts are. */
export function cutOut({ text, entities }: Formatted, start: number, end = text.length): Formatted {
  const inside = entities.flatMap((entity) => {
    const first = Math.max(start, entity.offset);
    const last = Math.min(end, entity.offset + entity.length);
    return last > first ? [{ ...entity, offset: first - start, length: last - first }] : [];
  });
  return { text: text.slice(start, end), entities: inside };
}

/** A text without blank lines at its start and blanks at its end, its line breaks of one sign. */
export function trimmedLines(formatted: Formatted): Formatted {
  const even = withoutReturns(formatted);
  const start = /^\s*\n/u.exec(even.text)?.[0].length ?? 0;
  return cutOut(even, start, Math.max(start, even.text.trimEnd().length));
}

function withoutReturns(formatted: Formatted): Formatted {
  if (!formatted.text.includes("\r")) return formatted;
  const pieces: Formatted[] = [];
  let end = 0;
  for (const { index, 0: found } of formatted.text.matchAll(/\r\n?/gu)) {
    pieces.push(cutOut(formatted, end, index), marksAt(formatted, index, "\n"));
    end = index + found.length;
  }
  return tidy(joined([...pieces, cutOut(formatted, end)]));
}

/** A sign that stands in the place of another and is what that was. */
function marksAt({ entities }: Formatted, place: number, sign: string): Formatted {
  const around = entities.filter(({ offset, length }) => offset <= place && place < offset + length);
  return { text: sign, entities: around.map((entity) => ({ ...entity, offset: 0, length: sign.length })) };
}

/** From the outermost to the innermost where two things cover the same words. */
const outermostFirst: readonly EntityKind[] = [
  ...(["quote", "collapsed-quote", "pre", "link", "spoiler"] as const),
  ...(["bold", "italic", "underline", "strike", "code", "custom-emoji"] as const),
];

/** Things that two neighbours of which are not one. */
const apart: ReadonlySet<EntityKind> = new Set<EntityKind>(["pre", "quote", "collapsed-quote", "custom-emoji"]);

/** Things inside which nothing else is told. */
const literal: ReadonlySet<EntityKind> = new Set<EntityKind>(["code", "pre", "custom-emoji"]);

/**
 * The one way to tell what the parts of a text are: in order, properly nested, no blanks at the edges, neighbours of one kind joined, nothing
 * twice and nothing empty. What was tidied stays as it is (`test/text/formatted.test.ts`).
 */
export function tidy({ text, entities }: Formatted): Formatted {
  let tidied: readonly Entity[] = entities.slice(0, mostEntities);
  // What was parted may have blanks at its new edges: it settles in a few rounds, each of which leaves less to do.
  for (let before: readonly Entity[] = []; !isSameList(before, tidied); ) {
    before = tidied;
    tidied = nested(merged(tidied.flatMap((entity) => trimmedTo(text, entity))));
  }
  return { text, entities: tidied };
}

function isSameList(one: readonly Entity[], other: readonly Entity[]): boolean {
  return (
    one.length === other.length &&
    one.every((entity, index) => {
      const twin = other[index];
      return (
        twin !== undefined && sameKind(entity, twin) && entity.offset === twin.offset && entity.length === twin.length
      );
    })
  );
}

/** Telegram allows a hundred in a message; more than this is no message of Telegram's. */
const mostEntities = 2000;

function trimmedTo(text: string, entity: Entity): readonly Entity[] {
  const start = Math.max(0, entity.offset);
  const words = text.slice(start, Math.max(start, entity.offset + entity.length));
  const kept = entity.kind === "pre" ? words.replace(/\n+$/u, "") : words.trimEnd();
  const before = entity.kind === "pre" ? 0 : kept.length - kept.trimStart().length;
  return kept.length > before ? [{ ...entity, offset: start + before, length: kept.length - before }] : [];
}

function merged(entities: readonly Entity[]): readonly Entity[] {
  const kept: Entity[] = [];
  for (const entity of entities.toSorted(inOrder)) {
    const same = kept.findLast((other) => sameKind(other, entity) && endOf(other) >= entity.offset);
    if (same === undefined) kept.push(entity);
    else if (!apart.has(entity.kind) || endOf(same) > entity.offset)
      kept[kept.indexOf(same)] = { ...same, length: Math.max(endOf(same), endOf(entity)) - same.offset };
    else kept.push(entity);
  }
  return kept;
}

function sameKind(one: Entity, other: Entity): boolean {
  return one.kind === other.kind && one.href === other.href && one.language === other.language && one.id === other.id;
}

/** Each inside the one that it starts in: what reaches out of it is parted there. */
function nested(entities: readonly Entity[]): readonly Entity[] {
  const waiting = entities.toSorted(inOrder);
  const kept: Entity[] = [];
  const open: Entity[] = [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const entity = next;
    while (open.length > 0 && endOf(open.at(-1) ?? entity) <= entity.offset) open.pop();
    const outer = open.at(-1);
    const isInside = outer !== undefined && endOf(outer) >= endOf(entity);
    if (isInside && literal.has(outer.kind)) continue;
    if (outer === undefined || isInside) {
      kept.push(entity);
      open.push(entity);
      continue;
    }
    // A literal keeps its place: what goes on behind it starts there.
    const inside = { ...entity, length: endOf(outer) - entity.offset };
    const rest = { ...entity, offset: endOf(outer), length: endOf(entity) - endOf(outer) };
    for (const part of literal.has(outer.kind) ? [rest] : [inside, rest]) {
      const at = waiting.findIndex((other) => inOrder(part, other) < 0);
      waiting.splice(at < 0 ? waiting.length : at, 0, part);
    }
  }
  return kept;
}

function endOf({ offset, length }: Entity): number {
  return offset + length;
}

function inOrder(one: Entity, other: Entity): number {
  return (
    one.offset - other.offset ||
    other.length - one.length ||
    outermostFirst.indexOf(one.kind) - outermostFirst.indexOf(other.kind) ||
    compare(one.href ?? one.language ?? one.id ?? "", other.href ?? other.language ?? other.id ?? "")
  );
}
