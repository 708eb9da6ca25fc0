import { wordKey } from "../../text/word-key.ts";
import { wordTokens } from "../../text/words.ts";

/** A run of words in a row, as indexes of `Corpus.forms`, with no sign of punctuation between them. */
export interface Run {
  readonly forms: readonly number[];
  /**
   * Index of the first word whose capital letter, if it has one, is a matter of its own: the first word of a sentence bears
   * one anyway, and all words of a headline can.
   */
  readonly free: number;
}

/** A word as it is spelt somewhere. */
export interface WordForm {
  readonly text: string;
  /** Index of the word in `Corpus.keys`: forms of one word share it. */
  readonly word: number;
  readonly letters: "capital" | "small" | "caseless";
}

/** The words of many texts as numbers: reading them once serves all that is counted over them. */
export class Corpus {
  readonly forms: WordForm[];
  /** Keys of words, as `wordKey` makes them. */
  readonly keys: string[];
  private readonly wordOfForm: number[];
  private readonly formByText: Map<string, number>;
  private readonly wordByKey: Map<string, number>;
  private readonly texts: readonly Uint32Array[];

  /** `like`: a corpus with which this one shares its words; texts that it has at the same places are not read again. */
  constructor(
    private readonly source: readonly string[],
    like?: Corpus,
  ) {
    this.forms = like?.forms ?? [];
    this.keys = like?.keys ?? [];
    this.wordOfForm = like?.wordOfForm ?? [];
    this.formByText = like?.formByText ?? new Map();
    this.wordByKey = like?.wordByKey ?? new Map();
    this.texts = source.map((text, at) => {
      const known = like?.source[at] === text ? like.texts[at] : undefined;
      return known ?? this.encoded(text);
    });
  }

  get size(): number {
    return this.texts.length;
  }

  /** The runs of a text, by its index. */
  runsOf(text: number): readonly Run[] {
    const runs: Run[] = [];
    let forms: number[] = [];
    let free = 0;
    for (const code of this.texts[text] ?? []) {
      if (code > styledMark) {
        forms.push(code - styledMark - 1);
        continue;
      }
      if (forms.length > 0) runs.push({ forms, free: Math.min(free, forms.length) });
      forms = [];
      free = code === sentenceMark ? 1 : code === styledMark ? Number.POSITIVE_INFINITY : 0;
    }
    if (forms.length > 0) runs.push({ forms, free: Math.min(free, forms.length) });
    return runs;
  }

  /** The words of a text by their indexes in `keys`, in order. */
  wordsOf(text: number): readonly number[] {
    const words: number[] = [];
    this.forEachWord(text, (word) => {
      if (word >= 0) words.push(word);
    });
    return words;
  }

  /** Visits the words of a text by their indexes in `keys`, in order, with -1 where a run ends. */
  forEachWord(text: number, visit: (word: number) => void): void {
    const codes = this.texts[text] ?? noCodes;
    for (let at = 0; at < codes.length; at += 1) {
      const code = codes[at] ?? 0;
      visit(code > styledMark ? (this.wordOfForm[code - styledMark - 1] ?? 0) : -1);
    }
  }

  /** In how many texts each word stands, by its index in `keys`. */
  spread(): Uint32Array {
    const counts = new Uint32Array(this.keys.length);
    const seenIn = new Int32Array(this.keys.length).fill(-1);
    for (let text = 0; text < this.size; text += 1) {
      this.forEachWord(text, (word) => {
        if (word < 0) return;
        if (seenIn[word] !== text) counts[word] = (counts[word] ?? 0) + 1;
        seenIn[word] = text;
      });
    }
    return counts;
  }

  /** A number before each run says what it follows; every other number is a form. */
  private encoded(text: string): Uint32Array {
    const codes: number[] = [];
    for (const line of text.split("\n")) {
      const tokens = wordTokens(line);
      const words = tokens.flatMap((token) => (token.kind === "word" ? [this.form(token.text)] : []));
      const styled = isStyled(words.map((form) => this.forms[form]));
      codes.push(styled ? styledMark : sentenceMark);
      let next = 0;
      let opened = true;
      for (const token of tokens) {
        if (token.kind === "word") codes.push((words[next++] ?? 0) + styledMark + 1);
        // What stands before the first word of a sentence, such as an emoji, does not end its beginning.
        else if (!opened || next > 0)
          codes.push(styled ? styledMark : token.kind === "sentence" || opened ? sentenceMark : pauseMark);
        opened = token.kind === "sentence" || (opened && token.kind === "pause");
      }
    }
    return Uint32Array.from(codes);
  }

  private form(text: string): number {
    const known = this.formByText.get(text);
    if (known !== undefined) return known;
    const key = wordKey(text);
    let word = this.wordByKey.get(key);
    if (word === undefined) {
      word = this.keys.push(key) - 1;
      this.wordByKey.set(key, word);
    }
    const index = this.forms.push({ text, word, letters: lettersOf(text) }) - 1;
    this.wordOfForm.push(word);
    this.formByText.set(text, index);
    return index;
  }
}

const noCodes = new Uint32Array();
const pauseMark = 0;
const sentenceMark = 1;
const styledMark = 2;

/** Lines with fewer words are too short to tell a headline's capitals from names. */
const fewestStyled = 3;

/** A line most of whose words bear capitals, as headlines do: they say nothing of names. */
function isStyled(forms: readonly (WordForm | undefined)[]): boolean {
  // The first word bears a capital anyway.
  const cased = forms.slice(1).filter((form) => form?.letters !== "caseless");
  if (cased.length < fewestStyled) return false;
  return cased.filter((form) => form?.letters === "capital").length > cased.length * 0.6;
}

function lettersOf(text: string): WordForm["letters"] {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 0);
  if (first.toLowerCase() === first.toUpperCase()) return "caseless";
  return first === first.toLowerCase() ? "small" : "capital";
}
