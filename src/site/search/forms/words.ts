import { fold } from "./fold.ts";

/** A word where it stands in a text. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** Which word of the text it is. A name of several words, `HistoryOfDiplomacy`, stands where its first word stands. */
  readonly place: number;
  /** How many places it takes. */
  readonly places: number;
  /**
   * Letters of a script without blanks come in pairs; `letter` is the last of a run, and the run itself where it has but
   * one. `joined`: the parts of a word with hyphens as one, `email` for `e-mail`, of a figure with blanks, `12000` for `12 000`,
   * or of a Persian word with blanks; the parts stand beside it.
   */
  readonly kind: "word" | "pair" | "letter" | "joined";
}

/**
 * The words of a text in order. Scripts that set no blanks between words (Chinese, Japanese, Thai) and Korean, which
 * sets them elsewhere than its readers, are cut into overlapping pairs of letters, the last letter alone: the usual way
 * of finding words of theirs without a dictionary, and one that browsers cannot differ in as they do in `Intl.Segmenter`.
 * An emoji is a word that takes no place of its own, so that phrases are read through it.
 */
export function searchWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let place = 0;
  /** The words that hyphens have joined so far; of a row that is too long, only its end. */
  let chain: readonly Word[] = [];
  const add = (start: number, end: number, at: number, places: number, kind: Word["kind"], own?: string): void => {
    const folded = own ?? fold(text.slice(start, end));
    if (folded !== "") words.push({ folded, start, end, place: at, places, kind });
  };
  const addRun = (run: RegExpExecArray, start: number): void => {
    if (run.groups?.unspaced !== undefined) {
      const letters = [...run[0].matchAll(letter)];
      for (const [index, each] of letters.entries()) {
        const next = letters[index + 1];
        const end = next === undefined ? each.index + each[0].length : next.index + next[0].length;
        add(start + each.index, start + end, place, 1, next === undefined ? "letter" : "pair");
        place += 1;
      }
      return;
    }
    const parts = partsOf(run[0]);
    if (parts.length > 1) add(start, start + run[0].length, place, parts.length, "word");
    for (const part of parts) {
      add(start + part.index, start + part.index + part.text.length, place, 1, "word");
      place += 1;
    }
  };
  /** Follows words that hyphens join. */
  const follow = (before: number): void => {
    const first = words[before];
    const last = chain.at(-1);
    const sign = last !== undefined && first?.start === last.end + 1 ? (text[last.end] ?? "") : "";
    const isThousands = sign === " " && [...chain, first].every(isThreeFigures);
    const isAffix =
      /^[ \u00A0]$/u.test(sign) && (persianPrefix.test(last?.folded ?? "") || persianSuffix.test(first?.folded ?? ""));
    const isJoined = isThousands || isAffix || hyphen.test(sign);
    const added = words.slice(before);
    // Letters of a script without blanks are joined by no hyphen.
    const own = added.every(({ kind }) => kind === "word") ? added.filter(({ places }) => places === 1) : [];
    chain = isJoined ? [...chain.slice(-mostJoined), ...own] : own;
    if (!isJoined || own.length === 0 || chain.length > mostJoined) return;
    if (!isThousands && chain.every((word) => /^\d+$/u.test(word.folded))) return;
    const [start, end] = [chain[0], chain.at(-1)];
    if (start === undefined || end === undefined) return;
    const folded = chain.map((word) => word.folded).join("");
    add(start.start, end.end, start.place, end.place - start.place + 1, "joined", folded);
  };
  for (const found of text.matchAll(wordLike)) {
    const before = words.length;
    const { emoji, joined } = found.groups ?? {};
    const end = found.index + found[0].length;
    if (emoji !== undefined) add(found.index, end, place, 1, "word", fold(emoji.replace(looks, "")));
    else if (joined !== undefined) {
      const sign = /[+#]+$/u.exec(joined)?.[0] ?? "";
      add(found.index, end, place, 1, "word", fold(joined.replace(/[^\p{L}\p{N}]/gu, "")) + sign);
      place += 1;
    } else if (plain.test(found[0])) {
      // Most words are of such letters alone: a fifth of the time.
      add(found.index, end, place, 1, "word");
      place += 1;
    } else for (const run of found[0].matchAll(runs)) addRun(run, found.index + run.index);
    follow(before);
  }
  return words;
}

/** Whether a word may be a part of `12 000 500`: one to three figures at its start, three further on. */
function isThreeFigures(word: Word | undefined, place: number): boolean {
  return word !== undefined && (place === 0 ? /^\d{1,3}$/u : /^\d{3}$/u).test(word.folded);
}

/** More words than this in a row are no word with hyphens. */
const mostJoined = 4;
const hyphen = /[-\u2010\u2011\u05BE]/u;

