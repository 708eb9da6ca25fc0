import type { Archive } from "../src/site/model/archive.ts";
import type { ListPage } from "../src/site/model/lists.ts";
import { bandAnchor, bandsOf, type UncertainTopic, type WidthBand, widthOf } from "../src/site/model/uncertain.ts";
import { linkFrom, timelinePath } from "../src/site/model/urls.ts";
import { numeral, percentage } from "../src/site/model/wording.ts";
import type { Texts } from "../src/site/texts/texts.ts";
import { html, Page } from "./parts/page.tsx";
import { PageSteps } from "./parts/pager.tsx";
import { PostList } from "./parts/post-list.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<UncertainTopic>;
}

export const data = {
  pagination: { data: "archive.uncertainPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** The posts whose day is inferred, the widest intervals first; readers choose how wide an interval must be. */
export function render({ archive, item }: Data): string {
  const link = linkFrom(item.path);
  const { texts } = archive;
  const words = texts.uncertain;
  const { posts, thresholds } = item.topic;
  const widest = posts.at(-1);
  const said =
    widest === undefined
      ? words.none
      : `${words.words(posts.length, percentage(posts.length / archive.posts.length, texts))} ${words.widest(words.days(widthOf(widest) + 1))}`;
  return html(
    { archive, path: item.path },
    <Page
      title={item.number === undefined ? words.title : texts.list.pageOf(words.title, item.number)}
      description={said}
    >
      <header class="lead">
        <p class="kicker">
          <a href={link(timelinePath)}>{texts.frame.timeline}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="standfirst">{said}</p>
      </header>
      {thresholds.length > 1 && (
        <nav aria-label={words.choose}>
          <p class="note">{words.choose}</p>
          <ul class="tags">
            {thresholds.map((band) => (
              <li key={band.from}>
                <a href={link(band.path)}>
                  {bandWords(band, texts)} <span class="count">{numeral(band.count, texts)}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {bandsOf(item.posts).map((band) => (
        <section key={band.from} class="band" aria-labelledby={bandAnchor(band)}>
          <h2 id={bandAnchor(band)}>{bandTitle(band, texts)}</h2>
          <PostList posts={band.posts} />
        </section>
      ))}
      <PageSteps
        label={words.pages}
        previous={item.newer}
        next={item.older}
        names={{ previous: words.wider, next: words.narrower }}
      />
    </Page>,
  );
}

/** What a reader chooses: `32 days or more`. */
function bandWords({ from }: WidthBand, { uncertain }: Texts): string {
  return uncertain.orMore(uncertain.days(from));
}

/** What stands together: `32–365 days`. */
function bandTitle(band: WidthBand, texts: Texts): string {
  const { from, to } = band;
  if (to === undefined) return bandWords(band, texts);
  return from === to ? texts.uncertain.days(from) : `${numeral(from, texts)}–${texts.uncertain.days(to)}`;
}
