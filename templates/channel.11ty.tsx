import type { Archive } from "../src/site/model/archive.ts";
import type { ChannelTopic } from "../src/site/model/channel-topic.ts";
import type { ListPage } from "../src/site/model/lists.ts";
import { channelsPath, linkFrom, readingPath, searchFor } from "../src/site/model/urls.ts";
import { ArrowOn } from "./parts/arrow.tsx";
import { CaptureDifferenceList } from "./parts/capture-differences.tsx";
import { ChannelAtGlance } from "./parts/channel-at-glance.tsx";
import { ChannelFacts } from "./parts/channel-profile.tsx";
import { html } from "./parts/page.tsx";
import { TopicPage } from "./parts/topic-page.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<ChannelTopic>;
}

export const data = {
  pagination: { data: "lists.channelPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts of a channel. */
export function render({ archive, item }: Data): string {
  const { texts } = archive;
  const link = linkFrom(item.path);
  const { channel, description } = item.topic;
  const [first] = item.topic.posts;
  const asSource = channel.identified ? archive.sourceNamed(channel.name) : undefined;
  return html(
    { archive, path: item.path },
    <TopicPage
      list={item}
      name={channel.name}
      above={{ path: channelsPath, name: texts.frame.channels }}
      before={
        channel.handle !== undefined && (
          <>
            <bdi>@{channel.handle}</bdi>:{" "}
          </>
        )
      }
      behind={<a href={link(searchFor({ channel: channel.key }))}>{texts.channel.searchWithin}</a>}
      hasFeed
      notes={
        <>
          {description !== undefined && (
            <p class="standfirst" lang={archive.settings.language} dir="auto">
              {description}
            </p>
          )}
          {!channel.identified && (
            <p class="note">
              {texts.channel.unnamed}{" "}
              <bdi>{[...new Set(item.topic.posts.map(({ post }) => post.source.file))].join(", ")}</bdi>
            </p>
          )}
          {asSource && (
            <p class="note">
              <a href={link(asSource.path)}>{texts.sources.forwardedHere(asSource.posts.length)}</a>
            </p>
          )}
        </>
      }
      without="channel"
      glance={<ChannelAtGlance topic={item.topic} />}
    >
      {first !== undefined && (
        <p class="more">
          <a href={link(readingPath(channel.key, first.day))}>
            {texts.reading.title} <ArrowOn />
          </a>
        </p>
      )}
      <ChannelFacts topic={item.topic} />
      <CaptureDifferenceList topic={item.topic} />
    </TopicPage>,
  );
}
