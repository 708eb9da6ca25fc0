import { isHandle, isTelegramHost, telegramAddressIn } from "../../text/telegram-address.ts";

/** The address of a post that stands alone on its line, as a person or a tool kept it: `https://t.me/harbour/812`. */
export interface PostAddress {
  /** What the addresses of one channel have in common: its user name or its number, below the same host. */
  readonly channel: string;
  /** The channel's user name; absent where the address has its number alone, `t.me/c/1234567890/812`. */
  readonly handle?: string;
  /** The post's number in its channel. */
  readonly number: number;
  /** Whether Telegram itself answers there; any other host may be a mirror, or no mirror at all. */
  readonly isTelegram: boolean;
}

/** No line that is only an address is longer, in UTF-16 units. */
const longest = 160;

/** An address alone on its line, a label (`Link:`, `🔗`) and brackets aside. */
const alone =
  /^(?:[^\p{L}\p{N}<([]{0,6}|[^\p{L}\p{N}]{0,4}\p{L}[\p{L} ]{0,18}[:：] ?)[<([]?(?<address>(?:https?:\/\/)?[a-z\d][^\s<>()[\]]{6,})[>)\]]?$/iu;

/** On another host, perhaps the mark of a preview or a language, user name (mirrors write `name.com`), perhaps a topic, number. */
const elsewhere =
  /^(?:https?:\/\/)?(?:www\.)?(?<host>[a-z\d-]{1,40}(?:\.[a-z\d-]{2,20}){1,2})\/(?:[a-z]{1,2}\/)?(?<name>[a-z]\w{3,31}|(?<=\/c\/)\d{5,16})(?:\.[a-z]{2,4})?\/(?:\d{1,10}\/)?(?<number>\d{1,10})(?:\?[\w=&]{0,60})?$/iu;

/** Reads a line that is the address of a post and nothing else; nothing for any other. */
export function postAddress(line: string): PostAddress | undefined {
  if (line.length > longest) return undefined;
  const address = alone.exec(line.trim())?.groups?.address ?? "";
  const { handle, chat, number } = telegramAddressIn(address) ?? {};
  if (number !== undefined) return named("t.me", handle ?? chat ?? "", number, true);
  const { host = "", name = "", number: digits = "" } = elsewhere.exec(address)?.groups ?? {};
  return name === "" || isTelegramHost(host) ? undefined : named(host.toLowerCase(), name, Number(digits), false);
}

/** A private channel's name is its number. */
function named(host: string, name: string, number: number, isTelegram: boolean): PostAddress {
  const handle = isHandle(name) ? { handle: name } : {};
  return { channel: `${host}/${name.toLowerCase()}`, ...handle, number, isTelegram };
}

/** A line whose first or last word is the address of a post, and what stands beside it: `2026-02-11 10:15 | https://t.me/harbour/812`. */
export function addressBeside(line: string): { readonly address: PostAddress; readonly rest: string } | undefined {
  if (line.length > longest) return undefined;
  const words = line.trim().split(/\s+/u);
  if (words.length < 2) return undefined;
  for (const [word, others] of [
    [words.at(-1), words.slice(0, -1)],
    [words[0], words.slice(1)],
  ] as const) {
    const address = postAddress(word ?? "");
    if (address !== undefined) return { address, rest: others.join(" ").replace(/^[-–—|•]\s|\s[-–—|•]$/u, "") };
  }
  return undefined;
}
