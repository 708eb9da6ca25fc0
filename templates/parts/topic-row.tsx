import type { ComponentChildren } from "preact";
import { spanWords } from "../../src/site/model/extent.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import type { SitePath } from "../../src/site/model/urls.ts";
import { usePage } from "./page-context.tsx";
import { TopicSpark } from "./spark.tsx";

interface TopicRowProps {
  readonly path: SitePath;
  readonly name: string;
  readonly posts: readonly PostPage[];
  /** What is said before and behind the count of the posts and their days. */
  readonly before?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A topic in a list of all of its kind: its name, how many posts it has, of which days, and how they lie in time. */
export function TopicRow({ path, name, posts, before, children }: TopicRowProps) {
  const { archive, link } = usePage();
  const { texts } = archive;
  return (
    <li>
      <div>
        <h2>
          <a href={link(path)}>
            <bdi>{name}</bdi>
          </a>
        </h2>
        <p class="meta">
          {before}
          <span>{texts.counts.posts(posts.length)}</span>
          <span>{spanWords(posts, texts)}</span>
          {children}
        </p>
      </div>
      <TopicSpark posts={posts} />
    </li>
  );
}
