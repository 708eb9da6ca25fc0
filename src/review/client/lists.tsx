import { useState } from "preact/hooks";
import type { DumpView } from "../view.ts";

/** What the lists are made of. */
export interface ListsProps {
  readonly dump: DumpView;
  readonly lines: readonly string[];
  readonly reopen: (line: number) => void;
  readonly reopenDate: (id: string) => void;
  readonly nameChannel: (name: string) => void;
}

const kinds = {
  channel: "Channel not named",
  contradicted: "A capture contradicts an editor",
  versions: "Captures with different texts",
  duplicates: "Possible duplicates",
  media: "Media without a description",
} as const;

/** What was answered, each to be taken back, and what else is open in the archive. */
export function Lists({ dump, lines, reopen, reopenDate, nameChannel }: ListsProps) {
  return (
    <section class="card" aria-labelledby="answered">
      <h2 id="answered">Answers</h2>
      {dump.settled.length + dump.datesSet.length === 0 && <p>None yet.</p>}
      <ul>
        {dump.settled.map(({ line, to, by, on, note }) => (
          <li key={line}>
            Line {line}, {to === "start" ? "a post starts" : "no post starts"}: “<bdi>{cut(lines[line - 1] ?? "")}</bdi>
            ” <Who by={by} on={on} />
            {note && ` – ${note}`}{" "}
            <button type="button" onClick={() => reopen(line)} aria-label={`Take back the answer about line ${line}`}>
              Take back
            </button>
          </li>
        ))}
        {dump.datesSet.map(({ id, title, edtf, by, on }) => (
          <li key={id}>
            {edtf}: “<bdi>{cut(title)}</bdi>” <Who by={by} on={on} />{" "}
            <button type="button" onClick={() => reopenDate(id)} aria-label={`Take back the date of ${title}`}>
              Take back
            </button>
          </li>
        ))}
      </ul>
      {(Object.keys(kinds) as (keyof typeof kinds)[]).map((kind) => {
        const own = dump.listed.filter((each) => each.kind === kind);
        return (
          own.length > 0 && (
            <div key={kind}>
              <h2>
                {kinds[kind]} ({own.length})
              </h2>
              {kind === "channel" && <ChannelName give={nameChannel} />}
              <ul>
                {own.map(({ title, what, posts }) => (
                  <li key={posts.join()}>
                    “<bdi>{cut(title)}</bdi>”: {what} <code>{posts.join(", ")}</code>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </section>
  );
}

function ChannelName({ give }: { readonly give: (name: string) => void }) {
  const [name, setName] = useState("");
  return (
    <p>
      <label>
        The channel’s name <input value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
      </label>{" "}
      <button type="button" disabled={name.trim() === ""} onClick={() => give(name)}>
        Write it into the sidecar
      </button>
    </p>
  );
}

function Who({ by, on }: { readonly by?: string | undefined; readonly on?: string | undefined }) {
  const words = [by, on].filter(Boolean).join(", ");
  return words === "" ? null : <small>({words})</small>;
}

function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
