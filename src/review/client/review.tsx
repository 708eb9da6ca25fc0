import { render } from "preact";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Day } from "../../model/day.ts";
import { addDays } from "../../model/day.ts";
import { askedNext, type BoundaryQuestion, doubtOf } from "../boundaries.ts";
import { checkedBy } from "../checked.ts";
import type { DateQuestion } from "../dates.ts";
import type { ShownListed } from "../listed.ts";
import type { BoundaryWord } from "../sidecar-text.ts";
import type { BoundaryChange, DumpView, ReviewState } from "../view.ts";
import { askState, type Reply, sendAnswer } from "./ask.ts";
import { BoundaryCard, linesAround } from "./boundary-card.tsx";
import { type Check, CheckCard, linesOfCheck } from "./check-card.tsx";
import { type DateAnswer, DateCard } from "./date-card.tsx";
import { Filters, type Only } from "./filters.tsx";
import { answerCount, Lists } from "./lists.tsx";
import { keyOfOther, OtherCard } from "./other-card.tsx";

/** What a review shows: questions of one kind, or the list of all. */
export type Kind = "boundaries" | "dates" | "others" | "list";

/** The question that was chosen from the list; it goes before the one that is worth most. */
type Chosen = { readonly line: number } | { readonly id: string };

/** Places that look alike and are settled at once, at most: more are hard to look through. */
const mostAlike = 12;

