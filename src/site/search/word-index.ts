import type { SearchRecord } from "./bundles.ts";
import { tokenOf } from "./manifest.ts";

/*
 * The index of a bundle in the form in which Pagefind's browser program reads it: CBOR (RFC 8949), cut into pieces. Pagefind's own indexer makes the same
 * from the same words (kept by `test/site/word-index.test.ts`), but packs a file for each post beside it, which nobody here reads and which takes four
 * fifths of its time.
 */

/** A piece of the index: the words from `first` to `last`. */
export interface IndexPiece {
  readonly first: string;
  readonly last: string;
  readonly bytes: Uint8Array;
}

/** What Pagefind loads first: its version as it tells it itself, the posts, and the pieces by the names of their files. */
export interface IndexMeta {
  readonly version: string;
  readonly records: readonly SearchRecord[];
  readonly pieces: readonly (readonly [first: string, last: string, name: string])[];
}

/** The forms of records, each as a word of so many letters, with the posts and places where they stand. A piece is made when it is asked for. */
export function* indexPieces(records: readonly SearchRecord[], tokenLength: number): Generator<IndexPiece> {
  const postings = new Postings(records.filter(isIndexed));
  const { forms } = postings;
  const wordAt = (form: number): string => tokenOf(form, tokenLength);
  for (let start = 0; start < forms; ) {
    let [end, size, words] = [start, 0, 0];
    for (; end < forms && size < pieceSize; end += 1) {
      const own = postings.sizeOf(end);
      size += own;
      if (own > 0) words += 1;
    }
    if (words > 0) yield pieceOf(start, end, { words, postings, wordAt });
    start = end;
  }
}

/** The index's own list of posts and pieces. A post is called by its number; Pagefind leaves out those without words. */
export function indexMeta({ version, records, pieces }: IndexMeta): Uint8Array {
  const out = new CborWriter();
  out.array(6);
  out.text(version);
  const indexed = records.flatMap((record, number) => (isIndexed(record) ? [[`${number}`, record] as const] : []));
  out.array(indexed.length);
  for (const [name, { content }] of indexed) {
    out.array(2);
    out.text(name);
    out.number(content.length);
  }
  out.array(pieces.length);
  for (const piece of pieces) {
    out.array(piece.length);
    for (const text of piece) out.text(text);
  }
  // It filters and sorts by nothing, and weighs one field beside the text.
  out.array(0);
  out.array(0);
  const fields = indexed.some(([, { title }]) => title.length > 0) ? ["title"] : [];
  out.array(fields.length);
  for (const field of fields) out.text(field);
  return out.bytes();
}

/** Whether a post can be found by words at all. */
export function isIndexed({ content }: SearchRecord): boolean {
  return content.length > 0;
}

/** A piece ends with the word by which it comes to hold so many posts and places. */
const pieceSize = 20_000;

/** Stands before the places in a text, whose weight is 24 of 25, and before those in the first of the fields beside it. */
const [textMark, titleMark] = [-25, -1];

/** Where each form stands. */
class Postings {
  /** For each form the place of its first entry, and for the one behind the last the count of all. */
  private readonly starts: Uint32Array;
  /** The number behind that of the last form. */
  readonly forms: number;
  private readonly posts: Uint32Array;
  /** The place of the word in the post; of words in the title counted on from `inTitle`. */
  private readonly places: Uint32Array;

  constructor(records: readonly SearchRecord[]) {
    const parts = records.flatMap(({ title, content }) => [title, content]);
    let forms = 0;
    for (const part of parts) for (const form of part) forms = Math.max(forms, form + 1);
    this.forms = forms;
    const next = new Uint32Array(forms + 1);
    for (const part of parts) for (const form of part) raise(next, form + 1);
    for (let form = 1; form <= forms; form += 1) next[form] = (next[form] ?? 0) + (next[form - 1] ?? 0);
    this.starts = next.slice();
    this.posts = new Uint32Array(next[forms] ?? 0);
    this.places = new Uint32Array(this.posts.length);
    const add = (form: number, post: number, place: number): void => {
      const entry = next[form] ?? 0;
      this.posts[entry] = post;
      this.places[entry] = place;
      raise(next, form);
    };
    for (const [post, { title, content }] of records.entries()) {
      for (let place = 0; place < content.length; place += 1) add(content[place] ?? 0, post, place);
      for (let place = 0; place < title.length; place += 1) add(title[place] ?? 0, post, inTitle + place);
    }
  }

