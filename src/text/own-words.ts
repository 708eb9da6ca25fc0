import type { Attachments, LinkPreview, Poll, Post } from "../model/post.ts";

/**
 * A post's text without the lines that its page shows as what they are: the link preview under it, the answers of a poll, the
 * names and sizes of files. A text that a person changed so that such lines no longer stand in it stays whole.
 */
export function ownWords(post: Pick<Post, "text" | keyof Attachments>): string {
  const blocks = [
    ...(post.linkPreview ? [previewLines(post.linkPreview)] : []),
    ...(post.poll ? [pollLines(post.poll)] : []),
    ...(post.files ?? []).map(({ name, size }) => [same(name), same(size)]),
  ];
  if (blocks.length === 0) return post.text;
  const left = blocks.reduce(without, post.text.split("\n"));
  return left.join("\n").trim();
}

/** A poll in the lines of t.me's pages: the question, the kind, each share above its answer, the number of voters. */
export function pollText({ question, kind, options, voters }: Poll): string {
  const answers = options.flatMap(({ text, percent }) => [...(percent === undefined ? [] : [`${percent}%`]), text]);
  const total = voters === undefined ? [] : [voters <= 1 ? `${voters} voter` : `${voters} voters`];
  return [question, kind, ...answers, ...total].join("\n");
}

type LineTest = (line: string) => boolean;

const same =
  (text: string): LineTest =>
  (line) =>
    line.trim() === text;

function previewLines({ site, title, description }: LinkPreview): readonly LineTest[] {
  return [site, title, ...(description === undefined ? [] : [description])].map(same);
}

/** The question is the post's own text, and mostly its headline. */
function pollLines({ kind, options, voters }: Poll): readonly LineTest[] {
  const answers = options.flatMap(({ text, percent }) => [...(percent === undefined ? [] : [`${percent}%`]), text]);
  const total: readonly LineTest[] = voters === undefined ? [] : [(line) => /^\S+ voters?$/u.test(line.trim())];
  return [...[kind, ...answers].map(same), ...total];
}

/** Lines without the last place where a block of lines stands in them. */
function without(lines: readonly string[], block: readonly LineTest[]): readonly string[] {
  for (let at = lines.length - block.length; at >= 0; at -= 1) {
    if (block.every((test, offset) => test(lines[at + offset] ?? "")))
      return [...lines.slice(0, at), ...lines.slice(at + block.length)];
  }
  return lines;
}
