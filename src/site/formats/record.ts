import type { Post } from "../../model/post.ts";
import type { Archive } from "../model/archive.ts";
import { wholeTitle } from "../model/headline.ts";
import type { PostPage } from "../model/post-page.ts";
import { absoluteUrl } from "../model/urls.ts";
import { boundaryLine, isOneLine, lineRanges } from "../model/wording.ts";
import type { Texts } from "../texts/texts.ts";

/** A reference to a post that says what is known of its date and where the text comes from. */
export function citationOf(page: PostPage, { settings, texts }: Pick<Archive, "settings" | "texts">): string {
  const { post, date } = page;
  const title = wholeTitle(post, texts);
  const words = texts.record;
  const isSet = post.dating.basis === "given";
  const when = isSet
    ? texts.dating.by(date.when, date.how)
    : date.kind === "stated"
      ? date.when
      : words.citationInferred(date.when);
  const address = absoluteUrl(settings.url, page.path);
  const { name } = post.channel;
  const author = post.forwardedFrom === undefined ? name : words.citationForwarded(name, post.forwardedFrom);
  return words.citation(author, title, when, settings.title, post.id, address, sourceWords(post, texts));
}

/** `004_1486dc7a033f25ee.txt, lines 16–51, SHA-256 945664900c95…`, and who set the post's boundary, where an editor did. */
function sourceWords(post: Post, texts: Texts): string {
  const { file, lines, sha256 } = post.source;
  const source = texts.record.citationSource(file, lineRanges(lines), sha256.slice(0, 12), isOneLine(lines));
  return post.boundary.kind === "set" ? `${source}; ${boundaryLine(post.boundary, texts)}` : source;
}
