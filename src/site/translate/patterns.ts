import { literalPattern } from "../../text/literal.ts";
import type { Texts } from "../texts/texts.ts";
import { figuresReader } from "./figures.ts";

/** What a function of a table says, as it is found in a page and said in another language. */
export interface Pattern {
  /** What a text that the function said was given, by place: numbers, and texts; undefined for a text it did not say. */
  readonly slotsIn: (text: string) => readonly (string | number | undefined)[] | undefined;
  /** How many letters of the text are the function's own. */
  readonly letters: number;
  /** Whether the text is known by what is its own: letters, or marks around it. */
  readonly speaks: boolean;
  /** The places of what stands between quotation marks. */
  readonly quoted: ReadonlySet<number>;
  /** The places of numbers that the text follows and does not name. */
  readonly implied: ReadonlySet<number>;
  readonly make: (given: readonly unknown[]) => string | undefined;
}

/** What two tables say in the same place: texts that stand alone, and functions, those that say most themselves first. */
export interface Pairs {
  readonly words: ReadonlyMap<string, string>;
  readonly patterns: readonly Pattern[];
}

/** Pairs the texts of two tables. Where one text stands in several places, the first that is paired counts. */
export function patternsOf(from: Texts, to: Texts): Pairs {
  const words = new Map<string, string>();
  const patterns: Pattern[] = [];
  const count = figuresReader(from.locale);
  const candidates = candidatesOf(from.locale);

  function pair(text: string, other: string): void {
    const [key, said] = [text.trim(), other.trim()];
    if (/\p{L}/u.test(key) && !words.has(key)) words.set(key, said);
  }

  function pairFunctions(says: Saying, saysThere: Saying): void {
    const arity = says.length;
    const base = piecesOf(says(...marksOf(Array.from({ length: arity }, (_, index) => 7001 + index))));
    const there = piecesOf(saysThere(...marksOf(Array.from({ length: arity }, (_, index) => 7001 + index))));
    if (base.length !== there.length) return;
    for (const [place, piece] of base.entries()) {
      const slots = [...piece.matchAll(/⟦(\w)⟧/gu)].map(([, sign = ""]) => signs.indexOf(sign));
      // What a text is given and does not say as it is, is a number; but a sentence in pieces is given what makes links.
      const counted = Array.from({ length: arity }, (_, index) => index).filter((index) =>
        base.length === 1 ? !slots.includes(index) : piece.includes(count.write(7001 + index)),
      );
      if (counted.length + slots.length === 0) {
        pair(piece, there[place] ?? "");
        continue;
      }
      for (const numbers of choicesOf(counted, candidates)) {
        const given = Array.from({ length: arity }, (_, index) => numbers.get(index) ?? 7001 + index);
        // A text may say a number without its figures: it is given the number itself.
        const marks = marksOf(given).map((mark, index) => numbers.get(index) ?? mark);
        const said = piecesOf(says(...marks))[place] ?? "";
        const pattern = patternOf(said, numbers, count);
        // What is filled in must be shorter than the text, or it would be looked for in itself.
        if (pattern.own === 0) continue;
        const make = (filled: readonly unknown[]) => piecesOf(saysThere(...filled.map(nodeOf)))[place]?.trim();
        patterns.push({ ...pattern, make });
      }
    }
  }

  function collect(one: object, other: object, skipped: ReadonlySet<string>): void {
    for (const [key, text] of Object.entries(one) as readonly (readonly [string, unknown])[]) {
      const there: unknown = Reflect.get(other, key);
      if (skipped.has(key)) continue;
      if (typeof text === "string" && typeof there === "string") {
        const [parts, partsThere] = [text.split(/\{\w+\}/u), there.split(/\{\w+\}/u)];
        if (parts.length === partsThere.length) {
          for (const [index, part] of parts.entries()) pair(part, partsThere[index] ?? "");
        }
      } else if (typeof text === "function" && typeof there === "function") {
        pairFunctions(text as Saying, there as Saying);
      } else if (typeof text === "object" && text !== null && typeof there === "object" && there !== null) {
        collect(text, there, new Set());
      }
    }
  }

  collect(from, to, aboutTable);
  return { words, patterns: patterns.sort((one, other) => other.letters - one.letters) };
}

type Saying = (...given: readonly unknown[]) => unknown;

/** What tables say about themselves and no page shows. */
const aboutTable: ReadonlySet<string> = new Set(["language", "direction", "locale", "openGraphLocale"]);

/** A sentence with links in it is said in pieces. */
function piecesOf(said: unknown): readonly string[] {
  return Array.isArray(said) ? said.map(String) : [String(said)];
}

/** Names the places of what a text is given; letters, since texts hold figures. */
const signs = "abcdefgh";

