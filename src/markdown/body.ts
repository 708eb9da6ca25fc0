import MarkdownIt, { type StateCore, type Token } from "markdown-it";
import type { Entity, EntityKind } from "../model/post.ts";
import { cutOut, type Formatted } from "../text/formatted.ts";
import { hashtagPattern, tagKey } from "../text/hashtags.ts";
import { onlyWebAddresses } from "../text/links.ts";
import { mentionPattern } from "../text/mentions.ts";

/** Where the hashtags of a text lead; a tag without an address stays text. */
export interface BodyLinks {
  readonly tag?: (key: string) => string | undefined;
}

/**
 * markdown-it narrowed to what a Telegram post is: text, line breaks and bare addresses. A post is not Markdown, so
 * `2024. Год`, `---`, `![](…)`, `<b>` and four leading blanks all come out as they were typed.
 */
const markdown = new MarkdownIt("zero", { html: false, linkify: true }).enable("linkify");
onlyWebAddresses(markdown.linkify);
// The library would show `xn--…` and `%D1…` decoded: not as published, and one host dressed as another.
markdown.normalizeLinkText = (address) => address;
markdown.core.ruler.push("telegram-names", linkNames);
markdown.renderer.rules.text = (tokens, index) => markup(tokens[index]?.content ?? "");

/**
 * A post's text as HTML: one `<p>` for each block between blank lines, `<br>` for each line break (and one for each
 * blank line beyond the first), addresses, hashtags and user names live, and what its parts are told to be: bold, links, quotes. Everything is
 * escaped; the text of the HTML is the text that went in, control characters excepted, which show as their pictures (U+2400…). Kept by
 * `body.test.ts`.
 */
export function renderBody(text: string, links: BodyLinks = {}, entities: readonly Entity[] = []): string {
  if (text === "") return "";
  const html: string[] = [];
  let place = 0;
  for (const block of entities.filter(
    ({ kind, offset }, at) => blockTags.has(kind) && isOutermost(entities, at, offset),
  )) {
    html.push(paragraphs(between({ text, entities }, place, block.offset), links));
    html.push(blockOf(cutOut({ text, entities }, block.offset, block.offset + block.length), block, links));
    place = block.offset + block.length;
  }
  html.push(paragraphs(between({ text, entities }, place, text.length), links));
  return html.filter(Boolean).join("\n");
}

/** Kinds that stand on lines of their own. */
const blockTags: ReadonlySet<EntityKind> = new Set<EntityKind>(["quote", "collapsed-quote", "pre"]);

function isOutermost(entities: readonly Entity[], at: number, offset: number): boolean {
  return !entities.slice(0, at).some((other) => other.offset + other.length > offset);
}

/** The words between two blocks, without the line breaks that part them from these. */
function between(whole: Formatted, start: number, end: number): Formatted {
  const words = whole.text.slice(start, end);
  const before = start > 0 ? (/^\n{0,2}/u.exec(words)?.[0].length ?? 0) : 0;
  const after = end < whole.text.length ? (/\n{0,2}$/u.exec(words.slice(before))?.[0].length ?? 0) : 0;
  return cutOut(whole, start + before, Math.max(start + before, end - after));
}

function blockOf(block: Formatted, { kind, language }: Entity, links: BodyLinks): string {
  const inner = { ...block, entities: block.entities.slice(1) };
  if (kind === "pre")
    return `<pre><code${language === undefined ? "" : ` class="language-${language}"`}>${escapeHtml(visible(block.text))}</code></pre>`;
  const tag = kind === "quote" ? "<blockquote>" : '<blockquote class="collapsed" tabindex="0">';
  return `${tag}${paragraphs(inner, links)}</blockquote>`;
}

function paragraphs(formatted: Formatted, links: BodyLinks): string {
  if (formatted.text === "") return "";
  if (formatted.entities.length === 0)
    return formatted.text
      .split("\n\n")
      .map((block) => `<p>${inline(block, links)}</p>`)
      .join("\n");
  let place = 0;
  const blocks = formatted.text.split("\n\n").map((block) => {
    const start = place;
    place += block.length + 2;
    return `<p>${marked(cutOut(formatted, start, start + block.length), links, true)}</p>`;
  });
  return blocks.join("\n");
}

function inline(text: string, links: BodyLinks): string {
  return markdown.renderInline(visible(text), { links });
}

