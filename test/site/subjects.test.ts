import yaml from "js-yaml";
import { describe, expect, test } from "vitest";
import { byLetter } from "../../src/site/analysis/subjects/letters.ts";
import { logLikelihood } from "../../src/site/analysis/subjects/phrases.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { subjectRulesFrom } from "../../src/site/model/subject-rules.ts";
import { archiveOf, manyPosts, postWith, settings } from "./fixture.ts";

/** The derived subjects of some texts, with the number of their posts. */
function subjectsOf(texts: readonly string[], language = "en"): Readonly<Record<string, number>> {
  const id = (index: number) => `s${`${index}`.padStart(9, "0")}`;
  const archive = archiveOf(texts.map((text, index) => postWith({ id: id(index), text, language, tags: [] })));
  return Object.fromEntries(archive.compared.subjects.all.map((subject) => [subject.label, subject.posts.length]));
}

describe("subjects.yml", () => {
  const texts = ["Trond", "Trond", "Ada Lindgren", "Ada Lindgren", "Ferry News", "Ferry News"].map(
    (name) => `Yesterday boats waited for ${name} again.`,
  );

  function labelsBy(text: string): Readonly<Record<string, number>> {
    const posts = texts.map((each, index) => postWith({ id: `s${`${index}`.padStart(9, "0")}`, text: each, tags: [] }));
    const rules = subjectRulesFrom(yaml.load(text), "subjects.yml", text);
    const { subjects } = new Archive(settings, posts, { dumps: [] }, { subjectRules: rules }).compared;
    return Object.fromEntries(subjects.all.map(({ label, posts }) => [label, posts.length]));
  }

  test("merges, renames and hides", () => {
    expect(labelsBy("merge: { Ada Lindgren: [Trond] }\nhide: [Ferry News]")).toEqual({ "Ada Lindgren": 4 });
    expect(labelsBy("rename: { Trond: Trond of Norland }\nhide: [Nobody]")).toEqual({
      "Ada Lindgren": 2,
      "Ferry News": 2,
      "Trond of Norland": 2,
    });
    expect(labelsBy("hide: []")).toEqual({ "Ada Lindgren": 2, "Ferry News": 2, Trond: 2 });
  });

  test("says where it is wrong, and what to write", () => {
    const text = "hide: [One]\nmerge:\n  Ada: Lindgren\nkinds: {}\n";
    expect(() => subjectRulesFrom(yaml.load(text), "subjects.yml", text)).toThrow(
      /^Cannot read subjects "subjects\.yml": line 3: key "merge\.Ada": write a name and the list .*; line 4: unknown key "kinds": remove it/u,
    );
    expect(() => subjectRulesFrom({ merg: {} }, "subjects.yml", "merg: {}\n")).toThrow(
      new Error(
        'Cannot read subjects "subjects.yml": line 1: unknown key "merg": did you mean "merge"? (known keys: merge, rename, hide)',
      ),
    );
  });
});

