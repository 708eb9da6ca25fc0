import { useState } from "preact/hooks";
import { columnsFile, type ExportColumns, type ExportRow } from "../search/manifest.ts";
import { countedIn, filled } from "../search/wording.ts";
import type { Texts } from "../texts/texts.ts";
import type { Index, Shown } from "./answers.ts";
import type * as Exporter from "./export.ts";
import { type ExportKind, exportKinds, exportName, exportTypes } from "./export-name.ts";
import { openedOn } from "./opened.ts";
import { saveAs } from "./save-as.ts";

/** An answer to export, with the words for it. */
export interface ExportsProps {
  readonly index: Index;
  readonly shown: Shown;
  readonly texts: Texts["search"];
}

/** Takes the answer away: all posts of it as a file, whatever is shown of them, and its address. */
export function Exports({ index, shown, texts }: ExportsProps) {
  const [said, setSaid] = useState("");
  const words = texts.export;
  const posts = shown.answer.places.length;
  const save = (kind: ExportKind): void => {
    const name = exportName(shown.question, kind);
    setSaid(words.making);
    fileOf(kind, index, shown).then(
      (file) => {
        saveAs(file, name);
        setSaid(filled(words.saved, { name }));
      },
      (error: unknown) => setSaid(filled(words.failed, { reason: `${error}` })),
    );
  };
  return (
    <div class="exports">
      <p id="exports">{countedIn(texts.locale, words.title, posts)}</p>
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
        <button
          type="button"
          onClick={() => {
            navigator.clipboard.writeText(location.href).then(
              () => setSaid(words.copied),
              // A browser that refuses has the address in its bar.
              () => setSaid(words.notCopied),
            );
          }}
        >
          {words.copy}
        </button>
      )}
      <span class="faint" aria-live="polite">
        {said}
      </span>
    </div>
  );
}

async function fileOf(kind: ExportKind, { bundles, file }: Index, { answer }: Shown): Promise<Blob> {
  const [{ exportedText }, paths, rows] = await Promise.all([
    import(new URL("export.js", import.meta.url).href) as Promise<typeof Exporter>,
    file(columnsFile) as Promise<ExportColumns>,
    Promise.all(answer.places.map(({ bundle, post }) => rowAt(bundles[bundle], post))),
  ]);
  return new Blob([exportedText(kind, rows, paths, openedOn())], { type: exportTypes[kind] });
}

function rowAt(bundle: Index["bundles"][number] | undefined, post: number): Promise<ExportRow> {
  if (bundle === undefined) throw new Error(`no bundle of post ${post}`);
  return bundle.exported(post);
}
