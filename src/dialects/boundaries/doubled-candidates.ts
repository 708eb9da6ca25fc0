import type { Hints } from "../kinds/dialect.ts";
import { linkPreviewsIn, type PreviewPlace } from "../lines/link-previews.ts";
import { saysSomething } from "../lines/parts.ts";
import { looksLikeExcerpt } from "../lines/replies.ts";
import type { Token } from "../lines/tokens.ts";
import { type Alignment, alignCopies, copyCosts, dearest } from "./copies.ts";

/** One post of a doubled preview, as indices of tokens: `[start, end)`, its parts in page order. */
export interface DoubledPost {
  readonly start: number;
  readonly end: number;
  /** Author line and excerpt of a reply, where there is one. */
  readonly reply: readonly [author: number, excerpt: number] | undefined;
  /** The best text in reading order, merged from both copies. */
  readonly text: readonly number[];
  /** Lines of the second copy that repeat one of the first. */
  readonly copies: readonly number[];
  /** Lines of the first copy that the second lacks. */
  readonly dropped: readonly number[];
  /** The link preview behind the text, printed once. */
  readonly preview: PreviewPlace | undefined;
  /** What is unusual about the post whatever the page's other posts are like, as negative log-likelihood. */
  readonly cost: number;
}

/** What unusual posts cost, as negative log-likelihood. */
const costs = {
  post: 1,
  line: 1,
  /** A video without a caption. */
  noText: 3,
  /** `Please open Telegram…` standing for a whole post. */
  hidden: 4,
  /** `Please open Telegram…` behind a text whose copies are alike. */
  announcedForNothing: 1,
  /** A second such pair, for a hidden post that the page runs into this one. */
  announcedTwice: 2,
  /** No line is left of the second copy. */
  allDropped: 1,
  /** A reply whose excerpt is cut with `…`, and any other. */
  reply: 2,
  replyUncut: 12,
  /** A link preview: three lines at the most that would else be posts of one line. */
  preview: 1,
  /** The end of a post without a footer, on a page that prints footers. */
  footless: 20,
  /** A boundary against a person's word. */
  forbidden: 1_000,
} as const;

/** How many later places of a line are tried as the start of its copy, and how far a block quote may reach. */
const placesTried = 3;
const anchorsTried = 2;
const longestQuote = 40;

/**
 * For each token of a doubled preview every post that can start there; there is always at least one. A post is a forwarded mark, placeholders, a
 * reply block, the text, the text again from its second line on, `Please open Telegram…`, reactions and a footer; each of them may be missing.
 */
export function doubledCandidates(tokens: readonly Token[], hints: Hints): readonly (readonly DoubledPost[])[] {
  const page = pageOf(tokens, hints);
  const told = hints.start.size > 0 || hints.join.size > 0;
  return tokens.map((_, start): readonly DoubledPost[] => {
    const posts = postsAt(start, page);
    return told ? posts.map((post) => ({ ...post, cost: post.cost + againstHints(post, tokens, hints) })) : posts;
  });
}

/** The tokens of a page, and what is asked of them again and again, worked out once. */
interface Page {
  readonly tokens: readonly Token[];
  readonly hints: Hints;
  /** Where each line stands, so that the copy of a line is found without looking through the dump. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** For each token the first from it on that is no text. */
  readonly textEnds: Int32Array;
  /** For each token the first from it on that does not start with an emoji. */
  readonly plainFrom: Int32Array;
  readonly previews: ReadonlyMap<number, PreviewPlace>;
  /** Whether the page prints footers. */
  readonly footed: boolean;
  /** For each token the bodies that can start there, once they were asked for. */
  readonly bodies: (readonly Body[] | undefined)[];
}

