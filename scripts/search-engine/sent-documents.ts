import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { SearchServer } from "../../src/site/model/search-server.ts";
import type { KnownDocument } from "../../src/site/search/engines/feed.ts";
import { writeWhole } from "../storage/write-whole.ts";

/**
 * What an engine was sent and has taken, in a file that grows by a line for each document: `[id, digest]`, or `[id]` where it was taken out. A run
 * that is stopped at any moment has noted what was taken; one that finds no such file asks the engine.
 */
export class SentDocuments {
  private readonly known = new Map<string, string>();
  /** Whether there is such a file. */
  readonly isKept: boolean;

  constructor(
    private readonly file: string,
    documents?: Iterable<KnownDocument>,
  ) {
    this.isKept = existsSync(file);
    for (const [id, digest] of documents ?? this.read()) {
      if (digest === undefined) this.known.delete(id);
      else this.known.set(id, digest);
    }
    // The lines of documents that were sent again are not needed any more.
    if (this.isKept || documents !== undefined) writeWhole(file, [...this.known].map(lineOf).join(""));
  }

  /** The digest of a document as the engine has it. */
  digestOf(id: string): string | undefined {
    return this.known.get(id);
  }

  /** The ids of all documents that the engine has. */
  get ids(): readonly string[] {
    return [...this.known.keys()];
  }

  /** Notes that documents were taken. */
  took(documents: readonly KnownDocument[]): void {
    for (const [id, digest] of documents) this.known.set(id, digest);
    this.append(documents.map(lineOf));
  }

  /** Notes that documents were taken out. */
  removed(ids: readonly string[]): void {
    for (const id of ids) this.known.delete(id);
    this.append(ids.map((id) => lineOf([id])));
  }

  private append(lines: readonly string[]): void {
    mkdirSync(dirname(this.file), { recursive: true });
    appendFileSync(this.file, lines.join(""));
  }

  /** The last line may be of a run that was stopped while it wrote it: its document is sent again. */
  private read(): readonly (readonly [string, string?])[] {
    if (!this.isKept) return [];
    const lines = readFileSync(this.file, "utf8").split("\n");
    return lines.slice(0, -1).flatMap((line) => {
      try {
        return [JSON.parse(line) as readonly [string, string?]];
      } catch {
        // Two runs at once may have written into each other's lines.
        return [];
      }
    });
  }
}

/** The file of what an engine was sent; each index has its own. */
export function sentFile(content: string, { engine, url, index }: SearchServer): string {
  const place = createHash("sha256").update(`${engine} ${url} ${index}`).digest("hex").slice(0, 12);
  return join(dirname(resolve(content)), ".cache", "search-engine", `${index}-${place}.jsonl`);
}

/** Forgets what an engine was sent. */
export function forgetSent(file: string): void {
  rmSync(file, { force: true });
}

function lineOf(row: readonly [string, string?]): string {
  return `${JSON.stringify(row)}\n`;
}
