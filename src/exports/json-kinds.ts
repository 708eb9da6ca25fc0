import { ownEntry } from "../model/own-entry.ts";
import type { Media } from "../model/post.ts";
import { type Formatted, joined, unformatted } from "../text/formatted.ts";
import { asFields, type Fields, isNothing, listAt, own, wholeAt, wordsAt } from "./json-fields.ts";
import { lineOf, textOf } from "./json-text.ts";

/** A kind of message that tells more than a text: the key that tells it, what it shows, and its words line by line. */
interface ContentKind {
  readonly key: string;
  readonly media: Media;
  /** Its lines, from the value of the key and from the whole message. */
  readonly lines: (value: unknown, message: Fields) => readonly (string | Formatted | undefined)[];
}

/** What messages hold beside their text, as Telegram Desktop's export names it, in the order in which it is told. */
const kinds: readonly ContentKind[] = [
  { key: "place_name", media: "place", lines: (name, message) => [lineOf(name), wordsAt(message, "address")] },
  { key: "location_information", media: "place", lines: (value) => [pointOf(asFields(value) ?? {})] },
  { key: "contact_information", media: "contact", lines: (value) => contactLines(asFields(value) ?? {}) },
  { key: "invoice_information", media: "invoice", lines: (value) => invoiceLines(asFields(value) ?? {}) },
  {
    key: "game_title",
    media: "game",
    lines: (title, message) => [lineOf(title), wordsAt(message, "game_description"), wordsAt(message, "game_link")],
  },
  { key: "todo_list", media: "checklist", lines: (value) => checklistLines(asFields(value) ?? {}) },
  { key: "giveaway_information", media: "giveaway", lines: (value) => giveawayLines(asFields(value) ?? {}) },
  { key: "giveaway_results", media: "giveaway", lines: (value) => resultLines(asFields(value) ?? {}) },
  { key: "dice", media: "game", lines: (value) => [diceLine(asFields(value) ?? {})] },
  { key: "story", media: "story", lines: () => [] },
  { key: "story_id", media: "story", lines: () => [] },
  { key: "paid_stars_amount", media: "paid", lines: () => [] },
  { key: "paid_media", media: "paid", lines: () => [] },
];

/** The keys that tell a kind of content, and those that belong to one. */
export const contentKeys: readonly string[] = [
  ...kinds.map(({ key }) => key),
  ...["address", "game_description", "game_link", "live_location_period_seconds", "contact_vcard"],
];

/** What a message tells beside its text. */
export function contentOf(message: Fields): { readonly media: readonly Media[]; readonly text: Formatted } {
  const found = kinds.filter(({ key }) => !isNothing(own(message, key)));
  const lines = found.flatMap(({ key, lines }) => lines(own(message, key), message));
  const media = [...new Set(found.map((kind) => kind.media))];
  const parts = lines.flatMap((line) =>
    line === undefined ? [] : [typeof line === "string" ? unformatted(line) : line],
  );
  return { media, text: joined(parts, "\n") };
}

/** `51.5, -1.2`. */
function pointOf(point: Fields): string | undefined {
  const [latitude, longitude] = [wordsAt(point, "latitude"), wordsAt(point, "longitude")];
  return latitude === undefined || longitude === undefined ? undefined : `${latitude}, ${longitude}`;
}

function contactLines(contact: Fields): readonly (string | undefined)[] {
  const name = [wordsAt(contact, "first_name"), wordsAt(contact, "last_name")].filter(Boolean).join(" ");
  return [name, wordsAt(contact, "phone_number")];
}

function invoiceLines(invoice: Fields): readonly (string | undefined)[] {
  const amount = wholeAt(invoice, "amount");
  const currency = wordsAt(invoice, "currency") ?? "";
  const price = amount === undefined ? undefined : priceOf(amount, currency);
  return [wordsAt(invoice, "title"), wordsAt(invoice, "description"), price];
}

/** `5.00 EUR`: Telegram counts in the smallest unit of a currency, of which most have a hundred; stars are whole. */
export function priceOf(amount: number, currency: string): string {
  if (currency === "XTR") return `${amount} ⭐`;
  const digits = digitsOf(currency);
  return `${(amount / 10 ** digits).toFixed(digits)} ${currency}`.trim();
}

