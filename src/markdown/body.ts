import MarkdownIt, { type StateCore, type Token } from "markdown-it";
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
 * blank line beyond the first), addresses, hashtags and user names live. Everything is escaped; the text of the HTML is
 * the text that went in, control characters excepted, which show as their pictures (U+2400…). Kept by `body.test.ts`.
 */
export function renderBody(text: string, links: BodyLinks = {}): string {
  if (text === "") return "";
  const blocks = text.split(/\n\n/u);
  return blocks.map((block) => `<p>${markdown.renderInline(visible(block), { links })}</p>`).join("\n");
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

function namesIn(text: string, links: BodyLinks, state: StateCore): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const name of namesOf(text, links)) {
    if (name.start > end) tokens.push(textToken(state, text.slice(end, name.start)));
    const open = new state.Token("link_open", "a", 1);
    open.attrSet("href", name.href);
    open.attrSet("class", name.kind);
    if (name.kind === "mention") openLink(open);
    tokens.push(open, textToken(state, name.label), new state.Token("link_close", "a", -1));
    end = name.start + name.label.length;
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
