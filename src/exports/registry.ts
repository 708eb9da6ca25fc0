import type { ExportFormat } from "./format.ts";
import { postTable } from "./table.ts";
import { telegramHtml } from "./telegram-html.ts";
import { telegramJson, telegramJsonLines } from "./telegram-json.ts";
import { telegramPage } from "./telegram-page.ts";
import { telegramPostPage } from "./telegram-post-page.ts";

/** Every format of exports and saved pages. Of those with the ending of a file, the first that recognises it reads it. */
export const exportFormats: readonly ExportFormat[] = [
  telegramPage,
  telegramPostPage,
  telegramHtml,
  telegramJson,
  telegramJsonLines,
  postTable,
];

/** The format of a name, as posts and ledgers keep it; `undefined` for the dialects of pages. */
export function exportFormat(name: string): ExportFormat | undefined {
  return exportFormats.find((format) => format.name === name);
}

/** The formats that a file can be of, by its name. */
export function formatsFor(file: string): readonly ExportFormat[] {
  const name = file.toLowerCase();
  return exportFormats.filter(({ extensions }) => extensions.some((extension) => name.endsWith(`.${extension}`)));
}
