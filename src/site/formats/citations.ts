import { monthOf, yearOf } from "../../model/day.ts";
import type { Dating } from "../../model/post.ts";
import type { Archive } from "../model/archive.ts";
import { isOneDay } from "../model/dating.ts";
import type { PostPage } from "../model/post-page.ts";
import { absoluteUrl } from "../model/urls.ts";
import { lineRanges } from "../model/wording.ts";
import { citationOf } from "./record.ts";
import { bibtexOf, type CslDate, type CslItem, risOf } from "./references.ts";

/** A reference to a post in the forms that people and their programs use. */
export interface Citations {
  readonly plain: string;
  readonly bibtex: string;
  readonly ris: string;
  /** CSL-JSON: an array of one. */
  readonly csl: string;
}

/**
 * Makes a post's references. None says more of a date than is known: CSL-JSON has an inferred date as `circa` with its
 * interval; BibTeX and RIS, which know no doubt, get only the year and month that the interval shares, and a note with the rest.
 */
export function citationsOf(page: PostPage, archive: Archive): Citations {
  const reference = referenceOf(page, archive);
  return {
    plain: citationOf(page, archive),
    bibtex: bibtexOf(reference),
    ris: risOf(reference),
    csl: JSON.stringify([cslItem(page, archive)], undefined, 2),
  };
}

/** What BibTeX and RIS say of a post: a date of such parts alone as are certain, or nearly. */
export function referenceOf(page: PostPage, archive: Archive): CslItem {
  const parts = sharedParts(page.post.dating, isOneDay(page.date.kind));
  return { ...cslItem(page, archive), issued: { "date-parts": [parts] } };
}

function cslItem(page: PostPage, { settings, texts }: Archive): CslItem {
  const { post, date } = page;
  const { file, lines, sha256 } = post.source;
  const words = texts.cite;
  const when =
    post.dating.basis === "given"
      ? words.set(date.when, date.how)
      : date.kind === "stated"
        ? words.stated(date.when)
        : words.inferred(date.when, post.dating.edtf);
  return {
    id: post.id,
    "citation-key": post.id,
    type: "post",
    title: page.title,
    author: [{ literal: post.channel.name }],
    issued: issuedOf(post.dating, isOneDay(date.kind)),
    publisher: "Telegram",
    archive: settings.title,
    archive_location: post.id,
    URL: absoluteUrl(settings.url, page.path),
    note: `${when} ${words.source(file, lineRanges(lines), sha256)}`,
    ...(post.language === "und" ? {} : { language: post.language }),
  };
}

function issuedOf({ best, earliest, latest }: Dating, isStated: boolean): CslDate {
  if (isStated) return { "date-parts": [partsOf(best)] };
  const days = earliest === latest ? [best] : [earliest, latest];
  return { "date-parts": days.map(partsOf), circa: true };
}

function partsOf(day: Dating["best"]): readonly number[] {
  return day.split("-").map(Number);
}

/** What is certain of a date, or nearly: the day that is stated, the month or year that the interval lies in, else the best day's year. */
function sharedParts({ best, earliest, latest }: Dating, isStated: boolean): readonly number[] {
  if (isStated) return partsOf(best);
  const sameYear = yearOf(earliest) === yearOf(latest);
  return sameYear && monthOf(earliest) === monthOf(latest) ? [yearOf(best), monthOf(best)] : [yearOf(best)];
}
