import type { Archive } from "../src/site/model/archive.ts";
import { linkFrom, tagsPath } from "../src/site/model/urls.ts";
import { comma, numeral } from "../src/site/model/wording.ts";
import { html, Page } from "./parts/page.tsx";
import { TopicSpark } from "./parts/spark.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => tagsPath };

/** Every hashtag of the archive. */
export function render({ archive }: Data): string {
  const link = linkFrom(tagsPath);
  const { texts } = archive;
  const words = texts.tags.words(archive.tags.length);
  return html(
    { archive, path: tagsPath },
    <Page title={texts.tags.title} description={`${words}.`}>
      <header class="lead">
        <h1>{texts.tags.title}</h1>
        <p class="standfirst">
          {words}
          {comma(texts)}
          {texts.tags.order}
        </p>
      </header>
      {archive.tags.length > 0 && (
        <ul class="index wide-index">
          {archive.tags.map((topic) => (
            <li key={topic.key}>
              <a href={link(topic.path)} dir="auto">
                #{topic.label}
              </a>
              <TopicSpark posts={topic.posts} />
              <span class="count">{numeral(topic.posts.length, texts)}</span>
            </li>
          ))}
        </ul>
      )}
    </Page>,
  );
}
