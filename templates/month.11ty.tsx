import { yearOf } from "../src/model/day.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { calendarOfMonth, hasInferredDays, monthsAround } from "../src/site/model/calendar.ts";
import { monthTitle } from "../src/site/model/dates.ts";
import type { ListPage } from "../src/site/model/lists.ts";
import type { MonthTopic } from "../src/site/model/months.ts";
import { linkFrom, timelinePath, yearPath } from "../src/site/model/urls.ts";
import { figures } from "../src/site/texts/counted.ts";
import { LevelKey } from "./parts/level-key.tsx";
import { MonthTable } from "./parts/month-table.tsx";
import { html, Page } from "./parts/page.tsx";
import { Pager } from "./parts/pager.tsx";
import { DayList } from "./parts/post-list.tsx";
import { ThesePosts } from "./parts/these-posts.tsx";
import { TimePager } from "./parts/time-pager.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<MonthTopic>;
}

export const data = {
  pagination: { data: "lists.monthPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts of a month, day by day. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { topic } = item;
  const { texts } = archive;
  const name = monthTitle(topic.day, texts);
  const words = texts.month.words(topic.posts.length);
  const calendar = calendarOfMonth(topic, archive);
  const { older, newer } = monthsAround(topic, archive);
  return html(
    { archive, path: item.path },
    <Page
      title={item.number === undefined ? name : texts.list.pageOf(name, item.number)}
      description={`${name}: ${words}.`}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(timelinePath)}>{texts.frame.timeline}</a> <span aria-hidden="true">/</span>{" "}
          <a href={link(yearPath(yearOf(topic.day)))}>{figures(archive.texts.locale, yearOf(topic.day))}</a>
        </p>
        <h1>{name}</h1>
        <p class="standfirst">
          {words}
          {item.number !== undefined && `; ${texts.month.pageNumber(item.number)}`}
        </p>
        <ThesePosts posts={item.posts} />
      </header>
      <div class="month-glance">
        <MonthTable month={calendar} isHeaded />
        <LevelKey withInferred={hasInferredDays([calendar])} />
      </div>
      <DayList posts={item.posts} />
      <Pager list={item} />
      <TimePager
        older={older && { path: older.path, name: monthTitle(older.day, texts) }}
        newer={newer && { path: newer.path, name: monthTitle(newer.day, texts) }}
      />
    </Page>,
  );
}
