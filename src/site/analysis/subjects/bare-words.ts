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
/** A word is cut from longer names where at least this share of its uses follows a name and a genitive, or goes before them: `House of Commons`. */
const framedShare = 0.9;
const fewestFramed = 2;
/** What joins the words of a name as a genitive. */
const genitives: ReadonlySet<string> = new Set("of de du des del della delle di do da dos van".split(" "));
/** In fewer texts what recurs is too little to tell anything. */
const fewestTexts = 50;

/** Whether texts are so many that the uses of a word in them tell what it is. */
export function hasEnoughTexts({ size }: Corpus): boolean {
  return size >= fewestTexts;
}

/**
 * Whether a capitalised word, by its index in `Corpus.keys`, names nothing by itself, as an adjective does, which other words
 * nearly always follow (`Soviet people`, `Вооружённые силы`), a common noun cut from longer names, which the texts also write
 * small (`the Charter` of `the UN Charter`), or one that a genitive always joins to the rest of its name (`House of Commons`). Told by its uses all over the texts, from no list of names.
 */
export function bareWords(corpus: Corpus): (word: number) => boolean {
  if (!hasEnoughTexts(corpus)) return () => false;
  const isFunction = functionWordsOf(corpus);
  const uses = new Map<number, { all: number; open: number; ending: number; small: number; framed: number }>();
  for (let text = 0; text < corpus.size; text += 1) {
    for (const { forms, free } of corpus.runsOf(text)) {
      for (let at = free; at < forms.length; at += 1) {
        const [before, form, after] = [-1, 0, 1].map((step) => corpus.forms[forms[at + step] ?? -1]);
        if (form === undefined) continue;
        const own = uses.get(form.word) ?? { all: 0, open: 0, ending: 0, small: 0, framed: 0 };
        uses.set(form.word, own);
        if (form.letters !== "capital") {
          own.small += 1;
          continue;
        }
        own.all += 1;
        if (isFramed(forms, at, corpus)) own.framed += 1;
        if (before?.letters === "capital" && after?.letters !== "capital") own.ending += 1;
        const isLast = after === undefined || (after.letters !== "capital" && isFunction(after.word));
        if (isLast || /['’]s?$/u.test(form.text)) own.open += 1;
      }
    }
  }
  return (word) => {
    const own = uses.get(word);
    if (own === undefined) return false;
    if (own.all >= fewestFramed && own.framed >= own.all * framedShare) return true;
    if (own.all < fewestUses) return false;
    return own.open <= own.all * openShare || (own.small > 0 && own.ending > 0);
  };
}

/** Whether a genitive stands between this word of a run and another with a capital, before it or behind it. */
function isFramed(forms: readonly number[], at: number, corpus: Corpus): boolean {
  return [-1, 1].some((step) => {
    const [between, other] = [corpus.forms[forms[at + step] ?? -1], corpus.forms[forms[at + 2 * step] ?? -1]];
    return between !== undefined && genitives.has(between.text) && other?.letters === "capital";
  });
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
