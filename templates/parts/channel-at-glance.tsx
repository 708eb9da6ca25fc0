import { activityPicture } from "../../src/site/charts/pictures.ts";
import type { ChannelTopic } from "../../src/site/model/archive.ts";
import { sourceTopics } from "../../src/site/model/sources.ts";
import { Picture } from "./chart.tsx";
import { GapList } from "./gap-list.tsx";
import { usePage } from "./page-context.tsx";
import { TopicIndex } from "./topic-index.tsx";

interface ChannelAtGlanceProps {
  readonly topic: ChannelTopic;
}

/** A channel's posts over time, the gaps in them, and whom it forwards most. */
export function ChannelAtGlance({ topic }: ChannelAtGlanceProps) {
  const { archive } = usePage();
  const { texts } = archive;
  const chart = activityPicture(topic.posts, archive);
  const sources = sourceTopics(topic.posts, archive.channels).slice(0, 10);
  return (
    <div class="glance">
      {chart && <Picture chart={chart} />}
      <div class="side">
        <GapList posts={topic.posts} />
        {sources.length > 0 && <TopicIndex id="sources" title={texts.statistics.sources} topics={sources} />}
      </div>
    </div>
  );
}
