import { dayNumber } from "../../model/day.ts";
import { type ListPage, pagesOf } from "./lists.ts";
import type { PostPage } from "./post-page.ts";
import { type SitePath, uncertainPath } from "./urls.ts";

/** The posts whose date is shown as an interval, that is, those known to a week at best: narrowest interval first. */
export class UncertainTopic {
  readonly path: SitePath = uncertainPath;

  constructor(readonly posts: readonly PostPage[]) {}
}

/** Lists the posts whose interval is wide, the widest on the front page; there is a front page even where no post is. */
export function uncertainPages(posts: readonly PostPage[]): readonly ListPage<UncertainTopic>[] {
  const wide = posts.filter((page) => page.date.kind === "wide");
  const widths = new Map(wide.map((page) => [page, widthOf(page)]));
  const topic = new UncertainTopic(
    wide.toSorted((one, other) => (widths.get(one) ?? 0) - (widths.get(other) ?? 0) || other.place - one.place),
  );
  return pagesOf(topic, topic.path, topic.posts);
}

/** How many days lie between the ends of a post's interval; 0 where one day is certain. */
export function widthOf({ post }: PostPage): number {
  return dayNumber(post.dating.latest) - dayNumber(post.dating.earliest);
}
