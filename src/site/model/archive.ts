import { inOrderOfTime } from "../../archive/order-in-time.ts";
import type { Permalinks } from "../../archive/permalinks.ts";
import type { Auditor } from "../../model/dating-audit.ts";
import type { Day } from "../../model/day.ts";
import type { DumpReport, Ledger } from "../../model/ledger.ts";
import { ownEntry } from "../../model/own-entry.ts";
import type { Post, Source } from "../../model/post.ts";
import { nameKey } from "../../text/name-key.ts";
import { slugOf } from "../../text/slug.ts";
import type { Subject } from "../analysis/subjects/subjects.ts";
import { type FeedFile, feedFiles } from "../formats/feed.ts";
import { sanitised } from "../formats/sanitise.ts";
import { type SitemapFile, sitemapFiles } from "../formats/sitemap.ts";
import { type Texts, textsFor } from "../texts/texts.ts";
import { CaptureDifferences } from "./capture-differences.ts";
import { channelSaid, withChannelsSaid } from "./channel-said.ts";
import { ChannelTopic } from "./channel-topic.ts";
import { type Comparison, comparisonOf } from "./comparison.ts";
import { DatingAudits } from "./dating-audits.ts";
import { type DomainTopic, domainTopics } from "./domains.ts";
import { type DumpPage, type DumpText, type DumpTopic, dumpTopics, withdrawnLines } from "./dump-pages.ts";
import { type ListPage, pagesOf } from "./lists.ts";
import type { Logo } from "./logo.ts";
import { type MediaTopic, mediaPages } from "./media-pages.ts";
import { dayPathsOf, type MonthTopic, type YearTopic, yearTopics } from "./months.ts";
import { PostPage } from "./post-page.ts";
import { type PostRecords, postRecords } from "./post-records.ts";
import type { PublishedMedia } from "./published-media.ts";
import { type ReadingPage, readingPages } from "./reading.ts";
import { type RedirectPage, redirectPages } from "./redirects.ts";
import { type PageRelations, pageRelations } from "./relations.ts";
import type { Settings } from "./settings.ts";
import { type SourceTopic, sourceTopics } from "./sources.ts";
import { type StatisticsPage, statisticsPages } from "./statistics-pages.ts";
import { type SubjectList, subjectLists } from "./subject-lists.ts";
import type { SubjectRules } from "./subject-rules.ts";
import { type TagTopic, tagTopics } from "./tags.ts";
import { type Takedown, takedownFrom } from "./takedown.ts";
import { toldZones } from "./told-zones.ts";
import { type UncertainTopic, uncertainPages } from "./uncertain.ts";
import {
  aboutPath,
  channelsPath,
  downloadsPath,
  homePath,
  linksPath,
  listPath,
  referenceFormats,
  referencesPath,
  type SitePath,
  searchPath,
  sourcesPath,
  subjectPath,
  tagsPath,
  timelinePath,
} from "./urls.ts";

/*
 * Everything the templates print, computed once. These are classes, not plain objects, because Eleventy copies plain
 * objects for every page it makes; measured at 50,000 posts, that copying is most of a build.
 */

/** The posts next to a post, in all of the archive and in its channel. */
export interface Neighbours {
  readonly older: PostPage | undefined;
  readonly newer: PostPage | undefined;
  readonly olderInChannel: PostPage | undefined;
  readonly newerInChannel: PostPage | undefined;
}

/** What an archive has besides its posts. */
export interface Besides {
  /** Every address that was ever published; a site built without them has no former pages. */
  readonly permalinks?: Permalinks;
  /** The picture beside the title. */
  readonly logo?: Logo | undefined;
  /** What a person says of the derived subjects. */
  readonly subjectRules?: SubjectRules | undefined;
  /** The dumps whose text is kept. */
  readonly dumpTexts?: readonly DumpText[];
  /** The files that the site publishes, by their SHA-256. */
  readonly media?: ReadonlyMap<string, PublishedMedia>;
  /** Tells how days were found: the site dates nothing itself. */
  readonly auditor?: Auditor;
}