const dateOpen = "The date is inferred again.";

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
  const [note, setNote] = useState("");
  const [cursor, setCursor] = useState(0);
  const [day, setDay] = useState<Day>();
  const [from, setFrom] = useState<Day>();
  const [chosen, setChosen] = useState<Chosen>();
  const [group, setGroup] = useState<Check>();
  const [place, setPlace] = useState(0);
  const [only, setOnly] = useState<Only>("all");
  const busy = useRef(false);

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
    setSaid(answer.state.undone === undefined ? words : `Taken back: ${answer.state.undone}.`);
    setNote("");
    setCursor(0);
    setDay(undefined);
    setFrom(undefined);
    setChosen(undefined);
  }, []);
  const open = useCallback(
    (file?: string) => {
      setGroup(undefined);
      return askState(file, true).then((answer) => {
        take(answer, "");
        if ("state" in answer) setKind((old) => kindOpen(answer.state, old));
      });
    },
    [take],
  );
  useEffect(() => void open(), [open]);

  const dump = state?.dump;
  const unknown = dump !== undefined && !lines.has(dump.file) ? dump.file : undefined;
  useEffect(() => {
    // Undo may lead to a dump that was not shown yet.
    if (unknown === undefined) return;
    void askState(unknown, true).then((answer) => {
      const own = "state" in answer ? answer.state.dump?.lines : undefined;
      if (own !== undefined) setLines((old) => new Map(old).set(unknown, own));
    });
  }, [unknown]);
  const channels = [...new Set(state?.dumps.map((each) => each.channel ?? "") ?? [])].filter(Boolean).sort();
  const shownDumps =
    state?.dumps.filter((each) => channel === "" || each.channel === channel || each.file === dump?.file) ?? [];
  const by = name || state?.editor || "";
  const send = (what: string, body: object, words: string): void => {
    // A key that comes before the answer to the last one would be meant for what is no longer asked.
    if (busy.current) return;
    busy.current = true;
    const extra = what === "undo" ? {} : { ...(by ? { by } : {}), ...(note ? { note } : {}) };
    void sendAnswer(what, { ...body, ...extra }).then((answer) => {
      busy.current = false;
      take(answer, words);
    });
  };
  const openQuestions = dump?.questions.filter((each) => doubtOf(each) >= least) ?? [];
  const questions = openQuestions.filter((each) => !skipped.has(`${dump?.file} ${each.line}`));
  const dates = dump?.dates.filter((each) => !skipped.has(each.id)) ?? [];
  const others = state?.listed.filter((each) => channel === "" || each.channel === channel) ?? [];
  const checked = state?.checked.filter((each) => channel === "" || each.channel === channel) ?? [];
  const line = chosen !== undefined && "line" in chosen ? chosen.line : undefined;
  const id = chosen !== undefined && "id" in chosen ? chosen.id : undefined;
  const next = line === undefined ? askedNext(questions) : openQuestions.filter((each) => each.line === line);
  const settledLines = new Set(dump?.settled.map((each) => each.line));
  const grouped = group?.places.filter((each) => !settledLines.has(each)) ?? [];
  const check: Check | undefined =
    grouped.length > 0
      ? { ...group, places: grouped }
      : next.length > 1
        ? { places: next.map((each) => each.line) }
        : undefined;
  const question = check === undefined ? next[0] : undefined;
  const asked = dump?.dates.find((each) => each.id === id) ?? dates[0];
  const other = others[Math.min(place, others.length - 1)];
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
    if (own.alike.length > 0)
      setGroup({ places: [own.line, ...own.alike].slice(0, mostAlike), to: own.isStart ? "start" : "join" });
  };
  const settleCheck = ({ places, to }: Check): void => {
    setGroup(undefined);
    settleAll(
      places.map((each) => changeOf(each, to ?? (dump?.starts.includes(each) ? "start" : "join"))),
      `${places.length} places settled.`,
    );
  };
  const leaveCheck = ({ places }: Check): void => {
    setCursor(0);
    if (grouped.length > 0) setGroup(undefined);
    else setSkipped((old) => new Set([...old, ...places.map((each) => `${dump?.file} ${each}`)]));
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
  const later = (key: string): void => {
    setChosen(undefined);
    setCursor(0);
    setDay(undefined);
    setFrom(undefined);
    setSkipped((old) => new Set(old).add(key));
  };
  const show = (kind: Kind, question?: Chosen): void => {
    setKind(kind);
    setChosen(question);
    setCursor(0);
    setDay(undefined);
    setFrom(undefined);
  };
  const shown = dump === undefined ? {} : { dump: dump.file };
  const confirmOther = (own: ShownListed): void => {
    const { dump: of, line, seen, posts } = own;
    const words = `“${own.title}”: kept as it is.`;
    if (line !== undefined) send("keep", { ...shown, of, line, seen }, words);
    else send("check", { ...shown, id: posts[0] ?? "", what: checkedBy(own), seen }, words);
  };
  const takeBackOther = ({ dump: of, line, posts }: ShownListed): void => {
    if (line === undefined)
      send("date", { dump: dump?.file ?? of, id: posts[0] ?? "", word: { kind: "open" } }, dateOpen);
    else
      void askState(of, false).then((answer) => {
        const was = "state" in answer ? answer.state.dump?.settled.find((each) => each.line === line)?.to : undefined;
        if (was !== undefined)
          send("boundary", { dump: of, changes: [{ line, was, to: "open" }] }, `Line ${line} is open again.`);
      });
  };
  const skippedHere =
    (kind === "boundaries" ? openQuestions.length : kind === "dates" ? (dump?.dates.length ?? 0) : 0) > 0;
  const nextDump = shownDumps
    .filter(({ file, open }) => open > 0 && file !== dump?.file)
    .sort((one, other) => other.expectedWrong - one.expectedWrong)[0];
  const ways: readonly Way[] = [
    ...(skippedHere ? [{ name: "Show them again", go: () => setSkipped(new Set()) }] : []),
    ...(kind !== "boundaries" && questions.length > 0
      ? [{ name: `Boundaries (${questions.length})`, go: () => show("boundaries") }]
      : []),
    ...(kind !== "dates" && dates.length > 0 ? [{ name: `Dates (${dates.length})`, go: () => show("dates") }] : []),
    ...(kind !== "others" && others.length > 0 ? [{ name: `Other (${others.length})`, go: () => show("others") }] : []),
    ...(nextDump === undefined
      ? []
      : [{ name: `Next dump: ${nextDump.file} (${nextDump.open} open)`, go: () => void open(nextDump.file) }]),
  ];
  const undo = (): void => send("undo", dump === undefined ? {} : { dump: dump.file }, "Taken back.");

  // Before the next key comes: a key that is held down must not meet the keys of the page before it.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const target = event.target;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement
      ) {
        // Out of a field, back to the keys of the page.
        if (event.key === "Escape") target.blur();
        return;
      }
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
      "1": () => show("boundaries"),
      "2": () => show("dates"),
      "3": () => show("others"),
      "4": () => show("list"),
    };
    const walk = (all: readonly number[], here: number) => (by: number) => () =>
      setCursor((last) => all[Math.max(0, Math.min(all.length - 1, all.indexOf(last || here) + by))] ?? here);
    if (kind === "boundaries" && check !== undefined) {
      const here = cursor || check.places[0] || 0;
      const step = walk(linesOfCheck(shownLines, check), here);
      return {
        ...common,
        y: () => settleCheck(check),
        s: () => settle(here, "start"),
        j: () => settle(here, "join"),
        k: () => leaveCheck(check),
        ArrowUp: step(-1),
        ArrowDown: step(1),
      };
    }
    if (kind === "others" && other !== undefined)
      return {
        ...common,
        ...(other.kind === "channel" ? {} : { y: () => confirmOther(other) }),
        e: () => document.getElementById("words")?.focus(),
        ...(other.kind === "contradicted" ? { n: () => takeBackOther(other) } : {}),
        k: () => setPlace((old) => Math.min(others.length - 1, old + 1)),
        ArrowLeft: () => setPlace((old) => Math.max(0, old - 1)),
        ArrowRight: () => setPlace((old) => Math.min(others.length - 1, old + 1)),
      };
    if (kind === "boundaries" && question !== undefined) {
      const here = cursor || question.line;
      const step = walk(linesAround(shownLines, question.line), here);
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
            ["others", `Other (${Object.values(state?.listedCounts ?? {}).reduce((sum, count) => sum + count, 0)})`],
            ["list", `List and answers (${answerCount(dump, checked)})`],
          ] as const
        ).map(([each, words], at) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            aria-keyshortcuts={String(at + 1)}
            onClick={() => show(each)}
          >
            {words} <kbd>{at + 1}</kbd>
          </button>
        ))}
      </nav>
      <Filters
        by={by}
        setBy={(words) => {
          localStorage.setItem(nameKey, words);
          setName(words);
        }}
        note={note}
        setNote={setNote}
        least={least}
        setLeast={setLeast}
        only={only}
        setOnly={setOnly}
        channel={channel}
        setChannel={setChannel}
        channels={channels}
      />
      <p class="said" role="status" aria-live="polite">
        {said}
      </p>
      {dump?.failure !== undefined && <p role="alert">{dump.failure}</p>}
      {dump?.warning !== undefined && (
        <p class="why">
          <strong>{sentence(dump.warning)}. Check the places below first.</strong>
        </p>
      )}
      {kind === "boundaries" && dump !== undefined && check !== undefined && (
        <CheckCard
          check={check}
          dump={dump}
          lines={shownLines}
          cursor={cursor || check.places[0] || 0}
          setCursor={setCursor}
          settle={settle}
          all={() => settleCheck(check)}
          later={() => leaveCheck(check)}
        />
      )}
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
      {kind === "boundaries" && question === undefined && check === undefined && dump !== undefined && (
        <Done words={withSkipped("No open question about boundaries here.", openQuestions.length)} ways={ways} />
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
        <Done words={withSkipped(noDates(dump), dump.dates.length)} ways={ways} />
      )}
      {kind === "others" && other !== undefined && (
        <OtherCard
          key={keyOfOther(other)}
          doubt={other}
          confirm={other.kind === "channel" ? undefined : () => confirmOther(other)}
          takeBack={other.kind === "contradicted" ? () => takeBackOther(other) : undefined}
          place={others.indexOf(other)}
          count={others.length}
          step={(by) => setPlace(others.indexOf(other) + by)}
          nameChannel={(name) =>
            send(
              "channel",
              { dump: other.dump, name, ...(dump === undefined ? {} : { shown: dump.file }) },
              `The channel is called ${name}.`,
            )
          }
          describe={(sha256, alt) =>
            send("describe", { ...shown, id: other.posts[0] ?? "", sha256, alt }, "Description saved.")
          }
        />
      )}
      {kind === "others" && other === undefined && <Done words="Nothing else is open in this archive." ways={ways} />}
      {kind === "list" && dump !== undefined && (
        <Lists
          dump={dump}
          lines={shownLines}
          questions={only === "all" || only === "boundaries" ? openQuestions : []}
          dates={only === "all" || only === "dates" ? dump.dates : []}
          others={only === "all" ? others : others.filter((each) => each.kind === only)}
          goToLine={(line) => show("boundaries", { line })}
          goToDate={(id) => show("dates", { id })}
          goToOther={(doubt) => {
            setPlace(others.indexOf(doubt));
            show("others");
          }}
          checked={checked}
          reopenName={() => send("channel", { dump: dump.file, name: "" }, "The name is taken back.")}
          reopenChecked={({ id, what, sha256, title }) =>
            what === "description"
              ? send("describe", { ...shown, id, sha256, alt: "" }, `The description of “${title}” is taken back.`)
              : send("check", { ...shown, id, what }, `“${title}” is open again.`)
          }
          reopen={(line) => settle(line, "open")}
          reopenDate={(id) => send("date", { dump: dump.file, id, word: { kind: "open" } }, dateOpen)}
        />
      )}
      {dump !== undefined && kind !== "others" && <Expected dump={dump} />}
    </>
  );
}

