import { companions } from "../analysis/companions.ts";
import type { Subject } from "../analysis/subjects/subjects.ts";
import type { Archive } from "./archive.ts";
import type { TagTopic } from "./tags.ts";
import type { SitePath } from "./urls.ts";

/** A topic that posts of another have as well, and how many of them. */
export interface TopicBeside {
  readonly path: SitePath;
  readonly name: string;
  readonly count: number;
}

/** As many as a page lists. */
const most = 12;

/** The other hashtags of the posts of a hashtag, those with most posts in common first. */
export function tagsBeside(topic: Pick<TagTopic, "key" | "posts">, archive: Archive): readonly TopicBeside[] {
  return companions(topic, ({ post }) => post.tags.map(({ key }) => key), most).flatMap(({ key, count }) => {
    const tag = archive.tag(key);
    return tag === undefined ? [] : [{ path: tag.path, name: `#${tag.label}`, count }];
  });
}

/** The other subjects of a subject's posts; one that a single post has beside it says nothing. */
export function subjectsBeside(topic: Subject, { compared: { subjects } }: Archive): readonly TopicBeside[] {
  const byKey = new Map(topic.posts.flatMap(subjects.of).map((subject) => [subject.key, subject]));
  return companions(topic, (page) => subjects.of(page).map(({ key }) => key), most).flatMap(({ key, count }) => {
    const subject = byKey.get(key);
    return subject === undefined || count < 2 ? [] : [{ path: subject.path, name: subject.label, count }];
  });
}
