import type { Media } from "../model/post.ts";
import { type Element, hasClass, inside, withClass } from "./elements.ts";
import { linkTo } from "./json-text.ts";
import { shownLine } from "./shown-text.ts";
import type { ContentBox } from "./telegram-html-boxes.ts";

/** The boxes of t.me's posts that are kept in words, and the parts of each that say something. */
const kinds: Readonly<Record<string, { readonly media: Media; readonly lines: readonly string[] }>> = {
  location: { media: "place", lines: ["location_title", "location_address"] },
  venue: { media: "place", lines: ["venue_title", "venue_address"] },
  contact: { media: "contact", lines: ["contact_name", "contact_phone"] },
  invoice: { media: "invoice", lines: ["invoice_title", "invoice_description", "invoice_price"] },
  game: { media: "game", lines: ["game_title", "game_description"] },
  giveaway: { media: "giveaway", lines: [] },
  story: { media: "story", lines: [] },
  todo: { media: "checklist", lines: [] },
  checklist: { media: "checklist", lines: [] },
};

/** Parts of a post that are read elsewhere, or that say nothing of its content. */
const known: ReadonlySet<string> = new Set([
  ...[
    "user",
    "user_photo",
    "bubble",
    "bubble_tail",
    "author",
    "owner_name",
    "owner_labels",
    "from_author",
    "author_name",
  ],
  ...["text", "footer", "info", "views", "meta", "date", "reply", "metatext", "forwarded", "forwarded_from", "via_bot"],
  ...["link_preview", "photo", "photo_wrap", "video_player", "video", "video_wrap", "roundvideo_player", "roundvideo"],
  ...[
    "voice_player",
    "voice",
    "audio",
    "document",
    "document_wrap",
    "sticker_wrap",
    "sticker",
    "poll",
    "voters",
    "reactions",
  ],
  ...["grouped", "grouped_wrap", "grouped_layer", "album", "inline_keyboard", "inline_row", "inline_button", "service"],
  ...["service_photo", "reply_thumb", "error", "wrap", "centered", "fact_check", "context_link", "video_thumb"],
]);

/** The boxes of a post that are no files: places, contacts, games; of an unknown kind too. */
export function pageBoxes(element: Element): readonly ContentBox[] {
  const isBox = (inner: Element): boolean => nameOf(inner) !== undefined;
  return inside(element, isBox, (inner) => hasClass(inner, "tgme_widget_message_reply")).flatMap(
    (box): readonly ContentBox[] => {
      const name = nameOf(box) ?? "";
      const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
      const address = linkTo(box.attributes.href)?.href;
      const href = address !== undefined && /^https?:/iu.test(address) ? { href: address } : {};
      if (kind === undefined) {
        const text = shownLine(box);
        return [
          {
            media: "unknown",
            text,
            ...href,
            unread: { key: `tgme_widget_message_${name}`, json: JSON.stringify(text) },
          },
        ];
      }
      const said = kind.lines.flatMap((part) => withClass(box, `tgme_widget_message_${part}`).map(shownLine));
      const point = /[?&]q=(?<latitude>-?[\d.]+),\s*(?<longitude>-?[\d.]+)/u.exec(address ?? "")?.groups;
      const place = kind.media === "place" && point !== undefined ? [`${point.latitude}, ${point.longitude}`] : [];
      const lines = [...said, ...place].filter(Boolean);
      return [{ media: kind.media, text: lines.length > 0 ? lines.join("\n") : shownLine(box), ...href }];
    },
  );
}

/** The name of a box, by its class: `tgme_widget_message_location_wrap` is `location`. Names are not asked of what is known as a part. */
function nameOf({ attributes }: Element): string | undefined {
  for (const name of (attributes.class ?? "").split(/\s+/u)) {
    const part = /^tgme_widget_message_(?<part>[a-z_]+)$/u.exec(name)?.groups?.part;
    if (part === undefined || known.has(part)) continue;
    const own = part.replace(/_wrap$/u, "");
    if (Object.hasOwn(kinds, own)) return own;
    // A part of a known box is no box of its own.
    if (![...known].some((whole) => part.startsWith(`${whole}_`))) return own;
  }
  return undefined;
}
