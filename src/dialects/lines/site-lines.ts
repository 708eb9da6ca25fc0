import { literalPattern } from "../../text/literal.ts";
import { landingPhrases } from "./landing-phrases.ts";
import { sitePhrases } from "./site-phrases.ts";

/**
 * What a line is to the site that shows a channel: it leads to other posts, says whose the site is, leads to Telegram's programs, or is a button, a link
 * or a language of the page.
 */
export type SiteLine = "more" | "rights" | "app" | "link";

/** No phrase of a page is longer, in UTF-16 units. */
const longestPhrase = 160;

/** Which line of a site around posts a line is, in any of the languages that are known; `undefined` for any other. */
export function siteLine(line: string): SiteLine | undefined {
  if (line === "" || line.length > longestPhrase) return undefined;
  if (leadsToApp(line)) return "app";
  const key = keyOf(line);
  if (phrases.more.has(key)) return "more";
  if (phrases.rights.has(key) || isRights(line)) return "rights";
  if (pages.test(line)) return "link";
  const parts = line.split(/\s*[|•·]\s*/u);
  return parts.every((part) => phrases.links.has(keyOf(part)) || isLanguages(part)) ? "link" : undefined;
}

/** Telegram's name in the scripts of its interfaces. */
export const namesTelegram =
  /telegram|телеграм|تلگرام|تيليجرام|تليجرام|تيليغرام|ٹیلیگرام|टेलीग्राम|টেলিগ্রাম|טלגרם|텔레그램|电报|電報/iu;

/** Whether a line leads to Telegram's programs, in any of the languages that are known: `Download Telegram`. */
export function leadsToApp(line: string): boolean {
  return line.length <= longestPhrase && phrases.app.has(keyOf(line));
}

/** Whether a line begins with words that lead to Telegram's programs, and goes on with others: `Open in Telegram Share Report`. */
export function beginsWithApp(line: string): boolean {
  const words = line.slice(0, longestPhrase).trim().split(/\s+/u).slice(0, mostWordsOfApp);
  return words.some((_, at) => leadsToApp(words.slice(0, at + 1).join(" ")));
}

const mostWordsOfApp = 8;

/** `‹ 1 2 3 … 12 ›`, `« 2 / 12 »`: numbers of pages with a sign that leads on. */
const pages = /^(?=.*\p{Nd}.*[^\p{Nd}].*\p{Nd})(?=.*(?:[‹›«»←→]|…|\.{3}))[\p{Nd}\s‹›«»←→….|/[\]]{5,60}$/u;

/** `© 2026 Pier Post. All rights reserved`, `Copyright 2026`, `All rights reserved © 2026`; an author's `© Ada Quay` has no year. */
function isRights(line: string): boolean {
  const year = /(?<!\p{Nd})(?:19|20|13|14|25|١٤|۱۴|۱۳|٢٠|२०)\p{Nd}{2}(?!\p{Nd})/u.test(line);
  const sign = /©|\(c\)|(?<!\p{L})copyright(?!\p{L})/iu.test(line);
  return (sign && year && !/[#@]/u.test(line)) || (line.length <= longestRights && reserved.test(line));
}

/** Longest line that reserves rights, in UTF-16 units. */
const longestRights = 120;

const reserved = new RegExp(
  `(?<!\\p{L})(?:${sitePhrases
    .flatMap(({ rights }) => rights)
    .filter((phrase) => phrase.length > 9)
    .map(literalPattern)
    .join("|")})(?![\\p{L}])`,
  "iu",
);

const phrases = {
  app: keysOf(sitePhrases.flatMap(({ app }) => app)),
  more: keysOf(sitePhrases.flatMap(({ more }) => more)),
  rights: keysOf(sitePhrases.flatMap(({ rights }) => rights)),
  links: keysOf([
    ...sitePhrases.flatMap(({ links }) => links),
    ...landingPhrases.flatMap(({ others }) => others).filter((phrase) => !phrase.includes("*")),
  ]),
};

function keysOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.map(keyOf));
}

/** A phrase as it is looked up: without a sign before it, one behind it and the kind of its apostrophes. */
function keyOf(line: string): string {
  return line
    .trim()
    .toLowerCase()
    .replace(/[’ʻʼ‘]/gu, "'")
    .replace(/^[^\p{L}\p{N}]{1,3} /u, "")
    .replace(/[.!…:]$/u, "");
}

let languages: ReadonlySet<string> | undefined;

/** Whether a line lists languages by their own names, one or several: the page's other forms. */
export function isLanguages(line: string): boolean {
  if (line.length > longestPhrase) return false;
  languages ??= new Set(
    languageTags.split(" ").map((tag) => {
      const name = new Intl.DisplayNames(tag, { type: "language" }).of(tag) ?? tag;
      return name.toLowerCase();
    }),
  );
  const own = languages;
  return line.split(/\s*[|•·/,]\s*|\s{2,}/u).every((name) => own.has(name.toLowerCase()));
}

const languageTags =
  "en ru uk be de fr es it pt nl pl cs sk hr sr bg ro hu el tr az kk uz ka hy he ar fa hi bn id ms vi fi sv nb da et lv lt ko ja zh th";
