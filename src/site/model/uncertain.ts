import { dayNumber } from "../../model/day.ts";
import { isOneDay } from "./dating.ts";
import { type ListPage, pagesOf } from "./lists.ts";
import type { PostPage } from "./post-page.ts";
import { type SitePath, uncertainPath, withAnchor } from "./urls.ts";

/** The posts whose day is inferred: narrowest interval first. */
export class UncertainTopic {
  readonly path: SitePath = uncertainPath;
  /** What a reader can choose from; only lengths of intervals that there are. */
  thresholds: readonly Threshold[] = [];

  constructor(readonly posts: readonly PostPage[]) {}
}

/** Intervals that are about as long: from `from` to `to` days, both counted; the longest have no end. */
export interface WidthBand {
  readonly from: number;
  readonly to?: number;
}

/** The posts of a page whose intervals are about as long. */
export interface BandOfPosts extends WidthBand {
  readonly posts: readonly PostPage[];
}

/** Where the posts begin whose intervals are so long, and how many posts have one at least so long. */
export interface Threshold extends WidthBand {
  readonly count: number;
  readonly path: SitePath;
}

/** The longest first. */
const bands: readonly WidthBand[] = [
  { from: 366 },
  { from: 32, to: 365 },
  { from: 8, to: 31 },
  { from: 4, to: 7 },
  { from: 2, to: 3 },
  { from: 1, to: 1 },
];

/** Lists the posts whose day is inferred, the widest intervals on the front page; there is a front page even where no post is. */
export function uncertainPages(posts: readonly PostPage[]): readonly ListPage<UncertainTopic>[] {
  const inferred = posts.filter((page) => !isOneDay(page.date.kind));
  const widths = new Map(inferred.map((page) => [page, widthOf(page)]));
  const topic = new UncertainTopic(
    inferred.toSorted((one, other) => (widths.get(one) ?? 0) - (widths.get(other) ?? 0) || other.place - one.place),
  );
  const pages = pagesOf(topic, topic.path, topic.posts);
  topic.thresholds = thresholdsOf(pages);
  return pages;
}

/** The posts of a page by the length of their intervals, as the page lists them: the longest first. */
export function bandsOf(posts: readonly PostPage[]): readonly BandOfPosts[] {
  return bands
    .map((band) => ({ ...band, posts: posts.filter((page) => isIn(band, page)) }))
    .filter((band) => band.posts.length > 0);
}

function thresholdsOf(pages: readonly ListPage<UncertainTopic>[]): readonly Threshold[] {
  const widestFirst = pages.toReversed();
  let count = 0;
  return bands.flatMap((band) => {
    const own = widestFirst.flatMap((page) => page.posts.filter((post) => isIn(band, post)));
    const page = widestFirst.find(({ posts }) => posts.some((post) => isIn(band, post)));
    count += own.length;
    return page === undefined ? [] : [{ ...band, count, path: withAnchor(page.path, bandAnchor(band)) }];
  });
}

/** The `id` of the heading of a band. */
export function bandAnchor({ from }: WidthBand): string {
  return `days-${from}`;
}

/** How many days lie between the ends of a post's interval; 0 where it is one day. */
export function widthOf({ post }: PostPage): number {
  return dayNumber(post.dating.latest) - dayNumber(post.dating.earliest);
}

function isIn({ from, to = Number.POSITIVE_INFINITY }: WidthBand, page: PostPage): boolean {
  const days = widthOf(page) + 1;
  return days >= from && days <= to;
}
