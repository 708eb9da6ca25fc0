import { render } from "preact";
import { useCallback, useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Day } from "../../model/day.ts";
import { addDays } from "../../model/day.ts";
import type { BoundaryQuestion } from "../boundaries.ts";
import type { DateQuestion } from "../dates.ts";
import type { BoundaryWord } from "../sidecar-text.ts";
import type { BoundaryChange, DumpView, ReviewState } from "../view.ts";
import { askState, type Reply, sendAnswer } from "./ask.ts";
import { BoundaryCard, linesAround } from "./boundary-card.tsx";
import { type DateAnswer, DateCard } from "./date-card.tsx";
import { Lists } from "./lists.tsx";

/** What a review shows: questions of one kind, or lists. */
export type Kind = "boundaries" | "dates" | "lists";

const nameKey = "scrollback-review-name";

function Review() {
  const [state, setState] = useState<ReviewState>();
  const [lines, setLines] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const [kind, setKind] = useState<Kind>("boundaries");
  const [least, setLeast] = useState(0);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState("");
  const [name, setName] = useState(() => localStorage.getItem(nameKey) ?? "");
  const [channel, setChannel] = useState("");
  // On a phone the question comes first.
  const [wide] = useState(() => matchMedia("(min-width: 40rem)").matches);
  const [note, setNote] = useState("");
  const [cursor, setCursor] = useState(0);
  const [day, setDay] = useState<Day>();
  const [from, setFrom] = useState<Day>();

  const take = useCallback((answer: Reply, words: string): void => {
    if ("reason" in answer) {
      setSaid(answer.reason);
      // Somebody else may have answered: what stands now is shown.
      void askState(undefined, false).then((now) => "state" in now && setState((old) => merged(old, now.state)));
      return;
    }
    const { dump } = answer.state;
    const own = dump?.lines;
    if (dump !== undefined && own !== undefined) setLines((old) => new Map(old).set(dump.file, own));
    setState(answer.state);
    setSaid(words);
    setNote("");
    setCursor(0);
    setDay(undefined);
    setFrom(undefined);
  }, []);
  const open = useCallback((file?: string) => askState(file, true).then((answer) => take(answer, "")), [take]);
  useEffect(() => void open(), [open]);

  const dump = state?.dump;
  const channels = [...new Set(state?.dumps.map((each) => each.channel ?? "") ?? [])].filter(Boolean).sort();
  const shownDumps =
    state?.dumps.filter((each) => channel === "" || each.channel === channel || each.file === dump?.file) ?? [];
  const by = name || state?.editor || "";
  const send = (what: string, body: object, words: string): void => {
    const extra = what === "undo" || what === "channel" ? {} : { ...(by ? { by } : {}), ...(note ? { note } : {}) };
    void sendAnswer(what, { ...body, ...extra }).then((answer) => take(answer, words));
  };
  const questions =
    dump?.questions.filter((each) => doubtOf(each) >= least && !skipped.has(`${dump.file} ${each.line}`)) ?? [];
  const dates = dump?.dates.filter((each) => !skipped.has(each.id)) ?? [];
  const question = questions[0];
  const asked = dates[0];
  const shownLines = dump === undefined ? [] : (lines.get(dump.file) ?? []);
  const settleAll = (changes: readonly BoundaryChange[], words: string): void => {
    if (dump !== undefined && changes.length > 0) send("boundary", { dump: dump.file, changes }, words);
  };
  const changeOf = (line: number, to: BoundaryWord): BoundaryChange => ({
    line,
    was: dump?.settled.find((each) => each.line === line)?.to ?? "open",
    to,
  });
  const settle = (line: number, to: BoundaryWord): void =>
    settleAll(
      [changeOf(line, to)],
      to === "open"
        ? `Line ${line} is open again.`
        : `Line ${line}: ${to === "start" ? "a post starts" : "no post starts"}.`,
    );
  const move = (own: BoundaryQuestion, step: -1 | 1): void => {
    const all = linesAround(shownLines, own.line);
    const next = all[all.indexOf(own.line) + step];
    if (next !== undefined)
      settleAll([changeOf(own.line, "join"), changeOf(next, "start")], `A post starts at line ${next}.`);
  };
  const alike = (own: BoundaryQuestion): void => {
    const to = own.isStart ? "start" : "join";
    settleAll(
      [own.line, ...own.alike].map((line) => changeOf(line, to)),
      `${own.alike.length + 1} places settled.`,
    );
  };
  const answerDate = (own: DateQuestion, how: DateAnswer): void => {
    if (dump === undefined) return;
    const chosen = day ?? own.dating.best;
    if (how === "range" && from === undefined) {
      setFrom(chosen);
      setSaid(`Range from ${chosen}: choose its last day, then R again.`);
      return;
    }
    const word =
      how === "confirm"
        ? { kind: "day", day: own.dating.best }
        : how === "day"
          ? { kind: "day", day: chosen }
          : how === "not-before"
            ? { kind: "range", earliest: chosen }
            : how === "not-after"
              ? { kind: "range", latest: chosen }
              : {
                  kind: "range",
                  earliest: [chosen, from ?? chosen].sort()[0],
                  latest: [chosen, from ?? chosen].sort()[1],
                };
    send("date", { dump: dump.file, id: own.id, word }, `Date of “${own.title}” set.`);
  };
  const later = (key: string): void => setSkipped((old) => new Set(old).add(key));
  const undo = (): void => send("undo", {}, "Taken back.");

  // Before the next key comes: a key that is held down must not meet the keys of the page before it.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const target = event.target;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement
      )
        return;
      const act = keysNow()[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });

  function keysNow(): Readonly<Record<string, () => void>> {
    const common = {
      u: undo,
      o: openNote,
      "1": () => setKind("boundaries"),
      "2": () => setKind("dates"),
      "3": () => setKind("lists"),
    };
    if (kind === "boundaries" && question !== undefined) {
      const all = linesAround(shownLines, question.line);
      const here = cursor || question.line;
      const step = (by: number) => () =>
        setCursor((last) => all[Math.max(0, Math.min(all.length - 1, all.indexOf(last || here) + by))] ?? here);
      return {
        ...common,
        y: () => settle(question.line, "start"),
        n: () => settle(question.line, "join"),
        s: () => settle(here, "start"),
        j: () => settle(here, "join"),
        a: () => alike(question),
        k: () => later(`${dump?.file} ${question.line}`),
        "[": () => move(question, -1),
        "]": () => move(question, 1),
        ArrowUp: step(-1),
        ArrowDown: step(1),
      };
    }
    if (kind === "dates" && asked !== undefined) {
      const chosen = day ?? asked.dating.best;
      return {
        ...common,
        y: () => answerDate(asked, "confirm"),
        d: () => answerDate(asked, "day"),
        b: () => answerDate(asked, "not-before"),
        f: () => answerDate(asked, "not-after"),
        r: () => answerDate(asked, "range"),
        k: () => later(asked.id),
        ArrowLeft: () => setDay(addDays(chosen, -1)),
        ArrowRight: () => setDay(addDays(chosen, 1)),
      };
    }
    return common;
  }

  return (
    <>
      <header class="review-head">
        <h1>Review</h1>
        <label>
          Dump{" "}
          <select value={dump?.file ?? ""} onChange={({ currentTarget }) => void open(currentTarget.value)}>
            {shownDumps.map((each) => (
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
      <nav class="kinds" aria-label="Kinds of questions">
        {(
          [
            ["boundaries", `Boundaries (${dump?.questions.length ?? 0})`],
            ["dates", `Dates (${dump?.dates.length ?? 0})`],
            [
              "lists",
              `Answers and lists (${(dump?.settled.length ?? 0) + (dump?.datesSet.length ?? 0) + (dump?.listed.length ?? 0)})`,
            ],
          ] as const
        ).map(([each, words]) => (
          <button key={each} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>
            {words}
          </button>
        ))}
      </nav>
      <details class="own" open={wide}>
        <summary>Your name, a note, filters</summary>
        <label>
          Your name{" "}
          <input
            value={by}
            onChange={({ currentTarget }) => {
              localStorage.setItem(nameKey, currentTarget.value);
              setName(currentTarget.value);
            }}
          />
        </label>
        <label>
          Note <kbd>O</kbd>{" "}
          <input id="note" value={note} onInput={({ currentTarget }) => setNote(currentTarget.value)} />
        </label>
        <label>
          At least as doubtful as{" "}
          <select value={String(least)} onChange={({ currentTarget }) => setLeast(Number(currentTarget.value))}>
            {[0, 0.05, 0.15, 0.3].map((share) => (
              <option key={share} value={String(share)}>
                {share === 0 ? "anything" : `${share * 100} %`}
              </option>
            ))}
          </select>
        </label>
        <label>
          Channel{" "}
          <select value={channel} onChange={({ currentTarget }) => setChannel(currentTarget.value)}>
            <option value="">all</option>
            {channels.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      </details>
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
      {dump?.failure !== undefined && <p role="alert">{dump.failure}</p>}
      {dump !== undefined && <Wrong dump={dump} />}
      {kind === "boundaries" && dump !== undefined && question !== undefined && (
        <BoundaryCard
          question={question}
          dump={dump}
          lines={shownLines}
          cursor={cursor || question.line}
          setCursor={setCursor}
          settle={settle}
          move={(step) => move(question, step)}
          alike={() => alike(question)}
          later={() => later(`${dump.file} ${question.line}`)}
        />
      )}
      {kind === "boundaries" && question === undefined && dump !== undefined && (
        <p class="done">No open question about boundaries here.</p>
      )}
      {kind === "dates" && asked !== undefined && (
        <DateCard
          question={asked}
          chosen={day ?? asked.dating.best}
          from={from}
          choose={setDay}
          answer={(how) => answerDate(asked, how)}
          later={() => later(asked.id)}
        />
      )}
      {kind === "dates" && asked === undefined && dump !== undefined && (
        <p class="done">No open question about dates here; posts that were not imported yet are not asked.</p>
      )}
      {kind === "lists" && dump !== undefined && (
        <Lists
          dump={dump}
          lines={shownLines}
          reopen={(line) => settle(line, "open")}
          reopenDate={(id) =>
            send("date", { dump: dump.file, id, word: { kind: "open" } }, "The date is inferred again.")
          }
          nameChannel={(channel) =>
            send("channel", { dump: dump.file, name: channel }, `The channel is called ${channel}.`)
          }
        />
      )}
    </>
  );
}

function openNote(): void {
  const field = document.getElementById("note");
  const box = field?.closest("details");
  if (box) box.open = true;
  field?.focus();
}

function Wrong({ dump }: { readonly dump: DumpView }) {
  return (
    <>
      {dump.warning !== undefined && (
        <p class="why">
          <strong>First of all: {dump.warning}.</strong>
        </p>
      )}
      <p class="why">
        {dump.starts.length} posts; about {dump.expectedWrong.toFixed(1)} boundaries are expected to be wrong. Answers
        are written to the sidecar and to post files; the next import takes them up.
      </p>
    </>
  );
}

function doubtOf({ chance, isStart }: BoundaryQuestion): number {
  return isStart ? 1 - chance : chance;
}

/** What stands now, with the dump that is shown where the answer is of another. */
function merged(old: ReviewState | undefined, now: ReviewState): ReviewState {
  return old?.dump !== undefined && now.dump?.file !== old.dump.file ? { ...now, dump: old.dump } : now;
}

const host = document.getElementById("review");
if (host !== null) {
  host.replaceChildren();
  render(<Review />, host);
}
