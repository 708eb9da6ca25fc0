/**
 * Writes `src/site/analysis/subjects/known-names.ts`: first names from the package `@faker-js/faker`, and cities from the time zones of the CLDR,
 * by language. Run it after one of them is updated: `npx tsx scripts/lab/known-names.ts`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import * as faker from "@faker-js/faker";
import { fold } from "../../src/site/search/forms/fold.ts";

/** Languages that write names with capitals, by their code and the locale of the package. */
const locales = {
  cs: faker.cs_CZ,
  da: faker.da,
  de: faker.de,
  el: faker.el,
  en: faker.en,
  es: faker.es,
  fi: faker.fi,
  fr: faker.fr,
  hr: faker.hr,
  hu: faker.hu,
  id: faker.id_ID,
  it: faker.it,
  lv: faker.lv,
  mk: faker.mk,
  nb: faker.nb_NO,
  nl: faker.nl,
  pl: faker.pl,
  pt: faker.pt_BR,
  ro: faker.ro,
  ru: faker.ru,
  sk: faker.sk,
  sr: faker.sr_RS_latin,
  sv: faker.sv,
  tr: faker.tr,
  uk: faker.uk,
  uz: faker.uz_UZ_latin,
};

const main = new URL("main/", import.meta.resolve("cldr-dates-full/package.json"));

/** Names of two letters are other words too. */
const shortest = 3;

function firstNamesOf({ person }: faker.LocaleDefinition): readonly string[] {
  const { generic = [], female = [], male = [] } = person?.first_name ?? {};
  const names = [...generic, ...female, ...male].filter((name) => /^\p{Lu}[\p{L}'’-]+$/u.test(name));
  return listed(names.map(fold).filter((name) => name.length >= shortest));
}

/** As they are written; a zone whose name tells no city of the language is left out. */
function citiesOf(language: string): readonly string[] {
  const locale = language === "nb" ? "no" : language;
  const text = readFileSync(new URL(`${locale}/timeZoneNames.json`, main), "utf8");
  const cities: string[] = [];
  JSON.parse(text, (key, value: { readonly exemplarCity?: string }) => {
    const { exemplarCity } = key === "Unknown" ? {} : value;
    if (exemplarCity !== undefined) cities.push(exemplarCity);
    return value;
  });
  // The CLDR leaves out what English calls as the zone is called. Zones of seas and poles are islands and stations.
  const zones = language === "en" ? Intl.supportedValuesOf("timeZone") : [];
  const named = zones.flatMap((zone) => /^(?:Africa|America|Asia|Australia|Europe)\/([^/]+)$/u.exec(zone)?.[1] ?? []);
  const names = [...cities, ...named.map((name) => name.replaceAll("_", " "))];
  return listed(names.filter((name) => /^\p{Lu}\p{Ll}[\p{L}' -]+$/u.test(name)));
}

function listed(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}

/** An exported constant: a list for each language. */
function table(
  name: string,
  means: string,
  listOf: (language: string, own: faker.LocaleDefinition) => readonly string[],
): string {
  const rows = Object.entries(locales).map(
    ([language, own]) => `  ${language}: ${JSON.stringify(listOf(language, own).join(","))},`,
  );
  return `/** ${means} */
// biome-ignore format: generated
export const ${name}: Readonly<Record<string, string>> = {
${rows.join("\n")}
};
`;
}

const tables = [
  table(
    "firstNames",
    "First names as `fold` folds them, by language, parted by commas: from the package `@faker-js/faker`, by `scripts/lab/known-names.ts`.",
    (_, own) => firstNamesOf(own),
  ),
  table(
    "cities",
    "Cities as each language writes them, by language, parted by commas: those that the CLDR calls time zones by; by the same script.",
    citiesOf,
  ),
];
writeFileSync(new URL("../../src/site/analysis/subjects/known-names.ts", import.meta.url), tables.join("\n"));
