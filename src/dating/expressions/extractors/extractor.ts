import type { Found } from "../date-expression.ts";

/** One way in which texts name days. */
export interface Reader {
  readonly name: string;
  /** A text it reads, and one it must leave alone; tests check both. */
  readonly example: string;
  readonly refuses: string;
  readonly read: (text: string) => readonly Found[];
}
