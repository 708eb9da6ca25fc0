import { createHash } from "node:crypto";
import { type Day, monthKeyOf, monthOf, yearOf } from "../../model/day.ts";
import { nameOfFolder } from "../../text/slug.ts";
import { listQuery } from "./list-query.ts";

/**
 * A place in the site, from its root: `/p/k3v9x0q2mt/`, `/tags/конфликт/#d2025-02-04`. Unicode stands unencoded, as it
 * does in the names of files; `relativeUrl` and `absoluteUrl` encode it.
 */
export type SitePath = `/${string}`;

/** Makes the address of a place as one page links to it. */
export type Link = (to: SitePath) => string;

/** The front page. */
export const homePath: SitePath = "/";

/** The years of the archive, and the folder of their pages. */
export const timelinePath: SitePath = "/timeline/";

/** The posts whose day is hardly known. */
export const uncertainPath: SitePath = "/timeline/uncertain/";

/** All tags, and the folder of their pages. */
export const tagsPath: SitePath = "/tags/";

/** All channels, and the folder of their pages. */
export const channelsPath: SitePath = "/channels/";

/** All sources of forwarded posts, and the folder of their pages. */
export const sourcesPath: SitePath = "/sources/";

/** The sites that posts link to, and the folder of their pages. */
export const linksPath: SitePath = "/links/";

/** The files that the archive keeps; beside their published bytes. */
export const mediaListPath: SitePath = "/media/";

/** The archive in figures and pictures. */
export const statisticsPath: SitePath = "/statistics/";

/** The same of the posts of a channel, by its key, of a year, or of both. */
export function statisticsPathOf(channel: string | undefined, year: number | undefined): SitePath {
  const own = channel === undefined ? statisticsPath : `${statisticsPath}channels/${segment(channel)}/`;
  return `${own}${year === undefined ? "" : `${pad(year, 4)}/`}` as SitePath;
}

/** The search page; `searchFor` adds a question. */
export const searchPath: SitePath = "/search/";

/** A reader's own list of posts; `?posts=` and ids name others. */
export const listPath: SitePath = "/list/";

/** What the archive is and which dumps it was made from. */
export const aboutPath: SitePath = "/about/";

/** The picture that other sites show beside a link to the archive. */
export const previewPath: SitePath = "/preview.png";

/** The description of the search for browsers. */
export const openSearchPath: SitePath = "/opensearch.xml";

/** The sitemap, or the index of its parts where it is too long for one file. */
export const sitemapPath: SitePath = "/sitemap.xml";

/** The file that tells crawlers that all may be read, and where the sitemap is. */
export const robotsPath: SitePath = "/robots.txt";

/** The page that hosts serve for an address that leads nowhere. */
export const notFoundPath: SitePath = "/404.html";

/** The manifest of the search index, a `SearchManifest` as JSON. */
export const searchBundlesPath: SitePath = "/pagefind/bundles.json";

/** The words of an archive whose search asks an engine, an `EngineManifest` as JSON; other files stand beside it. */
export const engineWordsPath: SitePath = "/engine/words.json";

/** All names, phrases and countries that posts speak of, and the folder of their pages. */
export const subjectsPath: SitePath = "/subjects/";

/** The SHA-256 of every file of the site. */
export const manifestPath: SitePath = "/manifest-sha256.txt";

/** All posts as files for other programs, and the folder of these files. */
export const downloadsPath: SitePath = "/downloads/";

/** The folder of posts' pages. It answers where an archive was once built without records of posts. */
export const postsPath: SitePath = "/p/";

/** Answers where such an archive has records after all. */
export const postTemplatePath: SitePath = "/p/post.json";

/** The permalink of a post. */
export function postPath(id: string): SitePath {
  return `${postsPath}${segment(id)}/`;
}

/** Where Telegram shows a post, outside the site. `handle`: the channel's user name without `@`. */
export function telegramAddress(handle: string, number: number): string {
  return `https://t.me/${handle}/${number}`;
}

/** Where Telegram shows the last posts of a channel, outside the site. */
export function telegramChannelAddress(handle: string): string {
  return `https://t.me/s/${handle}`;
}

/** The calendar of the captures that the Wayback Machine has of an address, outside the site. */
export function waybackAddress(address: string): string {
  return `https://web.archive.org/web/*/${address}`;
}

