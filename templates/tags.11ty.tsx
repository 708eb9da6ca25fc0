import type { Archive } from "../src/site/archive.ts";
import { linkFrom, tagsPath } from "../src/site/urls.ts";
import { counted, numeral } from "../src/site/wording.ts";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => tagsPath };

/** Every hashtag of the archive. */
export function render({ archive }: Data): string {
  const link = linkFrom(tagsPath);
  const words = `${counted(archive.tags.length, "hashtag")} as the posts themselves use them`;
  return html(
    <Page archive={archive} path={tagsPath} title="Tags" description={`${words}.`}>
      <header class="lead">
        <h1>Tags</h1>
        <p class="standfirst">{words}, in order of the alphabet; spellings that differ in case alone are one tag.</p>
      </header>
      {archive.tags.length > 0 && (
        <ul class="index wide-index">
          {archive.tags.map((topic) => (
            <li key={topic.key}>
              <a href={link(topic.path)} dir="auto">
                #{topic.label}
              </a>{" "}
              <span class="count">{numeral(topic.posts.length)}</span>
            </li>
          ))}
        </ul>
      )}
    </Page>,
  );
}
