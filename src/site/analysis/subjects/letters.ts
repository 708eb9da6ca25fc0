import type { Subject } from "./subjects.ts";

/** The subjects that begin with one letter. */
export interface LetterGroup {
  /** The letter as a heading; the name of the script's first sign where a script has no letters to go by. */
  readonly letter: string;
  readonly subjects: readonly Subject[];
}

/** Groups subjects, which are in order of the alphabet, by their first letters; accents do not part them. */
export function byLetter(subjects: readonly Subject[], language: string): readonly LetterGroup[] {
  const groups = new Map<string, Subject[]>();
  for (const subject of subjects) {
    const letter = letterOf(subject.label, language);
    const own = groups.get(letter);
    if (own) own.push(subject);
    else groups.set(letter, [subject]);
  }
  return [...groups].map(([letter, own]) => ({ letter, subjects: own }));
}

function letterOf(label: string, language: string): string {
  const first = /\p{L}/u.exec(label.normalize("NFD"))?.[0];
  if (first === undefined) return "#";
  // Of some thousand signs, each would be a group of its own.
  if (/\p{Script=Han}/u.test(first)) return "漢";
  return first.toLocaleUpperCase(language);
}
