import type { LinkPreview } from "../../model/post.ts";
import { isHashtagLine } from "../../text/hashtags.ts";
import { linksOf } from "../../text/links.ts";
import type { Hints } from "../kinds/dialect.ts";
import { namesHost } from "./site-names.ts";
import type { Token } from "./tokens.ts";

/** Where a link preview stands among tokens: site, title and, where `end - start` is 3, description. */
export interface PreviewPlace {
  readonly start: number;
  readonly end: number;
  /** The token above it whose address it belongs to. */
  readonly link: number;
}

/** Longest name of a site, and longest title of a page, in characters. */
const longestSite = 64;
const longestTitle = 300;

/** Shortest text that a page says of itself, in characters; shorter lines are names. */
const shortestDescription = 16;

/** How far above a preview the address can stand, in tokens of the same text. */
const reach = 40;

/**
 * The link previews of a page, by the token they start at. t.me prints one under the text it belongs to:
 *
 *     The timetable is out: https://www.pierpost.example/ferry
 *     Pier Post
 *     ^^^^^^^^^ names the host of an address in the text above: that tells a preview from the text's own last lines
 *     Ferries sail hourly from May
 *     The island line has a new timetable.
 *
 * A preview is the last of its post but for reactions, so no blank line stands in it or behind it.
 */
export function linkPreviewsIn(tokens: readonly Token[], hints: Hints): ReadonlyMap<number, PreviewPlace> {
  const found = new Map<number, PreviewPlace>();
  let links: Link[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || (token.kind !== "text" && token.kind !== "after")) {
      links = [];
      continue;
    }
    while (links[0] !== undefined && index - links[0].at > reach) links.shift();
    const link =
      token.kind === "after" || announces(tokens[index - 1])
        ? undefined
        : links.findLast(({ host }) => isSite(token.text, host));
    const end = link === undefined ? undefined : endOf(tokens, index, hints);
    if (link !== undefined && end !== undefined) {
      found.set(index, { start: index, end, link: link.at });
      links = [];
      index = end - 1;
    } else if (token.kind === "text") links.push(...hostsOf(token.text).map((host) => ({ at: index, host })));
  }
  return found;
}

/** Joins the lines of each link preview into one token. */
export function withLinkPreviews(tokens: readonly Token[], hints: Hints): readonly Token[] {
  const joined: Token[] = [];
  let at = 0;
  for (const { start, end } of linkPreviewsIn(tokens, hints).values()) {
    const [site, last] = [tokens[start], tokens[end - 1]];
    if (site === undefined || last === undefined) continue;
    for (const token of tokens.slice(at, start)) joined.push(token);
    joined.push({ ...site, kind: "preview", last: last.last });
    at = end;
  }
  return [...joined, ...tokens.slice(at)];
}

/** What the lines of a link preview say. */
export function linkPreview([site = "", title = "", description]: readonly string[]): LinkPreview {
  const told = { site: site.trim(), title: title.trim() };
  return description === undefined ? told : { ...told, description: description.trim() };
}

/** Whether the site of a preview is that of an address in one of these tokens. */
export function isPreviewFor(preview: Token, tokens: readonly Token[]): boolean {
  return tokens.some(
    (token) => token.kind === "text" && hostsOf(token.text).some((host) => isSite(preview.text, host)),
  );
}

interface Link {
  readonly at: number;
  readonly host: string;
}

function hostsOf(text: string): readonly string[] {
  // Cheap look first: most lines have no address, and looking for one costs more than all else here.
  if (!/\p{L}\.\p{L}/u.test(text)) return [];
  return linksOf(text).flatMap((link) => (URL.canParse(link) ? [new URL(link).hostname] : []));
}

/** A short line, no sentence and no address with a path, that names the host. */
function isSite(line: string, host: string): boolean {
  const text = line.trim();
  return text.length <= longestSite && !/[,;:…/]$|:\/\//u.test(text) && namesHost(text, host);
}

/** A line that ends in a colon announces lines of the author's own: a list of sites, say. */
function announces(token: Token | undefined): boolean {
  return token?.kind === "text" && /[:：]$/u.test(token.text.trim());
}

/** The token behind the preview that starts at a site's name; nothing where the lines behind it cannot be one. */
function endOf(tokens: readonly Token[], start: number, hints: Hints): number | undefined {
  const inner = (at: number): boolean => !hints.start.has(tokens[at]?.first ?? 0);
  if (hints.start.has(tokens[start]?.first ?? 0)) return undefined;
  if (!isTitle(tokens[start + 1]) || !inner(start + 1)) return undefined;
  const [description, behind] = [tokens[start + 2], tokens[start + 3]];
  if (description?.kind !== "text") return start + 2;
  // A blank line behind the title, and the text goes on: the lines were the author's own.
  if (description.gap > 0) return undefined;
  const goesOn = behind?.kind === "text" && behind.gap > 0;
  return !goesOn && isDescription(description) && inner(start + 2) ? start + 3 : start + 2;
}

function isTitle(token: Token | undefined): boolean {
  return token?.kind === "text" && token.gap === 0 && token.text.length <= longestTitle && isProse(token.text);
}

/** What a page says of itself is prose; a line with an emoji, hashtags or an address is rather the next post's first. */
function isDescription(token: Token): boolean {
  return token.emoji === undefined && token.text.trim().length >= shortestDescription && isProse(token.text);
}

function isProse(text: string): boolean {
  return /\p{L}{2}/u.test(text) && !/:\/\//u.test(text) && !isHashtagLine(text);
}
