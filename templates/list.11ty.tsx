import type { SelectionTexts } from "../src/site/client/list.tsx";
import type { Archive } from "../src/site/model/archive.ts";
import { assetPath, homePath, linkFrom, listPath } from "../src/site/model/urls.ts";
import { FromFiles } from "./parts/from-files.tsx";
import { html, Page } from "./parts/page.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => listPath };

/** The frame of a reader's own list; `src/site/client/list.tsx` fills it in the browser. */
export function render({ archive }: Data): string {
  const link = linkFrom(listPath);
  const { texts } = archive;
  const selection = texts.selection;
  const taken: SelectionTexts = { ...selection, export: texts.search.export, locale: texts.search.locale };
  return html(
    { archive, path: listPath },
    <Page
      title={selection.title}
      description={selection.description}
      head={<script type="module" src={link(assetPath("list.js"))} />}
    >
      <header class="lead">
        <h1>{selection.title}</h1>
        <p class="standfirst">{selection.description}</p>
      </header>
      <div id="my-list" data-root={link(homePath)} data-texts={JSON.stringify(taken)}>
        <noscript>
          <p class="nothing">{selection.withoutScripts}</p>
        </noscript>
        <FromFiles words={selection.fromFiles} />
      </div>
    </Page>,
  );
}
