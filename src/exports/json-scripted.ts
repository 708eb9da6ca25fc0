import { type FieldRole, fieldRolesOf, saysUtc } from "../text/field-names.ts";
import { printedCount } from "../text/printed-count.ts";
import { isHandle, type TelegramAddress, telegramAddressIn } from "../text/telegram-address.ts";
import type { Told } from "./exported.ts";
import { asFields, type Fields, isNothing, numberAt, own, wholeAt, wordsAt } from "./json-fields.ts";
import { isKeyOfDesktop } from "./json-keys.ts";
import { mediaIn } from "./media-words.ts";
import { timeWritten, writtenMoment } from "./written-moment.ts";

/** A post as a script keeps it that reads pages of t.me: in the keys of Telegram Desktop's export, with its channel and its time. */
export interface ScriptedPost {
  readonly message: Fields;
  readonly channel: { readonly name?: string; readonly id?: string; readonly handle?: string };
  /** `undefined` where it tells none that can be read. */
  readonly time: Told | undefined;
}

/**
 * Reads an object that tells the address of its post: under `link`, `url`, `sourceUrl` and the like, or as t.me's pages number posts
 * (`{"id": "harbour/812"}`). What its other keys tell is known by their names, as in a table; what no name tells is kept under its own. Nothing for
 * any other object, and for what Telegram itself or its own programs write.
 */
export function scriptedPost(told: Fields): ScriptedPost | undefined {
  if (isOfTelegram(told)) return undefined;
  const addressed = addressIn(told);
  if (addressed === undefined) return undefined;
  const { address, keys } = addressed;
  const rest = new Map(Object.entries(told).filter(([key, value]) => !keys.has(key) && !isNothing(value)));
  const message: Record<string, unknown> = { type: "message", id: address.number };
  const time = timeIn(rest);
  for (const [role, read] of Object.entries(readers) as [FieldRole, Reader][])
    for (const key of keysFor(role, rest)) {
      const fields = read(rest.get(key), address);
      if (fields === undefined) continue;
      rest.delete(key);
      Object.assign(message, fields);
      if (role === "text") break;
    }
  const name = nameIn(rest, address);
  if (name !== undefined) rest.delete(name.key);
  const { handle, chat } = address;
  return {
    message: { ...message, ...kept(rest, message) },
    channel: {
      ...(name === undefined ? {} : { name: name.name }),
      ...(chat === undefined ? {} : { id: chat }),
      ...(handle === undefined ? {} : { handle }),
    },
    time,
  };
}

/** Whether an object has the keys that Telegram, its apps or its bots write, or those of programs that are read with them. */
function isOfTelegram(told: Fields): boolean {
  const type = own(told, "type");
  return (
    type === "message" ||
    type === "service" ||
    ["_", "message_id", "text_entities"].some((key) => Object.hasOwn(told, key)) ||
    (isNothing(own(told, "id")) && Object.hasOwn(told, "content"))
  );
}

type PostAt = TelegramAddress & { readonly number: number };

/** `harbour/812`, as t.me's pages number posts. */
const barePost = /^[A-Za-z]\w{3,31}\/\d{1,15}$/u;

/** What else has an address: another post, a picture, the channel's own page. */
const ofOthers = /repl|forward|fwd|repost|quot|image|img|photo|video|media|thumb|avatar|channel|next|prev/iu;

