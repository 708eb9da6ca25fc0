import { ownEntry } from "../../model/own-entry.ts";

/**
 * Whether a line is the name of the site at a host: `Pier Post` of `www.pierpost.example`, `Python.org` of `python.org`, `РИА
 * Новости` of `ria.ru`. Case, accents, spaces and punctuation do not count, and Cyrillic is read in Latin letters. A name may
 * also hold a part of the host as a word of its own, or be the beginning of it.
 */
export function namesHost(line: string, host: string): boolean {
  const words = wordsOf(line);
  const name = words.join("");
  if (name === "") return false;
  const shown = ownEntry(knownNames, host.replace(/^www\./u, ""));
  if (shown !== undefined) return name === loosened(shown);
  const labels = labelsOf(host);
  const ownDomain = folded(host.replace(/^www\./u, ""));
  return name === ownDomain || labels.some((label) => isNamed(label, words, name));
}

/** Hosts that say another name than their own. */
const knownNames: Readonly<Record<string, string>> = {
  "t.me": "telegram",
  "telegram.me": "telegram",
  "youtu.be": "youtube",
  "fb.watch": "facebook",
  "fb.com": "facebook",
  "vk.com": "vk",
  "instagr.am": "instagram",
  "g.co": "google",
};

/** Shortest part of a name or a host that says anything when it stands inside the other. */
const shortestPart = 4;

/** Most words a name has beside the one that is the host's. */
const mostWords = 6;

function isNamed(label: string, words: readonly string[], name: string): boolean {
  if (name === label) return true;
  if (words.length > mostWords) return false;
  // `BBC News` of bbc.co.uk, `X (formerly Twitter)` of x.com: the host's own word comes first, or is long enough to tell.
  if (words[0] === label || (label.length >= shortestPart && words.includes(label))) return true;
  if (name.length >= shortestPart && label.startsWith(name)) return true;
  return label.length >= shortestPart && name.includes(label);
}

/** Labels that say what kind of site it is, not whose. */
const generic: ReadonlySet<string> = new Set(
  "www m mobile amp en ru de fr es uk news blog web app co com org net gov edu ac info".split(" "),
);

/** The labels of a host that can hold its name: not the top-level domain, and none that any site could have. */
function labelsOf(host: string): readonly string[] {
  return host
    .split(".")
    .slice(0, -1)
    .filter((label) => !generic.has(label))
    .map(folded);
}

function wordsOf(line: string): readonly string[] {
  return (latin(line).match(/[\p{L}\p{N}]+/gu) ?? []).map(loosened);
}

function folded(text: string): string {
  return loosened((latin(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(""));
}

/** Lower case without accents, Cyrillic in Latin letters. */
function latin(text: string): string {
  return [...text.normalize("NFC").toLowerCase()]
    .map((letter) => cyrillic[letter] ?? letter)
    .join("")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
}

/** Spellings of one sound made one: `kh` and `h`, `ts` and `c`, `y`, `j` and `i`. */
function loosened(word: string): string {
  return word
    .replace(/kh/gu, "h")
    .replace(/ts/gu, "c")
    .replace(/[yj]/gu, "i")
    .replace(/x/gu, "ks")
    .replace(/i+/gu, "i");
}

const cyrillic: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  ё: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  ї: "yi",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};
