import type { Archive } from "../src/site/model/archive.ts";
import { monthTitle } from "../src/site/model/dates.ts";
import type { ReadingPage } from "../src/site/model/reading.ts";
import { linkFrom } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { html, Page } from "./parts/page.tsx";
import { PageSteps } from "./parts/pager.tsx";
import { PostInFull } from "./parts/post-in-full.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ReadingPage;
}

export const data = {
  pagination: { data: "lists.readingPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts of a channel in full, oldest first: a month, or a part of it. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { texts } = archive;
  const words = texts.reading;
  const { channel, path } = item.topic;
  const month = monthTitle(item.month.day, texts);
  const heading = item.part === undefined ? month : texts.list.pageOf(month, item.part);
  return html(
    { archive, path: item.path },
    <Page title={`${channel.name}: ${heading}`} description={`${channel.name}, ${heading}. ${words.title}.`}>
      <header class="lead">
        <p class="kicker">
          <a href={link(path)}>
            <bdi>{channel.name}</bdi>
          </a>
          {item.path !== item.month.path && (
            <>
              {" "}
              <span aria-hidden="true">/</span> <a href={link(item.month.path)}>{month}</a>
            </>
          )}
        </p>
        <h1>{month}</h1>
        <p class="standfirst">
          {texts.counts.posts(item.month.posts)}
          {item.part !== undefined && `; ${texts.month.pageNumber(item.part)}`}. {words.title}.
        </p>
      </header>
      {item.months.length > 1 && (
        <nav aria-label={texts.home.months}>
          <ul class="tags choices">
            {item.months.map((each) => (
              <li key={each.path}>
                <a href={link(each.path)} aria-current={each === item.month ? "page" : undefined}>
                  {monthTitle(each.day, texts)}
                </a>{" "}
                <span class="count">{numeral(each.posts, texts)}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="reading">
        {item.posts.map((page) => (
          <PostInFull key={page.path} page={page} />
        ))}
      </div>
      <PageSteps
        label={texts.list.pages}
        previous={item.earlier}
        next={item.later}
        names={{ previous: texts.list.olderPosts, next: texts.list.newerPosts }}
        ends={{ previous: texts.list.oldestPosts, next: texts.list.newestPosts }}
      />
    </Page>,
  );
}
