import { isHashtagLine } from "../../text/hashtags.ts";
import type { Token } from "../lines/tokens.ts";

/**
 * What one page shows about its own lines, learnt from how they recur. A channel repeats itself: it signs its posts, closes
 * them with the same two lines, opens them with the same emoji. None of it is known beforehand.
 */
export interface PageStatistics {
  /** How surely a line closes posts on this page, 0 to 1: it recurs, and what follows it varies. */
  closes(token: Token): number;
  /** Share of the page's likely post ends that are such lines; where it is high, an end without one is unlikely. */
  readonly closing: number;
  /** How surely `next` belongs to `previous`: wherever a line like the one stands, a line like the other follows. */
  binds(previous: Token, next: Token): number;
  /** How surely a line heads a paragraph inside posts: lines with its emoji do, again and again, with ever new words. */
  heads(token: Token): number;
  /** How often lines that start as these two do stand together, of all such lines. */
  pairs(previous: Token, next: Token): number;
  /** Of the lines that start with this one's emoji, and whose nature is clear, the share that opens a post. */
  opens(token: Token): number;
  /** Whether a line starts with an emoji that this page uses as a bullet: most of its lines stand in runs, and none opens a post. */
  isBullet(token: Token): boolean;
  /** Share of the candidates that have a blank line; a page poor in them parts paragraphs by single newlines. */
  readonly blankShare: number;
}

/** Ways of seeing two lines as alike, from strict to loose. */
const waysOfSeeing: readonly ((token: Token) => string | undefined)[] = [
  (token) => token.key,
  (token) => template(token.key),
  (token) => tail(token.key),
];

/** Fewest times a line must stand on the page before it is taken for a habit. */
const fewest = 3;

/** Reads a page's statistics from its tokens. */
export function pageStatisticsOf(tokens: readonly Token[]): PageStatistics {
  const likenesses = waysOfSeeing.map(remembered);
  const followers = likenesses.map((alike) => followersOf(tokens, alike));
  const bullets = bulletsOf(tokens);
  const headings = headingsOf(tokens);
  const signFollowers = followersOf(tokens, sign);
  const gaps = tokens.filter((token) => token.gap > 0).length;
  const closes = remembered((token: Token): number =>
    Math.max(...likenesses.map((alike, level) => closing(alike(token), followers[level]))),
  );
  const openers = openersOf(tokens);
  return {
    closes,
    closing: closingShare(tokens, closes),
    binds: (previous, next) =>
      Math.max(
        ...likenesses.slice(0, 2).map((alike, level) => binding(alike(previous), alike(next), followers[level])),
      ),
    heads: (token) => (token.gap === 0 ? 0 : (headings.get(token.emoji ?? "") ?? 0)),
    pairs: (previous, next) => binding(sign(previous), sign(next), signFollowers),
    opens: (token) => openers.get(token.emoji ?? "") ?? 0,
    isBullet: (token) => bullets.has(token.emoji ?? "") && (openers.get(token.emoji ?? "") ?? 0) < 0.5,
    blankShare: tokens.length === 0 ? 0 : gaps / tokens.length,
  };
}

/** A question about tokens that is asked many times and answered once for each. */
function remembered<Answer>(ask: (token: Token) => Answer): (token: Token) => Answer {
  const answers = new Map<Token, Answer>();
  return (token) => {
    const known = answers.get(token);
    if (known !== undefined || answers.has(token)) return known as Answer;
    const answer = ask(token);
    answers.set(token, answer);
    return answer;
  };
}

interface Followers {
  /** How often the line stands, and how often a line or a mark follows it without a blank line. */
  count: number;
  close: number;
  /** What follows it without a blank line, by likeness. */
  readonly next: Map<string, number>;
  /** How often the commonest of them does. */
  most: number;
}

function followersOf(
  tokens: readonly Token[],
  alike: (token: Token) => string | undefined,
): ReadonlyMap<string, Followers> {
  const found = new Map<string, Followers>();
  for (const [index, token] of tokens.entries()) {
    const key = token.kind === "text" ? alike(token) : undefined;
    if (key === undefined) continue;
    const entry = found.get(key) ?? { count: 0, close: 0, next: new Map<string, number>(), most: 0 };
    const next = tokens[index + 1];
    entry.count += 1;
    if (next === undefined || next.gap === 0) {
      entry.close += 1;
      const follower = next?.kind === "text" ? (alike(next) ?? next.key) : "";
      const times = (entry.next.get(follower) ?? 0) + 1;
      if (follower !== "") {
        entry.next.set(follower, times);
        entry.most = Math.max(entry.most, times);
      }
    }
    found.set(key, entry);
  }
  return found;
}

function closing(key: string | undefined, followers: ReadonlyMap<string, Followers> | undefined): number {
  const entry = key === undefined ? undefined : followers?.get(key);
  if (entry === undefined || entry.count < fewest) return 0;
  const varied = 1 - entry.most / Math.max(1, entry.close);
  const close = entry.close / entry.count;
  // One more line speaks louder than the last: half of certainty at three, nine tenths at ten.
  const enough = 1 - 1.5 / entry.count;
  return close * close * (entry.close <= 1 ? 0 : varied) * enough;
}

