/** The day on which the page was opened, by the reader's clock: `2026-11-29`. */
export function openedOn(): string {
  return new Intl.DateTimeFormat("en-CA", { dateStyle: "short" }).format(performance.timeOrigin);
}

/** The same in words, in the language of the page. */
export function openedOnInWords(): string {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(performance.timeOrigin);
}
