import { dayOfAnyMonth, type FoundExpression } from "../date-expression.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn } from "./words.ts";

const day = "(?<day>3[01]|[12]\\d|0?[1-9])";
const open = "(?<![\\p{L}\\p{M}\\p{N}])";
/** Neither a month nor a figure follows: `dia 4/2`, `ngày 4-6`, `dia 10.000`. */
const whole = "(?![\\d%/]|[.,:-]\\d|\\s?[/-]\\s?\\d)";
/** A clause ends: what follows the number is not what it counts. */
const clauseEnds = '(?=\\s{0,2}(?:[)\\]»”"!?;…\\n]|[,.:](?!\\d)|$|\\s[–—]\\s(?!\\d)))';

/**
 * How languages name a day by its number alone, and leave the month to the reader: patterns with a group `day`. A number that counts days (`3일 동안`,
 * `3日間`) is none. A day with its month is read before these are.
 */
const numbered: Readonly<Record<string, readonly string[]>> = {
  ar: [`${open}يوم ${day}${whole}${clauseEnds}`],
  az: [`${open}ayın ${day}(?=-)`],
  bn: [`${open}${day} তারিখ`],
  ca: [`${open}dia ${day}${whole}`],
  cs: [`${open}dne ${day}\\.${clauseEnds}`],
  de: [
    `${open}(?:am|vom|bis zum|ab dem|zum|den) ${day}\\.(?=[,;)!?\\n]|$|\\s(?:dieses|nächsten|vergangenen|kommenden) Monats)`,
  ],
  en: [
    `${open}(?:on|by|until|till|from|since|before|after) the ${day}(?:st|nd|rd|th)(?:${clauseEnds}|(?=\\sof (?:this|the|next|last) month|\\sat \\d))`,
  ],
  es: [
    `${open}día ${day}${whole}`,
    `${open}(?:el pasado|el próximo|este) ${day}${whole}(?:${clauseEnds})`,
    `${open}el ${day}(?= (?:de este|del) (?:mes|presente|actual|corriente))`,
  ],
  fr: [`${open}le ${day}(?:er)?${clauseEnds}`, `${open}le ${day}(?= (?:courant|prochain|dernier))`],
  gl: [`${open}día ${day}${whole}`],
  hi: [`${open}${day} तारीख`],
  hu: [`${open}${day}-(?:[áé]n|j[áé]n|[áé]ig|j[áé]ig|t[őo]l|[áé]t[óő]l)(?!\\p{L})`],
  id: [`${open}(?:tanggal|tgl\\.?) ${day}${whole}`],
  it: [`${open}(?:giorno|il prossimo|lo scorso) ${day}${whole}`, `${open}il ${day}${clauseEnds}`],
  ja: [`(?<![\\p{N}月年第毎計約各前後]|[.,:/])${day}\\s?日(?![間目前後連以ぶ程分付常本中\\d])`],
  ko: [
    `(?<![\\p{N}\\p{Script=Hangul}]|[.,:/+-]|[월박]\\s)${day}일(?![간째차자\\d])(?!\\s?(?:동안|만에|이내|내|전|뒤|후|이상|이하|정도|앞|남|연속|간|평균|\\d|한정|무료|권))`,
  ],
  lt: [`(?<!o\\s)${open}${day} (?:d\\.|dieną|dienos)`],
  mr: [`${open}${day} तारखे?`],
  ms: [`${open}tarikh ${day}${whole}`, `${open}${day} hari ?bulan`],
  ne: [`${open}${day} गते`],
  pl: [`${open}dnia ${day}${clauseEnds}`, `${open}${day}-(?:go|ego)(?!\\p{L})${clauseEnds}`],
  pt: [`${open}dia ${day}º?${whole}`],
  ru: [
    `${open}${day}(?:-(?:го|е|ого|му|ому))? числ(?:а|у|ом|е)(?!\\p{L})`,
    `${open}${day}-го(?:${clauseEnds}|(?=\\s(?:утром|вечером|ночью|днём|днем|в \\d|с \\d|без)))`,
  ],
  th: [`วันที่ ?${day}${whole}`],
  tr: [`${open}ayın ${day}(?=['’])`],
  uk: [`${open}${day}(?:-(?:го|е|ого|му))? числ(?:а|у|ом|і)(?!\\p{L})`, `${open}${day}-го${clauseEnds}`],
  vi: [`${open}ngày ${day}${whole}(?! (?:tháng|công|đêm|nữa|qua|trước|sau|tuổi|liên))`],
  zh: [
    `(?<![\\p{N}月年第每近共约約前后後历歷隔数數]|[.,:/]|为期|為期)${day}\\s?[日号號](?![内內间間游遊元本语語均夜后後之以程常线線楼樓门門店\\d])`,
  ],
};

const patterns = new Map(
  Object.entries(numbered).map(([code, sources]) => [code, sources.map((source) => new RegExp(source, "giu"))]),
);

/** Reads days by their numbers alone, in the text's own language: `no dia 12`, `ngày 12`, `12일`. */
export const numberedDayReader: Reader = {
  name: "numbered-days",
  example: "ngày 12",
  refuses: "12 ngày",
  read: (text, language = "vi") => {
    const own = patterns.get(language.split("-")[0] ?? "");
    if (own === undefined || !/\d/u.test(text)) return [];
    return own.flatMap((pattern) =>
      matchesIn(text, pattern).flatMap((match): readonly FoundExpression[] => {
        const expression = dayOfAnyMonth(Number(match.groups?.day));
        if (expression === undefined) return [];
        return [{ expression, start: match.index, end: match.index + match[0].length, extractor: "numbered-days" }];
      }),
    );
  },
};
