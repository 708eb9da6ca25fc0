import { createHash } from "node:crypto";
import type { Exported } from "./exports/exported.ts";
import { readTelegramJson } from "./exports/telegram-json.ts";
import { toPosts } from "./exports/to-posts.ts";
import { type ReadDump, statedChannel } from "./import.ts";
import { type LineRole, lineRoles } from "./ledger.ts";
import type { LineRange, Unnamed } from "./post.ts";
import type { Sidecar } from "./read/sidecar.ts";
import { UnreadableDump } from "./read/source-text.ts";

/** What kind of export a file is: the names of their readers, as `Source.dialect` keeps them. */
export type ExportKind = "telegram-json";

/** An export as the import takes it. */
export interface ExportInput {
  readonly kind: ExportKind;
  /** File name, as `Source.file` keeps it. */
  readonly file: string;
  /** The bytes, in pieces of any size; read once. */
  readonly chunks: Iterable<Uint8Array>;
  readonly sidecar: Sidecar;
}

const readers: Readonly<Record<ExportKind, (chunks: Iterable<Uint8Array>) => Exported>> = {
  "telegram-json": readTelegramJson,
};

const evidence: Readonly<Record<ExportKind, string>> = {
  "telegram-json": "it is an export of Telegram Desktop in JSON, which tells numbers and moments",
};

/** Reads an export: its posts with their numbers and moments, and the account of its lines. Throws `UnreadableDump` where it holds no post. */
export function readExport({ kind, file, chunks, sidecar }: ExportInput): ReadDump {
  const hash = createHash("sha256");
  let bytes = 0;
  const exported = readers[kind](
    (function* digested() {
      for (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    })(),
  );
  const sha256 = hash.digest("hex");
  const [first] = exported.channels;
  if (first === undefined)
    throw new UnreadableDump(`Cannot read dump "${file}": ${exported.findings[0]?.reason ?? "it holds no messages"}`);
  const retrieved = sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved };
  const source = { file, sha256, dialect: kind, ...retrieved };
  const setting = { source, timezone: sidecar.timezone ?? "UTC", language: sidecar.language };
  const posts = exported.channels.flatMap((channel) =>
    toPosts(channel.posts, { ...setting, channel: statedChannel(file, sidecar, channel) }),
  );
  return {
    posts,
    report: {
      file,
      sha256,
      bytes,
      lines: exported.lines,
      dialect: kind,
      evidence: evidence[kind],
      channel: statedChannel(file, sidecar, first),
      order: "oldest-first",
      ...retrieved,
      posts: posts.length,
      roles: rolesOf(posts, exported.lines),
      notices: exported.findings.map((finding) => ({ ...finding, file })),
    },
  };
}

/** Lines of posts and lines between them; exports are written by programs, and no line of theirs is looked at for being blank. */
function rolesOf(posts: readonly Unnamed[], lines: number): Readonly<Record<LineRole, number>> {
  const ranges = posts.flatMap((post) => post.source.lines).toSorted(([one], [other]) => one - other);
  let text = 0;
  let end = 0;
  for (const [first, last] of ranges as readonly LineRange[]) {
    text += Math.max(0, last - Math.max(end, first - 1));
    end = Math.max(end, last);
  }
  const counts = Object.fromEntries(lineRoles.map((role) => [role, 0])) as Record<LineRole, number>;
  return { ...counts, text, furniture: lines - text };
}
