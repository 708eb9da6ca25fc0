import type { Draft, OwnedLine } from "../../model/draft.ts";
import type { Boundary } from "../../model/post.ts";
import { lineAt, type SourceText } from "../../read/source-text.ts";
import { type DoubledPage, type DoubledPost, doubledPosts } from "../boundaries/doubled-posts.ts";
import { doubtful, doubtsOf, roundOff } from "../boundaries/judge.ts";
import { linkPreview } from "../lines/link-previews.ts";
import { withFooters } from "../lines/metadata.ts";
import { captured, ownLines, replyQuote } from "../lines/parts.ts";
import { type Unit, unitsOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";

/**
 * A t.me/s page through an extractor that prints each post's text twice: no head, no blank lines; behind the text
 * stands the text again from its second line on.
 */
export const doubledPreview: Dialect = { name: "doubled-preview", printsOnce: false, recognise, parse };

/** How far apart two copies of a line stand at the most, in lines. */
const reach = 400;

function recognise(source: SourceText): Recognition {
  const units = unitsOf(source);
  const blank = source.lines.length - units.reduce((sum, unit) => sum + unit.last - unit.first + 1, 0);
  // The extractor drops blank lines; a page that has them was not doubled by it.
  if (blank * 20 > source.lines.length) return { lines: 0, evidence: "it has blank lines" };
  const marked = units.filter((unit) => unit.kind !== "text").length;
  const doubled = doubledLines(units);
  const texts = units.filter((unit) => unit.kind === "text").length;
  if (doubled * 5 < texts && marked === 0) return { lines: 0, evidence: "no line stands twice" };
  const evidence = `${doubled} of ${texts} lines of text stand again further on, ${marked} marks of t.me, no blank lines`;
  return { lines: units.reduce((sum, unit) => sum + unit.last - unit.first + 1, 0), evidence };
}

/** Lines that stand again within reach, in pairs: of the two places of a line one counts. */
function doubledLines(units: readonly Unit[]): number {
  const last = new Map<string, number>();
  let doubled = 0;
  for (const [index, unit] of units.entries()) {
    // A ruler stands again because it parts posts, not because a text was printed twice.
    if (unit.kind !== "text" || !/[\p{L}\p{N}]/u.test(unit.key)) continue;
    const before = last.get(unit.key);
    if (before !== undefined && index - before <= reach) {
      doubled += 1;
      last.delete(unit.key);
    } else last.set(unit.key, index);
  }
  return doubled;
}

function parse(source: SourceText, hints: Hints): Parsed {
  const units = withFooters(unitsOf(source));
  const page = doubledPosts(units, hints);
  const drafts = page.posts.map((post) => draftOf(post, page, units, source));
  const starts = new Set(page.posts.map((post) => post.start));
  const doubts = doubtsOf(units, (index) => page.probabilities[index] ?? 0, starts);
  return { drafts, order: "oldest-first", findings: doubts.map(doubtful) };
}

function draftOf(post: DoubledPost, page: DoubledPage, units: readonly Unit[], source: SourceText): Draft {
  const own = units.slice(post.start, post.end);
  const copies = new Set(post.copies);
  const reply = new Set<number>(post.reply ?? []);
  const { preview } = post;
  const isPreview = (index: number): boolean => preview !== undefined && index >= preview.start && index < preview.end;
  const roleAt = (index: number): OwnedLine["role"] | undefined => {
    if (isPreview(index)) return "preview";
    return copies.has(index) ? "copy" : reply.has(index) ? "reply" : undefined;
  };
  const lines = own.flatMap((unit, offset) => ownLines(unit, roleAt(post.start + offset)));
  const linked = preview === undefined ? [] : units.slice(preview.start, preview.end).map((unit) => unit.first);
  const text = [...post.text.map((index) => units[index]?.first ?? 0), ...linked];
  const quoted = post.reply?.map((index) => units[index]?.first ?? 0);
  return {
    lines,
    text,
    ...captured(source, own),
    boundary: boundaryOf(post, page, units),
    ...(linked.length === 0 ? {} : { linkPreview: linkPreview(linked.map((line) => lineAt(source, line))) }),
    ...(quoted ? { replyTo: replyQuote(source, quoted) } : {}),
  };
}

/** A post starts for certain where the page's marks say so: behind reactions or a footer, and at a forwarded mark. */
function boundaryOf(post: DoubledPost, page: DoubledPage, units: readonly Unit[]): Boundary {
  const before = units[post.start - 1]?.kind;
  const marked = before === "reactions" || before === "footer" || units[post.start]?.kind === "forwarded";
  const probability = roundOff(page.probabilities[post.start] ?? 0);
  return marked || post.start === 0 ? { kind: "marked" } : { kind: "inferred", probability };
}
