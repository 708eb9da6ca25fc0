import { headingDay } from "../../text/heading-day.ts";

/** A clock time with the text that it stands over or under. */
export interface Timed {
  /** `HH:MM`. */
  readonly clock: string;
  /** The lines that say something, days over them left out. */
  readonly text: readonly string[];
}

/** Almost all times of a timetable are full five minutes; of posts that nobody planned, one in five. */
const mostRound = 0.75;

/** Whether so many times are full five minutes that they may be planned: those of a timetable, or of posts that were scheduled. */
export function areRound(clocks: readonly string[]): boolean {
  return clocks.filter((clock) => Number(clock.slice(3)) % 5 === 0).length >= clocks.length * mostRound;
}

/** Whether times can be those of one day, in its order: a timetable, a programme, prayers. Posts of several days begin anew; newest first, they run backwards. */
export function areOfOneDay(clocks: readonly string[]): boolean {
  const minutes = clocks.map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  const steps = minutes.slice(1).map((own, at) => (own - (minutes[at] ?? 0) + wholeDay) % wholeDay);
  return steps.reduce((sum, step) => sum + step, 0) < wholeDay;
}

const wholeDay = 24 * 60;

/** The least share of texts that differ, that are said as posts are, and of days of a programme below headings. */
const least = { different: 0.9, said: 0.5, headed: 0.9 } as const;

/** Of texts that begin alike, the share that makes a list: `Train to …`, `Line 5 …` */
const mostAlike = 0.8;

/** On the mean, shorter texts are titles, or may be items of a list; what is as long as a post needs no sign at its end. In UTF-16 units. */
const lengths = { title: 24, item: 48, post: 80 } as const;

/** No heading over a part of a programme is longer, in UTF-16 units. */
const longestHeading = 40;

/**
 * Whether times that may be planned are of posts all the same: they run through more than one day, and the texts beside them differ and are said as
 * posts are, in sentences, not as the items of a list are, and no headings part them into days of a programme.
 *
 *     The road works end today.      Choir practice
 *     18:15                          18:15
 *     The library is closed.         Reading group
 *     08:45                          20:00
 */
export function areOfPosts(timed: readonly Timed[]): boolean {
  if (areOfOneDay(timed.map(({ clock }) => clock))) return false;
  const texts = timed.map(({ text }) => text.join(" ").trim());
  const total = texts.reduce((sum, text) => sum + lengthOf(text), 0);
  if (total < lengths.title * texts.length) return false;
  if (new Set(texts.map((text) => text.toLowerCase())).size < texts.length * least.different) return false;
  return areSaid(timed) && !beginAlike(timed) && !isProgramme(timed);
}

/** Whether texts are items of a list, each on a line of its own, rather than said as posts are: `Prayer at noon in the new mosque`. */
export function areItems(timed: readonly Timed[]): boolean {
  const total = timed.reduce((sum, { text }) => sum + lengthOf(text.join(" ")), 0);
  const areShort = total < lengths.item * timed.length && timed.every(({ text }) => text.length === 1);
  return areShort && (!areSaid(timed) || beginAlike(timed));
}

function areSaid(timed: readonly Timed[]): boolean {
  const said = timed.filter(
    ({ text }) => endsAsPost.test(text.at(-1) ?? "") || lengthOf(text.join(" ")) >= lengths.post,
  );
  return said.length >= timed.length * least.said;
}

/** Signs that stand for syllables or words count twice. */
export function lengthOf(text: string): number {
  return text.replace(denseSigns, "$&$&").length;
}

const denseSigns = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** A sentence, an emoji, a hashtag or an address ends a post, and hardly an item of a list. */
const endsAsPost =
  /(?:[.!?…。！？।॥؟۔։።]["'»”’」』)\]]*|(?:\p{Extended_Pictographic}|\p{Regional_Indicator})(?:\uFE0F|\p{Emoji_Modifier})*|#[^\s#]+|https?:\/\/\S+)\s*$/u;

/** Whether texts of one line begin with the same two words, as departures of one line do. */
function beginAlike(timed: readonly Timed[]): boolean {
  const begins = timed.map(({ text }) =>
    text.length === 1 ? (/^\S+\s+\S+/u.exec(text[0] ?? "")?.[0] ?? "").toLowerCase() : "",
  );
  const counts = new Map<string, number>();
  for (const begin of begins) if (begin !== "") counts.set(begin, (counts.get(begin) ?? 0) + 1);
  return Math.max(0, ...counts.values()) >= timed.length * mostAlike;
}

/** Whether a short line heads each run of times that grow, and nothing else: `Saturday`, `Day 2`, `From the northern pier`. */
function isProgramme(timed: readonly Timed[]): boolean {
  const headed = timed.map(({ text }) => text.length > 1 && isHeading(text[0] ?? ""));
  const opens = timed.map(({ clock }, at) => at === 0 || clock <= (timed[at - 1]?.clock ?? ""));
  const runs = opens.filter(Boolean).length;
  const others = headed.filter((own, at) => own && opens[at] !== true).length;
  const found = headed.filter((own, at) => own && opens[at] === true).length;
  return runs < timed.length && others === 0 && found >= runs * least.headed;
}

function isHeading(line: string): boolean {
  return line.length <= longestHeading && !endsAsPost.test(line) && headingDay(line) === undefined;
}