/** Stands for whatever a text is given: it reads as `⟦a⟧`, counts as a number, and makes of words the words. */
function marksOf(numbers: readonly number[]): readonly unknown[] {
  return numbers.map((number, index) => {
    const read = () => `⟦${signs[index]}⟧`;
    return Object.assign((words?: string) => words ?? read(), { toString: read, valueOf: () => number });
  });
}

/** What was read from a page, as a text is given it; one that is asked to make a link gives its words. */
function nodeOf(value: unknown): unknown {
  return value === undefined ? (words: string) => words : value;
}

/** Numbers of the plural forms of a language, and those of them that are all that a form has. */
interface Candidates {
  readonly all: readonly number[];
  readonly lone: ReadonlySet<number>;
}

/** Numbers of each plural form of a language: those that stand for it alone, such as one, and larger ones. */
function candidatesOf(locale: string): Candidates {
  const rules = new Intl.PluralRules(locale);
  const found = new Map<string, number[]>();
  for (const number of [...Array.from({ length: 132 }, (_, index) => index), 7001, 7002, 1_000_000]) {
    const numbers = found.get(rules.select(number)) ?? [];
    found.set(rules.select(number), numbers);
    if (numbers.length < 3 || number > 131) numbers.push(number);
  }
  const forms = [...found.values()];
  return { all: [...new Set(forms.flat())], lone: new Set(forms.filter((form) => form.length === 1).flat()) };
}

/** Every choice of a number for each place. */
function choicesOf(places: readonly number[], { all, lone }: Candidates): readonly ReadonlyMap<number, number>[] {
  return places.reduce<readonly ReadonlyMap<number, number>[]>(
    (choices, place) =>
      choices.flatMap((choice) => {
        // Two places with one number could not be told apart, unless it is the only number of its form.
        const others = all.filter((number) => lone.has(number) || ![...choice.values()].includes(number));
        return others.map((number) => new Map([...choice, [place, number] as const]));
      }),
    [new Map()],
  );
}

function patternOf(
  said: string,
  numbers: ReadonlyMap<number, number>,
  count: ReturnType<typeof figuresReader>,
): Omit<Pattern, "make"> & { readonly own: number } {
  // A number that the text does not name, such as that of a noun in the dual, is the one it was made with.
  let rest = said;
  const places: number[] = [];
  for (const [place, number] of numbers) {
    const written = new RegExp(`(?<!\\p{N})${literalPattern(count.write(number))}(?!\\p{N})`, "u");
    const marked = rest.replace(written, `⟦#${signs[place]}⟧`);
    if (marked !== rest) places.push(place);
    rest = marked;
  }
  const own = rest.replace(/⟦[^⟧]*⟧/gu, "").trim();
  const letters = own.match(/\p{L}/gu)?.length ?? 0;
  const source = rest
    .trim()
    .split(/(⟦#?\w⟧)/u)
    .map((part) => {
      const slot = /^⟦(#?)(\w)⟧$/u.exec(part);
      if (slot === null) return literalPattern(part);
      return slot[1] === "#"
        ? `(?<n${signs.indexOf(slot[2] ?? "")}>${count.source})`
        : `(?<t${signs.indexOf(slot[2] ?? "")}>.+?)`;
    })
    .join("");
  const named = new Set<string>();
  // A text that fills in one thing twice is told by the first.
  const once = source.replace(/\(\?<(\w+)>/gu, (group, name: string) => {
    if (named.has(name)) return "(?:";
    named.add(name);
    return group;
  });
  const parts = new RegExp(`^${once}$`, "su");
  const size = Math.max(0, ...[...numbers.keys(), ...[...named].map((name) => Number(name.slice(1)))]) + 1;
  const slotsIn: Pattern["slotsIn"] = (text) => {
    const groups = parts.exec(text)?.groups;
    if (groups === undefined && !parts.test(text)) return undefined;
    const slots: (string | number | undefined)[] = Array.from({ length: size }, (_, index) => numbers.get(index));
    for (const [name, slot] of Object.entries(groups ?? {})) {
      const value = name.startsWith("n") ? count.read(slot) : slot;
      if (value === undefined) return undefined;
      slots[Number(name.slice(1))] = value;
    }
    return slots;
  };
  const quoted = new Set([...rest.matchAll(/[“«„]⟦(\w)⟧/gu)].map(([, sign = ""]) => signs.indexOf(sign)));
  const implied = new Set([...numbers.keys()].filter((place) => !places.includes(place)));
  const speaks = letters > 0 || /^[^⟦\s].*[^⟧\s]$/su.test(rest.trim());
  return { slotsIn, letters, speaks, quoted, implied, own: own.length };
}
