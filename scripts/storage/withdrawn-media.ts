import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { refused } from "./disk-errors.ts";
import { alone } from "./lock.ts";
import { isPlainFile, MediaIndex, mediaPath } from "./media-index.ts";
import { refuseWayOut } from "./post-files.ts";
import { writeWhole } from "./write-whole.ts";

/** What was taken out of an archive. */
export interface WithdrawnFile {
  readonly sha256: string;
  /** The dumps that hold its bytes, whoever keeps them. */
  readonly dumps: readonly string[];
}

/** A file among them that was withdrawn, by its path in `content` or its SHA-256, and why. */
export interface MediaTakedown {
  readonly content: string;
  readonly name: string;
  readonly reason: string;
}

/**
 * Takes one stored file out of an archive: its bytes go, its SHA-256 and the reason stay in `content/media/withdrawn.jsonl`, and no import stores it
 * again, whatever holds it. Throws an Error where the archive does not know the file.
 */
export function withdrawMedia({ content, name, reason }: MediaTakedown): WithdrawnFile {
  return alone(content, () => {
    const sha256 = /(?<sha256>[0-9a-f]{64})(?:\.[a-z0-9]{1,5})?$/u.exec(name)?.groups?.sha256;
    const folder = join(content, "media");
    const known = new MediaIndex(folder).all.filter((stored) => stored.sha256 === sha256);
    if (sha256 === undefined || known.length === 0)
      throw new Error(
        `Cannot withdraw "${name}": no stored file has this path or SHA-256; check content/media/index.jsonl`,
      );
    refuseWayOut(join(folder, sha256.slice(0, 2)), content);
    // The note first: an import that comes between would store the file again.
    const all = new Map(withdrawnIn(folder)).set(sha256, reason);
    const lines = [...all].sort(([one], [other]) => (one < other ? -1 : 1));
    writeWhole(
      listIn(folder),
      lines.map(([hash, why]) => `${JSON.stringify({ sha256: hash, reason: why })}\n`).join(""),
    );
    const made = join(dirname(resolve(content)), ".cache", "media");
    const pictures = existsSync(made) ? readdirSync(made).filter((each) => each.startsWith(sha256)) : [];
    const files = [
      ...known.map((stored) => join(folder, mediaPath(stored))),
      ...pictures.map((each) => join(made, each)),
    ];
    for (const file of files) {
      try {
        rmSync(file, { force: true });
      } catch (error) {
        throw refused("remove", file, error);
      }
    }
    return { sha256, dumps: [...new Set(known.map(({ dump }) => dump))].sort() };
  });
}

/** Why each withdrawn file of a media folder was withdrawn, by SHA-256. Throws an Error that names a line that says nothing. */
export function withdrawnIn(folder: string): ReadonlyMap<string, string> {
  const file = listIn(folder);
  if (!existsSync(file) || !isPlainFile(file, folder)) return new Map();
  return new Map(
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, at) => (line.trim() === "" ? [] : [withdrawnOf(line, file, at + 1)])),
  );
}

function listIn(folder: string): string {
  return join(folder, "withdrawn.jsonl");
}

/** A line that was lost in silence would bring back what was taken out. */
function withdrawnOf(line: string, file: string, number: number): readonly [string, string] {
  try {
    const { sha256, reason } = JSON.parse(line) as { readonly sha256?: unknown; readonly reason?: unknown };
    if (typeof sha256 === "string" && /^[0-9a-f]{64}$/u.test(sha256) && typeof reason === "string")
      return [sha256, reason];
  } catch {
    // Told below, as any other line that is none.
  }
  throw new Error(`Cannot read "${file}": line ${number}: it has no sha256 and reason; correct the line`);
}
