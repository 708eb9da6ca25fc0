import { enlarged } from "./enlarged.ts";

/** At which places a number stands, for rows too long for a `Map`. */
export class NumberedPlaces {
  private numbers = new Float64Array(1 << 10);
  private places = new Uint32Array(1 << 10);
  private length = 0;
  private inOrder = true;

  add(number: number, place: number): void {
    this.numbers = enlarged(this.numbers, this.length + 1);
    this.places = enlarged(this.places, this.length + 1);
    // Channels count upwards: numbers come in order, but for exports that somebody put together.
    if (this.length > 0 && number < (this.numbers[this.length - 1] ?? 0)) this.inOrder = false;
    this.numbers[this.length] = number;
    this.places[this.length] = place;
    this.length += 1;
  }

  /** The last place of a number. */
  placeOf(number: number): number | undefined {
    const end = this.endOf(number);
    return end > 0 && this.numbers[end - 1] === number ? this.places[end - 1] : undefined;
  }

  /** All places of a number, in the order they were added in. */
  placesOf(number: number): readonly number[] {
    const end = this.endOf(number);
    let start = end;
    while (start > 0 && this.numbers[start - 1] === number) start -= 1;
    return [...this.places.subarray(start, end)];
  }

  /** Behind all numbers that are not greater. */
  private endOf(number: number): number {
    if (!this.inOrder) this.sort();
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.numbers[middle] ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private sort(): void {
    const order = Uint32Array.from({ length: this.length }, (_, index) => index);
    order.sort((one, other) => (this.numbers[one] ?? 0) - (this.numbers[other] ?? 0) || one - other);
    this.numbers = Float64Array.from(order, (index) => this.numbers[index] ?? 0);
    this.places = Uint32Array.from(order, (index) => this.places[index] ?? 0);
    this.inOrder = true;
  }
}
