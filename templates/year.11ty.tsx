import type { Archive } from "../src/site/model/archive.ts";
import { calendarOf, hasInferredDays, postsOf, yearsAround } from "../src/site/model/calendar.ts";
import type { YearTopic } from "../src/site/model/months.ts";
import { linkFrom, timelinePath } from "../src/site/model/urls.ts";
import { figures } from "../src/site/texts/counted.ts";
import { LevelKey } from "./parts/level-key.tsx";
import { MonthTable } from "./parts/month-table.tsx";
import { html, Page } from "./parts/page.tsx";
import { TimePager } from "./parts/time-pager.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: YearTopic;
}

export const data = {
  pagination: { data: "archive.years", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** A year as a calendar: each day that has posts leads to them. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const months = calendarOf(item, archive);
  const { texts } = archive;
  const words = texts.year.words(postsOf(item), item.year);
  const { older, newer } = yearsAround(item, archive);
  return html(
    { archive, path: item.path },
    <Page title={figures(texts.locale, item.year)} description={`${words}.`}>
      <header class="lead">
        <p class="kicker">
          <a href={link(timelinePath)}>{texts.frame.timeline}</a>
        </p>
        <h1>{figures(texts.locale, item.year)}</h1>
        <p class="standfirst">
          {words}. {texts.year.likely}
        </p>
      </header>
      <LevelKey withInferred={hasInferredDays(months)} />
      <div class="calendar">
        {months.map((month) => (
          <MonthTable key={month.first} month={month} />
        ))}
      </div>
      <TimePager
        older={older && { path: older.path, name: figures(texts.locale, older.year) }}
        newer={newer && { path: newer.path, name: figures(texts.locale, newer.year) }}
      />
    </Page>,
  );
}
