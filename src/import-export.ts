import { createHash } from "node:crypto";
import type { ExportReader } from "./exports/exported.ts";
import { telegramJson } from "./exports/telegram-json.ts";
import { toPosts } from "./exports/to-posts.ts";
import { type ReadDump, statedChannel } from "./import.ts";
import { type LineRole, lineRoles } from "./ledger.ts";
import type { LineRange, Unnamed } from "./post.ts";
import type { Sidecar } from "./read/sidecar.ts";
import { UnreadableDump } from "./read/source-text.ts";

/** An export as the import takes it; its bytes are given piece by piece. */
export interface ExportInput {
  /** What the archive calls it, as `Source.file` keeps it. */
  readonly file: string;
  readonly sidecar: Sidecar;
}

/** An export that is being read. `end` throws `UnreadableDump` where it holds no post. */
export interface ReadingExport {
  readonly write: (chunk: Uint8Array) => void;
  readonly end: () => ReadDump;
}

/** Kinds of exports: the names of their readers, as `Source.dialect` keeps them. */
type Dialect = "telegram-json";

const evidence: Readonly<Record<Dialect, string>> = {
  "telegram-json": "it is an export of Telegram Desktop in JSON, which tells numbers and moments",
};

/** Reads an export: its posts with their numbers and moments, and the account of its lines. */
export function readExport(input: ExportInput): ReadingExport {
  return reading(input, "telegram-json", telegramJson());
}

function reading({ file, sidecar }: ExportInput, dialect: Dialect, reader: ExportReader): ReadingExport {
  const hash = createHash("sha256");
  let bytes = 0;
  const end = (): ReadDump => {
    const exported = reader.end();
    const sha256 = hash.digest("hex");
    const retrieved = sidecar.retrieved === undefined ? {} : { retrieved: sidecar.retrieved };
    const source = { file, sha256, dialect, ...retrieved };
    const setting = { source, timezone: sidecar.timezone, language: sidecar.language };
    const channels = exported.channels.filter(({ posts }) => posts.length > 0);
    const posts = channels.flatMap((channel) =>
      toPosts(channel.posts, { ...setting, channel: statedChannel(file, sidecar, channel) }),
    );
    const [first] = channels;
    if (first === undefined)
      throw new UnreadableDump(`Cannot read dump "${file}": ${exported.findings[0]?.reason ?? "it holds no posts"}`);
    return {
      posts,
      report: {
        file,
        sha256,
        bytes,
        lines: exported.lines,
        dialect,
        evidence: evidence[dialect],
        channel: statedChannel(file, sidecar, first),
        order: "oldest-first",
        ...retrieved,
        posts: posts.length,
        roles: rolesOf(posts, exported.lines),
        notices: exported.findings.map((finding) => ({ ...finding, file })),
      },
    };
  };
  const write = (chunk: Uint8Array): void => {
    hash.update(chunk);
    bytes += chunk.length;
    reader.write(chunk);
  };
  return { write, end };
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
