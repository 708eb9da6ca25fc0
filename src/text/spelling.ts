/**
 * How many letters must be put in, left out, changed or swapped with a neighbour to make one word of another, at most
 * `most`; one more than that for words further apart. Optimal string alignment, after R. A. Wagner and R. Lowrance,
 * An extension of the string-to-string correction problem, Journal of the ACM 22 (1975).
 */
export function lettersApart(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = b.map((_, index) => index);
  last.push(b.length);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return Math.min(last.at(-1) ?? 0, most + 1);
}

/** How far a misspelt word may lie from the one that was meant. */
export function mostApart(word: string): number {
  return word.length < 5 ? 1 : 2;
}
