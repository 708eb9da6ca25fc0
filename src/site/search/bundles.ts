import type { Archive } from "../archive.ts";
import type { PostPage } from "../post-page.ts";
import { searchBundlePath } from "../urls.ts";
import { languageName } from "../wording.ts";
import type { SearchManifest } from "./facets.ts";
import { type SearchRecord, searchRecord } from "./record.ts";

/** One index of the search: posts of one language, so that its word forms are found. */
export interface SearchBundle {
  readonly name: string;
  /** The language whose word forms Pagefind joins; `unknown` joins none. */
  readonly language: string;
  readonly records: readonly SearchRecord[];
}

/** Every bundle costs a reader 70 kB of program before the first result. */
const mostBundles = 5;

/** A language below this share of the posts shares the bundle `other`. */
const leastShare = 0.01;

/** Languages without blanks between words: only in a bundle of their own does Pagefind find where words end. */
const withoutBlanks: ReadonlySet<string> = new Set(["zh", "ja"]);

const otherBundle = "other";

/**
 * Parts the posts into bundles by language. A post too short to tell its language goes where most of its channel goes;
 * small languages share the bundle `other`, which joins no word forms.
 */
export function searchBundles(archive: Archive): readonly SearchBundle[] {
  const languageOf = languagesIn(archive);
  const own = ownBundles(tally(archive.posts.map(languageOf)), archive.posts.length);
  const groups = new Map<string, SearchRecord[]>();
  for (const page of archive.posts) {
    const language = languageOf(page);
    const name = own.has(language) ? language : otherBundle;
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(searchRecord(page));
  }
  return [...groups].map(([name, records]) => ({ name, language: name === otherBundle ? "unknown" : name, records }));
}

/** What the search page loads first. */
export function searchManifest(bundles: readonly SearchBundle[], archive: Archive): SearchManifest {
  const languages = new Set(archive.posts.map((page) => page.post.language));
  return {
    bundles: bundles.map((bundle) => searchBundlePath(bundle.name).slice(1)),
    labels: {
      channel: Object.fromEntries(archive.channels.map(({ channel }) => [channel.key, channel.name])),
      tag: Object.fromEntries(archive.tags.filter((tag) => tag.label !== tag.key).map((tag) => [tag.key, tag.label])),
      language: Object.fromEntries([...languages].map((tag) => [tag, languageName(tag, archive.texts) ?? "Not known"])),
    },
  };
}

/** The language of each post, that of most of its channel where the post is too short to tell. */
function languagesIn(archive: Archive): (page: PostPage) => string {
  const ofChannel = new Map(archive.channels.map((topic) => [topic.channel.key, commonestLanguage(topic.posts)]));
  return (page) => {
    const language = baseLanguage(page.post.language);
    return language === "und" ? (ofChannel.get(page.post.channel.key) ?? "und") : language;
  };
}

function commonestLanguage(pages: readonly PostPage[]): string | undefined {
  const known = pages.map((page) => baseLanguage(page.post.language)).filter((language) => language !== "und");
  return [...tally(known)].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function baseLanguage(tag: string): string {
  return (tag.split("-")[0] ?? tag).toLowerCase();
}

function ownBundles(counts: ReadonlyMap<string, number>, total: number): ReadonlySet<string> {
  const large = [...counts].filter(([language, count]) => language !== "und" && count >= total * leastShare);
  const most = large.sort(([, one], [, other]) => other - one).slice(0, mostBundles);
  const unblanked = [...counts.keys()].filter((language) => withoutBlanks.has(language));
  return new Set([...most.map(([language]) => language), ...unblanked]);
}

function tally<Key>(keys: Iterable<Key>): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
