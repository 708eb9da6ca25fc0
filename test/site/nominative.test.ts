import { describe, expect, test } from "vitest";
import { nominativeOf } from "../../src/site/analysis/subjects/nominative.ts";

const firstNames = new Set(["захар", "ада", "фома", "валентин", "валентина", "игорь"]);

/** The nominative of a name by its spellings, commonest first, with other words of the archive beside. */
function named(forms: string, language = "ru", words = "", more: readonly string[] = []): string | undefined {
  const around = {
    kin: (folded: string) => words.split(" ").filter((word) => word.toLowerCase().startsWith(folded.slice(0, 2))),
    firstNames: () => new Set([...firstNames, ...more]),
  };
  return nominativeOf({ forms: forms.split(", "), language }, around);
}

describe("nominativeOf() takes the form that explains the others", () => {
  test.each([
    ["Торжке, Торжка, Торжок", "Торжок"],
    ["Норландии, Норландию, Норландия", "Норландия"],
    ["Рябове, Рябова, Рябов, Рябову", "Рябов"],
    ["Зимней Гавани, Зимняя Гавань, Зимнюю Гавань", "Зимняя Гавань"],
    ["Совета Пристаней, Совет Пристаней, Советом Пристаней", "Совет Пристаней"],
    ["Северных Островах, Северные Острова", "Северные Острова"],
    ["Фому Тучкова, ФОМА ТУЧКОВ", "Фома Тучков"],
    // The commonest is the nominative already.
    ["Марина, Марины, Марину", undefined],
    ["Торвальд, Торвальда", undefined],
    // Nothing tells them apart.
    ["Рябова", undefined],
    ["ПНКГ", undefined],
    // Whatever words an archive has beside: an abbreviation is written as it is.
    ["ВСУ", undefined],
  ])("%s: %s", (forms, expected) => {
    expect(named(forms)).toBe(expected);
  });

  test("in Ukrainian with the vowels that change", () => {
    expect(named("Канева, Каневі, Канів", "uk")).toBe("Канів");
  });

  test.each([
    ["Norländischen Landtags, Norländischen Landtag", "Norländischer Landtag"],
    ["Freien Fischern, Freien Fischer, Freie Fischer", "Freie Fischer"],
    ["Alten Rathauses, Alten Rathaus, Altes Rathaus", "Altes Rathaus"],
    ["Norländischen Kammer, Norländische Kammer", "Norländische Kammer"],
    // Nothing tells whether it is a feminine name.
    ["Alten Werft", undefined],
    ["Freie Fischer, Freien Fischern", undefined],
    ["Helmen Tarrow", undefined],
  ])("of German %s: %s", (forms, expected) => {
    expect(named(forms, "de")).toBe(expected);
  });

  test("not in languages without these endings", () => {
    expect(named("Норландии, Норландия", "bg")).toBeUndefined();
    expect(named("Tarnowie, Tarnowa, Tarnów", "pl")).toBeUndefined();
  });
});

describe("nominativeOf() finds what no text has as a whole", () => {
  test.each([
    ["Захара Тучкова", "Захар Тучков"],
    ["Захару Ивановичу Тучкову", "Захар Иванович Тучков"],
    ["Захаром Лесковским", "Захар Лесковский"],
    ["Игоря Тучкова", "Игорь Тучков"],
    ["Аду Линдгрен", "Ада Линдгрен"],
    ["Захара Шевченко", "Захар Шевченко"],
    // What the ending does not tell stays as it is written.
    ["Захара Тиля", undefined],
    ["Захара Дюма", undefined],
    // A name of its own, and another one's genitive.
    ["Валентина Тучкова", undefined],
    // The words stand in different cases: the second is no surname of the first.
    ["Захара Тучковым", undefined],
  ])("a person by the first name: %s: %s", (forms, expected) => {
    expect(named(forms)).toBe(expected);
  });

  test.each([
    ["Норландии, Норландию", "Норландия"],
    ["Госдуме, Госдуму, Госдумы", "Госдума"],
    ["Конгресса, Конгрессом", "Конгресс"],
    ["Лесковского", "Лесковский"],
    // Of a masculine or a feminine name.
    ["Торжке", undefined],
    // Another word of the archive is a case of it by its letters alone.
    ["ВСУ", undefined],
  ])("a single word by all its endings: %s: %s", (forms, expected) => {
    expect(named(forms, "ru", "Вся Канадец")).toBe(expected);
  });

  test("a woman's surname, and one behind a first name without cases", () => {
    expect(named("Ады Рябовой, Аде Рябовой")).toBe("Ада Рябова");
    expect(named("Аду Рябову")).toBe("Ада Рябова");
    expect(named("Ли Квистом", "ru", "Квист", ["ли"])).toBe("Ли Квист");
    expect(named("Ли Квист", "ru", "Квиста", ["ли"])).toBeUndefined();
  });

  test("a surname by another of its forms", () => {
    expect(named("Захара Тиля", "ru", "Тиль Тилем Тимур")).toBe("Захар Тиль");
  });

  test("a single word in the nominative elsewhere in the archive", () => {
    expect(named("Норландии, Норландию", "ru", "Норландия Норма")).toBe("Норландия");
    // `Рябова` may be a name as it is.
    expect(named("Рябова", "ru", "Рябов")).toBeUndefined();
  });
});
