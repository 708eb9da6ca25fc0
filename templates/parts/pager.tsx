import type { ListPage } from "../../src/site/lists.ts";
import type { Texts } from "../../src/site/texts/texts.ts";
import type { Link } from "../../src/site/urls.ts";

interface PagerProps {
  readonly list: ListPage<unknown>;
  readonly link: Link;
  readonly texts: Texts;
}

/** Leads to the newer and older pages of a list. */
export function Pager({ list, link, texts }: PagerProps) {
  const words = texts.list;
  if (list.newer === undefined && list.older === undefined) return null;
  return (
    <nav class="pager" aria-label={words.pages}>
      {list.newer === undefined ? (
        <span class="faint">{words.newestPosts}</span>
      ) : (
        <a href={link(list.newer)} rel="prev">
          ← {words.newerPosts}
        </a>
      )}
      {list.older === undefined ? (
        <span class="faint">{words.oldestPosts}</span>
      ) : (
        <a href={link(list.older)} rel="next">
          {words.olderPosts} →
        </a>
      )}
    </nav>
  );
}
