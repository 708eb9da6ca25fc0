import fc from "fast-check";
import { marks } from "../../src/dialects/lines/marks.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

/** Words as channels write them, in several scripts and both directions. */
const sentences = [
  "Fog on the estuary until noon, says the keeper of the light.",
  "Read in full",
  "The keeper answered in one sentence:",
  "and left by the back door.",
  "• a rope, a lamp and a kettle",
  "2. Bring boots.",
  "Сегодня утром снова открыли северный причал.",
  "Пороми на острови відходять від четвертого місця.",
  "کشتی‌ها از جایگاه چهارم به جزیره‌ها می‌روند.",
  "今天早上北码头重新开放，渡轮恢复正常班次。",
  "(Pier North, February 6, 2025)",
  "On January 24 the choir sang; the next evening is on 14 марта 2025 года.",
  "8️⃣0️⃣ years ago, on May 3, 1945, the lamp was lit again",
  "See https://pier.example/log?day=4#fog and @harbour_desk",
];

const oddLines = [
  '"',
  "<...>",
  "***",
  "-----",
  "= = =",
  "…",
  "\u200B",
  "\u202Eright to left\u202C",
  "the bell\u0000 rang twice in the fog",
  "\u001B[31mred\u001B[0m",
  "tab\tand\u000Bvertical",
  "lone\rreturn",
  "\uFEFFmark",
  "{{ 7*7 }} {% raw %}",
  "<script>alert(1)</script>",
  "---js",
  "![](http://evil.example/x.png) [x](javascript:alert(1))",
];

/** What pages print about themselves: heads, counters, footers. */
const furniture = [
  "Harbour Gazette – Telegram",
  "✔",
  "@harbour_gazette",
  "12.4K subscribers",
  "1 photo",
  "Download Telegram",
  "加入频道",
  "Гео и язык канала: Весь мир, Русский",
  "Категория: Путешествия",
  "Связанные каналы  |  Похожие каналы",
  "Фильтр публикаций",
  "Показано 3 последних публикаций.",
  "Channel's geo and language",
  "Posts filter",
  "20 last posts shown.",
  "12.4K views",
  "9 812 просмотров",
  "۱۲٫۴ هزار بازدید",
  "812 zorps",
  "Ada Fenn, edited 21:14",
  "изменено 09:41",
  "22:41",
];

const emoji = fc.constantFrom("🌊", "🎙", "⚓️", "🔵", "👨‍👩‍👧", "🇺🇦", "1️⃣", "❤", "☝🏽");
const count = fc.oneof(fc.integer({ min: 1, max: 999 }).map(String), fc.constantFrom("2.49K", "1.2M", "10K"));
const sentence = fc.constantFrom(...sentences);
const hashtag = fc.constantFrom("#Fog", "#Причал", "#港口", "#قایق‌ها", "#1", "#DWR2025");

const reactions = fc
  .array(fc.tuple(emoji, count), { minLength: 1, maxLength: 4 })
  .map((pairs) => pairs.map(([symbol, number]) => symbol + number).join(""));

/** One line of a dump, from the likely to the hostile. */
export const line: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: sentence },
  { weight: 3, arbitrary: fc.tuple(sentence, fc.nat(9)).map(([words, number]) => `${words} (${number})`) },
  { weight: 3, arbitrary: fc.tuple(emoji, sentence).map(([symbol, words]) => `${symbol} ${words}`) },
  { weight: 5, arbitrary: fc.constantFrom(...marks.map((mark) => mark.example)) },
  { weight: 3, arbitrary: fc.constantFrom("Please open Telegram to view this post", "VIEW IN TELEGRAM") },
  { weight: 3, arbitrary: reactions },
  { weight: 2, arbitrary: fc.array(hashtag, { minLength: 1, maxLength: 3 }).map((tags) => tags.join(" ")) },
  { weight: 5, arbitrary: fc.constantFrom("", "", "", " ", "\u00A0") },
  { weight: 2, arbitrary: fc.constantFrom(...oddLines) },
  { weight: 1, arbitrary: fc.constantFrom(...furniture) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replace(/[\n\0]/gu, " ")),
  },
  { weight: 1, arbitrary: fc.integer({ min: 50, max: 400 }).map((times) => `${sentences[0]} `.repeat(times)) },
);

/** A dump: lines in any order, some runs of them twice as doubled pages have them, LF or CRLF, with or without a head. */
export const dump: fc.Arbitrary<SourceText> = fc
  .record({
    head: fc.constantFrom<readonly string[]>([], furniture.slice(0, 6), furniture.slice(7, 11)),
    runs: fc.array(fc.tuple(fc.array(line, { minLength: 1, maxLength: 8 }), fc.boolean()), {
      minLength: 1,
      maxLength: 8,
    }),
    end: fc.constantFrom("\n", "\r\n"),
    final: fc.boolean(),
  })
  .map(({ head, runs, end, final }) => {
    const lines = runs.flatMap(([own, twice]) => (twice ? [...own, ...own.slice(1)] : own));
    // One word at the least, because an empty dump is refused before any dialect sees it.
    const text = [...head, ...lines, "The last word."].join(end);
    return readSource(Buffer.from(final ? text + end : text), "pier.txt");
  });
