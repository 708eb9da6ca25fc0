import type { PostPage } from "../../src/site/model/post-page.ts";
import { listOf, referencesPath, type SitePath } from "../../src/site/model/urls.ts";
import { usePage } from "./page-context.tsx";

interface ThesePostsProps {
  readonly posts: readonly PostPage[];
  /** A topic with files of references to all its posts, of which the page may list but some. */
  readonly topic?: { readonly path: SitePath; readonly posts: readonly PostPage[] } | undefined;
  /** Whose all posts are, where the list does not say it of each. */
  readonly author?: string | undefined;
}

/** Leads to the list of the posts of a page, where they are cited, exported and kept, and lets the page offer them to reference managers (`client/listed-posts.ts`). */
export function ThesePosts({ posts, topic, author = "" }: ThesePostsProps) {
  const { link, texts } = usePage();
  if (posts.length === 0) return null;
  const whole = topic === undefined ? "" : ` (${texts.counts.posts(topic.posts.length)})`;
  return (
    <p class="meta" data-author={author}>
      <span>
        <a href={link(listOf(posts.map(({ post }) => post.id)))} rel="nofollow">
          {texts.selection.these}
        </a>
      </span>
      {topic !== undefined &&
        [["bib", texts.cite.bibtex] as const, ["ris", texts.cite.ris] as const].map(([format, name]) => (
          <span key={format}>
            <a href={link(referencesPath(topic.path, format))}>
              {name}
              {whole}
            </a>
          </span>
        ))}
    </p>
  );
}
