import type { FoundNames } from "./names.ts";

/** Two regional indicator letters: the flag of the country, or the union, with that code. */
const flagPattern = /[\u{1F1E6}-\u{1F1FF}]{2}/gu;

const firstIndicator = 0x1f1e6;

/** The countries whose flags stand in texts, named in a language by `Intl.DisplayNames`. Codes that no country has are left out. */
export function countriesIn(texts: readonly string[], language: string): readonly FoundNames[] {
  const labelOf = labelsIn(language);
  const places = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    for (const flag of new Set(text.match(flagPattern))) {
      const own = places.get(flag) ?? [];
      places.set(flag, own);
      own.push(place);
    }
  }
  return [...places].flatMap(([flag, own]) => {
    const label = labelOf(codeOf(flag));
    return label === undefined || own.length < fewestPosts ? [] : [{ label, forms: [flag], places: own }];
  });
}

/** A flag of one post is an ornament of that post. */
const fewestPosts = 2;

/**
 * Makes what tells the country that a name is of, in the language of the archive: `Россия` and `Russia` are one. `languages`
 * are those of the posts; a name is known where CLDR writes it so in one of them.
 */
export function countryNames(languages: readonly string[], language: string): (name: string) => string | undefined {
  const own = labelsIn(language);
  const known = new Map<string, string>();
  for (const each of languages.filter((tag) => tag !== "und")) {
    for (const style of ["long", "short"] as const) {
      const names = new Intl.DisplayNames([each, "en"], { type: "region", fallback: "none", style });
      for (const code of regionCodes()) {
        const [name, label] = [names.of(code), own(code)];
        if (name !== undefined && label !== undefined && !known.has(name)) known.set(name, label);
      }
    }
  }
  return (name) => known.get(name);
}

/** Names countries in a language: `Hong Kong` rather than its name in full, and `United States` rather than `US`. */
function labelsIn(language: string): (code: string) => string | undefined {
  const options = { type: "region", fallback: "none" } as const;
  const names = new Intl.DisplayNames([language, "en"], options);
  const short = new Intl.DisplayNames([language, "en"], { ...options, style: "short" });
  return (code) => {
    const name = short.of(code);
    return name === undefined || name.length > 3 ? name : names.of(code);
  };
}

/** Codes of countries: two letters that are not left to private use. */
function regionCodes(): readonly string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.filter((code) => !/^(?:X.|Q[M-Z]|ZZ|AA|EU|EZ|UN)$/u.test(code));
}

function codeOf(flag: string): string {
  return [...flag].map((sign) => String.fromCharCode(65 + (sign.codePointAt(0) ?? 0) - firstIndicator)).join("");
}
