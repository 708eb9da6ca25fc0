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
  /** Letters of a script without blanks come in pairs; `letter` is the last of a run, and the run itself where it has but one. */
  readonly kind: "word" | "pair" | "letter";
}

/**
 * The words of a text in order. Scripts that set no blanks between words (Chinese, Japanese, Thai) and Korean, which
 * sets them elsewhere than its readers, are cut into overlapping pairs of letters, the last letter alone: the usual way
 * of finding words of theirs without a dictionary, and one that browsers cannot differ in as they do in `Intl.Segmenter`.
 */
export function searchWords(text: string): readonly Word[] {
  const words: Word[] = [];
  let place = 0;
  const add = (start: number, end: number, at: number, places: number, kind: Word["kind"]): void => {
    const folded = fold(text.slice(start, end));
    if (folded !== "") words.push({ folded, start, end, place: at, places, kind });
  };
  const addRun = (run: RegExpExecArray, start: number): void => {
    if (run.groups?.unspaced !== undefined) {
      const letters = [...run[0].matchAll(/\P{M}\p{M}*/gu)];
      for (const [index, letter] of letters.entries()) {
        const next = letters[index + 1];
        const end = next === undefined ? letter.index + letter[0].length : next.index + next[0].length;
        add(start + letter.index, start + end, place, 1, next === undefined ? "letter" : "pair");
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
  for (const found of text.matchAll(wordLike)) {
    // Most words are of such letters alone: a fifth of the time.
    if (plain.test(found[0])) {
      add(found.index, found.index + found[0].length, place, 1, "word");
      place += 1;
    } else for (const run of found[0].matchAll(runs)) addRun(run, found.index + run.index);
  }
  return words;
}

/** Stretches that hold words: letters, digits and what may join them. */
const wordLike = /[\p{L}\p{N}\p{M}\u00AD\u200C-\u200D'’ʼ]+/gu;

/** A word of plain letters without a capital after a small one. */
const plain = /^[A-ZА-Я0-9]*[a-zа-яё0-9]*$/u;

const unspaced =
  "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";

/** Runs of letters without blanks, or words: letters and digits, joined by joiners and apostrophes. */
const runs = new RegExp(
  `(?<unspaced>(?:[${unspaced}ー]\\p{M}*)+)|(?:(?![${unspaced}])[\\p{L}\\p{N}][\\p{M}\\u200C\\u200D\\u00AD]*)+(?:['’ʼ](?:(?![${unspaced}])[\\p{L}][\\p{M}\\u200C\\u200D\\u00AD]*)+)*`,
  "gu",
);

interface Part {
  readonly index: number;
  readonly text: string;
}

/** The words in `HistoryOfDiplomacy` or `l’homme`; a plain word is its own and only part. */
function partsOf(run: string): readonly Part[] {
  const bare = run.replace(/['’]s$/iu, "");
  const seams = /(?<=\p{Ll})(?=\p{Lu}\p{Ll})|(?<=^\p{Script=Latin}{1,2}['’])(?=\p{L})/gu;
  const cuts = [0, ...[...bare.matchAll(seams)].map((seam) => seam.index), bare.length];
  return cuts.slice(1).map((end, index) => ({ index: cuts[index] ?? 0, text: bare.slice(cuts[index], end) }));
}
