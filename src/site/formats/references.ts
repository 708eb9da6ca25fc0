import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";

/** A CSL variable of dates: one day, or the first and the last of an interval. */
export interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
  readonly circa?: true;
}

/** The CSL variables that a reference to a post has. */
export interface CslItem {
  readonly id: string;
  readonly "citation-key": string;
  readonly type: "post";
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly issued: CslDate;
  readonly accessed?: CslDate;
  readonly publisher: string;
  readonly archive: string;
  readonly archive_location: string;
  readonly URL: string;
  readonly note: string;
  readonly language?: string;
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

function withoutDay(date: CslDate): CslDate {
  return { "date-parts": date["date-parts"].map((parts) => parts.slice(0, 2)) };
}

Object.assign(plugins.config.get("@bibtex").format, { asciiOnly: false, useIdAsLabel: true });

/** A reference as an entry of BibTeX, which has no field for the day. */
export function bibtexOf(item: CslItem): string {
  const entry: string = plugins.output.format("bibtex", [asLatex({ ...item, issued: withoutDay(item.issued) })]);
  const [day] = item.accessed?.["date-parts"] ?? [];
  if (day === undefined) return entry.trimEnd();
  // The library writes the day of access for BibLaTeX alone; BibTeX passes over a field that a style does not know.
  const written = day.map((part) => `${part}`.padStart(2, "0")).join("-");
  return entry.trimEnd().replace(/\}$/u, `\turldate = {${written}},\n}`);
}

/** A reference as a record of RIS. The library's own lines are broken after 70 units, inside words and even inside an emoji; its fields are written whole here. */
export function risOf(item: CslItem): string {
  const [fields]: readonly Readonly<Record<string, unknown>>[] = plugins.output.format("ris", [item], {
    format: "object",
  });
  const { TY, ...others } = fields ?? {};
  // A field ends with its line: a name with a line break would start another one.
  const oneLine = (value: unknown): string => String(value).replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ");
  // RIS writes months and days with two figures; the library does not.
  const padded = (tag: string, value: string): string =>
    tag === "DA" || tag === "Y2" ? value.replace(/(?<=\/)\d(?=\/)/gu, "0$&") : value;
  const lines = Object.entries(others).flatMap(([tag, value]) =>
    [value].flat().map((each) => `${tag}  - ${padded(tag, oneLine(each))}`),
  );
  return [`TY  - ${TY}`, ...lines, "ER  - "].join("\n");
}
