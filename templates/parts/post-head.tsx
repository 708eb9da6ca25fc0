import { longDay } from "../../src/site/model/dates.ts";
import { isOneDay } from "../../src/site/model/dating.ts";
import { formattedParts, partsOf } from "../../src/site/model/headline.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { channelPath, sourcesPath } from "../../src/site/model/urls.ts";
import { langOf } from "../../src/site/model/wording.ts";
import { usePage } from "./page-context.tsx";
import { PostText } from "./post-text.tsx";

interface OfPost {
  readonly page: PostPage;
}

/** The head of a post: its channel, its headline, its day and where it was forwarded from. */
export function PostHead({ page }: OfPost) {
  const { link, texts } = usePage();
  const { post } = page;
  const parts = partsOf(post);
  const { before } = formattedParts(post);
  return (
    <header>
      <p class="kicker">
        <a href={link(channelPath(post.channel.key))}>
          <bdi>{post.channel.name}</bdi>
        </a>
      </p>
      {before.text !== "" && (
        <div class="above-headline">
          <PostText {...before} language={post.language} />
        </div>
      )}
      <h1 dir="auto" {...langOf(post.language)} class={headingClass(page)}>
        {parts.kind === "headed" ? parts.headline : page.title}
      </h1>
      <p class="dateline">
        {isOneDay(page.date.kind) ? (
          <time datetime={post.dating.best}>{longDay(post.dating.best, texts)}</time>
        ) : (
          <InferredDate page={page} />
        )}
        {post.forwardedFrom !== undefined && <ForwardedFrom page={page} name={post.forwardedFrom} />}
      </p>
    </header>
  );
}

/** A post whose text has no headline shows none; its name still opens the page for those who do not see it. */
function headingClass({ post }: PostPage): string | undefined {
  if (post.title === "") return "untitled";
  return partsOf(post).kind === "plain" ? "hidden" : undefined;
}

function InferredDate({ page }: { readonly page: PostPage }) {
  const { texts } = usePage();
  return (
    <span>
      <span class="pill">{texts.post.dateInferred}</span> {page.date.when}
    </span>
  );
}

function ForwardedFrom({ page, name }: OfPost & { readonly name: string }) {
  const { archive, link, texts } = usePage();
  const author = page.post.forwardedAuthor;
  const original = archive.relations.originalOf(page);
  return (
    <span>
      {texts.post.forwardedFrom}{" "}
      <a href={link(archive.sourceNamed(name)?.path ?? sourcesPath)}>
        <bdi>{name}</bdi>
      </a>
      {author !== undefined && (
        <>
          {" ("}
          <bdi>{author}</bdi>)
        </>
      )}
      {original !== undefined && (
        <>
          {" · "}
          <a href={link(original.path)}>{texts.relations.original}</a>
        </>
      )}
    </span>
  );
}
