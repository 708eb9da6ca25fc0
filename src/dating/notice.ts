/** Something odd about the dating of a dump; `import.ts` makes a `Notice` of it, with the file and the line. */
export interface DatingNotice {
  /** Such as `dating/out-of-order`. */
  readonly rule: string;
  /** The post it speaks of, by its place in the request. */
  readonly index?: number;
  readonly reason: string;
}