describe("names", () => {
  test("are capitalised words inside sentences, alone or in a row", () => {
    const found = subjectsOf([
      "The mayor met Ada Lindgren in Port Ellen.",
      "Yesterday the mayor wrote to Ada Lindgren about boats.",
      "Boats of all kinds went to Port Ellen.",
    ]);
    expect(found).toEqual({ "Ada Lindgren": 2, "Port Ellen": 2 });
  });

  test("are found at the start of a sentence once they are proven elsewhere", () => {
    const found = subjectsOf(["We saw Torvald there.", "They know Torvald well.", "Torvald came home.", "Boats came."]);
    expect(found).toEqual({ Torvald: 3 });
  });

  test("are no first words of sentences, no words of headlines and no months", () => {
    const found = subjectsOf([
      "Boats Come Home To Harbour Again",
      "Boats Come Home To Harbour Again",
      "Boats came in February and on Monday. Nets too.",
      "Nets were dry in February and on Monday. Boats too.",
    ]);
    expect(found).toEqual({});
  });

  test("in the possessive are the same, and what follows is a name of its own", () => {
    const found = subjectsOf([
      "It was Norland’s Ferry Board again.",
      "In Norland the Ferry Board met.",
      "They left Norland.",
    ]);
    expect(found).toEqual({ Norland: 3, "Ferry Board": 2 });
  });

  test("that only meet make no third, and those that belong together do", () => {
    const found = subjectsOf([
      "The mayor of Norland Ada Lindgren spoke.",
      "Today the mayor of Norland Ada Lindgren slept.",
      ...["boats", "nets", "ferries", "buoys", "ropes", "sails"].flatMap((things) => [
        `Many ${things} came to Norland and went.`,
        `We asked Ada Lindgren about ${things} again.`,
        `All ${things} were seen by the Norland Harbour Board today.`,
      ]),
    ]);
    expect(found).toEqual({ Norland: 14, "Ada Lindgren": 8, "Norland Harbour Board": 6 });
  });

  test("that meet in Russian make no third either, in whatever case", () => {
    const found = subjectsOf(
      [
        "Вчера мэр Норландии Торвальд Квист спал.",
        "Об этом говорили с мэром Норландии Торвальдом Квистом долго.",
        ...["лодки", "сети", "паромы", "буи", "канаты", "паруса"].flatMap((things) => [
          `Опять ${things} пришли в порт Норландии и ушли.`,
          `Тогда ${things} видел сам Торвальд Квист вечером.`,
        ]),
      ],
      "ru",
    );
    expect(Object.values(found)).toEqual([8, 8]);
  });

  test("of countries are one in all languages, short and long", () => {
    const texts = (words: readonly string[]) => words.map((word) => `Yesterday boats came from ${word} again.`);
    expect(subjectsOf(texts(["Norway", "Norway", "the US", "the US", "United States", "the United States"]))).toEqual({
      Norway: 2,
      "United States": 4,
    });
    expect(subjectsOf(texts(["Norwegen", "Norwegen"]), "de")).toEqual({ Norway: 2 });
  });

  test("of countries are one with adjectives and people of other stems, short forms and names in full", () => {
    const said = ["Swiss boats", "Dutch boats", "Britons", "the American crew", "USA", "Byelorussian boats"];
    const found = subjectsOf(said.flatMap((each) => [`Yesterday came ${each} again.`, `Today we saw ${each} too.`]));
    expect(found).toEqual({
      Belarus: 2,
      Netherlands: 2,
      Switzerland: 2,
      "United Kingdom": 2,
      "United States": 4,
    });
  });

  test("are no country with a person behind it in languages with cases, but the person", () => {
    const found = subjectsOf(
      [
        "Вчера говорили с послом в Норвегии Андреем Ждановым о сельди.",
        "Сегодня пишут послу в Норвегии Андрею Жданову о сельди.",
        "Завтра ждут посла в Норвегии Андрея Жданова на пристани.",
      ],
      "ru",
    );
    expect(Object.keys(found).filter((label) => label.includes(" "))).toEqual([
      expect.stringMatching(/^Андре\p{L}+ Жданов/u),
    ]);
  });

  test("are none that the texts also write with a small last word, and no headlines", () => {
    const found = subjectsOf([
      "They heard the Norland Side on the pier.",
      "We heard the Norland side on the pier.",
      "They saw the Norland Side again, and the Ferry Council too.",
      "They asked the Ferry Council and Norland.",
      "You can hear it: LIVE STREAM of the day, said Norland.",
      "You can see it: LIVE STREAM of the night, said Norland.",
    ]);
    expect(Object.keys(found)).toEqual(["Ferry Council", "Norland"]);
  });

  test("are no quarters of a year and no offices alone, and phrases that go around one are that name", () => {
    const found = subjectsOf([
      "The herring of Q1 went to MP Ada Lindgren.",
      "The cod of Q1 went to MP Ada Lindgren.",
      "We saw the MP and captain Torvald Aasen there.",
      "They know the MP and captain Torvald Aasen well.",
      "She met captain Torvald Aasen at sea.",
    ]);
    expect(Object.keys(found)).toEqual(["Ada Lindgren", "Torvald Aasen"]);
  });

  test("in the plural are one with the singular", () => {
    const texts = ["met a Norlander there", "met Norlanders there", "met many Norlanders", "heard one Norlander"];
    expect(subjectsOf(texts.map((words) => `They ${words} today.`))).toEqual({ Norlander: 4 });
  });

  test("that hardly ever stand alone are fragments of longer ones", () => {
    const boards = [
      "Nets were bought by the Harbour Board this week.",
      "We heard the Harbour Board on ropes.",
      "They asked a Harbour Board for buoys.",
      "In autumn the Harbour Guild slept.",
      "All sails went to the Harbour Guild yesterday.",
      "Nobody knew of any Harbour Guild before.",
    ];
    expect(Object.keys(subjectsOf([...boards, "At last the Harbour spoke."])).sort()).toEqual([
      "Harbour Board",
      "Harbour Guild",
    ]);
  });

  test("of several words stay the same with an office before them", () => {
    const found = subjectsOf([
      "They asked Governor Ada Lindgren there.",
      "We saw Governor Ada Lindgren again.",
      "They heard Governor speak, and Ada Lindgren too.",
      "We met Governor, then Ada Lindgren, once more.",
    ]);
    // An office alone is part of many names and no subject.
    expect(found).toEqual({ "Ada Lindgren": 4 });
  });

  test("are no first names of many people, each named too rarely", () => {
    const people = ["Berg", "Dahl", "Foss", "Haug", "Lund", "Moen", "Rud", "Sund"];
    const found = subjectsOf([
      ...people.map((family) => `They asked for Torvald ${family} there.`),
      "They know Torvald well.",
      "We saw Torvald again.",
    ]);
    expect(found).toEqual({});
  });

  test("in German hold no polite address and no large number, and are one in all their cases", () => {
    const found = subjectsOf(
      [
        "Gestern sprachen wir mit den Freien Fischern und baten Sie Ihrer Ortschaft wegen.",
        "Danach kamen die Freien Fischer, und für Sie Ihrer Ortschaft galt es nicht.",
        "Nun zahlen die Freien Fischer wohl Millionen Kronen dafür.",
        "Am Ende waren es bei den Freien Fischern schon Millionen Kronen mehr.",
      ],
      "de",
    );
    // So few words do not tell that German writes all nouns with capitals; of several words there is one name alone.
    expect(Object.keys(found).filter((label) => label.includes(" "))).toEqual(["Freien Fischern"]);
  });

  test("alone are no nouns of a language that writes those with capitals", () => {
    const texts = Array.from(
      { length: 60 },
      (_, index) =>
        [
          "Gestern lag das Boot im Hafen und der Nebel kam über die Brücke.",
          "Heute sah die Fähre den Turm, und im Hafen sprach Ada Lindgren von der HGB.",
          "Dann kam das Netz aus dem Wasser, und das Boot fuhr nach Norden zum Fischerei-Hafen.",
        ][index % 3] ?? "",
    );
    expect(Object.keys(subjectsOf(texts, "de"))).toEqual(["Ada Lindgren", "HGB"]);
  });

  test("of no day of the week are told from days", () => {
    const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    expect(subjectsOf(days.flatMap((day) => [`Boats came on ${day} again.`, `Nets dried on ${day} too.`]))).toEqual({});
  });

  test("are no adjectives and no nouns cut from longer names, told by what stands around them", () => {
    const ways = ["in", "at", "to", "of", "on", "by", "with", "from", "near", "after"];
    const things = ["boats", "ropes", "masts", "sails", "nets", "lamps"];
    const texts = Array.from({ length: 60 }, (_, at) => {
      const turn = Math.floor(at / 4);
      const [way, thing] = [ways[turn % ways.length], things[turn % things.length]];
      return [
        `She saw Torvald ${way} the pier and the ${thing} ${way} a shed.`,
        `He sold Norlandic ${thing} ${way} the pier of a village.`,
        `They read the Ferry Charter ${way} a shed, and the Charter lay ${way} the pier.`,
        `Nobody had a charter and all slept ${way} the village or the House of Masts.`,
      ][at % 4];
    });
    expect(Object.keys(subjectsOf(texts.map((text) => text ?? "")))).toEqual(["Ferry Charter", "Torvald"]);
  });

  test("with initials are whole", () => {
    const found = subjectsOf(["We met Ada B. Lindgren there.", "They saw Ada B. Lindgren too.", "No one came."]);
    expect(found).toEqual({ "Ada B Lindgren": 2 });
  });

  test("of several words are one in the cases of Russian, and shouting and numbers of centuries are none of their own", () => {
    const found = subjectsOf(
      [
        "Вчера там видели Фому Гаврилина у моста.",
        "Потом снова видели Фому Гаврилина в порту XIX века.",
        "Письмо пришло от Фомы Гаврилина из города XIX века.",
        "Все говорили с Фомы Гаврилина слов, и только так.",
        "Это читал ФОМА ГАВРИЛИН для всех.",
        "Так решил ФОМА ГАВРИЛИН со всеми.",
      ],
      "ru",
    );
    expect(Object.keys(found)).toEqual(["Фома Гаврилин"]);
  });

  test("of persons are more than a first name, but in English, where it may be a city's", () => {
    const met = (name: string): readonly string[] => [
      `Вчера на причале видели ${name} там.`,
      `Потом у моста ${name} пела.`,
    ];
    expect(Object.keys(subjectsOf([...met("Анна"), ...met("Квист")], "ru"))).toEqual(["Квист"]);
    const seen = ["Boats came from Cleveland again.", "Nobody in Cleveland knew why."];
    expect(Object.keys(subjectsOf(seen))).toEqual(["Cleveland"]);
  });

  test("in the cases of Russian are one name, and different names stay apart", () => {
    const found = subjectsOf(
      [
        "Корабли пришли из Норландии, сказал Торвальд.",
        "Порт открыт для Норландии и Зюйдландии.",
        "Вчера в Норландию уехал директор с Торвальдом.",
        "Сегодня в Зюйдландию ушёл паром.",
      ],
      "ru",
    );
    expect(Object.values(found).sort()).toEqual([2, 2, 3]);
    expect(Object.keys(found)).toContain("Норландия");
  });
});

