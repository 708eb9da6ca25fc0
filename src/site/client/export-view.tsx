import { columnsFile, type ExportColumns, type ExportRow } from "../search/manifest.ts";
import type { Texts } from "../texts/texts.ts";
import type { Index, Shown } from "./answers.ts";
import { ExportButtons } from "./export-buttons.tsx";
import { type ExportKind, exportName } from "./export-name.ts";
import { loadReferences } from "./load-references.ts";
import { openedOn } from "./opened.ts";

/** An answer to export, with the words for it. */
export interface ExportsProps {
  readonly index: Index;
  readonly shown: Shown;
  readonly texts: Texts["search"];
}

/** Takes the answer away: all posts of it as a file, whatever is shown of them, and its address. */
export function Exports({ index, shown, texts }: ExportsProps) {
  return (
    <ExportButtons
      count={shown.answer.places.length}
      nameOf={(kind) => exportName(shown.question, kind)}
      textOf={(kind) => textOf(kind, index, shown)}
      address={() => location.href}
      texts={texts}
    />
  );
}

async function textOf(kind: ExportKind, { bundles, file }: Index, { answer }: Shown): Promise<string> {
  const [{ exportedText }, paths, rows] = await Promise.all([
    loadReferences(import.meta.url),
    file(columnsFile) as Promise<ExportColumns>,
    Promise.all(answer.places.map(({ bundle, post }) => rowAt(bundles[bundle], post))),
  ]);
  return exportedText(kind, rows, paths, openedOn());
}

function rowAt(bundle: Index["bundles"][number] | undefined, post: number): Promise<ExportRow> {
  if (bundle === undefined) throw new Error(`no bundle of post ${post}`);
  return bundle.exported(post);
}
