import { z } from "zod";
import type { FieldName } from "../model/fields.ts";
import type {
  Boundary,
  Dating,
  Editor,
  Entity,
  LineRange,
  Post,
  Reaction,
  Source,
  Tag,
  Version,
  Views,
} from "../model/post.ts";
import { count, datingSchema, day, editorParts, sourceParts, versionSchema, words } from "../model/values.ts";
import { countOf } from "../text/count.ts";
import { tagKey } from "../text/hashtags.ts";
import { linksOf } from "../text/links.ts";
import { mentionsOf } from "../text/mentions.ts";
import { printedCount } from "../text/printed-count.ts";

/** How a field of a post stands in its file. */
export interface Spelling {
  /** Its keys in the front matter, each with what may stand there. */
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** What is written under these keys. */
  readonly write: (value: unknown, post: Pick<Post, "text">) => Readonly<Record<string, unknown>>;
  /** The value, from front matter that was checked and from the body; `undefined` where the post has none. */
  readonly read: (data: Readonly<Record<string, unknown>>, body: string) => unknown;
}

/** `16-51, 60`: ranges of lines, 1-based and inclusive. */
export const linesInFile = z
  .union([z.string(), z.number().transform(String)])
  .refine((text) => /^\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*$/u.test(text), {
    message: 'not a list of lines such as "16-51, 60"',
  })
  .transform((text) => text.split(", ").map(rangeOf));

/** `👍 3`, `❤ 2.49K`, or `12` for a custom emoji. */
const reaction = z
  .union([z.string(), z.number().transform(String)])
  .refine((text) => /^(?:\S+ )?\d+(?:\.\d+)?[KM]?$/u.test(text), { message: 'not a reaction such as "👍 3"' })
  .transform(reactionOf);

/** `812`, or as printed where it was rounded: `12.4K`, `12,4 тыс.` */
const views = z.union([z.string(), count]).transform((printed, context): Views => {
  if (typeof printed === "number") return { count: printed };
  const read = printedCount(printed);
  if (read !== undefined) return { count: read.count, printed };
  context.addIssue({ code: "custom", message: `not a number of views such as 812 or 12.4K: "${printed}"` });
  return z.NEVER;
});

const editor = z.strictObject(editorParts);

const source = z.strictObject({ ...sourceParts, lines: linesInFile });

/** The fields that do not stand in the file as values of their own: those that people write in words, and those that the text tells. */
export const spellings: Readonly<Partial<Record<FieldName, Spelling>>> = {
  dating: spelling<Dating>(
    {
      date: day,
      edtf: words,
      dating: datingSchema.unwrap().omit({ best: true, edtf: true }),
    },
    ({ best, edtf, ...dating }) => ({ date: best, edtf, dating }),
    ({ date, edtf, dating }) => ({ best: date, edtf, ...(dating as object) }) as Dating,
  ),
  text: spelling<string>(
    {},
    () => ({}),
    (_, body) => body,
  ),
  // The body is Markdown then; `post-file.ts` writes and reads it.
  entities: spelling<readonly Entity[]>(
    { markup: z.literal("markdown").optional() },
    () => ({ markup: "markdown" }),
    (data) => data.entities as readonly Entity[] | undefined,
  ),
  tags: spelling<readonly Tag[]>(
    { tags: z.array(words).optional() },
    (tags) =>
      unlessEmpty(
        "tags",
        tags.map(({ label }) => label),
      ),
    ({ tags = [] }) => (tags as readonly string[]).map((label) => ({ key: tagKey(label), label })),
  ),
  mentions: spelling<readonly string[]>(
    {},
    () => ({}),
    (_, body) => mentionsOf(body),
  ),
  // Addresses behind words; those that stand in the text are read from it.
  links: spelling<readonly string[]>(
    { links: z.array(words).optional() },
    (links, { text }) => {
      const shown = new Set(linksOf(text));
      return unlessEmpty(
        "links",
        links.filter((address) => !shown.has(address)),
      );
    },
    ({ links = [] }, body) => [...new Set([...linksOf(body), ...(links as readonly string[])])],
  ),
  reactions: spelling<readonly Reaction[]>(
    { reactions: z.array(reaction).optional() },
    (reactions) => unlessEmpty("reactions", reactions.map(reactionText)),
    ({ reactions = [] }) => reactions as readonly Reaction[],
  ),
  views: spelling<Views>(
    { views: views.optional() },
    ({ printed, count }) => ({ views: printed ?? count }),
    (data) => data.views as Views | undefined,
  ),
  boundary: spelling<Boundary>(
    { boundary: z.union([z.enum(["marked", "set"]), z.number().min(0).max(1), z.strictObject({ set: editor })]) },
    (boundary) => ({ boundary: boundaryData(boundary) }),
    ({ boundary }) => boundaryOf(boundary as ReturnType<typeof boundaryData>),
  ),
  source: spelling<Source>(
    { source },
    (value) => ({ source: sourceData(value) }),
    (data) => data.source as Source,
  ),
  alsoIn: spelling<readonly Source[]>(
    { alsoIn: z.array(source).optional() },
    (sources) => unlessEmpty("alsoIn", sources.map(sourceData)),
    (data) => data.alsoIn as readonly Source[] | undefined,
  ),
  versions: spelling<readonly Version[]>(
    { versions: z.array(versionSchema).optional() },
    (versions) => unlessEmpty("versions", versions.map(versionData)),
    (data) => data.versions as readonly Version[] | undefined,
  ),
  // Told by the fingerprint.
  correctedByHand: spelling<true>(
    {},
    () => ({}),
    () => undefined,
  ),
};

