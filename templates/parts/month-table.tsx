import { dayOfMonthOf } from "../../src/model/day.ts";
import type { Archive } from "../../src/site/model/archive.ts";
import type { CalendarMonth, DayCell } from "../../src/site/model/calendar.ts";
import { longDay, monthName, weekdays } from "../../src/site/model/dates.ts";
import type { Link } from "../../src/site/model/urls.ts";
import { firstWeekday, weekFrom } from "../../src/site/model/weeks.ts";
import type { Texts } from "../../src/site/texts/texts.ts";

interface MonthTableProps {
  readonly month: CalendarMonth;
  readonly archive: Archive;
  readonly link: Link;
  /** Whether the page's own heading says which month it is, and how many posts it has. */
  readonly isHeaded?: boolean;
}

/** A month as a calendar: each day that has posts leads to them. */
export function MonthTable({ month, archive, link, isHeaded = false }: MonthTableProps) {
  const { texts, settings } = archive;
  const name = monthName(month.first, texts);
  const start = firstWeekday(settings.language, texts.locale);
  return (
    <table class={month.count === 0 ? "month-table empty" : "month-table"}>
      <caption class={isHeaded ? "hidden" : undefined}>
        {month.path === undefined || isHeaded ? name : <a href={link(month.path)}>{name}</a>}
        {month.count > 0 && <span class="count"> {texts.counts.posts(month.count)}</span>}
      </caption>
      <thead>
        <tr>
          {weekFrom(start, weekdays(texts)).map(({ short, long }) => (
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
