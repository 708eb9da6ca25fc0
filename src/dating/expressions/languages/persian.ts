import { folded } from "./arabic-script-table.ts";

// A solar month's name may be an everyday word (`تیر` arrow, `مهر` seal); before its digits and after a count of things only these tell.
const notCounted = "(?!\\s+(?:خورد|شلیک|هوایی|جنگی|چراغ|برق|و\\s+کمان))";

/** The months of the zodiac, as Afghanistan names those of the solar year; most are everyday words, so that only a year makes them months. */
const withYear = "(?=\\s*(?:سال\\s+)?1[34]\\d\\d)";

const units = ["یکم", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم"] as const;
const space = "\\s?";

/** How Persian names days: the months of its own calendar and of ours, weekdays, tenses, and words for near days. */
export const persian = folded({
  code: "fa",
  script: "Arabic",
  months: [
    ["ژانویه", "جنوری"],
    ["فوریه", "فبروری"],
    ["مارس", "مارچ"],
    ["آوریل", "آپریل", "اپریل"],
    // `می` is also the prefix of every present tense.
    ["مه", "می(?=\\s+(?:19|20)\\d\\d|\\s*(?:ماه|[,.)/]|$))"],
    ["ژوئن", "جون"],
    ["ژوئیه", "ژوییه", "جولای(?:ی)?"],
    ["اوت", "آگوست", "اگوست", "آگست"],
    ["سپتامبر", "سپتمبر"],
    ["اکتبر", "اکتوبر"],
    ["نوامبر", "نومبر"],
    ["دسامبر", "دسمبر"],
  ],
  jalaliMonths: [
    ["فروردین", `حمل${withYear}`],
    ["اردیبهشت", `ثور${withYear}`],
    ["خرداد", `جوزا${withYear}`],
    [`تیر${notCounted}`, `سرطان${withYear}`],
    ["مرداد", "امرداد", `اسد${withYear}`],
    ["شهریور", `سنبله${withYear}`],
    [`مهر${notCounted}`, `میزان${withYear}`],
    ["آبان", `عقرب${withYear}`],
    ["آذر", `قوس${withYear}`],
    ["دی", `جدی${withYear}`],
    ["بهمن", `دلو${withYear}`],
    ["اسفند", `حوت${withYear}`],
  ],
  weekdays: [
    [`دو${space}شنبه`],
    [`سه${space}شنبه`],
    [`چهار${space}شنبه`],
    [`پنج${space}شنبه`],
    ["جمعه", "آدینه"],
    ["شنبه"],
    [`یک${space}شنبه`],
  ],
  ordinals: [
    "یکم|اول|نخست",
    ...units.slice(1),
    "دهم",
    "یازدهم",
    "دوازدهم",
    "سیزدهم",
    "چهاردهم",
    "پانزدهم",
    "شانزدهم",
    "هفدهم",
    "هجدهم|هیجدهم",
    "نوزدهم",
    "بیستم",
    ...units.map((unit) => `بیست\\s?و\\s?${unit}`),
    "سی\\s?ام|سیم",
    "سی\\s?و\\s?یکم",
  ],
  otherFirsts: ["هفته", "نیمه", "دهه", "روزهای", "ده\\s?روز"],
  glued: "",
  yearJoints: ["سال", "از\\s+سال"],
  monthWords: ["ماه"],
  equals: ["برابر\\s+با", "مصادف\\s+با", "مطابق\\s+با"],
  caseCounts: true,
  monthFirst: false,
  dayEndings: ["ام", "م"],
  ofWords: [],
  rangeWords: ["تا", "و", "الی"],
  yearEndings: ["میلادی", "م", "شمسی", "خورشیدی", "هجری\\s+شمسی", "هجری\\s+خورشیدی", "ه\\.?\\s?ش"],
  yearLeads: ["سال"],
  today: ["امروز", "امشب"],
  yesterday: ["دیروز", "دیشب"],
  tomorrow: ["فردا", "فرداشب"],
  untilWords: ["تا(?:\\s+(?:روز|تاریخ))?", "قبل\\s+از", "پیش\\s+از"],
  sinceWords: ["از(?:\\s+(?:روز|تاریخ))?", "پس\\s+از", "بعد\\s+از"],
  onWords: ["در(?:\\s+(?:روز|تاریخ))?", "روز", "مورخ"],
  toCome: [
    "خواه(?:م|ی|د|یم|ید|ند)",
    "قرار\\s+است",
    "در\\s+پیش\\s+است",
    "برگزار\\s+می\\s?(?:شود|شوند|گردد|کند|کنند)",
    "آغاز\\s+می\\s?(?:شود|شوند|گردد)",
    "پیش\\s?بینی\\s+می\\s?شود",
    "آینده",
    "پیش\\s?رو",
    "مهلت",
  ],
  // The past of Persian verbs ends a clause; `شده` and its like close the perfect.
  clauseWords: ["که"],
  verbLast: true,
  past: [
    "(?:شد|کرد|بود|داد|گفت|رفت|آمد|گرفت|یافت|داشت|نوشت|رسید|کشید|دید|پرداخت|پیوست|درگذشت|ساخت|زد|خواند|افزود)(?:|م|ی|یم|ید|ند|ه)",
    "گذشته",
    "برگزار\\s+شد",
  ],
  observances: [
    "(?:به\\s+عنوان\\s+|به\\s?عنوان\\s+)?روز\\s+(?:جهانی|بین\\s?المللی|ملی|بزرگداشت|پیروزی|استقلال)",
    "(?:\\p{L}+\\s+){0,4}(?:سالروز|سالگرد)",
    "گرامی\\s+داشته\\s+می\\s?شود",
  ],
  yearsAgo: ["(?<years>\\d{1,4})\\s+سال\\s+(?:پیش|قبل)", "(?<years>\\d{1,3})\\s?(?:امین|مین)\\s+(?:سالگرد|سالروز)"],
  greetings: ["امروز", "(?:تبریک|خجسته\\s+باد|مبارک\\s+باد)"],
  wishes: ["(?:تان|تون|ت)?\\s?(?:مبارک|پیروز|خجسته|گرامی|خوش)", "را\\s+(?:تبریک|گرامی|شادباش)"],
  lastWords: ["گذشته", "پیشین"],
  nextWords: ["آینده", "بعد"],
});
