import dayjs from "dayjs";
import type { Day } from "../day.ts";
import type { Basis, Dating } from "../post.ts";
import { isStated } from "./stated.ts";

export { isStated } from "./stated.ts";

/** What a page says of a date: when, and how that is known. */
export interface DatingWords {
  /** `6 February 2026`, `about 6 February 2026`, `between 5 and 7 February 2026`. */
  readonly when: string;
  /** `from its dateline: “(Moscow, February 6, 2026)”`. */
  readonly how: string;
}

/** The claim in English, as what it is: a stated day plain, an inferred one as such. */
export function datingWords(dating: Dating): DatingWords {
  return { when: whenWords(dating), how: howWords(dating) };
}

function whenWords(dating: Dating): string {
  const { best, earliest, latest } = dating;
  if (earliest !== latest) return `between ${span(earliest, latest)}`;
  return isStated(dating) ? long(best) : `about ${long(best)}`;
}

const howByBasis: Readonly<Record<Basis, string>> = {
  dateline: "from its dateline",
  "event-past": "from a day it reports on",
  "event-to-come": "from a day it announces",
  anniversary: "from an anniversary it keeps",
  observance: "from a day it observes",
  mention: "from a day it names",
  relative: "from a day it names beside its own",
  neighbours: "from the posts before and after it",
  capture: "from the day the page was captured; no post tells more",
  order: "from nothing but its place; no post tells the day",
  given: "given by hand or by an export",
};

function howWords({ basis, evidence }: Dating): string {
  const how = howByBasis[basis];
  return evidence === undefined ? how : `${how}: “${evidence.replace(/\s+/gu, " ")}”`;
}

/** `5 and 7 February 2026`, `30 January and 2 February 2026`, `30 December 2025 and 2 January 2026`. */
function span(earliest: Day, latest: Day): string {
  if (earliest.slice(0, 7) === latest.slice(0, 7)) return `${format(earliest, "D")} and ${long(latest)}`;
  if (earliest.slice(0, 4) === latest.slice(0, 4)) return `${format(earliest, "D MMMM")} and ${long(latest)}`;
  return `${long(earliest)} and ${long(latest)}`;
}

function long(day: Day): string {
  return format(day, "D MMMM YYYY");
}

/** dayjs reads a bare day as local midnight and prints it in local time, so that every time zone prints the same day. */
function format(day: Day, pattern: string): string {
  return dayjs(day).locale("en").format(pattern);
}
