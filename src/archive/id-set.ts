/** A set of ids that takes 16 bytes or so for each: of ids there can be millions. */
export class IdSet implements Iterable<string> {
  private count = 0;
  /** An open hash table of ids as numbers; 0 is no id. */
  private slots = new Float64Array(1 << 10);

  get size(): number {
    return this.count;
  }

  has(id: string): boolean {
    return this.slots[this.slotOf(numberOf(id))] !== 0;
  }

  add(id: string): void {
    this.put(numberOf(id));
    if (this.count * 2 > this.slots.length) this.enlarge();
  }

  *[Symbol.iterator](): Iterator<string> {
    for (const number of this.slots) if (number !== 0) yield idOf(number);
  }

  private put(number: number): void {
    const slot = this.slotOf(number);
    if (this.slots[slot] === 0) this.count += 1;
    this.slots[slot] = number;
  }

  /** The slot of a number: its own, or the free one where it belongs. */
  private slotOf(number: number): number {
    const mask = this.slots.length - 1;
    // Multiplied as in Knuth's multiplicative hashing (The Art of Computer Programming, vol. 3, 6.4).
    let slot = (Math.imul(number % 0x1_0000_0000, 0x9e37_79b1) ^ Math.floor(number / 0x1_0000_0000)) & mask;
    while (this.slots[slot] !== 0 && this.slots[slot] !== number) slot = (slot + 1) & mask;
    return slot;
  }

  private enlarge(): void {
    const old = this.slots;
    this.slots = new Float64Array(old.length * 2);
    this.count = 0;
    for (const number of old) if (number !== 0) this.put(number);
  }
}

/** An id as a number other than 0: ten digits and letters are a whole number below 2^53. */
export function numberOf(id: string): number {
  return Number.parseInt(id, 36) + 1;
}

/** The id that `numberOf` made a number of. */
export function idOf(number: number): string {
  return (number - 1).toString(36).padStart(10, "0");
}
