import type { Post } from "../src/model/post.ts";
import { postingOf } from "../src/site/formats/json-ld.ts";
import type { Archive, Neighbours } from "../src/site/model/archive.ts";
import { missingMedia } from "../src/site/model/attachments.ts";
import { longDay } from "../src/site/model/dates.ts";
import { isOneDay } from "../src/site/model/dating.ts";
import { partsOf } from "../src/site/model/headline.ts";
import type { PostPage } from "../src/site/model/post-page.ts";
import { assetPath, channelPath, linkFrom, postRecordPath, sourcesPath } from "../src/site/model/urls.ts";
import { langOf, mediaNotes, numeral, reactionWords } from "../src/site/model/wording.ts";
import { AttachmentList } from "./parts/attachments.tsx";
import { captureWords } from "./parts/capture-differences.tsx";
import { JsonLd } from "./parts/json-ld.tsx";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";
import { ListedDate } from "./parts/post-list.tsx";
import { PostRecord } from "./parts/post-record.tsx";
import { PostRelations } from "./parts/post-relations.tsx";
import { PostText } from "./parts/post-text.tsx";
import { Versions } from "./parts/versions.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: PostPage;
}

export const data = {
  // Some posts at a time: `scripts/site/build-site.ts` renders a large archive in several runs.
  pagination: { data: "batch", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** A post on its page, with everything that is known of it. */
export function render({ archive, item }: Data): string {
  const { post } = item;
  const { texts } = archive;
  const words = texts.post;
  const link = linkFrom(item.path);
  const parts = partsOf(post);
  const text = (said: string) => (said === "" ? null : <PostText text={said} language={post.language} />);
  const quoted = archive.relations.quotedBy(item);
  const original = archive.relations.originalOf(item);
  const stated = isOneDay(item.date.kind);
  return html(
    { archive, path: item.path },
    <Page
      title={item.title}
      description={item.excerpt || item.title}
      article={stated ? { published: post.dating.best } : {}}
      head={
        <>
          <link rel="alternate" type="application/json" href={link(postRecordPath(post.id))} />
          <JsonLd value={postingOf(item, archive)} />
          <script defer src={link(assetPath("copy.js"))} />
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
                <time datetime={post.dating.best}>{longDay(post.dating.best, texts)}</time>
              ) : (
                <InferredDate page={item} />
              )}
              {post.forwardedFrom !== undefined && (
                <span>
                  {words.forwardedFrom}{" "}
                  <a href={link(archive.sourceNamed(post.forwardedFrom)?.path ?? sourcesPath)}>
                    <bdi>{post.forwardedFrom}</bdi>
                  </a>
                  {post.forwardedAuthor !== undefined && (
                    <>
                      {" ("}
                      <bdi>{post.forwardedAuthor}</bdi>)
                    </>
                  )}
                  {original !== undefined && (
                    <>
                      {" · "}
                      <a href={link(original.path)}>{texts.relations.original}</a>
                    </>
                  )}
                </span>
              )}
            </p>
          </header>
          {archive.captureDifferences.without(item).map((capture) => (
            <p class="note missing" key={capture.file}>
              {texts.captures.missing(captureWords(capture, texts))}
            </p>
          ))}
          {post.replyTo !== undefined && (
            <figure class="reply">
              <figcaption>
                {words.inReplyTo} <bdi>{post.replyTo.author}</bdi>
                {post.replyTo.number !== undefined && ` (${words.numbered(post.replyTo.number)})`}
              </figcaption>
              {post.replyTo.withdrawn ? (
                <p class="note">{words.quoteWithdrawn}</p>
              ) : (
                post.replyTo.excerpt !== "" && <blockquote dir="auto">{post.replyTo.excerpt}</blockquote>
              )}
              {quoted !== undefined && (
                <p class="more">
                  <a href={link(quoted.path)}>{texts.relations.quoted}</a>
                </p>
              )}
            </figure>
          )}
          {mediaNotes(missingMedia(post), texts).map((note) => (
            <p class="media" key={note}>
              {note}
            </p>
          ))}
          {text(parts.kind === "headed" ? parts.rest : parts.text)}
          {post.text === "" && post.media.length === 0 && <p class="media">{words.noText}</p>}
          <AttachmentList post={post} />
          {post.reactions.length > 0 && <h2 class="hidden">{words.reactions}</h2>}
          {post.reactions.length > 0 && (
            <ul class="reactions">
              {post.reactions.map((reaction, index) => {
                const { emoji, label, count } = reactionWords(reaction, texts);
                return (
                  <li key={`${index} ${emoji}`} title={label}>
                    <span aria-hidden={label === emoji ? undefined : "true"}>{emoji}</span>
                    {label !== emoji && <span class="hidden">{label}</span>} {count}
                  </li>
                );
              })}
            </ul>
          )}
          <Foot post={post} />
          {post.tags.length > 0 && <h2 class="hidden">{words.tags}</h2>}
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
          <Versions page={item} />
        </article>
        <PostRelations page={item} />
        <PostRecord page={item} />
        <Around neighbours={archive.neighboursOf(item)} page={item} />
      </div>
    </Page>,
  );
}

