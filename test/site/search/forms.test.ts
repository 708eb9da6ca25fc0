import fc from "fast-check";
import { expect, test } from "vitest";
import { leastGrowth, mostExponent } from "../../../scripts/lab/growth.ts";
import { englishStem } from "../../../src/site/search/forms/english.ts";
import { fold } from "../../../src/site/search/forms/fold.ts";
import { formsOf } from "../../../src/site/search/forms/forms.ts";
import { inflections } from "../../../src/site/search/forms/inflections.ts";
import { unambiguousStems } from "../../../src/site/search/forms/settled.ts";
import { surest } from "../../../src/site/search/forms/standing.ts";
import { searchWords } from "../../../src/site/search/forms/words.ts";

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom(
      ..."аеиоуіїєґёйьъцзсйкпрсAaéßüİıกขที่港口한국ابيىكةگ‌هاءئؤأومـَ‘’'`\"״צהｶﾞ_-#12٣۴\u0301\u0308\u200D",
    ),
  }),
);

/** Each row: forms of one word. Some form of each must be a form of the first. */
const paradigms = `
посол посла послу послом послы послов послами
день дня дню днём дни дней днями
друг друга другу друзья друзей друзьями
отец отца отцу отцы отцов
палец пальца пальцы пальцев
боец бойца бойцы бойцов
девушка девушки девушек девушкам
окно окна окон
сестра сестры сестёр
город города городе городов
конфликт конфликта конфликты конфликтов конфликтами
выборы выборов выборах
женщина женщинам женщин
Россия России Россией
музей музея музеи музеев
говорить говорит говорили говорил говорят
встретиться встретились встретится
новый нового новая новые новых новыми
кіт кота котові коти котів
ніч ночі ніччю ночей
рік року роки років
рука руці руки рукою
нога нозі ноги
дорога дорозі дороги
осінь осені
камінь каменю каменем
Львів Львова Львові
Київ Києва
радість радості радістю
хлопець хлопця хлопці хлопців
значення значень значенням
читати читає читають читав
новий нового нова нові нових новими
країна країни країн країнами
`;

test.each(paradigms.trim().split("\n"))("%s have a form in common", (row) => {
  const words = row.split(" ").map(fold);
  const texts = words.map((word) => ({ words: [word], language: "ru" }));
  const settled = unambiguousStems(texts);
  const inAll = settled.forms.filter((form) => form.texts === words.length);
  expect(inAll.length).toBeGreaterThan(0);
});

test.each([
  ["הממשלה", "ממשלה", "he"],
  ["בירושלים", "ירושלים", "he"],
  ["והשלום", "שלום", "he"],
  ["הבית", "בית", "he"],
  ["שהשלום", "שלום", "he"],
  ["وبالمدرسة", "مدرسة", "ar"],
  ["وللمدرسة", "مدرسة", "ar"],
])("%s is found by %s, without what is written joined to it", (joined, bare, language) => {
  expect(formsOf(fold(joined), language, inflections)).toEqual(expect.arrayContaining([fold(bare)]));
});

test.each(["שלום", "בית", "הר"])("%s is no shorter word with a particle", (word) => {
  expect(formsOf(word, "he", inflections)).toEqual([word]);
});

test("folding twice changes nothing", () => {
  // Letters that turn into one another: a random text hardly ever has two of them side by side.
  const kin = fc.array(fc.constantFrom(..."ءأؤئاوويىیةهتم\u0654\u0640кий\u0306न्तहँ०"), { maxLength: 8 });
  fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        kin.map((letters) => letters.join("")),
      ),
      (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      },
    ),
    { numRuns: 500 },
  );
});

test("case, accents, width, native digits and the shapes of one letter make no difference", () => {
  for (const [one, other] of [
    ["Ёлка", "елка"],
    ["Häuser", "HAUSER"],
    ["ＡＢＣ", "abc"],
    ["کتاب", "كتاب"],
    ["١٢٣", "۱۲۳"],
    ["п’ять", "пять"],
    ["İstanbul", "istanbul"],
    ["می‌رود", "میرود"],
    ["हिन्दी", "हिंदी"],
    ["मुम्बई", "मुंबई"],
    ["चाँद", "चांद"],
    ["ज़मीन", "जमीन"],
    ["مَسْؤُولِيَّة", "مسئوليه"],
    ["شؤون", "شئون"],
    ["رءوس", "رؤوس"],
    ["رئیس", "رییس"],
    ["ثلاثمائة", "ثلاثمئة"],
    ["شيء", "شئ"],
    ["צַהַ״ל", 'צה"ל'],
    ["об`єднання", "обʼєднання"],
    ["qo'shni", "qoʻshni"],
    ["qoʼshni", "qo’shni"],
    ["qo`shni", "qo‘shni"],
    ["g´arb", "gʻarb"],
    ["ג'ירפה", "ג׳ירפה"],
    ["Sanʿāʾ", "sana"],
    ["Þorður", "thordur"],
    ["Əliyev", "eliyev"],
  ] as const)
    expect(fold(one)).toBe(fold(other));
  expect(fold("जन्म")).toBe("जन्म");
  expect(fold("ماء")).not.toBe(fold("ما"));
  expect(fold("ذئب")).not.toBe(fold("ذوب"));
  expect(fold("й")).not.toBe(fold("и"));
  expect(fold("หนังสือ")).toBe("หนังสือ".normalize("NFKC"));
});

test.each([
  ["Fähre Faehre", "de"],
  ["Öl Oel", "de"],
  ["Übung Uebung", "de"],
  ["geöffnet geoeffnet", "de"],
  ["Ångström Aangstroem", "sv"],
  ["Ærø Aeroe", "da"],
  ["Ålesund Aalesund", "no"],
])("%s are one word with umlauts and without", (words, language) => {
  const [one = "", other = ""] = words.split(" ");
  expect(formsOf(fold(one), language, inflections)).toEqual(formsOf(fold(other), language, inflections));
});

