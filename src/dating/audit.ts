import type { AuditedPost, DatingAudit, DayOutcome, NamedDay } from "../model/dating-audit.ts";
import { type Day, dayFromNumber, dayNumber } from "../model/day.ts";
import type { Dating } from "../model/post.ts";
import { type Evidence, evidenceOf } from "./expressions/evidence.ts";
import type { EvidenceKind } from "./expressions/evidence-kinds.ts";
import { asDateline } from "./expressions/habitual-datelines.ts";
import { bearsOut } from "./rationale.ts";
import { tooFar } from "./solver/contradictions.ts";
import { leastSince } from "./solver/floors.ts";
import { lagOf, spanNearest } from "./solver/lags.ts";

/** A day that a post names, with the kind of words that name it. */
export interface AuditedDay extends NamedDay {
  readonly kind: EvidenceKind;
}

/** An audit that tells the kinds of words. */
export interface KindAudit extends DatingAudit {
  readonly days: readonly AuditedDay[];
}

/** Audits the dates of posts of one channel, which are given in the order of time. */
export function auditsOf(posts: readonly AuditedPost[]): readonly KindAudit[] {
  const auditAt = auditor(posts);
  return posts.flatMap((_, place) => auditAt(place) ?? []);
}

/**
 * Audits posts as `auditsOf` does, each by its place when it is asked for. The days are read from the texts anew, of each post up to the place once:
 * whoever asks in order waits for no more than one post.
 */
export function auditor(posts: readonly AuditedPost[]): (place: number) => KindAudit | undefined {
  const named = new Map<string, number>();
  const days: (readonly AuditedDay[])[] = [];
  const daysAt = (post: AuditedPost, place: number): readonly AuditedDay[] =>
    evidenceOf(post.text, post.language)
      .toSorted((one, other) => one.offset - other.offset)
      .map((own): AuditedDay => {
        // Only the whole dump shows that its posts begin with their own days; the date says so.
        const isOwn = post.dating.basis === "dateline" && post.dating.evidence === own.words;
        const evidence = isOwn ? asDateline(own) : own;
        const key = JSON.stringify(evidence.expression);
        const isRepeat = (named.get(key) ?? place) < place;
        if (!named.has(key)) named.set(key, place);
        return { ...dayOf(evidence, post.dating.best), outcome: outcomeOf(evidence, post.dating, isRepeat) };
      });
  const places = [...posts.keys()];
  const anchored = places.map((place) => isAnchor(posts[place]?.dating));
  const before = nearest(places, anchored);
  const after = nearest(places.toReversed(), anchored);
  return (place) => {
    const asked = posts[place];
    if (asked === undefined) return undefined;
    for (const post of posts.slice(days.length, place + 1)) days.push(daysAt(post, days.length));
    const { id, dating } = asked;
    const [earlier, later] = [before[place], after[place]];
    const [first, last] = [posts[earlier ?? -1], posts[later ?? -1]];
    return {
      id,
      days: days[place] ?? [],
      ...(first === undefined ? {} : { before: first.id }),
      ...(last === undefined ? {} : { after: last.id }),
      between: (later ?? posts.length) - (earlier ?? -1) - 1,
      width: dayNumber(dating.latest) - dayNumber(dating.earliest) + 1,
    };
  };
}

/** Posts of one dump in the order of time, whichever way the dump shows them. */
export function inTime<Item extends Pick<AuditedPost, "dating">>(posts: readonly Item[]): readonly Item[] {
  const [first, last] = [posts[0]?.dating.best, posts.at(-1)?.dating.best];
  return first !== undefined && last !== undefined && first > last ? posts.toReversed() : posts;
}

/** Of each place, by its index, the nearest anchored one passed before it. */
function nearest(places: readonly number[], anchored: readonly boolean[]): readonly (number | undefined)[] {
  const found = new Array<number | undefined>(anchored.length);
  let last: number | undefined;
  for (const place of places) {
    found[place] = last;
    if (anchored[place]) last = place;
  }
  return found;
}

const withoutWords: ReadonlySet<string | undefined> = new Set([undefined, "neighbours", "order", "capture"]);

function isAnchor(dating: Dating | undefined): boolean {
  return !withoutWords.has(dating?.basis);
}

function dayOf({ words, offset, kind, expression }: Evidence, best: Day): Omit<AuditedDay, "outcome"> {
  if (expression.kind === "weekday") return { words, offset, kind };
  const span = spanNearest(expression, dayNumber(best));
  if (span === undefined) return { words, offset, kind };
  return { words, offset, kind, first: dayFromNumber(span.first), last: dayFromNumber(span.last) };
}

function outcomeOf(evidence: Evidence, dating: Dating, isRepeat: boolean): DayOutcome {
  if (dating.evidence === evidence.words) return "basis";
  if (isDenied(evidence, dating)) return "overruled";
  if (bearsOut(evidence, dating)) return isRepeat && leastSince[evidence.kind] === undefined ? "repeat" : "agrees";
  return isRepeat ? "repeat" : "unused";
}

const ownKinds: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(["dateline", "signature", "today"]);

/** Whether the date lies before a day that the post gives as past or as its own, or long after one that it gives as its own. */
function isDenied({ kind, expression }: Evidence, { best }: Dating): boolean {
  const least = leastSince[kind];
  if (least === undefined || expression.kind !== "days" || expression.precision !== "day") return false;
  const lag = lagOf(expression, dayNumber(best));
  return lag < least || (ownKinds.has(kind) && lag > (kind === "today" ? 0 : tooFar));
}
