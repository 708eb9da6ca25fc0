import { type Day, dayNumber } from "../../model/day.ts";
import type { Dating } from "../../model/post.ts";
import type { Texts } from "../texts/texts.ts";
import { dayRange, longDay, rangeEnds, shortDay } from "./dates.ts";
import { editorWords } from "./wording.ts";

/** A date as pages show it: as what it is. */
export interface ShownDate {
  /**
   * `stated`: the post names its one day, or an export does. `set`: an editor set its one day. `inferred`: its best day can stand alone, marked `c.` as
   * catalogues do. `wide`: its interval is too long for that, and is shown instead.
   */
  readonly kind: "stated" | "set" | "inferred" | "wide";
  /** How it is known, whatever its width: stated by the post or an export, set by an editor, or inferred. */
  readonly known: "stated" | "set" | "inferred";
  /** For lists: `4 Feb 2025`, or the interval where it is wide. */
  readonly short: string;
  /** `4 February 2025`, `about 6 February 2026`, `between 3 and 4 February 2025`. */
  readonly when: string;
  /** The grounds: `from an anniversary it keeps: “…”`. */
  readonly how: string;
}

/** An interval that reaches over at least this many days is shown wherever its post is listed. */
const wideFromDays = 7;

/** Chooses how pages show a date: as stated, as inferred, or as its interval where that is wide. */
export function shownDate(dating: Dating, texts: Texts): ShownDate {
  const kind = kindOf(dating);
  const short = kind === "wide" ? dayRange(dating.earliest, dating.latest, texts) : shortDay(dating.best, texts);
  const known = dating.basis === "given" ? "set" : kind === "stated" ? "stated" : "inferred";
  return { kind, known, short, when: whenWords(dating, kind, texts), how: howWords(dating, texts) };
}

/** The import decided whether a day is stated: its EDTF then is the day itself, without `~` and without an interval. */
function kindOf({ best, earliest, latest, edtf, basis }: Dating): ShownDate["kind"] {
  if (basis === "given" && edtf === best) return "set";
  if (dayNumber(latest) - dayNumber(earliest) >= wideFromDays) return "wide";
  return edtf === best ? "stated" : "inferred";
}

function whenWords({ best, earliest, latest }: Dating, kind: ShownDate["kind"], texts: Texts): string {
  if (earliest !== latest) return texts.dating.between(...rangeEnds(earliest, latest, texts));
  const day = longDay(best, texts);
  return isOneDay(kind) ? day : texts.dating.about(day);
}

/** Whether the one day is a fact: stated, or set by an editor. */
export function isOneDay(kind: ShownDate["kind"]): boolean {
  return kind === "stated" || kind === "set";
}

function howWords(dating: Dating, texts: Texts): string {
  const { basis, evidence } = dating;
  const editor = editorWords(dating, texts);
  const how = editor === undefined ? texts.dating.how[basis] : texts.dating.by(texts.dating.how[basis], editor);
  return evidence === undefined ? how : texts.dating.with(how, evidence.replace(/\s+/gu, " "));
}

/** When a post was published and how that is known, in a line: for summaries. */
export function dateLine({ known, when, how }: ShownDate, texts: Texts): string {
  return known !== "inferred" ? texts.dating.line(when, how) : texts.dating.inferredLine(when, how);
}

/**
 * What a post's structured data may say of its date: `datePublished` only where the one day is a fact, as readers of such data take it
 * for one; else the interval as schema.org's `temporalCoverage` (ISO 8601).
 */
export function structuredDate(
  { best, earliest, latest }: Dating,
  kind: ShownDate["kind"],
): { readonly datePublished: Day } | { readonly temporalCoverage: `${Day}/${Day}` } {
  return isOneDay(kind) ? { datePublished: best } : { temporalCoverage: `${earliest}/${latest}` };
}
