/**
 * The one key that joins the forms of a word: lower case, without an English possessive, and in Cyrillic without the
 * ending of a case. `Россия`, `России` and `Россией` meet, as do `Harbour` and `Harbour’s`.
 *
 * The rule is deliberately narrow: it takes off one ending of a short table and leaves at least three letters, so that
 * forms may stay apart (`Лавров`, `Лавровым` meet; `Киев`, `киевский` do not) but different names hardly ever meet.
 */
export function wordKey(word: string): string {
  const plain = word.normalize("NFKC").toLowerCase().replace(possessive, "").replaceAll("ё", "е");
  return plain.replace(caseEnding, "$1");
}

const possessive = /['’]s?$/u;

/**
 * The endings of nouns and adjectives that are names in Russian and its near relatives, after a stem of three letters or more.
 * `ая` ends adjectives (`Донецкая`) after certain consonants only; after others it is `а` of a stem and `я` (`Китая`).
 */
const caseEnding =
  /^([\p{Script=Cyrillic}-]*?\p{Script=Cyrillic}{3})(?:ыми|ими|ами|ями|ого|его|ому|ему|ом|ем|ой|ей|ою|ею|ам|ям|ах|ях|ым|им|ых|их|ый|ий|(?<=[вгжкнхчшщ])ая|яя|ую|юю|ое|ее|ые|ие|а|у|е|ы|и|о|ю|я|ь|й)$/u;
