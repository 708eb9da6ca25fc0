import type { Archive, Neighbours } from "../src/site/archive.ts";
import { missingMedia } from "../src/site/attachments.ts";
import { longDay } from "../src/site/dates.ts";
import { partsOf } from "../src/site/headline.ts";
import type { PostPage } from "../src/site/post-page.ts";
import { channelPath, type Link, linkFrom } from "../src/site/urls.ts";
import { langOf, mediaNotes, reactionWords } from "../src/site/wording.ts";
import { Attachments } from "./parts/attachments.tsx";
import { html, Page } from "./parts/page.tsx";
import { ListedDate } from "./parts/post-list.tsx";
import { PostRecord } from "./parts/post-record.tsx";
import { PostText } from "./parts/post-text.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: PostPage;
}

export const data = {
  pagination: { data: "archive.posts", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** A post on its page, with everything that is known of it. */
export function render({ archive, item }: Data): string {
  const { post } = item;
  const link = linkFrom(item.path);
  const parts = partsOf(post);
  const text = (words: string) =>
    words === "" ? null : <PostText text={words} language={post.language} archive={archive} link={link} />;
  const stated = item.date.kind === "stated";
  return html(
    <Page
      archive={archive}
      path={item.path}
      title={item.title}
      description={item.excerpt || item.title}
      head={
        <>
          <meta property="og:type" content="article" />
          <meta property="og:title" content={item.title} />
          {stated && <meta property="article:published_time" content={post.dating.best} />}
        </>
      }
    >
      <div class="post">
        <article class="post-body">
          <header>
            <p class="kicker">
              <a href={link(channelPath(post.channel.key))}>
                <bdi>{post.channel.name}</bdi>
              </a>
            </p>
            {parts.kind === "headed" && parts.before !== "" && <div class="above-headline">{text(parts.before)}</div>}
            <h1 dir="auto" {...langOf(post.language)} class={headingClass(item)}>
              {parts.kind === "headed" ? parts.headline : item.title}
            </h1>
            <p class="dateline">
              {stated ? (
                <time datetime={post.dating.best}>{longDay(post.dating.best)}</time>
              ) : (
                <InferredDate page={item} />
              )}
              {post.forwardedFrom !== undefined && (
                <span>
                  Forwarded from <bdi>{post.forwardedFrom}</bdi>
                </span>
              )}
            </p>
          </header>
          {post.replyTo !== undefined && (
            <figure class="reply">
              <figcaption>
                In reply to <bdi>{post.replyTo.author}</bdi>
              </figcaption>
              <blockquote dir="auto">{post.replyTo.excerpt}</blockquote>
            </figure>
          )}
          {mediaNotes(missingMedia(post)).map((note) => (
            <p class="media" key={note}>
              {note}
            </p>
          ))}
          {text(parts.kind === "headed" ? parts.rest : parts.text)}
          {post.text === "" && post.media.length === 0 && <p class="media">The page shows no text of this post</p>}
          <Attachments post={post} texts={archive.texts} />
          {post.reactions.length > 0 && <h2 class="hidden">Reactions</h2>}
          {post.reactions.length > 0 && (
            <ul class="reactions">
              {post.reactions.map((reaction, index) => {
                const { emoji, label, count } = reactionWords(reaction);
                return (
                  <li key={`${index} ${emoji}`} title={label}>
                    <span aria-hidden={label === emoji ? undefined : "true"}>{emoji}</span>
                    {label !== emoji && <span class="hidden">{label}</span>} {count}
                  </li>
                );
              })}
            </ul>
          )}
          {post.tags.length > 0 && <h2 class="hidden">Tags</h2>}
          {post.tags.length > 0 && (
            <ul class="tags">
              {post.tags.map((tag) => (
                <li key={tag.key}>
                  <a href={link(archive.tag(tag.key)?.path ?? "/tags/")} dir="auto">
                    #{tag.label}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </article>
        <PostRecord page={item} archive={archive} link={link} />
        <Around neighbours={archive.neighboursOf(item)} page={item} link={link} />
      </div>
    </Page>,
  );
}

/** A post whose text has no headline shows none; its name still opens the page for those who do not see it. */
function headingClass({ post }: PostPage): string | undefined {
  if (post.title === "") return "untitled";
  return partsOf(post).kind === "plain" ? "hidden" : undefined;
}

function InferredDate({ page }: { readonly page: PostPage }) {
  return (
    <span>
      <span class="pill">Date inferred</span> {page.date.when}
    </span>
  );
}

interface AroundProps {
  readonly neighbours: Neighbours;
  readonly page: PostPage;
  readonly link: Link;
}

function Around({ neighbours, page, link }: AroundProps) {
  const { older, newer, olderInChannel, newerInChannel } = neighbours;
  const sameWay = older === olderInChannel && newer === newerInChannel;
  return (
    <nav class="around" aria-label="Neighbouring posts">
      <Steps name={page.post.channel.name} older={olderInChannel} newer={newerInChannel} link={link} />
      {!sameWay && <Steps name="All channels" older={older} newer={newer} link={link} />}
    </nav>
  );
}

interface StepsProps {
  readonly name: string;
  readonly older: PostPage | undefined;
  readonly newer: PostPage | undefined;
  readonly link: Link;
}

function Steps({ name, older, newer, link }: StepsProps) {
  return (
    <section class="steps">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <Step way="Previous" page={older} link={link} />
      <Step way="Next" page={newer} link={link} />
    </section>
  );
}

interface StepProps {
  readonly way: "Previous" | "Next";
  readonly page: PostPage | undefined;
  readonly link: Link;
}

function Step({ way, page, link }: StepProps) {
  if (page === undefined)
    return <p class={`step ${way.toLowerCase()} faint`}>{way === "Next" ? "Newest post" : "Oldest post"}</p>;
  return (
    <a class={`step ${way.toLowerCase()}`} href={link(page.path)} rel={way === "Next" ? "next" : "prev"}>
      <span class="way">
        {way} · <ListedDate page={page} />
      </span>
      <span class="step-title" dir="auto" {...langOf(page.post.language)}>
        {page.title}
      </span>
    </a>
  );
}
