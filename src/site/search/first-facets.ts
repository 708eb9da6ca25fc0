import type { Archive } from "../model/archive.ts";
import { labelsOf } from "./bundles.ts";
import { byFacet, type FirstFacets } from "./counted-before.ts";
import { facetColumns } from "./facet-columns.ts";
import { facetValues } from "./facet-values.ts";
import { type FacetCounts, facetNames } from "./facets.ts";
import { type Interval, monthsIn, yearsIn } from "./intervals.ts";

/** The values that the search shows once its index is open, and no others. */
export function firstFacets(archive: Archive): FirstFacets {
  const { posts } = archive;
  const labels = labelsOf(archive);
  const words = { labels, texts: archive.texts.search };
  const tallies = tallied(archive);
  const shown = facetNames.map((name) => [name, facetValues(name, tallies, words, [])] as const);
  return {
    counts: byFacet(shown.map(([name, values]) => [name, values.map(({ value, count }) => [value, count] as const)])),
    labels: Object.fromEntries(
      shown.flatMap(([name, values]) => {
        const own = labels[name];
        const known = values.flatMap(({ value }) => (own?.[value] === undefined ? [] : [[value, own[value]] as const]));
        return known.length === 0 ? [] : [[name, Object.fromEntries(known)] as const];
      }),
    ),
    span: [posts[0]?.day ?? "", posts.at(-1)?.day ?? ""],
  };
}

function tallied({ posts }: Archive): FacetCounts {
  const tallies = byFacet(facetNames.map((name) => [name, new Map<string, number>()]));
  for (const page of posts) {
    const { earliest: first, latest: last } = page.post.dating;
    const interval: Interval = { first, last };
    const valuesOf = { ...facetColumns, year: () => yearsIn(interval), month: () => monthsIn(interval) };
    for (const name of facetNames) {
      for (const value of valuesOf[name](page)) tallies[name].set(value, (tallies[name].get(value) ?? 0) + 1);
    }
  }
  return tallies;
}
