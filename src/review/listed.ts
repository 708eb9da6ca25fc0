import { nearDuplicatesAmong } from "../archive/near-duplicates.ts";
import { addDays, type Day } from "../model/day.ts";
import { type MediaFile, type Post, sourcesOf } from "../model/post.ts";
import { pictureTypes } from "../read/media-type.ts";

/** A thing of the archive that a person may want to look at, beside boundaries and dates. */
export interface Listed {
  readonly kind: "channel" | "media" | "versions" | "duplicates" | "contradicted";
  /** The dump that shows it. */
  readonly dump: string;
  readonly title: string;
  /** The channel of its posts. */
  readonly channel: string;
  /** What is to be looked at, in a sentence. */
  readonly what: string;
  /** Files of posts, by id. */
  readonly posts: readonly string[];
}

/** Such a thing with what it is judged by. */
export interface ShownListed extends Listed {
  /** Texts side by side, each with the capture or the post that has it. */
  readonly texts?: readonly { readonly of: string; readonly text: string }[];
  /** Pictures that nobody described. */
  readonly pictures?: readonly { readonly sha256: string; readonly type: string }[];
}

/** Characters of a text that are shown, and how many things of one kind. */
const longestShown = 4096;
const mostShown = 100;

/** The first things of each kind, with the texts and pictures that they are about. */
export function shownListed(listed: readonly Listed[], posts: ReadonlyMap<string, Post>): readonly ShownListed[] {
  const counts = new Map<string, number>();
  return listed.flatMap((each): readonly ShownListed[] => {
    const count = (counts.get(each.kind) ?? 0) + 1;
    counts.set(each.kind, count);
    if (count > mostShown) return [];
    const own = each.posts.flatMap((id) => posts.get(id) ?? []);
    const [first] = own;
    if (each.kind === "media")
      return [
        {
          ...each,
          texts: textsOf(own),
          pictures: undescribed(first).map(({ sha256 = "", type = "" }) => ({ sha256, type })),
        },
      ];
    if (each.kind === "versions" && first !== undefined) {
      const versions = [{ file: first.source.file, text: first.text }, ...(first.versions ?? [])];
      return [{ ...each, texts: versions.map(({ file, text }) => ({ of: file, text: text.slice(0, longestShown) })) }];
    }
    return [each.kind === "channel" ? each : { ...each, texts: textsOf(own) }];
  });
}

function textsOf(posts: readonly Post[]): NonNullable<ShownListed["texts"]> {
  return posts
    .filter(({ text }) => text.trim() !== "")
    .map(({ id, dating, text }) => ({ of: `${dating.best}, ${id}`, text: text.slice(0, longestShown) }));
}

function undescribed(post: Post | undefined): readonly MediaFile[] {
  return (post?.mediaFiles ?? []).filter(
    ({ sha256, type = "", alt }) => sha256 !== undefined && pictureTypes.has(type) && alt === undefined,
  );
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
    const bare = undescribed(post).length;
    // A poll that is there is no picture that is not.
    const missing = post.media.filter((kind) => kind !== "poll" || post.poll === undefined);
    const what =
      bare > 0
        ? `${bare === 1 ? "A picture" : `${bare} pictures`} without a description.`
        : isMute && kept.length === 0 && missing.length > 0
          ? `Not captured and not described: ${missing.join(", ")}.`
          : undefined;
    return what === undefined ? [] : [{ ...placeOf(post), kind: "media", what, isMute }];
  });
  const [mute, others] = [true, false].map((wanted) => listed.filter(({ isMute }) => isMute === wanted));
  return [...(mute ?? []), ...(others ?? [])].map(({ isMute: _, ...doubt }) => doubt);
}

function placeOf(post: Post): Pick<Listed, "dump" | "channel" | "title" | "posts"> {
  const [source = post.source] = sourcesOf(post);
  return {
    dump: source.file,
    channel: post.channel.name,
    title: post.title || `line ${source.lines[0]?.[0] ?? 1}`,
    posts: [post.id],
  };
}
