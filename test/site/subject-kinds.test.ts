import { describe, expect, test } from "vitest";
import type { SubjectKind } from "../../src/site/analysis/subjects/kind.ts";
import { subjectLists } from "../../src/site/model/subject-lists.ts";
import { archiveOf, postWith } from "./fixture.ts";

/** The subjects of texts and their kinds, without phrases. */
function kindsIn(texts: readonly string[], language = "en"): Readonly<Record<string, SubjectKind>> {
  const id = (index: number) => `s${`${index}`.padStart(9, "0")}`;
  const archive = archiveOf(texts.map((text, index) => postWith({ id: id(index), text, language, tags: [] })));
  const names = archive.compared.subjects.all.filter(({ kind }) => kind !== "phrase");
  return Object.fromEntries(names.map(({ label, kind }) => [label, kind]));
}

/** Each name inside sentences of two posts. */
function named(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [`yesterday they asked ${name} about it`, `we heard that ${name} would not answer`]);
}

describe("kinds of subjects", () => {
  test("are told by titles, first names, and words of names", () => {
    expect(
      kindsIn(named("Governor Aldo Brennick", "Emily Tarrow", "Harbour Council", "Lake Imber", "Salt War", "Trondell")),
    ).toEqual({
      "Aldo Brennick": "person",
      "Emily Tarrow": "person",
      "Harbour Council": "organisation",
      "Lake Imber": "place",
      "Salt War": "event",
      Trondell: "name",
    });
  });

  test("are told by such a word where it ends a name, and by no title of an abbreviation", () => {
    expect(kindsIn(named("Governor Park Tae-won", "Quay Bridge", "Forum Aldersen", "Chief Director QPX"))).toEqual({
      "Park Tae-won": "person",
      "Quay Bridge": "place",
      "Forum Aldersen": "name",
      "Chief Director QPX": "name",
    });
    expect(
      kindsIn(["on Monday Director QPX fell", "they saw Director QPX fall", "we use QPX often", "no QPX is left"]),
    ).toEqual({ QPX: "name" });
  });

  test("in languages with cases leave out an office of a country or a city, and call no place a person", () => {
    const offices = ["Президент Франции", "Мэр Москвы", "Губернатор Приозёрья", "Министр Тучков", "Министра Озерова"];
    const found = kindsIn(
      offices.flatMap((name) => [`вчера они спросили об этом ${name} и все`, `мы знаем что ${name} не ответит`]),
      "ru",
    );
    expect(found).toEqual({ "Губернатор Приозёрья": "name", "Министр Тучков": "person", "Министра Озерова": "person" });
  });

  test("are told by German titles and words in every case, as the end of a compound too", () => {
    const found = kindsIn(
      named("Kreisvorsitzenden Ada Lindgren", "Norländischen Fischereiverbandes", "Hafenpräsidenten Emil Tarrow"),
      "de",
    );
    expect(found).toEqual({
      "Ada Lindgren": "person",
      "Emil Tarrow": "person",
      "Norländischen Fischereiverbandes": "organisation",
    });
  });

  test("tell countries, parts of the world, unions of states and cities by the CLDR, in any language of the posts", () => {
    expect(kindsIn(named("Norway", "Southern Europe", "European Union", "Oslo"))).toEqual({
      Norway: "country",
      "Southern Europe": "place",
      "European Union": "organisation",
      Oslo: "place",
    });
    const found = kindsIn(
      ["мы были в Москве вчера", "они живут в Москве давно", "мы едем из Турции", "все о Турции"],
      "ru",
    );
    expect(found).toEqual({ Москва: "place", Türkiye: "country" });
  });

  test("join what English calls people and things of a country to it, but where two are called so", () => {
    expect(kindsIn(named("Norway", "Italian", "Italy", "Nigerian", "Nigeria"))).toEqual({
      Norway: "country",
      Italy: "country",
      Nigeria: "country",
      Nigerian: "name",
    });
  });

  test("leave a title, or a word that only belongs to names, to the names it is part of", () => {
    expect(kindsIn(named("President", "Harbour Governor", "Republic", "Congress"))).toEqual({
      Congress: "organisation",
    });
  });

  test("join a title and a surname to the one person of that surname", () => {
    expect(kindsIn(named("Emily Tarrow", "President Tarrow"))).toEqual({ "Emily Tarrow": "person" });
    expect(kindsIn(named("Emily Tarrow", "Laura Tarrow", "President Tarrow"))).toEqual({
      "Emily Tarrow": "person",
      "Laura Tarrow": "person",
      "President Tarrow": "person",
    });
  });

  test("tell a surname alone by the titles before it", () => {
    const said = [
      "today Senator Brennick spoke",
      "then Senator Brennick left",
      "only Brennick laughed",
      "but Brennick slept",
    ];
    expect(kindsIn(said)).toMatchObject({ Brennick: "person" });
    expect(kindsIn(said.map((text) => text.replace("Senator ", "")))).toEqual({ Brennick: "name" });
  });

  test("tell in languages with cases what a name goes on with, and persons by patronymics", () => {
    expect(
      kindsIn(
        [
          "вчера Камнегорская область ждала снег",
          "в газетах Камнегорская область названа так",
          "спросили Захара Ивановича Тучкова об этом",
          "услышали Захара Ивановича Тучкова снова",
        ],
        "ru",
      ),
    ).toEqual({ "Камнегорская область": "place", "Захар Иванович Тучков": "person" });
  });

  test("do not take what a title belongs to for a person where cases tell that", () => {
    expect(kindsIn(["спросили президента Морении вчера", "ждали президента Морении долго"], "ru")).toEqual({
      Морении: "name",
    });
  });
});

describe("lists of subjects", () => {
  test("are one for all, and one for each kind where there are several", () => {
    const archive = archiveOf(
      named("Emily Tarrow", "Harbour Council").map((text, index) =>
        postWith({ id: `s${`${index}`.padStart(9, "0")}`, text, language: "en", tags: [] }),
      ),
    );
    const lists = archive.subjectLists.map(({ path, subjects }) => [path, subjects.map(({ label }) => label)]);
    expect(lists).toEqual([
      ["/subjects/", ["Emily Tarrow", "Harbour Council"]],
      ["/subjects/kind/person/", ["Emily Tarrow"]],
      ["/subjects/kind/organisation/", ["Harbour Council"]],
    ]);
    expect(archive.lists.filter((path: string) => path.startsWith("/subjects/kind/"))).toHaveLength(2);
    expect(subjectLists([]).map(({ path, kinds }) => [path, kinds])).toEqual([["/subjects/", []]]);
  });
});
