import { missingNumbers } from "../../archive/compare.ts";
import { type Post, sourcesOf } from "../../model/post.ts";

/** Where more of a capture's numbers are missing, the page leaves numbers out of itself: albums count each picture, a search shows hits alone. */
const mostMissing = 1 / 3;

/**
 * The numbers, in ranges, that captures of a channel pass over where that says something: between the first and the last number of one capture, and only
 * a few of them. What lies between two captures was not captured, which the gaps tell.
 */
export function tellingNumbers(posts: readonly Post[]): readonly (readonly [first: number, last: number])[] {
  const byFile = new Map<string, number[]>();
  for (const post of posts) {
    if (post.number === undefined) continue;
    for (const { file } of sourcesOf(post)) {
      const own = byFile.get(file);
      if (own) own.push(post.number);
      else byFile.set(file, [post.number]);
    }
  }
  const missing = missingNumbers(posts);
  const told = new Map<number, readonly [first: number, last: number]>();
  for (const numbers of byFile.values()) {
    const from = numbers.reduce((least, number) => Math.min(least, number));
    const to = numbers.reduce((most, number) => Math.max(most, number));
    const own = missing.filter(([first, last]) => first > from && last < to);
    const count = own.reduce((sum, [first, last]) => sum + last - first + 1, 0);
    if (count <= (to - from + 1) * mostMissing) for (const range of own) told.set(range[0], range);
  }
  return [...told.values()].sort(([one], [other]) => one - other);
}