function pageOf(tokens: readonly Token[], hints: Hints): Page {
  const firstFrom = (test: (token: Token) => boolean): Int32Array => {
    const first = new Int32Array(tokens.length + 1).fill(tokens.length);
    for (const [index, token] of [...tokens.entries()].reverse())
      first[index] = test(token) ? index : (first[index + 1] ?? 0);
    return first;
  };
  return {
    tokens,
    hints,
    places: placesOf(tokens),
    textEnds: firstFrom((token) => token.kind !== "text"),
    plainFrom: firstFrom((token) => token.emoji === undefined),
    previews: linkPreviewsIn(tokens, hints),
    footed: tokens.some((token) => token.kind === "footer"),
    bodies: new Array(tokens.length),
  };
}

function placesOf(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  tokens.forEach((token, index) => {
    if (token.kind !== "text") return;
    const list = places.get(token.key);
    if (list) list.push(index);
    else places.set(token.key, [index]);
  });
  return places;
}

/** Every post that can start at a token. There is always at least one. */
function postsAt(start: number, page: Page): readonly DoubledPost[] {
  const { tokens } = page;
  const head = headEnd(start, tokens);
  const token = tokens[start];
  if (token?.kind === "whole" && head === start) {
    const text = saysSomething(token) ? [start] : [];
    return closings(start, undefined, costs.post, { ...noBody, text, end: start + 1 }, page);
  }
  // A page that shows a forwarded mark, a video or reactions and no text: the post has none.
  const posts = closings(start, undefined, costs.post + costs.noText, { ...noBody, end: head }, page);
  const filesEnd = fileEnd(head, tokens);
  const files = indices(head, filesEnd);
  // Files stand above their caption, a name and a size each; they are printed once, and may have no caption.
  if (files.length > 0)
    posts.push(...closings(start, undefined, costs.post, { ...noBody, text: files, end: filesEnd }, page));
  for (const at of new Set([head, filesEnd])) {
    const own = at === filesEnd ? files : [];
    for (const [place, reply, replyCost] of bodyPlacesAt(at, tokens)) {
      for (const body of bodiesAt(place, page)) {
        const whole = own.length === 0 ? body : { ...body, text: [...own, ...body.text] };
        posts.push(...closings(start, reply, costs.post + replyCost, whole, page));
      }
    }
  }
  return posts;
}

/** Index behind the files that stand from a token on: names with their sizes. */
function fileEnd(from: number, tokens: readonly Token[]): number {
  let at = from;
  while (isName(tokens[at]) && tokens[at + 1]?.mark?.name === "size") at += 2;
  return at;
}

function isName(token: Token | undefined): boolean {
  return token?.kind === "text" && token.mark === undefined;
}

/** The text of a post as it can stand from a token on, both copies of it: what is the same whatever comes before it. */
type Body = Pick<DoubledPost, "text" | "copies" | "dropped" | "end" | "cost">;

const noBody: Body = { text: [], copies: [], dropped: [], end: 0, cost: 0 };

/** Index behind the forwarded mark, the bot's mark and the placeholders that open a post. */
function headEnd(start: number, tokens: readonly Token[]): number {
  let at = start;
  if (tokens[at]?.kind === "forwarded") at += 1;
  if (tokens[at]?.kind === "via") at += 1;
  while (tokens[at]?.kind === "before") at += 1;
  return at;
}

type BodyPlace = readonly [body: number, reply: readonly [number, number] | undefined, cost: number];

/** Where the text can start: right behind the head, or behind a reply block of two lines (and the post's own media). */
function bodyPlacesAt(head: number, tokens: readonly Token[]): readonly BodyPlace[] {
  const bodies: BodyPlace[] = [];
  if (tokens[head]?.kind === "text") bodies.push([head, undefined, 0]);
  const excerpt = tokens[head + 1];
  if (tokens[head]?.kind !== "text" || excerpt?.kind !== "text") return bodies;
  let body = head + 2;
  while (tokens[body]?.kind === "before") body += 1;
  if (tokens[body]?.kind !== "text") return bodies;
  const cost = looksLikeExcerpt(excerpt.text) ? costs.reply : costs.replyUncut;
  bodies.push([body, [head, head + 1], cost]);
  return bodies;
}

