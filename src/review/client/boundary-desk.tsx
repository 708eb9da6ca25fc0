import { useState } from "preact/hooks";
import { askedNext, type BoundaryQuestion } from "../boundaries.ts";
import type { BoundaryWord } from "../sidecar-text.ts";
import type { BoundaryChange } from "../view.ts";
import { BoundaryCard, linesAround } from "./boundary-card.tsx";
import { type Check, CheckCard, linesOfCheck } from "./check-card.tsx";
import { type DeskProps, useFresh } from "./desk.ts";
import { Done } from "./done.tsx";
import { type Keys, useKeys } from "./use-keys.ts";
import type { Session } from "./use-session.ts";

/** Places that look alike and are settled at once, at most: more are hard to look through. */
const mostAlike = 12;

/** What boundaries are asked and answered with. */
export interface BoundaryDeskProps extends DeskProps {
  /** All that are open, after the filters. */
  readonly open: readonly BoundaryQuestion[];
  /** Those of them that were not left for later. */
  readonly questions: readonly BoundaryQuestion[];
  /** The line that was chosen from the list. */
  readonly chosen: number | undefined;
}

/** Answers about the boundaries of the dump that is shown. */
export function boundaryAnswers({ send, dump }: Pick<Session, "send" | "dump">) {
  const settleAll = (changes: readonly BoundaryChange[], words: string): void => {
    if (dump !== undefined && changes.length > 0) send("boundary", { dump: dump.file, changes }, words);
  };
  const changeOf = (line: number, to: BoundaryWord): BoundaryChange => ({
    line,
    was: dump?.settled.find((each) => each.line === line)?.to ?? "open",
    to,
  });
  const settle = (line: number, to: BoundaryWord): void => settleAll([changeOf(line, to)], wordsOf(line, to));
  return { settleAll, changeOf, settle };
}

function wordsOf(line: number, to: BoundaryWord): string {
  if (to === "open") return `Line ${line} is open again.`;
  return `Line ${line}: ${to === "start" ? "a post starts" : "no post starts"}.`;
}

/** Asks where posts start, the places that are worth most first: one alone, or several that are probably right together. */
export function BoundaryDesk({ session, dump, later, ways, open, questions, chosen }: BoundaryDeskProps) {
  const { lines, turn } = session;
  const [cursor, setCursor] = useState(0);
  const [group, setGroup] = useState<Check>();
  useFresh(() => setCursor(0), [turn, chosen]);
  useFresh(() => setGroup(undefined), [dump.file, chosen]);
  const { settleAll, changeOf, settle } = boundaryAnswers(session);

  const next = chosen === undefined ? askedNext(questions) : open.filter((each) => each.line === chosen);
  const settled = new Set(dump.settled.map((each) => each.line));
  const grouped = group?.places.filter((each) => !settled.has(each)) ?? [];
  const together = next.length > 1 ? { places: next.map((each) => each.line) } : undefined;
  const check: Check | undefined = grouped.length > 0 ? { ...group, places: grouped } : together;
  const question = check === undefined ? next[0] : undefined;
  const here = cursor || check?.places[0] || question?.line || 0;

  const leave = (...places: readonly number[]): void => {
    setCursor(0);
    later(...places.map((line) => `${dump.file} ${line}`));
  };
  const leaveCheck = ({ places }: Check): void => {
    setCursor(0);
    if (grouped.length > 0) setGroup(undefined);
    else leave(...places);
  };
  const settleCheck = ({ places, to }: Check): void => {
    setGroup(undefined);
    settleAll(
      places.map((each) => changeOf(each, to ?? (dump.starts.includes(each) ? "start" : "join"))),
      `${places.length} places settled.`,
    );
  };
  const move = (own: BoundaryQuestion, step: -1 | 1): void => {
    const all = linesAround(lines, own.line);
    const to = all[all.indexOf(own.line) + step];
    if (to !== undefined)
      settleAll([changeOf(own.line, "join"), changeOf(to, "start")], `A post starts at line ${to}.`);
  };
  const alike = (own: BoundaryQuestion): void => {
    if (own.alike.length > 0)
      setGroup({ places: [own.line, ...own.alike].slice(0, mostAlike), to: own.isStart ? "start" : "join" });
  };
  /** Keys that walk through lines and settle the one that was walked to. */
  const walking = (all: readonly number[]): Keys => {
    const walk = (by: number) => () =>
      setCursor((last) => all[Math.max(0, Math.min(all.length - 1, all.indexOf(last || here) + by))] ?? here);
    return {
      s: () => settle(here, "start"),
      j: () => settle(here, "join"),
      ArrowUp: walk(-1),
      ArrowDown: walk(1),
    };
  };
  const keysOfCheck = (own: Check): Keys => ({
    ...walking(linesOfCheck(lines, own)),
    y: () => settleCheck(own),
    k: () => leaveCheck(own),
  });
  const keysOfQuestion = (own: BoundaryQuestion): Keys => ({
    ...walking(linesAround(lines, own.line)),
    y: () => settle(own.line, "start"),
    n: () => settle(own.line, "join"),
    a: () => alike(own),
    k: () => leave(own.line),
    "[": () => move(own, -1),
    "]": () => move(own, 1),
  });
  useKeys(check ? keysOfCheck(check) : question ? keysOfQuestion(question) : {});

  const shown = { dump, lines, cursor: here, setCursor, settle };
  if (check !== undefined)
    return <CheckCard {...shown} check={check} all={() => settleCheck(check)} later={() => leaveCheck(check)} />;
  if (question === undefined)
    return <Done words="No open question about boundaries here." left={open.length} ways={ways} />;
  return (
    <BoundaryCard
      {...shown}
      question={question}
      move={(step) => move(question, step)}
      alike={() => alike(question)}
      later={() => leave(question.line)}
    />
  );
}
