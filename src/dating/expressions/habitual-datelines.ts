import type { CalendarDay } from "./date-expression.ts";
import type { Evidence } from "./evidence.ts";
import type { EvidenceKind } from "./evidence-kinds.ts";

/** Fewer posts show no habit. */
const fewestPosts = 3;

/** The least share of a dump's posts that begin with a day, and of steps between these days that run the same way. */
const leastShare = 0.6;
const leastSteady = 0.95;

/** How else a day at the beginning of a text is read, where nothing tells that its author dates all posts so. */
const readOtherwise: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>([
  ...(["past-lead", "past-body", "to-come-lead", "to-come-body"] as const),
  ...(["mention-lead", "mention-body", "since", "until"] as const),
]);

/**
 * Where most posts of a dump begin with a day and these days run one way, their author dates posts so: the day is the post's own, whatever the words
 * behind it say it is.
 *
 *     11.02.2026: the ferry was late.
 *     12.02.2026: it left at noon.
 *     ^^^^^^^^^^
 *
 * Lists have one element a post, in the dump's order.
 */
export function withHabitualDatelines(
  texts: readonly string[],
  evidence: readonly (readonly Evidence[])[],
): readonly (readonly Evidence[])[] {
  if (texts.length < fewestPosts) return evidence;
  const leads = evidence.map((own, post) => own.find((one) => opens(texts[post] ?? "", one)));
  const days = leads.flatMap((one) => {
    const day = one === undefined ? undefined : dayOfOne(one);
    return day === undefined ? [] : [day];
  });
  if (days.length < Math.max(fewestPosts, leastShare * texts.length) || !runOneWay(days)) return evidence;
  return evidence.map((own, post) => {
    const lead = leads[post];
    return lead === undefined ? own : [asDateline(lead), ...own.filter((one) => one !== lead)];
  });
}

/** A day that opens its post, read as the post's own; kinds that are surer of what they say stay. */
export function asDateline(one: Evidence): Evidence {
  return readOtherwise.has(one.kind) ? { ...one, kind: "dateline" } : one;
}

/** Whether no letter and no figure stands before a day that is one day. */
function opens(text: string, one: Evidence): boolean {
  return dayOfOne(one) !== undefined && !/[\p{L}\p{N}]/u.test(text.slice(0, one.offset));
}

function dayOfOne({ expression }: Evidence): CalendarDay | undefined {
  if (expression.kind !== "days" || expression.precision !== "day" || expression.lunar !== undefined) return undefined;
  const { first, last } = expression;
  return first.month === last.month && first.day === last.day ? first : undefined;
}

/** Whether days run one way and are not all the same; where a year is left out, January follows on December. */
function runOneWay(days: readonly CalendarDay[]): boolean {
  const steps = days.slice(1).map((day, at) => stepBetween(days[at] ?? day, day));
  const [up, down] = [steps.filter((step) => step > 0).length, steps.filter((step) => step < 0).length];
  return up + down > 0 && Math.max(up, down) >= leastSteady * (up + down);
}

function stepBetween(from: CalendarDay, to: CalendarDay): number {
  const within = (to.month - from.month) * 31 + to.day - from.day;
  if (from.year !== undefined && to.year !== undefined) return (to.year - from.year) * 372 + within;
  if (within < -186) return within + 372;
  return within > 186 ? within - 372 : within;
}
