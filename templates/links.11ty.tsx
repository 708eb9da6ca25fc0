import type { Archive } from "../src/site/model/archive.ts";
import { addressesLinked } from "../src/site/model/domains.ts";
import { linkFrom, linksPath } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { Outside } from "./parts/outside.tsx";
import { html, Page } from "./parts/page.tsx";
import { WideTable } from "./parts/wide-table.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => linksPath };

/** So many addresses are listed beside the sites. */
const addressesShown = 50;

/** The sites that posts link to, and the addresses that several do. */
export function render({ archive }: Data): string {
  const link = linkFrom(linksPath);
  const { texts, domains } = archive;
  const words = texts.links;
  const addresses = addressesLinked(archive.posts, addressesShown);
  return html(
    { archive, path: linksPath },
    <Page title={words.title} description={words.description}>
      <header class="lead">
        <h1>{words.title}</h1>
        <p class="standfirst">{domains.length === 0 ? words.none : words.words(domains.length)}</p>
      </header>
      {domains.length > 0 && (
        <WideTable name={words.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.site}</th>
                <th scope="col">{words.posts}</th>
                <th scope="col">{words.links}</th>
              </tr>
            </thead>
            <tbody>
              {domains.map(({ name, path, posts, links }) => (
                <tr key={name}>
                  <th scope="row">
                    <a href={link(path)}>
                      <bdi>{name}</bdi>
                    </a>
                  </th>
                  <td>{numeral(posts.length, texts)}</td>
                  <td>{numeral(links, texts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideTable>
      )}
      {addresses.length > 0 && (
        <section aria-labelledby="addresses">
          <h2 id="addresses">{words.addresses}</h2>
          <ol class="addresses">
            {addresses.map(({ address, posts }) => (
              <li key={address}>
                <Outside to={address} /> <span class="count">{texts.counts.posts(posts)}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </Page>,
  );
}
