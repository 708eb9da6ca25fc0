import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageJudge, languagesOf } from "../../src/text/language.ts";

/** Invented posts of channels in one language each, a line a post: `CODE.txt`, `CODE-SCRIPT.txt` where the language has two scripts. */
const folder = join(import.meta.dirname, "channels");
const channels = new Map(
  readdirSync(folder).map((file) => {
    const lines = readFileSync(join(folder, file), "utf8").split("\n").filter(Boolean);
    return [file.replace(".txt", ""), lines] as const;
  }),
);

function postsOf(channel: string): readonly string[] {
  const posts = channels.get(channel);
  if (posts === undefined) throw new RangeError(`no channel ${channel}`);
  return posts;
}

const codeOf = (channel: string): string => channel.split("-")[0] ?? "";

const russian = [
  "Доброе утро всем! Сегодня у моря будет солнечно и тепло ☀️",
  "🔴 Авария на трассе у порта, двое пострадавших",
  "Цена 2500 рублей, доставка бесплатно! @port_ru",
  "Завтра занятий в школах не будет из-за шторма ❄️",
  "Пожар в порту потушили, никто не пострадал.",
  "Вопрос: что вы об этом думаете? Пишите ниже 👇",
];

const ukrainian = [
  "Доброго ранку всім! Сьогодні біля моря буде сонячно й тепло ☀️",
  "🔴 Аварія на трасі біля порту, двоє постраждалих",
  "Ціна 2500 гривень, доставка безкоштовна! @port_ua",
  "Завтра занять у школах не буде через шторм ❄️",
  "Пожежу в порту загасили, ніхто не постраждав.",
  "Питання: що ви про це думаєте? Пишіть нижче 👇",
];

const english = [
  "Good morning everyone! It will be sunny along the coast today ☀️",
  "🔴 Serious crash on the harbour road, two people hurt",
  "No school tomorrow because of the storm ❄️",
  "The fire in the harbour is out, nobody was hurt.",
  "Question: what do you think? Write below 👇",
  "Thank you, there are 5000 of us now 🎉",
];

describe("a channel in one language", () => {
  test.each([...channels])("%s: its short posts are in it, but for one at most", (channel, posts) => {
    const right = languagesOf(posts).filter((language) => language === codeOf(channel));
    expect(right.length).toBeGreaterThanOrEqual(posts.length - 1);
  });
});

describe("a channel in two languages", () => {
  const apart = (one: readonly string[], other: readonly string[]): readonly string[] =>
    languagesOf(one.flatMap((post, index) => [post, other[index] ?? post]));

  test.each([
    ["ru", russian, "en", english],
    ["uk", ukrainian, "ru", russian],
    ["uz", postsOf("uz").slice(0, 6), "ru", russian],
    ["uz", postsOf("uz").slice(0, 6), "uz", postsOf("uz-Cyrl").slice(0, 6)],
    ["kk", postsOf("kk").slice(0, 6), "ru", russian],
    ["sw", postsOf("sw").slice(0, 6), "en", english],
    ["be", postsOf("be").slice(0, 6), "ru", russian],
  ] as const)("%s and %s alternately: each post is in its own", (first, some, second, others) => {
    expect(apart(some, others)).toEqual(Array(6).fill([first, second]).flat());
  });

  test("a few posts of the second are enough", () => {
    const [first = "", second = ""] = english;
    expect(languagesOf([...postsOf("sw"), first, second]).slice(12)).toEqual(["en", "en"]);
  });
});

describe("languagesOf()", () => {
  const post = fc.constantFrom(
    ...[...channels.values()].flat(),
    ...russian,
    ...ukrainian,
    ...english,
    "🌊",
    "Да",
    "OK",
  );
  const pages = fc.array(post, { maxLength: 30 });

  test("gives a text the same language in whatever order the texts stand", () => {
    fc.assert(
      fc.property(pages, fc.infiniteStream(fc.nat()), (texts, numbers) => {
        const turned = texts
          .map((text) => ({ text, at: numbers.next().value ?? 0 }))
          .toSorted((one, other) => one.at - other.at)
          .map(({ text }) => text);
        const pairs = (some: readonly string[]): readonly string[] =>
          languagesOf(some)
            .map((language, index) => `${language} ${some[index]}`)
            .toSorted();
        expect(pairs(turned)).toEqual(pairs(texts));
      }),
    );
  });

  test("judges long dumps by a sample that no order changes, held or read one after the other", () => {
    const some = [...russian, ...russian, ...russian, ...english];
    const texts = Array.from({ length: 2600 }, (_, at) => `${some[at % some.length]} ${at}`);
    const found = languagesOf(texts);
    expect(languagesOf(texts.toReversed()).toReversed()).toEqual(found);
    expect(texts.map(languageJudge(texts))).toEqual(found);
    expect(new Set(found)).toEqual(new Set(["ru", "en"]));
  });

  test("never gives a text a language of another script", () => {
    const scripts = { Cyrl: /\p{Script=Cyrillic}/u, Latn: /\p{Script=Latin}/u, Arab: /\p{Script=Arabic}/u } as const;
    const twoScripts = new Set(["uz", "sr"]);
    fc.assert(
      fc.property(pages, fc.constantFrom(undefined, "en", "ru", "fa"), (texts, told) => {
        for (const [index, language] of languagesOf(texts, told).entries()) {
          const text = (texts[index] ?? "").replace(/https?:\S+|[@#]\S+/gu, "");
          const script = new Intl.Locale(language).maximize().script as keyof typeof scripts | undefined;
          if (!/\p{L}/u.test(text) || script === undefined || twoScripts.has(language)) continue;
          expect(text).toMatch(scripts[script]);
        }
      }),
    );
  });
});
