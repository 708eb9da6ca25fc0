import { momentOf } from "../exports/exported.ts";
import { type Day, parseDay } from "../model/day.ts";
import { isTelegramHost, telegramAddressIn } from "../text/telegram-address.ts";

/** What an address says of a page of a Telegram channel. */
export interface PageAddress {
  /** Whether the page is Telegram's own, in whose HTML posts tell their numbers and moments, or another site's about a channel. */
  readonly kind: "telegram" | "other";
  /** The channel's user name, where the address tells it. */
  readonly handle?: string;
  /** The page without protocol, and of an archived one, of its own address: two captures of one page have the same. */
  readonly page: string;
  /** Whether what a browser shows there has no posts: a channel's or a post's own page on t.me leads to the app. */
  readonly isLanding: boolean;
  /** The moment that an archive of the web names in the address: the page was captured then, whenever the record was made. */
  readonly moment?: string;
}

/** Sites that show pages of channels: whether by the page of t.me, or by pages of their own. The handle stands in the path. */
const otherSites: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /(?:^|\.)tgstat\.(?:com|ru)$/u, path: /^\/(?:[a-z]{2}\/)?(?:channel|chat)\/(?:@(?<handle>\w+)|[\w-]+)/u },
  {
    host: /^(?:xn--r1a\.website|t\.iss\.one|teleg\.eu|yangx\.top|tgoop\.com)$/u,
    path: /^\/(?:s\/)?(?<handle>[A-Za-z]\w{3,31})(?:\/|$)/u,
  },
  { host: /(?:^|\.)1rj\.ru$/u, path: /^\/(?:str|s)\/(?<handle>[A-Za-z]\w{3,31})(?:\/|$)/u },
  { host: /^telemetr\.(?:io|me)$/u, path: /^\/(?:[a-z]{2}\/)?channels?\/(?:@|\d+-)?(?<handle>[A-Za-z]\w{3,31})/u },
];

/** Reads an address as that of a page of a channel; `undefined` where it is none, and where it is no address. */
export function pageAt(address: string): PageAddress | undefined {
  const { inner, moment } = archived(address);
  const url = URL.canParse(inner) ? new URL(inner) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol)) return undefined;
  const host = url.hostname.toLowerCase().replace(/^www\./u, "");
  const when = moment === undefined ? {} : { moment };
  const page = `${host}${url.pathname.replace(/\/$/u, "")}${url.search}`;
  if (isTelegramHost(host)) {
    const handle = telegramAddressIn(`${host}${url.pathname}`)?.handle;
    if (handle === undefined) return undefined;
    const isLanding = !url.pathname.startsWith("/s/") && !url.searchParams.has("embed");
    return {
      kind: "telegram",
      handle,
      page: page.replace(/(?:t\.me|telegram\.(?:me|dog))(?=\/|$)/u, "t.me"),
      isLanding,
      ...when,
    };
  }
  for (const site of otherSites) {
    const path = site.host.test(host) ? site.path.exec(url.pathname) : null;
    const handle = path?.groups?.handle;
    if (path) return { kind: "other", page, isLanding: false, ...(handle === undefined ? {} : { handle }), ...when };
  }
  return undefined;
}

/** `https://web.archive.org/web/20240112093001id_/https://t.me/s/name`: the address that was archived, and when. */
const wayback = /^https?:\/\/(?:www\.)?web\.archive\.org\/web\/(?<stamp>\d{4,14})(?:[a-z]{2}_)?\/(?<inner>\S+)$/iu;

function archived(address: string): { readonly inner: string; readonly moment?: string } {
  const { stamp = "", inner } = wayback.exec(address)?.groups ?? {};
  if (inner === undefined) return { inner: address };
  const moment = momentOfStamp(stamp);
  // The protocol may be left out, and one of its slashes may be lost.
  const whole = /^https?:\/+/iu.test(inner)
    ? inner.replace(/^(?<protocol>https?:)\/+/iu, "$<protocol>//")
    : `https://${inner}`;
  return { inner: whole, ...(moment === undefined ? {} : { moment }) };
}

/** `20240112093001`; of a shorter one the moment is not told. */
function momentOfStamp(stamp: string): string | undefined {
  const parts = /^(?<day>\d{8})(?<clock>\d{6})$/u.exec(stamp)?.groups;
  if (parts === undefined) return undefined;
  const [day, clock] = [parts.day ?? "", parts.clock ?? ""];
  return recordMoment(
    `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4)}Z`,
  );
}

/** A moment as a record writes it (`WARC-Date`), in whole seconds; `undefined` where it is none. */
export function recordMoment(written: string | undefined): string | undefined {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/u.test(written ?? "")
    ? Date.parse(written ?? "")
    : Number.NaN;
  return momentOf(Math.floor(time / 1000));
}

/** `20240112093001`, as archives of the web write a moment. */
export function stampOf(moment: string): string {
  return moment.replace(/\D/gu, "").slice(0, 14);
}

/** The day of a moment in a time zone. */
export function captureDay(moment: string, timezone = "UTC"): Day | undefined {
  // Sweden writes days as ISO 8601 does.
  return parseDay(
    new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short" }).format(new Date(moment)),
  );
}
