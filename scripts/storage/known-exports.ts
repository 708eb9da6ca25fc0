import { createHash } from "node:crypto";
import { pathsOf } from "../../src/exports/media-files.ts";
import { isExport, type ReadExport, unpackedName } from "../../src/import/read-export.ts";
import { type LazySequence, lazySequence } from "../../src/model/lazy-sequence.ts";
import type { Unnamed } from "../../src/model/post.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { type FoundDump, readSidecarOf, type Sequences } from "./dumps.ts";
import { filesElsewhere, fromRoot, KnownFiles } from "./known-files.ts";
import { staySmall } from "./memory.ts";
import type { Store, Table } from "./store.ts";

/** An export as it was read, without its posts. */
interface KnownExport {
  readonly kind: "export" | "long";
  readonly dump: Omit<ReadExport, "posts">;
  readonly posts: number;
}

type FoundExport = Extract<FoundDump, { readonly kind: "export" | "long" }>;

/** A web archive as it was read, without the posts of its pages. */
interface KnownWebArchive {
  readonly pages: KnownExport;
  readonly texts: readonly FoundDump[];
  readonly files: readonly string[];
}

/** What a web archive holds, and under which addresses it has files that its posts may name. */
export interface FoundWebArchive {
  readonly found: readonly FoundDump[];
  readonly files: { readonly has: (address: string) => boolean };
}

/** Posts that are kept under one key. */
const together = 500;

/**
 * The exports of an archive that were read before, known by their bytes, name and sidecar: none of them is read again. The posts of a long one are
 * taken from the store piece by piece, and no longer made from its messages each time they are asked for.
 */
export class KnownExports {
  private readonly files: KnownFiles;
  private readonly exports: Table<KnownExport>;
  private readonly elsewhere: KnownFiles;
  private readonly webArchives: Table<KnownWebArchive>;
  private readonly pieces: Table<readonly Unnamed[]>;
  private readonly used = new Set<string>();

  constructor(
    content: string,
    store: Store,
    private readonly sequences: Sequences,
    private readonly timezone: string | undefined,
  ) {
    this.files = new KnownFiles(content, store.table("files"));
    this.exports = store.table("exports");
    this.elsewhere = filesElsewhere(store);
    this.webArchives = store.table("web-archives");
    this.pieces = store.table("export-posts");
  }

  /** A dump of the archive, by its name and its path on disk; `read` reads it where it is not known. To be ended with `save`. */
  read(file: string, path: string, read: () => FoundDump): FoundDump {
    const digest = isExport(unpackedName(file)) ? this.files.digest(`dumps/${file}`) : undefined;
    if (digest === undefined) return read();
    const key = this.keyOf(digest, file, sidecarOf(path));
    this.used.add(key);
    const known = this.exports.get(key);
    if (known !== undefined) return this.found(key, known, read);
    const found = read();
    if (found.kind !== "export" && found.kind !== "long") return found;
    // Somebody may have changed the file meanwhile.
    if (found.dump.report.sha256 !== digest) return found;
    const kept = this.keep(key, found);
    return found.kind === "export" ? found : this.found(key, kept, read);
  }

  /** What a web archive holds, wherever it lies; `read` reads it where it is not known. To be ended with `save`. */
  async webArchive(
    file: string,
    { path, sidecar }: { readonly path: string; readonly sidecar: Sidecar },
    read: () => Promise<FoundWebArchive>,
  ): Promise<FoundWebArchive> {
    const digest = this.elsewhere.digest(fromRoot(path));
    if (digest === undefined) return read();
    const key = this.keyOf(digest, file, sidecar);
    this.used.add(key);
    const known = this.webArchives.get(key);
    // A store whose disk is full may have lost pieces: posts are taken out at once, so that the archive can still be read.
    const posts = known && this.storedPosts(key, known.pages.posts);
    if (known !== undefined && posts !== undefined)
      return { found: [whole(known.pages, posts), ...known.texts], files: new Set(known.files) };
    const now = await read();
    const [pages, ...texts] = now.found;
    if (pages === undefined || (pages.kind !== "export" && pages.kind !== "long")) return now;
    if (pages.dump.report.sha256 !== digest) return now;
    const files = new Set<string>();
    const kept = this.kept(key, pages, ({ mediaFiles = [] }) => {
      for (const path of mediaFiles.flatMap(pathsOf)) if (now.files.has(path)) files.add(path);
    });
    this.webArchives.put(key, { pages: kept, texts, files: [...files] });
    // Posts of a long one are taken from the store: each is united from its captures anew otherwise, whenever it is asked for.
    const stored = pages.kind === "long" ? this.storedPosts(key, kept.posts) : undefined;
    return { found: stored === undefined ? now.found : [whole(kept, stored), ...texts], files };
  }

