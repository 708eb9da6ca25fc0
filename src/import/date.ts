import type { Facts } from "../archive/facts.ts";
import { identityText } from "../archive/identity.ts";
import { type Dateable, type DatingRequest, type DatingResult, datePosts } from "../dating/date.ts";
import { find } from "../dating/expressions/find.ts";
import { plainText } from "../dating/expressions/plain-text.ts";
import type { Constraint } from "../dating/solver/constraint.ts";
import { addDays, type Day, isTellable } from "../model/day.ts";
import type { Draft } from "../model/draft.ts";
import { attachmentsOf } from "../model/post.ts";
import type { Sidecar } from "../read/sidecar.ts";
import { daysTold, type ToldDay } from "../text/heading-day.ts";
import type { ParsedDump } from "./parse.ts";

/** What is known of the days of a dump's posts from outside it. */
export interface KnownDays {
  /** Day of the dump's first import, or today: the last bound where neither the sidecar nor the text gives one. */
  readonly today: Day;
  /** Days given by hand or told by exports. */
  readonly facts?: Facts;
  /** What other dumps say of the days of this one's posts, by place; see `constraintsBetween`. */
  readonly constraints?: ReadonlyMap<number, Constraint>;
}

/** Dates the posts of a dump by their texts, by what the page states, and by what is known from outside. */
export function dateDump(dump: ParsedDump, known: KnownDays): DatingResult {
  return datePosts(requestOf(dump, known));
}

/** What is asked of the dating of a dump. */
export function requestOf(dump: ParsedDump, { today, facts, constraints }: KnownDays): DatingRequest {
  const { source, sidecar, posts, order } = dump;
  const factsHere = facts?.(dump.channel);
  const words = posts.map(({ draft, text }) => identityText({ ...attachmentsOf(draft), text }));
  const once = placesOfUnique(words);
  const all = posts.map(({ lines }) => lines);
  const days = daysTold(
    posts.map(({ draft }) => draft.dayOver),
    sidecar.retrieved,
  );
  return {
    posts: posts.map(({ draft, text, language, lines }, index): Dateable => {
      const ownWords = once.has(index) ? (words[index] ?? "") : "";
      const fact = factsHere?.({ sha256: source.sha256, lines, words: ownWords, all });
      // A person's word goes before the page's, and the page's own before what other captures tell: a second import says the same.
      const given = fact?.basis === "given" ? fact : undefined;
      const known = [given, statedDay(draft, sidecar), fact, constraints?.get(index), savedDay(draft)];
      const dayOver = wordsOfDay(days[index], draft.dayOver ?? "", language);
      const outside = known.find((one) => one !== undefined && canDate(one));
      return {
        // The day over a post dates it as if its author had written it on top.
        text: dayOver === undefined ? text : `${dayOver}\n${text}`,
        language,
        ...(outside === undefined ? {} : { known: outside }),
        ...(draft.clock === undefined ? {} : { clock: draft.clock }),
      };
    }),
    ...(order === undefined ? {} : { order }),
    ...(sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved }),
    today,
  };
}

/** The day over a post as it is printed, if dating reads it so, or in other words. */
function wordsOfDay(told: ToldDay | undefined, printed: string, language: string): string | undefined {
  if (told?.date === undefined) return told?.words;
  const { year, month, day, weekday } = told.date;
  const [found, more] = find(plainText(printed), language);
  const read = more === undefined && found?.expression.kind === "days" ? found.expression : undefined;
  const isWhole = !/[\p{L}\p{N}]/u.test(printed.slice(0, found?.start) + printed.slice(found?.end));
  const isRead =
    isWhole &&
    read?.first.day === day &&
    read.last.day === day &&
    read.first.month === month &&
    read.first.year === year &&
    (weekday === undefined || read.weekday === weekday);
  return isRead ? printed : told.words;
}

/**
 * The day that a page states for a post. A clock whose time zone nobody told is 14 hours ahead of UTC at most, and 12 behind it: the archive's day can
 * then be a neighbour of the stated one.
 */
function statedDay(draft: Draft, { timezone }: Sidecar): Constraint | undefined {
  if (draft.stated === undefined) return undefined;
  const { day, printed, or = day } = draft.stated;
  if (!isTellable(day) || !isTellable(or)) return undefined;
  const hour = Number(draft.clock?.slice(0, 2) ?? 12);
  const open = timezone === undefined;
  return {
    best: day,
    earliest: addDays(day < or ? day : or, open && hour < 14 ? -1 : 0),
    latest: addDays(day > or ? day : or, open && hour >= 12 ? 1 : 0),
    basis: "timestamp",
    evidence: printed,
  };
}

function savedDay({ saved }: Draft): Constraint | undefined {
  return saved === undefined ? undefined : { latest: saved };
}

/** Whether neighbours can be dated by a day: a person may well give one that no page can have. */
function canDate({ best, earliest, latest }: Constraint): boolean {
  return [best, earliest, latest].every((day) => day === undefined || isTellable(day));
}

/** The places of what stands in a list once. */
function placesOfUnique(list: readonly string[]): ReadonlySet<number> {
  const places = new Map<string, number>();
  for (const [index, item] of list.entries()) places.set(item, places.has(item) ? -1 : index);
  return new Set(places.values());
}
