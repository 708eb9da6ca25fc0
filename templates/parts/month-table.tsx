import { dayOfMonthOf } from "../../src/model/day.ts";
import { type CalendarMonth, type DayCell, isInferred } from "../../src/site/model/calendar.ts";
import { longDay, monthName, weekdays } from "../../src/site/model/dates.ts";
import { firstWeekday, weekFrom } from "../../src/site/model/weeks.ts";
import { figures } from "../../src/site/texts/counted.ts";
import { usePage } from "./page-context.tsx";

interface MonthTableProps {
  readonly month: CalendarMonth;
  /** Whether the page's own heading says which month it is, and how many posts it has. */
  readonly isHeaded?: boolean;
}

/** A month as a calendar: each day that has posts leads to them. */
export function MonthTable({ month, isHeaded = false }: MonthTableProps) {
  const { archive, link } = usePage();
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
              <td key={`${month.first} ${place}`} class={cell && classOf(cell)}>
                {cell && <DayOfMonth cell={cell} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A day that no post states is drawn as what it is: a place where posts may be. */
function classOf(cell: DayCell): string {
  return isInferred(cell) ? `level-${cell.level} inferred` : `level-${cell.level}`;
}

interface DayOfMonthProps {
  readonly cell: DayCell;
}

function DayOfMonth({ cell }: DayOfMonthProps) {
  const { link, texts } = usePage();
  const number = figures(texts.locale, dayOfMonthOf(cell.day));
  if (cell.path === undefined) return <>{number}</>;
  const all = texts.year.dayWords(longDay(cell.day, texts), cell.count);
  const words = cell.inferred === 0 ? all : texts.year.inferred(all, cell.inferred);
  return (
    <a href={link(cell.path)} aria-label={words} title={words}>
      {number}
    </a>
  );
}
