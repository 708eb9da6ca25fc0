import type { Archive } from "../src/site/model/archive.ts";
import type { RedirectPage } from "../src/site/model/redirects.ts";
import { linkFrom } from "../src/site/model/urls.ts";
import { Captures } from "./parts/captures.tsx";
import { html, Page } from "./parts/page.tsx";
import { PostList } from "./parts/post-list.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: RedirectPage;
}

export const data = {
  pagination: { data: "archive.redirectPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** What stands at an address that was published once: where its post or its list is now, or why it is no more. */
export function render({ archive, item }: Data): string {
  const words = archive.texts.redirect;
  const link = linkFrom(item.path);
  return html(
    { archive, path: item.path },
    <Page
      title={words.title[item.became]}
      description={words.explanation[item.became]}
      head={<meta name="robots" content="noindex" />}
    >
      <header class="lead">
        <h1>{words.title[item.became]}</h1>
        <p class="standfirst">{words.explanation[item.became]}</p>
        {item.reason !== undefined && (
          <p class="extent">
            {words.reason}: <span dir="auto">{item.reason}</span>
          </p>
        )}
        {item.id !== undefined && (
          <p class="extent">
            {words.id}: <code>{item.id}</code>
          </p>
        )}
        {item.sources.length > 0 && (
          <section class="held">
            <h2>{words.captures}</h2>
            <Captures sources={item.sources} />
          </section>
        )}
        {item.to !== undefined && (
          <p class="extent">
            <a href={link(item.to)}>{words.nearest}</a>
          </p>
        )}
      </header>
      {item.into.length > 0 && <PostList posts={item.into} heading="h2" />}
    </Page>,
  );
}
