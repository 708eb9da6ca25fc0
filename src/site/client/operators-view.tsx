import type { Texts } from "../texts/texts.ts";

/** What can be typed beside words, folded away until a reader asks. */
export function Operators({ words }: { readonly words: Texts["search"]["operators"] }) {
  return (
    <details class="operators">
      <summary>{words.title}</summary>
      <dl>
        {words.rows.map(([typed, meaning]) => (
          <div key={typed}>
            <dt>
              <code>{typed}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
