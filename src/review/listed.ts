import { nearDuplicatesAmong } from "../archive/near-duplicates.ts";
import { addDays, type Day } from "../model/day.ts";
import { type Post, sourcesOf } from "../model/post.ts";
import { pictureTypes } from "../read/media-type.ts";

/** A thing of the archive that a person may want to look at, beside boundaries and dates. */
export interface Listed {
  readonly kind: "channel" | "media" | "versions" | "duplicates" | "contradicted";
  /** The dump that shows it. */
  readonly dump: string;
  readonly title: string;
  /** What is to be looked at, in a sentence. */
  readonly what: string;
  /** Files of posts, by id. */
  readonly posts: readonly string[];
}

/** What an archive leaves open, in the order of its kinds. */
export function listedDoubts(posts: readonly Post[]): readonly Listed[] {
  return [...unnamedChannels(posts), ...contradicted(posts), ...versions(posts), ...duplicates(posts), ...media(posts)];
}

function unnamedChannels(posts: readonly Post[]): readonly Listed[] {
  const first = new Map<string, Post>();
  for (const post of posts)
    if (!post.channel.identified && !first.has(post.source.file)) first.set(post.source.file, post);
  return [...first.values()].map((post) => ({
    ...placeOf(post),
    kind: "channel",
    title: post.channel.name,
    what: "Nothing names the channel of this dump.",
  }));
}

/** A date that an editor set, and a moment that a capture tells for the same post, a day or more away: time zones differ by less. */
function contradicted(posts: readonly Post[]): readonly Listed[] {
  return posts.flatMap((post): readonly Listed[] => {
    const told = post.published?.slice(0, 10) as Day | undefined;
    const { basis, earliest, latest } = post.dating;
    if (told === undefined || basis !== "given") return [];
    if (told >= addDays(earliest, -1) && told <= addDays(latest, 1)) return [];
    const what = `An editor set ${post.dating.edtf}; a capture has ${told}.`;
    return [{ ...placeOf(post), kind: "contradicted", what }];
  });
}

function versions(posts: readonly Post[]): readonly Listed[] {
  return posts
    .filter((post) => post.versions !== undefined)
    .map((post) => ({
      ...placeOf(post),
      kind: "versions",
      what: `Captures show ${(post.versions?.length ?? 0) + 1} texts; the one of ${post.source.file} is shown.`,
    }));
}

function duplicates(posts: readonly Post[]): readonly Listed[] {
  return nearDuplicatesAmong(posts).flatMap((group): readonly Listed[] => {
    const own = group.flatMap((place) => posts[place] ?? []);
    const [first] = own;
    // Forwards of other channels repeat texts by their nature.
    if (first === undefined || own.some(({ channel }) => channel.key !== first.channel.key)) return [];
    const what = `${own.length} posts of this channel say the same or nearly so.`;
    return [{ ...placeOf(first), kind: "duplicates", what, posts: own.map(({ id }) => id) }];
  });
}

/** Pictures that nobody described, those of posts without words first, and posts of which nothing is kept and nothing said. */
function media(posts: readonly Post[]): readonly Listed[] {
  const listed = posts.flatMap((post): readonly (Listed & { readonly isMute: boolean })[] => {
    const isMute = post.text.trim() === "";
    const kept = (post.mediaFiles ?? []).filter(({ sha256 }) => sha256 !== undefined);
    const bare = kept.filter(({ type = "", alt }) => pictureTypes.has(type) && alt === undefined).length;
    // A poll that is there is no picture that is not.
    const missing = post.media.filter((kind) => kind !== "poll" || post.poll === undefined);
    const what =
      bare > 0
        ? `${bare === 1 ? "A picture" : `${bare} pictures`} without a description: write what is to be seen as "alt" under mediaFiles in the post's file.`
        : isMute && kept.length === 0 && missing.length > 0
          ? `Not captured and not described: ${missing.join(", ")}.`
          : undefined;
    return what === undefined ? [] : [{ ...placeOf(post), kind: "media", what, isMute }];
  });
  const [mute, others] = [true, false].map((wanted) => listed.filter(({ isMute }) => isMute === wanted));
  return [...(mute ?? []), ...(others ?? [])].map(({ isMute: _, ...doubt }) => doubt);
}

function placeOf(post: Post): Pick<Listed, "dump" | "title" | "posts"> {
  const [source = post.source] = sourcesOf(post);
  return { dump: source.file, title: post.title || `line ${source.lines[0]?.[0] ?? 1}`, posts: [post.id] };
}
