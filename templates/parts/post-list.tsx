import { postingOf } from "../../src/site/formats/json-ld.ts";
import { certainDate } from "../../src/site/formats/posting-references.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import { longDay, weekday } from "../../src/site/model/dates.ts";
import { isOneDay } from "../../src/site/model/dating.ts";
import { byDay } from "../../src/site/model/lists.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { dayAnchor } from "../../src/site/model/urls.ts";
import { langOf, mediaNotes } from "../../src/site/model/wording.ts";
import { Thumbnail } from "./gallery.tsx";
import { usePage } from "./page-context.tsx";

export interface PostListProps {
  readonly posts: readonly PostPage[];
  /** What all posts of the list share and no line needs to say. */
  readonly without?: "channel" | "date";
  /** The level of the posts' names: one below the heading that the list stands under. */
  readonly heading?: "h2" | "h3";
}

/** A list of posts: date in the margin, then headline, first words and whence they come. */
export function PostList({ posts, without, heading = "h3" }: PostListProps) {
  return (
    <ol class="posts">
      {posts.map((page) => (
        <li class="post-line" key={page.path}>
          {without !== "date" && (
            <p class="margin">
              <ListedDate page={page} />
            </p>
          )}
          <PostSummary
            page={page}
            without={without}
            heading={heading}
            author={without === "channel" ? commonAuthor(posts) : page.post.channel.name}
          />
        </li>
      ))}
    </ol>
  );
}

/** The name of the channel of posts that do not name it: that of the first of them. */
export function commonAuthor([first]: readonly PostPage[]): string {
  return first?.post.channel.name ?? "";
}

/** A list of posts below a heading for each day that is a fact, and for each interval that posts of uncertain day have in common. */
export function DayList({ posts }: PostListProps) {
  return byDay(posts).map(({ date, posts: [first, ...others] }) => {
    if (first === undefined) return null;
    const { day, post } = first.page;
    const id = first.startsDay ? dayAnchor(day) : `${dayAnchor(day)}-${post.id}`;
    return (
      <div class="day" key={id}>
        <h2 class="margin" id={id}>
          <a href={`#${id}`}>
            <DayHeading day={day} date={date} />
          </a>
        </h2>
        <ol class="posts">
          <PostOfDay page={first.page} />
          {others.map(({ page, startsDay }) => (
            <PostOfDay key={page.path} page={page} id={startsDay ? dayAnchor(page.day) : undefined} />
          ))}
        </ol>
      </div>
    );
  });
}

function PostOfDay({ page, id }: { readonly page: PostPage; readonly id?: string | undefined }) {
  return (
    <li class="post-line" id={id}>
      <PostSummary page={page} without="date" heading="h3" author={page.post.channel.name} />
    </li>
  );
}

function DayHeading({ day, date }: Pick<PostPage, "day" | "date">) {
  const { texts } = usePage();
  const isFact = isOneDay(date.kind);
  return (
    <>
      {isFact ? <time datetime={day}>{longDay(day, texts)}</time> : <span>{date.when}</span>}
      <span class="weekday">{isFact ? weekday(day, texts) : texts.post.dateInferred}</span>
    </>
  );
}

interface PostSummaryProps {
  readonly page: PostPage;
  readonly without: PostListProps["without"];
  readonly heading: "h2" | "h3";
  /** Whose post the list says it is. */
  readonly author: string;
}

function PostSummary({ page, without, heading: Heading, author }: PostSummaryProps) {
  const { archive, link, texts } = usePage();
  const { post, title, excerpt } = page;
  const notes = mediaNotes(post.media, texts);
  return (
    <article class="summary">
      <Thumbnail files={post.mediaFiles} />
      <Heading dir="auto" {...langOf(post.language)} class={post.title === "" ? "untitled" : undefined}>
        <a href={link(page.path)}>{title}</a>
      </Heading>
      {excerpt !== "" && (
        <p class="excerpt" dir="auto" {...langOf(post.language)}>
          {excerpt}
        </p>
      )}
      <p class="meta" data-id={post.id} {...unshown(page, author, archive)}>
        {without === "date" && page.date.kind === "set" && <span>{texts.list.daySet}</span>}
        {without !== "channel" && (
          <span>
            <bdi>{post.channel.name}</bdi>
          </span>
        )}
        {post.forwardedFrom !== undefined && (
          <span>
            {texts.list.forwardedFrom} <bdi>{post.forwardedFrom}</bdi>
          </span>
        )}
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </p>
    </article>
  );
}

/** What a reference has of a post that its line in a list does not show: a whole title, the author, no more of its day than is certain. */
function unshown(page: PostPage, author: string, archive: Archive) {
  const posting = postingOf(page, archive);
  const date = certainDate(posting, page.post.dating.best);
  return {
    ...(posting.headline === page.title ? {} : { "data-title": posting.headline }),
    ...(posting.author.name === author ? {} : { "data-author": posting.author.name }),
    ...(isOneDay(page.date.kind) && date === page.day ? {} : { "data-date": date }),
  };
}

interface DateProps {
  readonly page: PostPage;
}

/** The date of a post in a list: its day where that is a fact, else with its interval. */
export function ListedDate({ page: { date, day } }: DateProps) {
  if (isOneDay(date.kind)) return <time datetime={day}>{date.short}</time>;
  return <span class={date.kind === "wide" ? "wide" : undefined}>{date.short}</span>;
}
