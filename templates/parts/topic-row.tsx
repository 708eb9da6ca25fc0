import type { ComponentChildren } from "preact";
import type { Archive } from "../../src/site/model/archive.ts";
import { spanWords } from "../../src/site/model/extent.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import type { Link, SitePath } from "../../src/site/model/urls.ts";
import { TopicSpark } from "./spark.tsx";

interface TopicRowProps {
  readonly path: SitePath;
  readonly name: string;
  readonly posts: readonly PostPage[];
  readonly archive: Archive;
  readonly link: Link;
  /** What is said before and behind the count of the posts and their days. */
  readonly before?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A topic in a list of all of its kind: its name, how many posts it has, of which days, and how they lie in time. */
export function TopicRow({ path, name, posts, archive, link, before, children }: TopicRowProps) {
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
      <TopicSpark posts={posts} archive={archive} />
    </li>
  );
}
