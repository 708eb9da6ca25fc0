import type { LanguageTable } from "./language.ts";

/** What a language says around days, where the names of its months and weekdays come from the CLDR. */
export type ContextWords = Pick<
  LanguageTable,
  "code" | "today" | "yesterday" | "tomorrow" | "untilWords" | "sinceWords" | "toCome" | "past"
> &
  Partial<
    Pick<
      LanguageTable,
      | "untilEndings"
      | "sinceEndings"
      | "onWords"
      | "yearsAgo"
      | "lastWords"
      | "nextWords"
      | "ordinalNouns"
      | "figureLeads"
      | "units"
    >
  >;

/** One row a language; words are sources of regular expressions, case does not count. A new language is one row here and its cases. */
// biome-ignore format: a row of words each
export const contextWords: readonly ContextWords[] = [
  {
    code: "tr", today: ["bugün\\p{L}*"], yesterday: ["dün", "dünkü"], tomorrow: ["yarın\\p{L}*"], untilWords: [], sinceWords: [], untilEndings: ["kadar", "dek", "değin"], sinceEndings: ["beri", "itibaren", "bu yana"],
    toCome: ["\\p{L}+(?:acak|ecek)(?:tır|tir|lar|ler)?"], past: ["\\p{L}+[ıiuüaekptşçsf](?:dı|di|du|dü|tı|ti|tu|tü)(?:lar|ler)?", "\\p{L}+(?:mıştır|miştir|muştur|müştür)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+yıl\\s+önce"], lastWords: ["geçen", "geçtiğimiz"], nextWords: ["gelecek", "önümüzdeki"],
  },
  {
    code: "az", today: ["bu gün", "bugün"], yesterday: ["dünən"], tomorrow: ["sabah"], untilWords: [], sinceWords: [], untilEndings: ["qədər", "a?dək"], sinceEndings: ["etibarən", "bəri"],
    toCome: ["\\p{L}+(?:acaq|əcək)(?:dır|dir|lar|lər)?"], past: ["\\p{L}+(?:ıldı|ildi|uldu|üldü|ındı|indi|etdi|oldu)(?:lar|lər)?", "\\p{L}+(?:mışdır|mişdir|muşdur|müşdür)", "\\p{L}+(?:ıb|ib|ub|üb)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+il\\s+əvvəl"], lastWords: ["keçən", "ötən"], nextWords: ["gələn", "növbəti"],
  },
  {
    code: "uz", today: ["bugun\\p{L}*"], yesterday: ["kecha\\p{L}*"], tomorrow: ["ertaga"], untilWords: [], sinceWords: [], untilEndings: ["gacha", "qadar"], sinceEndings: ["boshlab", "beri", "buyon"],
    toCome: ["\\p{L}+(?:adi|ydi)(?:lar)?"], past: ["\\p{L}+(?:ildi|indi|landi|lashdi|boʻldi|bo'ldi|etdi|qildi)(?:lar)?", "boʻlib oʻtdi", "bo'lib o'tdi"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+yil\\s+(?:oldin|avval|muqaddam)"], lastWords: ["oʻtgan", "o'tgan"], nextWords: ["kelgusi", "keyingi"],
  },
  {
    code: "kk", today: ["бүгін\\p{L}*"], yesterday: ["кеше"], tomorrow: ["ертең"], untilWords: [], sinceWords: [], untilEndings: ["дейін", "шейін"], sinceEndings: ["бастап", "бері"],
    toCome: ["\\p{L}+(?:ады|еді|йды|йді)"], past: ["\\p{L}+(?:ылды|ілді|лды|лді|нды|нді|тті|тты|кен|қан|ған|ген)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+жыл\\s+бұрын"], lastWords: ["өткен"], nextWords: ["келесі"],
  },
  {
    code: "pl", today: ["dziś", "dzisiaj", "dzisiejsz\\p{L}+"], yesterday: ["wczoraj", "wczorajsz\\p{L}+"], tomorrow: ["jutro", "jutrzejsz\\p{L}+"],
    untilWords: ["do", "do dnia"], sinceWords: ["od", "od dnia", "po"], onWords: ["w dniu", "dnia"], ordinalNouns: ["rocznic\\p{L}+", "urodzin\\p{L}*"], figureLeads: ["od", "do", "dnia"],
    toCome: ["będzie", "będą", "odbędzie", "odbędą", "rozpocznie", "rozpoczną", "zapraszamy", "zostanie", "zostaną"], past: ["\\p{L}+(?:ał|ała|ało|ały|ali|ił|iła|iło|iły|ili|ył|yła|yło|yły|yli|ęła|ęło|ęły|ęli|ął)"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+lat\\s+temu"], lastWords: ["zeszł\\p{L}+", "ubiegł\\p{L}+", "miniony"], nextWords: ["przyszł\\p{L}+", "następn\\p{L}+"],
  },
  {
    code: "ro", today: ["astăzi", "azi"], yesterday: ["ieri"], tomorrow: ["mâine"], untilWords: ["până la", "până pe", "până în"], sinceWords: ["din", "de la", "după", "începând cu"], onWords: ["pe", "la", "în"],
    toCome: ["va", "vor", "urmează"], past: ["a fost", "au fost", "(?:a|au)(?=\\s+(?:\\p{L}+\\s)?\\p{L}+(?:at|ut|it|is|us)(?!\\p{L}))"],
    yearsAgo: ["acum\\s+(?<years>\\d{1,4})\\s+(?:de\\s+)?ani"], lastWords: ["trecut\\p{L}*"], nextWords: ["viito\\p{L}+"],
  },
  {
    code: "el", today: ["σήμερα"], yesterday: ["χθες", "χτες"], tomorrow: ["αύριο"], untilWords: ["έως", "έως τις", "μέχρι", "μέχρι τις", "ως τις"], sinceWords: ["από", "από τις", "μετά τις"], onWords: ["στις", "την"],
    toCome: ["θα"], past: ["ήταν", "έγινε", "έγιναν", "\\p{L}+(?:θηκε|θηκαν|σαν)"],
    yearsAgo: ["πριν\\s+(?:από\\s+)?(?<years>\\d{1,4})\\s+χρόνια"], lastWords: ["περασμέν\\p{L}+"], nextWords: ["επόμεν\\p{L}+", "ερχόμεν\\p{L}+"],
  },
  {
    code: "id", today: ["hari ini"], yesterday: ["kemarin"], tomorrow: ["besok"], untilWords: ["hingga", "sampai", "sampai dengan"], sinceWords: ["sejak", "mulai"], onWords: ["pada", "tanggal", "pada tanggal"],
    toCome: ["akan"], past: ["telah", "sudah"], yearsAgo: ["(?<years>\\d{1,4})\\s+tahun\\s+(?:yang\\s+)?lalu"], lastWords: ["lalu"], nextWords: ["depan", "mendatang"],
  },
  {
    code: "he", today: ["ה?יום"], yesterday: ["אתמול"], tomorrow: ["מחר"], untilWords: ["עד", "עד ה-?"], sinceWords: ["מאז", "מה-?"], onWords: ["ב-?"],
    toCome: ["יתקיים", "תתקיים", "יתקיימו", "ייפתח", "תיפתח", "צפוי", "צפויה"], past: ["התקיים", "התקיימה", "התקיימו", "נערך", "נערכה", "היה", "הייתה", "היו"],
    yearsAgo: ["לפני\\s+(?<years>\\d{1,4})\\s+שנ(?:ה|ים)"], lastWords: ["שעבר"], nextWords: ["הבא"],
  },
  {
    code: "hi", today: ["आज"], yesterday: [], tomorrow: [], untilWords: [], sinceWords: [], untilEndings: ["तक"], sinceEndings: ["से"],
    toCome: ["\\p{L}[\\p{L}\\p{M}]*(?:गा|गी|गे)"], past: ["था", "थी", "थे", "गया", "गई", "गए", "हुआ", "हुई", "हुए"],
    yearsAgo: ["(?<years>\\d{1,4})\\s+साल\\s+पहले"], lastWords: ["पिछले"], nextWords: ["अगले"],
  },
];

/** A row as a table of the common shape, for what looks for the words around a day. */
export function asTable(words: ContextWords): LanguageTable {
  return {
    months: [],
    weekdays: [],
    caseCounts: false,
    monthFirst: false,
    dayEndings: [],
    ofWords: [],
    rangeWords: [],
    yearEndings: [],
    yearLeads: [],
    observances: [],
    yearsAgo: [],
    lastWords: [],
    nextWords: [],
    ...words,
  };
}