/** A spelling of values of one type. */
function spelling<Value>(
  shape: Spelling["shape"],
  write: (value: Value, post: Pick<Post, "text">) => Readonly<Record<string, unknown>>,
  read: (data: Readonly<Record<string, unknown>>, body: string) => Value | undefined,
): Spelling {
  return { shape, write: (value, post) => write(value as Value, post), read };
}

/** `marked`, `set`, a probability; with who set it and when, where that is told: `set: { by: Ada, on: 2025-03-01 }`. */
function boundaryData(boundary: Boundary): "marked" | "set" | number | { readonly set: Editor } {
  if (boundary.kind === "inferred") return boundary.probability;
  if (boundary.kind === "marked") return "marked";
  const { kind: _, ...set } = boundary;
  return Object.keys(set).length === 0 ? "set" : { set };
}

function boundaryOf(data: ReturnType<typeof boundaryData>): Boundary {
  if (typeof data === "number") return { kind: "inferred", probability: data };
  return typeof data === "string" ? { kind: data } : { kind: "set", ...data.set };
}

function versionData({ file, alsoIn, text }: Version): Record<string, unknown> {
  return { file, ...(alsoIn === undefined ? {} : { alsoIn }), text };
}

/** Its parts in one order, whether it was just read from its dump or from the post's file. */
function sourceData(each: Source): Record<string, unknown> {
  const data: Readonly<Record<string, unknown>> = { ...each, lines: each.lines.map(rangeText).join(", ") };
  return Object.fromEntries(Object.keys(sourceParts).flatMap((part) => (part in data ? [[part, data[part]]] : [])));
}

function rangeOf(text: string): LineRange {
  const [first = 0, last = first] = text.split("-").map(Number);
  return [first, last];
}

function rangeText([first, last]: LineRange): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

function reactionOf(text: string): Reaction {
  const space = text.indexOf(" ");
  const emoji = space < 0 ? "" : text.slice(0, space);
  const printed = text.slice(space + 1);
  return /^\d+$/u.test(printed) ? { emoji, count: Number(printed) } : { emoji, count: countOf(printed), printed };
}

function reactionText(reaction: Reaction): string {
  const count = reaction.printed ?? `${reaction.count}`;
  return reaction.emoji === "" ? count : `${reaction.emoji} ${count}`;
}

function unlessEmpty(key: string, list: readonly unknown[]): Record<string, unknown> {
  return list.length === 0 ? {} : { [key]: list };
}
