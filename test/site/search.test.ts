import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dating } from "../../src/model/post.ts";
import { filtered } from "../../src/site/client/filter.ts";
import { nearWords } from "../../src/site/client/look-up.ts";
import { match } from "../../src/site/client/match.ts";
import { nameIn, placeOf } from "../../src/site/client/names.ts";
import { postsIn } from "../../src/site/client/posts.ts";
import {
  addressOf,
  asksNothing,
  narrowings,
  type Question,
  questionIn,
  runsBackwards,
  sortOrders,
  toggled,
  without,
} from "../../src/site/client/question.ts";
import { searchBundles, searchManifest } from "../../src/site/search/bundles.ts";
import { markedIn, resultExcerpt } from "../../src/site/search/excerpt.ts";
import { type FacetWords, facetValues } from "../../src/site/search/facet-values.ts";
import { type FacetCounts, facetNames } from "../../src/site/search/facets.ts";
import { fold } from "../../src/site/search/forms/fold.ts";
import { inflections } from "../../src/site/search/forms/inflections.ts";
import type { TextRow } from "../../src/site/search/manifest.ts";
import { tokenLengthFor, tokenOf } from "../../src/site/search/manifest.ts";
import { wantedIn, wantedText } from "../../src/site/search/mark-address.ts";
import { holdsPhrase, phraseOf } from "../../src/site/search/terms.ts";
import { stretchesOf } from "../../src/site/search/wanted.ts";
import { countedIn } from "../../src/site/search/wording.ts";
import { english } from "../../src/site/texts/english.ts";
import { russian } from "../../src/site/texts/russian.ts";
import { lettersApart } from "../../src/text/spelling.ts";
import { archiveOf, inferred, manyPosts, oddPosts, postWith, stated } from "./fixture.ts";
import { opened } from "./opened-bundle.ts";

const archive = archiveOf([...oddPosts, ...manyPosts(30)]);
const smallSizes = { posts: 5, formsAFile: 9, textAFile: 300 };

const bundles = searchBundles(archive).map(opened);
const pathsFor = async (address: string, among = bundles): Promise<readonly string[]> => {
  const question = questionIn(address);
  const { places } = filtered(among, await match(among, question.words), question);
  return Promise.all(places.map(async ({ bundle, post }) => (await among[bundle]?.text(post))?.path ?? ""));
};
const found = async (words: string, texts: readonly string[], language = "ru"): Promise<readonly string[]> => {
  const posts = texts.map((text, index) => postWith({ id: `p${index}`.padEnd(10, "0"), text, language }));
  const among = searchBundles(archiveOf(posts)).map(opened);
  const { scores } = await match(among, words);
  return [...(scores?.[0]?.keys() ?? [])].map((number) => texts[number] ?? "");
};

