import type { Editor } from "../../model/post.ts";
import { withFooters } from "../lines/metadata.ts";
import { isBlock } from "../lines/replies.ts";
import type { Token } from "../lines/tokens.ts";
import { keyOf } from "../lines/tokens.ts";

/** A post whose limits another dump shows beyond doubt. */
export interface KnownPost {
  readonly text: string;
  /** The file of that dump. */
  readonly file: string;
  /** Whether it is a post of the channel of the page that is read. */
  readonly sameChannel: boolean;
}

/** What posts known from elsewhere say of one line. */
export interface Settlement {
  /** Log-odds that a post starts at the line, to be added to what the page itself says. */
  readonly odds: number;
  /** The file of the dump that shows the post. */
  readonly file: string;
  /** What is settled for good, whatever the page itself says. */
  readonly decided?: Decided;
}

/** A place that captures of one channel have in common, parted in all of them as one is, or as an editor says of one. */
export interface Decided {
  readonly to: "start" | "join";
  /** The chance that a post starts there, by all captures that show the place. */
  readonly chance: number;
  /** Who set it in the other dump; absent where nobody did. */
  readonly editor?: Editor;
}

/** A text shorter than this could stand inside another post by chance. */
const shortest = 80;

/** How much of a text is looked up at once. */
const prefix = 24;

/** Log-odds at the first line and, against a start, at the inner lines of a post of several lines. */
const wholePost = 8;

/** A single line can be quoted or listed elsewhere, and a page prints things under a post that other dumps leave out. */
const hint = 4;

/** So many posts, found by the page's own reading as well, show that two dumps share posts. */
const fewestShared = 2;

/** The share of matches that the page's own reading must agree with; the others may be quotations. */
const leastAgreed = 2 / 3;

interface Match {
  readonly post: KnownPost;
  /** Tokens of the page, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  readonly length: number;
}

/**
 * Finds on a page the texts of posts whose limits are known from other dumps, and says by line how likely a post starts there. A text of another
 * channel counts where the page marks it as forwarded, or where the two dumps share posts, which the page's own reading must show: `starts` are the
 * first lines of its posts, as read without the other dumps. Everything else is a quotation. Texts are compared without regard to line breaks, which
 * extractors move; a match inside a longer one is part of it.
 */
export function settledBy(
  known: readonly KnownPost[],
  page: readonly Token[],
  starts: ReadonlySet<number>,
): ReadonlyMap<number, Settlement> {
  const tokens = withFooters(page);
  const matches = matchesOf(known, tokens);
  const sharing = filesThatShare(matches, tokens, starts);
  const counted = matches.filter(
    ({ post, start }) => post.sameChannel || sharing.has(post.file) || tokens[start - 1]?.kind === "forwarded",
  );
  const settled = new Map<number, Settlement>();
  const taken = new Uint8Array(tokens.length);
  for (const { post, start, end } of withoutRepeated(counted)) {
    if (taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    const [before, first, behind] = [tokens[start - 1], tokens[start], tokens[end]];
    // The lines of a reply stand above the post's own words and belong to it.
    const isUnder = before?.kind === "text" && !isBlock(tokens, start - 2);
    if (first && isUnder) say(first.first, end - start > 1 ? wholePost : hint, post.file);
    if (behind?.kind === "text") say(behind.first, hint, post.file);
    for (const inner of tokens.slice(start + 1, end)) say(inner.first, -wholePost, post.file);
  }
  return settled;

  function say(line: number, odds: number, file: string): void {
    const said = settled.get(line);
    if (said === undefined || Math.abs(odds) > Math.abs(said.odds)) settled.set(line, { odds, file });
  }
}

/** All places where a known text stands from the first character of a token to the last of one, the longest texts first. */
function matchesOf(known: readonly KnownPost[], tokens: readonly Token[]): readonly Match[] {
  const places = placesByPrefix(tokens);
  const matches: Match[] = [];
  const seen = new Set<string>();
  for (const post of known) {
    const key = keyOf(post.text);
    const once = `${post.file}\n${post.sameChannel}\n${key}`;
    if (key.length < shortest || seen.has(once)) continue;
    seen.add(once);
    for (const start of places.get(key.slice(0, prefix)) ?? []) {
      const end = endOfMatch(tokens, start, key);
      if (end !== undefined) matches.push({ post, start, end, length: key.length });
    }
  }
  return matches.sort((one, other) => other.length - one.length);
}

/** The dumps most of whose texts on this page are posts by the page's own reading too. */
function filesThatShare(
  matches: readonly Match[],
  tokens: readonly Token[],
  starts: ReadonlySet<number>,
): ReadonlySet<string> {
  const counts = new Map<string, { agreed: number; all: number }>();
  const isStart = (index: number): boolean => {
    const [before, token] = [tokens[index - 1], tokens[index]];
    return before?.kind !== "text" || token?.kind !== "text" || starts.has(token.first);
  };
  for (const { post, start, end } of matches) {
    const count = counts.get(post.file) ?? { agreed: 0, all: 0 };
    const isOne = tokens.slice(start + 1, end).every(({ first }) => !starts.has(first));
    if (isStart(start) && isStart(end) && isOne) count.agreed += 1;
    count.all += 1;
    counts.set(post.file, count);
  }
  const sharing = [...counts].filter(([, { agreed, all }]) => agreed >= fewestShared && agreed >= leastAgreed * all);
  return new Set(sharing.map(([file]) => file));
}

/** Without single lines that stand on the page more than once: one of the places is a quotation. */
function withoutRepeated(matches: readonly Match[]): readonly Match[] {
  const places = new Map<string, Set<number>>();
  for (const { post, start } of matches) {
    const own = places.get(post.text) ?? new Set<number>();
    places.set(post.text, own.add(start));
  }
  return matches.filter(({ post, start, end }) => end - start > 1 || places.get(post.text)?.size === 1);
}

/** Tokens by the beginning of the text that starts at them. */
function placesByPrefix(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== "text") continue;
    let text = token.key;
    for (let next = index + 1; text.length < prefix && tokens[next]?.kind === "text"; next += 1)
      text += ` ${tokens[next]?.key}`;
    const key = text.slice(0, prefix);
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  }
  return places;
}

/** The token behind the match of a text that starts at token `place`; nothing where it does not end with a token. */
function endOfMatch(tokens: readonly Token[], place: number, key: string): number | undefined {
  let at = 0;
  for (let index = place; tokens[index]?.kind === "text"; index += 1) {
    const own = tokens[index]?.key ?? "";
    if (!key.startsWith(own, at)) return undefined;
    at += own.length;
    if (at === key.length) return index + 1;
    at += 1;
  }
  return undefined;
}
