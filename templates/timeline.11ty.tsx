import type { Archive } from "../src/site/archive.ts";
import { monthCells } from "../src/site/calendar.ts";
import { monthName } from "../src/site/dates.ts";
import { extentWords } from "../src/site/extent.ts";
import { linkFrom, timelinePath } from "../src/site/urls.ts";
import { numeral } from "../src/site/wording.ts";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => timelinePath };

/** All years and months at one glance, tinted by how much they hold. */
export function render({ archive }: Data): string {
  const link = linkFrom(timelinePath);
  const { texts } = archive;
  const words = texts.timeline;
  const extent = extentWords(archive);
  return html(
    <Page archive={archive} path={timelinePath} title={words.title} description={words.description(extent)}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">
          {extent}. {words.darker}
        </p>
      </header>
      {archive.years.toReversed().map((year) => {
        const cells = monthCells(year, archive);
        const count = cells.reduce((sum, cell) => sum + cell.count, 0);
        return (
          <section class="year" key={year.path}>
            <h2>
              <a href={link(year.path)}>{year.year}</a> <span class="count">{texts.counts.posts(count)}</span>
            </h2>
            <ol class="months">
              {cells.map((cell) => (
                <li key={cell.first} class={`level-${cell.level}`}>
                  {cell.path === undefined ? (
                    <span class="month">{monthName(cell.first, texts)}</span>
                  ) : (
                    <a href={link(cell.path)}>
                      <span class="month">{monthName(cell.first, texts)}</span>{" "}
                      <span class="count" aria-hidden="true">
                        {numeral(cell.count, texts)}
                      </span>
                      <span class="hidden">{texts.counts.posts(cell.count)}</span>
                    </a>
                  )}
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </Page>,
  );
}
