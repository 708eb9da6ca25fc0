import { type Dateable, type DatingRequest, type DatingResult, datePosts } from "../dating/date.ts";
import type { Constraint } from "../dating/solver/constraint.ts";
import type { Order } from "../model/ledger.ts";
import type { TimelinePost } from "./timeline.ts";

/** A capture that is dated with others of its channel. */
export interface CaptureToDate {
  readonly request: DatingRequest;
  /** The order of its posts, as it was read or inferred. */
  readonly order: Order;
}

/**
 * Dates the posts of captures of one channel as the one run of posts that they are parts of: each post once, by what all captures tell of it.
 * @param captures By dump; those that show posts of the timeline.
 * @returns What each capture dated alone would give, by dump.
 */
export function dateTogether(
  captures: ReadonlyMap<number, CaptureToDate>,
  timeline: readonly TimelinePost[],
): ReadonlyMap<number, DatingResult> {
  const requests = [...captures.values()].map(({ request }) => request);
  const retrieved = (timeline.at(-1)?.shownBy ?? [])
    .flatMap(({ dump }) => captures.get(dump)?.request.retrieved ?? [])
    .toSorted()
    .at(-1);
  const today = requests
    .flatMap((request) => request.today ?? [])
    .toSorted()
    .at(-1);
  const all = datePosts({
    posts: timeline.map((post) => dateableOf(post, captures)),
    order: "oldest-first",
    ...(retrieved === undefined ? {} : { retrieved }),
    ...(today === undefined ? {} : { today }),
  });
  return new Map([...captures].map(([dump, capture]) => [dump, resultOf(dump, capture, timeline, all)]));
}

/** A post as it is dated: by the words of the first capture that shows it, and by what is known of it in all. */
function dateableOf({ shownBy, shown, unseen }: TimelinePost, captures: ReadonlyMap<number, CaptureToDate>): Dateable {
  const posts = shownBy.flatMap(({ dump, place }) => captures.get(dump)?.request.posts[place] ?? []);
  const { text = "", language = "und" } = posts[0] ?? {};
  const known = surest(posts.flatMap((post) => post.known ?? []));
  const clock = posts.find((post) => post.clock !== undefined)?.clock;
  return {
    text,
    language,
    ...(known === undefined ? {} : { known }),
    ...(clock === undefined ? {} : { clock }),
    ...(shown === undefined ? {} : { shown }),
    ...(unseen === undefined ? {} : { unseen }),
  };
}

/** What a person gave goes before what a page states, and that before bounds. */
function surest(known: readonly Constraint[]): Constraint | undefined {
  const rank = ({ basis, best }: Constraint): number =>
    basis === "given" ? 3 : basis === "timestamp" ? 2 : best === undefined ? 0 : 1;
  return known.toSorted((one, other) => rank(other) - rank(one))[0];
}

function resultOf(
  dump: number,
  { request, order }: CaptureToDate,
  timeline: readonly TimelinePost[],
  all: DatingResult,
): DatingResult {
  const placeIn = new Map<number, number>();
  for (const [at, { shownBy }] of timeline.entries())
    for (const match of shownBy) if (match.dump === dump) placeIn.set(match.place, at);
  const ofPosts = request.posts.map((_, place) => placeIn.get(place) ?? -1);
  const own = new Map([...placeIn].map(([place, at]) => [at, place]));
  return {
    datings: ofPosts.flatMap((at) => all.datings[at] ?? []),
    candidates: ofPosts.map((at) => all.candidates[at]),
    order,
    orderInferred: request.order === undefined,
    usedToday: all.usedToday,
    notices: all.notices.flatMap((notice) => {
      const index = notice.index === undefined ? undefined : own.get(notice.index);
      return index === undefined ? [] : [{ ...notice, index }];
    }),
  };
}
