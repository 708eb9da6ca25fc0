import type { FoundExpression } from "../date-expression.ts";
import { languages } from "../languages/languages.ts";
import { expressionOf, type Observance, observances } from "../observances.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn, oneOf, roughlyBefore } from "./words.ts";

/**
 * Observances that a text greets on or says to be today, by name alone: `Happy International Women’s Day!`, `С Днём Победы!`. The day is that of
 * the table, the year is left open. A name without such words beside it may stand for any time, and is left alone.
 */
export const observanceReader: Reader = {
  name: "observances",
  example: "Happy International Women’s Day!",
  refuses: "The forum takes place ahead of International Women’s Day",
  read: (text) => {
    const found: FoundExpression[] = [];
    for (const match of matchesIn(text, greeting)) {
      const from = match.index + match[0].length;
      const words = text.slice(from, from + longestName).toLowerCase();
      const named = mayHoldName.test(words) ? name.exec(words) : null;
      const observance = named && observanceOf(named.groups?.name ?? "");
      if (named && observance)
        found.push({
          expression: expressionOf(observance),
          start: match.index,
          end: from + named[0].length,
          extractor: "observances",
        });
    }
    return found;
  },
};

// Patterns with the `u` flag and hundreds of `\p{L}` take seconds to build and several times as long to search with; the observances are
// named in two alphabets.
const letter = "[A-Za-z\\u00C0-\\u024F\\u0400-\\u04FF]";

const greeting = new RegExp(
  `${roughlyBefore}${oneOf(languages.flatMap(({ greetings }) => greetings ?? []))}(?!\\p{L})`.replaceAll(
    "\\p{L}",
    letter,
  ),
  "g",
);

/** Articles and the like may stand between; words that point to another day may not. */
const elsewhere =
  "eve|before|after|until|next|last|not|накануне|перед|после|до|не|напередодні|після|víspera|veille|vigilia|véspera|vor|nach|avant|antes|prima|no|não|non|nicht";
const between = `[\\s,:–—«"“„¡-]*(?:(?!(?:${elsewhere})\\s)(?:${letter}|[’']){1,14}(?:[\\s,:–—«"“„-]+|(?<=[’']))){0,3}?`;

/** `Bonne année scolaire` is no wish for the New Year. */
const otherYears = "(?!\\s+(?:scolaire|universitaire|scolastico|accademico))";

const longestName = 160;

/** The names in the languages of Latin and Cyrillic letters; the others have an extractor of their own. */
function namesOf({ names }: Observance): readonly string[] {
  return languages.flatMap(({ code }) => names[code] ?? []);
}

/** In small letters, as the words are that it is tried on. */
const sources = observances.map((observance) => ({
  observance,
  names: namesOf(observance).map((words) => sourceOf(words.toLowerCase())),
}));

/** The first two letters of a name of the table; most texts that say `today` go on without any, and the names are many. */
const beginnings = new Set(
  observances.flatMap((one) => namesOf(one).map((words) => words.toLowerCase().slice(0, 2).replace("*", ""))),
);
const mayHoldName = new RegExp(`^.{0,60}(?<!${letter})${oneOf([...beginnings])}`);

const name = new RegExp(
  `^${between}(?<name>${oneOf(sources.flatMap(({ names }) => names))})(?!${letter}|\\d)${otherYears}`,
);

const whole = sources
  .filter(({ names }) => names.length > 0)
  .map(({ observance, names }) => ({ observance, pattern: new RegExp(`^${oneOf(names)}$`) }));

function observanceOf(words: string): Observance | undefined {
  return whole.find(({ pattern }) => pattern.test(words))?.observance;
}

/** A name of the table as a pattern: `*` is the rest of a word, `/` stands between words for either, apostrophes are of any kind. */
function sourceOf(name: string): string {
  const words = name.split(" ").map((word) => {
    const source = word.replaceAll(".", "\\.?").replaceAll("*", `${letter}*`).replaceAll("’", "['’ʼ]");
    return source.includes("/") ? oneOf(source.split("/")) : source;
  });
  return words.join("\\s+");
}
