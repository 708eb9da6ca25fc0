import type { Archive } from "../src/site/archive.ts";
import { linkFromAnywhere, notFoundPath, searchPath, timelinePath } from "../src/site/urls.ts";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => notFoundPath };

/** What a host shows for an address that leads nowhere. */
export function render({ archive }: Data): string {
  const link = linkFromAnywhere(archive.settings.url);
  return html(
    <Page archive={archive} path={notFoundPath} title="Not found" link={link}>
      <header class="lead">
        <h1>No such page</h1>
        <p class="standfirst">
          Nothing in this archive has this address. Permalinks of posts never change: if you followed one, check that it
          is whole. Otherwise <a href={link(searchPath)}>search</a> or go by <a href={link(timelinePath)}>date</a>.
        </p>
      </header>
    </Page>,
  );
}
