/** Letters of the basic plane by code; surrogates stand for themselves. */
const codes = 65_536;

let folds: Uint16Array | undefined;
let letters: Uint8Array | undefined;

/**
 * Small letters without accents for each UTF-16 unit, one for one, so that places in a text stay as they are: `É` is `e`, `İ` and `ı` are `i`, `ё` is `е`, `ς` is
 * `σ`, and apostrophes have one shape. Cyrillic `й` and the like are letters of their own.
 */
export function foldedUnits(): Uint16Array {
  if (folds) return folds;
  folds = Uint16Array.from({ length: codes }, (_, code) => foldedUnit(code));
  return folds;
}

/** Whether each UTF-16 unit is a letter, a mark or a figure (1) or not (0). */
export function wordUnits(): Uint8Array {
  if (letters) return letters;
  letters = Uint8Array.from({ length: codes }, (_, code) =>
    /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code)) ? 1 : 0,
  );
  return letters;
}

/** A text with every unit folded; as long as the text. */
export function foldUnits(text: string): string {
  const fold = foldedUnits();
  let folded = "";
  for (let at = 0; at < text.length; at++) folded += String.fromCharCode(fold[text.charCodeAt(at)] ?? 0);
  return folded;
}

function foldedUnit(code: number): number {
  const letter = String.fromCharCode(code);
  const other = others.get(letter);
  if (other !== undefined) return other.charCodeAt(0);
  const small = letter.toLowerCase();
  const plain = withAccents.test(small) ? small.normalize("NFD") : small;
  return plain.length === 1 || withAccents.test(small) ? plain.charCodeAt(0) : code;
}

const withAccents = /^[\u00C0-\u024F\u0370-\u03FF\u1E00-\u1FFF]$/u;

const others: ReadonlyMap<string, string> = new Map([
  ["İ", "i"],
  ["ı", "i"],
  ["ς", "σ"],
  ["ё", "е"],
  ["Ё", "е"],
  ..."’ʼ‘`´ʻ".split("").map((apostrophe) => [apostrophe, "'"] as const),
]);
