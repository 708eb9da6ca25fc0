import type { Archive } from "../model/archive.ts";
import type { PostPage } from "../model/post-page.ts";
import { boundaryLine, isOneLine, lineRanges } from "../model/wording.ts";
import { postingOf } from "./json-ld.ts";
import { type Beside, referenceFrom } from "./posting-references.ts";
import type { CslItem } from "./references.ts";

/** What BibTeX and RIS say of a post. */
export function referenceOf(page: PostPage, archive: Archive): CslItem {
  return referenceFrom(postingOf(page, archive), besideOf(page, archive));
}

/** What a post's page says for references beside its structured data. */
export function besideOf({ post, date }: PostPage, { texts }: Pick<Archive, "texts">): Beside {
  const { file, lines, sha256 } = post.source;
  const words = texts.cite;
  const when =
    post.dating.basis === "given"
      ? words.set(date.when, date.how)
      : date.kind === "stated"
        ? words.stated(date.when)
        : words.inferred(date.when, post.dating.edtf);
  const forwarded = post.forwardedFrom === undefined ? "" : `${words.forwardedFrom(post.forwardedFrom)} `;
  const boundary = post.boundary.kind === "set" ? ` ${boundaryLine(post.boundary, texts)}.` : "";
  return {
    note: `${forwarded}${when}${boundary} ${words.source(file, lineRanges(lines), sha256, isOneLine(lines))}`,
    best: post.dating.best,
  };
}
