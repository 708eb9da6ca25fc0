import type { Archive } from "../src/site/archive.ts";
import { spanWords } from "../src/site/extent.ts";
import { channelsPath, linkFrom } from "../src/site/urls.ts";
import { counted } from "../src/site/wording.ts";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => channelsPath };

/** Every channel of the archive. */
export function render({ archive }: Data): string {
  const link = linkFrom(channelsPath);
  const words = counted(archive.channels.length, "channel");
  return html(
    <Page archive={archive} path={channelsPath} title="Channels" description={`The ${words} of this archive.`}>
      <header class="lead">
        <h1>Channels</h1>
        <p class="standfirst">{words}, those with most posts first.</p>
      </header>
      <ul class="channels">
        {archive.channels.map(({ channel, path, posts }) => (
          <li key={path}>
            <h2>
              <a href={link(path)}>
                <bdi>{channel.name}</bdi>
              </a>
            </h2>
            <p class="meta">
              {channel.handle !== undefined && <span>@{channel.handle}</span>}
              <span>{counted(posts.length, "post")}</span>
              <span>{spanWords(posts)}</span>
              {!channel.identified && <span>named after its dump</span>}
            </p>
          </li>
        ))}
      </ul>
    </Page>,
  );
}
