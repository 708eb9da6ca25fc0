import type { BoundaryQuestion } from "../boundaries.ts";
import { readingsAt } from "../readings.ts";
import type { BoundaryWord } from "../sidecar-text.ts";
import type { DumpView } from "../view.ts";

/** What the card of a boundary is made of. */
export interface BoundaryCardProps {
  readonly question: BoundaryQuestion;
  readonly dump: DumpView;
  readonly lines: readonly string[];
  /** The line that keys for splitting and joining mean. */
  readonly cursor: number;
  readonly setCursor: (line: number) => void;
  readonly settle: (line: number, to: BoundaryWord) => void;
  readonly move: (step: -1 | 1) => void;
  readonly alike: () => void;
  readonly later: () => void;
}

/** Lines of text that are shown above and below the place that is asked. */
const mostAround = 8;

/** A place of a page with the question whether a post starts there, both readings, and the lines around it. */
export function BoundaryCard(props: BoundaryCardProps) {
  const { question, lines, settle, move, alike, later } = props;
  const percent = Math.round(question.chance * 100);
  const { above, below, together } = readingsAt(lines, question.line);
  const likely = percent >= 100 ? "more than 99" : percent <= 0 ? "less than 1" : String(percent);
  return (
    <section class="card" aria-labelledby="asked">
      <h2 id="asked">Does a post start at line {question.line}?</h2>
      <p class="why">
        Judged {likely} % likely. An answer is expected to correct {question.worth.toFixed(1)} wrong boundaries on this
        page
        {question.alike.length > 0 && `; ${counted(question.alike.length)} like it`}.
      </p>
      <div class="readings">
        <Reading name="Yes: two posts" keys="Y" chosen={question.isStart} choose={() => settle(question.line, "start")}>
          <p>{above}</p>
          <hr />
          <p>{below}</p>
        </Reading>
        <Reading name="No: one post" keys="N" chosen={!question.isStart} choose={() => settle(question.line, "join")}>
          <p>{together}</p>
        </Reading>
      </div>
      <div class="acts">
        <button type="button" onClick={() => move(-1)} aria-keyshortcuts="[">
          Starts a line earlier <kbd>[</kbd>
        </button>
        <button type="button" onClick={() => move(1)} aria-keyshortcuts="]">
          Starts a line later <kbd>]</kbd>
        </button>
        <button type="button" onClick={alike} aria-keyshortcuts="A" disabled={question.alike.length === 0}>
          All {question.alike.length + 1} like this … <kbd>A</kbd>
        </button>
        <button type="button" onClick={later} aria-keyshortcuts="K">
          Later <kbd>K</kbd>
        </button>
      </div>
      <PageLines {...props} asked={question.line} shown={linesAround(lines, question.line)} name="Lines around" />
    </section>
  );
}

function counted(count: number): string {
  return count === 1 ? "1 open place looks" : `${count} open places look`;
}

interface ReadingProps {
  readonly name: string;
  readonly keys: string;
  readonly chosen: boolean;
  readonly choose: () => void;
  readonly children: preact.ComponentChildren;
}

function Reading({ name, keys, chosen, choose, children }: ReadingProps) {
  return (
    <div class={chosen ? "reading chosen" : "reading"}>
      <button type="button" class="answer" onClick={choose} aria-keyshortcuts={keys}>
        {name} <kbd>{keys}</kbd>
      </button>
      <div class="text" dir="auto">
        {children}
      </div>
    </div>
  );
}

/** What lines of the page are made of. */
export interface PageLinesProps {
  readonly dump: DumpView;
  readonly lines: readonly string[];
  readonly shown: readonly number[];
  readonly asked: number;
  readonly name: string;
  readonly cursor: number;
  readonly setCursor: (line: number) => void;
  readonly settle: (line: number, to: BoundaryWord) => void;
}

/** Lines of the page around a place, each with a switch that splits before it or joins it to the one above. */
export function PageLines({ dump, lines, shown, asked, name, cursor, setCursor, settle }: PageLinesProps) {
  const starts = new Set(dump.starts);
  const settled = new Set(dump.settled.map(({ line }) => line));
  return (
    <ol class="page" aria-label={name}>
      {shown.map((line) => {
        const isStart = starts.has(line);
        const classes = [isStart ? "start" : "", line === asked ? "asked" : "", line === cursor ? "cursor" : ""];
        return (
          <li
            key={line}
            value={line}
            class={classes.filter(Boolean).join(" ")}
            data-line={line}
            onFocusIn={() => setCursor(line)}
          >
            <button
              type="button"
              aria-pressed={isStart}
              aria-label={`A post starts at line ${line}`}
              onClick={() => settle(line, isStart ? "join" : "start")}
            >
              <span aria-hidden="true">{isStart ? "new" : "…"}</span>
            </button>
            <span class="number" aria-hidden="true">
              {line}
            </span>
            <span class="words" dir="auto">
              {lines[line - 1]}
              {settled.has(line) && <em> (settled)</em>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

/** The lines of text around a place, blank ones left out. */
export function linesAround(lines: readonly string[], line: number, around = mostAround): readonly number[] {
  const isText = (at: number): boolean => (lines[at - 1]?.trim() ?? "") !== "";
  const before: number[] = [];
  for (let at = line - 1; at >= 1 && before.length < around; at -= 1) if (isText(at)) before.unshift(at);
  const behind: number[] = [];
  for (let at = line; at <= lines.length && behind.length <= around; at += 1) if (isText(at)) behind.push(at);
  return [...before, ...behind];
}
