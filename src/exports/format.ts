import type { NewSequence } from "../model/lazy-sequence.ts";
import type { Exported, ExportReader } from "./exported.ts";

interface Format {
  /** Its name in posts and ledgers: never changed, since older archives hold it. */
  readonly name: string;
  /** What a file of it is, in words behind "it is": `an export of Telegram Desktop in JSON`. */
  readonly title: string;
  /** Endings of its files, without the dot, in small letters. */
  readonly extensions: readonly string[];
  /** How much it keeps of what its author wrote, as `Dialect.fidelity` counts it; exports keep more than pages do. */
  readonly fidelity: number;
  /** Whether it may have no more than the beginning of a text: then it says nothing against captures that have all of it. */
  readonly isPartial?: true;
  /**
   * Whether lines of the file are one post and nothing else, where posts can share lines with what stands beside them. Absent where the lines of a
   * post hold that post alone.
   */
  readonly isOnePost?: (lines: readonly string[]) => boolean;
}

/** A format whose files can have any length: they are read piece by piece, and known by their first bytes. */
export interface StreamFormat extends Format {
  readonly kind: "stream";
  /** `head` is the first 64 KB of the file, or all of it. */
  readonly recognises: (head: Uint8Array) => boolean;
  /** Starts reading a file. Posts are put on sequences of the kind given, in memory where none is. Never throws on account of the text. */
  readonly read: (newSequence?: NewSequence) => ExportReader;
}

/** A format whose files are read as a whole, as text: their encoding is found out, or told by the sidecar. */
export interface TextFormat extends Format {
  readonly kind: "text";
  readonly recognises: (text: string) => boolean;
  /** Never throws on account of the text. */
  readonly read: (text: string) => Exported;
}

/** A format of files that tell numbers and moments. A new one is one file and one row in the registry. */
export type ExportFormat = StreamFormat | TextFormat;
