import { type Day, parseDay } from "./day.ts";
import type { Dating, Editor } from "./post.ts";

/** The days that an editor allows, both counted; an end that is absent is open. */
export interface GivenDays {
  readonly earliest?: Day;
  readonly latest?: Day;
}

/** A date that an editor set to one day. */
export function givenDay(best: Day, editor: Editor = {}): Dating {
  return { best, earliest: best, latest: best, basis: "given", edtf: best, ...editor };
}

/** What an editor says of a post's day; nothing where no editor does. */
export function givenDays({ basis, earliest, latest, given }: Dating): GivenDays | undefined {
  if (basis !== "given") return undefined;
  if (given === undefined) return { earliest, latest };
  const [first, last] = given.split("/").map((day) => parseDay(day));
  return { ...(first === undefined ? {} : { earliest: first }), ...(last === undefined ? {} : { latest: last }) };
}

/** `2025-02-01/..`: days as `Dating.given` has them. */
export function givenText({
  earliest = "..",
  latest = "..",
}: {
  readonly earliest?: string;
  readonly latest?: string;
}): string {
  return `${earliest}/${latest}`;
}

/** Who set a date, when, and what they noted. */
export function editorOf({ by, on, note }: Editor): Editor {
  return {
    ...(by === undefined ? {} : { by }),
    ...(on === undefined ? {} : { on }),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * A date as its file means it, `written` being the day that the import wrote there. Another `date` was set by hand, whatever the file still says of
 * its grounds; `basis: given` confirms the day, or the interval around it.
 */
export function datingInFile(dating: Dating, written: string | undefined): Dating {
  const { best, earliest, latest, basis, given } = dating;
  const isRange = basis === "given" && given === undefined && earliest < latest && earliest <= best && best <= latest;
  if (isRange) {
    const word = givenText(dating);
    return { ...dating, edtf: word, given: word };
  }
  const isChanged = written !== undefined && written !== best;
  const isOneDay = basis === "given" && given === undefined;
  return isChanged || isOneDay ? givenDay(best, editorOf(dating)) : dating;
}

/** The date that captures tell of a post, under the word of the editor who set the date it had. */
export function underGiven(told: Dating, set: Dating): Dating {
  if (set.basis !== "given" || set.given === undefined) return set.basis === "given" ? set : told;
  const { best, earliest, latest } = told;
  const { earliest: first = earliest, latest: last = latest } = givenDays(set) ?? {};
  // Captures that deny the word leave the date as it was set.
  if (best < first || best > last || earliest < first || latest > last) return set;
  const edtf = earliest === latest ? (first === last ? best : `${best}~`) : `${earliest}/${latest}`;
  return { best, earliest, latest, basis: "given", edtf, given: set.given, ...editorOf(set) };
}