test("a subject answers at the addresses of its other forms that were published", () => {
  const texts = ["Вчера видели Фому Гаврилина там.", "Потом видели Фому Гаврилина тут.", "Письмо от Фомы Гаврилина."];
  const posts = texts.map((text, index) => postWith({ id: `s00000000${index}`, text, language: "ru", tags: [] }));
  const pages = new Map(
    ["/subjects/фому-гаврилина/", "/subjects/норландия/"].map((path) => [path, undefined] as const),
  );
  const archive = new Archive(settings, posts, { dumps: [] }, { permalinks: { posts: new Map(), pages } });
  const led = archive.redirectPages.map(({ path, to }) => [path, to]);
  expect(led).toContainEqual(["/subjects/фому-гаврилина/", "/subjects/фома-гаврилин/"]);
  expect(led).toContainEqual(["/subjects/норландия/", "/subjects/"]);
});

test("lines that a channel repeats under its posts are no subjects, and what they name counts where posts speak of it", () => {
  const days = ["Monday", "Tuesday", "Sunday", "Friday", "Saturday", "Thursday", "Wednesday", "Easter", "Lent", "Yule"];
  const footer = "Read more at Harbour Herald and write to Osk Brannock";
  const found = subjectsOf([
    ...days.map((day) => `the ferry was late again on ${day}\n${footer}`),
    "we met Osk Brannock there",
    "they asked Osk Brannock about the quay",
  ]);
  expect(found).toEqual({ "Osk Brannock": 2 });
});

