import { asFields, type Fields, isNothing, listAt, own, wholeAt, wordsAt } from "./json-fields.ts";
import { priceOf } from "./json-kinds.ts";
import { lineOf } from "./json-text.ts";

/** What service messages are told with: whom they are of, and the first words of the post with a number. */
export interface ServiceSetting {
  readonly actor: string;
  readonly isGroup: boolean;
  readonly excerptOf: (number: number) => string;
}

type Words = (message: Fields, setting: ServiceSetting) => string;

/** The actions of Telegram Desktop's export in the words of t.me's pages, and of its own HTML where those have none. */
const actions: Readonly<Record<string, Words>> = {
  create_channel: (_, { actor, isGroup }) => (isGroup ? `${actor} created the group` : "Channel created"),
  create_group: (message, { actor }) => `${actor} created group${title(message)}${withMembers(message)}`,
  edit_group_photo: (_, { actor, isGroup }) => (isGroup ? `${actor} changed group photo` : "Channel photo updated"),
  delete_group_photo: (_, { actor, isGroup }) => (isGroup ? `${actor} removed group photo` : "Channel photo removed"),
  edit_group_title: (message, { actor, isGroup }) => {
    const name = `«${wordsAt(message, "title") ?? ""}»`;
    return isGroup ? `${actor} changed group title to ${name}` : `Channel name was changed to ${name}`;
  },
  pin_message: (message, { actor, excerptOf }) => {
    const number = wholeAt(message, "message_id");
    const about = number === undefined ? "" : excerptOf(number);
    return about ? `${actor} pinned «${about}»` : `${actor} pinned a message`;
  },
  clear_history: () => "History cleared",
  invite_members: (message, { actor }) => `${actor} invited ${members(message)}`,
  remove_members: (message, { actor }) => `${actor} removed ${members(message)}`,
  join_group_by_link: (message, { actor }) => `${actor} joined group by link${from(message, "inviter")}`,
  join_group_by_request: (_, { actor }) => `${actor} joined group by request`,
  migrate_to_supergroup: (_, { actor }) => `${actor} converted this group to a supergroup`,
  migrate_from_group: (message, { actor }) => `${actor} converted a basic group to this supergroup${title(message)}`,
  phone_call: (message, { actor }) => `Call by ${actor}${duration(message)}`,
  conference_call: (message, { actor }) => `Group call by ${actor}${duration(message)}`,
  group_call: (message) => {
    const seconds = wholeAt(message, "duration");
    return seconds === undefined ? "Live stream started" : `Live stream finished (${spanOf(seconds)})`;
  },
  group_call_scheduled: (message) => `Live stream scheduled for ${momentAt(message, "schedule_date")}`,
  invite_to_group_call: (message, { actor }) => `${actor} invited ${members(message)} to the live stream`,
  score_in_game: (message, { actor }) => `${actor} scored ${wordsAt(message, "score") ?? ""} in a game`,
  topic_created: (message, { actor }) => `${actor} created topic${title(message)}`,
  topic_edit: (message, { actor }) => `${actor} changed topic${title(message, "new_title")}`,
  boost_apply: (message, { actor }) => `${actor} boosted the ${group(message)}${times(message, "boosts")}`,
  giveaway_launch: (message, { actor }) => `${actor} started a giveaway${forStars(message, " of ")}`,
  giveaway_results: (message) => {
    const winners = wholeAt(message, "winners") ?? 0;
    const unclaimed = wholeAt(message, "unclaimed") ?? 0;
    const rest = unclaimed > 0 ? `, ${unclaimed} prizes unclaimed` : "";
    return `Giveaway results: ${winners === 1 ? "1 winner" : `${winners} winners`}${rest}`;
  },
  take_screenshot: (_, { actor }) => `${actor} took a screenshot`,
  joined_telegram: (_, { actor }) => `${actor} joined Telegram`,
  set_messages_ttl: (message, { actor }) => {
    const seconds = wholeAt(message, "period") ?? 0;
    return seconds > 0
      ? `${actor} set messages to be deleted after ${periodOf(seconds)}`
      : `${actor} set messages not to be deleted automatically`;
  },
  edit_chat_theme: (message, { actor }) => {
    const emoji = wordsAt(message, "emoticon");
    return emoji === undefined ? `${actor} turned the chat theme off` : `${actor} changed the chat theme to ${emoji}`;
  },
  set_chat_wallpaper: (_, { actor }) => `${actor} set a new background`,
  set_same_chat_wallpaper: (_, { actor }) => `${actor} set the same background`,
  suggest_profile_photo: (_, { actor }) => `${actor} suggested a profile photo`,
  send_premium_gift: (message, { actor }) => {
    const cost = wordsAt(message, "cost");
    return `${actor} sent a gift${cost === undefined ? "" : ` for ${cost}`}: Telegram Premium${forMonths(message)}`;
  },
  send_star_gift: (message, { actor }) =>
    withWords(`${actor} sent a gift${forStars(message, " for ")}`, message, "gift_text"),
  send_stars_gift: (message, { actor }) =>
    `${actor} sent a gift${forStars(message, " of ") || amount(message, " of ")}`,
  gift_code_prize: (message) => `A gift code: Telegram Premium${forMonths(message)}`,
  stars_prize: (message) => `A prize in a giveaway${forStars(message, ": ")}`,
  send_payment: (message, { actor }) => `${actor} paid${amount(message, " ")}`,
  refunded_payment: (message, { actor }) => `${actor} refunded${amount(message, " ") || " a payment"}`,
  proximity_reached: (message) => {
    const [one, other] = [wordsAt(message, "from") ?? "Somebody", wordsAt(message, "to") ?? "somebody"];
    const metres = wholeAt(message, "distance");
    return `${one} is near ${other}${metres === undefined ? "" : ` (within ${metres} m)`}`;
  },
  paid_messages_price_change: (message, { actor }) =>
    `${actor} changed the price of a message to ${wholeAt(message, "price_stars") ?? 0} ⭐`,
  paid_messages_refund: (message, { actor }) =>
    `${actor} refunded ${wholeAt(message, "stars_count") ?? wholeAt(message, "stars") ?? 0} ⭐ for messages`,
  poll_append_answer: (message, { actor }) => withWords(`${actor} added an answer to a poll`, message, "answer"),
  poll_delete_answer: (message, { actor }) => withWords(`${actor} removed an answer from a poll`, message, "answer"),
  todo_completions: (message, { actor }) => {
    const done = tasks(listAt(message, "completed"));
    const undone = tasks(listAt(message, "incompleted"));
    const parts = [done && `marked ${done} as done`, undone && `marked ${undone} as not done`].filter(Boolean);
    return `${actor} ${parts.join(" and ") || "changed a checklist"}`;
  },
  todo_append_tasks: (message, { actor }) => {
    const added = listAt(message, "items").map((item) => `«${lineOf(own(asFields(item) ?? {}, "text"))}»`);
    return `${actor} added ${added.join(", ") || "tasks"} to a checklist`;
  },
};

