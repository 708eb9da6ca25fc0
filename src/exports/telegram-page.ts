import { headFrom } from "../model/channel-head.ts";
import type {
  AttachedFile,
  LinkPreview,
  Media,
  Poll,
  PostMetadata,
  Reaction,
  ReplyQuote,
  UnreadPart,
} from "../model/post.ts";
import { countOf } from "../text/count.ts";
import { joined, unformatted } from "../text/formatted.ts";
import { pollText } from "../text/own-words.ts";
import { printedCount } from "../text/printed-count.ts";
import { serviceLineOf } from "../text/service-lines.ts";
import { botNameIn, isHandle, telegramAddressIn } from "../text/telegram-address.ts";
import { withoutCutTag } from "./cut-tag.ts";
import { type Element, elementsIn, hasClass, inside, withClass } from "./elements.ts";
import { type Exported, type ExportedChannel, momentOf, type Told } from "./exported.ts";
import { Findings } from "./findings.ts";
import type { TextFormat } from "./format.ts";
import { mediaFileOnPage, titleOfRecording } from "./media-files.ts";
import { settledPosts, type UndatedPost, unknownFinding } from "./settled-posts.ts";
import { linksIn, shownFormatted, shownLine, shownText } from "./shown-text.ts";
import { buttonOf } from "./telegram-html-boxes.ts";
import { pageBoxes } from "./telegram-page-boxes.ts";

/** Pages of t.me, as a browser saves them. */
export const telegramPage: TextFormat = {
  kind: "text",
  name: "telegram-page",
  title: "a page of t.me as a browser saves it",
  extensions: ["html", "htm"],
  fidelity: 70,
  recognises: (html) => elementsIn(html, isPagePost).found.length > 0,
  read: (html) => withoutCutTag(html, readTelegramPage),
};

/**
 * Reads a saved page of t.me: a preview of a channel (`t.me/s/channel`) or a post alone (`?embed=1`). Each post tells its channel and its
 * number in `data-post`, and its moment in `<time datetime>`.
 */
function readTelegramPage(html: string): Exported {
  const { found, lines, damage } = elementsIn(html, (element) => isPagePost(element) || isHead(element));
  const findings = new Findings();
  if (damage !== undefined) findings.add({ rule: "export/damaged", ...damage });
  const title = found.filter(isTitle).map(shownLine)[0];
  const parts = (name: string): readonly Element[] => found.filter((element) => hasClass(element, name));
  const about = headFrom(parts(counterClass).map(shownLine), parts(descriptionClass).map(shownText).slice(0, 1));
  const channels = new Map<string, { readonly names: string[]; readonly posts: UndatedPost[] }>();
  for (const element of found.filter(isPagePost)) {
    const [handle = "", number = ""] = (element.attributes["data-post"] ?? "").split("/");
    const channel = channels.get(handle) ?? { names: [], posts: [] };
    channels.set(handle, channel);
    channel.names.push(...classLines(element, "tgme_widget_message_owner_name").slice(0, 1));
    channel.posts.push(postOf(element, handle, Number(number), timeOf(element)));
  }
  return {
    channels: [...channels].map(([handle, { names, posts }]): ExportedChannel => {
      const name = channels.size === 1 ? (title ?? names[0]) : names[0];
      for (const finding of posts.flatMap(unknownFinding)) findings.add(finding);
      const settled = settledPosts(posts, findings);
      const said = channels.size === 1 && about !== undefined ? { about } : {};
      return { ...(isHandle(handle) ? { handle } : {}), ...(name ? { name } : {}), ...said, posts: settled };
    }),
    findings: findings.all(),
    lines,
  };
}

function isPagePost(element: Element): boolean {
  return hasClass(element, "tgme_widget_message") && /^[\w-]+\/\d{1,15}$/u.test(element.attributes["data-post"] ?? "");
}

const [counterClass, descriptionClass] = ["tgme_channel_info_counter", "tgme_channel_info_description"] as const;

function isHead(element: Element): boolean {
  return isTitle(element) || hasClass(element, counterClass) || hasClass(element, descriptionClass);
}

function isTitle(element: Element): boolean {
  return hasClass(element, "tgme_channel_info_header_title");
}

