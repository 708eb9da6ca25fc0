import type { Archive, TagTopic } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import { hasFeed } from "../src/site/feed.ts";
import type { ListPage } from "../src/site/lists.ts";
import { linkFrom, searchFor, tagsPath } from "../src/site/urls.ts";
import { FeedLinks } from "./parts/feed-links.tsx";
import { html, Page } from "./parts/page.tsx";
import { Pager } from "./parts/pager.tsx";
import { PostList } from "./parts/post-list.tsx";
import { Trend } from "./parts/spark.tsx";
import { TagsBeside } from "./parts/tags-beside.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<TagTopic>;
}

export const data = {
  pagination: { data: "archive.tagPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts that bear a hashtag. */
export function render({ archive, item }: Data): string {
  const { texts } = archive;
  const link = linkFrom(item.path);
  const { topic } = item;
  const words = `${texts.counts.posts(topic.posts.length)}, ${spanWords(topic.posts, texts)}`;
  return html(
    <Page
      archive={archive}
      path={item.path}
      title={item.number === undefined ? `#${topic.label}` : texts.list.pageOf(`#${topic.label}`, item.number)}
      description={`#${topic.label}: ${words}.`}
      follows={hasFeed(topic.posts) ? { page: topic.path, name: `#${topic.label}` } : undefined}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(tagsPath)}>{texts.frame.tags}</a>
        </p>
        <h1 dir="auto">#{topic.label}</h1>
        <p class="standfirst">
          {words}. <a href={link(searchFor({ tag: topic.key }))}>{texts.tag.searchWithin}</a>
        </p>
        {hasFeed(topic.posts) && <FeedLinks page={topic.path} link={link} texts={texts} />}
        {topic.otherLabels.length > 0 && (
          <p class="note">
            <bdi>{texts.tagRelations.alsoWritten(topic.otherLabels.map((label) => `#${label}`).join(", "))}</bdi>
          </p>
        )}
      </header>
      {item.number === undefined && (
        <>
          <Trend posts={topic.posts} archive={archive} link={link} />
          <TagsBeside topic={topic} archive={archive} link={link} />
        </>
      )}
      <PostList posts={item.posts} link={link} texts={texts} heading="h2" />
      <Pager list={item} link={link} texts={texts} />
    </Page>,
  );
}
