/**
 * The languages that the detector does not know. Of those it takes each for a neighbour, often without a doubt: Kazakh for Russian, Pashto for
 * Persian. Here they are told by letters that none of its languages has in that script; `language-signs.ts` has their commonest words.
 */
interface LetterRow {
  readonly code: string;
  /** Letters of the language that few others have. */
  readonly own: string;
  /** Of each of these at least one letter stands in the text. */
  readonly must: readonly string[];
  /** Letters that the language does not have, though others with its letters do. */
  readonly never: string;
  /** Of the letters of a text at least this share are the language's own; `leastShare` where none is given. */
  readonly share?: number;
}

/** The first row that fits counts. */
const byLetters: readonly LetterRow[] = [
  { code: "tg", own: "ӣӯҷҳқғ", must: ["ӣӯҷ"], never: "ўөүәңұіщы", share: 0.05 },
  { code: "uz", own: "ўқғҳ", must: ["қғҳ"], never: "іәөүңұӣӯҷщы", share: 0.05 },
  { code: "ba", own: "ҙҡҫғәөүңһ", must: ["ҙҡҫ"], never: "ўқұіҷ" },
  { code: "kk", own: "әғқңөұүһі", must: ["ғқұ"], never: "ўҳҷӯӣҙҡҫ" },
  { code: "tt", own: "әөүңҗһ", must: ["әҗ"], never: "ўқғұіҳҷҙҡҫ" },
  { code: "mk", own: "ѓќѕјљњџ", must: ["ѓќѕ"], never: "ђћыщ", share: 0.01 },
  { code: "cv", own: "ӑӗӳҫ", must: ["ӑӗӳ"], never: "іў", share: 0.06 },
  { code: "os", own: "ӕ", must: ["ӕ"], never: "іў", share: 0.03 },
  { code: "ps", own: "ښګځڅډړږټېۍ", must: ["ښځڅږډۍ"], never: "ۇۆۈڭڵڕێے", share: 0.05 },
  { code: "ug", own: "ۇۆۈۋېەڭ", must: ["ۈۋڭ"], never: "ڵڕێںےښځ" },
  { code: "sd", own: "ٻڀٺٿڄڃڇڏڊڙڦڳڱ", must: ["ٻڀٺٿڄڃڏڊڙڦڳڱ"], never: "ښے" },
  { code: "tk", own: "ýňşäžç", must: ["ý", "ş"], never: "ěřůőğı", share: 0.06 },
  { code: "ku", own: "êîûşç", must: ["ê", "î", "ş"], never: "éèàœğı", share: 0.06 },
];

/** Languages that have a script for themselves. */
const byScript = {
  Myanmar: "my",
  Khmer: "km",
  Sinhala: "si",
  Tibetan: "bo",
  Thaana: "dv",
} as const;

/** Of a text's letters at least this share are a language's own: names of places bring single ones into any text. */
const leastShare = 0.1;

/** The language of a text that the detector does not know, where its letters tell it; `letters` are its letters, small. */
export function languageByLetters(letters: string): string | undefined {
  const counts = new Map<string, number>();
  for (const letter of letters) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const countOf = (some: string): number => [...some].reduce((sum, letter) => sum + (counts.get(letter) ?? 0), 0);
  for (const { code, own, must, never, share = leastShare } of byLetters) {
    const found = countOf(own);
    const hasAll = must.every((some) => countOf(some) > 0);
    if (hasAll && found >= all * share && countOf(never) * mostForeign <= found) return code;
  }
  const turkicOrMongolian = countOf("өү");
  if (turkicOrMongolian >= (all * leastShare) / 2 && turkicOrMongolian > 0 && countOf("әқғұіўҳҷҙҡҫ") === 0)
    // Kyrgyz has х in foreign words alone, Mongolian к.
    return countOf("ң") > 0 || countOf("к") > countOf("х") ? "ky" : "mn";
  for (const [script, code] of Object.entries(byScript)) {
    const own = letters.match(new RegExp(`\\p{Script=${script}}`, "gu"))?.length ?? 0;
    if (own * 2 > all) return code;
  }
  // The detector has Amharic alone of the languages in Ethiopic letters: ኣ and ቐ stand in Tigrinya.
  const tigrinya = countOf("ኣቐቑቒቓቔቕቖ");
  return tigrinya > countOf("አ") && tigrinya >= (all * leastShare) / 5 ? "ti" : undefined;
}

/** How many letters of its own a language has to each that it does not have: names and foreign words bring some. */
const mostForeign = 4;
