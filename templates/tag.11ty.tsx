import type { Archive, TagTopic } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import type { ListPage } from "../src/site/lists.ts";
import { linkFrom, searchFor, tagsPath } from "../src/site/urls.ts";
import { counted } from "../src/site/wording.ts";
import { html, Page } from "./parts/page.tsx";
import { Pager } from "./parts/pager.tsx";
import { PostList } from "./parts/post-list.tsx";

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
  const link = linkFrom(item.path);
  const { topic } = item;
  const words = `${counted(topic.posts.length, "post")}, ${spanWords(topic.posts)}`;
  return html(
    <Page
      archive={archive}
      path={item.path}
      title={item.number === undefined ? `#${topic.label}` : `#${topic.label}, page ${item.number}`}
      description={`#${topic.label}: ${words}.`}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(tagsPath)}>Tags</a>
        </p>
        <h1 dir="auto">#{topic.label}</h1>
        <p class="standfirst">
          {words}. <a href={link(searchFor({ tag: topic.key }))}>Search within this tag</a>
        </p>
      </header>
      <PostList posts={item.posts} link={link} />
      <Pager list={item} link={link} />
    </Page>,
  );
}
