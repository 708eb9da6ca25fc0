/** The day on which the page was opened, by the reader's clock: `2026-11-29`. */
export function openedOn(): string {
  return new Intl.DateTimeFormat("en-CA", { dateStyle: "short" }).format(performance.timeOrigin);
}

/** The same in words, in the language of the page, and by its calendar, with the day before the month as the page has it. */
export function openedOnInWords(): string {
  const { lang } = document.documentElement;
  const locale = lang === "en" ? "en-GB" : lang;
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", calendar: "gregory" }).format(performance.timeOrigin);
}
