import { ownEntry } from "../model/own-entry.ts";
import type { Entity, EntityKind } from "../model/post.ts";
import { type Formatted, joined, marked, tidy, trimmedLines, unformatted } from "../text/formatted.ts";
import { asFields, type Fields, fieldsAt, own, wholeAt, wordsAt } from "./json-fields.ts";
import { entityKindOf } from "./json-raw.ts";

/** The kinds of Telegram's entities that are more than their words; of the others, such as hashtags, the words say it all. */
const kinds: Readonly<Record<string, EntityKind>> = {
  bold: "bold",
  italic: "italic",
  underline: "underline",
  strikethrough: "strike",
  code: "code",
  pre: "pre",
  spoiler: "spoiler",
  blockquote: "quote",
  text_link: "link",
  custom_emoji: "custom-emoji",
};

/** Kinds of entities whose words say it all. */
const plainKinds: ReadonlySet<string> = new Set([
  ...["", "plain", "unknown", "link", "hashtag", "cashtag", "mention", "mention_name", "email", "phone", "bot_command"],
  "bank_card",
]);

/** Whether a kind of entity is one that is known. */
export function isKnownEntity(type: string): boolean {
  return plainKinds.has(type) || Object.hasOwn(kinds, type);
}

/** The text of a message: a string, or a list of strings and entities. */
export function textOf(value: unknown): Formatted {
  return tidy(trimmedLines(joined(piecesOf(value).map(pieceOf))));
}

/** A text whose entities are told by their places in it, in UTF-16 units, as Telegram counts them. */
export function placedTextOf(text: string, entities: readonly unknown[]): Formatted {
  const placed = entities.flatMap((value): readonly Entity[] => {
    const fields = asFields(value) ?? {};
    const [offset, length] = [wholeAt(fields, "offset") ?? -1, wholeAt(fields, "length") ?? 0];
    // Pyrogram names all of them alike, and each kind in a key of its own.
    const named = [wordsAt(fields, "_"), wordsAt(fields, "type")].find(
      (each) => each !== undefined && each !== "MessageEntity",
    );
    const entity = entityOf(entityKindOf(named ?? ""), fields);
    const isInside = offset >= 0 && length > 0 && offset + length <= text.length;
    return entity === undefined || !isInside ? [] : [{ ...entity, offset, length }];
  });
  return tidy(trimmedLines({ text, entities: placed }));
}

/** The text of a message on one line, without what its parts are. */
export function lineOf(value: unknown): string {
  return textOf(value).text.replace(/\s+/gu, " ").trim();
}

/** Whether a value is a text, be it an empty one. */
export function isText(value: unknown): boolean {
  const isPiece = (piece: unknown): boolean => {
    const fields = asFields(piece);
    return typeof piece === "string" || (fields !== undefined && typeof own(fields, "text") !== "object");
  };
  return Array.isArray(value) ? value.every(isPiece) : typeof value === "string" || typeof value === "number";
}

function piecesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

function pieceOf(value: unknown): Formatted {
  if (typeof value === "string" || typeof value === "number") return unformatted(`${value}`);
  const fields = asFields(value);
  if (fields === undefined) return unformatted("");
  const words = own(fields, "text");
  // Blank words are words: they part those around them.
  const text = typeof words === "string" || typeof words === "number" ? unformatted(`${words}`) : unformatted("");
  const entity = entityOf(wordsAt(fields, "type") ?? "", fields);
  return entity === undefined ? text : marked(text, entity);
}

/** What an entity makes of its words; `undefined` where they say it all, and where an address is none that a page may lead to. */
export function entityOf(type: string, fields: Fields): Omit<Entity, "offset" | "length"> | undefined {
  const kind = ownEntry(kinds, type);
  if (type === "mention_name")
    return accountLink(wordsAt(fields, "user_id") ?? wordsAt(fieldsAt(fields, "user") ?? {}, "id"));
  if (kind === "link") return linkTo(wordsAt(fields, "href") ?? wordsAt(fields, "url"));
  if (kind === "quote") return { kind: own(fields, "collapsed") === true ? "collapsed-quote" : "quote" };
  if (kind === "pre") {
    const language = wordsAt(fields, "language");
    return language !== undefined && /^[\w+#.-]{1,40}$/u.test(language) ? { kind, language } : { kind };
  }
  if (kind === "custom-emoji") {
    const id = wordsAt(fields, "document_id");
    return id !== undefined && /^[\w./-]{1,100}$/u.test(id) ? { kind, id } : { kind };
  }
  return kind === undefined ? undefined : { kind };
}

/** A mention by a name that is no user name keeps whom it means as Telegram's own link to an account. */
function accountLink(id: string | undefined): Omit<Entity, "offset" | "length"> | undefined {
  return /^\d{1,19}$/u.test(id ?? "") ? linkTo(`tg://user?id=${id}`) : undefined;
}

/** A link to an address, where it is one that a page may lead to. */
export function linkTo(address: string | undefined): Omit<Entity, "offset" | "length"> | undefined {
  // Some pages escape what they have escaped already.
  const href = address
    ?.trim()
    .replaceAll("&amp;", "&")
    .replace(/\s/gu, "%20")
    .replace(/</gu, "%3C")
    .replace(/>/gu, "%3E");
  if (href === undefined || !/^(?:https?|tg|ton|mailto|tel):[^\s<>]+$/iu.test(href)) return undefined;
  return { kind: "link", href };
}
