import { type FateKind, livingSuccessors, type Permalinks } from "../archive/permalinks.ts";
import type { PostPage } from "./post-page.ts";
import { homePath, postPath, type SitePath } from "./urls.ts";

/** An address that was published once and has no page of its own any more: it tells what became of it. A class for the reason that `archive.ts` gives. */
export class FormerPage {
  constructor(
    readonly path: SitePath,
    /** `page`: no post, but a list that has nothing to show any more. */
    readonly became: FateKind | "page",
    /** The posts that it leads to now. */
    readonly into: readonly PostPage[],
    /** The page that stands nearest to what it was. */
    readonly to: SitePath | undefined,
    readonly reason: string | undefined,
    /** The id of a former post. */
    readonly id: string | undefined,
  ) {}
}

/** Every address of `permalinks` that is not among the site's `paths`, in the order of the alphabet. */
export function formerPages(
  permalinks: Permalinks,
  posts: readonly PostPage[],
  paths: readonly SitePath[],
): readonly FormerPage[] {
  const there = new Set<string>(paths);
  const byId = new Map(posts.map((page) => [page.post.id, page]));
  const former: FormerPage[] = [];
  for (const [id, fate] of permalinks.posts) {
    const path = postPath(id);
    if (there.has(path)) continue;
    const into = livingSuccessors(permalinks, id).flatMap((successor) => byId.get(successor) ?? []);
    const became = fate.kind === "post" ? "gone" : fate.kind;
    former.push(new FormerPage(path, became, into, undefined, fate.kind === "post" ? undefined : fate.reason, id));
  }
  for (const [path, to] of permalinks.pages) {
    if (there.has(path)) continue;
    former.push(
      new FormerPage(
        path as SitePath,
        "page",
        [],
        lastOf(permalinks, path, there) ?? parentOf(to ?? path, there),
        undefined,
        undefined,
      ),
    );
  }
  return former.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** Where a page went at last, following pages that moved more than once. */
function lastOf(permalinks: Permalinks, path: string, there: ReadonlySet<string>): SitePath | undefined {
  const seen = new Set<string>();
  for (
    let next = permalinks.pages.get(path);
    next !== undefined && !seen.has(next);
    next = permalinks.pages.get(next)
  ) {
    if (there.has(next)) return next as SitePath;
    seen.add(next);
  }
  return undefined;
}

/** The nearest page above an address that the site has. */
function parentOf(path: string, there: ReadonlySet<string>): SitePath {
  for (let above = path; above !== "/"; ) {
    above = above.replace(/[^/]+\/?$/u, "");
    if (there.has(above)) return above as SitePath;
  }
  return homePath;
}
