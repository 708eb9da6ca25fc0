import type { Archive } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import { channelsPicture } from "../src/site/pictures.ts";
import { channelsPath, linkFrom } from "../src/site/urls.ts";
import { ChartFigure } from "./parts/chart.tsx";
import { LongestGap } from "./parts/gap-list.tsx";
import { html, Page } from "./parts/page.tsx";
import { TopicSpark } from "./parts/spark.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => channelsPath };

/** Every channel of the archive. */
export function render({ archive }: Data): string {
  const link = linkFrom(channelsPath);
  const { texts, channels } = archive;
  const words = texts.channels;
  const chart = channelsPicture(archive);
  return html(
    <Page archive={archive} path={channelsPath} title={words.title} description={words.description(channels.length)}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">{words.words(channels.length)}</p>
      </header>
      {chart && (
        <section class="picture" aria-labelledby="over-time">
          <h2 id="over-time">{chart.title}</h2>
          <ChartFigure chart={chart} link={link} texts={texts} />
        </section>
      )}
      <ul class="topics">
        {channels.map(({ channel, path, posts }) => (
          <li key={path}>
            <div>
              <h2>
                <a href={link(path)}>
                  <bdi>{channel.name}</bdi>
                </a>
              </h2>
              <p class="meta">
                {channel.handle !== undefined && <span>@{channel.handle}</span>}
                <span>{texts.counts.posts(posts.length)}</span>
                <span>{spanWords(posts, texts)}</span>
                <LongestGap posts={posts} texts={texts} />
                {!channel.identified && <span>{words.namedAfterDump}</span>}
              </p>
            </div>
            <TopicSpark posts={posts} archive={archive} />
          </li>
        ))}
      </ul>
    </Page>,
  );
}
