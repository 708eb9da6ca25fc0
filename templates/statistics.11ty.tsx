import { longestPosts } from "../src/site/analysis/statistics.ts";
import { activityPicture, channelsPicture } from "../src/site/charts/pictures.ts";
import { statisticsPictures } from "../src/site/charts/statistics-pictures.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { extentWords } from "../src/site/model/extent.ts";
import { keyFigures } from "../src/site/model/key-figures.ts";
import { linkFrom, statisticsPath } from "../src/site/model/urls.ts";
import { langOf, numeral } from "../src/site/model/wording.ts";
import { Picture } from "./parts/chart.tsx";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";
import { ListedDate } from "./parts/post-list.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => statisticsPath };

/** The archive in figures and pictures. */
export function render({ archive }: Data): string {
  const link = linkFrom(statisticsPath);
  const { texts } = archive;
  const words = texts.statistics;
  const extent = extentWords(archive);
  const overTime = [activityPicture(archive.posts, archive), channelsPicture(archive)].filter(
    (chart) => chart !== undefined,
  );
  return html(
    { archive, path: statisticsPath },
    <Page title={words.title} description={words.description(extent)}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">
          {extent}. {archive.posts.length > 0 && words.words}
        </p>
      </header>
      <section aria-labelledby="figures">
        <h2 id="figures" class="hidden">
          {words.keyFigures}
        </h2>
        <dl class="key-figures">
          {keyFigures(archive).map(({ name, figure, path }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{path === undefined ? figure : <a href={link(path)}>{figure}</a>}</dd>
            </div>
          ))}
        </dl>
      </section>
      {overTime.map((chart) => (
        <Picture key={chart.id} chart={chart} />
      ))}
      <div class="pictures">
        {statisticsPictures(archive).map((chart) => (
          <Picture key={chart.id} chart={chart} />
        ))}
      </div>
      {archive.posts.length > 0 && <LongestPosts />}
    </Page>,
  );
}

function LongestPosts() {
  const { archive, link } = usePage();
  const { texts } = archive;
  const words = texts.statistics;
  return (
    <section class="picture" aria-labelledby="longest">
      <h2 id="longest">{words.longest}</h2>
      <table class="ranking">
        <thead>
          <tr>
            <th scope="col">{words.post}</th>
            <th scope="col">{words.length}</th>
          </tr>
        </thead>
        <tbody>
          {longestPosts(archive.posts, 10).map(({ page, characters }) => (
            <tr key={page.path}>
              <th scope="row">
                <a href={link(page.path)} dir="auto" {...langOf(page.post.language)}>
                  {page.title}
                </a>
                <span class="note">
                  <bdi>{page.post.channel.name}</bdi>, <ListedDate page={page} />
                </span>
              </th>
              <td>{numeral(characters, texts)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
