import { yearOf } from "../../day.ts";
import type { Post } from "../../post.ts";
import type { PostPage } from "../post-page.ts";
import { addressWith } from "./details.ts";
import type { FacetName } from "./facets.ts";

/** A post as Pagefind takes it. */
export interface SearchRecord {
  /** Relative to the root of the site, without a leading slash, details behind the `#`. */
  readonly url: string;
  readonly content: string;
  /** All of it is searched. */
  readonly meta: { readonly title: string };
  readonly filters: Readonly<Record<FacetName, readonly string[]>>;
  /** Without a key here a record vanishes from results sorted by it. */
  readonly sort: { readonly date: string };
}

/** What the search knows of a post: its own words and nothing that its page adds. */
export function searchRecord(page: PostPage): SearchRecord {
  const { post } = page;
  const { dating } = post;
  return {
    url: addressWith(page.path.slice(1), {
      day: dating.best,
      when: page.date.when,
      channel: post.channel.name,
      language: post.language === "und" ? "" : post.language,
    }),
    content: contentOf(post),
    meta: { title: post.title },
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

function contentOf({ text, title }: Post): string {
  const told = text.replace(/\s+/gu, " ").includes(title.replace(/…$/u, ""));
  return told ? text : `${title}\n${text}`;
}