function digitsOf(currency: string): number {
  if (!/^[A-Z]{3}$/u.test(currency)) return 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function checklistLines(list: Fields): readonly (string | Formatted)[] {
  const items = [...listAt(list, "answers"), ...listAt(list, "items"), ...listAt(list, "tasks")];
  return [
    textOf(own(list, "title")),
    ...items.map((value) => {
      const item = asFields(value) ?? { text: value };
      const isDone = ["completed", "completed_by", "completion_date", "done"].some((key) => !isNothing(own(item, key)));
      const by = wordsAt(item, "completed_by") ?? "";
      const done = by === "" || /^(?:user|channel|chat)?\d+$/u.test(by) ? "" : ` (${by})`;
      return joined([unformatted(isDone ? "☑ " : "☐ "), textOf(own(item, "text")), unformatted(done)]);
    }),
  ];
}

function prizesOf(told: Fields, quantity: number | undefined): readonly (string | undefined)[] {
  const [months, stars] = [wholeAt(told, "months") ?? 0, wholeAt(told, "stars") ?? 0];
  const prize = wordsAt(told, "additional_prize");
  const times = quantity === undefined ? "" : `${quantity} × `;
  return [
    prize === undefined ? undefined : `${times}${prize}`,
    stars > 0 ? `${stars} ⭐` : undefined,
    months > 0 && stars === 0
      ? `${times}Telegram Premium, ${months === 1 ? "1 month" : `${months} months`}`
      : undefined,
  ];
}

function giveawayLines(giveaway: Fields): readonly (string | undefined)[] {
  const until = dayTimeAt(giveaway, "until_date");
  const countries = listAt(giveaway, "countries").filter((code) => typeof code === "string");
  return [
    "Giveaway",
    ...prizesOf(giveaway, wholeAt(giveaway, "quantity")),
    own(giveaway, "is_only_new_subscribers") === true ? "New subscribers only" : undefined,
    countries.length === 0 ? undefined : `Countries: ${countries.join(", ")}`,
    until === undefined ? undefined : `Winners are drawn on ${until}`,
  ];
}

function resultLines(results: Fields): readonly (string | undefined)[] {
  const winners = wholeAt(results, "winners_count") ?? wholeAt(results, "winners") ?? listAt(results, "winners").length;
  const unclaimed = wholeAt(results, "unclaimed_count") ?? 0;
  return [
    "Giveaway results",
    `${winners} ${winners === 1 ? "winner" : "winners"}`,
    ...prizesOf(results, undefined),
    unclaimed > 0 ? `${unclaimed} unclaimed` : undefined,
    own(results, "is_refunded") === true ? "Refunded" : undefined,
  ];
}

/** `2025-09-30 12:00`, on the clock of whoever made the export. */
function dayTimeAt(fields: Fields, key: string): string | undefined {
  const told = wordsAt(fields, key);
  const moment = /^\d{9,11}$/u.test(told ?? "") ? new Date(Number(told) * 1000).toISOString() : told;
  return moment?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*$/u, "$1 $2");
}

function diceLine(dice: Fields): string {
  return [wordsAt(dice, "emoticon") ?? wordsAt(dice, "emoji"), wordsAt(dice, "value")].filter(Boolean).join(" ");
}

/** What a message holds as a file, by the kind that the export names, by the type of the file, or by its name. */
export function fileKindOf(message: Fields): readonly Media[] {
  if (!isNothing(own(message, "photo"))) return ["photo"];
  const told = wordsAt(message, "media_type") ?? "";
  const known = ownEntry(mediaTypes, told);
  if (known !== undefined) return [known];
  const file = wordsAt(message, "file");
  if (file === undefined && told === "") return [];
  const [kind = ""] = (wordsAt(message, "mime_type") ?? "").split("/");
  const byType =
    ownEntry(mediaTypes, kind) ??
    (/\/(?:jpeg|png|webp)$/u.test(wordsAt(message, "mime_type") ?? "") ? "document" : undefined);
  // Programs that tell no type name the file: `3_photo.jpg`.
  return [byType ?? (wordsAt(message, "file_name") === undefined ? byName(file ?? "") : undefined) ?? "document"];
}

function byName(file: string): Media | undefined {
  const ending = /\.(\w{2,5})$/u.exec(file)?.[1]?.toLowerCase() ?? "";
  if (["jpg", "jpeg", "png", "webp", "avif"].includes(ending)) return "photo";
  if (["mp4", "mov", "webm", "mkv"].includes(ending)) return "video";
  return ["ogg", "oga", "mp3", "m4a", "opus", "flac"].includes(ending) ? "audio" : undefined;
}

const mediaTypes: Readonly<Record<string, Media>> = {
  video: "video",
  audio: "audio",
  video_file: "video",
  video_message: "video",
  animation: "video",
  voice_message: "audio",
  audio_file: "audio",
  sticker: "sticker",
  photo: "photo",
  document: "document",
  story: "story",
};

/** Whether a kind of file is one that is known. */
export function isKnownFileKind(kind: string): boolean {
  return Object.hasOwn(mediaTypes, kind);
}