describe("the index", () => {
  test("bundles follow each other in time, and each post is in one of them", () => {
    const made = searchBundles(archive, smallSizes);
    const rows = made.flatMap((bundle) =>
      [...bundle.files].flatMap(([name, all]) => (name.startsWith("texts") ? (all as TextRow[]) : [])),
    );
    expect(rows.map((row) => `/${row.path}`)).toEqual(archive.posts.map((page) => page.path));
    expect(made.length).toBeGreaterThan(1);
    const days = made.flatMap((bundle) => opened(bundle).posts.days);
    expect(days).toEqual(archive.posts.map((page) => page.day));
  });

  test("no month is cut by a bundle's end", () => {
    const months = searchBundles(archive, smallSizes).map(
      (bundle) => new Set(opened(bundle).posts.days.map((day) => day.slice(0, 7))),
    );
    for (const [index, month] of months.entries()) {
      for (const each of month) expect(months[index + 1]?.has(each) ?? false).toBe(false);
    }
  });

  test("made-up words are of one length, one for each form", () => {
    expect(tokenLengthFor(26 ** 3)).toBe(3);
    expect(tokenLengthFor(26 ** 3 + 1)).toBe(4);
    const tokens = Array.from({ length: 2000 }, (_, number) => tokenOf(number, 3));
    expect(new Set(tokens).size).toBe(2000);
    expect(tokens.every((token) => /^[a-z]{3}$/u.test(token))).toBe(true);
  });

  test("a post that Pagefind names is known by the shortest beginning of its name", () => {
    const [made] = searchBundles(archiveOf(manyPosts(3)));
    const posts = made && postsIn(made.table(["abc1", "abd2", "0ff3"]));
    expect(posts && ["abc1", "abd2", "0ff3", "9999"].map(posts.numberOf)).toEqual([0, 1, 2, undefined]);
  });

  test("only a post's own words are searched: neither its date nor its channel nor whom it was forwarded from", async () => {
    for (const words of ["between", "february", "Новости", "Мэрия"]) expect(await pathsFor(`?q=${words}`)).toEqual([]);
  });

  test("the manifest names what is keyed", () => {
    const { labels } = searchManifest(searchBundles(archive), archive);
    expect(labels.channel?.harbour).toBe("Harbour News");
    expect(labels.tag?.daily).toBe("Daily");
    expect(labels.language).toMatchObject({ en: "English", ru: "Russian" });
  });
});

test("a post is found by what its files are called and by what a person says they show", async () => {
  const posts = [
    postWith({
      id: "named00000",
      text: "For spring.",
      mediaFiles: [
        { kind: "document", name: "Tide tables.pdf" },
        { kind: "audio", title: "The Mole – Ebb" },
        { kind: "photo", alt: "A heron on the sluice" },
      ],
      files: [{ name: "Tide tables.pdf", size: "9 B" }],
    }),
    postWith({ id: "other00000", text: "A word of the tide." }),
  ];
  const among = searchBundles(archiveOf(posts)).map(opened);
  for (const words of ["tables", "mole ebb", "heron"])
    expect([words, await pathsFor(`?q=${encodeURIComponent(words)}`, among)]).toEqual([words, ["p/named00000/"]]);
  expect(await pathsFor("?q=tide", among)).toHaveLength(2);
});

test("has:media asks for pictures, recordings and files, not for words that a page marks", async () => {
  const kinds = ["photo", "sticker", "hidden", "service", "poll", "place", "unknown"] as const;
  const posts = kinds.map((kind, at) => postWith({ id: `${at}00000000${at}`, text: `${kind} of it`, media: [kind] }));
  const among = searchBundles(archiveOf(posts)).map(opened);
  expect((await pathsFor(`?q=${encodeURIComponent("it has:media")}`, among)).toSorted()).toEqual([
    "p/0000000000/",
    "p/1000000001/",
    "p/2000000002/",
  ]);
});

