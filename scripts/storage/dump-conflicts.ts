import { sidesOf } from "../../src/archive/merge-conflicts.ts";
import type { Ledger } from "../../src/model/ledger.ts";
import type { Notice } from "../../src/model/notice.ts";
import type { FoundDump } from "./dumps.ts";

/**
 * Dumps with the merge conflict markers. One that was imported with other bytes was damaged by a merge, and fails; one that was not may show
 * such lines itself, and is told of.
 */
export function refuseConflicts(
  found: readonly FoundDump[],
  ledger: Ledger,
): { readonly found: readonly FoundDump[]; readonly notices: readonly Notice[] } {
  const known = new Map(ledger.dumps.map(({ file, sha256 }) => [file, sha256]));
  const notices: Notice[] = [];
  const checked = found.map((dump): FoundDump => {
    const line = dump.kind === "read" ? conflictIn(dump.source.lines) : undefined;
    if (dump.kind !== "read" || line === undefined) return dump;
    const { file, sha256 } = dump.source;
    const imported = known.get(file);
    if (imported === sha256) return dump;
    if (imported === undefined) {
      const reason =
        "looks like a merge conflict marker; if it is not part of the page, restore the dump from version control";
      notices.push({ rule: "read/conflict-marker", file, line, reason });
      return dump;
    }
    const message = `Cannot read dump "${file}": merge conflict markers in line ${line}; restore the file with SHA-256 ${imported} from version control`;
    return { kind: "failed", file, message };
  });
  return { found: checked, notices };
}

/** The line of the first marker; nothing where the markers are not whole. */
function conflictIn(lines: readonly string[]): number | undefined {
  return lines.some((line) => line.startsWith("<<<<<<<")) ? sidesOf(lines.join("\n"))?.line : undefined;
}
