import type { Archive, ChannelTopic } from "../../src/site/archive.ts";
import { activityPicture } from "../../src/site/pictures.ts";
import { sourceTopics } from "../../src/site/sources.ts";
import type { Link } from "../../src/site/urls.ts";
import { numeral } from "../../src/site/wording.ts";
import { ChartFigure } from "./chart.tsx";
import { GapList } from "./gap-list.tsx";

interface ChannelAtGlanceProps {
  readonly topic: ChannelTopic;
  readonly archive: Archive;
  readonly link: Link;
}

/** A channel's posts over time, the gaps in them, and whom it forwards most. */
export function ChannelAtGlance({ topic, archive, link }: ChannelAtGlanceProps) {
  const { texts } = archive;
  const chart = activityPicture(topic.posts, archive);
  const sources = sourceTopics(topic.posts, archive.channels).slice(0, 10);
  return (
    <div class="glance">
      {chart && (
        <section class="picture" aria-labelledby="activity">
          <h2 id="activity">{chart.title}</h2>
          <ChartFigure chart={chart} link={link} texts={texts} />
        </section>
      )}
      <div class="side">
        <GapList posts={topic.posts} texts={texts} />
        {sources.length > 0 && (
          <nav aria-labelledby="sources">
            <h2 id="sources">{texts.statistics.sources}</h2>
            <ul class="index">
              {sources.map(({ name, path, posts }) => (
                <li key={path}>
                  <a href={link(path)}>
                    <bdi>{name}</bdi>
                  </a>{" "}
                  <span class="count">{numeral(posts.length, texts)}</span>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </div>
  );
}
