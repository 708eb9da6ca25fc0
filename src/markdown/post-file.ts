import { createHash } from "node:crypto";
import { z } from "zod";
import { type Day, parseDay } from "../model/day.ts";
import {
  type Attachments,
  attachmentsOf,
  type Basis,
  type Channel,
  type Dating,
  type Foot,
  footOf,
  type LineRange,
  type Media,
  type Post,
  type Reaction,
  type ReplyQuote,
  type Source,
  serviceEvents,
  type Tag,
  type Version,
  type Views,
} from "../model/post.ts";
import { countOf } from "../text/count.ts";
import { tagKey } from "../text/hashtags.ts";
import { linksOf } from "../text/links.ts";
import { mentionsOf } from "../text/mentions.ts";
import { printedCount } from "../text/printed-count.ts";
import { slugOf } from "../text/slug.ts";
import { joinFrontMatter, partFrontMatter } from "./front-matter.ts";

const bases = [
  "timestamp",
  "dateline",
  "event-past",
  "event-to-come",
  "anniversary",
  "observance",
  "mention",
  "relative",
  "neighbours",
  "capture",
  "order",
  "given",
] as const satisfies readonly Basis[];

const mediaKinds = [
  "video",
  "photo",
  "audio",
  "document",
  "poll",
  "service",
  "custom-emoji",
  "hidden",
] as const satisfies readonly Media[];

const day = z.string().transform((text, context): Day => {
  const parsed = parseDay(text);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: `not a day of the calendar: "${text}" (write YYYY-MM-DD)` });
  return z.NEVER;
});

/** `16-51, 60`: ranges of lines, 1-based and inclusive. */
const lines = z
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
const views = z.union([z.string(), z.number().int().nonnegative()]).transform((printed, context): Views => {
  if (typeof printed === "number") return { count: printed };
  const read = printedCount(printed);
  if (read !== undefined) return { count: read.count, printed };
  context.addIssue({ code: "custom", message: `not a number of views such as 812 or 12.4K: "${printed}"` });
  return z.NEVER;
});

/** `2024-12-07T21:24:19Z`. */
const moment = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u, 'not a moment such as "2024-12-07T21:24:19Z"');

const source = z.strictObject({
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
  dialect: z.string(),
  lines,
  sequence: z.number().int().positive(),
  retrieved: day.optional(),
  imported: day.optional(),
});

const frontMatter = z.strictObject({
  title: z.string(),
  id: z.string().regex(/^[0-9a-z]{10}$/u),
  date: day,
  edtf: z.string(),
  dating: z.strictObject({ earliest: day, latest: day, basis: z.enum(bases), evidence: z.string().optional() }),
  channel: z.strictObject({
    key: z.string().regex(/^[\p{Ll}\p{Lo}\p{Lm}\p{M}\p{N}_-]+$/u),
    name: z.string(),
    identified: z.boolean(),
    handle: z.string().optional(),
  }),
  language: z.string(),
  tags: z.array(z.string()).optional(),
  /** Addresses behind words; those that stand in the text are read from it. */
  links: z.array(z.string()).optional(),
  forwardedFrom: z.string().optional(),
  replyTo: z
    .strictObject({ author: z.string(), excerpt: z.string(), number: z.number().int().positive().optional() })
    .optional(),
  media: z.array(z.enum(mediaKinds)).optional(),
  linkPreview: z.strictObject({ site: z.string(), title: z.string(), description: z.string().optional() }).optional(),
  poll: z
    .strictObject({
      question: z.string(),
      kind: z.string(),
      options: z.array(z.strictObject({ text: z.string(), percent: z.number().min(0).max(100).optional() })),
      voters: z.number().int().nonnegative().optional(),
    })
    .optional(),
  files: z
    .array(z.strictObject({ name: z.string(), size: z.string() }))
    .min(1)
    .optional(),
  service: z.strictObject({ event: z.enum(serviceEvents), about: z.string().optional() }).optional(),
  reactions: z.array(reaction).optional(),
  views: views.optional(),
  signature: z.string().optional(),
  clock: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, 'not a time such as "21:14"')
    .optional(),
  editedMark: z.literal(true).optional(),
  boundary: z.union([z.literal("marked"), z.number().min(0).max(1)]),
  number: z.number().int().positive().optional(),
  published: moment.optional(),
  edited: moment.optional(),
  withdrawn: z.string().min(1).optional(),
  source,
  alsoIn: z.array(source).optional(),
  versions: z
    .array(z.strictObject({ file: z.string(), alsoIn: z.array(z.string()).min(1).optional(), text: z.string() }))
    .optional(),
  repairs: z.array(z.strictObject({ line: z.number(), rule: z.string(), from: z.string(), to: z.string() })).optional(),
  fingerprint: z.string(),
});

