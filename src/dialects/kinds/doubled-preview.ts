import type { Draft, OwnedLine } from "../../model/draft.ts";
import type { Boundary } from "../../model/post.ts";
import { lineAt, type SourceText } from "../../read/source-text.ts";
import type { DoubledPost } from "../boundaries/doubled-candidates.ts";
import { type DoubledPage, doubledPosts } from "../boundaries/doubled-posts.ts";
import { doubtful, doubtsOf, roundOff } from "../boundaries/judge.ts";
import { linkPreview } from "../lines/link-previews.ts";
import { withFooters } from "../lines/metadata.ts";
import { captured, ownLines, replyQuote } from "../lines/parts.ts";
import { type Token, tokensOf } from "../lines/tokens.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";

/**
 * A t.me/s page through an extractor that prints each post's text twice: no head, no blank lines; behind the text
 * stands the text again from its second line on.
 */
export const doubledPreview: Dialect = {
  name: "doubled-preview",
  printsOnce: false,
  takesSeparator: false,
  fidelity: 30,
  recognise,
  parse,
};

/** How far apart two copies of a line stand at the most, in lines. */
const reach = 400;

function recognise(source: SourceText): Recognition {
  const tokens = tokensOf(source);
  const blank = source.lines.length - tokens.reduce((sum, token) => sum + token.last - token.first + 1, 0);
  // The extractor drops blank lines; a page that has them was not doubled by it.
  if (blank * 20 > source.lines.length) return { lines: 0, evidence: "it has blank lines" };
  const marked = tokens.filter((token) => token.kind !== "text").length;
  const doubled = doubledLines(tokens);
  const texts = tokens.filter((token) => token.kind === "text").length;
  if (doubled * 5 < texts && (marked === 0 || isPrintedOnce(source)))
    return { lines: 0, evidence: "few lines are repeated" };
  const evidence = `${doubled} of ${texts} lines of text are repeated later, ${marked} marks of t.me, no blank lines`;
  return { lines: tokens.reduce((sum, token) => sum + token.last - token.first + 1, 0), evidence };
}

/** Whether the lines between two closes of posts, footers or reactions, stand there once, where a doubled page would repeat all but the first. */
function isPrintedOnce(source: SourceText): boolean {
  const tokens = withFooters(tokensOf(source));
  let [once, twice] = [0, 0];
  let keys: string[] = [];
  for (const { kind, mark, key } of tokens) {
    if (kind === "text" && mark === undefined) keys.push(key);
    else if (kind === "footer" || kind === "reactions") {
      if (new Set(keys).size < keys.length) twice += 1;
      else if (keys.length > 1) once += 1;
      keys = [];
    }
  }
  return once >= fewestLong && once > twice;
}

/** Fewer posts of several lines leave open whether their lines were printed twice. */
const fewestLong = 2;

/**
 * Lines that stand again within reach, in pairs: of the two places of a line one counts. Between two prints of a line stand the rest of its text and the
 * beginning of the text again, so nothing that the page has once: a line that closes every post has a whole other post between.
 */
function doubledLines(tokens: readonly Token[]): number {
  // A ruler stands again because it parts posts, not because a text was printed twice.
  const lines = tokens.filter(({ kind, key }) => kind === "text" && /[\p{L}\p{N}]/u.test(key));
  const times = new Map<string, number>();
  for (const { key } of lines) times.set(key, (times.get(key) ?? 0) + 1);
  const last = new Map<string, { readonly at: number; readonly once: number }>();
  let [doubled, once] = [0, 0];
  for (const [at, { key }] of lines.entries()) {
    if (times.get(key) === 1) once += 1;
    const before = last.get(key);
    if (before !== undefined && at - before.at <= reach && before.once === once) {
      doubled += 1;
      last.delete(key);
    } else last.set(key, { at, once });
  }
  return doubled;
}

function parse(source: SourceText, hints: Hints): Parsed {
  const tokens = withFooters(tokensOf(source));
  const page = doubledPosts(tokens, hints);
  const drafts = page.posts.map((post) => draftOf(post, page, tokens, source));
  const starts = new Set(page.posts.map((post) => post.start));
  const doubts = doubtsOf(tokens, (index) => page.probabilities[index] ?? 0, starts);
  return {
    drafts,
    order: "oldest-first",
    findings: doubts.map(doubtful),
    judged: { tokens, chances: page.probabilities },
  };
}

function draftOf(post: DoubledPost, page: DoubledPage, tokens: readonly Token[], source: SourceText): Draft {
  const own = tokens.slice(post.start, post.end);
  const copies = new Set(post.copies);
  const reply = new Set<number>(post.reply ?? []);
  const { preview } = post;
  const isPreview = (index: number): boolean => preview !== undefined && index >= preview.start && index < preview.end;
  const roleAt = (index: number): OwnedLine["role"] | undefined => {
    if (isPreview(index)) return "preview";
    return copies.has(index) ? "copy" : reply.has(index) ? "reply" : undefined;
  };
  const lines = own.flatMap((token, offset) => ownLines(token, roleAt(post.start + offset)));
  const linked = preview === undefined ? [] : tokens.slice(preview.start, preview.end).map((token) => token.first);
  const text = [...post.text.map((index) => tokens[index]?.first ?? 0), ...linked];
  const quoted = post.reply?.map((index) => tokens[index]?.first ?? 0);
  return {
    lines,
    text,
    ...captured(source, own),
    boundary: boundaryOf(post, page, tokens),
    ...(linked.length === 0 ? {} : { linkPreview: linkPreview(linked.map((line) => lineAt(source, line))) }),
    ...(quoted ? { replyTo: replyQuote(source, quoted) } : {}),
  };
}

/** A post starts for certain where the page's marks say so: behind reactions or a footer, and at a forwarded mark. */
function boundaryOf(post: DoubledPost, page: DoubledPage, tokens: readonly Token[]): Boundary {
  const before = tokens[post.start - 1]?.kind;
  const marked = before === "reactions" || before === "footer" || tokens[post.start]?.kind === "forwarded";
  const probability = roundOff(page.probabilities[post.start] ?? 0);
  return marked || post.start === 0 ? { kind: "marked" } : { kind: "inferred", probability };
}
