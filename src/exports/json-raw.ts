import { asFields, type Fields, isNothing, listAt, own, wordsAt } from "./json-fields.ts";

/**
 * A message in the keys of Telegram Desktop's export. Programs that keep what Telegram sends to programs (`{"_": "Message", "message": …}`), or what a
 * bot receives (`{"message_id": …}`), or what a page of t.me shows (`{"url": …, "content": …}`), write the same things under other names; a message that has Desktop's own stays as it is, and what has no key
 * there stays under its own name.
 */
export function inKeysOfDesktop(message: Fields): Fields {
  const isRaw = typeof own(message, "_") === "string" || isNothing(own(message, "id"));
  if (!isRaw || !["_", "message_id", "content"].some((key) => Object.hasOwn(message, key))) return message;
  const { media, action, fwd_from, reply_to, reactions, entities, edit_date, ...rest } = message;
  const plain = Object.fromEntries(Object.entries(rest).filter(([key]) => !silent.has(key) && key !== "message"));
  const kind = wordsAt(message, "_") ?? "Message";
  const answered =
    wordsAt(asFields(reply_to) ?? {}, "reply_to_msg_id") ??
    wordsAt(asFields(message.reply_to_message) ?? {}, "message_id");
  const forward = wordsAt(asFields(fwd_from) ?? {}, "from_name");
  const edited = Date.parse(wordsAt(message, "edit_date") ?? "") / 1000;
  return {
    ...plain,
    id: own(message, "id") ?? own(message, "message_id") ?? numberIn(wordsAt(message, "url")),
    type: kind === "MessageService" ? "service" : "message",
    text: own(message, "text") ?? own(message, "message") ?? own(message, "caption") ?? own(message, "content"),
    ...present("entities", isNothing(entities) ? own(message, "caption_entities") : entities),
    ...present("action", actionOf(action)),
    ...present("edited_unixtime", Number.isFinite(edited) ? edited : edit_date),
    ...present("reply_to_message_id", answered),
    ...(forward === undefined ? present("fwd_from", fwd_from) : { forwarded_from: forward }),
    ...present("reactions", reactionsOf(reactions)),
    ...mediaOf(media),
  };
}

/** The number at the end of a post's address: `https://t.me/s/harbour_news/12`. */
function numberIn(url = ""): string | undefined {
  return /^https:\/\/t\.me\/(?:s\/)?\w+\/(?<number>\d{1,15})(?:[?#]|$)/u.exec(url)?.groups?.number;
}

/** Keys that tell nothing of what a reader sees, or what the file is of. */
const silent: ReadonlySet<string> = new Set([
  ...["_", "message_id", "peer_id", "chat", "sender_chat", "from_scheduled", "legacy", "edit_hide", "media_unread"],
  ...["grouped_id", "restriction_reason", "ttl_period", "replies", "reply_to_message", "caption", "caption_entities"],
  ...[
    "invert_media",
    "offline",
    "_type",
    "content",
    "url",
    "paid_suggested_post_stars",
    "paid_suggested_post_ton",
    "video_processing_pending",
  ],
]);

function present(key: string, value: unknown): Fields {
  return isNothing(value) ? {} : { [key]: value };
}

/** `{"_": "MessageActionPinMessage"}` is `pin_message`. */
function actionOf(action: unknown): unknown {
  const name = wordsAt(asFields(action) ?? {}, "_");
  return name === undefined ? action : snakeCase(name.replace(/^MessageAction/u, ""));
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/gu, "_").toLowerCase();
}

/** `{results: [{reaction: {emoticon: "👍"}, count: 3}]}` as Desktop's list. */
function reactionsOf(reactions: unknown): unknown {
  const fields = asFields(reactions);
  if (fields === undefined) return reactions;
  return listAt(fields, "results").map((value) => {
    const { reaction, count } = asFields(value) ?? {};
    const emoji = wordsAt(asFields(reaction) ?? {}, "emoticon");
    return { type: emoji === undefined ? "custom_emoji" : "emoji", emoji, count };
  });
}

/** What stands for a file that is not in the export. */
const elsewhere = "(File not included.)";

/** Files by their kind; a preview of a link says what the link leads to; all else stays as it is told. */
function mediaOf(media: unknown): Fields {
  const fields = asFields(media) ?? {};
  const kind = wordsAt(fields, "_");
  if (kind === "MessageMediaPhoto") return { photo: elsewhere };
  if (kind === "MessageMediaWebPage") return {};
  const document = asFields(own(fields, "document"));
  if (kind !== "MessageMediaDocument" || document === undefined) return present("media", media);
  const named = listAt(document, "attributes").map((each) => wordsAt(asFields(each) ?? {}, "file_name"));
  return {
    file: elsewhere,
    ...present("mime_type", own(document, "mime_type")),
    ...present("file_size", own(document, "size")),
    ...present(
      "file_name",
      named.find((name) => name !== undefined),
    ),
  };
}

/** The name that Desktop gives to a kind of entity: `MessageEntityTextUrl` is `text_link`. */
export function entityKindOf(type: string): string {
  const name = snakeCase(type.replace(/^MessageEntity/u, ""));
  return { text_url: "text_link", strike: "strikethrough" }[name] ?? name;
}
