import { longDay, weekday } from "../../src/site/model/dates.ts";
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

/** The date of a post in a list; `c.` marks a day that is inferred, an interval one that is hardly known. */
export function ListedDate({ page }: DateProps) {
  const { texts } = usePage();
  const { date, day } = page;
  if (date.kind === "wide") return <span class="wide">{date.short}</span>;
  return (
    <>
      {date.kind === "inferred" && (
        <>
          <abbr title={texts.list.circaMeaning}>{texts.list.circa}</abbr>{" "}
        </>
      )}
      <time datetime={day}>{date.short}</time>
    </>
  );
}

function Uncertainty({ page }: DateProps) {
  const { texts } = usePage();
  const { date } = page;
  if (date.kind === "stated") return <span>{texts.list.dayStated}</span>;
  if (date.kind === "set") return <span>{texts.list.daySet}</span>;
  return date.kind === "wide" ? <span class="wide">{date.short}</span> : <span>{texts.list.dayInferred}</span>;
}
