/** Counts in how many texts each sequence stands. Texts come in order. */
export class SequenceCount {
  private readonly counts = new Map<string, { last: number; spread: number }>();

  add(key: string, text: number): void {
    const entry = this.counts.get(key);
    if (entry === undefined) this.counts.set(key, { last: text, spread: 1 });
    else if (entry.last !== text) {
      entry.last = text;
      entry.spread += 1;
    }
  }

  *spreads(): Generator<readonly [key: string, spread: number]> {
    for (const [key, { spread }] of this.counts) yield [key, spread];
  }
}
