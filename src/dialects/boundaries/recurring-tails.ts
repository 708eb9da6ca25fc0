import type { Token } from "../lines/tokens.ts";

/**
 * What a page shows about the ends of its lines, by place: a channel signs the last line of each post with a name, a handle, a day. Told are how many
 * other lines end as the line above and as the line below do, whether both end alike, whether the line above ends as the page's last does, which
 * surely closes a post, and how many lines of the page end as another does.
 */
export function recurringTails(tokens: readonly Token[]): (place: number) => readonly number[] {
  const tails = tokens.map(({ kind, text }) => (kind === "text" ? tailOf(text) : undefined));
  const counts = new Map<string, number>();
  for (const tail of tails) if (tail !== undefined) counts.set(tail, (counts.get(tail) ?? 0) + 1);
  const lines = tails.filter((tail) => tail !== undefined).length;
  const last = tails.findLast((tail) => tail !== undefined);
  const others = (tail: string | undefined): number => (tail === undefined ? 0 : (counts.get(tail) ?? 1) - 1);
  const recurring = tails.filter((tail) => others(tail) > 0).length / Math.max(1, lines);
  return (place) => {
    const [above, below] = [tails[place - 1], tails[place]];
    const rest = Math.max(1, lines - 1);
    return [
      others(above) / rest,
      others(below) / rest,
      Math.log2(1 + others(above)),
      Number(above !== undefined && above === below),
      Number(above !== undefined && others(above) > 0 && above === last),
      recurring,
    ];
  };
}

/** The last two words of a line of several, figures and addresses masked; nothing of a line of one or two words, which the line itself tells. */
function tailOf(text: string): string | undefined {
  const words = text.trim().slice(-longestTail).split(/\s+/u);
  if (words.length < 3) return undefined;
  return words
    .slice(-2)
    .join(" ")
    .replace(/(?:https?:\/\/|www\.|t\.me\/)\S+/gu, "U")
    .replace(/\p{N}+/gu, "0");
}

const longestTail = 200;
