import { diffArrays } from "diff";
import { segmentsOf } from "../../text/segments.ts";

/** A stretch of two texts that were compared: in both, in the old one alone, or in the new one alone. */
export interface ChangedPart {
  readonly kind: "same" | "removed" | "added";
  readonly text: string;
}

/**
 * What changed between two texts, word by word in every script. All that is not `added`, joined, is the old text; all that is
 * not `removed` is the new one. Texts with more than `mostChanges` words that differ count as wholly changed.
 */
export function changesBetween(old: string, now: string): readonly ChangedPart[] {
  const parts = diffArrays(textWords(old), textWords(now), { maxEditLength: mostChanges });
  const changes = (parts ?? []).map(
    ({ value, added, removed }): ChangedPart => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value.join(""),
    }),
  );
  return parts === undefined ? changed(old, now) : joined(changes);
}

/** The work grows with the number of changes, times the length of the texts. */
const mostChanges = 400;

/** Words and what stands between them; nothing is left out. The root locale parts scripts without blanks by its dictionaries. */
function textWords(text: string): string[] {
  return Array.from(segmentsOf(text), ({ segment }) => segment);
}

function changed(old: string, now: string): readonly ChangedPart[] {
  const changes: ChangedPart[] = [
    { kind: "removed", text: old },
    { kind: "added", text: now },
  ];
  return changes.filter(({ text }) => text !== "");
}

/** Changes with nothing but blanks between them read better as one. */
function joined(changes: readonly ChangedPart[]): readonly ChangedPart[] {
  const runs: { old: string; now: string; same: string }[] = [{ old: "", now: "", same: "" }];
  for (const [at, { kind, text }] of changes.entries()) {
    const run = runs.at(-1);
    if (run === undefined) continue;
    const between = at > 0 && at < changes.length - 1 && /^\s+$/u.test(text) && !text.includes("\n");
    if (kind === "same" && !between) run.same += text;
    else if (run.same !== "")
      runs.push({ old: kind === "added" ? "" : text, now: kind === "removed" ? "" : text, same: "" });
    else {
      if (kind !== "added") run.old += text;
      if (kind !== "removed") run.now += text;
    }
  }
  return runs
    .flatMap(({ old, now, same }) => [
      ...(old === now ? [{ kind: "same", text: old } as const] : changed(old, now)),
      { kind: "same", text: same } as const,
    ])
    .filter(({ text }) => text !== "");
}
