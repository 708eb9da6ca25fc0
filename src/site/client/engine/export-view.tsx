import type { EngineSearch } from "../../search/engines/engine.ts";
import { columnsFile, type ExportColumns, type ExportRow } from "../../search/manifest.ts";
import type { Index, Shown } from "../answers.ts";
import { ExportButtons } from "../export-buttons.tsx";
import { type ExportKind, exportName } from "../export-name.ts";
import type { ExportsProps } from "../export-view.tsx";
import { loadReferences } from "../load-references.ts";
import { openedOn } from "../opened.ts";
import { listsOf } from "./answers.ts";
import { askEngine } from "./ask.ts";
import { type Engine, engineIn } from "./engine.ts";

/** Takes the answer of an engine away: all posts of it as a file, whatever is shown of them, and its address. */
function AskedExports({ index, shown, texts }: ExportsProps) {
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

async function textOf(kind: ExportKind, { bundles, file }: Index, shown: Shown): Promise<string> {
  const engine = engineIn(bundles);
  const [{ exportedText }, columns] = await Promise.all([
    loadReferences(import.meta.url),
    file(columnsFile) as Promise<ExportColumns>,
  ]);
  const rows: ExportRow[] = [];
  for (const { search, total } of listsOf(shown)) rows.push(...(await rowsOf(search, total, engine)));
  return exportedText(kind, rows, columns, openedOn());
}

/** As many results as every engine gives at once. */
const rowsAtOnce = 250;

async function rowsOf(search: EngineSearch, total: number, engine: Engine): Promise<readonly ExportRow[]> {
  const rows: ExportRow[] = [];
  for (let start = 0; start < total; start += rowsAtOnce) {
    const page: EngineSearch = { ...search, start, size: rowsAtOnce, fields: ["id", "exported"] };
    const [answer] = await askEngine([page], engine.server, engine.texts.locale);
    rows.push(...(answer?.found ?? []).map(({ exported = "" }) => JSON.parse(exported) as ExportRow));
  }
  return rows;
}

export { AskedExports as Exports };
