import type { UnreadPart } from "../model/post.ts";
import { printedCount } from "../text/printed-count.ts";
import { botNameIn } from "../text/telegram-address.ts";
import { localTime, momentOf } from "./exported.ts";
import { asFields, type Fields, isNothing, listAt, numberAt, own, wholeAt, wordsAt } from "./json-fields.ts";
import { contentKeys, isKnownFileKind } from "./json-kinds.ts";
import { isKnownAction, serviceKeys } from "./json-service.ts";
import { isKnownEntity, isText } from "./json-text.ts";

/**
 * The parts of a message that say something and that are not read: keys that nobody knows, and known ones that hold what they never hold. They
 * are kept with the post, so that nothing vanishes.
 */
export function unreadOf(message: Fields, isService: boolean): readonly UnreadPart[] {
  const action = wordsAt(message, "action") ?? "";
  const parts = Object.entries(message).flatMap(([key, value]) => {
    if (isNothing(value)) return [];
    const isUsable = Object.hasOwn(usable, key) ? usable[key] : undefined;
    // What a service message tells of its action is in its words.
    const isRead =
      isUsable === undefined ? isService && isKnownAction(action) && serviceKeys.has(key) : isUsable(value, message);
    if (!isRead) return [{ key: shown(key), json: jsonOf(value) }];
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    return shape === undefined ? [] : unknownIn(value, shape, key);
  });
  return [...parts, ...uncountedIn(asFields(own(message, "poll")) ?? {}), ...unknownEntityIn(message)];
}

/** What is known inside a value: by key, what is known inside that in turn. Of a list, inside each of its items. */
interface Shape {
  readonly [key: string]: Shape;
}

/** The parts of a known value that nobody knows, and that would vanish with it: of each key the first. */
function unknownIn(value: unknown, shape: Shape, path: string): readonly UnreadPart[] {
  const objects = (Array.isArray(value) ? value : [value]).map((each: unknown) => asFields(each) ?? {});
  const found = objects.flatMap((fields) =>
    Object.entries(fields).flatMap(([key, inner]): readonly UnreadPart[] => {
      if (isNothing(inner)) return [];
      const known = Object.hasOwn(shape, key) ? shape[key] : undefined;
      if (known === undefined) return [{ key: shown(`${path}.${key}`), json: jsonOf(inner) }];
      return Object.keys(known).length === 0 ? [] : unknownIn(inner, known, `${path}.${key}`);
    }),
  );
  return found.filter((part, place) => found.findIndex(({ key }) => key === part.key) === place);
}

/** Known keys with nothing to be known inside. */
function keys(...names: readonly string[]): Shape {
  return Object.fromEntries(names.map((name) => [name, {}]));
}

const task = keys("id", "text", "completed", "completed_by", "completed_by_id", "completion_date", "done");
const prizes = keys("months", "stars", "additional_prize", "until_date", "is_only_new_subscribers", "countries");

/** What is read of keys that hold objects, or says nothing to a reader. */
const shapes: Readonly<Record<string, Shape>> = {
  poll: {
    ...keys("question", "closed", "quiz", "type", "total_voters"),
    answers: keys("text", "voters", "chosen"),
  },
  location_information: keys("latitude", "longitude"),
  contact_information: keys("_", "first_name", "last_name", "phone_number", "user_id"),
  invoice_information: keys("title", "description", "amount", "currency", "receipt_message_id"),
  todo_list: {
    ...keys("title", "others_can_append", "others_can_complete"),
    ...{ answers: task, items: task, tasks: task },
  },
  giveaway_information: { ...prizes, ...keys("quantity", "channels") },
  giveaway_results: {
    ...prizes,
    ...keys("channel", "winners", "winners_count", "unclaimed_count", "launch_message_id"),
    ...keys("additional_peers_count", "is_refunded"),
  },
  linkPreview: keys("_type", "siteName", "title", "description", "href", "url", "image"),
};

/** The first piece of a text that is of a kind nobody knows: its words are read, and what else it tells is kept. */
function unknownEntityIn(message: Fields): readonly UnreadPart[] {
  for (const key of ["text_entities", "text"]) {
    const piece = listAt(message, key).find((each) => !isKnownEntity(wordsAt(asFields(each) ?? {}, "type") ?? ""));
    if (piece !== undefined) return [{ key: `${key}.type`, json: jsonOf(piece) }];
  }
  return [];
}

/** The voters of a poll that are no count, such as half a voter: what is known of the others is read without them. */
function uncountedIn(poll: Fields): readonly UnreadPart[] {
  const all = own(poll, "total_voters");
  const each = listAt(poll, "answers").map((answer) => own(asFields(answer) ?? {}, "voters"));
  const ofAnswer = each.find((voters) => !isNothing(voters) && !isCount(voters, {}));
  return [
    ...(isNothing(all) || isCount(all, {}) ? [] : [{ key: "poll.total_voters", json: jsonOf(all) }]),
    ...(ofAnswer === undefined ? [] : [{ key: "poll.answers.voters", json: jsonOf(ofAnswer) }]),
  ];
}

