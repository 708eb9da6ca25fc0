import type { Post } from "../../model/post.ts";
import type { Archive } from "../model/archive.ts";
import { hostOf } from "../model/domains.ts";
import type { PostPage } from "../model/post-page.ts";
import { baseLanguage } from "./forms/forms.ts";
import { searchWords } from "./forms/words.ts";
import { telegramName } from "./telegram-name.ts";

/** The language whose rules the words of a post follow (BCP 47, without a region). */
export type LanguageOf = (page: PostPage) => string;

/** The words of a post as its search has them. */
export interface WordedPost {
  /** How many of the words are of the title; they come first. */
  readonly titleWords: number;
  readonly words: readonly string[];
  /** As they stand in the post. */
  readonly spelled: readonly string[];
  readonly language: string;
}

/** The words of posts, in their order. */
export function wordedPosts(pages: readonly PostPage[], languageOf: LanguageOf): readonly WordedPost[] {
  return pages.map((page) => {
    const title = foldedWords(page.post.title);
    const all = [...title, ...foldedWords(searchedText(page.post))];
    return {
      titleWords: title.length,
      words: all.map(({ folded }) => folded),
      spelled: all.map(({ spelled }) => spelled),
      language: languageOf(page),
    };
  });
}

/** The words of a text, folded and as they stand in it. */
export function foldedWords(text: string): readonly { readonly folded: string; readonly spelled: string }[] {
  return searchWords(text).map(({ folded, start, end }) => ({ folded, spelled: text.slice(start, end) }));
}

/** What a post is searched by: its own words, what its files are called, what a person says they show, and nothing that its page adds. */
export function searchedText(post: Post): string {
  const { text, title } = post;
  const told = text.replace(/\s+/gu, " ").includes(title.replace(/…$/u, ""));
  const names = namesOfFiles(post).filter((name) => !text.includes(name));
  return [...(told ? [] : [title]), text, ...names].join("\n");
}

function namesOfFiles({ files = [], mediaFiles = [] }: Pick<Post, "files" | "mediaFiles">): readonly string[] {
  const said = mediaFiles.flatMap(({ name, title, alt }) => [name, title, alt].flatMap((each) => each ?? []));
  return [...new Set([...files.map(({ name }) => name), ...said])];
}

/** The names that lead straight to a post. */
export function namesOfPost({ id, channel, number }: Post): readonly string[] {
  if (channel.handle === undefined || number === undefined) return [id];
  return [id, telegramName(channel.handle, `${number}`)];
}

/** The sites that a post links to, each once. */
export function linkedSites({ links }: Post): readonly string[] {
  return [...new Set(links.flatMap((address) => hostOf(address) ?? []))];
}

/** The language of each post, that of most of its channel where the post is too short to tell. */
export function languagesOfPosts(archive: Archive): LanguageOf {
  const ofChannel = new Map(archive.channels.map((topic) => [topic.channel.key, commonestLanguage(topic.posts)]));
  return ({ post }) => {
    const language = baseLanguage(post.language);
    return language === "und" ? (ofChannel.get(post.channel.key) ?? "und") : language;
  };
}

function commonestLanguage(pages: readonly PostPage[]): string | undefined {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const language = baseLanguage(page.post.language);
    if (language !== "und") counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}
