import type { Draft } from "../../model/draft.ts";
import { isBlank, lineAt, type SourceText } from "../../read/source-text.ts";
import { nameKey } from "../../text/name-key.ts";
import { type DatedPage, withoutDays } from "../boundaries/days-over-posts.ts";
import { doubtful } from "../boundaries/judge.ts";
import { type JudgedPage, judgePage, separatorFindings, splitWords, unopened } from "../boundaries/judge-page.ts";
import { unsureFindings } from "../boundaries/reliability.ts";
import { withClosingClocks } from "../lines/closing-clocks.ts";
import { closingMoment } from "../lines/closing-moments.ts";
import { withDaysOver } from "../lines/days-over.ts";
import { withFooters } from "../lines/metadata.ts";
import { isRulerLine } from "../lines/rulers.ts";
import { type Token, tokensOf } from "../lines/tokens.ts";
import { isOwnLine, originOf, withWrappedLines } from "../lines/wrapped-lines.ts";
import type { Dialect, Finding, Hints, Parsed } from "./dialect.ts";
import { descriptionFinding, withHeadOver } from "./head-description.ts";
import { typedReactions } from "./learned-marks.ts";
import type { PreviewHead } from "./preview-head.ts";
import { draftsOf } from "./single-copy.ts";

/** Any other text: posts are parted by what the text itself shows to part them. */
export const plain: Dialect = {
  name: "plain",
  printsOnce: true,
  fidelity: 10,
  recognise: () => ({ lines: 1, evidence: "no page that Scrollback knows prints such lines" }),
  parse: (source, hints) => parseText(source, hints),
};

/** Reads a text as one of no known kind; below a head, the lines that follow it. */
export function parseText(source: SourceText, hints: Hints, head?: PreviewHead): Parsed {
  const { tokens, days, over, heading } = withoutDays(tokensIn(source, hints, head), hints);
  const isBelowDay = (line: number): boolean => days.has(line) && !hints.join.has(line);
  // Two lines tell nothing of what parts posts.
  const join =
    tokens.length < 3 && hints.separator === undefined
      ? new Set([...hints.join, ...tokens.map(({ first }) => first)])
      : hints.join;
  const headed = new Set(tokens.flatMap(({ first }, place) => (over.has(first) ? [place] : [])));
  const judged = judgePage(tokens, { ...hints, join }, "unknown", { headed });
  const { doubts, reliability, separator } = judged;
  const posts = partedByDays(tokens, unopened(tokens, hints, judged.posts), isBelowDay);
  const chances = Float64Array.from(judged.chances, (chance, at) => (isBelowDay(tokens[at]?.first ?? 0) ? 1 : chance));
  const parted =
    hints.separator === "line"
      ? "each line was read as a post"
      : `its posts were split at ${splitWords(separator, posts, tokens)}`;
  const found = posts.length < 2 ? "it was read as one post" : parted;
  const remedy =
    hints.separator === undefined
      ? '; where that is wrong, name what separates them with "separator" in the sidecar'
      : ', as "separator" in the sidecar says';
  const reason = `not a page of a known kind: ${found}${remedy}`;
  const drafts = underDays(headedDrafts(source, tokens, posts, over), days);
  const told = head === undefined ? {} : withHeadOver(source, { drafts });
  const below = head === undefined ? 0 : source.lines.findIndex((line, at) => at >= head.last && !isBlank(line));
  const isDescribed = told.about?.description !== head?.about?.description;
  return {
    drafts,
    findings: [
      ...unsureFindings(reliability),
      ...(head === undefined ? [{ rule: "plain/separator", reason }] : separatorFindings({ ...judged, posts }, tokens)),
      ...(isDescribed ? [descriptionFinding(below + 1, lineAt(source, below + 1))] : []),
      ...loneMoment(source),
      ...doubts.filter(({ next }) => !isBelowDay(next.first)).map(doubtful),
    ],
    judged: { tokens, chances },
    // Whoever puts a heading over all that they kept of a channel writes its name there.
    ...(heading === undefined ? {} : { channel: { name: heading } }),
    ...told,
  };
}

/** Whether days stand over the posts below a head, or of the whole text, as people write them who copy a page by hand. */
export function hasDaysBelow(source: SourceText, hints: Hints, head?: PreviewHead): boolean {
  return withoutDays(tokensIn(source, hints, head), hints).days.size > 0;
}

/** A moment that stands once, under the last text: whether it closes that cannot be told, and it stays in the text. */
function loneMoment({ lines }: SourceText): readonly Finding[] {
  const says = lines.flatMap((line, at) => (isBlank(line) || isRulerLine(line) ? [] : [{ line, number: at + 1 }]));
  const moments = says.filter(({ line }) => closingMoment(line)?.words === "");
  const [last] = moments;
  if (last === undefined || moments.length > 1 || says.length < 2 || says.at(-1) !== last) return [];
  const reason = `“${last.line.trim()}” stands alone under a text and was left in it; if it tells when the post was published, correct the date in the post's file`;
  return [{ rule: "plain/lone-moment", line: last.number, reason }];
}

