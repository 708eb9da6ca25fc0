import { isHashtagLine } from "../../text/hashtags.ts";
import type { Token } from "../lines/tokens.ts";
import type { PageStatistics } from "./page-statistics.ts";

/** A place between two lines of text with no blank line between them: does a post start at `next`? */
export interface BoundaryCandidate {
  readonly previous: Token;
  readonly next: Token;
  readonly beforePrevious: Token | undefined;
  readonly afterNext: Token | undefined;
  /** Place of `next` in its block of lines with no blank line between them, from 1, and the length of that block. */
  readonly place: number;
  readonly block: number;
  /** Words that the lines right before and right behind the candidate share with `next`, 0 to 1. */
  readonly cohesionBefore: number;
  readonly cohesionBehind: number;
  /** Likeness of the lines before the candidate and the lines behind it, 0 to 1. */
  readonly alike: number;
  /** Whether the next line has a number, and one of the lines before the number before it. */
  readonly numbersGoOn: boolean;
  readonly page: PageStatistics;
}

/** One reason for or against a boundary, and what a person would expect of it before any data is seen. */
export interface Feature {
  readonly name: string;
  /** What the feature is, in words. */
  readonly meaning: string;
  /** Weight by hand: log-odds for a boundary when the feature is 1. Fitting starts here and never changes its sign. */
  readonly prior: number;
  /** Strength of the feature at a candidate, mostly 0 or 1. */
  at(candidate: BoundaryCandidate): number;
}