/** A post file as it stands on disk. */
export interface StoredPost {
  readonly post: Post;
  /** Whether somebody changed the file since it was written. */
  readonly edited: boolean;
}

/**
 * The text of a post's Markdown file; `readPost` reads the same post from it. Its fingerprint tells by its two parts whether somebody
 * changed the file since, and whether they changed the date.
 */
export function writePost(post: Post): string {
  const data = frontMatterOf(post);
  const fingerprint = fingerprintOf(joinFrontMatter(data, post.text));
  return joinFrontMatter({ ...data, fingerprint: `${fingerprint}/${post.dating.best}` }, post.text);
}

/** Reads a post's Markdown file. Throws an Error that names the file, the key and the reason. */
export function readPost(fileText: string, file: string): Post {
  return readStoredPost(fileText, file).post;
}

/** Reads a post's Markdown file and tells whether it was edited by hand. Throws as `readPost` does. */
export function readStoredPost(fileText: string, file: string): StoredPost {
  const { data, body } = part(fileText, file);
  const checked = frontMatter.safeParse(data);
  if (!checked.success) throw new Error(`Cannot read post "${file}": ${issuesOf(checked.error)}`);
  const found = checked.data;
  const [fingerprint, written] = found.fingerprint.split("/");
  const edited = fingerprint !== fingerprintOf(fileText);
  const claim = compact<Dating>({ best: found.date, edtf: found.edtf, ...found.dating });
  return {
    post: {
      id: found.id,
      channel: compact<Channel>(found.channel),
      dating: written === undefined || written === found.date ? claim : givenDay(found.date),
      title: found.title,
      text: body,
      language: found.language,
      tags: (found.tags ?? []).map((label): Tag => ({ key: tagKey(label), label })),
      mentions: mentionsOf(body),
      links: [...new Set([...linksOf(body), ...(found.links ?? [])])],
      ...(found.forwardedFrom === undefined ? {} : { forwardedFrom: found.forwardedFrom }),
      ...(found.replyTo === undefined ? {} : { replyTo: compact<ReplyQuote>(found.replyTo) }),
      media: found.media ?? [],
      ...attachmentsOf(found as Attachments),
      reactions: found.reactions ?? [],
      ...footOf(found as Foot),
      repairs: found.repairs ?? [],
      boundary: found.boundary === "marked" ? { kind: "marked" } : { kind: "inferred", probability: found.boundary },
      ...(found.number === undefined ? {} : { number: found.number }),
      ...(found.published === undefined ? {} : { published: found.published }),
      ...(found.edited === undefined ? {} : { edited: found.edited }),
      ...(found.withdrawn === undefined ? {} : { withdrawn: found.withdrawn }),
      source: compact<Source>(found.source),
      ...(found.alsoIn === undefined ? {} : { alsoIn: found.alsoIn.map((each) => compact<Source>(each)) }),
      ...(found.versions === undefined ? {} : { versions: found.versions.map((each) => compact<Version>(each)) }),
      ...(edited ? { correctedByHand: true } : {}),
    },
    edited,
  };
}

/** A `date` that is not the one written was given by hand, whatever the file still says of its grounds. */
function givenDay(best: Day): Dating {
  return { best, earliest: best, latest: best, basis: "given", edtf: best };
}

