import { useState } from "preact/hooks";
import type { Texts } from "../texts/texts.ts";

/**
 * What can be typed beside words; folded away until a reader asks, unless it is alone beside the filters of a wide page. Then it stays as the
 * reader leaves it.
 */
export function Operators({
  words,
  isAlone,
}: {
  readonly words: Texts["search"]["operators"];
  readonly isAlone: boolean;
}) {
  const [isOpen] = useState(() => isAlone && matchMedia("(min-width: 60rem)").matches);
  return (
    <details class="operators" open={isOpen}>
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
