import type { Post } from "../model/post.ts";
import { textKey } from "../text/text-key.ts";
import { nearTexts } from "./near-texts.ts";

/** A text shorter than this says nothing of its own: `Good morning!` twice proves nothing. In UTF-16 units of its key. */
const shortestText = 24;

/**
 * Groups posts that say the same (`textKey`) or nearly the same (`nearTexts`), such as a post, its forwards, and a line of the
 * press that several channels print. In indexes of `posts`, each group and the list of groups in ascending order.
 */
export function nearDuplicatesAmong(posts: readonly Post[]): readonly (readonly number[])[] {
  const byText = new Map<string, number[]>();
  for (const [place, { text, media }] of posts.entries()) {
    const key = textKey(text);
    // A line that a post was pinned quotes its words, and says nothing else.
    if (key.length < shortestText || media.includes("service")) continue;
    const own = byText.get(key);
    if (own) own.push(place);
    else byText.set(key, [place]);
  }
  const sameTexts = [...byText.values()];
  const near = nearTexts([...byText.keys()]);
  const alone = new Set(sameTexts.keys());
  for (const text of near.flat()) alone.delete(text);
  return [...near, ...[...alone].map((text) => [text])]
    .map((group) => group.flatMap((text) => sameTexts[text] ?? []).sort((one, other) => one - other))
    .filter((group) => group.length > 1)
    .sort(([one = 0], [other = 0]) => one - other);
}
