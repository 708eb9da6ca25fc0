import type { AttachedFile, Button, LineRange, Media, Poll, Reaction, UnreadPart } from "../model/post.ts";
import { joined, tidy, unformatted } from "../text/formatted.ts";
import { pollText } from "../text/own-words.ts";
import { printedCount } from "../text/printed-count.ts";
import { serviceLineOf } from "../text/service-lines.ts";
import { botNameIn } from "../text/telegram-address.ts";
import { localFormat, readClockTime } from "./clock-time.ts";
import { type ExportedPost, localTime, momentOf, momentOnClock, type Told } from "./exported.ts";
import { asFields, type Fields, fieldsAt, isNothing, listAt, numberAt, own, wholeAt, wordsAt } from "./json-fields.ts";
import { unreadOf } from "./json-keys.ts";
import { contentOf, fileKindOf } from "./json-kinds.ts";
import { serviceWords } from "./json-service.ts";
import { isText, lineOf, linkTo, placedTextOf, textOf } from "./json-text.ts";
import { mediaFileOf } from "./media-files.ts";
import { readRichMessage } from "./rich-message.ts";

/** What a message is read with: the chat it stands in. */
export interface MessageSetting {
  readonly name: string | undefined;
  readonly id: string | undefined;
  readonly isGroup: boolean;
  /** The first words of the post with a number; empty where there is none. */
  readonly excerptOf: (number: number) => string;
}

/** The name that Telegram shows for accounts that are no more. */
export const deletedAccount = "Deleted Account";

/** Reads a message with whatever of its keys can be read; the others are kept as they are told. `undefined` time: it tells none. */
export function readMessage(
  message: Fields,
  lines: LineRange,
  setting: MessageSetting,
): Omit<ExportedPost, "time"> & { readonly time: Told | undefined } {
  const isService = wordsAt(message, "type") === "service";
  const number = wholeAt(message, "id") ?? 0;
  const actor = wordsAt(message, "actor") ?? setting.name ?? "";
  const service = isService ? serviceWords(message, { ...setting, actor }) : undefined;
  const rich = readRichMessage(fieldsAt(message, "rich_message") ?? {});
  const poll = pollOf(fieldsAt(message, "poll"));
  const content = contentOf(message);
  const said = [ownText(message), rich.text, content.text, unformatted(poll === undefined ? "" : pollText(poll))];
  const text = service === undefined ? tidy(joined(said, "\n")) : unformatted(service.trim());
  const shown = isService ? (["service"] as const) : mediaOf(message, poll, rich.media, content.media);
  const unread = [...unreadOf(message, isService), ...rich.unknown.map(blockOfUnknownKind)];
  const isEmpty = text.text === "" && shown.length === 0;
  const media: readonly Media[] = isEmpty || unread.some(isContent) ? [...shown, "unknown"] : shown;
  const serviceLine = service === undefined ? undefined : serviceLineOf(service);
  const buttons = buttonsOf(message);
  const mediaFiles = isService ? [] : [...mediaFileOf(message, fileKindOf(message)), ...rich.files];
  const [forwardedFrom, signature] = [wordsAt(message, "forwarded_from"), authorOf(message, setting)];
  const forwardedAuthor = wordsAt(message, "forwarded_author");
  const viaBot = botNameIn(wordsAt(message, "via_bot") ?? "");
  return {
    ...(number > 0 ? { number } : {}),
    time: timeOf(message),
    ...editOf(message),
    text: text.text,
    ...(text.entities.length === 0 ? {} : { entities: text.entities }),
    hiddenLinks: [
      ...linksBehind(text.entities),
      ...buttons.flatMap(({ href }) => (href === undefined ? [] : [href])),
      ...listAt(message, "outlinks").flatMap((link) => linkTo(typeof link === "string" ? link : undefined)?.href ?? []),
    ],
    ...(forwardedFrom === undefined ? {} : { forwardedFrom: forwardedFrom.trim() }),
    ...(forwardedAuthor === undefined ? {} : { forwardedAuthor }),
    ...previewOf(fieldsAt(message, "linkPreview")),
    media,
    reactions: listAt(message, "reactions").flatMap(reactionOf),
    ...viewsOf(message),
    ...(signature === undefined ? {} : { signature }),
    ...(viaBot === undefined ? {} : { viaBot }),
    lines: [lines],
    ...(poll === undefined ? {} : { poll }),
    ...(serviceLine === undefined ? {} : { service: serviceLine }),
    ...filesOf(message),
    ...(mediaFiles.length === 0 ? {} : { mediaFiles }),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(unread.length === 0 ? {} : { unread }),
  };
}

