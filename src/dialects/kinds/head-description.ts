import { isBlank, type SourceText } from "../../read/source-text.ts";
import { namesChannel } from "../../text/channel-title.ts";
import type { JudgedPage } from "../boundaries/judge-page.ts";
import type { Token } from "../lines/tokens.ts";
import type { PreviewHead } from "./preview-head.ts";

/** Telegram's limit for descriptions in UTF-16 units, and what extractors may add; and the most lines of one. */
const longestDescription = 300;
const mostLines = 8;

/** Fewer posts do not show how a page parts them. */
const fewestPosts = 4;

/** The least share of posts that begin below a blank line. */
const nearlyAll = 0.9;

/**
 * How many tokens below a head without an end are what the channel says of itself: the lines down to the first blank one, on a page that parts its posts
 * by blank lines. They stand right under the other lines of the head, or name an address or a channel.
 *
 *     Harbour News
 *     @harbournews
 *     12 431 subscribers
 *     News of the harbour and the old town.
 *     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 *     The pier opens at seven.
 */
export function describedTokens(
  source: SourceText,
  head: PreviewHead,
  tokens: readonly Token[],
  { posts, separator }: Pick<JudgedPage, "posts" | "separator">,
): number {
  const end = tokens.findIndex(({ gap }, at) => at > 0 && gap > 0);
  const block = tokens.slice(0, Math.max(0, end));
  const length = block.reduce((sum, { text }) => sum + text.length, 0);
  if (head.isClosed === true || end < 1 || end > mostLines || length > longestDescription) return 0;
  if (block.some(({ kind, mark }) => kind !== "text" || mark !== undefined)) return 0;
  const later = posts.filter(({ range }) => range.start > 0);
  const parted = later.filter(({ range }) => (tokens[range.start]?.gap ?? 0) > 0);
  const areParted = later.length >= fewestPosts && parted.length >= later.length * nearlyAll;
  const areFooted = tokens.filter(({ kind }) => kind === "footer").length >= fewestPosts;
  if (!areParted || !(areFooted || separator !== "line ends")) return 0;
  const top = source.lines.slice(0, head.last).map((line) => !isBlank(line));
  const isTight = top.slice(top.indexOf(true)).every((is) => is) && block[0]?.gap === 0;
  const words = block.map(({ text }) => text).join(" ");
  const isSelf = namesChannel(words) || /@\p{L}|\/\/|(?<![\p{L}\p{N}])t\.me\//u.test(words);
  return isTight || isSelf ? end : 0;
}
