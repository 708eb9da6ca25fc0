import type { LineRole, Order } from "../../ledger.ts";
import type { Basis, Media } from "../../post.ts";
import { counted, type Forms } from "./counted.ts";

const locale = "en-GB";
const numbered = (one: string, other = `${one}s`) => counted(locale, { one, other });
const notCaptured = (one: string, many: Forms["other"]) => (number: number) =>
  number === 1 ? `${one}, not captured` : `${number} ${many}, not captured`;
const posts = numbered("post");
const channels = numbered("channel");
const hashtags = numbered("hashtag");

/**
 * Every word the site's interface says, by page: the table that a translation fills anew. A text that a table lacks is
 * a type error, one that no page says fails `test/site/texts.test.ts`. A sentence with a link in it is a function that
 * is given what makes the link of its words, and gives the pieces in order.
 */
export const english = {
  /** The language of the table itself, for the `lang` of pages. */
  language: "en",
  /** How numbers, days and names of languages are written. */
  locale,
  /** The same for what other sites show of a link. Source: the Open Graph protocol, `language_TERRITORY`. */
  openGraphLocale: "en_GB",
  counts: {
    posts,
    channels,
    tags: numbered("tag"),
  },
  frame: {
    skip: "Skip to the content",
    main: "Main",
    timeline: "Timeline",
    channels: "Channels",
    tags: "Tags",
    about: "About",
    search: "Search",
    searchAll: "Search all posts",
    dark: "Dark",
    light: "Light",
    showDark: "Show pages dark",
    showLight: "Show pages light",
    dates: <Node>(howMade: (words: string) => Node) => [
      "Dates are inferred unless a post states its own; ",
      howMade("how this archive was made"),
      ".",
    ],
    timezone: (zone: string) => `Days are calendar days in the time zone ${zone}.`,
    atom: "Atom feed",
    jsonFeed: "JSON Feed",
  },
  extent: {
    none: "No posts yet",
    size: (postCount: number, channelCount: number, days: string) =>
      `${posts(postCount)} from ${channels(channelCount)}, ${days}`,
  },
  list: {
    circa: "c.",
    circaMeaning: "circa: the day is inferred",
    dayStated: "day stated",
    dayInferred: "day inferred",
    forwardedFrom: "forwarded from",
    pageOf: (name: string, number: number) => `${name}, page ${number}`,
    pages: "Pages of this list",
    newestPosts: "Newest posts",
    newerPosts: "Newer posts",
    oldestPosts: "Oldest posts",
    olderPosts: "Older posts",
  },
  home: {
    aboutArchive: "About this archive",
    searchLabel: "Search the text of all posts",
    latest: "Latest posts",
    allByDate: "All posts by date",
    months: "Months",
    timeline: "Timeline",
    channels: "Channels",
    tags: "Tags",
  },
  timeline: {
    title: "Timeline",
    description: (extent: string) => `Timeline of ${extent}.`,
    darker: "The darker a month, the more posts it holds.",
  },
  year: {
    words: (count: number, year: number) => `${posts(count)} in ${year}, by day`,
    likely: "A day stands where it is most likely; posts say how sure that is.",
    dayWords: (day: string, count: number) => `${day}: ${posts(count)}`,
  },
  month: {
    words: (count: number) => `${posts(count)}, newest first`,
    pageNumber: (number: number) => `page ${number}, counted from the oldest`,
  },
  channels: {
    title: "Channels",
    description: (count: number) => `The ${channels(count)} of this archive.`,
    words: (count: number) => `${channels(count)}, those with most posts first.`,
    unidentified: (dump: string) => `Unidentified channel (${dump})`,
    namedAfterDump: "named after its dump",
  },
  channel: {
    searchWithin: "Search within this channel",
    unnamed: "No page names this channel, so that it is called after the dump its posts come from.",
  },
  tags: {
    title: "Tags",
    words: (count: number) => `${hashtags(count)} as the posts themselves use them`,
    order: "in order of the alphabet; spellings that differ in case alone are one tag.",
  },
  tag: {
    searchWithin: "Search within this tag",
  },
  post: {
    untitled: "Post without text",
    forwardedFrom: "Forwarded from",
    inReplyTo: "In reply to",
    noText: "The page shows no text of this post",
    reactions: "Reactions",
    tags: "Tags",
    dateInferred: "Date inferred",
    around: "Neighbouring posts",
    allChannels: "All channels",
    previous: "Previous",
    next: "Next",
    oldest: "Oldest post",
    newest: "Newest post",
    customEmoji: "custom emoji",
    stars: "stars",
  },
  record: {
    title: "Record",
    date: "Date",
    stated: "Stated",
    inferred: "Inferred",
    bestDay: "Best day",
    interval: "the interval is meant to hold the true day nine times out of ten",
    edtf: "EDTF",
    channel: "Channel",
    unnamedChannel: "named after its dump: no page names the channel",
    forwardedFrom: "Forwarded from",
    language: "Language",
    permalink: "Permalink",
    source: "Source",
    lines: (lines: string, dialect: string) => `lines ${lines}, read as “${dialect}”`,
    limits: "Limits",
    dumpHash: "SHA-256 of the dump",
    repairs: "Repairs to the text",
    line: (number: number) => `line ${number}:`,
    citeAs: "Cite as",
    marked: "Marked",
    markedWhy: "the page or a person says where the post starts",
    judged: "Inferred",
    over: (percent: string) => `more than ${percent}`,
    judgedWhy: (likely: string) => `the page marks no start here; it was judged ${likely} likely`,
    citation: (
      channel: string,
      title: string,
      date: string,
      archive: string,
      id: string,
      address: string,
      source: string,
    ) => `${channel} (Telegram), “${title}”, ${date}. ${archive}, post ${id}, ${address} (${source}).`,
    citationInferred: (when: string) => `date inferred: ${when}`,
    citationSource: (file: string, lines: string, hash: string) => `${file}, lines ${lines}, SHA-256 ${hash}…`,
  },
  about: {
    title: "About",
    description: "What this archive is and how it was made.",
    heading: "About this archive",
    what: "What it is",
    whatWords:
      "The posts come from text dumps of Telegram channel pages: captures that hold a page's words and nothing else, no times, no post numbers, no pictures. Scrollback reads such a dump, finds where each post begins and ends, dates it, and gives it a page with an address that stays. Every post names the dump and the lines that it was read from, so that anyone who has the dump can check it.",
    keptWords:
      "The dumps are kept as they were captured. Where a damage of a dump was mended, the post's record says so.",
    dates: "How dates are inferred",
    datesWords: <Node>(term: (words: string) => Node, circa: (words: string) => Node) => [
      "The dumps tell no dates of posts. A post counts as dated only where its own text states its day beyond doubt; such a day is called ",
      term("stated"),
      ". All others are ",
      term("inferred"),
      " from the days that posts name, the tense in which they speak of them, anniversaries, the order of the posts on the page and the day of the capture. An inferred date comes as a best day and an interval that is meant to hold the true day nine times out of ten, with the words it rests on. In lists ",
      circa("c."),
      " marks an inferred day, and a post whose interval is a week or longer shows the interval instead.",
    ],
    edtfWords: <Node>(edtf: (words: string) => Node) => [
      "The field ",
      edtf("EDTF"),
      " states the same in the form that libraries use (ISO 8601‑2).",
    ],
    dumps: "The dumps",
    noDumps: "No dump has been imported yet.",
    channel: "Channel",
    holds: "Holds",
    holdsWords: (postCount: number, lines: number, bytes: number, order: string) =>
      `${posts(postCount)} in ${numbered("line")(lines)}, ${numbered("byte")(bytes)}, ${order}`,
    readAs: "Read as",
    dialect: (dialect: string) => `“${dialect}”`,
    captured: "Captured",
    linesTitle: "Where every line went",
    linesCaption: "Lines of each dump by what they are. Nothing is left out: the roles add up to the lines.",
    dump: "Dump",
    allLines: "All lines",
    notices: "Notices",
    noticesWords: "What the reading of the dumps found doubtful, and what it did about it.",
    roles: {
      text: "Text",
      copy: "Second copy",
      forwarded: "Forwarded mark",
      reply: "Reply quote",
      placeholder: "Placeholder",
      reactions: "Reactions",
      furniture: "Page furniture",
      blank: "Blank",
    } satisfies Record<LineRole, string>,
    orders: {
      "oldest-first": "oldest post first",
      "newest-first": "newest post first",
    } satisfies Record<Order, string>,
  },
  notFound: {
    title: "Not found",
    heading: "No such page",
    words: <Node>(search: (words: string) => Node, date: (words: string) => Node) => [
      "Nothing in this archive has this address. Permalinks of posts never change: if you followed one, check that it is whole. Otherwise ",
      search("search"),
      " or go by ",
      date("date"),
      ".",
    ],
  },
  dating: {
    between: (first: string, last: string) => `between ${first} and ${last}`,
    about: (day: string) => `about ${day}`,
    with: (how: string, evidence: string) => `${how}: “${evidence}”`,
    line: (when: string, how: string) => `Date: ${when}, ${how}`,
    inferredLine: (when: string, how: string) => `Date inferred: ${when}, ${how}`,
    how: {
      dateline: "from its dateline",
      "event-past": "from a day it reports on",
      "event-to-come": "from a day it announces",
      anniversary: "from an anniversary it keeps",
      observance: "from a day it observes",
      mention: "from a day it names",
      relative: "from a day it names beside its own",
      neighbours: "from the posts before and after it",
      capture: "from the day the page was captured; no post tells more",
      order: "from nothing but its place; no post tells the day",
    } satisfies Record<Basis, string>,
  },
  media: {
    video: notCaptured("Video", "videos"),
    photo: notCaptured("Photo", "photos"),
    audio: notCaptured("Audio", "audio recordings"),
    document: notCaptured("Document", "documents"),
    poll: notCaptured("Poll", "polls"),
    service: (_: number) => "Service message of the channel",
    "custom-emoji": (_: number) => "Custom emoji in the text, not shown by the page",
    hidden: (_: number) => "The page shows nothing of this post",
  } satisfies Record<Media, (count: number) => string>,
};

/** The shape of a table of texts: the English one's. */
export type Texts = typeof english;
