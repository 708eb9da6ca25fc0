import { ownEntry } from "../model/own-entry.ts";
import type { Entity, Media, MediaFile } from "../model/post.ts";
import { type Formatted, joined, marked, tidy, unformatted } from "../text/formatted.ts";
import { asFields, type Fields, isNothing, listAt, own, wordsAt } from "./json-fields.ts";
import { entityOf, linkTo } from "./json-text.ts";
import { mediaFileOf } from "./media-files.ts";

/** What a rich message says, in lines, what it shows, and the kinds of its blocks that are not known. */
export interface RichMessage {
  readonly text: Formatted;
  readonly media: readonly Media[];
  readonly files: readonly MediaFile[];
  readonly unknown: readonly string[];
}

/**
 * Reads a rich message: blocks with headings, paragraphs, lists, check lists, tables, quotes, pictures. Every block stands on lines of its own, the
 * cells of a row with `|` between them. Of a block of an unknown kind everything is kept that is a text.
 */
export function readRichMessage(rich: Fields): RichMessage {
  const reading: Reading = { media: [], files: [], unknown: new Set() };
  const text = joined(blocksOf(listAt(rich, "blocks"), reading), "\n");
  return { text: tidy(text), media: reading.media, files: reading.files, unknown: [...reading.unknown] };
}

interface Reading {
  readonly media: Media[];
  readonly files: MediaFile[];
  readonly unknown: Set<string>;
}

function blocksOf(blocks: readonly unknown[], reading: Reading): readonly Formatted[] {
  return blocks.flatMap((value) => {
    const block = asFields(value);
    return block === undefined ? [inlineOf(value)] : blockOf(block, reading);
  });
}

/** What a block shows beside its words. */
const shown: Readonly<Record<string, Media>> = {
  photo: "photo",
  video: "video",
  animation: "video",
  audio: "audio",
  voice: "audio",
  document: "document",
  file: "document",
  map: "place",
  location: "place",
};

type BlockReader = (block: Fields, reading: Reading) => readonly Formatted[];

const bold: Omit<Entity, "offset" | "length"> = { kind: "bold" };

const readers: Readonly<Record<string, BlockReader>> = {
  heading: (block) => [marked(inlineOf(own(block, "text")), bold)],
  paragraph: (block) => [inlineOf(own(block, "text"))],
  list: (block, reading) =>
    listAt(block, "items").map((item, place) => itemOf(asFields(item) ?? { text: item }, block, place, reading)),
  table: (block) => [
    marked(inlineOf(own(block, "title")), bold),
    ...listAt(block, "rows").map((row) => {
      const cells = listAt(asFields(row) ?? { cells: row }, "cells");
      return joined(
        cells.map((cell) => cellOf(asFields(cell) ?? { text: cell })),
        " | ",
      );
    }),
  ],
  details: (block, reading) => [
    marked(inlineOf(own(block, "title")), bold),
    ...blocksOf(listAt(block, "blocks"), reading),
  ],
  quote: (block, reading) => [
    marked(joined([...contentOf(block, reading), ...captionOf(block)], "\n"), { kind: "quote" }),
  ],
  code: (block) => {
    const entity = entityOf("pre", block) ?? { kind: "pre" };
    return [marked(unformatted(inlineOf(own(block, "text")).text), entity)];
  },
  divider: () => [],
  anchor: () => [],
};
const sameAs: Readonly<Record<string, string>> = {
  pre: "code",
  preformatted: "code",
  blockquote: "quote",
  footer: "paragraph",
};

function blockOf(block: Fields, reading: Reading): readonly Formatted[] {
  const type = wordsAt(block, "type") ?? "";
  const media = ownEntry(shown, type);
  if (media !== undefined) {
    reading.media.push(media);
    // Films and recordings are told under their own name, as pictures are, or as files.
    const path = own(block, "file") ?? own(block, type);
    reading.files.push(...mediaFileOf(typeof path === "string" ? { ...block, file: path } : block, [media]));
    return [...contentOf(block, reading), ...captionOf(block)];
  }
  const read = ownEntry(readers, ownEntry(sameAs, type) ?? type);
  if (read !== undefined) return read(block, reading);
  reading.unknown.add(type);
  return wordsInside(block);
}

/** The words of a block that has a text, or blocks of its own. */
function contentOf(block: Fields, reading: Reading): readonly Formatted[] {
  return [inlineOf(own(block, "text")), ...blocksOf(listAt(block, "blocks"), reading)];
}

function captionOf(block: Fields): readonly Formatted[] {
  const caption = own(block, "caption");
  const parts = asFields(caption);
  if (parts === undefined || own(parts, "type") !== undefined) return [inlineOf(caption)];
  return [inlineOf(own(parts, "text")), inlineOf(own(parts, "credit"))];
}

function itemOf(item: Fields, list: Fields, place: number, reading: Reading): Formatted {
  const state = wordsAt(item, "task_state");
  const isOrdered = wordsAt(list, "kind") === "ordered";
  const sign =
    state === "checked"
      ? "☑"
      : state === "unchecked"
        ? "☐"
        : isOrdered
          ? `${wordsAt(item, "number") ?? place + 1}.`
          : "•";
  return joined([unformatted(`${sign} `), joined(contentOf(item, reading), "\n")]);
}

/** A cell; an empty one keeps its place. */
function cellOf(cell: Fields): Formatted {
  const words = inlineOf(own(cell, "text"));
  return words.text === "" ? unformatted(" ") : words;
}

/** Words inside a block: plain, one inside the other, or in a row. */
function inlineOf(value: unknown): Formatted {
  if (typeof value === "string" || typeof value === "number") return unformatted(`${value}`);
  if (Array.isArray(value)) return joined(value.map(inlineOf));
  const fields = asFields(value);
  if (fields === undefined) return unformatted("");
  const words = inlineOf(own(fields, "text"));
  const type = wordsAt(fields, "type") ?? "";
  if (type === "url" || type === "link") return withLink(words, wordsAt(fields, "href") ?? wordsAt(fields, "url"));
  const alternative = type === "custom_emoji" && words.text === "" ? unformatted(wordsAt(fields, "alt") ?? "") : words;
  const entity = entityOf(type, fields);
  return entity === undefined ? alternative : marked(alternative, entity);
}

/** An address that is its own words is no link behind words. */
function withLink(words: Formatted, href: string | undefined): Formatted {
  const link = href === words.text ? undefined : linkTo(href);
  return link === undefined ? words : marked(words, link);
}

/** All texts in a thing, in its order. */
function wordsInside(fields: Fields): readonly Formatted[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (isNothing(value) || key === "type") return [];
    if (Array.isArray(value)) return value.flatMap((each) => wordsInside(asFields(each) ?? {}));
    const inner = asFields(value);
    if (key === "text" || key === "title" || key === "caption") return [inlineOf(value)];
    return inner === undefined ? [] : wordsInside(inner);
  });
}
