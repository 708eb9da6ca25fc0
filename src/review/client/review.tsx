import { render } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { doubtOf } from "../boundaries.ts";
import type { DumpView, ReviewState } from "../view.ts";
import { BoundaryDesk, boundaryAnswers } from "./boundary-desk.tsx";
import { DateDesk } from "./date-desk.tsx";
import type { Way } from "./done.tsx";
import { Filters, type Only } from "./filters.tsx";
import { answerCount, Lists } from "./lists.tsx";
import { dateOpen, OtherDesk } from "./other-desk.tsx";
import { type Kind, Kinds, kinds, ReviewHead } from "./review-head.tsx";
import { useKeys } from "./use-keys.ts";
import { type Session, useSession } from "./use-session.ts";

/** The question that was chosen from the list; it goes before the one that is worth most. */
interface Chosen {
  readonly line?: number;
  readonly id?: string;
}

function Review() {
  const session = useSession();
  const { state, dump, turn, said, send, open } = session;
  const [kind, setKind] = useState<Kind>("boundaries");
  const [chosen, setChosen] = useState<Chosen & { readonly turn: number }>();
  const [place, setPlace] = useState(0);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [least, setLeast] = useState(0);
  const [only, setOnly] = useState<Only>("all");
  const [channel, setChannel] = useState("");

  const openDump = useCallback(
    (file?: string) =>
      void open(file).then((now) => {
        if (now !== undefined) setKind((old) => kindOpen(now, old));
      }),
    [open],
  );
  useEffect(() => openDump(), [openDump]);

  const inChannel = (each: { readonly channel?: string }): boolean => channel === "" || each.channel === channel;
  const dumps = state?.dumps.filter((each) => inChannel(each) || each.file === dump?.file) ?? [];
  const others = state?.listed.filter(inChannel) ?? [];
  const checked = state?.checked.filter(inChannel) ?? [];
  const channels = [...new Set(state?.dumps.map((each) => each.channel ?? ""))].filter(Boolean).sort();
  const openQuestions = dump?.questions.filter((each) => doubtOf(each) >= least) ?? [];
  const questions = openQuestions.filter((each) => !skipped.has(`${dump?.file} ${each.line}`));
  const dates = dump?.dates.filter((each) => !skipped.has(each.id)) ?? [];

  const show = (next: Kind, question: Chosen = {}): void => {
    setKind(next);
    setChosen({ ...question, turn });
  };
  const later = (...keys: readonly string[]): void => {
    setChosen(undefined);
    setSkipped((old) => new Set([...old, ...keys]));
  };
  const undo = (): void => send("undo", dump === undefined ? {} : { dump: dump.file }, "Taken back.");
  const keys = {
    u: undo,
    o: openNote,
    ...Object.fromEntries((Object.keys(kinds) as Kind[]).map((each, at) => [String(at + 1), () => show(each)])),
  };
  // Until the server has told what there is, nothing can be counted, asked or chosen.
  useKeys(state === undefined ? {} : keys);

  // What was chosen from the list is asked until something is answered.
  const wanted: Chosen = chosen?.turn === turn ? chosen : {};
  const left = { boundaries: openQuestions.length, dates: dump?.dates.length ?? 0, others: 0, list: 0 }[kind];
  const counts = { boundaries: questions.length, dates: dates.length, others: others.length };
  const nextDump = dumps
    .filter((each) => each.open > 0 && each.file !== dump?.file)
    .sort((one, other) => other.expectedWrong - one.expectedWrong)[0];
  const ways: readonly Way[] = [
    ...(left > 0 ? [{ name: "Show them again", go: () => setSkipped(new Set<string>()) }] : []),
    ...(["boundaries", "dates", "others"] as const)
      .filter((each) => each !== kind && counts[each] > 0)
      .map((each) => ({ name: `${kinds[each]} (${counts[each]})`, go: () => show(each) })),
    ...(nextDump === undefined
      ? []
      : [{ name: `Next dump: ${nextDump.file} (${nextDump.open} open)`, go: () => openDump(nextDump.file) }]),
  ];
  const listed = Object.values(state?.listedCounts ?? {}).reduce((sum, count) => sum + count, 0);
  const { settle } = boundaryAnswers(session);

  if (state === undefined) return <Loading said={said} />;
  return (
    <>
      <ReviewHead session={session} dumps={dumps} openDump={openDump} undo={undo} />
      <Kinds
        kind={kind}
        counts={{
          boundaries: dump?.questions.length ?? 0,
          dates: dump?.dates.length ?? 0,
          others: listed,
          list: answerCount(dump, checked),
        }}
        show={show}
      />
      <Filters
        {...session}
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
      {dump !== undefined && <Warnings dump={dump} />}
      {kind === "boundaries" && dump !== undefined && (
        <BoundaryDesk {...{ session, dump, later, ways, questions }} open={openQuestions} chosen={wanted.line} />
      )}
      {kind === "dates" && dump !== undefined && (
        <DateDesk {...{ session, dump, later, ways }} questions={dates} chosen={wanted.id} />
      )}
      {kind === "others" && <OtherDesk {...{ session, others, place, setPlace, ways }} />}
      {kind === "list" && dump !== undefined && (
        <Lists
          dump={dump}
          lines={session.lines}
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
          reopen={(line) => settle(line, "open")}
          {...reopening(session, dump)}
        />
      )}
      {dump !== undefined && kind !== "others" && <Expected dump={dump} />}
    </>
  );
}

/** What stands until the server answers, or why it does not. */
function Loading({ said }: Pick<Session, "said">) {
  return (
    <>
      <h1>Review</h1>
      <p role="status" aria-live="polite">
        {said === "" ? "Loading …" : said}
      </p>
    </>
  );
}

/** Takes back what was answered, from the list. */
function reopening({ send }: Session, { file }: DumpView) {
  return {
    reopenName: () => send("channel", { dump: file, name: "" }, "The name is taken back."),
    reopenDate: (id: string) => send("date", { dump: file, id, word: { kind: "open" } }, dateOpen),
    reopenChecked: ({ id, what, sha256, title }: ReviewState["checked"][number]) =>
      what === "description"
        ? send("describe", { dump: file, id, sha256, alt: "" }, `The description of “${title}” is taken back.`)
        : send("check", { dump: file, id, what }, `“${title}” is open again.`),
  };
}

/** The kind that is shown, where a dump has questions of it, or the first one that it has questions of. */
function kindOpen({ dump, listed }: ReviewState, shown: Kind): Kind {
  const counts = { boundaries: dump?.questions.length ?? 0, dates: dump?.dates.length ?? 0, others: listed.length };
  if (shown === "list" || counts[shown] > 0) return shown;
  return (["boundaries", "dates", "others"] as const).find((kind) => counts[kind] > 0) ?? shown;
}

function openNote(): void {
  const field = document.getElementById("note");
  const box = field?.closest("details");
  if (box) box.open = true;
  field?.focus();
}

function Warnings({ dump: { failure, warning } }: { readonly dump: DumpView }) {
  return (
    <>
      {failure !== undefined && <p role="alert">{failure}</p>}
      {warning !== undefined && (
        <p class="why">
          <strong>{sentence(warning)}. Check the places below first.</strong>
        </p>
      )}
    </>
  );
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

const host = document.getElementById("review");
if (host !== null) {
  host.replaceChildren();
  render(<Review />, host);
}
