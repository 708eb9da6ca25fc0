import type { Archive } from "./archive.ts";
import { channelsPath, type SitePath, sourcesPath, tagsPath, timelinePath } from "./urls.ts";
import { numeral } from "./wording.ts";

/** A figure of the archive, what it counts, and where that is listed. */
export interface KeyFigure {
  readonly name: string;
  readonly figure: string;
  readonly path?: SitePath;
}

/** The archive in six figures. */
export function keyFigures({ posts, channels, sources, tags, dayPaths, texts }: Archive): readonly KeyFigure[] {
  const words = texts.statistics;
  const characters = posts.reduce((sum, { post }) => sum + post.text.length, 0);
  return [
    { name: words.posts, figure: numeral(posts.length, texts), path: timelinePath },
    { name: words.channels, figure: numeral(channels.length, texts), path: channelsPath },
    { name: words.sources, figure: numeral(sources.length, texts), path: sourcesPath },
    { name: words.tags, figure: numeral(tags.length, texts), path: tagsPath },
    { name: words.days, figure: numeral(dayPaths.size, texts) },
    { name: words.characters, figure: numeral(characters, texts) },
  ];
}