describe("phrases", () => {
  const filler = Array.from(
    { length: 30 },
    (_, index) => `note ${"abcdefghijklmnopqrstuvwxyzäöüß"[index]}x was about nothing`,
  );

  test("recur together more often than chance has it", () => {
    const found = subjectsOf([
      ...filler,
      "the drifting lantern buoy was seen again",
      "a drifting lantern buoy was found",
      "no drifting lantern buoy was lost",
    ]);
    expect(found).toEqual({ "drifting lantern buoy": 3 });
  });

  test("that no capital marks recur in twice as many texts of a larger archive", () => {
    const plain = Array.from({ length: 60 }, (_, at) => `on day ${at} we met ${at} boats`);
    const seen = ["saw one", "lost another", "hauled in a", "painted her", "sold his", "towed that"];
    const found = (times: number) =>
      subjectsOf(plain.map((text, at) => (at < times ? `${text} and ${seen[at]} drifting lantern` : text)))[
        "drifting lantern"
      ];
    expect([found(5), found(6)]).toEqual([undefined, 6]);
  });

  test("are taken with the word that always stands beside them, and left out of formulas that a channel repeats", () => {
    const whole = subjectsOf(
      [
        ...filler,
        "دیروز سازمان آب بندر شمال گفت",
        "امروز سازمان آب بندر شمال نوشت",
        "فردا سازمان آب بندر شمال است",
        "در سازمان آب بندر شمال بود",
      ],
      "fa",
    );
    expect(whole).toEqual({ "سازمان آب بندر شمال": 4 });
    const days = ["Monday", "Tuesday", "Sunday", "Friday", "Saturday", "Thursday"];
    const formula = subjectsOf([
      ...filler,
      ...days.map((day) => `fog on ${day}\ndo not forget to switch kindly lantern bells on before supper`),
    ]);
    expect(formula).toEqual({});
    const article = subjectsOf([
      ...filler.map((text) => `the ${text}`),
      ...days.map((day) => `on ${day} the drifting lantern was ${day.length}`),
    ]);
    expect(article).toEqual({ "drifting lantern": 6 });
  });

  test.each([
    [
      "ja",
      ["港では船が続いています。", "橋の工事が続いています。", "祭りの準備が続いています。", "霧の日が続いています。"],
      ["海浜博物館は九時に開く。", "新しい海浜博物館の展示。", "子どもは海浜博物館へ。", "雨の日の海浜博物館。"],
      "海浜博物館",
    ],
    [
      "zh",
      ["他们可以进去看船。", "明早他们可以上桥。", "孩子他们可以来。"],
      ["港口会谈今天继续。", "昨天港口会谈结束。", "她说港口会谈重要。", "听说港口会谈很长。"],
      "港口会谈",
    ],
    [
      "th",
      ["เรือที่จะไปเกาะ", "คนที่จะไปตลาด", "รถที่จะไปเมือง"],
      ["สะพานปลาเปิดเช้านี้", "ฝนตกที่สะพานปลา", "เดินไปสะพานปลา", "ร้านใหม่ใกล้สะพานปลา"],
      undefined,
    ],
    [
      "ko",
      [
        "부두에서 진행하고 있습니다",
        "광장에서 진행하고 있습니다",
        "바다에서 진행하고 있습니다",
        "시장에서 진행하고 있습니다",
      ],
      ["바닷가 박물관 개장", "새로운 바닷가 박물관 전시", "비 오는 날 바닷가 박물관", "어린이 바닷가 박물관 안내"],
      "바닷가 박물관",
    ],
  ])("are no particles and endings in a language without capitals: %s", (language, turns, named, name) => {
    const found = Object.keys(subjectsOf([...filler, ...turns, ...named], language));
    const known = name === undefined ? [] : [name];
    expect(
      found.filter((label) => turns.some((text) => text.replaceAll(" ", "").includes(label.replaceAll(" ", "")))),
    ).toEqual([]);
    for (const each of known) expect(found).toContain(each);
  });

  test("are no turns of speech of one language among many posts of others", () => {
    const plain = Array.from({ length: 200 }, (_, at) => `on day ${at} we met ${at} boats`);
    const verbs = ["باز", "بسته", "رنگ", "تمیز", "کشیده", "خراب", "گران", "روشن"];
    const turns = verbs.flatMap((word, at) => [`قایق ${at} ${word} شده است`, `انبار ${at} ${word} کرده است`]);
    const named = verbs.map((word, at) => `گذر ${at} از آبراه مرجان ${word} ماند`);
    expect(Object.keys(subjectsOf([...plain, ...turns, ...named], "fa"))).toEqual(["آبراه مرجان"]);
  });

  test.each([
    ["ar", "صلى الله عليه وسلم", "ميناء اللؤلؤ"],
    ["ur", "ہو گئی ہے", "بندرگاہ مرجان"],
    ["he", "היה של כל", "נמל האלמוג"],
    ["hi", "किया गया है", "मूंगा बंदरगाह"],
    ["am", "ነው ግን ነበር", "የኮራል ወደብ"],
  ])("are made of no words of grammar and of blessings: %s", (language, turn, name) => {
    const filled = (words: string) =>
      Array.from({ length: 8 }, (_, at) => `${"abcdefgh"[at]}x ${words} ${"ijklmnop"[at]}y`);
    const plain = Array.from({ length: 60 }, (_, at) => `on day ${at} we met ${at} boats`);
    expect(Object.keys(subjectsOf([...plain, ...filled(turn), ...filled(name)], language))).toEqual([name]);
  });

  test("are not cut from long lines that a channel repeats, however few its posts of them are", () => {
    const plain = Array.from({ length: 150 }, (_, at) => `on day ${at} we met ${at} boats`);
    const footer = "Sign up for Harbour Dawn, our letter of the week";
    const texts = plain.map((text, at) => (at % 25 === 0 ? `${text}\n${footer}` : text));
    expect(subjectsOf(texts)).toEqual({});
    expect(subjectsOf(texts.map((text, at) => text.replace("of the week", `number ${at}`)))).not.toEqual({});
  });

  test("are found in Chinese, which has neither capitals nor blanks", () => {
    const found = subjectsOf([...filler, "港口会谈今天继续。", "昨天港口会谈结束。", "他们说港口会谈重要。"], "zh");
    expect(found).toHaveProperty("港口会谈", 3);
  });

  test("are found in Persian, which has no capitals", () => {
    const found = subjectsOf(
      [...filler, "دیروز گفتگوهای بندر ادامه داشت", "امروز گفتگوهای بندر پایان یافت", "فردا گفتگوهای بندر نیست"],
      "fa",
    );
    expect(found).toHaveProperty("گفتگوهای بندر", 3);
  });

  test("are weighed by Dunning's log-likelihood", () => {
    // The pair "the swiss" of the source's table 1: 110 together, 2442 and 111 apart, 29114 pairs of neither.
    expect(logLikelihood(110, 110 + 2442, 110 + 111, 110 + 2442 + 111 + 29114)).toBeCloseTo(270.72, 1);
    expect(logLikelihood(10, 100, 1000, 10000)).toBeCloseTo(0, 6);
  });
});

