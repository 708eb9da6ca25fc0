/** What an address on Telegram's own hosts names: a channel by its user name or its number, and perhaps one of its posts. */
export interface TelegramAddress {
  /** The channel's user name, as it is written. */
  readonly handle?: string;
  /** The digits of a private channel's number: `t.me/c/1234567890/812`. */
  readonly chat?: string;
  /** The post's number in its channel. */
  readonly number?: number;
}

/** A public user name, by Telegram's own rule: a letter, then three to thirty-one letters, digits and underscores. */
export function isHandle(name: string): boolean {
  return /^[A-Za-z]\w{3,31}$/u.test(name);
}

/** The user name of a bot, with or without `@`, alone in its words; some of Telegram's own have three letters. */
export function botNameIn(words: string): string | undefined {
  return /^@?(?<name>[A-Za-z]\w{2,31})$/u.exec(words)?.groups?.name;
}

/** Whether Telegram itself answers at a host, written without `www.`. */
export function isTelegramHost(host: string): boolean {
  return /^(?:[a-z]\w{3,31}\.)?(?:t\.me|telegram\.(?:me|dog))$/iu.test(host);
}

/** No address of a channel or a post is longer, in UTF-16 units. */
const longest = 300;

/** The user name stands in the path, or before the host: `harbour.t.me/812`. A group's topic stands before the post's number. */
const form =
  /^(?:https?:\/\/)?(?:www\.)?(?:(?<own>[A-Za-z]\w{3,31})\.)?(?:t\.me|telegram\.(?:me|dog))(?:\/s)?(?:\/c\/(?<chat>\d{4,16})|\/(?<handle>[A-Za-z]\w{3,31}))?(?:\/(?:\d{1,15}\/)?(?<number>\d{1,15}))?\/?(?:[?#]\S*)?$/iu;

/** Reads an address as that of a channel or a post on Telegram's hosts, with or without protocol; nothing for any other words. */
export function telegramAddressIn(address: string): TelegramAddress | undefined {
  if (address.length > longest) return undefined;
  const { own, chat, handle = own, number } = form.exec(address)?.groups ?? {};
  if (chat === undefined && handle === undefined) return undefined;
  return {
    ...(chat === undefined ? { handle: handle ?? "" } : { chat }),
    ...(number === undefined ? {} : { number: Number(number) }),
  };
}

/** The user name that words are and nothing else: `@harbour_news`, or the address of the channel's page. */
export function handleAlone(words: string): string | undefined {
  if (words.startsWith("@")) return isHandle(words.slice(1)) ? words.slice(1) : undefined;
  const { handle, number } = telegramAddressIn(words) ?? {};
  return number === undefined ? handle : undefined;
}
