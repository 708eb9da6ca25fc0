import { hashOf } from "../../src/archive/contested.ts";
import { IdSet, idOf, numberOf } from "../../src/archive/id-set.ts";
import { identityText, isId, keyOfNumber } from "../../src/archive/identity.ts";
import type { BrokenFile, PostFile } from "../../src/archive/plan.ts";
import { enlarged } from "../../src/model/enlarged.ts";
import { NumberedPlaces } from "../../src/model/numbered-places.ts";
import { type Post, sourcesOf, type Unnamed } from "../../src/model/post.ts";
import type { KnownPosts } from "./known-posts.ts";
import { staySmall } from "./memory.ts";
import { eachPostPath, readPostFile, withoutClaim } from "./post-files.ts";

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
  /** The files that cannot be read; nobody takes them. */
  readonly broken: readonly BrokenFile[];
  private readonly paths: PathList;
  private readonly byNumber = new NumberedPlaces();
  private readonly byLine = new NumberedPlaces();
  /** By the words of posts without a number, and of those with one. */
  private readonly byWords = { plain: new NumberedPlaces(), numbered: new NumberedPlaces() };
  private readonly concern: Uint8Array;
  private readonly taken: Uint8Array;
  private readonly channels: Post["channel"][] = [];
  private readonly channelNumbers = new Map<string, number>();
  private readonly channelOf: Uint32Array;
  private readonly withdrawn = new Map<number, string>();
  private readonly idNumbers: Float64Array;

  /** Reads the posts below a folder. */
  constructor(
    private readonly folder: string,
    concernOf: (post: Post) => Concern,
    private readonly known?: KnownPosts,
  ) {
    this.paths = new PathList(eachPostPath(folder));
    this.concern = new Uint8Array(this.paths.length);
    this.taken = new Uint8Array(this.paths.length);
    this.channelOf = new Uint32Array(this.paths.length);
    this.idNumbers = new Float64Array(this.paths.length);
    const broken: BrokenFile[] = [];
    for (let entry = 0; entry < this.paths.length; entry += 1) {
      const path = this.paths.at(entry);
      const parse = (): PostFile | BrokenFile => readPostFile(folder, path);
      const read = known === undefined ? parse() : known.read(path, parse);
      if ("post" in read) {
        this.concern[entry] = concerns.indexOf(concernOf(read.post));
        this.add(entry, read.post);
      } else {
        broken.push(read);
        this.taken[entry] = 1;
      }
      if (entry % 1000 === 0) staySmall();
    }
    known?.save();
    this.broken = broken.map(withoutClaim(({ id }) => isId(id) && this.ids.has(id)));
  }

  private add(entry: number, post: Post): void {
    this.ids.add(post.id);
    this.idNumbers[entry] = numberOf(post.id);
    const words = identityText(post);
    if (words !== "") this.byWords[post.number === undefined ? "plain" : "numbered"].add(hashOf(words), entry);
    if (post.number !== undefined) this.byNumber.add(hashOf(keyOfNumber(post.channel, post.number)), entry);
    for (const key of lineKeys(post)) this.byLine.add(key, entry);
    if (post.withdrawn !== undefined) this.withdrawn.set(entry, post.withdrawn);
    const channel = this.channelNumbers.get(post.channel.key) ?? this.channels.push(post.channel) - 1;
    this.channelNumbers.set(post.channel.key, channel);
    this.channelOf[entry] = channel;
  }

  /** The posts, not taken yet, that one of these may be: by its number, its first lines, or its words, unless both have a number. */
  takeFor(posts: Iterable<Unnamed>): readonly PostFile[] {
    const entries = new Set<number>();
    for (const post of posts) {
      const words = hashOf(identityText(post));
      const found = [
        ...lineKeys(post).flatMap((key) => this.byLine.placesOf(key)),
        ...this.byWords.plain.placesOf(words),
        ...(post.number === undefined
          ? this.byWords.numbered.placesOf(words)
          : this.byNumber.placesOf(hashOf(keyOfNumber(post.channel, post.number)))),
      ];
      for (const entry of found) entries.add(entry);
    }
    return inOrder([...entries].flatMap((entry) => this.take(entry) ?? []));
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
    for (let entry = 0; entry < this.paths.length; entry += 1) {
      const channel = this.channels[this.channelOf[entry] ?? 0];
      if (this.taken[entry] === 1 || channel === undefined) continue;
      const withdrawn = this.withdrawn.get(entry);
      yield { id: idOf(this.idNumbers[entry] ?? 0), channel, ...(withdrawn === undefined ? {} : { withdrawn }) };
    }
  }

  private take(entry: number): PostFile | undefined {
    if (this.taken[entry] === 1) return undefined;
    this.taken[entry] = 1;
    const path = this.paths.at(entry);
    const parse = (): PostFile | BrokenFile => readPostFile(this.folder, path);
    const read = this.known === undefined ? parse() : this.known.again(path, parse);
    if ("post" in read) return read;
    throw new Error(read.reason);
  }
}

/** Post files as `readPostFiles` gives them: by path. */
export function inOrder(files: readonly PostFile[]): readonly PostFile[] {
  return files.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** The first lines that a post has in its dumps. */
function lineKeys(post: Unnamed): readonly number[] {
  return sourcesOf(post).flatMap(({ sha256, lines }) => lines.map(([first]) => hashOf(`${sha256}\n${first}`)));
}

/** Paths in one piece of memory. */
class PathList {
  length = 0;
  private bytes = new Uint8Array(1 << 16);
  private ends = new Uint32Array(1 << 10);

  constructor(paths: Iterable<string>) {
    let end = 0;
    for (const path of paths) {
      const own = Buffer.from(path);
      this.bytes = enlarged(this.bytes, end + own.length);
      this.bytes.set(own, end);
      end += own.length;
      this.ends = enlarged(this.ends, this.length + 1);
      this.ends[this.length++] = end;
    }
  }

  at(index: number): string {
    return Buffer.from(this.bytes.subarray(this.ends[index - 1] ?? 0, this.ends[index] ?? 0)).toString();
  }
}
