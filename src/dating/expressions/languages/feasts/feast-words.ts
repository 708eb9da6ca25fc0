import type { FeastName } from "../../feasts.ts";

/** A day or two that are the same every year, `MM-DD` or `MM-DD/MM-DD`. */
type FixedDays = `${number}-${number}` | `${number}-${number}/${number}-${number}`;

/** Names by what they name, parted by `|`; in each, `*` stands for the rest of a word, and a full stop at its end says that its
 * clause ends or a wish follows: it is a part of other names. Case, accents and the shape of apostrophes do not count. */
export type FeastNames = Readonly<Partial<Record<FeastName | FixedDays, string>>>;

/**
 * How a language names feasts, in the forms in which its greetings take them, and how it greets on them. Sources of regular expressions but for the names. A
 * language that has a table of days greets with the words of that table as well, and says `today` with those of its table or its row of `contextWords`.
 */
export interface FeastWords {
  /** BCP 47 primary tag. */
  readonly code: string;
  /** Stands before the name of a feast kept on the day of writing. */
  readonly greetings?: readonly string[];
  /** Stands right behind it. */
  readonly wishes?: readonly string[];
  /** Words for the day of writing, where no other table of the language has them. */
  readonly today?: readonly string[];
  /** What a sentence that says `today is …` may have behind the name, other than its end. */
  readonly is?: readonly string[];
  /** Words stand without spaces between them, or take on endings that nobody lists. */
  readonly glued?: true;
  readonly names: FeastNames;
  /** Wishes that name no feast, and are said on its day alone. */
  readonly said?: FeastNames;
}
