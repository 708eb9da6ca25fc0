import { compare } from "../../text/compare.ts";
import type { Texts } from "../texts/texts.ts";
import type { PostPage } from "./post-page.ts";
import { spellingsOf } from "./spellings.ts";
import { type SitePath, tagPath } from "./urls.ts";

/** A tag, in its commonest spelling, and its posts, oldest first. */
export class TagTopic {
  readonly path: SitePath;

  constructor(
    readonly key: string,
    readonly label: string,
    /** Other spellings that posts use, commonest first. */
    readonly otherLabels: readonly string[],
    readonly posts: readonly PostPage[],
  ) {
    this.path = tagPath(key);
  }
}

interface SpelledTag {
  readonly labels: string[];
  readonly posts: PostPage[];
}

/** The tags of posts, in the order of the alphabet. */
export function tagTopics(pages: readonly PostPage[], { locale }: Texts): readonly TagTopic[] {
  const found = new Map<string, SpelledTag>();
  for (const page of pages) {
    for (const { key, label } of page.post.tags) {
      const tag: SpelledTag = found.get(key) ?? { labels: [], posts: [] };
      found.set(key, tag);
      tag.labels.push(label);
      if (tag.posts.at(-1) !== page) tag.posts.push(page);
    }
  }
  const alphabet = new Intl.Collator(locale, { numeric: true });
  return [...found]
    .map(([key, { labels, posts }]) => {
      const [label = key, ...others] = spellingsOf(labels);
      return new TagTopic(key, label, others, posts);
    })
    .sort((one, other) => alphabet.compare(one.key, other.key) || compare(one.key, other.key));
}
