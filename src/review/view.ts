import type { Editor } from "../model/post.ts";
import type { BoundaryQuestion } from "./boundaries.ts";
import type { CheckedView } from "./checked.ts";
import type { DateQuestion } from "./dates.ts";
import type { Listed, ShownListed } from "./listed.ts";
import type { BoundaryWord, ChannelName } from "./sidecar-text.ts";

/** A dump in the list of the review. */
export interface DumpSummary {
  readonly file: string;
  /** Open questions about boundaries, and how many boundaries are expected to be wrong. */
  readonly open: number;
  readonly expectedWrong: number;
  readonly settled: number;
  /** The channel of its posts, where it was imported. */
  readonly channel?: string;
  /** Why the dump cannot be reviewed. */
  readonly failure?: string;
}

/** A line that an editor settled. */
export interface SettledView extends Editor {
  readonly line: number;
  readonly to: Exclude<BoundaryWord, "open">;
  /** Dumps that show it otherwise, and were looked at. */
  readonly despite?: readonly string[];
  /** Whether the review asked for it. */
  readonly asked?: boolean;
}

/** A dump as the review shows it. */
export interface DumpView {
  readonly file: string;
  /** Line 1 first; absent where the browser has them already. */
  readonly lines?: readonly string[];
  /** Lines that posts start at, and lines that can be asked, each with the chance of a start. */
  readonly starts: readonly number[];
  readonly chances: Readonly<Record<number, number>>;
  readonly questions: readonly BoundaryQuestion[];
  readonly expectedWrong: number;
  readonly settled: readonly SettledView[];
  /** The name of its channel, where the sidecar gives it. */
  readonly named?: ChannelName;
  readonly dates: readonly DateQuestion[];
  /** Other dumps that have the best text of posts of this one: the days of these are asked there. */
  readonly datedIn: readonly string[];
  /** Dates that an editor set. */
  readonly datesSet: readonly {
    readonly id: string;
    readonly title: string;
    readonly edtf: string;
    readonly by?: string;
    readonly on?: string;
    readonly note?: string;
  }[];
  /** That the judge of boundaries is out of its depth here. */
  readonly warning?: string;
  readonly failure?: string;
}

/** What the server answers with: everything the page shows. */
export interface ReviewState {
  readonly editor: string;
  readonly dumps: readonly DumpSummary[];
  readonly dump?: DumpView;
  /** What else the archive leaves open: the first of each kind, and how many there are. */
  readonly listed: readonly ShownListed[];
  readonly listedCounts: Readonly<Partial<Record<Listed["kind"], number>>>;
  /** What editors found right or described, in the archive's posts. */
  readonly checked: readonly CheckedView[];
  /** How many answers can be undone. */
  readonly undoable: number;
  /** What was taken back just now. */
  readonly undone?: string;
}

/** A change that a person makes: what each line is to be, and what the person saw there. */
export interface BoundaryChange {
  readonly line: number;
  readonly was: BoundaryWord;
  readonly to: BoundaryWord;
}