/** All posts of the site, placed in time and grouped by channel, tag, month and year. */
export class Archive {
  /** The files that the site publishes, by their SHA-256. */
  readonly media: ReadonlyMap<string, PublishedMedia>;
  /** Oldest first. */
  readonly posts: readonly PostPage[];
  /** Most posts first. */
  readonly channels: readonly ChannelTopic[];
  /** In order of the alphabet. */
  readonly tags: readonly TagTopic[];
  /** Whom posts were forwarded from; most posts first. */
  readonly sources: readonly SourceTopic[];
  /** The sites that posts link to; most posts first. */
  readonly domains: readonly DomainTopic[];
  /** Oldest first, as are their months. */
  readonly years: readonly YearTopic[];
  readonly monthPages: readonly ListPage<MonthTopic>[];
  readonly channelPages: readonly ListPage<ChannelTopic>[];
  /** Of the posts of channels in full. */
  readonly readingPages: readonly ReadingPage[];
  /** Of figures: of all posts, and of channels and years. */
  readonly statisticsPages: readonly StatisticsPage[];
  /** Whether it keeps files, so that every page leads to their pages. */
  readonly hasMedia: boolean;
  /** Of the files that the archive keeps. */
  readonly mediaPages: readonly ListPage<MediaTopic>[];
  readonly tagPages: readonly ListPage<TagTopic>[];
  readonly sourcePages: readonly ListPage<SourceTopic>[];
  /** Of the sites that more than one post links to. */
  readonly domainPages: readonly ListPage<DomainTopic>[];
  /** The posts whose day is hardly known, those known least on the front page. */
  readonly uncertainPages: readonly ListPage<UncertainTopic>[];
  /** Where the posts of a day are listed. */
  readonly dayPaths: ReadonlyMap<Day, SitePath>;
  readonly ledger: Ledger;
  /** The posts that a person took out: nothing of them is shown but where they stood. */
  /** Posts that were withdrawn: their addresses say so, and nothing else of them is shown. */
  readonly withdrawn: readonly Post[];
  /** The dumps, by file name, with the pages that show their lines. */
  readonly dumps: readonly DumpTopic[];
  readonly dumpPages: readonly DumpPage[];
  /** The words of the interface, in its language. */
  readonly texts: Texts;
  readonly permalinks: Permalinks;
  readonly logo: Logo | undefined;
  private readonly subjectRules: SubjectRules | undefined;
  readonly postRecords: PostRecords;
  private readonly channelByKey = new Map<string, ChannelTopic>();
  private readonly tagByKey: ReadonlyMap<string, TagTopic>;
  private readonly domainByName: ReadonlyMap<string, DomainTopic>;
  private readonly sourceByKey: ReadonlyMap<string, SourceTopic>;
  private readonly dumpByHash: ReadonlyMap<string, DumpTopic>;
  /** How the days of posts were found, worked out as their pages ask. */
  readonly datingAudits: DatingAudits;
  private differencesFound: CaptureDifferences | undefined;
  private relationsFound: PageRelations | undefined;
  private comparison: Comparison | undefined;

