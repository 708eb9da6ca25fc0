import type { Basis } from "../../model/post.ts";

/**
 * How a named day stands in its post. Each kind has its own row in the table of lags; `lead` is the head of the post, `body` the rest.
 * The value is the basis a date gets that rests on such a day, and how sure such a day is among others of the post (higher speaks first).
 */
export const evidenceKinds = {
  /** In brackets at the end of a headline, or alone on a line: `(Moscow, February 6, 2026)`. */
  dateline: { basis: "dateline", rank: 10 },
  /** A full date after the last word: `— News (@News) August 17, 2017`. */
  signature: { basis: "dateline", rank: 10 },
  /** Beside a word for the day of writing, the day before, the day after: `Вчера, 15 августа`. */
  today: { basis: "relative", rank: 11 },
  yesterday: { basis: "relative", rank: 11 },
  tomorrow: { basis: "relative", rank: 11 },
  /** `80 years ago, on February 4, 1945`: the day and, by the count, the year. */
  "anniversary-lead": { basis: "anniversary", rank: 9 },
  "anniversary-body": { basis: "anniversary", rank: 2 },
  /** `January 24 is the International Day of Education`. */
  "observance-lead": { basis: "observance", rank: 9 },
  "observance-body": { basis: "observance", rank: 3 },
  /** `On January 22, … held consultations`. */
  "past-lead": { basis: "event-past", rank: 8 },
  "past-body": { basis: "event-past", rank: 4 },
  /** `On February 6, … will hold a briefing`. */
  "to-come-lead": { basis: "event-to-come", rank: 7 },
  "to-come-body": { basis: "event-to-come", rank: 4 },
  /** `until 1 June`, and `since 1 June`. */
  until: { basis: "event-to-come", rank: 4 },
  since: { basis: "mention", rank: 4 },
  "mention-lead": { basis: "mention", rank: 7 },
  "mention-body": { basis: "mention", rank: 3 },
  address: { basis: "mention", rank: 6 },
  /** The day of an event that the post shows live, named by another post; see `withSharedEvents`. */
  broadcast: { basis: "neighbours", rank: 6 },
  month: { basis: "mention", rank: 1 },
  year: { basis: "mention", rank: 0 },
  "weekday-today": { basis: "relative", rank: 5 },
  "weekday-past": { basis: "relative", rank: 1 },
  "weekday-to-come": { basis: "relative", rank: 1 },
  "weekday-mention": { basis: "relative", rank: 0 },
} as const satisfies Record<string, { readonly basis: Basis; readonly rank: number }>;

/** A key of `evidenceKinds`: how one named day stands in its post. */
export type EvidenceKind = keyof typeof evidenceKinds;
