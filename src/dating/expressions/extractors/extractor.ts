import type { FoundExpression } from "../date-expression.ts";

/** One way in which texts name days. */
export interface Reader {
  readonly name: string;
  /** A text it reads, and one it must leave alone; tests check both. */
  readonly example: string;
  readonly refuses: string;
  /** The language of the text (BCP 47, `und` where not known) decides where a word is a name in one language and another word elsewhere. */
  readonly read: (text: string, language?: string) => readonly FoundExpression[];
}
