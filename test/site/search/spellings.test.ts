import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filtered } from "../../../src/site/client/filter.ts";
import { match } from "../../../src/site/client/match.ts";
import { questionIn } from "../../../src/site/client/question.ts";
import { type OtherSpelling, otherSpellings } from "../../../src/site/client/spellings.ts";
import { searchBundles } from "../../../src/site/search/bundles.ts";
import { fold } from "../../../src/site/search/forms/fold.ts";
import { formsOf } from "../../../src/site/search/forms/forms.ts";
import { inflections } from "../../../src/site/search/forms/inflections.ts";
import { isSameName, nameKeys } from "../../../src/site/search/spellings/same-name.ts";
import { spellingFilesOf, spellingTable } from "../../../src/site/search/spellings/spelled-forms.ts";
import { archiveOf, postWith } from "../fixture.ts";
import { opened } from "../opened-bundle.ts";

const isSame = (one: string, other: string): boolean => isSameName(nameKeys(one), nameKeys(other));

describe("one name in two spellings", () => {
  test.each([
    // Russian: BGN/PCGN, passports, ISO 9 without its marks, German.
    ["Лавров", "Lavrov Lawrow"],
    ["Зеленский", "Zelensky Zelenskiy Zelenskij Zelenskii Selenskij"],
    ["Жуков", "Zhukov Žukov Zukov Schukow"],
    ["Хрущёв", "Khrushchev Khrushchyov Khrushchov Chruschtschow"],
    ["Ельцин", "Yeltsin Eltsin Jelzin El’cin"],
    ["Чайковский", "Chaykovskiy Chaikovskii Tchaikovsky"],
    ["Юлия", "Yuliya Iuliia Yulia Julija"],
    ["Щербаков", "Shcherbakov Schtscherbakow"],
    // Ukrainian.
    ["Зеленський", "Zelenskyi Zelensky Selenskyj"],
    ["Київ", "Kyiv Kyjiv"],
    ["Харків", "Kharkiv Charkiv"],
    ["Сергій", "Serhii Serhiy"],
    ["Запоріжжя", "Zaporizhzhia"],
    // Belarusian, Bulgarian, Serbian.
    ["Лукашэнка", "Lukashenka Lukašenka"],
    ["Быкаў", "Bykaw Bykau"],
    ["Щерев", "Shterev"],
    ["Вучић", "Vučić Vucic Vuchich"],
    ["Ђоковић", "Đoković Djokovic"],
    ["Џајић", "Džajić"],
    // Greek.
    ["Μητσοτάκης", "Mitsotakis"],
    ["Τσίπρας", "Tsipras"],
    ["Χανιά", "Chania Hania"],
    ["Ευβοία", "Evvoia Evoia"],
    // Arabic and Persian.
    ["لافروف", "Lavrov Lawrow Лавров"],
    ["لاوروف", "Lavrov"],
    ["زيلينسكي", "Zelensky Zelenskiy Зеленский"],
    ["بوتين", "Putin Poutine"],
    ["پوتین", "Putin"],
    ["ترامب", "Trump"],
    ["نتنياهو", "Netanyahu"],
    ["أردوغان", "Erdogan Erdoğan"],
    ["عراقچی", "Araghchi Araqchi"],
    ["محمد", "Mohammed Muhammad"],
    ["تهران", "Tehran"],
    ["المدينة", "Medina"],
    // Letters that a passport writes as two.
    ["Müller", "Mueller Muller"],
    ["Ålesund", "Aalesund"],
    ["Björn", "Bjoern"],
    // Devanagari: ISO 15919, with marks and without, and as India's own system writes it.
    ["किराया", "kirāyā Kiraya"],
    ["मुंबई", "Mumbaī Mumbai"],
    ["चेन्नई", "Chennai Cennaī"],
    ["नरेन्द्र", "Narendra"],
    ["कलमाडी", "Kalmadi"],
    ["लखनऊ", "Lakhnau Lakhanaū"],
    ["ज़फ़र", "Zafar"],
    ["शर्मा", "Śarmā Sharma"],
    // Latin letters alone.
    ["Zelensky", "Zelenskyy Zelenskiy Zelenskii"],
    ["Kiev", "Kyiv"],
    ["Mohammed", "Muhammad Mohamed Mohammad"],
    ["Sergei", "Sergey Sergej"],
    // Cases of Slavic languages, which Latin letters leave out.
    ["Лаврова", "Lavrov"],
    ["Путиным", "Putin"],
    ["Зеленского", "Zelensky"],
    ["Ялты", "Yalta"],
    ["Захаровой", "Zakharova"],
    ["Натальей", "Natalia Natalya"],
  ])("%s is %s", (name, others) => {
    expect(others.split(" ").filter((other) => !isSame(name, other) || !isSame(other, name))).toEqual([]);
  });

  test.each([
    ["Лавров", "Larin Livermore Laporov"],
    ["Minister", "Monster Ministry"],
    ["Germany", "German Germania"],
    ["Russia", "Russian"],
    ["Burkina", "Birkenau"],
    ["Чим", "Цим"],
    ["Вера", "Wir Wer"],
    ["Артем", "Art"],
    ["Германии", "German"],
    ["港口", "Gangkou"],
    ["سلام", "Solomon Islam"],
    ["كتاب", "Cuttable Katja"],
    ["في", "Fi"],
    ["किराया", "Karachi Korea"],
    ["मुंबई", "Mumbles"],
    ["ميناء", "Monaco Minsk"],
    ["باتنة", "Putin Путин"],
    ["العثيمين", "Зимин"],
  ])("%s is none of %s", (name, others) => {
    expect(others.split(" ").filter((other) => isSame(name, other))).toEqual([]);
  });

  test("any word is one name with itself where it has letters that are known, and no word is an error", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (word) => {
        const keys = nameKeys(word);
        expect(isSameName(keys, keys)).toBe(keys.keys.length > 0);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яёіїєґў]{1,12}$/u), fc.stringMatching(/^[a-z]{1,12}$/u), (one, other) => {
        expect(isSame(one, other)).toBe(isSame(other, one));
      }),
    );
  });
});

