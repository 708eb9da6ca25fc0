import { baseLanguage } from "../../search/forms/forms.ts";
import type { FoundNames } from "./names.ts";
import { stemKey } from "./word-stem.ts";

/** Two regional indicator letters: the flag of the country, or the union, with that code. */
const flagPattern = /[\u{1F1E6}-\u{1F1FF}]{2}/gu;

const firstIndicator = 0x1f1e6;

/** The countries whose flags stand in texts, named in a language by `Intl.DisplayNames`. Codes that no country has are left out. */
export function countriesIn(texts: readonly string[], language: string): readonly FoundNames[] {
  const labelOf = labelsIn(language);
  const places = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    for (const flag of new Set(text.match(flagPattern))) {
      const own = places.get(flag) ?? [];
      places.set(flag, own);
      own.push(place);
    }
  }
  return [...places].flatMap(([flag, own]) => {
    const label = labelOf(codeOf(flag));
    return label === undefined || own.length < fewestPosts ? [] : [{ label, forms: [flag], places: own }];
  });
}

/** A flag of one post is an ornament of that post. */
const fewestPosts = 2;

/** What a name of the CLDR is of: a country, a part of the world, or a union of states. */
export interface KnownRegion {
  /** In the language of the archive. */
  readonly label: string;
  readonly kind: "country" | "place" | "organisation";
}

/**
 * Makes what tells the country, part of the world or union of states that a name is of, in the language of the archive: `Россия` and `Russia` are one,
 * `Russian` too. `languages` are those of the posts; a name is known where CLDR writes it so in one of them, in any case of a language with cases.
 */
export function regionNames(
  languages: readonly string[],
  language: string,
): (name: string, language: string) => KnownRegion | undefined {
  const own = labelsIn(language);
  const known = new Map<string, KnownRegion>();
  for (const each of languages.filter((tag) => tag !== "und")) {
    const named = new Map<string, KnownRegion | undefined>();
    for (const style of ["long", "short"] as const) {
      const names = new Intl.DisplayNames([each, "en"], { type: "region", fallback: "none", style });
      for (const code of regionCodes()) {
        const [name, label] = [names.of(code), own(code)];
        if (name === undefined || label === undefined) continue;
        const region = { label, kind: kindOf(code) };
        const english =
          baseLanguage(each) === "en" ? [...adjectivesOf(name), ...(otherNames[code]?.split(",") ?? [])] : [];
        for (const spelling of [name, ...english]) {
          const key = stemKey(spelling, each);
          // `Nigerian` is of Nigeria and of Niger.
          const same = named.get(key);
          named.set(key, named.has(key) && same?.label !== label ? undefined : region);
        }
      }
    }
    for (const [key, region] of named) if (region !== undefined && !known.has(key)) known.set(key, region);
  }
  return (name, language) => known.get(stemKey(name, language));
}

/** What English may call what is of a country: not all are words, and of those that are not, none is found. */
function adjectivesOf(name: string): readonly string[] {
  if (name.length < 4 || !/^\p{L}+$/u.test(name)) return [];
  const stem = name.replace(/[aey]$/u, "");
  const of = /a$/u.test(name) ? [`${name}n`, `${stem}ese`] : [`${stem}ian`, `${stem}an`, `${stem}ean`, `${stem}ese`];
  const all = /y$/u.test(name) ? [...of, stem] : /[nlqt]$/u.test(name) ? [...of, `${name}i`] : of;
  return all.flatMap((each) => [each, `${each}s`]);
}

/** What English calls countries and what is of them beside that: adjectives and people of other stems, short forms, names in full. */
const otherNames: Readonly<Record<string, string>> = {
  AE: "UAE,Emirati,Emiratis",
  AF: "Afghan,Afghans",
  AR: "Argentine,Argentines",
  BD: "Bangladeshi,Bangladeshis",
  BY: "Belarusian,Belarusians,Byelorussia,Byelorussian,Byelorussians",
  CH: "Swiss",
  CY: "Cypriot,Cypriots",
  CZ: "Czech,Czechs,Czech Republic",
  DK: "Danish,Dane,Danes",
  ES: "Spanish,Spaniard,Spaniards",
  EU: "EU",
  FI: "Finnish,Finn,Finns",
  FR: "French,Frenchman,Frenchmen",
  GB: "Britain,Great Britain,British,Briton,Britons",
  GR: "Greek,Greeks",
  HR: "Croat,Croats",
  IE: "Irish",
  IS: "Icelandic,Icelander,Icelanders",
  KG: "Kyrgyz",
  KP: "DPRK,North Korean,North Koreans",
  KR: "Republic of Korea,South Korean,South Koreans",
  KZ: "Kazakh,Kazakhs",
  MM: "Burma,Burmese",
  NL: "Dutch,Dutchman,Holland",
  NO: "Norwegian,Norwegians",
  NZ: "New Zealander,New Zealanders",
  PE: "Peruvian,Peruvians",
  PH: "Filipino,Filipinos,Philippine",
  PL: "Polish,Pole,Poles",
  PT: "Portuguese",
  RS: "Serb,Serbs",
  RU: "Russian Federation",
  SA: "Saudi,Saudis",
  SE: "Swedish,Swede,Swedes",
  SI: "Slovene,Slovenes",
  SK: "Slovak,Slovaks",
  TH: "Thai,Thais",
  TJ: "Tajik,Tajiks",
  TM: "Turkmen,Turkmens",
  TR: "Turkey,Turkish,Turk,Turks",
  US: "USA,American,Americans",
  UZ: "Uzbek,Uzbeks",
};

function kindOf(code: string): KnownRegion["kind"] {
  return unions.has(code) ? "organisation" : /^\d/u.test(code) ? "place" : "country";
}

/** The European Union, the Eurozone and the United Nations. */
const unions: ReadonlySet<string> = new Set(["EU", "EZ", "UN"]);

/** Names countries in a language: `Hong Kong` rather than its name in full, and `United States` rather than `US`. */
function labelsIn(language: string): (code: string) => string | undefined {
  const options = { type: "region", fallback: "none" } as const;
  const names = new Intl.DisplayNames([language, "en"], options);
  const short = new Intl.DisplayNames([language, "en"], { ...options, style: "short" });
  return (code) => {
    const name = short.of(code);
    return name === undefined || name.length > 3 ? name : names.of(code);
  };
}

/** Codes of countries, two letters that are not left to private use; of parts of the world, three figures (UN M49); and of unions of states. */
function regionCodes(): readonly string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const countries = letters.flatMap((first) => letters.map((second) => first + second));
  const parts = Array.from({ length: 498 }, (_, index) => `${index + 2}`.padStart(3, "0"));
  return [...countries.filter((code) => !/^(?:X[^K]|Q[M-Z]|ZZ|AA)$/u.test(code)), ...parts];
}

function codeOf(flag: string): string {
  return [...flag].map((sign) => String.fromCharCode(65 + (sign.codePointAt(0) ?? 0) - firstIndicator)).join("");
}
