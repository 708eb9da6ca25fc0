import { longDay, weekday } from "../../src/site/model/dates.ts";
import { byDay } from "../../src/site/model/lists.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { dayAnchor, type Link } from "../../src/site/model/urls.ts";
import { langOf, mediaNotes } from "../../src/site/model/wording.ts";
import type { Texts } from "../../src/site/texts/texts.ts";

export interface PostListProps {
  readonly posts: readonly PostPage[];
  readonly link: Link;
  readonly texts: Texts;
  /** What all posts of the list share and no line needs to say. */
  readonly without?: "channel" | "date";
  /** The level of the posts' names: one below the heading that the list stands under. */
  readonly heading?: "h2" | "h3";
}

/** A list of posts: date in the margin, then headline, first words and whence they come. */
export function PostList({ posts, link, texts, without, heading = "h3" }: PostListProps) {
  return (
    <ol class="posts">
      {posts.map((page) => (
        <li class="post-line" key={page.path}>
          {without !== "date" && (
            <p class="margin">
              <ListedDate page={page} texts={texts} />
            </p>
          )}
          <PostSummary page={page} link={link} texts={texts} without={without} heading={heading} />
        </li>
      ))}
    </ol>
  );
}

/** A list of posts below a heading for each day. */
export function DayList({ posts, link, texts }: PostListProps) {
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
            <PostSummary page={page} link={link} texts={texts} without="date" heading="h3" />
          </li>
        ))}
      </ol>
    </section>
  ));
}

interface PostSummaryProps {
  readonly page: PostPage;
  readonly link: Link;
  readonly texts: Texts;
  readonly without: PostListProps["without"];
  readonly heading: "h2" | "h3";
}

function PostSummary({ page, link, texts, without, heading: Heading }: PostSummaryProps) {
  const { post, title, excerpt } = page;
  const notes = mediaNotes(post.media, texts);
  return (
    <article class="summary">
      <Heading dir="auto" {...langOf(post.language)} class={post.title === "" ? "untitled" : undefined}>
        <a href={link(page.path)}>{title}</a>
      </Heading>
      {excerpt !== "" && (
        <p class="excerpt" dir="auto" {...langOf(post.language)}>
          {excerpt}
        </p>
      )}
      <p class="meta">
        {without === "date" && <Uncertainty page={page} texts={texts} />}
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
  readonly texts: Texts;
}

/** The date of a post in a list; `c.` marks a day that is inferred, an interval one that is hardly known. */
export function ListedDate({ page, texts }: DateProps) {
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

function Uncertainty({ page, texts }: DateProps) {
  const { date } = page;
  if (date.kind === "stated") return <span>{texts.list.dayStated}</span>;
  if (date.kind === "set") return <span>{texts.list.daySet}</span>;
  return date.kind === "wide" ? <span class="wide">{date.short}</span> : <span>{texts.list.dayInferred}</span>;
}
