import { chinese } from "../languages/chinese.ts";
import type { Reader } from "./extractor.ts";
import { numbering, oneOf } from "./words.ts";

const weekdayOf = numbering(chinese.weekdays, "u");

// `一周三次` counts times a week, `每周五` is every Friday, `周三多` may be a name, `周一至周五` are working days, not two.
const pattern = new RegExp(
  `(?<![每一两兩二三四五六七八九十数數几幾\\d]|每个|每個|[至到、和及-])(?<lead>[上下本这這][个個]?)?(?<weekday>${oneOf(chinese.weekdays.flat())})(?![次天届屆回场場年岁歲报報刊]|\\s?[至到-]\\s?(?:星期|[周週]|礼拜|禮拜))`,
  "gu",
);

const letters = "月火水木金土日";
const japanese =
  /(?<!毎|\p{Script=Han})(?<letter>[月火水木金土日])曜日?|(?<=\d\s?日\s?[(（])(?<alone>[月火水木金土日])(?=[)）])/gu;

/** Weekdays in Chinese, and those of Japanese, as a word or as one letter behind a day: `星期五`, `周五`, `本週五`, `禮拜天`, `金曜日`, `13日(金)`. */
export const hanWeekdayReader: Reader = {
  name: "weekdays/zh",
  example: "本周五",
  refuses: "一周三次",
  read: (text) =>
    [...text.matchAll(pattern), ...text.matchAll(japanese)].flatMap((match) => {
      const { weekday: word, letter, alone = "" } = match.groups ?? {};
      const weekday = word === undefined ? letters.indexOf(letter ?? alone) + 1 : weekdayOf(word);
      if (weekday === undefined) return [];
      const expression = { kind: "weekday" as const, weekday };
      return [{ expression, start: match.index, end: match.index + match[0].length, extractor: "weekdays/zh" }];
    }),
};