/** The kind that is shown, where a dump has questions of it, or the first one that it has questions of. */
function kindOpen({ dump, listed }: ReviewState, shown: Kind): Kind {
  const counts = { boundaries: dump?.questions.length ?? 0, dates: dump?.dates.length ?? 0, others: listed.length };
  if (shown === "list" || counts[shown] > 0) return shown;
  return (["boundaries", "dates", "others"] as const).find((kind) => counts[kind] > 0) ?? shown;
}

/** What was left for later comes back when there is nothing else. */
function withSkipped(words: string, left: number): string {
  return left === 0 ? words : `${left} left for later.`;
}

function noDates({ datedIn }: DumpView): string {
  if (datedIn.length > 0)
    return `No open question about dates here; dates of its posts are asked with ${datedIn.join(", ")}.`;
  return "No open question about dates here; posts that were not imported yet are not asked.";
}

/** That nothing of a kind is open, and where more is. */
function Done({ words, ways }: { readonly words: string; readonly ways: readonly Way[] }) {
  return (
    <div class="done">
      <p>{words}</p>
      <div class="acts">
        {ways.map(({ name, go }) => (
          <button key={name} type="button" onClick={go}>
            {name}
          </button>
        ))}
      </div>
    </div>
  );
}

/** Where more is open. */
interface Way {
  readonly name: string;
  readonly go: () => void;
}

function openNote(): void {
  const field = document.getElementById("note");
  const box = field?.closest("details");
  if (box) box.open = true;
  field?.focus();
}

function Expected({ dump }: { readonly dump: DumpView }) {
  return (
    <p class="why">
      {dump.starts.length} posts; about {dump.expectedWrong.toFixed(1)} boundaries are expected to be wrong. Answers are
      saved in sidecars and post files; the next import applies them.
    </p>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
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
