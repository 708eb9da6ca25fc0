import type { Post } from "../model/post.ts";
import { sourcesOf } from "../model/post.ts";

/** Whether a post can be as old as another or older: its moment where captures tell both, else the intervals of the days. */
export function canPrecede(one: Post | undefined, other: Post): boolean {
  if (one === undefined) return false;
  if (one.published !== undefined && other.published !== undefined) return one.published <= other.published;
  return one.dating.earliest <= other.dating.latest;
}

/** Who had a text first: one post, for certain as far as the intervals are, or one of several. In indexes of the posts asked about. */
export type First =
  | { readonly kind: "sure"; readonly post: number }
  | { readonly kind: "open"; readonly among: readonly number[] };

/**
 * Which of several posts is the oldest. A post is surely not where another is surely older: its interval of days ends before
 * the post's begins; captures tell the moments of both; the same dump shows it earlier; or the post was forwarded from it
 * (`isForward`). Surely, that is, as the intervals are sure: each holds the true day nine times out of ten.
 */
export function firstOf(posts: readonly Post[], isForward: (index: number) => boolean): First {
  const firstEnd = least(posts.map(({ dating }) => dating.latest));
  const firstMoment = least(posts.flatMap(({ published }) => published ?? []));
  const firstInDump = new Map<string, number>();
  for (const { sha256, sequence } of posts.flatMap(sourcesOf)) {
    firstInDump.set(sha256, Math.min(sequence, firstInDump.get(sha256) ?? sequence));
  }
  const canBeFirst = (post: Post, index: number): boolean =>
    !isForward(index) &&
    (firstEnd === undefined || post.dating.earliest <= firstEnd) &&
    (post.published === undefined || firstMoment === undefined || post.published <= firstMoment) &&
    sourcesOf(post).every(({ sha256, sequence }) => sequence <= (firstInDump.get(sha256) ?? sequence));
  const among = posts.flatMap((post, index) => (canBeFirst(post, index) ? [index] : []));
  const [only, ...others] = among;
  if (only !== undefined && others.length === 0) return { kind: "sure", post: only };
  // Captures that contradict each other leave nobody: then nothing is known.
  return { kind: "open", among: only === undefined ? [...posts.keys()] : among };
}

function least<Value extends string>(values: readonly Value[]): Value | undefined {
  return values.reduce<Value | undefined>(
    (first, next) => (first === undefined || next < first ? next : first),
    undefined,
  );
}
