import { ownEntry } from "../model/own-entry.ts";
import { isHandle, telegramAddressIn } from "../text/telegram-address.ts";
import { asFields, type Fields, fieldsAt, isNothing, listAt, own, present, wordsAt } from "./json-fields.ts";
import { type KeysOfDesktop, rawMediaOf } from "./json-raw-media.ts";

/**
 * A message in the keys of Telegram Desktop's export. Programs that keep what Telegram sends to programs (`{"_": "Message", "message": …}`), or what a
 * bot receives (`{"message_id": …}`), or what a page of t.me shows (`{"url": …, "content": …}`), write the same things under other names; a message that has Desktop's own stays as it is, and what has no key
 * there stays under its own name.
 */
export function inKeysOfDesktop(message: Fields): Fields {
  const isRaw = typeof own(message, "_") === "string" || isNothing(own(message, "id"));
  if (!isRaw || !["_", "message_id", "content"].some((key) => Object.hasOwn(message, key))) return message;
  const { media, action, reply_to, reactions, entities, edit_date, reply_markup, service, views, ...rest } = message;
  const forward = forwardOf(rest);
  const files = rawMediaOf(media, rest);
  const isRead = (key: string): boolean => silent.has(key) || key in forward.read || key in files.read;
  const plain = Object.fromEntries(Object.entries(rest).filter(([key]) => !isRead(key)));
  const kind = wordsAt(message, "_") ?? "Message";
  const answered =
    wordsAt(asFields(reply_to) ?? {}, "reply_to_msg_id") ??
    wordsAt(asFields(message.reply_to_message) ?? {}, "message_id");
  const topic = topicIn(asFields(reply_to) ?? {}, message);
  const edited = Date.parse(wordsAt(message, "edit_date") ?? "") / 1000;
  return {
    ...plain,
    id: own(message, "id") ?? own(message, "message_id") ?? numberIn(wordsAt(message, "url")),
    type: kind === "MessageService" || !isNothing(service) ? "service" : "message",
    text: own(message, "text") ?? own(message, "message") ?? own(message, "caption") ?? own(message, "content"),
    ...present("entities", isNothing(entities) ? own(message, "caption_entities") : entities),
    ...actionOf(action),
    ...present("action", isNothing(service) ? undefined : snakeCase(`${String(service)}`.replace(/^.*\./u, ""))),
    ...present("edited_unixtime", Number.isFinite(edited) ? edited : edit_date),
    ...present("reply_to_message_id", answered),
    ...present("via_bot", wordsAt(fieldsAt(message, "via_bot") ?? {}, "username")),
    ...present("topic_id", topic),
    ...present("author", own(message, "author_signature")),
    ...present("views", own(asFields(views) ?? {}, "value") ?? views),
    ...present("inline_bot_buttons", buttonsIn(reply_markup)),
    ...forward.fields,
    ...present("reactions", reactionsOf(reactions)),
    ...files.fields,
  };
}

/** The number of the message that opened the topic in which a message stands; of an answer to that message, it is the one that is answered. */
function topicIn(reply: Fields, message: Fields): unknown {
  if (own(reply, "forum_topic") === true) return own(reply, "reply_to_top_id") ?? own(reply, "reply_to_msg_id");
  return own(message, "is_topic_message") === true ? own(message, "message_thread_id") : undefined;
}

/** The channel that a message tells it is of: by its chat, or by the address of its page. */
export function channelIn(message: Fields): { readonly name?: string; readonly id?: string; readonly handle?: string } {
  const chat = fieldsAt(message, "chat") ?? {};
  const name = wordsAt(chat, "title");
  const id = wordsAt(chat, "id") ?? wordsAt(fieldsAt(message, "peer_id") ?? {}, "channel_id");
  const handle = wordsAt(chat, "username") ?? telegramAddressIn(wordsAt(message, "url") ?? "")?.handle;
  return {
    ...(name === undefined ? {} : { name }),
    ...(id === undefined ? {} : { id }),
    ...(handle !== undefined && isHandle(handle) ? { handle } : {}),
  };
}

