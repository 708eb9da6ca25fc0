import { companions } from "../../src/site/analysis/companions.ts";
import { activityPicture } from "../../src/site/charts/pictures.ts";
import type { ChannelTopic } from "../../src/site/model/channel-topic.ts";
import { domainTopics } from "../../src/site/model/domains.ts";
import { sourceTopics } from "../../src/site/model/sources.ts";
import { linksPath } from "../../src/site/model/urls.ts";
import { Picture } from "./chart.tsx";
import { GapList } from "./gap-list.tsx";
import { usePage } from "./page-context.tsx";
import { TopicIndex } from "./topic-index.tsx";

interface ChannelAtGlanceProps {
  readonly topic: ChannelTopic;
}

/** So many sources, sites and tags are shown: those of most posts. */
const mostShown = 10;

/** A channel's posts over time, the gaps in them, whom it forwards most, where it links to and what it tags. */
export function ChannelAtGlance({ topic }: ChannelAtGlanceProps) {
  const { archive } = usePage();
  const { texts } = archive;
  const chart = activityPicture(topic.posts, archive);
  const sources = sourceTopics(topic.posts, archive.channels).slice(0, mostShown);
  const domains = domainTopics(topic.posts)
    .slice(0, mostShown)
    .map(({ name, posts }) => ({ name, posts, path: archive.domain(name)?.path ?? linksPath }));
  const tags = companions(
    { key: "", posts: topic.posts },
    ({ post }) => post.tags.map(({ key }) => key),
    mostShown,
  ).flatMap(({ key, count }) => {
    const tag = archive.tag(key);
    return tag === undefined ? [] : [{ name: `#${tag.label}`, path: tag.path, posts: { length: count } }];
  });
  return (
    <>
      <div>{chart && <Picture chart={chart} />}</div>
      <div class="side">
        <GapList posts={topic.posts} />
        {sources.length > 0 && <TopicIndex id="sources" title={texts.statistics.sources} topics={sources} />}
        {domains.length > 0 && <TopicIndex id="domains" title={texts.links.title} topics={domains} />}
        {tags.length > 0 && <TopicIndex id="tags" title={texts.tags.title} topics={tags} />}
      </div>
    </>
  );
}
