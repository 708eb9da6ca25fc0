import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { monthOf, yearOf } from "../../model/day.ts";
import type { Dating } from "../../model/post.ts";
import type { Archive } from "../model/archive.ts";
import { isOneDay } from "../model/dating.ts";
import type { PostPage } from "../model/post-page.ts";
import { absoluteUrl } from "../model/urls.ts";
import { lineRanges } from "../model/wording.ts";
import { citationOf } from "./record.ts";

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
  const item = cslItem(page, archive);
  const issued = { "date-parts": [sharedParts(page.post.dating, isOneDay(page.date.kind))] };
  const plain = { ...item, issued };
  return {
    plain: citationOf(page, archive),
    bibtex: bibtexOf({ ...plain, issued: withoutDay(issued) }),
    ris: risOf(plain),
    csl: JSON.stringify([item], undefined, 2),
  };
}

/** A CSL variable of dates: one day, or the first and the last of an interval. */
interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
  readonly circa?: true;
}

/** The CSL variables that a reference to a post has. */
interface CslItem {
  readonly id: string;
  readonly "citation-key": string;
  readonly type: "post";
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued: CslDate;
  readonly publisher: string;
  readonly archive: string;
  readonly archive_location: string;
  readonly URL: string;
  readonly note: string;
  readonly language?: string;
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

/** BibTeX has no field for the day. */
function withoutDay(date: CslDate): CslDate {
  return { "date-parts": date["date-parts"].map((parts) => parts.slice(0, 2)) };
}

/** What TeX would take for a command. The library can write letters beyond ASCII as commands only, and then drops most scripts. */
const commands: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  $: "\\textdollar{}",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
};

function asLatex(item: CslItem): CslItem {
  const latex = (text: string): string => text.replace(/[\\{}$&%#_^~<>]/gu, (sign) => commands[sign] ?? sign);
  return {
    ...item,
    title: latex(item.title),
    author: item.author.map(({ literal }) => ({ literal: latex(literal) })),
    note: latex(item.note),
  };
}

Object.assign(plugins.config.get("@bibtex").format, { asciiOnly: false, useIdAsLabel: true });

function bibtexOf(item: CslItem): string {
  return plugins.output.format("bibtex", [asLatex(item)]).trimEnd();
}

/** The library's own lines are broken after 70 units, inside words and even inside an emoji; its fields are written whole here. */
function risOf(item: CslItem): string {
  const [fields]: readonly Readonly<Record<string, unknown>>[] = plugins.output.format("ris", [item], {
    format: "object",
  });
  const { TY, ...others } = fields ?? {};
  // A field ends with its line: a name with a line break would start another one.
  const oneLine = (value: unknown): string => String(value).replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ");
  const lines = Object.entries(others).flatMap(([tag, value]) =>
    [value].flat().map((each) => `${tag}  - ${oneLine(each)}`),
  );
  return [`TY  - ${TY}`, ...lines, "ER  - "].join("\n");
}
