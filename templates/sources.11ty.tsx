import type { Archive } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import { forwardsPicture } from "../src/site/pictures.ts";
import { linkFrom, sourcesPath } from "../src/site/urls.ts";
import { ChartFigure } from "./parts/chart.tsx";
import { html, Page } from "./parts/page.tsx";
import { TopicSpark } from "./parts/spark.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => sourcesPath };

/** Whom the channels of the archive forward. */
export function render({ archive }: Data): string {
  const link = linkFrom(sourcesPath);
  const { texts, sources } = archive;
  const words = texts.sources;
  const count = sources.reduce((sum, { posts }) => sum + posts.length, 0);
  const chart = forwardsPicture(archive);
  return html(
    <Page archive={archive} path={sourcesPath} title={words.title} description={words.description(sources.length)}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">{sources.length === 0 ? words.none : words.words(sources.length, count)}</p>
      </header>
      {chart && (
        <section class="picture" aria-labelledby="forwards">
          <h2 id="forwards">{chart.title}</h2>
          <ChartFigure chart={chart} link={link} texts={texts} />
        </section>
      )}
      {sources.length > 0 && (
        <ul class="topics">
          {sources.map(({ name, path, posts, channelPath }) => (
            <li key={path}>
              <div>
                <h2>
                  <a href={link(path)}>
                    <bdi>{name}</bdi>
                  </a>
                </h2>
                <p class="meta">
                  <span>{texts.counts.posts(posts.length)}</span>
                  <span>{spanWords(posts, texts)}</span>
                  {channelPath !== undefined && (
                    <span>
                      <a href={link(channelPath)}>{words.isChannel}</a>
                    </span>
                  )}
                </p>
              </div>
              <TopicSpark posts={posts} archive={archive} />
            </li>
          ))}
        </ul>
      )}
    </Page>,
  );
}
