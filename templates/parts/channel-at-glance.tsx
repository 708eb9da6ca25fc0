import { activityPicture } from "../../src/site/charts/pictures.ts";
import type { Archive, ChannelTopic } from "../../src/site/model/archive.ts";
import { sourceTopics } from "../../src/site/model/sources.ts";
import type { Link } from "../../src/site/model/urls.ts";
import { Picture } from "./chart.tsx";
import { GapList } from "./gap-list.tsx";
import { TopicIndex } from "./topic-index.tsx";

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
      {chart && <Picture chart={chart} link={link} texts={texts} />}
      <div class="side">
        <GapList posts={topic.posts} texts={texts} />
        {sources.length > 0 && (
          <TopicIndex id="sources" title={texts.statistics.sources} topics={sources} link={link} texts={texts} />
        )}
      </div>
    </div>
  );
}
