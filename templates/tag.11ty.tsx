import { hasFeed } from "../src/site/formats/feed.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { tagsBeside } from "../src/site/model/beside.ts";
import type { ListPage } from "../src/site/model/lists.ts";
import type { TagTopic } from "../src/site/model/tags.ts";
import { linkFrom, searchFor, tagsPath } from "../src/site/model/urls.ts";
import { html } from "./parts/page.tsx";
import { Trend } from "./parts/spark.tsx";
import { TopicPage } from "./parts/topic-page.tsx";
import { TopicsBeside } from "./parts/topics-beside.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<TagTopic>;
}

export const data = {
  pagination: { data: "lists.tagPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts that bear a hashtag. */
export function render({ archive, item }: Data): string {
  const { texts } = archive;
  const link = linkFrom(item.path);
  const { topic } = item;
  return html(
    { archive, path: item.path },
    <TopicPage
      list={item}
      name={`#${topic.label}`}
      above={{ path: tagsPath, name: texts.frame.tags }}
      behind={<a href={link(searchFor({ tag: topic.key }))}>{texts.tag.searchWithin}</a>}
      hasFeed={hasFeed(topic.posts)}
      notes={
        topic.otherLabels.length > 0 && (
          <p class="note">
            <bdi>{texts.tagRelations.alsoWritten(topic.otherLabels.map((label) => `#${label}`).join(", "))}</bdi>
          </p>
        )
      }
    >
      <Trend posts={topic.posts} />
      <TopicsBeside heading={texts.tagRelations.beside} topics={tagsBeside(topic, archive)} />
    </TopicPage>,
  );
}
