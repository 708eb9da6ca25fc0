import { useState } from "preact/hooks";
import { addDays, type Day } from "../../model/day.ts";
import type { DateQuestion } from "../dates.ts";
import type { DumpView } from "../view.ts";
import { type DateAnswer, DateCard } from "./date-card.tsx";
import { type DeskProps, useFresh } from "./desk.ts";
import { Done } from "./done.tsx";
import { useKeys } from "./use-keys.ts";

/** What dates are asked and answered with. */
export interface DateDeskProps extends DeskProps {
  /** Those that were not left for later. */
  readonly questions: readonly DateQuestion[];
  /** The id of the post that was chosen from the list. */
  readonly chosen: string | undefined;
}

/** Asks when posts were published, the day that is worth most first. */
export function DateDesk({ session, dump, later, ways, questions, chosen }: DateDeskProps) {
  const [day, setDay] = useState<Day>();
  const [from, setFrom] = useState<Day>();
  const begin = (): void => {
    setDay(undefined);
    setFrom(undefined);
  };
  useFresh(begin, [session.turn, chosen]);

  const asked = dump.dates.find((each) => each.id === chosen) ?? questions[0];
  const answer = (own: DateQuestion, how: DateAnswer): void => {
    const on = day ?? own.dating.best;
    if (how === "range" && from === undefined) {
      setFrom(on);
      session.say(`Range from ${on}: choose its last day, then R again.`);
      return;
    }
    session.send(
      "date",
      { dump: dump.file, id: own.id, word: wordOf(how, own, on, from) },
      `Date of “${own.title}” set.`,
    );
  };
  const leave = (own: DateQuestion): void => {
    begin();
    later(own.id);
  };
  const keysOf = (own: DateQuestion) => ({
    y: () => answer(own, "confirm"),
    d: () => answer(own, "day"),
    b: () => answer(own, "not-before"),
    f: () => answer(own, "not-after"),
    r: () => answer(own, "range"),
    k: () => leave(own),
    ArrowLeft: () => setDay(addDays(day ?? own.dating.best, -1)),
    ArrowRight: () => setDay(addDays(day ?? own.dating.best, 1)),
  });
  useKeys(asked ? keysOf(asked) : {});

  if (asked === undefined) return <Done words={noDates(dump)} left={dump.dates.length} ways={ways} />;
  return (
    <DateCard
      question={asked}
      chosen={day ?? asked.dating.best}
      from={from}
      choose={setDay}
      answer={(how) => answer(asked, how)}
      later={() => leave(asked)}
    />
  );
}

/** What is sent of a post's day: the day that is chosen, and the other end of a range. */
function wordOf(how: DateAnswer, { dating }: DateQuestion, chosen: Day, from: Day = chosen): object {
  if (how === "confirm") return { kind: "day", day: dating.best };
  if (how === "day") return { kind: "day", day: chosen };
  if (how === "not-before") return { kind: "range", earliest: chosen };
  if (how === "not-after") return { kind: "range", latest: chosen };
  const [earliest, latest] = [chosen, from].sort();
  return { kind: "range", earliest, latest };
}

function noDates({ datedIn }: DumpView): string {
  if (datedIn.length > 0)
    return `No open question about dates here; dates of its posts are asked with ${datedIn.join(", ")}.`;
  return "No open question about dates here; posts that were not imported yet are not asked.";
}
