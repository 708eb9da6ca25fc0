import type { Texts } from "../texts/texts.ts";

/** What keeps the language that a reader chose for the pages, in this browser. */
const key = "scrollback-language";

/** The element that offers the languages; pages of an archive that offers no choice have none. */
export function languageSwitch(): HTMLSelectElement | undefined {
  const element = document.getElementById("language-switch");
  return element instanceof HTMLSelectElement ? element : undefined;
}

/** The language that a reader chose, where the page is in another one and offers it. */
export function chosenLanguage(): string | undefined {
  const offered = [...(languageSwitch()?.options ?? [])].map(({ value }) => value);
  try {
    const language = localStorage.getItem(key) ?? undefined;
    return language !== undefined && offered.includes(language) && language !== offered[0] ? language : undefined;
  } catch {
    // A browser that refuses storage throws here; its pages stay in their own language.
    return undefined;
  }
}

/** Keeps a choice of language. */
export function chooseLanguage(language: string): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // As above: there is no choice to keep.
  }
}

/** The texts of a language, from the file beside the programs of the site. Rejects where it cannot be loaded. */
export async function loadTexts(language: string): Promise<Texts> {
  const module = (await import(new URL(`words-${language}.js`, import.meta.url).href)) as Record<string, Texts>;
  const [texts] = Object.values(module);
  if (texts === undefined) throw new Error(`No texts in "words-${language}.js"`);
  return texts;
}
