import { anyCount, inFigures, undirected } from "../../text/printed-count.ts";
import { clockAtEnd, type FooterReader } from "./metadata-lines.ts";
import type { FooterWords } from "./metadata-words.ts";
import { numberBesideWords } from "./share-bars.ts";
import { areOfOneDay, areRound } from "./timetables.ts";
import type { Token } from "./tokens.ts";

/**
 * The words of footers in a language that no table has, by what the page repeats: a word behind ever other numbers, right above clock times or
 * where posts surely end, is the one for views; what stands more than once between such views and a clock time is the one for edited posts.
 *
 *     812 zorps
 *     zedit 22:41
 *         ^ and two such pairs more
 */
export function learnedFooterWords(tokens: readonly Token[], { namesViews }: FooterReader): readonly FooterWords[] {
  const counted = tokens.map((token) =>
    isText(token) && !namesViews(token.text) ? countedWord(token.text) : undefined,
  );
  const views = new Map<string, Told>();
  for (const [at, found] of counted.entries()) {
    if (found === undefined) continue;
    const [above, below] = [tokens[at - 1], tokens[at + 1]];
    const clock = below?.tight === true && isText(below) ? clockAtEnd(below.text)?.clock : undefined;
    const isEnd = above?.kind === "reactions" || below === undefined || opensPost.has(below.kind);
    if (clock === undefined && !isEnd) continue;
    const told: Told = views.get(found.word) ?? { numbers: new Set(), clocks: [] };
    views.set(found.word, told);
    told.numbers.add(found.count);
    if (clock !== undefined) told.clocks.push(clock);
  }
  const [first, last] = [counted[0]?.word, counted.at(-1)?.word];
  const closesPage = clockAtEnd(tokens.at(-1)?.text ?? "") !== undefined && counted.at(-2) !== undefined;
  const learned = [...views].flatMap(([word, { numbers, clocks }]) => {
    if (numbers.size < fewestNumbers) return [];
    // Posts can begin with such a line as well: then the page does not end with one, or begins with one.
    if (clocks.length * 2 < numbers.size) return word === last && word !== first ? [word] : [];
    // A timetable counts things above its times too, and keeps to full five minutes; it stays within a day, and other lines end the page.
    return !areRound(clocks) || (closesPage && !areOfOneDay(clocks)) ? [word] : [];
  });
  for (const word of [...partedWords(tokens, counted), ...wordsOverButtons(tokens)])
    if (!learned.includes(word)) learned.push(word);
  if (learned.length === 0) return [];
  // Other forms of the word: some languages have three.
  const forms = [...new Set([...views.keys(), ...learned])].filter((word) =>
    learned.some((own) => word.slice(0, stem) === own.slice(0, stem)),
  );
  const edited = new Map<string, number>();
  for (const [at, found] of counted.entries()) {
    const below = tokens[at + 1];
    if (found === undefined || !forms.includes(found.word) || !isText(below)) continue;
    const { before = "" } = clockAtEnd(below.text) ?? {};
    const word = before.replace(/^.*,/u, "").trim();
    if (isWord.test(word)) edited.set(word, (edited.get(word) ?? 0) + 1);
  }
  return [
    {
      language: "the page's own",
      views: forms,
      edited: [...edited].filter(([, times]) => times >= fewestEdits).map(([word]) => word),
    },
  ];
}

/** Words behind ever other numbers, each right under a text of several lines, mostly, and over a blank line: all but one, below which a page's own lines may stand. */
function partedWords(tokens: readonly Token[], counted: readonly (CountedWord | undefined)[]): readonly string[] {
  const places = new Map<string, number[]>();
  for (const [at, found] of counted.entries())
    if (found !== undefined) places.set(found.word, [...(places.get(found.word) ?? []), at]);
  return [...places].flatMap(([word, own]) => {
    const parted = own.filter((at) => tokens[at]?.tight === true && tokens[at + 1]?.tight !== true);
    const long = parted.filter((at) => tokens[at - 1]?.tight === true).length;
    const numbers = new Set(parted.map((at) => counted[at]?.count)).size;
    const enough = numbers > fewestNumbers && parted.length >= own.length - 1 && long * 2 > parted.length;
    return enough ? [word] : [];
  });
}

/** Words beside ever other numbers over the buttons of posts: `Vizorp: 873` over `Share`. */
function wordsOverButtons(tokens: readonly Token[]): readonly string[] {
  const over = tokens.flatMap((token) =>
    isText(token) && (token.comments ?? 0) > 0 ? (numberBesideWords(token.text) ?? []) : [],
  );
  const words = new Set(over.map((own) => own.words).filter((own) => own !== ""));
  return new Set(over.map(({ count }) => count)).size < fewestNumbers ? [] : [...words];
}

/** The numbers that stand before a word where footers stand, and the clock times right under them. */
interface Told {
  readonly numbers: Set<string>;
  readonly clocks: string[];
}

/** Tokens that open a post, so that one ends before them. */
const opensPost: ReadonlySet<string> = new Set(["forwarded", "via", "whole"]);

/** Different numbers before a word that make it the one for views, and edited posts that make a word theirs. */
const fewestNumbers = 3;
const fewestEdits = 2;
/** Letters that the forms of a word share. */
const stem = 3;

const word = String.raw`[\p{L}\p{M}’'‘ʻ\u200C-]+(?: [\p{L}\p{M}’'‘ʻ\u200C-]+)?`;
const countAndWord = new RegExp(`^(?:👁\uFE0F?\\s*)?(?<count>${anyCount})\\s(?<word>${word})$`, "iu");
const isWord = new RegExp(`^${word}$`, "u");

/** A number, as printed, and the word behind it. */
interface CountedWord {
  readonly count: string;
  readonly word: string;
}

function countedWord(line: string): CountedWord | undefined {
  const shown = inFigures(undirected(line));
  const { count, word: name } = (shown.length <= longest && countAndWord.exec(shown)?.groups) || {};
  return count === undefined || name === undefined ? undefined : { count, word: name };
}

const longest = 40;

function isText(token: Token | undefined): token is Token {
  return token?.kind === "text" && token.mark === undefined;
}
