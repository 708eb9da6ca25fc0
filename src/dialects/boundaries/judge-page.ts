import type { NamedSeparator } from "../../model/named-separator.ts";
import type { Finding, Hints } from "../kinds/dialect.ts";
import type { Token } from "../lines/tokens.ts";
import { daysOverPosts, labelsOverPosts } from "./days-over-posts.ts";
import { certain, footlessScores, knownOdds, marksScores, roundOff, type TokenRange } from "./judge.ts";
import {
  boundaryModel,
  type JudgedPreview,
  judgePreview,
  leastChance,
  partedAt,
  startChances,
} from "./judge-preview.ts";
import { PageMemory } from "./page-memory.ts";
import {
  isRuler,
  type PageOrigin,
  partsAt,
  type Separator,
  type SeparatorChances,
  separatorChances,
  turnedOver,
} from "./separators.ts";

/** A judged page, what was found to stand between its posts, and how likely that is. */
export interface JudgedPage extends JudgedPreview {
  readonly separator: Separator;
  readonly share: number;
}

/** What stands over posts. */
interface AroundPosts {
  /** As in `separatorChances`. */
  readonly underHead?: number | undefined;
  /** The places of texts right over which a day stood that was taken out. */
  readonly headed?: ReadonlySet<number>;
}

/** From this share on a separator is beyond doubt: chances are told as if it were certain. */
const sureShare = 0.95;

/** Below this share a person is told that the page's line ends may part no posts. */
const likelyShare = 0.8;

/**
 * Parts a page of one copy into posts: finds what stands between them, then judges the places where that stands. Where blank lines part them, the
 * chance of a start weighs both readings of blank lines: that each of them does, and that paragraphs are parted by them as well.
 */
export function judgePage(
  tokens: readonly Token[],
  told: Hints,
  origin: PageOrigin,
  { underHead, headed = new Set() }: AroundPosts = {},
): JudgedPage {
  const hints = { ...told, memory: told.memory ?? new PageMemory() };
  if (hints.separator === "nothing") return { ...judgePreview(tokens, hints), separator: "line ends", share: 1 };
  if (hints.separator !== undefined) return separatedPage(tokens, hints, hints.separator);
  const shares = belowDays(tokens, headed, separatorChances(tokens, hints, origin, underHead));
  const { separator, share } = readingOf(shares);
  if (separator === "line ends") return { ...judgePreview(tokens, hints), separator, share };
  const chances = separator === "blank lines" ? blankLineChances(tokens, hints, shares) : undefined;
  const sure = share >= sureShare ? 1 : share;
  const chanceAt = (place: number, token: Token): number =>
    partsAt(separator, token, tokens[place - 1]) ? sure * (chances?.[place] ?? 1) : 0;
  return { ...judged(tokens, hints, { chanceAt, headed, separator }), separator, share };
}

/** How likely a day or a label that stands right over a text heads one post, and not all posts down to the next. Set by hand: nobody has counted. */
const headsOnePost = 0.75;

/** The least chance that it is a post: where a person is to be asked, and where line ends part paragraphs. Set by hand. */
const leastAsked = 0.16;
const leastOfLine = 0.65;

/** The same where line ends part the paragraphs of the posts below days, so that blank lines part posts. */
const headsOneOfLines = 0.15;

/** Fewer stretches of several lines are chance, and so is a smaller share of all. */
const fewestOfLines = 2;
const leastOfLines = 0.3;

/**
 * Whether line ends part paragraphs on a page with days over some of its texts: a good part of what stands between blank lines are several lines that
 * each end as a sentence does, right below a day too.
 */
function keepsLines(tokens: readonly Token[], headed: ReadonlySet<number>): boolean {
  let [blocks, several, below] = [0, 0, 0];
  for (const [place, { gap }] of tokens.entries()) {
    if (place > 0 && gap === 0 && !headed.has(place)) continue;
    blocks += 1;
    const [own, next] = [tokens[place], tokens[place + 1]];
    const areLines = next?.gap === 0 && next.kind === "text" && !headed.has(place + 1) && endsSentence(own);
    if (!areLines) continue;
    several += 1;
    if (headed.has(place)) below += 1;
  }
  return below > 0 && several >= fewestOfLines && several >= blocks * leastOfLines;
}

