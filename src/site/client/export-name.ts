import { nameOfFolder, slugOf } from "../../text/slug.ts";
import { facetNames } from "../search/facets.ts";
import type { Question } from "./question.ts";

/** The kinds of files that a search is exported as. */
export const exportKinds = ["csv", "jsonl", "bibtex", "ris"] as const;
/** One of `exportKinds`. */
export type ExportKind = (typeof exportKinds)[number];

/** The media types of the kinds (RFC 4180; jsonlines.org; the types that reference managers open). */
export const exportTypes: Readonly<Record<ExportKind, string>> = {
  csv: "text/csv",
  jsonl: "application/jsonl",
  bibtex: "application/x-bibtex",
  ris: "application/x-research-info-systems",
};

/** The endings of their files. */
export const exportEndings: Readonly<Record<ExportKind, string>> = {
  csv: "csv",
  jsonl: "jsonl",
  bibtex: "bib",
  ris: "ris",
};

/** More characters of a file's name some systems refuse, and nobody reads. */
const longest = 120;

/** The name of a file that tells the question: `yalta_from-2025-02-01_to-2025-02-20.csv`. */
export function exportName(question: Question, kind: ExportKind): string {
  const { words, chosen, from, to, within } = question;
  const parts = [
    slugOf(words),
    ...facetNames.flatMap((name) => chosen[name].map(slugOf)),
    from && `from-${from}`,
    to && `to-${to}`,
    within === "certainly" ? within : "",
  ].filter((part) => part !== "");
  const name = [...parts.join("_")].slice(0, longest).join("");
  return `${nameOfFolder(name) || "search"}.${exportEndings[kind]}`;
}
