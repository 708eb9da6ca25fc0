import { isBlank, type SourceText } from "../../read/source-text.ts";
import { namesChannel } from "../../text/channel-title.ts";
import { cut } from "../../text/graphemes.ts";
import { headingDay } from "../../text/heading-day.ts";
import type { JudgedPage } from "../boundaries/judge-page.ts";
import { siteLine } from "../lines/site-lines.ts";
import type { Token } from "../lines/tokens.ts";
import type { Finding, Parsed } from "./dialect.ts";
import { type PreviewHead, previewHead } from "./preview-head.ts";

/** Telegram's limit for descriptions in UTF-16 units, and what extractors may add; and the most lines of one. */
const longestDescription = 300;
const mostLines = 8;

/** Fewer posts do not show how a page parts them. */
const fewestPosts = 4;

/** A short description, in lines, and the most posts with a blank line inside on a page where these are exceptions. */
const fewLines = 3;
const hardly = 0.15;

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
  const areFooted = tokens.filter(({ kind }) => kind === "footer" || kind === "reactions").length >= fewestPosts;
  if (!areParted || !(areFooted || separator !== "line ends")) return 0;
  const top = source.lines.slice(0, head.last).map((line) => !isBlank(line));
  const isTight = top.slice(top.indexOf(true)).every((is) => is) && block[0]?.gap === 0;
  const words = block.map(({ text }) => text).join(" ");
  const isSelf = namesChannel(words) || /@\p{L}|\/\/|(?<![\p{L}\p{N}])t\.me\//u.test(words);
  // Where hardly a post has a blank line inside, the one below these lines ends them.
  const open = later.filter(({ range: { start, end: to } }) => tokens.slice(start + 1, to).some(({ gap }) => gap > 0));
  const isRare = areFooted && block.length <= fewLines && open.length <= later.length * hardly;
  return isTight || isSelf || isRare ? end : 0;
}

/**
 * How many tokens below a head with name, user name and number of readers, as people copy one by hand, are what the channel says of itself, as far as the
 * page's blank lines alone show it: one to three lines down to a blank one that is the only one of the page, that stand closer to the head than posts of
 * the page to each other, or right under the head where hardly a line stands right under another. 0 where only the posts can show it (`describedTokens`).
 */
export function plainlyDescribed(head: PreviewHead, tokens: readonly Token[]): number {
  const isFull =
    head.name !== undefined && head.handle !== undefined && head.about?.counters?.subscribers !== undefined;
  const end = tokens.findIndex(({ gap }, at) => at > 0 && gap > 0);
  const block = tokens.slice(0, Math.max(0, end));
  const length = block.reduce((sum, { text }) => sum + text.length, 0);
  if (!isFull || head.isClosed === true || end < 1 || end > fewLines || length > longestDescription) return 0;
  if (block.some(({ kind, mark }) => kind !== "text" || mark !== undefined)) return 0;
  const later = tokens.slice(end + 1);
  const parted = later.filter(({ gap }) => gap > 0).length;
  const wide = later.filter(({ gap }) => gap > 1).length;
  const [above, isTight] = [block[0]?.gap ?? 0, block[0]?.gap === 0];
  // Where lines close posts, these show their ends, and the blank line may be one inside the first.
  if (head.about?.description !== undefined || tokens.some(({ kind }) => kind === "footer" || kind === "reactions"))
    return 0;
  const isAlone = parted === 0 && later.length >= (isTight ? fewestBelow : 1);
  const isCloser = wide >= fewestWide && above <= 1;
  const isOver = isTight && parted >= fewestWide && parted >= later.length * mostlyParted;
  return isAlone || isCloser || isOver ? end : 0;
}

/** Right under a head, a blank line may be the only one of a page that has no more than a post or two. */
const fewestBelow = 5;

/** Fewer gaps show nothing of how a page parts its posts. */
const fewestWide = 2;

/** The least share of lines below blank ones where hardly a post has several lines. */
const mostlyParted = 0.5;

/** The head of a page above posts that a dialect reads by lines of their own: one that nothing ends, but with the number of its readers. */
export function headOver(source: SourceText): PreviewHead | undefined {
  const head = previewHead(source);
  return head?.isClosed === true || head?.about?.counters?.subscribers === undefined ? undefined : head;
}

/**
 * What the page's head says of the channel, where a dialect reads its posts by other lines: all from the counters down to the first post is its
 * description.
 */
export function withHeadOver(
  source: SourceText,
  { drafts, about, channel }: Pick<Parsed, "drafts" | "about" | "channel">,
): Pick<Parsed, "about" | "channel"> {
  const told = { ...(about === undefined ? {} : { about }), ...(channel === undefined ? {} : { channel }) };
  const first = Math.min(...drafts.map(({ lines }) => lines[0]?.line ?? source.lines.length));
  const head = about?.description === undefined && drafts.length > 0 ? headOver(source) : undefined;
  if (head === undefined || head.last >= first) return told;
  const lines = source.lines.slice(head.last, first - 1).filter((line) => !isBlank(line));
  // A day over the first post is no part of it.
  const below = headingDay(lines.at(-1) ?? "") === undefined ? lines : lines.slice(0, -1);
  const isMenu = below.some((line) => siteLine(line.trim()) !== undefined || headingDay(line) !== undefined);
  const words = below.map((line) => line.trim()).join("\n");
  const isDescription = words !== "" && words.length <= longestDescription && below.length <= mostLines && !isMenu;
  const name = channel?.name ?? head.name;
  const handle = channel?.handle ?? head.handle;
  return {
    about: { ...head.about, ...about, ...(isDescription ? { description: words } : {}) },
    ...(name === undefined ? {} : { channel: { name, ...(handle === undefined ? {} : { handle }) } }),
  };
}

/** That a line below the head and those that follow it were taken for the channel's description, and are in no post. */
export function descriptionFinding(line: number, text: string): Finding {
  const reason = `“${cut(text.trim(), 60)}” below the head was read as the channel's description; if a post starts there, say so with boundaries: { start: [${line}] } in the sidecar`;
  return { rule: "head/description", line, reason };
}