/** The formats that feeds are written in. */
export const feedFormats = ["atom", "json"] as const;
/** One of `feedFormats`. */
export type FeedFormat = (typeof feedFormats)[number];

/** The feed of the posts that a page lists: of all on the home page, else of a channel or a tag. */
export function feedPath(page: SitePath, format: FeedFormat): SitePath {
  return `${page}feed.${format === "atom" ? "xml" : "json"}` as SitePath;
}

/** The formats of reference managers that the posts of channels and hashtags are offered in, by the endings of their files. */
export const referenceFormats = ["bib", "ris"] as const;
/** One of `referenceFormats`. */
export type ReferenceFormat = (typeof referenceFormats)[number];

/** References to all posts of a channel or hashtag, beside its front page. */
export function referencesPath(page: SitePath, format: ReferenceFormat): SitePath {
  return `${page}posts.${format}` as SitePath;
}

/** A post's record as JSON, beside its page. */
export function postRecordPath(id: string): SitePath {
  return `${postPath(id)}post.json`;
}

/** A file of `downloadsPath`. */
export function downloadPath(file: string): SitePath {
  return `${downloadsPath}${file}` as SitePath;
}

/** The list of all subjects, or of those of one kind. */
export function subjectsPathOf(kind: string | undefined): SitePath {
  return kind === undefined ? subjectsPath : (`${subjectsPath}kind/${segment(kind)}/` as SitePath);
}

/** The front page of a subject's posts; `key` as in `Subject.key`. */
export function subjectPath(key: string): SitePath {
  return `${subjectsPath}${segment(key)}/` as SitePath;
}

/** The first page of a dump's lines; a dump is called by the start of its SHA-256, which never changes. */
export function dumpPath(sha256: string): SitePath {
  return `/dumps/${segment(sha256.slice(0, 12))}/`;
}

/** The `id` of a line on its page of a dump. */
export function lineAnchor(line: number): string {
  return `L${line}`;
}

/** The front page of a tag's posts; `key` as in `Tag.key`. */
export function tagPath(key: string): SitePath {
  return `${tagsPath}${segment(key)}/` as SitePath;
}

/** The front page of a channel's posts; `key` as in `Channel.key`. */
export function channelPath(key: string): SitePath {
  return `${channelsPath}${segment(key)}/` as SitePath;
}

/** The files of a channel that the archive keeps. */
export function channelMediaPath(key: string): SitePath {
  return `${channelPath(key)}media/` as SitePath;
}

/** Where reading the posts of a month of a channel in full begins; any day of the month. */
export function readingPath(key: string, day: Day): SitePath {
  return `${channelPath(key)}read/${monthKeyOf(day)}/` as SitePath;
}

/** The front page of what was forwarded from a source; `key` as `slugOf` makes it of the source's name. */
export function sourcePath(key: string): SitePath {
  return `${sourcesPath}${segment(key)}/` as SitePath;
}

/** The front page of the posts that link to a site; `host` without `www.`. */
export function domainPath(host: string): SitePath {
  return `${linksPath}${segment(host.replaceAll(".", "_"))}/` as SitePath;
}

/** The calendar of a year: `/timeline/2025/`. */
export function yearPath(year: number): SitePath {
  return `${timelinePath}${pad(year, 4)}/` as SitePath;
}

/** The month a day lies in. */
export function monthPath(day: Day): SitePath {
  return `${yearPath(yearOf(day))}${pad(monthOf(day), 2)}/` as SitePath;
}

/** Page `number` of a long list, counted from the oldest. */
export function numberedPath(list: SitePath, number: number): SitePath {
  return `${list}page-${number}/` as SitePath;
}

/** The `id` of a day's heading. */
export function dayAnchor(day: Day): string {
  return `d${day}`;
}

/** The `id` of a month's heading; any day of it. */
export function monthAnchor(day: Day): string {
  return `m${monthKeyOf(day)}`;
}

/** The `id` of a dump's section on the about page. */
export function dumpAnchor(sha256: string): string {
  return `dump-${sha256.slice(0, 12)}`;
}

/** Part `number` of a sitemap too long for one file. */
export function sitemapPartPath(number: number): SitePath {
  return `/sitemap-${number}.xml`;
}

