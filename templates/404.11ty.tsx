import type { Archive } from "../src/site/model/archive.ts";
import { linkFromAnywhere, notFoundPath, searchPath, timelinePath } from "../src/site/model/urls.ts";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => notFoundPath };

/** What a host shows for an address that leads nowhere. */
export function render({ archive }: Data): string {
  const words = archive.texts.notFound;
  const link = linkFromAnywhere(archive.settings.url);
  return html(
    { archive, path: notFoundPath, link },
    <Page title={words.title}>
      <header class="lead">
        <h1>{words.heading}</h1>
        <p class="standfirst">
          {words.words(
            (search) => (
              <a href={link(searchPath)}>{search}</a>
            ),
            (date) => (
              <a href={link(timelinePath)}>{date}</a>
            ),
          )}
        </p>
      </header>
    </Page>,
  );
}
