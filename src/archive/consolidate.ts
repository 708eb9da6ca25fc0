import { type Post, takenAt, type Unnamed } from "../model/post.ts";
import { compare } from "../text/compare.ts";
import { keyForIds } from "./channels.ts";
import { type FirstReading, type IdState, identify, makeId } from "./identity.ts";
import { type Merged, mergeCaptures } from "./merge.ts";
import { withQuotes } from "./quotes.ts";
import { withTopics } from "./topics.ts";

/** The posts of all dumps as the archive holds them. */
export interface Consolidated {
  /** Each post once, merged from all its captures. */
  readonly posts: readonly Post[];
  /** Dump by dump, the posts as that dump shows them, with their ids. */
  readonly byDump: readonly (readonly Post[])[];
  /** See `Identified`. */
  readonly successors: ReadonlyMap<string, readonly string[]>;
  /** See `Identified`. */
  readonly formerly: ReadonlyMap<string, string>;
  /** See `aliasesOf`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** What is known of ids when posts get theirs. */
export interface NamingState extends IdState {
  /** What can be told of posts whose files cannot be read. */
  readonly remains?: readonly Post[];
  /** The plain key of a post's channel as its capture alone tells it. */
  readonly keyOf?: (post: Unnamed) => string;
  /** The places of dumps for which a person told the language of the channel. */
  readonly languageSet?: ReadonlySet<number>;
}

/** Merges the posts of all dumps and gives them their ids; known posts keep theirs, and so do the `remains` of those that cannot be read. */
export function consolidate(
  dumps: readonly (readonly Unnamed[])[],
  known: readonly Post[],
  { remains = [], keyOf = ({ channel }) => keyForIds(channel), languageSet, ...state }: NamingState = {},
): Consolidated {
  const merged = mergeCaptures(dumps, languageSet);
  const readings = merged.map((each) => readingsOf(each, dumps));
  const candidates = merged.map(({ post }, place): FirstReading => {
    const first = readings[place]?.toSorted(earliestFirst)[0] ?? post;
    return { post, first, key: keyOf(first) };
  });
  const { posts: identified, ...named } = identify(candidates, [...known, ...remains], state);
  const posts = withQuotes(withTopics(identified, known), known);
  const ids = dumps.map((own) => new Array<string>(own.length).fill(""));
  for (const [index, each] of merged.entries()) {
    for (const { dump, place } of each.readings) {
      const own = ids[dump];
      if (own !== undefined) own[place] = posts[index]?.id ?? "";
    }
  }
  const byDump = dumps.map((own, dump) => {
    const shown = own.map((post, place): Post => ({ id: ids[dump]?.[place] ?? "", ...post }));
    return withQuotes(withTopics(shown, posts), posts);
  });
  return { posts, byDump, ...named, aliases: aliasesOf(posts, readings, keyOf) };
}

/**
 * Ids that no post has, and that another order of the same imports gives one for a while: those that captures make of its words as they show them. By
 * id, the posts with such words.
 */
function aliasesOf(
  posts: readonly Post[],
  readings: readonly (readonly Unnamed[])[],
  keyOf: (post: Unnamed) => string,
): ReadonlyMap<string, readonly string[]> {
  if (readings.every(({ length }) => length < 2)) return new Map();
  const alike = new Map<string, { readonly reading: Unnamed; readonly ids: Set<string> }>();
  for (const [place, own] of readings.entries()) {
    for (const reading of own) {
      const plain = makeId(reading, 0, keyOf(reading));
      const group = alike.get(plain) ?? { reading, ids: new Set() };
      alike.set(plain, group);
      group.ids.add(posts[place]?.id ?? "");
    }
  }
  const living = new Set(posts.map(({ id }) => id));
  const aliases = new Map<string, readonly string[]>();
  for (const { reading, ids } of alike.values()) {
    // Of so many posts with the same words each had an ordinal below their number.
    for (let ordinal = 0; ordinal < ids.size; ordinal += 1) {
      const alias = makeId(reading, ordinal, keyOf(reading));
      if (!living.has(alias)) aliases.set(alias, [...ids].sort());
    }
  }
  return aliases;
}

function readingsOf({ readings }: Merged, dumps: readonly (readonly Unnamed[])[]): readonly Unnamed[] {
  return readings.flatMap(({ dump, place }) => dumps[dump]?.[place] ?? []);
}

/** In the order in which captures show a post: by the moment of the capture, then by that of the edit. */
function earliestFirst(one: Unnamed, other: Unnamed): number {
  return (
    compare(takenAt(one.source), takenAt(other.source)) ||
    compare(one.edited ?? "", other.edited ?? "") ||
    compare(one.source.file, other.source.file) ||
    compare(one.source.sha256, other.source.sha256)
  );
}
