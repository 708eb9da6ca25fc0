/** What a language calls the days, and the words around a day that tell how the post stands to it. Pure data: a new language is one such table. */
export interface LanguageTable {
  /** BCP 47 primary tag. */
  readonly code: string;
  /** Spellings of January to December in every case form, as regular expression sources. Case counts where the language writes months in capitals. */
  readonly months: readonly (readonly string[])[];
  /** Spellings of Monday to Sunday, likewise. */
  readonly weekdays: readonly (readonly string[])[];
  /** Whether case tells a month from another word (`May` and `may`). */
  readonly caseCounts: boolean;
  /** Whether the month may stand before the day (`February 6`). */
  readonly monthFirst: boolean;
  /** What may follow the digits of a day (`6th`). */
  readonly dayEndings: readonly string[];
  /** What may stand between day and month (`6 of February`). */
  readonly ofWords: readonly string[];
  /** What joins two days of one month, besides dashes (`23 to 24 January`). */
  readonly rangeWords: readonly string[];
  /** What may follow a year (`2025 года`). */
  readonly yearEndings: readonly string[];
  /** What stands before a bare year (`in 2025`). */
  readonly yearLeads: readonly string[];
  /** Words for the day of writing, the day before and the day after. */
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
  readonly tomorrow: readonly string[];
  /** Words before a day that make it an end (`until 1 June`) or a start (`since 1 June`). */
  readonly untilWords: readonly string[];
  readonly sinceWords: readonly string[];
  /** Verbs and phrases by which a sentence speaks of what is to come, and of what has been. */
  readonly toCome: readonly string[];
  readonly past: readonly string[];
  /** Follows a day that is kept as a day of something (`January 24 is the International Day of …`). */
  readonly observances: readonly string[];
  /** `80 years ago`, the number in the group `years`. */
  readonly yearsAgo: readonly string[];
  /** Words that point a weekday to the past, to the future, or to the week of writing (`last Friday`). */
  readonly lastWords: readonly string[];
  readonly nextWords: readonly string[];
  readonly thisWords: readonly string[];
}
