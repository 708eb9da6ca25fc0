import { type HeadingDay, headingDay } from "../../text/heading-day.ts";
import type { Token } from "./tokens.ts";

/** Fewer days over posts are chance, and so are fewer posts of a day that another has begun. */
const fewest = 2;

/** The least share of posts below no day that were written later on the day of the post above. */
const leastShare = 0.9;

/**
 * Marks the days that an app prints over the first post of each day, among tokens with their footers: right below a footer or on top, running forwards,
 * each once. The clock tells that they are no author's: from one post to the next it goes back only where a day stands between.
 *
 *     09:12
 *     February 12
 *     ^^^^^^^^^^^ kind `owner`
 *     The lighthouse stays dark tonight.
 */
export function withDaysOver(tokens: readonly Token[]): readonly Token[] {
  const found = new Map<number, HeadingDay>();
  let [later, followed, clock] = [0, 0, ""];
  for (const [at, token] of tokens.entries()) {
    const opens = at === 0 || tokens[at - 1]?.kind === "footer";
    if (!opens || token.kind !== "text") continue;
    const day = hasText(tokens[at + 1]) ? headingDay(token.text) : undefined;
    if (day !== undefined) found.set(at, day);
    const own = clockBelow(tokens, at);
    if (day === undefined && at > 0 && own !== "") {
      followed += 1;
      if (own >= clock) later += 1;
    }
    clock = own;
  }
  if (found.size < fewest || followed < fewest - 1 || later < followed * leastShare) return tokens;
  if (!runForwards([...found.values()])) return tokens;
  return tokens.map((token, at): Token => (found.has(at) ? { ...token, kind: "owner" } : token));
}

/** By range of tokens, the day that stands over it or over the last range that has one. */
export function daysOver(
  tokens: readonly Token[],
  ranges: readonly { readonly start: number; readonly end: number }[],
): readonly (string | undefined)[] {
  let day: string | undefined;
  return ranges.map(({ start, end }) => {
    for (let at = start; at < end && tokens[at]?.kind === "owner"; at += 1)
      if (headingDay(tokens[at]?.text ?? "") !== undefined) day = tokens[at]?.text.trim();
    return day;
  });
}

function hasText(token: Token | undefined): boolean {
  return token !== undefined && token.kind !== "footer";
}

/** The clock time of the footer that closes the post at a place; empty where none does. */
function clockBelow(tokens: readonly Token[], at: number): string {
  for (let place = at; place < tokens.length; place += 1) {
    const { kind, footer } = tokens[place] ?? {};
    if (kind === "footer") return footer?.clock ?? "";
  }
  return "";
}

/** Whether each day is told once and dated ones come first, weekdays next, then yesterday and today. Years may be missing. */
function runForwards(days: readonly HeadingDay[]): boolean {
  const ranks = days.map((day) => (day.kind === "day" ? 0 : day.kind === "weekday" ? 1 : 3 - day.days));
  const keys = new Set(days.map((day) => JSON.stringify(day)));
  const isRising = ranks.every((rank, at) => at === 0 || rank >= (ranks[at - 1] ?? 0));
  const dated = days.flatMap((day) => (day.kind === "day" ? [day.numbers] : []));
  const isForwards = dated.every((numbers, at) => at === 0 || isAfter(numbers, dated[at - 1] ?? numbers));
  return keys.size === days.length && isRising && isForwards;
}

/** Whether a day can come after another, in any order of its numbers; without a year, a new one may have begun. */
function isAfter(
  [one, two, three]: readonly [number, number, number],
  [first, second, third]: readonly [number, number, number],
): boolean {
  if (three === 0 || third === 0) return one !== first || two !== second;
  return three > third || (three === third && (two > second || (two === second && one > first) || one > first));
}
