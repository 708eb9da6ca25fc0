import type { BoundaryQuestion } from "../boundaries.ts";
import { doubtOf } from "../boundaries.ts";
import type { DateQuestion } from "../dates.ts";
import type { ShownListed } from "../listed.ts";
import type { DumpView } from "../view.ts";
import { otherKinds } from "./other-card.tsx";

/** What the list is made of: what is open after the filters, and what was answered. */
export interface ListsProps {
  readonly dump: DumpView;
  readonly lines: readonly string[];
  readonly questions: readonly BoundaryQuestion[];
  readonly dates: readonly DateQuestion[];
  readonly others: readonly ShownListed[];
  readonly goToLine: (line: number) => void;
  readonly goToDate: (id: string) => void;
  readonly goToOther: (doubt: ShownListed) => void;
  readonly reopen: (line: number) => void;
  readonly reopenDate: (id: string) => void;
}

/** Everything that is open, the most worth first, each a way to its question, and what was answered, each to be taken back. */
export function Lists(props: ListsProps) {
  const { dump, lines, questions, dates, others, goToLine, goToDate, goToOther } = props;
  return (
    <>
      <section class="card" aria-labelledby="open">
        <h2 id="open">Open ({questions.length + dates.length + others.length})</h2>
        <ul class="list">
          {questions.map((question) => (
            <li key={question.line}>
              <button type="button" onClick={() => goToLine(question.line)}>
                Boundary, line {question.line}
              </button>{" "}
              <span>
                “<bdi>{cut(lines[question.line - 1] ?? "")}</bdi>”{" "}
                <small>({Math.round(100 * doubtOf(question))} % doubtful)</small>
              </span>
            </li>
          ))}
          {dates.map(({ id, title, dating }) => (
            <li key={id}>
              <button type="button" onClick={() => goToDate(id)}>
                Date, {dating.best}
              </button>{" "}
              <span>
                “<bdi>{cut(title)}</bdi>”{" "}
                <small>
                  ({dating.earliest} to {dating.latest})
                </small>
              </span>
            </li>
          ))}
          {others.map((other) => (
            <li key={`${other.kind} ${other.posts.join()}`}>
              <button type="button" onClick={() => goToOther(other)}>
                {otherKinds[other.kind]}
              </button>{" "}
              <span>
                “<bdi>{cut(other.title)}</bdi>” <small>{other.what}</small>
              </span>
            </li>
          ))}
        </ul>
        {questions.length + dates.length + others.length === 0 && <p>Nothing is open here.</p>}
      </section>
      <Answers {...props} dump={dump} lines={lines} />
    </>
  );
}

function Answers({ dump, lines, reopen, reopenDate }: ListsProps) {
  return (
    <section class="card" aria-labelledby="answered">
      <h2 id="answered">Answers ({dump.settled.length + dump.datesSet.length})</h2>
      {dump.settled.length + dump.datesSet.length === 0 && <p>None yet.</p>}
      <ul class="list">
        {dump.settled.map(({ line, to, ...who }) => (
          <li key={line}>
            <button type="button" onClick={() => reopen(line)} aria-label={`Take back the answer about line ${line}`}>
              Take back
            </button>{" "}
            <span>
              Line {line}, {to === "start" ? "a post starts" : "no post starts"}: “
              <bdi>{cut(lines[line - 1] ?? "")}</bdi>” <Who {...who} />
            </span>
          </li>
        ))}
        {dump.datesSet.map(({ id, title, edtf, ...who }) => (
          <li key={id}>
            <button type="button" onClick={() => reopenDate(id)} aria-label={`Take back the date of ${title}`}>
              Take back
            </button>{" "}
            <span>
              {edtf}: “<bdi>{cut(title)}</bdi>” <Who {...who} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface WhoProps {
  readonly by?: string | undefined;
  readonly on?: string | undefined;
  readonly note?: string | undefined;
}

function Who({ by, on, note }: WhoProps) {
  const words = [by, on, note].filter(Boolean).join(", ");
  return words === "" ? null : <small>({words})</small>;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
