import type { Post } from "../post.ts";
import { cut } from "../text/graphemes.ts";

/** A post's text as a page sets it in type. Together the parts are the text, and nothing of it is said twice. */
export type Parts =
  /** One line of the text is its headline; `before` holds what stands above it, such as a line of hashtags. */
  | { readonly kind: "headed"; readonly before: string; readonly headline: string; readonly rest: string }
  /** No line of the text can stand as a headline. */
  | { readonly kind: "plain"; readonly text: string };

/** What a post without words is called. */
export const untitled = "Post without text";

/** The name of a post in lists, links and windows. */
export function titleOf(post: Post): string {
  return post.title === "" ? untitled : post.title;
}

/** A line longer than this is a paragraph and no headline, whatever the post is called after it. */
const longestHeadline = 200;

/** Parts a post for its page. A line with a web address stays in the text, where addresses are live. */
export function partsOf(post: Post): Parts {
  const found = titleLine(post);
  if (found === undefined || found.line.length > longestHeadline || /:\/\/|\p{L}\.\p{L}{2,}\//u.test(found.line)) {
    return { kind: "plain", text: post.text };
  }
  return { kind: "headed", before: found.before, headline: found.line, rest: found.after };
}

/** The first words of what a post says beyond its title, on one line; where the title was cut, it goes on from there. */
export function excerptOf(post: Post, length = 220): string {
  const found = titleLine(post);
  if (found === undefined) return cut(oneLine(post.text), length);
  const after = oneLine(`${found.line.slice(said(post.title).length)} ${found.after}`).replace(/^[,;:.\s]+/u, "");
  if (after === "") return cut(oneLine(found.before), length);
  return cut(said(post.title) === found.line ? after : `…${after}`, length);
}

interface TitleLine {
  readonly before: string;
  /** The line that the title was made from, blanks made one. */
  readonly line: string;
  readonly after: string;
}

function titleLine({ title, text }: Post): TitleLine | undefined {
  if (title === "") return undefined;
  const lines = text.split("\n");
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

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
