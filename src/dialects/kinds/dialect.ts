import type { ChannelHead } from "../../model/channel-head.ts";
import type { Draft } from "../../model/draft.ts";
import type { Order } from "../../model/ledger.ts";
import type { NamedSeparator } from "../../model/named-separator.ts";
import type { SourceText } from "../../read/source-text.ts";
import type { PageMemory } from "../boundaries/page-memory.ts";
import type { Token } from "../lines/tokens.ts";

/** How well a dialect explains a dump: the lines it can account for, and the evidence in a sentence. */
export interface Recognition {
  /** Lines of the dump that bear this dialect's marks; the dialect with the most wins. */
  readonly lines: number;
  readonly evidence: string;
}

/** What a person's sidecar settles before parsing, and what other dumps say. */
export interface Hints {
  /** 1-based lines at which a post starts, whatever the dialect thinks. */
  readonly start: ReadonlySet<number>;
  /** 1-based lines at which no post starts. */
  readonly join: ReadonlySet<number>;
  /** Those of `start` and `join` that were asked for whether the page was read rightly there or not; a person lists the others, mostly where it was not. */
  readonly asked?: ReadonlySet<number>;
  /** Those lines of `start` and `join` that no person settled: other captures show the place. They teach nothing about the others. */
  readonly inferred?: ReadonlySet<number>;
  /** By line, what posts known from other dumps say (log-odds of a start). It is weighed with what the page says, and never against its marks. */
  readonly known?: ReadonlyMap<number, number>;
  /** What a person says separates the posts. */
  readonly separator?: NamedSeparator;
  /** What a person says the channel is called: its name, its handle. */
  readonly names?: readonly string[];
  /** What was worked out of the page before, where it is judged again. */
  readonly memory?: PageMemory;
}

/** A finding of a dialect; the import adds the file. */
export interface Finding {
  readonly rule: string;
  readonly line?: number;
  readonly reason: string;
}

/** What a dialect makes of a dump. Lines that no draft owns are the page's furniture. */
export interface Parsed {
  /** In the dump's order. */
  readonly drafts: readonly Draft[];
  /** The channel's name and user name, where the page's head prints them. */
  readonly channel?: { readonly name: string; readonly handle?: string };
  /** What the page's head says of the channel beside that. */
  readonly about?: ChannelHead;
  /** The order of the posts, where the dialect settles it. */
  readonly order?: Order;
  readonly findings: readonly Finding[];
  /** Where posts were told apart by judgement: the lines of the page, and how likely a post starts at each. */
  readonly judged?: { readonly tokens: readonly Token[]; readonly chances: ArrayLike<number> };
}

/** One kind of page. A new one is one file, one line in the registry and one fixture folder. */
export interface Dialect {
  /** Its name in posts and ledgers: never changed, since older archives hold it. */
  readonly name: string;
  /** Whether the page prints each text once, so that a text known from elsewhere shows where a post starts and ends. */
  readonly printsOnce: boolean;
  /** How the page shows itself where its posts start, in a clause; absent where that is judged, so that a person can name what separates them. */
  readonly shownBy?: string;
  /** How much the page keeps of what its author wrote, from 0 to 100: of two prints of one text, the archive shows the more faithful. */
  readonly fidelity: number;
  /** Never fails; a page it knows nothing of is explained by 0 lines. */
  recognise(source: SourceText): Recognition;
  /** Never fails on account of the text: what it does not understand stays text or becomes a finding. */
  parse(source: SourceText, hints: Hints): Parsed;
}