/** A bundle of the search index. */
export function searchBundlePath(name: string): SitePath {
  return `/pagefind/${segment(name)}/`;
}

/** A file that pages load: style sheet, program or icon. */
export function assetPath(
  name:
    | "style.css"
    | "theme.js"
    | "reader.js"
    | "highlight.js"
    | "keys.js"
    | "references.js"
    | "spellings.js"
    | "search.js"
    | "copy.js"
    | "list.js"
    | "language.js"
    | `words-${string}.js`
    | "icon.svg",
): SitePath {
  return `/assets/${name}`;
}

/** A published file of the archive, by its SHA-256 and what was made of it: `-800.webp`. */
export function mediaFilePath(sha256: string, rest: string): SitePath {
  return `/media/${sha256}${rest}`;
}

/** Where a published file stands that is not published with the site; `undefined` for everything else. */
export function linkedMediaUrl(to: SitePath, mediaUrl: string | undefined): string | undefined {
  return mediaUrl !== undefined && /^\/media\/[0-9a-f]{64}[.-][^/]+$/u.test(to)
    ? `${mediaUrl}${to.slice("/media/".length)}`
    : undefined;
}

/** The archive's own picture. */
export function logoPath(kind: "svg" | "png"): SitePath {
  return `/assets/logo.${kind}`;
}

/** The search page with a question in its address. */
export function searchFor(question: Readonly<Record<string, string>>): SitePath {
  return `${searchPath}?${new URLSearchParams(question)}` as SitePath;
}

/** The list of some posts, as `list-query.ts` reads it. */
export function listOf(ids: readonly string[]): SitePath {
  return `${listPath}${listQuery(ids)}` as SitePath;
}

/** A place joined with the `id` of something on its page. */
export function withAnchor(path: SitePath, anchor: string): SitePath {
  return `${path}#${anchor}`;
}

/** Addresses from one page to another: relative, so that the site works below any folder of any host. */
export function linkFrom(page: SitePath): Link {
  const depth = page.split("/").length - 2;
  const up = "../".repeat(depth) || "./";
  // Most links lead to the same kind of page: they need not go up to the root and down again.
  const folder = page.slice(0, page.indexOf("/", 1) + 1);
  const upToFolder = "../".repeat(Math.max(0, depth - 1));
  return (to) =>
    upToFolder !== "" && to.length > folder.length && to.startsWith(folder)
      ? `${upToFolder}${encoded(to).slice(folder.length)}`
      : `${up}${encoded(to).slice(1)}`;
}

/** Addresses for a page that is served in any folder, as 404 pages are: from the root of the host. */
export function linkFromAnywhere(siteUrl: string): Link {
  const root = new URL(siteUrl).pathname;
  return (to) => `${root}${encoded(to).slice(1)}`;
}

/** The whole address of a place. */
export function absoluteUrl(siteUrl: string, to: SitePath): string {
  return `${siteUrl}${encoded(to).slice(1)}`;
}

/** The whole address of a place, or of a published file that is not published with the site. */
export function publishedUrl(
  to: SitePath,
  { url, mediaUrl }: { readonly url: string; readonly mediaUrl?: string },
): string {
  return linkedMediaUrl(to, mediaUrl) ?? absoluteUrl(url, to);
}

/** The file, below the root of the site, that a place is served from. */
export function outputFile(path: SitePath): string {
  return path.endsWith("/") ? `${path}index.html` : path;
}

function encoded(path: SitePath): string {
  const end = path.search(/[?#]/u);
  return end < 0 ? encodeURI(path) : encodeURI(path.slice(0, end)) + path.slice(end);
}

/** Most file systems end a name at 255 bytes; some of it is kept for what hosts and archivers add. */
const longestSegment = 180;

/** A key as one part of a path. A key that is no plain name, or is too long for a file, goes by its hash. */
function segment(key: string): string {
  const plain = /^[\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}_])?$/u.test(key);
  if (plain && Buffer.byteLength(key) <= longestSegment) return nameOfFolder(key);
  return `-${createHash("sha256").update(key).digest("hex").slice(0, 16)}`;
}

function pad(number: number, length: number): string {
  return `${number}`.padStart(length, "0");
}
