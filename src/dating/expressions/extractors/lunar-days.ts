import type { FoundExpression } from "../date-expression.ts";
import { hijriDaysOf } from "../hijri.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn, oneOf } from "./words.ts";

/** The months of the lunar calendar, Muharram first, as English, Indonesian, Malay, Turkish, Uzbek and Russian write them. */
const months: readonly string[] = [
  "muharr?[ae]m(?: al[- ]haram)?|мухаррама?",
  "safar|sef[ae]r|сафара?",
  "rab[iī][ʿ'’]? ?(?:[au]l[- ]?)?aw+al|rabi[ʿ'’]? ?i|rabiul ?awal|reb[iî][uü]lev+el|раби[- ]?(?:аль|уль)[- ]авваля?",
  "rab[iī][ʿ'’]? ?(?:[au]l[- ]?|ath?[- ])?(?:tha|sa)ni|rabi[ʿ'’]? ?ii|rab[iī][ʿ'’]? ?(?:[au]l[- ]?)?ak?hir|rabiul ?ak?hir|reb[iî][uü]lahir|раби[- ]?(?:ас|уль)[- ](?:сани|ахира?)",
  "juma(?:da|dil)[ -]?(?:[au]l[- ]?)?(?:aw+al|[uo]la)|cemaziyelev+el|джумада[- ]аль[- ](?:уля|ула)",
  "juma(?:da|dil)[ -]?(?:[au]l[- ]?|ath?[- ])?(?:ak?hira?h?|thani(?:ya?h?)?)|cemaziyelahir|джумада[- ](?:ас[- ]сания?|аль[- ]ахира)",
  "rajab|rejeb|receb|recep|rajabi|раджаба?",
  "sha[ʿ'’]?ban|sya[ʿ'’]?ban|[şs]aban|шаабана?|шабана?",
  "ramadh?an|ramaz[ao]n|рамадана?|рамазана?",
  "shaw+al|syaw+al|[şs]ev+al|шавв?аля?",
  "(?:dhu|dhul|zu|zul|dzul|zil)[-' ]?(?:al[- ])?(?:q[ai][ʿ'’]?i?dah?|kaidah|kade)|зу-?ль-?[ -]?ка[а’]?да",
  "(?:dhu|dhul|zu|zul|dzul|zil)[-' ]?(?:al[- ])?(?:hij+ah?|hic+e)|зу-?ль-?[ -]?хиджж?а",
];

const patterns = months.map((source) => new RegExp(`^(?:${source})$`, "iu"));

/** Without a lunar year no lunar day is read, and most texts are done with one look. */
const anyYear = /14[3-6]\d/u;
const notBeside = "(?<![\\p{L}\\p{N}.,:/_+-])";
const day = "0?[1-9]|[12]\\d|30";
const shapes = [
  `${notBeside}(?<day>${day})(?:st|nd|rd|th)?(?: ?[-–—] ?(?<last>${day}))?\\s{1,2}(?:of )?(?<month>${oneOf(months)})[,\\s]{1,2}(?<year>14[3-6]\\d)(?![\\p{N}_/]|[.,:+-]\\d)`,
  `${notBeside}(?<month>${oneOf(months)}) (?<day>${day})(?:st|nd|rd|th)?, ?(?<year>14[3-6]\\d)(?![\\p{N}_/]|[.,:+-]\\d)`,
].map((source) => new RegExp(source, "giu"));

/** Days of the lunar calendar with their year, its months in Latin or Cyrillic letters: `15 Ramadan 1446`, `1 Syawal 1446 H`. */
export const lunarDayReader: Reader = {
  name: "lunar-days",
  example: "15 Ramadan 1446",
  refuses: "31 Ramadan 1446",
  read: (text) =>
    anyYear.test(text)
      ? shapes.flatMap((shape) =>
          matchesIn(text, shape).flatMap((match): readonly FoundExpression[] => {
            const { day: first, last = first, month = "", year } = match.groups ?? {};
            const place = patterns.findIndex((pattern) => pattern.test(month)) + 1;
            const expression = hijriDaysOf(place, Number(first), Number(last), Number(year));
            const [start, end] = [match.index, match.index + match[0].length];
            return expression ? [{ expression, start, end, extractor: "lunar-days" }] : [];
          }),
        )
      : [],
};
