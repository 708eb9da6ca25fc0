/** The two texts of a file that a merge left with conflict markers. */
export interface Sides {
  readonly ours: string;
  readonly theirs: string;
  /** Line of the first marker, from 1 on. */
  readonly line: number;
}

type Part = "both" | "ours" | "base" | "theirs";

/** What follows which marker; a line that looks like one where none can stand is text. */
const markers: readonly { readonly pattern: RegExp; readonly from: readonly Part[]; readonly to: Part }[] = [
  { pattern: /^<{7}(?: .*)?$/u, from: ["both"], to: "ours" },
  { pattern: /^\|{7}(?: .*)?$/u, from: ["ours"], to: "base" },
  { pattern: /^={7}$/u, from: ["ours", "base"], to: "theirs" },
  { pattern: /^>{7}(?: .*)?$/u, from: ["theirs"], to: "both" },
];

/**
 * The sides of a text with the conflict markers of a version control system, also those of git's style `diff3`; `undefined` for a text without
 * any, or with some that are not whole.
 *
 *     <<<<<<< HEAD
 *     {"id":"k3v9x0q2mt"}
 *     =======
 *     {"id":"8f2jz41ncb"}
 *     >>>>>>> other
 */
export function sidesOf(text: string): Sides | undefined {
  if (!/^<{7}/mu.test(text)) return undefined;
  const sides = { ours: "", theirs: "" };
  let part: Part = "both";
  let first: number | undefined;
  for (const [index, line] of text.split(/(?<=\n)/u).entries()) {
    const bare = line.replace(/\r?\n$/u, "");
    const marker = markers.find(({ pattern, from }) => from.includes(part) && pattern.test(bare));
    if (marker !== undefined) {
      part = marker.to;
      first ??= index + 1;
    } else {
      if (part === "both" || part === "ours") sides.ours += line;
      if (part === "both" || part === "theirs") sides.theirs += line;
    }
  }
  return first === undefined || part !== "both" ? undefined : { ...sides, line: first };
}

/** All lines of both sides, without the markers and what stood there before. */
export function withoutMarkers(text: string): string {
  const sides = sidesOf(text);
  if (sides === undefined) return text;
  const ours = new Set(sides.ours.split("\n"));
  const added = sides.theirs.split("\n").filter((line) => !ours.has(line));
  const gap = sides.ours === "" || sides.ours.endsWith("\n") ? "" : "\n";
  return sides.ours + gap + added.map((line) => `${line}\n`).join("");
}
