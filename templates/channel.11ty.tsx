import type { Archive, ChannelTopic } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import type { ListPage } from "../src/site/lists.ts";
import { channelsPath, linkFrom, searchFor } from "../src/site/urls.ts";
import { counted } from "../src/site/wording.ts";
import { html, Page } from "./parts/page.tsx";
import { Pager } from "./parts/pager.tsx";
import { PostList } from "./parts/post-list.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<ChannelTopic>;
}

export const data = {
  pagination: { data: "archive.channelPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts of a channel. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { channel, posts } = item.topic;
  const words = `${counted(posts.length, "post")}, ${spanWords(posts)}`;
  return html(
    <Page
      archive={archive}
      path={item.path}
      title={item.number === undefined ? channel.name : `${channel.name}, page ${item.number}`}
      description={`${channel.name}: ${words}.`}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(channelsPath)}>Channels</a>
        </p>
        <h1>
          <bdi>{channel.name}</bdi>
        </h1>
        <p class="standfirst">
          {channel.handle !== undefined && `@${channel.handle}: `}
          {words}. <a href={link(searchFor({ channel: channel.key }))}>Search within this channel</a>
        </p>
        {!channel.identified && (
          <p class="note">No page names this channel, so that it is called after the dump its posts come from.</p>
        )}
      </header>
      <PostList posts={item.posts} link={link} without="channel" />
      <Pager list={item} link={link} />
    </Page>,
  );
}