  constructor(
    readonly settings: Settings,
    posts: readonly Post[],
    ledger: Ledger,
    {
      permalinks = { posts: new Map(), pages: new Map() },
      logo,
      dumpTexts = [],
      media = new Map(),
      auditor,
      subjectRules,
    }: Besides = {},
  ) {
    this.texts = textsFor(settings.language);
    this.permalinks = permalinks;
    this.logo = logo;
    this.subjectRules = subjectRules;
    this.media = media;
    const takedown = takedownFrom(inOrderOfTime(posts), ledger, dumpTexts);
    this.withdrawn = takedown.withdrawn;
    const saying = { settings, texts: this.texts, files: ledger.dumps.map((dump) => dump.file) };
    this.ledger = sanitised({
      dumps: ledger.dumps.map((dump) => ({
        ...dump,
        channel: channelSaid(dump.channel, dump.file, saying),
        notices: noticesShown(dump, takedown),
      })),
    });
    this.posts = sanitised(withChannelsSaid(takedown.shown, saying)).map((post, place) => this.placed(post, place));
    this.postRecords = postRecords(settings, permalinks, this.posts.length);
    this.channels = [...this.channelByKey.values()].sort(mostPostsFirst);
    this.tags = tagTopics(this.posts, this.texts);
    this.tagByKey = new Map(this.tags.map((tag) => [tag.key, tag]));
    this.sources = sourceTopics(this.posts, this.channels);
    this.sourceByKey = new Map(this.sources.map((source) => [source.key, source]));
    this.domains = domainTopics(this.posts);
    this.domainByName = new Map(this.domains.map((domain) => [domain.name, domain]));
    this.years = yearTopics(this.posts);
    this.monthPages = this.years
      .flatMap((year) => year.months)
      .flatMap((month) => pagesOf(month, month.path, month.posts));
    this.channelPages = this.channels.flatMap((topic) => pagesOf(topic, topic.path, topic.posts));
    this.readingPages = this.channels.flatMap(readingPages);
    this.statisticsPages = statisticsPages(this.channels);
    this.tagPages = this.tags.flatMap((topic) => pagesOf(topic, topic.path, topic.posts));
    this.sourcePages = this.sources.flatMap((topic) => pagesOf(topic, topic.path, topic.posts));
    this.domainPages = this.domains
      .filter(({ posts }) => posts.length > 1)
      .flatMap((topic) => pagesOf(topic, topic.path, topic.posts));
    this.mediaPages = mediaPages(this.posts);
    this.hasMedia = this.mediaPages.length > 0;
    this.uncertainPages = uncertainPages(this.posts);
    this.dayPaths = dayPathsOf(this.monthPages);
    this.dumps = dumpTopics(this.ledger, this.posts, takedown.dumpTexts, this.withdrawn);
    this.dumpPages = this.dumps.flatMap((dump) => dump.pages);
    this.dumpByHash = new Map(this.dumps.map((dump) => [dump.report.sha256, dump]));
    this.datingAudits = new DatingAudits(this.posts, (source) => this.dumpOf(source)?.report, auditor);
  }

  channelOf(post: Post): ChannelTopic | undefined {
    return this.channelByKey.get(post.channel.key);
  }

  /** The time zones by whose clocks the moments of a post are shown, as `toldZones()` says. */
  zonesOf({ post }: PostPage): readonly string[] {
    return toldZones(post, this.settings, (capture) => this.dumpOf(capture)?.report.timezone);
  }

  tag(key: string): TagTopic | undefined {
    return this.tagByKey.get(key);
  }

  /** The source that a name stands for, such as the one a post was forwarded from, in whatever spelling. */
  sourceNamed(name: string): SourceTopic | undefined {
    return this.sourceByKey.get(nameKey(name));
  }

  /** The site of a host, without `www.`, that posts link to. */
  domain(host: string): DomainTopic | undefined {
    return this.domainByName.get(host);
  }

  /** The dump that a post was read from, or one of those, where the ledger knows it. */
  dumpOf({ sha256 }: Pick<Source, "sha256">): DumpTopic | undefined {
    return this.dumpByHash.get(sha256);
  }

  /** Which posts are forwards, answers and duplicates of which, found when it is first asked for. */
  get relations(): PageRelations {
    this.relationsFound ??= pageRelations(this.posts);
    return this.relationsFound;
  }

  /** What later captures show differently, found when it is first asked for. */
  get captureDifferences(): CaptureDifferences {
    this.differencesFound ??= new CaptureDifferences(this.posts);
    return this.differencesFound;
  }

  /** How the posts stand to each other by their words, compared when it is first asked for. */
  get compared(): Comparison {
    this.comparison ??= comparisonOf(this.posts, this.relations, this.settings.language, this.subjectRules);
    return this.comparison;
  }

  /** A getter, because Eleventy wants a name to read it by. */
  get subjectPages(): readonly ListPage<Subject>[] {
    return this.compared.subjects.all.flatMap((subject) => subject.pages);
  }

  /** The list of all subjects, and of those of each kind where there are several. */
  get subjectLists(): readonly SubjectList[] {
    return subjectLists(this.compared.subjects.all);
  }

  neighboursOf(page: PostPage): Neighbours {
    const inChannel = this.channelOf(page.post)?.posts ?? [];
    return {
      older: this.posts[page.place - 1],
      newer: this.posts[page.place + 1],
      olderInChannel: inChannel[page.placeInChannel - 1],
      newerInChannel: inChannel[page.placeInChannel + 1],
    };
  }

  /** Pages that were published once and are there no more. */
  get redirectPages(): readonly RedirectPage[] {
    return this.redirects.filter((page) => !page.isFile);
  }

  /** Feeds and records that were published once and are there no more. */
  get redirectFiles(): readonly RedirectPage[] {
    return this.redirects.filter((page) => page.isFile);
  }

