import { slugOf } from "./slug.ts";

/**
 * The key that joins spellings of a channel's or a source's name: its slug, so that emoji, case and punctuation make no
 * difference; the name itself where it has neither letter nor digit.
 */
export function nameKey(name: string): string {
  return slugOf(name) || name;
}
