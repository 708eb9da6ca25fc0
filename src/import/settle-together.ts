import { channelsJoined } from "../archive/channels.ts";
import { identityText } from "../archive/identity.ts";
import { constraintsBetween, type Placed } from "../dating/solver/links-between-dumps.ts";
import { type KnownPost, settledBy } from "../dialects/boundaries/known-posts.ts";
import { tokensOf } from "../dialects/lines/tokens.ts";
import type { Channel, Unnamed } from "../model/post.ts";
import type { ReadDump } from "./assemble.ts";
import type { OpenDump } from "./read-dump.ts";

type Joined = (channel: Channel) => Channel;

/**
 * What all dumps together make of each: those with inferred boundaries are parsed again by what the others know for sure, and those that share
 * posts with another are dated again.
 */
export function settleTogether(dumps: readonly OpenDump[]): readonly ReadDump[] {
  const joined = channelsJoined(dumps.flatMap(({ dump }) => channelsOf(dump)));
  const sure = dumps.map(({ dump }) => surelyLimited(dump));
  const parted = dumps.map((dump, at) => partedBy(dump, sure.toSpliced(at, 1).flat(), joined));
  const between = constraintsBetween(
    parted.map(({ dump }) => dump.posts.map((post) => placed(post, joined(post.channel)))),
  );
  return parted.map(({ dump, datedBy }, at) => {
    const constraints = between[at];
    return constraints === undefined || constraints.size === 0 || datedBy === undefined ? dump : datedBy(constraints);
  });
}

/** The channels of a dump and of its posts: an export may be of several. */
export function channelsOf({ report, posts }: ReadDump): readonly Channel[] {
  return [report.channel, ...posts.map((post) => post.channel)];
}

/** A dump with boundaries where posts of the others show them; the same dump where they show none. */
function partedBy(open: OpenDump, sure: readonly Unnamed[], joined: Joined): OpenDump {
  const { dump, source, settledBy: partAgain } = open;
  const canBeParted = sure.length > 0 && dump.posts.some(({ boundary }) => boundary.kind === "inferred");
  if (source === undefined || partAgain === undefined || !canBeParted) return open;
  const own = dump.report.channel;
  const isOwn = ({ channel, forwardedFrom }: Unnamed): boolean =>
    joined(channel).key === joined(own).key || forwardedFrom === own.name;
  const known = sure.map((post): KnownPost => ({ text: post.text, file: post.source.file, sameChannel: isOwn(post) }));
  const starts = new Set(dump.posts.map((post) => post.source.lines[0]?.[0] ?? 0));
  const settled = settledBy(known, tokensOf(source), starts);
  return settled.size === 0 ? open : partAgain(settled);
}

function placed(post: Unnamed, channel: Channel): Placed {
  const { dating, forwardedFrom } = post;
  return { channel, dating, words: identityText(post), ...(forwardedFrom === undefined ? {} : { forwardedFrom }) };
}

/** A dump's posts whose start and end are both beyond doubt: another dump can be parted by them. */
function surelyLimited({ posts }: ReadDump): readonly Unnamed[] {
  return posts.filter((post, index) => isSure(post) && isSure(posts[index + 1]));
}

/** From this probability on a boundary is good enough to settle others; the end of a dump always is. */
const sureFrom = 0.98;

function isSure(post: Unnamed | undefined): boolean {
  return post === undefined || post.boundary.kind !== "inferred" || post.boundary.probability >= sureFrom;
}
