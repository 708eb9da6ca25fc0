/**
 * The stems that a folded word in Cyrillic letters may have, the least cut first, for Russian, Ukrainian and their
 * neighbours alike. The endings are those of the Snowball stemmer for Russian (snowballstem.org/algorithms/russian) and
 * of the light stemmer for Ukrainian that follows it (github.com/Amice13/ukr_stemmer). Where they take one cut for
 * certain, this gives each that a grammar allows: `совет` is a whole word and `говорит` is not, and only the other words of the
 * archive tell which is which (`unambiguousStems`). So the changes within stems can be tried too: fleeting vowels (`посол`,
 * `посла`), і for о or е (`кіт`, `кота`), and к, г, х as ц, з, с (`рука`, `руці`).
 */
export function slavicStems(word: string): readonly string[] {
  const reflexive = /^(.+(?:т|ть|й|л|ш|шь|в|ши|[аеиоуыюя]))с[ьяи]$/u.exec(word)?.[1];
  if (reflexive !== undefined && isVerb(reflexive)) return unique([verbStem(reflexive) ?? reflexive, word]);
  const stems = [...nounStems(word), verbStem(word)].filter((stem) => stem !== undefined);
  return unique(stems.map(single));
}

/** Endings that leave nothing to ask, the longest first. Letters are folded: ё as е, є as е, ї as і. */
const certain = [
  ..."иями іями ьями иях іях ьях иям іям ьям ией ием іею".split(" "),
  ..."ыми ими іми ого его ього ьому ьому ями ами".split(" "),
  ..."ая яя ое ые ие ую юю ія ію ії оі іі ия ию ии ья ье ьи ью ьі".split(" "),
];

/** Endings that a stem may end in as well, as `проблему` does in `ему`. */
const doubtful = "ому ему ові еві ее ею ою".split(" ");

/** Endings in a consonant: a whole word may end in them too, as `остров`, `режим` and `музей` do. */
const closed = "иев ев ов ів ах ях ам ям ом ем ім им ым ых их іх ой ей ий ый ій".split(" ");

const vowel = /[аеиіоуыэюя]/u;

function nounStems(word: string): readonly string[] {
  const sure = cut(word, certain, 3) ?? cut(word, short, 2);
  if (sure !== undefined) return withOldConsonants(sure, word.slice(sure.length));
  const last = word.at(-1) ?? "";
  if (vowel.test(last)) {
    const stem = word.length > 2 ? word.slice(0, -1) : word;
    const lesser = cut(word, doubtful, 2);
    const stems = [...withOldConsonants(stem, last), ...(lesser === undefined ? [] : [lesser])];
    return last === "ю" ? stems.flatMap((each) => [each, ...withOldVowels(single(each))]) : stems;
  }
  const bare = /[ьй]$/u.test(word) && word.length > 2 ? word.slice(0, -1) : word;
  const ending = cut(word, closed, 2);
  const inflected = ending === undefined ? [] : withOldConsonants(ending, word.slice(ending.length));
  return [bare, ...inflected, ...closedStems(bare).slice(1)];
}

/** Of those above, the ones that also follow stems of two letters: `дням`, `Азия`. */
const short = "ями ами ья ье ьи ью ьі ия ию ии ія ію".split(" ");

/** The stems that a word without an ending may have before one: `посол` and `посл`, `львів` and `львов`. */
export function closedStems(word: string): readonly string[] {
  return unique([word, ...withoutFleeting(word), ...withOldVowels(word)]);
}

/** `посол` → `посл`, `отец` → `отц`, `палец` → `пальц`, `боец` → `бойц`. */
function withoutFleeting(stem: string): readonly string[] {
  const [, before = "", consonant = ""] = /^(.+)[еоэ]([^аеиіоуыэюяьйъ])$/u.exec(stem) ?? [];
  if (before === "") return [];
  if (vowel.test(before.at(-1) ?? "")) return [`${before}й${consonant}`];
  return /[лнсздтр]$/u.test(before) ? [before + consonant, `${before}ь${consonant}`] : [before + consonant];
}

/** `кіт` → `кот`, `осін` → `осен`: і stands in closed syllables for a vowel that returns in open ones. */
function withOldVowels(stem: string): readonly string[] {
  const [, before = "", after = ""] = /^(.*)і([^аеиіоуыэюя]+)$/u.exec(stem) ?? [];
  if (after === "") return [];
  const old = [`${before}о${after}`, `${before}е${after}`];
  return [...old, ...old.flatMap(withoutFleeting)];
}

/** `руц`і → `рук`, `ноз`і → `ног`, `друз`ья → `друг`. */
function withOldConsonants(stem: string, ending: string): readonly string[] {
  const soft = /^(?:і|ів|ям|ями|ях|ья|ьям|ьями|ьях|ей)$/u.test(ending);
  const old = softened[stem.at(-1) ?? ""];
  return soft && old !== undefined ? [stem, stem.slice(0, -1) + old] : [stem];
}

const softened: Readonly<Record<string, string>> = { ц: "к", з: "г", с: "х" };

const verbEnding =
  /(?:(?<=[аеиіоуыюя])(?:ть|ти|т|л|ла|ло|ли|в|вши|ю|ют|ють|ет|е|ем|емо|ете|ешь|еш|й|йте|н|на|но|ны|ни)|ешь|ишь|еш|иш|ете|ите|емо|имо|ет|ит|ут|ют|ат|ят)$/u;

function isVerb(word: string): boolean {
  return verbEnding.test(word);
}

/** `говорит`, `говорили`, `говорить` → `говор`; `читает`, `читав` → `чит`. */
function verbStem(word: string): string | undefined {
  if (!isVerb(word)) return undefined;
  const stem = word.replace(verbEnding, "").replace(/(?:ова|ева|ува|юва|[аеиіоуыюя])+$/u, "");
  return stem.length >= 3 ? stem : undefined;
}

function cut(word: string, endings: readonly string[], least: number): string | undefined {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= least);
  return ending === undefined ? undefined : word.slice(0, -ending.length);
}

/** `замороженн` → `заморожен`, `значенн` → `значен`. */
function single(stem: string): string {
  return stem.replace(/([^аеиіоуыэюя])\1$/u, "$1");
}

function unique(stems: readonly string[]): readonly string[] {
  return [...new Set(stems)];
}
