/**
 * The languages that the detector does not know. Of those it takes each for a neighbour, often without a doubt: Kazakh for Russian, Pashto for
 * Persian. They are told by letters that none of its languages has in that script, or, where they share all letters, by their commonest words.
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

interface WordRow {
  readonly code: string;
  readonly words: ReadonlySet<string>;
}

const byWords: readonly WordRow[] = [
  {
    code: "uz",
    words: wordSet(
      "va bilan uchun bu ham ushbu shu esa masalan aslida aynan hozir bugun ertaga dars kursi yoki emas kerak bor bo'yicha lekin haqida orqali hamda mumkin yangi bo'ladi bo'lgan bo'lib qilish qilib deb edi so'm nima har juda keyin eng boshqa barcha yo'q kerak bizning sizga",
    ),
  },
  {
    code: "tk",
    words: wordSet(
      "we bilen üçin hem bu boýunça ýyl ýylyň bolýar bolan onuň diýip şeýle türkmen şu gün ýurdumyzyň eden",
    ),
  },
  {
    code: "om",
    words: wordSet(
      "kan fi akka irraa keessatti hin kun waan isaa yoo immoo garuu kana ta'e ta'uu jedhu irratti ni haala qaba",
    ),
  },
  { code: "so", words: wordSet("waa iyo ka oo ku ah ee la uu in waxaa waxay ayaa kale aan soo si isaga") },
  { code: "sw", words: wordSet("ya na wa kwa ni katika za la hii kuwa cha huo yake watu pia hali baada kama") },
];

const indonesian = wordSet(
  "bisa karena kamu nggak gak kalian uang kapan silakan nomor lowongan kualifikasi pendaftaran sore bahwa rp rupiah mobil kantor beda mau gaji kirim siang banget cara gratis sudah",
);
const malay = wordSet(
  "boleh kerana awak ialah sahaja kereta wang pejabat bila sila ringgit rm petang jawatan permohonan semasa bahawa percuma manakala telah gaji daripada iaitu",
);

/** Of a text's words at least this share are among the commonest of a language, and so many different ones. */
const leastWords = 0.15;
const leastDifferent = 3;

/**
 * The language of a text in Latin letters that the detector does not know, by its commonest words; `found` is what the detector says, and whether it is
 * sure.
 */
export function languageByWords(
  text: string,
  found: { readonly code: string; readonly isSure: boolean },
): string | undefined {
  const words = text.toLowerCase().replace(apostrophe, "'").match(word) ?? [];
  if (found.code === "ms") return hits(words, malay).length > hits(words, indonesian).length ? undefined : "id";
  // Uzbek alone writes o and g with the sign as letters of their own.
  const lettered = words.filter((each) => /[og]'\p{L}/u.test(each)).length;
  const ranked = byWords
    .map(({ code, words: own }) => {
      const all = hits(words, own);
      const extra = code === "uz" ? lettered : 0;
      return { code, count: all.length + extra, different: new Set(all).size + extra };
    })
    .sort((one, other) => other.count - one.count);
  const [best] = ranked;
  if (best === undefined || found.isSure || best.different < leastDifferent) return undefined;
  return best.count >= words.length * leastWords ? best.code : undefined;
}

const apostrophe = /['’‘ʻʼ`´]/gu;
const word = /[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;

function hits(words: readonly string[], own: ReadonlySet<string>): readonly string[] {
  return words.filter((each) => own.has(each));
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