/** Every text that can start at `body`. The same body serves a post that starts there and a reply that starts two lines above. */
function bodiesAt(body: number, page: Page): readonly Body[] {
  const known = page.bodies[body];
  if (known !== undefined) return known;
  const { tokens } = page;
  const bodies: Body[] = [{ ...noBody, text: [body], end: body + 1, cost: costs.line }];
  const joined = joinedEnd(body, page);
  if (joined > body + 1) {
    const text = indices(body, joined);
    bodies.push({ ...noBody, text, end: joined, cost: costs.line * text.length });
  }
  const limit = page.textEnds[body] ?? body;
  const announced = tokens[limit]?.kind === "after";
  for (const { union, repeats, dropped, end, cost } of doublesAt(body, limit, announced, page)) {
    const text = [body, ...union];
    bodies.push({ text, copies: repeats, dropped, end, cost: cost + costs.line * text.length });
  }
  // Every line but the first may be missing in the second copy: nothing of it is left.
  const lost = limit - body - 1;
  if (announced && lost > 0 && (page.plainFrom[body + 1] ?? 0) >= limit) {
    const text = indices(body, limit);
    const dropped = copyCosts.emojiRunDropped + copyCosts.emojiLineDropped * lost;
    const cost = dropped + costs.allDropped + costs.line * text.length;
    bodies.push({ text, copies: [], dropped: indices(body + 1, limit), end: limit, cost });
  }
  page.bodies[body] = bodies;
  return bodies;
}

/** First token from `body` on that a person did not join to the one before it. */
function joinedEnd(body: number, { tokens, hints }: Page): number {
  let at = body + 1;
  while (tokens[at]?.kind === "text" && hints.join.has(tokens[at]?.first ?? 0)) at += 1;
  return at;
}

/** Every alignment of a text that starts at `body` with a second copy behind it. */
function* doublesAt(body: number, limit: number, announced: boolean, page: Page): Generator<Alignment> {
  const { tokens } = page;
  const atEnd = limit === tokens.length;
  for (const second of secondCopies(body, limit, announced, page)) {
    const sought = { tokens, first: body + 1, second, limit, atEnd };
    if (canRepeat(body, second, limit, page)) yield* alignCopies({ ...sought, announced: false });
    if (announced && repeatsMostly(body, second, limit, page)) yield* alignCopies({ ...sought, announced: true });
  }
}

/** Whether enough lines of a first copy `(body, second)` stand again behind it; lines cut off by the dump's end do not count. */
function canRepeat(body: number, second: number, limit: number, { tokens, places }: Page): boolean {
  let missing = 0;
  let open = 0;
  for (let at = body + 1; at < second && missing <= dearest; at += 1) {
    const recurs = later(places.get(tokens[at]?.key ?? "") ?? [], second - 1, limit).length > 0;
    if (!recurs) open += tokens[at]?.emoji === undefined ? copyCosts.lineDropped : copyCosts.emojiDroppedUnannounced;
    else missing = open;
    if (limit !== tokens.length) missing = open;
  }
  return missing <= dearest;
}

/** Whether the lines of `[second, limit)` stand in the first copy `(body, second)`, a block quote's length excepted. */
function repeatsMostly(body: number, second: number, limit: number, { tokens, places }: Page): boolean {
  if (limit - second > second - body + longestQuote) return false;
  let strange = 0;
  for (let at = second; at < limit && strange <= longestQuote; at += 1) {
    const [place] = later(places.get(tokens[at]?.key ?? "") ?? [], body, second);
    if (place === undefined) strange += 1;
  }
  return strange <= longestQuote;
}

/**
 * Where the second copy can start: at a later place of the text's second line, or, where that line may be missing in the
 * copy, of the first that is not; or at a block quote before that place.
 */
