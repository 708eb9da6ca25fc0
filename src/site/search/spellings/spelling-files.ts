/** A name: in how many posts it stands, and how texts spell it, the likeliest spelling first. */
export type SpellingRow = readonly [posts: number, ...spellings: string[]];

/** Names by the consonants they are filed under. */
export type SpellingRows = Readonly<Record<string, readonly SpellingRow[]>>;

/** Name of a file of `SpellingRows`, relative to `bundles.json`. */
export function spellingFile(number: number): string {
  return `spellings-${number}.json`;
}

/** Which of `files` files names are in that are filed under `skeleton`. */
export function spellingFileOf(skeleton: string, files: number): number {
  let hash = 0;
  for (const letter of skeleton) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return hash % files;
}

/** How other spellings are kept. */
export interface SpellingFiles {
  readonly count: number;
  /** Whether names of Arabic letters are among them: other letters are then looked up beside these. */
  readonly arabic: boolean;
}
