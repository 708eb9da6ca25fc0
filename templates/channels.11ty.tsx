import { channelsPicture } from "../src/site/charts/pictures.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { channelsPath } from "../src/site/model/urls.ts";
import { Picture } from "./parts/chart.tsx";
import { LongestGap } from "./parts/gap-list.tsx";
import { html, Page } from "./parts/page.tsx";
import { TopicRow } from "./parts/topic-row.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => channelsPath };

/** Every channel of the archive. */
export function render({ archive }: Data): string {
  const { texts, channels } = archive;
  const words = texts.channels;
  const chart = channelsPicture(archive);
  return html(
    { archive, path: channelsPath },
    <Page title={words.title} description={words.description(channels.length)}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">{words.words(channels.length)}</p>
      </header>
      {chart && <Picture chart={chart} />}
      <ul class="topics">
        {channels.map(({ channel, path, posts }) => (
          <TopicRow
            key={path}
            path={path}
            name={channel.name}
            posts={posts}
            before={channel.handle !== undefined && <bdi>@{channel.handle}</bdi>}
          >
            <LongestGap posts={posts} />
            {!channel.identified && <span>{words.namedAfterDump}</span>}
          </TopicRow>
        ))}
      </ul>
    </Page>,
  );
}
