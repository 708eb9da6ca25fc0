import { useState } from "preact/hooks";
import { countedIn, filled } from "../search/wording.ts";
import type { Texts } from "../texts/texts.ts";
import { type ExportKind, exportKinds, exportTypes } from "./export-name.ts";
import { saveAs } from "./save-as.ts";

/** Posts to take away, and the words for it. */
export interface ExportButtonsProps {
  /** How many posts they are. */
  readonly count: number;
  readonly nameOf: (kind: ExportKind) => string;
  /** The text of their file. Rejects where it cannot be made, which is said. */
  readonly textOf: (kind: ExportKind) => Promise<string>;
  /** The address that leads back to them, as it is when a reader asks for it. */
  readonly address: () => string;
  readonly texts: Pick<Texts["search"], "export" | "locale">;
}

/** Takes posts away, as files and as an address. */
export function ExportButtons({ count, nameOf, textOf, address, texts }: ExportButtonsProps) {
  const [said, setSaid] = useState("");
  const words = texts.export;
  const save = (kind: ExportKind): void => {
    const name = nameOf(kind);
    setSaid(words.making);
    textOf(kind)
      .then((text) => saveAs(new Blob([text], { type: exportTypes[kind] }), name))
      .then(
        () => setSaid(filled(words.saved, { name })),
        (error: unknown) => setSaid(filled(words.failed, { reason: `${error}` })),
      );
  };
  const copy = (): void => {
    const copied = address();
    navigator.clipboard.writeText(copied).then(
      () => setSaid(words.copied),
      () => {
        // A browser that refuses has the address in its bar, or goes there.
        setSaid(words.notCopied);
        if (copied !== location.href) location.assign(copied);
      },
    );
  };
  return (
    <div class="exports">
      <p id="exports">{countedIn(texts.locale, words.title, count)}</p>
      <ul aria-labelledby="exports">
        {exportKinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => save(kind)}>
              {words.kinds[kind]}
            </button>
          </li>
        ))}
      </ul>
      {"clipboard" in navigator && (
        <button type="button" onClick={copy}>
          {words.copy}
        </button>
      )}
      <span class="faint" aria-live="polite">
        {said}
      </span>
    </div>
  );
}
