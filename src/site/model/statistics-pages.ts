import { yearOf } from "../../model/day.ts";
import type { Channel } from "../../model/post.ts";
import type { PostPage } from "./post-page.ts";
import { type SourceTopic, sourceTopics } from "./sources.ts";
import { type SitePath, statisticsPathOf } from "./urls.ts";

/** A channel with some of its posts, oldest first. */
export interface CountedChannel {
  readonly channel: Channel;
  readonly path: SitePath;
  readonly posts: PostPage[];
}

/** The figures of the posts that a reader chose: all, or those of a channel, of a year, or both. A class for the reason that `archive.ts` gives. */
export class StatisticsPage {
  readonly path: SitePath;

  constructor(
    readonly channel: Channel | undefined,
    readonly year: number | undefined,
    /** With the posts that count here; most posts first. */
    readonly channels: readonly CountedChannel[],
    /** What else readers can choose. */
    readonly choices: StatisticsChoices,
  ) {
    this.path = statisticsPathOf(channel?.key, year);
  }

  /** Oldest first. */
  get posts(): readonly PostPage[] {
    const [only, ...others] = this.channels;
    if (only !== undefined && others.length === 0) return only.posts;
    return this.channels.flatMap(({ posts }) => posts).sort((one, other) => one.place - other.place);
  }

  get sources(): readonly SourceTopic[] {
    return sourceTopics(this.posts, this.choices.channels);
  }

  /** Where the same is told of another channel, or of all; nothing where that has no post. */
  ofChannel(channel: Channel | undefined): SitePath | undefined {
    return this.choices.pathOf(channel?.key, this.year);
  }

  /** Where the same is told of another year, or of all; nothing where that has no post. */
  ofYear(year: number | undefined): SitePath | undefined {
    return this.choices.pathOf(this.channel?.key, year);
  }
}

/** By what readers choose. */
export interface StatisticsChoices {
  /** Those with most posts; a single one is no choice. */
  readonly channels: readonly CountedChannel[];
  /** Oldest first; a single one is no choice. */
  readonly years: readonly number[];
  pathOf(channel: string | undefined, year: number | undefined): SitePath | undefined;
}

/** A page of pictures takes a while to draw, and nobody chooses among hundreds. */
const mostChannels = 40;

/** The page of all figures, and one for each channel, each year and each year of a channel that has posts. */
export function statisticsPages(channels: readonly CountedChannel[]): readonly StatisticsPage[] {
  const years = [...new Set(channels.flatMap(({ posts }) => posts.map(({ day }) => yearOf(day))))].sort(
    (one, other) => one - other,
  );
  const offered = channels.slice(0, mostChannels);
  const paths = new Set<SitePath>();
  const choices: StatisticsChoices = {
    channels: offered.length > 1 ? offered : [],
    years: years.length > 1 ? years : [],
    pathOf(channel, year) {
      const path = statisticsPathOf(channel, year);
      return paths.has(path) ? path : undefined;
    },
  };
  const pages = [undefined, ...choices.channels].flatMap((own) =>
    [undefined, ...choices.years].flatMap((year) => {
      const counted = postsOfYear(own === undefined ? channels : [own], year);
      if (counted.length === 0 && (own ?? year) !== undefined) return [];
      return [new StatisticsPage(own?.channel, year, counted, choices)];
    }),
  );
  for (const { path } of pages) paths.add(path);
  return pages;
}

function postsOfYear(channels: readonly CountedChannel[], year: number | undefined): readonly CountedChannel[] {
  if (year === undefined) return channels;
  return channels
    .map(({ channel, path, posts }) => ({ channel, path, posts: posts.filter(({ day }) => yearOf(day) === year) }))
    .filter(({ posts }) => posts.length > 0)
    .sort((one, other) => other.posts.length - one.posts.length);
}