/** The keys of service messages that are in the words of their actions, or that say nothing to a reader. */
export const serviceKeys: ReadonlySet<string> = new Set([
  ...["title", "new_title", "new_icon_emoji_id", "message_id", "members", "inviter", "chat", "boosts", "score"],
  ...["game_message_id", "invoice_message_id", "duration", "discard_reason", "is_video", "schedule_date", "winners"],
  ...["unclaimed", "completed", "incompleted", "items", "period", "emoticon", "cost", "months", "stars", "amount"],
  ...["currency", "gift_id", "gift_text", "gift_code", "is_limited", "is_anonymous", "via_giveaway", "is_unclaimed"],
  ...["boost_peer_id", "giveaway_msg_id", "transaction_id", "charge_id", "peer_id", "to", "to_id", "distance"],
  ...["price_stars", "stars_count", "messages_count", "is_broadcast_messages_allowed", "answer"],
]);

/** Whether an action is one that is known. */
export function isKnownAction(action: string): boolean {
  return action === "" || Object.hasOwn(actions, action);
}

/**
 * The words of a service message: its own where it has any, those of its action where that is known, and otherwise whom it is of, the name of its
 * action, and all that it tells of it.
 */
export function serviceWords(message: Fields, setting: ServiceSetting): string {
  const action = wordsAt(message, "action") ?? "";
  const said = [lineOf(own(message, "information_text")), lineOf(own(message, "text"))].filter(Boolean);
  const words = isKnownAction(action) && action !== "" ? actions[action]?.(message, setting) : undefined;
  if (words !== undefined) return [words, ...said].join("\n");
  if (action === "" && said.length > 0) return said.join("\n");
  const facts = Object.entries(message).flatMap(([key, value]) => {
    const isPlain = typeof value === "string" || typeof value === "number";
    return common.has(key) || !isPlain || isNothing(value) ? [] : [`${key.replaceAll("_", " ")} ${value}`];
  });
  const about = [action.replaceAll("_", " "), ...facts].filter(Boolean).join(", ");
  return [[setting.actor, about].filter(Boolean).join(": "), ...said].join("\n");
}

