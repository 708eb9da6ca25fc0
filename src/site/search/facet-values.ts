import { ownEntry } from "../../model/own-entry.ts";
import { figures } from "../texts/counted.ts";
import type { Texts } from "../texts/texts.ts";
import type { FacetCounts, FacetLabels, FacetName } from "./facets.ts";

/** A value of a facet as the search page shows it. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** A facet longer than this shows its fullest values, and those that are chosen. */
const mostValues = 12;

/** What names the values of facets: the manifest's labels, and the texts of the interface. */
export interface FacetWords {
  readonly labels: FacetLabels;
  readonly texts: Texts["search"];
}

/** The values of a facet to choose from: years and months from the newest, all others from the fullest. */
export function facetValues(
  name: FacetName,
  counts: FacetCounts,
  words: FacetWords,
  chosen: readonly string[],
): readonly FacetValue[] {
  const found = counts[name];
  const values = [...new Set([...found.keys(), ...chosen])].map((value) => ({
    value,
    label: labelOf(name, value, words),
    count: found.get(value) ?? 0,
    chosen: chosen.includes(value),
  }));
  const offered = values
    .filter((value) => value.count > 0 || value.chosen)
    .sort(name === "year" || name === "month" ? newestFirst : fullestFirst);
  return offered.filter((value, index) => index < mostValues || value.chosen);
}

/** What a value of a facet is called. */
export function labelOf(name: FacetName, value: string, { labels, texts }: FacetWords): string {
  if (name === "month") return monthName(value, texts.locale);
  if (name === "year") return figures(texts.locale, Number(value));
  const label = ownEntry(texts.values[name], value) ?? (ownEntry(labels[name], value) || undefined);
  if (name === "language") return label ?? ownEntry(texts.values.language, "und") ?? value;
  return name === "tag" ? `#${label ?? value}` : (label ?? value);
}

function monthName(month: string, locale: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const name = new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return name.format(Date.UTC(year, number - 1, 1));
}

function newestFirst(one: FacetValue, other: FacetValue): number {
  return one.value < other.value ? 1 : -1;
}

function fullestFirst(one: FacetValue, other: FacetValue): number {
  return other.count - one.count || (one.label < other.label ? -1 : 1);
}
