import type { Archive } from "../src/site/model/archive.ts";
import type { ListPage } from "../src/site/model/lists.ts";
import { type UncertainTopic, widthOf } from "../src/site/model/uncertain.ts";
import { linkFrom, timelinePath } from "../src/site/model/urls.ts";
import { percentage } from "../src/site/model/wording.ts";
import { html, Page } from "./parts/page.tsx";
import { PageSteps } from "./parts/pager.tsx";
import { PostList } from "./parts/post-list.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<UncertainTopic>;
}

export const data = {
  pagination: { data: "archive.uncertainPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts whose day is hardly known, the widest intervals first. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { texts } = archive;
  const words = texts.uncertain;
  const { posts } = item.topic;
  const widest = posts.at(-1);
  const said =
    widest === undefined
      ? words.none
      : `${words.words(posts.length, percentage(posts.length / archive.posts.length, texts))} ${words.widest(words.days(widthOf(widest) + 1))}`;
  return html(
    { archive, path: item.path },
    <Page
      title={item.number === undefined ? words.title : texts.list.pageOf(words.title, item.number)}
      description={said}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(timelinePath)}>{texts.frame.timeline}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="standfirst">{said}</p>
      </header>
      {item.posts.length > 0 && <PostList posts={item.posts} heading="h2" />}
      <PageSteps
        label={words.pages}
        previous={item.newer}
        next={item.older}
        names={{ previous: words.wider, next: words.narrower }}
      />
    </Page>,
  );
}