/** The preview of a linked page, as programs tell it that read pages of t.me. */
function previewOf(told: Fields | undefined): Pick<ExportedPost, "linkPreview"> {
  const [site, title, description] = ["siteName", "title", "description"].map((key) => lineOf(own(told ?? {}, key)));
  if (!site && !title) return {};
  return { linkPreview: { site: site ?? "", title: title ?? "", ...(description ? { description } : {}) } };
}

const unknownBlock = "rich_message.blocks.type";

function blockOfUnknownKind(type: string): UnreadPart {
  return { key: unknownBlock, json: JSON.stringify(type) };
}

/** Whether a part of a message that is not known can be what the message is about. */
function isContent({ key, json }: UnreadPart): boolean {
  // A second telling of the message, in the keys of another program.
  if (key === "raw") return false;
  // Of a piece of the text, and of a kind that is known, the words are read.
  if (/^text(?:_entities)?\.type$/u.test(key)) return false;
  return /^[[{]/u.test(json) || ["media_type", "type", "text", unknownBlock].includes(key);
}

/** The text by its entities; older versions wrote no list of its own for them. */
function ownText(message: Fields) {
  const words = own(message, "text");
  if (typeof words === "string" && isPlaced(message)) return placedTextOf(words, listAt(message, "entities"));
  const entities = own(message, "text_entities");
  const byEntities = textOf(isText(entities) ? entities : listAt(message, "text_entities"));
  return byEntities.text === "" ? textOf(own(message, "text")) : byEntities;
}

/** Whether the entities of a message tell their places in its text. */
function isPlaced(message: Fields): boolean {
  return listAt(message, "entities").some((each) => wholeAt(asFields(each) ?? {}, "offset") !== undefined);
}

function linksBehind(entities: readonly { readonly href?: string }[]): readonly string[] {
  return entities.flatMap(({ href }) => (href !== undefined && /^https?:/iu.test(href) ? [href] : []));
}

/** A time as ISO 8601 has it: other spellings would be read by the order of numbers that a machine is used to. */
const shownTime = /^(?<clock>\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?<zone>Z|[+-]\d\d:?\d\d)?$/u;

/** The moment; versions before 2021 wrote no more than the time on the writer's clock, and other programs a number. */
function timeOf(message: Fields): Told | undefined {
  const seconds = numberAt(message, "date_unixtime") ?? numberAt(message, "date");
  const utc = seconds === undefined || seconds <= 0 ? undefined : momentOf(seconds);
  const date = (wordsAt(message, "date") ?? "").trim().replace(" ", "T");
  const { clock, zone } = shownTime.exec(date)?.groups ?? {};
  const told = utc ?? (zone === undefined ? undefined : momentOf(Math.floor(Date.parse(date) / 1000)));
  if (told !== undefined) return momentOnClock(told, (Date.parse(`${clock}Z`) - Date.parse(told)) / 1000);
  return localTime(date);
}

/** The moment of the last edit, or that there was one; older versions wrote 1970 for none. */
function editOf(message: Fields): Pick<ExportedPost, "edited" | "editedMark"> {
  const seconds = numberAt(message, "edited_unixtime") ?? numberAt(message, "edit_date");
  const edited = seconds === undefined || seconds < firstPost ? undefined : momentOf(seconds);
  if (edited !== undefined) return { edited };
  const local = readClockTime(wordsAt(message, "edited") ?? "", localFormat);
  return local !== undefined && local.unix() > firstPost ? { editedMark: true } : {};
}

/** Telegram began in August 2013: no post of it is older, in seconds since 1970. */
const firstPost = Date.UTC(2013, 7, 1) / 1000;

/** Who wrote a message, where that is not the channel itself. */
function authorOf(message: Fields, { name, id }: MessageSetting): string | undefined {
  const signed = wordsAt(message, "author") ?? wordsAt(message, "post_author");
  if (signed !== undefined || wordsAt(message, "type") === "service") return signed;
  const [from, fromId] = [wordsAt(message, "from"), wordsAt(message, "from_id")];
  if (from === undefined) return fromId?.startsWith("user") ? deletedAccount : undefined;
  const isChannel = from === name || (id !== undefined && fromId === `channel${id}`);
  return isChannel || (name === undefined && fromId?.startsWith("channel")) ? undefined : from;
}

function mediaOf(
  message: Fields,
  poll: Poll | undefined,
  rich: readonly Media[],
  content: readonly Media[],
): readonly Media[] {
  return [...(poll === undefined ? [] : (["poll"] as const)), ...fileKindOf(message), ...rich, ...content];
}

function reactionOf(value: unknown): readonly Reaction[] {
  const told = asFields(value) ?? {};
  // A number that is no count comes as far as `fitting`, which leaves it out and says so.
  const count = numberAt(told, "count");
  if (count === undefined) return [];
  const type = wordsAt(told, "type") ?? "";
  const emoji = (wordsAt(told, "emoji") ?? "").trim();
  if (type === "paid") return [{ emoji: "⭐", count }];
  return [{ emoji: /^(?:emoji)?$/u.test(type) && /^\S*$/u.test(emoji) ? emoji : "", count }];
}

function pollOf(told: Fields | undefined): Poll | undefined {
  if (told === undefined) return undefined;
  const answers = listAt(told, "answers").map((value) => {
    const answer = asFields(value) ?? { text: value };
    return { text: lineOf(own(answer, "text")), votes: wholeAt(answer, "voters") };
  });
  const counts = answers.flatMap(({ votes }) => votes ?? []);
  const sum = counts.length === 0 ? undefined : counts.reduce((all, votes) => all + votes, 0);
  const voters = wholeAt(told, "total_voters") ?? sum;
  return {
    question: lineOf(own(told, "question")),
    kind: kindOfPoll(told),
    options: answers.map(({ text, votes }) => ({
      text,
      ...(votes === undefined || voters === undefined || voters <= 0
        ? {}
        : { percent: Math.min(100, Math.max(0, Math.round((100 * votes) / voters))) }),
      ...(votes === undefined || votes < 0 ? {} : { votes }),
    })),
    ...(voters === undefined || voters < 0 ? {} : { voters }),
  };
}

/** What t.me prints over such a poll; of a type that nobody knows, no more than that it is one. */
function kindOfPoll(told: Fields): string {
  if (own(told, "closed") === true) return "Final Results";
  const type = own(told, "quiz") === true ? "quiz" : (wordsAt(told, "type") ?? "regular");
  if (type === "quiz") return "Anonymous Quiz";
  return type === "regular" ? "Anonymous Poll" : "Poll";
}

function filesOf(message: Fields): { readonly files?: readonly AttachedFile[] } {
  const name = wordsAt(message, "file_name");
  const kind = wordsAt(message, "media_type");
  if (name === undefined || (kind !== undefined && kind !== "document")) return {};
  const size = numberAt(message, "file_size");
  return { files: [{ name, size: size === undefined ? "" : sizeWords(size) }] };
}

/** `1.2 MB`, as Telegram prints sizes. */
export function sizeWords(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${Number(size.toFixed(1))} ${units[unit] ?? "B"}`;
}

/** The buttons under a message, row by row. */
function buttonsOf(message: Fields): readonly Button[] {
  return listAt(message, "inline_bot_buttons")
    .flatMap((row) => (Array.isArray(row) ? (row as readonly unknown[]) : [row]))
    .flatMap((value) => {
      const told = asFields(value) ?? {};
      const link = linkTo(wordsAt(told, "data") ?? wordsAt(told, "url"))?.href;
      const href = link !== undefined && /^https?:/iu.test(link) ? link : undefined;
      const text = lineOf(own(told, "text")) || href;
      const copies = copiedBy(told);
      return text === undefined
        ? []
        : [{ text, ...(href === undefined ? {} : { href }), ...(copies === undefined ? {} : { copies }) }];
    });
}

/** The text that a button puts into the clipboard: Desktop tells it as its data, others in a field of the name that the Bot API gives it. */
function copiedBy(button: Fields): string | undefined {
  const told = fieldsAt(button, "copy_text");
  const isCopying = wordsAt(button, "type") === "copy_text";
  const words = told === undefined ? own(button, isCopying ? "data" : "copy_text") : own(told, "text");
  return lineOf(words) || undefined;
}

/** Desktop's export tells no views; programs in its likeness do. */
function viewsOf(message: Fields): Pick<ExportedPost, "views"> {
  const told = wordsAt(message, "views") ?? wordsAt(message, "view_count");
  const views = told === undefined || isNothing(told) ? undefined : printedCount(told);
  return views === undefined ? {} : { views };
}
