/** How a language inflects its words: data, so that a reader of an archive loads it for the languages of that archive alone. */
export interface Inflection {
  /**
   * `light`: of one list the longest ending goes, and the word itself stands first. `words`: every cut that the lists allow is tried, the
   * deepest first, and what is left is a word of its own as a rule (`maktablarda`, `maktab`). `parts`: the same, but what is left is hardly
   * ever a word (`ქალაქში`, `ქალაქ-`).
   */
  readonly stems: "light" | "words" | "parts";
  /**
   * Lists of endings, folded, from the end of a word inwards, parted by ` | `; of each list a word has one ending or none.
   * `es>a`: `a` stands in the place of `es`. `2en`: of the doubled consonant before it one goes, `bommen`, `bom`. `~en`: the vowel of the
   * syllable that it leaves is doubled, `boten`, `boot`.
   */
  readonly endings: string;
  /** A list of beginnings with what stands in their place, as in `watoto`, `mtoto`. */
  readonly beginnings?: string;
}

/** By the language, as BCP 47 tags begin. */
export type Inflections = Readonly<Record<string, Inflection>>;

/** The stems that a folded word may have by the lists of its language, the word itself among them. */
export function inflectedStems(word: string, inflection: Inflection): readonly string[] {
  const lists = listsOf(inflection);
  if (inflection.stems === "light") {
    const [longest] = cutsOf(word, lists.endings[0]);
    return longest === undefined || longest === word ? [word] : [word, longest];
  }
  const cuts = new Map([[word, 0]]);
  for (const stem of begunOtherwise(word, lists.beginnings)) cuts.set(stem, 1);
  for (const list of lists.endings) {
    for (const [stem, number] of [...cuts]) {
      for (const cut of cutsOf(stem, list)) cuts.set(cut, Math.max(cuts.get(cut) ?? 0, number + 1));
    }
  }
  const deepestFirst = [...cuts].sort(([, one], [, other]) => other - one).map(([stem]) => stem);
  return deepestFirst.length <= mostStems ? deepestFirst : [...deepestFirst.slice(0, mostStems - 1), word];
}

/** Whether the lists of a language are in the letters that a folded word is in. */
export function isWrittenAlike(word: string, inflection: Inflection): boolean {
  const { letters } = listsOf(inflection);
  return letters.test(word);
}

const mostStems = 8;

/** Letters that a stem keeps: a letter of India is a syllable. */
function leastStem(word: string): number {
  return word < "\u0900" ? 3 : 2;
}

/** An ending, or a beginning. */
interface Affix {
  readonly text: string;
  readonly instead: string;
  /** See `Inflection.endings`. */
  readonly mark: string;
}

/** The affixes of a list by their last letter, which is all that most words have in common with them. */
type Affixes = ReadonlyMap<string, readonly Affix[]>;

interface Lists {
  readonly endings: readonly Affixes[];
  readonly beginnings: readonly Affix[];
  readonly letters: RegExp;
}

const known = new WeakMap<Inflection, Lists>();

function listsOf(inflection: Inflection): Lists {
  const { endings, beginnings = "" } = inflection;
  const found = known.get(inflection) ?? {
    endings: endings.split(" | ").map((list) => byLastLetter(affixesIn(list))),
    beginnings: affixesIn(beginnings),
    letters: scriptsOf(endings),
  };
  known.set(inflection, found);
  return found;
}

function affixesIn(list: string): readonly Affix[] {
  return [...list.matchAll(/(?<mark>[2~]?)(?<text>[^\s>]+)(?:>(?<instead>\S+))?/gu)].map(({ groups }) => ({
    text: groups?.text ?? "",
    instead: groups?.instead ?? "",
    mark: groups?.mark ?? "",
  }));
}

function byLastLetter(affixes: readonly Affix[]): Affixes {
  const lists = new Map<string, Affix[]>();
  // The longest first, those of one length as they are listed.
  for (const affix of affixes.toSorted((one, other) => other.text.length - one.text.length)) {
    const last = affix.text.at(-1) ?? "";
    const alike = lists.get(last) ?? [];
    lists.set(last, alike);
    alike.push(affix);
  }
  return lists;
}

const scripts = "Latin Cyrillic Greek Georgian Armenian Devanagari Bengali Gujarati Tamil".split(" ");

/** Words of the scripts that endings are written in. */
function scriptsOf(endings: string): RegExp {
  const own = scripts.map((script) => `\\p{Script=${script}}`).filter((each) => new RegExp(each, "u").test(endings));
  return new RegExp(`^[${own.join("")}\\p{M}]+$`, "u");
}

function cutsOf(word: string, affixes: Affixes = new Map()): readonly string[] {
  return (affixes.get(word.at(-1) ?? "") ?? []).flatMap((affix) => {
    if (!word.endsWith(affix.text)) return [];
    const cut = withoutEnding(word.slice(0, word.length - affix.text.length), affix);
    return cut === undefined || cut.length < leastStem(cut) || cut === word ? [] : [cut];
  });
}

function withoutEnding(stem: string, { instead, mark }: Affix): string | undefined {
  if (mark === "") return stem + instead;
  const [, before, doubled, after = ""] = (mark === "2" ? twice : open).exec(stem + instead) ?? [];
  return doubled === undefined ? undefined : before + doubled + (after && doubled + after);
}

/** A consonant that is written twice. */
const twice = /^(.*)([^aeiou])\2$/u;
/** A vowel, written once, before a consonant. */
const open = /^(.*[^aeiou]|)([aeou])([^aeiou])$/u;

function begunOtherwise(word: string, beginnings: readonly Affix[]): readonly string[] {
  return beginnings.flatMap(({ text, instead }) => {
    const stem = instead + word.slice(text.length);
    return word.startsWith(text) && stem.length >= leastStem(stem) ? [stem] : [];
  });
}