const texts = [
  "Lavrov spoke at the port",
  "The port heard Lavrov and Mr Lavrov again",
  "Слова Лаврова в порту",
  "Лавров прибыл в порт",
  "Zelensky, Zelenskyy and Zelenskiy are one name",
  "Зеленський прибув",
  "Зеленского ждут",
  "no capital: ostrov, mostov",
  "Остров и мост, остров и остров",
  "Port of call",
  "قال لافروف في الميناء",
  "لاوروف در بندر",
];
const posts = texts.map((text, index) =>
  postWith({
    id: `p${index}`.padEnd(10, "0"),
    text,
    title: "",
    language: /[а-я]/u.test(text) ? "ru" : /[a-z]/u.test(text) ? "en" : "ar",
  }),
);
const made = searchBundles(archiveOf(posts), { posts: 3, formsAFile: 9, textAFile: 300 });
const table = spellingTable(made.map((bundle) => bundle.spelled));
const languages = [...new Set(["und", ...made.flatMap(({ manifest }) => manifest.languages)])];
const other = (typed: string): Promise<readonly OtherSpelling[]> =>
  otherSpellings(typed, {
    ...spellingFilesOf(table),
    load: async (number) => JSON.parse(JSON.stringify(table[number])),
    formsOf: (folded) => languages.flatMap((language) => formsOf(folded, language, inflections)),
  });
const spellings = async (typed: string): Promise<readonly string[]> =>
  (await other(typed)).map((each) => each.spelling);

describe("other spellings in an archive", () => {
  test.each([
    ["Лавров", ["Lavrov", "لافروف"]],
    ["лавровым", ["Lavrov", "لافروف"]],
    ["lavrov", ["Лавров", "لافروف", "لاوروف"]],
    ["LAVROV", ["Лавров", "لافروف", "لاوروف"]],
    ["Lawrow", ["Lavrov", "Лавров", "لافروف", "لاوروف"]],
    ["لافروف", ["Lavrov", "Лавров"]],
    ["زيلينسكي", ["Zelenskiy", "Zelensky", "Zelenskyy", "Зеленский", "Зеленський"]],
    ["Zelensky", ["Zelenskiy", "Zelenskyy", "Зеленский", "Зеленський"]],
    ["Selenskyj", ["Zelenskiy", "Zelensky", "Zelenskyy", "Зеленский", "Зеленський"]],
    // Words without capitals are no names, and a word is no other spelling of its own forms.
    ["ostrov", []],
    ["порт", []],
    ["harbour", []],
    ["🔥", []],
    ["", []],
  ])("%s", async (typed, expected) => {
    const found = await spellings(typed);
    // `Зеленского` stands for its form where no text has the name undeclined.
    expect(found.map((each) => each.replace("Зеленского", "Зеленский")).toSorted()).toEqual(expected.toSorted());
  });

  test("the number beside a spelling is that of the posts it finds", async () => {
    const bundles = made.map(opened);
    for (const typed of ["Лавров", "Lavrov", "Zelensky", "Зеленский"]) {
      for (const { spelling, posts: count } of await other(typed)) {
        const { places } = filtered(bundles, await match(bundles, spelling), questionIn(`?q=${spelling}`));
        expect([spelling, places.length]).toEqual([spelling, count]);
      }
    }
  });

  test("another spelling is found by no search that does not ask for it", async () => {
    const bundles = made.map(opened);
    const { places } = filtered(bundles, await match(bundles, "Лавров"), questionIn("?q=Лавров"));
    const found = await Promise.all(places.map(({ bundle, post }) => bundles[bundle]?.text(post)));
    expect(found.map((each) => each?.text).toSorted()).toEqual(["Лавров прибыл в порт", "Слова Лаврова в порту"]);
  });

  test("every spelling of the table stands in a text", () => {
    const words = new Set(texts.flatMap((text) => text.split(/[\s,.:]+/u)));
    const spelled = table.flatMap((rows) => Object.values(rows).flatMap((row) => row.flatMap(([, ...each]) => each)));
    expect(spelled.filter((each) => !words.has(each))).toEqual([]);
    expect(spelled.map((each) => fold(each))).not.toContain("ostrov");
  });
});
