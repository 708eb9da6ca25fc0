import { type FoundExpression, wholeYear } from "../date-expression.ts";
import type { Reader } from "./extractor.ts";
import { matchesIn } from "./words.ts";

/** A year that opens or closes a hashtag. A number in the middle of one, or a longer one, is no year. */
const pattern =
  /(?<![\p{L}\p{N}_#&/])#(?:[\p{L}_][\p{L}\p{N}_]*?(?<!\d)(?<last>20[0-4]\d)|(?<first>20[0-4]\d)(?!\d)[\p{L}\p{N}_]*)(?![\p{L}\p{N}_])/gu;

/** Years in hashtags: `#Yalta2025`, `#итоги_2024`, `#2025inReview`. */
export const hashtagYearReader: Reader = {
  name: "hashtag-years",
  example: "How it went #Review2025",
  refuses: "Call #A12025 or #Room20255",
  read: (text) => {
    if (!text.includes("#")) return [];
    return matchesIn(text, pattern).map((match): FoundExpression => {
      const year = Number(match.groups?.last ?? match.groups?.first);
      return {
        expression: wholeYear(year),
        start: match.index,
        end: match.index + match[0].length,
        extractor: "hashtag-years",
      };
    });
  },
};
