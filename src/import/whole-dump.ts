import type { WebRecord } from "../model/ledger.ts";
import type { Sidecar } from "../read/sidecar.ts";
import type { SourceText } from "../read/source-text.ts";
import type { ReadDump } from "./assemble.ts";

/** A dump with its sidecar, an export that was read, or the one line that says why a dump could not be. */
export type WholeDump =
  | { readonly kind: "read"; readonly source: SourceText; readonly sidecar: Sidecar; readonly record?: WebRecord }
  | { readonly kind: "export"; readonly dump: ReadDump }
  | {
      readonly kind: "failed";
      readonly file: string;
      readonly message: string;
      /** A web archive that is kept elsewhere and is not there: its posts stay, and nothing is wrong. */
      readonly isAway?: true;
    };