test("flags are countries, joined with what posts call them; a pair of letters without a country is none", () => {
  const found = subjectsOf(["🇫🇮 ferry", "🇫🇮🇸🇪 two flags", "we sailed to Finland", "again in Finland", "🇽🇽", "🇽🇽 x"]);
  expect(found).toEqual({ Finland: 4 });
});

test("a post knows its subjects, the rarest first, and each subject its posts", () => {
  const archive = archiveOf([
    postWith({ id: "a000000000", text: "We met Ada Lindgren in Norland." }),
    postWith({ id: "b000000000", text: "They saw Ada Lindgren in Norland." }),
    postWith({ id: "c000000000", text: "All quiet in Norland." }),
  ]);
  const { all, of } = archive.compared.subjects;
  expect(archive.posts.map((page) => of(page).map(({ label }) => label))).toEqual([
    ["Ada Lindgren", "Norland"],
    ["Ada Lindgren", "Norland"],
    ["Norland"],
  ]);
  for (const subject of all) for (const page of subject.posts) expect(of(page)).toContain(subject);
});

test("an index is grouped by first letters, whatever their accents", () => {
  const archive = archiveOf([
    ...["Émile", "Erik", "Зоя", "Эмма"].flatMap((name, index) =>
      [0, 1].map((nth) => postWith({ id: `l${index}${nth}0000000`, text: `we met ${name} here.` })),
    ),
  ]);
  const groups = byLetter(archive.compared.subjects.all, "en");
  expect(groups.map(({ letter, subjects }) => [letter, subjects.length])).toEqual([
    ["E", 2],
    ["З", 1],
    ["Э", 1],
  ]);
});

test("posts that all say the same daily words have no subject", () => {
  expect(archiveOf(manyPosts(60)).compared.subjects.all.map(({ label }) => label)).toEqual([]);
});

test("a long list of subjects begins with those of most posts", () => {
  const name = (at: number): string =>
    `Norland${String.fromCharCode(97 + (at % 26))}${String.fromCharCode(97 + Math.floor(at / 26))}ström`;
  const texts = Array.from({ length: 45 }, (_, at) => [
    `We saw ${name(at)} there.`,
    `They met ${name(at)} again.`,
  ]).flat();
  const more = Array.from({ length: 3 }, () => `All went to ${name(7)} and then to ${name(9)}.`);
  const pages = (some: readonly string[]) =>
    archiveOf(some.map((text, at) => postWith({ id: `s${`${at}`.padStart(9, "0")}`, text, tags: [] }))).subjectLists;
  const [all] = pages([...texts, ...more]);
  expect(all?.most.slice(0, 2).map(({ label, posts }) => [label, posts.length])).toEqual([
    [name(7), 5],
    [name(9), 5],
  ]);
  expect(all?.most.length).toBeLessThan(all?.subjects.length ?? 0);
  expect(pages(texts.slice(0, 20))[0]?.most).toEqual([]);
});