/** The keys of service messages that tell nothing of what happened. */
const common: ReadonlySet<string> = new Set([
  ...["id", "type", "date", "date_unixtime", "edited", "edited_unixtime", "actor", "actor_id", "from", "from_id"],
  ...["action", "text", "text_entities", "information_text", "reply_to_message_id", "reply_to_peer_id"],
]);

function title(message: Fields, key = "title"): string {
  const words = wordsAt(message, key) ?? wordsAt(message, "title");
  return words === undefined ? "" : ` «${words}»`;
}

function names(message: Fields): readonly string[] {
  return listAt(message, "members").map((name) => (typeof name === "string" && name !== "" ? name : "Deleted Account"));
}

function members(message: Fields): string {
  return names(message).join(", ") || "members";
}

function withMembers(message: Fields): string {
  const all = names(message);
  return all.length === 0 ? "" : ` with ${all.join(", ")}`;
}

function from(message: Fields, key: string): string {
  const name = wordsAt(message, key);
  return name === undefined ? "" : ` from ${name}`;
}

function group(message: Fields): string {
  return wordsAt(message, "chat") ?? "chat";
}

function times(message: Fields, key: string): string {
  const count = wholeAt(message, key) ?? 1;
  return count === 1 ? "" : ` ${count} times`;
}

function tasks(ids: readonly unknown[]): string {
  return ids.length === 0 ? "" : ids.length === 1 ? "1 task" : `${ids.length} tasks`;
}

function duration(message: Fields): string {
  const seconds = wholeAt(message, "duration_seconds") ?? wholeAt(message, "duration");
  const reason = wordsAt(message, "discard_reason");
  const parts = [seconds === undefined ? undefined : spanOf(seconds), reason?.replaceAll("_", " ")].filter(Boolean);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** `5 minutes`, as t.me tells how long a live stream was. */
function spanOf(seconds: number): string {
  const [size, name] = seconds < 60 ? [1, "second"] : seconds < 3600 ? [60, "minute"] : [3600, "hour"];
  const count = Math.floor(seconds / size);
  return `${count} ${count === 1 ? name : `${name}s`}`;
}

/** `2 days`: for how long messages are kept. */
function periodOf(seconds: number): string {
  const days = seconds / 86_400;
  return Number.isInteger(days) ? `${days} ${days === 1 ? "day" : "days"}` : spanOf(seconds);
}

function forMonths(message: Fields): string {
  const months = wholeAt(message, "months");
  return months === undefined ? "" : `, ${months === 1 ? "1 month" : `${months} months`}`;
}

function forStars(message: Fields, before: string): string {
  const stars = wholeAt(message, "stars");
  return stars === undefined ? "" : `${before}${stars} ⭐`;
}

function amount(message: Fields, before: string): string {
  const count = wholeAt(message, "amount");
  return count === undefined ? "" : `${before}${priceOf(count, wordsAt(message, "currency") ?? "")}`;
}

/** What is said with an action, on a line of its own. */
function withWords(action: string, message: Fields, key: string): string {
  return [action, lineOf(own(message, key))].filter(Boolean).join("\n");
}

function momentAt(message: Fields, key: string): string {
  const seconds = wholeAt(message, key);
  const time = seconds === undefined ? new Date(Number.NaN) : new Date(seconds * 1000);
  if (Number.isNaN(time.getTime())) return wordsAt(message, key) ?? "a later time";
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
