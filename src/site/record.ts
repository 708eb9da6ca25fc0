import type { Post } from "../post.ts";
import type { PostPage } from "./post-page.ts";
import type { Settings } from "./settings.ts";
import { absoluteUrl } from "./urls.ts";
import { lineRanges } from "./wording.ts";

/** A reference to a post that says what is known of its date and where the text comes from. */
export function citationOf(page: PostPage, settings: Settings): string {
  const { post, date } = page;
  const when = date.kind === "stated" ? date.when : `date inferred: ${date.when}`;
  const address = absoluteUrl(settings.url, page.path);
  return `${post.channel.name} (Telegram), “${page.title}”, ${when}. ${settings.title}, post ${post.id}, ${address} (${sourceWords(post)}).`;
}

/** `004_1486dc7a033f25ee.txt, lines 16–51, SHA-256 945664900c95…`. */
function sourceWords(post: Post): string {
  const { file, lines, sha256 } = post.source;
  return `${file}, lines ${lineRanges(lines)}, SHA-256 ${sha256.slice(0, 12)}…`;
}
