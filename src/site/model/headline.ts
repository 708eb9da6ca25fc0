import type { Post, Tag } from "../../model/post.ts";
import { cutOut, type Formatted, unformatted } from "../../text/formatted.ts";
import { cut } from "../../text/graphemes.ts";
import { hashtagsOf } from "../../text/hashtags.ts";
import { ownFormatted, ownWords } from "../../text/own-words.ts";
import type { Texts } from "../texts/texts.ts";

/** A post's own words as a page sets them in type. Together the parts are those words, and nothing of them is said twice. */
export type Parts =
  /** One line of the text is its headline; `before` holds what stands above it, such as a line of hashtags. */
  | { readonly kind: "headed"; readonly before: string; readonly headline: string; readonly rest: string }
  /** No line of the text can stand as a headline. */
  | { readonly kind: "plain"; readonly text: string };

/** The name of a post in lists, links and windows. */
export function headlineOf(post: Post, texts: Texts): string {
  return post.title === "" ? texts.post.untitled : post.title;
}

/** The whole line that a post is called after, for references; where that is a paragraph, its name in lists. */
export function wholeTitle(post: Post, texts: Texts): string {
  const line = titleLine(post)?.line;
  return line === undefined || line.length > longestTitle ? headlineOf(post, texts) : line;
}

/** In UTF-16 units. */
const longestTitle = 300;

/** A line longer than this is a paragraph and no headline, whatever the post is called after it. */
const longestHeadline = 200;

/** Parts a post for its page. A line with a web address, a link or hidden words stays in the text, where these are live. */
export function partsOf(post: Post): Parts {
  const found = titleLine(post);
  if (
    found === undefined ||
    found.line.length > longestHeadline ||
    /:\/\/|\p{L}\.\p{L}{2,}\//u.test(found.line) ||
    isMoreThanWords(post, found)
  ) {
    return { kind: "plain", text: ownWords(post) };
  }
  return { kind: "headed", before: found.before, headline: found.line, rest: found.after };
}

/** What stands above a post's headline and below it, or all of it where it has none, with what the parts of it are. */
export function formattedParts(post: Post): { readonly before: Formatted; readonly rest: Formatted } {
  const parts = partsOf(post);
  const own = ownFormatted(post);
  if (parts.kind === "plain") return { before: unformatted(""), rest: own };
  return { before: cutOut(own, 0, parts.before.length), rest: cutOut(own, own.text.length - parts.rest.length) };
}

/** The tags of a post that what stands below its headline does not link already. */
export function unlinkedTags({ tags, entities }: Post, rest: string): readonly Tag[] {
  // Nothing is linked inside code.
  if (entities !== undefined) return tags;
  const linked = new Set(hashtagsOf(rest).map(({ key }) => key));
  return tags.filter(({ key }) => !linked.has(key));
}

function isMoreThanWords(post: Post, { before, after }: TitleLine): boolean {
  if (post.entities === undefined) return false;
  const own = ownFormatted(post);
  const { entities } = cutOut(own, before.length, own.text.length - after.length);
  return entities.some(({ kind }) => kind === "link" || kind === "spoiler");
}

/** Longest excerpt, in UTF-16 units. */
const longestExcerpt = 220;

/** The first words of what a post says beyond its title, on one line; where the title was cut, it goes on from there. */
export function headlineExcerpt(post: Post): string {
  const found = titleLine(post);
  if (found === undefined) return opening(ownWords(post));
  const after = `${found.line.slice(said(post.title).length)} ${found.after}`.replace(/^[,;:.\s]+/u, "");
  if (after === "") return opening(found.before);
  return opening(said(post.title) === found.line ? after : `…${after}`);
}

/** Longest description of a page, in UTF-16 units: search engines show no more of it. */
const longestDescription = 160;

/** An excerpt as the description of a page, which has the whole text below it. */
export function descriptionFrom(excerpt: string): string {
  return opening(excerpt, longestDescription);
}

/** The first words of a text on one line. Cut at a blank where there is one: a tenth of the cost of counting graphemes. */
function opening(text: string, longest = longestExcerpt): string {
  const line = oneLine(text.slice(0, longest * 2));
  if (line.length <= longest) return line;
  const edge = line.lastIndexOf(" ", longest);
  if (edge < longest / 2) return cut(line, longest);
  return `${line.slice(0, edge).replace(/[\s\p{Pd},;:.]+$/u, "")}…`;
}

interface TitleLine {
  readonly before: string;
  /** The line that the title was made from, blanks made one. */
  readonly line: string;
  readonly after: string;
}

function titleLine(post: Post): TitleLine | undefined {
  const { title } = post;
  if (title === "") return undefined;
  const lines = ownWords(post).split("\n");
  const index = lines.findIndex((line) => {
    const plain = oneLine(line);
    return plain === title || (title.endsWith("…") && plain.startsWith(said(title)));
  });
  if (index < 0) return undefined;
  return {
    before: lines.slice(0, index).join("\n").trimEnd(),
    line: oneLine(lines[index] ?? ""),
    after: lines
      .slice(index + 1)
      .join("\n")
      .replace(/^\n+/u, ""),
  };
}

/** A title without the sign that it was cut. */
function said(title: string): string {
  return title.endsWith("…") ? title.slice(0, -1) : title;
}

/** Most lines are so already, and a line is looked at for each thing that a page says of its post. */
function oneLine(text: string): string {
  return unevenBlanks.test(text) ? text.replace(/\s+/gu, " ").trim() : text;
}

const unevenBlanks = /[^\S ]| {2}|^ | $/u;
