import type { Archive } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import { channelsPath, linkFrom } from "../src/site/urls.ts";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => channelsPath };

/** Every channel of the archive. */
export function render({ archive }: Data): string {
  const link = linkFrom(channelsPath);
  const { texts, channels } = archive;
  const words = texts.channels;
  return html(
    <Page archive={archive} path={channelsPath} title={words.title} description={words.description(channels.length)}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">{words.words(channels.length)}</p>
      </header>
      <ul class="channels">
        {channels.map(({ channel, path, posts }) => (
          <li key={path}>
            <h2>
              <a href={link(path)}>
                <bdi>{channel.name}</bdi>
              </a>
            </h2>
            <p class="meta">
              {channel.handle !== undefined && <span>@{channel.handle}</span>}
              <span>{texts.counts.posts(posts.length)}</span>
              <span>{spanWords(posts, texts)}</span>
              {!channel.identified && <span>{words.namedAfterDump}</span>}
            </p>
          </li>
        ))}
      </ul>
    </Page>,
  );
}
