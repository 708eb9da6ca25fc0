import { useLayoutEffect } from "preact/hooks";
import type { DumpView } from "../view.ts";
import type { Way } from "./done.tsx";
import type { Session } from "./use-session.ts";

/** What every kind of question is answered with: the session, the dump that is shown, and where to go on. */
export interface DeskProps {
  readonly session: Session;
  readonly dump: DumpView;
  /** Leaves questions for later, by their keys. */
  readonly later: (...keys: readonly string[]) => void;
  /** Where more is open. */
  readonly ways: readonly Way[];
}

/** Begins afresh whenever one of these values is another than before. */
export function useFresh(begin: () => void, values: readonly unknown[]): void {
  // Before anything is painted: what was begun for the question before must not be seen with the next one.
  useLayoutEffect(begin, values);
}
