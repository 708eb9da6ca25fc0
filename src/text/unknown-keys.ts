import type { z } from "zod";
import { keyLine } from "../model/key-line.ts";
import { lettersApart } from "./spelling.ts";

/** Keys that a file of settings may not have, as the schema found them. */
type UnknownKeys = Pick<z.core.$ZodIssueUnrecognizedKeys, "path" | "keys">;

/**
 * What is told of unknown keys of a YAML text: each with its line, the known key that is spelled most like it, and all that may stand there.
 *
 *     line 1: unknown key "chanel": did you mean "channel"? (known keys: channel, handle, url)
 */
export function unknownKeysTold({ path, keys }: UnknownKeys, known: readonly string[], text: string): string {
  return keys
    .map((key) => {
      const line = keyLine(text, [...path, key]);
      const meant = nearestKey(key, known);
      const remedy = meant === undefined ? "remove it" : `did you mean ${JSON.stringify(meant)}?`;
      const place = line === undefined ? "" : `line ${line}: `;
      return `${place}unknown key ${JSON.stringify([...path, key].join("."))}: ${remedy} (known keys: ${known.join(", ")})`;
    })
    .join("; ");
}

/** No longer key is a slip of the pen, in UTF-16 units. */
const longestKey = 40;

/** So many signs of a known key are enough to know it by: `lang`, `zone`. */
const leastPart = 4;

/** The known key that a key was meant to be; nothing where none is spelled like it. Capitals, hyphens and the like make no difference. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  const written = lettersOf(key);
  if (written === "" || written.length > longestKey) return undefined;
  const ranked = known
    .map((one) => ({ one, letters: lettersOf(one) }))
    .map(({ one, letters }) => ({ one, letters, apart: lettersApart(written, letters, longestKey) }))
    .sort((one, other) => one.apart - other.apart);
  const [first] = ranked;
  if (first !== undefined && first.apart <= Math.max(written.length, first.letters.length) / 3) return first.one;
  const isPart = (part: string, whole: string): boolean => part.length >= leastPart && whole.includes(part);
  return ranked.find(({ letters }) => isPart(written, letters) || isPart(letters, written))?.one;
}

function lettersOf(key: string): string {
  return key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
