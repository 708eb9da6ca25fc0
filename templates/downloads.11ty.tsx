import { type Download, downloadName } from "../src/site/formats/downloads/download.ts";
import { downloadFields } from "../src/site/formats/downloads/fields.ts";
import { columnOf } from "../src/site/formats/downloads/path.ts";
import { placeInTables } from "../src/site/formats/downloads/tables.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { downloadsPath, linkFrom } from "../src/site/model/urls.ts";
import { fileSize } from "../src/site/model/wording.ts";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";
import { WideTable } from "./parts/wide-table.tsx";

interface Data {
  readonly archive: Archive;
  /** The files made with the site; absent where Eleventy was called by hand. */
  readonly downloads?: readonly Download[];
}

export const data = { permalink: () => downloadsPath };

/** All posts as files, and what the fields of these files mean. */
export function render({ archive, downloads = [] }: Data): string {
  const { texts } = archive;
  const words = texts.downloads;
  const link = linkFrom(downloadsPath);
  return html(
    { archive, path: downloadsPath },
    <Page title={words.title} description={words.description}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">{archive.posts.length === 0 ? words.none : words.words}</p>
      </header>
      <ul class="downloads">
        {(archive.posts.length === 0 ? [] : downloads).map((file) => (
          <li key={file.kind}>
            <h2>
              <a href={link(file.path)} download={downloadName(file.kind)}>
                {downloadName(file.kind)}
              </a>{" "}
              <span class="count">{fileSize(file.bytes, texts)}</span>
            </h2>
            <p>{words.kinds[file.kind]}</p>
            <p class="note">
              {words.hash} <code class="hash">{file.sha256}</code>
            </p>
          </li>
        ))}
      </ul>
      <Dictionary />
    </Page>,
  );
}

function Dictionary() {
  const { texts } = usePage();
  const words = texts.downloads;
  return (
    <section class="account">
      <h2 id="fields">{words.dictionary}</h2>
      <p class="note">{words.dictionaryWords}</p>
      <WideTable name={words.dictionary}>
        <table class="dictionary">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.type}</th>
              <th scope="col">{words.meaning}</th>
              <th scope="col">{words.csvColumn}</th>
              <th scope="col">{words.table}</th>
            </tr>
          </thead>
          <tbody>
            {downloadFields.map(({ path, type }) => (
              <tr key={path}>
                <th scope="row">
                  <code>{path}</code>
                </th>
                <td>
                  <code>{type}</code>
                </td>
                <td>{words.fields[path]}</td>
                <td data-name={words.csvColumn}>
                  <code>{columnOf(path)}</code>
                </td>
                <td data-name={words.table}>
                  <code>{placeInTables(path)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
    </section>
  );
}
