import { type Day, monthKeyOf } from "../../model/day.ts";
import type { Channel, MediaFile } from "../../model/post.ts";
import { isKept } from "./attachments.ts";
import { groupedBy, type ListPage, pagesOf } from "./lists.ts";
import type { PostPage } from "./post-page.ts";
import { channelMediaPath, mediaListPath, monthAnchor, type SitePath, withAnchor } from "./urls.ts";

/** The posts whose files the archive keeps, oldest first: all, or those of one channel. */
export interface MediaTopic {
  readonly path: SitePath;
  /** Absent where it is all. */
  readonly channel?: Channel;
  readonly posts: readonly PostPage[];
}

/** A month with files, and where it begins. */
export interface MediaMonth {
  readonly day: Day;
  readonly path: SitePath;
  readonly files: number;
}

/** The pages of files: of all, and of each channel where there are several; none where the archive keeps no file. */
export function mediaPages(posts: readonly PostPage[]): readonly ListPage<MediaTopic>[] {
  const kept = posts.filter(({ post }) => keptFiles(post).length > 0);
  if (kept.length === 0) return [];
  const byChannel = groupedBy(kept, ({ post }) => post.channel.key);
  const topics: readonly MediaTopic[] = [
    { path: mediaListPath, posts: kept },
    ...(byChannel.size === 1 ? [] : [...byChannel.values()]).flatMap((own): readonly MediaTopic[] => {
      const [first] = own;
      const channel = first?.post.channel;
      return channel === undefined ? [] : [{ path: channelMediaPath(channel.key), channel, posts: own }];
    }),
  ];
  return topics.flatMap((topic) => pagesOf(topic, topic.path, topic.posts, 40));
}

/** The files of a post that the archive keeps, in its order. */
export function keptFiles({ mediaFiles = [] }: { readonly mediaFiles?: readonly MediaFile[] }): readonly MediaFile[] {
  return mediaFiles.filter(isKept);
}

/** The months of a topic, newest first, each with the page on which its newest files stand. */
export function monthsOfMedia(topic: MediaTopic, pages: readonly ListPage<MediaTopic>[]): readonly MediaMonth[] {
  const months = new Map<string, { day: Day; path: SitePath; files: number }>();
  for (const { path, posts } of pages.filter((page) => page.topic === topic).reverse()) {
    for (const { day, post } of posts) {
      const month = months.get(monthKeyOf(day)) ?? { day, path: withAnchor(path, monthAnchor(day)), files: 0 };
      month.files += keptFiles(post).length;
      months.set(monthKeyOf(day), month);
    }
  }
  return [...months.values()];
}
