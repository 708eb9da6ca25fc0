import type { UnreadPart } from "../model/post.ts";
import { printedCount } from "../text/printed-count.ts";
import { localTime, momentOf } from "./exported.ts";
import { asFields, type Fields, isNothing, listAt, numberAt, own, wholeAt, wordsAt } from "./json-fields.ts";
import { contentKeys, isKnownFileKind } from "./json-kinds.ts";
import { isKnownAction } from "./json-service.ts";
import { isText } from "./json-text.ts";

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
    const isRead = isUsable === undefined ? isService && isKnownAction(action) : isUsable(value, message);
    return isRead ? [] : [{ key: shown(key), json: jsonOf(value) }];
  });
  return [...parts, ...uncountedIn(asFields(own(message, "poll")) ?? {})];
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
  ...all(isNumber, "photo_file_size", "thumbnail_file_size", "paid_stars_amount", "story_id"),
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
  ...all(isWords, "via_bot", "photo", "thumbnail", "mime_type", "file", "file_name", "sticker_emoji", "performer"),
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
  type: (value) => value === "message" || value === "service",
  media_type: (value) => typeof value === "string" && isKnownFileKind(value),
  action: (value) => typeof value === "string" && isKnownAction(value),
  reactions: (value) => Array.isArray(value) && value.every((each) => isNumber(own(asFields(each) ?? {}, "count"), {})),
};

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
