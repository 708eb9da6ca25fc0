import { eld } from "eld/medium";
import { hashtagPattern } from "./hashtags.ts";
import { mentionPattern } from "./mentions.ts";
import { languageByLetters, languageByWords } from "./rarer-languages.ts";

/** Below this many letters a text is too short to judge alone; the language of its neighbours then weighs in. */
const enoughLetters = 40;

/** Below this many letters a text is a word or two, which neighbouring languages share. */
const oneWord = 12;

/** How near to the best score the main language of a dump must come to win a short text. */
const nearBest = 0.8;

/**
 * The language of each text of one dump (BCP 47; `und` where nothing tells). Long texts are judged alone; short ones
 * go to the channel's language (told by a sidecar, or the dump's main one) unless their own letters speak against it. The detector is Nito-ELD;
 * languages that it does not know are told by their letters and words.
 */
export function languagesOf(texts: readonly string[], channelLanguage?: string): readonly string[] {
  const found = texts.map(detected);
  const main = channelLanguage ?? mainLanguage(found);
  return found.map((each) => judged(each, main));
}

/** As `languagesOf`, for texts that are too many to be held: judges one after the other once all were looked through. */
export function languageJudge(texts: Iterable<string>, channelLanguage?: string): (text: string) => string {
  const main = channelLanguage ?? mainLanguage(eachDetected(texts));
  return (text) => judged(detected(text), main);
}

/** What the detector says of a text, of its words alone, and how many letters these have. */
interface Detected {
  readonly words: string;
  readonly letters: number;
  /** The code of the language; empty where nothing tells it. */
  readonly language: string;
  /** Whether its letters leave no doubt, or the detector has none. */
  readonly isSure: boolean;
  readonly scores: () => Readonly<Record<string, number>>;
}

function detected(text: string): Detected {
  const words = wordsAlone(text);
  const own = words.toLowerCase().match(/\p{L}/gu) ?? [];
  const told = { words, letters: own.length };
  const result = eld.detect(words);
  const byLetters = languageByLetters(own.join(""));
  if (byLetters !== undefined)
    return { ...told, language: byLetters, isSure: true, scores: () => ({ [byLetters]: 1 }) };
  const isSure = result.isReliable();
  const byWords = languageByWords(words, { code: result.language, isSure });
  if (byWords === undefined) return { ...told, language: result.language, isSure, scores: () => result.getScores() };
  return { ...told, language: byWords, isSure: false, scores: () => ({ ...result.getScores(), [byWords]: 1 }) };
}

function* eachDetected(texts: Iterable<string>): Generator<Detected> {
  for (const text of texts) yield detected(text);
}

function judged({ words, letters, language, isSure, scores }: Detected, main: string | undefined): string {
  // Of a language that the detector does not know it has no more than guesses.
  const isGuess = !isSure && language !== "" && main !== undefined && !knownToDetector.has(main);
  if (isGuess && sharesScript(words, main)) return main;
  if (letters >= enoughLetters && language !== "") return language;
  if (main === undefined) return language === "" ? "und" : language;
  if (language === "") return main;
  if (letters < oneWord && sharesScript(words, main)) return main;
  const all = scores();
  const best = all[language] ?? 0;
  return (all[main] ?? 0) >= best * nearBest ? main : language;
}

/** The languages that the detector tells. */
const knownToDetector: ReadonlySet<string> = new Set(Object.values(eld.info().Languages));

/** The language that most letters of the dump are in, if one has more than half of them. */
function mainLanguage(found: Iterable<Detected>): string | undefined {
  const sums = new Map<string, number>();
  let total = 0;
  for (const { language, letters } of found) {
    if (language === "") continue;
    sums.set(language, (sums.get(language) ?? 0) + letters);
    total += letters;
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