const openEnd = /[,;–—\-(«“„]$/u;
const stopEnd = /[.!?…。！？][»”"')\]）」]*$/u;
const emojiEnd = /\p{Extended_Pictographic}\uFE0F?$/u;
const bullet = /^(?:[•▪◾◼▫●○·*–—-]|\p{N}{1,2}[.)]|[\p{N}]\uFE0F?\u20E3)\s*\S/u;
const lowerStart = /^\p{Ll}/u;
const addressEnd = /https?:\/\/\S+$/u;
const mentionEnd = /@\w{4,}[^\p{L}\p{N}]*$/u;
const handleOnly = /^[^\p{L}\p{N}]*@\w{4,}[^\p{L}\p{N}]*$/u;
const hasWord = /[\p{L}\p{N}]/u;
const quoteStart = /^[«“„"]/u;

const yes = (holds: boolean): number => (holds ? 1 : 0);
const text = (token: Token): string => token.text.trim();
const isBullet = (token: Token, page: PageStatistics): boolean => bullet.test(text(token)) || page.isBullet(token);
const isAlone = (token: Token, behind: Token | undefined): boolean =>
  token.gap > 0 && behind !== undefined && behind.gap > 0;

/** How short a line is: 1 for an empty one, 0 from 80 characters on. Chinese and Japanese say the same in half the room. */
function shortness(token: Token): number {
  const wide =
    text(token).match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return Math.max(0, 1 - (text(token).length + wide) / 80);
}

/** Quotation marks or brackets that a line opens and leaves open. */
function leftOpen(token: Token): boolean {
  const count = (signs: RegExp): number => token.text.match(signs)?.length ?? 0;
  return count(/[«“„(]/gu) > count(/[»”)]/gu) + count(/["]/gu);
}

/** The judgement on a candidate is the weighted sum of these; their order means nothing. */
export const features: readonly Feature[] = [
  { name: "base", meaning: "any candidate", prior: 0, at: () => 1 },
  {
    name: "poor-in-blanks",
    meaning: "the page has next to no blank lines, so candidates are its boundaries",
    prior: 4,
    at: ({ page }) => Math.max(0, 1 - page.blankShare * 10),
  },
  {
    name: "previous-alone",
    meaning: "the line before is a paragraph of its own",
    prior: 0.7,
    at: ({ previous }) => yes(previous.gap > 0),
  },
  {
    name: "next-alone",
    meaning: "a blank line stands behind the next line: a headline, or a paragraph of one line",
    prior: 1.2,
    at: ({ afterNext }) => yes(afterNext !== undefined && afterNext.gap > 0),
  },
  {
    name: "next-before-mark",
    meaning: "a mark of the page or the end of the dump stands behind the next line",
    prior: 0.3,
    at: ({ afterNext }) => yes(afterNext === undefined || afterNext.kind !== "text"),
  },
  {
    name: "block-of-two",
    meaning: "the two lines are a paragraph of two lines",
    prior: 0.8,
    at: ({ block }) => yes(block === 2),
  },
  {
    name: "long-block",
    meaning: "the lines stand in a paragraph of many lines: a list",
    prior: -1,
    at: ({ block, page }) => (page.blankShare < 0.05 ? 0 : Math.min(2, Math.log2(block / 2))),
  },
  {
    name: "middle-of-block",
    meaning: "other lines stand before and behind the two in their paragraph",
    prior: -0.5,
    at: ({ place, block, page }) => (page.blankShare < 0.05 ? 0 : yes(place > 2 && place < block)),
  },
  {
    name: "last-of-block",
    meaning: "the next line is the last of a paragraph of three or more",
    prior: 0.5,
    at: ({ place, block }) => yes(block > 2 && place === block),
  },
  {
    name: "closing-line",
    meaning: "the line before closes posts on this page",
    prior: 5,
    at: ({ previous, page }) => page.closes(previous),
  },
  {
    name: "closing-line-next",
    meaning: "the next line closes posts on this page",
    prior: -3,
    at: ({ previous, next, page }) => page.closes(next) * (1 - page.closes(previous)),
  },
  {
    name: "closing-line-missing",
    meaning: "this page closes its posts with such lines, but the line before is none",
    prior: -3,
    at: ({ previous, page }) => page.closing * (1 - page.closes(previous)),
  },
  {
    name: "bound",
    meaning: "wherever lines like the first stand on this page, lines like the second follow",
    prior: -5,
    at: ({ previous, next, page }) => page.binds(previous, next),
  },
  {
    name: "closing-pair",
    meaning: "the two lines close posts on this page together",
    prior: -6,
    at: ({ previous, next, page }) => page.closes(previous) * page.closes(next) * page.pairs(previous, next),
  },
  {
    name: "opener",
    meaning: "the next line starts with an emoji that opens posts on this page",
    prior: 2,
    at: ({ next, page }) => page.opens(next),
  },
  {
    name: "emoji-next",
    meaning: "the next line starts with an emoji",
    prior: 0.5,
    at: ({ next }) => yes(next.emoji !== undefined),
  },
  {
    name: "emoji-previous",
    meaning: "the line before starts with an emoji, as headings and list lines do",
    prior: -0.5,
    at: ({ previous }) => yes(previous.emoji !== undefined),
  },
  {
    name: "same-emoji",
    meaning: "both lines start with the same emoji",
    prior: -3,
    at: ({ previous, next, page }) =>
      yes(next.emoji !== undefined && next.emoji === previous.emoji) * (1 - page.opens(next)),
  },
  {
    name: "emoji-then-none",
    meaning: "an emoji line, then one without: a heading and its text",
    prior: -0.7,
    at: ({ previous, next }) => yes(previous.emoji !== undefined && next.emoji === undefined),
  },
  {
    name: "heading-previous",
    meaning: "lines like the one before head paragraphs inside this page's posts",
    prior: -3,
    at: ({ previous, page }) => page.heads(previous) * (1 - page.closes(previous)),
  },
  {
    name: "list-goes-on",
    meaning: "both lines are list items",
    prior: -4,
    at: ({ previous, next, page }) => yes(isBullet(previous, page) && isBullet(next, page)),
  },
  {
    name: "list-starts",
    meaning: "the next line is a list item, the one before is none",
    prior: -3,
    at: ({ previous, next, page }) => yes(!isBullet(previous, page) && isBullet(next, page)),
  },
  {
    name: "list-ends",
    meaning: "the line before is a list item, the next one is none",
    prior: 0.3,
    at: ({ previous, next, page }) => yes(isBullet(previous, page) && !isBullet(next, page)),
  },
  {
    name: "numbers-go-on",
    meaning: "the next line has the next number of a list that began a few lines before",
    prior: -4,
    at: ({ numbersGoOn }) => yes(numbersGoOn),
  },
  {
    name: "sentence-open",
    meaning: "the line before ends in a comma, a dash or an opening sign",
    prior: -3,
    at: ({ previous }) => yes(openEnd.test(text(previous))),
  },
  {
    name: "left-open",
    meaning: "the line before opens a quotation or a bracket and does not close it",
    prior: -1.5,
    at: ({ previous }) => yes(leftOpen(previous)),
  },
  {
    name: "colon",
    meaning: "the line before ends in a colon",
    prior: -3.5,
    at: ({ previous }) => yes(/[:：]$/u.test(text(previous))),
  },
  {
    name: "stop",
    meaning: "the line before ends a sentence",
    prior: 0.7,
    at: ({ previous }) => yes(stopEnd.test(text(previous))),
  },
  {
    name: "emoji-end",
    meaning: "the line before ends in an emoji",
    prior: 0.3,
    at: ({ previous }) => yes(emojiEnd.test(text(previous))),
  },
  {
    name: "lower-case-next",
    meaning: "the next line starts in lower case",
    prior: -3,
    at: ({ next }) => yes(lowerStart.test(text(next))),
  },
  {
    name: "no-word-next",
    meaning: "the next line has neither letter nor digit",
    prior: -4,
    at: ({ next }) => yes(!hasWord.test(text(next))),
  },
  {
    name: "quote-next",
    meaning: "the next line starts with a quotation mark",
    prior: -0.5,
    at: ({ next }) => yes(quoteStart.test(text(next))),
  },
  {
    name: "tags-before",
    meaning: "the line before is hashtags alone, in a paragraph of its own or last in one",
    prior: 2.5,
    at: ({ previous, next }) => yes(isHashtagLine(previous.text) && !isHashtagLine(next.text)),
  },
  {
    name: "tags-next",
    meaning: "the next line is hashtags alone and the text goes on behind it",
    prior: 1,
    at: ({ previous, next, afterNext }) =>
      yes(!isHashtagLine(previous.text) && isHashtagLine(next.text) && isAlone({ ...next, gap: 1 }, afterNext)),
  },
  {
    name: "tags-both",
    meaning: "both lines are hashtags alone",
    prior: -3,
    at: ({ previous, next }) => yes(isHashtagLine(previous.text) && isHashtagLine(next.text)),
  },
  {
    name: "tag-ends-previous",
    meaning: "the line before ends in a hashtag",
    prior: 0.7,
    at: ({ previous }) => yes(!isHashtagLine(previous.text) && /#[\p{L}\p{N}_]+$/u.test(text(previous))),
  },
  {
    name: "address-ends-previous",
    meaning: "the line before ends in an address",
    prior: 0.3,
    at: ({ previous }) => yes(addressEnd.test(text(previous))),
  },
  {
    name: "mention-ends-previous",
    meaning: "the line before ends in a user name",
    prior: 0.7,
    at: ({ previous }) => yes(mentionEnd.test(text(previous)) && !handleOnly.test(text(previous))),
  },
  {
    name: "handle-next",
    meaning: "the next line is a user name alone: a sign-off",
    prior: -3,
    at: ({ next }) => yes(handleOnly.test(text(next))),
  },
  {
    name: "short-previous",
    meaning: "the line before is short",
    prior: -0.5,
    at: ({ previous }) => shortness(previous),
  },
  { name: "short-next", meaning: "the next line is short", prior: -0.5, at: ({ next }) => shortness(next) },
  {
    name: "short-both",
    meaning: "both lines are short",
    prior: -2,
    at: ({ previous, next }) => shortness(previous) * shortness(next) * 2,
  },
  {
    name: "cohesion-before",
    meaning: "the next line shares words with the lines before it",
    prior: -1.5,
    at: ({ cohesionBefore }) => cohesionBefore,
  },
  {
    name: "cohesion-behind",
    meaning: "the next line shares words with the lines behind it",
    prior: 1.5,
    at: ({ cohesionBehind }) => cohesionBehind,
  },
  {
    name: "passages-alike",
    meaning: "the lines before the candidate and behind it speak of the same things",
    prior: -2,
    at: ({ alike }) => Math.min(1, alike * 4),
  },
];

/** Log-odds that a post starts at a candidate by the features alone; a feature without a weight counts with its prior. */
export function featureScore(candidate: BoundaryCandidate, weights: Readonly<Record<string, number>>): number {
  return features.reduce((sum, feature) => sum + (weights[feature.name] ?? feature.prior) * feature.at(candidate), 0);
}
