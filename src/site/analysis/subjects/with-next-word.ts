import { baseLanguage } from "../../search/forms/forms.ts";
import { endsAsAdjective } from "./agreeing.ts";
import { nominativeOf } from "./nominative.ts";
import { stemKey } from "./word-stem.ts";

/** The same word goes on with a name in at least so many of its texts, and in this share of them. */
const fewestTexts = 3;
const sameShare = 0.6;

/** Both words are met in at least so many cases: a verb behind a surname has none. */
const fewestCases = 2;

/** So much behind a name is looked at, in UTF-16 units. */
const looked = 30;

/**
 * A name that is an adjective together with the small word which goes on with it in most of its texts, in the nominative: `Старый порт` of `Старом` and
 * `Старого`. Undefined in other languages than Russian and Ukrainian, and where nothing or now this, now that goes on.
 */
export function withNextWord(forms: readonly string[], texts: readonly string[], language: string): string | undefined {
  const spoken = baseLanguage(language);
  if ((spoken !== "ru" && spoken !== "uk") || !forms.every(endsAsAdjective)) return undefined;
  const byStem = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const found = firstWith(text, forms);
    if (found === undefined) continue;
    const stem = stemKey(found.behind, spoken);
    const counts = byStem.get(stem) ?? new Map<string, number>();
    const whole = `${found.form} ${found.behind}`;
    byStem.set(stem, counts.set(whole, (counts.get(whole) ?? 0) + 1));
  }
  const sizeOf = (counts: ReadonlyMap<string, number>): number =>
    [...counts.values()].reduce((sum, own) => sum + own, 0);
  const [most] = [...byStem.values()].sort((one, other) => sizeOf(other) - sizeOf(one));
  if (most === undefined || sizeOf(most) < Math.max(fewestTexts, texts.length * sameShare)) return undefined;
  const spellings = [...most].sort(([, one], [, other]) => other - one).map(([spelling]) => spelling);
  // `Лесковский сказал` does not go through the cases.
  if (new Set(spellings.map((spelling) => spelling.split(" ")[0])).size < fewestCases) return undefined;
  return (
    nominativeOf({ forms: spellings, language: spoken }, { kin: () => [], firstNames: () => new Set() }) ?? spellings[0]
  );
}

/** The first spelling of a name that a word of small letters follows in a text. */
function firstWith(
  text: string,
  forms: readonly string[],
): { readonly form: string; readonly behind: string } | undefined {
  for (const form of forms) {
    const at = text.indexOf(`${form} `);
    const behind =
      at < 0 ? undefined : /^ (\p{Ll}{3,})/u.exec(text.slice(at + form.length, at + form.length + looked))?.[1];
    if (behind !== undefined) return { form, behind };
  }
  return undefined;
}