describe("words", () => {
  test("forms of English, Russian and Ukrainian words are found from one box", async () => {
    const texts = ["Посол прибыл", "Слова посла", "Кіт на даху", "Бачили кота", "They talked", "A long talk"];
    expect(await found("послов", texts)).toEqual(["Посол прибыл", "Слова посла"]);
    expect(await found("кіт", texts)).toEqual(["Кіт на даху", "Бачили кота"]);
    expect(await found("talks", texts)).toEqual(["They talked", "A long talk"]);
  });

  test("a word whose only form here is a changed one is found by the others", async () => {
    for (const [words, text] of [
      ["посла", "посол"],
      ["города", "город"],
      ["дня", "день"],
      ["ночі", "ніч"],
      ["рука", "руці"],
      ["друг", "друзья"],
      ["palace", "palaces"],
    ] as const)
      expect([words, await found(words, [text])]).toEqual([words, [text]]);
  });

  test("a changed stem that is another word's is left to that word", async () => {
    const texts = ["город на холме", "в городе", "гордый город", "гордого"];
    expect(await found("гордый", texts)).toEqual(["гордый город", "гордого"]);
    expect(await found("города", texts)).toEqual(["город на холме", "в городе", "гордый город"]);
    const names = ["Иванов сказал", "речь Иванова", "об Иване", "слово Ивана"];
    expect(await found("Иванов", names)).toEqual(["Иванов сказал", "речь Иванова"]);
    expect(await found("Иван", names)).toEqual(["об Иване", "слово Ивана"]);
  });

  test("Chinese, Persian and Arabic words are found as they are written now this way, now that", async () => {
    expect(await found("发言人", ["外交部发言人说", "发现言论"], "zh")).toEqual(["外交部发言人说"]);
    expect((await found("港", ["港口会谈", "香港"], "zh")).toSorted()).toEqual(["港口会谈", "香港"]);
    expect(await found("گفتگو", ["گفتگو‌ها ادامه دارد", "گفتگوها", "گفتگو"], "fa")).toHaveLength(3);
    expect(await found("كتاب", ["کتاب‌های تازه"], "fa")).toHaveLength(1);
    expect(await found("مدينة", ["في المدينة"], "ar")).toHaveLength(1);
  });

  test("a name of several words is found by each and as a whole", async () => {
    const texts = ["#HistoryOfDiplomacy"];
    for (const words of ["diplomacy", "historyofdiplomacy", "#HistoryOfDiplomacy", "history diplomacy"])
      expect([words, await found(words, texts, "en")]).toEqual([words, texts]);
  });

  test("a last word that is still being typed stands for all that begin so; an asterisk says the same anywhere", async () => {
    const texts = ["harbour talks", "harbours closed", "hard times"];
    expect(await found("harbo", texts, "en")).toEqual(["harbour talks", "harbours closed"]);
    expect(await found("harbo talks", texts, "en")).toEqual([]);
    expect(await found("harbo* talks", texts, "en")).toEqual(["harbour talks"]);
  });

  test("quotes find exact words in their order", async () => {
    const texts = ["the red ship sails", "ship, red as rust", "red ships"];
    expect(await found("red ship", texts, "en")).toEqual(texts);
    expect(await found('"red ship"', texts, "en")).toEqual(["the red ship sails"]);
    expect(await found("«Red SHIP» sails", texts, "en")).toEqual(["the red ship sails"]);
    expect(await found("“red ship", texts, "en")).toEqual(["the red ship sails"]);
    expect(
      (await match(searchBundles(archiveOf([postWith({ id: "a", text: "a b" })])).map(opened), '"b a"')).brokenPhrases,
    ).toEqual(["b a"]);
  });

  test("a phrase is read through marks, line breaks and scripts without blanks", () => {
    const phrase = phraseOf("发言人说");
    expect(phrase && ["外交部发言人说，", "发言人 说", "说发言人"].map((text) => holdsPhrase(text, phrase))).toEqual([
      true,
      false,
      false,
    ]);
    const broken = phraseOf("ёлка зелёная");
    expect(broken && holdsPhrase("Елка,\nзеленая", broken)).toBe(true);
  });

  test("every post is found by each of its own words", async () => {
    const word = fc.constantFrom(
      ..."город города посол посла день дня кіт кота руці talks 港口 گفتگوها Häuser друзья советов".split(" "),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (lists) => {
          const texts = lists.map((list, index) => `${index} ${list.join(" ")}`);
          for (const [index, list] of lists.entries())
            for (const each of list) expect(await found(each, texts)).toContain(texts[index]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("spellings one letter apart are one apart", () => {
    expect(lettersApart("harbour", "harbuor", 2)).toBe(1);
    expect(lettersApart("harbour", "harbor", 2)).toBe(1);
    expect(lettersApart("harbour", "garden", 2)).toBe(3);
    expect(lettersApart("", "ab", 2)).toBe(2);
  });

  test("a suggestion is spelled as posts mostly spell it", async () => {
    const texts = [
      "Γάιδαρος",
      "ο γάιδαρος",
      "του γαϊδάρου",
      "ο γάιδαρος",
      "п’ять",
      "у Києві",
      "Київ",
      "Київ",
      "harbours",
      "NATO",
    ];
    const posts = texts.map((text, at) =>
      postWith({ id: `${at}00000000${at}`, text, language: /\p{Script=Greek}/u.test(text) ? "el" : "uk" }),
    );
    const among = searchBundles(archiveOf(posts)).map(opened);
    const near = (word: string): Promise<readonly string[]> => nearWords(among, fold(word));
    expect(await near("γάδαρος")).toEqual(["γάιδαρος"]);
    expect(await near("пьять")).toEqual(["п’ять"]);
    expect(await near("Киів")).toContain("Київ");
    expect(await near("harboru")).toEqual(["harbours"]);
    expect(await near("natoo")).toEqual(["NATO"]);
    for (const word of ["γάιδαρος", "п’ять", "Київ", "harbours", "NATO"])
      expect((await match(among, word)).scores?.[0]?.size).toBeGreaterThan(0);
  });

  test("a word of no post is answered with words spelled nearly so", async () => {
    const terms = (await match(bundles, "harbuor")).terms;
    expect(terms).toMatchObject([{ term: { typed: "harbuor" }, posts: 0 }]);
    expect(await nearWords(bundles, "harbuor")).toContain("harbour");
  });
});

describe("a question", () => {
  const questions = fc.record({
    words: fc.string(),
    chosen: fc.record(
      Object.fromEntries(facetNames.map((name) => [name, fc.uniqueArray(fc.string({ minLength: 1 }))])),
    ) as unknown as fc.Arbitrary<Question["chosen"]>,
    from: fc.constantFrom("", "2024-01-31"),
    to: fc.constantFrom("", "2025-12-01"),
    order: fc.constantFrom(...sortOrders),
    copies: fc.constantFrom("all" as const, "one" as const),
    within: fc.constantFrom("certainly" as const, "possibly" as const),
  });

  test("goes into an address and comes back", () => {
    fc.assert(
      fc.property(questions, (question) => {
        expect(questionIn(addressOf(question))).toEqual(question);
      }),
    );
    expect(addressOf(questionIn(""))).toBe("");
    expect(asksNothing(questionIn("?q=+&sort=sideways&nonsense=1&from=soon&to=2025-02-31"))).toBe(true);
  });

  test("can be narrowed and widened again", () => {
    const question = toggled(questionIn("?from=2025-01-01"), "tag", "c++&d");
    expect(narrowings(question)).toEqual(["tag", "days"]);
    expect(narrowings(without(question, "days"))).toEqual(["tag"]);
    expect(toggled(question, "tag", "c++&d").chosen.tag).toEqual([]);
  });
});

describe("an answer", () => {
  const cut = searchBundles(archive, smallSizes).map(opened);

  test("is the same however the index is cut", async () => {
    for (const address of [
      "?q=ships",
      "?q=ships&sort=oldest",
      "?channel=harbour",
      "?q=daily&month=2025-03",
      "?language=und",
    ])
      expect(await pathsFor(`${address}`, cut)).toEqual(await pathsFor(address));
  });

  test("sorted by date drops no post and keeps the order of the archive", async () => {
    const all = archive.posts.map((page) => page.path.slice(1));
    const years = [...new Set(archive.posts.map((page) => page.day.slice(0, 4)))]
      .map((year) => `year=${year}`)
      .join("&");
    expect(await pathsFor(`?${years}&sort=oldest`, cut)).toEqual(all);
    expect(await pathsFor(`?${years}`, cut)).toEqual(all.toReversed());
  });

  test("says beside each value what choosing it would find, whatever else is chosen", async () => {
    for (const address of [
      "?q=ships",
      "?date=inferred",
      "?q=ships&date=inferred&month=2025-03",
      "?date=inferred&month=2025-03&within=certainly",
      "?from=2025-02-06&to=2025-03-02&language=en&tag=daily",
    ]) {
      const question = questionIn(address);
      const matches = await match(cut, question.words);
      const { counts } = filtered(cut, matches, question);
      for (const name of facetNames) {
        for (const [value, count] of counts[name]) {
          const alone = { ...question, chosen: { ...question.chosen, [name]: [value] } };
          expect([address, name, value, filtered(cut, matches, alone).places.length]).toEqual([
            address,
            name,
            value,
            count,
          ]);
        }
      }
    }
  });

  test("keeps to the days asked for, both ends included: first what is surely of them, then what may be", async () => {
    const [from, to] = ["2025-02-05", "2025-02-06"];
    const pathsOf = (holds: (dating: Dating) => boolean): readonly string[] =>
      archive.posts.filter(({ post }) => holds(post.dating)).map((page) => page.path.slice(1));
    const sure = pathsOf(({ earliest, latest }) => earliest >= from && latest <= to);
    const may = pathsOf(
      ({ earliest, latest }) => latest >= from && earliest <= to && !(earliest >= from && latest <= to),
    );
    expect([sure.length, may.length].every((count) => count > 0)).toBe(true);
    expect(await pathsFor(`?from=${from}&to=${to}&sort=oldest`)).toEqual([...sure, ...may]);
    expect(await pathsFor(`?from=${from}&to=${to}&sort=oldest&within=certainly`)).toEqual(sure);
  });

  test("finds a post in every year and month that its interval reaches into, and tells where that is only possible", async () => {
    const made = searchBundles(
      archiveOf([
        postWith({ id: "newyear", dating: inferred("2024-12-30", 3) }),
        postWith({ id: "january", dating: stated("2025-01-05") }),
        postWith({ id: "wide", dating: inferred("2025-02-10", 40) }),
      ]),
    ).map(opened);
    const ask = async (address: string) => filtered(made, await match(made, ""), questionIn(address));
    const numbers = async (address: string) => (await ask(address)).places.map(({ post, isSure }) => [post, isSure]);
    expect(await numbers("?year=2024")).toEqual([[0, false]]);
    expect(await numbers("?year=2025&sort=oldest")).toEqual([
      [1, true],
      [2, true],
      [0, false],
    ]);
    expect(await numbers("?year=2024&year=2025&sort=oldest")).toEqual([
      [0, true],
      [1, true],
      [2, true],
    ]);
    expect(await numbers("?month=2025-03")).toEqual([[2, false]]);
    expect((await ask("?month=2025-01&within=certainly")).possible).toBe(2);
    expect([...(await ask("?within=certainly&year=2025")).counts.year]).toEqual([["2025", 2]]);
    expect(await numbers("?from=2025-02-01&to=2025-01-01")).toEqual([]);
    expect(runsBackwards(questionIn("?from=2025-02-01&to=2025-01-01"))).toBe(true);
  });

  test("to nothing at all is nothing, with all posts counted", async () => {
    const answer = filtered(bundles, await match(bundles, ""), questionIn(""));
    expect(answer.places).toEqual([]);
    expect([...answer.counts.channel.values()].reduce((sum, count) => sum + count, 0)).toBe(archive.posts.length);
    expect((await match(bundles, "?!")).scores?.[0]?.size).toBe(0);
  });

  test("by an id, a permalink or Telegram's own address leads straight to the post", async () => {
    expect(["k3v9x0q2mt", " https://archive.example/a/p/k3v9x0q2mt/?hl=x#y "].map(nameIn)).toEqual([
      "k3v9x0q2mt",
      "k3v9x0q2mt",
    ]);
    expect(["t.me/Harbour_News/12", "https://t.me/s/harbour_news/12?single"].map(nameIn)).toEqual([
      "harbour_news/12",
      "harbour_news/12",
    ]);
    expect([nameIn("talks"), nameIn("t.me/harbour_news")]).toEqual([undefined, undefined]);
    const place = await placeOf(cut, "russian001");
    expect(place && (await cut[place.bundle]?.text(place.post))?.path).toBe("p/russian001/");
    expect(await placeOf(cut, "k3v9x0q2mt")).toBeUndefined();
  });
});

describe("what is shown", () => {
  const words: FacetWords = { labels: { tag: { tag0: "Tag0" } }, texts: english.search };
  const counts = (some: Partial<Record<(typeof facetNames)[number], readonly (readonly [string, number])[]>>) =>
    Object.fromEntries(facetNames.map((name) => [name, new Map(some[name] ?? [])])) as unknown as FacetCounts;

  test("years and months run from the newest, other values from the fullest, chosen ones always", () => {
    const years = counts({
      year: [
        ["2024", 9],
        ["2025", 1],
      ],
    });
    expect(facetValues("year", years, words, []).map((value) => value.value)).toEqual(["2025", "2024"]);
    const tags = counts({ tag: Array.from({ length: 20 }, (_, index) => [`tag${index}`, 20 - index] as const) });
    const values = facetValues("tag", tags, words, ["tag19", "gone"]);
    expect(values).toHaveLength(14);
    expect(values[0]).toEqual({ value: "tag0", label: "#Tag0", count: 20, chosen: false });
    expect(values.at(-1)).toEqual({ value: "gone", label: "#gone", count: 0, chosen: true });
    const months = counts({ month: [["2025-02", 1]], date: [["stated", 1]], language: [["und", 1]] });
    const inRussian = { ...words, texts: russian.search };
    expect(facetValues("month", months, words, [])[0]?.label).toBe("February 2025");
    expect(facetValues("date", months, inRussian, [])[0]?.label).toBe("Указана в источнике");
    expect(facetValues("language", months, words, [])[0]?.label).toBe("Not known");
  });

  test("numbers count as their language counts", () => {
    const said = (count: number) => countedIn("ru-RU", russian.search.found, count);
    expect([1, 3, 5, 21, 12345].map(said)).toEqual([
      "1 публикация",
      "3 публикации",
      "5 публикаций",
      "21 публикация",
      "12\u00A0345 публикаций",
    ]);
  });

  test("marks stand on the words that were found, in every form of theirs", () => {
    const wanted = wantedIn("посл harbo* 发言 言人");
    const marked = (text: string): readonly string[] =>
      stretchesOf(text, "ru", { ...wanted, inflections }).map(({ start, end }) => text.slice(start, end));
    expect(marked("Посол и послы, harbours; 外交部发言人说")).toEqual(["Посол", "послы", "harbours", "发言人"]);
    expect(wantedIn(wantedText(wanted))).toEqual(wanted);
  });

  test("an excerpt shows the words that were found, and its parts are the text itself", () => {
    const text = `Title\n\n${"word ".repeat(200)}the captain <b>spoke</b> ${"word ".repeat(200)}`;
    const parts = resultExcerpt(text, "Title", "en", { ...wantedIn("captain spoke"), inflections });
    expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual(["captain", "spoke"]);
    expect(parts.map((part) => part.text).join("")).toContain("the captain <b>spoke</b> word");
    expect(parts.map((part) => part.text).join("").length).toBeLessThan(280);
    expect(markedIn("a b", "en", { ...wantedIn(""), inflections }).map((part) => part.text)).toEqual(["a b"]);
  });

  test("no excerpt loses or invents a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), fc.string(), (text, word) => {
        const shown = resultExcerpt(text, "", "en", { ...wantedIn(word), inflections })
          .map((part) => part.text)
          .join("");
        expect(text.replace(/\s+/gu, " ").trim()).toContain(shown.replace(/^… /u, "").replace(/ …$/u, ""));
      }),
    );
  });
});

test("days of posts whose dates are stated or inferred stand side by side in the table", () => {
  const made = searchBundles(
    archiveOf([
      postWith({ id: "one", dating: stated("2024-12-31") }),
      postWith({ id: "two", dating: inferred("2025-01-02", 3), media: ["video", "video", "photo"] }),
    ]),
  ).map(opened);
  expect(made[0]?.posts.days).toEqual(["2024-12-31", "2025-01-02"]);
  expect(made[0]?.posts.columns.media).toEqual({ values: ["video", "photo"], posts: [-1, [0, 1]] });
  expect(made[0]?.posts.columns.date).toEqual({ values: ["stated", "inferred"], posts: [0, 1] });
});

describe("posts that say nearly the same", () => {
  const line = "The ferry to the island leaves an hour later today because of ice in the bay, says the harbour master";
  const north = { key: "north", name: "North Pier", identified: true };
  const alike = archiveOf([
    postWith({ id: "first00000", text: line, dating: stated("2025-01-03"), number: 12 }),
    postWith({ id: "second0000", channel: north, text: `${line}. #Ferry`, dating: stated("2025-02-04") }),
    postWith({ id: "alone00000", text: "The ferry to the mainland is in time", dating: stated("2025-02-05") }),
    postWith({ id: "third00000", text: line.toUpperCase(), dating: stated("2025-03-05") }),
  ]);
  // A bundle for each month: groups reach across them.
  const made = searchBundles(alike, { ...smallSizes, posts: 1 }).map(opened);

  test("are shown as one where the address asks for that: the first in its order", async () => {
    expect(made.length).toBeGreaterThan(2);
    expect(await pathsFor("?q=ferry&sort=oldest", made)).toHaveLength(4);
    expect(await pathsFor("?q=ferry&sort=oldest&copies=one", made)).toEqual(["p/first00000/", "p/alone00000/"]);
    expect(await pathsFor("?q=ferry&sort=newest&copies=one", made)).toEqual(["p/third00000/", "p/alone00000/"]);
  });

  test("are offered as one only where some are among the answers, and it is told how many are hidden", async () => {
    const answer = async (address: string) => {
      const question = questionIn(address);
      return filtered(made, await match(made, question.words), question);
    };
    expect(await answer("?q=ferry&copies=one")).toMatchObject({ hidden: 2, hasCopies: true });
    expect(await answer("?q=ferry")).toMatchObject({ hidden: 0, hasCopies: true });
    expect(await answer("?q=mainland")).toMatchObject({ hidden: 0, hasCopies: false });
  });

  test("are counted as the list shows them: beside each value stands what choosing it would show", async () => {
    for (const copies of ["", "&copies=one"]) {
      for (const asked of [
        "?q=ferry",
        "?q=ferry&channel=north",
        "?q=ferry&month=2025-02&month=2025-03",
        "?year=2025",
      ]) {
        const question = questionIn(asked + copies);
        const matches = await match(made, question.words);
        const { counts } = filtered(made, matches, question);
        for (const name of facetNames) {
          const would = [...counts[name].keys()].map((value) => {
            const alone = { ...question, chosen: { ...question.chosen, [name]: [value] } };
            return [value, filtered(made, matches, alone).places.length];
          });
          expect([asked, copies, name, [...counts[name]]]).toEqual([asked, copies, name, would]);
        }
      }
    }
    const question = questionIn("?q=ferry&copies=one");
    const { counts } = filtered(made, await match(made, "ferry"), question);
    expect([...counts.year]).toEqual([["2025", 2]]);
  });

  test("the address of a post on Telegram leads to it, whatever its capitals", async () => {
    const name = nameIn("https://t.me/Harbour_News/12") ?? "";
    const place = await placeOf(made, name);
    expect((await made[place?.bundle ?? -1]?.text(place?.post ?? -1))?.path).toBe("p/first00000/");
    expect(await placeOf(made, "harbour_news/13")).toBeUndefined();
  });
});
