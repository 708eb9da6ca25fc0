import { createHash } from "node:crypto";
import type { Channel } from "../model/post.ts";
import { slugOf } from "../text/slug.ts";

/**
 * The key of a channel as its own name gives it: the slug of its user name, else of its name, with the signs that tell `C++` from `C#` in words;
 * empty where there is neither letter nor digit. `sameChannels` makes it unique.
 */
export function plainKey({ name, handle }: Pick<Channel, "name" | "handle">): string {
  if (handle !== undefined) return slugOf(handle);
  return slugOf(name.replace(/(?<=[\p{L}\p{N}+#])[+#]/gu, (sign) => (sign === "+" ? " plus " : " sharp ")));
}

/** The key that ids are made with: the plain one, whatever other channels the archive holds. */
export function keyForIds({ key }: Pick<Channel, "key">): string {
  const end = key.indexOf(telling);
  return end < 0 ? key : key.slice(0, end);
}

/**
 * Channels under the keys that they are known by: two channels never share a key, and one channel never has two. In the order given; the order
 * counts for nothing else.
 *
 * A user name tells a channel for sure, and so does the number of its chat, which exports tell: channels of two numbers are two, whatever they are
 * called, and a name without a number is the one channel of that name that has one. One that is told by its name alone is the channel of that name and those signs whose user name another
 * dump gives, where there is one such and no more; pages drop emoji, so that a name without signs is the one that has some, where there is one.
 * Where unlike channels would have one key, the user name goes first; the others get what tells them apart behind a `_`, which no slug has.
 */
export function sameChannels(channels: readonly Channel[]): readonly Channel[] {
  const joined = joinedByName(channels);
  const sharing = new Map<string, Map<string, Channel>>();
  for (const channel of joined) {
    const group = sharing.get(baseOf(channel)) ?? new Map<string, Channel>();
    sharing.set(baseOf(channel), group.set(identityOf(channel), channel));
  }
  return joined.map((channel) => {
    const base = baseOf(channel);
    const others = [...(sharing.get(base)?.values() ?? [])];
    const key = keepsBase(channel, others) ? base : `${base}${telling}${suffixOf(channel, others)}`;
    return key === channel.key ? channel : { ...channel, key };
  });
}

/** As `sameChannels`, for the channels of posts: gives the one that a channel is known by. */
export function channelsJoined(channels: Iterable<Channel>): (channel: Channel) => Channel {
  const each = new Map<string, Channel>();
  for (const channel of channels) each.set(told(channel), channel);
  const joined = sameChannels([...each.values()]);
  const byTold = new Map([...each.keys()].map((key, index) => [key, joined[index]] as const));
  return (channel) => byTold.get(told(channel)) ?? channel;
}

function told({ key, name, identified, handle, chatId }: Channel): string {
  return JSON.stringify([key, name, identified, handle, chatId]);
}

/** Stands before what tells two channels of one plain key apart. */
const telling = "_";

function joinedByName(channels: readonly Channel[]): readonly Channel[] {
  const numbered = withNumbersOfHandles(channels);
  const ofNumbers = byLetters(numbered);
  const handled = numbered.map((channel) => (channel.chatId === undefined ? channel : joinedIn(ofNumbers, channel)));
  const ofNames = byLetters(withNumbersOfHandles(handled));
  return withNumbersOfHandles(
    handled.map((channel) => (channel.chatId === undefined ? joinedIn(ofNames, channel) : channel)),
  );
}

/** What one telling of a user name says of its number is true of all of them, unless they tell several. */
function withNumbersOfHandles(channels: readonly Channel[]): readonly Channel[] {
  const numbers = new Map<string, Set<string>>();
  for (const { handle, chatId } of channels) {
    if (handle === undefined || chatId === undefined) continue;
    const key = handle.toLowerCase();
    numbers.set(key, (numbers.get(key) ?? new Set()).add(chatId));
  }
  return channels.map((channel) => {
    const [chatId, ...others] = numbers.get(channel.handle?.toLowerCase() ?? "") ?? [];
    const isKnown = channel.chatId !== undefined || chatId === undefined || others.length > 0;
    return isKnown ? channel : { ...channel, chatId };
  });
}

function byLetters(channels: readonly Channel[]): ReadonlyMap<string, readonly Channel[]> {
  const groups = new Map<string, Channel[]>();
  for (const channel of channels) {
    if (!channel.identified) continue;
    const group = groups.get(lettersOf(channel));
    if (group === undefined) groups.set(lettersOf(channel), [channel]);
    else group.push(channel);
  }
  return groups;
}

/** The channel of a name and, where it is told, a number, as others name it. */
function joinedIn(groups: ReadonlyMap<string, readonly Channel[]>, channel: Channel): Channel {
  const { chatId } = channel;
  if (channel.handle !== undefined || !channel.identified) return channel;
  const all = groups.get(lettersOf(channel)) ?? [];
  const own = onlyOne(all.filter((other) => other.handle !== undefined && other.chatId === chatId));
  if (chatId !== undefined && own !== undefined) return own;
  const group = all.filter((other) => chatId === undefined || other.chatId === undefined || other.chatId === chatId);
  // Of two numbers of one name nobody knows which has the user name.
  if (chatId !== undefined && group.length < all.length && !all.every(isSettledBeside(chatId))) return channel;
  const joined = alikeIn(group, channel);
  return joined === undefined || chatId === undefined ? (joined ?? channel) : { ...joined, chatId };
}

/** Tells channels that have a user name, or no other number than this one. */
function isSettledBeside(chatId: string): (channel: Channel) => boolean {
  return (other) => other.handle !== undefined || other.chatId === undefined || other.chatId === chatId;
}

/** The one channel of a group that a name is, where there is one and no more. */
function alikeIn(group: readonly Channel[], channel: Channel): Channel | undefined {
  const signs = signsOf(channel);
  const isNumbered = channel.chatId !== undefined;
  const sure = group.filter(({ handle, chatId }) => handle !== undefined || (!isNumbered && chatId !== undefined));
  const alike = onlyOne(sure.filter((other) => signsOf(other) === signs));
  if (signs !== "" && alike !== undefined) return alike;
  const signed = group.filter((other) => signsOf(other) !== "");
  if (new Set(signed.map(signsOf)).size > 1 || new Set(sure.map(identityOf)).size > 1) return undefined;
  return onlyOne(sure) ?? (signs === "" ? onlyOne(signed) : undefined);
}

/** The last telling of the one channel that all of these are. */
function onlyOne(channels: readonly Channel[]): Channel | undefined {
  return new Set(channels.map(identityOf)).size === 1 ? channels.at(-1) : undefined;
}

/** What makes two tellings the same channel. Two numbers are two channels, whatever a person says of their user name. */
function identityOf(channel: Channel): string {
  const { name, handle, identified, chatId } = channel;
  const number = chatId === undefined ? "" : ` ${chatId}`;
  if (handle !== undefined) return `@${handle.toLowerCase()}${number}`;
  return `${identified ? `${lettersOf(channel)} ${signsOf(channel)}` : `? ${name}`}${number}`;
}

function baseOf(channel: Channel): string {
  const base = channel.identified ? plainKey(channel) : "";
  return base || keyForIds(channel);
}

/** User names go before names, and names before those that were made from a dump's; of several equals none goes first. */
function keepsBase(channel: Channel, sharing: readonly Channel[]): boolean {
  const rank = ({ handle, identified }: Channel): number => (handle !== undefined ? 0 : identified ? 1 : 2);
  const own = identityOf(channel);
  return sharing.every((other) => identityOf(other) === own || rank(channel) < rank(other));
}

/** Names are compared without case, signs and blanks. */
function lettersOf({ name }: Channel): string {
  return withoutSelectors(name).replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** The signs of a name that tell it from another of the same letters: emoji, flags, `+`, `#` and the like, but no punctuation. */
function signsOf({ name }: Channel): string {
  const signs = withoutSelectors(name).match(/[\p{Extended_Pictographic}\p{RI}\p{Sc}\u{E0020}-\u{E007F}+#&%@*]/gu);
  return (signs ?? []).join("");
}

/** Variation selectors and the frame of keycaps are no part of a name. */
function withoutSelectors(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\uFE0E\uFE0F\u20E3]/gu, "");
}

/** What tells a channel from others of its plain key: the letters of its flags, or five signs of a digest of all that it is known by. */
function suffixOf(channel: Channel, sharing: readonly Channel[]): string {
  const signs = signsOf(channel);
  const isWhole = channel.handle === undefined && channel.identified && lettersOf(channel).length < shortestCut;
  const isAlone = sharing.filter((other) => signsOf(other) === signs).length === 1;
  if (isWhole && isAlone && /^(?:\p{RI}{2})+$/u.test(signs)) return signs.replace(/\p{RI}/gu, letterOf);
  return BigInt(`0x${createHash("sha256").update(identityOf(channel)).digest("hex")}`)
    .toString(32)
    .slice(-5);
}

/** Slugs are cut from here on: flags alone may then not tell two apart. */
const shortestCut = 60;

function letterOf(indicator: string): string {
  return String.fromCharCode((indicator.codePointAt(0) ?? 0) - 0x1f1e6 + "a".charCodeAt(0));
}
