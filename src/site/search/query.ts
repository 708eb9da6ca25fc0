import { addDays, parseDay } from "../../model/day.ts";
import { persianAffixes, searchWords, type Word } from "./forms/words.ts";
import { type Phrase, partsAlone, phraseOf, type Term, termsOfPhrase, uniqueTerms } from "./terms.ts";

/**
 * What a reader typed, read as GitHub's and public-inbox's searches read it: every clause holds, or does not where a minus
 * stands before it; of the alternatives that `OR` joins, one holds.
 */
export interface Clause {
  readonly isExcluded: boolean;
  readonly anyOf: readonly Alternative[];
}

/** Words that a post holds, or a condition that it meets. */
export type Alternative = Wording | Condition;

/** Words, phrases and names that a post holds all together. */
export interface Wording {
  readonly kind: "words";
  readonly terms: readonly Term[];
  readonly phrases: readonly Phrase[];
  /** Short words in capitals, `US`: names, which stand so in the text. */
  readonly names: readonly string[];
}

/** What can be asked of a post beside its words, by the operator that asks it. */
export const operators = ["tag", "channel", "from", "lang", "before", "after", "has", "is", "site"] as const;
/** One of `operators`. */
export type Operator = (typeof operators)[number];

/** A condition, such as `tag:harbour`; the value is as it was typed. */
export interface Condition {
  readonly kind: "condition";
  readonly operator: Operator;
  readonly value: string;
}

/** The values that `has:` knows. */
export const hasValues = ["photo", "video", "audio", "file", "poll", "media", "link"] as const;
/** The values that `is:` knows. */
export const isValues = ["forwarded", "stated", "inferred", "corrected"] as const;

/** Reads a question. An operator that is not known, or has a value that it does not know, is text. */
export function clausesIn(asked: string): readonly Clause[] {
  const clauses: { readonly isExcluded: boolean; readonly anyOf: Alternative[] }[] = [];
  const isShouted = shouted(asked);
  // A quotation mark between Hebrew letters is the mark of an abbreviation and quotes nothing.
  const typed = asked.replace(/(?<=\p{Script=Hebrew})["“”](?=\p{Script=Hebrew})/gu, "״");
  let isOr = false;
  for (const match of typed.matchAll(token)) {
    const { minus, field, quoted, bare } = match.groups ?? {};
    if (minus === undefined && field === undefined && (bare === "OR" || bare === "|")) {
      isOr = clauses.length > 0;
      continue;
    }
    const isEnd = match.index + match[0].length === typed.length;
    const isExcluded = minus !== undefined;
    const anyOf = alternatives({ field, quoted, bare, isOpen: isEnd && !isExcluded, isShouted });
    if (anyOf.length === 0) continue;
    const last = clauses.at(-1);
    if (isOr && last !== undefined && !last.isExcluded && !isExcluded) {
      last.anyOf.push(...anyOf);
    } else clauses.push({ isExcluded, anyOf: [...anyOf] });
    isOr = false;
  }
  return clauses;
}

/** The first and last day that a question asks for by `after:` and `before:`, `YYYY-MM-DD`; clauses that exclude or give a choice ask for none. */
export function daysAsked(clauses: readonly Clause[]): { readonly from?: string; readonly to?: string } {
  const asked = clauses.flatMap(({ isExcluded, anyOf: [only, ...others] }) =>
    !isExcluded && others.length === 0 && only?.kind === "condition" ? [only] : [],
  );
  const from = asked
    .flatMap(({ operator, value }) => (operator === "after" ? [firstDay(value)] : []))
    .sort()
    .at(-1);
  const before = asked.flatMap(({ operator, value }) => (operator === "before" ? [firstDay(value)] : [])).sort()[0];
  const end = before === undefined ? undefined : parseDay(before);
  return { ...(from !== undefined && { from }), ...(end !== undefined && { to: addDays(end, -1) }) };
}

/** `2025-02-01` for `2025-02`. */
export function firstDay(value: string): string {
  return `${value}-01-01`.slice(0, 10);
}

/**
 * A minus, an operator, and a quote or a run of anything else; what Persian sets a blank into is one run. A question that ends
 * within a quote is read as if it were closed.
 */
const token = new RegExp(
  `(?<minus>(?<![^\\s])-(?=[^\\s-]))?(?:(?<field>[a-z]{2,7}):(?=[^\\s/]))?(?:["“”„«»](?<quoted>[^"“”„«»]*)(?:["“”„«»]|$)` +
    `|(?<bare>(?:(?<!\\S)${persianAffixes.before}[ \\u00A0](?=\\p{Script=Arabic}))?[^\\s"“”„«»]+` +
    `(?:(?<=\\p{Script=Arabic})[ \\u00A0](?:${persianAffixes.after})(?!\\S))?))`,
  "gu",
);

interface Typed {
  readonly field: string | undefined;
  readonly quoted: string | undefined;
  readonly bare: string | undefined;
  /** Whether its last word may still be typed. */
  readonly isOpen: boolean;
  readonly isShouted: boolean;
}

function alternatives({ field, quoted, bare, isOpen, isShouted }: Typed): readonly Alternative[] {
  const value = quoted ?? bare ?? "";
  const condition = field === undefined ? tagIn(bare) : conditionOf(field, value);
  if (condition !== undefined) return [condition];
  if (quoted !== undefined) {
    const phrase = phraseOf(quoted);
    const before = field === undefined ? [] : termsIn(field, false, isShouted).terms;
    if (phrase === undefined) return before.length === 0 ? [] : [wording({ terms: before })];
    return [wording({ terms: [...before, ...termsOfPhrase(phrase)], phrases: [phrase] })];
  }
  const text = field === undefined ? value : `${field}:${value}`;
  const parts = termsIn(text, isOpen, isShouted);
  if (parts.terms.length === 0) return [];
  const joined = searchWords(text).filter((word) => word.kind === "joined");
  // The parts of a row are joined one by one: `a-b`, then `a-b-c`.
  const longest = joined.filter((word, index) => joined[index + 1]?.start !== word.start);
  if (longest.length === 0) return [wording(parts)];
  const rest = partsAlone(searchWords(text)).filter(outside(longest));
  const asOne = [...longest, ...rest].map((word) => termOf(word, text, false));
  return [wording({ terms: asOne }), wording(parts)];
}

type Span = Readonly<Record<"start" | "end", number>>;

/** Tells words that lie in none of these rows, however many there are. */
function outside(rows: readonly Span[]): (word: Span) => boolean {
  const inOrder = rows.toSorted((one, other) => one.start - other.start);
  let furthest = 0;
  const ends = inOrder.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, end }) => {
    let [from, to] = [0, inOrder.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((inOrder[middle]?.start ?? 0) <= start) from = middle + 1;
      else to = middle;
    }
    return (ends[from - 1] ?? -1) < end;
  };
}

