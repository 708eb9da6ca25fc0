import { columnsPath } from "../src/site/charts/sparkline.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { fullestMonth, monthCells, postsOf } from "../src/site/model/calendar.ts";
import { monthName } from "../src/site/model/dates.ts";
import { extentWords } from "../src/site/model/extent.ts";
import { linkFrom, timelinePath, uncertainPath } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { figures } from "../src/site/texts/counted.ts";
import { ArrowOn } from "./parts/arrow.tsx";
import { GapList } from "./parts/gap-list.tsx";
import { LevelKey } from "./parts/level-key.tsx";
import { html, Page } from "./parts/page.tsx";
import { Spark } from "./parts/spark.tsx";

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
  const fullest = fullestMonth(archive);
  const uncertain = archive.uncertainPosts;
  return html(
    { archive, path: timelinePath },
    <Page title={words.title} description={words.description(extent)}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">{extent}.</p>
      </header>
      {uncertain.length > 0 && (
        <p class="more">
          <a href={link(uncertainPath)}>
            {texts.uncertain.link(uncertain.length)} <ArrowOn />
          </a>
        </p>
      )}
      {archive.years.length > 1 && (
        <nav class="years" aria-labelledby="years">
          <h2 id="years">{texts.ways.years}</h2>
          <ol class="index">
            {archive.years.toReversed().map((year) => (
              <li key={year.path}>
                <a href={link(year.path)}>{figures(texts.locale, year.year)}</a>
                <Spark
                  path={columnsPath(
                    monthCells(year, archive).map((cell) => cell.count),
                    fullest,
                  )}
                />
                <span class="count">{texts.counts.posts(postsOf(year))}</span>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {archive.years.length > 0 && <LevelKey />}
      {archive.years.toReversed().map((year) => {
        const cells = monthCells(year, archive);
        return (
          <section class="year" key={year.path}>
            <h2>
              <a href={link(year.path)}>{figures(texts.locale, year.year)}</a>{" "}
              <span class="count">{texts.counts.posts(postsOf(year))}</span>
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
      {archive.posts.length > 0 && <GapList posts={archive.posts} />}
    </Page>,
  );
}
