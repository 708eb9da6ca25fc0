import { Feed } from "feed";
import type { RedirectPage } from "../model/redirects.ts";
import type { Settings } from "../model/settings.ts";
import { absoluteUrl } from "../model/urls.ts";
import type { Texts } from "../texts/texts.ts";

/** What the file of a former address needs of an archive. */
interface Told {
  readonly settings: Settings;
  readonly texts: Texts;
}

/** The file that stands where a feed, a post's record or a file of references was: in the same format, it says what became of it. */
export function redirectText(redirect: RedirectPage, archive: Told): string {
  if (redirect.id !== undefined) return `${JSON.stringify(redirectRecord(redirect, archive))}\n`;
  if (redirect.path.endsWith(".bib") || redirect.path.endsWith(".ris")) return noReferences(redirect, archive);
  return feedOfNothing(redirect, archive);
}

/** In place of a post's record: its id, what became of it, why, and where its text is now. */
function redirectRecord({ id, became, reason, into }: RedirectPage, { settings: { url } }: Told): object {
  return {
    id,
    became,
    ...(reason === undefined ? {} : { reason }),
    ...(into.length === 0
      ? {}
      : { into: into.map(({ post, path }) => ({ id: post.id, url: absoluteUrl(url, path) })) }),
  };
}

/** A file without references: both formats skip lines that belong to none. */
function noReferences({ to, became }: RedirectPage, { settings, texts }: Told): string {
  return `${texts.redirect.title[became]}: ${absoluteUrl(settings.url, to ?? "/")}\n`;
}

/** A feed with nothing new in it but the word of where to follow instead. It bears the day that all time counts from: it was never updated. */
function feedOfNothing({ path, to, became }: RedirectPage, { settings, texts }: Told): string {
  const own = absoluteUrl(settings.url, path);
  const next = absoluteUrl(settings.url, to ?? "/");
  const isAtom = path.endsWith(".xml");
  const feed = new Feed({
    id: own,
    link: next,
    title: `${texts.redirect.title[became]} · ${settings.title}`,
    description: texts.redirect.explanation[became],
    language: settings.language,
    feedLinks: { [isAtom ? "atom" : "json"]: own },
    generator: "Scrollback",
    updated: new Date(0),
  });
  feed.addItem({
    id: own,
    link: next,
    title: texts.redirect.title[became],
    date: new Date(0),
    description: texts.redirect.explanation[became],
    content: `${texts.redirect.nearest}: ${next}`,
    author: [{ name: settings.title }],
  });
  return isAtom ? feed.atom1() : feed.json1();
}
