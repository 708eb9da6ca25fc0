import type { ComponentChildren } from "preact";
import type { Chart, ChartTable } from "../../src/site/charts/chart.ts";
import { usePage } from "./page-context.tsx";

interface ChartFigureProps {
  readonly chart: Chart;
}

/**
 * A picture, what it shows in words, and its figures as a table. The drawings pass unescaped: a DOM wrote them, and it
 * has escaped every name in them. The style sheet shows the one that fits the page.
 */
export function ChartFigure({ chart }: ChartFigureProps) {
  return (
    <figure class="chart">
      {chart.drawings.map(({ on, svg }) => (
        <div key={on} class={`for-${on}`} dangerouslySetInnerHTML={{ __html: svg }} />
      ))}
      <figcaption>
        <p>{chart.description}</p>
        <ChartData title={chart.title} table={chart.table} />
      </figcaption>
    </figure>
  );
}

/** A picture below its title, and what leads on from it. */
export function Picture({ chart, children }: ChartFigureProps & { readonly children?: ComponentChildren }) {
  return (
    <section class="picture" aria-labelledby={chart.id}>
      <h2 id={chart.id}>{chart.title}</h2>
      <ChartFigure chart={chart} />
      {children}
    </section>
  );
}

interface ChartDataProps {
  readonly title: string;
  readonly table: ChartTable;
}

/** The figures of a picture, folded away. */
export function ChartData({ title, table }: ChartDataProps) {
  const { link, texts } = usePage();
  return (
    <details class="chart-data">
      <summary>{texts.charts.table}</summary>
      <table>
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ name, path, cells }, index) => (
            <tr key={`${index} ${name}`}>
              <th scope="row">
                {path === undefined ? (
                  <bdi class="said">{name}</bdi>
                ) : (
                  <a href={link(path)}>
                    <bdi>{name}</bdi>
                  </a>
                )}
              </th>
              {cells.map((cell, column) => (
                <td key={`${column} ${cell}`}>
                  <bdi class={/\p{L}/u.test(cell) ? undefined : "said"}>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
