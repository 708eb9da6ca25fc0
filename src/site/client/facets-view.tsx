import { useState } from "preact/hooks";
import { type FacetValue, type FacetWords, facetValues, labelOf } from "../search/facet-values.ts";
import { type FacetCounts, type FacetName, facetNames } from "../search/facets.ts";
import { filled, numberIn } from "../search/wording.ts";
import type { Texts } from "../texts/texts.ts";
import { asksForTime, narrowings, type Question, runsBackwards, toggled, without, withoutFacets } from "./question.ts";

/** The facets with their counts, what is chosen of them, and what to do when a reader chooses another. */
export interface FacetsProps {
  readonly counts: FacetCounts;
  readonly words: FacetWords;
  /** First and last day of the archive. */
  readonly span: readonly [first: string, last: string];
  readonly question: Question;
  readonly choose: (question: Question) => void;
}

/** What a search can be narrowed by, with what each choice would find. */
export function Facets({ counts, words, span, question, choose }: FacetsProps) {
  const texts: Texts["search"] = words.texts;
  const groups = facetNames
    .map((name) => ({ name, values: facetValues(name, counts, words, question.chosen[name]) }))
    .filter(({ values }) => values.length > 0);
  // On a phone the results come first; a wide page has room for both.
  const [open] = useState(() => matchMedia("(min-width: 60rem)").matches);
  return (
    <details class="facets" open={open}>
      <summary>{texts.narrowBy}</summary>
      {narrowings(question).length > 0 && (
        <button type="button" onClick={() => choose(withoutFacets(question))}>
          {texts.clearAll}
        </button>
      )}
      <Days words={words} span={span} question={question} choose={choose} />
      {groups.map(({ name, values }) => (
        <fieldset key={name}>
          <legend>{texts.facets[name]}</legend>
          {values.map((value) => (
            <Choice
              key={value.value}
              name={name}
              value={value}
              locale={texts.locale}
              onToggle={() => choose(toggled(question, name, value.value))}
            />
          ))}
        </fieldset>
      ))}
    </details>
  );
}

function Days({ words: { texts }, span: [first, last], question, choose }: Omit<FacetsProps, "counts">) {
  const day = (name: "from" | "to") => (
    <label>
      {texts[name]}{" "}
      <input
        type="date"
        name={name}
        min={first}
        max={last}
        value={question[name]}
        onChange={(event) => choose({ ...question, [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <fieldset class="days">
      <legend>{texts.days}</legend>
      {day("from")}
      {day("to")}
      {runsBackwards(question) && (
        <p class="note" role="alert">
          {texts.backwards}
        </p>
      )}
      {(asksForTime(question) || question.within === "certainly") && (
        <label class="choice">
          <input
            type="checkbox"
            name="within"
            checked={question.within === "certainly"}
            onChange={() => choose({ ...question, within: question.within === "certainly" ? "possibly" : "certainly" })}
          />
          {texts.certainly}
        </label>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: FacetName;
  readonly value: FacetValue;
  readonly locale: string;
  readonly onToggle: () => void;
}

function Choice({ name, value, locale, onToggle }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value={value.value} checked={value.chosen} onChange={onToggle} />
      <bdi>{value.label}</bdi> <span class="count">{numberIn(locale, value.count)}</span>
    </label>
  );
}

/** What is chosen, above the results: each can be taken back there. */
export function Chosen({ words, question, choose }: Pick<FacetsProps, "words" | "question" | "choose">) {
  const { texts } = words;
  const values = facetNames.flatMap((name) =>
    question.chosen[name].map((value) => ({
      label: labelOf(name, value, words),
      next: toggled(question, name, value),
    })),
  );
  const days = [question.from, question.to].some((day) => day !== "")
    ? [{ label: daysIn(question, texts), next: without(question, "days") }]
    : [];
  const all = [...values, ...days];
  if (all.length === 0) return null;
  return (
    <ul class="chosen">
      {all.map(({ label, next }) => (
        <li key={label}>
          <button type="button" aria-label={filled(texts.remove, { value: label })} onClick={() => choose(next)}>
            <bdi>{label}</bdi> <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** `11–13 Feb 2026`, `From 11 Feb 2026`, `To 13 Feb 2026`. */
function daysIn({ from, to }: Question, { locale, ...texts }: Texts["search"]): string {
  const format = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const [first, last] = [new Date(from), new Date(to)];
  if (to === "") return `${texts.from} ${format.format(first)}`;
  if (from === "") return `${texts.to} ${format.format(last)}`;
  // Some browsers give no range that runs backwards.
  return first <= last ? format.formatRange(first, last) : `${format.format(first)} – ${format.format(last)}`;
}
