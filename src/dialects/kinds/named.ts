import { counterIn } from "../../model/channel-head.ts";
import type { Draft } from "../../model/draft.ts";
import type { Order } from "../../model/ledger.ts";
import { isBlank, type SourceText } from "../../read/source-text.ts";
import { headingDay } from "../../text/heading-day.ts";
import { literalPattern } from "../../text/literal.ts";
import { handleAlone } from "../../text/telegram-address.ts";
import { rangesOf } from "../boundaries/judge.ts";
import { withCommentLines } from "../lines/comment-lines.ts";
import { daysOver } from "../lines/days-over.ts";
import type { Mark } from "../lines/marks.ts";
import { withFooters } from "../lines/metadata.ts";
import { footerReader } from "../lines/metadata-lines.ts";
import { footerWords } from "../lines/metadata-words.ts";
import { recurringName } from "../lines/recurring-names.ts";
import { withReplies } from "../lines/replies.ts";
import { keyOf, type Token, tokensOf } from "../lines/tokens.ts";
import { isOwnLine, originOf, withWrappedLines } from "../lines/wrapped-lines.ts";
import type { Dialect, Hints, Parsed, Recognition } from "./dialect.ts";
import { typedReactions } from "./learned-marks.ts";
import { type PreviewHead, previewHead } from "./preview-head.ts";
import { singleCopyDraft } from "./single-copy.ts";

/**
 * Posts under the name of their channel, as a browser copies a page of t.me/s, with its head or from the middle, and as other sites show posts. The name
 * stands alone over each post, and over the first post of a day the day.
 *
 *     March 12
 *     Harbour News
 *     The pier opens at seven.
 *     1.2K views
 *     10:15
 *
 * An author may sign with that name, too: it opens a post only where the page has closed one above it.
 */
export const named: Dialect = {
  name: "named",
  printsOnce: true,
  shownBy: "the channel's name over each post shows where it starts",
  fidelity: 30,
  recognise,
  parse,
};

/** Fewer names are chance. */
const fewest = 3;

/** The least share of the ends of posts that the name stands under. */
const leastNamed = 0.8;

/** How many lines with text can stand over the first name below a title, how far down the page that name can stand, and its characters. */
const longestTop = 12;
const lowestTop = 60;
const longestName = 64;

/** A page's head, and the rest as tokens: the name over a post and the day above it are of kind `owner`. */
interface Layout {
  readonly head: NamedHead;
  readonly tokens: readonly Token[];
  readonly openers: number;
  readonly order?: Order;
}

type NamedHead = PreviewHead & { readonly name: string };

function layoutOf(source: SourceText): Layout | undefined {
  const counted = previewHead(source);
  const titled = counted?.name === undefined ? titledHead(source) : undefined;
  const unnamed = titled ?? headless(source) ?? alone(source);
  const head = counted?.name === undefined ? unnamed : { ...counted, name: counted.name };
  if (head === undefined) return undefined;
  const all = withCommentLines(tokensOf(source, head.last + 1, undefined, typedReactions(source, head.last + 1)));
  const isName = (at: number): boolean => isNameOver(all, at, keyOf(head.name));
  const closed = titled === undefined ? closedAbove(all, isName) : placesOf(all, isName);
  // What the channel says of itself may stand between the head and the first post.
  const top = Math.max(
    0,
    all.slice(0, longestMenu).findIndex((_, at) => isName(at)),
  );
  const own = recurringName(all.slice(top)).map((at) => at + top);
  const openers = new Set(closed.length > 0 ? closed : own.filter(isName));
  const from = firstOpener(all, openers);
  if (openers.size < fewest || from === undefined) return undefined;
  const tokens = all.map((token, at): Token => {
    // A day that is all there is between two names is a text, but for one below the page's title.
    const isAll = openers.has(at - 1) && at - 1 !== from;
    const isOwner = openers.has(at) || (isDay(token) && openers.has(at + 1) && !isAll);
    return isOwner ? { ...token, kind: "owner" } : token;
  });
  return {
    head,
    tokens: withPageMarks(withoutTail(source, tokens.slice(from))),
    openers: openers.size,
    ...(counted === undefined ? {} : { order: "oldest-first" }),
  };
}

/** The length of a video, where a post's text or its footer would stand. */
const videoLength: Mark = { name: "before", pattern: /^(?:\d{1,2}:)?\d{1,2}:\d{2}$/u, example: "0:42", media: "video" };

/** Longest line that says that a text goes on elsewhere, in characters. */
const longestMore = 40;

