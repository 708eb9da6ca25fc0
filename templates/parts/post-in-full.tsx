import { formattedParts, partsOf } from "../../src/site/model/headline.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { langOf } from "../../src/site/model/wording.ts";
import { AttachmentList } from "./attachments.tsx";
import { Gallery } from "./gallery.tsx";
import { MissingMedia } from "./missing-media.tsx";
import { usePage } from "./page-context.tsx";
import { InReplyTo } from "./post-body.tsx";
import { ListedDate } from "./post-list.tsx";
import { PostText } from "./post-text.tsx";

interface PostInFullProps {
  readonly page: PostPage;
}

/** A post among others, with all that it says; its date leads to its own page. */
export function PostInFull({ page }: PostInFullProps) {
  const { link, texts } = usePage();
  const { post } = page;
  const { before, rest } = formattedParts(post);
  const parts = partsOf(post);
  return (
    <article>
      <p class="dateline">
        <a href={link(page.path)}>
          <ListedDate page={page} />
        </a>
        {post.forwardedFrom !== undefined && (
          <span>
            {texts.post.forwardedFrom} <bdi>{post.forwardedFrom}</bdi>
          </span>
        )}
      </p>
      {before.text !== "" && <PostText {...before} language={post.language} />}
      <h2 dir="auto" {...langOf(post.language)} class={parts.kind === "headed" ? undefined : "hidden"}>
        {parts.kind === "headed" ? parts.headline : page.title}
      </h2>
      {post.replyTo !== undefined && <InReplyTo page={page} reply={post.replyTo} />}
      {post.mediaFiles !== undefined && (
        <Gallery files={post.mediaFiles} isMute={post.text === ""} largeOn={page.path} />
      )}
      <MissingMedia post={post} />
      {rest.text !== "" && <PostText {...rest} language={post.language} />}
      <AttachmentList post={post} />
    </article>
  );
}
