import type { Post, Reaction, ReplyQuote } from "../../src/model/post.ts";
import { formattedParts, unlinkedTags } from "../../src/site/model/headline.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { searchFor } from "../../src/site/model/urls.ts";
import { reactionWords } from "../../src/site/model/wording.ts";
import { AttachmentList } from "./attachments.tsx";
import { captureWords } from "./capture-differences.tsx";
import { Gallery } from "./gallery.tsx";
import { MissingMedia } from "./missing-media.tsx";
import { usePage } from "./page-context.tsx";
import { PostText } from "./post-text.tsx";

interface OfPost {
  readonly page: PostPage;
}

/** What a post says: what it answers, its text, what is attached, and what its page printed below. */
export function PostBody({ page }: OfPost) {
  const { archive, texts } = usePage();
  const { post } = page;
  const { rest } = formattedParts(post);
  return (
    <>
      {archive.captureDifferences.without(page).map((capture) => (
        <p class="note missing" key={capture.file}>
          {texts.captures.missing(captureWords(capture, texts))}
        </p>
      ))}
      {post.replyTo !== undefined && <InReplyTo page={page} reply={post.replyTo} />}
      {post.mediaFiles !== undefined && <Gallery files={post.mediaFiles} isMute={post.text === ""} />}
      <MissingMedia post={post} />
      {rest.text !== "" && <PostText {...rest} language={post.language} />}
      {post.text === "" && post.media.length === 0 && <p class="media">{texts.post.noText}</p>}
      <AttachmentList post={post} />
      {post.reactions.length > 0 && <Reactions reactions={post.reactions} />}
      <Foot post={post} />
      <Tags tags={unlinkedTags(post, rest.text)} />
    </>
  );
}

/** What a post answers, in the words that its page quotes. */
export function InReplyTo({ page, reply }: OfPost & { readonly reply: ReplyQuote }) {
  const { archive, link, texts } = usePage();
  const words = texts.post;
  const quoted = archive.relations.quotedBy(page);
  return (
    <figure class="reply">
      <figcaption>
        {words.inReplyTo} <bdi>{reply.author}</bdi>
        {reply.number !== undefined && ` (${words.numbered(reply.number)})`}
      </figcaption>
      {reply.withdrawn ? (
        <p class="note">{words.quoteWithdrawn}</p>
      ) : (
        reply.excerpt !== "" && <blockquote dir="auto">{reply.excerpt}</blockquote>
      )}
      {quoted !== undefined && (
        <p class="more">
          <a href={link(quoted.path)}>{texts.relations.quoted}</a>
        </p>
      )}
    </figure>
  );
}

function Reactions({ reactions }: { readonly reactions: readonly Reaction[] }) {
  const { texts } = usePage();
  return (
    <>
      <h2 class="hidden">{texts.post.reactions}</h2>
      <ul class="reactions">
        {reactions.map((reaction, index) => {
          const { emoji, label, count, printed } = reactionWords(reaction, texts);
          return (
            <li key={`${index} ${emoji}`} title={label === emoji ? undefined : label}>
              <span aria-hidden={label === emoji ? undefined : "true"}>{emoji}</span>
              {label !== emoji && <span class="hidden">{label}</span>}{" "}
              {printed === undefined ? count : <span title={printed}>{count}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What the page printed at the foot of the post. */
function Foot({ post }: { readonly post: Post }) {
  const { link, texts } = usePage();
  const words = texts.post;
  const { views, signature, viaBot, topic, editedMark, clock } = post;
  if ([views, signature, viaBot, topic, editedMark, clock].every((each) => each === undefined)) return null;
  return (
    <>
      <h2 class="hidden">{words.foot}</h2>
      <ul class="foot">
        {views !== undefined && (
          <li title={views.printed}>
            {views.printed === undefined ? words.views(views.count) : words.viewsAbout(views.count)}
          </li>
        )}
        {signature !== undefined && (
          <li>
            {words.signed} <bdi>{signature}</bdi>
          </li>
        )}
        {viaBot !== undefined && (
          <li>
            {words.via} <bdi>@{viaBot}</bdi>
          </li>
        )}
        {topic !== undefined && (
          <li>
            {words.topic}{" "}
            <a href={link(searchFor({ topic }))}>
              <bdi>{topic}</bdi>
            </a>
          </li>
        )}
        {editedMark === true && <li>{words.editedMark}</li>}
        {clock !== undefined && <li>{words.clock(clock)}</li>}
      </ul>
    </>
  );
}

function Tags({ tags }: Pick<Post, "tags">) {
  const { archive, link, texts } = usePage();
  if (tags.length === 0) return null;
  return (
    <>
      <h2 class="hidden">{texts.post.tags}</h2>
      <ul class="tags">
        {tags.map((tag) => (
          <li key={tag.key}>
            <a href={link(archive.tag(tag.key)?.path ?? "/tags/")} dir="auto">
              #{tag.label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