/** Also marks the lengths of videos, and lines such as `Read on…` that several texts end in. */
function withPageMarks(tokens: readonly Token[]): readonly Token[] {
  const more = new Map<string, number>();
  const isMore = (at: number): boolean =>
    (tokens[at + 1]?.kind ?? "owner") === "owner" &&
    tokens[at]?.kind === "text" &&
    moreLine.test(tokens[at]?.key ?? "");
  for (const at of placesOf(tokens, isMore))
    more.set(tokens[at]?.key ?? "", (more.get(tokens[at]?.key ?? "") ?? 0) + 1);
  return tokens.map((token, at): Token => {
    if (token.kind !== "text") return token;
    if (isMore(at) && (more.get(token.key) ?? 0) > 1) return { ...token, kind: "after" };
    const [above, below] = [tokens[at - 1]?.kind, tokens[at + 1]?.kind];
    const isLength = (above === "owner" || above === "forwarded") && below !== "owner" && below !== undefined;
    return isLength && videoLength.pattern.test(token.key) ? { ...token, kind: "before", mark: videoLength } : token;
  });
}

const moreLine = new RegExp(`^\\p{L}.{0,${longestMore - 2}}(?:…|\\.{3})$`, "u");

function placesOf(tokens: readonly Token[], fits: (at: number) => boolean): readonly number[] {
  return tokens.flatMap((_, at) => (fits(at) ? [at] : []));
}

/** Whether a line is the channel's name and can head a post: over its number of subscribers, it is a head of the page. */
function isNameOver(tokens: readonly Token[], at: number, name: string): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  return (
    token?.kind === "text" && token.key === name && (next === undefined || counterIn(next.text.trim()) === undefined)
  );
}

/** Lines of the page's menu and of a second head that can stand above the first post. */
const longestMenu = 12;

/** Where the first post starts, at its day where one stands above its name. */
function firstOpener(tokens: readonly Token[], openers: ReadonlySet<number>): number | undefined {
  const at = tokens.findIndex((_, place) => openers.has(place));
  if (at < 0 || at > longestMenu) return undefined;
  return isDay(tokens[at - 1]) ? at - 1 : at;
}

/** Lines that the page prints at the end of a post, in any language that is known. */
const { footerOf, namesViews } = footerReader(footerWords);

/** The names right below the end of a post or below a day; none where few ends of posts have one below. */
function closedAbove(tokens: readonly Token[], isName: (at: number) => boolean): readonly number[] {
  const ends = new Set(placesOf(tokens, (at) => isEnd(tokens[at], isName(at + 1))));
  const isDayAt = (at: number): boolean => isDay(tokens[at]);
  const names = placesOf(tokens, isName);
  const opens = (at: number): boolean =>
    ends.has(at - 1) || (isDayAt(at - 1) && (ends.has(at - 2) || at <= longestMenu)) || at === names[0];
  const found = new Set(names.filter(opens));
  const inner = [...ends].filter((at) => at < tokens.length - 1);
  const held = inner.filter(
    (at) => found.has(at + 1) || (isDayAt(at + 1) && found.has(at + 2)) || tokens[at + 1]?.kind === "whole",
  );
  return held.length >= fewest - 1 && held.length >= inner.length * leastNamed ? [...found] : [];
}

/** Whether the page closes a post with a line: its clock time, its views where the name stands below them, and a service line is a post of its own. */
function isEnd(token: Token | undefined, isOverName: boolean): boolean {
  if (token?.kind === "whole") return true;
  return token?.kind === "text" && (footerOf(token.text) !== undefined || (isOverName && namesViews(token.text)));
}

function isDay(token: Token | undefined): boolean {
  return token?.kind === "text" && headingDay(token.text) !== undefined;
}

