import type { ScriptTable } from "./script-table.ts";

const months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] as const;
const weeks = "(?:星期|[周週]|礼拜|禮拜)";

/**
 * How Chinese names days, in simplified and traditional letters: weekdays, tenses, and words for near days. Months and days are figures, and
 * `extractors/han-days.ts` reads them; figures in words are figures by then (see `plain`).
 */
export const chinese: ScriptTable = {
  code: "zh",
  script: "Han",
  spacing: "none",
  months: months.map((number) => [`${number}月`]),
  weekdays: ["一", "二", "三", "四", "五", "六", "[日天]"].map((number) => [`${weeks}${number}`]),
  caseCounts: true,
  monthFirst: true,
  dayEndings: ["日", "号", "號"],
  ofWords: [],
  rangeWords: ["至", "到"],
  yearEndings: ["年"],
  yearLeads: [],
  today: ["今天", "今日(?!头条|頭條)", "今晨", "今晚", "今早"],
  yesterday: ["昨天", "昨日", "昨晚", "昨夜"],
  tomorrow: ["明天", "明日", "明晚", "明早"],
  // `截至12月7日` is no end but the day of a count (as of 7 December), mostly that of the post.
  untilWords: ["(?<!截)至", "(?<!截[至止])到", "不晚于", "不晚於", "不迟于", "不遲於"],
  sinceWords: ["自从", "自從", "自", "从", "從", "始于", "始於"],
  untilEndings: ["(?:之|以)?前", "为止", "為止", "止", "截止"],
  sinceEndings: ["起", "以来", "以來", "(?:之|以)?[后後]", "开始", "開始"],
  onWords: ["在", "于", "於"],
  datelineEndings: ["[电電](?!视|視|影|话|話|子|力|脑|腦|商|台|报|報)", "[讯訊]"],
  toCome: [
    // 将 is also a general (将军), nearly (将近), and the sign of an object before its verb.
    "(?<![大上中少名小])[将將](?!军|軍|近|士|领|領|帅|帥|来|來|其|他|她|它|这|這|该|該|本|所)",
    "即[将將]",
    "[拟擬]于",
    "预[计定]",
    "預[計定]",
    "计划[于在]",
    "有望",
    "敬请期待",
    "报名",
    "報名",
  ],
  past: [
    "(?<![为除为為受到对得罢得])了(?!解|不|如|然|结|吗|無|无)",
    "已(?:经|經|于|於|完|成|有|被|在|正|宣|开|開|结|結|抵|达|達)",
    "曾",
    "刚刚",
    "剛剛",
    "昨[天日晚]",
    "发生",
    "發生",
    "宣布",
    "表示",
  ],
  observances: [
    "(?:是|为|為|系|係|,)\\S{0,14}?(?:[^今昨明]日|节|節|周年|週年|诞辰|誕辰)",
    "(?:迎来|迎來|庆祝|慶祝|纪念|紀念)",
  ],
  yearsAgo: ["(?<!\\d)(?<years>\\d{1,4})\\s?年(?:之)?前", "(?<!\\d)(?<years>\\d{1,3})\\s?[周週]年"],
  greetings: ["今天是", "今日是", "今天,", "(?:祝|祝福)(?:大家|各位|您|你)?"],
  wishes: ["快[乐樂]", "安康"],
  lastWords: ["上", "上个", "上個"],
  nextWords: ["下", "下个", "下個"],
};
