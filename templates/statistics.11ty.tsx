import { longestPosts } from "../src/site/analysis/statistics.ts";
import type { Charted } from "../src/site/charts/charted.ts";
import { activityPicture, channelsPicture } from "../src/site/charts/pictures.ts";
import { statisticsPictures } from "../src/site/charts/statistics-pictures.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { extentWords, spanWords } from "../src/site/model/extent.ts";
import { keyFigures } from "../src/site/model/key-figures.ts";
import type { PostPage } from "../src/site/model/post-page.ts";
import type { StatisticsPage } from "../src/site/model/statistics-pages.ts";
import { linkFrom, statisticsPath } from "../src/site/model/urls.ts";
import { comma, langOf, numeral } from "../src/site/model/wording.ts";
import { figures } from "../src/site/texts/counted.ts";
import { Picture } from "./parts/chart.tsx";
import { Choice } from "./parts/choice.tsx";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";
import { ListedDate } from "./parts/post-list.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: StatisticsPage;
}

export const data = {
  pagination: { data: "archive.statisticsPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The archive in figures and pictures, or the posts of a channel, a year or both. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { texts, settings, dayPaths } = archive;
  const words = texts.statistics;
  const { posts, channels, sources } = item;
  const chosen: Charted = { posts, channels, sources, texts, settings, dayPaths };
  const isAll = item.path === statisticsPath;
  const extent = isAll
    ? extentWords(archive)
    : `${texts.counts.posts(posts.length)}${comma(texts)}${spanWords(posts, texts)}`;
  const year = item.year === undefined ? undefined : figures(texts.locale, item.year);
  const names = [item.channel?.name, year].filter((name) => name !== undefined);
  const overTime = [
    activityPicture(posts, chosen),
    item.channel === undefined ? channelsPicture(chosen) : undefined,
  ].filter((chart) => chart !== undefined);
  return html(
    { archive, path: item.path },
    <Page title={[...names, words.title].join(" · ")} description={words.description(extent)}>
      <header class="lead">
        {!isAll && (
          <p class="kicker">
            <a href={link(statisticsPath)}>{words.title}</a>
          </p>
        )}
        <h1>
          {isAll && words.title}
          {item.channel !== undefined && <bdi>{item.channel.name}</bdi>}
          {names.length > 1 && " · "}
          {year !== undefined && <span>{year}</span>}
        </h1>
        <p class="standfirst">
          {extent}. {posts.length > 0 && words.words}
        </p>
      </header>
      <Choices item={item} />
      <section aria-labelledby="figures">
        <h2 id="figures" class="hidden">
          {words.keyFigures}
        </h2>
        <dl class="key-figures">
          {keyFigures(chosen).map(({ name, figure, path }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{path === undefined || !isAll ? figure : <a href={link(path)}>{figure}</a>}</dd>
            </div>
          ))}
        </dl>
      </section>
      {overTime.map((chart) => (
        <Picture key={chart.id} chart={chart} />
      ))}
      <div class="pictures">
        {statisticsPictures(chosen).map((chart) => (
          <Picture key={chart.id} chart={chart} />
        ))}
      </div>
      {posts.length > 0 && <LongestPosts posts={posts} />}
    </Page>,
  );
}

/** Of which channel and which year the figures are to be: plain links, each to a page of its own. */
function Choices({ item }: { readonly item: StatisticsPage }) {
  const { texts } = usePage();
  const { channels, years } = item.choices;
  return (
    <>
      {channels.length > 0 && (
        <nav aria-label={texts.frame.channels}>
          <ul class="tags choices">
            <li class="faint">{texts.frame.channels}</li>
            <Choice to={item.ofChannel(undefined)} isChosen={item.channel === undefined}>
              {texts.gallery.all}
            </Choice>
            {channels.map(({ channel }) => (
              <Choice key={channel.key} to={item.ofChannel(channel)} isChosen={channel.key === item.channel?.key}>
                <bdi>{channel.name}</bdi>
              </Choice>
            ))}
          </ul>
        </nav>
      )}
      {years.length > 0 && (
        <nav aria-label={texts.ways.years}>
          <ul class="tags choices">
            <li class="faint">{texts.ways.years}</li>
            <Choice to={item.ofYear(undefined)} isChosen={item.year === undefined}>
              {texts.gallery.all}
            </Choice>
            {years.map((year) => (
              <Choice key={year} to={item.ofYear(year)} isChosen={year === item.year}>
                {figures(texts.locale, year)}
              </Choice>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function LongestPosts({ posts }: { readonly posts: readonly PostPage[] }) {
  const { texts, link } = usePage();
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
          {longestPosts(posts, 10).map(({ page, characters }) => (
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
