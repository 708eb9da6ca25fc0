import type { Archive } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import type { ListPage } from "../src/site/lists.ts";
import { mostListed, type Subject } from "../src/site/subjects/subjects.ts";
import { linkFrom, searchFor, subjectsPath } from "../src/site/urls.ts";
import { numeral } from "../src/site/wording.ts";
import { html, Page } from "./parts/page.tsx";
import { Pager } from "./parts/pager.tsx";
import { PostList } from "./parts/post-list.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<Subject>;
}

export const data = {
  pagination: { data: "archive.subjectPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts that speak of a derived subject. */
export function render({ archive, item }: Data): string {
  const { texts } = archive;
  const words = texts.subjects;
  const link = linkFrom(item.path);
  const { topic } = item;
  const extent = `${texts.counts.posts(topic.posts.length)}, ${spanWords(topic.posts, texts)}`;
  return html(
    <Page
      archive={archive}
      path={item.path}
      title={item.number === undefined ? topic.label : texts.list.pageOf(topic.label, item.number)}
      description={`${topic.label}: ${extent}.`}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(subjectsPath)}>{words.title}</a>
        </p>
        <h1 dir="auto">{topic.label}</h1>
        <p class="standfirst">
          {extent}. <a href={link(searchFor({ q: topic.label }))}>{words.find}</a>
        </p>
        <p class="extent">
          {words.kinds[topic.kind]} {topic.forms.length > 1 && words.forms(topic.forms.join(", "))}{" "}
          {topic.posts.length > mostListed && words.newestOnly(numeral(mostListed, texts))}
        </p>
      </header>
      <PostList posts={item.posts} link={link} texts={texts} heading="h2" />
      <Pager list={item} link={link} texts={texts} />
    </Page>,
  );
}
