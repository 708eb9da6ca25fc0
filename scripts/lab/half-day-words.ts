/**
 * Writes `src/text/half-day-words.ts`: the words for the two halves of the day in every language of the CLDR, from the package `cldr-dates-full`. Run it
 * after that package is updated: `npx tsx scripts/lab/half-day-words.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { periodKey } from "../../src/text/hour-of-day.ts";

interface DayPeriods {
  readonly [context: string]: { readonly [width: string]: { readonly [key: string]: string } };
}
interface Data {
  readonly main: {
    readonly [locale: string]: {
      readonly dates: { readonly calendars: { readonly gregorian: { readonly dayPeriods: DayPeriods } } };
    };
  };
}

const main = new URL("main/", import.meta.resolve("cldr-dates-full/package.json"));

/** Made languages and scripts, whose words are other words or letters of no text. */
const left = new Set(["tok", "en-Dsrt", "en-Shaw", "und"]);

/** Words of few letters are other words too, but where letters are syllables or words are seldom so short. */
function canStand(key: string): boolean {
  if (!/^[\p{L}\p{M}'’]+$/u.test(key)) return false;
  return key.length >= (/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(key) ? 4 : 2);
}

const halves = new Map<string, Set<"am" | "pm">>();
for (const locale of readdirSync(main)) {
  if (left.has(locale)) continue;
  const data = JSON.parse(readFileSync(new URL(`${locale}/ca-gregorian.json`, main), "utf8")) as Data;
  const periods = data.main[locale]?.dates.calendars.gregorian.dayPeriods ?? {};
  for (const context of Object.values(periods))
    for (const names of Object.values(context))
      for (const half of ["am", "pm"] as const)
        for (const name of [names[half], names[`${half}-alt-variant`]]) {
          const key = periodKey(name ?? "");
          if (canStand(key)) halves.set(key, (halves.get(key) ?? new Set()).add(half));
        }
}

const rows = (half: "am" | "pm"): string =>
  [...halves]
    .filter(([, own]) => own.size === 1 && own.has(half))
    .map(([key]) => key)
    .sort()
    .join(" ");

writeFileSync(
  new URL("../../src/text/half-day-words.ts", import.meta.url),
  [
    "/**",
    " * Words for the first and the second half of the day in the languages of the CLDR, in full and short, as `periodKey` writes words. Written by",
    " * `scripts/lab/half-day-words.ts`.",
    " */",
    "// biome-ignore format: generated",
    "export const halfDayWords = {",
    `  am: ${JSON.stringify(rows("am"))},`,
    `  pm: ${JSON.stringify(rows("pm"))},`,
    "} as const;",
    "",
  ].join("\n"),
);
