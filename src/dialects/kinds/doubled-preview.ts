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
  shownBy: "each text is printed twice, and its second print shows where a post ends",
  fidelity: 30,
  recognise,
  parse,
};

/** How far apart two copies of a line stand at the most, in lines. */
const reach = 400;

function recognise(source: SourceText): Recognition {
  const tokens = tokensOf(source);
  const printed = tokens.reduce((sum, token) => sum + token.last - token.first + 1, 0);
  const blank = source.lines.length - printed - (source.outside?.size ?? 0);
  // The extractor drops blank lines; a page that has them was not doubled by it.
  if (blank * 20 > source.lines.length) return { lines: 0, evidence: "it has blank lines" };
  const footed = withFooters(tokens);
  const marked = tokens.filter((token) => token.kind !== "text").length;
  const texts = footed.filter((token) => token.kind === "text").length;
  const doubled = doubledLines(footed);
  if (!isPrintedTwice(source, { doubled, texts, marked })) return { lines: 0, evidence: "few lines are repeated" };
  const evidence = `${doubled} of ${texts} lines of text are repeated later, ${marked} marks of t.me, ${blank || "no"} blank lines`;
  return { lines: printed, evidence };
}

/** Lines of text, those that stand again, and marks of t.me. */
interface Counts {
  readonly doubled: number;
  readonly texts: number;
  readonly marked: number;
}

/**
 * Whether a page repeats as many lines as one that was printed twice. Of posts of one line nothing is repeated: a page with many of them is known by
 * what lies between two closes of posts, and marks of t.me alone tell nothing.
 */
function isPrintedTwice(source: SourceText, { doubled, texts, marked }: Counts): boolean {
  if (doubled === 0) return false;
  if (doubled * 5 >= texts) return true;
  if (marked === 0) return false;
  const stretches = closedStretches(source);
  const once = stretches.filter(({ lines, repeated }) => lines > 1 && repeated === 0).length;
  const twice = stretches.filter(({ repeated }) => repeated > 0).length;
  if (once >= fewestLong && once > twice) return false;
  const wholly = stretches.filter(({ lines, repeated }) => repeated > 0 && repeated * 3 >= lines).length;
  return doubled * 10 >= texts || wholly > once;
}

/** What lies between two closes of posts, footers or reactions: its lines of text, and how many of them stand there again. */
function closedStretches(source: SourceText): readonly { readonly lines: number; readonly repeated: number }[] {
  const stretches: { readonly lines: number; readonly repeated: number }[] = [];
  let keys: string[] = [];
  for (const { kind, mark, key } of withFooters(tokensOf(source))) {
    if (kind === "text" && mark === undefined) keys.push(key);
    else if (kind === "footer" || kind === "reactions") {
      stretches.push({ lines: keys.length, repeated: keys.length - new Set(keys).size });
      keys = [];
    }
  }
  return stretches;
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
