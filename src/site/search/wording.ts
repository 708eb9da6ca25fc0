/** The forms of a noun beside a number, by the plural categories of Unicode's CLDR; `{count}` stands for the number. */
export type CountedForms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/*
 * The search page's texts go to the browser as JSON, so that they are words alone: names in braces stand for what is
 * filled in there.
 */

/** A text with its names in braces filled in. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/gu, (brace, name: string) => values[name] ?? brace);
}

/** A number with its noun: `1 post`, `12,345 posts`. */
export function countedIn(locale: string, forms: CountedForms, count: number): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return filled(form, { count: numberIn(locale, count) });
}

/** `12,345`, as a language writes it. */
export function numberIn(locale: string, count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}
