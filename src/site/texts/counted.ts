/** The forms of a noun beside a number, by the plural categories of Unicode's CLDR that its language tells apart. */
export type Forms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Makes what writes a number with its noun: `1 post`, `12,345 posts`, `21 публикация`. `locale`: BCP 47 tag. */
export function counted(locale: string, forms: Forms): (count: number) => string {
  const form = formFor(locale, forms);
  const numerals = new Intl.NumberFormat(locale);
  return (count) => `${numerals.format(count)} ${form(count)}`;
}

/** Makes what gives the noun's form beside a number, without the number. */
export function formFor(locale: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(locale);
  return (count) => forms[rules.select(count)] ?? forms.other;
}