function wording(parts: Partial<Omit<Wording, "kind">>): Wording {
  return { kind: "words", phrases: [], names: [], ...parts, terms: uniqueTerms(parts.terms ?? []) };
}

function termsIn(text: string, isOpen: boolean, isShouted: boolean): Pick<Wording, "terms" | "names"> {
  const words = partsAlone(searchWords(text));
  const names = isShouted
    ? []
    : words.map((word) => text.slice(word.start, word.end).replace(/\./gu, "")).filter((word) => shortName.test(word));
  return { terms: words.map((word) => termOf(word, text, isOpen)), names };
}

function termOf(word: Word, text: string, isOpen: boolean): Term {
  const typed = text.slice(word.start, word.end);
  const end = text.slice(word.end);
  if (end.startsWith("*") || word.kind === "letter") return { typed, folded: word.folded, kind: "begun" };
  const isLast = isOpen && end === "" && !shortName.test(typed) && /[\p{L}\p{N}]$/u.test(typed);
  return { typed, folded: word.folded, kind: isLast ? "last" : "whole" };
}

const shortName = /^\p{Lu}{2,3}$/u;

/** Whether everything is typed in capitals, of which then nothing follows. */
function shouted(typed: string): boolean {
  return !/\p{Ll}/u.test(typed) && /\p{Lu}{4,}/u.test(typed);
}

/** `#harbour`: posts that bear the tag. */
function tagIn(bare: string | undefined): Condition | undefined {
  if (bare === undefined || !/^#[\p{L}\p{N}_\p{M}·\u200c]+$/u.test(bare) || !/[^\p{N}]/u.test(bare.slice(1)))
    return undefined;
  return { kind: "condition", operator: "tag", value: bare.slice(1) };
}

function conditionOf(field: string, value: string): Condition | undefined {
  const operator = operators.find((each) => each === field);
  if (operator === undefined || value === "") return undefined;
  const isKnown =
    operator === "has"
      ? hasValues.some((each) => each === value)
      : operator === "is"
        ? isValues.some((each) => each === value)
        : operator === "before" || operator === "after"
          ? /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u.test(value)
          : true;
  return isKnown ? { kind: "condition", operator, value } : undefined;
}
