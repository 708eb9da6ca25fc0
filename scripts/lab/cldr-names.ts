/**
 * Writes `src/dating/expressions/languages/cldr-names.ts`, the names of months and weekdays of every language of the CLDR, and `short-weekdays.ts`
 * and `near-days.ts` beside it, from the package `cldr-dates-full`. Run it after that package is updated: `npx tsx scripts/lab/cldr-names.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { foldWord } from "../../src/dating/expressions/fold-word.ts";
import { contextWords } from "../../src/dating/expressions/languages/context-words.ts";
import { languages } from "../../src/dating/expressions/languages/languages.ts";

interface Names {
  readonly [context: string]: { readonly [width: string]: { readonly [key: string]: string } };
}
interface Calendar {
  readonly months: Names;
  readonly days: Names;
}

const main = new URL("main/", import.meta.resolve("cldr-dates-full/package.json"));
const own = new Set([...languages.map(({ code }) => code), "ar", "fa", "zh", "ja", "yue", "und"]);
const monthKeys = Array.from({ length: 12 }, (_, index) => String(index + 1));
const weekdayKeys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** All folded spellings of one name that hold a letter and no figure; names of two letters and less are other words too. */
function spellings(names: Names, key: string, widths: readonly string[]): string {
  const all = ["format", "stand-alone"].flatMap((context) =>
    widths.map((width) => names[context]?.[width]?.[key] ?? ""),
  );
  const words = all.flatMap((name) => {
    const folded = foldWord(name.trim());
    // Names of two letters are other words too, but where letters are syllables.
    const enough = /[\u0900-\u0DFF\u1200-\u139F]/u.test(folded) ? 2 : 3;
    return folded.length >= enough && /^[\p{L}\p{M}]+$/u.test(folded) ? [folded] : [];
  });
  return [...new Set(words)].join(",");
}

const rows = readdirSync(main).flatMap((locale): readonly (readonly [string, string])[] => {
  const [code = "", ...rest] = locale.split("-");
  // A script of its own (`uz-Cyrl`) has its own names; a region seldom has.
  if (own.has(code) || rest.some((part) => part.length !== 4)) return [];
  const json: unknown = JSON.parse(readFileSync(new URL(`${locale}/ca-gregorian.json`, main), "utf8"));
  const { main: data } = json as { main: { [locale: string]: { dates: { calendars: { gregorian: Calendar } } } } };
  const calendar = data[locale]?.dates.calendars.gregorian;
  if (calendar === undefined) return [];
  const months = monthKeys.map((key) => spellings(calendar.months, key, ["wide", "abbreviated"]));
  const weekdays = weekdayKeys.map((key) => spellings(calendar.days, key, ["wide"]));
  return months.every((names) => names === "") ? [] : [[locale, `${months.join(";")}|${weekdays.join(";")}`]];
});

const lines = rows.map(([code, names]) => `  ${JSON.stringify(code)}: ${JSON.stringify(names)},`).join("\n");
writeFileSync(
  new URL("../../src/dating/expressions/languages/cldr-names.ts", import.meta.url),
  `/**
 * Months (January to December) and weekdays (Monday to Sunday) in the languages of the CLDR that have no table of ours, by BCP 47 tag: names
 * parted by \`;\`, spellings of one name by \`,\`, folded as \`foldWord\` folds words. Written by \`scripts/lab/cldr-names.ts\`.
 */
// biome-ignore format: generated
export const cldrNames: Readonly<Record<string, string>> = {
${lines}
};
`,
);

/** Short names of a weekday, and whole ones of several words, which may be other words too; in small letters without their dots. */
function shortNames(names: Names, key: string): string {
  const read = (width: string): readonly string[] =>
    ["format", "stand-alone"].map((context) =>
      (names[context]?.[width]?.[key] ?? "").trim().toLowerCase().replace(/\.$/u, ""),
    );
  const short = [...read("abbreviated"), ...read("short")].filter((name) => /^[\p{L}\p{M}]{2,}$/u.test(name));
  const several = read("wide").filter((name) => /^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)+$/u.test(name));
  return [...new Set([...several, ...short])].join(",");
}

const shortRows = readdirSync(main).flatMap((locale): readonly string[] => {
  if (locale.includes("-") || locale === "und") return [];
  const json: unknown = JSON.parse(readFileSync(new URL(`${locale}/ca-gregorian.json`, main), "utf8"));
  const { main: data } = json as { main: { [locale: string]: { dates: { calendars: { gregorian: Calendar } } } } };
  const calendar = data[locale]?.dates.calendars.gregorian;
  const names = calendar === undefined ? [] : weekdayKeys.map((key) => shortNames(calendar.days, key));
  const distinct = new Set(names.flatMap((own) => own.split(",")));
  // Where two weekdays have one name, none is told by it.
  const count = names.flatMap((own) => own.split(",")).length;
  const isEnglish = names.join(";") === "mon;tue;wed;thu;fri;sat;sun";
  return (isEnglish && locale !== "en") ||
    names.length === 0 ||
    names.some((own) => own === "") ||
    distinct.size < count
    ? []
    : [`  ${/^[a-z]+$/u.test(locale) ? locale : JSON.stringify(locale)}: ${JSON.stringify(names.join(";"))},`];
});

writeFileSync(
  new URL("../../src/dating/expressions/languages/short-weekdays.ts", import.meta.url),
  `/**
 * Short names of weekdays (Monday to Sunday) in the languages of the CLDR, and those of several words, by BCP 47 tag: weekdays parted by \`;\`,
 * spellings of one by \`,\`, in small letters without dots. Most are other words too. Written by \`scripts/lab/cldr-names.ts\`.
 */
// biome-ignore format: generated
export const shortWeekdays: Readonly<Record<string, string>> = {
${shortRows.join("\n")}
};
`,
);

interface NearDays {
  readonly [key: string]: string | undefined;
}

/** Languages with a row of words around days, and those that are written without spaces, in which a short word stands in many others. */
const unlisted = new Set([...contextWords.map(({ code }) => code), "th", "lo", "km", "my", "dz", "bo"]);

const nearRows = readdirSync(main).flatMap((locale): readonly string[] => {
  if (locale.includes("-") || own.has(locale) || unlisted.has(locale)) return [];
  const json: unknown = JSON.parse(readFileSync(new URL(`${locale}/dateFields.json`, main), "utf8"));
  const { main: data } = json as { main: { [locale: string]: { dates: { fields: { day: NearDays } } } } };
  const day = data[locale]?.dates.fields.day ?? {};
  const words = [-1, 0, 1].map((at) => (day[`relative-type-${at}`] ?? "").trim().toLowerCase());
  // What the root of the CLDR says is no word, and a word for two days tells neither.
  const isOwn = words.every((word) => /^[\p{L}\p{M}][\p{L}\p{M}' ’-]*$/u.test(word)) && words[1] !== "today";
  return isOwn && new Set(words).size === 3
    ? [`  ${/^[a-z]+$/u.test(locale) ? locale : JSON.stringify(locale)}: ${JSON.stringify(words.join(";"))},`]
    : [];
});

writeFileSync(
  new URL("../../src/dating/expressions/languages/near-days.ts", import.meta.url),
  `/**
 * Words for yesterday, today and tomorrow in the languages of the CLDR that have no table or row of ours, by BCP 47 tag, in small letters. Written by
 * \`scripts/lab/cldr-names.ts\`.
 */
// biome-ignore format: generated
export const nearDays: Readonly<Record<string, string>> = {
${nearRows.join("\n")}
};
`,
);
