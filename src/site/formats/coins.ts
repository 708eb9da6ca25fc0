import type { Archive } from "../model/archive.ts";
import type { PostPage } from "../model/post-page.ts";
import { postingOf } from "./json-ld.ts";
import { certainDate } from "./posting-references.ts";

/**
 * A post as a COinS: what the `title` of a `span` of the class `Z3988` holds, by which reference managers take the posts
 * of a list. Source: ANSI/NISO Z39.88-2004, key/encoded-value format `dc`; `rft.type` is Zotero's word for the kind, and
 * `rft.aucorp` an author with one name.
 */
export function coinsOf(page: PostPage, archive: Archive): string {
  const posting = postingOf(page, archive);
  return `${new URLSearchParams({
    ctx_ver: "Z39.88-2004",
    rft_val_fmt: "info:ofi/fmt:kev:mtx:dc",
    "rft.type": "forumPost",
    "rft.title": posting.headline,
    "rft.aucorp": posting.author.name,
    "rft.date": certainDate(posting, page.post.dating.best),
    ...(posting.inLanguage === undefined ? {} : { "rft.language": posting.inLanguage }),
    "rft.identifier": posting.url,
  })}`;
}
