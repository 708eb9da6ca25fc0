import type { Corpus } from "../corpus.ts";

/** So many of the words that the most texts have are function words, by which a name inside a sentence is mostly followed. */
const functionWords = 100;
/** Such a word stands in at least this share of the texts. */
const functionShare = 0.05;
/** A function word follows many different words: not one of them in this share of its uses, as `House` stands before `of Commons`. */
const sameNeighbour = 0.4;
/** An adjective is followed by a function word or the end of a clause in at most this share of its uses. */
const openShare = 0.2;
/** Fewer uses tell nothing. */
const fewestUses = 3;
/** In fewer texts what recurs is too little to tell anything. */
const fewestTexts = 50;

/** Whether texts are so many that the uses of a word in them tell what it is. */
export function hasEnoughTexts({ size }: Corpus): boolean {
  return size >= fewestTexts;
}

/**
 * Whether a capitalised word, by its index in `Corpus.keys`, names nothing by itself, as an adjective does, which other words
 * nearly always follow (`Soviet people`, `Вооружённые силы`), or a common noun cut from longer names, which the texts also write
 * small (`the Charter` of `the UN Charter`). Told by its uses all over the texts, from no list of words.
 */
export function bareWords(corpus: Corpus): (word: number) => boolean {
  if (!hasEnoughTexts(corpus)) return () => false;
  const isFunction = functionWordsOf(corpus);
  const uses = new Map<number, { all: number; open: number; ending: number; small: number }>();
  for (let text = 0; text < corpus.size; text += 1) {
    for (const { forms, free } of corpus.runsOf(text)) {
      for (let at = free; at < forms.length; at += 1) {
        const [before, form, after] = [-1, 0, 1].map((step) => corpus.forms[forms[at + step] ?? -1]);
        if (form === undefined) continue;
        const own = uses.get(form.word) ?? { all: 0, open: 0, ending: 0, small: 0 };
        uses.set(form.word, own);
        if (form.letters !== "capital") {
          own.small += 1;
          continue;
        }
        own.all += 1;
        if (before?.letters === "capital" && after?.letters !== "capital") own.ending += 1;
        const isLast = after === undefined || (after.letters !== "capital" && isFunction(after.word));
        if (isLast || /['’]s?$/u.test(form.text)) own.open += 1;
      }
    }
  }
  return (word) => {
    const own = uses.get(word);
    if (own === undefined || own.all < fewestUses) return false;
    return own.open <= own.all * openShare || (own.small > 0 && own.ending > 0);
  };
}

function functionWordsOf(corpus: Corpus): (word: number) => boolean {
  const spread = corpus.spread();
  const commonest = [...spread.keys()]
    .filter((word) => (spread[word] ?? 0) >= corpus.size * functionShare)
    .sort((one, other) => (spread[other] ?? 0) - (spread[one] ?? 0))
    .slice(0, functionWords);
  const neighbours = new Map(commonest.map((word) => [word, { all: 0, before: new Map<number, number>() }]));
  for (let text = 0; text < corpus.size; text += 1) {
    let before = -1;
    corpus.forEachWord(text, (word) => {
      const own = neighbours.get(word);
      if (own !== undefined) {
        own.all += 1;
        if (before >= 0) own.before.set(before, (own.before.get(before) ?? 0) + 1);
      }
      before = word;
    });
  }
  return (word) => {
    const own = neighbours.get(word);
    return own !== undefined && most(own.before) < own.all * sameNeighbour;
  };
}

function most(counts: ReadonlyMap<number, number>): number {
  let highest = 0;
  for (const count of counts.values()) highest = Math.max(highest, count);
  return highest;
}
