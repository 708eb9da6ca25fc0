import { Feed } from "feed";
import { renderBody } from "../../markdown/body.ts";
import type { Channel, Editor } from "../../model/post.ts";
import { instantOf } from "../model/dates.ts";
import { dateLine, isOneDay } from "../model/dating.ts";
import type { PostPage } from "../model/post-page.ts";
import type { PublishedMedia } from "../model/published-media.ts";
import type { Settings } from "../model/settings.ts";
import {
  absoluteUrl,
  type FeedFormat,
  feedFormats,
  feedPath,
  homePath,
  type SitePath,
  tagPath,
} from "../model/urls.ts";
import { boundaryLine } from "../model/wording.ts";
import type { Texts } from "../texts/texts.ts";
import { atomEnclosures, type FeedMedia, feedMedia, jsonAttachments } from "./feed-media.ts";

/** What feeds need of an archive; lists of posts run from the oldest. */
export interface Followed {
  readonly settings: Settings;
  readonly texts: Texts;
  readonly posts: readonly PostPage[];
  readonly channels: readonly {
    readonly channel: Channel;
    readonly path: SitePath;
    readonly posts: readonly PostPage[];
  }[];
  readonly tags: readonly { readonly label: string; readonly path: SitePath; readonly posts: readonly PostPage[] }[];
  /** What the site publishes of files, by SHA-256. */
  readonly media: ReadonlyMap<string, PublishedMedia>;
  /** The tag of a key, where the archive has it. */
  tag(key: string): unknown;
}

/** A feed of the site: what it follows, and as which file. */
export class FeedFile {
  readonly path: SitePath;

  constructor(
    readonly format: FeedFormat,
    /** The page whose posts the feed follows. */
    readonly page: SitePath,
    /** What the feed follows, such as `#Harbour`; absent for the feed of all posts. */
    readonly name: string | undefined,
    /** Newest first. */
    readonly posts: readonly PostPage[],
  ) {
    this.path = feedPath(page, format);
  }
}

/** Posts in the feed of all, and in the feed of a channel or a tag. */
const newest = { all: 50, topic: 10 };

/** A tag of fewer posts is a word rather than something to follow; hosts count files. */
const leastPosts = 2;

/** Every feed of the site: of all posts, of each channel, and of each tag that comes again. */
export function feedFiles(archive: Followed): readonly FeedFile[] {
  const { posts, channels, tags } = archive;
  return [
    ...bothFormats(homePath, undefined, posts, newest.all),
    ...channels.flatMap((topic) => bothFormats(topic.path, topic.channel.name, topic.posts, newest.topic)),
    ...tags
      .filter((topic) => hasFeed(topic.posts))
      .flatMap((topic) => bothFormats(topic.path, `#${topic.label}`, topic.posts, newest.topic)),
  ];
}

/** Whether a tag with these posts has feeds. */
export function hasFeed(posts: readonly PostPage[]): boolean {
  return posts.length >= leastPosts;
}

function bothFormats(page: SitePath, name: string | undefined, oldestFirst: readonly PostPage[], count: number) {
  const posts = oldestFirst.slice(-count).reverse();
  return feedFormats.map((format) => new FeedFile(format, page, name, posts));
}

/**
 * A feed as text, Atom or JSON Feed. A post whose date is inferred is `updated` on its best day, because Atom demands
 * some time, says so in its summary, and has no `published`.
 */
export function feedText(file: FeedFile, archive: Followed): string {
  const { settings } = archive;
  const { format, page, name, posts } = file;
  const address = absoluteUrl(settings.url, page);
  const feed = new Feed({
    id: address,
    link: address,
    title: name === undefined ? settings.title : `${name} · ${settings.title}`,
    description: settings.description,
    language: settings.language,
    feedLinks: { [format]: absoluteUrl(settings.url, file.path) },
    generator: "Scrollback",
    // A feed of nothing was never updated, but Atom demands a time and the feed maker would take the clock's.
    updated: instantOf(posts[0]?.day ?? firstDay),
  });
  const enclosures = new Map<string, string>();
  for (const page of posts) {
    const media = feedMedia(page.post.mediaFiles ?? [], archive);
    const item = itemOf(page, media, archive, format);
    feed.addItem(item);
    enclosures.set(item.link, atomEnclosures(media));
  }
  if (format === "json") return feed.json1();
  // The feed maker takes one enclosure of each kind, and tells its type by its ending.
  return feed.atom1().replace(/<link href="(?<address>[^"]*)"\/>/gu, (link, address: string) => {
    return `${link}${enclosures.get(address) ?? ""}`;
  });
}

const firstDay = "1970-01-01" as PostPage["day"];

/** Who set something, and when; a note is for editors and stays in their files. */
function whoSet({ by, on }: Editor): Editor {
  return { ...(by === undefined ? {} : { by }), ...(on === undefined ? {} : { on }) };
}

function itemOf(page: PostPage, media: readonly FeedMedia[], archive: Followed, format: FeedFormat) {
  const { post, day, title, date } = page;
  const { url } = archive.settings;
  const address = absoluteUrl(url, page.path);
  const tag = (key: string) => (archive.tag(key) ? absoluteUrl(url, tagPath(key)) : undefined);
  const body = [renderBody(post.text, { tag }, post.entities), ...media.map(({ html }) => html)].join("");
  const said = format === "atom" ? asHtml : (text: string) => text;
  const { best, earliest, latest, basis, edtf } = post.dating;
  const boundary = post.boundary.kind === "set" ? [boundaryLine(post.boundary, archive.texts)] : [];
  return {
    id: address,
    link: address,
    title: said(title),
    date: instantOf(day),
    ...(isOneDay(date.kind) ? { published: instantOf(day) } : {}),
    description: said([dateLine(date, archive.texts), ...boundary].join(". ")),
    // JSON Feed takes a summary for the content where a post has none.
    content: body === "" ? " " : body,
    author: [{ name: post.channel.name }],
    category: post.tags.map((tag) => ({ name: tag.label, term: tag.key })),
    // JSON Feed's place for what it has no word for; Atom leaves it out.
    extensions: [
      {
        name: "_dating",
        objects: { kind: date.known, best, earliest, latest, edtf, basis, ...whoSet(post.dating) },
      },
      ...(post.boundary.kind === "set"
        ? [{ name: "_boundary", objects: { kind: "set", ...whoSet(post.boundary) } }]
        : []),
      ...(media.length === 0
        ? []
        : [{ name: "attachments", objects: jsonAttachments(media) as object as Record<string, unknown> }]),
    ],
  };
}

/** The feed maker writes titles and summaries as HTML in CDATA, which `>` could end. */
function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
