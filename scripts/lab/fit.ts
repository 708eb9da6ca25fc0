import { evidenceOf } from "../../src/dating/expressions/evidence.ts";
import { type EvidenceKind, evidenceKinds } from "../../src/dating/expressions/evidence-kinds.ts";
import { withSharedEvents } from "../../src/dating/solver/event-coreference.ts";
import {
  farBucket,
  farEdges,
  farWidth,
  type LagRow,
  type LagTable,
  nearBucket,
  nearEdges,
  nearWidth,
} from "../../src/dating/solver/lag-shape.ts";
import { daysSince, everyYear, lagOf } from "../../src/dating/solver/lags.ts";
import { type Day, dayNumber } from "../../src/model/day.ts";

/** What one channel shows: how far its posts lie from the days that they name, counted by kind of expression. */
export interface LagCounts {
  readonly lags: ReadonlyMap<EvidenceKind, Counts>;
}

/** Pools the counts of channels, each with equal weight, with what is believed before any channel is seen. */
export function fitLags(channels: readonly LagCounts[]): LagTable {
  const days: Partial<Record<EvidenceKind, LagRow>> = {};
  const weekdays: Partial<Record<EvidenceKind, readonly number[]>> = {};
  for (const kind of Object.keys(evidenceKinds) as EvidenceKind[]) {
    const detected = channels.flatMap(({ lags }) => lags.get(kind) ?? []);
    if (isWeekday(kind)) weekdays[kind] = fitWeekdays(detected);
    else days[kind] = fitRow(priors[kind], detected);
  }
  return { days, weekdays };
}

/** Counts the distances of one channel, from posts whose days are known. */
export function countLags(posts: readonly { readonly day: Day; readonly text: string }[]): LagCounts {
  const counts = new Map<EvidenceKind, Counts>();
  const texts = posts.map(({ text }) => text);
  const evidence = withSharedEvents(
    texts,
    texts.map((text) => evidenceOf(text)),
  );
  for (const [place, { day }] of posts.entries()) {
    for (const { kind, expression } of evidence[place] ?? []) {
      const count = counts.get(kind) ?? emptyCounts();
      counts.set(kind, count);
      if (expression.kind === "weekday") add(count.weekday, daysSince(expression.weekday, dayNumber(day)));
      else {
        const lag = lagOf(expression, dayNumber(day));
        const isFar = Math.abs(lag) > (nearEdges.at(-1) ?? 0);
        if (isFar) add(count.far, farBucket(lagOf(everyYear(expression), dayNumber(day))));
        else add(count.near, nearBucket(lag));
      }
    }
  }
  return { lags: counts };
}

/**
 * What is believed of a kind before any channel is seen: shares of posts on the day itself, after it and before it, and how far those lie on
 * average. What is left over goes to days far off in the year (`season`: of these, the share that falls on the return of the day).
 */
interface Prior {
  readonly same: number;
  readonly after: number;
  readonly afterDays: number;
  readonly before: number;
  readonly beforeDays: number;
  readonly season?: number;
}

type WeekdayKind = Extract<EvidenceKind, `weekday-${string}`>;
type DayKind = Exclude<EvidenceKind, WeekdayKind>;

function isWeekday(kind: EvidenceKind): kind is WeekdayKind {
  return kind.startsWith("weekday-");
}

const priors: Readonly<Record<DayKind, Prior>> = {
  dateline: { same: 0.6, after: 0.33, afterDays: 2, before: 0.03, beforeDays: 3 },
  signature: { same: 0.75, after: 0.2, afterDays: 2, before: 0.01, beforeDays: 3 },
  today: { same: 0.93, after: 0.04, afterDays: 2, before: 0.02, beforeDays: 2 },
  yesterday: { same: 0.04, after: 0.93, afterDays: 1, before: 0.01, beforeDays: 2 },
  tomorrow: { same: 0.04, after: 0.02, afterDays: 2, before: 0.92, beforeDays: 1 },
  "anniversary-lead": { same: 0.8, after: 0.08, afterDays: 3, before: 0.1, beforeDays: 4 },
  "anniversary-body": { same: 0.3, after: 0.3, afterDays: 40, before: 0.35, beforeDays: 60 },
  "observance-lead": { same: 0.75, after: 0.06, afterDays: 3, before: 0.17, beforeDays: 4, season: 0.5 },
  "observance-body": { same: 0.35, after: 0.15, afterDays: 10, before: 0.4, beforeDays: 12, season: 0.3 },
  "past-lead": { same: 0.45, after: 0.42, afterDays: 2.5, before: 0.03, beforeDays: 10, season: 0.6 },
  "past-body": { same: 0.15, after: 0.6, afterDays: 14, before: 0.1, beforeDays: 20, season: 0.15 },
  "to-come-lead": { same: 0.2, after: 0.05, afterDays: 3, before: 0.72, beforeDays: 7 },
  "to-come-body": { same: 0.12, after: 0.1, afterDays: 10, before: 0.72, beforeDays: 14 },
  until: { same: 0.1, after: 0.12, afterDays: 15, before: 0.72, beforeDays: 14 },
  since: { same: 0.12, after: 0.35, afterDays: 16, before: 0.48, beforeDays: 7 },
  "mention-lead": { same: 0.4, after: 0.2, afterDays: 6, before: 0.3, beforeDays: 8, season: 0.5 },
  "mention-body": { same: 0.2, after: 0.35, afterDays: 20, before: 0.35, beforeDays: 15, season: 0.2 },
  address: { same: 0.35, after: 0.45, afterDays: 10, before: 0.02, beforeDays: 10 },
  broadcast: { same: 0.9, after: 0.03, afterDays: 2, before: 0.05, beforeDays: 2 },
  month: { same: 0.3, after: 0.45, afterDays: 90, before: 0.15, beforeDays: 60 },
  year: { same: 0.55, after: 0.25, afterDays: 120, before: 0.12, beforeDays: 100 },
};