/** What Persian writes joined, apart, or with a joiner between: `می‌خواهد`, `می خواهد`; `کتاب‌ها`, `کتاب ها`. */
export const persianAffixes = { before: "ن?م[یي]", after: "ها|ها[یي]|ها[یي]ی|هایم|هایش|تر|تر[یي]ن" } as const;
const persianPrefix = new RegExp(`^${persianAffixes.before}$`, "u");
const persianSuffix = new RegExp(`^(?:${persianAffixes.after})$`, "u");

/** What an emoji may look like: as a picture or as a letter, and in which shade of skin. */
const looks = /[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]/gu;

/** Signs that are typed for an apostrophe: `об'єднання`, `об’єднання`, `обʼєднання`, "об`єднання", `oʻzbek`. */
const apostrophes = "'‘’‛ʹ-ˁˈꞋꞌ՚＇`´′‵׳";

/** The mark of a Hebrew abbreviation, mostly typed as a quotation mark: `צה״ל`, `צה"ל`. */
const hebrewQuote = '(?<=\\p{Script=Hebrew})[״"“”](?=\\p{Script=Hebrew})';

const picture = "\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?";

/**
 * Stretches that hold words: emoji and flags; figures with marks between thousands, letters with points after each
 * (`U.S.`) and names such as `C++`, which are one word; else letters, digits and what may join them.
 */
const wordLike = new RegExp(
  [
    `(?<emoji>\\p{RI}\\p{RI}|${picture}(?:\\u200D${picture}){0,9})`,
    "(?<joined>(?<![\\p{L}\\p{N}])(?:\\p{Lu}\\.){2,9}(?![\\p{L}\\p{N}])" +
      "|(?<![\\p{L}\\p{N}.,])[0-9]{1,3}(?:[.,'’\\u00A0\\u2009\\u202F][0-9]{3}){1,6}(?![\\p{L}\\p{N}])" +
      "|(?<![\\p{L}\\p{N}#])\\p{L}{1,2}(?:\\+\\+|#)(?![\\p{L}\\p{N}#+]))",
    `(?:[\\p{L}\\p{N}\\p{M}\\u00AD\\u200C-\\u200D${apostrophes}]|${hebrewQuote})+`,
  ].join("|"),
  "gu",
);

/** A word of plain letters without a capital after a small one. */
const plain = /^[A-ZА-Я0-9]*[a-zа-яё0-9]*$/u;

const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";

/** A letter with its marks, those of half width too (`ｶﾞ`); a syllable of Hangul is one also where it is written in its parts. */
const letter = /(?:[\u1100-\u115F][\u1160-\u11A7][\u11A8-\u11FF]?|\P{M})[\p{M}ﾞﾟ]*/gu;

/** Runs of letters without blanks, or words: letters and digits, joined by joiners and apostrophes. */
const runs = new RegExp(
  `(?<unspaced>(?:[${unspaced}ーｰ][\\p{M}ﾞﾟ]*)+)|${spacedWord("\\p{N}")}(?:(?:[${apostrophes}]|${hebrewQuote})${spacedWord("")})*`,
  "gu",
);

function spacedWord(digits: string): string {
  return `(?:(?![${unspaced}])[\\p{L}${digits}][\\p{M}\\u200C\\u200D\\u00AD]*)+`;
}

const possessive = new RegExp(`[${apostrophes}]s$`, "iu");

/** Before a capital; and after what French, Italian and Catalan elide before a vowel, or the O of Irish names. */
const seams = new RegExp(
  "(?<=\\p{Ll})(?=\\p{Lu}\\p{Ll})" +
    `|(?<=^(?:[cdjlmnstvCDJLMNSTV]|[A-Za-z]{0,4}[Qq]u|[Gg]l|[Uu]n|[A-Za-z]{0,3}ll)[${apostrophes}])` +
    "(?=[aeiouyhAEIOUYHœŒæ\u00C0-\u00FF])" +
    `|(?<=^O[${apostrophes}])(?=\\p{Lu}\\p{Ll})`,
  "gu",
);

interface Part {
  readonly index: number;
  readonly text: string;
}

/**
 * The words in `HistoryOfDiplomacy` or `l’homme`; a plain word is its own and only part. Not every sign after a letter or two ends a word:
 * `qo'shni` is one, and so is `g'arb`.
 */
function partsOf(run: string): readonly Part[] {
  const bare = run.replace(possessive, "");
  const cuts = [0, ...[...bare.matchAll(seams)].map((seam) => seam.index), bare.length];
  return cuts.slice(1).map((end, index) => ({ index: cuts[index] ?? 0, text: bare.slice(cuts[index], end) }));
}