/** The one maker of a post file's path below `content/posts`, with `/`: `<channel>/<month>/<day>-<id>.md`. */
export function postPath(post: Post): string {
  const date = post.dating.best;
  return `${folderOf(post.channel.key)}/${date.slice(0, 7)}/${date}-${post.id}.md`;
}

/** The id of the post whose file stands at a path that `postPath` made. */
export function idIn(path: string): string {
  return path.slice(-"0123456789.md".length, -".md".length);
}

/** A channel key is made by `slugOf`; made again here, so that no hand-edited key leads out of the folder. */
function folderOf(key: string): string {
  return slugOf(key) || "channel";
}

function frontMatterOf(post: Post): Record<string, unknown> {
  const { best, edtf, ...dating } = post.dating;
  return {
    title: post.title,
    id: post.id,
    date: best,
    edtf,
    dating,
    channel: post.channel,
    language: post.language,
    ...unlessEmpty(
      "tags",
      post.tags.map((tag) => tag.label),
    ),
    ...unlessEmpty("links", hiddenLinksOf(post)),
    ...(post.forwardedFrom === undefined ? {} : { forwardedFrom: post.forwardedFrom }),
    ...(post.replyTo === undefined ? {} : { replyTo: post.replyTo }),
    ...unlessEmpty("media", post.media),
    ...attachmentsOf(post),
    ...unlessEmpty("reactions", post.reactions.map(reactionText)),
    ...footOf(post),
    ...given("views", post.views && (post.views.printed ?? post.views.count)),
    boundary: post.boundary.kind === "marked" ? "marked" : post.boundary.probability,
    ...given("number", post.number),
    ...given("published", post.published),
    ...given("edited", post.edited),
    ...given("withdrawn", post.withdrawn),
    source: sourceData(post.source),
    ...unlessEmpty("alsoIn", (post.alsoIn ?? []).map(sourceData)),
    ...unlessEmpty(
      "versions",
      (post.versions ?? []).map(({ file, alsoIn, text }) => ({
        file,
        ...(alsoIn === undefined ? {} : { alsoIn }),
        text,
      })),
    ),
    ...unlessEmpty("repairs", post.repairs),
  };
}

/** The addresses of a post that its text does not show. */
function hiddenLinksOf({ text, links }: Post): readonly string[] {
  const shown = new Set(linksOf(text));
  return links.filter((address) => !shown.has(address));
}

/** The fingerprint that a post's file carries: what the import last wrote there. */
export function fingerprintIn(fileText: string): string | undefined {
  return /^fingerprint: '?([0-9a-f]{16})(?:\/[^\r\n]*)?\r?$/mu.exec(atClose(fileText)[0])?.[1];
}

function sourceData(each: Source): Record<string, unknown> {
  return { ...each, lines: each.lines.map(rangeText).join(", ") };
}

/**
 * SHA-256 (first 16 digits) over the file without its line of the fingerprint. A file that no longer matches was edited by
 * hand, be it in a comment.
 */
function fingerprintOf(fileText: string): string {
  const [head, rest] = atClose(fileText.replace(/\r\n/gu, "\n"));
  const told = head.replace(/^fingerprint: .*\n/mu, "") + rest.replace(/\n$/u, "");
  return createHash("sha256").update(told).digest("hex").slice(0, 16);
}

/** A file in two: its front matter without the line that closes it, and the rest. Whatever a text says, it says in the rest. */
function atClose(fileText: string): readonly [head: string, rest: string] {
  const close = fileText.indexOf("\n---", "---".length) + 1;
  return [fileText.slice(0, close), fileText.slice(close)];
}

function part(fileText: string, file: string) {
  try {
    return partFrontMatter(fileText);
  } catch (error) {
    throw new Error(`Cannot read post "${file}": ${(error as Error).message.split("\n")[0]}`);
  }
}

function issuesOf(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join(".") || "front matter"}: ${issue.message}`).join("; ");
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

function given(key: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [key]: value };
}

function unlessEmpty(key: string, list: readonly unknown[]): Record<string, unknown> {
  return list.length === 0 ? {} : { [key]: list };
}

/** Leaves out keys that are `undefined`: absent things are absent. */
function compact<T extends object>(value: { readonly [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as T;
}