type Test = (value: unknown, message: Fields) => boolean;

const isWords: Test = (value) => typeof value === "string" || typeof value === "number";
const isNumber: Test = (value) => numberAt({ value }, "value") !== undefined;
const isWhole: Test = (value) => wholeAt({ value }, "value") !== undefined;
const isCount: Test = (value) => (wholeAt({ value }, "value") ?? -1) >= 0;
const isPrintedCount: Test = (value) => isWords(value, {}) && printedCount(`${value as string | number}`) !== undefined;
const isList: Test = (value) => Array.isArray(value);
const isObject: Test = (value) => asFields(value) !== undefined;
const isSwitch: Test = (value) => typeof value === "boolean" || isNumber(value, {});
const isMoment: Test = (value) => {
  const seconds = numberAt({ value }, "value");
  return seconds !== undefined && momentOf(seconds) !== undefined;
};
const anything: Test = () => true;

function all(test: Test, ...keys: readonly string[]): Readonly<Record<string, Test>> {
  return Object.fromEntries(keys.map((key) => [key, test]));
}

/** The keys of messages that are read, or that tell nothing of what a reader sees, each with what may stand there. */
const usable: Readonly<Record<string, Test>> = {
  ...all(isWhole, "id", "reply_to_message_id", "topic_id"),
  ...all(isPrintedCount, "views", "view_count"),
  ...all(isNumber, "file_size", "width", "height", "duration_seconds"),
  ...all(
    isNumber,
    "photo_file_size",
    "thumbnail_file_size",
    "contact_vcard_file_size",
    "paid_stars_amount",
    "story_id",
  ),
  ...all(isNumber, "live_location_period_seconds", "self_destruct_period_seconds"),
  ...all(isMoment, "date_unixtime", "edited_unixtime", "edit_date"),
  ...all(isWords, "edited", "from", "from_id", "actor", "actor_id", "author", "post_author"),
  ...all(
    isWords,
    "forwarded_author",
    "forwarded_from",
    "forwarded_from_id",
    "saved_from",
    "saved_from_id",
    "reply_to_peer_id",
  ),
  ...all(isWords, "photo", "thumbnail", "mime_type", "file", "file_name", "sticker_emoji", "performer"),
  ...all(isWords, "title", "address", "game_description", "game_link", "contact_vcard"),
  ...all(isList, "inline_bot_buttons", "entities", "outlinks"),
  ...all(
    isObject,
    "linkPreview",
    "rich_message",
    "poll",
    "location_information",
    "contact_information",
    "invoice_information",
  ),
  ...all(isObject, "todo_list", "giveaway_information", "giveaway_results"),
  ...all(isText, "text", "text_entities", "place_name", "game_title", "information_text"),
  ...all(
    isSwitch,
    "media_spoiler",
    "spoiler",
    "outgoing",
    "out",
    "mentioned",
    "silent",
    "pinned",
    "post",
    "noforwards",
  ),
  ...Object.fromEntries(
    contentKeys.flatMap((key) => (["dice", "story", "paid_media"].includes(key) ? [[key, anything]] : [])),
  ),
  date: (value, message) =>
    isMoment(value, message) ||
    localTime(`${value}`.replace(" ", "T")) !== undefined ||
    momentOf(Math.floor(Date.parse(`${value}`) / 1000)) !== undefined,
  via_bot: (value) => typeof value === "string" && botNameIn(value) !== undefined,
  type: (value) => value === "message" || value === "service",
  media_type: (value) => typeof value === "string" && isKnownFileKind(value),
  action: (value) => typeof value === "string" && isKnownAction(value),
  reactions: (value) => Array.isArray(value) && value.every((each) => isNumber(own(asFields(each) ?? {}, "count"), {})),
};

/** Whether Telegram Desktop writes a key into messages, or it is read as one of Desktop's. */
export function isKeyOfDesktop(key: string): boolean {
  return Object.hasOwn(usable, key);
}

/** The longest part of a message that a post's file holds, in signs; the dump has all of it. */
const longestPart = 4000;

function jsonOf(value: unknown): string {
  const json = JSON.stringify(value) ?? "";
  const whole = json.length > longestPart ? `${json.slice(0, longestPart)}…` : json;
  return whole.replace(/\p{Cs}/gu, "\uFFFD");
}

/** A key as words that a file can hold. */
function shown(key: string): string {
  return key.slice(0, 100).replace(/\p{Cs}/gu, "\uFFFD") || '""';
}
