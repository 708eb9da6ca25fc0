import type { MediaFile } from "../src/model/post.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { monthTitle, shortDay } from "../src/site/model/dates.ts";
import { byMonth, type ListPage } from "../src/site/model/lists.ts";
import { keptFiles, type MediaTopic, monthsOfMedia } from "../src/site/model/media-pages.ts";
import type { PostPage } from "../src/site/model/post-page.ts";
import { seenOf } from "../src/site/model/published-media.ts";
import { linkFrom, mediaListPath, monthAnchor } from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { Ground } from "./parts/gallery.tsx";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";
import { Pager } from "./parts/pager.tsx";

interface Data {
  readonly archive: Archive;
  readonly item: ListPage<MediaTopic>;
}

export const data = {
  pagination: { data: "archive.mediaPages", size: 1, alias: "item" },
  permalink: ({ item }: Data) => item.path,
};

/** Kinds that a reader may want to see alone, each with what the search calls it. */
const kinds = ["photo", "video", "audio", "document"] as const;

/** The pictures, recordings and files that the archive keeps, by month, of all channels or of one. */
export function render({ archive, item }: Data): string {
  const { texts } = archive;
  const { topic, number } = item;
  const link = linkFrom(item.path);
  const words = texts.gallery;
  const name = topic.channel === undefined ? words.title : `${words.title}: ${topic.channel.name}`;
  const topics = [...new Set(archive.mediaPages.map((page) => page.topic))];
  const here = new Set(item.posts.flatMap(({ post }) => keptFiles(post).map(kindOf)));
  return html(
    { archive, path: item.path },
    <Page title={number === undefined ? name : texts.list.pageOf(name, number)} description={`${name}.`}>
      <header class="lead">
        {topic.channel !== undefined && (
          <p class="kicker">
            <a href={link(mediaListPath)}>{words.title}</a>
          </p>
        )}
        <h1 dir="auto">{topic.channel?.name ?? words.title}</h1>
        {topics.length > 1 && (
          <nav aria-label={texts.frame.channels} class="media-ways">
            <ul>
              {topics.map((each) => (
                <li key={each.path}>
                  <a href={link(each.path)} {...(each === topic ? { "aria-current": "page" } : {})}>
                    <bdi>{each.channel?.name ?? words.all}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <nav aria-label={words.months} class="media-ways">
          <ul>
            {monthsOfMedia(topic, archive.mediaPages).map(({ day, path, files }) => (
              <li key={path}>
                <a href={link(path)}>{monthTitle(day, texts)}</a> <span class="count">{numeral(files, texts)}</span>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {here.size > 1 && (
        <fieldset class="media-kinds">
          <legend>{words.show}</legend>
          {(["all", ...kinds] as const)
            .filter((kind) => kind === "all" || here.has(kind))
            .map((kind) => (
              <label key={kind}>
                <input type="radio" name="kind" value={kind} checked={kind === "all"} autocomplete="off" />{" "}
                {kind === "all" ? words.all : texts.search.values.media[kind]}
              </label>
            ))}
        </fieldset>
      )}
      {byMonth(item.posts).map(({ day, posts }) => (
        <section key={day} class="media-month" aria-labelledby={monthAnchor(day)}>
          <h2 id={monthAnchor(day)}>{monthTitle(day, texts)}</h2>
          <ul class="media-grid">
            {posts.flatMap((page) =>
              keptFiles(page.post).map((file, place) => (
                <li key={`${page.path} ${place}`} class={kindOf(file)}>
                  <Tile page={page} file={file} />
                </li>
              )),
            )}
          </ul>
        </section>
      ))}
      <Pager list={item} />
    </Page>,
  );
}

function kindOf({ kind }: MediaFile): (typeof kinds)[number] {
  return kinds.find((each) => each === kind) ?? (kind === "sticker" || kind === "story" ? "photo" : "document");
}

/** A file as a picture or by its kind and name; it leads to its post. */
function Tile({ page, file }: { readonly page: PostPage; readonly file: MediaFile }) {
  const { archive, link, texts } = usePage();
  const published = archive.media.get(file.sha256 ?? "");
  const seen = seenOf(file, archive.media);
  const said = file.alt ?? page.title;
  return (
    <a href={link(page.path)}>
      {seen !== undefined ? (
        <span class="tile">
          <Ground colours={seen.ground} />
          <img
            src={link(seen.sizes[0].path)}
            width={seen.sizes[0].width}
            height={seen.sizes[0].height}
            alt={said}
            loading="lazy"
            decoding="async"
          />
        </span>
      ) : (
        <span class="tile words">
          <span class="kind">{texts.media[file.kind](1)}</span>
          <bdi>
            {published?.kind === "withdrawn"
              ? texts.gallery.withdrawn(published.reason)
              : (file.title ?? file.name ?? said)}
          </bdi>
        </span>
      )}
      <span class="when">
        <time datetime={page.day}>{shortDay(page.day, texts)}</time>
      </span>
    </a>
  );
}
