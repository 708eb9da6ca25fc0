import { useState } from "preact/hooks";
import { type FacetLabels, type FacetName, facetNames } from "../search/facets.ts";
import type { FacetCounts } from "./bundle.ts";
import { type FacetValue, facetValues } from "./facet-values.ts";
import { isNarrowed, type Question, toggled, withoutFacets } from "./question.ts";

/** The facets with their counts, what is chosen of them, and what to do when a reader chooses another. */
export interface FacetsProps {
  readonly counts: FacetCounts;
  readonly labels: FacetLabels;
  readonly question: Question;
  readonly choose: (question: Question) => void;
}

const facetTitles: Readonly<Record<FacetName, string>> = {
  year: "Year",
  channel: "Channel",
  language: "Language",
  date: "Date",
  forwarded: "Forwarded",
  tag: "Tag",
};

/** What a search can be narrowed by, with what each choice would find. */
export function Facets({ counts, labels, question, choose }: FacetsProps) {
  const groups = facetNames
    .map((name) => ({ name, values: facetValues(name, counts, labels, question.chosen[name]) }))
    .filter(({ values }) => values.length > 1 || values.some((value) => value.chosen));
  // On a phone the results come first; a wide page has room for both.
  const [open] = useState(() => matchMedia("(min-width: 60rem)").matches);
  if (groups.length === 0) return <div />;
  return (
    <details class="facets" open={open}>
      <summary>Narrow by</summary>
      {isNarrowed(question) && (
        <button type="button" onClick={() => choose(withoutFacets(question))}>
          Clear all
        </button>
      )}
      {groups.map(({ name, values }) => (
        <fieldset key={name}>
          <legend>{facetTitles[name]}</legend>
          {values.map((value) => (
            <Choice
              key={value.value}
              name={name}
              value={value}
              onToggle={() => choose(toggled(question, name, value.value))}
            />
          ))}
        </fieldset>
      ))}
    </details>
  );
}

interface ChoiceProps {
  readonly name: FacetName;
  readonly value: FacetValue;
  readonly onToggle: () => void;
}

function Choice({ name, value, onToggle }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="checkbox" name={name} value={value.value} checked={value.chosen} onChange={onToggle} />
      <bdi>{value.label}</bdi> <span class="count">{value.count.toLocaleString("en")}</span>
    </label>
  );
}
