/**
 * How much two texts have in common, from 0 to 1: the Sørensen–Dice coefficient of their words, each counted as often as it stands
 * (Dice 1945; multisets as in Ukkonen's q-gram distance, 1992).
 */
export function likeness(one: string, other: string): number {
  const [words, others] = [wordCounts(one), wordCounts(other)];
  const total = sizeOf(words) + sizeOf(others);
  if (total === 0) return 1;
  let shared = 0;
  for (const [word, count] of words) shared += Math.min(count, others.get(word) ?? 0);
  return (2 * shared) / total;
}

function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function sizeOf(counts: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}
