import { foldArabic } from "../arabic-script.ts";
import type { ScriptTable } from "../languages/script-table.ts";
import { expressionOf, type Observance, observances } from "../observances.ts";
import type { Reader } from "./extractor.ts";
import { after, before, oneOf } from "./words.ts";

/**
 * Observances in a language known by its script, by name beside a greeting or a word that it is today: `امروز روز جهانی زن است`,
 * `国际妇女节快乐`. The day is that of the table, the year is left open; a name alone is left alone.
 */
export function observanceReaderByScript(language: ScriptTable): Reader {
  const fold = language.script === "Arabic" ? foldArabic : (words: string): string => words;
  const [open, close] = language.spacing === "none" ? ["", ""] : [before, after];
  const named = observances.flatMap((observance) =>
    (observance.names[language.code] ?? []).map((name) => ({ name: fold(name), observance })),
  );
  const byName = new Map<string, Observance>(named.map(({ name, observance }) => [name, observance]));
  const name = oneOf(named.map((one) => one.name));
  const pattern = new RegExp(
    [
      `${open}${oneOf(language.greetings ?? [])}[\\s,:]*(?<greeted>${name})${close}`,
      `${open}(?<wished>${name})[\\s,:]*${oneOf(language.wishes ?? [])}${close}`,
    ].join("|"),
    "gu",
  );
  return {
    name: "observances",
    ...(examples[language.code] ?? { example: "", refuses: "" }),
    read: (text) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const observance = byName.get(match.groups?.greeted ?? match.groups?.wished ?? "");
        if (observance === undefined) return [];
        return [
          {
            expression: expressionOf(observance),
            start: match.index,
            end: match.index + match[0].length,
            extractor: "observances",
          },
        ];
      }),
  };
}

const examples: Readonly<Record<string, Pick<Reader, "example" | "refuses">>> = {
  ar: {
    example: foldArabic("كل عام وأنتم بخير بمناسبة عيد العمال"),
    refuses: foldArabic("قبل أيام من اليوم العالمي للمرأة"),
  },
  fa: { example: foldArabic("امروز روز جهانی زن است"), refuses: foldArabic("یک هفته مانده به نوروز") },
  zh: { example: "国庆节快乐", refuses: "国庆节前一周" },
};
