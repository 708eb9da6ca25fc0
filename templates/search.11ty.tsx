import type { Archive } from "../src/site/archive.ts";
import {
  assetPath,
  channelsPath,
  homePath,
  linkFrom,
  searchBundlesPath,
  searchPath,
  tagsPath,
  timelinePath,
} from "../src/site/urls.ts";
import { html, Page, SearchForm } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => searchPath };

/** The frame of the search; `src/site/client/search.tsx` fills it in the browser. */
export function render({ archive }: Data): string {
  const link = linkFrom(searchPath);
  return html(
    <Page
      archive={archive}
      path={searchPath}
      title="Search"
      description={`Search the text of all posts of ${archive.settings.title}.`}
      head={<script type="module" src={link(assetPath("search.js"))} />}
    >
      <header class="lead">
        <h1>Search</h1>
        <search>
          <SearchForm link={link} texts={archive.texts} label="Search the text of all posts" id="q" />
        </search>
      </header>
      <div
        id="search"
        data-root={link(homePath)}
        data-bundles={link(searchBundlesPath)}
        data-timeline={link(timelinePath)}
        data-tags={link(tagsPath)}
        data-channels={link(channelsPath)}
      >
        <noscript>
          <p class="standfirst">
            Searching needs JavaScript, which is switched off here. Everything can be reached by{" "}
            <a href={link(timelinePath)}>date</a> and by <a href={link(tagsPath)}>tag</a> without it.
          </p>
        </noscript>
      </div>
    </Page>,
  );
}