/** How many channels a prior counts for, and how many days of a channel it takes until the channel counts half. */
const weightOfPrior = 1.5;
const halfDetected = 10;

interface Counts {
  readonly near: number[];
  readonly far: number[];
  readonly weekday: number[];
}

function emptyCounts(): Counts {
  return {
    near: new Array<number>(2 * nearEdges.length - 1).fill(0),
    far: new Array<number>(farEdges.length).fill(0),
    weekday: new Array<number>(7).fill(0),
  };
}

function add(counts: number[], place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

function fitRow(prior: Prior, detected: readonly Counts[]): LagRow {
  const shape = shapeOf(prior);
  const near = pool(
    shape.near,
    detected.map(({ near: own, far }) => ({ own: smooth(own), size: sum(own) + sum(far) })),
  );
  const far = pool(
    shape.far,
    detected.map(({ near: rest, far: own }) => ({ own, size: sum(own) + sum(rest) })),
  );
  const total = sum(near) + sum(far);
  return { near: near.map((mass) => mass / total), far: far.map((mass) => mass / total) };
}

function fitWeekdays(detected: readonly Counts[]): readonly number[] {
  const even = new Array<number>(7).fill(1 / 7);
  const shares = pool(
    even,
    detected.map(({ weekday: own }) => ({ own, size: sum(own) })),
  );
  return shares.map((mass) => mass / sum(shares));
}

/** Channels speak with equal weight, however long they are; those with few such days speak more softly. */
function pool(
  prior: readonly number[],
  detected: readonly { readonly own: readonly number[]; readonly size: number }[],
): number[] {
  const pooled = prior.map((mass) => mass * weightOfPrior);
  for (const { own, size } of detected) {
    if (size === 0) continue;
    const weight = size / (size + halfDetected);
    for (const [place, count] of own.entries()) pooled[place] = (pooled[place] ?? 0) + (weight * count) / size;
  }
  return pooled;
}

/** Half of what fell into a bucket is shared with its neighbours on the same side of the day, whose own bucket keeps all it has. */
function smooth(near: readonly number[]): number[] {
  const middle = nearEdges.length - 1;
  const shared = new Array<number>(near.length).fill(0);
  for (const [bucket, count] of near.entries()) {
    const stays = [bucket - 1, bucket + 1].map((to) =>
      near[to] === undefined || to === middle || bucket === middle ? bucket : to,
    );
    for (const [to, share] of [
      [bucket, 0.5],
      [stays[0] ?? bucket, 0.25],
      [stays[1] ?? bucket, 0.25],
    ] as const) {
      shared[to] = (shared[to] ?? 0) + share * count;
    }
  }
  return shared;
}

/** A prior as masses by bucket: half of each side falls off geometrically, the other half has a heavy tail. */
function shapeOf(prior: Prior): { readonly near: readonly number[]; readonly far: readonly number[] } {
  const middle = nearEdges.length - 1;
  const near = new Array<number>(2 * middle + 1).fill(0);
  near[middle] = prior.same;
  for (const [mass, mean, sign] of [
    [prior.after, prior.afterDays, 1],
    [prior.before, prior.beforeDays, -1],
  ] as const) {
    const weights: number[] = [];
    for (let size = 1; size <= (nearEdges.at(-1) ?? 0); size++) {
      weights.push(Math.exp(-(size - 1) / mean) / mean + 0.25 / (size + mean) ** 1.5);
    }
    const total = sum(weights);
    for (const [index, weight] of weights.entries()) {
      const bucket = nearBucket(sign * (index + 1));
      near[bucket] = (near[bucket] ?? 0) + (mass * weight) / total;
    }
  }
  const rest = Math.max(0.01, 1 - prior.same - prior.after - prior.before);
  const season = prior.season ?? 0;
  const far = farEdges.map((_, bucket) => (1 - season) * rest * (farWidth(bucket) / 367));
  far[0] = (far[0] ?? 0) + season * rest * 0.75;
  far[1] = (far[1] ?? 0) + season * rest * 0.15;
  far[2] = (far[2] ?? 0) + season * rest * 0.1;
  return { near: near.map((mass, bucket) => mass + 0.0001 * nearWidth(bucket)), far };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
