import type { DumpSummary } from "../view.ts";
import type { Session } from "./use-session.ts";

/** What a review shows: questions of one kind, or the list of all. */
export type Kind = "boundaries" | "dates" | "others" | "list";

/** What the head of the page is made of. */
export interface ReviewHeadProps {
  readonly session: Session;
  readonly dumps: readonly DumpSummary[];
  readonly openDump: (file: string) => void;
  readonly undo: () => void;
}

/** The dump that is shown, the others, and the way back. */
export function ReviewHead({ session: { state, dump }, dumps, openDump, undo }: ReviewHeadProps) {
  return (
    <header class="review-head">
      <h1>Review</h1>
      <label>
        Dump{" "}
        <select value={dump?.file ?? ""} onChange={({ currentTarget }) => openDump(currentTarget.value)}>
          {dumps.map((each) => (
            <option key={each.file} value={each.file}>
              {each.file} (
              {each.failure === undefined ? `${each.open} open, ${each.settled} settled` : "cannot be read"})
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={undo} disabled={(state?.undoable ?? 0) === 0} aria-keyshortcuts="U">
        Undo <kbd>U</kbd>
      </button>
    </header>
  );
}

/** What the choice of a kind is made of. */
export interface KindsProps {
  readonly kind: Kind;
  readonly counts: Readonly<Record<Kind, number>>;
  readonly show: (kind: Kind) => void;
}

/** The kinds of questions, in the order of their keys. */
export const kinds = {
  boundaries: "Boundaries",
  dates: "Dates",
  others: "Other",
  list: "List and answers",
} as const satisfies Record<Kind, string>;

/** What the counts of kinds are of. */
const scopes = [
  { name: "This dump:", of: ["boundaries", "dates"] },
  { name: "Whole archive:", of: ["others"] },
  { name: "Both:", of: ["list"] },
] as const satisfies readonly { readonly name: string; readonly of: readonly Kind[] }[];

/** The choice of what is asked, with what is open of it: in the dump that is shown, or in the archive. */
export function Kinds({ kind, counts, show }: KindsProps) {
  const keys = Object.keys(kinds) as Kind[];
  return (
    <nav class="kinds" aria-label="Kinds of questions">
      {scopes.map(({ name, of }) => (
        <div key={name} class="scope">
          <span>{name}</span>
          {of.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={kind === each}
              aria-keyshortcuts={String(keys.indexOf(each) + 1)}
              onClick={() => show(each)}
            >
              {kinds[each]} ({counts[each]}) <kbd>{keys.indexOf(each) + 1}</kbd>
            </button>
          ))}
        </div>
      ))}
    </nav>
  );
}
