import { type Day, monthOf, yearOf } from "../../model/day.ts";
import type { Posting } from "./json-ld.ts";
import { bibtexOf, type CslDate, type CslItem, risOf } from "./references.ts";

/** What a reference says of a post beside the structured data of its page. */
export interface Beside {
  /** How the date is known, and where the text was read. */
  readonly note: string;
  /** The best estimate of the day. */
  readonly best: string;
  /** The day on which the page was opened, where that is known. */
  readonly accessed?: string;
}

/** A reference to a post in the forms of reference managers. */
export interface References {
  readonly bibtex: string;
  readonly ris: string;
  /** CSL-JSON: an array of one. */
  readonly csl: string;
}

/** Makes them from what the post's page says; the page's own program does. */
export function referencesFrom(posting: Posting, beside: Beside): References {
  const reference = referenceFrom(posting, beside);
  return {
    bibtex: bibtexOf(reference),
    ris: risOf(reference),
    csl: JSON.stringify([cslFrom(posting, beside)], undefined, 2),
  };
}

/** What BibTeX and RIS, which know no doubt, say of a post: a date of such parts alone as are certain, or nearly. */
export function referenceFrom(posting: Posting, beside: Beside): CslItem {
  return { ...cslFrom(posting, beside), issued: { "date-parts": [sharedParts(posting, beside.best)] } };
}

/** CSL-JSON has an inferred date as `circa` with its interval. */
function cslFrom(posting: Posting, { note, accessed }: Beside): CslItem {
  return {
    id: posting.identifier,
    "citation-key": posting.identifier,
    type: "post",
    title: posting.headline,
    author: [{ literal: posting.author.name }],
    issued: issuedOf(posting),
    ...(accessed === undefined ? {} : { accessed: { "date-parts": [partsOf(accessed)] } }),
    publisher: "Telegram",
    archive: posting.isPartOf.name,
    archive_location: posting.identifier,
    URL: posting.url,
    note,
    ...(posting.inLanguage === undefined ? {} : { language: posting.inLanguage }),
  };
}

/** A reference with the day on which its page was opened. */
export function accessedOn(reference: CslItem, day: string): CslItem {
  return { ...reference, accessed: { "date-parts": [partsOf(day)] } };
}

function issuedOf({ datePublished, temporalCoverage }: Posting): CslDate {
  if (datePublished !== undefined) return { "date-parts": [partsOf(datePublished)] };
  return { "date-parts": [...new Set(endsOf(temporalCoverage))].map(partsOf), circa: true };
}

function partsOf(day: string): readonly number[] {
  return day.split("-").map(Number);
}

function endsOf(interval = ""): readonly Day[] {
  return interval.split("/") as Day[];
}

/** What is certain of a post's date, or nearly, as references write it: `2025-02-04`, `2025-02`, `2025`. */
export function certainDate(posting: Posting, best: string): string {
  return sharedParts(posting, best)
    .map((part) => `${part}`.padStart(2, "0"))
    .join("-");
}

/** What is certain of a date, or nearly: the day that is stated, the month or year that the interval lies in, else the best day's year. */
function sharedParts({ datePublished, temporalCoverage }: Posting, best: string): readonly number[] {
  if (datePublished !== undefined) return partsOf(datePublished);
  const ends = endsOf(temporalCoverage);
  const isMonth = new Set(ends.map(yearOf)).size === 1 && new Set(ends.map(monthOf)).size === 1;
  return partsOf(best).slice(0, isMonth ? 2 : 1);
}

/**
 * A name for `DC.creator` that Zotero keeps whole. It parts a name of several words, here as in `citation_author`, into first and last at its last
 * blank, unless a comma tells what is what: so nothing follows the comma. A name of one word needs none.
 */
export function wholeName(name: string): string {
  return name.includes(" ") ? `${name},` : name;
}
