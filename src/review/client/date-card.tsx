import { useEffect, useRef } from "preact/hooks";
import { likelierDay } from "../../model/dating-audit.ts";
import { type Day, dayNumber } from "../../model/day.ts";
import type { DateQuestion } from "../dates.ts";
import { daysElsewhere, daysShown } from "../days-shown.ts";

/** What the card of a date is made of. */
export interface DateCardProps {
  readonly question: DateQuestion;
  readonly chosen: Day;
  /** The other end of a range, where one was begun. */
  readonly from: Day | undefined;
  readonly choose: (day: Day) => void;
  readonly answer: (how: DateAnswer) => void;
  readonly later: () => void;
}

/** What a person can say of a day. */
export type DateAnswer = "confirm" | "day" | "range" | "not-before" | "not-after";

/** A post between its neighbours on a strip of days, with its interval, the days its text names, and what can be said of it. */
export function DateCard({ question, chosen, from, choose, answer, later }: DateCardProps) {
  const { dating, title, text, named, before, after } = question;
  const shown = daysShown(question, chosen);
  const elsewhere = daysElsewhere(question, shown);
  const strip = useRef<HTMLOListElement>(null);
  // On a phone the strip is one row, which is drawn to the day that is chosen; the page itself stays where it is.
  useEffect(() => {
    const row = strip.current;
    const pressed = row?.querySelector<HTMLElement>("[aria-pressed=true]");
    if (row && pressed)
      row.scrollLeft = pressed.offsetLeft - row.offsetLeft - (row.clientWidth - pressed.offsetWidth) / 2;
  }, [question.id, chosen]);
  const likelier = likelierDay(question.candidates ?? [], dating.best);
  return (
    <section class="card" aria-labelledby="asked">
      <h2 id="asked">
        When was “<bdi>{title}</bdi>” published?
      </h2>
      <p class="why">
        Best estimate {dating.best}; 90% interval {dating.earliest} to {dating.latest}.{" "}
        {likelier &&
          `The most likely single day is ${likelier.day} (${percentWords(question, likelier.day)}, the best estimate ${percentWords(question, dating.best)}). `}
        An answer is expected to narrow the dates of this page by {Math.round(question.worth)} days in all.
      </p>
      <ol class="strip" aria-label="Days" ref={strip}>
        {shown.map((day, at) => (
          <li key={day}>
            <button
              type="button"
              class={stripClasses(question, day)}
              aria-pressed={day === chosen}
              aria-label={`${day}${dayWords(question, day)}`}
              onClick={() => choose(day)}
            >
              <span class="bar" aria-hidden="true">
                <span class="share" style={{ height: `${chanceOf(question, day) ?? 0}%` }} />
              </span>
              <small class="chance">{percentWords(question, day)}</small>
              <span>{dayInWords.format(dateOf(day))}</span>
              {(at === 0 || day.endsWith("-01-01")) && <small>{day.slice(0, 4)}</small>}
              <small>{weekday.format(dateOf(day))}</small>
            </button>
          </li>
        ))}
      </ol>
      <p class="why legend">
        {question.candidates &&
          (shown.some((day) => (chanceOf(question, day) ?? 0) > 0)
            ? "Bars: the chance of each day. "
            : "No day shown has a chance of 1 % or more. ")}
        <span class="inside">90% interval</span> <span class="named">named in the text</span>{" "}
        <span class="neighbour">post before or after</span>
      </p>
      {question.candidates === undefined && dating.earliest < dating.latest && (
        <p class="why">No day stands out: the chance is spread over {widthOf(dating)} days.</p>
      )}
      <p class="why">
        Chosen:{" "}
        <strong>
          {from === undefined ? chosen : `${from < chosen ? from : chosen} to ${from < chosen ? chosen : from}`}
        </strong>
      </p>
      <label>
        Another day{" "}
        <input
          type="date"
          value={chosen}
          onChange={({ currentTarget }) => currentTarget.value !== "" && choose(currentTarget.value as Day)}
        />
      </label>
      <div class="acts">
        {(
          [
            ["confirm", `Confirm ${dating.best}`, "Y"],
            ["day", `It was ${chosen}`, "D"],
            ["not-before", `Not before ${chosen}`, "B"],
            ["not-after", `Not after ${chosen}`, "F"],
            ["range", from === undefined ? `Range from ${chosen} …` : "Set the range", "R"],
          ] as const
        ).map(([how, words, key]) => (
          <button key={how} type="button" onClick={() => answer(how)} aria-keyshortcuts={key}>
            {words} <kbd>{key}</kbd>
          </button>
        ))}
        <button type="button" onClick={later} aria-keyshortcuts="K">
          Later <kbd>K</kbd>
        </button>
      </div>
      {elsewhere.length > 0 && (
        <p class="why elsewhere">
          Other days:{" "}
          {elsewhere.map((day) => (
            <button key={day} type="button" onClick={() => choose(day)} aria-label={`${day}${dayWords(question, day)}`}>
              {day} <small>{elsewhereWords(question, day)}</small>
            </button>
          ))}
        </p>
      )}
      {before && <Beside name="Before it" post={before} />}
      <div class="text post-words" dir="auto">
        {marked(text, named, dating.evidence)}
      </div>
      {after && <Beside name="After it" post={after} />}
    </section>
  );
}

