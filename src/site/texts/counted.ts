import { kept } from "./kept.ts";

/** The forms of a noun beside a number, by the plural categories of Unicode's CLDR that its language tells apart. */
export type Forms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/**
 * Makes what writes a number with its noun: `1 post`, `12,345 posts`, `21 публикация`. `locale`: BCP 47 tag. Throws an Error
 * where a form is missing that the language tells apart.
 */
export function counted(locale: string, forms: Forms): (count: number) => string {
  const form = formFor(locale, forms);
  return (count) => `${numerals(locale).format(count)} ${form(count)}`;
}

/** Makes what gives the noun's form beside a number, without the number. Throws an Error as `counted()` does. */
export function formFor(locale: string, forms: Forms): (count: number) => string {
  const missing = categories(locale).filter((category) => forms[category] === undefined);
  if (missing.length > 0) throw new Error(`Cannot count in "${locale}": no form for ${missing.join(", ")}`);
  return (count) => forms[rules(locale).select(count)] ?? forms.other;
}

/** A number that counts nothing, such as a year or a day of the month, in the figures of a language: `2025`, `۲۰۲۵`. */
export function figures(locale: string, number: number): string {
  return ungrouped(locale).format(number);
}

/** A whole number in the figures of a language, parted at the thousands as it does: `12,345`, `12 345`. `locale`: BCP 47 tag. */
export function grouped(locale: string, count: number): string {
  return numerals(locale).format(count);
}

/** What kinds are called where each is listed, of the words that count them. */
export function namesOf<Kind extends string>(
  words: Readonly<Record<Kind, (count: number) => string>>,
): Record<Kind, string> {
  return Object.fromEntries(Object.keys(words).map((kind) => [kind, words[kind as Kind](1)])) as Record<Kind, string>;
}

const ungrouped = kept((locale) => new Intl.NumberFormat(locale, { useGrouping: false }));
const numerals = kept((locale) => new Intl.NumberFormat(locale));
const rules = kept((locale) => new Intl.PluralRules(locale));
const categories = kept((locale) => rules(locale).resolvedOptions().pluralCategories);
