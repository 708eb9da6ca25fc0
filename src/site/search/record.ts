import { yearOf } from "../../day.ts";
import type { PostPage } from "../archive.ts";
import type { FacetName, FoundMeta } from "./facets.ts";

/** A post as Pagefind takes it. */
export interface SearchRecord {
  /** Relative to the root of the site, without a leading slash. */
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<FoundMeta>;
  readonly filters: Readonly<Record<FacetName, readonly string[]>>;
  /** Without a key here a record vanishes from results sorted by it. */
  readonly sort: { readonly date: string };
}

/** What the search knows of a post: its own words and nothing that its page adds. */
export function searchRecord(page: PostPage): SearchRecord {
  const { post } = page;
  const { dating } = post;
  return {
    url: page.path.slice(1),
    content: contentOf(page),
    meta: {
      title: page.title,
      day: dating.best,
      when: page.date.when,
      channel: post.channel.name,
      language: post.language === "und" ? "" : post.language,
    },
    filters: {
      year: [`${yearOf(dating.best)}`],
      channel: [post.channel.key],
      language: [post.language],
      date: [page.date.kind === "stated" ? "stated" : "inferred"],
      forwarded: [post.forwardedFrom === undefined ? "no" : "yes"],
      tag: post.tags.map((tag) => tag.key),
    },
    // The order within a day is kept too, as far as a dump tells it.
    sort: { date: `${dating.best} ${`${page.place}`.padStart(9, "0")}` },
  };
}

function contentOf({ post, title }: PostPage): string {
  const told = post.text.replace(/\s+/gu, " ").includes(title);
  return told ? post.text : `${title}\n${post.text}`;
}