function postOf(element: Element, handle: string, number: number, time: Told | undefined): UndatedPost {
  // What a reply quotes is no word of the post.
  const [words] = withClass(element, "tgme_widget_message_text", isReply);
  const isService = hasClass(element, "service_message");
  const poll = pollOf(element);
  const files = filesOf(element);
  const preview = previewOf(element);
  const replyTo = replyOf(element, handle);
  const boxes = pageBoxes(element);
  const buttons = withClass(element, "tgme_widget_message_inline_button").flatMap(buttonOf);
  const shown = words === undefined ? unformatted("") : shownFormatted(words);
  const own = isService ? unformatted(shown.text) : shown;
  const said = [
    own,
    ...boxes.map(({ text }) => unformatted(text)),
    unformatted(poll === undefined ? "" : pollText(poll)),
  ];
  const text = joined(said, "\n");
  const service = isService ? serviceLineOf(text.text) : undefined;
  const media = isService ? (["service"] as const) : [...mediaOf(element), ...boxes.map((box) => box.media)];
  const isEmpty = text.text === "" && media.length === 0;
  const message: UnreadPart = { key: "post", json: JSON.stringify(shownLine(element)) };
  const unread = isEmpty ? [message] : boxes.flatMap((box) => box.unread ?? []);
  const albumNumbers = albumNumbersOf(element, number);
  const mediaFiles = isService ? [] : boxesOf(element).flatMap((box) => mediaFileOnPage(box, kindOf(box) ?? "unknown"));
  return {
    ...(number > 0 ? { number } : {}),
    time,
    text: text.text,
    ...(text.entities.length === 0 ? {} : { entities: text.entities }),
    hiddenLinks: [...linksIn(text), ...[...boxes, ...buttons].flatMap(({ href }) => href ?? [])],
    ...forwardOf(element),
    ...(replyTo === undefined ? {} : { replyTo }),
    media: isEmpty ? ["unknown"] : media,
    reactions: withClass(element, "tgme_reaction").map(reactionOf),
    ...metadataIn(element),
    lines: [element.lines],
    ...(albumNumbers.length === 0 ? {} : { albumNumbers }),
    ...(preview === undefined ? {} : { linkPreview: preview }),
    ...(poll === undefined ? {} : { poll }),
    ...(files.length === 0 ? {} : { files }),
    ...(mediaFiles.length === 0 ? {} : { mediaFiles }),
    ...(buttons.length === 0 ? {} : { buttons }),
    ...(unread.length === 0 ? {} : { unread }),
    ...(service === undefined ? {} : { service }),
  };
}

/** Whom a post was forwarded from, and who had signed it there: `Pit News (the clerk)`. */
function forwardOf(element: Element): Pick<UndatedPost, "forwardedFrom" | "forwardedAuthor"> {
  const [forward] = withClass(element, "tgme_widget_message_forwarded_from", isReply);
  if (forward === undefined) return {};
  const [author, name] = ["author", "name"].map(
    (part) => classLines(forward, `tgme_widget_message_forwarded_from_${part}`)[0],
  );
  const whole = shownLine(forward).replace(/^Forwarded from\s+/u, "");
  const source = name || (author === undefined ? whole : whole.replace(/\s*\(.*\)$/u, ""));
  return { ...(source ? { forwardedFrom: source } : {}), ...(author ? { forwardedAuthor: author } : {}) };
}

