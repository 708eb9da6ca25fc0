import { telegramName } from "../search/telegram-name.ts";
import type { Bundle } from "./bundle.ts";
import type { Place } from "./filter.ts";

/**
 * The name that leads straight to a post, where that is what a reader typed or pasted: a permalink or its id
 * (`k3v9x0q2mt`), or Telegram's own address of a post (`t.me/harbour_news/12` as `harbour_news/12`).
 */
export function nameIn(typed: string): string | undefined {
  const text = typed.trim();
  const telegram = /^(?:https?:\/\/)?(?:t|telegram)\.me\/(?:s\/)?(\w+)\/(\d+)(?:[/?#].*)?$/iu.exec(text);
  if (telegram !== null) return telegramName(telegram[1] ?? "", telegram[2] ?? "");
  const permalink = /^https?:\/\/\S*\/p\/([a-z0-9]+)\/?(?:[?#]\S*)?$/iu.exec(text);
  return permalink?.[1] ?? /^[a-z0-9]{10}$/u.exec(text)?.[0];
}

/** The post that a name leads to; `undefined` where no bundle knows it. */
export async function placeOf(bundles: readonly Bundle[], name: string): Promise<Place | undefined> {
  const found = await Promise.all(bundles.map((bundle) => bundle.named(name)));
  const bundle = found.findIndex((post) => post !== undefined);
  const post = found[bundle];
  return post === undefined ? undefined : { bundle, post, isSure: true };
}
