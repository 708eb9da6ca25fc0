import type { Archive } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import { forwardsOf } from "../src/site/forwards.ts";
import type { ListPage } from "../src/site/lists.ts";
import type { SourceTopic } from "../src/site/sources.ts";
import { channelPath, linkFrom, sourcesPath } from "../src/site/urls.ts";
import { numeral } from "../src/site/wording.ts";
import { html, Page } from "./parts/page.tsx";
import { Pager } from "./parts/pager.tsx";
import { PostList } from "./parts/post-list.tsx";
import { Trend } from "./parts/spark.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<SourceTopic>;
}

export const data = {
  pagination: { data: "archive.sourcePages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts that were forwarded from one source. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { texts } = archive;
  const { topic } = item;
  const words = `${texts.counts.posts(topic.posts.length)}, ${spanWords(topic.posts, texts)}`;
  return html(
    <Page
      archive={archive}
      path={item.path}
      title={item.number === undefined ? topic.name : texts.list.pageOf(topic.name, item.number)}
      description={`${topic.name}: ${words}.`}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(sourcesPath)}>{texts.sources.title}</a>
        </p>
        <h1>
          <bdi>{topic.name}</bdi>
        </h1>
        <p class="standfirst">
          {words}.{" "}
          {topic.channelPath !== undefined && <a href={link(topic.channelPath)}>{texts.sources.channelPage}</a>}
        </p>
        {topic.otherNames.length > 0 && <p class="note">{texts.sources.alsoWritten(topic.otherNames.join(", "))}</p>}
        <p class="note">
          {texts.sources.forwardedBy}{" "}
          {forwardsOf([topic]).map(({ channel, count }, place) => (
            <span key={channel}>
              {place > 0 && ", "}
              <a href={link(channelPath(channel))}>
                <bdi>{archive.channels.find((each) => each.channel.key === channel)?.channel.name}</bdi>
              </a>{" "}
              {numeral(count, texts)}
            </span>
          ))}
        </p>
      </header>
      {item.number === undefined && <Trend posts={topic.posts} archive={archive} link={link} />}
      <PostList posts={item.posts} link={link} texts={texts} heading="h2" />
      <Pager list={item} link={link} texts={texts} />
    </Page>,
  );
}