/** Whom a message was forwarded from, and who had signed it there. */
function forwardOf(message: Fields): KeysOfDesktop {
  const keys = ["fwd_from", "forward_origin", "forward_from_chat", "forward_from", "forwarded"];
  const held = keys.map((key) => fieldsAt(message, key)).filter((each) => each !== undefined);
  const [told] = held;
  const alone = wordsAt(message, "forward_sender_name");
  if (told === undefined) return { fields: present("forwarded_from", alone), read: {} };
  const chats = held.map((each) => fieldsAt(each, "chat") ?? fieldsAt(each, "sender_chat") ?? each);
  const person = fieldsAt(told, "sender_user") ?? told;
  const full = [wordsAt(person, "first_name"), wordsAt(person, "last_name")].filter(Boolean).join(" ");
  const names = [...chats.map((chat) => wordsAt(chat, "title")), wordsAt(told, "from_name"), alone];
  const id = fieldsAt(told, "from_id") ?? {};
  // Telegram tells programs the number alone: no file has its name.
  const numbered = Object.entries(numberedNames).flatMap(([key, name]) => {
    const number = wordsAt(id, key);
    return number === undefined ? [] : [`${name} ${number}`];
  })[0];
  const name =
    names.find((each) => each !== undefined) ??
    (full || wordsAt(told, "sender_user_name") || wordsAt(told, "username") || numbered);
  const author =
    wordsAt(told, "post_author") ?? wordsAt(told, "author_signature") ?? wordsAt(message, "forward_signature");
  if (name === undefined || name === "") return { fields: {}, read: {} };
  const read = Object.fromEntries([...keys, ...readOfForwards].map((key) => [key, true]));
  return { fields: { forwarded_from: name, ...present("forwarded_author", author) }, read };
}

/** What the sources of forwards are called of which only a number is told, by the key of that number. */
const numberedNames = { channel_id: "Channel", chat_id: "Group", user_id: "User" };

/** Keys that tell more of a forward than a post keeps: whence and when. */
const readOfForwards = [
  ...["forward_sender_name", "forward_signature", "forward_from_message_id", "forward_date", "forwardedUrl"],
];

/** The buttons under a message, row by row, with where they lead. */
function buttonsIn(markup: unknown): readonly unknown[] {
  const fields = asFields(markup) ?? {};
  const rows = [...listAt(fields, "inline_keyboard"), ...listAt(fields, "rows")];
  return rows.map((row) => (Array.isArray(row) ? row : listAt(asFields(row) ?? {}, "buttons")));
}

/** The number at the end of a post's address: `https://t.me/s/harbour_news/12`. */
function numberIn(url = ""): string | undefined {
  return telegramAddressIn(url)?.number?.toString();
}

/** Keys that tell nothing of what a reader sees, or what the file is of. */
const silent: ReadonlySet<string> = new Set([
  ...["_", "message_id", "peer_id", "chat", "sender_chat", "from_scheduled", "legacy", "edit_hide", "media_unread"],
  ...["message", "author_signature", "hashtags", "mentions", "has_protected_content", "scheduled"],
  ...[
    "is_topic_message",
    "message_thread_id",
    "grouped_id",
    "restriction_reason",
    "ttl_period",
    "replies",
    "reply_to_message",
    "caption",
    "caption_entities",
  ],
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

/** `{"_": "MessageActionPinMessage"}` is `pin_message`; what else it tells stands beside it. */
function actionOf(action: unknown): Fields {
  const fields = asFields(action);
  const kind = wordsAt(fields ?? {}, "_");
  if (fields === undefined || kind === undefined) return present("action", action);
  // A call is told by a number that opens nothing.
  const { _: __, call: ___, ...told } = fields;
  const name = snakeCase(kind.replace(/^MessageAction/u, ""));
  return { ...told, action: ownEntry(actionNames, name) ?? name };
}

/** Actions that Desktop's export calls by other names. */
const actionNames: Readonly<Record<string, string>> = {
  channel_create: "create_channel",
  chat_create: "create_group",
  chat_edit_title: "edit_group_title",
  chat_edit_photo: "edit_group_photo",
  chat_delete_photo: "delete_group_photo",
  chat_joined_by_link: "join_group_by_link",
  chat_joined_by_request: "join_group_by_request",
  history_clear: "clear_history",
  topic_create: "topic_created",
};

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/gu, "_").toLowerCase();
}

/** `{results: [{reaction: {emoticon: "👍"}, count: 3}]}` as Desktop's list. */
function reactionsOf(reactions: unknown): unknown {
  const fields = asFields(reactions);
  if (fields === undefined) return reactions;
  return [...listAt(fields, "results"), ...listAt(fields, "reactions")].map((value) => {
    const { reaction, count, ...told } = asFields(value) ?? {};
    const emoji = wordsAt(asFields(reaction) ?? {}, "emoticon") ?? wordsAt(told, "emoji");
    return { type: emoji === undefined ? "custom_emoji" : "emoji", emoji, count };
  });
}

/** The name that Desktop gives to a kind of entity: `MessageEntityTextUrl` is `text_link`. */
export function entityKindOf(type: string): string {
  const name = snakeCase(type.replace(/^MessageEntity(?:Type\.)?/u, ""));
  return { text_url: "text_link", text_mention: "mention_name", strike: "strikethrough" }[name] ?? name;
}
