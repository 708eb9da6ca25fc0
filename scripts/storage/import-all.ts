import type { ImportOptions, ImportReport } from "./import-report.ts";
import { hasFolder, knownTo, toolsFor } from "./import-tools.ts";
import { aloneAwaiting } from "./lock.ts";

/**
 * Imports as `runImport` does, and unpacks what lies packed in `content/dumps`. What reads dumps is loaded where there is something new: that alone
 * takes longer than to find that there is nothing. Throws as `runImport` does.
 */
export async function importAll(options: ImportOptions): Promise<ImportReport> {
  const tools = toolsFor(options);
  try {
    if (!hasFolder(options)) return (await import("./import-folder.ts")).importFound(options, [], tools);
    return await aloneAwaiting(options.content, async () => {
      const known = knownTo(tools, options);
      if (known !== undefined) return known;
      const { importHere } = await import("./import-folder.ts");
      return importHere(options, tools);
    });
  } finally {
    tools.close();
  }
}
