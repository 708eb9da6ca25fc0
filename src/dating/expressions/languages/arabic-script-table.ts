import { foldArabic } from "../arabic-script.ts";
import type { ScriptTable } from "./script-table.ts";

/** What a language in Arabic letters says of days, beyond the common table. */
export interface ArabicScriptTable extends ScriptTable {
  readonly script: "Arabic";
  /** The months of its own calendar, where it has one: those of the common table are ours. */
  readonly jalaliMonths?: readonly (readonly string[])[];
  /** First to thirty-first, in words (`السابع من أكتوبر`, `هفتم اکتبر`). */
  readonly ordinals: readonly string[];
  /** Words that make the ordinal after them one of something else (`first week of May`). */
  readonly otherFirsts: readonly string[];
  /** Letters that may be glued to the front of a day, a month or a weekday (`و5 مايو`, `والجمعة`). */
  readonly glued: string;
  /** What may stand between month and year (`لعام`, `سال`). */
  readonly yearJoints: readonly string[];
  /** Word for a month, before or after its name (`شهر مايو`, `آذر ماه`). */
  readonly monthWords: readonly string[];
  /** What introduces the same day in another calendar (`الموافق 5 مايو`). */
  readonly equals: readonly string[];
}

/** The table with every word in the one spelling that the extractors see; see `foldArabic`. */
export function folded(table: ArabicScriptTable): ArabicScriptTable {
  return foldAll(table) as ArabicScriptTable;
}

function foldAll(value: unknown): unknown {
  if (typeof value === "string") return foldArabic(value);
  if (Array.isArray(value)) return value.map(foldAll);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => [key, key === "code" || key === "script" ? own : foldAll(own)]),
  );
}
