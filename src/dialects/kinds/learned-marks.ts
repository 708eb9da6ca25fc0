import type { SourceText } from "../../read/source-text.ts";
import { literalPattern } from "../../text/literal.ts";
import { labelled } from "../lines/labelled.ts";
import { type Mark, markOf, reactionsOf, spacedReactions } from "../lines/marks.ts";
import { namesTelegram } from "../lines/site-lines.ts";
import { tokensOf } from "../lines/tokens.ts";
import { isUsualReaction } from "../lines/usual-reactions.ts";
import { postGapsOf } from "./tgstat-shape.ts";

/**
 * The marks that a page shows by repeating them, for interfaces in unknown languages: a pair of lines that opens several posts and whose second
 * names Telegram stands for what the page could not show, and what stands right above such a pair, a label and a name, tells a forward.
 */
export function learnedMarks(source: SourceText, from: number, to: number): readonly Mark[] {
  const tokens = tokensOf(source, from, to);
  const { isPostGap } = postGapsOf(tokens, undefined);
  const pairs = new Map<string, { readonly view: string; readonly labels: string[]; count: number }>();
  for (const [at, { text, kind }] of tokens.entries()) {
    const [above, view, next] = [tokens[at - 1], tokens[at + 1], tokens[at + 2]];
    if (kind !== "text" || view?.kind !== "text" || view.gap > 0 || !namesTelegram.test(view.text) || next?.gap !== 0)
      continue;
    const opens = at === 0 || isPostGap(tokens[at]?.gap ?? 0);
    const label =
      above?.kind === "text" && tokens[at]?.gap === 0 && (at === 1 || isPostGap(above.gap))
        ? labelled(above.text.trim())?.[0]
        : undefined;
    if (!opens && label === undefined) continue;
    const key = text.trim();
    const pair = pairs.get(key) ?? { view: view.text.trim(), labels: [], count: 0 };
    if (pair.view !== view.text.trim()) continue;
    pair.count += 1;
    if (label !== undefined) pair.labels.push(label);
    pairs.set(key, pair);
  }
  return [...pairs].flatMap(([key, { view, labels, count }]): Mark[] => {
    if (count < fewestPairs) return [];
    return [
      { name: "before", pattern: exactly(key), example: key, media: "video" },
      { name: "view", pattern: exactly(view), example: view },
      ...[...new Set(labels)].map((label): Mark => {
        const pattern = new RegExp(`^${literalPattern(label)}[:：]\\s*(?<name>\\S.*)$`, "u");
        return { name: "forwarded", pattern, example: `${label}: NAME` };
      }),
    ];
  });
}

/**
 * Reactions with blanks in them, where the page shows that they are some: several such lines, none right under another as in a list, of a few emoji
 * that recur, and each at an end of a text where blank lines part the texts. Of a page with hardly a blank line nothing parts the texts but line ends;
 * and where blank lines part paragraphs alone, many lines of Telegram's usual reactions, each right under a text, are no paragraphs.
 */
export function typedReactions(source: SourceText, from: number): readonly Mark[] {
  const found = source.lines.flatMap((text, at) => {
    const line = text.trim();
    const isOne = at + 1 >= from && line.length <= longestReactions && spacedReactions.pattern.test(line);
    return isOne && markOf(line) === undefined ? [at] : [];
  });
  const places = new Set(found);
  if (found.length < fewestPairs || found.some((at) => places.has(at + 1))) return [];
  const emoji = found.flatMap((at) => reactionsOf(source.lines[at] ?? "").map((reaction) => reaction.emoji));
  const recurs = new Set(emoji).size * 1.5 <= emoji.length;
  const closes = found.every((at) => (source.lines[at + 1] ?? "").trim() === "");
  const own = source.lines
    .filter((_, at) => at + 1 >= from && source.outside?.has(at + 1) !== true)
    .join("\n")
    .trim()
    .split("\n");
  const isFlat = own.filter((line) => line.trim() === "").length * fewBlank <= own.length;
  const isUnder =
    found.length >= manyReactions &&
    emoji.every(isUsualReaction) &&
    found.every((at) => (source.lines[at - 1] ?? "").trim() !== "");
  const hasSeveral = emoji.length >= found.length * 1.5;
  return recurs && (closes || ((isFlat || isUnder) && hasSeveral)) ? [spacedReactions] : [];
}

const longestReactions = 200;

/** Lines of reactions that are a habit of the page. */
const manyReactions = 5;

/** One line in so many may be blank on a page whose posts line ends part: a post can have paragraphs. */
const fewBlank = 20;

/** Appearances that make a pair of lines the page's own. */
const fewestPairs = 2;

function exactly(words: string): RegExp {
  return new RegExp(`^${literalPattern(words)}$`, "u");
}
