import type { Day } from "../../../model/day.ts";
import { type FacetName, facetNames } from "../facets.ts";

/** Fields that results can be counted by. */
export const countedFields = [...facetNames, "yearSure", "monthSure", "copied"] as const;
/** One of `countedFields`. */
export type CountedField = (typeof countedFields)[number];

/** Fields of keywords: a post has any number of values. */
export const valueFields = [
  ...countedFields,
  "tagFolded",
  "has",
  "from",
  "site",
  "basis",
  "names",
  "address",
  "forms",
] as const;
/** One of `valueFields`. */
export type ValueField = (typeof valueFields)[number];

/** Fields of days, each the number of `numberOfDay`. */
export const dayFields = ["best", "earliest", "latest"] as const;
/** One of `dayFields`. */
export type DayField = (typeof dayFields)[number];

/** Fields of words that are searched; `forms` is one of them and a `ValueField` as well. */
export const wordFields = ["titleForms", "forms", "words"] as const;

/** Fields that are kept to be shown and never searched. */
export const shownFields = ["path", "title", "text", "when", "exported"] as const;

/** A post as an engine keeps it. Facets are lists under the names of `facetNames`. */
export interface EngineDocument
  extends Readonly<Record<FacetName | "yearSure" | "monthSure", readonly string[]>>,
    Readonly<Record<DayField, number>> {
  readonly id: string;
  /** Address of its page, relative to the root of the site. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** Its date in words. */
  readonly when: string;
  /** A file of results holds this: an `ExportRow` as JSON. */
  readonly exported: string;
  /** The forms of the words of its title, and of all its words, in their order (`forms/forms.ts`). */
  readonly titleForms: readonly string[];
  readonly forms: readonly string[];
  /** Its words as they stand in the text, folded, in their order; blanks between them. For phrases. */
  readonly words: string;
  /** Names of two or three capitals in it, `US`. */
  readonly names: readonly string[];
  /** Its tags without case and accents. */
  readonly tagFolded: readonly string[];
  /** What `has:` asks for. */
  readonly has: readonly string[];
  /** Whom it was forwarded from. */
  readonly from: readonly string[];
  /** The hosts that it links to, and the domains above each. */
  readonly site: readonly string[];
  /** How its date is known, in the words of the post's file. */
  readonly basis: readonly string[];
  /** What leads straight to it: its id, and its address at Telegram. */
  readonly address: readonly string[];
  /** The id of the first post that says nearly the same; its own where none does. */
  readonly group: string;
  /** Whether others say nearly the same: `yes` or `no`. */
  readonly copied: readonly string[];
  /** Changes with everything else: what an index run goes by. */
  readonly digest: string;
}

/** What an index of these fields is known by: another number wants the index made anew. */
export const documentShape = "1";

/** A day as a number that is read as it is: 20250204. */
export function numberOfDay(day: Day | string): number {
  return Number(day.replaceAll("-", ""));
}
