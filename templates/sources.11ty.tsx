import { forwardsPicture } from "../src/site/charts/pictures.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { linkFrom, sourcesPath } from "../src/site/model/urls.ts";
import { Picture } from "./parts/chart.tsx";
import { html, Page } from "./parts/page.tsx";
import { TopicRow } from "./parts/topic-row.tsx";

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
    { archive, path: sourcesPath },
    <Page title={words.title} description={words.description(sources.length)}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">{sources.length === 0 ? words.none : words.words(sources.length, count)}</p>
      </header>
      {chart && <Picture chart={chart} />}
      {sources.length > 0 && (
        <ul class="topics">
          {sources.map(({ name, path, posts, channelPath }) => (
            <TopicRow key={path} path={path} name={name} posts={posts}>
              {channelPath !== undefined && (
                <span>
                  <a href={link(channelPath)}>{words.isChannel}</a>
                </span>
              )}
            </TopicRow>
          ))}
        </ul>
      )}
    </Page>,
  );
}