  /** How many posts and places are kept of a form, marks included. */
  sizeOf(form: number): number {
    let size = 0;
    this.forEachPost(form, (_, from, title, to) => {
      size += 1 + withMark(title - from) + withMark(to - title);
    });
    return size;
  }

  write(form: number, out: CborWriter): void {
    let posts = 0;
    this.forEachPost(form, () => {
      posts += 1;
    });
    out.array(posts);
    let last = 0;
    this.forEachPost(form, (post, from, title, to) => {
      out.array(3);
      out.number(post - last);
      last = post;
      this.writePlaces(from, title, textMark, out);
      this.writePlaces(title, to, titleMark, out);
    });
  }

  /** Each place is told by how far it lies behind the one before it. */
  private writePlaces(from: number, to: number, mark: number, out: CborWriter): void {
    out.array(withMark(to - from));
    if (to > from) out.number(mark);
    let last = mark === titleMark ? inTitle : 0;
    for (let entry = from; entry < to; entry += 1) {
      const place = this.places[entry] ?? 0;
      out.number(place - last);
      last = place;
    }
  }

  /** Visits the posts of a form: the entries of its text, from `title` on those of its title, end before `to`. */
  private forEachPost(form: number, visit: (post: number, from: number, title: number, to: number) => void): void {
    const end = this.starts[form + 1] ?? 0;
    for (let from = this.starts[form] ?? 0; from < end; ) {
      const post = this.posts[from] ?? 0;
      let title = from;
      while (title < end && this.posts[title] === post && (this.places[title] ?? 0) < inTitle) title += 1;
      let to = title;
      while (to < end && this.posts[to] === post) to += 1;
      visit(post, from, title, to);
      from = to;
    }
  }
}

/** No post has so many words. */
const inTitle = 2 ** 31;

function withMark(places: number): number {
  return places === 0 ? 0 : places + 1;
}

function raise(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

interface PieceOptions {
  readonly words: number;
  readonly postings: Postings;
  readonly wordAt: (form: number) => string;
}

function pieceOf(start: number, end: number, { words, postings, wordAt }: PieceOptions): IndexPiece {
  const out = new CborWriter();
  out.array(1);
  out.array(words);
  const there: number[] = [];
  for (let form = start; form < end; form += 1) {
    if (postings.sizeOf(form) === 0) continue;
    there.push(form);
    out.array(3);
    out.text(wordAt(form));
    postings.write(form, out);
    // Other spellings of the word, of which these have none.
    out.array(0);
  }
  return { first: wordAt(there[0] ?? 0), last: wordAt(there.at(-1) ?? 0), bytes: out.bytes() };
}

/** Writes numbers, texts and arrays as CBOR, each as short as it gets. */
class CborWriter {
  private buffer = new Uint8Array(1 << 16);
  private length = 0;

  array(count: number): void {
    this.head(0x80, count);
  }

  /** A whole number, of either sign. */
  number(value: number): void {
    if (value < 0) this.head(0x20, -1 - value);
    else this.head(0, value);
  }

  text(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.head(0x60, bytes.length);
    this.room(bytes.length);
    this.buffer.set(bytes, this.length);
    this.length += bytes.length;
  }

  bytes(): Uint8Array {
    return this.buffer.slice(0, this.length);
  }

  private head(major: number, value: number): void {
    this.room(5);
    if (value < 24) this.buffer[this.length++] = major | value;
    else if (value < 0x100) this.put(major | 24, value, 1);
    else if (value < 0x1_0000) this.put(major | 25, value, 2);
    else this.put(major | 26, value, 4);
  }

  private put(head: number, value: number, size: number): void {
    this.buffer[this.length++] = head;
    for (let shift = (size - 1) * 8; shift >= 0; shift -= 8) this.buffer[this.length++] = (value >>> shift) & 0xff;
  }

  private room(more: number): void {
    if (this.length + more <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + more));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}
