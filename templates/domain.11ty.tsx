import type { Archive } from "../src/site/model/archive.ts";
import type { DomainTopic } from "../src/site/model/domains.ts";
import type { ListPage } from "../src/site/model/lists.ts";
import { linksPath } from "../src/site/model/urls.ts";
import { html } from "./parts/page.tsx";
import { Trend } from "./parts/spark.tsx";
import { TopicPage } from "./parts/topic-page.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<DomainTopic>;
}

export const data = {
  pagination: { data: "lists.domainPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts that link to one site. */
export function render({ archive, item }: Data): string {
  const { topic } = item;
  return html(
    { archive, path: item.path },
    <TopicPage list={item} name={topic.name} above={{ path: linksPath, name: archive.texts.links.title }}>
      <Trend posts={topic.posts} />
    </TopicPage>,
  );
}
