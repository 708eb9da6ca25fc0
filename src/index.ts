/**
 * The pure half of Scrollback, for programs: bytes of a dump become dated posts, and posts become records with the ids that an archive would give
 * them. Nothing here touches a disk, a clock or a network.
 *
 * ```ts
 * const today = parseDay("2026-02-11");
 * if (today === undefined) throw new Error("no such day");
 * const source = readSource(bytes, "may.txt");
 * const sidecar = readSidecar("channel: Harbour\nretrieved: 2026-02-11\n", "may.yml");
 * const { records, reports, failures } = recordsOf([{ kind: "read", source, sidecar }], { today });
 * for (const record of records) console.log(JSON.stringify(record));
 * ```
 */
export type { ReadDump } from "./import/assemble.ts";
export { type DumpInput, readDump } from "./import/read-dump.ts";
export { type DumpRecords, type PostJson, type RecordOptions, recordsOf } from "./import/records.ts";
export type { WholeDump } from "./import/whole-dump.ts";
export { type Day, parseDay } from "./model/day.ts";
export type { DumpReport, LineRole } from "./model/ledger.ts";
export { type Notice, noticeLine } from "./model/notice.ts";
export type { Channel, Dating, Post, Unnamed } from "./model/post.ts";
export { recordFields, recordOf } from "./model/record.ts";
export { UnreadableDump } from "./read/encoding.ts";
export { BadSidecar, readSidecar, type Sidecar } from "./read/sidecar.ts";
export { readSource, type SourceText } from "./read/source-text.ts";
