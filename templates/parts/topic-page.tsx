import type { ComponentChildren } from "preact";
import { spanWords } from "../../src/site/model/extent.ts";
import type { ListPage } from "../../src/site/model/lists.ts";
import type { TagTopic } from "../../src/site/model/tags.ts";
import type { SitePath } from "../../src/site/model/urls.ts";
import { comma } from "../../src/site/model/wording.ts";
import { FeedLinks } from "./feed-links.tsx";
import { Page } from "./page.tsx";
import { usePage } from "./page-context.tsx";
import { Pager } from "./pager.tsx";
import { commonAuthor, PostList } from "./post-list.tsx";
import { ThesePosts } from "./these-posts.tsx";

interface TopicPageProps {
  readonly list: ListPage<Pick<TagTopic, "path" | "posts">>;
  readonly name: string;
  /** The list of all such topics. */
  readonly above: { readonly path: SitePath; readonly name: string };
  /** What stands before and behind the count of the posts and their days. */
  readonly before?: ComponentChildren;
  readonly behind?: ComponentChildren;
  /** Whether the topic has feeds and files of references of its own. */
  readonly hasFeed?: boolean;
  /** What is to be said of the topic beside that. */
  readonly notes?: ComponentChildren;
  /** What the topic's first page alone shows above the posts. */
  readonly children?: ComponentChildren;
  /** What the first page alone has above the posts and beside them: two elements. */
  readonly glance?: ComponentChildren;
  /** What need not be said of each post. */
  readonly without?: "channel";
}

/** A page of the posts of a topic: its name, how many posts it has and of which days, and the posts. */
export function TopicPage(props: TopicPageProps) {
  const { list, name, above, before, behind, hasFeed = false, notes, children, glance, without } = props;
  const { texts, link } = usePage();
  const { topic, number } = list;
  const extent = `${texts.counts.posts(topic.posts.length)}${comma(texts)}${spanWords(topic.posts, texts)}`;
  const listed = (
    <>
      <PostList posts={list.posts} heading="h2" {...(without && { without })} />
      <Pager list={list} />
    </>
  );
  return (
    <Page
      title={number === undefined ? name : texts.list.pageOf(name, number)}
      description={`${name}: ${extent}.`}
      follows={hasFeed ? { page: topic.path, name } : undefined}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(above.path)}>{above.name}</a>
        </p>
        <h1 dir="auto">{name}</h1>
        <p class="standfirst">
          {before}
          {extent}. {behind}
        </p>
        {hasFeed && <FeedLinks page={topic.path} />}
        <ThesePosts
          posts={list.posts}
          topic={hasFeed ? topic : undefined}
          author={without === "channel" ? commonAuthor(list.posts) : undefined}
        />
        {notes}
      </header>
      {number === undefined && children}
      {number === undefined && glance !== undefined ? (
        <div class="glance">
          {glance}
          <div>{listed}</div>
        </div>
      ) : (
        listed
      )}
    </Page>
  );
}
