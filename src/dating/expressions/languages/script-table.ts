import type { Script } from "../plain-text.ts";
import type { LanguageTable } from "./language.ts";

/** A language whose texts are known by their script, and whose days have extractors of their own. */
export interface ScriptTable extends LanguageTable {
  readonly script: Script;
  /** Words stand without spaces between them. */
  readonly spacing?: "none";
  /** Words before a day that say no more than that it is one (`在12月7日`). */
  readonly onWords: readonly string[];
  /** Words after a day that make it an end or a start (`12月7日起`). */
  readonly untilEndings?: readonly string[];
  readonly sinceEndings?: readonly string[];
  /** Stands right behind the name of an observance that is kept on the day of writing (`国庆节快乐`). */
  readonly wishes?: readonly string[];
  /** What follows the day with which a wire story begins (`12月7日电`). */
  readonly datelineEndings?: readonly string[];
}
