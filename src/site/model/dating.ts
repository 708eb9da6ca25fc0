import { type Day, dayNumber } from "../../model/day.ts";
import type { Dating } from "../../model/post.ts";
import type { Texts } from "../texts/texts.ts";
import { dayRange, longDay, shortDay, shortRange } from "./dates.ts";
import { editorWords } from "./wording.ts";

/** A date as pages show it: as what it is. */
export interface ShownDate {
  /** `stated`: the post names its one day, or an export does. `set`: an editor set its one day. `wide`: its interval is a week or longer. */
  readonly kind: "stated" | "set" | "inferred" | "wide";
  /** How it is known, whatever its width: stated by the post or an export, set by an editor, or inferred. */
  readonly known: "stated" | "set" | "inferred";
  /** For lists: `4 Feb 2025` where the one day is a fact, else `4 Feb 2025 ±1 day`, `3–4 Feb 2025` or `4 Feb 2025 (inferred)`. */
  readonly short: string;
  /** The same with whole names, where it is said that the day is inferred: `4 February 2025`, `4 February 2025 ±1 day`, `3–4 February 2025`. */
  readonly when: string;
  /** The grounds: `from an anniversary it keeps: “…”`. */
  readonly how: string;
}

/** An interval that reaches over at least this many days is shown wherever its post is listed. */
const wideFromDays = 7;

/** Chooses how pages show a date: as stated, as inferred, or as its interval where that is wide. */
export function shownDate(dating: Dating, texts: Texts): ShownDate {
  const kind = kindOf(dating);
  const { best, earliest, latest } = dating;
  const isMarked = earliest === latest && !isOneDay(kind);
  const day = shortDay(best, texts);
  const short = isMarked ? texts.dating.marked(day) : within(dating, day, shortRange(earliest, latest, texts), texts);
  const when = within(dating, longDay(best, texts), dayRange(earliest, latest, texts), texts);
  const known = dating.basis === "given" ? "set" : kind === "stated" ? "stated" : "inferred";
  return { kind, known, short, when, how: howWords(dating, texts) };
}

/** The import decided whether a day is stated: its EDTF then is the day itself, without `~` and without an interval. */
function kindOf({ best, earliest, latest, edtf, basis }: Dating): ShownDate["kind"] {
  if (basis === "given" && edtf === best) return "set";
  if (dayNumber(latest) - dayNumber(earliest) >= wideFromDays) return "wide";
  return edtf === best ? "stated" : "inferred";
}

/** An interval that reaches as far on both sides of its best day is said from there, up to this many days. */
const mostDaysAround = 3;

/** A day as it is where it stands alone, as `day ±n` where its interval lies evenly around it, and as the interval otherwise. */
function within({ best, earliest, latest }: Dating, day: string, interval: string, texts: Texts): string {
  if (earliest === latest) return day;
  const [before, after] = [dayNumber(best) - dayNumber(earliest), dayNumber(latest) - dayNumber(best)];
  return before === after && before <= mostDaysAround ? texts.dating.within(day, before) : interval;
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