/** Whether a line can be the name of a channel alone: no sentence, no hashtag, no user name, no address. */
function canBeName(line: string): boolean {
  return line.length <= longestName && /\p{L}/u.test(line) && !/[.!?:;,…]$|^[#@]|\/\//u.test(line);
}

/** The head of a page without counters whose title holds the name that stands below blank lines over each post: `Posts of the channel - Harbour News`. */
function titledHead({ lines }: SourceText): NamedHead | undefined {
  const places = new Map<string, number[]>();
  for (const [at, line] of lines.entries()) {
    const key = line.length > longestName ? "" : keyOf(line);
    if (!canBeName(key)) continue;
    const own = places.get(key) ?? [];
    places.set(key, own);
    own.push(at);
  }
  for (const [name, [first = 0, ...others]] of places) {
    const parted = others.filter((at) => isBlank(lines[at - 1] ?? "")).length;
    if (first > lowestTop || others.length < fewest - 1 || parted < others.length * leastNamed) continue;
    const above = lines.slice(0, first).filter((line) => !isBlank(line));
    const title = new RegExp(`[|:–—-] ${literalPattern(name)}$|^${literalPattern(name)} [|–—-] `, "u");
    if (above.length <= longestTop && above.some((line) => title.test(keyOf(line)))) return { name, last: first };
  }
  return undefined;
}

/** Posts alone, the name over each of them. */
function alone(source: SourceText): NamedHead | undefined {
  // Most pages show at once that nothing of the kind recurs.
  const top = source.lines.find((line) => !isBlank(line))?.trim();
  if (source.lines.filter((line) => line.trim() === top).length < fewest) return undefined;
  const tokens = tokensOf(source, 1, undefined, typedReactions(source, 1));
  const [at, next] = recurringName(tokens);
  const name = at === undefined ? undefined : tokens[at]?.text.trim();
  if (name === undefined) return undefined;
  // The first is the page's title where no more than where it was stands below: `t.me`, `https://t.me/s/harbournews`.
  const below = tokens.slice((at ?? 0) + 1, next).map(({ text }) => text.trim());
  const isTitle = below.length > 0 && below.every((line) => hostAlone.test(line) || handleAlone(line) !== undefined);
  if (!isTitle || next === undefined) return { name, last: 0 };
  const handle = below.map(handleAlone).find((own) => own !== undefined);
  return { name, ...(handle === undefined ? {} : { handle }), last: (tokens[next]?.first ?? 1) - 1 };
}

/** The site that a page is of, as browsers print it below its title. */
const hostAlone = /^(?:www\.)?[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/iu;

/** A part of a page without its head: one line stands below almost every line that closes a post, or below the day there. */
function headless(source: SourceText): NamedHead | undefined {
  const tokens = withCommentLines(tokensOf(source, 1, undefined, typedReactions(source, 1)));
  const below = new Map<string, number>();
  let ends = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== "text" || !/\p{Nd}/u.test(token.text) || footerOf(token.text) === undefined) continue;
    const next = tokens[isDay(tokens[at + 1]) ? at + 2 : at + 1];
    // Of several lines that close a post, the last counts.
    if (next === undefined || next.kind !== "text" || footerOf(next.text) !== undefined) continue;
    ends += 1;
    if (canBeName(next.key)) below.set(next.key, (below.get(next.key) ?? 0) + 1);
  }
  const [most] = [...below].sort(([, one], [, other]) => other - one);
  if (most === undefined || most[1] < fewest - 1 || most[1] < ends * leastNamed) return undefined;
  return { name: most[0], last: 0 };
}

function recognise(source: SourceText): Recognition {
  const layout = layoutOf(source);
  if (layout === undefined) return { lines: 0, evidence: "no name of a channel over each post" };
  const evidence = `the channel's name stands over ${layout.openers} posts: “${layout.head.name.slice(0, 60)}”`;
  return { lines: source.lines.length + 1, evidence };
}

function parse(source: SourceText, hints: Hints): Parsed {
  const layout = layoutOf(source);
  if (layout === undefined) return { drafts: [], findings: [] };
  const { head, order } = layout;
  const { name, handle, about } = head;
  const footed = withFooters(ownReplies(layout.tokens, keyOf(name)));
  const tokens = withReplies(withWrappedLines(footed, isOwnLine(hints), originOf(source)), name);
  const ranges = rangesOf(tokens, startsOf(tokens, hints));
  const days = daysOver(tokens, ranges);
  const drafts = ranges.flatMap((range, at): readonly Draft[] => {
    // A name with nothing below it is the page's title.
    if (tokens.slice(range.start, range.end).every(({ kind }) => kind === "owner")) return [];
    const dayOver = days[at];
    const draft = singleCopyDraft(source, tokens, range, { kind: "marked" });
    return [dayOver === undefined ? draft : { ...draft, dayOver }];
  });
  return {
    drafts,
    ...(order === undefined ? {} : { order }),
    findings: [],
    channel: handle === undefined ? { name } : { name, handle },
    ...(about === undefined ? {} : { about }),
  };
}

/** A post starts at its name or the day above it, below a footer and at a service line; a person's word goes before that. */
function startsOf(tokens: readonly Token[], hints: Hints): readonly number[] {
  return tokens.flatMap((token, at) => {
    const above = tokens[at - 1];
    if (above === undefined || hints.start.has(token.first)) return [at];
    if (hints.join.has(token.first)) return [];
    const opens = token.kind === "owner" && above.kind !== "owner";
    return opens || token.kind === "whole" || above.kind === "whole" || above.kind === "footer" ? [at] : [];
  });
}

/** Under the name over its post, the name again is that of the quoted post, whose words stand in the next line. */
function ownReplies(tokens: readonly Token[], name: string): readonly Token[] {
  const isAuthor = (at: number): boolean =>
    tokens[at - 1]?.kind === "owner" &&
    tokens[at]?.kind === "text" &&
    tokens[at]?.key === name &&
    tokens[at + 1]?.kind === "text" &&
    tokens[at + 2]?.kind === "text";
  return tokens.flatMap((token, at): readonly Token[] => {
    if (isAuthor(at - 1)) return [];
    return isAuthor(at) ? [{ ...token, kind: "reply", last: tokens[at + 1]?.last ?? token.last }] : [token];
  });
}

/** The tokens without those at the end of the page that stand above its posts as well, such as a button. */
function withoutTail({ lines }: SourceText, tokens: readonly Token[]): readonly Token[] {
  const above = new Set(lines.slice(0, (tokens[0]?.first ?? 1) - 1).map(keyOf));
  return tokens.slice(0, tokens.findLastIndex((token) => token.kind !== "text" || !above.has(token.key)) + 1);
}
