import type { Archive, ChannelTopic } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import type { ListPage } from "../src/site/lists.ts";
import { channelsPath, linkFrom, searchFor } from "../src/site/urls.ts";
import { CaptureDifferences } from "./parts/capture-differences.tsx";
import { ChannelAtGlance } from "./parts/channel-at-glance.tsx";
import { FeedLinks } from "./parts/feed-links.tsx";
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
  const { texts } = archive;
  const link = linkFrom(item.path);
  const { channel, posts } = item.topic;
  const asSource = channel.identified ? archive.sourceNamed(channel.name) : undefined;
  const words = `${texts.counts.posts(posts.length)}, ${spanWords(posts, texts)}`;
  return html(
    <Page
      archive={archive}
      path={item.path}
      title={item.number === undefined ? channel.name : texts.list.pageOf(channel.name, item.number)}
      description={`${channel.name}: ${words}.`}
      follows={{ page: item.topic.path, name: channel.name }}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(channelsPath)}>{texts.frame.channels}</a>
        </p>
        <h1>
          <bdi>{channel.name}</bdi>
        </h1>
        <p class="standfirst">
          {channel.handle !== undefined && `@${channel.handle}: `}
          {words}. <a href={link(searchFor({ channel: channel.key }))}>{texts.channel.searchWithin}</a>
        </p>
        {item.topic.description !== undefined && (
          <p class="standfirst" lang={archive.settings.language} dir="auto">
            {item.topic.description}
          </p>
        )}
        <FeedLinks page={item.topic.path} link={link} texts={texts} />
        {!channel.identified && <p class="note">{texts.channel.unnamed}</p>}
        {asSource && (
          <p class="note">
            <a href={link(asSource.path)}>{texts.sources.forwardedHere(asSource.posts.length)}</a>
          </p>
        )}
      </header>
      {item.number === undefined && <ChannelAtGlance topic={item.topic} archive={archive} link={link} />}
      {item.number === undefined && <CaptureDifferences topic={item.topic} archive={archive} link={link} />}
      <PostList posts={item.posts} link={link} texts={texts} heading="h2" without="channel" />
      <Pager list={item} link={link} texts={texts} />
    </Page>,
  );
}
