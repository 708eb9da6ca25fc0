import { createHash } from "node:crypto";
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Notice } from "../../src/model/notice.ts";
import { mediaTypeOf } from "../../src/read/media-type.ts";
import { refused } from "./disk-errors.ts";
import { isAsStored, MediaIndex, mediaPath, type StoredMedia } from "./media-index.ts";
import { refuseWayOut } from "./post-files.ts";
import { withdrawnIn } from "./withdrawn-media.ts";
import { unfinishedEnding } from "./write-whole.ts";

/** What is kept of the files of dumps. */
export interface MediaOptions {
  /** `keep`: stored under `content/media`; `link`: there too, and left out of git; `none`: nothing is. */
  readonly media: "keep" | "link" | "none";
  /** Larger files are left out and told, in bytes. */
  readonly largest: number;
}

/** What was made of the bytes of a file, or why it was not taken. */
export type Kept = Pick<StoredMedia, "sha256" | "type" | "bytes"> | { readonly reason: string };

/** Takes files out of what dumps lie packed in, and stores each once by its SHA-256. */
export class MediaKeeper {
  /** What was left out, and why. */
  readonly notices: Notice[] = [];
  readonly largest: number;
  private readonly index: MediaIndex;
  private readonly withdrawn: ReadonlyMap<string, string>;

  constructor(content: string, { largest }: MediaOptions) {
    this.index = new MediaIndex(join(content, "media"));
    this.withdrawn = withdrawnIn(this.index.folder);
    this.largest = largest;
  }

  /** Whether the file of a path in a dump is still to be stored. */
  wants(dump: string, path: string): boolean {
    const known = this.index.get(dump, path);
    return known === undefined || !isAsStored(this.index.folder, known, this.withdrawn);
  }

  leaveOut(dump: string, path: string, reason: string): void {
    this.notices.push({ rule: "media/left-out", file: dump, reason: `"${path}" ${reason}` });
  }

  /**
   * Stores the bytes of a file piece by piece. `name` has its ending; of what an address gave only what can be shown is taken: a server may answer with
   * anything. Throws an Error where the archive cannot be written.
   */
  async keep(
    { dump, path, name }: { readonly dump: string; readonly path: string; readonly name: string },
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    isTaken: (type: string) => boolean = () => true,
  ): Promise<void> {
    const { folder } = this.index;
    const draft = join(folder, `incoming${unfinishedEnding}`);
    refuseWayOut(draft, dirname(folder));
    try {
      const kept = await this.written(draft, name, pieces);
      if ("reason" in kept) this.leaveOut(dump, path, kept.reason);
      else if (!isTaken(kept.type)) this.leaveOut(dump, path, "was skipped: it is not a picture, video or recording");
      // What stands there now is not what was lost.
      else if ((this.index.get(dump, path)?.sha256 ?? kept.sha256) === kept.sha256) {
        const target = join(folder, mediaPath(kept));
        refuseWayOut(dirname(target), dirname(folder));
        if (!isAsStored(folder, kept, this.withdrawn))
          onDisk(target, () => {
            mkdirSync(dirname(target), { recursive: true });
            renameSync(draft, target);
          });
        this.index.add({ dump, path, ...kept });
      }
    } finally {
      rmSync(draft, { force: true });
    }
  }

  private async written(
    draft: string,
    name: string,
    pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<Kept> {
    const hash = createHash("sha256");
    const each = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
    let head: Uint8Array = new Uint8Array();
    let bytes = 0;
    const file = onDisk(draft, () => {
      mkdirSync(dirname(draft), { recursive: true });
      // Made anew: a link that waits under the name would be followed otherwise.
      rmSync(draft, { force: true });
      return openSync(draft, "wx");
    });
    try {
      for (;;) {
        const next = await nextOf(each);
        if ("reason" in next) return next;
        if (next.done === true) return { sha256: hash.digest("hex"), type: mediaTypeOf(head, name), bytes };
        const piece = next.value as Uint8Array;
        bytes += piece.length;
        if (bytes > this.largest) return { reason: tooLarge(bytes, this.largest) };
        if (head.length < headLength) head = Buffer.concat([head, piece]).subarray(0, headLength);
        hash.update(piece);
        onDisk(draft, () => {
          for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
        });
      }
    } finally {
      closeSync(file);
    }
  }

  /** Writes the index, if anything was stored. */
  end(): void {
    this.index.write();
  }
}

/** Bytes that `mediaTypeOf` looks at. */
const headLength = 64;

/** Why a file of so many bytes was not taken. */
export function tooLarge(bytes: number, largest: number): string {
  const [own, limit] = [bytes, largest].map((each) => `${Math.ceil(each / 1e6)} MB`);
  return `was left out: it has ${own}, more than ${limit} (mediaLimit in site.yml)`;
}

/** What is packed may be damaged; that costs one file. */
async function nextOf(
  pieces: Iterator<Uint8Array> | AsyncIterator<Uint8Array>,
): Promise<IteratorResult<Uint8Array> | { readonly reason: string }> {
  try {
    return await pieces.next();
  } catch (error) {
    return { reason: `cannot be read: ${(error as Error).message}` };
  }
}

function onDisk<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw refused("write", path, error);
  }
}
