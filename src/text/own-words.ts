import type { Attachments, LinkPreview, Poll, Post } from "../model/post.ts";
import { cutOut, type Formatted, inLines, unformatted } from "./formatted.ts";

/**
 * A post's text without the lines that its page shows as what they are: the link preview under it, the answers of a poll, the
 * names and sizes of files. A text that a person changed so that such lines no longer stand in it stays whole.
 */
export function ownWords(post: Pick<Post, "text" | keyof Attachments>): string {
  const blocks = blocksOf(post);
  if (blocks.length === 0) return post.text;
  const lines = post.text.split("\n");
  return keptLines(lines, blocks)
    .map((index) => lines[index])
    .join("\n")
    .trim();
}

/** `ownWords` with what their parts are. */
export function ownFormatted(post: Pick<Post, "text" | "entities" | keyof Attachments>): Formatted {
  const { text, entities = [] } = post;
  if (entities.length === 0) return unformatted(ownWords(post));
  const lines = text.split("\n");
  const starts = lines.map(() => 0);
  for (let index = 1; index < lines.length; index += 1)
    starts[index] = (starts[index - 1] ?? 0) + (lines[index - 1] ?? "").length + 1;
  const kept = keptLines(lines, blocksOf(post));
  // Lines that follow each other are taken together, so that what covers them stays one.
  const runs: (readonly [start: number, end: number])[] = [];
  for (const index of kept) {
    const [start, end] = [starts[index] ?? 0, (starts[index] ?? 0) + (lines[index] ?? "").length];
    const last = runs.at(-1);
    if (last !== undefined && last[1] + 1 === start) runs[runs.length - 1] = [last[0], end];
    else runs.push([start, end]);
  }
  const whole = inLines(runs.map(([start, end]) => cutOut({ text, entities }, start, end)));
  const first = whole.text.length - whole.text.trimStart().length;
  return cutOut(whole, first, Math.max(first, whole.text.trimEnd().length));
}

function blocksOf(post: Attachments): readonly (readonly LineTest[])[] {
  return [
    ...(post.linkPreview ? [previewLines(post.linkPreview)] : []),
    ...(post.poll ? [pollLines(post.poll)] : []),
    ...(post.files ?? []).map(({ name, size }) => [same(name), same(size)]),
  ];
}

/** The places of the lines that stand in none of the blocks. */
function keptLines(lines: readonly string[], blocks: readonly (readonly LineTest[])[]): readonly number[] {
  return blocks.reduce<readonly number[]>((kept, block) => without(kept, lines, block), [...lines.keys()]);
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

/** Places of lines without the last ones where a block of lines stands. */
function without(kept: readonly number[], lines: readonly string[], block: readonly LineTest[]): readonly number[] {
  for (let at = kept.length - block.length; at >= 0; at -= 1) {
    if (block.every((test, offset) => test(lines[kept[at + offset] ?? -1] ?? "")))
      return [...kept.slice(0, at), ...kept.slice(at + block.length)];
  }
  return kept;
}