function binding(
  key: string | undefined,
  nextKey: string | undefined,
  followers: ReadonlyMap<string, Followers> | undefined,
): number {
  const entry = key === undefined ? undefined : followers?.get(key);
  if (entry === undefined || nextKey === undefined || key === nextKey || entry.count < 2) return 0;
  const together = entry.next.get(nextKey) ?? 0;
  return together < 2 ? 0 : (together - 1) / Math.max(entry.count, followers?.get(nextKey)?.count ?? 0);
}

/** Reactions and footers stand behind any last line of a text: they tell nothing of closing lines. */
const endsNothing: ReadonlySet<string> = new Set(["text", "reactions", "footer"]);

/** Of the places that look like ends of posts (a mark follows, or a closing line), the share that closing lines make up. */
function closingShare(tokens: readonly Token[], closes: (token: Token) => number): number {
  let marked = 0;
  let closed = 0;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (token.kind !== "text" || next === undefined || endsNothing.has(next.kind)) continue;
    marked += 1;
    closed += closes(token);
  }
  return (closed + 0.5) / (marked + 2);
}

/**
 * For each leading emoji: of its lines behind a mark (they open a post) or behind a blank line (they do not), the share that
 * opens one. Lines behind a single newline are what is asked, so they tell nothing.
 */
function openersOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { open: number; inner: number }>();
  for (const [index, token] of tokens.entries()) {
    const emoji = token.kind === "text" ? token.emoji : undefined;
    if (emoji === undefined) continue;
    const before = tokens[index - 1]?.kind;
    const opens = before === undefined || before !== "text";
    if (!opens && token.gap === 0) continue;
    const count = counts.get(emoji) ?? { open: 0, inner: 0 };
    counts.set(emoji, { open: count.open + (opens ? 1 : 0), inner: count.inner + (opens ? 0 : 1) });
  }
  return new Map([...counts].map(([emoji, { open, inner }]) => [emoji, open / (open + inner + 1)]));
}

/** For each leading emoji: of its lines, the share of different ones behind a blank line and with text right under them. */
function headingsOf(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const found = new Map<string, { all: number; heads: Set<string> }>();
  for (const [index, token] of tokens.entries()) {
    const emoji = token.kind === "text" ? token.emoji : undefined;
    if (emoji === undefined) continue;
    const entry = found.get(emoji) ?? { all: 0, heads: new Set<string>() };
    const next = tokens[index + 1];
    entry.all += 1;
    if (token.gap > 0 && next?.kind === "text" && next.gap === 0) entry.heads.add(token.key);
    found.set(emoji, entry);
  }
  const shares = [...found].map(
    ([emoji, { all, heads }]) => [emoji, heads.size < fewest ? 0 : heads.size / (all + 1)] as const,
  );
  return new Map(shares);
}

/** Shortest run of lines with one emoji that is taken for a list. */
const shortestList = 4;

/** Emoji most of whose lines stand in runs without a blank line between them. */
function bulletsOf(tokens: readonly Token[]): ReadonlySet<string> {
  const counts = new Map<string, { listed: number; all: number }>();
  for (let start = 0; start < tokens.length; ) {
    const emoji = tokens[start]?.kind === "text" ? tokens[start]?.emoji : undefined;
    let end = start + 1;
    while (emoji !== undefined && tokens[end]?.emoji === emoji && tokens[end]?.tight) end += 1;
    if (emoji !== undefined) {
      const count = counts.get(emoji) ?? { listed: 0, all: 0 };
      const length = end - start;
      counts.set(emoji, { listed: count.listed + (length >= shortestList ? length : 0), all: count.all + length });
    }
    start = end;
  }
  return new Set([...counts].filter(([, { listed, all }]) => listed > all * 0.6).map(([emoji]) => emoji));
}

/** How a line begins: its emoji, and whether hashtags follow. */
function sign(token: Token): string | undefined {
  const emoji = token.emoji;
  if (isHashtagLine(token.text)) return `${emoji ?? ""}#`;
  return emoji;
}

/** The line with its words and numbers masked: `📅 2023年7月11日（CST）` and `📅 2023年7月9日（UTC+8）` have one template. */
function template(key: string): string | undefined {
  if (key.length > 120) return undefined;
  if (isHashtagLine(key)) return `${leadingSign(key)}#`;
  const masked = key
    .replace(/https?:\/\/\S+/gu, "U")
    .replace(/\p{N}+/gu, "0")
    .replace(/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}][\p{L}\p{M}'’]*/gu, (word) =>
      word.length > 3 ? "w" : "s",
    );
  // A line of words alone has the template of every other; it says nothing.
  const signs = masked.replace(/[ws\s0,.!?]/gu, "");
  return signs === "" ? undefined : masked;
}

function leadingSign(key: string): string {
  return /^[^\p{L}\p{N}#]*/u.exec(key)?.[0] ?? "";
}

/** The last word of a longer line, where it is a name or an address that can sign a post. */
function tail(key: string): string | undefined {
  const last = /\s(?<last>\(?[@#]\w+\)?)$/u.exec(key)?.groups?.last;
  return last === undefined ? undefined : `…${last.replace(/\p{N}+/gu, "0")}`;
}
