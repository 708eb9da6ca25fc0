import type { DownloadFieldPath } from "../formats/downloads/path.ts";
import type { CslItem } from "../formats/references.ts";
import type { FacetLabels, StoredFacet } from "./facets.ts";
import type { Inflections } from "./forms/inflection.ts";
import type { IndexForm } from "./forms/settled.ts";
import type { Standing } from "./forms/standing.ts";
import type { SpellingFiles } from "./spellings/spelling-files.ts";

/*
 * The files of the search index, as the site keeps them and the browser reads them. Pagefind's own files tell which
 * posts hold a word and how well they answer; all else a reader may ask (days, facets, texts, spellings) stands in
 * small tables beside them, where it can be counted exactly and is loaded only as far as a question needs it.
 */

/** What the browser must know first. Kept as `pagefind/bundles.json`. */
export interface SearchManifest {
  /** In the order of time. */
  readonly bundles: readonly BundleManifest[];
  readonly labels: FacetLabels;
  readonly spellings: SpellingFiles;
}

/** One bundle of the index: posts that follow each other in time. */
export interface BundleManifest {
  /** Address of its folder, relative to the root of the site, with a closing slash. */
  readonly folder: string;
  /** How many posts it holds. */
  readonly posts: number;
  /** The languages whose rules its words follow (BCP 47). */
  readonly languages: readonly string[];
  /** The endings of those of them that go by lists. */
  readonly inflections: Inflections;
  /** The first form of each file of forms, `forms-0.json` and so on. */
  readonly forms: readonly string[];
  /** How many forms each file of forms but the last holds. */
  readonly formsAFile: number;
  /** Letters of the word that stands for a form in Pagefind's index. */
  readonly tokenLength: number;
  /** The number of the first post of each file of texts, `texts-0.deflate` and so on. */
  readonly texts: readonly number[];
  /** The first name of each file of names, `names-0.json` and so on. */
  readonly names: readonly string[];
}

/**
 * A form and what is known of it: how many posts hold it, less than none where it is open; its commonest word as posts spell it, where that is another or
 * something follows; and whether it stands for a word of its own. Of `conferenc`, `Conferences` is told as `^es` and `conferences` as `+es`.
 */
export type FormRow = readonly [form: string, posts: number, word?: string, own?: 1];

/** The row of a form. */
export function formRow({ form, texts, standing, word }: IndexForm): FormRow {
  const told = shortWord(form, word);
  const signed = standing === "open" ? -texts : texts;
  if (standing === "own") return [form, signed, told, 1];
  return told === "+" ? [form, signed] : [form, signed, told];
}

function shortWord(form: string, word: string): string {
  if (word.startsWith(form)) return `+${word.slice(form.length)}`;
  const begun = capital(form);
  return word.startsWith(begun) ? `^${word.slice(begun.length)}` : word;
}

function capital(form: string): string {
  const [first = ""] = form;
  return first.toUpperCase() + form.slice(first.length);
}

/** A form of the index with its number. */
export interface NumberedForm {
  readonly number: number;
  readonly form: string;
  readonly posts: number;
  readonly standing: Standing;
  /** Its commonest word, as posts mostly spell it. */
  readonly word: string;
}

/** What the row of a form tells. */
export function numberedForm([form, signed, told = "+", own]: FormRow, number: number): NumberedForm {
  const [sign = ""] = told;
  const word = sign === "+" ? form + told.slice(1) : sign === "^" ? capital(form) + told.slice(1) : told;
  return { number, form, posts: Math.abs(signed), standing: own ? "own" : signed > 0 ? "settled" : "open", word };
}

/** A post as a result shows it. */
export interface TextRow {
  /** Relative to the root of the site. */
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** The date in words. */
  readonly when: string;
}

/** A name that leads straight to a post, such as its id, and the number of the post. */
export type NameRow = readonly [name: string, post: number];

/** The facets of a bundle's posts in columns: posts go by their number, the oldest first. Kept as `posts.json`. */
export interface PostColumns extends Readonly<Record<StoredFacet, Column>> {
  /** How Pagefind calls each post, as far as it takes to tell them apart; joined by blanks. */
  readonly keys: string;
  /** Best day of the first post, and how many days after the one before it each other post lies. */
  readonly firstDay: string;
  readonly days: readonly number[];
  /**
   * The posts whose day is not certain, three numbers each: how many posts after the one before it (the first counts from
   * post 0), and how many days before and after its best day its interval reaches.
   */
  readonly intervals: readonly number[];
  /** The posts that say the same as others, or nearly so, each with the number of its group, which all bundles share. */
  readonly groups: readonly (readonly [post: number, group: number])[];
}

/** What no facet shows, for operators of the question alone. Kept as `more.json`. */
export interface MoreColumns {
  /** Whom a post was forwarded from. */
  readonly source: Column;
  /** The hosts that a post links to, without `www.` */
  readonly site: Column;
}

/** A post as it is exported: its record, a line of `posts.jsonl`, and what BibTeX and RIS say of it. */
export type ExportRow = readonly [record: Readonly<Record<string, unknown>>, reference: CslItem];

/** The columns of a CSV file of posts. Kept as `columns.json` beside the bundles. */
export type ExportColumns = readonly DownloadFieldPath[];

/** How many posts each file of `ExportRow`s but the last holds: some 40 kB, packed. */
export const postsAnExportFile = 100;

/** The values of a facet: for each post the number of its value, a list of them, or -1 for none. */
export interface Column {
  readonly values: readonly string[];
  readonly posts: readonly (number | readonly number[])[];
}

/** Names of the files of a bundle. */
export const postTableFile = "posts.json";
/** Name of the file of `MoreColumns`. */
export const moreColumnsFile = "more.json";
/** Name of the file of `ExportColumns`, relative to `bundles.json`. */
export const columnsFile = "columns.json";
/** Kinds of files of a bundle that come by number. */
export type NumberedKind = "forms" | "texts" | "names" | "exports";
/** Those that hold whole posts, three quarters of an index: kept packed. */
const packedKinds: readonly NumberedKind[] = ["texts", "exports"];
/**
 * Ends the names of files whose JSON is packed as zlib does it (RFC 1950). It is no ending that servers know, so that none of them says that an answer
 * is packed, and browsers leave it as it is.
 */
const packedEnding = ".deflate";
/** Names of the files of a bundle that come by number. */
export function numberedFile(kind: NumberedKind, number: number): string {
  return `${kind}-${number}${packedKinds.includes(kind) ? packedEnding : ".json"}`;
}
/** Whether a file of the index is packed, by its name or address. */
export function isPacked(name: string): boolean {
  return name.endsWith(packedEnding);
}

/**
 * The word that stands for form `number` in Pagefind's index: letters only and all of one length, so that none begins
 * another and Pagefind, which finds words by their beginnings, finds exactly the one that is asked for.
 */
export function tokenOf(number: number, length: number): string {
  let token = "";
  for (let rest = number; token.length < length; rest = Math.floor(rest / letters.length)) {
    token = (letters[rest % letters.length] ?? "") + token;
  }
  return token;
}

/** The fewest letters that tell `count` forms apart. */
export function tokenLengthFor(count: number): number {
  let length = 3;
  while (letters.length ** length < count) length += 1;
  return length;
}

const letters = "abcdefghijklmnopqrstuvwxyz";
