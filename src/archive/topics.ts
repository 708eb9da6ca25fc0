import type { Post } from "../model/post.ts";
import { openedTopic } from "../text/service-lines.ts";
import { keyOfNumber } from "./identity.ts";

/**
 * Gives posts of groups the topic in which they stand, where their captures tell no more than which post they answer: Telegram Desktop parts its pages
 * into files, and what stands in a topic answers the message that opened it, in whichever file that is, or a post that does. What answers the opening
 * itself answers nobody. `known` are the posts that the archive had before, whose dumps may be gone.
 */
export function withTopics(posts: readonly Post[], known: readonly Post[] = []): readonly Post[] {
  if (![...known, ...posts].some(({ topic }) => topic !== undefined)) return posts;
  const byNumber = new Map<string, Post>();
  const withdrawn = new Set(known.filter((post) => post.withdrawn !== undefined).map(({ id }) => id));
  for (const post of [...known, ...posts].filter(({ id }) => !withdrawn.has(id)))
    if (post.number !== undefined) byNumber.set(keyOfNumber(post.channel, post.number), post);
  const answeredBy = (post: Post): Post | undefined =>
    post.replyTo?.number === undefined ? undefined : byNumber.get(keyOfNumber(post.channel, post.replyTo.number));
  const found = new Map<Post, string | undefined>();
  const topicOf = (post: Post): string | undefined => {
    const passed: Post[] = [];
    let at: Post | undefined = post;
    while (at !== undefined && at.topic === undefined && !found.has(at)) {
      passed.push(at);
      // Answers in a circle stand in no topic.
      found.set(at, undefined);
      at = answeredBy(at);
    }
    const topic = at?.topic ?? (at === undefined ? undefined : found.get(at));
    for (const each of passed) found.set(each, topic);
    return topic;
  };
  return posts.map((post): Post => {
    if (post.replyTo?.number === undefined) return post;
    const topic = topicOf(post);
    if (topic === undefined) return post;
    const answered = answeredBy(post);
    const { replyTo, ...rest } = post;
    const isOpening = answered !== undefined && openedTopic(answered.text) !== undefined;
    return { ...rest, topic, ...(isOpening ? {} : { replyTo }) };
  });
}
