/**
 * The pure half of Scrollback, for programs: bytes of a dump become dated posts, and posts become records. Nothing here touches a disk, a clock or
 * a network.
 *
 * ```ts
 * const source = readSource(bytes, "may.txt");
 * const { posts, report } = readDump({ source, sidecar: {}, today: parseDay("2026-02-11") });
 * ```
 */
export type { ReadDump } from "./import/assemble.ts";
export { type DumpInput, readDump } from "./import/read-dump.ts";
export { type Day, parseDay } from "./model/day.ts";
export type { DumpReport, LineRole } from "./model/ledger.ts";
export { type Notice, noticeLine } from "./model/notice.ts";
export type { Channel, Dating, Post, Unnamed } from "./model/post.ts";
export { recordFields, recordOf } from "./model/record.ts";
export { UnreadableDump } from "./read/encoding.ts";
export { BadSidecar, readSidecar, type Sidecar } from "./read/sidecar.ts";
export { readSource, type SourceText } from "./read/source-text.ts";