function endsSentence(token: Token | undefined): boolean {
  return token?.kind === "text" && /[.!?…。！？।؟։።][\p{Pe}\p{Pf}"']*\s*$/u.test(token.text);
}

/** What a person calls a separator, as it is found among tokens; after `line`, each line is a post. */
const foundAs: Readonly<Record<Exclude<NamedSeparator, "nothing" | "line">, Separator>> = {
  "blank line": "blank lines",
  "two blank lines": "wide gaps",
  ruler: "rulers",
};

/** A page whose posts are separated as a person says; the page's marks and a person's word on single lines go before it. */
function separatedPage(tokens: readonly Token[], hints: Hints, named: Exclude<NamedSeparator, "nothing">): JudgedPage {
  const separator = named === "line" ? "line ends" : foundAs[named];
  const scores = marksScores(tokens, hints);
  const isMarked = (place: number): boolean => Math.abs(scores[place] ?? 0) >= certain;
  const chances = Float64Array.from(tokens, (token, place) => {
    if (isMarked(place)) return Number((scores[place] ?? 0) > 0);
    return Number(named === "line" || partsAt(separator, token, tokens[place - 1]));
  });
  const page = partedAt(tokens, { chances, least: 0.5, sure: isMarked });
  const posts = page.posts.map((post): JudgedPage["posts"][number] =>
    isMarked(post.range.start) ? post : { ...post, boundary: { kind: "set" } },
  );
  return { ...page, posts: separator === "rulers" ? bareOfRulers(tokens, posts) : posts, separator, share: 1 };
}

/** What separates posts where days that were taken out stood over some of them, each below a blank line: no line ends, if anything else can. */
function belowDays(tokens: readonly Token[], headed: ReadonlySet<number>, shares: SeparatorChances): SeparatorChances {
  const inner = [...headed].filter((place) => place > 0);
  const others = 1 - shares["line ends"];
  if (inner.length < fewestBelowDays || others === 0 || inner.some((place) => tokens[place]?.gap === 0)) return shares;
  const told = Object.entries(shares).map(([name, share]) => [name, name === "line ends" ? 0 : share / others]);
  return Object.fromEntries(told) as SeparatorChances;
}

/** Fewer days tell nothing of what separates posts. */
const fewestBelowDays = 2;

/** The likeliest reading of a page; the two readings of blank lines are one. */
function readingOf(shares: SeparatorChances): { readonly separator: Separator; readonly share: number } {
  const some = shares["some blank lines"];
  const readings = { ...shares, "some blank lines": 0, "blank lines": shares["blank lines"] + some };
  const [best = ["line ends", 1] as const] = (Object.entries(readings) as (readonly [Separator, number])[]).sort(
    ([, one], [, other]) => other - one,
  );
  return { separator: best[0], share: best[1] };
}

/**
 * How much more likely than the separator model tells is it that each blank line parts posts, where no line stands right under another: pages of posts
 * of one line are rare among those that it learnt from, and what it is told of line ends is nothing there. Set by hand, on windows of 6 to 25 posts of
 * one line (mean F1 0.963 without it, 0.972 with it) and of posts of several paragraphs and no other line ends (0.867 with it and without).
 */
const eachAlone = 4;

/**
 * By token, the chance that a post starts at it, if blank lines part posts and before other dumps are asked. For the reading that only some of them do,
 * the boundary model is asked of the page turned over: its blank lines as line ends, its line ends as blank lines.
 */
function blankLineChances(
  tokens: readonly Token[],
  { start, join, memory }: Hints & { readonly memory: PageMemory },
  shares: SeparatorChances,
): ArrayLike<number> {
  const alone = tokens.every(({ gap }, place) => place === 0 || gap > 0);
  const ofEach = shares["blank lines"] * (alone ? eachAlone : 1);
  const each = ofEach / (ofEach + shares["some blank lines"]);
  const { chances } = startChances(turnedOver(tokens), { start, join, memory }, boundaryModel);
  return Float64Array.from(chances, (chance) => each + (1 - each) * chance);
}

/** What the page's marks and a person say goes before the chances that are given; other dumps are weighed with them. */
function judged(
  tokens: readonly Token[],
  hints: Hints,
  {
    chanceAt,
    headed: below,
    separator,
  }: {
    readonly chanceAt: (place: number, token: Token) => number;
    readonly headed: ReadonlySet<number>;
    readonly separator: Separator;
  },
): JudgedPreview {
  const scores = marksScores(tokens, hints);
  const footless = footlessScores(tokens);
  const labels = labelsOverPosts(tokens);
  const headed = new Set([...below, ...daysOverPosts(tokens), ...labels]);
  // Below a day, what is wider than the page's single blank lines parts posts: it is no paragraph that ends there.
  const isOpen = labels.size > 0 || (headed.size > 0 && separator === "blank lines");
  const isOfLines = isOpen && labels.size === 0 && keepsLines(tokens, headed);
  const one = isOfLines ? headsOneOfLines : headsOnePost;
  const chances = Float64Array.from(tokens, (token, place) => {
    const told = scores[place];
    if (told !== undefined && Math.abs(told) >= certain) return told > 0 ? 1 : 0;
    if (headed.has(place)) return 1;
    const alone = isOpen ? 1 - one : 1;
    // Nobody can tell whether a whole sentence below a blank line is a post of the day above: a person is to be asked.
    const asked = isOpen && token.gap > 0 && endsSentence(tokens[place - 1]) && !/^\s*\p{Ll}/u.test(token.text);
    const chance = Math.max(
      asked && separator === "blank lines" ? (isOfLines ? leastOfLine : leastAsked) : 0,
      alone * chanceAt(place, token),
    );
    return weighed(chance, footless(place) + knownOdds(hints, token));
  });
  const sure = (place: number): boolean => (scores[place] ?? 0) >= certain;
  const page = partedAt(tokens, { chances, least: leastChance(chances), sure });
  return { ...page, posts: bareOfRulers(tokens, page.posts) };
}

function bareOfRulers(tokens: readonly Token[], posts: JudgedPage["posts"]): JudgedPage["posts"] {
  return posts.flatMap((post) => {
    const range = withoutRulers(tokens, post.range);
    return range === undefined ? [] : [{ ...post, range }];
  });
}

/** A chance with log-odds added to it. */
function weighed(chance: number, odds: number): number {
  const kept = chance * Math.exp(odds);
  return odds === 0 ? chance : kept / (kept + 1 - chance);
}

/** Rulers at the ends of a post part it from its neighbours: they are the page's, not the post's. `undefined` where nothing else is left. */
function withoutRulers(tokens: readonly Token[], range: TokenRange): TokenRange | undefined {
  let { start, end } = range;
  while (end > start && isRuler(tokens[end - 1])) end -= 1;
  while (start < end && isRuler(tokens[start])) start += 1;
  return start === end ? undefined : { start, end };
}

/**
 * The posts of a text that nothing opens: that its first post starts where it starts is no mark of the page, unless a mark or a person says so; a
 * person who names what separates the posts says it of the first one, too.
 */
export function unopened(
  tokens: readonly Token[],
  { start, separator = "nothing" }: Hints,
  posts: JudgedPage["posts"],
): JudgedPage["posts"] {
  return posts.map((post) => {
    const token = tokens[post.range.start];
    const isMarked = token === undefined || token.kind !== "text" || start.has(token.first);
    if (post !== posts[0] || isMarked) return post;
    return { ...post, boundary: separator === "nothing" ? { kind: "inferred", probability: 1 } : { kind: "set" } };
  });
}

/** What is told of what parts the posts of a page, where that is not what pages of its kind do or is open. */
export function separatorFindings(page: JudgedPage, tokens: readonly Token[]): readonly Finding[] {
  const { separator, share, posts } = page;
  if (separator === "line ends" && share >= likelyShare) return [];
  const words = splitWords(separator, posts, tokens);
  const remedy = words.startsWith("some")
    ? "if each of them parts posts, write separator: blank line in the sidecar"
    : 'if that is wrong, set "separator" in the sidecar';
  const reason = `the posts of this page were split at ${words} (probability ${roundOff(share)}); ${remedy}`;
  return [{ rule: "boundary/separator", reason }];
}

/** Where the posts of a page were split, in words: where some blank lines were judged to part paragraphs, a notice must not claim all. */
export function splitWords(separator: Separator, posts: JudgedPage["posts"], tokens: readonly Token[]): string {
  const isInner = ({ range }: JudgedPage["posts"][number]): boolean =>
    tokens.slice(range.start + 1, range.end).some(({ gap }) => gap > 0);
  const isPartial = separator === "blank lines" && posts.some(isInner);
  return `${isPartial ? "some of its " : ""}${separatorNames[separator]}`;
}

/** What separators are called in notices. */
const separatorNames: Readonly<Record<Separator, string>> = {
  "line ends": "line ends",
  "some blank lines": "blank lines",
  "blank lines": "blank lines",
  "wide gaps": "two or more blank lines",
  rulers: "lines of dashes or stars",
};