/** The address of the post that an object tells, and the keys that tell it or its number. */
function addressIn(told: Fields): { readonly address: PostAt; readonly keys: ReadonlySet<string> } | undefined {
  const found = Object.entries(told).flatMap(([key, value]) => {
    const isLink = /(?:url|link|href|^id)$/iu.test(key) || hasRole(key, "link") || hasRole(key, "number");
    if (typeof value !== "string" || !isLink || ofOthers.test(key)) return [];
    const { number, ...address } = telegramAddressIn(barePost.test(value) ? `t.me/${value}` : value) ?? {};
    return number === undefined ? [] : [{ key, address: { ...address, number } }];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  const { address } = first;
  const numbers = Object.keys(told).filter((key) => hasRole(key, "number") && wholeAt(told, key) === address.number);
  const same = found.filter((each) => each.address.number === address.number).map(({ key }) => key);
  return { address, keys: new Set([...same, ...numbers]) };
}

function hasRole(key: string, role: FieldRole): boolean {
  return fieldRolesOf(key).some((each) => each.role === role);
}

/** The keys with a name for a role, the surest name first. */
function keysFor(role: FieldRole, rest: ReadonlyMap<string, unknown>): readonly string[] {
  const rankOf = (key: string): number | undefined => fieldRolesOf(key).find((each) => each.role === role)?.rank;
  const ranked = [...rest.keys()].flatMap((key) => {
    const rank = rankOf(key);
    return rank === undefined ? [] : [{ key, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).map(({ key }) => key);
}

/** What a value tells, in the keys of Desktop; nothing where it does not tell what the name of its key says. */
type Reader = (value: unknown, address: PostAt) => Fields | undefined;

const words: (value: unknown) => string | undefined = (value) => wordsAt({ value }, "value")?.trim();

/** Words that are a name, not the number of an account. */
const named = (key: string): Reader => {
  return (value) => {
    const name = typeof value === "string" ? words(value) : undefined;
    return name === undefined || /^-?\d+$/u.test(name) ? undefined : { [key]: name };
  };
};

const readers: Readonly<Partial<Record<FieldRole, Reader>>> = {
  text: (value) => (typeof value === "string" ? { text: value } : undefined),
  views: (value) => (printedCount(words(value) ?? "") === undefined ? undefined : { views: words(value) }),
  author: named("author"),
  forwarded: named("forwarded_from"),
  reply: (value) => {
    const number = wholeAt({ value }, "value");
    return number === undefined ? undefined : { reply_to_message_id: number };
  },
  media: (value) => (typeof value === "string" ? mediaIn(value) : undefined),
  reactions: (value) =>
    Array.isArray(value) && value.every((each) => numberAt(asFields(each) ?? {}, "count") !== undefined)
      ? { reactions: value }
      : undefined,
  handle: ofChannel,
  chat: (value) => (/^-?\d{1,20}$/u.test(words(value) ?? "") ? {} : undefined),
  channel: ofChannel,
};

/** The user name once more. */
function ofChannel(value: unknown, { handle }: PostAt): Fields | undefined {
  const name = words(value)?.replace(/^@/u, "").toLowerCase();
  return name !== undefined && name === handle?.toLowerCase() ? {} : undefined;
}

/** The channel's name, where it is told beside its user name. */
function nameIn(
  rest: ReadonlyMap<string, unknown>,
  { handle }: PostAt,
): { readonly key: string; readonly name: string } | undefined {
  for (const key of keysFor("channel", rest)) {
    const name = words(rest.get(key));
    if (typeof rest.get(key) === "string" && name !== undefined && !(handle === undefined && isHandle(name)))
      return { key, name };
  }
  return undefined;
}

/**
 * When a post was published, by the surest of the keys that tell a time; of a clock without a zone and a moment that are the same time, the moment.
 * Takes the keys that tell it.
 */
function timeIn(rest: Map<string, unknown>): Told | undefined {
  const told = keysFor("date", rest).flatMap((key) => {
    const time = timeOf(words(rest.get(key)) ?? "", saysUtc(key));
    return time === undefined ? [] : [{ key, time }];
  });
  const [first] = told;
  if (first === undefined) return undefined;
  const same = told.filter(
    ({ time }) => time === first.time || Math.abs(clockOf(time) - clockOf(first.time)) <= farthest,
  );
  for (const { key } of same) rest.delete(key);
  return (same.find(({ time }) => time.kind === "moment") ?? first).time;
}

/** Milliseconds since 1970, a clock without a zone read as UTC; not a number where only the day is told. */
function clockOf(time: Told): number {
  if (time.kind === "moment") return Date.parse(time.utc);
  return time.kind === "local" ? Date.parse(`${time.local}Z`) : Number.NaN;
}

/** No clock is farther from UTC, in milliseconds. */
const farthest = 14 * 3_600_000;

/** A time as programs write it; of a day in figures whose order nothing tells, nothing. */
function timeOf(value: string, isUtc: boolean): Told | undefined {
  const written = writtenMoment(value);
  if (written === undefined || written.kind === "moment") return written;
  const [first] = written.numbers;
  if (first > 31) return timeWritten(written, "year-month-day", isUtc);
  return written.named || written.dotted ? timeWritten(written, "day-month-year", isUtc) : undefined;
}

/** What no name tells: single values under their own names, the others together, since in keys of Telegram they would be the post's content. */
function kept(rest: ReadonlyMap<string, unknown>, message: Fields): Fields {
  const isPlain = ([key, value]: readonly [string, unknown]): boolean =>
    typeof value !== "object" && !isKeyOfDesktop(key) && !(key in message);
  const entries = [...rest];
  const raw = Object.fromEntries(entries.filter((entry) => !isPlain(entry)));
  return {
    ...Object.fromEntries(entries.filter(isPlain)),
    ...(Object.keys(raw).length === 0 ? {} : { raw }),
  };
}
