import { fold } from "../forms/fold.ts";
import { nameKeys, skeletonsOf } from "./same-name.ts";
import { type SpellingFiles, type SpellingRow, type SpellingRows, spellingFileOf } from "./spelling-files.ts";

/** A form of an index as texts spell it. */
export interface SpelledForm {
  readonly form: string;
  /** How many posts hold it. */
  readonly posts: number;
  /** How often each spelling with a capital, or of letters without capitals, stands in texts. */
  readonly capital: ReadonlyMap<string, number>;
  /** How often it stands there without. */
  readonly small: number;
}

/** A text as its words stand in it, and for each word the forms it is looked up under, as numbers of `forms`. */
export interface SpelledText {
  readonly spelled: readonly string[];
  readonly numbers: readonly (readonly number[])[];
}

/** How texts spell the forms that may be names. */
export function spelledForms(
  texts: readonly SpelledText[],
  forms: readonly { readonly form: string; readonly texts: number }[],
): readonly SpelledForm[] {
  const counts = forms.map(() => ({ capital: new Map<string, number>(), small: 0 }));
  for (const { spelled, numbers } of texts) {
    for (let place = 0; place < spelled.length; place += 1) {
      const word = spelled[place] ?? "";
      const isCapital = name.test(word);
      for (const number of numbers[place] ?? []) {
        const own = counts[number];
        if (own === undefined) continue;
        if (isCapital) own.capital.set(word, (own.capital.get(word) ?? 0) + 1);
        else own.small += 1;
      }
    }
  }
  return forms.flatMap(({ form, texts: posts }, number) => {
    const own = counts[number];
    return own === undefined || own.capital.size === 0 ? [] : [{ form, posts, ...own }];
  });
}

/** A word with a capital, or of Arabic or Devanagari letters, which have none. */
const name =
  /^(?:\p{Script=Devanagari}[\p{Script=Devanagari}\p{M}]{2,}|\p{Lu}[\p{L}\p{M}'’ʼ]{2,}|\p{Script=Arabic}[\p{Script=Arabic}\p{M}\u200C]{3,})$/u;

/** More spellings of one form than this say nothing new. */
const mostSpellings = 5;

/**
 * The names among the forms of all bundles, filed under the consonants that other spellings of theirs share. A name is what stands mostly
 * with a capital: no list of names is needed, and the words of a language stay out.
 */
export function spellingTable(bundles: readonly (readonly SpelledForm[])[]): readonly SpellingRows[] {
  const rows = [...merged(bundles).values()].flatMap(({ form, posts, capital, small }) => {
    const count = [...capital.values()].reduce((sum, each) => sum + each, 0);
    return count < small ? [] : [{ posts, spellings: spellingsOf(form, capital) }];
  });
  const filed = rows.flatMap(({ posts, spellings }) =>
    [...new Set(spellings.flatMap((spelling) => skeletonsOf(nameKeys(spelling), true)))].map((skeleton) => ({
      skeleton,
      row: [posts, ...spellings] satisfies SpellingRow,
    })),
  );
  const files = Array.from({ length: Math.ceil(filed.length / rowsAFile) }, () => new Map<string, SpellingRow[]>());
  for (const { skeleton, row } of filed) {
    const file = files[spellingFileOf(skeleton, files.length)];
    const known = file?.get(skeleton) ?? [];
    file?.set(skeleton, known);
    known.push(row);
  }
  return files.map((file) => Object.fromEntries([...file].sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** How a table is kept. */
export function spellingFilesOf(table: readonly SpellingRows[]): SpellingFiles {
  const arabic = table.some((rows) =>
    Object.values(rows).some((each) => each.some(([, spelling]) => /^\p{Script=Arabic}/u.test(spelling ?? ""))),
  );
  return { count: table.length, arabic };
}

/** Some 2 kB. */
const rowsAFile = 75;

function merged(bundles: readonly (readonly SpelledForm[])[]): ReadonlyMap<string, SpelledForm> {
  const forms = new Map<string, SpelledForm>();
  for (const next of bundles.flat()) {
    const known = forms.get(next.form);
    const capital = new Map(known?.capital);
    for (const [spelling, count] of next.capital) capital.set(spelling, (capital.get(spelling) ?? 0) + count);
    forms.set(next.form, {
      form: next.form,
      posts: (known?.posts ?? 0) + next.posts,
      capital,
      small: (known?.small ?? 0) + next.small,
    });
  }
  return forms;
}

/** The commonest spellings of a form, one for each of its words; the form itself first where it is a word. */
function spellingsOf(form: string, capital: ReadonlyMap<string, number>): readonly string[] {
  const words = new Map<string, string>();
  const commonest = [...capital].sort(([one, count], [other, more]) => more - count || (one < other ? -1 : 1));
  for (const [spelling] of commonest) {
    const folded = fold(spelling);
    if (!words.has(folded)) words.set(folded, spelling);
  }
  const [own, ...others] = [words.get(form), ...words.values()];
  const all = own === undefined ? others : [own, ...others.filter((each) => each !== own)];
  return all.slice(0, mostSpellings);
}
