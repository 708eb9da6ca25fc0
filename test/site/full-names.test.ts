import { expect, test } from "vitest";
import { surnamesOf } from "../../src/site/analysis/subjects/full-names.ts";

const named = (label: string, posts: number, ...forms: readonly string[]) => ({
  label,
  forms: [label, ...forms],
  places: Array.from({ length: posts }, (_, at) => at),
});

/** Which of some names are the surname of which, where words stand in so many texts; `persons` are known as such. */
function joined(
  names: readonly ReturnType<typeof named>[],
  spread: Readonly<Record<string, number>>,
  persons: readonly string[] = [],
) {
  const found = surnamesOf(
    names,
    (at) => persons.includes(names[at]?.label ?? ""),
    (word) => spread[word] ?? 0,
  );
  return [...found].map(([at, full]) => [names[at]?.label, names[full]?.label]);
}

test("a surname is its person's where one person of the archive bears it", () => {
  const names = [named("Lindgren", 9), named("Ada Lindgren", 3), named("Quay", 5)];
  expect(joined(names, { Ada: 40 }, ["Ada Lindgren"])).toEqual([["Lindgren", "Ada Lindgren"]]);
  expect(joined([...names, named("Torvald Lindgren", 2)], {}, ["Ada Lindgren", "Torvald Lindgren"])).toEqual([]);
});

test("so it is where the first name hardly stands without it, in any of its cases", () => {
  const names = [named("Рябов", 9), named("Захар Рябов", 4, "Захара Рябова")];
  expect(joined(names, { Захар: 3, Захара: 2 })).toEqual([["Рябов", "Захар Рябов"]]);
  expect(joined(names, { Захар: 3, Захара: 9 })).toEqual([]);
});

test("a word that mostly stands without the longer name is its own", () => {
  expect(joined([named("Helmtek", 28), named("Generation Helmtek", 4)], { Generation: 4 })).toEqual([]);
});

test("the last word of another name is none, nor is an abbreviation", () => {
  expect(joined([named("Parliament", 9), named("Norland Parliament", 4)], { Norland: 30 })).toEqual([]);
  expect(joined([named("UN", 9), named("Torvald UN", 4)], { Torvald: 4 })).toEqual([]);
});
