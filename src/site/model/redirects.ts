import type { FateKind } from "../../archive/permalink-lines.ts";
import { livingSuccessors, type Permalinks } from "../../archive/permalinks.ts";
import { type Post, type Source, sourcesOf } from "../../model/post.ts";
import type { PostPage } from "./post-page.ts";
import { homePath, postPath, postRecordPath, type SitePath } from "./urls.ts";

/** An address, of a page or of a file, that was published once and has nothing of its own any more: it tells what became of it. A class for the reason that `archive.ts` gives. */
export class RedirectPage {
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
    /** Where the dumps hold a post that a person took out. */
    readonly sources: readonly Source[] = [],
  ) {}

  /** Whether other programs read it, such as a feed or a record; else it is a page. */
  get isFile(): boolean {
    return !this.path.endsWith("/");
  }
}

/** What there is on the site. */
interface There {
  readonly posts: readonly PostPage[];
  /** Posts that a person took out. */
  readonly withdrawn: readonly Post[];
  /** The addresses of all pages and feeds. */
  readonly paths: readonly SitePath[];
  /** By the address that a page would have under another of its names, the address that it has. */
  readonly alsoCalled: ReadonlyMap<string, SitePath>;
  /** Whether each post has its record beside its page. */
  readonly hasRecords: boolean;
}

/** Every address of `permalinks`, and of every post that was taken out, that is not there any more, in the order of the alphabet. */
export function redirectPages(
  permalinks: Permalinks,
  { posts, withdrawn, paths, alsoCalled, hasRecords }: There,
): readonly RedirectPage[] {
  const there = new Set<string>(paths);
  const byId = new Map(posts.map((page) => [page.post.id, page]));
  const takenOut = new Map(withdrawn.map((post) => [post.id, post]));
  const redirects: RedirectPage[] = [];
  for (const id of new Set([...permalinks.posts.keys(), ...takenOut.keys()])) {
    if (byId.has(id)) continue;
    const fate = permalinks.posts.get(id) ?? { kind: "post" };
    const post = takenOut.get(id);
    const into = livingSuccessors(permalinks, id).flatMap((successor) => byId.get(successor) ?? []);
    const became = post !== undefined ? "withdrawn" : fate.kind === "post" ? "gone" : fate.kind;
    const reason = post?.withdrawn ?? (fate.kind === "post" ? undefined : fate.reason);
    const sources = post === undefined ? [] : sourcesOf(post);
    for (const path of [postPath(id), ...(hasRecords ? [postRecordPath(id)] : [])]) {
      redirects.push(new RedirectPage(path, became, into, undefined, reason, id, sources));
    }
  }
  for (const [path, to] of permalinks.pages) {
    if (there.has(path)) continue;
    const nearest = lastOf(permalinks, path, there) ?? alsoCalled.get(path) ?? parentOf(to ?? path, there);
    redirects.push(new RedirectPage(path as SitePath, "page", [], nearest, undefined, undefined));
  }
  return redirects.sort((one, other) => (one.path < other.path ? -1 : 1));
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
  for (let end = path.length; end > 1; ) {
    end = path.lastIndexOf("/", end - 2) + 1;
    if (there.has(path.slice(0, end))) return path.slice(0, end) as SitePath;
  }
  return homePath;
}
