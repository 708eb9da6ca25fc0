import type { Post } from "../../model/post.ts";

/** A line is a channel's own formula, such as a footer, where so many of its posts have it, and this share of them. */
const fewestPosts = 5;
const formulaShare = 0.1;
/** The same of a line of so many signs and more, which no two posts have in common by chance. */
const longLine = 24;
const longShare = 0.025;
/** A formula shows in so many posts of a channel, taken at even distances. */
const mostRead = 500;

/** The texts of posts without the lines that their channel repeats as headings and footers: they say nothing of what a post is about. */
export function withoutFormulas(posts: readonly Pick<Post, "channel" | "text">[]): readonly string[] {
  const byChannel = new Map<string, string[]>();
  for (const { channel, text } of posts) {
    const own = byChannel.get(channel.key) ?? [];
    byChannel.set(channel.key, own);
    own.push(text);
  }
  const formulas = new Map([...byChannel].map(([key, texts]) => [key, formulasIn(texts)]));
  return posts.map(({ channel, text }) => {
    const repeated = formulas.get(channel.key);
    if (repeated === undefined || repeated.size === 0) return text;
    const left = linesOf(text).map((line) => (repeated.has(line.trim()) ? "" : line));
    // A post of nothing else, such as an alarm in the same words, is about what they say.
    return left.some((line) => line.trim() !== "") ? left.join("\n") : text;
  });
}

/** The lines, without blanks at their ends, that recur in texts of one channel. */
function formulasIn(texts: readonly string[]): ReadonlySet<string> {
  const step = Math.max(1, Math.ceil(texts.length / mostRead));
  const read = texts.filter((_, at) => at % step === 0);
  const counts = new Map<string, number>();
  for (const text of read) {
    const lines = new Set(linesOf(text).map((each) => each.trim()));
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const least = (line: string): number =>
    Math.max(fewestPosts, read.length * (line.length < longLine ? formulaShare : longShare));
  return new Set([...counts].flatMap(([line, count]) => (line !== "" && count >= least(line) ? [line] : [])));
}

function linesOf(text: string): readonly string[] {
  return text.split("\n");
}
