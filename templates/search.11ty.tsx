import type { Archive } from "../src/site/model/archive.ts";
import {
  assetPath,
  channelsPath,
  engineWordsPath,
  homePath,
  linkFrom,
  searchBundlesPath,
  searchPath,
  subjectsPath,
  tagsPath,
  timelinePath,
} from "../src/site/model/urls.ts";
import { firstFacets } from "../src/site/search/first-facets.ts";
import { filled } from "../src/site/search/wording.ts";
import { SearchForm } from "./parts/frame.tsx";
import { FromFiles } from "./parts/from-files.tsx";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => searchPath };

/** The frame of the search; `src/site/client/search.tsx` fills it in the browser. */
export function render({ archive }: Data): string {
  const link = linkFrom(searchPath);
  const texts = archive.texts.search;
  const { search: server } = archive.settings;
  const ways = (
    <ul class="ways">
      <li>
        <a href={link(timelinePath)}>{texts.byDate}</a>
      </li>
      <li>
        <a href={link(subjectsPath)}>{texts.bySubject}</a>
      </li>
      <li>
        <a href={link(tagsPath)}>{texts.byTag}</a>
      </li>
      <li>
        <a href={link(channelsPath)}>{texts.byChannel}</a>
      </li>
    </ul>
  );
  return html(
    { archive, path: searchPath },
    <Page
      title={texts.title}
      description={filled(texts.description, { title: archive.settings.title })}
      runs="search"
      head={<script type="module" src={link(assetPath("search.js"))} />}
    >
      <header class="lead">
        <h1>{texts.title}</h1>
        <search>
          <SearchForm label={archive.texts.frame.searchAll} id="q" />
        </search>
      </header>
      <div
        id="search"
        data-root={link(homePath)}
        data-bundles={link(server === undefined ? searchBundlesPath : engineWordsPath)}
        data-server={server && JSON.stringify(server)}
        data-timeline={link(timelinePath)}
        data-tags={link(tagsPath)}
        data-channels={link(channelsPath)}
        data-subjects={link(subjectsPath)}
        data-texts={JSON.stringify(texts)}
        data-facets={JSON.stringify(firstFacets(archive))}
      >
        <noscript>
          <div class="nothing">
            <p>{texts.withoutScripts}</p>
            {ways}
          </div>
        </noscript>
        <FromFiles words={texts.fromFiles}>{ways}</FromFiles>
      </div>
    </Page>,
  );
}
