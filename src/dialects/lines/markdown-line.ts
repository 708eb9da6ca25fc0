import MarkdownIt from "markdown-it";

/** A line of Markdown as its reader sees it, and what it links to. */
export interface MarkdownLine {
  /** The words alone. */
  readonly plain: string;
  /** The words, each link with its target behind it where its words do not show it: `the report (https://harbour.example/report)`. */
  readonly kept: string;
  /** In their order. */
  readonly links: readonly MarkdownLink[];
  /** How many pictures stand outside all links. */
  readonly pictures: number;
}

/** A link of a line. */
export interface MarkdownLink {
  readonly href: string;
  readonly words: string;
  readonly holdsPicture: boolean;
}

/** Longer lines are taken as they stand, in UTF-16 units. */
const longest = 8_000;

const inline = new MarkdownIt({ html: false, linkify: false });

/** The sign of a heading or of a quoted line; lists keep theirs, and so do hashtags. */
const blockSign = /^ {0,3}(?:#{1,6} +|> ?)/u;

/** Reads a line of Markdown. Never fails: what is none stays as it stands. */
export function markdownLine(line: string): MarkdownLine {
  if (line.length > longest) return { plain: line, kept: line, links: [], pictures: 0 };
  const [root] = inline.parseInline(line.replace(blockSign, ""), {});
  const links: { href: string; words: string; holdsPicture: boolean }[] = [];
  let [plain, kept, pictures] = ["", "", 0];
  let open: (typeof links)[number] | undefined;
  for (const { type, content, attrs } of root?.children ?? []) {
    if (type === "link_open") {
      open = { href: attrs?.find(([name]) => name === "href")?.[1] ?? "", words: "", holdsPicture: false };
      links.push(open);
      if (/[\p{L}\p{N}]$/u.test(plain)) plain += " ";
    } else if (type === "link_close") {
      if (open !== undefined && !showsTarget(open.words, open.href)) kept += ` (${open.href})`;
      open = undefined;
    } else if (type === "image") {
      if (open === undefined) pictures += 1;
      else open.holdsPicture = true;
    } else {
      plain += content;
      kept += content;
      if (open !== undefined) open.words += content;
    }
  }
  return { plain: plain.trim(), kept: kept.trim(), links, pictures };
}

/** Whether a reader who sees a link's words misses nothing: they are its address, a hashtag or a user name, or there are none. */
function showsTarget(words: string, href: string): boolean {
  const shown = bareAddress(words.trim());
  if (shown === "" || /^[#@$]/u.test(shown) || !/^https?:/iu.test(href)) return true;
  return bareAddress(href).startsWith(shown.replace(/(?:…|\.{3})$/u, "")) || bareAddress(decoded(href)) === shown;
}

function bareAddress(text: string): string {
  return text.replace(/^https?:\/\/(?:www\.)?/iu, "").replace(/\/$/u, "");
}

function decoded(href: string): string {
  return inline.normalizeLinkText(href);
}
