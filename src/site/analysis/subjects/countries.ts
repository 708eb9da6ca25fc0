import type { FoundNames } from "./names.ts";

/** Two regional indicator letters: the flag of the country, or the union, with that code. */
const flagPattern = /[\u{1F1E6}-\u{1F1FF}]{2}/gu;

const firstIndicator = 0x1f1e6;

/** The countries whose flags stand in texts, named in a language by `Intl.DisplayNames`. Codes that no country has are left out. */
export function countriesIn(texts: readonly string[], language: string): readonly FoundNames[] {
  const names = new Intl.DisplayNames([language, "en"], { type: "region", fallback: "none" });
  const places = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    for (const flag of new Set(text.match(flagPattern))) {
      const own = places.get(flag) ?? [];
      places.set(flag, own);
      own.push(place);
    }
  }
  return [...places].flatMap(([flag, own]) => {
    const label = names.of(codeOf(flag));
    return label === undefined || own.length < fewestPosts ? [] : [{ label, forms: [flag], places: own }];
  });
}

/** A flag of one post is an ornament of that post. */
const fewestPosts = 2;

function codeOf(flag: string): string {
  return [...flag].map((sign) => String.fromCharCode(65 + (sign.codePointAt(0) ?? 0) - firstIndicator)).join("");
}