  /** A getter, because it needs the rest and Eleventy wants a name to read it by. */
  get sitemap(): readonly SitemapFile[] {
    return sitemapFiles(this.settings.url, this.paths);
  }

  /** Every feed; a getter as above. */
  get feeds(): readonly FeedFile[] {
    return feedFiles(this);
  }

  /** The posts whose day is inferred, the narrowest interval first. */
  get uncertainPosts(): readonly PostPage[] {
    return this.uncertainPages[0]?.topic.posts ?? [];
  }

  /** Every page worth finding: all but the page for addresses that lead nowhere. */
  get paths(): readonly SitePath[] {
    const lists = [
      this.monthPages,
      this.uncertainPages,
      this.channelPages,
      this.readingPages,
      this.statisticsPages,
      this.sourcePages,
      this.tagPages,
      this.domainPages,
      this.mediaPages,
    ];
    const pages = [
      ...this.years,
      ...lists.flat(),
      ...this.subjectLists,
      ...this.subjectPages,
      ...this.dumpPages,
      ...this.posts,
    ];
    return [...onePagers, ...pages.map((page) => page.path)];
  }

  /** The files of references: of each topic that has feeds. */
  get referenceFiles(): readonly SitePath[] {
    const pages = [...new Set(this.feeds.map((feed) => feed.page))].filter((page) => page !== homePath);
    return pages.flatMap((page) => referenceFormats.map((format) => referencesPath(page, format)));
  }

  /** Every page, feed and file of references, those of posts excepted. */
  get lists(): readonly SitePath[] {
    const own = new Set(this.posts.map((page) => page.path));
    return [
      ...this.paths.filter((path) => !own.has(path)),
      ...this.feeds.map((feed) => feed.path),
      ...this.referenceFiles,
    ];
  }

  /** Every address that a published site answers at, those of posts excepted. */
  get addresses(): readonly SitePath[] {
    return [...this.lists, ...this.postRecords.marks];
  }

  /** The newest posts, newest first. */
  latest(count: number): readonly PostPage[] {
    return this.posts.slice(-count).reverse();
  }

  /** The tags with most posts, most first. */
  commonTags(count: number): readonly TagTopic[] {
    return this.tags.toSorted(mostPostsFirst).slice(0, count);
  }

  private get redirects(): readonly RedirectPage[] {
    const paths = [...this.lists, ...this.posts.map((page) => page.path)];
    const { areThere: hasRecords, marks } = this.postRecords;
    const pages = new Map([...this.permalinks.pages, ...marks.map((path) => [path, undefined] as const)]);
    const known = { posts: this.permalinks.posts, pages };
    const alsoCalled = new Map(
      this.compared.subjects.all.flatMap(({ forms, path }) =>
        forms.map((form) => [subjectPath(slugOf(form)), path] as const),
      ),
    );
    return redirectPages(known, { posts: this.posts, withdrawn: this.withdrawn, paths, alsoCalled, hasRecords });
  }

  private placed(post: Post, place: number): PostPage {
    const { key } = post.channel;
    const topic =
      this.channelByKey.get(key) ?? new ChannelTopic(post.channel, ownEntry(this.settings.channels, key)?.description);
    this.channelByKey.set(key, topic);
    const page = new PostPage(post, place, topic.posts.length, this.texts);
    topic.posts.push(page);
    return page;
  }
}

/** The pages that stand once in every archive. */
const onePagers = [
  homePath,
  timelinePath,
  channelsPath,
  sourcesPath,
  linksPath,
  tagsPath,
  searchPath,
  downloadsPath,
  listPath,
  aboutPath,
] as const;
/** The notices of a dump that do not speak of lines of posts that a person took out, or of quotes of them: they can repeat them. */
function noticesShown({ sha256, notices }: DumpReport, { withdrawn, quoteLines }: Takedown): DumpReport["notices"] {
  if (withdrawn.length === 0) return notices;
  const [own, quotes] = [withdrawnLines(withdrawn, sha256), quoteLines(sha256)];
  return notices.filter(({ line }) => line === undefined || !(own.has(line) || quotes.has(line)));
}

function mostPostsFirst(
  one: { readonly posts: readonly unknown[] },
  other: { readonly posts: readonly unknown[] },
): number {
  return other.posts.length - one.posts.length;
}
