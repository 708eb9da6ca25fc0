import { checkedBy } from "../checked.ts";
import type { ShownListed } from "../listed.ts";
import { askState } from "./ask.ts";
import { Done, type Way } from "./done.tsx";
import { keyOfOther, OtherCard } from "./other-card.tsx";
import { type Keys, useKeys } from "./use-keys.ts";
import type { Session } from "./use-session.ts";

/** What is said once a date is inferred again. */
export const dateOpen = "The date is inferred again.";

/** What else an archive leaves open is asked and answered with. */
export interface OtherDeskProps {
  readonly session: Session;
  readonly others: readonly ShownListed[];
  /** Which of them is shown. */
  readonly place: number;
  readonly setPlace: (place: number) => void;
  readonly ways: readonly Way[];
}

/** Asks what an archive leaves open beside boundaries and dates, one after the other. */
export function OtherDesk({ session, others, place, setPlace, ways }: OtherDeskProps) {
  const { send, dump } = session;
  const at = Math.min(place, others.length - 1);
  const other = others[at];
  const shown = dump === undefined ? {} : { dump: dump.file };

  const confirm = (own: ShownListed): void => {
    const { dump: of, line, seen, posts } = own;
    const words = `“${own.title}”: kept as it is.`;
    if (line !== undefined) send("keep", { ...shown, of, line, seen }, words);
    else send("check", { ...shown, id: posts[0] ?? "", what: checkedBy(own), seen }, words);
  };
  const takeBack = ({ dump: of, line, posts }: ShownListed): void => {
    if (line === undefined)
      send("date", { dump: dump?.file ?? of, id: posts[0] ?? "", word: { kind: "open" } }, dateOpen);
    else
      void askState(of, false).then((answer) => {
        const was = "state" in answer ? answer.state.dump?.settled.find((each) => each.line === line)?.to : undefined;
        if (was !== undefined)
          send("boundary", { dump: of, changes: [{ line, was, to: "open" }] }, `Line ${line} is open again.`);
      });
  };
  const step = (by: number): void => setPlace(Math.max(0, Math.min(others.length - 1, at + by)));
  const keysOf = (own: ShownListed): Keys => ({
    ...(own.kind === "channel" ? {} : { y: () => confirm(own) }),
    e: () => document.getElementById("words")?.focus(),
    ...(own.kind === "contradicted" ? { n: () => takeBack(own) } : {}),
    k: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
  });
  useKeys(other ? keysOf(other) : {});

  if (other === undefined) return <Done words="Nothing else is open in this archive." ways={ways} />;
  return (
    <OtherCard
      key={keyOfOther(other)}
      doubt={other}
      confirm={other.kind === "channel" ? undefined : () => confirm(other)}
      takeBack={other.kind === "contradicted" ? () => takeBack(other) : undefined}
      place={at}
      count={others.length}
      step={step}
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
  );
}
