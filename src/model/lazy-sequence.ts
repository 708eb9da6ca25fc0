/** Things in a row, taken by their place: an array is one, and so is a row that is too long to be held in memory. */
export interface LazySequence<Item> {
  readonly length: number;
  /** The thing at a place, counted from 0. */
  at(place: number): Item | undefined;
  [Symbol.iterator](): Iterator<Item>;
}

/** A row that grows at its end. */
export interface GrowingSequence<Item> extends LazySequence<Item> {
  push(item: Item): unknown;
}

/** Makes an empty sequence, for things that JSON can hold. */
export type NewSequence = <Item>() => GrowingSequence<Item>;

/** A sequence in memory. */
export const inMemory: NewSequence = () => [];

/** A row whose things are made when they are asked for. */
export function lazySequence<Item>(length: number, make: (place: number) => Item): LazySequence<Item> {
  return {
    length,
    at: (place) => (place >= 0 && place < length ? make(place) : undefined),
    *[Symbol.iterator]() {
      for (let place = 0; place < length; place += 1) yield make(place);
    },
  };
}

/** One row behind the other. */
export function joinedSequences<Item>(rows: readonly LazySequence<Item>[]): LazySequence<Item> {
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0) return only;
  return {
    length: rows.reduce((sum, { length }) => sum + length, 0),
    at: (place) => {
      let start = 0;
      for (const row of rows) {
        if (place < start + row.length) return row.at(place - start);
        start += row.length;
      }
      return undefined;
    },
    *[Symbol.iterator]() {
      for (const row of rows) yield* row;
    },
  };
}