  /** The posts that stand under a key, taken piece by piece when they are asked for; `undefined` where a piece is missing. */
  private storedPosts(key: string, count: number): LazySequence<Unnamed> | undefined {
    for (let place = 0; place < count; place += together) if (!this.pieces.has(pieceKey(key, place))) return undefined;
    return this.postsOf(key, count, () => ({ kind: "failed", file: "", message: "" }));
  }

  /** Keeps what was found out, and nothing of exports that were not asked for. */
  save(): void {
    this.files.save();
    this.elsewhere.save();
    for (const table of [this.exports, this.webArchives, this.pieces]) {
      for (const key of [...table.keys()]) if (!this.used.has(key.split(" ")[0] ?? "")) table.remove(key);
    }
  }

  private keyOf(digest: string, file: string, sidecar: unknown): string {
    const told = JSON.stringify([digest, file, sidecar, this.sequences.longFrom, this.timezone]);
    return createHash("sha256").update(told).digest("hex");
  }

  private keep(key: string, found: FoundExport): KnownExport {
    const known = this.kept(key, found);
    this.exports.put(key, known);
    return known;
  }

  /** Keeps the posts of an export, each shown to `see`; tells the rest of it. */
  private kept(key: string, found: FoundExport, see: (post: Unnamed) => void = () => undefined): KnownExport {
    const { posts, ...dump } = found.dump;
    let piece: Unnamed[] = [];
    let count = 0;
    for (const post of posts) {
      see(post);
      piece.push(post);
      count += 1;
      if (piece.length < together && count < posts.length) continue;
      this.pieces.put(pieceKey(key, count - 1), piece);
      piece = [];
      staySmall();
    }
    return { kind: found.kind, dump: { channels: [], ...dump }, posts: count };
  }

  private found(key: string, known: KnownExport, read: () => FoundDump): FoundDump {
    return whole(known, this.postsOf(key, known.posts, read));
  }

  /** The posts of an export. What the store does not give back, since the disk is full, is read from the export after all. */
  private postsOf(key: string, count: number, read: () => FoundDump): LazySequence<Unnamed> {
    let [held, piece]: [string, readonly Unnamed[]] = ["", []];
    let again: LazySequence<Unnamed> | undefined;
    return lazySequence(count, (place) => {
      const wanted = pieceKey(key, place);
      if (wanted !== held) [held, piece] = [wanted, this.pieces.get(wanted) ?? []];
      if (piece.length === 0) again ??= postsIn(read());
      const post = piece[place % together] ?? again?.at(place);
      if (post === undefined) throw new Error("Cannot read an export: it changed during the import; import again");
      return post;
    });
  }
}

function whole({ kind, dump }: KnownExport, posts: LazySequence<Unnamed>): FoundDump {
  return kind === "long" ? { kind, dump: { ...dump, posts } } : { kind, dump: { ...dump, posts: [...posts] } };
}

function postsIn(found: FoundDump): LazySequence<Unnamed> {
  return found.kind === "export" || found.kind === "long" ? found.dump.posts : [];
}

/** The key of the piece in which the post of a place stands. */
function pieceKey(key: string, place: number): string {
  return `${key} ${Math.floor(place / together)}`;
}

/** What a person says of an export; one that cannot be read is told when the export is. */
function sidecarOf(path: string): unknown {
  try {
    return readSidecarOf(path);
  } catch (error) {
    return (error as Error).message;
  }
}
