import type { Difference } from "../../src/archive/compare.ts";
import type { ChangeSums } from "../../src/archive/summary.ts";
import type { Day } from "../../src/model/day.ts";
import type { DumpReport } from "../../src/model/ledger.ts";
import type { Notice } from "../../src/model/notice.ts";
import type { Renaming } from "./rename-dumps.ts";

/** What an import is asked to do. */
export interface ImportOptions {
  /** The content folder. */
  readonly content: string;
  /** Dumps, or folders of them, to copy into `content/dumps` first. All that lies there is read, since captures of one channel tell of each other. */
  readonly dumps: readonly string[];
  /** Overwrite posts edited by hand. */
  readonly force: boolean;
  readonly today: Day;
  /** The folder of the store, so that the next import need not read everything anew; nothing is kept where it is absent. */
  readonly store?: string;
  /** From how many posts on an export is not held in memory. */
  readonly longFrom?: number;
}

/** What an import did. */
export interface ImportReport {
  readonly dumps: readonly DumpReport[];
  /** One line for each dump that could not be read. */
  readonly failures: readonly string[];
  /** One line for each post file of the archive that could not be read, and was left alone. */
  readonly broken: readonly string[];
  readonly posts: number;
  /** Posts that more than one dump shows. */
  readonly inSeveral: number;
  /** Posts that the archive did not hold before. */
  readonly added: number;
  readonly written: number;
  readonly removed: number;
  readonly unchanged: number;
  readonly changes: ChangeSums;
  readonly notices: readonly Notice[];
  /** Those of the notices that an earlier import told, and that no ledger has. */
  readonly familiar: readonly Notice[];
  /** What later captures show differently. */
  readonly differences: readonly Difference[];
  /** The dumps that have another name than at their import. */
  readonly renamed: readonly Renaming[];
  /** The dumps that are too long to be compared as a whole. */
  readonly long: readonly string[];
}
