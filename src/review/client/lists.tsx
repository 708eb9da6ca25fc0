import type { BoundaryQuestion } from "../boundaries.ts";
import { doubtOf } from "../boundaries.ts";
import type { CheckedView } from "../checked.ts";
import type { DateQuestion } from "../dates.ts";
import type { ShownListed } from "../listed.ts";
import type { DumpView } from "../view.ts";
import { keyOfOther, otherKinds } from "./other-card.tsx";

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
  readonly checked: readonly CheckedView[];
  readonly reopen: (line: number) => void;
  readonly reopenDate: (id: string) => void;
  readonly reopenName: () => void;
  readonly reopenChecked: (own: CheckedView) => void;
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
            <li key={keyOfOther(other)}>
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

/** What an editor found right, in words. */
const checkedWords: Readonly<Record<CheckedView["what"], string>> = {
  versions: "Right text shown",
  duplicates: "Posts of their own",
  date: "Date kept",
  media: "No description needed",
  description: "Picture described",
};

/** How many answers of a dump and of the archive's posts there are. */
export function answerCount(dump: DumpView | undefined, checked: readonly CheckedView[]): number {
  if (dump === undefined) return checked.length;
  return dump.settled.length + dump.datesSet.length + (dump.named === undefined ? 0 : 1) + checked.length;
}

function Answers({ dump, lines, checked, reopen, reopenDate, reopenName, reopenChecked }: ListsProps) {
  const count = answerCount(dump, checked);
  return (
    <section class="card" aria-labelledby="answered">
      <h2 id="answered">Answers ({count})</h2>
      {count === 0 && <p>None yet.</p>}
      <ul class="list">
        {dump.settled.map(({ line, to, despite = [], ...who }) => (
          <li key={line}>
            <TakeBack what={`the answer about line ${line}`} act={() => reopen(line)} />{" "}
            <span>
              Line {line}, {to === "start" ? "a post starts" : "no post starts"}: “
              <bdi>{cut(lines[line - 1] ?? "")}</bdi>” <Who {...who} />
              {despite.length > 0 && <small> Kept despite {despite.join(", ")}.</small>}
            </span>
          </li>
        ))}
        {dump.datesSet.map(({ id, title, edtf, ...who }) => (
          <li key={id}>
            <TakeBack what={`the date of ${title}`} act={() => reopenDate(id)} />{" "}
            <span>
              {edtf}: “<bdi>{cut(title)}</bdi>” <Who {...who} />
            </span>
          </li>
        ))}
        {dump.named && (
          <li>
            <TakeBack what="the channel’s name" act={reopenName} />{" "}
            <span>
              Channel: “<bdi>{dump.named.name}</bdi>” <Who {...dump.named} />
            </span>
          </li>
        )}
        {checked.map((own) => (
          <li key={`${own.id} ${own.what} ${own.sha256}`}>
            <TakeBack what={`${checkedWords[own.what]}, ${own.title}`} act={() => reopenChecked(own)} />{" "}
            <span>
              {checkedWords[own.what]}
              {own.alt !== undefined && (
                <>
                  {" "}
                  (<bdi>{cut(own.alt)}</bdi>)
                </>
              )}
              : “<bdi>{cut(own.title)}</bdi>” <Who {...own} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeBack({ what, act }: { readonly what: string; readonly act: () => void }) {
  return (
    <button type="button" onClick={act} aria-label={`Take back ${what}`}>
      Take back
    </button>
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