/** The posts, parted also where one stands right below the day of the posts under it. */
function partedByDays(
  tokens: readonly Token[],
  posts: JudgedPage["posts"],
  isBelowDay: (line: number) => boolean,
): JudgedPage["posts"] {
  return posts.flatMap((post): JudgedPage["posts"] => {
    const { start, end } = post.range;
    const places = Array.from({ length: end - start }, (_, at) => start + at);
    const below = places.filter((place) => isBelowDay(tokens[place]?.first ?? 0));
    const starts = [...new Set([start, ...below])];
    return starts.map((own, at) => ({
      ...post,
      range: { start: own, end: starts[at + 1] ?? end },
      boundary: below.includes(own) ? { kind: "marked" } : post.boundary,
    }));
  });
}

/** The drafts of a page, the days right over posts in the posts below them and in no text. */
function headedDrafts(
  source: SourceText,
  tokens: readonly Token[],
  posts: JudgedPage["posts"],
  over: DatedPage["over"],
): readonly Draft[] {
  const printed: Token[] = [];
  // Where each token stands among those of the page, the day over it with it.
  const places = tokens.map((token) => {
    const day = over.get(token.first);
    if (day !== undefined) printed.push({ ...day, kind: "owner" });
    return printed.push(token) - (day === undefined ? 1 : 2);
  });
  const placeOf = (place: number): number => places[place] ?? printed.length;
  const ranged = posts.map((post) => ({
    ...post,
    range: { start: placeOf(post.range.start), end: placeOf(post.range.end) },
  }));
  return draftsOf(source, printed, ranged);
}

/** Posts with the day that stands over them, alone or over several. */
function underDays(drafts: readonly Draft[], days: ReadonlyMap<number, string>): readonly Draft[] {
  const left = [...days];
  let dayOver: string | undefined;
  return drafts.map((draft) => {
    // The line of a day right over a text is the post's, too.
    const first = draft.text[0] ?? draft.lines[0]?.line ?? 0;
    while (left[0] !== undefined && left[0][0] <= first) dayOver = left.shift()?.[1];
    return dayOver === undefined ? draft : { dayOver, ...draft };
  });
}

/** The lines of a text as tokens, without a head; a name that stands over several posts is none. */
function tokensIn(source: SourceText, hints: Hints, head?: PreviewHead): readonly Token[] {
  const from = (first: number): readonly Token[] => {
    const printed = tokensOf(source, first, undefined, typedReactions(source, first));
    const footed = withClosingClocks(withFooters(withWrappedLines(printed, isOwnLine(hints), originOf(source))));
    return withNames(withDaysOver(footed), hints);
  };
  if (head !== undefined) return from(head.last + 1);
  const all = from(1);
  const first = headEnd(source, hints) + 1;
  return first === 1 || all[0]?.kind === "owner" ? all : from(first);
}

/** Marks the lines that name the channel as the sidecar does, a colon aside, where these stand over several posts. */
function withNames(tokens: readonly Token[], { names = [] }: Hints): readonly Token[] {
  const keys = new Set(names.map(nameKey));
  const isOver = ({ kind, text, gap }: Token, at: number): boolean =>
    kind === "text" &&
    (gap > 0 || at === 0) &&
    tokens[at + 1]?.gap === 0 &&
    text.length <= longestName &&
    keys.has(nameKey(text.replace(/[:：]\s*$/u, "")));
  const over = new Set(keys.size === 0 ? [] : tokens.flatMap((token, at) => (isOver(token, at) ? [at] : [])));
  return over.size < fewestNames
    ? tokens
    : tokens.map((token, at) => (over.has(at) ? { ...token, kind: "owner" } : token));
}

/** No name is longer, in UTF-16 units. */
const longestName = 128;

/** A name that stands once may be signed. */
const fewestNames = 2;

/** The last line of a head that does nothing but name the channel as the sidecar does, or give its address; 0 where there is none. */
function headEnd(source: SourceText, { names = [], start }: Hints): number {
  const keys = new Set(names.map(nameKey));
  const isHead = (line: string): boolean => isBlank(line) || keys.has(nameKey(line.trim().replace(channelAddress, "")));
  const first = source.lines.findIndex((line, at) => start.has(at + 1) || !isHead(line));
  return keys.size === 0 ? 0 : Math.max(0, first);
}

/** What stands before a channel's handle in its address. */
const channelAddress = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(?:s\/)?(?=\w+\/?$)/iu;
