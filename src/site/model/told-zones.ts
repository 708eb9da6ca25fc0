import { calendar } from "../../exports/to-posts.ts";
import { type Post, type Source, sourcesOf } from "../../model/post.ts";
import { kept } from "../texts/kept.ts";
import type { Settings } from "./settings.ts";

/**
 * The time zones (IANA names) by whose clocks the moments of a post are shown: the one that its day was told in, and the archive's where that is
 * another. `zoneOf`: the zone that was named for the dump of a capture, if one was.
 */
export function toldZones(
  post: Post,
  { timezone = "UTC" }: Pick<Settings, "timezone">,
  zoneOf: (capture: Source) => string | undefined,
): readonly string[] {
  const { published, dating } = post;
  if (published === undefined) return [timezone];
  // A post may have its moment from one capture and its day from another: a zone in which they contradict each other is not the day's.
  const told = sourcesOf(post)
    .flatMap((capture) => zoneOf(capture) ?? [])
    .find((zone) => dayIn(zone)(published) === dating.best);
  return [...new Set([told ?? timezone, timezone])];
}

const dayIn = kept(calendar);
