import type { Evidence } from "../expressions/evidence.ts";
import { after, before, flagsOf, oneOf } from "../expressions/extractors/words.ts";
import { languages } from "../expressions/languages/languages.ts";

/**
 * Adds to the posts' own days those of other posts about the same event: a post that shows an event live names no day, but a report of the same event
 * near it in the dump, or an announcement, often does. Both are known by their heads, which share their rarer words:
 *
 *     LIVE: the minister's talk at the harbour school
 *     The minister's talk at the harbour school (Lund, May 3, 2024)
 *                                               ^^^^^^^^^^^^^^^^^^^ the day of the live post too
 */
export function withSharedEvents(
  texts: readonly string[],
  evidence: readonly (readonly Evidence[])[],
): readonly (readonly Evidence[])[] {
  const live = [...texts.keys()].filter((post) => isLive(texts[post] ?? "") && !namesADay(evidence[post]));
  if (live.length === 0) return evidence;
  const heads = texts.map(headWords);
  const rarity = rarityIn(heads);
  const result = [...evidence];
  for (const post of live) {
    const echo = echoOf(post, heads, evidence, rarity);
    if (echo) result[post] = [{ ...echo, kind: "broadcast", offset: 0 }, ...(evidence[post] ?? [])];
  }
  return result;
}

/** Kinds of days that are the day of the event itself. */
const kindsOfEvents: ReadonlySet<string> = new Set(["dateline", "to-come-lead", "past-lead", "today"]);

/** How many posts away an event is still looked for. */
const reach = 40;

/** Share of a live post's words, weighed by how rare they are in the dump, that another head must have. */
const likeness = 0.5;

/** The words of a head that tell one event from another must be at least so many. */
const fewestWords = 4;

const lengthOfHead = 240;

const liveMark = languages.flatMap((language) =>
  language.live === undefined
    ? []
    : [new RegExp(`${before}${oneOf(language.live)}${after}`, flagsOf(language).replace("g", ""))],
);

function isLive(text: string): boolean {
  const head = headOf(text);
  return liveMark.some((mark) => mark.test(head));
}

function namesADay(own: readonly Evidence[] = []): boolean {
  return own.some(({ expression }) => expression.kind === "days" && expression.precision === "day");
}

/** The first line with a word that is no hashtag. */
function headOf(text: string): string {
  const line = text.split("\n").find((candidate) => /\p{L}{2}/u.test(candidate.replace(/#[\p{L}\p{N}_]+/gu, "")));
  return (line ?? "").slice(0, lengthOfHead);
}

function headWords(text: string): ReadonlySet<string> {
  return new Set(
    headOf(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{2,}/gu) ?? [],
  );
}

function rarityIn(heads: readonly ReadonlySet<string>[]): (word: string) => number {
  const counts = new Map<string, number>();
  for (const word of heads.flatMap((head) => [...head])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log((heads.length + 1) / (counts.get(word) ?? 1));
}

function echoOf(
  post: number,
  heads: readonly ReadonlySet<string>[],
  evidence: readonly (readonly Evidence[])[],
  rarity: (word: string) => number,
): Evidence | undefined {
  const own = [...(heads[post] ?? [])].filter((word) => !liveMark.some((mark) => mark.test(word)));
  if (own.length < fewestWords) return undefined;
  const all = own.reduce((sum, word) => sum + rarity(word), 0);
  let best: { readonly echo: Evidence; readonly share: number } | undefined;
  for (let other = Math.max(0, post - reach); other <= Math.min(heads.length - 1, post + reach); other++) {
    const echo = other === post ? undefined : evidence[other]?.find(({ kind }) => kindsOfEvents.has(kind));
    if (!echo) continue;
    const share = own.reduce((sum, word) => sum + (heads[other]?.has(word) ? rarity(word) : 0), 0) / all;
    if (share >= likeness && share > (best?.share ?? 0)) best = { echo, share };
  }
  return best?.echo;
}
