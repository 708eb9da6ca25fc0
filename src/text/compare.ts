/** Orders texts by their UTF-16 units, which is the same on every machine: negative, zero or positive, for `sort`. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