/** Words with tags around their parts; inside code and links nothing else is live. */
function marked({ text, entities }: Formatted, links: BodyLinks, isLive: boolean): string {
  let html = "";
  let place = 0;
  const words = (start: number, end: number): string => {
    const part = text.slice(start, end);
    return part === "" ? "" : isLive ? inline(part, links) : markup(visible(part));
  };
  for (let at = 0; at < entities.length; ) {
    const entity = entities[at];
    if (entity === undefined) break;
    const end = entity.offset + entity.length;
    html += words(place, entity.offset);
    const [open, close] = tagsOf(entity);
    const inner = cutOut({ text, entities: entities.slice(at + 1) }, entity.offset, end);
    const isLiveInside = isLive && !["code", "pre", "link"].includes(entity.kind);
    html += `${open}${marked(inner, links, isLiveInside)}${close}`;
    place = end;
    at += 1;
    while (at < entities.length && (entities[at]?.offset ?? end) < end) at += 1;
  }
  return html + words(place, text.length);
}

/** The tags around a part of a text. */
function tagsOf({ kind, href = "" }: Entity): readonly [open: string, close: string] {
  if (kind === "link")
    return /^(?:https?|tg|mailto):/iu.test(href)
      ? [`<a href="${escapeHtml(href)}" rel="nofollow noopener noreferrer">`, "</a>"]
      : ["", ""];
  if (kind === "spoiler") return ['<span class="spoiler" tabindex="0">', "</span>"];
  const tag = inlineTags[kind];
  return tag === undefined ? ["", ""] : [`<${tag}>`, `</${tag}>`];
}

const inlineTags: Readonly<Partial<Record<EntityKind, string>>> = {
  bold: "b",
  italic: "i",
  underline: "u",
  strike: "s",
  code: "code",
  pre: "code",
};

function escapeHtml(text: string): string {
  return markdown.utils.escapeHtml(text);
}

/** Control characters have no place in HTML; each shows as its picture, so that nothing is lost to the eye. */
export function visible(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000B-\u001F]/gu, (character) =>
      String.fromCodePoint(0x2400 + (character.codePointAt(0) ?? 0)),
    )
    .replace(/\u007F/gu, "\u2421")
    .replace(/[\u0080-\u009F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu, "\uFFFD");
}

function markup(content: string): string {
  return markdown.utils.escapeHtml(content).replaceAll("\n", "<br>");
}

/** Core rule: turns hashtags and user names in plain text into links. */
function linkNames(state: StateCore): void {
  const links = (state.env as { links?: BodyLinks }).links ?? {};
  for (const block of state.tokens) {
    if (!block.children) continue;
    let depth = 0;
    block.children = block.children.flatMap((token) => {
      if (token.type === "link_open") depth += 1;
      if (token.type === "link_close") depth -= 1;
      if (token.type === "link_open") openLink(token);
      return token.type === "text" && depth === 0 ? namesIn(token.content, links, state) : [token];
    });
  }
}

interface Name {
  readonly start: number;
  readonly label: string;
  readonly href: string;
  readonly kind: "tag" | "mention";
}

/** A letter or two after a slash that a name ends with, as in `#Tag/s`: a line that ended at the slash would break them off. */
const shortEnding = /^\/\p{L}{1,2}(?![\p{L}\p{M}\p{N}/])/u;
/** What must be seen of a text to know one, in UTF-16 units. */
const longestEnding = 6;

function namesIn(text: string, links: BodyLinks, state: StateCore): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const name of namesOf(text, links)) {
    if (name.start > end) tokens.push(textToken(state, text.slice(end, name.start)));
    const open = new state.Token("link_open", "a", 1);
    open.attrSet("href", name.href);
    open.attrSet("class", name.kind);
    if (name.kind === "mention") openLink(open);
    const link = [open, textToken(state, name.label), new state.Token("link_close", "a", -1)];
    end = name.start + name.label.length;
    const [ending] = shortEnding.exec(text.slice(end, end + longestEnding)) ?? [];
    if (ending === undefined) tokens.push(...link);
    else {
      const whole = new state.Token("whole_open", "span", 1);
      whole.attrSet("class", "whole");
      tokens.push(whole, ...link, textToken(state, ending), new state.Token("whole_close", "span", -1));
      end += ending.length;
    }
  }
  if (end < text.length || tokens.length === 0) tokens.push(textToken(state, text.slice(end)));
  return tokens;
}

function namesOf(text: string, links: BodyLinks): Name[] {
  const names: Name[] = [];
  for (const match of text.matchAll(hashtagPattern)) {
    const href = links.tag?.(tagKey(match[1] ?? ""));
    if (href !== undefined) names.push({ start: match.index, label: match[0], href, kind: "tag" });
  }
  for (const match of text.matchAll(mentionPattern)) {
    names.push({ start: match.index, label: match[0], href: `https://t.me/${match[1]}`, kind: "mention" });
  }
  return names.sort((one, other) => one.start - other.start);
}

function textToken(state: StateCore, content: string): Token {
  const token = new state.Token("text", "", 0);
  token.content = content;
  return token;
}

/** What leads out of the archive says so to search engines and tells the other side nothing. */
function openLink(token: Token): void {
  token.attrSet("rel", "nofollow noopener noreferrer");
}