test.each(["neue", "Quelle", "Treue", "Bauer"])("the ue of %s is no umlaut", (word) => {
  expect(formsOf(fold(word), "de", inflections)[0]).toBe(fold(word));
});

test("a sign between letters parts what is elided from its word, and nothing else", () => {
  const said = (text: string) =>
    searchWords(text)
      .filter(({ places }) => places === 1)
      .map((word) => word.folded);
  for (const sign of "'’ʼ‘`´′＇") {
    expect(said(`l${sign}écluse`)).toEqual(["l", "ecluse"]);
    expect(said(`qu${sign}Alix`)).toEqual(["qu", "alix"]);
    expect(said(`dell${sign}acqua`)).toEqual(["dell", "acqua"]);
    expect(said(`O${sign}Brien`)).toEqual(["o", "brien"]);
    expect(said(`harbour${sign}s`)).toEqual(["harbour"]);
    for (const word of [
      "qo’shni",
      "g’arb",
      "O’zbekiston",
      "O’ZBEKISTON",
      "ta’lim",
      "ma’no",
      "об’єкт",
      "o’clock",
      "ג’ירפה",
    ])
      expect(said(word.replace("’", sign))).toEqual([fold(word)]);
  }
});

test("blanks part no Persian word that is also written joined", () => {
  const said = (text: string) => searchWords(text).map((word) => word.folded);
  expect(said("می خواهد")).toContain("میخواهد");
  expect(said("کتاب ها")).toContain("کتابها");
  expect(said("شهر و ده")).toEqual(["شهر", "و", "ده"]);
});

test.each(["ﷺ", "ﷻ", "ﱞ", "ﹰ"])("the sign %s is one word of no blanks, or none", (sign) => {
  expect(searchWords(sign).every(({ folded }) => /^\S+$/u.test(folded))).toBe(true);
  expect(fold(fold(sign))).toBe(fold(sign));
});

test("every word has a form, and the same ones each time it is asked", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("ru", "uk", "en", "de", "fa", "zh", "und"), (text, language) => {
      for (const { folded } of searchWords(text)) {
        const forms = formsOf(folded, language, inflections);
        expect(forms.length).toBeGreaterThan(0);
        expect(forms.every((form) => form !== "" && !/\s/u.test(form))).toBe(true);
        expect(formsOf(folded, language, inflections)).toEqual(forms);
      }
    }),
  );
});

test("a word is kept under forms that it may have, so that a question by it finds it", () => {
  const text = fc
    .array(anyText, { maxLength: 8 })
    .map((parts) => searchWords(parts.join(" ")).map((word) => word.folded));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
      const settled = unambiguousStems(texts.map((words) => ({ words, language: "ru" })));
      const known = new Map(settled.forms.map((form) => [form.form, form]));
      for (const [text, words] of texts.entries()) {
        for (const [place, word] of words.entries()) {
          const kept = settled.texts[text]?.[place]?.map((number) => settled.forms[number]?.form) ?? [];
          expect(formsOf(word, "ru", inflections)).toEqual(expect.arrayContaining(kept));
          // What the search box does: the surest form that is known, else any.
          const asked = formsOf(word, "ru", inflections).flatMap((form) => known.get(form) ?? []);
          const first = surest(asked, ({ standing }) => standing);
          if (first !== undefined) expect(kept).toContain(first.form);
          else expect(kept).toEqual(expect.arrayContaining(asked.map((form) => form.form)));
        }
      }
    }),
  );
});

test("words keep their places in the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      // What is joined leaves out hyphens, points and marks of thousands; an emoji its shades.
      const bare = (word: string): string => fold(word).replace(/[^\p{L}\p{N}\p{M}\p{RI}]/gu, "");
      for (const { folded, start, end } of searchWords(text)) {
        expect(folded).toBe(fold(folded));
        expect(bare(folded)).toBe(bare(text.slice(start, end).replace(/[\p{Pd}.,'’\s]/gu, "")));
      }
    }),
  );
  expect(searchWords("Уряд: п’ять #НоваЕра l’homme").map((word) => [word.folded, word.place, word.places])).toEqual([
    ["уряд", 0, 1],
    ["пять", 1, 1],
    ["новаера", 2, 2],
    ["нова", 2, 1],
    ["ера", 3, 1],
    ["lhomme", 4, 2],
    ["l", 4, 1],
    ["homme", 5, 1],
  ]);
  expect(searchWords("港口。会").map((word) => [word.folded, word.kind])).toEqual([
    ["港口", "pair"],
    ["口", "letter"],
    ["会", "letter"],
  ]);
});

test("a long row of hyphens is read in linear time", { timeout: 300_000 }, () => {
  expect(leastGrowth(searchWords, "a-").exponent ?? 0).toBeLessThanOrEqual(mostExponent);
});

/** Samples from the vocabulary that M. Porter published with his algorithm. */
test.each(
  "caresses/caress ponies/poni cats/cat agreed/agre plastered/plaster motoring/motor conflated/conflat hopping/hop hoping/hope falling/fall filing/file happy/happi sky/sky relational/relat rational/ration conditional/condit vietnamization/vietnam operator/oper hopefulness/hope formality/formal triplicate/triplic electrical/electr revival/reviv adjustment/adjust adoption/adopt controlling/control rolling/roll probate/probat cease/ceas".split(
    " ",
  ),
)("Porter: %s", (pair) => {
  const [word = "", stem] = pair.split("/");
  expect(englishStem(word)).toBe(stem);
});