function secondCopies(body: number, limit: number, announced: boolean, { tokens, places }: Page): ReadonlySet<number> {
  const starts = new Set<number>();
  let anchors = 0;
  for (let anchor = body + 1; anchor < limit && anchors < anchorsTried; anchor += 1) {
    const token = tokens[anchor];
    if (token === undefined) break;
    const found = later(places.get(token.key) ?? [], anchor, limit);
    if (found.length > 0) anchors += 1;
    for (const place of found) {
      if (closesCopy(place)) starts.add(place);
      const quote = quoteBefore(place, anchor);
      if (quote < place && closesCopy(quote)) starts.add(quote);
    }
    if (!announced || token.emoji === undefined) break;
  }
  return starts;

  /** A block quote right behind the first line: back to the last line that stands again, which closes the first copy. */
  function quoteBefore(place: number, anchor: number): number {
    const earliest = Math.max(anchor + 1, place - longestQuote);
    let quote = place;
    while (quote > earliest && !recurs(quote - 1, place)) quote -= 1;
    return quote;
  }

  /** The line before a second copy is the last of the first copy, so it stands again, unless it was dropped or cut off. */
  function closesCopy(second: number): boolean {
    const last = tokens[second - 1];
    if (last === undefined || recurs(second - 1, second - 1) || cutOff(second)) return true;
    return announced && last.emoji !== undefined;
  }

  /** The dump ends inside the second copy: then its last line stands in the first. */
  function cutOff(second: number): boolean {
    if (limit !== tokens.length) return false;
    const list = places.get(tokens[limit - 1]?.key ?? "") ?? [];
    return list.some((place) => place > body && place < second);
  }

  function recurs(index: number, after: number): boolean {
    return later(places.get(tokens[index]?.key ?? "") ?? [], after, limit).length > 0;
  }
}

/** The next few places behind `after` and before `limit`. */
function later(list: readonly number[], after: number, limit: number): readonly number[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) <= after) low = middle + 1;
    else high = middle;
  }
  return list.slice(low, low + placesTried).filter((place) => place < limit);
}

/**
 * Closes a post whose body is known: `Please open Telegram…`, a link preview, reactions and a footer, as far as they stand behind it. Where
 * lines look like a link preview, the post may also end before them.
 */
function closings(start: number, reply: DoubledPost["reply"], before: number, body: Body, page: Page): DoubledPost[] {
  const { tokens, previews } = page;
  const { text, copies, dropped } = body;
  const posts: DoubledPost[] = [];
  let at = body.end;
  let cost = before + body.cost;
  while (tokens[at]?.kind === "after") at += 1;
  const announced = at - body.end;
  if (announced > 0) cost += text.length === 0 ? costs.hidden : costs.announcedForNothing;
  if (announced > 1) cost += costs.announcedTwice;
  const preview = previews.get(at);
  if (preview !== undefined && preview.link >= start && text.length > 0) {
    const end = metadataEnd(preview.end, tokens);
    const own = cost + costs.preview + footlessCost(end, page);
    posts.push({ start, end, reply, text, copies, dropped, preview, cost: own });
  }
  at = metadataEnd(at, tokens);
  cost += footlessCost(at, page);
  if (at > start) posts.push({ start, end: at, reply, text, copies, dropped, preview: undefined, cost });
  return posts;
}

/** Index behind the reactions and the footer that stand from a token on. */
function metadataEnd(from: number, tokens: readonly Token[]): number {
  const at = tokens[from]?.kind === "reactions" ? from + 1 : from;
  return tokens[at]?.kind === "footer" ? at + 1 : at;
}

function footlessCost(end: number, { tokens, footed }: Page): number {
  return footed && end < tokens.length && tokens[end - 1]?.kind !== "footer" ? costs.footless : 0;
}

/** What a post costs against a person's word: a start inside it, or a start where none may be. */
function againstHints(post: DoubledPost, tokens: readonly Token[], hints: Hints): number {
  if (hints.start.size === 0 && hints.join.size === 0) return 0;
  let broken = post.start > 0 && hints.join.has(tokens[post.start]?.first ?? 0) ? 1 : 0;
  for (let at = post.start + 1; at < post.end; at += 1) if (hints.start.has(tokens[at]?.first ?? 0)) broken += 1;
  return broken * costs.forbidden;
}

function indices(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}
