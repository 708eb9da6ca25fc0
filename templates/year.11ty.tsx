import { dayOfMonthOf } from "../src/day.ts";
import type { Archive, YearTopic } from "../src/site/archive.ts";
import { type CalendarMonth, calendarOf, type DayCell } from "../src/site/calendar.ts";
import { longDay, monthName } from "../src/site/dates.ts";
import { type Link, linkFrom, timelinePath } from "../src/site/urls.ts";
import { counted } from "../src/site/wording.ts";
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
  const words = `${counted(count, "post")} in ${item.year}, by day`;
  return html(
    <Page archive={archive} path={item.path} title={`${item.year}`} description={`${words}.`}>
      <header class="lead">
        <p class="kicker">
          <a href={link(timelinePath)}>Timeline</a>
        </p>
        <h1>{item.year}</h1>
        <p class="standfirst">{words}. A day stands where it is most likely; posts say how sure that is.</p>
      </header>
      <div class="calendar">
        {months.map((month) => (
          <Month key={month.first} month={month} link={link} />
        ))}
      </div>
    </Page>,
  );
}

const weekdays = [
  ["Mo", "Monday"],
  ["Tu", "Tuesday"],
  ["We", "Wednesday"],
  ["Th", "Thursday"],
  ["Fr", "Friday"],
  ["Sa", "Saturday"],
  ["Su", "Sunday"],
] as const;

function Month({ month, link }: { readonly month: CalendarMonth; readonly link: Link }) {
  return (
    <table class={month.count === 0 ? "month-table empty" : "month-table"}>
      <caption>
        {month.path === undefined ? monthName(month.first) : <a href={link(month.path)}>{monthName(month.first)}</a>}
        {month.count > 0 && <span class="count"> {counted(month.count, "post")}</span>}
      </caption>
      <thead>
        <tr>
          {weekdays.map(([short, long]) => (
            <th key={short} scope="col">
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
                {cell && <DayOfMonth cell={cell} link={link} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayOfMonth({ cell, link }: { readonly cell: DayCell; readonly link: Link }) {
  const number = dayOfMonthOf(cell.day);
  if (cell.path === undefined) return <>{number}</>;
  const words = `${longDay(cell.day)}: ${counted(cell.count, "post")}`;
  return (
    <a href={link(cell.path)} aria-label={words} title={words}>
      {number}
    </a>
  );
}
