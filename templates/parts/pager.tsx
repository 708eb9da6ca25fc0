import type { ListPage } from "../../src/site/lists.ts";
import type { Link } from "../../src/site/urls.ts";

/** Leads to the newer and older pages of a list. */
export function Pager({ list, link }: { readonly list: ListPage<unknown>; readonly link: Link }) {
  if (list.newer === undefined && list.older === undefined) return null;
  return (
    <nav class="pager" aria-label="Pages of this list">
      {list.newer === undefined ? (
        <span class="faint">Newest posts</span>
      ) : (
        <a href={link(list.newer)} rel="prev">
          ← Newer posts
        </a>
      )}
      {list.older === undefined ? (
        <span class="faint">Oldest posts</span>
      ) : (
        <a href={link(list.older)} rel="next">
          Older posts →
        </a>
      )}
    </nav>
  );
}
