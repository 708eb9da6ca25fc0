import type { Button, Media, UnreadPart } from "../model/post.ts";
import { type Element, hasClass, inside, withClass } from "./elements.ts";
import { linkTo } from "./json-text.ts";
import { shownLine, shownText } from "./shown-text.ts";

/** A box under the words of a message in Telegram Desktop's HTML: a place, a contact, a game. */
export interface ContentBox {
  readonly media: Media;
  /** Its words, line by line. */
  readonly text: string;
  /** Where it leads. */
  readonly href?: string;
  /** Of a box of an unknown kind: its class and its words. */
  readonly unread?: UnreadPart;
}

/** The boxes that are kept in words. */
const kinds: Readonly<Record<string, Media>> = {
  media_venue: "place",
  media_location: "place",
  media_live_location: "place",
  media_contact: "contact",
  media_invoice: "invoice",
  media_game: "game",
  media_giveaway: "giveaway",
  media_call: "service",
  media_poll: "poll",
  media_story: "story",
};

/** Boxes that are read elsewhere, as files of a kind. */
const files: ReadonlySet<string> = new Set([
  ...["media_photo", "media_video", "media_voice_message", "media_audio_file", "media_file", "media_wrap"],
]);

/** The boxes of a message, files and polls excepted; a to-do list is told as a poll of its own kind. */
export function exportedBoxes(element: Element): readonly ContentBox[] {
  return inside(element, (inner) => classOf(inner) !== undefined).flatMap((box): readonly ContentBox[] => {
    const name = classOf(box) ?? "";
    const media = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    const address = linkTo(box.attributes.href ?? inside(box, (inner) => inner.name === "a")[0]?.attributes.href)?.href;
    const href = address !== undefined && /^https?:/iu.test(address) ? { href: address } : {};
    if (name === "media_poll")
      return isChecklist(box)
        ? [{ media: "checklist", text: checklistText(box), ...href }]
        : [{ media: "poll", text: "" }];
    if (name === "media_giveaway") return [{ media: "giveaway", text: shownText(box).replace(/ +$/gmu, ""), ...href }];
    const text = linesOf(box, media === "place" ? address : undefined).join("\n");
    if (media !== undefined) return [{ media, text, ...href }];
    return [{ media: "unknown", text, ...href, unread: { key: name, json: JSON.stringify(shownLine(box)) } }];
  });
}

/** The class that tells the kind of a box. */
function classOf({ attributes }: Element): string | undefined {
  const names = (attributes.class ?? "").split(/\s+/u);
  return names.find((name) => name.startsWith("media_") && !files.has(name) && !/_wrap$/u.test(name));
}

/** Title, description and status of a box, each on its line; of a place the title that only says that it is one is left out. */
function linesOf(box: Element, map: string | undefined): readonly string[] {
  const [title = "", description = "", status = ""] = ["title", "description", "status"].map((name) =>
    withClass(box, name).map(shownLine).join(" "),
  );
  if (map === undefined) return [title, description, status].filter(Boolean);
  const point = /[?&]q=(?<latitude>-?[\d.]+),\s*(?<longitude>-?[\d.]+)/u.exec(map)?.groups;
  const place = point === undefined ? status : `${point.latitude}, ${point.longitude}`;
  return [/^(?:live )?location$/iu.test(title) ? "" : title, description, place].filter(Boolean);
}

function isChecklist(poll: Element): boolean {
  return withClass(poll, "details").some((line) => /^to-?do list$/iu.test(shownLine(line)));
}

function checklistText(list: Element): string {
  const title = withClass(list, "question").map(shownLine);
  const items = withClass(list, "answer").map((answer) => {
    const isDone = withClass(answer, "details").length > 0;
    const words = {
      ...answer,
      children: answer.children.filter((child) => typeof child === "string" || !hasClass(child, "details")),
    };
    return `${isDone ? "☑" : "☐"} ${shownLine(words).replace(/^- /u, "")}`;
  });
  return [...title, ...items].join("\n");
}

/** A button under a message. */
export function buttonOf(element: Element): readonly Button[] {
  const text = shownLine(element);
  const [inner] = inside(element, ({ name }) => name === "a");
  const link = linkTo(element.attributes.href ?? inner?.attributes.href)?.href;
  return text === "" ? [] : [{ text, ...(link !== undefined && /^https?:/iu.test(link) ? { href: link } : {}) }];
}

/** What the blocks of a rich message show beside their words. */
export function richMedia(words: Element | undefined): readonly Media[] {
  if (words === undefined || !hasClass(words, "rich_message")) return [];
  const shown: Readonly<Record<string, Media>> = { img: "photo", video: "video", audio: "audio" };
  return inside(words, ({ name, attributes }) => name in shown && !/emoji/u.test(attributes.class ?? "")).flatMap(
    ({ name }) => shown[name] ?? [],
  );
}
