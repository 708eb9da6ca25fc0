import type { FacetLabels, FacetName } from "../search/facets.ts";
import type { FacetCounts } from "./bundle.ts";

/** A value of a facet as the search page shows it. */
export interface FacetValue {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
}

/** A facet longer than this shows its fullest values, and those that are chosen. */
const mostValues = 12;

/** The values of a facet to choose from: years from the newest, all others from the fullest. */
export function facetValues(
  name: FacetName,
  counts: FacetCounts,
  labels: FacetLabels,
  chosen: readonly string[],
): readonly FacetValue[] {
  const found = counts[name] ?? {};
  const values = [...new Set([...Object.keys(found), ...chosen])].map((value) => ({
    value,
    label: labelOf(name, value, labels),
    count: found[value] ?? 0,
    chosen: chosen.includes(value),
  }));
  const offered = values
    .filter((value) => value.count > 0 || value.chosen)
    .sort(name === "year" ? newestFirst : fullestFirst);
  return offered.filter((value, index) => index < mostValues || value.chosen);
}

const plainLabels: FacetLabels = {
  date: { stated: "Stated by the post", inferred: "Inferred" },
  forwarded: { yes: "Forwarded posts", no: "Own posts" },
};

function labelOf(name: FacetName, value: string, labels: FacetLabels): string {
  const label = plainLabels[name]?.[value] ?? labels[name]?.[value] ?? value;
  return name === "tag" ? `#${label}` : label;
}

function newestFirst(one: FacetValue, other: FacetValue): number {
  return Number(other.value) - Number(one.value);
}

function fullestFirst(one: FacetValue, other: FacetValue): number {
  return other.count - one.count || (one.label < other.label ? -1 : 1);
}
