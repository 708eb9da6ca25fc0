import { slugOf } from "../../text/slug.ts";
import type { PostPage } from "./post-page.ts";
import { domainPath, type SitePath } from "./urls.ts";

/** A site that posts link to, by its host without `www.`, and the posts, oldest first. */
export class DomainTopic {
  /** The list of its posts; the post itself where there is one alone. */
  readonly path: SitePath;

  constructor(
    readonly name: string,
    readonly posts: readonly PostPage[],
    /** How many links lead there. */
    readonly links: number,
  ) {
    this.path = posts.length === 1 && posts[0] !== undefined ? posts[0].path : domainPath(name);
  }
}

/** An address that posts link to, and how many do. */
export interface LinkedAddress {
  readonly address: string;
  readonly posts: number;
}

/** Gathers posts by the sites that they link to; most posts first. */
export function domainTopics(pages: readonly PostPage[]): readonly DomainTopic[] {
  const found = new Map<string, { links: number; readonly posts: PostPage[] }>();
  for (const page of pages) {
    for (const host of page.post.links.flatMap((address) => hostOf(address) ?? [])) {
      const site = found.get(host) ?? { links: 0, posts: [] };
      found.set(host, site);
      site.links += 1;
      if (site.posts.at(-1) !== page) site.posts.push(page);
    }
  }
  return [...found]
    .map(([name, { links, posts }]) => new DomainTopic(name, posts, links))
    .sort((one, other) => other.posts.length - one.posts.length || (one.name < other.name ? -1 : 1));
}

/** The addresses that two posts or more link to, those of most posts first. */
export function addressesLinked(pages: readonly PostPage[], most: number): readonly LinkedAddress[] {
  const counts = new Map<string, number>();
  for (const { post } of pages)
    for (const address of new Set(post.links)) counts.set(address, (counts.get(address) ?? 0) + 1);
  return [...counts]
    .filter(([, posts]) => posts > 1)
    .map(([address, posts]) => ({ address, posts }))
    .sort((one, other) => other.posts - one.posts || (one.address < other.address ? -1 : 1))
    .slice(0, most);
}

/** The host of a web address without `www.`; nothing where it is none, or has no letters to be called by. */
export function hostOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.replace(/^www\./u, "");
  return slugOf(host) === "" ? undefined : host;
}
