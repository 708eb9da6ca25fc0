import { activityOf, unitFor } from "../analysis/activity.ts";
import { forwardsOf } from "../analysis/forwards.ts";
import { activityTable } from "../charts/pictures.ts";
import { sparkline } from "../charts/sparkline.ts";
import type { Archive } from "./archive.ts";
import { subjectsBeside, tagsBeside } from "./beside.ts";
import { calendarOfMonth, monthsAround } from "./calendar.ts";
import { spanWords } from "./extent.ts";
import type { PostPage } from "./post-page.ts";
import type { SitePath } from "./urls.ts";

/** The lists of an archive whose pages, and feeds, can be kept from one build to the next. */
const listNames = [
  "monthPages",
  "channelPages",
  "readingPages",
  "tagPages",
  "sourcePages",
  "domainPages",
  "subjectPages",
  "dumpPages",
  "feeds",
] as const;
type ListName = (typeof listNames)[number];
type Listed = Archive[ListName][number];

/** The pages of lists: all of an archive, or those that are to be rendered. */
export type ListPages = Pick<Archive, ListName>;

/** Whether a page stands already with all that it shows. */
type IsKept = (page: ListView) => boolean;

/** A page of a list, and all that it shows but for what is the same on every page. */
export interface ListView {
  readonly path: SitePath;
  /** Values for JSON, and pages of posts. */
  readonly seen: readonly unknown[];
  /** The posts that it shows with their texts, hashtags and media: a page changes when the view of one of them does (`PostView`). */
  readonly posts: readonly PostPage[];
}

/**
 * The pages of lists that are to be rendered: all but those that are kept. A page whose view is unchanged has unchanged bytes
 * (`test/site/list-views.test.ts`); pages that nobody describes here are always rendered. A class for the reason that `archive.ts` gives.
 */
export class ListsToRender implements ListPages {
  readonly monthPages: Archive["monthPages"];
  readonly channelPages: Archive["channelPages"];
  readonly readingPages: Archive["readingPages"];
  readonly tagPages: Archive["tagPages"];
  readonly sourcePages: Archive["sourcePages"];
  readonly domainPages: Archive["domainPages"];
  readonly subjectPages: Archive["subjectPages"];
  readonly dumpPages: Archive["dumpPages"];
  readonly feeds: Archive["feeds"];
  /** How many pages are kept. */
  readonly kept: number;

  constructor(archive: Archive, isKept: IsKept) {
    const views = viewsOf(archive);
    let kept = 0;
    const others = <Item extends Listed>(items: readonly Item[], viewOf: ViewOf<Item>): readonly Item[] =>
      items.filter((item) => {
        const view = viewOf(item);
        if (view === undefined || !isKept(view)) return true;
        kept += 1;
        return false;
      });
    this.monthPages = others(archive.monthPages, views.monthPages);
    this.channelPages = others(archive.channelPages, views.channelPages);
    this.readingPages = others(archive.readingPages, views.readingPages);
    this.tagPages = others(archive.tagPages, views.tagPages);
    this.sourcePages = others(archive.sourcePages, views.sourcePages);
    this.domainPages = others(archive.domainPages, views.domainPages);
    this.subjectPages = others(archive.subjectPages, views.subjectPages);
    this.dumpPages = others(archive.dumpPages, views.dumpPages);
    this.feeds = others(archive.feeds, views.feeds);
    this.kept = kept;
  }

  /** How many pages are to be rendered. */
  get size(): number {
    return listNames.reduce((sum, name) => sum + this[name].length, 0);
  }
}

/** What a page shows; nothing of one that shows so much that it is always rendered. */
type ViewOf<Item> = (item: Item) => ListView | undefined;
type Views = { readonly [Name in ListName]: ViewOf<Archive[Name][number]> };

interface Topic {
  readonly path: SitePath;
  readonly posts: readonly PostPage[];
}

interface TopicPage {
  readonly path: SitePath;
  readonly topic: Topic;
  readonly posts: readonly PostPage[];
  readonly number: number | undefined;
  readonly newer: SitePath | undefined;
  readonly older: SitePath | undefined;
}

