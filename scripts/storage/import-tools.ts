import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Day, parseDay } from "../../src/model/day.ts";
import type { ImportOptions, ImportReport } from "./import-report.ts";
import { knownImport } from "./known-import.ts";
import { SpillFiles } from "./spill-file.ts";
import { Store } from "./store.ts";

/** Exports of fewer posts are held: that is quicker, and takes some 200 MB at most. */
const usuallyLongFrom = 20_000;

/** What an import keeps on disk for itself. */
export interface ImportTools {
  readonly disk: SpillFiles;
  readonly store: Store | undefined;
  readonly close: () => void;
}

/** To be closed. */
export function toolsFor({ content, longFrom = usuallyLongFrom, store: folder }: ImportOptions): ImportTools {
  const disk = new SpillFiles(join(dirname(resolve(content)), ".cache"), longFrom);
  const store = folder === undefined ? undefined : Store.open(folder);
  const close = (): void => {
    disk.close();
    store?.close();
  };
  return { disk, store, close };
}

/** The account of an import that finds nothing new; one that is asked to take dumps looks for files beside them. */
export function knownTo(
  { store, disk }: ImportTools,
  { content, dumps, ...options }: ImportOptions,
): ImportReport | undefined {
  const terms = { ...options, longFrom: disk.longFrom };
  return store === undefined || dumps.length > 0 ? undefined : knownImport(content, terms, store);
}

/** Whether there is a content folder; one is made for dumps that an import is asked to take. */
export function hasFolder({ content, dumps }: ImportOptions): boolean {
  if (dumps.length > 0) mkdirSync(content, { recursive: true });
  return existsSync(content);
}

/** Today's calendar day in UTC; the only clock of the import. */
export function todayInUtc(): Day {
  const day = parseDay(new Date().toISOString().slice(0, 10));
  if (day === undefined) throw new RangeError("the clock shows no day");
  return day;
}
