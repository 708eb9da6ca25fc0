import { asFields, type Fields, isNothing, listAt, own, wholeAt, wordsAt } from "./json-fields.ts";
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
  giveaway_launch: (_, { actor }) => `${actor} started a giveaway`,
  giveaway_results: (message) => {
    const winners = wholeAt(message, "winners") ?? 0;
    const unclaimed = wholeAt(message, "unclaimed") ?? 0;
    const rest = unclaimed > 0 ? `, ${unclaimed} prizes unclaimed` : "";
    return `Giveaway results: ${winners === 1 ? "1 winner" : `${winners} winners`}${rest}`;
  },
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

function momentAt(message: Fields, key: string): string {
  const seconds = wholeAt(message, key);
  const time = seconds === undefined ? new Date(Number.NaN) : new Date(seconds * 1000);
  if (Number.isNaN(time.getTime())) return wordsAt(message, key) ?? "a later time";
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