function viewsOf(archive: Archive): Views {
  const { texts } = archive;
  const onceFor = <Item extends object>(told: (topic: Item) => unknown) => {
    const known = new Map<Item, unknown>();
    return (topic: Item): unknown => {
      if (!known.has(topic)) known.set(topic, told(topic));
      return known.get(topic);
    };
  };
  const listed = (kind: ListName, page: TopicPage, ...more: readonly unknown[]): ListView => {
    const { path, topic, posts, number, newer, older } = page;
    const extent = [topic.path, topic.posts.length, spanWords(topic.posts, texts)];
    return { path, posts, seen: [kind, path, extent, number, newer, older, ...more] };
  };
  const trend = ({ posts }: Pick<Topic, "posts">): unknown => {
    const [first, last] = [archive.posts[0]?.day, archive.posts.at(-1)?.day];
    if (first === undefined || last === undefined) return [];
    const table = activityTable(activityOf(posts, unitFor(posts, "month", 24)), archive);
    return [first, last, sparkline(posts, first, last), table];
  };
  const onFirst = (page: TopicPage, told: () => unknown): unknown => (page.number === undefined ? told() : undefined);
  const aroundMonth = onceFor((topic: Archive["monthPages"][number]["topic"]) => {
    const { older, newer } = monthsAround(topic, archive);
    return [calendarOfMonth(topic, archive), older?.day, newer?.day];
  });
  const filesOf = onceFor(({ posts }: Topic) => [...new Set(posts.map(({ post }) => post.source.file))]);
  const forwarders = onceFor((topic: Archive["sources"][number]) =>
    forwardsOf([topic]).map(({ channel, count }) => [
      channel,
      archive.channels.find((each) => each.channel.key === channel)?.channel.name,
      count,
    ]),
  );
  const reportOf = onceFor(({ report, state, isUnsure, size }: Archive["dumps"][number]) =>
    JSON.stringify([report.file, report.sha256, report.lines, report.record, report.timezone, state, isUnsure, size]),
  );
  return {
    monthPages: (page) => listed("monthPages", page, page.topic.day, aroundMonth(page.topic)),
    // The first page of a channel tells of all its posts and captures.
    channelPages: (page) => {
      if (page.number === undefined) return undefined;
      const { channel, description } = page.topic;
      const source = channel.identified ? archive.sourceNamed(channel.name) : undefined;
      const files = channel.identified ? [] : filesOf(page.topic);
      return listed("channelPages", page, channel, description, source?.path, source?.posts.length, files);
    },
    readingPages: (page) => {
      const { path, posts, topic, month, part, months, earlier, later } = page;
      return {
        path,
        posts,
        seen: ["readingPages", path, topic.channel, topic.path, month, part, months, earlier, later],
      };
    },
    tagPages: (page) => {
      const { key, label, otherLabels } = page.topic;
      const first = onFirst(page, () => [trend(page.topic), tagsBeside(page.topic, archive)]);
      return listed("tagPages", page, key, label, otherLabels, first);
    },
    sourcePages: (page) => {
      const { key, name, otherNames, channelPath } = page.topic;
      const first = onFirst(page, () => trend(page.topic));
      return listed("sourcePages", page, key, name, otherNames, channelPath, forwarders(page.topic), first);
    },
    domainPages: (page) =>
      listed(
        "domainPages",
        page,
        page.topic.name,
        onFirst(page, () => trend(page.topic)),
      ),
    subjectPages: (page) => {
      const { key, kind, label, forms } = page.topic;
      return listed(
        "subjectPages",
        page,
        key,
        kind,
        label,
        forms,
        onFirst(page, () => subjectsBeside(page.topic, archive)),
      );
    },
    dumpPages: ({ path, topic, number, groups, entries, earlier, later, first, last }) => {
      const posts = topic.state !== "kept" && entries.length === 0 ? topic.posts : [];
      const told = entries.map(({ post, lines, anchors, raw }) => [post, lines, [...anchors], raw]);
      const seen = ["dumpPages", path, reportOf(topic), number, first, last, groups, told, earlier, later, posts];
      return { path, posts: [], seen };
    },
    feeds: ({ path, format, page, name, posts }) => ({ path, posts, seen: ["feeds", path, format, page, name] }),
  };
}
