import { eld } from "eld/medium";
import { hashtagPattern } from "./hashtags.ts";
import { mentionPattern } from "./mentions.ts";

/** Below this many letters a text is too short to judge alone; the language of its neighbours then weighs in. */
const enoughLetters = 40;

/** Below this many letters a text is a word or two, which neighbouring languages share. */
const oneWord = 12;

/** How near to the best score the main language of a dump must come to win a short text. */
const nearBest = 0.8;

/**
 * The language of each text of one dump (BCP 47; `und` where nothing tells). Long texts are judged alone; short ones
 * go to the channel's language (told by a sidecar, or the dump's main one) unless their own letters speak against it. The detector is Nito-ELD.
 */
export function languagesOf(texts: readonly string[], channelLanguage?: string): readonly string[] {
  const words = texts.map(wordsAlone);
  const own = words.map((text) => eld.detect(text));
  const main =
    channelLanguage ??
    mainLanguage(own.map((result, index) => [result.language, letters(words[index] ?? "")] as const));
  return own.map((result, index) => {
    const count = letters(words[index] ?? "");
    if (count >= enoughLetters && result.language !== "") return result.language;
    if (main === undefined) return result.language === "" ? "und" : result.language;
    if (result.language === "") return main;
    if (count < oneWord && sharesScript(words[index] ?? "", main)) return main;
    const scores = result.getScores();
    const best = scores[result.language] ?? 0;
    return (scores[main] ?? 0) >= best * nearBest ? main : result.language;
  });
}

/** The language that most letters of the dump are in, if one has more than half of them. */
function mainLanguage(found: readonly (readonly [language: string, letters: number])[]): string | undefined {
  const sums = new Map<string, number>();
  let total = 0;
  for (const [language, count] of found) {
    if (language === "") continue;
    sums.set(language, (sums.get(language) ?? 0) + count);
    total += count;
  }
  return [...sums].find(([, sum]) => sum * 2 > total)?.[0];
}

/** Whether a text has letters of the script that a language is written in. */
function sharesScript(text: string, language: string): boolean {
  const script = new Intl.Locale(language).maximize().script ?? "";
  const name = script === "Hans" || script === "Hant" || script === "Jpan" ? "Hani" : script;
  if (!/^[A-Z][a-z]{3}$/u.test(name) || name === "Kore") return false;
  return new RegExp(`\\p{Script=${name}}`, "u").test(text);
}

/** The text without what is the same in every language: addresses, hashtags, user names. */
function wordsAlone(text: string): string {
  return text
    .replace(/https?:\/\/\S+/giu, " ")
    .replace(hashtagPattern, " ")
    .replace(mentionPattern, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

function letters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
