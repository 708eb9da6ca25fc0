import { detailsIn, type FoundDetails } from "../search/details.ts";
import type { FacetName } from "../search/facets.ts";

/** How many posts bear each value of each facet. */
export type FacetCounts = Readonly<Partial<Record<FacetName, Readonly<Record<string, number>>>>>;

/** What is shown of a post that was found. */
export interface Found {
  readonly details: FoundDetails;
  /** Empty for a post without words. */
  readonly title: string;
  /** Relative to the root of the site. */
  readonly path: string;
  /** HTML as Pagefind makes it; for `excerptParts` only. */
  readonly excerpt: string;
}

/** A post that was found, of which no more is known yet. */
export interface Hit {
  readonly score: number;
  load(): Promise<Found>;
}

/** What one bundle finds: its posts in the order asked for, and how many of them bear each value of each facet. */
export interface BundleAnswer {
  readonly hits: readonly Hit[];
  readonly counts: FacetCounts;
}

/** A question as one bundle takes it; without `newestFirst` it answers by relevance. */
export interface BundleQuestion {
  /** `null` finds all posts that the filters let through. */
  readonly words: string | null;
  readonly filters: Readonly<Partial<Record<FacetName, { readonly any: readonly string[] }>>>;
  readonly newestFirst?: boolean;
}

/** One index of the search, in one language. */
export interface Bundle {
  readonly totals: FacetCounts;
  ask(question: BundleQuestion): Promise<BundleAnswer>;
}

/** Loads a bundle as a module of its own: two languages in one Pagefind would lose the word forms of one of them. */
export async function openBundle(folder: string): Promise<Bundle> {
  const pagefind = (await import(`${folder}pagefind.js`)) as Pagefind;
  await pagefind.options({ basePath: folder, excerptLength: 36, ranking: { metaWeights } });
  await pagefind.init();
  // Without the filters at hand, answers come without counts.
  const totals = await pagefind.filters();
  return {
    totals,
    ask: async ({ words, filters, newestFirst }) => {
      const sort = newestFirst === undefined ? {} : { sort: { date: newestFirst ? "desc" : "asc" } };
      const answer = await pagefind.search(words, { filters, ...sort });
      return { hits: answer.results.map(hitOf), counts: answer.filters };
    },
  };
}

/** Words in a title count more than words in passing. */
const metaWeights = { title: 5 };

/** The part of Pagefind's browser interface that is used here. */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<FacetCounts>;
  search(words: string | null, options: object): Promise<{ results: PagefindHit[]; filters: FacetCounts }>;
}

interface PagefindHit {
  readonly score: number;
  data(): Promise<{ readonly raw_url: string; readonly excerpt: string; readonly meta: { readonly title?: string } }>;
}

function hitOf(hit: PagefindHit): Hit {
  return {
    score: hit.score,
    load: async () => {
      const { raw_url, excerpt, meta } = await hit.data();
      return { ...detailsIn(raw_url), title: meta.title ?? "", excerpt };
    },
  };
}