function Beside({ name, post }: { readonly name: string; readonly post: NonNullable<DateQuestion["before"]> }) {
  return (
    <p class="beside">
      {name}: “<bdi>{post.title}</bdi>”,{" "}
      {post.earliest === post.latest ? post.best : `${post.earliest} to ${post.latest}`}
    </p>
  );
}

/** The text with the words that name days marked, and those that the date rests on. */
function marked(text: string, named: DateQuestion["named"], evidence: string | undefined) {
  const parts: preact.ComponentChild[] = [];
  const ground = evidence === undefined ? -1 : text.indexOf(evidence);
  const marks = [...named, ...(evidence === undefined || ground < 0 ? [] : [{ offset: ground, words: evidence }])];
  let at = 0;
  for (const { offset, words } of marks.sort((one, other) => one.offset - other.offset)) {
    if (offset < at) continue;
    parts.push(text.slice(at, offset), <mark key={offset}>{text.slice(offset, offset + words.length)}</mark>);
    at = offset + words.length;
  }
  return [...parts, text.slice(at)];
}

/** The chance of a day in percent; absent where days were not told apart. */
function chanceOf({ candidates }: DateQuestion, day: Day): number | undefined {
  return candidates && (candidates.find((each) => each.day === day)?.percent ?? 0);
}

function percentWords(question: DateQuestion, day: Day): string {
  const percent = chanceOf(question, day);
  return percent === undefined ? "" : percent === 0 ? "<1 %" : `${percent} %`;
}

/** Why a day beside the strip may be wanted. */
function elsewhereWords(question: DateQuestion, day: Day): string {
  const why = day === question.dating.best ? "best estimate" : "";
  const isNamed = question.named.some((each) => each.day === day);
  return [why, isNamed ? "named in the text" : "", percentWords(question, day)].filter(Boolean).join(", ");
}

function widthOf({ earliest, latest }: DateQuestion["dating"]): number {
  return dayNumber(latest) - dayNumber(earliest) + 1;
}

const dayInWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" });

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function stripClasses({ dating, named, before, after }: DateQuestion, day: Day): string {
  return [
    day >= dating.earliest && day <= dating.latest ? "inside" : "",
    day === dating.best ? "best" : "",
    named.some((each) => each.day === day) ? "named" : "",
    day === before?.best || day === after?.best ? "neighbour" : "",
  ]
    .filter(Boolean)
    .join(" ");
}

function dayWords(question: DateQuestion, day: Day): string {
  const { dating, named, before, after } = question;
  const percent = chanceOf(question, day);
  const words = [
    percent === undefined ? "" : percent === 0 ? "less than 1 % likely" : `${percent} % likely`,
    day === dating.best ? "best estimate" : "",
    day === likelierDay(question.candidates ?? [], dating.best)?.day ? "most likely single day" : "",
    day >= dating.earliest && day <= dating.latest ? "in the interval" : "",
    ...named.filter((each) => each.day === day).map((each) => `named in the text: “${each.words}”`),
    day === before?.best ? "the post before" : "",
    day === after?.best ? "the post after" : "",
  ].filter(Boolean);
  return words.length === 0 ? "" : `: ${words.join(", ")}`;
}
