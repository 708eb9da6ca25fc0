import { mostListed, type Subject } from "../src/site/analysis/subjects/subjects.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { subjectsBeside } from "../src/site/model/beside.ts";
import type { ListPage } from "../src/site/model/lists.ts";
import { linkFrom, searchFor, subjectsPath } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { html } from "./parts/page.tsx";
import { TopicPage } from "./parts/topic-page.tsx";
import { TopicsBeside } from "./parts/topics-beside.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<Subject>;
}

export const data = {
  pagination: { data: "lists.subjectPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts that speak of a derived subject. */
export function render({ archive, item }: Data): string {
  const { texts } = archive;
  const words = texts.subjects;
  const link = linkFrom(item.path);
  const { topic } = item;
  return html(
    { archive, path: item.path },
    <TopicPage
      list={item}
      name={topic.label}
      above={{ path: subjectsPath, name: words.title }}
      behind={<a href={link(searchFor({ q: topic.label }))}>{words.find}</a>}
      notes={
        <p class="extent">
          {words.kinds[topic.kind]}{" "}
          {topic.forms.some((form) => form !== topic.label) && words.forms(topic.forms.join(", "))}{" "}
          {topic.posts.length > mostListed && words.newestOnly(numeral(mostListed, texts))}
        </p>
      }
    >
      <TopicsBeside heading={words.beside} topics={subjectsBeside(topic, archive)} />
    </TopicPage>,
  );
}
