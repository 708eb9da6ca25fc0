import type { Decided, Settlement } from "../dialects/boundaries/known-posts.ts";
import type { Day } from "../model/day.ts";
import { compare } from "../text/compare.ts";
import type { CapturedLine, EditorsWord } from "./captured-lines.ts";
import { type IsLater, type PlaceInCaptures, type SharedPlace, samePlaces } from "./same-places.ts";

/** A capture among others of its channel. */
export interface AmongCaptures {
  readonly file: string;
  readonly lines: readonly CapturedLine[];
  /** The capture day, where it is known. */
  readonly retrieved: Day | undefined;
  /** Whether its last lines are of its newest post. */
  readonly isOldestFirst: boolean;
  /** What was settled of its lines before. */
  readonly decided: ReadonlyMap<number, Settlement>;
}

/** What is newly settled, by capture and by line. */
export type Agreement = readonly ReadonlyMap<number, Settlement>[];

/** What editors say of places in one capture, for the others that show the same lines; each capture's own editor goes first. */
export function answersElsewhere(captures: readonly AmongCaptures[]): Agreement {
  return settled(captures, ({ places }, lineAt) => {
    const answers = places.flatMap((place) => {
      const { answer } = lineAt(place) ?? {};
      return answer === undefined ? [] : [{ answer, file: captures[place.capture]?.file ?? "" }];
    });
    const last = lastOf(answers);
    if (last === undefined) return [];
    const { to, editor } = last.answer;
    const decided: Decided = { to, chance: to === "start" ? 1 : 0, editor };
    return places.flatMap((place) => {
      const line = lineAt(place);
      if (line === undefined || line.answer !== undefined || isAgainst(line, to)) return [];
      return [{ place, settlement: { odds: 0, file: last.file, decided } }];
    });
  });
}

/**
 * How places are parted that captures share and part otherwise: as marks or a person say in one of them, otherwise as all together find it likelier.
 * Captures that are of one mind stay as they are.
 */
export function agreed(captures: readonly AmongCaptures[]): Agreement {
  return settled(captures, ({ places, beside }, lineAt) => {
    const own = places.flatMap((place) => {
      const line = lineAt(place);
      const before = line && captures[place.capture]?.decided.get(line.line)?.decided;
      if (line === undefined) return [];
      return [{ place, line, isSure: line.isSure || before !== undefined, to: before?.to ?? toOf(line) }];
    });
    const sure = new Set([
      ...own.flatMap(({ to, isSure }) => (isSure ? [to === "start"] : [])),
      ...beside.flatMap(({ isSure, odds }) => (isSure ? [odds > 0] : [])),
    ]);
    // Where marks say so in one capture, and otherwise in another, each is right of itself.
    if (sure.size > 1) return [];
    const margins = [...own.map(({ line }) => line.margin), ...beside.map(({ odds }) => odds)];
    const odds = [...own.map(({ line }) => line.odds), ...beside.map((each) => each.odds)];
    const isStart = [...sure][0] ?? mean(margins) >= 0;
    const told = own.find(({ line, isSure }) => line.isStart === isStart && (isSure || sure.size === 0));
    const [other] = beside.filter((each) => each.odds > 0 === isStart);
    const file = captures[told?.place.capture ?? other?.capture ?? 0]?.file ?? "";
    const chance = sure.size > 0 ? Number(isStart) : 1 / (1 + Math.exp(-mean(odds)));
    const decided: Decided = { to: isStart ? "start" : "join", chance };
    return own.flatMap(({ place, line, isSure }) =>
      line.isStart === isStart || isSure ? [] : [{ place, settlement: { odds: 0, file, decided } }],
    );
  });
}

function settled(
  captures: readonly AmongCaptures[],
  decide: (
    place: PlaceInCaptures,
    lineAt: (place: SharedPlace) => CapturedLine | undefined,
  ) => readonly { readonly place: SharedPlace; readonly settlement: Settlement }[],
): Agreement {
  const found = captures.map(() => new Map<number, Settlement>());
  const lineAt = ({ capture, at }: SharedPlace): CapturedLine | undefined => captures[capture]?.lines[at];
  const shown = captures.map(({ lines }) => lines);
  for (const place of samePlaces(shown, latenessOf(captures))) {
    for (const { place: own, settlement } of decide(place, lineAt)) {
      const line = lineAt(own)?.line;
      if (line !== undefined) found[own.capture]?.set(line, settlement);
    }
  }
  return found;
}

/** Which of two captures is later: by their days, or because it goes on where the other ends. */
function latenessOf(captures: readonly AmongCaptures[]): IsLater {
  const keys = captures.map(({ lines }) => new Set(lines.map(({ key }) => key)));
  const newest = captures.map(({ lines, isOldestFirst }) => (isOldestFirst ? lines.at(-1) : lines[0])?.key);
  const goesOn = (one: number, other: number): boolean =>
    newest[one] !== newest[other] && keys[one]?.has(newest[other] ?? "") === true;
  return (one, other) => {
    const [mine, theirs] = [captures[one]?.retrieved, captures[other]?.retrieved];
    if (mine !== undefined && theirs !== undefined && mine !== theirs) return mine > theirs;
    return goesOn(one, other) && !goesOn(other, one);
  };
}

function toOf({ isStart }: CapturedLine): EditorsWord["to"] {
  return isStart ? "start" : "join";
}

/** A page's own marks go before a person's word on another page. */
function isAgainst({ isStart, isSure }: CapturedLine, to: EditorsWord["to"]): boolean {
  return isSure && isStart !== (to === "start");
}

interface AnswerIn {
  readonly answer: EditorsWord;
  readonly file: string;
}

/** The latest answer; nothing where two of one day, or of days that nobody knows, contradict each other. */
function lastOf(answers: readonly AnswerIn[]): AnswerIn | undefined {
  const dayOf = ({ answer }: AnswerIn): string => answer.editor.on ?? "";
  const [last, ...others] = answers.toSorted(
    (one, other) => compare(dayOf(other), dayOf(one)) || compare(one.file, other.file),
  );
  const isOpen = others.some(
    (each) => last !== undefined && dayOf(each) === dayOf(last) && each.answer.to !== last.answer.to,
  );
  return isOpen ? undefined : last;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
