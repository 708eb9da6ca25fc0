import { dayOfMonthOf } from "../src/day.ts";
import type { Archive, YearTopic } from "../src/site/archive.ts";
import { type CalendarMonth, calendarOf, type DayCell } from "../src/site/calendar.ts";
import { longDay, monthName, weekdays } from "../src/site/dates.ts";
import type { Texts } from "../src/site/texts/texts.ts";
import { type Link, linkFrom, timelinePath } from "../src/site/urls.ts";
import { html, Page } from "./parts/page.tsx";

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
  const count = months.reduce((sum, month) => sum + month.count, 0);
  const { texts } = archive;
  const words = texts.year.words(count, item.year);
  return html(
    <Page archive={archive} path={item.path} title={`${item.year}`} description={`${words}.`}>
      <header class="lead">
        <p class="kicker">
          <a href={link(timelinePath)}>{texts.frame.timeline}</a>
        </p>
        <h1>{item.year}</h1>
        <p class="standfirst">
          {words}. {texts.year.likely}
        </p>
      </header>
      <div class="calendar">
        {months.map((month) => (
          <Month key={month.first} month={month} link={link} texts={texts} />
        ))}
      </div>
    </Page>,
  );
}

interface MonthProps {
  readonly month: CalendarMonth;
  readonly link: Link;
  readonly texts: Texts;
}

function Month({ month, link, texts }: MonthProps) {
  const name = monthName(month.first, texts);
  return (
    <table class={month.count === 0 ? "month-table empty" : "month-table"}>
      <caption>
        {month.path === undefined ? name : <a href={link(month.path)}>{name}</a>}
        {month.count > 0 && <span class="count"> {texts.counts.posts(month.count)}</span>}
      </caption>
      <thead>
        <tr>
          {weekdays(texts).map(({ short, long }) => (
            <th key={long} scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          <tr key={`${month.first} ${index}`}>
            {week.map((cell, place) => (
              <td key={`${month.first} ${place}`} class={cell && `level-${cell.level}`}>
                {cell && <DayOfMonth cell={cell} link={link} texts={texts} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayOfMonthProps {
  readonly cell: DayCell;
  readonly link: Link;
  readonly texts: Texts;
}

function DayOfMonth({ cell, link, texts }: DayOfMonthProps) {
  const number = dayOfMonthOf(cell.day);
  if (cell.path === undefined) return <>{number}</>;
  const words = texts.year.dayWords(longDay(cell.day, texts), cell.count);
  return (
    <a href={link(cell.path)} aria-label={words} title={words}>
      {number}
    </a>
  );
}
