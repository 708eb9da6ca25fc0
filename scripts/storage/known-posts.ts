import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { BrokenFile, PostFile } from "../../src/archive/plan.ts";
import { type StoredPost, writePost } from "../../src/markdown/post-file.ts";
import type { Post } from "../../src/model/post.ts";
import { KnownFiles } from "./known-files.ts";
import type { Store, Table } from "./store.ts";

/** A post as its file was read, and the SHA-256 of that file. */
interface KnownPost extends StoredPost {
  readonly digest: string;
}

/** How a file is known again: by how it `stands` on disk, or by its `bytes`, which are read for it: where a disk may have damaged them. */
export type KnownBy = "standing" | "bytes";

/** The posts of files that were read before; a file that changed is read and parsed again. */
export class KnownPosts {
  private readonly files: KnownFiles;
  private readonly posts: Table<KnownPost>;
  /** The digest of the post that a file was found to be written from, behind that of the file. */
  private readonly written: Table<string>;
  /** Files that were read. */
  private count = 0;

  /** `folder` is `content/posts`, whose store this is. */
  constructor(
    private readonly folder: string,
    store: Store,
    private readonly by: KnownBy = "standing",
  ) {
    this.files = new KnownFiles(dirname(folder), store.table("files"));
    this.posts = store.table("posts");
    this.written = store.table("written");
  }

  /** The post of a file, by its path below the folder; `parse` reads it where it is not known. To be asked folder by folder, and ended with `save`. */
  read(path: string, parse: () => PostFile | BrokenFile): PostFile | BrokenFile {
    this.count += 1;
    return this.by === "bytes"
      ? this.again(path, parse)
      : this.readOf(path, this.files.digest(this.placeOf(path)), parse);
  }

  /** The same, in any order, by the bytes of the file. */
  again(path: string, parse: () => PostFile | BrokenFile): PostFile | BrokenFile {
    return this.readOf(path, digestAt(join(this.folder, path)), parse);
  }

  /** Notes that the text of a file is what `writePost` makes of a post, so that nobody need make it again to find that out. */
  note(path: string, text: string, post: Post): void {
    this.written.put(path, statementOf(sha256(text), post));
  }

  /** Keeps what was found out, and nothing of files that are no more. */
  save(): void {
    this.files.save();
    const paths = [...this.posts.keys()];
    if (paths.length <= this.count) return;
    for (const path of paths) {
      if (existsSync(join(this.folder, path))) continue;
      this.posts.remove(path);
      this.written.remove(path);
    }
  }

  private readOf(path: string, digest: string | undefined, parse: () => PostFile | BrokenFile): PostFile | BrokenFile {
    const known = digest === undefined ? undefined : this.posts.get(path);
    if (known !== undefined && known.digest === digest)
      return new KnownPostFile(this.folder, path, known, this.written);
    const file = parse();
    // Somebody may have changed the file meanwhile.
    if ("post" in file && digest === sha256(file.text))
      this.posts.put(path, { digest, post: file.post, edited: file.edited });
    return file;
  }

  private placeOf(path: string): string {
    return `${basename(this.folder)}/${path}`;
  }
}

/** The file of a known post. Its text is read when it is asked for, which is seldom. */
class KnownPostFile implements PostFile {
  readonly post: Post;
  readonly edited: boolean;
  private readonly digest: string;

  constructor(
    private readonly folder: string,
    readonly path: string,
    { post, edited, digest }: KnownPost,
    private readonly written: Table<string>,
  ) {
    this.post = post;
    this.edited = edited;
    this.digest = digest;
  }

  get text(): string {
    return readFileSync(join(this.folder, this.path), "utf8");
  }

  /** A file is written from what was fitted into it, and that fits again. */
  isKnownToFit(post: Post): boolean {
    return this.written.get(this.path)?.split(" ")[1] === digestOfPost(post);
  }

  isWrittenFrom(post: Post): boolean {
    if (this.written.get(this.path) === statementOf(this.digest, post)) return true;
    const { text } = this;
    if (writePost(post) !== text) return false;
    this.written.put(this.path, statementOf(sha256(text), post));
    return true;
  }
}

/** Which file was written from which post; `digest` is that of its text. */
function statementOf(digest: string, post: Post): string {
  return `${digest} ${digestOfPost(post)}`;
}

function digestOfPost(post: Post): string {
  return sha256(JSON.stringify(post));
}

function digestAt(file: string): string | undefined {
  try {
    return sha256(readFileSync(file));
  } catch {
    // Told when it is parsed.
    return undefined;
  }
}

function sha256(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
