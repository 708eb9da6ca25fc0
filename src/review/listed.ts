import { nearDuplicatesAmong } from "../archive/near-duplicates.ts";
import { addDays, type Day } from "../model/day.ts";
import { filesOf, type MediaFile, type Post, sourcesOf } from "../model/post.ts";
import { pictureTypes } from "../read/media-type.ts";
import { textKey } from "../text/text-key.ts";

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
  /** What an editor who finds it right looked at: dumps by name, or the other posts by id. Something new brings it up again. */
  readonly seen: readonly string[];
  /** The line of a boundary that a dump contradicts. */
  readonly line?: number;
}

/** A boundary that an editor set, with the words on both sides of it. */
export interface SettledPlace {
  readonly file: string;
  readonly line: number;
  readonly to: "start" | "join";
  readonly above: string;
  readonly below: string;
  readonly by?: string;
  readonly on?: string;
  /** Dumps that show it otherwise, and were looked at. */
  readonly despite: readonly string[];
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

/** What an archive leaves open, in the order of its kinds; `settled` are the boundaries that editors set in its dumps. */
export function listedDoubts(posts: readonly Post[], settled: readonly SettledPlace[] = []): readonly Listed[] {
  return [
    ...unnamedChannels(posts),
    ...contradicted(posts),
    ...contradictedBoundaries(posts, settled),
    ...versions(posts),
    ...duplicates(posts),
    ...media(posts),
  ];
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
    seen: [],
  }));
}

/**
 * A date that an editor set, and a moment that a capture tells for the same post, a day or more away (time zones differ by less), or a capture that was
 * taken before it.
 */
function contradicted(posts: readonly Post[]): readonly Listed[] {
  return posts.flatMap((post): readonly Listed[] => {
    const { basis, earliest, latest, edtf } = post.dating;
    if (basis !== "given") return [];
    const told = post.published?.slice(0, 10) as Day | undefined;
    const isOff = told !== undefined && (told < addDays(earliest, -1) || told > addDays(latest, 1));
    const sources = sourcesOf(post);
    const early = sources.filter(({ retrieved = latest }) => retrieved < addDays(earliest, -1));
    const against = isOff ? sources : early;
    const seen = [...new Set(against.map(({ file }) => file))];
    if (isCovered(seen, post.checked?.date?.dumps)) return [];
    const what = [
      `An editor set ${edtf}.`,
      ...(isOff ? [`A capture has ${told}.`] : []),
      ...early.map(({ file, retrieved }) => `${file} was captured on ${retrieved}, before that day.`),
    ].join(" ");
    return [{ ...placeOf(post), kind: "contradicted", what, seen }];
  });
}

/** Whether an editor looked at all of it before. */
function isCovered(seen: readonly string[], checked: readonly string[] | undefined): boolean {
  return seen.length === 0 || seen.every((each) => checked?.includes(each));
}

/** Words shorter than this stand in many places. In UTF-16 units of the keys of the lines on both sides. */
const shortestPlace = 24;

/** A text of a post as a dump shows it. */
interface ShownText {
  readonly file: string;
  readonly channel: string;
  readonly text: string;
}