/** A post whose text has no headline shows none; its name still opens the page for those who do not see it. */
function headingClass({ post }: PostPage): string | undefined {
  if (post.title === "") return "untitled";
  return partsOf(post).kind === "plain" ? "hidden" : undefined;
}

/** What the page printed at the foot of the post. */
function Foot({ post }: { readonly post: Post }) {
  const { texts } = usePage();
  const words = texts.post;
  const { views, signature, editedMark, clock } = post;
  if (views === undefined && signature === undefined && editedMark === undefined && clock === undefined) return null;
  return (
    <>
      <h2 class="hidden">{words.foot}</h2>
      <ul class="foot">
        {views !== undefined && <li>{words.views(views.printed ?? numeral(views.count, texts), views.count)}</li>}
        {signature !== undefined && (
          <li>
            {words.signed} <bdi>{signature}</bdi>
          </li>
        )}
        {editedMark === true && <li>{words.editedMark}</li>}
        {clock !== undefined && <li>{words.clock(clock)}</li>}
      </ul>
    </>
  );
}

function InferredDate({ page }: { readonly page: PostPage }) {
  const { texts } = usePage();
  return (
    <span>
      <span class="pill">{texts.post.dateInferred}</span> {page.date.when}
    </span>
  );
}

interface AroundProps {
  readonly neighbours: Neighbours;
  readonly page: PostPage;
}

function Around({ neighbours, page }: AroundProps) {
  const { texts } = usePage();
  const { older, newer, olderInChannel, newerInChannel } = neighbours;
  const sameWay = older === olderInChannel && newer === newerInChannel;
  return (
    <nav class="around" aria-label={texts.post.around}>
      <Steps name={page.post.channel.name} older={olderInChannel} newer={newerInChannel} />
      {!sameWay && <Steps name={texts.post.allChannels} older={older} newer={newer} />}
    </nav>
  );
}

interface StepsProps {
  readonly name: string;
  readonly older: PostPage | undefined;
  readonly newer: PostPage | undefined;
}

function Steps({ name, older, newer }: StepsProps) {
  return (
    <section class="steps">
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <Step way="previous" page={older} />
      <Step way="next" page={newer} />
    </section>
  );
}

interface StepProps {
  readonly way: "previous" | "next";
  readonly page: PostPage | undefined;
}

function Step({ way, page }: StepProps) {
  const { link, texts } = usePage();
  const words = texts.post;
  if (page === undefined) return <p class={`step ${way} faint`}>{way === "next" ? words.newest : words.oldest}</p>;
  return (
    <a class={`step ${way}`} href={link(page.path)} rel={way === "next" ? "next" : "prev"}>
      <span class="way">
        {words[way]} · <ListedDate page={page} />
      </span>
      <span class="step-title" dir="auto" {...langOf(page.post.language)}>
        {page.title}
      </span>
    </a>
  );
}
