import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { DumpView, ReviewState } from "../view.ts";
import { askState, type Reply, sendAnswer } from "./ask.ts";

/** What the page knows of the archive, and the ways to ask the server for more and to answer. */
export interface Session {
  readonly state: ReviewState | undefined;
  readonly dump: DumpView | undefined;
  /** The lines of that dump. */
  readonly lines: readonly string[];
  /** Counts what the server answered: with each, what was begun for the question before is over. */
  readonly turn: number;
  /** What was said of the last answer. */
  readonly said: string;
  readonly say: (words: string) => void;
  /** Who answers, and a note for the next answer. */
  readonly by: string;
  readonly setBy: (name: string) => void;
  readonly note: string;
  readonly setNote: (words: string) => void;
  /** Sends an answer, and says these words once it is kept. */
  readonly send: (what: string, body: object, words: string) => void;
  /** Shows a dump, or the one that needs most; gives what is shown then, where the server answered. */
  readonly open: (file?: string) => Promise<ReviewState | undefined>;
}

const nameKey = "scrollback-review-name";

/** Keeps what the server tells and sends it answers, one at a time. */
export function useSession(): Session {
  const [state, setState] = useState<ReviewState>();
  const [lines, setLines] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const [turn, setTurn] = useState(0);
  const [said, say] = useState("");
  const [name, setName] = useState(() => localStorage.getItem(nameKey) ?? "");
  const [note, setNote] = useState("");
  const busy = useRef(false);

  const noteLines = useCallback((dump: DumpView | undefined): void => {
    const own = dump?.lines;
    if (dump !== undefined && own !== undefined) setLines((old) => new Map(old).set(dump.file, own));
  }, []);
  const take = useCallback(
    (answer: Reply, words: string): void => {
      if ("reason" in answer) {
        say(answer.reason);
        // Somebody else may have answered: what stands now is shown.
        void askState(undefined, false).then((now) => "state" in now && setState((old) => merged(old, now.state)));
        return;
      }
      noteLines(answer.state.dump);
      setState(answer.state);
      say(answer.state.undone === undefined ? words : `Taken back: ${answer.state.undone}.`);
      setNote("");
      setTurn((old) => old + 1);
    },
    [noteLines],
  );
  const open = useCallback(
    async (file?: string): Promise<ReviewState | undefined> => {
      // What is answered meanwhile would be meant for the dump that is left.
      busy.current = true;
      say(file === undefined ? "" : `Loading ${file} …`);
      const answer = await askState(file, true);
      busy.current = false;
      take(answer, "");
      return "state" in answer ? answer.state : undefined;
    },
    [take],
  );

  const dump = state?.dump;
  const unknown = dump !== undefined && !lines.has(dump.file) ? dump.file : undefined;
  useEffect(() => {
    // Undo may lead to a dump that was not shown yet.
    if (unknown !== undefined)
      void askState(unknown, true).then((answer) => noteLines("state" in answer ? answer.state.dump : undefined));
  }, [unknown, noteLines]);

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
  const setBy = (words: string): void => {
    localStorage.setItem(nameKey, words);
    setName(words);
  };
  const shownLines = dump === undefined ? [] : (lines.get(dump.file) ?? []);
  return { state, dump, lines: shownLines, turn, said, say, by, setBy, note, setNote, send, open };
}

/** What stands now, with the dump that is shown where the answer is of another. */
function merged(old: ReviewState | undefined, now: ReviewState): ReviewState {
  return old?.dump !== undefined && now.dump?.file !== old.dump.file ? { ...now, dump: old.dump } : now;
}
