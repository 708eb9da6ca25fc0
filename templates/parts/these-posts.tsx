import type { PostPage } from "../../src/site/model/post-page.ts";
import { listOf } from "../../src/site/model/urls.ts";
import { usePage } from "./page-context.tsx";

interface ThesePostsProps {
  readonly posts: readonly PostPage[];
}

/** Leads to the list of the posts of a page, where they are cited, exported and kept. */
export function ThesePosts({ posts }: ThesePostsProps) {
  const { link, texts } = usePage();
  if (posts.length === 0) return null;
  return (
    <p class="meta">
      <a href={link(listOf(posts.map(({ post }) => post.id)))} rel="nofollow">
        {texts.selection.these}
      </a>
    </p>
  );
}
