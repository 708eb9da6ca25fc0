import { hashOf } from "../src/archive/contested.ts";
import { IdSet, idOf, numberOf } from "../src/archive/id-set.ts";
import { wordsOf } from "../src/archive/identity.ts";
import type { PostFile } from "../src/archive/plan.ts";
import { NumberedPlaces } from "../src/numbered-places.ts";
import { type Post, sourcesOf, type Unnamed } from "../src/post.ts";
import { postPathsIn, readPostFile } from "./post-files.ts";

/** What an import has to do with a post of the archive: nothing, something, or so much that it is looked at with all other captures. */
export type Concern = "none" | "some" | "much";
const concerns: readonly Concern[] = ["none", "some", "much"];

/** A post that the archive keeps as it is. */
export type Untouched = Pick<Post, "id" | "withdrawn" | "channel">;

/**
 * The posts of an archive by what they are known by, for archives too large to be held: each is read once for the index, and again when it is
 * taken, which happens once.
 */
export class StoredIndex {
  readonly ids = new IdSet();
  private readonly paths: PathList;
  private readonly byNumber = new NumberedPlaces();
  private readonly byLine = new NumberedPlaces();
  /** Posts without a number alone: the others are known by it. */
  private readonly byWords = new NumberedPlaces();
  private readonly concern: Uint8Array;
  private readonly taken: Uint8Array;
  private readonly channels = new Map<string, Post["channel"]>();
  private readonly channelOf: Uint32Array;
  private readonly withdrawn = new Map<number, string>();
  private readonly idNumbers: Float64Array;

  /** Reads the posts below a folder. Throws an Error that names the file that cannot be read. */
  constructor(
    private readonly folder: string,
    concernOf: (post: Post) => Concern,
  ) {
    this.paths = new PathList(postPathsIn(folder));
    this.concern = new Uint8Array(this.paths.length);
    this.taken = new Uint8Array(this.paths.length);
    this.channelOf = new Uint32Array(this.paths.length);
    this.idNumbers = new Float64Array(this.paths.length);
    for (let entry = 0; entry < this.paths.length; entry += 1) {
      const { post } = readPostFile(folder, this.paths.at(entry));
      this.concern[entry] = concerns.indexOf(concernOf(post));
      this.add(entry, post);
    }
  }

  private add(entry: number, post: Post): void {
    this.ids.add(post.id);
    this.idNumbers[entry] = numberOf(post.id);
    if (post.number === undefined) this.byWords.add(hashOf(wordsOf(post)), entry);
    else this.byNumber.add(numberKey(post), entry);
    for (const key of lineKeys(post)) this.byLine.add(key, entry);
    if (post.withdrawn !== undefined) this.withdrawn.set(entry, post.withdrawn);
    if (!this.channels.has(post.channel.key)) this.channels.set(post.channel.key, post.channel);
    this.channelOf[entry] = [...this.channels.keys()].indexOf(post.channel.key);
  }

  /** The posts, not taken yet, that one of these may be: by its number, its first lines, or, where they have no number, its words. */
  takeFor(posts: Iterable<Unnamed>): readonly PostFile[] {
    const entries = new Set<number>();
    for (const post of posts) {
      const found = [
        ...(post.number === undefined ? [] : this.byNumber.placesOf(numberKey(post))),
        ...lineKeys(post).flatMap((key) => this.byLine.placesOf(key)),
        ...this.byWords.placesOf(hashOf(wordsOf(post))),
      ];
      for (const entry of found) entries.add(entry);
    }
    return [...entries].sort((one, other) => one - other).flatMap((entry) => this.take(entry) ?? []);
  }

  /** The posts, not taken yet, that concern an import so much. */
  *takeAll(concern: Concern): Generator<PostFile> {
    for (let entry = 0; entry < this.paths.length; entry += 1) {
      const file = this.concern[entry] === concerns.indexOf(concern) ? this.take(entry) : undefined;
      if (file !== undefined) yield file;
    }
  }

  /** The posts that nobody took. */
  *untouched(): Generator<Untouched> {
    const channels = [...this.channels.values()];
    for (let entry = 0; entry < this.paths.length; entry += 1) {
      const channel = channels[this.channelOf[entry] ?? 0];
      if (this.taken[entry] === 1 || channel === undefined) continue;
      const withdrawn = this.withdrawn.get(entry);
      yield { id: idOf(this.idNumbers[entry] ?? 0), channel, ...(withdrawn === undefined ? {} : { withdrawn }) };
    }
  }

  private take(entry: number): PostFile | undefined {
    if (this.taken[entry] === 1) return undefined;
    this.taken[entry] = 1;
    return readPostFile(this.folder, this.paths.at(entry));
  }
}

function numberKey({ channel, number }: Unnamed): number {
  return hashOf(`${channel.key}\n${number}`);
}

/** The first lines that a post has in its dumps. */
function lineKeys(post: Unnamed): readonly number[] {
  return sourcesOf(post).flatMap(({ sha256, lines }) => lines.map(([first]) => hashOf(`${sha256}\n${first}`)));
}

/** Paths in one piece of memory. */
class PathList {
  readonly length: number;
  private readonly bytes: Buffer;
  private readonly ends: Uint32Array;

  constructor(paths: readonly string[]) {
    this.length = paths.length;
    this.bytes = Buffer.from(paths.join(""));
    this.ends = new Uint32Array(paths.length);
    let end = 0;
    for (const [index, path] of paths.entries()) {
      end += Buffer.byteLength(path);
      this.ends[index] = end;
    }
  }

  at(index: number): string {
    return this.bytes.toString("utf8", this.ends[index - 1] ?? 0, this.ends[index] ?? 0);
  }
}
