import { fold } from "../search/forms/fold.ts";
import { isSameName, type NameKeys, nameKeys, skeletonsOf } from "../search/spellings/same-name.ts";
import { type SpellingFiles, type SpellingRows, spellingFileOf } from "../search/spellings/spelling-files.ts";

/*
 * Looks other spellings of a name up. A program of its own, which the search page loads when an answer is shown.
 */

/** Another spelling of a name, and in how many posts it stands. */
export interface OtherSpelling {
  readonly spelling: string;
  readonly posts: number;
}

/** What the spellings are looked up in. */
export interface OpenSpellings extends SpellingFiles {
  load(number: number): Promise<SpellingRows>;
  /** The forms that a folded word may be looked up under: what shares one is found already. */
  formsOf(folded: string): readonly string[];
}

/** More than these do not help. */
const mostOffered = 5;

/** How else the archive spells what was typed, the spellings of most posts first; never what a search for it finds itself. */
export async function otherSpellings(typed: string, files: OpenSpellings): Promise<readonly OtherSpelling[]> {
  const own = nameKeys(typed);
  const near = await spelledAs(own, files);
  // `Selenskyj` and `Zelensky` are both ways to write `Зеленский`, and alike in no other.
  const between = near
    .map(({ spelling }) => nameKeys(spelling))
    .filter((keys) => own.isLatin && !keys.isLatin && keys.arabic === undefined);
  const far = await Promise.all(between.map((keys) => spelledAs(keys, files)));
  const forms = new Set(files.formsOf(fold(typed)));
  const offered = new Map<string, OtherSpelling>();
  for (const found of [...near, ...far.flat()]) {
    const folded = fold(found.spelling);
    const isFound = files.formsOf(folded).some((form) => forms.has(form));
    if (!isFound && (offered.get(folded)?.posts ?? 0) < found.posts) offered.set(folded, found);
  }
  return [...offered.values()].sort((one, other) => other.posts - one.posts).slice(0, mostOffered);
}

/** The names of the archive that are the same as a name. */
async function spelledAs(name: NameKeys, { count, arabic, load }: OpenSpellings): Promise<readonly OtherSpelling[]> {
  if (count === 0) return [];
  const rows = await Promise.all(
    skeletonsOf(name, arabic).map(async (skeleton) => (await load(spellingFileOf(skeleton, count)))[skeleton] ?? []),
  );
  return rows.flat().flatMap(([posts, ...spellings]) => {
    const spelling = spellings.find((each) => isSameName(name, nameKeys(each)));
    return spelling === undefined ? [] : [{ spelling, posts }];
  });
}
