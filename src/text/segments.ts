const segmenter = new Intl.Segmenter("und", { granularity: "word" });

const letters = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
/** A letter of a script that sets no blanks between words. */
export const unspaced = new RegExp(`[${letters}]`, "u");

/**
 * The segmenter looks through the whole of such a run for the words of its dictionary, so that its time grows with the square of the run. No
 * sentence has a longer one; a run that goes on is parted, wherever that falls. In letters.
 */
const longestRun = 500;
const runs = new RegExp(`[${letters}]{1,${longestRun}}`, "gu");

/** The parts of a text between which words start and end, in order, by `Intl.Segmenter`; `isWord` where a part is a word. */
export function* segmentsOf(text: string): Generator<{ readonly segment: string; readonly isWord: boolean }> {
  let from = 0;
  for (const { 0: run, index } of text.matchAll(runs)) {
    const end = index + run.length;
    if (run.length < longestRun) continue;
    yield* parted(text.slice(from, end));
    from = end;
  }
  yield* parted(text.slice(from));
}

function* parted(text: string): Generator<{ readonly segment: string; readonly isWord: boolean }> {
  for (const { segment, isWordLike } of segmenter.segment(text)) yield { segment, isWord: isWordLike === true };
}
