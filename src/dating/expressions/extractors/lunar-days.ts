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

/** Months that are no names of people and of other things, in the spellings of texts that leave out the year. */
const clear =
  "muharr?am|rab[iī][ʿ'’]? ?(?:[au]l[- ]?)?aw+al|rabiul ?awal|rajab|sha[ʿ'’]ban|sya[ʿ'’]?ban|ramadh?an|ramaz[ao]n|рамадана?|рамазана?|shaw+al|syaw+al|шавв?аля?|(?:dhu|dhul|zu|zul|dzul|zil)[-' ]?(?:al[- ])?(?:q[ai][ʿ'’]?i?dah?|kaidah|kade|hij+ah?|hic+e)";

/** Without a lunar year or such a month behind a figure no lunar day is read, and most texts are done with one look. */
const anyDay = new RegExp(`14[3-6]\\d|\\d(?:st|nd|rd|th)? (?:of )?(?:${clear})`, "iu");
const notBeside = "(?<![\\p{L}\\p{N}.,:/_+-])";
const day = "0?[1-9]|[12]\\d|30";
const shapes = [
  `${notBeside}(?<day>${day})(?:st|nd|rd|th)?(?: ?[-–—] ?(?<last>${day}))?\\s{1,2}(?:of )?(?<month>${oneOf(months)})[,\\s]{1,2}(?<year>14[3-6]\\d)(?![\\p{N}_/]|[.,:+-]\\d)`,
  `${notBeside}(?<month>${oneOf(months)}) (?<day>${day})(?:st|nd|rd|th)?, ?(?<year>14[3-6]\\d)(?![\\p{N}_/]|[.,:+-]\\d)`,
  `${notBeside}(?<day>${day})(?:st|nd|rd|th)?(?: ?[-–—] ?(?<last>${day}))? (?:of )?(?<month>${clear})(?![\\p{L}\\p{N}_'’-]|\\s+\\d{3})`,
].map((source) => new RegExp(source, "giu"));

/** A word with a capital that follows a month without a year makes a name of both: `5 Ramazan Bayramı`. */
function isOfName(rest: string): boolean {
  return /^ \p{Lu}\p{Ll}/u.test(rest);
}

/** Days of the lunar calendar, its months in Latin or Cyrillic letters: `15 Ramadan 1446`, `1 Syawal 1446 H`, `15 Ramadan`. */
export const lunarDayReader: Reader = {
  name: "lunar-days",
  example: "15 Ramadan 1446",
  refuses: "31 Ramadan 1446",
  read: (text) =>
    anyDay.test(text)
      ? shapes.flatMap((shape) =>
          matchesIn(text, shape).flatMap((match): readonly FoundExpression[] => {
            const { day: first, last = first, month = "", year } = match.groups ?? {};
            const place = patterns.findIndex((pattern) => pattern.test(month)) + 1;
            const expression = hijriDaysOf(
              place,
              Number(first),
              Number(last),
              year === undefined ? year : Number(year),
            );
            const [start, end] = [match.index, match.index + match[0].length];
            if (year === undefined && isOfName(text.slice(end))) return [];
            return expression ? [{ expression, start, end, extractor: "lunar-days" }] : [];
          }),
        )
      : [],
};