/** The numbers of an album's other parts: each leads to itself alone. */
function albumNumbersOf(element: Element, number: number): readonly number[] {
  const parts = withClass(element, "grouped_media_wrap", isReply).map(({ attributes }) =>
    Number(/\/(?<number>\d{1,15})(?:[?#]|$)/u.exec(attributes.href ?? "")?.groups?.number ?? 0),
  );
  return [...new Set(parts)].filter((part) => part > 0 && part !== number);
}

/** The lines of the elements of a class, none of a reply's. */
function classLines(element: Element, name: string): readonly string[] {
  return withClass(element, name, isReply).map(shownLine).filter(Boolean);
}

function isReply(element: Element): boolean {
  return hasClass(element, "tgme_widget_message_reply");
}

/** `2023-02-24T07:32:23+00:00`. The first of the post's own date; a video's length is a time without one. */
function timeOf(element: Element): Told | undefined {
  const times = [...withClass(element, "tgme_widget_message_date"), element].flatMap((within) =>
    inside(within, ({ name, attributes }) => name === "time" && attributes.datetime !== undefined, isReply),
  );
  const told = times[0]?.attributes.datetime ?? "";
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/u.test(told)) return undefined;
  const utc = momentOf(Math.floor(Date.parse(told) / 1000));
  return utc === undefined ? undefined : { kind: "moment", utc };
}

/** What the page prints at the foot of a post, but for its time, which `timeOf` reads to the second. */
function metadataIn(element: Element): PostMetadata {
  const [views] = classLines(element, "tgme_widget_message_views").map(printedCount);
  const [signature] = classLines(element, "tgme_widget_message_from_author");
  const [viaBot] = classLines(element, "tgme_widget_message_via_bot").flatMap(
    (words) => botNameIn(words.replace(/^\S+\s+/u, "")) ?? [],
  );
  // `edited` has no element of its own: it stands between signature and time.
  const edited = withClass(element, "tgme_widget_message_meta", isReply).some(({ children }) =>
    children.some((child) => typeof child === "string" && /(?:^|[\s,])edited\s*$/u.test(child)),
  );
  return {
    ...(views === undefined ? {} : { views }),
    ...(signature === undefined ? {} : { signature }),
    ...(viaBot === undefined ? {} : { viaBot }),
    ...(edited ? { editedMark: true } : {}),
  };
}

/** The quoted post; its number where it stands in the same channel. */
function replyOf(element: Element, handle: string): ReplyQuote | undefined {
  const [reply] = inside(element, isReply);
  if (reply === undefined) return undefined;
  const author = withClass(reply, "tgme_widget_message_author_name").map(shownLine)[0] ?? "";
  const [words] = inside(reply, (inner) =>
    ["tgme_widget_message_metatext", "tgme_widget_message_text"].some((name) => hasClass(inner, name)),
  );
  if (words === undefined) return undefined;
  const { handle: channel, number = 0 } = telegramAddressIn(reply.attributes.href ?? "") ?? {};
  const isOwn = channel?.toLowerCase() === handle.toLowerCase() && number > 0;
  return { author, excerpt: shownLine(words), ...(isOwn ? { number } : {}) };
}

/** What a post holds by the class of its box. */
const kinds: Readonly<Record<string, Media>> = {
  tgme_widget_message_photo_wrap: "photo",
  tgme_widget_message_video_player: "video",
  tgme_widget_message_roundvideo_player: "video",
  tgme_widget_message_voice_player: "audio",
  tgme_widget_message_voice: "audio",
  tgme_widget_message_poll: "poll",
  tgme_widget_message_sticker_wrap: "sticker",
  // Where it stands inside another box, that box is what a browser cannot play.
  message_media_not_supported: "hidden",
};

function mediaOf(element: Element): readonly Media[] {
  const found = boxesOf(element).flatMap((inner) => kindOf(inner) ?? []);
  return withClass(element, "media_not_supported_cont").length > 0 && found.length === 0 ? ["custom-emoji"] : found;
}

/** The boxes of what a post holds besides its words. */
function boxesOf(element: Element): readonly Element[] {
  const isBox = (inner: Element): boolean => kindOf(inner) !== undefined;
  // Beside a text with custom emoji, for browsers that cannot show them.
  const isForEmoji = (inner: Element): boolean => hasClass(inner, "media_not_supported_cont");
  const isOther = (inner: Element): boolean =>
    isReply(inner) || hasClass(inner, "tgme_widget_message_link_preview") || isForEmoji(inner);
  return inside(element, isBox, isOther);
}

function kindOf(element: Element): Media | undefined {
  if (hasClass(element, "tgme_widget_message_document_wrap"))
    return inside(element, (inner) => hasClass(inner, "audio")).length > 0 ? "audio" : "document";
  const [kind] = Object.entries(kinds).filter(([name]) => hasClass(element, name));
  return kind?.[1];
}

/** Files with name and size; a recording prints its title in the place of the one and who plays it in that of the other. */
function filesOf(element: Element): readonly AttachedFile[] {
  return withClass(element, "tgme_widget_message_document_wrap").flatMap((file): readonly AttachedFile[] => {
    const [name] = classLines(file, "tgme_widget_message_document_title");
    const extra = classLines(file, "tgme_widget_message_document_extra")[0] ?? "";
    if (name === undefined) return [];
    return kindOf(file) === "audio" ? [{ name: titleOfRecording(extra, name), size: "" }] : [{ name, size: extra }];
  });
}

function previewOf(element: Element): LinkPreview | undefined {
  const [preview] = withClass(element, "tgme_widget_message_link_preview");
  if (preview === undefined) return undefined;
  const [site, title, description] = ["site_name", "title", "description"].map(
    (part) => classLines(preview, `link_preview_${part}`)[0],
  );
  if (site === undefined && title === undefined) return undefined;
  return { site: site ?? "", title: title ?? "", ...(description === undefined ? {} : { description }) };
}

function pollOf(element: Element): Poll | undefined {
  const [poll] = withClass(element, "tgme_widget_message_poll");
  if (poll === undefined) return undefined;
  const voters = classLines(element, "tgme_widget_message_voters")[0];
  return {
    question: classLines(poll, "tgme_widget_message_poll_question")[0] ?? "",
    kind: classLines(poll, "tgme_widget_message_poll_type")[0] ?? "Anonymous Poll",
    options: withClass(poll, "tgme_widget_message_poll_option").map((option) => {
      const percent = Number.parseInt(classLines(option, "tgme_widget_message_poll_option_percent")[0] ?? "", 10);
      return {
        text: classLines(option, "tgme_widget_message_poll_option_text")[0] ?? "",
        ...(percent >= 0 && percent <= 100 ? { percent } : {}),
      };
    }),
    ...(voters !== undefined && isCount(voters) ? { voters: countOf(voters) } : {}),
  };
}

function isCount(printed: string): boolean {
  return /^\d+(?:\.\d+)?[KM]?$/u.test(printed);
}

/** `👍2.49K`; a custom emoji shows none, and stars are a kind of their own. */
function reactionOf(element: Element): Reaction {
  const line = shownLine(element).replace(/\s+/gu, "");
  const printed = /\d+(?:\.\d+)?[KM]?$/u.exec(line)?.[0] ?? "";
  const isCustom = inside(element, ({ name }) => name === "tg-emoji").length > 0;
  const emoji = hasClass(element, "tgme_reaction_paid")
    ? "⭐"
    : isCustom
      ? ""
      : line.slice(0, line.length - printed.length);
  if (printed === "") return { emoji, count: 1 };
  const rounded = !/^\d+$/u.test(printed);
  return { emoji, count: countOf(printed), ...(rounded ? { printed } : {}) };
}
