/** What a language calls the days, and the words around a day that tell how the post stands to it. Pure data: a new language is one such table. */
export interface LanguageTable {
  /** BCP 47 primary tag. */
  readonly code: string;
  /** Spellings of January to December in every case form, as regular expression sources. Case counts where the language writes months in capitals. */
  readonly months: readonly (readonly string[])[];
  /**
   * Short spellings of January to December that are other words too (`set`, `out`, `mar`). They are read only where the text is in this
   * language, and there with a year or alone in a line or in brackets.
   */
  readonly shortMonths?: readonly (readonly string[])[];
  /** Spellings of January to December that are other words in a neighbouring language. They are read only where the text may be in this one. */
  readonly sharedMonths?: readonly (readonly string[])[];
  /** Words, in small letters, that texts of this language use all the time and its neighbours seldom: they tell which languages a text is in. */
  readonly signs?: readonly string[];
  /** Words for the first day of a month (`primero de mayo`). */
  readonly firstWords?: readonly string[];
  /** What may stand between month and year (`6 de abril de 2025`). */
  readonly beforeYear?: readonly string[];
  /** Words before a day that say no more than that it is one (`on 6 February`). */
  readonly onWords?: readonly string[];
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
  /** What a number behind such a word counts, where it is no year (`for 2025 people`). */
  readonly counted?: readonly string[];
  /** Nouns that an ordinal number with a dot stands before (`80. Jahrestag`): its dot ends no sentence. */
  readonly ordinalNouns?: readonly string[];
  /** Words before a day in figures without its year (`с 27.08`), and the units that such figures are amounts of (`до 27.08 руб`). */
  readonly figureLeads?: readonly string[];
  readonly units?: readonly string[];
  /** Words before the number of a version, which looks like a day (`version 5.12.2024`). */
  readonly versionWords?: readonly string[];
  /** Words for the day of writing, the day before and the day after. */
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
  readonly tomorrow: readonly string[];
  /** What may stand between such words as the next ones and the day (`until the 1 June`). */
  readonly articles?: readonly string[];
  /** Words before a day that make it an end (`until 1 June`) or a start (`since 1 June`). */
  readonly untilWords: readonly string[];
  readonly sinceWords: readonly string[];
  /** The same behind a day, as words or as endings of its month (`6 Şubat'a kadar`, `6-fevralgacha`). */
  readonly untilEndings?: readonly string[];
  readonly sinceEndings?: readonly string[];
  /** Verbs and phrases by which a sentence speaks of what is to come, and of what has been. */
  readonly toCome: readonly string[];
  readonly past: readonly string[];
  /** Those of `toCome` that tell of a plan, which may be past where another verb of the sentence is: `the talks scheduled for 5 February were put off`. */
  readonly plans?: readonly string[];
  /** Words with which a clause begins that has a verb of its own (`said that …`), where no comma parts it. */
  readonly clauseWords?: readonly string[];
  /** Words for “and” and “but”, which open a clause beside the day's own and not below it: its verb tells of the same time. */
  readonly besideWords?: readonly string[];
  /** The verb stands last in its clause: `natijalar 15 martda eʼlon qilinadi`. */
  readonly verbLast?: true;
  /** Follows a day that is kept as a day of something (`January 24 is the International Day of …`). */
  readonly observances: readonly string[];
  /** `80 years ago`, the number in the group `years`. */
  readonly yearsAgo: readonly string[];
  /** Stands right before the name of an observance that is kept on the day of writing (`Happy …`, `Today is …`). */
  readonly greetings?: readonly string[];
  /** Words that point a weekday to the past or to the future (`last Friday`, `viernes que viene`); they stand on either side of it. */
  readonly lastWords: readonly string[];
  readonly nextWords: readonly string[];
  /** Marks of a post that shows an event while it happens. */
  readonly live?: readonly string[];
  /** For each extractor of a language, words that it reads and look-alikes that it refuses; tests check both. */
  readonly examples?: {
    readonly day: DayExample;
    readonly month: DayExample;
    readonly year: DayExample;
    readonly weekday: DayExample;
  };
}

/** Words that an extractor reads, and look-alikes that it refuses. */
export interface DayExample {
  readonly example: string;
  readonly refuses: string;
}
