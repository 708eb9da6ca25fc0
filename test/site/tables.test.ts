import { describe, expect, test } from "vitest";
import { percentage } from "../../src/site/model/wording.ts";
import { counted } from "../../src/site/texts/counted.ts";
import { english } from "../../src/site/texts/english.ts";
import { tables } from "../../src/site/texts/texts.ts";

/** What a text is given in this test: it writes as `⟦1⟧`, counts as 7001, and makes a link of words as `⟦1:⟧`. */
type Mark = (words?: string) => string;

function mark(index: number): Mark {
  const itself = () => `⟦${index}⟧`;
  return Object.assign(itself, { toString: itself, toLocaleString: itself, valueOf: () => 7000 + index });
}

/** The texts of a table by their path, each as what it says when given marks, and how often each mark stands in it. */
function said(table: object, path = ""): readonly (readonly [path: string, words: string])[] {
  return Object.entries(table).flatMap(([key, value]: [string, unknown]) => {
    const place = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string") return [[place, value] as const];
    if (typeof value === "function") {
      const given = Array.from({ length: 8 }, (_, index) => mark(index + 1));
      const result: unknown = value(...given);
      return [[place, Array.isArray(result) ? result.join("") : String(result)] as const];
    }
    return typeof value === "object" && value !== null ? said(value, place) : [];
  });
}

/** What a text leaves to be filled in, in order of the alphabet: marks however numbers are written, and names in braces. */
function slots(words: string): readonly string[] {
  const inLatin = words.replace(/[٠-٩۰-۹]/gu, (digit) => `${(digit.codePointAt(0) ?? 0) & 15}`);
  const found = inLatin.matchAll(/⟦(\d)⟧|(?<!\d)7\D?00(\d)(?!\d)|(\{\w+\})/gu);
  return [...new Set([...found].map(([, mark, number, name]) => mark ?? number ?? name ?? ""))].sort();
}

/** The nouns that a table keeps as data, each with the categories it has a form for. */
function pluralsIn(table: object, path = ""): readonly (readonly [path: string, categories: readonly string[]])[] {
  const keys = Object.keys(table);
  if (keys.length > 0 && keys.every((key) => isPlural.test(key))) return [[path, keys.sort()]];
  return Object.entries(table)
    .flatMap(([key, value]: [string, unknown]) =>
      typeof value === "object" && value !== null ? pluralsIn(value, `${path}.${key}`) : [],
    )
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

const isPlural = /^(?:zero|one|two|few|many|other)$/u;

/** Where forms of a noun are kept as data, the number may be left out of those that stand for one number alone. */
const withoutForms = (paths: readonly (readonly [string, string])[]) =>
  paths.filter(([path]) => !isPlural.test(path.split(".").at(-1) ?? ""));

describe.each(Object.entries(tables))("the table of %s", (language, table) => {
  const texts = new Map(said(table));
  const spoken = new Map(said(english));

  test("has every text, and no other", () => {
    expect(withoutForms([...texts]).map(([path]) => path)).toEqual(
      expect.arrayContaining(withoutForms([...spoken]).map(([path]) => path)),
    );
    expect(withoutForms([...texts])).toHaveLength(withoutForms([...spoken]).length);
    expect([...texts].filter(([, words]) => words.trim() === "")).toEqual([]);
  });

  test("fills in what English does", () => {
    const unlike = withoutForms([...spoken]).flatMap(([path, words]) => {
      const [wanted, given] = [slots(words), slots(texts.get(path) ?? "")];
      return `${wanted}` === `${given}` ? [] : [`${path}: ${wanted} in English, ${given} here`];
    });
    expect(unlike).toEqual([]);
  });

  test("writes shares as Intl does", () => {
    const shares = [...texts.values()].flatMap((words) => words.match(/\p{Nd}+[\p{Zs}\p{Cf}]*[%٪]\p{Cf}*/gu) ?? []);
    // German joins the sign to a noun: `90-%-Intervall`.
    expect([...new Set(shares)]).toEqual(language === "de" ? [] : [percentage(0.9, table)]);
  });

  test("has a form for every number", () => {
    const categories = new Intl.PluralRules(table.locale).resolvedOptions().pluralCategories;
    const counts = [0, 1, 2, 3, 11, 100, 1_000_000];
    expect(pluralsIn(table).map(([, forms]) => forms)).toEqual(pluralsIn(table).map(() => [...categories].sort()));
    expect(pluralsIn(table).map(([path]) => path)).toEqual(pluralsIn(english).map(([path]) => path));
    for (const count of counts) expect(table.counts.posts(count)).not.toContain("undefined");
  });

  test("names its language and writes numbers and days", () => {
    expect(table.language).toBe(language);
    expect(new Intl.Locale(table.locale).language).toBe(language);
    expect(new Intl.Locale(table.search.locale).language).toBe(language);
    expect(table.openGraphLocale).toMatch(new RegExp(`^${language}_[A-Z]{2}$`, "u"));
  });
});

test("a form that a language needs and lacks is refused", () => {
  expect(() => counted("uk", { one: "допис", other: "допису" })).toThrow('Cannot count in "uk": no form for few, many');
});