/** Boundaries that editors set, and that another dump of the same channel shows otherwise: a place inside a post there, or one between two. */
function contradictedBoundaries(posts: readonly Post[], settled: readonly SettledPlace[]): readonly Listed[] {
  if (settled.length === 0) return [];
  const channels = new Map(posts.flatMap((post) => sourcesOf(post).map(({ file }) => [file, post] as const)));
  const wanted = new Set(settled.flatMap(({ file }) => channels.get(file)?.channel.key ?? []));
  const lines = new Set(settled.flatMap(({ above, below }) => [textKey(above), textKey(below)]));
  const [inside, first, last] = [
    new Map<string, Set<string>>(),
    new Map<string, Set<string>>(),
    new Map<string, Set<string>>(),
  ];
  const add = (map: Map<string, Set<string>>, key: string, file: string): void => {
    const files = map.get(key) ?? new Set();
    map.set(key, files.add(file));
  };
  for (const { file, channel, text } of posts.flatMap(textsShown)) {
    if (!wanted.has(channel)) continue;
    const keys = text
      .split("\n")
      .map(textKey)
      .filter((key) => key !== "");
    for (const [at, key] of keys.entries()) {
      if (!lines.has(key)) continue;
      const own = `${channel}\n${key}`;
      const next = keys[at + 1];
      if (next !== undefined) add(inside, `${own}\n${next}`, file);
      if (at === 0) add(first, own, file);
      if (next === undefined) add(last, own, file);
    }
  }
  return settled.flatMap(({ file, line, to, above, below, despite, by, on }): readonly Listed[] => {
    const post = channels.get(file);
    const [one, other] = [textKey(above), textKey(below)];
    if (post === undefined || one === "" || other === "" || one.length + other.length < shortestPlace) return [];
    const key = post.channel.key;
    const against =
      to === "start"
        ? [...(inside.get(`${key}\n${one}\n${other}`) ?? [])]
        : [...(last.get(`${key}\n${one}`) ?? [])].filter((each) => first.get(`${key}\n${other}`)?.has(each));
    const seen = against.filter((each) => each !== file);
    if (isCovered(seen, despite)) return [];
    const who = [by, on].filter(Boolean).join(", ");
    const what = `An editor${who === "" ? "" : ` (${who})`} set that ${to === "start" ? "a post starts" : "no post starts"} at line ${line} of ${file}; ${seen.join(", ")} ${to === "start" ? "shows both lines in one post" : "shows them in two posts"}.`;
    return [
      { kind: "contradicted", dump: file, channel: post.channel.name, title: below, what, posts: [], seen, line },
    ];
  });
}

function textsShown(post: Post): readonly ShownText[] {
  const { text, versions = [] } = post;
  const channel = post.channel.key;
  const others = versions.flatMap((version) => filesOf(version).map((file) => ({ file, channel, text: version.text })));
  const elsewhere = new Set(others.map(({ file }) => file));
  const own = sourcesOf(post).filter(({ file }) => !elsewhere.has(file));
  return [...own.map(({ file }) => ({ file, channel, text })), ...others];
}

/** Captures that show different texts, unless each text stands in a dump that an editor looked at. */
function versions(posts: readonly Post[]): readonly Listed[] {
  return posts.flatMap((post): readonly Listed[] => {
    if (post.versions === undefined) return [];
    const shown = textsShown(post);
    const checked = post.checked?.versions?.dumps ?? [];
    const texts = [...new Set(shown.map(({ text }) => text))];
    if (texts.every((text) => shown.some((each) => each.text === text && checked.includes(each.file)))) return [];
    const what = `Captures show ${texts.length} texts; the one of ${post.source.file} is shown.`;
    return [{ ...placeOf(post), kind: "versions", what, seen: [...new Set(shown.map(({ file }) => file))] }];
  });
}

function duplicates(posts: readonly Post[]): readonly Listed[] {
  return nearDuplicatesAmong(posts).flatMap((group): readonly Listed[] => {
    const own = group.flatMap((place) => posts[place] ?? []);
    const [first] = own;
    // Forwards of other channels repeat texts by their nature.
    if (first === undefined || own.some(({ channel }) => channel.key !== first.channel.key)) return [];
    const ids = own.map(({ id }) => id);
    if (own.some(({ id, checked }) => isCovered(ids, [id, ...(checked?.duplicates?.posts ?? [])]))) return [];
    const what = `${own.length} posts of this channel say the same or nearly so.`;
    return [{ ...placeOf(first), kind: "duplicates", what, posts: ids, seen: ids.slice(1) }];
  });
}

/** Pictures that nobody described, those of posts without words first, and posts of which nothing is kept and nothing said. */
function media(posts: readonly Post[]): readonly Listed[] {
  const listed = posts.flatMap((post): readonly (Listed & { readonly isMute: boolean })[] => {
    if (post.checked?.media !== undefined) return [];
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
    return what === undefined ? [] : [{ ...placeOf(post), kind: "media", what, seen: [], isMute }];
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
