import { parseDay } from "../../model/day.ts";
import { type FacetName, facetNames } from "../search/facets.ts";

/** The orders of results, by their names in an address; the first needs no mention there. */
export const sortOrders = ["relevance", "newest", "oldest"] as const;
/** One of `sortOrders`. */
export type SortOrder = (typeof sortOrders)[number];

/** What a reader asks: words, what to filter them by, and in which order to answer. It is what the address says. */
export interface Question {
  readonly words: string;
  /** Chosen values by facet; values of one facet widen the answer, facets narrow it. */
  readonly chosen: Readonly<Record<FacetName, readonly string[]>>;
  /** First and last day, `YYYY-MM-DD`; empty where there is no such limit. */
  readonly from: string;
  readonly to: string;
  /** `certainly`: posts whose interval reaches out of the days, years or months asked for are left out. */
  readonly within: Within;
  readonly order: SortOrder;
  /** `one`: of posts that say nearly the same, the first in that order stands for all. */
  readonly copies: Copies;
}

/** How sure it must be that a post is of the days asked for. */
export type Within = "certainly" | "possibly";

/** What to do with posts that say nearly the same. */
export type Copies = "all" | "one";

/** Reads the question in an address such as `?q=конфликт&year=2025&sort=newest`; what it does not know it leaves out. */
export function questionIn(search: string): Question {
  const parameters = new URLSearchParams(search);
  return {
    words: parameters.get("q") ?? "",
    chosen: chosenBy((name) => unique(parameters.getAll(name))),
    from: dayIn(parameters.get("from")),
    to: dayIn(parameters.get("to")),
    within: parameters.get("within") === "certainly" ? "certainly" : "possibly",
    order: sortOrders.find((each) => each === parameters.get("sort")) ?? "relevance",
    copies: parameters.get("copies") === "one" ? "one" : "all",
  };
}

/** The address that asks a question; empty where nothing is asked. */
export function addressOf(question: Question): string {
  const parameters = new URLSearchParams();
  if (question.words !== "") parameters.set("q", question.words);
  for (const name of facetNames) {
    for (const value of question.chosen[name]) parameters.append(name, value);
  }
  if (question.from !== "") parameters.set("from", question.from);
  if (question.to !== "") parameters.set("to", question.to);
  if (question.within !== "possibly") parameters.set("within", question.within);
  if (question.order !== "relevance") parameters.set("sort", question.order);
  if (question.copies !== "all") parameters.set("copies", question.copies);
  const text = `${parameters}`;
  return text === "" ? "" : `?${text}`;
}

/** The question with one value of a facet chosen, or no longer chosen. */
export function toggled(question: Question, name: FacetName, value: string): Question {
  const values = question.chosen[name];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return { ...question, chosen: { ...question.chosen, [name]: next } };
}

/** The question not narrowed by one facet, or by its days. */
export function without(question: Question, name: FacetName | "days"): Question {
  if (name === "days") return { ...question, from: "", to: "" };
  return { ...question, chosen: { ...question.chosen, [name]: [] } };
}

/** The question with its words and its order of results, narrowed by nothing. */
export function withoutFacets(question: Question): Question {
  return { ...question, chosen: chosenBy(() => []), from: "", to: "" };
}

/** Whether a question asks for days of which there are none: its first lies behind its last. */
export function runsBackwards({ from, to }: Question): boolean {
  return from !== "" && to !== "" && from > to;
}

/** Whether a question asks for days, months or years, so that posts of uncertain day may answer it only possibly. */
export function asksForTime({ from, to, chosen }: Question): boolean {
  return from !== "" || to !== "" || chosen.year.length > 0 || chosen.month.length > 0;
}

/** Whether anything at all is asked for. */
export function asksNothing(question: Question): boolean {
  return question.words.trim() === "" && narrowings(question).length === 0;
}

/** What a question is narrowed by, whatever its words are. */
export function narrowings(question: Question): readonly (FacetName | "days")[] {
  const facets = facetNames.filter((name) => question.chosen[name].length > 0);
  return question.from === "" && question.to === "" ? facets : [...facets, "days"];
}

/** Without words nothing is more relevant than anything else: the newest come first. */
export function orderOf(question: Question): SortOrder {
  return question.words.trim() === "" && question.order === "relevance" ? "newest" : question.order;
}

function chosenBy(valuesOf: (name: FacetName) => readonly string[]): Question["chosen"] {
  return Object.fromEntries(facetNames.map((name) => [name, valuesOf(name)])) as Record<FacetName, readonly string[]>;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].filter((value) => value !== "");
}

function dayIn(text: string | null): string {
  return (text !== null && parseDay(text)) || "";
}
