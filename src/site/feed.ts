import { Feed } from "feed";
import { renderBody } from "../markdown/body.ts";
import type { Archive } from "./archive.ts";
import { instantOf } from "./dates.ts";
import { dateLine } from "./dating.ts";
import type { PostPage } from "./post-page.ts";
import { absoluteUrl, feedPath, homePath, tagPath } from "./urls.ts";

const newest = 50;

/**
 * The newest posts as an Atom feed. A post whose date is inferred is `updated` on its best day, because Atom demands
 * some time, says so in its summary, and has no `published`.
 */
export function atomFeed(archive: Archive): string {
  const { settings } = archive;
  const pages = archive.latest(newest);
  const latest = pages[0];
  const feed = new Feed({
    id: settings.url,
    link: absoluteUrl(settings.url, homePath),
    title: settings.title,
    description: settings.description,
    language: settings.language,
    feedLinks: { atom: absoluteUrl(settings.url, feedPath) },
    generator: "Scrollback",
    ...(latest === undefined ? {} : { updated: instantOf(latest.day) }),
  });
  for (const page of pages) feed.addItem(itemOf(page, archive));
  return feed.atom1();
}

function itemOf(page: PostPage, archive: Archive) {
  const { post, day, title, date } = page;
  const { url } = archive.settings;
  const address = absoluteUrl(url, page.path);
  const body = renderBody(post.text, { tag: (key) => (archive.tag(key) ? absoluteUrl(url, tagPath(key)) : undefined) });
  return {
    id: address,
    link: address,
    title: asHtml(title),
    date: instantOf(day),
    ...(date.kind === "stated" ? { published: instantOf(day) } : {}),
    description: asHtml(dateLine(date, archive.texts)),
    content: body,
    author: [{ name: post.channel.name }],
    category: post.tags.map((tag) => ({ name: tag.label, term: tag.key })),
  };
}

/** The feed maker writes titles and summaries as HTML in CDATA, which `>` could end. */
function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
