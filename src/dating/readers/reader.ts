import type { Found } from "../naming.ts";
import type { Script } from "../plain.ts";

/** One way in which texts name days. */
export interface Reader {
  readonly name: string;
  /** Only texts in this script are read: others hold nothing for it. */
  readonly script?: Script;
  /** A text it reads, and one it must leave alone; tests check both. */
  readonly example: string;
  readonly refuses: string;
  readonly read: (text: string) => readonly Found[];
}
