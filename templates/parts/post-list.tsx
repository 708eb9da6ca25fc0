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
          <PostSummary page={page} without={without} heading={heading} />
        </li>
      ))}
    </ol>
  );
}

/** A list of posts below a heading for each day. */
export function DayList({ posts }: PostListProps) {
  const { texts } = usePage();
  return byDay(posts).map((group) => (
    <section class="day" key={group.day} aria-labelledby={dayAnchor(group.day)}>
      <h2 class="margin" id={dayAnchor(group.day)}>
        <a href={`#${dayAnchor(group.day)}`}>
          <time datetime={group.day}>{longDay(group.day, texts)}</time>
        </a>
        <span class="weekday">{weekday(group.day, texts)}</span>
      </h2>
      <ol class="posts">
        {group.posts.map((page) => (
          <li class="post-line" key={page.path}>
            <PostSummary page={page} without="date" heading="h3" />
          </li>
        ))}
      </ol>
    </section>
  ));
}

interface PostSummaryProps {
  readonly page: PostPage;
  readonly without: PostListProps["without"];
  readonly heading: "h2" | "h3";
}

function PostSummary({ page, without, heading: Heading }: PostSummaryProps) {
  const { link, texts } = usePage();
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
      <p class="meta">
        {without === "date" && <Uncertainty page={page} />}
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

interface DateProps {
  readonly page: PostPage;
}

/** The date of a post in a list: its day where that is a fact, else with its interval. */
export function ListedDate({ page: { date, day } }: DateProps) {
  if (isOneDay(date.kind)) return <time datetime={day}>{date.short}</time>;
  return <span class={date.kind === "wide" ? "wide" : undefined}>{date.short}</span>;
}

/** What is to be said of a date below the heading of its day: nothing where the day is a fact that the post tells. */
function Uncertainty({ page }: DateProps) {
  const { texts } = usePage();
  const { kind } = page.date;
  if (kind === "stated") return null;
  return <span>{kind === "set" ? texts.list.daySet : <ListedDate page={page} />}</span>;
}
