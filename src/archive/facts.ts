import { givenDays } from "../model/given.ts";
import { type Channel, type Dating, type LineRange, sourcesOf, type Unnamed } from "../model/post.ts";
import { sameChannels } from "./channels.ts";
import { identityText, keyOfWords, sharedLines } from "./identity.ts";

/** A post of a dump that is to be dated. */
export interface Undated {
  /** Of the dump. */
  readonly sha256: string;
  readonly lines: readonly LineRange[];
  /** See `wordsOf`; empty where the dump says them more than once. */
  readonly words: string;
  /** The lines of every post of the dump: a day that a person gave is that of one post, also where its lines were parted since. */
  readonly all?: readonly (readonly LineRange[])[];
}

/** What is known of a day from outside a dump. */
export type Fact = Partial<Pick<Dating, "best" | "earliest" | "latest" | "basis">>;

/** Facts about the days of a channel's posts; `undefined` where there are none. */
export type Facts = (channel: Channel) => (post: Undated) => Fact | undefined;

/** Shorter texts are said again on other days: greetings, thanks. In UTF-16 units. */
export const shortestTelling = 40;

/**
 * The days that are known for sure: given by a person for the same lines of a dump or for the same words, told by an export for the same words.
 * Words that a channel published on several days tell none of them.
 */
export function factsOf(posts: readonly Unnamed[]): Facts {
  const sure = posts.filter(({ dating: { basis } }) => basis === "given" || basis === "timestamp");
  const given = sure.filter(({ dating: { basis } }) => basis === "given");
  const worded = new Map<string, Unnamed[]>();
  for (const post of sure) {
    const key = keyOfWords(post.channel, identityText(post));
    const own = worded.get(key);
    if (own) own.push(post);
    else worded.set(key, [post]);
  }
  const channels = [...new Map(sure.map(({ channel }) => [channel.key, channel])).values()];
  return (channel) => {
    const names = namesOf(channel, channels);
    return ({ sha256, lines, words, all = [] }) => {
      const here = given.find((post) =>
        sourcesOf(post).some((source) => source.sha256 === sha256 && hasMost(lines, source.lines, all)),
      );
      if (here !== undefined) return factOf([here]);
      const same = names.flatMap((name) => worded.get(keyOfWords(name, words)) ?? []);
      const byHand = same.find(({ dating, source }) => dating.basis === "given" && source.sha256 !== sha256);
      if (words !== "" && byHand !== undefined) return factOf([byHand]);
      const told = same.filter(({ dating }) => dating.basis === "timestamp");
      return words.length < shortestTelling || told.length === 0 ? undefined : factOf(told);
    };
  };
}

/** Whether a post has lines of another reading of it, and of all posts of its dump the most; the first of several that have as many. */
function hasMost(
  lines: readonly LineRange[],
  of: readonly LineRange[],
  all: readonly (readonly LineRange[])[],
): boolean {
  const own = sharedLines(lines, of);
  if (own === 0) return false;
  const counts = all.map((each) => sharedLines(each, of));
  const most = counts.reduce((highest, count) => Math.max(highest, count), own);
  return own === most && (all.length === 0 || all[counts.indexOf(most)] === lines);
}

/** What all posts say; nothing where they say unlike days. */
function factOf(posts: readonly Unnamed[]): Fact | undefined {
  const datings = posts.map(({ dating }) => dating);
  const [first] = datings;
  if (first === undefined || datings.some((other) => other.best !== first.best || other.given !== first.given))
    return undefined;
  const { best, earliest, latest, basis, given } = first;
  return given === undefined ? { best, earliest, latest, basis } : { ...givenDays(first), basis };
}

/** The channel itself, and the same one as other dumps name it: exports tell no user name. */
function namesOf(channel: Channel, channels: readonly Channel[]): readonly Channel[] {
  const others = channels.filter(({ key }) => key !== channel.key);
  const [own, ...unified] = sameChannels([channel, ...others]);
  return [channel, ...others.filter((_, index) => unified[index]?.key === own?.key)];
}
