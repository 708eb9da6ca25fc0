import { activityPicture } from "../src/site/charts/pictures.ts";
import { collectionData } from "../src/site/formats/collection.ts";
import type { Archive } from "../src/site/model/archive.ts";
import { monthTitle } from "../src/site/model/dates.ts";
import { extentWords } from "../src/site/model/extent.ts";
import {
  aboutPath,
  channelsPath,
  homePath,
  linkFrom,
  sourcesPath,
  statisticsPath,
  tagsPath,
  timelinePath,
  uncertainPath,
} from "../src/site/model/urls.ts";
import { numeral } from "../src/site/model/wording.ts";
import { ArrowOn } from "./parts/arrow.tsx";
import { Picture } from "./parts/chart.tsx";
import { SearchForm } from "./parts/frame.tsx";
import { LongestGap } from "./parts/gap-list.tsx";
import { JsonLd } from "./parts/json-ld.tsx";
import { html, Page } from "./parts/page.tsx";
import { usePage } from "./parts/page-context.tsx";
import { PostList } from "./parts/post-list.tsx";
import { TopicIndex } from "./parts/topic-index.tsx";

interface Data {
  readonly archive: Archive;
}

export const data = { permalink: () => homePath };

/** What the archive is, how much it holds, and the ways in. */
export function render({ archive }: Data): string {
  const link = linkFrom(homePath);
  const { title, description, language } = archive.settings;
  const { texts } = archive;
  const words = texts.home;
  const uncertain = archive.uncertainPosts;
  return html(
    { archive, path: homePath },
    <Page head={<JsonLd value={collectionData(archive)} />}>
      <header class="lead">
        <h1 lang={language} dir="auto">
          {title}
        </h1>
        <p class="standfirst" lang={language} dir="auto">
          {description}
        </p>
        <p class="extent">
          {extentWords(archive)}.{" "}
          {uncertain.length > 0 && (
            <>
              <a href={link(uncertainPath)}>{texts.uncertain.link(uncertain.length)}</a> ·{" "}
            </>
          )}
          <a href={link(aboutPath)}>{words.aboutArchive}</a>
        </p>
        <search class="lead-search">
          <SearchForm label={archive.texts.frame.searchAll} id="lead-q" />
        </search>
      </header>
      {archive.posts.length > 0 && <Ways />}
    </Page>,
  );
}

/** The latest posts, and the lists that lead to all of them. */
function Ways() {
  const { archive, link } = usePage();
  const { texts } = archive;
  const words = texts.home;
  const chart = activityPicture(archive.posts, archive);
  const months = archive.years.flatMap((year) => year.months).reverse();
  return (
    <div class="columns">
      <div>
        {chart && (
          <Picture chart={chart}>
            <LongestGap posts={archive.posts} as="p" />
            <p class="more">
              <a href={link(statisticsPath)}>
                {texts.statistics.title} <ArrowOn />
              </a>
            </p>
          </Picture>
        )}
        <section aria-labelledby="latest">
          <h2 id="latest">{words.latest}</h2>
          <PostList posts={archive.latest(12)} />
          <p class="more">
            <a href={link(timelinePath)}>
              {words.allByDate} <ArrowOn />
            </a>
          </p>
        </section>
      </div>
      <div class="side">
        <TopicIndex
          id="months"
          title={words.months}
          topics={months.slice(0, 12).map(({ path, day, posts }) => ({ path, name: monthTitle(day, texts), posts }))}
        >
          <p class="more">
            <a href={link(timelinePath)}>
              {words.timeline} <ArrowOn />
            </a>
          </p>
        </TopicIndex>
        <TopicIndex
          id="channels"
          title={words.channels}
          topics={archive.channels
            .slice(0, 12)
            .map(({ path, channel, posts }) => ({ path, name: channel.name, posts }))}
        >
          <p class="more">
            <a href={link(channelsPath)}>
              {texts.counts.channels(archive.channels.length)} <ArrowOn />
            </a>
          </p>
        </TopicIndex>
        {archive.sources.length > 0 && (
          <TopicIndex id="sources" title={texts.statistics.sources} topics={archive.sources.slice(0, 8)}>
            <p class="more">
              <a href={link(sourcesPath)}>
                {texts.sources.count(archive.sources.length)} <ArrowOn />
              </a>
            </p>
          </TopicIndex>
        )}
        {archive.tags.length > 0 && (
          <nav aria-labelledby="tags">
            <h2 id="tags">{words.tags}</h2>
            <ul class="tags">
              {archive.commonTags(24).map((topic) => (
                <li key={topic.key}>
                  <a href={link(topic.path)} dir="auto">
                    #{topic.label}
                  </a>{" "}
                  <span class="count">{numeral(topic.posts.length, texts)}</span>
                </li>
              ))}
            </ul>
            <p class="more">
              <a href={link(tagsPath)}>
                {texts.counts.tags(archive.tags.length)} <ArrowOn />
              </a>
            </p>
          </nav>
        )}
      </div>
    </div>
  );
}
