import { useState } from "preact/hooks";
import type { ShownListed } from "../listed.ts";
import { otherKinds } from "./other-card.tsx";
import type { Session } from "./use-session.ts";

/** The kinds that the list shows. */
export type Only = "all" | "boundaries" | "dates" | ShownListed["kind"];

/** What goes with answers, and what is left out. */
export interface FiltersProps extends Pick<Session, "by" | "setBy" | "note" | "setNote"> {
  readonly least: number;
  readonly setLeast: (share: number) => void;
  readonly only: Only;
  readonly setOnly: (kind: Only) => void;
  readonly channel: string;
  readonly setChannel: (name: string) => void;
  readonly channels: readonly string[];
}

/** The editor's name, a note for the next answer, and filters. */
export function Filters(props: FiltersProps) {
  // On a phone the question comes first.
  const [wide] = useState(() => matchMedia("(min-width: 40rem)").matches);
  return (
    <details class="own" open={wide}>
      <summary>Your name, a note, filters</summary>
      <label>
        Your name <input value={props.by} onChange={({ currentTarget }) => props.setBy(currentTarget.value)} />
      </label>
      <label>
        Note <kbd>O</kbd>{" "}
        <input id="note" value={props.note} onInput={({ currentTarget }) => props.setNote(currentTarget.value)} />
      </label>
      <Choice
        name="Boundaries at least as doubtful as"
        value={String(props.least)}
        choose={(share) => props.setLeast(Number(share))}
        choices={[0, 0.05, 0.15, 0.3].map((share) => [String(share), share === 0 ? "anything" : `${share * 100} %`])}
      />
      <Choice
        name="Kind in the list"
        value={props.only}
        choose={(kind) => props.setOnly(kind as Only)}
        choices={[["all", "all"], ["boundaries", "Boundaries"], ["dates", "Dates"], ...Object.entries(otherKinds)]}
      />
      <Choice
        name="Channel"
        value={props.channel}
        choose={props.setChannel}
        choices={[["", "all"], ...props.channels.map((each) => [each, each] as const)]}
      />
    </details>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  readonly choices: readonly (readonly [value: string, words: string])[];
}

function Choice({ name, value, choose, choices }: ChoiceProps) {
  return (
    <label>
      {name}{" "}
      <select value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {choices.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
