import { doubtOf } from "../boundaries.ts";
import type { DumpView } from "../view.ts";
import { type BoundaryCardProps, linesAround, PageLines } from "./boundary-card.tsx";

/** Places that are looked at together, and what is said of all of them: what the page shows, or the same. */
export interface Check {
  readonly places: readonly number[];
  /** Absent where each place is as the page shows it. */
  readonly to?: "start" | "join";
}

/** What the card of a check is made of. */
export interface CheckCardProps extends Omit<BoundaryCardProps, "question" | "move" | "alike"> {
  readonly check: Check;
  /** Says it of all places. */
  readonly all: () => void;
}

/** Lines of text that are shown above and below each place. */
const around = 3;

/** The lines of all places in the order of the page: what the arrow keys walk through. */
export function linesOfCheck(lines: readonly string[], { places }: Check): readonly number[] {
  return [...new Set(places.flatMap((line) => linesAround(lines, line, around)))].sort((one, other) => one - other);
}

/** Several places of a page with the question whether it is right at all of them. */
export function CheckCard({ check, all, later, ...page }: CheckCardProps) {
  const { places, to } = check;
  const { dump, lines } = page;
  return (
    <section class="card" aria-labelledby="asked">
      <h2 id="asked">{headingOf(check)}</h2>
      <p class="why">
        {to === undefined
          ? "A line marked “new” starts a post. Correct a line with the button before it."
          : "These places look alike. Settle one that differs with its button; it leaves the list."}{" "}
        <span class="by-keys">Keys: arrows to move, S to split, J to join.</span>
      </p>
      <div class="acts">
        <button type="button" class="answer" onClick={all} aria-keyshortcuts="Y">
          {to === undefined ? "Yes, all correct" : `Yes, at all ${places.length}`} <kbd>Y</kbd>
        </button>
        <button type="button" onClick={later} aria-keyshortcuts="K">
          {to === undefined ? "Later" : "Back"} <kbd>K</kbd>
        </button>
      </div>
      <ol class="checked">
        {places.map((line) => (
          <li key={line}>
            <p class="why">
              Line {line}: {wordsOf(dump, line)}
            </p>
            <PageLines {...page} asked={line} shown={linesAround(lines, line, around)} name={`Lines around ${line}`} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function headingOf({ places, to }: Check): string {
  const words = places.length === 1 ? "at this place" : `at these ${places.length} places`;
  if (to === undefined) return `Is the page split correctly ${words}?`;
  return to === "start" ? `Does a post start ${words}?` : `Does no post start ${words}?`;
}

function wordsOf({ questions, starts }: DumpView, line: number): string {
  const question = questions.find((each) => each.line === line);
  const isStart = starts.includes(line);
  const doubt = question === undefined ? 0 : Math.round(100 * doubtOf(question));
  return `${isStart ? "a post starts" : "no post starts"} (${doubt} % doubtful)`;
}
