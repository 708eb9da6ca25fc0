import { forwardsOf } from "../src/site/analysis/forwards.ts";
import type { Archive } from "../src/site/model/archive.ts";
import type { ListPage } from "../src/site/model/lists.ts";
import type { SourceTopic } from "../src/site/model/sources.ts";
import { channelPath, linkFrom, sourcesPath } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { html } from "./parts/page.tsx";
import { Trend } from "./parts/spark.tsx";
import { TopicPage } from "./parts/topic-page.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<SourceTopic>;
}

export const data = {
  pagination: { data: "lists.sourcePages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts that were forwarded from one source. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { texts } = archive;
  const { topic } = item;
  return html(
    { archive, path: item.path },
    <TopicPage
      list={item}
      name={topic.name}
      above={{ path: sourcesPath, name: texts.sources.title }}
      behind={topic.channelPath !== undefined && <a href={link(topic.channelPath)}>{texts.sources.channelPage}</a>}
      notes={
        <>
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
        </>
      }
    >
      <Trend posts={topic.posts} />
    </TopicPage>,
  );
}
