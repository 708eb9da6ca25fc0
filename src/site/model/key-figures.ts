import type { Archive } from "./archive.ts";
import { channelsPath, type SitePath, sourcesPath, tagsPath, timelinePath } from "./urls.ts";
import { numeral } from "./wording.ts";

/** A figure of the archive, what it counts, and where that is listed. */
export interface KeyFigure {
  readonly name: string;
  readonly figure: string;
  readonly path?: SitePath;
}

/** An archive, or the posts of it that a reader chose, in six figures. */
export function keyFigures({
  posts,
  channels,
  sources,
  texts,
}: Pick<Archive, "posts" | "channels" | "sources" | "texts">): readonly KeyFigure[] {
  const words = texts.statistics;
  const tags = new Set(posts.flatMap(({ post }) => post.tags.map(({ key }) => key)));
  const days = new Set(posts.map(({ day }) => day));
  const characters = posts.reduce((sum, { post }) => sum + post.text.length, 0);
  return [
    { name: words.posts, figure: numeral(posts.length, texts), path: timelinePath },
    { name: words.channels, figure: numeral(channels.length, texts), path: channelsPath },
    { name: words.sources, figure: numeral(sources.length, texts), path: sourcesPath },
    { name: words.tags, figure: numeral(tags.size, texts), path: tagsPath },
    { name: words.days, figure: numeral(days.size, texts) },
    { name: words.characters, figure: numeral(characters, texts) },
  ];
}
